// Who lives here, out of a table of Statistics Sweden's database as a clerk has downloaded it (domain.md 8.4): "Folkmängden efter region, ålder, kön och år" with
// ages year by year, in classes or altogether; per locality (tätort, småort); per DeSO or RegSO. A sum is only made where every part of it is there, a total
// is never added to its parts, and where both stand in the file they have to agree.
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import {
  type Category,
  cellsOf,
  type Cube,
  type Dimension,
  isOfSex,
  placesOf,
  sexOf,
  stridesOf,
  timeOf,
} from "../series/cube.ts";
import { readPeriod } from "../series/period.ts";
import { publisherOfTable } from "../series/publishers.ts";
import { AGES, type GroupCounts, type HeardGroup, type PopulationFile, sameName } from "./heard.ts";

export type TableWhy =
  | "file-cut-off"
  | "table-too-large"
  | "not-about-population"
  | "not-by-year"
  | "year-not-been"
  | "place-needed"
  | "other-municipality"
  | "divided-otherwise"
  | "one-sex-only"
  | "ages-missing"
  | "figure-missing"
  | "figure-not-people"
  | "total-differs"
  | "nothing-to-compare";
type No = Refusal<TableWhy>;

/** What one must know of what is taken in, and what of the file is not. Each has its sentence in words.ts. */
export const TABLE_REMARKS = [
  "newest-year",
  "totals-agree",
  "no-sexes",
  "no-ages",
  "ages-cross",
  "ages-partial",
  "no-municipality",
  "other-places",
  "locality-without-figure",
  "areas-without-place",
] as const;
export type TableRemark = {
  readonly what: (typeof TABLE_REMARKS)[number];
  readonly detail: Readonly<Record<string, string | number>>;
};

export type Locality = { readonly code: string; readonly name: string; readonly residents: number };

/** Which table it was, as it says itself. */
type TableSource = Pick<PopulationFile, "source" | "tableId" | "contents" | "licence" | "updatedOn">;

export type PopulationTable = TableSource & {
  readonly year: number;
  /** Of the municipality; undefined where the file is of localities only. */
  readonly total: number | undefined;
  readonly counts: GroupCounts;
  /** How many ages or classes of ages, and how many sexes, the figures of the municipality come from. */
  readonly ages: number;
  readonly sexes: number;
  readonly localities: readonly Locality[];
  readonly remarks: readonly TableRemark[];
};

export type TableWish = {
  readonly municipalityCode: string;
  readonly municipalityName: string;
  /** The names of the villages here: an area that Statistics Sweden drew is taken in where it has the name of one. */
  readonly villages: readonly string[];
  readonly thisYear: number;
};

/** From 0 up; the last without end. Both ends are in it. */
export type AgeClass = { readonly from: number; readonly to: number };

/** What is longer is the name of nothing here. */
const LONGEST_NAME = 200;
/** More localities than these no municipality has. */
const MOST_LOCALITIES = 1000;

const EVERYBODY = /^(tot\w*(,?\s+(samtliga|alla))?|samtliga|alla|all)(\s+(åldrar|ålder|ages?))?$/iu;

/** "17 år", "100+ år", "0-4 år", "-4", "80- år", "65 år och äldre"; everybody; or undefined for what is no age. */
export function readAge({ code, label }: Pick<Category, "code" | "label">): AgeClass | "all" | undefined {
  return ageIn(label) ?? ageIn(code);
}

function ageIn(text: string): AgeClass | "all" | undefined {
  const plain = text
    .slice(0, LONGEST_NAME)
    .trim()
    .replaceAll(/[–—]/g, "-")
    .replace(/\s*(år|years?( old)?)\b/iu, "")
    .trim();
  if (EVERYBODY.test(text.slice(0, LONGEST_NAME).trim()) || EVERYBODY.test(plain)) return "all";
  const [, low, high] = /^(\d{1,3})?\s*-\s*(\d{1,3})?$/.exec(plain) ?? [];
  if (low !== undefined || high !== undefined) {
    const from = Number(low ?? 0);
    const to = high === undefined ? Infinity : Number(high);
    return to < from ? undefined : { from, to };
  }
  const [, age, andUp] = /^(\d{1,3})(\s*\+|\s+(?:och|eller|and|or) (?:äldre|över|older|over))?$/iu.exec(plain) ?? [];
  if (age === undefined) return undefined;
  return { from: Number(age), to: andUp === undefined ? Number(age) : Infinity };
}

