// What was filled in with ODK, KoboToolbox and others of their kind, as answers to a dialogue: one row of the export for each form, its columns called what the
// questions are called, with the groups they stand in before. Who filled it in, on which phone and when in the day is not read.
import { dayOf, type Day, type Instant } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import {
  type About,
  AGE_BANDS,
  askedOf,
  type Givens,
  LONGEST_TEXT,
  readGiven,
  SEXES,
  textsOf,
} from "../campaigns/answer.ts";
import type { Campaign, Item } from "../campaigns/campaign.ts";
import { clockReader } from "../imports/clock-text.ts";
import { type ImportProblem, shown } from "../imports/import-report.ts";
import type { Reading } from "../imports/importer.ts";
import { openTable, type TableLimits, underHeading } from "../imports/table.ts";
import type { FileBytes } from "../imports/zip.ts";
import { isNamed, PLACE_WORDS } from "./campaign-form.ts";
import { OWN } from "./form.ts";

export type Submission = {
  /** The form's own number, the same however often it is read. */
  readonly foreignId: string;
  readonly given: Givens;
  readonly about: About;
  readonly on: Day | undefined;
  /** All that was written in it. */
  readonly text: string;
};

const INSTANCE = ["meta-instanceID", "meta/instanceID", "meta.instanceID", "instanceID", "KEY", "__id", "_uuid"];
const SENT = ["SubmissionDate", "__system.submissionDate", "_submission_time", "end", "start"];
const REVIEWED = ["ReviewState", "__system.reviewState"];
/** Columns of the program's own, from which nothing is read and nothing is missed. */
const OF_THE_PROGRAM =
  /^(meta[-/.]|__|_|SubmissionDate$|KEY$|instanceID$|instanceName$|Submitter|Attachments|Status$|ReviewState$|DeviceID$|Edits$|FormVersion$|start$|end$|today$|deviceid$|username$|phonenumber$|subscriberid$|simserial$|email$|audit$|formhub)/i;

/** The column in which each form has its number. */
export function instanceColumn(heading: readonly string[]): string | undefined {
  return INSTANCE.find((name) => heading.includes(name));
}

/** Which column holds a question's answer, by the question's name with or without its groups before it. */
type Column =
  | { readonly what: "item"; readonly key: string }
  | { readonly what: "words"; readonly key: string }
  /** One choice of several in a column of its own: 1 where it was chosen. */
  | { readonly what: "choice"; readonly key: string; readonly option: string }
  | { readonly what: "about"; readonly of: "age" | "sex" | "village" }
  | { readonly what: "program" | "unknown" };

const ABOUT = { alder: "age", kon: "sex", ort: "village" } as const;

function columnFor(name: string, items: readonly Item[]): Column {
  const slash = name.lastIndexOf("/");
  if (slash > 0)
    for (const rest of tailsOf(name.slice(0, slash))) {
      const item = items.find(({ key }) => isNamed(rest, key));
      if (item?.question.kind !== "several") continue;
      const option = item.question.options.find(({ key }) => isNamed(name.slice(slash + 1), key));
      if (option !== undefined) return { what: "choice", key: item.key, option: option.key };
    }
  for (const rest of tailsOf(name)) {
    const item = items.find(({ key }) => isNamed(rest, key));
    if (item !== undefined) return { what: "item", key: item.key };
    const place = items.find(
      ({ key, question }) => question.kind === "place" && isNamed(rest, `${key}-${slugOf(PLACE_WORDS)}`),
    );
    if (place !== undefined) return { what: "words", key: place.key };
    const of = rest.startsWith(OWN) ? ABOUT[rest.slice(OWN.length) as keyof typeof ABOUT] : undefined;
    if (of !== undefined) return { what: "about", of };
  }
  return { what: OF_THE_PROGRAM.test(name) || name.startsWith(OWN) ? "program" : "unknown" };
}

/** "grupp-fråga" and "grupp/fråga" as they stand, and without what stands before. */
function* tailsOf(name: string): Iterable<string> {
  yield name;
  for (const { index } of name.matchAll(/[-/.:]/g)) yield name.slice(index + 1);
}

/** How many of a dialogue's questions have a column. */
export function questionsIn(heading: readonly string[], items: readonly Item[]): number {
  const keys = heading.flatMap((name) => {
    const column = columnFor(name, items);
    return "key" in column ? [column.key] : [];
  });
  return new Set(keys).size;
}

/** Reads the forms of an export, row by row; never throws for what stands in it. */
export async function* readSubmissions(
  file: FileBytes,
  campaign: Campaign,
  today: Day,
  limits: TableLimits = {},
): AsyncIterable<Reading<Submission>> {
  const opened = await openTable(file, {}, limits);
  if (!opened.ok) return yield { problems: [{ line: 1, read: "", expected: "a-whole-file" }] };
  let read: ((cells: readonly string[], line: number) => Reading<Submission>) | undefined;
  for await (const row of underHeading(opened.value.rows)) {
    if ("heading" in row) read = rowReader(row.heading.names, row.heading.line, campaign, today);
    else if (row.cells === undefined)
      yield { problems: [{ line: row.line, read: shown(row.raw), expected: row.expected }] };
    else if (!row.cells.every((cell) => cell.trim() === "")) yield read!(row.cells, row.line);
  }
}

