import { CATEGORY_GROUPS } from "../../collect/category.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatNumber } from "../../ui/format.ts";
import { HowSure, type Sureness } from "../../ui/how-sure.tsx";
import { METHOD_VERSION } from "../answers/basis.ts";
import { FEW, foremost, type Tally } from "../counts.ts";
import { poissonInterval } from "../engine/numbers/interval.ts";
import { categoryParts, type Question } from "../question.ts";
import type { CategoryGroup } from "../../collect/category.ts";
import { explorerWords, groups, words } from "../words.ts";
import type { Answer, StoreFacts } from "./explorer-messages.ts";
import type { Picture } from "./picture-data.ts";

/** The sentence over everything, from the same numbers as the charts: it changes with every brush. */
export function sentenceOf(
  explored: Answer["explored"],
  facts: Pick<StoreFacts, "categories">,
  question: Question,
  lang: Lang,
): string {
  const total = Math.round(explored.total);
  if (question.sharing === "public" && total > 0 && total < FEW) return say(explorerWords.publicFew, lang);
  const most = foremost(groupTallies(explored, facts, question));
  const sentence =
    total === 1 || most === undefined
      ? say(words.sentencePlain, lang, { total: formatNumber(total, lang) })
      : say(words.sentence, lang, {
          total: formatNumber(total, lang),
          group: say(groups[most.key], lang).toLocaleLowerCase(lang),
          count: formatNumber(most.count, lang),
        });
  return total > 0 && total < FEW ? `${sentence} ${say(words.handful, lang)}` : sentence;
}

function groupTallies(
  { categories }: Answer["explored"],
  facts: Pick<StoreFacts, "categories">,
  question: Question,
): Tally<CategoryGroup>[] {
  const counts = new Map<string, number>();
  for (const [code, word] of facts.categories.entries()) {
    const { group, kind } = categoryParts(word);
    if (question.kinds.length > 0 && !question.kinds.some((one) => one === kind)) continue;
    if (question.categories.length > 0 && !question.categories.some((one) => one === group)) continue;
    counts.set(group, (counts.get(group) ?? 0) + (categories[code] ?? 0));
  }
  return CATEGORY_GROUPS.flatMap((key) => {
    const count = Math.round(counts.get(key) ?? 0);
    return count === 0 ? [] : [{ key, count, few: count < FEW }];
  });
}

/** What else must be said of the selection: a change, what the press was told, what is listed and not counted. Only of a question that has settled. */
export function Findings({
  lang,
  picture,
  isCompared,
}: {
  lang: Lang;
  picture: Pick<Picture, "counts" | "change">;
  /** It is held against something that was chosen, which is told where it was chosen. */
  isCompared: boolean;
}) {
  const { counts, change } = picture;
  return (
    <>
      {change !== null && !isCompared && change.before + change.after > 0 && (
        <p>
          {change.percent === undefined
            ? say(words.changeCounts, lang, { before: change.before, after: change.after })
            : say(words.changePercent, lang, {
                before: change.before,
                after: change.after,
                percent: `${change.percent > 0 ? "+" : ""}${change.percent}`,
              })}
        </p>
      )}
      {counts.pressSelection > 0 && (
        <p className="small quiet">{say(words.press, lang, { count: counts.pressSelection })}</p>
      )}
      {counts.summaries > 0 && <p className="small quiet">{say(words.summaries, lang, { count: counts.summaries })}</p>}
    </>
  );
}

/** "Hur säkert är det här?": what the total rests on, what chance makes of it, and what could not take part. */
export function TotalSure(props: {
  lang: Lang;
  explored: Answer["explored"];
  period: { readonly from: Day; readonly to: Day } | undefined;
  sources?: readonly string[] | undefined;
  /** A part with fewer than this is not told of. */
  leastTold?: number | undefined;
}) {
  const { lang, explored, leastTold = 1 } = props;
  const total = Math.round(explored.total);
  const { low, high } = poissonInterval(total);
  const said = {
    count: formatNumber(total, lang),
    low: formatNumber(low, lang, low < 20 ? 1 : 0),
    high: formatNumber(high, lang, high < 20 ? 1 : 0),
  };
  const sureness: Sureness = {
    sentences: [
      say(explorerWords.sureCount, lang, said),
      ...(explored.spread > 0 && explored.spread >= leastTold
        ? [say(explorerWords.sureSpread, lang, { count: formatNumber(explored.spread, lang) })]
        : []),
    ],
    caveats: [say(explorerWords.sureReports, lang)],
    value: said.count,
    interval: { low: said.low, high: said.high, percent: 95 },
    period: props.period,
    sources: props.sources,
    leftOut: [
      { count: Math.round(explored.unplaced), why: say(explorerWords.withoutPlace, lang) },
      { count: Math.round(explored.undated), why: say(explorerWords.withoutDay, lang) },
      { count: Math.round(explored.withoutHour), why: say(explorerWords.withoutHour, lang) },
      { count: Math.round(explored.notPlaced), why: say(explorerWords.coarsePlace, lang) },
    ].filter(({ count }) => count >= leastTold),
    method: { name: say(explorerWords.countMethod, lang), version: METHOD_VERSION },
  };
  return <HowSure lang={lang} sureness={sureness} />;
}
