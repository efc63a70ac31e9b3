import { useState, type ReactNode } from "react";
import type { PartyKind } from "../../../ground/party.ts";
import { say, type Lang, type Said } from "../../../ground/words.ts";
import type { Told } from "../../../platform/browser/client.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { PersonText } from "../../privacy/screens/person-text.tsx";
import {
  answerThread,
  judgeThread,
  measureAgain,
  proposeAction,
  takeBack,
  takeBackMeasurement,
  triageThread,
} from "../api.ts";
import { type Action, ACTIONS, type Judgement, JUDGEMENTS, ROAD_KEEPERS, type RoadKeeper } from "../thread.ts";
import { actions, judgements, roadKeepers } from "../words.ts";
import type { Opened } from "./opened.ts";
import { sayAnswerAll, words } from "./words.ts";

type Step = { readonly thread: Opened["thread"]; readonly partnership: string; readonly lang: Lang };

/** A step that can be taken now: its heading, its fields, and why it was refused. */
function StepForm(props: {
  heading?: Said;
  lang: Lang;
  refusal: Told | undefined;
  onSend: () => void;
  children: ReactNode;
}) {
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend();
      }}
    >
      {props.heading !== undefined && <SectionHeading heading={say(props.heading, props.lang)} level={3} />}
      {props.children}
      {props.refusal !== undefined && <Notice kind="error" level={3} heading={props.refusal.sentence} live />}
    </form>
  );
}

/** «Vem är väghållare?» → «Mät» or «För vidare». */
export function TriageForm({ thread, partnership, lang }: Step) {
  const run = useCommand(triageThread);
  const [keeper, setKeeper] = useState<RoadKeeper | undefined>(thread.roadKeeper);
  const [limit, setLimit] = useState<number | undefined>(thread.limit);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<Told>();
  const send = async (choice: "measure" | "pass-on") => {
    const result = await run.run({ partnership, number: thread.number, choice, roadKeeper: keeper, limit, reason });
    if (!result.ok) setRefusal(result.refusal);
  };
  return (
    <StepForm lang={lang} refusal={refusal} onSend={() => void send(keeper === "state" ? "pass-on" : "measure")}>
      <ChoiceGroup
        label={say(words.roadKeeper, lang)}
        value={keeper ?? ""}
        onChange={(value) => {
          setKeeper(value as RoadKeeper);
          if (reason === "" && value === "state") setReason(say(words.stateRoad, "sv"));
        }}
        options={ROAD_KEEPERS.map((value) => ({ value, word: say(roadKeepers[value], lang) }))}
      />
      {keeper !== undefined && (
        <NumberStepper
          lang={lang}
          label={say(words.limit, lang)}
          value={limit}
          onChange={setLimit}
          min={5}
          max={120}
          step={5}
        />
      )}
      {keeper !== undefined && keeper !== "municipality" && (
        <PersonText
          about="public"
          lang={lang}
          label={say(words.passOnReason, lang)}
          value={reason}
          onChange={setReason}
          rows={3}
        />
      )}
      <div className="row">
        <Button kind="main" onPress={() => void send("measure")} busy={run.busy}>
          {say(words.measure, lang)}
        </Button>
        {keeper !== undefined && keeper !== "municipality" && (
          <Button onPress={() => void send("pass-on")} busy={run.busy}>
            {say(words.passOn, lang)}
          </Button>
        )}
      </div>
    </StepForm>
  );
}

/** «Befogat», «Delvis», «Inte befogat», and an own sentence. */
export function JudgeForm({ thread, partnership, lang }: Step) {
  const run = useCommand(judgeThread);
  const [kind, setKind] = useState<Judgement["kind"]>("justified");
  const [sentence, setSentence] = useState("");
  const [refusal, setRefusal] = useState<Told>();
  const send = async () => {
    const result = await run.run({ partnership, number: thread.number, kind, sentence });
    if (!result.ok) setRefusal(result.refusal);
  };
  return (
    <StepForm lang={lang} refusal={refusal} onSend={() => void send()}>
      <ChoiceGroup
        label={say(words.judged, lang)}
        value={kind}
        onChange={(value) => setKind(value as Judgement["kind"])}
        options={JUDGEMENTS.map((value) => ({ value, word: say(judgements[value], lang) }))}
      />
      <PersonText
        about="public"
        lang={lang}
        label={say(words.judgeSentence, lang)}
        value={sentence}
        onChange={setSentence}
        rows={2}
      />
      <Button type="submit" kind="main" busy={run.busy}>
        {say(words.judge, lang)}
      </Button>
    </StepForm>
  );
}

