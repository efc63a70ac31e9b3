// What somebody has published as the promise, beside the promise as it was signed: item by item the same, changed word by word, missing, or there besides.
// Looks at words, and not at spaces or points; a published page has menus and footers, so what stands besides is told and judged by nobody.
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { wordsBetween, type WordPart } from "../../ground/word-diff.ts";
import type { Content } from "../document.ts";
import { targetInFull } from "../in-full.ts";
import { type PledgeDocument, WRITERS } from "../lifecycle.ts";
import { isLocked } from "./rendering.ts";

/** Where a published text was read. */
export const PLACES = ["municipality-page", "police-page", "press", "elsewhere"] as const;
export type Place = (typeof PLACES)[number];

export type DriftWhy = "not-yours" | "not-signed-yet" | "published-text-empty" | "published-text-too-long";

/** The text of a whole page, menus and all. */
export const MOST_PUBLISHED = 200_000;

/** What is looked for: the preamble ("0"), each löfte by its order and each activity by its number. */
export type Item = {
  readonly number: string;
  readonly kind: "preamble" | "pledge" | "activity";
  readonly text: string;
};
export type Found = Item &
  (
    | { readonly state: "same" | "missing" }
    /** Null where the other words may name somebody: those are kept nowhere. */
    | { readonly state: "changed"; readonly parts: readonly WordPart[] | null }
  );
export type Drift = {
  readonly items: readonly Found[];
  /** What stands in the published text besides, paragraph by paragraph. */
  readonly added: readonly string[];
};

export function itemsOf({ preamble, pledges }: Content): readonly Item[] {
  return [
    ...(preamble === undefined ? [] : [{ number: "0", kind: "preamble" as const, text: preamble }]),
    ...pledges.flatMap(({ order, text, activities }) => [
      { number: String(order), kind: "pledge" as const, text },
      // How much is promised is as much of it as the sentence: a page that leaves it out, or says another number, has drifted.
      ...activities.map(({ number, text: said, target }) => ({
        number,
        kind: "activity" as const,
        text: [said, targetInFull(target)].filter((one) => one !== undefined).join(" "),
      })),
    ]),
  ];
}

/** Numbers, bullets and headings that an item may stand behind. A bare number is never one of them: it may be what was promised. */
const LABEL =
  /^\s*(?:[•·*▪◦‣–—−-]\s*)?(?:(?:löfte|aktivitet|åtgärd|punkt)\s+\d+(?:\.\d+)*\s*[.:)]?\s+|\d+(?:\.\d+)+[.:)]?\s+|\d+[.:)]\s+)?/iu;
/** So few words are a heading or a menu's. */
const FEWEST_WORDS = 5;
/** So much of the words in common, or it is another text. */
const LIKE = 0.5;
/** An item may have been broken over so many sentences. */
const MOST_JOINED = 6;

/** More sentences than any page with a promise has. */
const MOST_SEGMENTS = 5000;

type Segment = { readonly text: string; readonly words: readonly string[]; readonly paragraph: number };

/** `frame` are lines that belong to the promise's texts and are none of its items: parties, period, who answers for what. */
export function compareItems(content: Content, published: string, frame: readonly string[] = []): Drift {
  const segments = segmentsOf(published);
  const used = new Set<number>();
  const items = itemsOf(content);
  const found = new Map<Item, Found>();
  const take = (from: number, count: number) => {
    for (let at = from; at < from + count; at++) used.add(at);
  };
  // The same words first, so that a likeness never takes what is another item's own.
  for (const item of items) {
    const whole = wholeAt(segments, item, used);
    if (whole === undefined) continue;
    take(whole.from, whole.count);
    found.set(item, { ...item, state: "same" });
  }
  const likely = items
    .filter((item) => !found.has(item))
    .flatMap((item) => likeAt(segments, wordsOf(item.text), used).map((place) => ({ item, ...place })))
    .toSorted((a, b) => b.share - a.share || a.count - b.count);
  for (const { item, from, count } of likely) {
    if (found.has(item) || range(from, count).some((at) => used.has(at))) continue;
    take(from, count);
    const other = textOfAll(segments.slice(from, from + count));
    found.set(item, {
      ...item,
      state: "changed",
      parts: personIn(other) === undefined ? wordsBetween(item.text, other) : null,
    });
  }
  // What is left is told paragraph by paragraph, unless it is only what the promise's own texts say around it.
  const known = [content.title, ...frame]
    .map((line) => wordsOf(line).join(" "))
    .filter((line) => line !== "")
    .toSorted((a, b) => b.length - a.length);
  const left = new Map<number, Segment[]>();
  for (const [at, segment] of segments.entries())
    if (!used.has(at)) left.set(segment.paragraph, [...(left.get(segment.paragraph) ?? []), segment]);
  return {
    items: items.map((item) => found.get(item) ?? { ...item, state: "missing" }),
    added: [...left.values()].filter((these) => wordsBesides(these, known) >= FEWEST_WORDS).map(textOfAll),
  };
}

