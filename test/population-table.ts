// Tables of who lives where, in the form and with the codes that Statistics Sweden's database gives them, with made-up figures.

export type Values = Readonly<Record<string, string>>;
export const OCKELBO = { "2101": "2101 Ockelbo" };
export const BOTH = { "1": "män", "2": "kvinnor" };
const YEAR = { "2023": "2023" };
const PEOPLE = { BE0101N1: "Folkmängd" };
export const YEARLY: Values = Object.fromEntries([
  ...Array.from({ length: 100 }, (_, age) => [String(age), `${age} år`]),
  ["100+", "100+ år"],
]);
const TITLE = "Folkmängden efter region, ålder, kön, tabellinnehåll och år";

export type Given = {
  readonly region?: Values;
  readonly age?: Values;
  readonly sex?: Values;
  readonly contents?: Values;
  readonly time?: Values;
  readonly more?: readonly (readonly [code: string, label: string, values: Values])[];
  readonly title?: string;
  readonly refPeriod?: string;
};
/** A cell by the codes of its values. */
export type At = (codes: Readonly<Record<string, string>>) => number | string;

/** As the second version of the interface answers with outputFormat=json-stat2. */
export function jsonStat(given: Given, at: At) {
  const { region = OCKELBO, age, sex, contents = PEOPLE, time = YEAR, more = [], title = TITLE, refPeriod } = given;
  const dimensions = [
    ["Region", "region", region] as const,
    ...(age === undefined ? [] : [["Alder", "ålder", age] as const]),
    ...(sex === undefined ? [] : [["Kon", "kön", sex] as const]),
    ...more,
    ["ContentsCode", "tabellinnehåll", contents] as const,
    ["Tid", "år", time] as const,
  ];
  let rows: Record<string, string>[] = [{}];
  // Whole numbers come first in an object whatever order they were written in, as they do in the answers.
  for (const [code, , values] of dimensions)
    rows = rows.flatMap((row) => Object.keys(values).map((value) => ({ ...row, [code]: value })));
  const cells = rows.map((row) => at(row));
  return {
    version: "2.0",
    class: "dataset",
    label: title,
    source: "SCB",
    updated: "2024-02-22T07:00:00Z",
    role: { time: ["Tid"], geo: ["Region"], metric: ["ContentsCode"] },
    id: dimensions.map(([code]) => code),
    size: dimensions.map(([, , values]) => Object.keys(values).length),
    dimension: Object.fromEntries(
      dimensions.map(([code, label, values]) => [
        code,
        {
          label,
          category: {
            index: Object.fromEntries(Object.keys(values).map((value, place) => [value, place])),
            label: values,
          },
          ...(code === "ContentsCode" && refPeriod !== undefined
            ? { extension: { refperiod: { BE0101N1: refPeriod } } }
            : {}),
        },
      ]),
    ),
    value: cells.map((cell) => (typeof cell === "number" ? cell : null)),
    status: Object.fromEntries(cells.flatMap((cell, place) => (typeof cell === "string" ? [[place, cell]] : []))),
    extension: { px: { tableid: "TAB638", contents: title.replace(/\s+efter\s.*$/, ""), copyright: false } },
  };
}
