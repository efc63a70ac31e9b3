// An XLSForm as its three sheets say it: rows in their order, lists of choices, and what each is called in which language. Everything that is a fault of the
// form, or that is not read from it, is told by sheet and row; nothing is passed over in silence.
import { slugOf } from "../../ground/words.ts";
import type { Wording } from "../campaigns/campaign.ts";
import { FORM_LANGS, type FormLang } from "../open-form.ts";
import type { FormSheet, FormSheets, SheetLine } from "./sheets.ts";

/** Why a form cannot be read at all. Each has its sentence in words.ts. */
export const FAULTS = [
  "no-survey-sheet",
  "column-needed",
  "column-twice",
  "list-needed",
  "list-unknown",
  "list-too-short",
  "list-too-long",
  "name-needed",
  "name-twice",
  "name-impossible",
  "choice-name-needed",
  "choice-twice",
  "choice-name-impossible",
  "label-needed",
  "label-too-long",
  "relevant-nowhere",
  "relevant-forward",
  "relevant-answer-unknown",
  "end-without-begin",
  "begin-without-end",
  "no-questions",
  "too-many-questions",
] as const;
export type FaultWhy = (typeof FAULTS)[number];

/** What is not carried over. Each has its sentence in words.ts. */
export const LEFT_OUT = [
  "type-unknown",
  "type-number",
  "type-position",
  "type-of-the-phone",
  "type-from-file",
  "row-disabled",
  "repeat",
  "required",
  "constraint",
  "choice-filter",
  "column",
  "language",
  "sheet",
  "swedish-missing",
  "relevant",
  "relevant-on-left-out",
  "note-with-relevant",
  "note-alone",
  "note-without-words",
  "walk-question",
  "walk-category",
  "walk-choice",
  "walk-relevant",
] as const;
export type LeftWhy = (typeof LEFT_OUT)[number];

export type At<Why> = {
  readonly sheet: string;
  readonly row: number;
  readonly what: Why;
  readonly detail?: Readonly<Record<string, string | number>> | undefined;
};
export type Fault = At<FaultWhy>;
export type Left = At<LeftWhy>;

export type FormChoice = { readonly row: number; readonly name: string; readonly words: Wording };
type Common = {
  readonly row: number;
  readonly name: string;
  readonly words: Wording | undefined;
  readonly help: Wording | undefined;
  readonly relevant: string;
  /** The groups it stands in, the outermost first. */
  readonly within: readonly FormGroup[];
};
export type FormGroup = Pick<Common, "row" | "name" | "words" | "relevant">;
export type FormRow = Common &
  (
    | { readonly kind: "note"; readonly words: Wording }
    | { readonly kind: "group" }
    | {
        readonly kind: "one" | "several" | "text" | "scale";
        readonly words: Wording;
        readonly choices: readonly FormChoice[];
        readonly list: string;
        /** «or_other»: one more choice, with words of one's own. */
        readonly orOther: boolean;
        /** A choice of places that cannot be pointed out on a map. */
        readonly withoutMap: boolean;
      }
    /** Left out, and told; kept so that what hangs on it can be told too. */
    | { readonly kind: "left-out" }
  );
export type FormQuestion = Extract<FormRow, { readonly choices: readonly FormChoice[] }>;

export type ReadForm = {
  readonly title: string;
  readonly rows: readonly FormRow[];
  readonly faults: readonly Fault[];
  readonly left: readonly Left[];
};

/** Names that our own forms give to what every form of ours asks for or says: read by the house, and no questions of the form's own. */
export const OWN = "samsyn_";

/** How a choice of places looks in a form of ours when it has no map: ODK's programs leave alone what they do not know. */
export const WITHOUT_MAP = `${OWN}utan-karta`;

const PHONE = new Set(
  "start end today deviceid subscriberid simserial phonenumber username email audit start-geopoint background-audio background-geopoint".split(
    " ",
  ),
);
const POSITION = new Set(["geopoint", "gps", "location", "geotrace", "geoshape"]);
const NUMBERS = new Set(["integer", "int", "decimal"]);
const READ_COLUMNS = new Set([
  "type",
  "name",
  "label",
  "hint",
  "relevant",
  "required",
  "constraint",
  "constraint_message",
  "required_message",
  "appearance",
  "choice_filter",
  "parameters",
  "disabled",
]);
const READ_SETTINGS = new Set(["form_title", "form_id", "version", "default_language", "id_string", "title"]);
export const MOST_CHOICES = 30;
export const LONGEST_LABEL = { question: 300, choice: 200 };

