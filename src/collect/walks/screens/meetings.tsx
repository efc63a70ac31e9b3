import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { fromSwedishClock, readDay, swedishClock, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { arrangeWalk, type openWalkDesk, walkCalendar } from "../api.ts";
import { WALKERS_ADVISED } from "../checklist.ts";
import { words } from "./words.ts";
import { PersonLine } from "../../privacy/screens/person-text.tsx";

type Arranged = OutputOf<typeof openWalkDesk>["arranged"];
type Props = {
  readonly arranged: Arranged;
  readonly partnership: string;
  readonly slug: string;
  readonly leads: boolean;
  readonly lang: Lang;
};

/** The meetings before and after, how many have said that they will come, and all three as a file for any calendar. */
export function Meetings({ arranged, partnership, slug, leads, lang }: Props) {
  const arrange = useCommand(arrangeWalk);
  const [before, setBefore] = useState(written(arranged.premeetingAt));
  const [after, setAfter] = useState(written(arranged.aftermeetingAt));
  const [place, setPlace] = useState(arranged.meetingPlace);
  const [registered, setRegistered] = useState<number | undefined>(arranged.registered);
  const [told, setTold] = useState<{ done?: true; refusal?: string; field?: string }>({});
  const send = async () => {
    const [premeetingAt, aftermeetingAt] = [read(before), read(after)];
    const result = await arrange.run({
      partnership,
      slug,
      meetingPlace: place,
      registered: registered ?? 0,
      ...(premeetingAt === undefined ? {} : { premeetingAt }),
      ...(aftermeetingAt === undefined ? {} : { aftermeetingAt }),
    });
    if (result.ok) return setTold({ done: true });
    const { sentence, field } = result.refusal;
    setTold({ refusal: sentence, ...(field === undefined ? {} : { field }) });
  };
  const errorAt = (field: string) => (told.field === field ? told.refusal : undefined);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.meetings, lang)}>
        <a href={addressOf(walkCalendar, { partnership, slug }, true)} download>
          {say(words.calendarFile, lang)}
        </a>
      </SectionHeading>
      <p>{say(words.registeredOf, lang, { count: arranged.registered, most: WALKERS_ADVISED })}</p>
      {leads && (
        <form
          className="stack measure"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextField
            label={say(words.premeetingAt, lang)}
            type="datetime-local"
            value={before}
            onChange={setBefore}
            error={errorAt("premeetingAt")}
            short
          />
          <TextField
            label={say(words.aftermeetingAt, lang)}
            guide={say(words.aftermeetingGuide, lang)}
            type="datetime-local"
            value={after}
            onChange={setAfter}
            error={errorAt("aftermeetingAt")}
            short
          />
          <PersonLine
            about="place"
            lang={lang}
            label={say(words.meetingPlace, lang)}
            value={place}
            onChange={setPlace}
            error={errorAt("meetingPlace")}
          />
          <NumberStepper
            lang={lang}
            label={say(words.registered, lang)}
            guide={say(words.registeredGuide, lang, { most: WALKERS_ADVISED })}
            value={registered}
            onChange={setRegistered}
            max={500}
          />
          <Button type="submit" busy={arrange.busy}>
            {say(words.saveMeetings, lang)}
          </Button>
          {told.refusal !== undefined && told.field === undefined && (
            <Notice kind="error" heading={told.refusal} live />
          )}
          {told.done === true && <Notice kind="done" heading={say(words.meetingsSaved, lang)} live />}
        </form>
      )}
    </section>
  );
}

/** As the field for a day and a time holds it, in Swedish time. */
function written(at: string | undefined): string {
  if (at === undefined) return "";
  const { day, hour, minute } = swedishClock(at as Instant);
  return `${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function read(text: string): Instant | undefined {
  const [date = "", clock = ""] = text.split("T");
  const day = readDay(date);
  const match = /^(\d{2}):(\d{2})/.exec(clock);
  return day === undefined || match === null ? undefined : fromSwedishClock(day, Number(match[1]), Number(match[2]));
}
