import { useState } from "react";
import { PersonLine, PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { CHAPTERS, numberOf } from "../../../prioritise/situation/chapters.ts";
import { chapters } from "../../../prioritise/situation/words.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { takeOutMeasure, writeMeasure } from "../api.ts";
import { planWords, words } from "../words.ts";
import { useProblem } from "./problem.tsx";
import type { Opened, PlanProps } from "./read-plan.ts";
import { sayLogged, sayWhen } from "./written.ts";

type Measure = Opened["measures"][number];

/** The measures in order, each with its form where it is written, and one for the next. */
export function Measures(props: PlanProps) {
  const { partnership, lang, plan, done } = props;
  const [edited, setEdited] = useState<string>();
  // A saved one leaves an empty form; what somebody else saves meanwhile does not.
  const [saves, setSaves] = useState(0);
  const takeOut = useCommand(takeOutMeasure);
  const [refusal, setRefusal] = useState<string>();
  const remove = async ({ id, version }: Measure) => {
    const result = await takeOut.run({ partnership, planId: plan.id, measureId: id, version });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) done(say(words.measureGone, lang));
  };
  const saved = () => {
    setEdited(undefined);
    setSaves(saves + 1);
    done(say(words.measureSaved, lang));
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(planWords.measures, lang)}>{plan.measures.length}</SectionHeading>
      {plan.measures.length === 0 && <p>{say(planWords.noMeasures, lang)}</p>}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {plan.measures.map((measure, place) =>
        measure.id === edited ? (
          <MeasureForm
            key={measure.id}
            {...props}
            before={measure}
            heading={say(words.editOf, lang, { place: place + 1 })}
            saved={saved}
            cancel={() => setEdited(undefined)}
          />
        ) : (
          <div key={measure.id} className="stack-tight">
            <h3 lang="sv">
              {place + 1} {measure.what}
            </h3>
            <Said {...props} measure={measure} />
            {plan.mayWrite && (
              <div className="row">
                <Button
                  small
                  label={say(words.editOf, lang, { place: place + 1 })}
                  onPress={() => setEdited(measure.id)}
                >
                  {say(words.edit, lang)}
                </Button>
                <Button
                  kind="bare"
                  small
                  busy={takeOut.busy}
                  label={say(words.takeOutOf, lang, { place: place + 1 })}
                  onPress={() => void remove(measure)}
                >
                  {say(words.takeOut, lang)}
                </Button>
              </div>
            )}
          </div>
        ),
      )}
      {plan.mayWrite && edited === undefined && (
        <MeasureForm key={saves} {...props} before={undefined} heading={say(words.newMeasure, lang)} saved={saved} />
      )}
    </section>
  );
}

function Said({ lang, measure }: PlanProps & { readonly measure: Measure }) {
  const { logged } = measure;
  return (
    <ul className="measure stack-tight">
      <li>{say(planWords.why, lang, { why: measure.why, chapter: say(chapters[measure.chapter], lang) })}</li>
      <li>{say(planWords.who, lang, { office: measure.office })}</li>
      <li>{say(planWords.when, lang, { when: sayWhen(measure, lang) })}</li>
      <li>{say(planWords.how, lang, { how: measure.followUp })}</li>
      {logged !== null && (
        <li>
          {say(planWords.promise, lang, {
            number: logged.number,
            document: logged.document,
            done: sayLogged(logged, lang),
          })}
        </li>
      )}
    </ul>
  );
}

function MeasureForm(
  props: PlanProps & {
    readonly before: Measure | undefined;
    readonly heading: string;
    readonly saved: () => void;
    readonly cancel?: () => void;
  },
) {
  const { partnership, lang, plan, before, cancel } = props;
  const write = useCommand(writeMeasure);
  // The wording that was before the writer: what somebody else saves meanwhile is not written over.
  const [version] = useState(before?.version ?? 0);
  const [what, setWhat] = useState(before?.what ?? "");
  const [chapter, setChapter] = useState<Measure["chapter"]>(before?.chapter ?? "priorities");
  const [why, setWhy] = useState(before?.why ?? "");
  const [office, setOffice] = useState(before?.office ?? "");
  const [from, setFrom] = useState<Day | undefined>(before?.from ?? undefined);
  const [to, setTo] = useState<Day | undefined>(before?.to ?? undefined);
  const [followUp, setFollowUp] = useState(before?.followUp ?? "");
  const [activityId, setActivity] = useState(before?.logged?.activityId ?? "");
  const { form, setProblem, errorAt, notice } = useProblem(["what", "why", "office", "to", "followUp", "activityId"]);
  const save = async () => {
    const result = await write.run({
      partnership,
      planId: plan.id,
      version,
      what,
      chapter,
      why,
      office,
      followUp,
      ...(before === undefined ? {} : { measureId: before.id }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(activityId === "" ? {} : { activityId }),
    });
    setProblem(result.ok ? undefined : result.refusal);
    if (result.ok) props.saved();
  };
  const line = { lang, about: "matter", required: true } as const;
  // What it was when it was written can be kept, also when that promise has ended.
  const kept = before?.logged;
  const options = [
    ...plan.promised.map(({ id, number, text, title }) => ({ value: id, word: `${number} ${text}`, group: title })),
    ...(kept === undefined || kept === null || plan.promised.some(({ id }) => id === kept.activityId)
      ? []
      : [{ value: kept.activityId, word: `${kept.number} ${kept.text}` }]),
  ];
  return (
    <form
      ref={form}
      className="stack measure sheet"
      aria-label={props.heading}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{props.heading}</h3>
      <PersonLine {...line} label={say(words.what, lang)} value={what} onChange={setWhat} error={errorAt("what")} />
      <Select
        label={say(words.chapter, lang)}
        value={chapter}
        onChange={(value) => setChapter(CHAPTERS.find((one) => one === value) ?? chapter)}
        options={CHAPTERS.map((value) => ({ value, word: `${numberOf(value)} ${say(chapters[value], lang)}` }))}
      />
      <PersonText
        {...line}
        label={say(words.why, lang)}
        value={why}
        onChange={setWhy}
        rows={3}
        error={errorAt("why")}
      />
      <PersonLine
        {...line}
        label={say(words.office, lang)}
        guide={say(words.officeGuide, lang)}
        value={office}
        onChange={setOffice}
        error={errorAt("office")}
      />
      <div className="split-even">
        <DateField label={say(words.from, lang)} guide={say(words.ifSet, lang)} value={from ?? ""} onChange={setFrom} />
        <DateField
          label={say(words.to, lang)}
          guide={say(words.ifSet, lang)}
          value={to ?? ""}
          onChange={setTo}
          error={errorAt("to")}
        />
      </div>
      <PersonLine
        {...line}
        label={say(words.how, lang)}
        value={followUp}
        onChange={setFollowUp}
        error={errorAt("followUp")}
      />
      {options.length > 0 && (
        <Select
          label={say(words.activity, lang)}
          guide={say(words.activityGuide, lang)}
          empty={say(words.noActivity, lang)}
          value={activityId}
          onChange={setActivity}
          error={errorAt("activityId")}
          options={options}
        />
      )}
      {notice}
      <div className="row">
        <Button kind="main" type="submit" busy={write.busy}>
          {say(words.saveMeasure, lang)}
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
