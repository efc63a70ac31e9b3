import { QUALIFIERS } from "../../ground/count.ts";
import { say } from "../../ground/words.ts";
import { DateField } from "../../ui/date-field.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Button } from "../../ui/button.tsx";
import { MODALITIES, OWNERS, type Activity, type Content, type Pledge } from "../document.ts";
import { draft, howSure, owners } from "../draft-words.ts";
import { BaselineFrom } from "./baseline-from.tsx";
import { useFaults } from "./draft-faults.ts";
import { type DraftField, fieldId } from "./draft-fields.ts";
import { Line, ListField } from "./draft-line.tsx";
import { Deadline } from "./draft-when.tsx";
import { ProblemsOf } from "./draft-problems.tsx";
import { put } from "./put.ts";
import { FromAnalysis } from "./from-analysis.tsx";
import { EffectSeen } from "./effect-seen.tsx";
import { horizons, modalities, wantedWays, words } from "../words.ts";

type Lang = ScreenProps["lang"];

/** Why this promise: the causes it acts on, what should come of it and when. */
export function MoreOfPledge({
  partnership,
  pledge,
  lang,
  onChange,
}: {
  partnership: string;
  pledge: Pledge;
  lang: Lang;
  onChange: (pledge: Pledge) => void;
}) {
  const { expectedEffect } = pledge;
  const id = (field: DraftField) => fieldId(String(pledge.order), field);
  const setEffect = (text: string) =>
    onChange(put(pledge, "expectedEffect", text === "" ? undefined : { ...expectedEffect, text }));
  return (
    <details>
      <summary>{say(words.moreOfPledge, lang)}</summary>
      <div className="stack-tight">
        <div className="split-even">
          <Line
            id={id("theme")}
            label={say(words.theme, lang)}
            value={pledge.theme}
            onChange={(theme) => onChange({ ...pledge, theme })}
          />
          <Line
            id={id("targetGroup")}
            label={say(words.targetGroup, lang)}
            value={pledge.targetGroup}
            onChange={(text) => onChange(put(pledge, "targetGroup", text))}
          />
        </div>
        <ProblemsOf partnership={partnership} pledge={pledge} lang={lang} onChange={onChange} />
        <ListField
          id={id("causes")}
          label={say(words.causes, lang)}
          guide={say(words.oneALine, lang)}
          between={"\n"}
          values={pledge.causes ?? []}
          onChange={(values) => onChange(put(pledge, "causes", values))}
        />
        <FromAnalysis partnership={partnership} pledge={pledge} lang={lang} onChange={onChange} />
        <div className="split-even">
          <Line id={id("effect")} label={say(words.effect, lang)} value={expectedEffect?.text} onChange={setEffect} />
          <Select
            id={id("horizon")}
            label={say(words.horizon, lang)}
            empty="–"
            value={expectedEffect?.horizon ?? ""}
            options={(["short", "long"] as const).map((value) => ({ value, word: say(horizons[value], lang) }))}
            onChange={(horizon) => {
              if (expectedEffect !== undefined)
                onChange({
                  ...pledge,
                  expectedEffect: put(expectedEffect, "horizon", horizon as "short" | "long" | ""),
                });
            }}
          />
        </div>
        {expectedEffect !== undefined && (
          <EffectInWords
            pledge={pledge}
            lang={lang}
            onChange={(effect) => onChange({ ...pledge, expectedEffect: effect })}
            effect={expectedEffect}
          />
        )}
        <EffectSeen partnership={partnership} pledge={pledge} lang={lang} onChange={onChange} />
      </div>
    </details>
  );
}

type Effect = NonNullable<Pledge["expectedEffect"]>;

/** What the effect is to be seen in where nobody has reckoned: the measure by its name, which way it should go, and where it is found. */
function EffectInWords({
  pledge,
  effect,
  lang,
  onChange,
}: {
  pledge: Pledge;
  effect: Effect;
  lang: Lang;
  onChange: (effect: Effect) => void;
}) {
  const id = (field: DraftField) => fieldId(String(pledge.order), field);
  // What was reckoned is of one measure, by its name: it is taken out before another is named.
  if (effect.measured !== undefined) return null;
  return (
    <div className="filter-row">
      <Line
        id={id("indicator")}
        label={say(draft.indicator, lang)}
        guide={say(draft.indicatorGuide, lang)}
        value={effect.indicator}
        onChange={(text) => onChange(put(effect, "indicator", text))}
      />
      <Select
        label={say(draft.wanted, lang)}
        empty="–"
        value={effect.wanted ?? ""}
        options={(["up", "down"] as const).map((value) => ({ value, word: say(wantedWays[value], lang) }))}
        onChange={(way) => onChange(put(effect, "wanted", way as "up" | "down" | ""))}
      />
      <Line
        id={id("effectSource")}
        label={say(draft.effectSource, lang)}
        value={effect.source}
        onChange={(text) => onChange(put(effect, "source", text))}
      />
    </div>
  );
}

