// A campaign's form in one more language, by file: beside each Swedish sentence stands what it is in the other. Residents are offered it when every sentence
// of the form has its own and somebody who leads the campaign has opened it; a question that is changed afterwards takes it away again, never half of it.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import type { Tongue } from "../open-form.ts";
import { personsIn } from "../person-in-text.ts";
import { mayLead, type Standing } from "../campaigns/campaign.ts";

/** What each calls itself, by its code in BCP 47: the national minorities' first, then what many speak in Sweden. */
export const TONGUES = {
  fi: "Suomi",
  fit: "Meänkieli",
  se: "Davvisámegiella",
  smj: "Julevsámegiella",
  sma: "Åarjelsaemien",
  rom: "Romani čhib",
  yi: "ייִדיש",
  ar: "العربية",
  "fa-AF": "دری",
  fa: "فارسی",
  ps: "پښتو",
  so: "Soomaali",
  ti: "ትግርኛ",
  am: "አማርኛ",
  uk: "Українська",
  ru: "Русский",
  pl: "Polski",
  ckb: "کوردیی ناوەندی",
  kmr: "Kurmancî",
  tr: "Türkçe",
  bs: "Bosanski",
  hr: "Hrvatski",
  sr: "Српски",
  sq: "Shqip",
  ro: "Română",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  th: "ไทย",
  vi: "Tiếng Việt",
  zh: "中文",
  ur: "اردو",
} as const satisfies Readonly<Record<string, string>>;
export type TongueCode = keyof typeof TONGUES;
export const TONGUE_CODES = Object.keys(TONGUES) as readonly TongueCode[];
const FROM_THE_RIGHT: readonly TongueCode[] = ["yi", "ar", "fa-AF", "fa", "ps", "ckb", "ur"];

/** `open`: whoever leads the campaign has opened it to residents. */
export type KeptTongue = {
  readonly code: TongueCode;
  readonly entries: Tongue["entries"];
  readonly state: "draft" | "open";
  readonly version: number;
  readonly keptOn: Day;
};

export function tongueOf({ code, entries }: Pick<KeptTongue, "code" | "entries">): Tongue {
  const name = TONGUES[code];
  if (!FROM_THE_RIGHT.includes(code)) return { code, name, dir: "ltr", entries };
  const kept = Object.entries(entries).map(([sv, said]) => [sv, said.replaceAll(NUMBER, "\u2066$&\u2069")] as const);
  return { code, name, dir: "rtl", entries: Object.fromEntries(kept) };
}
/** «114 14» is dialled from the left also in letters that run from the right: kept together, as Unicode isolates it. */
const NUMBER = /\d+(?: \d+)+/g;

/** The sentences of the form that it lacks: with one it is not shown to residents. */
export function lacking(entries: Tongue["entries"], sentences: readonly string[]): readonly string[] {
  return sentences.filter((sentence) => entries[sentence] === undefined);
}

// What is in a file

/** A line of the file; without `said` where nothing is translated yet, without `sv` where it could not be read. */
export type FileLine = { readonly line: number; readonly sv?: string | undefined; readonly said: string };
export const FAULTS = [
  "line-unread",
  "blanks-differ",
  "sentence-too-long",
  "said-twice",
  "points-at-a-person",
] as const;
export type Fault = { readonly line: number; readonly why: (typeof FAULTS)[number]; readonly sv: string };
export type ReadFile = {
  readonly entries: Tongue["entries"];
  /** With one of these nothing in the file is kept. */
  readonly faults: readonly Fault[];
  /** Sentences that are in the file but not in the form: left out. */
  readonly unknown: readonly { readonly line: number; readonly sv: string }[];
  readonly missing: readonly string[];
};

/** A translation may be several times the Swedish; longer than this it is something else. */
const longest = (sv: string) => Math.max(120, 4 * sv.length);
/** What would lead to somebody in any language; names cannot be told in one that is not read here. */
const POINTING = ["phone", "personal-number", "e-mail", "account"] as const;

