// The promise as a table: written for a spreadsheet in Swedish, read from one that people have had their hands in. Nothing is read halfway: a fault says
// which row and which column, and then nothing of the file is used.
import { parse } from "csv-parse/sync";
import { csvOf } from "../../ground/csv.ts";
import type { Id } from "../../ground/id.ts";
import { contentField, type Content } from "../document.ts";
import { type Column, COLUMNS, columnsOf, DOCUMENT_COLUMN, type Level } from "./columns.ts";
import { type Fault, faultOfIssue, shortened, valueAt } from "./fault.ts";

/** A file read: what is in it, or what is wrong with it; and what stands there that the format does not know. */
export type ReadFile = {
  readonly documents: readonly Content[];
  readonly faults: readonly Fault[];
  readonly unknown: readonly string[];
};
type Tree = Record<string, unknown>;

/** What a spreadsheet would carry out is guarded by csvOf with one '; words that begin so themselves get one more, so that reading can take it away. */
const GUARDED = /^'+[\t\r\n ]*[=+\-@＝＋－＠]/;

/** One row an activity; a promise without activities has one row, and a document without promises too. */
export function tableOf(contents: readonly Content[]): Uint8Array {
  const rows = contents.flatMap((content, at) => rowsOf(content).map((cells) => [String(at + 1), ...cells]));
  return csvOf([[DOCUMENT_COLUMN, ...COLUMNS.map(({ name }) => name)], ...rows]);
}

function rowsOf(content: Content): string[][] {
  const nameOf = new Map(content.parties.map(({ organisationId, name }) => [organisationId as string, name]));
  const pledges: readonly (Content["pledges"][number] | undefined)[] =
    content.pledges.length === 0 ? [undefined] : content.pledges;
  return pledges.flatMap((pledge) => {
    const activities = pledge === undefined || pledge.activities.length === 0 ? [undefined] : pledge.activities;
    return activities.map((activity) => {
      const { accountable } = activity ?? {};
      const told =
        accountable === undefined
          ? activity
          : { ...activity, accountable: { ...accountable, organisationId: nameOf.get(accountable.organisationId) } };
      const at: Record<Level, unknown> = { document: content, pledge, activity: told };
      return COLUMNS.map(({ level, path, cell }) => {
        const value = valueAt(at[level], path);
        const text = value === undefined ? "" : cell.write(value as never);
        return GUARDED.test(text) ? `'${text}` : text;
      });
    });
  });
}

/** Reads a table of promises. Separated by semicolons, commas or tabs; ids are made for what has none in a table. */
export function readTable(text: string, newId: () => string): ReadFile {
  const records = recordsOf(text);
  if (!Array.isArray(records)) return { documents: [], faults: [records], unknown: [] };
  const heading = (records[0] ?? []).map((name) => name.trim().toLowerCase());
  const missing = ["titel", "galler_fran"].filter((name) => !heading.includes(name));
  if (missing.length > 0)
    return { documents: [], faults: [{ kind: "no-heading", row: 1, expected: missing.join(", ") }], unknown: [] };
  const known = new Set([DOCUMENT_COLUMN, ...COLUMNS.map(({ name }) => name)]);
  const reader = new Reader(newId);
  for (const [at, record] of records.entries()) {
    const cells = new Map(heading.map((name, column) => [name, (record[column] ?? "").trim()]));
    if (at > 0 && [...cells.values()].some((cell) => cell !== "")) reader.take(cells, at + 1);
  }
  return { ...reader.end(), unknown: heading.filter((name) => name !== "" && !known.has(name)) };
}

function recordsOf(text: string): string[][] | Fault {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [";", "\t", ","].find((mark) => heading.includes(mark)) ?? ";";
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] });
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    return { kind: "broken-quotes", ...(line === undefined ? {} : { row: line }) };
  }
}

type Rows = { readonly document: number; readonly pledges: { readonly row: number; readonly activities: number[] }[] };

