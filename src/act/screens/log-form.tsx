import { useState } from "react";
import type { Qualifier } from "../../ground/count.ts";
import { QUALIFIERS } from "../../ground/count.ts";
import { nameOfPlace, type Place } from "../../ground/place.ts";
import type { Refusal } from "../../ground/result.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { refusals as collectRefusals } from "../../collect/words.ts";
import { newDeviceId, today } from "../../platform/browser/device.ts";
import type { Entry } from "../../platform/browser/storage.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceGroup } from "../../ui/choice-group.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { SegmentedSwitch } from "../../ui/segmented-switch.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { logOccasion } from "../api.ts";
import { type NewOccasion, refusedLine } from "../occasion.ts";
import { readOutputs, writeOutputs } from "../output-text.ts";
import { qualifiers, refusals, words } from "../words.ts";
import { useKeeping } from "./act-phone.tsx";
import { type Listed, occasionIn } from "./waiting.ts";

export type FormProps = {
  readonly activity: Listed;
  readonly partnership: string;
  readonly lang: Lang;
  /** What came back with a no, to be put right. */
  readonly mending?: Entry | undefined;
  /** `saved`: the id of what is on the phone now. */
  readonly close: (saved?: string) => void;
};

/** A rule's no, said on the phone before anything is sent. */
export function sentenceOf({ why, detail }: Refusal, lang: Lang): string {
  const known: Readonly<Record<string, (typeof refusals)["already-struck"]>> = { ...collectRefusals, ...refusals };
  const said = known[why];
  return said === undefined ? say(words.notSaved, lang) : say(said, lang, detail ?? {});
}

/** So few places are shown as buttons, more in a list. */
const FEW_PLACES = 6;
const ELSEWHERE = "elsewhere";

/** What was done: everything that can be known is filled in. `beside`: something that was not promised, told and not counted. */
export function LogForm({ activity, partnership, lang, mending, close, beside }: FormProps & { beside: boolean }) {
  const before: Partial<NewOccasion> = mending === undefined ? {} : occasionIn(mending);
  const places = activity.target?.places ?? [];
  const placeBefore = before.place === undefined ? (places.length === 1 ? places[0]! : "") : nameOfPlace(before.place);
  const [on, setOn] = useState<Day | undefined>(before.on ?? today());
  const [value, setValue] = useState<number | undefined>(before.count?.value ?? 1);
  const [qualifier, setQualifier] = useState<Qualifier>(before.count?.qualifier ?? "exact");
  const [counted, setCounted] = useState(before.counted ?? "");
  const [place, setPlace] = useState(placeBefore);
  const [note, setNote] = useState(before.note ?? "");
  const [outputs, setOutputs] = useState(writeOutputs(before.outputs ?? []));
  const [refused, setRefused] = useState<string>();
  const { keepOnPhone, busy } = useKeeping(mending);
  const save = async () => {
    if (busy) return;
    const read = readOutputs(outputs);
    if ("unread" in read) return setRefused(say(words.ofWhichUnread, lang, read.unread));
    const id = mending?.id ?? newDeviceId();
    const occasion = {
      id,
      on: on ?? today(),
      count: { value: value ?? 0, qualifier },
      counted: beside ? counted.trim() : (activity.target?.unit ?? say(words.countedElse, "sv")),
      towardTarget: !beside,
      unitName: activity.unit,
      place: placeOf(place),
      note,
      outputs: [...read.outputs],
      source: "own-log" as const,
      confirmed: false,
    };
    const no = refusedLine(occasion, today());
    if (no !== undefined) return setRefused(sentenceOf(no, lang));
    const input = { partnership, activityId: activity.id, occasion };
    if (!(await keepOnPhone({ endpoint: logOccasion, id, input }))) return setRefused(say(words.phoneFull, lang));
    close(id);
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {beside && (
        <TextField
          label={say(words.besideWhat, lang)}
          guide={say(words.besideGuide, lang)}
          value={counted}
          onChange={setCounted}
          required
        />
      )}
      <DateField label={say(words.day, lang)} value={on ?? ""} onChange={setOn} max={today()} />
      <NumberStepper lang={lang} label={say(words.count, lang)} value={value} onChange={setValue} min={0} />
      <div className="row">
        <SegmentedSwitch
          label={say(words.howExact, lang)}
          value={qualifier}
          onChange={setQualifier}
          segments={QUALIFIERS.map((one) => ({ value: one, word: say(qualifiers[one], lang) }))}
        />
      </div>
      <PlaceChoice places={places} place={place} onChange={setPlace} lang={lang} />
      <details open={note !== "" || outputs !== "" ? true : undefined}>
        <summary>{say(words.more, lang)}</summary>
        <div className="stack">
          <TextArea
            label={say(words.ofWhich, lang)}
            guide={say(words.ofWhichGuide, lang)}
            value={outputs}
            onChange={setOutputs}
            rows={2}
            optional={say(words.optional, lang)}
          />
          <TextField
            label={say(words.note, lang)}
            guide={say(words.noteGuide, lang)}
            value={note}
            onChange={setNote}
            optional={say(words.optional, lang)}
          />
        </div>
      </details>
      {refused !== undefined && <Notice kind="error" heading={refused} live />}
      <div className="row">
        <Button type="submit" kind="main" busy={busy}>
          {say(words.save, lang)}
        </Button>
        <Button kind="bare" onPress={() => close()}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </form>
  );
}

function placeOf(text: string): Place {
  const name = text.trim();
  return name === "" ? { kind: "unknown" } : { kind: "area", name };
}

type Choosing = {
  readonly places: readonly string[];
  readonly place: string;
  readonly onChange: (place: string) => void;
  readonly lang: Lang;
};

/** One of those that were promised, in one tap; or another, typed. */
function PlaceChoice({ places, place, onChange, lang }: Choosing) {
  const [elsewhere, setElsewhere] = useState(place !== "" && !places.includes(place));
  const optional = say(words.optional, lang);
  if (places.length === 0)
    return <TextField label={say(words.place, lang)} value={place} onChange={onChange} optional={optional} />;
  const options = [
    ...places.map((name) => ({ value: name, word: name })),
    { value: ELSEWHERE, word: say(words.otherPlace, lang) },
  ];
  const choose = (chosen: string) => {
    setElsewhere(chosen === ELSEWHERE);
    onChange(chosen === ELSEWHERE ? "" : chosen);
  };
  const chosen = elsewhere ? ELSEWHERE : place;
  const label = say(words.whichPlace, lang);
  return (
    <>
      {places.length <= FEW_PLACES ? (
        <ChoiceGroup label={label} options={options} value={chosen} onChange={choose} columns={2} optional={optional} />
      ) : (
        <Select label={label} options={options} empty="" value={chosen} onChange={choose} optional={optional} />
      )}
      {elsewhere && <TextField label={say(words.wherePlace, lang)} value={place} onChange={onChange} />}
    </>
  );
}