/** Where the groups of the house begin, and no class of ages may lie on both sides. */
const LIMITS = [18, 30, 65] as const;

/**
 * Classes that follow one upon the other from 0 without end and without overlap, none of them across a limit: the finest there are, by their places.
 * Undefined where there are none such.
 */
export function coverOf(
  classes: readonly (AgeClass | undefined)[],
  limits: readonly number[],
): readonly number[] | undefined {
  const crosses = ({ from, to }: AgeClass) => limits.some((limit) => from < limit && limit <= to);
  const usable = classes
    .flatMap((one, place) => (one === undefined || crosses(one) ? [] : [{ ...one, place }]))
    .toSorted((a, b) => a.to - b.to);
  const dead = new Set<number>();
  const onward = (from: number): readonly number[] | undefined => {
    if (from === Infinity) return [];
    if (dead.has(from)) return undefined;
    for (const one of usable) {
      if (one.from !== from) continue;
      const rest = onward(one.to + 1);
      if (rest !== undefined) return [one.place, ...rest];
    }
    dead.add(from);
    return undefined;
  };
  return onward(0);
}

/** The first age that no class holds where they follow one upon the other from 0. */
function firstUncovered(classes: readonly (AgeClass | undefined)[]): number {
  let next = 0;
  for (;;) {
    const reach = classes.reduce(
      (far, one) => (one !== undefined && one.from <= next && next <= one.to ? Math.max(far, one.to) : far),
      -1,
    );
    if (reach < 0) return next;
    next = reach + 1;
    if (next === Infinity) return next;
  }
}

const ABOUT_PEOPLE = /folkmängd|befolkning|population|invånare|inhabitants/iu;
const COUNTS_PEOPLE =
  /^(folkmängd\p{L}*|befolkning\p{L}*|population|antal|personer|invånare|inhabitants|number|persons)/iu;
const COUNTS_OTHERWISE =
  /täthet|density|ökning|change|andel|share|medel|mean|per (kvadrat|sq)|framskriv|prognos|projection|forecast/iu;
const CONTENTS = /^(contentscode|tabellinnehåll|contents|observations?)$/iu;
const AGE = /^(ålder|alder|age)/iu;
const CIVIL_STATUS = /^(civilstånd|civilstand|marital status)$/iu;

/** What a municipality and the parts of it are known by: "2101", "2101TC103 Ockelbo", "2101R001_RegSO2025". */
type Region = { readonly place: number; readonly code: string; readonly name: string; readonly kind: RegionKind };
type RegionKind = "municipality" | "locality" | "drawn" | "other";

function regionOf(category: Category, place: number): Region {
  const [code, label] = [category.code.slice(0, LONGEST_NAME), category.label.slice(0, LONGEST_NAME)];
  const written = /^(\d{2,4}[A-Z]*\d*)(?:_\w+)?(?=\s|$)/u;
  const found = (written.exec(code.trim()) ?? written.exec(label.trim()))?.[1] ?? "";
  const bare = label.trim().replace(written, "").trim();
  const kind = /^\d{4}$/.test(found)
    ? "municipality"
    : /^\d{4}[TS]/.test(found)
      ? "locality"
      : /^\d{4}(R\d{3}|[ABC]\d{4})$/.test(found)
        ? "drawn"
        : "other";
  // "Ockelbo (Centrum)" is what a RegSO is called; after a locality the brackets say in which municipality it lies.
  const inner = /\(([^)]+)\)\s*$/.exec(bare)?.[1];
  const name = kind === "drawn" ? (inner ?? bare) : bare.replace(/\s*\([^)]*\)\s*$/, "");
  return { place, code: found, name: name === "" ? found : name, kind };
}

