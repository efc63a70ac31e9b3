// The seventeen chapters of a situation report (domain.md 3.6), which of them the law asks for, and what is still missing (lag 2023:196, 4 §).

export const CHAPTERS = [
  "summary",
  "purpose",
  "method",
  "municipality",
  "crime",
  "consequences",
  "felt-safety",
  "youth",
  "traffic",
  "places",
  "voices",
  "analysis",
  "priorities",
  "outlook",
  "measures",
  "gaps",
  "former",
] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** As it is numbered in the report, from one. */
export function numberOf(chapter: Chapter): number {
  return CHAPTERS.indexOf(chapter) + 1;
}

/** What 4 § says that a situation report shall hold: crime, its extent and consequences; what else matters; an analysis of both. */
export const LAW_PARTS = ["survey", "other", "analysis"] as const;
export type LawPart = (typeof LAW_PARTS)[number];
type Asked = { readonly each: readonly Chapter[] } | { readonly some: readonly Chapter[] };
const LAW: Readonly<Record<LawPart, Asked>> = {
  survey: { each: ["crime", "consequences"] },
  other: { some: ["felt-safety", "youth", "traffic", "places", "voices"] },
  analysis: { each: ["analysis"] },
};

/** The part of the law that a chapter answers to. */
export function lawPartOf(chapter: Chapter): LawPart | undefined {
  return LAW_PARTS.find((part) => chaptersOf(LAW[part]).includes(chapter));
}

const chaptersOf = (asked: Asked) => ("each" in asked ? asked.each : asked.some);

/** Brå's control questions have their place here: which sources were used and which were not, and why these problems were chosen. */
const METHOD: readonly Chapter[] = ["method", "priorities"];
/** What tells how it is, and so rests on something that can be pointed at. */
const FACTS: readonly Chapter[] = ["municipality", "crime", "felt-safety", "youth", "traffic", "places", "voices"];

export const REMARKS = [
  "law-part-missing",
  "few-people",
  "method-unanswered",
  "empty",
  "not-renewed",
  "no-source",
  "figure-changed",
  "caption-of-another-year",
] as const;
export type RemarkKind = (typeof REMARKS)[number];
/** Something that is missing, in the chapter where it is put right. */
export type Remark = { readonly kind: RemarkKind; readonly chapter: Chapter; readonly part?: LawPart | undefined };

/** What the check needs to know of a chapter. */
export type Looked = {
  readonly chapter: Chapter;
  readonly text: string;
  /** As it was taken from the former report. */
  readonly carried: boolean;
  readonly figures: number;
  /** How many of them say something else today. */
  readonly changed: number;
  /** Somewhere in it people are so few that they can be known. */
  readonly few: boolean;
  /** A figure's caption names a year that the period has not. */
  readonly otherYear: boolean;
};

/** What is missing, what weighs most first. A chapter is told of once for what is not written in it. */
export function remarksOn(looked: readonly Looked[]): readonly Remark[] {
  const written = new Set(looked.flatMap(({ chapter, text }) => (text.trim() === "" ? [] : [chapter])));
  const law = lawMissing(written);
  const told = new Set(law.map(({ chapter }) => chapter));
  const remarks: Remark[] = [...law];
  for (const chapter of CHAPTERS) {
    if (written.has(chapter) || told.has(chapter)) continue;
    remarks.push({ kind: METHOD.includes(chapter) ? "method-unanswered" : "empty", chapter });
  }
  for (const { chapter, carried, figures, changed, few, otherYear } of looked) {
    // Also in a comment, where the chapter itself is empty.
    if (few) remarks.push({ kind: "few-people", chapter });
    if (otherYear) remarks.push({ kind: "caption-of-another-year", chapter });
    if (!written.has(chapter)) continue;
    if (carried) remarks.push({ kind: "not-renewed", chapter });
    if (FACTS.includes(chapter) && figures === 0) remarks.push({ kind: "no-source", chapter });
    if (changed > 0) remarks.push({ kind: "figure-changed", chapter });
  }
  return REMARKS.flatMap((kind) => remarks.filter((remark) => remark.kind === kind));
}

/** The law's parts that are not written: without them it is no situation report. */
export function lawMissing(written: ReadonlySet<Chapter>): readonly Remark[] {
  return LAW_PARTS.flatMap((part): Remark[] => {
    const asked = LAW[part];
    if ("each" in asked)
      return asked.each.flatMap((chapter) =>
        written.has(chapter) ? [] : [{ kind: "law-part-missing", chapter, part }],
      );
    const first = asked.some[0];
    return first === undefined || asked.some.some((chapter) => written.has(chapter))
      ? []
      : [{ kind: "law-part-missing", chapter: first, part }];
  });
}