/** Whose it is where it is not both parties', what it is like now, its parts, and what is left open. */
export function WhoseAndParts({
  pledge,
  lang,
  onChange,
}: {
  pledge: Pledge;
  lang: Lang;
  onChange: (pledge: Pledge) => void;
}) {
  const id = (field: DraftField) => fieldId(String(pledge.order), field);
  return (
    <details>
      <summary>{say(draft.moreOfPledge, lang)}</summary>
      <div className="stack-tight">
        <div className="split-even">
          <Select
            label={say(draft.pledgeOwner, lang)}
            value={pledge.owner}
            options={OWNERS.map((value) => ({ value, word: say(owners[value], lang) }))}
            onChange={(owner) => onChange({ ...pledge, owner: owner as Pledge["owner"] })}
          />
          {(pledge.owner === "other" || pledge.ownerSaid !== undefined) && (
            <Line
              id={id("ownerSaid")}
              label={say(draft.ownerSaid, lang)}
              guide={say(draft.ownerSaidGuide, lang)}
              value={pledge.ownerSaid}
              onChange={(text) => onChange(put(pledge, "ownerSaid", text))}
            />
          )}
        </div>
        <Line
          id={id("situation")}
          label={say(draft.situation, lang)}
          value={pledge.situation}
          onChange={(text) => onChange(put(pledge, "situation", text))}
          rows={3}
        />
        <ListField
          id={id("subPledges")}
          label={say(draft.subPledges, lang)}
          guide={say(words.oneALine, lang)}
          between={"\n"}
          values={pledge.subPledges ?? []}
          onChange={(values) => onChange(put(pledge, "subPledges", values))}
        />
        <Checkbox
          label={say(draft.openSlot, lang)}
          guide={say(draft.openSlotGuide, lang)}
          checked={pledge.openSlot ?? false}
          onChange={(isOpen) => onChange(put(pledge, "openSlot", isOpen || undefined))}
        />
      </div>
    </details>
  );
}

/** In what way and by whom, when, from what, on what condition, and what is new in it. */
export function MoreOfActivity({
  partnership,
  activity,
  content,
  lang,
  onChange,
}: {
  partnership: string;
  activity: Activity;
  content: Content;
  lang: Lang;
  onChange: (activity: Activity) => void;
}) {
  const id = (field: DraftField) => fieldId(activity.number, field);
  const pledge = content.pledges.find(({ activities }) => activities.some((one) => one.id === activity.id));
  const line = (key: "season" | "condition" | "beyondOrdinary") => (
    <Line
      id={id(key)}
      label={say(words[key], lang)}
      value={activity[key]}
      onChange={(text) => onChange(put(activity, key, text))}
    />
  );
  return (
    <details>
      <summary>{say(words.moreOfActivity, lang)}</summary>
      <div className="stack-tight">
        <div className="split-even">
          <Select
            label={say(words.modality, lang)}
            value={activity.modality}
            options={MODALITIES.map((value) => ({ value, word: say(modalities[value], lang) }))}
            onChange={(modality) => onChange({ ...activity, modality: modality as Activity["modality"] })}
          />
          <Select
            label={say(draft.activityOwner, lang)}
            value={activity.owner}
            options={OWNERS.map((value) => ({ value, word: say(owners[value], lang) }))}
            onChange={(owner) => onChange({ ...activity, owner: owner as Activity["owner"] })}
          />
        </div>
        <Deadline activity={activity} content={content} lang={lang} onChange={onChange} />
        {line("season")}
        <Baseline activity={activity} lang={lang} onChange={onChange} />
        {pledge !== undefined && (
          <BaselineFrom
            partnership={partnership}
            pledge={pledge}
            lang={lang}
            onTake={(baseline) => onChange({ ...activity, baseline })}
          />
        )}
        <ListField
          id={id("supporting")}
          label={say(words.supporting, lang)}
          guide={say(words.oneALine, lang)}
          between={"\n"}
          values={activity.supporting ?? []}
          onChange={(values) => onChange(put(activity, "supporting", values))}
        />
        {line("condition")}
        {line("beyondOrdinary")}
      </div>
    </details>
  );
}

type Beginning = NonNullable<Activity["baseline"]>;

/** How it was before: how many and how surely, of what, when, and by what it is known. */
function Baseline({
  activity,
  lang,
  onChange,
}: {
  activity: Activity;
  lang: Lang;
  onChange: (activity: Activity) => void;
}) {
  const { baseline, target } = activity;
  const fault = useFaults();
  const id = (field: DraftField) => fieldId(activity.number, field);
  const set = (part: Partial<Beginning>) =>
    onChange({
      ...activity,
      baseline: {
        value: { value: 0, qualifier: "exact" },
        unit: target?.unit ?? say(words.unitUnknown, "sv"),
        source: "",
        ...baseline,
        ...part,
      },
    });
  const { qualifier = "exact" } = baseline?.value ?? {};
  return (
    <>
      <div className="split-even">
        <NumberStepper
          lang={lang}
          id={id("baseline")}
          label={say(words.baseline, lang)}
          error={fault(id("baseline"))}
          value={baseline?.value.value}
          min={0}
          onChange={(value) => {
            if (value !== undefined) set({ value: { value, qualifier } });
          }}
        />
        <Line
          id={id("baselineSource")}
          label={say(words.baselineSource, lang)}
          value={baseline?.source}
          onChange={(source) => set({ source })}
        />
      </div>
      {baseline !== undefined && (
        <>
          <div className="filter-row">
            <Select
              label={say(draft.baselineSure, lang)}
              value={qualifier}
              options={QUALIFIERS.map((value) => ({ value, word: say(howSure[value], lang) }))}
              onChange={(value) =>
                set({ value: { value: baseline.value.value, qualifier: value as typeof qualifier } })
              }
            />
            <Line
              id={id("baselineUnit")}
              label={say(draft.baselineUnit, lang)}
              value={baseline.unit}
              onChange={(unit) => set({ unit })}
            />
            <DateField
              id={id("baselineOn")}
              label={say(draft.baselineOn, lang)}
              value={baseline.on ?? ""}
              onChange={(day) => onChange({ ...activity, baseline: put(baseline, "on", day) })}
            />
          </div>
          <Button
            kind="bare"
            small
            onPress={() => {
              // The button goes with what it takes away: whoever pressed stands at the field it was in.
              document.getElementById(id("baseline"))?.focus();
              onChange(put(activity, "baseline", undefined));
            }}
          >
            {say(draft.dropBaseline, lang)}
          </Button>
        </>
      )}
    </>
  );
}
