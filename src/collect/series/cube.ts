// A table of several dimensions, as PxWeb and PC-Axis have them, and the series that lie in it: one along time for each area, sex and other choice.
// An interval, what it rests on, or a margin stands there as values of their own among the contents ("Konfidensintervall nedre gräns", "Antal svar",
// "Osäkerhetstal"); here they come back to the figure they are about (domain.md 8.4, 8.5).
import type { Day } from "../../ground/time.ts";
import { readArea, type SeriesArea } from "./area.ts";
import { type Figure, figure, gathering, type Gathering, noFigure, type SeriesExpectation, type Sex } from "./found.ts";
import { readPeriod } from "./period.ts";

export type Category = {
  readonly code: string;
  readonly label: string;
  readonly unit?: string | undefined;
  /** The day or the time of the year that its figures are of, in the source's words: "31 december respektive år". */
  readonly refPeriod?: string | undefined;
};
export type Dimension = {
  readonly code: string;
  readonly label: string;
  readonly role: "time" | "geo" | "metric" | "other";
  readonly categories: readonly Category[];
};
/** A number, or what stood in its place. */
export type Cell = number | string;
export type Cube = {
  /** What the source calls the table. */
  readonly id: string;
  /** All of what it is called: "Folkmängden efter region, ålder, kön och år". */
  readonly title: string;
  /** What is in it, without "by region, sex and year". */
  readonly contents: string;
  readonly unit: string;
  /** As of a category, for all of the table; empty where the file does not say. */
  readonly refPeriod: string;
  readonly source: string;
  readonly updated: Day | undefined;
  /** Undefined where the file does not say. */
  readonly copyright: boolean | undefined;
  readonly notes: readonly string[];
  /** What is said of some of its figures only. */
  readonly remarks: readonly Remark[];
  readonly dimensions: readonly Dimension[];
  /** Row by row: the last dimension runs fastest. Shorter than it should be where the file is cut off; undefined where nothing is said of a cell. */
  readonly cells: readonly (Cell | undefined)[];
  readonly misread: readonly {
    readonly line: number;
    readonly read: string;
    readonly expected: SeriesExpectation;
  }[];
};
/** Words about those figures that are of all these values, by the place of the dimension and of its category. */
export type Remark = {
  readonly about: readonly { readonly dimension: number; readonly category: number }[];
  readonly text: string;
};

const TIME = /^(tid|time|år|year|månad|month|kvartal|quarter|period)$/i;
const GEO = /^(region|kommun|län|område|area|municipality|county|deso|regso)/i;
const SEX = /^(kön|kon|sex|gender)$/i;
const SEXES: readonly (readonly [RegExp, Sex])[] = [
  [/^(1\+2|t|tot\w*|totalt|båda( könen)?|samtliga|both.*|all|män och kvinnor|kvinnor och män)$/i, "all"],
  [/^(2|k|f|kvinn\w*|flick\w*|wom[ae]n|females?|girls?)$/i, "women"],
  [/^(1|m|män|man|pojk\w*|men|males?|boys?)$/i, "men"],
];

/** What a value of a dimension is of the figure: the figure itself, an end of its interval, what it rests on, or how far its interval reaches. */
type Part = "value" | "low" | "high" | "n" | "margin";
const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/konfidensintervall,?\s*(nedre|undre)( gräns)?|nedre (konfidens)?gräns|lower (confidence )?(limit|bound)/i, "low"],
  [/konfidensintervall,?\s*övre( gräns)?|övre (konfidens)?gräns|upper (confidence )?(limit|bound)/i, "high"],
  [/antal (svar(ande)?|observationer)|number of (respondents|answers)/i, "n"],
  [/osäkerhetstal|felmarginal|margin of error/i, "margin"],
];

/** More cells than this is a table for a computer centre; it is narrowed at the source. */
export const MOST_CELLS = 400_000;

export function cellsOf({ dimensions }: Pick<Cube, "dimensions">): number {
  return dimensions.reduce((product, { categories }) => product * categories.length, 1);
}

/** The dimension that says when, by what its source says of it or by its name. */
export function timeOf({ dimensions }: Pick<Cube, "dimensions">): Dimension | undefined {
  return (
    dimensions.find(({ role }) => role === "time") ??
    dimensions.find(({ code, label }) => TIME.test(code) || TIME.test(label))
  );
}

/** The dimension that says where. */
export function placesOf({ dimensions }: Pick<Cube, "dimensions">): Dimension | undefined {
  return (
    dimensions.find(({ role }) => role === "geo") ??
    dimensions.find(({ code, label }) => GEO.test(code) || GEO.test(label))
  );
}

