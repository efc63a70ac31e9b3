import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatClock } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { openWalkDesk } from "../api.ts";
import { words } from "./words.ts";

type Phones = OutputOf<typeof openWalkDesk>["phones"];

/** How many notes the phones have said that they still hold. */
export function waitingIn(phones: Phones): number {
  return phones.reduce((sum, { waiting }) => sum + waiting, 0);
}

/** «3 väntar i en telefon», or that all have come in; nothing is said before a phone has said something. */
export function InPhones({ phones, village, lang }: { phones: Phones; village: string; lang: Lang }) {
  const holding = phones.filter(({ waiting }) => waiting > 0);
  const [latest] = holding;
  if (phones.length === 0) return null;
  if (latest === undefined) return <p role="status">{say(words.allIn, lang, { village })}</p>;
  return (
    <Notice
      kind="advice"
      level={3}
      heading={say(words.inPhone, lang, {
        count: waitingIn(phones),
        phones: holding.length,
        clock: formatClock(latest.toldAt as Instant, lang),
      })}
    />
  );
}
