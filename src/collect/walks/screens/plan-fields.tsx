import type { ReactNode } from "react";
import { fromSwedishClock, swedishClock, type Day, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatList } from "../../../ui/format.ts";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { PersonLine, PersonText } from "../../privacy/screens/person-text.tsx";
import { words } from "../../screens/words.ts";
import { WALK_THEMES, type WalkTheme } from "../../walk.ts";
import { categories, walkThemes } from "../../words.ts";
import { askLight } from "../api.ts";
import { CHECKLISTS, WALKERS_ADVISED } from "../checklist.ts";
import { tellLight } from "./paper.ts";
import { words as deskWords } from "./words.ts";

/** What is said of a walk before it is held, as it is being written. */
export type PlanDraft = {
  readonly title: string;
  readonly village: string;
  readonly meetingPoint: string;
  readonly day: Day | undefined;
  readonly from: string;
  readonly to: string;
  readonly functions: string;
  readonly theme: WalkTheme;
  readonly isOpen: boolean;
};
export const EMPTY_PLAN: PlanDraft = {
  title: "",
  village: "",
  meetingPoint: "",
  day: undefined,
  from: "18:00",
  to: "20:30",
  functions: "",
  theme: "general",
  isOpen: false,
};

type Said = Pick<PlanDraft, "title" | "village" | "meetingPoint" | "theme" | "isOpen"> & {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly functions: readonly string[];
};
/** Out of a walk: all but the day, which the next one has for itself. */
export function draftOfPlan({ startsAt, endsAt, functions, ...walk }: Said): PlanDraft {
  const { title, village, meetingPoint, theme, isOpen } = walk;
  const clocks = { from: clockOf(startsAt), to: clockOf(endsAt) };
  return { title, village, meetingPoint, theme, isOpen, ...clocks, day: undefined, functions: functions.join("\n") };
}

/** As it is sent; undefined while day or time is missing. */
export function planSaid({ day, from, to, functions, ...said }: PlanDraft) {
  const [startsAt, endsAt] = [clockOn(day, from), clockOn(day, to)];
  if (startsAt === undefined || endsAt === undefined) return undefined;
  const lines = functions.split("\n").map((line) => line.trim());
  return { ...said, startsAt, endsAt, functions: lines.filter(Boolean) };
}

function clockOn(day: Day | undefined, time: string): Instant | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  return day === undefined || match === null ? undefined : fromSwedishClock(day, Number(match[1]), Number(match[2]));
}

function clockOf(at: string): string {
  const { hour, minute } = swedishClock(at as Instant);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

type Props = {
  readonly value: PlanDraft;
  readonly onChange: (draft: PlanDraft) => void;
  readonly partnership: string;
  readonly lang: Lang;
  /** The route, where it is written in the same form. */
  readonly children?: ReactNode;
};

/** When, where, what it is about, who walks along and whether it is open; the light is told as soon as there is a day. */
export function PlanFields({ value, onChange, partnership, lang, children }: Props) {
  const set =
    <Field extends keyof PlanDraft>(field: Field) =>
    (said: PlanDraft[Field]) =>
      onChange({ ...value, [field]: said });
  const startsAt = clockOn(value.day, value.from);
  const light = useAnswer(askLight, { partnership, at: startsAt ?? "" }, { enabled: startsAt !== undefined });
  return (
    <>
      <PersonLine
        about="public"
        lang={lang}
        label={say(words.title, lang)}
        guide={say(words.titleGuide, lang)}
        value={value.title}
        onChange={set("title")}
        required
      />
      <PersonLine
        about="place"
        lang={lang}
        label={say(words.village, lang)}
        value={value.village}
        onChange={set("village")}
        required
      />
      <DateField label={say(words.day, lang)} value={value.day ?? ""} onChange={set("day")} required />
      <div className="row">
        <TextField label={say(words.from, lang)} type="time" value={value.from} onChange={set("from")} short />
        <TextField label={say(words.to, lang)} type="time" value={value.to} onChange={set("to")} short />
      </div>
      {startsAt !== undefined && light.state === "answered" && (
        <p role="status">
          <b>{tellLight(light.value, light.value.sunset as Instant | undefined, lang)}</b>
        </p>
      )}
      <p className="quiet">{say(words.walkersAdvice, lang, { most: WALKERS_ADVISED })}</p>
      <PersonLine
        about="place"
        lang={lang}
        label={say(words.meetingPoint, lang)}
        value={value.meetingPoint}
        onChange={set("meetingPoint")}
        required
      />
      <Select
        label={say(words.theme, lang)}
        value={value.theme}
        onChange={(theme) => set("theme")(theme as WalkTheme)}
        options={WALK_THEMES.map((theme) => ({ value: theme, word: say(walkThemes[theme], lang) }))}
        guide={say(words.lookFor, lang, {
          list: formatList(
            CHECKLISTS[value.theme].map((category) => say(categories[category], lang)),
            lang,
          ),
        })}
      />
      {children}
      <PersonText
        about="public"
        lang={lang}
        label={say(words.functionsField, lang)}
        guide={say(words.functionsGuide, lang)}
        value={value.functions}
        onChange={set("functions")}
        optional={say(words.optional, lang)}
      />
      <Checkbox
        label={say(deskWords.openToAll, lang)}
        guide={say(deskWords.openToAllGuide, lang)}
        checked={value.isOpen}
        onChange={set("isOpen")}
      />
    </>
  );
}