/** What a file of translations holds for these sentences, line by line. */
export function readLines(lines: readonly FileLine[], sentences: readonly string[]): ReadFile {
  const entries: Record<string, string> = {};
  const faults: Fault[] = [];
  const unknown: { line: number; sv: string }[] = [];
  const known = new Map(sentences.map((sentence) => [sameEnds(sentence), sentence]));
  for (const { line, sv = "", said: typed } of lines) {
    const [sentence, said] = [known.get(sameEnds(sv)), sameEnds(typed)];
    if (sv === "" && said !== "") faults.push({ line, why: "line-unread", sv: "" });
    else if (sentence === undefined && sv !== "") unknown.push({ line, sv });
    if (sentence === undefined || said === "") continue;
    const why =
      faultIn(sentence, said) ??
      (entries[sentence] !== undefined && entries[sentence] !== said ? "said-twice" : undefined);
    if (why === undefined) entries[sentence] = said;
    else faults.push({ line, why, sv: sentence });
  }
  return { entries, faults, unknown, missing: lacking(entries, sentences) };
}

function faultIn(sv: string, said: string): Fault["why"] | undefined {
  if (blanksOf(sv) !== blanksOf(said)) return "blanks-differ";
  if (said.length > longest(sv)) return "sentence-too-long";
  const isPointing = personsIn(said).some(({ kind, sure }) => sure && POINTING.some((one) => one === kind));
  return isPointing && personsIn(sv).length === 0 ? "points-at-a-person" : undefined;
}

/** As spreadsheets send a text back: other line ends, blanks around it, and an apostrophe before what they would carry out. */
function sameEnds(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");
}

/** The names that are filled in, each as it is asked for: «{day}», and «{count|dag|dagar}» which is two words in any language. */
function blanksOf(text: string): string {
  const found = [...text.matchAll(/\{([^{}|]*)((?:\|[^{}|]*)*)\}/g)].map(
    ([, name = "", words = ""]) => name + "|".repeat(words.split("|").length - 1),
  );
  const left = text.replaceAll(/\{[^{}]*\}/g, "");
  return [...new Set(found)].toSorted().join(" ") + (/[{}]/.test(left) ? " broken" : "");
}

// What is decided

export type TongueWhy =
  | "not-yours"
  | "nothing-translated"
  | "translation-incomplete"
  | "language-is-open"
  | "language-not-open";

export type TongueStanding = Standing & {
  readonly code: TongueCode;
  readonly sentences: readonly string[];
  readonly kept: KeptTongue | undefined;
};
type Filed = TongueStanding & { readonly lines: readonly FileLine[] };
export type Kept = { readonly read: ReadFile; readonly kept: KeptTongue | undefined };

const may = (person: Person, input: unknown, state: TongueStanding) => mayLead(person, input, state);

/** A file that is handed in is a draft until it is opened, also where the language was open: never a mix of two. With a fault in it nothing is kept. */
export const keepLanguage = command({
  event: "campaign.language-kept",
  may,
  decide: (_input: unknown, state: Filed, moment): Result<Kept, Refusal<TongueWhy>> => {
    const read = readLines(state.lines, state.sentences);
    if (read.faults.length > 0) return yes<Kept>({ read, kept: undefined });
    if (Object.keys(read.entries).length === 0) return no<TongueWhy>("nothing-translated");
    return yes<Kept>({
      read,
      kept: {
        code: state.code,
        entries: read.entries,
        state: "draft",
        version: (state.kept?.version ?? 0) + 1,
        keptOn: dayOf(moment.at),
      },
    });
  },
});

export const openLanguage = command({
  event: "campaign.language-opened",
  may,
  decide: (_input: unknown, { kept, sentences }: TongueStanding): Result<KeptTongue, Refusal<TongueWhy>> => {
    if (kept === undefined) return no<TongueWhy>("nothing-translated");
    const missing = lacking(kept.entries, sentences).length;
    if (missing > 0) return no<TongueWhy>("translation-incomplete", { detail: { count: missing } });
    return kept.state === "open" ? no<TongueWhy>("language-is-open") : yes<KeptTongue>({ ...kept, state: "open" });
  },
});

export const closeLanguage = command({
  event: "campaign.language-closed",
  may,
  decide: (_input: unknown, { kept }: TongueStanding): Result<KeptTongue, Refusal<TongueWhy>> =>
    kept?.state === "open" ? yes<KeptTongue>({ ...kept, state: "draft" }) : no<TongueWhy>("language-not-open"),
});