/** Never throws, and gives nothing but what every part is there for. */
export function readPopulationTable(cube: Cube, wish: TableWish): Result<PopulationTable, No> {
  if (cube.misread.length > 0 || cube.cells.length !== cellsOf(cube)) return no("file-cut-off", { field: "file" });
  const time = timeOf(cube);
  const geo = placesOf(cube) ?? cube.dimensions.find(({ code, label }) => /^(tätort|småort|ort)/iu.test(label || code));
  const ages = cube.dimensions.find(({ code, label }) => AGE.test(code) || AGE.test(label));
  const sexes = cube.dimensions.find((one) => isOfSex(one));
  const contents = cube.dimensions.find(
    ({ role, code, label }) => role === "metric" || CONTENTS.test(code) || CONTENTS.test(label),
  );

  const counted = countedIn(cube, contents);
  if (counted === undefined)
    return no("not-about-population", {
      field: "file",
      detail: { title: cube.title || cube.contents || cube.id || listed(cube.dimensions.map(({ label }) => label)) },
    });
  const when = newestYear(time, wish.thisYear);
  if (!when.ok) return when;
  if (geo === undefined) return no("place-needed", { field: "file" });
  const fixed = new Map<Dimension, readonly number[]>([[time!, [when.value.place]]]);
  if (contents !== undefined) fixed.set(contents, [counted.place]);
  for (const dimension of cube.dimensions) {
    if ([time, geo, ages, sexes, contents].includes(dimension)) continue;
    const whole = wholeOf(dimension);
    if (whole === undefined)
      return no("divided-otherwise", {
        field: "file",
        detail: { by: dimension.label, values: listed(dimension.categories.map(({ label }) => label)) },
      });
    fixed.set(dimension, whole);
  }

  const regions = geo.categories.map((category, place) => regionOf(category, place));
  const isOwn = ({ code }: Region) => code.startsWith(wish.municipalityCode);
  const own = regions.find(
    (one) =>
      (one.kind === "municipality" && isOwn(one)) || (one.code === "" && sameName(one.name, wish.municipalityName)),
  );
  const within = regions.filter((one) => isOwn(one) && (one.kind === "locality" || one.kind === "drawn"));
  if (own === undefined && within.length === 0)
    return no("other-municipality", {
      field: "file",
      detail: { municipality: wish.municipalityName, areas: listed(regions.map(({ name }) => name)) },
    });

  const remarks: TableRemark[] = [];
  const remark = (what: TableRemark["what"], detail: TableRemark["detail"] = {}) => remarks.push({ what, detail });
  if (when.value.years > 1) remark("newest-year", { year: when.value.year, years: when.value.years });

  const divided = dividedBy(ages, sexes);
  if (!divided.ok) return divided;
  const { everyAge, ageTotal, bothSexes, sexTotal, women, men, bands } = divided.value;
  const sum = summing({ cube, geo, ages, sexes, fixed, year: when.value.year });

  const read: { total: number | undefined; counts: Partial<Record<HeardGroup, number>> } = {
    total: undefined,
    counts: {},
  };
  if (own === undefined) remark("no-municipality");
  else {
    const total = sum(own, everyAge, bothSexes);
    if (!total.ok) return total;
    read.total = total.value;
    let agreed = false;
    for (const [ageSet, sexSet] of [
      [ageTotal, bothSexes],
      [everyAge, sexTotal],
      [ageTotal, sexTotal],
    ] as const) {
      if (ageSet === undefined || sexSet === undefined || (ageSet === everyAge && sexSet === bothSexes)) continue;
      const said = sum(own, ageSet, sexSet);
      // A total that is not given says nothing against its parts.
      if (!said.ok) continue;
      if (said.value !== total.value)
        return no("total-differs", { field: "file", detail: { total: said.value, sum: total.value } });
      agreed = true;
    }
    if (agreed) remark("totals-agree");
    const groups: (readonly [HeardGroup, readonly number[], readonly number[]])[] = [];
    if (women === undefined || men === undefined) remark("no-sexes");
    else groups.push(["women", everyAge, [women]], ["men", everyAge, [men]]);
    if (bands.kind === "whole") groups.push(...AGES.map((group, at) => [group, bands.of[at]!, bothSexes] as const));
    else remark(bands.kind, bands.detail);
    for (const [group, ageSet, sexSet] of groups) {
      const residents = sum(own, ageSet, sexSet);
      if (!residents.ok) return residents;
      read.counts[group] = residents.value;
    }
  }

  const localities = localitiesIn(within, wish, (region) => sum(region, everyAge, bothSexes));
  if (!localities.ok) return localities;
  const { found, without, unnamed } = localities.value;
  if (without.length > 0) remark("locality-without-figure", { names: listed(without), year: when.value.year });
  if (unnamed > 0) remark("areas-without-place", { count: unnamed });
  const elsewhere = regions.length - within.length - (own === undefined ? 0 : 1);
  if (elsewhere > 0) remark("other-places", { count: elsewhere });
  if (found.length > MOST_LOCALITIES) return no("table-too-large", { field: "file" });
  if (Object.keys(read.counts).length === 0 && found.length === 0) return no("nothing-to-compare", { field: "file" });

  return yes({
    ...read,
    ...sourceOf(cube, counted),
    year: when.value.year,
    ages: own !== undefined && bands.kind === "whole" ? bands.of.flat().length : 0,
    sexes: own !== undefined && women !== undefined && men !== undefined ? 2 : 0,
    localities: found,
    remarks,
  });
}

