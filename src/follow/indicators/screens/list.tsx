import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay } from "../../../ui/format.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { listIndicators } from "../api.ts";
import { COLUMNS, type Column } from "../outcome.ts";
import { columns, columnTexts, words } from "../words.ts";
import { BeginForm } from "./begin.tsx";
import { figureSaid, type Listed, sureSaid, targetSaid } from "./shown.ts";

/** /folj-upp/<p>/matt: what each promise is looked for in. Three columns, and no total over any of them. */
export function IndicatorListScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const [begins, setBegins] = useState(false);
  const answer = useAnswer(listIndicators, { partnership });
  return (
    <Asked answer={answer} lang={lang} page>
      {({ promises, may }) => (
        <div className="stack-loose">
          <PageHeading
            heading={say(words.heading, lang)}
            over={<a href={`/folj-upp/${partnership}`}>{say(words.back, lang)}</a>}
            lead={say(words.lead, lang)}
            actions={
              may &&
              promises.length > 0 &&
              !begins && (
                <Button kind="turn" onPress={() => setBegins(true)}>
                  {say(words.begin, lang)}
                </Button>
              )
            }
          />
          {begins && <BeginForm {...props} promises={promises} onClose={() => setBegins(false)} />}
          {promises.length === 0 && (
            <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} level={2} />
          )}
          {promises.filter(isShown).map(({ slug, title, pledges }) => (
            <section className="stack" key={slug}>
              <SectionHeading heading={title} />
              {pledges.map((pledge) => (
                <article className="stack" key={pledge.id}>
                  <h3>{say(words.promise, lang, { order: pledge.order })}</h3>
                  <p className="word measure" lang="sv">
                    {pledge.text}
                  </p>
                  <div className="three-columns">
                    <div>
                      {COLUMNS.map((column) => (
                        <ColumnShown
                          key={column}
                          column={column}
                          indicators={pledge.indicators.filter((one) => one.column === column)}
                          partnership={partnership}
                          lang={lang}
                        />
                      ))}
                    </div>
                  </div>
                </article>
              ))}
            </section>
          ))}
        </div>
      )}
    </Asked>
  );
}

/** A promise that is over and was never measured has nothing to follow. */
function isShown({ to, pledges }: OutputOf<typeof listIndicators>["promises"][number]): boolean {
  return to === null || to >= today() || pledges.some(({ indicators }) => indicators.length > 0);
}

function ColumnShown(props: { column: Column; indicators: readonly Listed[]; partnership: string; lang: Lang }) {
  const { column, indicators, partnership, lang } = props;
  return (
    <section className="stack">
      <div className="column-heading">
        <h4>{say(columns[column], lang)}</h4>
        <span>{say(columnTexts[column], lang)}</span>
      </div>
      {indicators.length === 0 && <p className="column-figure">{say(words.nothingInColumn, lang)}</p>}
      {indicators.map((one) => (
        <Shown key={one.slug} indicator={one} href={`/folj-upp/${partnership}/matt-${one.slug}`} lang={lang} />
      ))}
    </section>
  );
}

function Shown({ indicator, href, lang }: { indicator: Listed; href: string; lang: Lang }) {
  const { latest, baseline, verdict, unit, secrecy } = indicator;
  const now = latest ?? baseline;
  return (
    <article className="stack-tight">
      <h5>
        <a href={href}>{indicator.name}</a> {indicator.example && <ExampleMark lang={lang} />}
      </h5>
      <p className="column-figure">{figureSaid(now, unit, lang)}</p>
      {now !== null && (
        <p className="small quiet">
          {formatDay(now.on, lang)}
          {indicator.column !== "output" && `: ${sureSaid(now, lang)}`}
        </p>
      )}
      {verdict !== null && <p>{verdict.sentence[lang]}</p>}
      {baseline !== null && latest !== null && (
        <p className="small">
          {say(words.baseline, lang)} {formatDay(baseline.on, lang)}: {figureSaid(baseline, unit, lang)}
        </p>
      )}
      {indicator.target !== null && (
        <p className="small">
          {say(words.target, lang)}: {targetSaid(indicator, lang)}
        </p>
      )}
      {indicator.controlDependent && (
        <p>
          <Tag>{say(words.control, lang)}</Tag>
        </p>
      )}
      {secrecy !== "public" && (
        <p>
          <Tag>{say(secrecy === "own" ? words.own : words.onlyParties, lang)}</Tag>
        </p>
      )}
      <Beside indicator={indicator} lang={lang} />
    </article>
  );
}

/** What is felt never stands without what is recorded beside it, nor the other way round: if only that it is not measured. */
export function Beside({ indicator, lang }: { indicator: Listed; lang: Lang }) {
  const { beside, column } = indicator;
  if (column === "output") return null;
  return (
    <p className="small">
      {say(column === "experience" ? words.besidePerceived : words.besideRecorded, lang)}:{" "}
      {beside === null
        ? say(words.notMeasured, lang)
        : `${beside.name}, ${figureSaid(beside.latest, beside.unit, lang)}`}
    </p>
  );
}
