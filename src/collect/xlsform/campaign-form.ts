// A dialogue as an XLSForm, both ways: what a form asks as the questions of a new dialogue, and a dialogue's questions as a form that ODK's programs take.
// What is written out and read in again is the same questions, under the same names, so that what people answer there finds its way back.
import { slugOf } from "../../ground/words.ts";
import { AGE_BANDS, SEXES } from "../campaigns/answer.ts";
import {
  inFormLang,
  isPointedOut,
  type Item,
  type NewItem,
  type Option,
  type Question,
  type Wording,
} from "../campaigns/campaign.ts";
import { FORM_LANGS, type FormLang } from "../open-form.ts";
import { ageBands, form as formWords, sexes } from "../campaigns/words.ts";
import {
  type Fault,
  type FormQuestion,
  type FormRow,
  isQuestion,
  type Left,
  MOST_CHOICES,
  OWN,
  type ReadForm,
  WITHOUT_MAP,
} from "./form.ts";
import { type Condition, conditionsOf, namesIn } from "./relevant.ts";
import type { SheetToWrite } from "./sheets.ts";

const MOST_QUESTIONS = 30;
/** The texts before a question and its hint, together. */
const LONGEST_HELP = 1000;
/** What an item is called in the form it came from. */
export type Called = { readonly key: string; readonly options: readonly string[] };
export type ReadItem = NewItem & { readonly called: Called };

export type CampaignForm = {
  readonly title: string;
  readonly canInfluence: Wording | undefined;
  readonly cannotInfluence: Wording | undefined;
  readonly items: readonly ReadItem[];
  readonly faults: readonly Fault[];
  readonly left: readonly Left[];
};

const OTHER: Wording = { sv: "Annat", en: "Other" };
const OTHER_WHAT: Wording = { sv: "Vad menar du?", en: "What do you mean?" };
/** The words beside a choice of places, in a form of ours. */
export const PLACE_WORDS = "_med_egna_ord";
const CAN = `${OWN}kan_paverka`;
const CANNOT = `${OWN}kan_inte_paverka`;

type Made = { readonly item: ReadItem; readonly row: FormQuestion };

/** The questions a form asks, as those of a dialogue. */
export function campaignForm(form: ReadForm): CampaignForm {
  const faults = [...form.faults];
  const left = [...form.left];
  const own = (name: string) => form.rows.find((row) => row.name === name)?.words;
  const made: Made[] = [];
  const placeOf = placesNamed(form.rows);
  let before: Wording[] = [];
  let notes: FormRow[] = [];
  for (const row of form.rows) {
    if (row.name === CAN || row.name === CANNOT) continue;
    if (row.kind === "group") {
      if (row.words !== undefined) before.push(row.words);
    } else if (row.kind === "note") {
      if (row.relevant !== "")
        left.push({ sheet: "survey", row: row.row, what: "note-with-relevant", detail: said(row) });
      else {
        before.push(row.words);
        notes.push(row);
      }
    } else if (isQuestion(row) && placeOf.get(row.name) === undefined) {
      const isPlace = [...placeOf.values()].includes(row.name);
      made.push(...itemsOf(row, { made, form, before, isPlace, faults, left }));
      [before, notes] = [[], []];
    }
  }
  for (const note of notes) left.push({ sheet: "survey", row: note.row, what: "note-alone", detail: said(note) });
  if (made.length > MOST_QUESTIONS)
    faults.push({
      sheet: "survey",
      row: made[MOST_QUESTIONS]!.row.row,
      what: "too-many-questions",
      detail: { count: made.length, most: MOST_QUESTIONS },
    });
  return {
    title: form.title,
    canInfluence: own(CAN),
    cannotInfluence: own(CANNOT),
    items: made.map(({ item }) => item),
    faults: faults.toSorted(inOrder),
    left: left.toSorted(inOrder),
  };
}

function said({ words }: FormRow) {
  return { text: words?.sv ?? "" };
}

