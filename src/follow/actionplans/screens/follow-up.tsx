import { useState } from "react";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay } from "../../../ui/format.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { followUpActionPlan } from "../api.ts";
import { MEASURE_STATUSES, type MeasureStatus } from "../plan.ts";
import { measureStatuses, refusals, words } from "../words.ts";
import { useProblem } from "./problem.tsx";
import type { Opened, PlanProps } from "./read-plan.ts";
import { sayLogged } from "./written.ts";

type FollowUp = Opened["followUps"][number];

/** How each measure goes, on a day; the latest that stands can be put right. */
export function FollowUps(props: PlanProps) {
  const { lang, plan } = props;
  const latest = plan.followUps
    .filter(({ correctedWhy }) => correctedWhy === null)
    .toSorted((a, b) => (a.followedOn < b.followedOn ? 1 : -1))[0];
  // The first is asked for at once, and what comes after it when somebody wants it. What is being written stays open, also when somebody else saves meanwhile.
  const [open, setOpen] = useState<FollowUp | "new" | undefined>(latest === undefined ? "new" : undefined);
  const sayCorrect = (one: FollowUp) => say(words.correctFollowUp, lang, { day: formatDay(one.followedOn, lang) });
  const holds = plan.supersededBy === null;
  if (!holds && latest === undefined) return null;
  const corrected = open === "new" ? undefined : open;
  return (
    <section className="stack">
      <SectionHeading heading={corrected === undefined ? say(words.follow, lang) : sayCorrect(corrected)} />
      <p className="measure">{say(words.followText, lang)}</p>
      {open !== undefined ? (
        <Form
          key={corrected?.id ?? "new"}
          {...props}
          before={corrected}
          close={() => setOpen(undefined)}
          mayClose={latest !== undefined}
        />
      ) : (
        <div className="row">
          {holds && <Button onPress={() => setOpen("new")}>{say(words.followAgain, lang)}</Button>}
          {latest !== undefined && (
            <Button kind="bare" onPress={() => setOpen(latest)}>
              {sayCorrect(latest)}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Form({
  partnership,
  lang,
  plan,
  before,
  close,
  mayClose,
  done,
}: PlanProps & { readonly before: FollowUp | undefined; readonly close: () => void; readonly mayClose: boolean }) {
  const followUp = useCommand(followUpActionPlan);
  const [followedOn, setDay] = useState<Day | undefined>(before?.followedOn ?? today());
  const [statuses, setStatuses] = useState<Readonly<Record<string, MeasureStatus>>>(() =>
    Object.fromEntries((before?.measures ?? []).map(({ measureId, status }) => [measureId, status])),
  );
  const [sentences, setSentences] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries((before?.measures ?? []).map(({ measureId, sentence }) => [measureId, sentence])),
  );
  const [reason, setReason] = useState("");
  const { form, setProblem, errorAt, notice } = useProblem([
    "followedOn",
    "reason",
    ...plan.measures.map(({ id }) => id),
  ]);
  const save = async () => {
    if (followedOn === undefined) return;
    const measures = plan.measures.flatMap(({ id }) => {
      const status = statuses[id];
      return status === undefined ? [] : [{ measureId: id, status, sentence: sentences[id] ?? "" }];
    });
    if (measures.length < plan.measures.length)
      return setProblem({ sentence: say(refusals["measure-unanswered"], lang) });
    const result = await followUp.run({
      partnership,
      planId: plan.id,
      followedOn,
      measures,
      reason,
      ...(before === undefined ? {} : { replaces: before.id }),
    });
    setProblem(result.ok ? undefined : result.refusal);
    if (!result.ok) return;
    close();
    done(say(words.followed, lang, { day: formatDay(followedOn, lang) }));
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
        label={say(words.followDay, lang)}
        value={followedOn ?? ""}
        max={today()}
        onChange={setDay}
        error={errorAt("followedOn")}
        required
      />
      {plan.measures.map(({ id, what, logged }, at) => {
        const place = at + 1;
        return (
          <div key={id} className="stack-tight">
            <h3 lang="sv">
              {place} {what}
            </h3>
            {logged !== null && (
              <p className="small quiet">{say(words.logSays, lang, { done: sayLogged(logged, lang) })}</p>
            )}
            <Select
              label={say(words.statusOf, lang, { place })}
              empty={say(words.choose, lang)}
              value={statuses[id] ?? ""}
              onChange={(value) => {
                const { [id]: _before, ...others } = statuses;
                const status = MEASURE_STATUSES.find((one) => one === value);
                setStatuses(status === undefined ? others : { ...others, [id]: status });
              }}
              options={MEASURE_STATUSES.map((value) => ({ value, word: say(measureStatuses[value], lang) }))}
              required
            />
            <PersonLine
              lang={lang}
              about="public"
              label={say(words.sentenceOf, lang, { place })}
              value={sentences[id] ?? ""}
              onChange={(text) => setSentences({ ...sentences, [id]: text })}
              error={errorAt(id)}
            />
          </div>
        );
      })}
      {before !== undefined && (
        <PersonLine
          lang={lang}
          about="reason"
          label={say(words.reason, lang)}
          value={reason}
          onChange={setReason}
          error={errorAt("reason")}
          required
        />
      )}
      {notice}
      <div className="row">
        <Button type="submit" kind="main" busy={followUp.busy}>
          {say(words.saveFollowUp, lang)}
        </Button>
        {mayClose && (
          <Button kind="bare" onPress={close}>
            {say(words.cancel, lang)}
          </Button>
        )}
      </div>
    </form>
  );
}