const clock = clockReader("iso", "Europe/Stockholm");

function rowReader(heading: readonly string[], headingLine: number, campaign: Campaign, today: Day) {
  const { items } = campaign;
  const columns = heading.map((name) => columnFor(name, items));
  const instance = instanceColumn(heading) ?? "";
  const villages = campaign.villages.map((name) => slugOf(name));
  // Told with the first row, since a file without rows misses nothing.
  let unread: readonly ImportProblem[] = heading.flatMap((name, place) =>
    columns[place]!.what === "unknown" && name !== ""
      ? [{ line: headingLine, read: shown(name), expected: "a-question-of-the-dialogue" as const }]
      : [],
  );
  return (cells: readonly string[], line: number): Reading<Submission> => {
    const cell = (name: string) => cells[heading.indexOf(name)]?.trim() ?? "";
    const first = (names: readonly string[]) => names.map(cell).find((text) => text !== "") ?? "";
    const problems: ImportProblem[] = [...unread];
    unread = [];
    const foreignId = first([instance, ...INSTANCE]);
    if (foreignId === "")
      return { problems: [...problems, { line, column: INSTANCE[0]!, read: "", expected: "an-instance-id" }] };
    // Somebody has looked at it there and turned it down.
    if (first(REVIEWED) === "rejected") return { withheld: true, problems };
    const values = new Map<string, readonly string[]>();
    const about: { age?: About["age"]; sex?: About["sex"]; village?: About["village"] } = {};
    for (const [place, column] of columns.entries()) {
      const value = cells[place]?.trim() ?? "";
      if (value === "" || value === "n/a") continue;
      if (column.what === "words") values.set(`${column.key}.words`, [value]);
      else if (column.what === "choice") {
        if (/^(1|true)$/i.test(value)) values.set(column.key, [...(values.get(column.key) ?? []), column.option]);
      } else if (column.what === "item") {
        const { found, wrong } = answerIn(
          value,
          items.find(({ key }) => key === column.key)!,
        );
        if (found.length > 0) values.set(column.key, [...(values.get(column.key) ?? []), ...found]);
        for (const { read, expected } of wrong) problems.push({ line, column: heading[place]!, read, expected });
      } else if (column.what === "about") {
        if (column.of === "age") about.age = AGE_BANDS.find((one) => one === value);
        else if (column.of === "sex") about.sex = SEXES.find((one) => one === value);
        else about.village = villages.find((one) => one === slugOf(value));
      }
    }
    const { given, covered } = readGiven(items, (key) => values.get(key) ?? []);
    const asked = askedOf(items, given);
    const kept = Object.fromEntries(asked.flatMap(({ key }) => (given[key] === undefined ? [] : [[key, given[key]]])));
    if (Object.keys(kept).length === 0) return { problems: [...problems, { line, read: "", expected: "an-answer" }] };
    for (const key of Object.keys(covered)) {
      const place = columns.findIndex((column) => "key" in column && column.key === key);
      problems.push({ line, column: heading[place] ?? key, read: "…", expected: "words-about-no-person" });
    }
    const sent = clock(first(SENT));
    const text = textsOf(asked, kept)
      .map((one) => one.text)
      .join("\n");
    return { incident: { foreignId, given: kept, about, on: dayWithin(sent, today), text }, problems };
  };
}

/** The day it came; a clock that goes ahead says nothing. */
function dayWithin(sent: Instant | undefined, today: Day): Day | undefined {
  const day = sent === undefined ? undefined : dayOf(sent);
  return day === undefined || day > today ? undefined : day;
}

type Wrong = Pick<ImportProblem, "read" | "expected">;
/** The answers in a cell, by our names for them. Several are written with spaces between. */
function answerIn(value: string, { question }: Item): { found: readonly string[]; wrong: readonly Wrong[] } {
  if (question.kind === "text") {
    const isLong = value.length > LONGEST_TEXT;
    return { found: [value], wrong: isLong ? [{ read: shown("…"), expected: "a-shorter-text" }] : [] };
  }
  // OData writes a list, or a text with spaces.
  const words = question.kind === "several" ? value.replaceAll(/^\[|\]$|"/g, "").split(/[\s,]+/) : [value];
  const found: string[] = [];
  const wrong: Wrong[] = [];
  for (const word of words.filter((one) => one !== "")) {
    const option = question.options.find(({ key }) => isNamed(word, key));
    if (option === undefined) wrong.push({ read: shown(word), expected: "an-answer-of-the-question" });
    else found.push(option.key);
  }
  return { found, wrong };
}
