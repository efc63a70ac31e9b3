import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay } from "../../../ui/format.ts";
import { IntervalDots } from "../../../ui/interval-dots.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { type Day, dayOf, type Instant } from "../../../ground/time.ts";
import { retentionWords } from "../../privacy/words.ts";
import { Asked } from "../../../ui/asked.tsx";
import { PhotoToRead } from "../../screens/photo-to-read.tsx";
import { PointedOut, squaresOf } from "../../screens/pointed-out.tsx";
import { COLLECTORS } from "../../source.ts";
import { leadsFor } from "../../walk.ts";
import { openThread } from "../api.ts";
import { type Compared, comparedIn, type Comparison } from "../comparison.ts";
import { saidBefore, standingOf } from "../taken-back.ts";
import { canNow } from "../thread.ts";
import {
  complaintKinds,
  incomparable,
  judgements,
  roadKeepers,
  sayComparison,
  sayDirection,
  sayRoad,
  threadStates,
} from "../words.ts";
import { FileForm } from "./file-form.tsx";
import type { Opened } from "./opened.ts";
import { Proposals } from "./proposals.tsx";
import { RoadPublishing } from "./publish.tsx";
import { ResultCard } from "./result-card.tsx";
import { AgainForm, AnswerForm, JudgeForm, ProposeForm, TakeBackForm, TriageForm } from "./steps.tsx";
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
  const leads = leadsFor(person.grants, thread.ownerOrganisationId);
  const standing = standingOf(measurements);
  const compared = comparedIn(standing);
  const comparison = compared?.stretch;
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
      {opened.earlier !== null && (
        <Notice heading={say(words.earlier, lang)}>
          <LinkButton href={`/lyssna/${partnership}/trafik-${opened.earlier}`} small>
            {say(words.traffic, lang)} {opened.earlier}
          </LinkButton>
        </Notice>
      )}
      {saidBefore(measurements) && <Notice kind="advice" heading={say(words.restsOnTakenBack, lang)} />}
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
          {canNow("take-back", thread) && <TakeBackForm key={thread.takenBack.length} {...step} />}
          {canNow("propose", thread) && <ProposeForm {...step} />}
          {canNow("measure-again", thread) && <AgainForm {...step} direction={directionOf(opened)} />}
          {canNow("measure-road", thread) && measurements.length > 0 && (
            <details key={measurements.length}>
              <summary>{say(words.layRoad, lang)}</summary>
              <FileForm
                partnership={partnership}
                number={thread.number}
                direction=""
                road={roadOf(opened)}
                lang={lang}
              />
            </details>
          )}
          {canNow("answer", thread) && <AnswerForm {...step} prefilled={answerOf(compared, sentence, lang)} />}
        </section>
      )}
      <RoadPublishing opened={opened} partnership={partnership} leads={leads} lang={lang} />
      {compared !== undefined && <Beside compared={compared} opened={opened} sentence={sentence} lang={lang} />}
      {measurements.length > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.measurements, lang)}>{measurements.length}</SectionHeading>
          {measurements.toReversed().map((measurement) => (
            <ResultCard key={measurement.id} measurement={measurement} lang={lang}>
              {mine && <TakeBackForm {...step} measurement={{ id: measurement.id, name: measurement.fileName }} />}
            </ResultCard>
          ))}
        </section>
      )}
      {thread.takenBack.length > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.takenBackHeading, lang)}>{thread.takenBack.length}</SectionHeading>
          <ul className="list">
            {thread.takenBack.map(({ state, said, reason, at }) => (
              <li key={at}>
                <div>
                  {say(words.takenBackOne, lang, {
                    day: formatDay(dayOf(at as Instant), lang),
                    state: say(threadStates[state], lang),
                    reason,
                  })}
                  {said !== "" && <p className="quiet">{say(words.takenBackSaid, lang, { said })}</p>}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {proposals.length > 0 && (
        <Proposals proposals={proposals} theirs={theirs} partnership={partnership} lang={lang} />
      )}
      {mine ? (
        <Complaints
          complaints={complaints}
          isAnswered={thread.state === "answered"}
          partnership={partnership}
          lang={lang}
        />
      ) : (
        <p className="quiet">{say(words.theirs, lang)}</p>
      )}
    </div>
  );
}

/** The sentences the figures allow, to begin an answer with. */
function answerOf(compared: Compared | undefined, sentence: string | undefined, lang: Lang): string {
  const beside = compared?.roads.filter(({ can }) => can).map((road) => sayRoad(road, lang)) ?? [];
  return [sentence ?? "", ...beside].filter((text) => text !== "").join(" ");
}

/** The road that was measured last time, so that it can be measured again. */
function roadOf({ measurements, thread }: Opened): { readonly name: string; readonly limit: number | undefined } {
  const last = standingOf(measurements).findLast(({ comparisonRoad }) => comparisonRoad !== undefined);
  return { name: last?.comparisonRoad ?? "", limit: last?.summary.limit ?? thread.limit };
}

/** What was measured last time is measured again; else what most complain about. */
function directionOf({ measurements, complaints }: Opened): string {
  const own = standingOf(measurements).filter(({ comparisonRoad }) => comparisonRoad === undefined);
  return own.at(-1)?.direction ?? complaints.find(({ direction }) => direction !== "")?.direction ?? "";
}

function Beside(props: { compared: Compared; opened: Opened; sentence: string | undefined; lang: Lang }) {
  const { compared, opened, sentence, lang } = props;
  const { stretch, directions, roads } = compared;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.comparison, lang)} />
      {!stretch.can || sentence === undefined ? (
        <p>{stretch.can ? "" : say(incomparable[stretch.because], lang)}</p>
      ) : (
        <IntervalDots
          lang={lang}
          axisFrom="least"
          sentence={sentence}
          nameHead={say(words.stretch, lang)}
          unit={say(words.kmh, lang)}
          rows={[
            dotsOf(`${say(words.v85, lang)} ${opened.thread.stretch.name}`, stretch),
            ...directions.flatMap(({ direction, comparison }) =>
              comparison.can ? [dotsOf(`${say(words.v85, lang)} ${direction}`, comparison)] : [],
            ),
            ...roads.flatMap((road) => (road.can ? [dotsOf(`${say(words.v85, lang)} ${road.road}`, road)] : [])),
          ]}
        />
      )}
      {directions.length > 0 && (
        <>
          <SectionHeading heading={say(words.eachWay, lang)} level={3} />
          <ul className="list">
            {directions.map(({ direction, comparison }) => (
              <li key={direction}>{sayDirection(direction, comparison, lang)}</li>
            ))}
          </ul>
        </>
      )}
      <SectionHeading heading={say(words.besideRoad, lang)} level={3} />
      {roads.length === 0 ? (
        <p>{say(words.noRoad, lang)}</p>
      ) : (
        roads.map((road) => <p key={road.road}>{sayRoad(road, lang)}</p>)
      )}
    </section>
  );
}