/** Which of the contents counts people. Undefined where none does, or where nothing says that it is people who are counted. */
function countedIn(
  cube: Cube,
  contents: Dimension | undefined,
): { readonly place: number; readonly category: Category | undefined } | undefined {
  const isSaid = [cube.title, cube.contents].some((text) => ABOUT_PEOPLE.test(text) && !COUNTS_OTHERWISE.test(text));
  if (contents === undefined)
    return ABOUT_PEOPLE.test(cube.contents || cube.title) && !COUNTS_OTHERWISE.test(cube.contents || cube.title)
      ? { place: 0, category: undefined }
      : undefined;
  const found = contents.categories.flatMap((category, place) =>
    COUNTS_PEOPLE.test(category.label) &&
    !COUNTS_OTHERWISE.test(category.label) &&
    (isSaid || ABOUT_PEOPLE.test(category.label))
      ? [{ place, category }]
      : [],
  );
  return found.find(({ category }) => ABOUT_PEOPLE.test(category.label)) ?? found[0];
}

function newestYear(
  time: Dimension | undefined,
  thisYear: number,
): Result<{ readonly year: number; readonly place: number; readonly years: number }, No> {
  const years = (time?.categories ?? []).map(({ code, label }, place) => {
    const period = readPeriod(code) ?? readPeriod(label);
    return { year: period?.step === "year" ? Number(period.from.slice(0, 4)) : undefined, place };
  });
  const known = years.flatMap(({ year, place }) => (year === undefined ? [] : [{ year, place }]));
  const newest = known.toSorted((a, b) => a.year - b.year).at(-1);
  if (newest === undefined || known.length < years.length)
    return no("not-by-year", {
      field: "file",
      detail: { periods: listed((time?.categories ?? []).map(({ label }) => label)) },
    });
  if (newest.year > thisYear) return no("year-not-been", { field: "file", detail: { year: newest.year } });
  return yes({ ...newest, years: known.length });
}

/** The values of one more dimension that together are everybody: its total, or each civil status there is. */
function wholeOf({ code, label, categories }: Dimension): readonly number[] | undefined {
  const total = categories.findIndex((one) => EVERYBODY.test(one.label.trim()) || EVERYBODY.test(one.code.trim()));
  if (total >= 0) return [total];
  const isCivil = CIVIL_STATUS.test(code) || CIVIL_STATUS.test(label);
  return isCivil && categories.length === 4 ? categories.map((_, place) => place) : undefined;
}

type Bands =
  | { readonly kind: "whole"; readonly of: readonly (readonly number[])[] }
  | { readonly kind: "no-ages" | "ages-cross" | "ages-partial"; readonly detail: TableRemark["detail"] };
