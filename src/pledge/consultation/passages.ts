// A draft as it is commented on: passage by passage, in the order it is read, and what each became.
import { wordsBetween, type WordPart } from "../../ground/word-diff.ts";
import type { Content } from "../document.ts";
import { activityInFull, pledgeInFull, wholeInFull } from "../in-full.ts";

export const PASSAGE_KINDS = ["whole", "preamble", "pledge", "activity"] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];
export type Passage = {
  /** The löfte's or the activity's own id: it is the same passage when the words have changed. */
  readonly id: string;
  readonly kind: PassageKind;
  /** As it is cited: «1», «1.2»; empty where it has none. */
  readonly number: string;
  readonly text: string;
  /** What it says besides its sentence, a sentence each: how much, where, when, who. */
  readonly inFull: readonly string[];
};

/** The whole first, by its title: what is said of everything has a place too. */
export function passagesOf(content: Content): readonly Passage[] {
  const { title, preamble, pledges } = content;
  return [
    {
      id: "whole",
      kind: "whole",
      number: "",
      text: title,
      inFull: [...periodInFull(content), ...wholeInFull(content)],
    },
    ...(preamble === undefined
      ? []
      : [{ id: "preamble", kind: "preamble", number: "", text: preamble, inFull: [] } as const]),
    ...pledges.flatMap((pledge): Passage[] => [
      { id: pledge.id, kind: "pledge", number: String(pledge.order), text: pledge.text, inFull: pledgeInFull(pledge) },
      ...pledge.activities.map((activity): Passage => {
        const { id, number, text } = activity;
        return { id, kind: "activity", number, text, inFull: activityInFull(activity) };
      }),
    ]),
  ];
}

/** From when to when it holds, as it is said: to be commented on as the rest, and told as changed when it is moved. */
function periodInFull({ period: { from, to } }: Content): readonly string[] {
  const isYearsOrDays = (said: string) => /^\d{4}/.test(said);
  if (to !== undefined) return [`Gäller: ${from.said} till ${to.said}.`];
  return [isYearsOrDays(from.said) ? `Gäller: från ${from.said}.` : `Gäller: ${from.said}.`];
}

/** The sentences of a passage, to point at one of them; none where it is one sentence alone. */
export function sentencesOf(text: string): readonly string[] {
  const sentences = text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}«”"–])/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return sentences.length < 2 ? [] : sentences;
}

export type Became = Passage & {
  /** Word by word, what it says in full: a number that was changed is a change; where the passage is gone all of it is taken away, where it is new all of it is added. */
  readonly parts: readonly WordPart[];
  readonly isChanged: boolean;
  /** It was not there when it was commented on. */
  readonly isNew: boolean;
};

/** What each passage that was commented on has become, in its own order; what has come since stands last. */
export function becameOf(before: Content, after: Content): readonly Became[] {
  const now = passagesOf(after);
  const then = passagesOf(before);
  const isThere = new Set(then.map(({ id }) => id));
  const beside = (passage: Passage, from: string, to: string): Became => ({
    ...passage,
    parts: wordsBetween(from, to),
    isChanged: from !== to,
    isNew: !isThere.has(passage.id),
  });
  return [
    ...then.map((passage) => beside(passage, allOf(passage), allOf(now.find(({ id }) => id === passage.id)))),
    ...now.filter(({ id }) => !isThere.has(id)).map((passage) => beside(passage, "", allOf(passage))),
  ];
}

/** All that it says; nothing where it is gone. */
function allOf(passage: Passage | undefined): string {
  return passage === undefined ? "" : [passage.text, ...passage.inFull].join("\n");
}