/** The settings' and the choices' after the survey's, each from the top. */
export function inOrder(a: { sheet: string; row: number }, b: { sheet: string; row: number }): number {
  const place = ({ sheet }: { sheet: string }) => ["survey", "choices", "settings"].indexOf(sheet);
  return place(a) - place(b) || a.row - b.row;
}

/** Which text holds the words of which choice of places. */
function placesNamed(rows: readonly FormRow[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    const choice = rows[index - 1];
    if (row.kind === "text" && choice?.kind === "one" && row.name === choice.name + PLACE_WORDS)
      found.set(row.name, choice.name);
  }
  return found;
}

type Making = {
  readonly made: readonly Made[];
  readonly form: ReadForm;
  readonly before: readonly Wording[];
  readonly isPlace: boolean;
  readonly faults: Fault[];
  readonly left: Left[];
};

function itemsOf(row: FormQuestion, making: Making): readonly Made[] {
  const { faults, before, isPlace } = making;
  const choices = row.choices.map(({ name, words }) => ({ name, words }));
  if (row.orOther) choices.push({ name: "other", words: OTHER });
  if (row.kind !== "text" && choices.length < (isPlace ? 1 : 2))
    faults.push({ sheet: "survey", row: row.row, what: "list-too-short", detail: { list: row.list } });
  if (row.orOther && choices.length === MOST_CHOICES + 1)
    faults.push({
      sheet: "survey",
      row: row.row,
      what: "list-too-long",
      detail: { list: row.list, count: choices.length, most: MOST_CHOICES },
    });
  const help = joined([...before, ...(row.help === undefined ? [] : [row.help])]);
  const length = Math.max(0, ...Object.values(help ?? {}).map((text) => text.length));
  if (length > LONGEST_HELP)
    faults.push({
      sheet: "survey",
      row: row.row,
      what: "label-too-long",
      detail: { column: "note + hint", length, most: LONGEST_HELP },
    });
  const shownWhen = branchOf(row, making);
  const item: ReadItem = {
    words: row.words,
    kind: isPlace ? "place" : row.kind,
    options: choices.map(({ words }) => words),
    ...(isPlace && row.withoutMap ? { map: "off" } : {}),
    ...(help === undefined ? {} : { help }),
    ...(shownWhen === undefined ? {} : { shownWhen }),
    called: { key: row.name, options: choices.map(({ name }) => name) },
  };
  const other: ReadItem = {
    words: OTHER_WHAT,
    kind: "text",
    options: [],
    shownWhen: { question: making.made.length, answers: [choices.length - 1] },
    called: { key: `${row.name}_other`, options: [] },
  };
  return row.orOther
    ? [
        { item, row },
        { item: other, row },
      ]
    : [{ item, row }];
}

function joined(all: readonly Wording[]): Wording | undefined {
  if (all.length === 0) return undefined;
  const inAll = (lang: FormLang) => all.map((one) => inFormLang(one, lang)).join("\n");
  const more = FORM_LANGS.filter((lang) => lang !== "sv" && all.some((one) => one[lang] !== undefined));
  return { sv: inAll("sv"), ...Object.fromEntries(more.map((lang) => [lang, inAll(lang)])) };
}

/** Letters of a condition that is told. */
const LONGEST_TOLD = 200;