type Divided = {
  /** The values that together are people of every age and of both sexes, and those that say so in one. */
  readonly everyAge: readonly number[];
  readonly bothSexes: readonly number[];
  readonly ageTotal: readonly number[] | undefined;
  readonly sexTotal: readonly number[] | undefined;
  readonly women: number | undefined;
  readonly men: number | undefined;
  /** The values of each of the house's groups of ages. */
  readonly bands: Bands;
};

function dividedBy(ages: Dimension | undefined, sexes: Dimension | undefined): Result<Divided, No> {
  const sexAt = (sex: ReturnType<typeof sexOf>) => {
    const at = sexes?.categories.findIndex((one) => sexOf(one) === sex) ?? -1;
    return at < 0 ? undefined : at;
  };
  const [women, men, both] = [sexAt("women"), sexAt("men"), sexAt("all")];
  const sexTotal = both === undefined ? undefined : [both];
  const bothSexes = women !== undefined && men !== undefined ? [women, men] : sexes === undefined ? [0] : sexTotal;
  if (bothSexes === undefined)
    return no("one-sex-only", { field: "file", detail: { sex: listed(sexes!.categories.map(({ label }) => label)) } });

  const read = (ages?.categories ?? []).map((one) => readAge(one));
  const classes = read.map((one) => (one === "all" ? undefined : one));
  const total = read.indexOf("all");
  const ageTotal = total < 0 ? undefined : [total];
  const cover = coverOf(classes, []);
  const everyAge = ages === undefined ? [0] : (cover ?? ageTotal);
  if (everyAge === undefined)
    return no("ages-missing", {
      field: "file",
      detail: { age: firstUncovered(classes), ages: listed(ages!.categories.map(({ label }) => label)) },
    });
  return yes({ everyAge, bothSexes, ageTotal, sexTotal, women, men, bands: bandsOf(ages, classes, cover) });
}

function bandsOf(
  ages: Dimension | undefined,
  classes: readonly (AgeClass | undefined)[],
  cover: readonly number[] | undefined,
): Bands {
  if (ages === undefined || classes.every((one) => one === undefined)) return { kind: "no-ages", detail: {} };
  const within = coverOf(classes, LIMITS);
  if (within !== undefined) {
    const groupOf = (place: number) => LIMITS.filter((limit) => classes[place]!.from >= limit).length;
    return { kind: "whole", of: AGES.map((_, group) => within.filter((place) => groupOf(place) === group)) };
  }
  if (cover === undefined) return { kind: "ages-partial", detail: { age: firstUncovered(classes) } };
  const crossing = LIMITS.flatMap((limit) => {
    const place = cover.find((at) => classes[at]!.from < limit && limit <= classes[at]!.to);
    return place === undefined ? [] : [{ limit, label: ages.categories[place]!.label }];
  });
  return {
    kind: "ages-cross",
    detail: {
      ages: listed(crossing.map(({ label }) => label)),
      limits: listed(crossing.map(({ limit }) => `${limit}`)),
    },
  };
}

type Summing = {
  readonly cube: Cube;
  readonly geo: Dimension;
  readonly ages: Dimension | undefined;
  readonly sexes: Dimension | undefined;
  readonly fixed: ReadonlyMap<Dimension, readonly number[]>;
  readonly year: number;
};

