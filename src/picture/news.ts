// «Vad är nytt?»: the picture's recorded events, category by category, as the windows that answers/news.ts is asked of (journeys.md, journey 9). What is felt comes in heaps, a walk at a time,
// and what the police chose to publish is no count of anything: neither is tested.
import { type Category, isCategory } from "../collect/category.ts";
import { categories as categoryNames } from "../collect/words.ts";
import { addDays, type Day } from "../ground/time.ts";
import { type News, newsAnswer, type NewsSeries, WINDOW_DAYS } from "./answers/news.ts";
import type { EventStore } from "./columns/event-store.ts";
import { explore } from "./columns/explore.ts";
import { dayWritten } from "./columns/local-time.ts";
import { type CountedSource, exploreAsked } from "./counts.ts";
import { categoryParts, type Question } from "./question.ts";

export type PictureNews = News & { readonly from: Day | undefined; readonly to: Day | undefined };

/** The last four weeks that anything is recorded in, today not included, beside what four weeks usually hold. */
export function newsOf(
  events: EventStore,
  question: Question,
  sources: readonly CountedSource[],
  today: Day,
): PictureNews {
  const isPublished = ({ kind }: CountedSource) => kind === "police-events";
  const recorded = sources.filter(({ knowledge }) => knowledge === "recorded");
  const of = (some: readonly CountedSource[]) =>
    some.length === 0
      ? undefined
      : exploreAsked(events, { ...question, sources: some.map(({ slug }) => slug) }, sources);
  const published = Math.round(of(recorded.filter(isPublished))?.explored.total ?? 0);
  const nothing = { ...newsAnswer([], { recorded: 0, weeks: 0, published }), from: undefined, to: undefined };
  const asked = of(recorded.filter((source) => !isPublished(source)));
  if (asked === undefined) return nothing;
  const { first, counts } = asked.explored.days;
  // Registration may have stopped: the newest window ends where there last was anything, so that what has not come in yet is no fall.
  const last = [...counts.keys()].findLast((at) => counts[at]! > 0 && dayWritten(first + at) < today);
  if (last === undefined) return nothing;
  const to = dayWritten(first + last);
  const windows = Math.floor((last + 1) / WINDOW_DAYS);
  const ground = {
    recorded: Math.round(asked.explored.total - asked.explored.undated),
    weeks: Math.ceil((last + 1) / 7),
    published,
  };
  const series = categoriesOf(asked.store).map(({ category, words }): NewsSeries => {
    const { days } = explore(asked.store, { ...asked.question, categories: words });
    return {
      key: category,
      name: categoryNames[category],
      counts: windowsOf(days, first + last, windows),
    };
  });
  return { ...newsAnswer(series, ground), from: addDays(to, 1 - WINDOW_DAYS), to };
}

/** Categories of the store, each with the words it is known by there. */
function categoriesOf({ words }: EventStore): { readonly category: Category; readonly words: readonly string[] }[] {
  const byCategory = new Map<Category, string[]>();
  for (const word of words.category) {
    const { category } = categoryParts(word);
    if (isCategory(category)) byCategory.set(category, [...(byCategory.get(category) ?? []), word]);
  }
  return [...byCategory].map(([category, own]) => ({ category, words: own }));
}

/** Whole windows counted back from the last day, so that the newest is never half. */
function windowsOf(
  { first, counts }: { readonly first: number; readonly counts: Float64Array },
  last: number,
  windows: number,
): number[] {
  const sums = Array.from({ length: windows }, () => 0);
  for (const [at, count] of counts.entries()) {
    const back = last - (first + at);
    const window = windows - 1 - Math.floor(back / WINDOW_DAYS);
    if (back >= 0 && window >= 0) sums[window]! += count;
  }
  // An interval's share of a window is no whole event; what is tested is.
  return sums.map(Math.round);
}
