import { useState } from "react";
import { say } from "../../ground/words.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { useAnswer, useCommand, useSettled } from "../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Tag } from "../../ui/tag.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { chooseProblem, declineProblem, listProblems, weighEvidence } from "../api.ts";
import { AnalysisOfCauses } from "../causes/screens/analysis.tsx";
import { CHOOSERS, type EvidenceKind } from "../problem.ts";
import { states, strengths, words } from "../words.ts";
import { CiteQuestion } from "./cite-picture.tsx";
import { CorrectProblem, Corrections, factsOf } from "./correct-problem.tsx";
import { MergeProblem } from "./merge-problem.tsx";
import { CitedReport, CiteReport } from "../situation/screens/report-evidence.tsx";
import { CiteMeasurement, EvidenceWeight } from "./measured-evidence.tsx";
import { CitedTheme, CiteTheme } from "./theme-evidence.tsx";
import { CitedFigure, CiteSeries } from "./series-evidence.tsx";

type Listed = OutputOf<typeof listProblems>["problems"][number];
/** Measured, recorded or felt: how it came to be known. */
const CHIPS = {
  observation: "felt",
  theme: "felt",
  coded: "felt",
  measurement: "measured",
  series: "recorded",
  question: "recorded",
  situation: "recorded",
} as const satisfies Record<EvidenceKind, "measured" | "recorded" | "felt">;
type Parties = OutputOf<typeof listProblems>["parties"];