/** Adds up the cells of a region. One that is not there makes the sum unsaid, since it would come out too low. */
function summing({ cube, geo, ages, sexes, fixed, year }: Summing) {
  const strides = stridesOf(cube.dimensions);
  const offsetsOf = (dimension: Dimension, values: readonly number[]) =>
    values.map((value) => value * (strides.get(dimension) ?? 0));
  const base = [...fixed].reduce<readonly number[]>(
    (starts, [dimension, values]) =>
      starts.flatMap((start) => offsetsOf(dimension, values).map((offset) => start + offset)),
    [0],
  );
  const sum = (region: Region, ageSet: readonly number[], sexSet: readonly number[]): Result<number, No> => {
    const start = region.place * (strides.get(geo) ?? 0);
    const missing: string[] = [];
    let mark = "";
    let people = 0;
    for (const age of ageSet)
      for (const sex of sexSet)
        for (const offset of base) {
          // Where nothing divides by age or by sex there is one value, and it adds nothing to where the cell lies.
          const at = start + offset + age * (strides.get(ages) ?? 0) + sex * (strides.get(sexes) ?? 0);
          const cell = cube.cells[at];
          const where = [region.name, ages?.categories[age]?.label, sexes?.categories[sex]?.label, year];
          const named = where.filter((one) => one !== undefined).join(", ");
          if (typeof cell !== "number") {
            mark ||= cell ?? "";
            missing.push(named);
          } else if (!Number.isInteger(cell) || cell < 0)
            return no("figure-not-people", { field: "file", detail: { figure: cell, where: named } });
          else people += cell;
        }
    const [first = ""] = missing;
    if (missing.length > 0)
      return no("figure-missing", {
        field: "file",
        detail: { where: first, count: missing.length, mark: mark === "" ? "–" : mark },
      });
    return yes(people);
  };
  return sum;
}

/** The localities that have a figure. Of the areas that Statistics Sweden drew itself, those that are named as a village here is. */
function localitiesIn(
  within: readonly Region[],
  { villages }: TableWish,
  residentsOf: (region: Region) => Result<number, No>,
): Result<{ readonly found: readonly Locality[]; readonly without: readonly string[]; readonly unnamed: number }, No> {
  const found: Locality[] = [];
  const without = new Set<string>();
  let unnamed = 0;
  const taken = new Set<string>();
  const isTaken = (name: string) => taken.has(name.toLocaleLowerCase("sv"));
  const inTurn = [
    ...within.filter(({ kind }) => kind === "locality"),
    ...within.filter(({ kind }) => kind === "drawn"),
  ];
  for (const region of inTurn) {
    const { code, name, kind } = region;
    if (isTaken(name) || (kind === "drawn" && !villages.some((village) => sameName(village, name)))) {
      unnamed += kind === "drawn" ? 1 : 0;
      continue;
    }
    const residents = residentsOf(region);
    if (residents.ok) {
      found.push({ code, name, residents: residents.value });
      taken.add(name.toLocaleLowerCase("sv"));
    } else if (residents.refusal.why === "figure-missing") without.add(name);
    else return residents;
  }
  return yes({
    found: found.toSorted((a, b) => b.residents - a.residents),
    // The same locality may stand there by an older code too, without a figure for this year.
    without: [...without].filter((name) => !isTaken(name)),
    unnamed,
  });
}

function sourceOf(cube: Cube, { category }: { readonly category: Category | undefined }): TableSource {
  const named = category !== undefined && ABOUT_PEOPLE.test(category.label) ? category.label : cube.contents;
  const what = ABOUT_PEOPLE.test(named)
    ? named
    : cube.title.slice(0, LONGEST_NAME).replace(/\s+(efter|by|per)\s.*$/iu, "");
  // "Den 31 december respektive år" is that day of the year which is said.
  const day = (category?.refPeriod ?? cube.refPeriod)
    .slice(0, LONGEST_NAME)
    .replace(/^den\s+/iu, "")
    .replace(/\s*(respektive|resp\.?|varje|each)\s+(år|year)\.?$/iu, "");
  const { licence } = publisherOfTable(cube.source, cube.copyright);
  return {
    source: cube.source.slice(0, LONGEST_NAME).trim() || "Källan står inte i filen",
    tableId: cube.id.trim().length <= 40 ? cube.id.trim() : "",
    contents: [what.trim() || "Folkmängd", day.length > 0 && day.length <= 40 ? day : ""].filter(Boolean).join(" "),
    licence,
    updatedOn: cube.updated,
  };
}

/** A few of them, so that whoever chose wrong sees it. */
function listed(names: readonly string[]): string {
  return names.length > 6 ? `${names.slice(0, 6).join(", ")} …` : names.join(", ");
}
