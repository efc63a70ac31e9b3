import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay } from "../../../ui/format.ts";
import { IntervalDots } from "../../../ui/interval-dots.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import type { Day } from "../../../ground/time.ts";
import { Asked } from "../../screens/asked.tsx";
import { COLLECTORS } from "../../source.ts";
import { openThread } from "../api.ts";
import { compare, type Comparison } from "../comparison.ts";
import { canNow } from "../thread.ts";
import { complaintKinds, incomparable, judgements, roadKeepers, sayComparison, threadStates } from "../words.ts";
import { FileForm } from "./file-form.tsx";
import type { Opened } from "./opened.ts";
import { Proposals } from "./proposals.tsx";
import { ResultCard } from "./result-card.tsx";
import { AgainForm, AnswerForm, JudgeForm, ProposeForm, TriageForm } from "./steps.tsx";
import { sayHowMany, words } from "./words.ts";

/** /lyssna/<p>/trafik-14: one stretch from the first complaint to the answer. */
export function ThreadScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const number = Number((props.item ?? "").replace(/^trafik-/, ""));
  const answer = useAnswer(openThread, { partnership, number });
  return (
    <Asked answer={answer} lang={lang} page>
      {(opened) => <Shown opened={opened} {...props} />}
    </Asked>
  );
}

function Shown({ opened, partnership, person, lang }: ScreenProps & { opened: Opened }) {
  const { thread, complaints, measurements, proposals } = opened;
  const theirs = person.grants.filter(({ role }) => COLLECTORS.includes(role)).map((grant) => grant.organisationId);
  const mine = theirs.includes(thread.ownerOrganisationId);
  const comparison = comparisonOf(measurements);
  const done = proposals.some(({ action, reply }) => action === "control" && reply?.kind === "done");
  const sentence =
    comparison?.can === true ? sayComparison(comparison, done ? "controls" : "anything", lang) : undefined;
  const step = { thread, partnership, lang };
  return (
    <div className="stack-loose">
      <PageHeading
        heading={thread.stretch.name}
        over={
          <>
            {say(words.traffic, lang)} {thread.number} {thread.example && <ExampleMark lang={lang} />}
          </>
        }
        lead={sayHowMany(thread.complaints, lang)}
      />
      <Facts
        facts={[
          { name: say(words.state, lang), value: say(threadStates[thread.state], lang) },
          ...(thread.roadKeeper === undefined
            ? []
            : [{ name: say(words.roadKeeper, lang), value: say(roadKeepers[thread.roadKeeper], lang) }]),
          ...(thread.limit === undefined ? [] : [{ name: say(words.limit, lang), value: thread.limit }]),
          ...(thread.judgement === undefined
            ? []
            : [
                {
                  name: say(words.judged, lang),
                  value: `${say(judgements[thread.judgement.kind], lang)}. ${thread.judgement.sentence}`,
                },
              ]),
        ]}
      />
      {thread.passedOn !== undefined && <Notice heading={say(words.passedOn, lang)} text={thread.passedOn} />}
      {thread.answer !== undefined && (
        <Notice kind="done" heading={say(words.ourAnswer, lang)} text={thread.answer} live />
      )}
      {mine && thread.state !== "answered" && (
        <section className="stack sheet sheet-acting">
          <SectionHeading heading={say(words.next, lang)} />
          {canNow("triage", thread) && <TriageForm {...step} />}
          {canNow("measure", thread) && (
            <FileForm partnership={partnership} number={thread.number} direction={directionOf(opened)} lang={lang} />
          )}
          {canNow("judge", thread) && <JudgeForm {...step} />}
          {canNow("propose", thread) && <ProposeForm {...step} />}
          {canNow("measure-again", thread) && <AgainForm {...step} direction={directionOf(opened)} />}
          {canNow("answer", thread) && <AnswerForm {...step} prefilled={sentence ?? ""} />}
        </section>
      )}
      {comparison !== undefined && <Compared comparison={comparison} opened={opened} sentence={sentence} lang={lang} />}
      {measurements.length > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.measurements, lang)}>{measurements.length}</SectionHeading>
          {measurements.toReversed().map((measurement) => (
            <ResultCard key={measurement.id} measurement={measurement} lang={lang} />
          ))}
        </section>
      )}
      {proposals.length > 0 && (
        <Proposals proposals={proposals} theirs={theirs} partnership={partnership} lang={lang} />
      )}
      {mine ? (
        <Complaints complaints={complaints} isAnswered={thread.state === "answered"} lang={lang} />
      ) : (
        <p className="quiet">{say(words.theirs, lang)}</p>
      )}
    </div>
  );
}

/** What was measured last time is measured again; else what most complain about. */
function directionOf({ measurements, complaints }: Opened): string {
  return measurements.at(-1)?.direction ?? complaints.find(({ direction }) => direction !== "")?.direction ?? "";
}

/** The first beside the last. */
function comparisonOf(measurements: Opened["measurements"]): Comparison | undefined {
  const [before, after] = [measurements[0], measurements.at(-1)];
  return before === undefined || after === undefined || before === after ? undefined : compare(before, after);
}

function Compared(props: { comparison: Comparison; opened: Opened; sentence: string | undefined; lang: Lang }) {
  const { comparison, opened, sentence, lang } = props;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.comparison, lang)} />
      {!comparison.can || sentence === undefined ? (
        <p>{comparison.can ? "" : say(incomparable[comparison.because], lang)}</p>
      ) : (
        <IntervalDots
          lang={lang}
          sentence={sentence}
          nameHead={say(words.stretch, lang)}
          unit={say(words.kmh, lang)}
          rows={[
            {
              name: `${say(words.v85, lang)} ${opened.thread.stretch.name}`,
              before: comparison.before.value,
              now: {
                value: comparison.after.value,
                low: comparison.after.low ?? comparison.after.value,
                high: comparison.after.high ?? comparison.after.value,
              },
            },
          ]}
        />
      )}
    </section>
  );
}

function Complaints(props: { complaints: Opened["complaints"]; isAnswered: boolean; lang: Lang }) {
  const { complaints, isAnswered, lang } = props;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.complaints, lang)}>{complaints.length}</SectionHeading>
      <DataTable
        caption={say(words.complaints, lang)}
        captionHidden
        rows={complaints}
        rowKey={({ id }) => id}
        columns={[
          { head: say(words.kind, lang), names: true, cell: ({ kind }) => say(complaintKinds[kind], lang) },
          { head: say(words.happens, lang), cell: ({ effect }) => effect },
          { head: say(words.received, lang), cell: ({ receivedOn }) => formatDay(receivedOn as Day, lang) },
          { head: say(words.number, lang), cell: ({ registryNumber }) => registryNumber || "–" },
          {
            head: say(words.answered, lang),
            cell: () => say(isAnswered ? words.answeredYes : words.answeredNo, lang),
          },
        ]}
      />
    </section>
  );
}
