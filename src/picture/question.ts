// A question to the picture, as a value that is also an address: whoever has the link sees the same selection, and a problem can cite it
// (journeys.md, "Information architecture": "so that every state can be linked, cited and tested").
import { CATEGORY_GROUPS, type CategoryGroup } from "../collect/category.ts";
import { OBSERVATION_KINDS, type ObservationKind } from "../collect/observation.ts";
import type { Knowledge, SecrecyClass } from "../collect/source.ts";
import { addDays, addMonths, type Day, type Month, monthOf, readDay } from "../ground/time.ts";
import { UNPLACED } from "./areas.ts";
import type { Words } from "./columns/event-store.ts";
import { type Box, boxWritten, type EventQuestion, hoursWritten, readBox, readHours } from "./columns/question.ts";

/** `all`: what the one who asks may see. `shared`: what both parties see («Mötesläge»). `public`: what may be told to everybody. */
export type SharingAsked = "all" | "shared" | "public";

/** Whether what a source of this class says is told to who asks with that sharing. */
export function isToldAt(sharing: SharingAsked, secrecyClass: SecrecyClass): boolean {
  if (sharing === "public") return secrecyClass === "public";
  return sharing === "all" || secrecyClass !== "own";
}

/** A whole month, or a day. */
export type Edge = Month | Day;
/** What a selection is held against: another time, or another area. */
export type Comparison = { readonly from: Edge; readonly to: Edge } | { readonly area: string };

/** An empty list asks for everything: a question never narrows by accident. */
export type Question = {
  readonly from: Edge | undefined;
  /** The last month or day, included. */
  readonly to: Edge | undefined;
  /** Hours of the week on the wall, Monday 00 is 0; rising. */
  readonly hours: readonly number[];
  readonly categories: readonly CategoryGroup[];
  readonly kinds: readonly ObservationKind[];
  readonly knowledge: readonly Knowledge[];
  /** Slugs. */
  readonly sources: readonly string[];
  /** A village's slug, `ELSEWHERE` or `UNPLACED`. */
  readonly area: string | undefined;
  /** A part of the map; never together with an area. */
  readonly box: Box | undefined;
  readonly sharing: SharingAsked;
  readonly compared: Comparison | undefined;
};

/** Whether a list of the question asks for this one. */
export function isChosen<T>(asked: readonly T[], one: T): boolean {
  return asked.length === 0 || asked.includes(one);
}

/** The words of the address are Swedish, as all addresses are. */
export const CATEGORY_WORDS = {
  place: "plats",
  traffic: "trafik",
  vandalism: "skadegorelse",
  disorder: "ordning",
  drugs: "droger",
  violence: "vald",
  theft: "stold",
  fraud: "bedrageri",
  staff: "personal",
  event: "arrangemang",
  rumour: "rykten",
  positive: "forbattring",
  rescue: "raddning",
  police: "polis",
  other: "ovrigt",
} as const satisfies Readonly<Record<CategoryGroup, string>>;
export const KIND_WORDS = {
  problem: "problem",
  positive: "bra",
  idea: "ide",
  question: "fraga",
  event: "handelse",
} as const satisfies Readonly<Record<ObservationKind, string>>;
export const KNOWLEDGE_WORDS = {
  felt: "upplevt",
  recorded: "registrerat",
  measured: "uppmatt",
} as const satisfies Readonly<Record<Knowledge, string>>;
export const SHARING_WORDS = {
  all: "",
  shared: "gemensamt",
  public: "offentligt",
} as const satisfies Readonly<Record<SharingAsked, string>>;

const KNOWLEDGES: readonly Knowledge[] = ["felt", "recorded", "measured"];
const SHARINGS: readonly SharingAsked[] = ["all", "shared", "public"];

/** Keys of the address that are part of the question. Others (view, language) pass by. */
export const QUESTION_KEYS = [
  "fran",
  "till",
  "tid",
  "kategori",
  "slag",
  "kunskap",
  "kalla",
  "ort",
  "ruta",
  "delning",
  "jamfor",
] as const;
export type QuestionKey = (typeof QUESTION_KEYS)[number];
export type Asked = { readonly [key in QuestionKey]?: string };

/** `unread`: what stood in the address and was not understood. It is told, since a filter dropped in silence shows more than was asked for. */
export type ReadQuestion = { readonly question: Question; readonly unread: readonly string[] };

