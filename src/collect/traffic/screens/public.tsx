// /<partnership>/synpunkt/trafik: one page, without script, two minutes on a phone.
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { FormLang } from "../../open-form.ts";
import { openForm } from "../../open-form-words.ts";
import { OpenText } from "../../screens/open-text.tsx";
import { type At, followedHtml, type Hidden, htmlLang, pageHtml, Sending, told } from "../../screens/public-page.tsx";
import type { GroundToPointAt } from "../../pointed.ts";
import { PhotoChoice } from "../../screens/photo-choice.tsx";
import { PointField } from "../../screens/point-field.tsx";
import { COMPLAINT_KINDS } from "../complaint.ts";
import {
  type ComplaintStep,
  complaintSteps,
  type Filled,
  type Followed,
  LONGEST,
  PART_NAMES,
  STRETCH_POINTS,
} from "../handed-in.ts";
import { complaintSetAside, complaintStepWords, handIn, partsOfDay } from "../handed-in-words.ts";
import { actions, complaintKinds, judgements, replies } from "../words.ts";
import { weekdayWords } from "./words.ts";

type FormPage = At & {
  readonly hidden: Hidden;
  readonly filled: Filled;
  /** Stretches that are being worked with, to choose from. */
  readonly stretches: readonly string[];
  readonly ground: GroundToPointAt;
  readonly scripts: readonly string[];
  /** A photo had been chosen, and is to be chosen once more. */
  readonly photoAgain: boolean;
  /** Why it was not sent, and at which field where there is one. */
  readonly problem?: { readonly sentence: string; readonly field?: string | undefined } | undefined;
};

export function complaintPage({
  hidden,
  filled,
  stretches,
  ground,
  scripts,
  photoAgain,
  problem,
  ...at
}: FormPage): string {
  const { lang } = at;
  const two = htmlLang(lang);
  const wrong = (field: string) => (problem?.field === field ? problem.sentence : undefined);
  const known = stretches.includes(filled.stretch) ? filled.stretch : "";
  return pageHtml(
    at,
    handIn.what,
    handIn.heading[lang],
    <>
      <PageHeading heading={handIn.heading[lang]} lead={handIn.lead[lang]} />
      <p className="strong measure">{openForm.urgent[lang]}</p>
      {problem !== undefined && <Notice kind="error" live heading={problem.sentence} />}
      <Sending hidden={hidden} file>
        {stretches.length > 0 && (
          <Select
            label={handIn.known[lang]}
            name="known"
            empty={handIn.another[lang]}
            options={stretches.map((name) => ({ value: name, word: name }))}
            defaultValue={known}
          />
        )}
        <TextField
          label={(stretches.length > 0 ? handIn.stretchElse : handIn.stretch)[lang]}
          guide={handIn.stretchGuide[lang]}
          name="stretch"
          id="stretch"
          defaultValue={known === "" ? filled.stretch : ""}
          maxLength={LONGEST.stretch}
          error={wrong("stretch")}
        />
        <PointField
          name={STRETCH_POINTS}
          most={2}
          points={filled.points}
          ground={ground}
          place={at.place ?? ""}
          start={at.place ?? ""}
          lang={lang}
        />
        <Select
          label={handIn.kind[lang]}
          name="kind"
          empty={handIn.choose[lang]}
          options={COMPLAINT_KINDS.map((value) => ({ value, word: say(complaintKinds[value], two) }))}
          defaultValue={filled.kind ?? ""}
          error={wrong("kind")}
        />
        <OpenText sentence={openForm.seen} lang={lang}>
          <TextField
            label={handIn.direction[lang]}
            guide={handIn.directionGuide[lang]}
            optional={handIn.optional[lang]}
            name="direction"
            defaultValue={filled.direction}
            maxLength={LONGEST.direction}
          />
        </OpenText>
        <ChoiceGroup
          many
          columns={2}
          label={handIn.when[lang]}
          guide={handIn.whenGuide[lang]}
          name="weekdays"
          options={weekdayWords.map((word, place) => ({ value: String(place + 1), word: say(word, two) }))}
          defaultValue={filled.weekdays.map(String)}
        />
        <Select
          label={handIn.part[lang]}
          name="part"
          options={PART_NAMES.map((value) => ({ value, word: partsOfDay[value][lang] }))}
          defaultValue={filled.part}
        />
        <OpenText sentence={openForm.seen} lang={lang}>
          <TextArea
            label={handIn.effect[lang]}
            guide={handIn.effectGuide[lang]}
            name="effect"
            defaultValue={filled.effect}
            maxLength={LONGEST.text}
            rows={5}
            error={wrong("effect")}
          />
        </OpenText>
        <OpenText sentence={openForm.seen} lang={lang}>
          <TextArea
            label={handIn.proposal[lang]}
            optional={handIn.optional[lang]}
            name="proposal"
            defaultValue={filled.proposal}
            maxLength={LONGEST.text}
            rows={3}
          />
        </OpenText>
        <PhotoChoice sees="readers" again={photoAgain} lang={lang} />
        <div className="row">
          <Button type="submit" kind="turn" name="go" value="send">
            {handIn.send[lang]}
          </Button>
        </div>
      </Sending>
      <p className="small quiet measure">{handIn.noAccount[lang]}</p>
    </>,
    scripts,
  );
}

export function nowherePage(at: At): string {
  const { lang } = at;
  return pageHtml(
    at,
    handIn.what,
    handIn.notThere[lang],
    <PageHeading heading={handIn.notThere[lang]} lead={handIn.notThereText[lang]} />,
  );
}

/** The receipt: the stretch as the desk calls it, and how far its thread has come. */
export function complaintReceipt(at: At, code: string, followed: Followed): string {
  const { lang } = at;
  const steps = complaintSteps(followed);
  return followedHtml(at, {
    code,
    title: handIn.receiptTitle[lang],
    receivedOn: followed.receivedOn,
    steps: steps.map((step) => saidStep(step, lang)),
    isWaiting: steps.length === 1,
  });
}

function saidStep(step: ComplaintStep, lang: FormLang): { readonly heading: string; readonly text?: string } {
  const two = htmlLang(lang);
  const heading = (detail: Readonly<Record<string, string | number>> = {}) =>
    told(complaintStepWords[step.kind], lang, detail);
  const day = (on: Day) => formatDay(on, two);
  switch (step.kind) {
    case "received":
    case "read":
      return { heading: heading({ on: day(step.on) }) };
    case "set-aside":
      return { heading: heading({ on: day(step.on) }), text: say(complaintSetAside[step.reason], two) };
    case "disposed":
      return { heading: heading({ day: day(step.decidedOn), paragraph: step.paragraph }) };
    case "together":
      return { heading: heading({ stretch: step.stretch }) };
    case "passed-on":
      return { heading: heading(), text: step.text };
    case "to-be-measured":
      return { heading: heading() };
    case "measured":
    case "measurement-taken-back":
      return { heading: heading(), text: formatPeriod(step.from, step.to, two) };
    case "judged":
      return {
        heading: heading({ judgement: say(judgements[step.judgement.kind], two) }),
        text: step.judgement.sentence,
      };
    case "acting":
      return {
        heading: heading({ action: say(actions[step.action], two) }),
        ...(step.reply === undefined ? {} : { text: say(replies[step.reply], two) }),
      };
    case "answered":
      return { heading: heading({ on: day(step.on) }), text: step.text };
  }
}
