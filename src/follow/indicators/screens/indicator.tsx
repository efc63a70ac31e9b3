import { useState, type ReactNode } from "react";
import { daysBetween, type Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { NotThere } from "../../../ui/not-there.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Tag } from "../../../ui/tag.tsx";
import { ValueLine } from "../../../ui/value-line.tsx";
import { catchUp, openIndicator, tellIndicator } from "../api.ts";
import { columns, fromWords, methods, wantedWords, words } from "../words.ts";
import { Effect } from "./effect.tsx";
import { AsideForm, BreakForm, ReadingForm } from "./forms.tsx";
import { Beside } from "./list.tsx";
import { type Figure, figureSaid, type Opened, sureSaid, targetSaid } from "./shown.ts";

/** /folj-upp/<p>/matt-<slug>: one indicator over time, what it is held against, and what it led to. */
export function IndicatorScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const slug = (props.item ?? "").replace(/^matt-/, "");
  const [began, setBegan] = useState<Day>();
  const answer = useAnswer(openIndicator, { partnership, slug, ...(began === undefined ? {} : { began }) });
  if (answer.state === "refused" && answer.refusal.status === 404)
    return <NotThere stage="follow" href={`/folj-upp/${partnership}/matt`} lang={lang} />;
  return (
    <Asked answer={answer} lang={lang} page>
      {(opened) => (
        <Shown opened={opened} partnership={partnership} lang={lang} onBegan={setBegan} onDone={answer.again} />
      )}
    </Asked>
  );
}

type Props = {
  readonly opened: Opened;
  readonly partnership: string;
  readonly lang: Lang;
  readonly onDone: () => void;
};

function Shown(props: Props & { readonly onBegan: (day: Day) => void }) {
  const { opened, partnership, lang } = props;
  const { verdict, column, effects, aside, promise } = opened;
  return (
    <div className="stack-loose">
      <PageHeading
        heading={opened.name}
        over={<a href={`/folj-upp/${partnership}/matt`}>{say(words.toIndicators, lang)}</a>}
        lead={promise === null ? undefined : <span lang="sv">{promise.text}</span>}
      />
      <p className="row">
        <Tag>{say(columns[column], lang)}</Tag>
        {opened.controlDependent && <Tag>{say(words.control, lang)}</Tag>}
        {opened.secrecy !== "public" && (
          <Tag>{say(opened.secrecy === "own" ? words.own : words.onlyParties, lang)}</Tag>
        )}
        {opened.example && <ExampleMark lang={lang} />}
      </p>
      {aside !== null && (
        <Notice heading={say(words.laidAside, lang, { day: formatDay(aside.on, lang), reason: aside.reason })} />
      )}
      {verdict !== null && <p className="effect-verdict measure">{verdict.sentence[lang]}</p>}
      {column === "output" && <p className="measure">{say(words.outputSays, lang)}</p>}
      {opened.controlDependent && <p className="measure">{say(words.controlText, lang)}</p>}
      {opened.isStale && <Notice level={2} heading={say(words.newerFigures, lang)} />}
      <Line opened={opened} lang={lang} />
      <Beside indicator={opened} lang={lang} />
      <Facts facts={factsOf(opened, lang)} />
      <Pending {...props} />
      {column !== "output" && (opened.may.keep || effects.length > 0) && <Effect {...props} />}
      {(opened.may.read || opened.may.keep) && (
        <section className="stack measure">
          {opened.may.read && <ReadingForm {...props} />}
          {opened.may.read && <BreakForm {...props} />}
          {opened.may.keep && <AsideForm {...props} />}
        </section>
      )}
    </div>
  );
}