export function readQuestion(asked: Asked): ReadQuestion {
  const unread: string[] = [];
  const edge = (key: "fran" | "till"): Edge | undefined => {
    const said = asked[key] ?? "";
    const read = readEdge(said, key);
    if (read === undefined && said !== "") unread.push(`${key}=${said}`);
    return read;
  };
  const list = <T extends string>(key: QuestionKey, all: readonly T[], words: Readonly<Record<T, string>>): T[] => {
    const said = new Set(parts(asked[key]));
    const found = all.filter((value) => said.delete(words[value]));
    unread.push(...[...said].map((word) => `${key}=${word}`));
    return found;
  };
  const slugs = (key: "kalla" | "ort"): string[] => {
    const said = [...new Set(parts(asked[key]))].toSorted();
    unread.push(...said.filter((word) => !isSlug(word)).map((word) => `${key}=${word}`));
    return said.filter(isSlug);
  };
  const sharing = SHARINGS.find((value) => SHARING_WORDS[value] === (asked.delning ?? ""));
  if (sharing === undefined) unread.push(`delning=${asked.delning ?? ""}`);
  const [from, to] = [edge("fran"), edge("till")];
  const hours = readHours(asked.tid ?? "");
  unread.push(...hours.unread.map((part) => `tid=${part}`));
  const categories = list("kategori", CATEGORY_GROUPS, CATEGORY_WORDS);
  const kinds = list("slag", OBSERVATION_KINDS, KIND_WORDS);
  const knowledge = list("kunskap", KNOWLEDGES, KNOWLEDGE_WORDS);
  const sources = slugs("kalla");
  // One area at a time, and no box within it.
  const [area, ...otherAreas] = slugs("ort");
  unread.push(...otherAreas.map((word) => `ort=${word}`));
  const box = area === undefined ? roundedBox(asked.ruta ?? "") : undefined;
  if (box === undefined && (asked.ruta ?? "") !== "") unread.push(`ruta=${asked.ruta ?? ""}`);
  const compared = readComparison(asked.jamfor ?? "");
  if (compared === undefined && (asked.jamfor ?? "") !== "") unread.push(`jamfor=${asked.jamfor ?? ""}`);
  return {
    question: {
      from,
      to,
      hours: hours.hours,
      categories,
      kinds,
      knowledge,
      sources,
      area,
      box,
      sharing: sharing ?? "all",
      compared,
    },
    unread,
  };
}

const parts = (said: string | undefined) => (said ?? "").split(",").filter((word) => word !== "");
const isSlug = (word: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word);

/** The first day of a month and the month say the same as a beginning, and the last as an end: then it is the month. */
function readEdge(said: string, as: "fran" | "till"): Edge | undefined {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(said)) return said as Month;
  const day = readDay(said);
  if (day === undefined) return undefined;
  const month = monthOf(day);
  return (as === "fran" ? firstDay(month) : lastDay(month)) === day ? month : day;
}

const firstDay = (month: Month) => `${month}-01` as Day;
const lastDay = (month: Month) => addDays(addMonths(firstDay(month), 1), -1);
const isMonth = (edge: Edge): edge is Month => edge.length === 7;

/** The first and the last day of what is asked, both in it. */
export function daysAsked({ from, to }: { readonly from: Edge | undefined; readonly to: Edge | undefined }): {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
} {
  return {
    from: from === undefined ? undefined : isMonth(from) ? firstDay(from) : from,
    to: to === undefined ? undefined : isMonth(to) ? lastDay(to) : to,
  };
}

/** As it would be written, so that two boxes that are written the same are the same. */
function roundedBox(said: string): Box | undefined {
  const box = readBox(said);
  return box && readBox(boxWritten(box));
}

function readComparison(said: string): Comparison | undefined {
  const ends = said.split("..");
  if (ends.length === 1) return isSlug(said) ? { area: said } : undefined;
  const [from, to] = [readEdge(ends[0] ?? "", "fran"), readEdge(ends[1] ?? "", "till")];
  if (ends.length > 2 || from === undefined || to === undefined || isBackwards({ from, to })) return undefined;
  return { from, to };
}

/** Whether the end comes before the beginning. Nothing lies in such a time. */
export function isBackwards(period: { readonly from: Edge | undefined; readonly to: Edge | undefined }): boolean {
  const { from, to } = daysAsked(period);
  return from !== undefined && to !== undefined && to < from;
}

function comparisonWritten(compared: Comparison | undefined): string {
  if (compared === undefined) return "";
  return "area" in compared ? compared.area : `${compared.from}..${compared.to}`;
}