export function readCube(cube: Cube): ReturnType<Gathering["done"]> {
  const gathered = gathering();
  for (const { line, read, expected } of cube.misread) gathered.problem(line, read, expected);
  const expected = cellsOf(cube);
  if (cube.cells.length !== expected)
    gathered.problem(1, `${cube.cells.length} / ${expected}`, "as-many-figures-as-cells");
  // Cut off, what is there lies where it should. With too many nobody knows which they are.
  if (cube.cells.length > expected) return gathered.done();
  const time = timeOf(cube);
  if (time === undefined) {
    gathered.problem(1, cube.dimensions.map(({ label }) => label).join(", "), "a-period");
    return gathered.done();
  }
  const geo = placesOf(cube);
  const sexes = cube.dimensions.find((one) => isOfSex(one));
  const parted = cube.dimensions.find(
    (one) => one !== time && one !== geo && partsOf(one).some(({ part }) => part !== "value"),
  );
  const periods = time.categories.map(({ code, label }) => readPeriod(code) ?? readPeriod(label));
  for (const [place, period] of periods.entries())
    if (period === undefined) gathered.problem(place + 1, time.categories[place]?.label, "a-period", time.label);
  const strides = stridesOf(cube.dimensions);
  const others = cube.dimensions.filter((one) => one !== time && one !== geo && one !== sexes && one !== parted);
  const figures = parted === undefined ? undefined : figuresOf(partsOf(parted));
  // Several choices of the contents are several series, each with its parts beside it.
  const choices = combinations([
    { dimension: geo, values: geo?.categories.length ?? 1 },
    { dimension: sexes, values: sexes?.categories.length ?? 1 },
    { dimension: parted, values: figures?.length ?? 1 },
    ...others.map((dimension) => ({ dimension, values: dimension.categories.length })),
  ]);
  const remarked = remarksOf(cube, { time, parted });
  for (const choice of choices) {
    const chosen = (dimension: Dimension | undefined) => (dimension === undefined ? 0 : (choice.get(dimension) ?? 0));
    const parts = figures?.[chosen(parted)];
    const named = [parted, ...others].flatMap((dimension) => {
      if (dimension === undefined) return [];
      const category = dimension === parted ? parts?.value : dimension.categories[chosen(dimension)];
      return category === undefined ? [] : [{ dimension, category }];
    });
    const at = [geo, sexes, ...others].reduce(
      (sum, dimension) => sum + chosen(dimension) * (strides.get(dimension) ?? 0),
      0,
    );
    const of = {
      key: [cube.id, ...named.map(({ dimension, category }) => `${dimension.code}=${category.code}`)].join("|"),
      name: nameOf(cube, named),
      unit: unitOf(cube, named),
      area: areaOf(geo?.categories[chosen(geo)]),
      sex: sexes === undefined ? ("all" as const) : (sexOf(sexes.categories[chosen(sexes)]) ?? "all"),
      partOf: undefined,
      caveat: [...cube.notes, ...remarked(choice, parts?.at)].join(" "),
      breaks: [],
    };
    for (const [place, period] of periods.entries()) {
      if (period === undefined) continue;
      const base = at + place * (strides.get(time) ?? 0);
      const cell = (part: number | undefined) =>
        part === undefined
          ? undefined
          : cube.cells[base + (parted === undefined ? 0 : part * (strides.get(parted) ?? 0))];
      const read = figureOf(cell(parts?.at ?? 0), {
        low: cell(parts?.low),
        high: cell(parts?.high),
        n: cell(parts?.n),
        margin: cell(parts?.margin),
      });
      if (read !== undefined) gathered.add(place + 1, of, period, read);
    }
  }
  return gathered.done();
}

function figureOf(
  cell: Cell | undefined,
  of: Readonly<Record<Exclude<Part, "value">, Cell | undefined>>,
): Figure | undefined {
  if (cell === undefined) return undefined;
  if (typeof cell === "string") return noFigure(cell);
  const number = (one: Cell | undefined) => (typeof one === "number" ? one : undefined);
  const margin = number(of.margin);
  return figure(cell, {
    low: number(of.low) ?? (margin === undefined ? undefined : cell - margin),
    high: number(of.high) ?? (margin === undefined ? undefined : cell + margin),
    n: number(of.n),
  });
}

/**
 * What is said of a series by the values it is of. A remark on one period names it; one on the end of an interval is not about the figure and is left out.
 */
