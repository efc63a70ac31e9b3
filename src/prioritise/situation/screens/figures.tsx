import { useRef, useState } from "react";
import { groups as categoryGroups } from "../../../picture/words.ts";
import type { CategoryGroup } from "../../../collect/category.ts";
import { sampleTypes } from "../../../collect/words.ts";
import { dayOf, type Month } from "../../../ground/time.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { BarChart } from "../../../ui/bar-chart.tsx";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { formatDay, formatHash, formatMonth, formatNumber, formatPeriod } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { themeWarnings, warnings, words as problemWords } from "../../words.ts";
import { takeInFigure, takeOutFigure } from "../api.ts";
import type { Chapter } from "../chapters.ts";
import { isEstimate } from "../figure.ts";
import { figureKinds, words } from "../words.ts";
import { FrozenMap } from "./frozen-map.tsx";
import { sayBasis, sayMethod } from "./figure-words.ts";
import type { ReadChapter, ReportProps } from "./read-report.ts";
import { TakeIn } from "./take-in.tsx";

type Shown = ReadChapter["figures"][number];

/** What a chapter rests on, each as it was the day it was taken in, and the forms that take in more. */
export function Figures(props: ReportProps & { chapter: Chapter; figures: readonly Shown[]; writes: boolean }) {
  const { lang, figures, writes } = props;
  const heading = useRef<HTMLDivElement>(null);
  return (
    <section className="stack">
      <div ref={heading} tabIndex={-1}>
        <SectionHeading heading={say(words.figures, lang)}>{figures.length}</SectionHeading>
      </div>
      {figures.length === 0 && <p className="quiet">{say(words.figuresNone, lang)}</p>}
      {figures.map((figure) => (
        <article key={figure.id} className="stack-tight">
          <ShownFigure figure={figure} lang={lang} />
          {writes && <Remove {...props} figure={figure} onDone={() => heading.current?.focus()} />}
        </article>
      ))}
      {writes && <TakeIn {...props} />}
    </section>
  );
}

function unitOf({ kind, unit }: Shown, lang: Lang): string {
  if (kind === "coded") return say(words.pieces, lang);
  return kind === "question" ? say(words.happenings, lang) : unit;
}

/** A figure: its number, the chart with its table, and everything that must be known of it. */
function ShownFigure({ figure, lang }: { figure: Shown; lang: Lang }) {
  const { from, to, since, byMonth, byCategory, byArea, sources } = figure;
  const number = (value: number) => formatNumber(value, lang);
  const basis = sayBasis(figure, lang);
  const period = from !== null && to !== null ? `, ${formatPeriod(from, to, lang)}` : "";
  const sentence = `${figure.caption}: ${number(figure.value)} ${unitOf(figure, lang)}${period}`;
  return (
    <>
      <h3 lang="sv">{figure.caption}</h3>
      <p>
        <b>{say(words.figureValue, lang, { value: number(figure.value), unit: unitOf(figure, lang) })}</b>
        {basis !== "" && ` (${basis})`}
        {period}
        {figure.kind !== "question" && (
          <>
            {" · "}
            <span lang="sv">{figure.name}</span>
          </>
        )}
      </p>
      {since?.state === "changed" && (
        <p className="strong">{say(words.changedSince, lang, { now: number(since.now ?? 0) })}</p>
      )}
      {since?.state === "gone" && <p className="strong">{say(words.goneSince, lang)}</p>}
      {byMonth.length > 1 && (
        <BarChart
          lang={lang}
          sentence={sentence}
          heads={[say(words.month, lang), say(words.count, lang)]}
          bars={byMonth.map(({ key, count }) => ({ label: formatMonth(key as Month, lang), count }))}
        />
      )}
      <FrozenMap areas={byArea} sentence={sentence} lang={lang} />
      {byCategory.length > 0 && (
        <DataTable
          caption={say(words.about, lang)}
          captionHidden
          rows={byCategory}
          rowKey={({ key }) => key}
          columns={[
            {
              head: say(words.about, lang),
              names: true,
              cell: ({ key }) => say(categoryGroups[key as CategoryGroup], lang),
            },
            { head: say(words.count, lang), number: true, cell: ({ count }) => number(count) },
          ]}
        />
      )}
      {sources.length > 0 && (
        <ul className="small">
          {sources.map(({ name, sampleType, count }) => (
            <li key={`${name} ${sampleType}`}>
              <span lang="sv">{name}</span>
              {count !== null && `: ${number(count)}`}
              {sampleType !== null && `. ${say(sampleTypes[sampleType], lang)}`}
            </li>
          ))}
        </ul>
      )}
      <ul className="small quiet measure">
        {figure.keptApart > 0 && <li>{say(problemWords.sourcesKeptApart, lang, { count: figure.keptApart })}</li>}
        {figure.few && <li>{say(words.few, lang)}</li>}
        {!isEstimate(figure.kind) && <li>{say(words.noMargin, lang)}</li>}
        {figure.warnings.map((warning) => (
          <li key={warning}>{say(warnings[warning], lang)}</li>
        ))}
        {figure.themeWarnings.map((warning) => (
          <li key={warning}>{say(themeWarnings[warning], lang)}</li>
        ))}
        {figure.cautions.map((caution) => (
          <li key={caution.sv}>{caution[lang]}</li>
        ))}
        {figure.caveats.map((caveat) => (
          <li key={caveat} lang="sv">
            {caveat}
          </li>
        ))}
      </ul>
      <p className="small quiet">
        {[
          say(words.figureOf, lang, {
            kind: say(figureKinds[figure.kind], lang),
            day: formatDay(dayOf(figure.takenAt), lang),
          }),
          sayMethod(figure.method, lang),
          say(words.frozenHash, lang, { hash: formatHash(figure.hash, 4) }),
        ].join(" · ")}
      </p>
    </>
  );
}

function Remove(props: ReportProps & { chapter: Chapter; figure: Shown; onDone: () => void }) {
  const { partnership, lang, report, chapter, figure, onDone } = props;
  const out = useCommand(takeOutFigure);
  const again = useCommand(takeInFigure);
  const [refusal, setRefusal] = useState<string>();
  const remove = async () => {
    const result = await out.run({ partnership, slug: report.slug, figureId: figure.id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) onDone();
    return result.ok;
  };
  // Only where it is pressed: what is newer never takes a figure's place by itself.
  const renew = async () => {
    if (!(await remove())) return;
    const { caption, asked } = figure;
    const result = await again.run({ partnership, slug: report.slug, chapter, caption, asked });
    if (!result.ok) setRefusal(result.refusal.sentence);
  };
  return (
    <>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        {figure.since?.state === "changed" && (
          <Button small busy={out.busy || again.busy} onPress={() => void renew()}>
            {say(words.takeInAnew, lang)}
          </Button>
        )}
        <Button
          small
          busy={out.busy}
          onPress={() => void remove()}
          label={say(words.takeOutOf, lang, { caption: figure.caption })}
        >
          {say(words.takeOut, lang)}
        </Button>
      </div>
    </>
  );
}