/** Puts rows together: to documents, their promises, their activities. */
class Reader {
  readonly #faults: Fault[] = [];
  readonly #made = new Map<string, { readonly tree: Tree; readonly rows: Rows; pledge: string }>();
  #latest = "";
  readonly #newId: () => string;
  constructor(newId: () => string) {
    this.#newId = newId;
  }

  take(cells: ReadonlyMap<string, string>, row: number): void {
    const key = cells.get(DOCUMENT_COLUMN) || cells.get("titel") || this.#latest;
    this.#latest = key;
    let made = this.#made.get(key);
    if (made === undefined) {
      const tree = { basis: [], sources: [], ...this.#read("document", cells, row), pledges: [] };
      made = { tree, rows: { document: row, pledges: [] }, pledge: "" };
      this.#made.set(key, made);
    } else this.#sameAs("document", made.tree, cells, row);
    const pledges = made.tree["pledges"] as Tree[];
    const isPledge = columnsOf("pledge").some(({ name }) => (cells.get(name) ?? "") !== "");
    const isActivity = columnsOf("activity").some(({ name }) => (cells.get(name) ?? "") !== "");
    const pledge = cells.get("lofte") || cells.get("lofte_text") || made.pledge;
    if (isPledge && (pledge !== made.pledge || pledges.length === 0)) {
      const order = pledges.length + 1;
      const read = this.#read("pledge", cells, row);
      pledges.push({ order, owner: "joint", problemIds: [], ...read, activities: [] });
      made.rows.pledges.push({ row, activities: [] });
      made.pledge = pledge;
    } else if (isPledge) this.#sameAs("pledge", pledges.at(-1)!, cells, row);
    if (!isActivity) return;
    const under = pledges.at(-1);
    if (under === undefined) {
      this.#faults.push({ kind: "missing", row, column: "lofte_text" });
      return;
    }
    const activities = under["activities"] as Tree[];
    const number = `${String(under["order"])}.${activities.length + 1}`;
    const { place, ...read } = this.#read("activity", cells, row);
    activities.push({
      number,
      owner: under["owner"],
      modality: "do-count",
      ...read,
      ...(place === undefined ? {} : { place: placed(place as Tree) }),
    });
    made.rows.pledges.at(-1)!.activities.push(row);
  }

  /** What has no id gets one, and so does the copy of a row that had: it is something new. */
  #giveIds(tree: Tree): void {
    const taken = new Set<unknown>();
    const give = (one: Tree) => {
      if (one["id"] === undefined || taken.has(one["id"])) one["id"] = this.#newId();
      taken.add(one["id"]);
    };
    for (const pledge of tree["pledges"] as Tree[]) {
      give(pledge);
      for (const activity of pledge["activities"] as Tree[]) give(activity);
    }
    for (const former of (tree["formerly"] ?? []) as Tree[]) former["id"] ??= this.#newId();
  }

