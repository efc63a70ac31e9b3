import { useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatNumber, formatPeriod } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { Status } from "../../ui/status.tsx";
import { Tag } from "../../ui/tag.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { approveReport, assessActivity, openReport, publishReport, writeText } from "../api.ts";
import { STATUSES, VOICES, type Status as Judged, type Voice } from "../report.ts";
import { STATUS_KINDS } from "./status-kinds.ts";
import { statuses, voices, words } from "../words.ts";

type Opened = OutputOf<typeof openReport>;
type Card = Opened["cards"][number];

/** /folj-upp/<p>/<year>: promised, done, led to, judged; three texts; both approve, then it is let out. */
export function ReportScreen(props: ScreenProps) {
  const { partnership, lang, item = "" } = props;
  const opened = useAnswer(openReport, { partnership, slug: item });
  if (opened.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (opened.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={opened.state === "refused" ? opened.refusal.sentence : say(words.noAnswer, lang)}
      />
    );
  const report = opened.value;
  const editable = report.state !== "published";
  return (
    <>
      <PageHeading
        heading={say(words.reportOf, lang, { period: formatPeriod(report.from as Day, report.to as Day, lang) })}
        over={
          <>
            <Tag>{say(words[report.state], lang)}</Tag> {report.example && <ExampleMark lang={lang} />}
          </>
        }
        lead={<a href={`/folj-upp/${partnership}`}>{say(words.back, lang)}</a>}
      />
      {report.disputes.inAll > 0 && (
        <Notice
          kind={report.disputes.open > 0 ? "advice" : "note"}
          heading={say(words.disputed, lang, { count: report.disputes.inAll })}
          text={
            report.disputes.open > 0
              ? say(words.disputedOpen, lang, { count: report.disputes.open })
              : say(words.disputedAnswered, lang)
          }
        >
          <p>
            <a href={`/lyssna/${partnership}/teman`}>{say(words.toDisputes, lang)}</a>
          </p>
        </Notice>
      )}
      <section className="stack">
        <SectionHeading heading={say(words.activities, lang)}>{report.cards.length}</SectionHeading>
        {report.cards.map((card) => (
          <AssessmentCard
            key={card.activityId}
            card={card}
            partnership={partnership}
            slug={report.slug}
            lang={lang}
            editable={editable}
          />
        ))}
      </section>
      {VOICES.map((voice) => (
        <TextCard key={voice} {...props} report={report} voice={voice} editable={editable} />
      ))}
      <Approvals {...props} report={report} />
    </>
  );
}

function sayDone(card: Card, lang: Lang): string {
  const value = formatNumber(card.done.value, lang);
  const sure = { exact: undefined, "at-least": words.atLeast, approximately: words.approximately }[card.done.qualifier];
  const detail = { done: sure === undefined ? value : say(sure, lang, { value }), unit: card.counted };
  return card.expected === null
    ? say(words.doneOnly, lang, detail)
    : say(words.doneOf, lang, { ...detail, expected: formatNumber(card.expected, lang) });
}

function AssessmentCard({
  card,
  partnership,
  slug,
  lang,
  editable,
}: {
  card: Card;
  partnership: string;
  slug: string;
  lang: Lang;
  editable: boolean;
}) {
  const assess = useCommand(assessActivity);
  const [status, setStatus] = useState<Judged>(card.status);
  const [explanation, setExplanation] = useState(card.explanation);
  const [output, setOutput] = useState(card.output);
  const [outcome, setOutcome] = useState(card.outcome);
  const [experience, setExperience] = useState(card.experience);
  const [told, setTold] = useState<{ refusal?: string; saved?: boolean }>({});
  const save = async () => {
    const result = await assess.run({
      partnership,
      slug,
      activityId: card.activityId,
      status,
      explanation,
      output,
      outcome,
      experience,
    });
    setTold(result.ok ? { saved: true } : { refusal: result.refusal.sentence });
  };
  return (
    <article className="sheet stack">
      <div className="stack-tight">
        <div className="row between">
          <h3>{say(words.activity, lang, { number: card.number })}</h3>
          <Status kind={STATUS_KINDS[card.status]} word={say(statuses[card.status], lang)} />
        </div>
        <p className="word large-word" lang="sv">
          {card.text}
        </p>
        <p className="small quiet">
          {[
            card.unit,
            sayDone(card, lang),
            // What the log says is said where somebody judged otherwise, and where nobody has judged yet.
            ...(editable || card.preset !== card.status
              ? [say(words.logSays, lang, { status: say(statuses[card.preset], lang) })]
              : []),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
      </div>
      {editable ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Select
            label={say(words.assessment, lang)}
            value={status}
            onChange={(value) => setStatus(value as Judged)}
            options={STATUSES.map((value) => ({ value, word: say(statuses[value], lang) }))}
          />
          <TextArea label={say(words.explanation, lang)} value={explanation} onChange={setExplanation} rows={2} />
          <TextArea label={say(words.output, lang)} value={output} onChange={setOutput} rows={2} />
          <TextArea label={say(words.outcome, lang)} value={outcome} onChange={setOutcome} rows={2} />
          <TextArea label={say(words.experience, lang)} value={experience} onChange={setExperience} rows={2} />
          {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
          {told.saved === true && <Notice kind="done" heading={say(words.saved, lang)} live />}
          <div className="row">
            <Button type="submit" busy={assess.busy}>
              {say(words.save, lang)}
            </Button>
          </div>
        </form>
      ) : (
        card.explanation !== "" && (
          <p className="measure" lang="sv">
            {card.explanation}
          </p>
        )
      )}
    </article>
  );
}

function TextCard({
  partnership,
  lang,
  person,
  report,
  voice,
  editable,
}: ScreenProps & { report: Opened; voice: Voice; editable: boolean }) {
  const write = useCommand(writeText);
  const given = report.texts.find((one) => one.voice === voice)?.text ?? "";
  const [text, setText] = useState(given);
  const [told, setTold] = useState<{ refusal?: string; saved?: boolean }>({});
  const mine = voice === "joint" || person.grants.some(({ party }) => party === voice);
  return (
    <section className="stack">
      <SectionHeading heading={say(voices[voice], lang)} />
      {editable && mine ? (
        <form
          className="stack measure"
          onSubmit={(event) => {
            event.preventDefault();
            void write
              .run({ partnership, slug: report.slug, voice, text })
              .then((result) => setTold(result.ok ? { saved: true } : { refusal: result.refusal.sentence }));
          }}
        >
          <TextArea label={say(voices[voice], lang)} value={text} onChange={setText} rows={4} />
          {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
          {told.saved === true && <Notice kind="done" heading={say(words.saved, lang)} live />}
          <div className="row">
            <Button type="submit" busy={write.busy}>
              {say(words.save, lang)}
            </Button>
          </div>
        </form>
      ) : (
        <p className="measure" lang="sv">
          {given || "–"}
        </p>
      )}
    </section>
  );
}

function Approvals({ partnership, lang, person, report }: ScreenProps & { report: Opened }) {
  const approve = useCommand(approveReport);
  const publish = useCommand(publishReport);
  const [refusal, setRefusal] = useState<string>();
  const own = report.parties.find(({ organisationId }) =>
    person.grants.some((grant) => grant.organisationId === organisationId),
  );
  const all = report.parties.every(({ approvedBy }) => approvedBy !== null);
  const tell = (result: { ok: boolean; refusal?: { sentence: string } }) =>
    setRefusal(result.ok ? undefined : result.refusal?.sentence);
  const where = { partnership, slug: report.slug };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.approvals, lang)} />
      <div className="split-even">
        {report.parties.map((party) => (
          <div key={party.organisationId} className="sheet">
            <PartyName party={party.party} done={party.approvedBy !== null}>
              {party.name}
            </PartyName>
            <p>
              {party.approvedBy === null
                ? say(words.notApproved, lang)
                : say(words.approvedBy, lang, { title: party.approvedBy })}
            </p>
          </div>
        ))}
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {report.state !== "published" && (
        <div className="row">
          {own !== undefined && own.approvedBy === null && (
            <Button kind="turn" busy={approve.busy} onPress={() => void approve.run(where).then(tell)}>
              {say(words.approve, lang, { party: own.name })}
            </Button>
          )}
          {all && (
            <Button kind="main" busy={publish.busy} onPress={() => void publish.run(where).then(tell)}>
              {say(words.publish, lang)}
            </Button>
          )}
        </div>
      )}
      {report.state === "published" && (
        <a href={`/${partnership}/rapport/${report.slug}`}>{say(words.seePublic, lang)}</a>
      )}
    </section>
  );
}
