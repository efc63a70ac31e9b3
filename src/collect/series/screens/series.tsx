import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { daysBetween, type Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { formatDay, formatHash, formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { SmallNumberNotice } from "../../../ui/small-number-notice.tsx";
import { ValueLine } from "../../../ui/value-line.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { NotThere } from "../../../ui/not-there.tsx";
import { noteSeriesBreak, openSeries, takeBackSeriesBreak } from "../api.ts";
import { FEW, isFew } from "../series.ts";
import { absences, sayArea, sayPeriod, sayPooled, sexes, standings } from "../words.ts";
import { words } from "./words.ts";
import { PersonLine } from "../../privacy/screens/person-text.tsx";

type Opened = OutputOf<typeof openSeries>;
type Value = Opened["values"][number];

/** /lyssna/<p>/statistik-<slug>: one series over time, what it rests on, and what it may be held beside. */
export function SeriesScreen({ partnership, item, lang }: ScreenProps) {
  const slug = (item ?? "").replace(/^statistik-/, "");
  const answer = useAnswer(openSeries, { partnership, slug });
  if (answer.state === "refused" && answer.refusal.status === 404)
    return <NotThere stage="collect" href={`/lyssna/${partnership}`} lang={lang} />;
  return (
    <Asked answer={answer} lang={lang} page>
      {(opened) => <Shown opened={opened} partnership={partnership} lang={lang} />}
    </Asked>
  );
}

function Shown({ opened, partnership, lang }: { opened: Opened; partnership: string; lang: Lang }) {
  const { series, source, values, beside, whole, parts, readings } = opened;
  const here = `/lyssna/${partnership}`;
  const few = values.filter((value) => isFew(series.unit, value));
  const pooled = sayPooled(values.at(-1), lang);
  const link = (one: { slug: string; name: string }) => <a href={`${here}/statistik-${one.slug}`}>{one.name}</a>;
  return (
    <div className="stack-loose">
      <PageHeading
        heading={series.name}
        over={
          <>
            {sayArea(series.area, lang)} {series.example && <ExampleMark lang={lang} />}
          </>
        }
        actions={
          <>
            {values.some(({ value }) => value !== undefined) && (
              <>
                <LinkButton href={`/prioritera/${partnership}?serie=${series.slug}`}>
                  {say(words.makeProblem, lang)}
                </LinkButton>
                <LinkButton href={`/prioritera/${partnership}?serie=${series.slug}&som=underlag`}>
                  {say(words.citeOnProblem, lang)}
                </LinkButton>
              </>
            )}
            <LinkButton href={`${here}/statistik`}>{say(words.back, lang)}</LinkButton>
          </>
        }
      />
      <Line opened={opened} lang={lang} />
      {few.length * 2 >= values.length && few.length > 0 && (
        <SmallNumberNotice
          level={2}
          heading={say(words.smallHeading, lang)}
          text={say(words.smallText, lang, { few: FEW })}
        />
      )}
      <Notice heading={say(words.caveat, lang)}>
        {[series.caveat, pooled, source.caveat]
          .filter((sentence) => sentence !== undefined && sentence !== "")
          .map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
      </Notice>
      <section className="stack">
        <SectionHeading heading={say(words.beside, lang)} />
        {beside.length === 0 ? (
          <p>{say(words.noComparison, lang)}</p>
        ) : (
          <ul className="list">
            {beside.map((one) => (
              <li key={one.slug}>{link({ slug: one.slug, name: sayArea(one.area, lang) })}</li>
            ))}
          </ul>
        )}
      </section>
      {(whole !== undefined || parts.length > 0) && (
        <section className="stack">
          <SectionHeading heading={say(whole === undefined ? words.parts : words.partOf, lang)} />
          {whole !== undefined && <p>{link(whole)}</p>}
          {parts.length > 0 && (
            <>
              <p className="small quiet">{say(words.partsText, lang)}</p>
              <ul className="list">
                {parts.map((part) => (
                  <li key={part.slug}>{link(part)}</li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
      <Breaks opened={opened} partnership={partnership} lang={lang} />
      <Before values={values} step={series.step} lang={lang} />
      <section className="stack">
        <SectionHeading heading={say(words.sourceIs, lang)} />
        <Facts
          facts={[
            {
              name: say(words.source, lang),
              value: <a href={`${here}/kalla-${source.slug}`}>{source.name}</a>,
            },
            { name: say(words.licence, lang), value: series.licence },
            { name: say(words.unit, lang), value: series.unit },
            { name: say(words.sex, lang), value: say(sexes[series.sex], lang) },
          ]}
        />
        <DataTable
          caption={say(words.readings, lang)}
          rows={readings}
          rowKey={({ id }) => id}
          columns={[
            { head: say(words.file, lang), names: true, cell: ({ fileName }) => fileName },
            { head: say(words.retrieved, lang), cell: ({ retrievedOn }) => formatDay(retrievedOn as Day, lang) },
            { head: say(words.asOf, lang), cell: ({ asOf }) => formatDay(asOf as Day, lang) },
            {
              head: say(words.checksum, lang),
              cell: ({ checksum }) => <span className="code">{formatHash(checksum, 4)}</span>,
            },
          ]}
        />
      </section>
    </div>
  );
}

/** The series as a line with its intervals, its breaks and its table; the county and the country beside it where they are known. */
function Line({ opened, lang }: { opened: Opened; lang: Lang }) {
  const { series, values, beside, breaks } = opened;
  const [first, end] = [values[0], values.at(-1)];
  if (first === undefined || end === undefined) return null;
  const length = Math.max(1, daysBetween(first.from as Day, end.to as Day));
  const place = (day: string) => daysBetween(first.from as Day, day as Day) / length;
  const middle = ({ from, to }: { from: string; to: string }) => (place(from) + place(to)) / 2;
  const [from, to] = [middle(first), middle(end)];
  // The first and the last value stand at the ends, whatever they pool.
  const scaled = (at: number) => (to === from ? 0.5 : (at - from) / (to - from));
  const latest = values.findLast(({ value }) => value !== undefined);
  const area = sayArea(series.area, lang);
  const sentence =
    latest?.value === undefined
      ? say(words.sentenceNone, lang, { area })
      : say(latest.standing === "preliminary" ? words.sentencePreliminary : words.sentence, lang, {
          period: capitalised(sayPeriod({ step: series.step, ...latest }, lang)),
          value: formatNumber(latest.value, lang),
          unit: series.unit,
          area,
        });
  const others = beside
    .filter(({ area: one }) => one.kind === "county" || one.kind === "country")
    .toSorted((a, b) => (a.area.kind < b.area.kind ? 1 : -1));
  return (
    <ValueLine
      lang={lang}
      sentence={sentence}
      name={area}
      unit={series.unit}
      heads={{ period: say(words.period, lang), note: say(words.state, lang) }}
      points={values.map((value) => ({
        label: sayPeriod({ step: series.step, ...value }, lang),
        short: shortPeriod(value, series.step),
        at: scaled(middle(value)),
        value: value.value,
        low: value.low,
        high: value.high,
        open: value.standing === "preliminary",
        note: noteOf(value, lang),
        basis: value.n === undefined ? undefined : formatNumber(value.n, lang),
      }))}
      others={others.map((one) => ({
        name: sayArea(one.area, lang),
        values: values.map(
          (value) => one.values.find((other) => other.from === value.from && other.to === value.to)?.value,
        ),
      }))}
      breaks={breaks.map(({ on, why }) => ({
        at: scaled(breakAt(values, on, middle, place)),
        text: say(words.breakSaid, lang, { day: formatDay(on as Day, lang), why }),
      }))}
    />
  );
}

/** Between the last value that lies before the break and the first that does not. */
function breakAt(
  values: readonly Value[],
  on: string,
  middle: (value: Value) => number,
  place: (day: string) => number,
): number {
  const before = values.findLast(({ from }) => from < on);
  const after = values.find(({ from }) => from >= on);
  return before === undefined || after === undefined ? place(on) : (middle(before) + middle(after)) / 2;
}

function noteOf({ value, absent, mark, standing }: Value, lang: Lang): string {
  if (value !== undefined) return say(standings[standing], lang);
  const why = say(absences[absent ?? "missing"], lang);
  return mark === "" ? why : `${why} (${mark})`;
}

/** "17/18", "24", "aug 26" beside the axis, where a whole period has no room. */
function shortPeriod({ from, to }: Value, step: Opened["series"]["step"]): string {
  const year = from.slice(2, 4);
  switch (step) {
    case "year":
      return from.slice(0, 4);
    case "years":
      return `${year}–${to.slice(2, 4)}`;
    case "quarter":
      return `${year}:${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
    case "month":
      return `${year}-${from.slice(5, 7)}`;
  }
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Every figure that was another before it was corrected. */
function Before(props: { values: readonly Value[]; step: Opened["series"]["step"]; lang: Lang }) {
  const { values, step, lang } = props;
  const rows = values.flatMap((value) => value.before.map((before, place) => ({ value, before, place })));
  if (rows.length === 0) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.revised, lang)} />
      <DataTable
        caption={say(words.revised, lang)}
        captionHidden
        rows={rows}
        rowKey={({ value, place }) => `${value.from} ${place}`}
        columns={[
          { head: say(words.period, lang), names: true, cell: ({ value }) => sayPeriod({ step, ...value }, lang) },
          { head: say(words.saidBefore, lang), number: true, cell: ({ before }) => told(before, lang) },
          { head: say(words.state, lang), cell: ({ before }) => say(standings[before.standing], lang) },
          { head: say(words.saidIn, lang), cell: ({ before }) => before.fileName },
          { head: say(words.value, lang), number: true, cell: ({ value }) => told(value, lang) },
        ]}
      />
    </section>
  );
}

function told({ value, absent }: Pick<Value, "value" | "absent">, lang: Lang): string {
  return value === undefined ? say(absences[absent ?? "missing"], lang) : formatNumber(value, lang);
}

function Breaks({ opened, partnership, lang }: { opened: Opened; partnership: string; lang: Lang }) {
  const { breaks, series } = opened;
  const note = useCommand(noteSeriesBreak);
  const takeBack = useCommand(takeBackSeriesBreak);
  const [on, setOn] = useState<Day>();
  const [why, setWhy] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    if (on === undefined) return setRefusal(say(words.dayNeededForBreak, lang));
    const result = await note.run({ partnership, slug: series.slug, on, why });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) setWhy("");
  };
  const remove = async (id: string) => {
    const result = await takeBack.run({ partnership, id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.breaks, lang)} />
      <p>{breaks.length === 0 ? say(words.noBreaks, lang) : say(words.breaksText, lang)}</p>
      {breaks.length > 0 && (
        <ul className="list">
          {breaks.map((one) => (
            <li key={one.id} className={one.fromFile ? undefined : "list-row-acting"}>
              <span>{say(words.breakSaid, lang, { day: formatDay(one.on as Day, lang), why: one.why })}</span>
              {one.fromFile ? (
                <span className="small quiet">{say(words.breakFromFile, lang)}</span>
              ) : (
                <Button small onPress={() => void remove(one.id)} busy={takeBack.busy}>
                  {say(words.takeBackBreak, lang)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{say(words.newBreak, lang)}</summary>
        <form
          className="stack measure"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <DateField label={say(words.breakOn, lang)} value={on ?? ""} onChange={setOn} />
          <PersonLine
            about="reason"
            lang={lang}
            label={say(words.breakWhy, lang)}
            guide={say(words.breakWhyGuide, lang)}
            value={why}
            onChange={setWhy}
          />
          <Button type="submit" busy={note.busy}>
            {say(words.noteBreak, lang)}
          </Button>
        </form>
      </details>
      {refusal !== undefined && <FormError text={refusal} />}
    </section>
  );
}
