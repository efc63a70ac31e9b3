import { say, type Lang } from "../../ground/words.ts";
import { formatNumber } from "../../ui/format.ts";
import { IntervalDots } from "../../ui/interval-dots.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { changeBetween } from "../counts.ts";
import { poissonInterval } from "../engine/numbers/interval.ts";
import { explorerWords, words } from "../words.ts";

export type CompareOption = { readonly value: string; readonly word: string };

/** Two times or two places beside each other, each a count with its interval. In per cent from ten only, and never between places. */
export function Compare(props: {
  lang: Lang;
  options: readonly CompareOption[];
  chosen: string;
  /** Undefined until it is counted. */
  other: { readonly name: string; readonly total: number; readonly isPlace: boolean } | undefined;
  now: { readonly name: string; readonly total: number };
  needsTime: boolean;
  onChoose: (value: string) => void;
}) {
  const { lang, now, other } = props;
  return (
    <section className="stack">
      <SectionHeading heading={say(explorerWords.compareHeading, lang)} />
      <div className="compare-choice">
        <Select
          label={say(explorerWords.compare, lang)}
          value={props.chosen}
          empty={say(explorerWords.compareNone, lang)}
          options={props.options}
          guide={props.needsTime ? say(explorerWords.compareNeedsTime, lang) : undefined}
          onChange={props.onChoose}
        />
      </div>
      {other !== undefined && (
        <IntervalDots
          lang={lang}
          sentence={comparedSaid(now.total, other, lang)}
          nameHead={say(explorerWords.comparedWhat, lang)}
          besideHead={say(words.number, lang)}
          unit=""
          decimals={0}
          rows={[now, other].map(({ name, total }) => {
            const { low, high } = poissonInterval(Math.round(total));
            return { name, now: { value: Math.round(total), low, high } };
          })}
        />
      )}
    </section>
  );
}

function comparedSaid(now: number, other: { readonly total: number; readonly isPlace: boolean }, lang: Lang): string {
  const [after, before] = [Math.round(now), Math.round(other.total)];
  if (other.isPlace) return say(explorerWords.comparedAreas, lang);
  const { percent } = changeBetween(before, after);
  const said = { after: formatNumber(after, lang), before: formatNumber(before, lang) };
  if (percent === undefined) return say(explorerWords.comparedFew, lang, said);
  const [one, two] = [poissonInterval(after), poissonInterval(before)];
  return say(explorerWords.comparedPercent, lang, {
    ...said,
    percent: `${percent > 0 ? "+" : ""}${percent}`,
    overlap: one.low <= two.high && two.low <= one.high ? 1 : 0,
  });
}