export function readForm(sheets: FormSheets): ReadForm {
  const settings = sheets.settings?.lines[0]?.cells ?? {};
  const title = settings["form_title"] ?? settings["title"] ?? "";
  const reader = new Reader(settings["default_language"] ?? "");
  if (sheets.survey === undefined) {
    const detail = { sheets: [...sheets.others, ...(sheets.choices ? ["choices"] : [])].join(", ") };
    return { title, rows: [], left: [], faults: [{ sheet: "survey", row: 1, what: "no-survey-sheet", detail }] };
  }
  for (const sheet of sheets.others) reader.leave(sheet, 1, "sheet", { sheet });
  if (sheets.settings !== undefined) reader.columns("settings", sheets.settings, READ_SETTINGS);
  reader.readLists(sheets.choices);
  reader.readSurvey(sheets.survey);
  return { title, rows: reader.rows, faults: reader.faults, left: reader.left };
}

/** The language a column says it is in; undefined where the form here has no such language. */
export function langOf(said: string): FormLang | undefined {
  const word = said.trim().toLowerCase().normalize("NFC");
  if (/^l[äa]tt|^easy|sv-latt/.test(word)) return "latt";
  const code = /\(\s*([a-z]{2})(?:-[a-z]+)?\s*\)\s*$/.exec(word)?.[1] ?? word;
  if (/^(sv|svenska|swedish|default)\b/.test(code)) return "sv";
  return /^(en|english|engelska)\b/.test(code) ? "en" : undefined;
}

type Open = FormGroup & { readonly repeats: boolean };

class Reader {
  readonly rows: FormRow[] = [];
  readonly faults: Fault[] = [];
  readonly left: Left[] = [];
  readonly #default: string;
  readonly #lists = new Map<string, FormChoice[]>();
  readonly #names = new Map<string, number>();
  /** Lists found faulty, told once. */
  readonly #told = new Set<string>();

  constructor(defaultLanguage: string) {
    this.#default = defaultLanguage;
  }

  fault(sheet: string, row: number, what: FaultWhy, detail?: Fault["detail"]): void {
    this.faults.push({ sheet, row, what, detail });
  }
  leave(sheet: string, row: number, what: LeftWhy, detail?: Left["detail"]): void {
    this.left.push({ sheet, row, what, detail });
  }

  /** Tells the columns that nothing is read from. */
  columns(sheet: string, { columns, lines }: FormSheet, read: ReadonlySet<string>): void {
    const seen = new Set<string>();
    for (const { name, called } of columns) {
      if (seen.has(called)) this.fault(sheet, 1, "column-twice", { column: name });
      seen.add(called);
      const [first = "", second] = called.split("::");
      if (!lines.some(({ cells }) => cells[called] !== undefined)) continue;
      if (!read.has(first)) this.leave(sheet, 1, "column", { column: name });
      else if (second !== undefined && langOf(second) === undefined)
        this.leave(sheet, 1, "language", { column: name, language: name.split(/::?/).at(-1)!.trim() });
    }
  }

  readLists(sheet: FormSheet | undefined): void {
    if (sheet === undefined) return;
    this.columns("choices", sheet, new Set(["list_name", "name", "value", "label"]));
    for (const { row, cells } of sheet.lines) {
      const list = cells["list_name"];
      if (list === undefined) continue;
      const name = cells["name"] ?? cells["value"] ?? "";
      const choices = this.#lists.get(list) ?? [];
      this.#lists.set(list, choices);
      if (name === "") this.fault("choices", row, "choice-name-needed", { list });
      else if (slugOf(name) === "") this.fault("choices", row, "choice-name-impossible", { choice: name, list });
      const same = choices.find((one) => slugOf(one.name) === slugOf(name));
      if (name !== "" && same !== undefined)
        this.fault("choices", row, "choice-twice", { choice: name, list, other: same.row });
      const words = this.#wording("choices", { row, cells }, "label", LONGEST_LABEL.choice) ?? { sv: name };
      if (name !== "") choices.push({ row, name, words });
    }
  }

  readSurvey(sheet: FormSheet): void {
    this.columns("survey", sheet, READ_COLUMNS);
    const has = (column: string) => sheet.columns.some(({ called }) => called.split("::")[0] === column);
    const missing = ["type", "name", "label"].filter((column) => !has(column));
    for (const column of missing) this.fault("survey", 1, "column-needed", { column });
    if (missing.length > 0) return;
    const open: Open[] = [];
    for (const line of sheet.lines) this.#readLine(line, open);
    for (const group of open)
      this.fault("survey", group.row, "begin-without-end", { end: group.repeats ? "end_repeat" : "end_group" });
    if (this.faults.length === 0 && !this.rows.some(isQuestion)) this.fault("survey", 1, "no-questions");
  }

