import { useState } from "react";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import type { Day } from "../../../ground/time.ts";
import { say, type Said } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import type { Told } from "../../../platform/browser/client.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { correctPlanDecision, decideActionPlan } from "../api.ts";
import { words } from "../words.ts";
import { useProblem } from "./problem.tsx";
import type { PlanProps } from "./read-plan.ts";

/** What the body decided, noted by whoever leads the municipality's work. */
export function Decide(props: PlanProps) {
  const { partnership, lang, plan, done } = props;
  const decide = useCommand(decideActionPlan);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.decide, lang)} />
      <p className="measure">{say(words.decideText, lang)}</p>
      <DecisionForm
        {...props}
        before={undefined}
        save={words.noteDecision}
        busy={decide.busy}
        send={async ({ reason: _reason, ...said }) => {
          const { id: planId, contentHash } = plan;
          const result = await decide.run({ partnership, planId, contentHash, ...said });
          if (!result.ok) return result.refusal;
          done(say(words.decisionNoted, lang));
          return undefined;
        }}
      />
    </section>
  );
}

/** The plan's words stand; what was noted of the decision is put right by another note. */
export function Correct(props: PlanProps) {
  const { partnership, lang, plan, done } = props;
  const correct = useCommand(correctPlanDecision);
  const standing = plan.decisions.find(({ correctedWhy }) => correctedWhy === null);
  const [before, setBefore] = useState<typeof standing>();
  if (standing === undefined) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.correct, lang)} />
      <p className="measure">{say(words.correctText, lang)}</p>
      {before !== undefined ? (
        <DecisionForm
          {...props}
          before={before}
          save={words.saveCorrection}
          busy={correct.busy}
          cancel={() => setBefore(undefined)}
          send={async (said) => {
            const result = await correct.run({ partnership, planId: plan.id, decisionId: before.id, ...said });
            if (!result.ok) return result.refusal;
            setBefore(undefined);
            done(say(words.corrected, lang, { reason: said.reason }));
            return undefined;
          }}
        />
      ) : (
        <div className="row">
          <Button onPress={() => setBefore(standing)}>{say(words.correct, lang)}</Button>
        </div>
      )}
    </section>
  );
}

type Noted = {
  readonly decidedOn: Day;
  readonly body: string;
  readonly section: string;
  readonly registryNumber: string;
};

function DecisionForm(
  props: PlanProps & {
    readonly before: Noted | undefined;
    readonly save: Said;
    readonly busy: boolean;
    readonly cancel?: () => void;
    /** What was refused, where it was. */
    readonly send: (said: Noted & { readonly reason: string }) => Promise<Told | undefined>;
  },
) {
  const { lang, before, cancel } = props;
  const [decidedOn, setDay] = useState<Day | undefined>(before?.decidedOn);
  const [body, setBody] = useState(before?.body ?? "");
  const [section, setSection] = useState(before?.section ?? "");
  const [registryNumber, setNumber] = useState(before?.registryNumber ?? "");
  const [reason, setReason] = useState("");
  const { form, setProblem, errorAt, notice } = useProblem([
    "decidedOn",
    "body",
    "section",
    "registryNumber",
    "reason",
  ]);
  const line = { lang, about: "matter" } as const;
  const save = async () => {
    if (decidedOn !== undefined) setProblem(await props.send({ decidedOn, body, section, registryNumber, reason }));
  };
  return (
    <form
      ref={form}
      className="stack measure sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DateField
        label={say(words.decidedOn, lang)}
        value={decidedOn ?? ""}
        max={today()}
        onChange={setDay}
        error={errorAt("decidedOn")}
        required
      />
      <PersonLine
        {...line}
        label={say(words.body, lang)}
        guide={say(words.bodyGuide, lang)}
        value={body}
        onChange={setBody}
        error={errorAt("body")}
        required
      />
      <PersonLine
        {...line}
        label={say(words.section, lang)}
        guide={say(words.sectionGuide, lang)}
        value={section}
        onChange={setSection}
        error={errorAt("section")}
      />
      <PersonLine
        {...line}
        label={say(words.registryNumber, lang)}
        value={registryNumber}
        onChange={setNumber}
        error={errorAt("registryNumber")}
        required
      />
      {before !== undefined && (
        <PersonLine
          {...line}
          label={say(words.reason, lang)}
          value={reason}
          onChange={setReason}
          error={errorAt("reason")}
          required
        />
      )}
      {notice}
      <div className="row">
        <Button type="submit" kind="main" busy={props.busy}>
          {say(props.save, lang)}
        </Button>
        {cancel !== undefined && (
          <Button kind="bare" onPress={cancel}>
            {say(words.cancel, lang)}
          </Button>
        )}
      </div>
    </form>
  );
}
