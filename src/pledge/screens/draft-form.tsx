import { useId, useState, type ReactNode } from "react";
import type { Day } from "../../ground/time.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea, type TextMark } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { saveDraft } from "../api.ts";
import { activitiesOf, type Activity, type Content, type Pledge } from "../document.ts";
import { Beside } from "../drafting/screens/comment-form.tsx";
import type { Commenting } from "../drafting/screens/use-commenting.ts";
import { words as drafting } from "../drafting/words.ts";
import { lint, type Remark } from "../lint.ts";
import { OwnerState } from "../owners/screens/owner-state.tsx";
import { PERIODS, type Per } from "../target.ts";
import { pers, words } from "../words.ts";
import { type DraftField, fieldId } from "./draft-fields.ts";
import { ListField, MoreOfActivity, MoreOfDocument, MoreOfPledge } from "./draft-more.tsx";
import { put } from "./put.ts";
import { newPledge, newActivity } from "./new-parts.ts";
import type { Opened } from "./opened.ts";

/** The draft in a plain outline. Saved on an older revision it goes together with what another has saved, and nothing typed is lost. What is typed is told to whoever holds it, and read against the fifteen questions there. */
export function DraftForm(
  props: ScreenProps & {
    document: Opened;
    content: Content;
    /** What stands here is what was saved last. */
    saved: boolean;
    onType: (content: Content) => void;
    /** How many places both have changed, and nobody has chosen yet. */
    clashes: number;
    commenting: Commenting;
    onSaved: (saved: OutputOf<typeof saveDraft>) => void;
  },
) {
  const {
    partnership,
    lang,
    document,
    query,
    content,
    saved,
    clashes,
    commenting,
    onType: setContent,
    onSaved,
  } = props;
  const [refusal, setRefusal] = useState<string>();
  const saving = useCommand(saveDraft);
  const change = (part: Partial<Content>) => {
    setContent({ ...content, ...part });
    setRefusal(undefined);
  };
  const changePledge = (id: string, part: Partial<Pledge>) =>
    change({ pledges: content.pledges.map((pledge) => (pledge.id === id ? { ...pledge, ...part } : pledge)) });
  const save = async () => {
    const result = await saving.run({ partnership, slug: document.slug, revision: document.revision, content });
    if (result.ok) onSaved(result.value);
    else setRefusal(result.refusal.sentence);
  };
  const setDay = (end: "from" | "to") => (day: Day | undefined) => {
    if (day !== undefined) change({ period: { ...content.period, [end]: { said: day, on: day } } });
  };
  const problem = query.get("problem");
  const remarks = lint(content);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (clashes === 0) void save();
      }}
    >
      <TextField label={say(words.title, lang)} value={content.title} onChange={(title) => change({ title })} />
      <div className="split-even">
        <DateField label={say(words.firstDay, lang)} value={content.period.from.on ?? ""} onChange={setDay("from")} />
        <DateField label={say(words.lastDay, lang)} value={content.period.to?.on ?? ""} onChange={setDay("to")} />
      </div>
      <TextField
        id={fieldId("", "review")}
        label={say(words.review, lang)}
        value={content.review ?? ""}
        onChange={(review) => {
          setContent(put(content, "review", review));
          setRefusal(undefined);
        }}
      />
      <MoreOfDocument
        content={content}
        lang={lang}
        onChange={(changed) => {
          setContent(changed);
          setRefusal(undefined);
        }}
      />
      {content.pledges.map((pledge) => (
        <section key={pledge.id} className="stack draft-part">
          <SectionHeading heading={say(words.pledge, lang, { number: pledge.order })}>
            <Button
              kind="bare"
              onPress={() => change({ pledges: renumbered(content.pledges.filter(({ id }) => id !== pledge.id)) })}
            >
              {say(words.remove, lang)}
            </Button>
          </SectionHeading>
          <TextArea
            id={fieldId(String(pledge.order), "text")}
            label={say(words.pledgeText, lang)}
            value={pledge.text}
            marks={marksAt(remarks, String(pledge.order))}
            onChange={(text) => changePledge(pledge.id, { text })}
            word
            rows={3}
          />
          <Beside
            commenting={commenting}
            document={document}
            at={pledge.id}
            field={fieldId(String(pledge.order), "text")}
            name={say(words.pledge, lang, { number: pledge.order })}
            lang={lang}
          />
          <MoreOfPledge
            partnership={partnership}
            pledge={pledge}
            lang={lang}
            onChange={(changed) =>
              change({ pledges: content.pledges.map((one) => (one.id === changed.id ? changed : one)) })
            }
          />
          {pledge.activities.map((activity) => (
            <ActivityFields
              key={activity.id}
              activity={activity}
              marks={marksAt(remarks, activity.number)}
              lang={lang}
              parties={content.parties}
              owner={
                <OwnerState
                  partnership={partnership}
                  slug={document.slug}
                  activity={activity}
                  saved={activitiesOf(document.content).find((one) => one.activity.id === activity.id)?.activity}
                  asks={document.owners}
                  id={fieldId(activity.number, "accepted")}
                  lang={lang}
                />
              }
              beside={
                <Beside
                  commenting={commenting}
                  document={document}
                  at={activity.id}
                  field={fieldId(activity.number, "text")}
                  name={say(words.activity, lang, { number: activity.number })}
                  lang={lang}
                />
              }
              onChange={(changed) =>
                changePledge(pledge.id, {
                  activities: pledge.activities.map((one) => (one.id === activity.id ? changed : one)),
                })
              }
            />
          ))}
          <Button
            small
            onPress={() =>
              changePledge(pledge.id, {
                activities: [...pledge.activities, newActivity(`${pledge.order}.${pledge.activities.length + 1}`)],
              })
            }
          >
            {say(words.addActivity, lang)}
          </Button>
        </section>
      ))}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {saved && <Notice kind="done" heading={say(words.saved, lang)} live />}
      <div className="row dock">
        <Button
          onPress={() => change({ pledges: [...content.pledges, newPledge(content.pledges.length + 1, problem)] })}
        >
          {say(words.addPledge, lang)}
        </Button>
        <Button
          type="submit"
          kind="main"
          busy={saving.busy}
          {...(clashes > 0 ? { blocked: say(drafting.chooseFirst, lang) } : {})}
        >
          {say(words.save, lang)}
        </Button>
      </div>
    </form>
  );
}