function remarksOf(
  { dimensions, remarks }: Cube,
  { time, parted }: { readonly time: Dimension; readonly parted: Dimension | undefined },
): (choice: ReadonlyMap<Dimension, number>, part: number | undefined) => readonly string[] {
  const timeless = remarks.map(({ about, text }) => {
    const period = about.find(({ dimension }) => dimensions[dimension] === time);
    const label = period === undefined ? undefined : time.categories[period.category]?.label;
    const rest = about.filter((one) => one !== period);
    return { rest, text: label === undefined ? text : `${label}: ${text}` };
  });
  // Looked up by one of the values they are about, so that a table of many series and many remarks is not tried with each.
  const byValue = new Map<string, typeof timeless>();
  for (const remark of timeless) {
    const [one] = remark.rest;
    const key = one === undefined ? "" : `${one.dimension} ${one.category}`;
    byValue.set(key, [...(byValue.get(key) ?? []), remark]);
  }
  return (choice, part) => {
    const at = (dimension: Dimension) => (dimension === parted ? part : choice.get(dimension)) ?? 0;
    const found = [
      ...(byValue.get("") ?? []),
      ...dimensions.flatMap((dimension, place) =>
        dimension === time ? [] : (byValue.get(`${place} ${at(dimension)}`) ?? []),
      ),
    ];
    return found
      .filter(({ rest }) => rest.every(({ dimension, category }) => at(dimensions[dimension]!) === category))
      .map(({ text }) => text);
  };
}

type Named = { readonly dimension: Dimension; readonly category: Category };

/** What tells this series from the others of its table: the contents, and every choice where there was one to make. */
function nameOf(cube: Cube, named: readonly Named[]): string {
  const metric = named.find(({ dimension }) => dimension.role === "metric")?.category.label;
  const others = named.filter(({ dimension }) => dimension.role !== "metric" && dimension.categories.length > 1);
  const contents = metric ?? cube.contents;
  return [contents, ...others.map(({ category }) => category.label)].filter((part) => part.trim() !== "").join(", ");
}

function unitOf(cube: Cube, named: readonly Named[]): string {
  const unit = named.find(({ category }) => category.unit !== undefined)?.category.unit ?? cube.unit;
  if (unit.trim() !== "") return unit.trim();
  return named.some(({ category }) => /andel|procent|share|percent/i.test(category.label)) ? "procent" : "antal";
}

function areaOf(category: Category | undefined): SeriesArea {
  return category === undefined ? readArea({ code: "00" }) : readArea({ code: category.code, name: category.label });
}

/** By what it is called; by its code only where that says nothing, since sources number the sexes differently. */
export function sexOf(category: Category | undefined): Sex | undefined {
  if (category === undefined) return undefined;
  const named = (text: string) => SEXES.find(([pattern]) => pattern.test(text.trim()))?.[1];
  return named(category.label) ?? named(category.code);
}

/** By its name, and only where every value of it is a sex that we have a word for. */
export function isOfSex(dimension: Dimension): boolean {
  const { code, label, categories } = dimension;
  return (SEX.test(code) || SEX.test(label)) && categories.every((category) => sexOf(category) !== undefined);
}

/** Each value with what it is a part of: "andel mycket bra – Osäkerhetstal" belongs with "andel mycket bra". */
function partsOf({ categories }: Dimension) {
  return categories.map((category, at) => {
    const found = PARTS.find(([pattern]) => pattern.test(category.label));
    const about =
      found === undefined
        ? category.label
        : category.label.replace(found[0], "").replace(/^[\s–:,-]+|(?<![\s–:,-])[\s–:,-]+$/g, "");
    return { at, category, part: found?.[1] ?? ("value" as const), about: about.toLowerCase() };
  });
}

/** The figures of a dimension with where their parts lie. A part that names nothing belongs to the only figure there is. */
function figuresOf(parts: ReturnType<typeof partsOf>) {
  const values = parts.filter(({ part }) => part === "value");
  const places = new Map<string, number>();
  for (const { part, about, at } of parts) {
    const key = `${part} ${about}`;
    if (!places.has(key)) places.set(key, at);
  }
  return values.map((one) => {
    const of = (part: Part) =>
      places.get(`${part} ${one.about}`) ?? (values.length === 1 ? places.get(`${part} `) : undefined);
    return { value: one.category, at: one.at, low: of("low"), high: of("high"), n: of("n"), margin: of("margin") };
  });
}

/** How many cells lie between two values of each dimension that stand beside each other. */
export function stridesOf(dimensions: readonly Dimension[]): ReadonlyMap<Dimension | undefined, number> {
  const strides = new Map<Dimension | undefined, number>();
  let stride = 1;
  for (const dimension of dimensions.toReversed()) {
    strides.set(dimension, stride);
    stride *= dimension.categories.length;
  }
  return strides;
}

/** Every choice of one value a dimension. */
function* combinations(
  axes: readonly { readonly dimension: Dimension | undefined; readonly values: number }[],
): Generator<ReadonlyMap<Dimension, number>> {
  const total = axes.reduce((product, { values }) => product * values, 1);
  for (let number = 0; number < total; number++) {
    const choice = new Map<Dimension, number>();
    let rest = number;
    for (const { dimension, values } of axes.toReversed()) {
      if (dimension !== undefined) choice.set(dimension, rest % values);
      rest = Math.floor(rest / values);
    }
    yield choice;
  }
}
