import { say, type Lang } from "../../../ground/words.ts";
import { Notice } from "../../../ui/notice.tsx";
import { fieldWords } from "../../screens/field-words.ts";
import { tellDay } from "../../screens/told.ts";
import type { Walk } from "../../screens/walk-row.ts";

/** Told on a phone that took the walk along, as soon as it has heard of it. */
export function CalledOff({ walk: { title, startsAt, reason }, lang }: { walk: Walk; lang: Lang }) {
  return (
    <Notice kind="advice" heading={say(fieldWords.calledOff, lang, { title, day: tellDay(startsAt, lang) })} live>
      <p>{reason}</p>
      <p>{say(fieldWords.calledOffKept, lang)}</p>
    </Notice>
  );
}
