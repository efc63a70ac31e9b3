// What those who hold a receipt have said of «Klart», as counts and days with what was answered; their words stay with those who asked. A dispute makes no page
// anew by itself: it is read from the next morning, or with whatever is told next, so that its hour tells nothing of who it was.
import { isOpen } from "../collect/campaigns/dispute.ts";
import { disputesOfThemes } from "../collect/campaigns/store-disputes.ts";
import type { Within } from "../partnership/tables.ts";
import type { ToldDispute } from "./site.ts";
import type { TellDatabase } from "./tables.ts";

/** Theme by theme, by its name: what is disputed, since when, and the last answer. */
export async function readDisputes(tx: Within<TellDatabase>, partnershipId: string) {
  const themes = await tx
    .selectFrom("theme")
    .select(["id", "name"])
    .where("partnership_id", "=", partnershipId)
    .execute();
  const all = await disputesOfThemes(
    tx,
    themes.map(({ id }) => id),
  );
  return (theme: string): ToldDispute<number> | null => {
    const ids = themes.filter(({ name }) => name === theme).map(({ id }) => id);
    const own = all.filter(({ themeId }) => ids.includes(themeId));
    const [first] = own;
    if (first === undefined) return null;
    const answers = own.flatMap(({ replied }) => replied ?? []).toSorted((a, b) => (a.on < b.on ? -1 : 1));
    return { voices: own.length, since: first.disputedOn, open: own.some(isOpen), answer: answers.at(-1) ?? null };
  };
}