/** The words a remark is about, tinted where they stand. */
function marksAt(remarks: readonly Remark[], place: string): readonly TextMark[] {
  return remarks.flatMap(({ where, said, at }) =>
    where === place && said !== undefined && at !== undefined ? [{ at, length: said.length }] : [],
  );
}

const renumbered = (pledges: readonly Pledge[]): Pledge[] =>
  pledges.map((pledge, place) => ({
    ...pledge,
    order: place + 1,
    activities: pledge.activities.map((activity, index) => ({ ...activity, number: `${place + 1}.${index + 1}` })),
  }));

type ActivityProps = {
  activity: Activity;
  marks: readonly TextMark[];
  lang: ScreenProps["lang"];
  parties: Content["parties"];
  /** Whether its unit has said yes. */
  owner: ReactNode;
  /** Under what is done: the comments on it. */
  beside: ReactNode;
  onChange: (activity: Activity) => void;
};

function ActivityFields({ activity, marks, lang, parties, owner, beside, onChange }: ActivityProps) {
  const nameId = useId();
  const id = (field: DraftField) => fieldId(activity.number, field);
  const owners = parties.filter((party) => party.organisationId !== undefined);
  const { accountable, target = {} } = activity;
  const setOwner = (part: Partial<NonNullable<Activity["accountable"]>>) => {
    const organisationId = part.organisationId ?? accountable?.organisationId ?? owners[0]?.organisationId;
    if (organisationId !== undefined)
      onChange({ ...activity, accountable: { unit: "", accepted: false, ...accountable, ...part, organisationId } });
  };
  const setTarget = (part: Partial<NonNullable<Activity["target"]>>) =>
    onChange({ ...activity, target: { ...target, ...part } });
  return (
    <fieldset className="sheet stack" aria-labelledby={nameId}>
      <h3 id={nameId}>{say(words.activity, lang, { number: activity.number })}</h3>
      <TextArea
        id={id("text")}
        label={say(words.activityText, lang)}
        value={activity.text}
        marks={marks}
        onChange={(text) => onChange({ ...activity, text })}
        word
        rows={2}
      />
      {beside}
      <div className="split-even">
        <Select
          label={say(words.whoseUnit, lang)}
          value={accountable?.organisationId ?? ""}
          empty="–"
          options={owners.map((party) => ({ value: party.organisationId ?? "", word: party.name }))}
          onChange={(id) => {
            const party = owners.find(({ organisationId }) => organisationId === id);
            if (party?.organisationId !== undefined) setOwner({ organisationId: party.organisationId });
          }}
        />
        <TextField
          id={id("unit")}
          label={say(words.who, lang)}
          value={accountable?.unit ?? ""}
          onChange={(unit) => setOwner({ unit })}
        />
      </div>
      {owner}
      <div className="filter-row">
        <NumberStepper
          lang={lang}
          id={id("value")}
          label={say(words.howMuch, lang)}
          value={target.value}
          min={0}
          onChange={(value) =>
            onChange({
              ...activity,
              target: put({ ...target, comparator: target.comparator ?? ("at-least" as const) }, "value", value),
            })
          }
        />
        <TextField
          label={say(words.unit, lang)}
          value={target.unit ?? ""}
          onChange={(unit) => onChange({ ...activity, target: put(target, "unit", unit) })}
        />
        <Select
          label={say(words.howOften, lang)}
          value={target.per ?? "total"}
          options={PERIODS.map((per) => ({ value: per, word: say(pers[per], lang) }))}
          onChange={(per) => setTarget({ per: per as Per })}
        />
      </div>
      <ListField
        id={id("places")}
        label={say(words.where, lang)}
        between=", "
        values={target.places ?? []}
        onChange={(places) => setTarget({ places })}
      />
      <TextField
        label={say(words.notCountable, lang)}
        value={activity.notCountableBecause ?? ""}
        onChange={(because) =>
          onChange(because === "" ? withoutBecause(activity) : { ...activity, notCountableBecause: because })
        }
      />
      <MoreOfActivity activity={activity} lang={lang} onChange={onChange} />
    </fieldset>
  );
}

function withoutBecause({ notCountableBecause: _because, ...activity }: Activity): Activity {
  return activity;
}
