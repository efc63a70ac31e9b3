// The rules for what is shown, in the same words for those who agree on them and for whoever reads what is not shown.
import type { Floors } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatNumber } from "../../ui/format.ts";
import { floorWords as words, spans } from "../floor-words.ts";

const yesOrNo = (is: boolean, lang: Lang) => say(is ? words.yes : words.no, lang);

export function sayFloors({ few, sensitive, answers, span, rounded }: Floors, lang: Lang): string {
  const said = { span: say(spans[span], lang), rounded: yesOrNo(rounded, lang) };
  return say(words.summed, lang, { few, sensitive, answers, ...said });
}

/** One row for each rule, and what it is under some floors. */
export function floorRows(lang: Lang) {
  const row = (name: keyof typeof words, value: (floors: Floors) => string) => ({
    name: say(words[name], lang),
    value,
  });
  return [
    row("few", ({ few }) => formatNumber(few, lang)),
    row("sensitive", ({ sensitive }) => formatNumber(sensitive, lang)),
    row("answers", ({ answers }) => formatNumber(answers, lang)),
    row("span", ({ span }) => say(spans[span], lang)),
    row("rounded", ({ rounded }) => yesOrNo(rounded, lang)),
  ];
}