/** What of a row's conditions, its groups' among them, can be said here; the rest is told. */
function branchOf(row: FormQuestion, { made, form, faults, left }: Making): NewItem["shownWhen"] {
  const asked: { readonly at: number; readonly answers: readonly number[] }[] = [];
  for (const { row: from, relevant } of [...row.within, row]) {
    if (relevant === "") continue;
    const at = { sheet: "survey", row: from };
    const wrong = namesIn(relevant).flatMap((name): Fault[] => {
      const spoken = form.rows.findIndex((one) => one.name === name);
      if (spoken < 0) return [{ ...at, what: "relevant-nowhere", detail: { question: name } }];
      return form.rows[spoken]!.row >= from ? [{ ...at, what: "relevant-forward", detail: { question: name } }] : [];
    });
    const isNew = wrong.filter((one) => !faults.some(({ row: told, what }) => told === one.row && what === one.what));
    faults.push(...isNew);
    if (wrong.length > 0) continue;
    const tell = (what: Left["what"]) => {
      if (!left.some((one) => one.row === from && one.what === what))
        left.push({ ...at, what, detail: { relevant: relevant.slice(0, LONGEST_TOLD), name: row.name } });
    };
    const conditions = conditionsOf(relevant);
    if (conditions === undefined) {
      tell("relevant");
      continue;
    }
    for (const condition of conditions) {
      const found = made.findIndex(({ item }) => item.called.key === condition.name);
      if (found < 0) {
        tell("relevant-on-left-out");
        continue;
      }
      const one = answersOf(condition, found, made);
      if ("unknown" in one)
        faults.push({
          ...at,
          what: "relevant-answer-unknown",
          detail: { question: condition.name, answer: one.unknown },
        });
      else if (!join(asked, one, made)) tell("relevant");
    }
  }
  const last = asked.toSorted((a, b) => b.at - a.at)[0];
  return last === undefined ? undefined : { question: last.at, answers: last.answers };
}

function answersOf(
  { among, exactly }: Condition,
  at: number,
  made: readonly Made[],
): { readonly at: number; readonly answers: readonly number[] } | { readonly unknown: string } {
  const { item } = made[at]!;
  const answers = among.map((name) => item.called.options.indexOf(name));
  const unknown = among[answers.indexOf(-1)];
  // A text, or an answer of several choices compared as a whole, leads nowhere that can be said here.
  if (item.kind === "text" || (item.kind === "several" && exactly)) return { at, answers: [] };
  return unknown === undefined ? { at, answers: [...new Set(answers)].toSorted((a, b) => a - b) } : { unknown };
}

type Asked = { at: number; answers: readonly number[] };
/** «A and B» can be said where whoever is asked B has given A already, or where both are about one question with one answer. */
function join(asked: Asked[], one: Asked, made: readonly Made[]): boolean {
  if (one.answers.length === 0) return false;
  const same = asked.find(({ at }) => at === one.at);
  if (same !== undefined) {
    if (made[one.at]!.item.kind === "several") return same.answers.join() === one.answers.join();
    const both = same.answers.filter((answer) => one.answers.includes(answer));
    if (both.length === 0) return false;
    same.answers = both;
    return true;
  }
  const implies = (later: Asked, earlier: Asked): boolean => {
    const when = made[later.at]?.item.shownWhen;
    if (when === undefined) return false;
    const next = { at: when.question, answers: when.answers };
    return (
      (next.at === earlier.at && next.answers.every((answer) => earlier.answers.includes(answer))) ||
      implies(next, earlier)
    );
  };
  if (asked.every((other) => (other.at < one.at ? implies(one, other) : implies(other, one)))) {
    asked.push(one);
    return true;
  }
  return false;
}

// Out

export type Written = {
  readonly title: string;
  readonly slug: string;
  readonly version: string;
  readonly canInfluence: Wording;
  readonly cannotInfluence: Wording;
  readonly items: readonly Item[];
  readonly villages: readonly string[];
};

export const FORM_LANG_COLUMNS: Readonly<Record<FormLang, string>> = {
  sv: "Svenska (sv)",
  en: "English (en)",
  latt: "Lättläst",
};

/** What a question is called in the form: its key, as ODK's names may be written. */
export function nameOfKey(key: string): string {
  const name = key.replaceAll("-", "_");
  return /^[a-z]/.test(name) ? name : `_${name}`;
}

/** Whether a name in a form or over a column is this key's. */
export function isNamed(name: string, key: string): boolean {
  return slugOf(name) === key;
}

