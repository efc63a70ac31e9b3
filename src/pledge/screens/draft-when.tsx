import { useState } from "react";
import { nameOfPlace } from "../../ground/place.ts";
import type { Day } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { DateField } from "../../ui/date-field.tsx";
import { formatDay } from "../../ui/format.ts";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { spanOf, type Activity, type Content } from "../document.ts";
import { draft } from "../draft-words.ts";
import { placesNamed } from "../named-places.ts";
import { deadlineAtEnd, inWords, termEndsIn } from "../terms.ts";
import { words } from "../words.ts";
import { ReadAs } from "./draft-around.tsx";
import { useFaults } from "./draft-faults.ts";
import { type DraftField, fieldId } from "./draft-fields.ts";
import { Line } from "./draft-line.tsx";
import { put } from "./put.ts";

type Props = {
  activity: Activity;
  content: Content;
  lang: ScreenProps["lang"];
  onChange: (activity: Activity) => void;
};

/** How often and where more closely than a number, a period and a name: another pace, for each of what, at what time, at the one place. */
export function PaceAndPlace({ activity, lang, onChange }: Omit<Props, "content">) {
  const [known] = useState(activity.place);
  const fault = useFaults();
  const { target = {}, place } = activity;
  const id = (field: DraftField) => fieldId(activity.number, field);
  const setTarget = (changed: NonNullable<Activity["target"]>) => onChange(withTarget(activity, changed));
  const { perEntity } = target;
  return (
    <details>
      <summary>{say(draft.paceAndPlace, lang)}</summary>
      <div className="stack-tight">
        <div className="split-even">
          <Line
            id={id("time")}
            label={say(draft.time, lang)}
            guide={say(draft.timeGuide, lang)}
            value={target.time}
            onChange={(text) => setTarget(put(target, "time", text))}
          />
          <Line
            id={id("perText")}
            label={say(draft.perText, lang)}
            guide={say(draft.perTextGuide, lang)}
            value={target.perText}
            // A number is promised for one pace: either of the calendar's, or in words.
            onChange={(text) => setTarget(put(text === "" ? target : put(target, "per", undefined), "perText", text))}
          />
        </div>
        <div className="split-even">
          <Line
            id={id("forEach")}
            label={say(draft.forEach, lang)}
            guide={say(draft.forEachGuide, lang)}
            value={perEntity?.name}
            onChange={(name) => setTarget(put(target, "perEntity", name === "" ? undefined : { ...perEntity, name }))}
          />
          {perEntity !== undefined && (
            <NumberStepper
              lang={lang}
              id={id("forEachCount")}
              label={say(draft.forEachCount, lang)}
              error={fault(id("forEachCount"))}
              value={perEntity.count}
              min={1}
              onChange={(count) => setTarget({ ...target, perEntity: put(perEntity, "count", count) })}
            />
          )}
        </div>
        <Line
          id={id("place")}
          label={say(draft.place, lang)}
          value={place === undefined ? "" : nameOfPlace(place)}
          onChange={(name) =>
            onChange(
              put(activity, "place", name.trim() === "" ? undefined : placesNamed([name], known ? [known] : [])[0]),
            )
          }
        />
        {place !== undefined && <ReadAs places={[place]} lang={lang} />}
        <Line
          id={id("placesBy")}
          label={say(words.placesBy, lang)}
          value={target.placesBy}
          onChange={(text) => setTarget(put(target, "placesBy", text))}
        />
      </div>
    </details>
  );
}

/** The last day: from the calendar, or as the end of a term or a season, or in the parties' own words with the day beside. */
export function Deadline({ activity, content, lang, onChange }: Props) {
  const { deadline } = activity;
  const id = (field: DraftField) => fieldId(activity.number, field);
  const { from, to } = spanOf(content);
  const ends = from === undefined || to === undefined ? [] : termEndsIn(from, to);
  const said = deadline !== undefined && inWords(deadline) ? deadline.said : "";
  const setDay = (day: Day | undefined) => {
    const words = said === "" ? day : said;
    onChange(put(activity, "deadline", words && { said: words, ...(day === undefined ? {} : { on: day }) }));
  };
  const setSaid = (text: string) => {
    const on = deadline?.on;
    const words = text === "" ? on : text;
    onChange(put(activity, "deadline", words && { said: words, ...(on === undefined ? {} : { on }) }));
  };
  const chosen = ends.find((end) => said === deadlineAtEnd(end).said && end.day === deadline?.on);
  return (
    <div className="split-even">
      <DateField id={id("deadline")} label={say(words.deadline, lang)} value={deadline?.on ?? ""} onChange={setDay} />
      {ends.length > 0 && (
        <Select
          label={say(draft.termEnd, lang)}
          empty={say(draft.chooseTerm, lang)}
          value={chosen === undefined ? "" : ends.indexOf(chosen).toString()}
          options={ends.map((end, place) => ({
            value: String(place),
            word: `${say(end, lang)} (${formatDay(end.day, lang)})`,
          }))}
          onChange={(place) => {
            const end = place === "" ? undefined : ends[Number(place)];
            onChange(put(activity, "deadline", end && deadlineAtEnd(end)));
          }}
        />
      )}
      <Line
        id={id("deadlineSaid")}
        label={say(draft.deadlineSaid, lang)}
        guide={say(draft.deadlineSaidGuide, lang)}
        value={said}
        onChange={setSaid}
      />
    </div>
  );
}

/** With what is counted set, or without it where nothing is left of it. */
export function withTarget(activity: Activity, target: NonNullable<Activity["target"]>): Activity {
  return put(activity, "target", Object.keys(target).length === 0 ? undefined : target);
}
