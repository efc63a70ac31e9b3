import { useState } from "react";
import { say } from "../../ground/words.ts";
import { DateField } from "../../ui/date-field.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { MODALITIES, type Activity, type Content, type Pledge } from "../document.ts";
import { type DraftField, fieldId } from "./draft-fields.ts";
import { put } from "./put.ts";
import { FromAnalysis } from "./from-analysis.tsx";
import { EffectSeen } from "./effect-seen.tsx";
import { horizons, modalities, words } from "../words.ts";

type Lang = ScreenProps["lang"];

/** A list written as text: one a line, or with commas between. The text stands as it is typed; the list is made of it. */
export function ListField({
  id,
  label,
  guide,
  values,
  between,
  onChange,
}: {
  id?: string;
  label: string;
  guide?: string;
  values: readonly string[];
  between: "\n" | ", ";
  onChange: (values: string[]) => void;
}) {
  const [text, setText] = useState(values.join(between));
  const type = (typed: string) => {
    setText(typed);
    onChange(
      typed
        .split(between.trim() === "" ? "\n" : ",")
        .map((value) => value.trim())
        .filter((value) => value !== ""),
    );
  };
  return between === "\n" ? (
    <TextArea id={id} label={label} guide={guide} value={text} onChange={type} rows={3} />
  ) : (
    <TextField id={id} label={label} guide={guide} value={text} onChange={type} />
  );
}

/** What lies around the promises: what they rest on, what they lie under, for whom it differs. */
export function MoreOfDocument({
  content,
  lang,
  onChange,
}: {
  content: Content;
  lang: Lang;
  onChange: (content: Content) => void;
}) {
  const line = (key: "agreement" | "situationReport" | "feedback") => (
    <TextField
      label={say(words[key], lang)}
      value={content[key] ?? ""}
      onChange={(text) => onChange(put(content, key, text))}
    />
  );
  return (
    <details>
      <summary>{say(words.moreOfDocument, lang)}</summary>
      <div className="stack-tight">
        <TextArea
          label={say(words.preamble, lang)}
          value={content.preamble ?? ""}
          onChange={(text) => onChange(put(content, "preamble", text))}
          rows={3}
        />
        <ListField
          label={say(words.basis, lang)}
          guide={say(words.oneALine, lang)}
          between={"\n"}
          values={content.basis}
          onChange={(values) => onChange({ ...content, basis: values })}
        />
        {line("agreement")}
        {line("situationReport")}
        {line("feedback")}
        <TextArea
          id={fieldId("", "equality")}
          label={say(words.equality, lang)}
          value={content.equality ?? ""}
          onChange={(text) => onChange(put(content, "equality", text))}
          rows={2}
        />
      </div>
    </details>
  );
}

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
          <TextField
            label={say(words.theme, lang)}
            value={pledge.theme}
            onChange={(theme) => onChange({ ...pledge, theme })}
          />
          <TextField
            label={say(words.targetGroup, lang)}
            value={pledge.targetGroup ?? ""}
            onChange={(text) => onChange(put(pledge, "targetGroup", text))}
          />
        </div>
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
          <TextField
            id={id("effect")}
            label={say(words.effect, lang)}
            value={expectedEffect?.text ?? ""}
            onChange={setEffect}
          />
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
        <EffectSeen partnership={partnership} pledge={pledge} lang={lang} onChange={onChange} />
      </div>
    </details>
  );
}

/** How and when, from what, with whom, and what is new in it. */
export function MoreOfActivity({
  activity,
  lang,
  onChange,
}: {
  activity: Activity;
  lang: Lang;
  onChange: (activity: Activity) => void;
}) {
  const { baseline, target, deadline } = activity;
  const id = (field: DraftField) => fieldId(activity.number, field);
  const setBaseline = (part: Partial<NonNullable<Activity["baseline"]>>) =>
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
  const line = (key: "season" | "condition" | "beyondOrdinary") => (
    <TextField
      id={id(key)}
      label={say(words[key], lang)}
      value={activity[key] ?? ""}
      onChange={(text) => onChange(put(activity, key, text))}
    />
  );
  return (
    <details>
      <summary>{say(words.moreOfActivity, lang)}</summary>
      <div className="stack-tight">
        <Select
          label={say(words.modality, lang)}
          value={activity.modality}
          options={MODALITIES.map((value) => ({ value, word: say(modalities[value], lang) }))}
          onChange={(modality) => onChange({ ...activity, modality: modality as Activity["modality"] })}
        />
        <div className="split-even">
          <DateField
            id={id("deadline")}
            label={say(words.deadline, lang)}
            value={deadline?.on ?? ""}
            onChange={(day) => onChange(put(activity, "deadline", day && { said: day, on: day }))}
          />
          {line("season")}
        </div>
        <div className="split-even">
          <NumberStepper
            lang={lang}
            id={id("baseline")}
            label={say(words.baseline, lang)}
            value={baseline?.value.value}
            min={0}
            onChange={(value) => {
              if (value !== undefined)
                setBaseline({ value: { value, qualifier: baseline?.value.qualifier ?? "exact" } });
            }}
          />
          <TextField
            label={say(words.baselineSource, lang)}
            value={baseline?.source ?? ""}
            onChange={(source) => setBaseline({ source })}
          />
        </div>
        <ListField
          label={say(words.supporting, lang)}
          guide={say(words.oneALine, lang)}
          between={"\n"}
          values={activity.supporting ?? []}
          onChange={(values) => onChange(put(activity, "supporting", values))}
        />
        <TextField
          label={say(words.placesBy, lang)}
          value={target?.placesBy ?? ""}
          onChange={(text) => onChange({ ...activity, target: put(target ?? {}, "placesBy", text) })}
        />
        {line("condition")}
        {line("beyondOrdinary")}
      </div>
    </details>
  );
}
