import type { ReactNode } from "react";
import type { Day } from "../ground/time.ts";
import { say, type Lang } from "../ground/words.ts";
import { chartWords } from "./chart-words.ts";
import { Facts, type Fact } from "./facts.tsx";
import { formatList, formatNumber, formatPeriod } from "./format.ts";

/** What stands behind a figure. What is left out is not known or not asked, and is not mentioned. */
export type Sureness = {
  /** Plain sentences first: what it means, and what it does not. */
  readonly sentences: readonly string[];
  /** The figure as it is shown: "21 händelser". */
  readonly value?: string | undefined;
  /** In the words of the value: "42,1 km/h". Percent is the confidence, 95. */
  readonly interval?: { readonly low: string; readonly high: string; readonly percent: number } | undefined;
  /** How many it rests on, with their word: "186 poster". */
  readonly n?: string | undefined;
  readonly period?: { readonly from: Day; readonly to: Day } | undefined;
  readonly sources?: readonly string[] | undefined;
  /** How many were tested together: "96 rutor". */
  readonly tested?: string | undefined;
  /** What could not take part, each with its why: 14, "utan plats". Zeros are not told. */
  readonly leftOut?: readonly { readonly count: number; readonly why: string }[] | undefined;
  readonly method?:
    | { readonly name: string; readonly version?: string | undefined; readonly href?: string | undefined }
    | undefined;
  /** What must be borne in mind: "Fler kontroller ger fler anmälningar." */
  readonly caveats?: readonly string[] | undefined;
};

/** "Hur säkert är det här?": folded beside every figure; sentences first, then what they rest on. */
export function HowSure(props: {
  lang: Lang;
  sureness: Sureness;
  /** Of what, where several stand on a page: "Hur säkert är det här? Fart på Bruksvägen". Heard, not seen. */
  about?: string | undefined;
  open?: boolean | undefined;
  children?: ReactNode;
}) {
  const { lang, sureness } = props;
  return (
    <details className="how-sure" open={props.open}>
      <summary>
        {say(chartWords.howSure, lang)}
        {props.about !== undefined && <span className="visually-hidden"> {props.about}</span>}
      </summary>
      <div className="how-sure-body">
        {sureness.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {(sureness.caveats ?? []).map((caveat) => (
          <p key={caveat} className="how-sure-caveat">
            {caveat}
          </p>
        ))}
        <Facts facts={factsOf(sureness, lang)} />
        {props.children}
      </div>
    </details>
  );
}

/** The figures with their names, in the order a careful reader asks. */
export function factsOf(sureness: Sureness, lang: Lang): Fact[] {
  const { interval, period, method } = sureness;
  const leftOut = (sureness.leftOut ?? []).filter(({ count }) => count > 0);
  const sources = sureness.sources ?? [];
  const facts: (Fact | undefined)[] = [
    sureness.value === undefined ? undefined : { name: say(chartWords.value, lang), value: sureness.value },
    interval && {
      name: say(chartWords.interval, lang),
      value: say(chartWords.intervalSaid, lang, { ...interval, percent: formatNumber(interval.percent, lang) }),
    },
    sureness.n === undefined ? undefined : { name: say(chartWords.basis, lang), value: sureness.n },
    period && { name: say(chartWords.period, lang), value: formatPeriod(period.from, period.to, lang) },
    sources.length === 0 ? undefined : { name: say(chartWords.sources, lang), value: formatList(sources, lang) },
    sureness.tested === undefined ? undefined : { name: say(chartWords.tested, lang), value: sureness.tested },
    leftOut.length === 0
      ? undefined
      : {
          name: say(chartWords.leftOut, lang),
          value: formatList(
            leftOut.map(({ count, why }) => `${formatNumber(count, lang)}\u00A0${why}`),
            lang,
          ),
        },
    method && { name: say(chartWords.method, lang), value: <Method lang={lang} method={method} /> },
  ];
  return facts.filter((fact) => fact !== undefined);
}

function Method({ lang, method }: { lang: Lang; method: NonNullable<Sureness["method"]> }) {
  const name = [
    method.name,
    ...(method.version === undefined ? [] : [say(chartWords.version, lang, { version: method.version })]),
  ].join(", ");
  return method.href === undefined ? name : <a href={method.href}>{name}</a>;
}
