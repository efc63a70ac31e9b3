import { useRef, useState } from "react";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { addressOf as addressOfDoor } from "../../../platform/browser/client.ts";
import { today } from "../../../platform/browser/device.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatHash, formatPeriod } from "../../../ui/format.ts";
import { NotThere } from "../../../ui/not-there.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { dayOf } from "../../../ground/time.ts";
import { adoptSituationReport, openSituationReport, printSituation } from "../api.ts";
import { lawPartOf, numberOf } from "../chapters.ts";
import { chapters, lawParts, remarks, states, words } from "../words.ts";
import { Aside, LayAside } from "./aside.tsx";
import { leads, type ReadChapter, type ReportProps, standing } from "./read-report.ts";
import { TakeOver } from "./take-over.tsx";
import { Telling } from "./telling.tsx";

/** /lagesbild/<p>/rapport-<period>: the seventeen chapters and where each stands, what is missing, and the decision. */
export function SituationReportScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const slug = (props.item ?? "").replace(/^rapport-/, "");
  const asked = useAnswer(openSituationReport, { partnership, slug });
  if (asked.state === "refused" && asked.refusal.status === 404)
    return <NotThere stage="picture" href={`/lagesbild/${partnership}/rapporter`} lang={lang} />;
  return (
    <Asked answer={asked} lang={lang} page>
      {(report) => <Report {...props} report={report} />}
    </Asked>
  );
}

function Report(props: ReportProps) {
  const { partnership, lang, report } = props;
  const { adoption, former } = report;
  const isInWork = report.state === "draft";
  const facts = useRef<HTMLDivElement>(null);
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.report, lang, { period: formatPeriod(report.from, report.to, lang) })}
        over={report.example ? <ExampleMark lang={lang} /> : props.partnershipName}
        actions={
          <>
            <LinkButton href={`/lagesbild/${partnership}/rapporter`}>{say(words.toReports, lang)}</LinkButton>
            <LinkButton href={addressOfDoor(printSituation, { partnership, slug: report.slug }, true)}>
              {say(words.paper, lang)}
            </LinkButton>
            {former !== null && (
              <LinkButton href={`/lagesbild/${partnership}/andrat-${report.slug}`}>
                {say(words.toChanges, lang)}
              </LinkButton>
            )}
          </>
        }
      />
      <div ref={facts} tabIndex={-1}>
        <Facts
          facts={[
            { name: say(words.state, lang), value: say(states[report.state], lang) },
            ...(adoption === null
              ? []
              : [
                  { name: say(words.adopted, lang), value: formatDay(adoption.adoptedOn, lang) },
                  { name: say(words.body, lang), value: adoption.adoptedBy },
                  { name: say(words.registryNumber, lang), value: adoption.registryNumber },
                  { name: say(words.hash, lang), value: <code>{formatHash(adoption.contentHash, 4)}</code> },
                ]),
            ...(former === null
              ? []
              : [
                  {
                    name: say(words.formerReport, lang),
                    value: (
                      <a href={`/lagesbild/${partnership}/rapport-${former.slug}`}>
                        {say(words.report, lang, { period: formatPeriod(former.from, former.to, lang) })}
                      </a>
                    ),
                  },
                ]),
          ]}
        />
      </div>
      {report.mine === null && isInWork && <Notice heading={say(words.onlyReads, lang)} />}
      <Aside {...props} onDone={() => facts.current?.focus()} />
      <Chapters {...props} />
      {isInWork && report.mine !== null && <TakeOver {...props} />}
      {isInWork && <Missing {...props} />}
      {adoption !== null && <Telling {...props} />}
      {isInWork && leads(props) && (
        <>
          <Adopt {...props} onAdopted={() => facts.current?.focus()} />
          <LayAside {...props} onDone={() => facts.current?.focus()} />
        </>
      )}
    </div>
  );
}

const addressOf = (partnership: string, slug: string, chapter: ReadChapter["chapter"]) =>
  `/lagesbild/${partnership}/kapitel-${numberOf(chapter)}-${slug}`;

