// The questions of a new dialogue as a form holds them: options as lines, a branch by its place in the list.
import { slugOf } from "../../../ground/words.ts";
import { isPointedOut, type Item, type NewItem, type QuestionKind, type Wording } from "../campaign.ts";

/** Swedish, English and easy Swedish as they are typed; what is left empty is said in Swedish. */
export type Typed = { readonly sv: string; readonly en: string; readonly latt: string };
export const EMPTY: Typed = { sv: "", en: "", latt: "" };
export type QuestionDraft = {
  readonly words: Typed;
  readonly kind: QuestionKind;
  readonly help: Typed;
  readonly options: Typed;
  /** Whether it can be pointed out on a map, of a question about places. */
  readonly map: boolean;
  readonly after: string;
  readonly among: readonly string[];
  /** What it is called in the form it was read from, and its answers by their Swedish words. */
  readonly called?: { readonly key: string; readonly options: Readonly<Record<string, string>> } | undefined;
};
export const ASKED: QuestionDraft = {
  words: EMPTY,
  kind: "one",
  help: EMPTY,
  options: EMPTY,
  map: true,
  after: "",
  among: [],
};

export const typed = (wording: Wording | undefined): Typed => ({ ...EMPTY, ...wording });
export const wordingOf = ({ sv, en, latt }: Typed) => ({
  sv: sv.trim(),
  ...(en.trim() === "" ? {} : { en: en.trim() }),
  ...(latt.trim() === "" ? {} : { latt: latt.trim() }),
});
export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
/** One option a line; the line with the same number in another language is the same option. */
export function optionsOf({ sv, en, latt }: Typed) {
  const [english, easy] = [linesOf(en), linesOf(latt)];
  return linesOf(sv).map((line, place) => wordingOf({ sv: line, en: english[place] ?? "", latt: easy[place] ?? "" }));
}

/** A line for each option in each language, in Swedish where it lacks the option. */
export function linesOfOptions(options: readonly Wording[]): Typed {
  const column = (lang: keyof Typed) =>
    lang === "sv" || options.some((words) => words[lang] !== undefined)
      ? options.map((words) => words[lang] ?? words.sv).join("\n")
      : "";
  return { sv: column("sv"), en: column("en"), latt: column("latt") };
}

/** The question as it was read from a form. */
export function draftOfRead({ words, kind, options, help, map, shownWhen, called }: NewItem): QuestionDraft {
  const names = options.map(({ sv }, place) => [sv, called?.options[place] ?? ""] as const);
  return {
    words: typed(words),
    kind,
    help: typed(help),
    options: linesOfOptions(options),
    map: map !== "off",
    after: shownWhen === undefined ? "" : String(shownWhen.question),
    among: shownWhen?.answers.map(String) ?? [],
    ...(called === undefined ? {} : { called: { key: called.key, options: Object.fromEntries(names) } }),
  };
}

type Asked = Pick<Item, "key" | "words" | "question" | "shownWhen">;
/** The same questions as an earlier dialogue's, each answer called what it was called there. */
export function draftOfEarlier({ words, question, shownWhen }: Asked, items: readonly Asked[]): QuestionDraft {
  const from = items.findIndex(({ key }) => key === shownWhen?.key);
  const before = items[from]?.question;
  const places = before === undefined || before.kind === "text" ? [] : before.options.map(({ key }) => key);
  const options = question.kind === "text" ? [] : question.options.map((option) => option.words);
  return {
    words: typed(words),
    kind: question.kind,
    help: typed(question.help),
    options: linesOfOptions(options),
    map: question.kind !== "place" || isPointedOut(question),
    after: from < 0 ? "" : String(from),
    among: places.flatMap((key, place) => (shownWhen?.among.includes(key) === true ? [String(place)] : [])),
  };
}

/** As it is sent. Two answers in the same words have one name, which is the first's. */
export function itemOf({ words, kind, help, options, map, after, among, called }: QuestionDraft) {
  const said = kind === "text" ? [] : optionsOf(options);
  return {
    words: wordingOf(words),
    kind,
    options: said,
    ...(kind === "place" && !map ? { map: "off" as const } : {}),
    ...(help.sv.trim() === "" ? {} : { help: wordingOf(help) }),
    ...(after === "" ? {} : { shownWhen: { question: Number(after), answers: among.map(Number) } }),
    ...(called === undefined
      ? {}
      : { called: { key: slugOf(called.key), options: said.map(({ sv }) => slugOf(called.options[sv] ?? "")) } }),
  };
}
