import type { Day } from "../../../ground/time.ts";
import { say, type Lang, type Said } from "../../../ground/words.ts";
import { formatDay, formatHash, formatNumber, formatPeriod } from "../../../ui/format.ts";
import { words } from "../words.ts";

/** Fewer than this say nothing of a place. */
const FEW = 10;

/** What a pinned picture says in words: on the wall, on the page and on paper the same. */
export function pictureSaid(
  picture: {
    readonly from: Day | null;
    readonly to: Day | null;
    readonly total: number;
    readonly sources: readonly { readonly name: string; readonly caveat: string }[];
    readonly cautions: readonly Said[];
    readonly asOf: Day;
    readonly hash: string;
  },
  lang: Lang,
): { readonly sentence: string; readonly notes: readonly string[]; readonly pinned: string } {
  const { from, to, total } = picture;
  return {
    sentence: say(words.pictureSays, lang, {
      count: formatNumber(total, lang),
      countOf: total,
      period: from === null || to === null ? say(words.allTime, lang) : formatPeriod(from, to, lang),
    }),
    notes: [
      ...(total < FEW ? [say(words.few, lang)] : []),
      ...picture.cautions.map((one) => one[lang]),
      // From whom: a number stands nowhere without it.
      ...picture.sources.map(({ name, caveat }) => (caveat === "" ? name : `${name}. ${caveat}`)),
    ],
    pinned: say(words.pinnedOn, lang, { day: formatDay(picture.asOf, lang), hash: formatHash(picture.hash, 4) }),
  };
}