export function campaignSheets(campaign: Written): readonly SheetToWrite[] {
  const { items } = campaign;
  const langs = FORM_LANGS.filter(
    (lang) => lang === "sv" || items.some((item) => wordingsOf(item).some((one) => one[lang] !== undefined)),
  );
  const worded = (column: "label" | "hint", words: Wording | undefined) =>
    words === undefined
      ? {}
      : Object.fromEntries(langs.map((lang) => [`${column}::${FORM_LANG_COLUMNS[lang]}`, inFormLang(words, lang)]));
  const survey: Record<string, string>[] = [
    { type: "note", name: CAN, ...worded("label", campaign.canInfluence) },
    { type: "note", name: CANNOT, ...worded("label", campaign.cannotInfluence) },
  ];
  const choices: Record<string, string>[] = [];
  const list = (name: string, options: readonly Option[]) => {
    for (const option of options) choices.push({ list_name: name, name: option.key, ...worded("label", option.words) });
  };
  for (const { key, words, question, shownWhen } of items) {
    const name = nameOfKey(key);
    const from = items.find((item) => item.key === shownWhen?.key);
    const relevant =
      shownWhen === undefined || from === undefined ? {} : { relevant: relevantOf(from, shownWhen.among) };
    const labels = { ...worded("label", words), ...worded("hint", question.help) };
    if (question.kind === "text") {
      survey.push({ type: "text", name, ...labels, ...relevant, appearance: "multiline" });
      continue;
    }
    list(name, question.options);
    const type = `${question.kind === "several" ? "select_multiple" : "select_one"} ${name}`;
    survey.push({ type, name, ...labels, ...relevant, ...appearanceOf(question) });
    if (question.kind === "place")
      survey.push({ type: "text", name: name + PLACE_WORDS, ...worded("label", formWords.placeWords), ...relevant });
  }
  const about = (what: string, words: Wording, options: readonly Option[]) => {
    if (options.length === 0) return;
    list(OWN + what, options);
    survey.push({ type: `select_one ${OWN}${what}`, name: OWN + what, ...worded("label", words) });
  };
  survey.push({ type: "begin_group", name: `${OWN}om_dig`, ...worded("label", formWords.aboutYou) });
  about(
    "alder",
    formWords.age,
    AGE_BANDS.map((key) => ({ key, words: ageBands[key] })),
  );
  about(
    "kon",
    formWords.sex,
    SEXES.map((key) => ({ key, words: sexes[key] })),
  );
  about("ort", formWords.village, villagesOf(campaign));
  survey.push({ type: "end_group" });
  const labels = (column: "label" | "hint") => langs.map((lang) => `${column}::${FORM_LANG_COLUMNS[lang]}`);
  const hints = items.some(({ question }) => question.help !== undefined) ? labels("hint") : [];
  return [
    {
      name: "survey",
      columns: ["type", "name", ...labels("label"), ...hints, "relevant", "required", "appearance"],
      rows: survey,
    },
    { name: "choices", columns: ["list_name", "name", ...labels("label")], rows: choices },
    settingsSheet(campaign),
  ];
}

/** One answer for each name that can be told from the others by its letters. */
function villagesOf({ villages }: Pick<Written, "villages">): readonly Option[] {
  const named = villages.map((sv) => [slugOf(sv), { key: slugOf(sv), words: { sv } }] as const);
  return [...new Map(named.filter(([key]) => key !== "")).values()];
}

export function settingsSheet({ title, slug, version }: Pick<Written, "title" | "slug" | "version">): SheetToWrite {
  return {
    name: "settings",
    columns: ["form_title", "form_id", "version", "default_language"],
    rows: [{ form_title: title, form_id: nameOfKey(slug), version, default_language: FORM_LANG_COLUMNS.sv }],
  };
}

function appearanceOf(question: Question): { readonly appearance?: string } {
  if (question.kind === "scale") return { appearance: "likert" };
  return question.kind === "place" && !isPointedOut(question) ? { appearance: WITHOUT_MAP } : {};
}

function wordingsOf({ words, question }: Item): readonly Wording[] {
  const options = question.kind === "text" ? [] : question.options.map((option) => option.words);
  return [words, ...options, ...(question.help === undefined ? [] : [question.help])];
}

function relevantOf({ key, question }: Item, among: readonly string[]): string {
  const name = `\${${nameOfKey(key)}}`;
  const one = (answer: string) =>
    question.kind === "several" ? `selected(${name}, '${answer}')` : `${name} = '${answer}'`;
  return among.map(one).join(" or ");
}
