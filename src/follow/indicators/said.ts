// A verdict as a sentence, inside and outside: what it is, the counts or values behind it, and a percentage only where those bear one.
import { say, type Said } from "../../ground/words.ts";
import { verdicts } from "../words.ts";
import { type EffectAnswer, isEven, percentIn } from "./effect.ts";
import type { Measure } from "./outcome.ts";
import { effectWords, words } from "./words.ts";

const number = (value: number, lang: "sv" | "en") =>
  new Intl.NumberFormat(lang === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 1 }).format(value);

/**
 * The verdict with what it rests on. `fewest`: counts below this are not told, nor what could be worked out from them; 0 where everything is.
 */
export function sayEffect(
  answer: EffectAnswer,
  of: { readonly measure: Measure; readonly unit: string },
  fewest = 0,
): Said {
  return { sv: inLang(answer, of, fewest, "sv"), en: inLang(answer, of, fewest, "en") };
}

function inLang(
  answer: EffectAnswer,
  of: { readonly measure: Measure; readonly unit: string },
  fewest: number,
  lang: "sv" | "en",
): string {
  const { before, after, verdict, because, chanceOfFall } = answer;
  const counted = of.measure === "count" || of.measure === "rate";
  const isFew = counted && [before, after].some((count) => count !== null && count < fewest);
  const sides =
    before === null || after === null || isFew || !isEven(answer)
      ? undefined
      : { before: number(before, lang), after: number(after, lang) };
  if (verdict === "cannot-be-known") {
    const first = sides !== undefined && counted ? say(words.cannotCounts, lang, sides) : say(words.cannot, lang);
    const why = because === null ? "" : effectWords.lacks[because][lang];
    const chance = chanceOfFall === null || isFew ? "" : say(words.chanceOfFall, lang, { chance: chanceOfFall[lang] });
    return [first, why, chance].filter(Boolean).join(" ");
  }
  const percent = counted && !isFew ? percentIn(answer, of.measure) : undefined;
  const rounded = percent === undefined ? 0 : Math.round(Math.abs(percent));
  const told =
    sides === undefined ? "" : say(counted ? words.counts : words.valuesTold, lang, { ...sides, unit: of.unit });
  const change =
    rounded === 0
      ? ""
      : say(percent! < 0 ? words.percentLess : words.percentMore, lang, { percent: number(rounded, lang) });
  return [verdicts[verdict][lang], told, change].filter(Boolean).join(" ");
}