function dotsOf(name: string, { before, after }: Pick<Extract<Comparison, { can: true }>, "before" | "after">) {
  const { value, low = value, high = value } = after;
  return { name, before: before.value, now: { value, low, high } };
}

function Complaints(props: { complaints: Opened["complaints"]; isAnswered: boolean; partnership: string; lang: Lang }) {
  const { complaints, isAnswered, partnership, lang } = props;
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
          {
            head: say(words.happens, lang),
            cell: ({ effect, disposed }) => (disposed ? say(retentionWords.disposedText, lang) : effect),
          },
          { head: say(words.received, lang), cell: ({ receivedOn }) => formatDay(receivedOn as Day, lang) },
          { head: say(words.number, lang), cell: ({ registryNumber }) => registryNumber || "–" },
          {
            head: say(words.answered, lang),
            cell: () => say(isAnswered ? words.answeredYes : words.answeredNo, lang),
          },
        ]}
      />
      {complaints.map(({ id, points }) => (
        <PointedOut key={id} points={squaresOf(points)} partnership={partnership} lang={lang} />
      ))}
      {complaints.map(
        ({ id, photo }) =>
          photo !== undefined && <PhotoToRead key={id} came="sent" partnership={partnership} {...photo} lang={lang} />,
      )}
    </section>
  );
}