/** /prioritera/<p>/<problem>: what it rests on, why it is there, and both parties' word, side by side. */
export function ProblemScreen(props: ScreenProps) {
  const { partnership, lang, item } = props;
  const list = useAnswer(listProblems, { partnership });
  if (list.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (list.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={list.state === "refused" ? list.refusal.sentence : say(words.notSaved, lang)}
      />
    );
  const problem = list.value.problems.find(({ slug }) => slug === item);
  if (problem === undefined)
    return (
      <Notice level={1} heading={say(words.notHere, lang)}>
        <p>
          <a href={`/prioritera/${partnership}`}>{say(words.back, lang)}</a>
        </p>
      </Notice>
    );
  return <Problem {...props} key={problem.id} problem={problem} {...list.value} />;
}

type Shown = ScreenProps & { problem: Listed; problems: readonly Listed[]; parties: Parties };

function Problem({ problem, problems, parties, ...props }: Shown) {
  const { partnership, lang } = props;
  const settled = useSettled();
  return (
    <>
      <PageHeading
        heading={problem.what}
        over={
          <>
            <Tag>{say(states[problem.state], lang)}</Tag> {problem.example && <ExampleMark lang={lang} />}
          </>
        }
        lead={<a href={`/prioritera/${partnership}`}>{say(words.back, lang)}</a>}
      />
      {!settled && <Loading text={say(words.loading, lang)} />}
      <div hidden={!settled}>
        <div className="stack-loose">
          <div className="stack">
            <Facts facts={factsOf(problem, lang)} />
            <Corrections problem={problem} lang={lang} />
            <CorrectProblem {...props} problem={problem} />
          </div>
          <RestsOn {...props} problem={problem} />
          <AnalysisOfCauses {...props} problem={problem} />
          <Choices {...props} problem={problem} parties={parties} />
          <MergeProblem {...props} problem={problem} problems={problems} />
          {problem.state === "chosen" && (
            <LinkButton kind="main" href={`/lova/${partnership}?problem=${problem.id}`}>
              {say(words.putInPledge, lang)}
            </LinkButton>
          )}
        </div>
      </div>
    </>
  );
}

/** Each piece of evidence, with what it carries and what weighs against it. */
function RestsOn(props: ScreenProps & { problem: Listed }) {
  const { partnership, lang, problem } = props;
  const weighed = useAnswer(weighEvidence, { partnership, id: problem.id });
  const weights = weighed.value?.evidence ?? [];
  return (
    <section className="stack">
      <SectionHeading heading={say(words.restsOn, lang)}>{problem.evidence.length}</SectionHeading>
      <ul className="list">
        {problem.evidence.map((evidence) => (
          <li key={evidence.id}>
            <EvidenceChip kind={CHIPS[evidence.kind]}>
              {evidence.caption || say(words.keptApart, lang)} ({say(strengths[evidence.strength], lang)}
              {evidence.sharing === "own" && `, ${say(words.ownEvidence, lang)}`})
            </EvidenceChip>
            <EvidenceWeight weight={weights.find(({ evidenceId }) => evidenceId === evidence.id)} lang={lang} />
            {evidence.coded !== null && <CitedTheme coded={evidence.coded} partnership={partnership} lang={lang} />}
            {evidence.takenBack !== null && (
              <p className="measure">
                {say(words.measurementTakenBack, lang, {
                  day: formatDay(evidence.takenBack.on, lang),
                  reason: evidence.takenBack.reason,
                })}
              </p>
            )}
            {evidence.kind === "situation" && evidence.refId !== null && (
              <CitedReport partnership={partnership} lang={lang} reportId={evidence.refId} />
            )}
            {evidence.question !== null && (
              <p className="small">
                <a href={`/lagesbild/${partnership}?${evidence.question}`}>{say(words.openQuestion, lang)}</a>
              </p>
            )}
            {evidence.figure !== null && <CitedFigure figure={evidence.figure} partnership={partnership} lang={lang} />}
          </li>
        ))}
      </ul>
      {(problem.state === "open" || problem.state === "chosen") && (
        <>
          <CiteSeries {...props} problemId={problem.id} />
          <CiteMeasurement {...props} problemId={problem.id} />
          <CiteTheme {...props} problemId={problem.id} />
          <CiteReport {...props} problemId={problem.id} />
          <CiteQuestion {...props} problemId={problem.id} />
        </>
      )}
    </section>
  );
}

function Choices({ partnership, lang, person, problem, parties }: ScreenProps & { problem: Listed; parties: Parties }) {
  const choose = useCommand(chooseProblem);
  const decline = useCommand(declineProblem);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const own = person.grants.find(
    ({ role, organisationId }) =>
      CHOOSERS.includes(role) && parties.some((party) => party.organisationId === organisationId),
  );
  const mayChoose =
    problem.state === "open" &&
    own !== undefined &&
    !problem.choices.some(({ organisationId }) => organisationId === own.organisationId);
  const name = parties.find(({ organisationId }) => organisationId === own?.organisationId)?.name ?? "";
  const tell = (result: { ok: boolean; refusal?: { sentence: string } }) =>
    setRefusal(result.ok ? undefined : result.refusal?.sentence);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.choices, lang)} />
      <div className="split-even">
        {parties
          .filter(({ party }) => party !== "other")
          .map((party) => {
            const choice = problem.choices.find(({ organisationId }) => organisationId === party.organisationId);
            return (
              <div key={party.organisationId} className="sheet">
                <PartyName party={party.party} done={choice !== undefined}>
                  {party.name}
                </PartyName>
                <p>{choice?.reason ?? say(words.choiceMissing, lang)}</p>
                {choice?.beforeCorrection === true && (
                  <p className="small quiet">{say(words.beforeCorrection, lang)}</p>
                )}
              </div>
            );
          })}
      </div>
      {problem.publicReason !== null && problem.into === null && (
        <Notice heading={say(words.answered, lang)} text={problem.publicReason} />
      )}
      {problem.into !== null && (
        <Notice heading={say(words.intoProblem, lang, { what: problem.into.what })} text={problem.publicReason ?? ""}>
          <p>
            <a href={`/prioritera/${partnership}/${problem.into.slug}`} lang="sv">
              {problem.into.what}
            </a>
          </p>
        </Notice>
      )}
      {mayChoose && (
        <div className="stack measure">
          <TextArea
            label={say(words.chooseReason, lang)}
            guide={say(words.chooseReasonGuide, lang)}
            value={reason}
            onChange={setReason}
            rows={3}
          />
          {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
          <div className="row">
            <Button
              kind="turn"
              busy={choose.busy}
              onPress={() =>
                void choose.run({ partnership, id: problem.id, reason, version: problem.version }).then(tell)
              }
            >
              {say(words.choose, lang, { organisation: name })}
            </Button>
            <Button
              busy={decline.busy}
              onPress={() => void decline.run({ partnership, id: problem.id, publicReason: reason }).then(tell)}
            >
              {say(words.decline, lang)}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
