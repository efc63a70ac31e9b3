// An open dataset as a file: the same rows and the same words in each form, byte for byte the same as long as nothing has changed.
import { csvOf } from "../../ground/csv.ts";
import { say } from "../../ground/words.ts";
import { type Cell, columnsOf, type Dataset, type OpenRow } from "./dataset.ts";
import { changes, FORMAT_VERSION, types, words } from "./words.ts";

export const LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";
export const FORMS = ["csv", "json", "geojson"] as const;
export type Form = (typeof FORMS)[number];

export const MEDIA: Readonly<Record<Form, string>> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  geojson: "application/geo+json; charset=utf-8",
};

/** The forms a dataset has: on a map only what has places. */
export function formsOf({ hasPlaces }: Dataset): readonly Form[] {
  return hasPlaces ? FORMS : FORMS.filter((form) => form !== "geojson");
}

/** The file of a dataset in a form. */
export function fileOf(dataset: Dataset, rows: readonly OpenRow[], form: Form): Uint8Array {
  const bytes = (text: string) => new TextEncoder().encode(text);
  if (form === "csv") return tableOf(dataset, rows);
  if (form === "geojson") return bytes(collectionOf(rows));
  const head = { datamangd: dataset.name, format: FORMAT_VERSION, licens: LICENCE, antal: rows.length };
  const lines = rows.map(({ cells }) => JSON.stringify(cells));
  return bytes(`${JSON.stringify(head).slice(0, -1)},"rader":[\n${lines.join(",\n")}\n]}\n`);
}

function tableOf(dataset: Dataset, rows: readonly OpenRow[]): Uint8Array {
  const names = columnsOf(dataset).map(({ name }) => name);
  return csvOf([names, ...rows.map(({ cells }) => names.map((name) => textOf(cells[name] ?? null)))]);
}

const textOf = (cell: Cell) => (cell === null ? "" : typeof cell === "number" ? cell : String(cell));

/** A row as GeoJSON has it. */
export function featureOf({ id, geometry, cells }: OpenRow) {
  const { id: _id, ...properties } = cells;
  return { type: "Feature" as const, id, geometry, properties };
}

function collectionOf(rows: readonly OpenRow[]): string {
  const lines = rows.map((row) => JSON.stringify(featureOf(row)));
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

/** What lies beside the files when all of them are had at once. */
export function readMe(datasets: readonly Dataset[], origin: string): string {
  const lines = [
    say(words.catalogueTitle, "sv"),
    `${origin}/oppna-data`,
    "",
    say(words.licence, "sv"),
    LICENCE,
    say(words.csvText, "sv"),
    say(words.stable, "sv"),
    "",
    ...datasets.flatMap((dataset) => [
      `${dataset.name}: ${say(dataset.title, "sv")}`,
      say(dataset.what, "sv"),
      ...dataset.silent.map((one) => `- ${say(one, "sv")}`),
      ...columnsOf(dataset).map((one) => `  ${one.name} (${say(types[one.type], "sv")}): ${say(one.meaning, "sv")}`),
      "",
    ]),
    say(words.formatChanges, "sv"),
    ...changes.map(({ on, what }) => `${on} ${say(what, "sv")}`),
  ];
  return `${lines.join("\r\n")}\r\n`;
}
