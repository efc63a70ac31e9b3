import { useState } from "react";
import type { InputOf, OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { PersonLine, PersonText } from "../../privacy/screens/person-text.tsx";
import { LADDER_LEVELS, type LadderLevel } from "../../dialogue.ts";
import { ladderLevels, sampleTypes } from "../../words.ts";
import { listCampaigns, planCampaign } from "../api.ts";
import {
  CAMPAIGN_METHODS,
  CAMPAIGN_SAMPLES,
  type CampaignMethod,
  type CampaignSample,
  QUESTION_KINDS,
  type QuestionKind,
} from "../campaign.ts";
import { readCampaignForm } from "../../xlsform/api.ts";
import { ReadForm } from "../../xlsform/screens/read-form.tsx";
import { screenWords as formWords } from "../../xlsform/words.ts";
import {
  ASKED,
  draftOfEarlier,
  draftOfRead,
  EMPTY,
  itemOf,
  linesOf,
  type QuestionDraft,
  type Typed,
  typed,
  wordingOf,
} from "./question-draft.ts";
import type { Sharing } from "../../observation.ts";
import { SharingChoice } from "../../screens/sharing-choice.tsx";
import { campaignMethods } from "../words.ts";
import { questionKinds, words } from "./words.ts";

/** /lyssna/<p>/ny-kampanj: what can be influenced, who is asked and how, and the questions. */
export function NewCampaignScreen({ partnership, partnershipName, person, lang, go }: ScreenProps) {
  const earlier = useAnswer(listCampaigns, { partnership });
  const plan = useCommand(planCampaign);
  const [title, setTitle] = useState(EMPTY);
  const [can, setCan] = useState(EMPTY);
  const [cannot, setCannot] = useState(EMPTY);
  const [about, setAbout] = useState({ address: "", targetGroup: "", villages: "", again: "" });
  const [days, setDays] = useState<{ from?: Day | undefined; to?: Day | undefined }>({});
  const [level, setLevel] = useState<LadderLevel>("consultation");
  const [sample, setSample] = useState<CampaignSample>("self-selected");
  const [methods, setMethods] = useState<readonly string[]>(["form"]);
  const [sharing, setSharing] = useState<Sharing>("public");
  const [invited, setInvited] = useState<number>();
  const [questions, setQuestions] = useState<readonly QuestionDraft[]>([ASKED]);
  const [refusal, setRefusal] = useState<string>();

  const again = (slug: string) => {
    setAbout({ ...about, again: slug });
    const found = earlier.state === "answered" ? earlier.value.campaigns.find((one) => one.slug === slug) : undefined;
    if (found === undefined) return;
    setTitle(typed(found.words.title));
    setCan(typed(found.words.canInfluence));
    setCannot(typed(found.words.cannotInfluence));
    setQuestions(found.items.map((item) => draftOfEarlier(item, found.items)));
  };
  const takeForm = (form: OutputOf<typeof readCampaignForm>) => {
    if (form.title !== "") setTitle(typed({ sv: form.title }));
    if (form.canInfluence !== undefined) setCan(typed(form.canInfluence));
    if (form.cannotInfluence !== undefined) setCannot(typed(form.cannotInfluence));
    setQuestions(form.items.map(draftOfRead));
  };
  const send = async () => {
    const asked = questions.filter((one) => one.words.sv.trim() !== "");
    if (title.sv.trim() === "" || days.from === undefined || days.to === undefined || asked.length === 0)
      return setRefusal(say(words.incomplete, lang));
    const input: InputOf<typeof planCampaign> = {
      partnership,
      words: { title: wordingOf(title), canInfluence: wordingOf(can), cannotInfluence: wordingOf(cannot) },
      ladderLevel: level,
      targetGroup: about.targetGroup,
      sampleType: sample,
      methods: CAMPAIGN_METHODS.filter((one) => methods.includes(one)),
      villages: linesOf(about.villages),
      from: days.from,
      to: days.to,
      sharing,
      ...(about.address.trim() === "" ? {} : { address: about.address }),
      ...(about.again === "" ? {} : { again: about.again }),
      ...(invited === undefined ? {} : { invited }),
      items: asked.map(itemOf),
    };
    const result = await plan.run(input);
    if (result.ok) go(`/lyssna/${partnership}/kampanj-${result.value.slug}`);
    else setRefusal(result.refusal.sentence);
  };
  const campaigns = earlier.state === "answered" ? earlier.value.campaigns : [];
  return (
    <>
      <PageHeading
        heading={say(words.newCampaign, lang)}
        over={partnershipName}
        lead={say(words.newCampaignLead, lang)}
      />
      <ReadForm
        door={readCampaignForm}
        partnership={partnership}
        lang={lang}
        onRead={takeForm}
        told={(form) => say(formWords.readQuestions, lang, { count: form.items.length })}
      />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {campaigns.length > 0 && (
          <Select
            label={say(words.again, lang)}
            guide={say(words.againGuide, lang)}
            value={about.again}
            onChange={again}
            empty={say(words.againNone, lang)}
            options={campaigns.map(({ slug, title: name }) => ({ value: slug, word: name }))}
          />
        )}
        <PersonLine
          about="public"
          lang={lang}
          label={say(words.title, lang)}
          value={title.sv}
          onChange={(sv) => setTitle({ ...title, sv })}
          required
        />
        <TextField
          label={say(words.address, lang)}
          guide={say(words.addressGuide, lang)}
          value={about.address}
          onChange={(address) => setAbout({ ...about, address })}
          short
        />
        <div className="split-even">
          <DateField
            label={say(words.firstDay, lang)}
            value={days.from ?? ""}
            onChange={(from) => setDays({ ...days, from })}
            required
          />
          <DateField
            label={say(words.lastDay, lang)}
            value={days.to ?? ""}
            onChange={(to) => setDays({ ...days, to })}
            required
          />
        </div>
        <Select
          label={say(words.ladder, lang)}
          value={level}
          options={LADDER_LEVELS.map((value) => ({ value, word: say(ladderLevels[value], lang) }))}
          onChange={(value) => setLevel(value as LadderLevel)}
        />
        <PersonText
          about="public"
          lang={lang}
          label={say(words.canInfluence, lang)}
          value={can.sv}
          onChange={(sv) => setCan({ ...can, sv })}
          rows={2}
        />
        <PersonText
          about="public"
          lang={lang}
          label={say(words.cannotInfluence, lang)}
          value={cannot.sv}
          onChange={(sv) => setCannot({ ...cannot, sv })}
          rows={2}
        />
        <InOthers
          lang={lang}
          texts={[
            { what: say(words.title, lang), typed: title, set: setTitle },
            { what: say(words.canInfluence, lang), typed: can, set: setCan },
            { what: say(words.cannotInfluence, lang), typed: cannot, set: setCannot },
          ]}
        />
        <PersonLine
          about="public"
          lang={lang}
          label={say(words.target, lang)}
          value={about.targetGroup}
          onChange={(targetGroup) => setAbout({ ...about, targetGroup })}
        />
        <div className="split-even">
          <Select
            label={say(words.sample, lang)}
            value={sample}
            options={CAMPAIGN_SAMPLES.map((value) => ({ value, word: say(sampleTypes[value], lang) }))}
            onChange={(value) => setSample(value as CampaignSample)}
          />
          <NumberStepper label={say(words.invited, lang)} lang={lang} value={invited} min={1} onChange={setInvited} />
        </div>
        <ChoiceGroup
          many
          columns={2}
          label={say(words.methods, lang)}
          value={methods}
          onChange={setMethods}
          options={CAMPAIGN_METHODS.map((value: CampaignMethod) => ({
            value,
            word: say(campaignMethods[value], lang),
          }))}
        />
        <PersonText
          about="place"
          lang={lang}
          label={say(words.villages, lang)}
          guide={say(words.villagesGuide, lang)}
          value={about.villages}
          onChange={(villages) => setAbout({ ...about, villages })}
          rows={3}
        />
        <SectionHeading heading={say(words.questions, lang)} />
        {questions.map((question, place) => (
          <QuestionFields
            key={place}
            lang={lang}
            number={place + 1}
            question={question}
            before={questions.slice(0, place)}
            onChange={(changed) => setQuestions(questions.with(place, changed))}
          />
        ))}
        <Button onPress={() => setQuestions([...questions, ASKED])}>{say(words.addQuestion, lang)}</Button>
        <SharingChoice value={sharing} grants={person.grants} lang={lang} onChange={setSharing} />
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        <Button type="submit" kind="main" busy={plan.busy}>
          {say(words.plan, lang)}
        </Button>
      </form>
    </>
  );
}

type InOther = {
  readonly what: string;
  readonly typed: Typed;
  readonly set: (typed: Typed) => void;
  readonly lines?: boolean;
};

/** The same texts in the form's other languages, folded away until somebody wants them. */
export function InOthers({ lang, texts }: { lang: Lang; texts: readonly InOther[] }) {
  return (
    <details>
      <summary>{say(words.otherLanguages, lang)}</summary>
      <div className="stack">
        {texts.flatMap(({ what, typed, set, lines }) =>
          (["en", "latt"] as const).map((other) => {
            const Part = lines === true ? PersonText : PersonLine;
            return (
              <Part
                key={`${what} ${other}`}
                about="public"
                lang={lang}
                label={say(other === "en" ? words.inEnglish : words.inEasy, lang, { what })}
                value={typed[other]}
                onChange={(text) => set({ ...typed, [other]: text })}
              />
            );
          }),
        )}
      </div>
    </details>
  );
}

/** Whether those who answer can point on a map. */
export function MapChoice(props: { lang: Lang; map: boolean; onChange: (map: boolean) => void }) {
  const { lang, map, onChange } = props;
  return (
    <Checkbox label={say(words.onMap, lang)} guide={say(words.onMapGuide, lang)} checked={map} onChange={onChange} />
  );
}

function QuestionFields({
  lang,
  number,
  question,
  before,
  onChange,
}: {
  lang: Lang;
  number: number;
  question: QuestionDraft;
  before: readonly QuestionDraft[];
  onChange: (question: QuestionDraft) => void;
}) {
  const { words: asked, kind, help, options, after, among } = question;
  const branching = before.flatMap((one, place) =>
    one.kind === "text" ? [] : [{ place, lines: linesOf(one.options.sv) }],
  );
  const from = branching.find(({ place }) => String(place) === after);
  return (
    <fieldset className="stack-tight">
      <legend>{say(words.questionNumber, lang, { number })}</legend>
      <PersonLine
        about="public"
        lang={lang}
        label={say(words.question, lang)}
        value={asked.sv}
        onChange={(sv) => onChange({ ...question, words: { ...asked, sv } })}
      />
      <PersonText
        about="public"
        lang={lang}
        label={say(words.help, lang)}
        value={help.sv}
        onChange={(sv) => onChange({ ...question, help: { ...help, sv } })}
        rows={2}
        optional={say(words.optional, lang)}
      />
      <Select
        label={say(words.kind, lang)}
        value={kind}
        options={QUESTION_KINDS.map((value) => ({ value, word: say(questionKinds[value], lang) }))}
        onChange={(value) => onChange({ ...question, kind: value as QuestionKind })}
      />
      {kind !== "text" && (
        <PersonText
          about="public"
          lang={lang}
          label={say(words.options, lang)}
          guide={say(words.optionsGuide, lang)}
          value={options.sv}
          onChange={(sv) => onChange({ ...question, options: { ...options, sv } })}
          rows={4}
        />
      )}
      {kind === "place" && (
        <MapChoice lang={lang} map={question.map} onChange={(map) => onChange({ ...question, map })} />
      )}
      {branching.length > 0 && (
        <Select
          label={say(words.shownAfter, lang)}
          value={after}
          empty={say(words.shownAlways, lang)}
          options={branching.map(({ place }) => ({
            value: String(place),
            word: say(words.shownAfterQuestion, lang, { number: place + 1 }),
          }))}
          onChange={(value) => onChange({ ...question, after: value, among: [] })}
        />
      )}
      {from !== undefined && (
        <ChoiceGroup
          many
          label={say(words.shownAnswers, lang)}
          value={among}
          onChange={(values) => onChange({ ...question, among: values })}
          options={from.lines.map((word, place) => ({ value: String(place), word }))}
        />
      )}
      <InOthers
        lang={lang}
        texts={[
          {
            what: say(words.question, lang),
            typed: asked,
            set: (changed) => onChange({ ...question, words: changed }),
          },
          ...(help.sv === ""
            ? []
            : [
                {
                  what: say(words.help, lang),
                  typed: help,
                  set: (changed: Typed) => onChange({ ...question, help: changed }),
                  lines: true,
                },
              ]),
          ...(kind === "text"
            ? []
            : [
                {
                  what: say(words.options, lang),
                  typed: options,
                  set: (changed: Typed) => onChange({ ...question, options: changed }),
                  lines: true,
                },
              ]),
        ]}
      />
    </fieldset>
  );
}