/** The same question always gives the same words, without what asks for everything. */
export function askedOf(question: Question): Asked {
  const list = <T extends string>(all: readonly T[], chosen: readonly T[], words: Readonly<Record<T, string>>) =>
    all
      .filter((value) => chosen.includes(value))
      .map((value) => words[value])
      .join(",");
  const said: Record<QuestionKey, string> = {
    fran: question.from ?? "",
    till: question.to ?? "",
    tid: hoursWritten(question.hours),
    kategori: list(CATEGORY_GROUPS, question.categories, CATEGORY_WORDS),
    slag: list(OBSERVATION_KINDS, question.kinds, KIND_WORDS),
    kunskap: list(KNOWLEDGES, question.knowledge, KNOWLEDGE_WORDS),
    kalla: question.sources.toSorted().join(","),
    ort: question.area ?? "",
    ruta: question.box === undefined ? "" : boxWritten(question.box),
    delning: SHARING_WORDS[question.sharing],
    jamfor: comparisonWritten(question.compared),
  };
  return Object.fromEntries(QUESTION_KEYS.filter((key) => said[key] !== "").map((key) => [key, said[key]]));
}

/** "fran=2021-10&kategori=trafik": the part of the address after the question mark, and what a problem cites. */
export function addressOf(question: Question): string {
  return Object.entries(askedOf(question))
    .map(([key, value]) => `${key}=${value ?? ""}`)
    .join("&");
}

/** What an address asks. */
export function askedIn(query: URLSearchParams): Asked {
  return Object.fromEntries(
    QUESTION_KEYS.flatMap((key) => {
      const value = query.get(key);
      return value === null || value === "" ? [] : [[key, value]];
    }),
  );
}

/** What a source of the partnership is asked by. */
export type AskedSource = { readonly slug: string; readonly knowledge: Knowledge };

/** Words of the address that are well written but stand for no area and no source here: told as what was not understood. */
export function unknownWords(question: Question, areas: readonly string[], sources: readonly AskedSource[]): string[] {
  const isArea = (slug: string) => areas.includes(slug);
  const compared = question.compared !== undefined && "area" in question.compared ? question.compared.area : undefined;
  return [
    ...question.sources
      .filter((slug) => !sources.some((source) => source.slug === slug))
      .map((slug) => `kalla=${slug}`),
    ...(question.area === undefined || isArea(question.area) ? [] : [`ort=${question.area}`]),
    ...(compared === undefined || isArea(compared) ? [] : [`jamfor=${compared}`]),
  ];
}

/** A word that no store knows: asked for where the question can be met by nothing, since an empty list would ask for everything. */
const NOTHING = "-";

/**
 * The question in the words of a store: its categories are "<category>/<kind>", its sources slugs, its areas the codes of `areasOf`. `UNPLACED` is no area of the store, so it is asked
 * for as everything; `exploreAsked` (counts.ts) takes away what lies in the others.
 */
export function eventQuestionOf(
  question: Question,
  words: Pick<Words, "category" | "source">,
  sources: readonly AskedSource[],
): EventQuestion {
  const { categories, kinds, knowledge, area, box, hours, sharing } = question;
  const narrowed = (isNarrowed: boolean, found: readonly string[]) =>
    !isNarrowed ? [] : found.length === 0 ? [NOTHING] : found;
  const backwards = isBackwards(question);
  const days = backwards ? { from: undefined, to: undefined } : daysAsked(question);
  const knows = new Map(sources.map((source) => [source.slug, source.knowledge]));
  return {
    ...days,
    hours,
    where: box !== undefined ? { box } : area === undefined || area === UNPLACED ? undefined : { area },
    categories: narrowed(
      backwards || categories.length + kinds.length > 0,
      backwards
        ? []
        : words.category.filter((word) => {
            const { group, kind } = categoryParts(word);
            return isChosen<string>(categories, group) && isChosen<string>(kinds, kind);
          }),
    ),
    sources: narrowed(
      question.sources.length + knowledge.length > 0,
      words.source.filter((slug) => {
        const known = knows.get(slug);
        return (
          isChosen(question.sources, slug) &&
          (knowledge.length === 0 || (known !== undefined && knowledge.includes(known)))
        );
      }),
    ),
    sharing,
  };
}

/** "traffic.speeding/problem" in its parts. */
export function categoryParts(word: string): {
  readonly group: string;
  readonly category: string;
  readonly kind: string;
} {
  const [category = "", kind = ""] = word.split("/");
  return { group: category.split(".")[0] ?? "", category, kind };
}

/** How a store writes what an entry is about. */
export function categoryWord(category: string, kind: ObservationKind): string {
  return `${category}/${kind}`;
}
