// What careful readers marked in real promises, and how the linter compares. The marks and the instruction they were made by: test/promise-marks.
import { readFileSync } from "node:fs";
import { activitiesOf, type Content } from "../src/pledge/document.ts";
import { lint, type Remark } from "../src/pledge/lint.ts";
import type { Rule } from "../src/pledge/rules.ts";
import { ROWS } from "./pledge-rows-data.ts";
import { convertRow } from "./pledge-rows.ts";
import { convert, readTranscribed } from "./real-documents.ts";

/** What can be decided by reading the words alone; the other rules ask for a field that is there or not. */
export const READ: readonly Rule[] = [
  "cannot-fail",
  "no-number",
  "no-place",
  "no-date",
  "a-duty-already",
  "officialese",
  "gives-control-away",
];

type Marked = {
  readonly document: number | string;
  readonly promise?: number;
  readonly activity?: string;
  readonly marks: readonly { readonly rule: Rule; readonly said?: string }[];
};
/** One thing judged: a promise or a whole document by one rule. */
export type Judged = {
  readonly rule: Rule;
  readonly where: string;
  readonly text: string;
  readonly first: boolean;
  /** Undefined where only one has read it. */
  readonly second: boolean | undefined;
  readonly linter: boolean;
};

const readMarks = (name: string): readonly Marked[] =>
  readFileSync(new URL(`promise-marks/${name}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Marked);

const has = (marks: Marked["marks"], rule: Rule) => marks.some((mark) => mark.rule === rule);
const told = (remarks: readonly Remark[], rule: Rule, where: readonly string[]) =>
  remarks.some((remark) => remark.rule === rule && where.includes(remark.where));

/** The 41 documents, read by two who did not see each other's marks. `path`: medborgarloften-dev.jsonl of the shared data. */
export function judgeDocuments(path: string): readonly Judged[] {
  const documents = readTranscribed(path).map(convert);
  const remarks = documents.map(lint);
  const second = readMarks("second");
  return readMarks("first").flatMap(({ document, promise, marks }, line) => {
    const other = second[line];
    if (other?.document !== document || other.promise !== promise)
      throw new Error(`The readers differ in line ${line}`);
    const at = Number(document) - 1;
    const whole = promise === 0;
    const pledge = documents[at]?.pledges.find(({ order }) => order === promise);
    return (whole ? (["no-follow-up"] as const) : READ).map((rule) => ({
      rule,
      where: `${document}.${promise}`,
      text: pledge?.text ?? documents[at]?.title ?? "",
      first: has(marks, rule),
      second: has(other.marks, rule),
      linter: told(remarks[at] ?? [], rule, whole ? [""] : [String(promise), `${promise}.1`]),
    }));
  });
}

/** The activities of domain.md 1.7, read by one who had seen neither the documents nor the linter. */
export function judgeRows(): readonly Judged[] {
  const read = ROWS.flatMap((row) => {
    const content: Content = convertRow(row);
    const remarks = lint(content);
    return activitiesOf(content).map(({ activity }) => ({ id: row.id, activity, remarks }));
  });
  return readMarks("rows").flatMap(({ document, activity: number, marks }, line) => {
    const row = read[line];
    if (row?.id !== document || row?.activity.number !== number) throw new Error(`Line ${line} is another activity`);
    return READ.map((rule) => ({
      rule,
      where: `${document} ${number}`,
      text: row.activity.text,
      first: has(marks, rule),
      second: undefined,
      linter: told(row.remarks, rule, [number ?? ""]),
    }));
  });
}

export type Agreement = {
  /** Cohen's kappa of the two readers; undefined where one of them never or always marked. */
  readonly kappa: number | undefined;
  readonly marked: number;
  readonly hit: number;
  readonly falseAlarm: number;
  readonly missed: number;
  /** Shares, undefined where there is nothing to take a share of. */
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  /** Where the two readers differ: nobody can be right or wrong there. */
  readonly undecided: number;
};

const share = (part: number, of: number) => (of === 0 ? undefined : part / of);

export function agreementOf(judged: readonly Judged[]): Agreement {
  const decided = judged.filter(({ first, second }) => second === undefined || first === second);
  const count = (is: (one: Judged) => boolean) => decided.filter(is).length;
  const hit = count(({ first, linter }) => first && linter);
  const falseAlarm = count(({ first, linter }) => !first && linter);
  const missed = count(({ first, linter }) => first && !linter);
  return {
    kappa: kappaOf(judged),
    marked: hit + missed,
    hit,
    falseAlarm,
    missed,
    precision: share(hit, hit + falseAlarm),
    recall: share(hit, hit + missed),
    undecided: judged.length - decided.length,
  };
}

/** Cohen (1960): how much more two readers agree than they would by chance, (p_o − p_e) / (1 − p_e). */
function kappaOf(judged: readonly Judged[]): number | undefined {
  const both = judged.filter(({ second }) => second !== undefined);
  const n = both.length;
  if (n === 0) return undefined;
  const first = both.filter((one) => one.first).length / n;
  const second = both.filter((one) => one.second === true).length / n;
  const agreed = both.filter((one) => one.first === one.second).length / n;
  const chance = first * second + (1 - first) * (1 - second);
  return chance === 1 ? undefined : (agreed - chance) / (1 - chance);
}
