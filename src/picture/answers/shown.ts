// What may be shown: a table of counts as strangers may see it, with what is hidden and why, and the places of a map that stand for enough. `samsyn picture suppress` prints it.
import type { Said } from "../../ground/words.ts";
import type { Earlier } from "../engine/shown/attacker.ts";
import { shownPlaces, type ShownPlace } from "../engine/shown/k-anonymity.ts";
import { type Margins, MOST_CELLS, withMargins } from "../engine/shown/margins.ts";
import { type CountRule, type CountSuppression, suppressCounts } from "../engine/shown/suppression.ts";
import type { Threshold } from "../engine/shown/threshold.ts";
import { inBoth, METHOD_VERSION } from "./basis.ts";
import type { EventRow } from "./event-table.ts";
import { sentences, type TableProblem } from "./words.ts";

export type TableDivision = {
  readonly column: string;
  /** The code above each code that has one. */
  readonly above?: Readonly<Record<string, string>>;
  /** True when it tells something of persons (a kind of crime, a habit), so that a group all in one code is told of. */
  readonly attribute?: boolean;
};
/** Something published before: the sum of these cells, each by its codes ("" for all), was said to lie between these. */
export type EarlierSum = {
  readonly cells: readonly (readonly string[])[];
  readonly lower: number;
  readonly upper: number;
};
export type TableWish = {
  readonly divisions: readonly TableDivision[];
  /** The column of counts; each row is one where it is not given. */
  readonly count?: string;
  readonly threshold: Pick<Threshold, "fewest" | "zeros">;
  readonly told?: CountRule["told"];
  readonly cost?: "value" | "cells";
  /** Which totals are published: of each, the columns that are not summed over ([] is the whole). All are when it is not given. The innermost cells always are. */
  readonly totals?: readonly (readonly string[])[];
  readonly earlier?: readonly EarlierSum[];
};

/** As a public page tells a count. */
export type ShownCount =
  | { readonly shown: "count"; readonly value: number }
  | { readonly shown: "fewer-than"; readonly than: number }
  | { readonly shown: "withheld" };
export type ShownTable = {
  readonly ok: true;
  readonly method: string;
  readonly version: string;
  readonly sentence: Said;
  readonly columns: readonly string[];
  /** False when what is published already gives hidden figures away: then every cell is withheld. */
  readonly mayBeShown: boolean;
  /** Codes in the order of `columns`, "" for all. Nothing here tells more than may be told. */
  readonly cells: readonly ({ readonly codes: readonly string[] } & ShownCount)[];
  /** Not for strangers: the cost and the reasons say more of what is hidden than the table does. */
  readonly inside: {
    readonly n: number;
    readonly hidden: readonly {
      readonly codes: readonly string[];
      readonly role: "primary" | "complementary" | "unpublished";
      /** What can be worked out at best from all that is published; `upper` is missing where nothing says. */
      readonly lower: number;
      readonly upper?: number;
    }[];
    readonly cost: number;
    /** No choice that protects as well costs less than this. */
    readonly bound: number;
    readonly gap: number;
    readonly unprotected: readonly (readonly string[])[];
  };
};
export type NoTable = {
  readonly ok: false;
  readonly wrong: TableProblem;
  readonly detail: Readonly<Record<string, string | number>>;
};
const wrong = (what: TableProblem, detail: NoTable["detail"] = {}): NoTable => ({ ok: false, wrong: what, detail });

