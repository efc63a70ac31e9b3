// A promise said again in plain and in easy Swedish. What holds is the words of the promise; these stand beside them and are signed with them, and each says
// by a checksum which words it was written from, so that it is seen when somebody has to read it again (docs/decisions/0024).
import { sha256 } from "@noble/hashes/sha2.js";
import { hexOf } from "../ground/bytes.ts";
import { canonicalText } from "../ground/canonical.ts";
import type { Activity, Content, Pledge, SaidAgain } from "./document.ts";

/** Plain Swedish (klarspråk) and easy Swedish (lättläst). */
export const AGAIN = ["plain", "easyRead"] as const;
export type Again = (typeof AGAIN)[number];

/** More words than this in one sentence are too many for whom the text is: half of what the promise itself may have. */
export const LONGEST_AGAIN: Readonly<Record<Again, number>> = { plain: 20, easyRead: 15 };

const wordsOfActivity = ({ text, target, place, deadline, season, condition }: Activity) => ({
  text,
  target: target ?? null,
  place: place ?? null,
  deadline: deadline ?? null,
  season: season ?? null,
  condition: condition ?? null,
});
const wordsOfPledge = ({ text, targetGroup, subPledges, activities }: Pledge) => ({
  text,
  targetGroup: targetGroup ?? null,
  subPledges: subPledges ?? [],
  activities: activities.map(wordsOfActivity),
});

/** The checksum of what a löfte promises, or of what the whole document does: the words, how much, where and when. Numbers, units and reasons are not in it. */
export function promisedHash(part: Pledge | Content): string {
  const promised =
    "pledges" in part
      ? { title: part.title, period: part.period, pledges: part.pledges.map(wordsOfPledge) }
      : wordsOfPledge(part);
  return hexOf(sha256(new TextEncoder().encode(canonicalText(promised))));
}

/** The same text for a part as it reads now; undefined where nothing is left of it. */
export function writtenFor(part: Pledge | Content, text: string): SaidAgain | undefined {
  return text.trim() === "" ? undefined : { text, of: promisedHash(part) };
}

/** What is promised has been changed since this was written. */
export function isOlder(part: Pledge | Content, again: SaidAgain): boolean {
  return again.of !== promisedHash(part);
}
