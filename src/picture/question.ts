// A question to the picture, as a value that is also an address: whoever has the link sees the same selection, and a problem can cite it
// (journeys.md, "Information architecture": "so that every state can be linked, cited and tested").
import { CATEGORY_GROUPS, type CategoryGroup } from "../collect/category.ts";
import { OBSERVATION_KINDS, type ObservationKind } from "../collect/observation.ts";
import type { Knowledge } from "../collect/source.ts";
import type { Month } from "../ground/time.ts";

/** `all`: what the one who asks may see. `shared`: what both parties see («Mötesläge»). `public`: what may be told to everybody. */
export type SharingAsked = "all" | "shared" | "public";

/** An empty list asks for everything: a question never narrows by accident. */
export type Question = {
  readonly from: Month | undefined;
  /** The last month, included. */
  readonly to: Month | undefined;
  readonly categories: readonly CategoryGroup[];
  readonly kinds: readonly ObservationKind[];
  readonly knowledge: readonly Knowledge[];
  /** Slugs. */
  readonly sources: readonly string[];
  /** A village's slug, `ELSEWHERE` or `UNPLACED`. */
  readonly area: string | undefined;
  readonly sharing: SharingAsked;
};

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
export const QUESTION_KEYS = ["fran", "till", "kategori", "slag", "kunskap", "kalla", "ort", "delning"] as const;
export type QuestionKey = (typeof QUESTION_KEYS)[number];
export type Asked = { readonly [key in QuestionKey]?: string };

/** `unread`: what stood in the address and was not understood. It is told, since a filter dropped in silence shows more than was asked for. */
export type ReadQuestion = { readonly question: Question; readonly unread: readonly string[] };

export function readQuestion(asked: Asked): ReadQuestion {
  const unread: string[] = [];
  const month = (key: "fran" | "till"): Month | undefined => {
    const said = asked[key] ?? "";
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(said)) return said as Month;
    if (said !== "") unread.push(`${key}=${said}`);
    return undefined;
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
  const question: Question = {
    from: month("fran"),
    to: month("till"),
    categories: list("kategori", CATEGORY_GROUPS, CATEGORY_WORDS),
    kinds: list("slag", OBSERVATION_KINDS, KIND_WORDS),
    knowledge: list("kunskap", KNOWLEDGES, KNOWLEDGE_WORDS),
    sources: slugs("kalla"),
    area: slugs("ort")[0],
    sharing: sharing ?? "all",
  };
  return { question, unread };
}

const parts = (said: string | undefined) => (said ?? "").split(",").filter((word) => word !== "");
const isSlug = (word: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word);

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
    kategori: list(CATEGORY_GROUPS, question.categories, CATEGORY_WORDS),
    slag: list(OBSERVATION_KINDS, question.kinds, KIND_WORDS),
    kunskap: list(KNOWLEDGES, question.knowledge, KNOWLEDGE_WORDS),
    kalla: question.sources.toSorted().join(","),
    ort: question.area ?? "",
    delning: SHARING_WORDS[question.sharing],
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