/** The table as strangers may see it: what is of too few is hidden, and so much more that it cannot be worked out of all that is published. */
export function suppressAnswer(rows: readonly EventRow[], wish: TableWish): ShownTable | NoTable {
  const read = readTable(rows, wish);
  if (!read.ok) return read;
  const { margins } = read;
  const earlier = readEarlier(margins, wish);
  if (!earlier.ok) return earlier;
  const { threshold, told = "fewer-than", cost = "value" } = wish;
  const attributes = wish.divisions.flatMap(({ attribute }, place) => (attribute === true ? [place] : []));
  const isPublished = publishedOf(margins, wish);
  const suppression = suppressCounts(
    margins,
    { ...threshold, told, attributes },
    { cost, isPublished, earlier: earlier.sums },
  );
  const codesOf = (cell: number) => margins.nodesOf(cell).map((node, d) => margins.nodes[d]![node]!);
  const mayBeShown = suppression.unprotected.length === 0;
  const shown = [...margins.values.keys()].filter(isPublished);
  const hidden = new Set(suppression.hidden.map(({ cell }) => cell));
  const count = (cell: number): ShownCount => {
    if (!mayBeShown || (hidden.has(cell) && !suppression.fewerThan.has(cell))) return { shown: "withheld" };
    return hidden.has(cell)
      ? { shown: "fewer-than", than: threshold.fewest }
      : { shown: "count", value: margins.values[cell]! };
  };
  return {
    ok: true,
    method: "cell-suppression",
    version: METHOD_VERSION,
    sentence: sentenceOf(suppression, shown.length),
    columns: wish.divisions.map(({ column }) => column),
    mayBeShown,
    cells: shown.map((cell) => ({ codes: codesOf(cell), ...count(cell) })),
    inside: {
      n: margins.values[0]!,
      hidden: suppression.hidden.map(({ cell, role, attacker: { lower, upper } }) => ({
        codes: codesOf(cell),
        role,
        ...wholeWithin(lower, upper),
      })),
      cost: suppression.cost,
      bound: suppression.bound,
      gap: suppression.gap,
      unprotected: suppression.unprotected.map(codesOf),
    },
  };
}

/** Counts are whole, and whoever tries to work them out knows it. */
function wholeWithin(lower: number, upper: number): { readonly lower: number; readonly upper?: number } {
  const least = Math.ceil(lower - 1e-6);
  return upper === Infinity ? { lower: least } : { lower: least, upper: Math.floor(upper + 1e-6) };
}

function sentenceOf({ hidden, unprotected }: CountSuppression, cells: number): Said {
  if (unprotected.length > 0) return inBoth(sentences.tableLeaks, { count: unprotected.length });
  const of = (role: string) => hidden.filter((each) => each.role === role);
  const [primary, complementary] = [of("primary"), of("complementary")];
  if (primary.length === 0) return inBoth(sentences.tableWhole, { cells });
  const nearest = primary
    .map(({ attacker }) => wholeWithin(attacker.lower, attacker.upper))
    .reduce((a, b) => ((b.upper ?? Infinity) - b.lower < (a.upper ?? Infinity) - a.lower ? b : a));
  const counts = {
    hidden: primary.length + complementary.length,
    cells,
    primary: primary.length,
    complementary: complementary.length,
  };
  return nearest.upper === undefined
    ? inBoth(sentences.tableHiddenOpen, counts)
    : inBoth(sentences.tableHidden, { ...counts, low: nearest.lower, high: nearest.upper });
}

type ReadTable = { readonly ok: true; readonly margins: Margins };

/** The rows as a table with all its margins. */
export function readTable(
  rows: readonly EventRow[],
  { divisions, count }: Pick<TableWish, "divisions" | "count">,
): ReadTable | NoTable {
  const [first] = rows;
  if (first === undefined) return wrong("no-rows");
  const columns = divisions.map(({ column }) => column);
  for (const column of count === undefined ? columns : [...columns, count])
    if (!Object.hasOwn(first.cells, column)) return wrong("no-such-column", { column });
  const counts: (readonly [codes: readonly string[], count: number])[] = [];
  for (const { line, cells } of rows) {
    const said = count === undefined ? "1" : (cells[count] ?? "").trim();
    if (!/^\d{1,15}$/.test(said)) return wrong("not-a-count", { line, column: count ?? "", read: said });
    counts.push([columns.map((column) => codeIn(cells, column)), Number(said)]);
  }
  const dimensions = divisions.map(({ column, above = {} }, place) => ({
    name: column,
    codes: [...new Set(counts.map(([codes]) => codes[place]!))],
    above,
  }));
  for (const { name, codes, above } of dimensions) {
    const problem = aboveProblem(codes, above);
    if (problem !== undefined) return wrong(problem.wrong, { column: name, code: problem.code });
  }
  const cells = dimensions.reduce((so, { codes, above }) => so * (withThoseAbove(codes, above).size + 1), 1);
  if (cells > MOST_CELLS) return wrong("too-many-cells", { cells, most: MOST_CELLS });
  return { ok: true, margins: withMargins(dimensions, counts) };
}

