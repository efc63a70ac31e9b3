import { type Lang, say } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Diff } from "../../../ui/diff.tsx";
import { formatNumber, formatPeriod } from "../../../ui/format.ts";
import { NotThere } from "../../../ui/not-there.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { readSituationChanges } from "../api.ts";
import { numberOf } from "../chapters.ts";
import { chapters, words } from "../words.ts";

/** /lagesbild/<p>/andrat-<period>: what a report says that the one before it did not. */
export function SituationChangesScreen({ partnership, item, lang }: ScreenProps) {
  const slug = (item ?? "").replace(/^andrat-/, "");
  const asked = useAnswer(readSituationChanges, { partnership, slug });
  if (
    (asked.state === "refused" && asked.refusal.status === 404) ||
    (asked.state === "answered" && asked.value.former === null)
  )
    return <NotThere stage="picture" href={`/lagesbild/${partnership}/rapporter`} lang={lang} />;
  return (
    <Asked answer={asked} lang={lang} page>
      {(read) => (
        <div className="stack-loose">
          <PageHeading
            heading={say(words.changesHeading, lang, {
              period: read.former === null ? "" : formatPeriod(read.former.from, read.former.to, lang),
            })}
            over={say(words.report, lang, { period: formatPeriod(read.from, read.to, lang) })}
            lead={say(words.changesLead, lang)}
            actions={
              <LinkButton href={`/lagesbild/${partnership}/rapport-${slug}`}>{say(words.toReport, lang)}</LinkButton>
            }
          />
          {read.chapters.length === 0 && <p>{say(words.changesNone, lang)}</p>}
          {read.chapters.map(({ chapter, parts, figures }) => (
            <section key={chapter} className="stack">
              <SectionHeading heading={`${numberOf(chapter)} ${say(chapters[chapter], lang)}`} />
              {parts.length > 0 && (
                <div lang="sv" className="measure">
                  <Diff lang={lang} parts={parts} />
                </div>
              )}
              {figures.length > 0 && (
                <DataTable
                  // Of its chapter: whoever goes from table to table hears which one it is.
                  caption={`${say(words.figures, lang)}: ${say(chapters[chapter], lang)}`}
                  captionHidden
                  rows={figures}
                  rowKey={({ caption }) => caption}
                  columns={[
                    {
                      head: say(words.figure, lang),
                      names: true,
                      cell: ({ caption, unit }) => <span lang="sv">{[caption, unit].filter(Boolean).join(", ")}</span>,
                    },
                    { head: say(words.before, lang), number: true, cell: ({ before }) => valued(before, lang) },
                    { head: say(words.after, lang), number: true, cell: ({ after }) => valued(after, lang) },
                  ]}
                />
              )}
            </section>
          ))}
        </div>
      )}
    </Asked>
  );
}

const valued = (value: number | null, lang: Lang) => (value === null ? "–" : formatNumber(value, lang));