  #readLine({ row, cells }: SheetLine, open: Open[]): void {
    const written = cells["type"];
    if (written === undefined) return;
    if (/^(yes|true)/i.test(cells["disabled"] ?? ""))
      return this.leave("survey", row, "row-disabled", { type: written });
    const { base, list, orOther, file } = typeOf(written);
    if (/^end_(group|repeat)$/.test(base)) return this.#close(row, base, open);
    const name = cells["name"] ?? "";
    const isRepeating = open.some(({ repeats }) => repeats);
    if (/^begin_(group|repeat)$/.test(base)) {
      const repeats = base === "begin_repeat";
      const words = name.startsWith(OWN) ? undefined : this.#wording("survey", { row, cells }, "label", 300);
      const relevant = cells["relevant"] ?? "";
      if (repeats && !isRepeating) this.leave("survey", row, "repeat", { name });
      if (!repeats && !isRepeating && !name.startsWith(OWN))
        this.rows.push({ kind: "group", row, name, words, help: undefined, relevant, within: groupsOf(open) });
      open.push({ row, name, words, relevant, repeats });
      return;
    }
    if (name !== "" || (base !== "note" && !PHONE.has(base))) this.#name(row, name, written);
    const common = {
      row,
      name,
      words: undefined,
      help: undefined,
      relevant: cells["relevant"] ?? "",
      within: groupsOf(open),
    };
    // Told with the repetition it stands in.
    if (isRepeating) return void this.rows.push({ ...common, kind: "left-out" });
    if (name.startsWith(OWN) && base !== "note") return;
    if (PHONE.has(base)) return this.leave("survey", row, "type-of-the-phone", { type: base });
    const words = this.#wording("survey", { row, cells }, "label", LONGEST_LABEL.question);
    const help = this.#wording("survey", { row, cells }, "hint", LONGEST_LABEL.question, true);
    const said = { ...common, words, help };
    if (base === "note") {
      if (words !== undefined) return void this.rows.push({ ...said, words, kind: "note" });
      this.leave("survey", row, "note-without-words", { name });
      return void this.rows.push({ ...said, kind: "left-out" });
    }
    const kind = kindOf(base, cells);
    if (typeof kind !== "string") {
      this.leave("survey", row, file ? "type-from-file" : kind.what, { type: base, name });
      return void this.rows.push({ ...said, kind: "left-out" });
    }
    if (words === undefined) return this.fault("survey", row, "label-needed", { name });
    if (/^(yes|true)/i.test(cells["required"] ?? "")) this.leave("survey", row, "required", { name });
    const steps = kind === "scale" && list === undefined ? stepsOf(base, cells) : undefined;
    if (cells["constraint"] !== undefined && steps === undefined)
      this.leave("survey", row, "constraint", { constraint: cells["constraint"], name });
    if (cells["choice_filter"] !== undefined)
      this.leave("survey", row, "choice-filter", { filter: cells["choice_filter"], name });
    const choices =
      kind === "text"
        ? []
        : (steps?.map((step) => ({ row, name: step, words: { sv: step } })) ?? this.#list(row, list, written));
    if (choices === undefined) return;
    const withoutMap = (cells["appearance"] ?? "").split(/\s+/).includes(WITHOUT_MAP);
    this.rows.push({ ...said, words, kind, choices, list: list ?? "", orOther, withoutMap });
  }

  #close(row: number, base: string, open: Open[]): void {
    const last = open.at(-1);
    if (last === undefined || (base === "end_repeat") !== last.repeats) {
      const begun = last === undefined ? "" : last.repeats ? "begin_repeat" : "begin_group";
      return this.fault("survey", row, "end-without-begin", { end: base, open: begun, at: last?.row ?? 0 });
    }
    open.pop();
  }

  #name(row: number, name: string, type: string): void {
    if (name === "") return this.fault("survey", row, "name-needed", { type });
    if (!/^[\p{L}_][\p{L}\d_.-]*$/u.test(name) || slugOf(name) === "")
      return this.fault("survey", row, "name-impossible", { name });
    const before = this.#names.get(slugOf(name));
    if (before !== undefined) return this.fault("survey", row, "name-twice", { name, other: before });
    this.#names.set(slugOf(name), row);
  }

  #list(row: number, list: string | undefined, type: string): readonly FormChoice[] | undefined {
    if (list === undefined) {
      this.fault("survey", row, "list-needed", { type });
      return undefined;
    }
    const choices = this.#lists.get(list);
    if (choices === undefined) {
      const there = [...this.#lists.keys()].join(", ");
      this.fault("survey", row, "list-unknown", { list, lists: there === "" ? "–" : there });
      return undefined;
    }
    if (this.#told.has(list)) return choices;
    this.#told.add(list);
    if (choices.length > MOST_CHOICES)
      this.fault("choices", choices[0]!.row, "list-too-long", { list, count: choices.length, most: MOST_CHOICES });
    return choices;
  }

  /** What a row is called, in the languages of the form here; Swedish from whatever it is said in, where it is not said in Swedish. */
  #wording(
    sheet: "survey" | "choices",
    { row, cells }: SheetLine,
    column: "label" | "hint",
    most: number,
    isQuiet = false,
  ): Wording | undefined {
    const found: Partial<Record<FormLang, string>> = {};
    const fallback = langOf(this.#default) ?? "sv";
    for (const [called, text] of Object.entries(cells)) {
      const [first, lang] = called.split("::");
      const said = lang === undefined ? fallback : langOf(lang);
      if (first !== column || said === undefined) continue;
      if (text.length > most) this.fault(sheet, row, "label-too-long", { column, length: text.length, most });
      // A column that names its language goes before one that does not.
      if (lang !== undefined || found[said] === undefined) found[said] = text;
    }
    const [other] = Object.values(found);
    if (other === undefined) {
      const foreign = Object.entries(cells).find(([called]) => called.startsWith(`${column}::`))?.[1];
      if (foreign === undefined) return undefined;
      if (!isQuiet) this.leave(sheet, row, "swedish-missing", { text: foreign });
      return { sv: foreign };
    }
    if (found.sv === undefined && !isQuiet) this.leave(sheet, row, "swedish-missing", { text: other });
    const sv = found.sv ?? other;
    // What is said in the same words as in Swedish is what a language lacks.
    const more = FORM_LANGS.flatMap((lang) =>
      lang === "sv" || found[lang] === undefined || found[lang] === sv ? [] : [[lang, found[lang]] as const],
    );
    return { sv, ...Object.fromEntries(more) };
  }
}