/** Every figure with its interval, the baseline, the target and the breaks; the same as a table. */
function Line({ opened, lang }: { opened: Opened; lang: Lang }) {
  const { readings, breaks, unit, name, target } = opened;
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined) return <p>{say(words.noReading, lang)}</p>;
  const whole = Math.max(daysBetween(first.on, last.on), 1);
  const at = (day: Day) => Math.min(Math.max(daysBetween(first.on, day) / whole, 0), 1);
  const told = (value: number) => formatNumber(value, lang);
  const sentence =
    first === last
      ? say(words.chart, lang, { name, value: told(last.value), unit })
      : say(words.chartChange, lang, { name, from: told(first.value), value: told(last.value), unit });
  return (
    <ValueLine
      lang={lang}
      sentence={sentence}
      name={name}
      unit={unit}
      target={target?.value}
      heads={{ period: say(words.period, lang), note: say(words.note, lang) }}
      points={readings.map((one) => ({
        label: periodSaid(one, lang),
        short: one.on.slice(0, 7),
        at: at(one.on),
        value: one.value,
        low: one.low ?? undefined,
        high: one.high ?? undefined,
        baseline: one.baseline,
        ...(one.n === null || opened.column === "output" ? {} : { basis: told(one.n) }),
        note: noteOf(one, lang),
      }))}
      breaks={breaks.map(({ on, why }) => ({
        at: at(on),
        text: say(words.lineBroken, lang, { why: sentenceOf(why) }),
      }))}
    />
  );
}

const sentenceOf = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);

function periodSaid({ from, on }: Opened["readings"][number], lang: Lang): string {
  return from === null || from === on ? formatDay(on, lang) : `${formatDay(from, lang)} – ${formatDay(on, lang)}`;
}

function noteOf({ baseline, method, before }: Opened["readings"][number], lang: Lang): string {
  const how = methods[method];
  return [
    baseline ? say(words.isBaseline, lang) : "",
    how === undefined ? method : say(how, lang),
    ...before.map(({ value, reason }) =>
      say(words.corrected, lang, {
        value: formatNumber(value, lang),
        reason: reason === "source" ? say(words.correctedBySource, lang) : reason,
      }),
    ),
  ]
    .filter(Boolean)
    .join(" · ");
}

function factsOf(opened: Opened, lang: Lang) {
  const { baseline, latest, unit, fromKind, source, caveat, column } = opened;
  const sure = (one: Figure) => (column === "output" ? "" : ` (${sureSaid(one, lang)})`);
  const all: readonly { name: string; value: ReactNode }[] = [
    {
      name: say(words.now, lang),
      value:
        latest === null
          ? say(words.noReading, lang)
          : `${figureSaid(latest, unit, lang)}${sure(latest)}, ${formatDay(latest.on, lang)}`,
    },
    {
      name: say(words.baseline, lang),
      value:
        baseline === null
          ? say(words.noReading, lang)
          : `${figureSaid(baseline, unit, lang)}${sure(baseline)}, ${formatDay(baseline.on, lang)}`,
    },
    { name: say(words.target, lang), value: targetSaid(opened, lang) },
    { name: say(words.whatWanted, lang), value: column === "output" ? "" : say(wantedWords[opened.wanted], lang) },
    { name: say(words.source, lang), value: [say(fromWords[fromKind], lang), source].filter(Boolean).join(": ") },
    { name: say(words.caveat, lang), value: caveat },
    {
      name: say(words.about, lang),
      value: column === "output" ? "" : say(opened.inPromise ? words.preRegistered : words.notPreRegistered, lang),
    },
  ];
  return all.filter(({ value }) => value !== "");
}

/** What the source has that is not here, and whether everybody may read the indicator. */
function Pending({ opened, partnership, lang, onDone }: Props) {
  const fetching = useCommand(catchUp);
  const telling = useCommand(tellIndicator);
  const [refusal, setRefusal] = useState<string>();
  const { slug, pending, may } = opened;
  const run = async (command: typeof fetching | typeof telling) => {
    const result = await command.run({ partnership, slug });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    onDone();
  };
  const fetches = pending > 0 && may.read;
  if (!fetches && !may.tell && refusal === undefined) return null;
  return (
    <section className="stack measure">
      {refusal !== undefined && <Notice kind="error" level={2} heading={refusal} live />}
      {fetches && (
        <>
          <p>{say(words.pending, lang, { count: pending })}</p>
          <p>
            <Button busy={fetching.busy} onPress={() => void run(fetching)}>
              {say(words.fetchNew, lang)}
            </Button>
          </p>
        </>
      )}
      {may.tell && (
        <p>
          <Button busy={telling.busy} onPress={() => void run(telling)}>
            {say(words.tell, lang)}
          </Button>
        </p>
      )}
    </section>
  );
}
