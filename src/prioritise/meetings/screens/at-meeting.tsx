import type { ReactNode } from "react";
import { type Day, readDay } from "../../../ground/time.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { NotThere } from "../../../ui/not-there.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { openMeeting } from "../api.ts";
import type { ReadMeeting } from "./read-meeting.ts";

/** What is said where no meeting is: of an address that is no day, and of a day without one. */
export function NoMeeting({ partnership, lang }: Pick<ScreenProps, "partnership" | "lang">) {
  return <NotThere stage="picture" href={`/lagesbild/${partnership}/arbetsmoten`} lang={lang} />;
}

/** The day of an address such as «arbetsmote-2026-11-30». */
export function dayAfter(before: string, item: string | undefined): Day | undefined {
  return item?.startsWith(before) === true ? readDay(item.slice(before.length)) : undefined;
}

type Props = ScreenProps & { readonly before: string; readonly children: (meeting: ReadMeeting) => ReactNode };

/** A screen of the meeting that the address names. */
export function AtMeeting(props: Props) {
  const on = dayAfter(props.before, props.item);
  return on === undefined ? <NoMeeting {...props} /> : <Opened {...props} on={on} />;
}

function Opened(props: Props & { on: Day }) {
  const { partnership, lang, on, children } = props;
  const asked = useAnswer(openMeeting, { partnership, on });
  if (asked.state === "refused" && asked.refusal.status === 404) return <NoMeeting {...props} />;
  return (
    <Asked answer={asked} lang={lang} page>
      {children}
    </Asked>
  );
}
