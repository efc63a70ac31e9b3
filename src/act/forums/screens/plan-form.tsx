import { type FormEvent, useState } from "react";
import type { InputOf } from "../../../ground/endpoint.ts";
import { type Lang, say, type Words } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Select } from "../../../ui/select.tsx";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import { listForums, planForum, replanForum } from "../api.ts";
import { GRADES, METHODS, ORGANISERS, type Plan, THEMES, VENUES } from "../forum.ts";
import { BANDS, MOST_QUESTIONS, QUESTIONS } from "../poll.ts";
import { bands, grades, methods, organisers, questions, themes, venues, words } from "../words.ts";
import type { Opened } from "./said.ts";

/** /gora/<p>/nytt-forum, «Planera». */
export function NewForumScreen(props: ScreenProps) {
  const { partnership, lang, go } = props;
  const list = useAnswer(listForums, { partnership });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.plan, lang)}
        over={<a href={`/gora/${partnership}/forum`}>{say(words.toForums, lang)}</a>}
      />
      <Asked answer={list} lang={lang} page>
        {({ activities, forums }) => (
          <PlanForm
            {...props}
            activities={activities}
            // The last one planned is nearest to this one: same activity, same who.
            start={{ ...EMPTY, ...usualOf(forums[0], activities), on: today() }}
            onDone={(number) => go(`/gora/${partnership}/forum-${number}`)}
          />
        )}
      </Asked>
    </div>
  );
}

const EMPTY: Omit<Plan, "on"> = {
  activityId: "",
  spontaneous: false,
  venue: "class",
  placeName: "",
  grade: "8",
  band: "20-39",
  method: "dialogue",
  organisers: [],
  themes: [],
  questions: ["risk-nicotine", "norm-nicotine", "say-no", "help"],
};

function usualOf(last: Omit<Plan, "on"> | undefined, activities: Opened["activities"]): Partial<Plan> {
  // Where nothing has been held yet it is the activity that says so.
  const named = activities.find(({ text }) => /forum/i.test(text))?.id;
  if (last === undefined) return named === undefined ? {} : { activityId: named };
  const { activityId, venue, placeName, organisers: who, method } = last;
  const holds = activities.some(({ id }) => id === activityId);
  return { venue, placeName, organisers: who, method, activityId: holds ? activityId : (named ?? "") };
}

/** What is planned; the same form changes it until the first question is asked. */
export function PlanForm(
  props: Pick<ScreenProps, "partnership" | "lang"> & {
    readonly activities: Opened["activities"];
    readonly start: Plan;
    readonly number?: number;
    readonly onDone: (number: number) => void;
    readonly onClose?: () => void;
  },
) {
  const { partnership, lang, activities, number, onDone, onClose } = props;
  const [plan, setPlan] = useState(props.start);
  const add = useCommand(planForum);
  const change = useCommand(replanForum);
  const [refusal, setRefusal] = useState<{ sentence: string; field?: string | undefined }>();
  const put =
    <Key extends keyof Plan>(key: Key) =>
    (value: Plan[Key]) =>
      setPlan((was) => ({ ...was, [key]: value }));
  const errorAt = (field: keyof Plan) => (refusal?.field === field ? refusal.sentence : undefined);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (plan.questions.length > MOST_QUESTIONS)
      return setRefusal({ sentence: say(words.tooManyQuestions, lang), field: "questions" });
    if (plan.activityId === "") return setRefusal({ sentence: say(words.chooseActivity, lang), field: "activityId" });
    const input = { partnership, plan } as unknown as InputOf<typeof planForum>;
    const result = await (number === undefined ? add.run(input) : change.run({ ...input, number }));
    if (result.ok) onDone(result.value.number);
    else setRefusal({ sentence: result.refusal.sentence, field: result.refusal.field });
  };

  const known = ["activityId", "placeName", "themes", "organisers", "questions"];
  return (
    <form className="stack-loose measure" onSubmit={(event) => void send(event)}>
      {refusal !== undefined && !known.includes(refusal.field ?? "") && (
        <Notice kind="error" level={2} heading={refusal.sentence} live />
      )}
      <Select
        label={say(words.activity, lang)}
        empty={say(words.chooseActivity, lang)}
        value={plan.activityId}
        onChange={put("activityId")}
        error={errorAt("activityId")}
        options={activities.map(({ id, number: place, text }) => ({ value: id, word: `${place} ${text}` }))}
      />
      <DateField label={say(words.day, lang)} value={plan.on} onChange={(on) => on !== undefined && put("on")(on)} />
      <ChoiceGroup
        label={say(words.how, lang)}
        columns={2}
        value={plan.spontaneous ? "yes" : "no"}
        onChange={(value) => put("spontaneous")(value === "yes")}
        options={[
          { value: "no", word: say(words.planned, lang) },
          { value: "yes", word: say(words.spontaneous, lang) },
        ]}
      />
      <Select
        label={say(words.venue, lang)}
        value={plan.venue}
        onChange={(value) => put("venue")(value as Plan["venue"])}
        options={optionsOf(VENUES, venues, lang)}
      />
      <PersonLine
        about="public"
        lang={lang}
        label={say(words.place, lang)}
        guide={say(words.placeGuide, lang)}
        value={plan.placeName}
        onChange={put("placeName")}
        error={errorAt("placeName")}
      />
      <Select
        label={say(words.grade, lang)}
        value={plan.grade}
        onChange={(value) => put("grade")(value as Plan["grade"])}
        options={optionsOf(GRADES, grades, lang)}
      />
      <ChoiceGroup
        label={say(words.band, lang)}
        columns={2}
        value={plan.band}
        onChange={(value) => put("band")(value as Plan["band"])}
        options={optionsOf(BANDS, bands, lang)}
      />
      <Select
        label={say(words.method, lang)}
        value={plan.method}
        onChange={(value) => put("method")(value as Plan["method"])}
        options={optionsOf(METHODS, methods, lang)}
      />
      <ChoiceGroup
        many
        label={say(words.themes, lang)}
        columns={2}
        value={plan.themes}
        onChange={(values) => put("themes")(values as Plan["themes"])}
        error={errorAt("themes")}
        options={optionsOf(THEMES, themes, lang)}
      />
      <ChoiceGroup
        many
        label={say(words.organisers, lang)}
        guide={say(words.organisersGuide, lang)}
        columns={2}
        value={plan.organisers}
        onChange={(values) => put("organisers")(values as Plan["organisers"])}
        error={errorAt("organisers")}
        options={optionsOf(ORGANISERS, organisers, lang)}
      />
      <ChoiceGroup
        many
        label={say(words.questions, lang)}
        guide={say(words.questionsGuide, lang)}
        columns={1}
        value={plan.questions}
        onChange={(values) => put("questions")(QUESTIONS.filter((one) => values.includes(one)))}
        error={errorAt("questions")}
        options={optionsOf(QUESTIONS, questions, lang)}
      />
      <div className="row">
        <Button type="submit" kind="main" busy={add.busy || change.busy}>
          {say(words.savePlan, lang)}
        </Button>
        {onClose !== undefined && (
          <Button kind="bare" onPress={onClose}>
            {say(words.cancel, lang)}
          </Button>
        )}
      </div>
    </form>
  );
}

function optionsOf<Key extends string>(keys: readonly Key[], said: Words<Key>, lang: Lang) {
  return keys.map((value) => ({ value, word: say(said[value], lang) }));
}