  #read(level: Level, cells: ReadonlyMap<string, string>, row: number): Tree {
    const tree: Tree = {};
    for (const column of columnsOf(level)) {
      const given = cells.get(column.name) ?? "";
      if (given === "") continue;
      const read = column.cell.read(unguarded(given));
      if ("value" in read) put(tree, column.path, read.value);
      else {
        const { fault, ...more } = read;
        this.#faults.push({ kind: fault, row, column: column.name, read: shortened(given), ...more });
      }
    }
    return tree;
  }

  /** What is repeated must be the same, or left empty: two rows that say two things are not ours to choose between. */
  #sameAs(level: Level, tree: Tree, cells: ReadonlyMap<string, string>, row: number): void {
    for (const { name, path, cell } of columnsOf(level)) {
      const given = cells.get(name) ?? "";
      if (given === "") continue;
      const read = cell.read(unguarded(given));
      const before = valueAt(tree, path);
      if ("value" in read && JSON.stringify(read.value) === JSON.stringify(before)) continue;
      const expected = before === undefined ? "" : shortened(cell.write(before as never));
      this.#faults.push({ kind: "says-otherwise", row, column: name, read: shortened(given), expected });
    }
  }

  end(): Pick<ReadFile, "documents" | "faults"> {
    const documents: Content[] = [];
    const cellOf = ({ row, column }: Pick<Fault, "row" | "column">) => `${row ?? ""} ${column ?? ""}`;
    const told = new Set(this.#faults.map(cellOf));
    for (const { tree, rows } of this.#made.values()) {
      this.#nameOrganisations(tree);
      this.#giveIds(tree);
      const read = contentField.safeParse(tree);
      if (read.success) documents.push(read.data);
      else
        for (const issue of read.error.issues) {
          const place = placeOf(issue.path, rows);
          if (told.has(cellOf(place))) continue;
          told.add(cellOf(place));
          this.#faults.push({ ...place, ...faultOfIssue(issue, valueAt(tree, issue.path)) });
        }
    }
    if (this.#made.size === 0) this.#faults.push({ kind: "no-documents" });
    const faults = this.#faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    return { documents: faults.length === 0 ? documents : [], faults };
  }

  /** A table names the party of a unit; the JSON form points at it. */
  #nameOrganisations(tree: Tree): void {
    const parties = (tree["parties"] ?? []) as {
      name: string;
      standing: string;
      organisationId?: Id<"organisation">;
    }[];
    for (const pledge of tree["pledges"] as Tree[])
      for (const activity of pledge["activities"] as Tree[]) {
        const accountable = activity["accountable"] as Tree | undefined;
        if (accountable === undefined) continue;
        const named = accountable["organisationId"];
        const party =
          parties.find(({ name }) => name === named) ??
          (named === undefined ? parties.find(({ standing }) => standing === activity["owner"]) : undefined);
        const id = (party?.organisationId ?? this.#newId()) as Id<"organisation">;
        if (party !== undefined) party.organisationId = id;
        activity["accountable"] = { accepted: false, ...accountable, organisationId: id };
      }
  }
}

/** A place with its two positions is a point; one of them alone is for the door of the content to refuse. */
function placed(place: Tree): Tree {
  const { name, position, accuracyMetres } = place;
  if (position === undefined && accuracyMetres === undefined) return place;
  return {
    kind: "point",
    position: ["0", "1"].map((at) => valueAt(position, [at])),
    ...(accuracyMetres === undefined ? {} : { accuracyMetres }),
    ...(name === undefined ? {} : { name }),
  };
}

const unguarded = (cell: string) => (GUARDED.test(cell) ? cell.slice(1) : cell);

function put(tree: Tree, [step, ...rest]: readonly string[], value: unknown): void {
  if (step === undefined) return;
  if (rest.length === 0) tree[step] = value;
  else put((tree[step] ??= {}) as Tree, rest, value);
}

/** The row and column of what the door of the content refused. */
function placeOf(path: readonly PropertyKey[], rows: Rows): { readonly row: number; readonly column?: string } {
  const [first, pledge, inner, activity, ...rest] = path;
  const at = (level: Level, row: number, way: readonly PropertyKey[]) => {
    const column = columnFor(level, way);
    return { row, ...(column === undefined ? {} : { column: column.name }) };
  };
  if (first !== "pledges" || typeof pledge !== "number") return at("document", rows.document, path);
  const { row, activities } = rows.pledges[pledge]!;
  if (inner !== "activities" || typeof activity !== "number") return at("pledge", row, path.slice(2));
  return at("activity", activities[activity] ?? row, rest);
}

/** The column that holds most of the way there. */
function columnFor(level: Level, way: readonly PropertyKey[]): Column | undefined {
  const shared = ({ path }: Column) => {
    const steps = Math.min(path.length, way.length);
    return path.slice(0, steps).every((step, at) => step === String(way[at])) ? steps : 0;
  };
  const [nearest] = columnsOf(level)
    .filter((one) => shared(one) > 0)
    .toSorted((a, b) => shared(b) - shared(a));
  return nearest;
}
