import { useEffect } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Instant } from "../../../ground/time.ts";
import { useAnswer, type Answered } from "../../../platform/browser/ask.ts";
import type { ScreenProps } from "../../../ui/screen.ts";
import { RAISERS } from "../../problem.ts";
import { LEADERS } from "../../rights.ts";
import { openMeeting } from "../api.ts";
import { closedBy } from "../meeting.ts";

export type ReadMeeting = OutputOf<typeof openMeeting>;
export type ReadItem = ReadMeeting["items"][number];
export type ReadDecision = ReadItem["decisions"][number];
export type MeetingProps = Omit<ScreenProps, "item"> & { readonly meeting: ReadMeeting };

/** Plans meetings, says that one was held, approves. */
export function leads({ person }: Pick<ScreenProps, "person">): boolean {
  return person.grants.some(({ role }) => LEADERS.includes(role));
}

/** Notes at a meeting that was not called off, and whose minutes are not approved. */
export function writes({ person, meeting }: Pick<MeetingProps, "person" | "meeting">): boolean {
  return closedBy(meeting) === undefined && person.grants.some(({ role }) => RAISERS.includes(role));
}

/** A party's name, by its id. */
export function nameIn({ parties }: ReadMeeting): (id: string) => string {
  return (id) => parties.find(({ organisationId }) => organisationId === id)?.name ?? "";
}

/** What is taken up, in order. */
export function takenUp({ items }: ReadMeeting): readonly ReadItem[] {
  return items.filter(({ leftOut }) => !leftOut);
}

/** The picture on the wall, asked for an item. */
export function wallAddress(
  { partnership, meeting }: Pick<MeetingProps, "partnership" | "meeting">,
  itemId: string,
  question: string,
): string {
  return `/lagesbild/${partnership}/motesbild-${meeting.on}?${[`punkt=${itemId}`, question].filter(Boolean).join("&")}`;
}

const EVERY_MS = 5000;

/** A meeting that several look at and write in: asked again all the time, and what was last heard stays while the network is away. `from` is since when, then. */
export function useMeeting(
  partnership: string,
  on: ReadMeeting["on"],
): {
  readonly asked: Answered<ReadMeeting>;
  readonly meeting: ReadMeeting | undefined;
  readonly from: Instant | undefined;
} {
  const asked = useAnswer(openMeeting, { partnership, on });
  const { again } = asked;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) again();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [again]);
  return { asked, meeting: asked.value, from: asked.state === "offline" ? asked.value?.readAt : undefined };
}