function Chapters({ partnership, lang, report }: ReportProps) {
  const stands = (chapter: ReadChapter) => {
    const text = standing(chapter, "text");
    if (text === undefined || text.text === "") return say(words.notWritten, lang);
    return say(text.carried ? words.carried : words.written, lang);
  };
  const latest = ({ pieces }: ReadChapter) =>
    pieces.filter(({ carried }) => !carried).toSorted((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1))[0];
  return (
    <section className="stack">
      <SectionHeading heading={say(words.chapters, lang)}>
        {report.chapters.filter((chapter) => (standing(chapter, "text")?.text ?? "") !== "").length}/
        {report.chapters.length}
      </SectionHeading>
      <DataTable
        caption={say(words.chapters, lang)}
        captionHidden
        rows={report.chapters}
        rowKey={({ chapter }) => chapter}
        columns={[
          {
            head: say(words.chapter, lang),
            names: true,
            cell: ({ chapter }) => (
              <>
                {numberOf(chapter)}{" "}
                <a href={addressOf(partnership, report.slug, chapter)}>{say(chapters[chapter], lang)}</a>
                {lawPartOf(chapter) !== undefined && (
                  <span className="small quiet">
                    {" "}
                    · {say(lawPartOf(chapter) === "other" ? words.lawSome : words.law, lang)}
                  </span>
                )}
              </>
            ),
          },
          { head: say(words.state, lang), cell: stands },
          {
            head: say(words.comments, lang),
            number: true,
            cell: ({ pieces }) =>
              pieces.filter(({ voice, text }) => (voice === "joint" || voice === "party") && text !== "").length,
          },
          {
            head: say(words.lastWritten, lang),
            cell: (chapter) => {
              const piece = latest(chapter);
              return piece === undefined
                ? "–"
                : say(words.byWhom, lang, { by: piece.writtenBy, day: formatDay(dayOf(piece.writtenAt), lang) });
            },
          },
        ]}
      />
    </section>
  );
}

/** In sentences, each with the way to where it is put right. */
function Missing({ partnership, lang, report }: ReportProps) {
  // Empty chapters are one line: a list of the same sentence tells nobody where to begin.
  const empty = report.remarks.filter(({ kind }) => kind === "empty");
  const others = report.remarks.filter(({ kind }) => kind !== "empty");
  return (
    <section className="stack">
      <SectionHeading heading={say(words.missing, lang)}>{report.remarks.length}</SectionHeading>
      {report.remarks.length === 0 ? (
        <p>{say(words.missingNone, lang)}</p>
      ) : (
        <ul className="list">
          {others.map(({ kind, chapter, part }) => (
            <li key={`${kind} ${chapter}`}>
              <div>
                <a href={addressOf(partnership, report.slug, chapter)} className="strong">
                  {numberOf(chapter)} {say(chapters[chapter], lang)}
                </a>
                <p className="measure">
                  {say(remarks[kind], lang)} {part !== undefined && say(lawParts[part], lang)}
                </p>
              </div>
            </li>
          ))}
          {empty.length > 0 && (
            <li>
              <div>
                <b>{say(words.emptyChapters, lang)}</b>
                <p className="measure">
                  {empty.map(({ chapter }, place) => (
                    <span key={chapter}>
                      {place > 0 && ", "}
                      <a href={addressOf(partnership, report.slug, chapter)}>
                        {numberOf(chapter)} {say(chapters[chapter], lang)}
                      </a>
                    </span>
                  ))}
                </p>
              </div>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

/** What the body decided, noted by one who leads the work. */
function Adopt({ partnership, lang, report, onAdopted }: ReportProps & { onAdopted: () => void }) {
  const [adoptedBy, setBody] = useState("");
  const [adoptedOn, setDay] = useState<Day>();
  const [registryNumber, setNumber] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const adopt = useCommand(adoptSituationReport);
  const send = async () => {
    if (adoptedOn === undefined) return setRefusal(say(words.adoptDayNeeded, lang));
    const { slug, contentHash } = report;
    const result = await adopt.run({ partnership, slug, adoptedBy, adoptedOn, registryNumber, contentHash });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) onAdopted();
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.adoptHeading, lang)} />
      <p className="measure">{say(words.adoptLead, lang)}</p>
      <form
        className="stack measure sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <PersonLine
          label={say(words.adoptBody, lang)}
          guide={say(words.adoptBodyGuide, lang)}
          about="matter"
          lang={lang}
          value={adoptedBy}
          onChange={setBody}
          required
        />
        <DateField label={say(words.adoptDay, lang)} value={adoptedOn ?? ""} max={today()} onChange={setDay} />
        <PersonLine
          label={say(words.registryNumber, lang)}
          guide={say(words.registryGuide, lang)}
          about="matter"
          lang={lang}
          value={registryNumber}
          onChange={setNumber}
          required
        />
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        <Button type="submit" kind="main" busy={adopt.busy}>
          {say(words.adopt, lang)}
        </Button>
      </form>
    </section>
  );
}
