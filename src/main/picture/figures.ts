// A small table under the sentence, where figures say more: for a person at a terminal, in the Swedish way of writing numbers. Areas keep the order of their file: nothing here is a ranking of them.
import type { z } from "zod";
import type { AnswerName, answerSchemas } from "../../picture/answers/schemas.ts";

const ROWS = 12;

const whole = new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 0 });
const rounded = new Intl.NumberFormat("sv-SE", { maximumSignificantDigits: 3 });
const degrees = new Intl.NumberFormat("sv-SE", {
  minimumFractionDigits: 5,
  maximumFractionDigits: 5,
  useGrouping: false,
});

type Cell = string | number | null | undefined;
function written(cell: Cell): string {
  if (cell === undefined || cell === null || cell === "") return "–";
  if (typeof cell === "string") return cell;
  return Number.isInteger(cell) ? whole.format(cell) : rounded.format(cell);
}

/** Below one in a thousand nobody is helped by how far. */
const asP = (p: number): string => (p < 0.001 ? "< 0,001" : rounded.format(p));

/** Columns side by side, numbers to the right; what does not fit is counted. */
function tableOf(headings: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, ROWS);
  const cells = [headings, ...shown.map((row) => row.map(written))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const isNumber = headings.map((_, column) => shown.every((row) => typeof row[column] !== "string"));
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        isNumber[column] === true ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join("  ")
      .trimEnd(),
  );
  const more = rows.length - shown.length;
  return [
    "",
    ...lines,
    ...(more > 0 ? [`… och ${whole.format(more)} till / and ${whole.format(more)} more (--json)`] : []),
  ];
}

type Answers = { readonly [name in AnswerName]: z.infer<(typeof answerSchemas)[name]> };
const between = ({ low, high }: { readonly low: number | null; readonly high: number | null }): string =>
  `${written(low)}–${written(high)}`;
/** Degrees, or the file's own metres. */
const at = ([x, y]: readonly [number, number]): string =>
  Math.abs(x) <= 180 && Math.abs(y) <= 90
    ? `${degrees.format(x)} ${degrees.format(y)}`
    : `${whole.format(x)} ${whole.format(y)}`;

/** The lines to show under an answer of this name; none where its sentence says all. */
export function tablesOf(name: AnswerName, answer: unknown): readonly string[] {
  const is = <Name extends AnswerName>(_name: Name) => answer as Answers[Name];
  switch (name) {
    case "count":
      return countTables(is(name));
    case "rate":
      return tableOf(
        ["område / area", "invånare / residents", "per 1 000", "95 %", "vägd / shrunk", "slumpens gränser / chance"],
        is(name).areas.map(({ area, population, rate, shrunkPer1000, outsideFunnel }) => [
          area,
          population,
          rate.value,
          between(rate),
          shrunkPer1000,
          outsideFunnel ? "utanför / beyond" : "inom / within",
        ]),
      );
    case "hotspot":
      return tableOf(
        ["rutans mitt / middle of cell", "antal / count", "Gi*", "p"],
        is(name)
          .cells.filter(({ significant }) => significant)
          .toSorted((a, b) => (b.z ?? 0) - (a.z ?? 0))
          .map(({ position, count, z: score, p }) => [at(position), count, score, asP(p)]),
      );
    case "cluster":
      return tableOf(
        ["gruppens mitt / middle of group", "antal / count"],
        is(name)
          .groups.toSorted((a, b) => b.count - a.count)
          .map(({ middle, count }) => [at(middle), count]),
      );
    case "scan":
      return tableOf(
        ["mitt / centre", "från / from", "till / to", "antal / cases", "väntat / expected", "p"],
        is(name).clusters.map(({ names, centre, from, to, cases, expected, p }) => [
          names?.[0] ?? at(centre),
          from ?? "",
          to ?? "",
          cases,
          expected,
          asP(p),
        ]),
      );
    case "knox":
      return knoxTable(is(name));
    case "outbreak":
      return outbreakTable(is(name));
    case "power":
    case "power-survey":
      return tableOf(
        ["kvar av det som var / left of what was", "chans att se / chance of seeing"],
        is(name).chanceOfSeeing.map(({ ratio, chance }) => [`${whole.format(ratio * 100)} %`, chance]),
      );
    case "suppress":
      return tableOf(
        [...is(name).columns, "antal / count"],
        is(name).cells.map((cell) => [
          ...codesIn(cell),
          cell.shown === "withheld"
            ? "visas inte / withheld"
            : cell.shown === "fewer-than"
              ? `< ${cell.than}`
              : whole.format(cell.value),
        ]),
      );
    case "cell-key":
    case "extract":
      return tableOf(
        [...is(name).columns, "antal / count"],
        is(name).cells.map((cell) => [...codesIn(cell), cell.value]),
      );
    default:
      return [];
  }
}

const codesIn = ({ codes }: { readonly codes: readonly string[] }) =>
  codes.map((code) => (code === "" ? "alla / all" : code));

function countTables({ byCategory, byMonth }: Answers["count"]): string[] {
  const inRows = (keyed: typeof byMonth) => keyed.map((one) => [one.key, one.value, between(one)]);
  const last = byMonth.slice(-ROWS);
  return [
    ...tableOf(["kategori / category", "antal / count", "95 %"], inRows(byCategory)),
    ...tableOf(["månad / month", "antal / count", "95 %"], inRows(last)),
  ];
}

function knoxTable({ distances, days, table: { observed, ratio, p } }: Answers["knox"]): string[] {
  return tableOf(
    ["meter / metres", "dygn / days", "par / pairs", "kvot / ratio", "p"],
    observed.flatMap((row, d) =>
      row.map((pairs, t) => [
        `${distances[d]}–${distances[d + 1]}`,
        `${days[t]}–${days[t + 1]}`,
        pairs,
        ratio[d]?.[t],
        p[d]?.[t],
      ]),
    ),
  );
}

function outbreakTable({ series }: Answers["outbreak"]): string[] {
  return tableOf(
    ["kategori / category", "antal / count", "väntat / expected", "högst / upper", ""],
    series.flatMap(({ category, farrington, ears }) => {
      const told = farrington ?? ears;
      if (told === undefined) return [];
      const { observed, expected, upper, alarm } = told;
      return [
        [
          category,
          observed,
          expected,
          upper,
          alarm ? "fler än väntat / more than expected" : "inom det väntade / as expected",
        ],
      ];
    }),
  );
}