function wordsBesides(segments: readonly Segment[], known: readonly string[]): number {
  let said = ` ${segments.flatMap(({ words }) => words).join(" ")} `;
  for (const line of known) said = said.replaceAll(` ${line} `, " ");
  return said.trim() === "" ? 0 : said.trim().split(" ").length;
}

const textOfAll = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join(" ");

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFC")
    .replaceAll("\u00AD", "")
    .match(/[\p{L}\p{N}]+(?:[.,:]\p{N}+)*/gu) ?? [];

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

/** Line by line, and in a line sentence by sentence, each without its number or bullet. */
function segmentsOf(published: string): readonly Segment[] {
  const segments: Segment[] = [];
  for (const [paragraph, line] of published.split(/[\r\n\t]+/).entries())
    for (const sentence of line.replace(LABEL, "").split(/(?<=[.!?:])\s+(?=[\p{Lu}\d–•])/u)) {
      const text = sentence.replace(LABEL, "").trim();
      const words = wordsOf(text);
      if (words.length > 0) segments.push({ text, words, paragraph });
      // No promise is published in so many sentences: the rest of such a page is a list of something else.
      if (segments.length >= MOST_SEGMENTS) return segments;
    }
  return segments;
}

/** Where these words and no others fill whole sentences, behind the item's own number or not. */
function wholeAt(segments: readonly Segment[], item: Item, used: ReadonlySet<number>) {
  const wanted = wordsOf(item.text).join(" ");
  const numbered = `${item.number} ${wanted}`;
  for (let from = 0; from < segments.length; from++) {
    let text = "";
    for (let count = 1; from + count <= segments.length && text.length < numbered.length; count++) {
      if (used.has(from + count - 1)) break;
      text = `${text}${text === "" ? "" : " "}${segments[from + count - 1]!.words.join(" ")}`;
      if (text === wanted || text === numbered) return { from, count };
      // What begins otherwise does not become it further on.
      if (!wanted.startsWith(text) && !numbered.startsWith(text)) break;
    }
  }
  return undefined;
}

/** Where something like it stands, the likest first; a word counts as often as it is there in both (Dice). */
function likeAt(segments: readonly Segment[], words: readonly string[], used: ReadonlySet<number>) {
  const wanted = countsOf(words);
  const places: { from: number; count: number; share: number }[] = [];
  for (let from = 0; from < segments.length; from++) {
    const own = new Map<string, number>();
    let [common, all] = [0, 0];
    for (let count = 1; count <= MOST_JOINED && from + count <= segments.length; count++) {
      const at = from + count - 1;
      if (used.has(at)) break;
      for (const word of segments[at]!.words) {
        const key = word.toLocaleLowerCase("sv");
        const seen = (own.get(key) ?? 0) + 1;
        own.set(key, seen);
        if (seen <= (wanted.get(key) ?? 0)) common += 1;
        all += 1;
      }
      const share = (2 * common) / (all + words.length);
      if (share >= LIKE) places.push({ from, count, share });
      if (all > 2 * words.length) break;
    }
  }
  return places.toSorted((a, b) => b.share - a.share).slice(0, 20);
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    const key = word.toLocaleLowerCase("sv");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How many of each. */
export function tally({ items, added }: Drift) {
  const of = (state: Found["state"]) => items.filter((item) => item.state === state).length;
  return { same: of("same"), changed: of("changed"), missing: of("missing"), added: added.length };
}

/** A comparison as it is kept: what each item came to, and never the published text itself, which may name people. */
export type DriftCheck = {
  readonly id: string;
  readonly documentId: string;
  readonly contentHash: string;
  readonly place: Place;
  /** Where it was read; empty for what was pasted without saying. */
  readonly address: string;
  readonly isFetched: boolean;
  readonly drift: Drift;
  readonly at: Instant;
  readonly by: string;
  readonly organisationId: string;
};

export const compareWithPublished = command({
  event: "published-text.compared",
  may: (
    person: Person,
    _input: unknown,
    { partnershipId }: { readonly partnershipId: string },
  ): Refusal<DriftWhy> | undefined =>
    grantFor(person, partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    input: { readonly place: Place; readonly address: string },
    state: {
      readonly partnershipId: string;
      readonly document: PledgeDocument;
      readonly frame: readonly string[];
      readonly published: string;
      readonly isFetched: boolean;
    },
    moment,
  ): Result<DriftCheck, Refusal<DriftWhy>> => {
    const { document, frame, published, isFetched } = state;
    if (!isLocked(document)) return no("not-signed-yet");
    if (published.length > MOST_PUBLISHED)
      return no("published-text-too-long", { field: "text", detail: { most: MOST_PUBLISHED } });
    if (wordsOf(published).length === 0) return no("published-text-empty", { field: "text" });
    const grant = grantFor(moment.by, state.partnershipId, WRITERS);
    if (grant === undefined) return no("not-yours");
    return yes({
      id: moment.newId(),
      documentId: document.id,
      contentHash: document.contentHash,
      place: input.place,
      address: input.address.trim(),
      isFetched,
      drift: compareItems(document.content, published, frame),
      at: moment.at,
      by: moment.by.id,
      organisationId: grant.organisationId,
    });
  },
});
