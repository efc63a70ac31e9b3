import { useId, type ReactNode } from "react";
import { say } from "../../ground/words.ts";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { TextArea, type TextMark } from "../../ui/text-area.tsx";
import type { Activity, Content } from "../document.ts";
import { comparing, draft } from "../draft-words.ts";
import { COMPARATORS, PERIODS, type Per, type Target } from "../target.ts";
import { pers, words } from "../words.ts";
import { useFaults } from "./draft-faults.ts";
import { type DraftField, fieldId } from "./draft-fields.ts";
import { Line, ListField } from "./draft-line.tsx";
import { MoreOfActivity } from "./draft-more.tsx";
import { PaceAndPlace, withTarget } from "./draft-when.tsx";
import { put } from "./put.ts";

/** Where the pace is said in other words than the calendar's. */
const IN_WORDS = "in-words";

/** What is done: the words, who answers for it, how much and where; the rest of the model folded under. */
export function ActivityFields({
  partnership,
  activity,
  marks,
  lang,
  content,
  owner,
  beside,
  onChange,
}: {
  partnership: string;
  activity: Activity;
  marks: readonly TextMark[];
  lang: ScreenProps["lang"];
  content: Content;
  /** Whether its unit has said yes. */
  owner: ReactNode;
  /** Under what is done: the comments on it. */
  beside: ReactNode;
  onChange: (activity: Activity) => void;
}) {
  const nameId = useId();
  const fault = useFaults();
  const id = (field: DraftField) => fieldId(activity.number, field);
  const owners = content.parties.filter((party) => party.organisationId !== undefined);
  const { accountable, target = {} } = activity;
  const setOwner = (part: Partial<NonNullable<Activity["accountable"]>>) => {
    const organisationId = part.organisationId ?? accountable?.organisationId ?? owners[0]?.organisationId;
    if (organisationId !== undefined)
      onChange({ ...activity, accountable: { unit: "", accepted: false, ...accountable, ...part, organisationId } });
  };
  const setTarget = (changed: Target) => onChange(withTarget(activity, changed));
  return (
    <fieldset className="sheet stack" aria-labelledby={nameId}>
      <h3 id={nameId}>{say(words.activity, lang, { number: activity.number })}</h3>
      <TextArea
        id={id("text")}
        label={say(words.activityText, lang)}
        value={activity.text}
        error={fault(id("text"))}
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
          onChange={(chosen) => {
            const party = owners.find(({ organisationId }) => organisationId === chosen);
            if (party?.organisationId === undefined) onChange(put(activity, "accountable", undefined));
            else setOwner({ organisationId: party.organisationId });
          }}
        />
        <Line
          id={id("unit")}
          label={say(words.who, lang)}
          value={accountable?.unit}
          onChange={(unit) => setOwner({ unit })}
        />
      </div>
      {owner}
      <div className="filter-row">
        <Select
          label={say(draft.comparator, lang)}
          value={target.comparator ?? "at-least"}
          options={COMPARATORS.map((value) => ({ value, word: say(comparing[value], lang) }))}
          onChange={(comparator) => setTarget({ ...target, comparator: comparator as (typeof COMPARATORS)[number] })}
        />
        <NumberStepper
          lang={lang}
          id={id("value")}
          label={say(words.howMuch, lang)}
          error={fault(id("value"))}
          value={target.value}
          min={0}
          onChange={(value) =>
            setTarget(put({ ...target, comparator: target.comparator ?? ("at-least" as const) }, "value", value))
          }
        />
        <Line
          id={id("targetUnit")}
          label={say(words.unit, lang)}
          value={target.unit}
          onChange={(unit) => setTarget(put(target, "unit", unit))}
        />
        <Select
          label={say(words.howOften, lang)}
          value={target.perText === undefined ? (target.per ?? "total") : IN_WORDS}
          options={[
            ...PERIODS.map((per) => ({ value: per, word: say(pers[per], lang) })),
            ...(target.perText === undefined ? [] : [{ value: IN_WORDS, word: target.perText }]),
          ]}
          onChange={(per) => {
            if (per !== IN_WORDS) setTarget(put({ ...target, per: per as Per }, "perText", undefined));
          }}
        />
      </div>
      <ListField
        id={id("places")}
        label={say(words.where, lang)}
        between=", "
        values={target.places ?? []}
        onChange={(places) => setTarget(put(target, "places", places))}
      />
      <Line
        id={id("notCountable")}
        label={say(words.notCountable, lang)}
        value={activity.notCountableBecause}
        onChange={(because) => onChange(put(activity, "notCountableBecause", because))}
      />
      <MoreOfActivity partnership={partnership} activity={activity} content={content} lang={lang} onChange={onChange} />
      <PaceAndPlace activity={activity} lang={lang} onChange={onChange} />
    </fieldset>
  );
}