/** The row's code; a row without one is counted under "?", since "" stands for all. */
export function codeIn(cells: EventRow["cells"], column: string): string {
  const said = (cells[column] ?? "").trim();
  return said === "" ? "?" : said;
}

function withThoseAbove(codes: readonly string[], above: Readonly<Record<string, string>>): ReadonlySet<string> {
  const all = new Set(codes);
  // What is added while going through is gone through too.
  for (const code of all) if (Object.hasOwn(above, code)) all.add(above[code]!);
  return all;
}

function aboveProblem(
  codes: readonly string[],
  above: Readonly<Record<string, string>>,
): { readonly wrong: "counts-above" | "code-under-itself"; readonly code: string } | undefined {
  const all = withThoseAbove(codes, above);
  const over = new Set([...all].flatMap((code) => (Object.hasOwn(above, code) ? [above[code]!] : [])));
  for (const code of all) {
    const chain = new Set<string>();
    for (let here = code; Object.hasOwn(above, here); here = above[here]!) {
      if (chain.has(here)) return { wrong: "code-under-itself", code };
      chain.add(here);
    }
  }
  const both = codes.find((code) => over.has(code));
  return both === undefined ? undefined : { wrong: "counts-above", code: both };
}

function publishedOf({ nodesOf, inner }: Margins, { divisions, totals }: TableWish): (cell: number) => boolean {
  if (totals === undefined) return () => true;
  const published = new Set(
    totals.map((columns) => divisions.map(({ column }) => Number(columns.includes(column))).join("")),
  );
  return (cell) =>
    inner[cell] === 1 ||
    published.has(
      nodesOf(cell)
        .map((node) => Number(node > 0))
        .join(""),
    );
}

function readEarlier(
  { nodes, cellOf, values }: Margins,
  { divisions, earlier = [] }: TableWish,
): { readonly ok: true; readonly sums: readonly Earlier[] } | NoTable {
  const sums: Earlier[] = [];
  for (const { cells, lower, upper } of earlier) {
    const numbers: number[] = [];
    for (const codes of cells) {
      const places = divisions.map((_, d) => nodes[d]!.indexOf(codes[d] ?? ""));
      const unknown = places.indexOf(-1);
      if (unknown >= 0)
        return wrong("unknown-code", { column: divisions[unknown]!.column, code: codes[unknown] ?? "" });
      numbers.push(cellOf(places));
    }
    const value = numbers.reduce((sum, cell) => sum + values[cell]!, 0);
    if (value < lower || value > upper) return wrong("contradicts-earlier", { lower, upper, value });
    sums.push({ cells: numbers, lower, upper });
  }
  return { ok: true, sums };
}

export type PlacesAnswer<Cell> = {
  readonly method: string;
  readonly version: string;
  readonly sentence: Said;
  readonly places: readonly ShownPlace<Cell>[];
  /** The number of all events; missing when it would tell of too few. */
  readonly total?: number;
};

/** The finest cells of a map that may be shown, what is too few counted in the cell above (shapes as in `shownPlaces`). */
export function placesAnswer<Cell extends string | number>(
  cells: ArrayLike<Cell>,
  addresses: ArrayLike<string | number>,
  above: (cell: Cell) => Cell | undefined,
  threshold: Threshold,
): PlacesAnswer<Cell> {
  const { shown, hidden, mayTellTotal } = shownPlaces(cells, addresses, above, threshold);
  const said = hidden.events === 0 ? sentences.placesShown : sentences.placesHidden;
  return {
    method: "k-anonymous-cells",
    version: METHOD_VERSION,
    sentence: inBoth(said, {
      places: shown.length,
      fewest: threshold.fewest,
      addresses: threshold.fewestAddresses,
    }),
    places: shown,
    ...(mayTellTotal ? { total: cells.length } : {}),
  };
}