export function isQuestion(row: FormRow): row is FormQuestion {
  return "choices" in row;
}

function groupsOf(open: readonly Open[]): readonly FormGroup[] {
  return open.map(({ row, name, words, relevant }) => ({ row, name, words, relevant }));
}

/** «select one ja nej or_other», «select_one ja_nej»: the type, the list it chooses from, and whether one may answer something else. */
function typeOf(written: string): {
  readonly base: string;
  readonly list: string | undefined;
  readonly orOther: boolean;
  readonly file: boolean;
} {
  const text = written.trim().replaceAll(/\s+/g, " ");
  const select = /^select[ _](one|multiple)(_from_file|_external)?(?: (.+?))?( or[ _]other)?$/i.exec(text);
  if (select !== null) {
    const file = select[2] !== undefined;
    return {
      base: `select_${select[1]!.toLowerCase()}${(select[2] ?? "").toLowerCase()}`,
      list: select[3],
      orOther: select[4] !== undefined,
      file,
    };
  }
  const [, base = "", list] = /^(begin[ _](?:group|repeat)|end[ _](?:group|repeat)|\S+)(?: (.+))?$/i.exec(text) ?? [];
  return { base: base.toLowerCase().replace(" ", "_"), list, orOther: false, file: false };
}

/** What kind of question it is here, or why it is none. */
function kindOf(
  base: string,
  cells: Readonly<Record<string, string>>,
): FormQuestion["kind"] | { readonly what: LeftWhy } {
  if (base === "select_one") return /\blikert\b/i.test(cells["appearance"] ?? "") ? "scale" : "one";
  if (base === "select_multiple") return "several";
  if (base === "text" || base === "string") return "text";
  if (stepsOf(base, cells) !== undefined) return "scale";
  if (NUMBERS.has(base) || base === "range") return { what: "type-number" };
  return { what: POSITION.has(base) ? "type-position" : "type-unknown" };
}

const MOST_STEPS = 11;
/** As much of a cell as could say between which numbers, with single blanks. */
const plain = (cell: string | undefined) => (cell ?? "").slice(0, 200).replaceAll(/\s+/g, " ");

/** The steps of a range, or of a whole number between two that its constraint names, where they are few enough to be a scale. */
function stepsOf(base: string, cells: Readonly<Record<string, string>>): readonly string[] | undefined {
  if (base === "range") {
    const said = (name: string) =>
      new RegExp(`\\b${name}\\s*=\\s*(-?\\d+(?:\\.\\d+)?)`).exec(plain(cells["parameters"]))?.[1];
    return steps(Number(said("start") ?? 1), Number(said("end") ?? 10), Number(said("step") ?? 1));
  }
  if (base !== "integer" && base !== "int") return undefined;
  const between = /^\(?\s*\.\s*>=\s*(\d+)\s*\)?\s+and\s+\(?\s*\.\s*<=\s*(\d+)\s*\)?$/.exec(plain(cells["constraint"]));
  return between === null ? undefined : steps(Number(between[1]), Number(between[2]), 1);
}

function steps(from: number, to: number, by: number): readonly string[] | undefined {
  const count = Math.floor((to - from) / by) + 1;
  if (!(count >= 2 && count <= MOST_STEPS) || from < 0) return undefined;
  const all = Array.from({ length: count }, (_, step) => String(Number((from + step * by).toPrecision(12))));
  return new Set(all.map(slugOf)).size === count ? all : undefined;
}