export function ProposeForm({ thread, partnership, lang }: Step) {
  const run = useCommand(proposeAction);
  const [action, setAction] = useState<Action>("control");
  const [to, setTo] = useState<PartyKind>("police");
  const [what, setWhat] = useState("");
  const [refusal, setRefusal] = useState<Told>();
  const send = async () => {
    const result = await run.run({ partnership, number: thread.number, action, to, what });
    setRefusal(result.ok ? undefined : result.refusal);
    if (result.ok) setWhat("");
  };
  return (
    <StepForm heading={words.proposeHeading} lang={lang} refusal={refusal} onSend={() => void send()}>
      <Select
        label={say(words.action, lang)}
        value={action}
        onChange={(value) => {
          setAction(value as Action);
          setTo(value === "control" ? "police" : "municipality");
        }}
        options={ACTIONS.map((value) => ({ value, word: say(actions[value], lang) }))}
      />
      <Select
        label={say(words.to, lang)}
        value={to}
        onChange={(value) => setTo(value as PartyKind)}
        options={[
          { value: "municipality", word: say(words.toMunicipality, lang) },
          { value: "police", word: say(words.toPolice, lang) },
          { value: "other", word: say(words.toOther, lang) },
        ]}
      />
      <PersonText
        about="note"
        lang={lang}
        label={say(words.actionWhat, lang)}
        guide={say(words.actionGuide, lang)}
        value={what}
        onChange={setWhat}
        rows={2}
      />
      <Button type="submit" busy={run.busy}>
        {say(words.propose, lang)}
      </Button>
    </StepForm>
  );
}

/** «Ta tillbaka …»: the reason, and nothing is gone. */
export function TakeBackForm(props: Step & { measurement?: { readonly id: string; readonly name: string } }) {
  const { thread, partnership, lang, measurement } = props;
  const judgement = useCommand(takeBack);
  const measured = useCommand(takeBackMeasurement);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<Told>();
  const send = async () => {
    const at = { partnership, number: thread.number, reason };
    const result =
      measurement === undefined ? await judgement.run(at) : await measured.run({ ...at, id: measurement.id });
    setRefusal(result.ok ? undefined : result.refusal);
  };
  const [what, text] =
    measurement === undefined
      ? [words.takeBack, words.takeBackText]
      : [words.takeBackMeasurement, words.takeBackMeasurementText];
  return (
    <details>
      <summary>
        {say(what, lang)}
        {measurement !== undefined && <span className="visually-hidden"> {measurement.name}</span>}
      </summary>
      <StepForm lang={lang} refusal={refusal} onSend={() => void send()}>
        <p>{say(text, lang)}</p>
        <PersonText
          about="note"
          lang={lang}
          label={say(words.takeBackReason, lang)}
          value={reason}
          onChange={setReason}
          rows={2}
        />
        <Button type="submit" busy={judgement.busy || measured.busy}>
          {say(what, lang)}
        </Button>
      </StepForm>
    </details>
  );
}

/** «Mät om»: the same place, direction and kind of week. */
export function AgainForm({ thread, partnership, direction, lang }: Step & { direction: string }) {
  const run = useCommand(measureAgain);
  const [refusal, setRefusal] = useState<Told>();
  const send = async () => {
    const result = await run.run({ partnership, number: thread.number });
    if (!result.ok) setRefusal(result.refusal);
  };
  return (
    <StepForm heading={words.measureAgain} lang={lang} refusal={refusal} onSend={() => void send()}>
      <p>{say(words.measureAgainText, lang, { direction: direction || say(words.bothWays, lang) })}</p>
      <Button type="submit" busy={run.busy}>
        {say(words.measureAgain, lang)}
      </Button>
    </StepForm>
  );
}

/** «Svara alla tre», with one text. */
export function AnswerForm({ thread, partnership, prefilled, lang }: Step & { prefilled: string }) {
  const run = useCommand(answerThread);
  const [text, setText] = useState(prefilled);
  const [refusal, setRefusal] = useState<Told>();
  const send = async () => {
    const result = await run.run({ partnership, number: thread.number, text });
    if (!result.ok) setRefusal(result.refusal);
  };
  return (
    <StepForm heading={words.answerHeading} lang={lang} refusal={refusal} onSend={() => void send()}>
      <PersonText
        about="public"
        lang={lang}
        label={say(words.answerText, lang)}
        value={text}
        onChange={setText}
        rows={5}
      />
      <Button type="submit" kind="turn" busy={run.busy}>
        {sayAnswerAll(thread.complaints, lang)}
      </Button>
    </StepForm>
  );
}
