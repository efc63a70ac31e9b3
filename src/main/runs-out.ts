// The clock over every promise in force: says once at each threshold that it runs out, and ends it when its last day has passed. Run every hour, so that a server
// that was down at midnight says it when it is up again.
import { isFollowedUp } from "../follow/store.ts";
import type { FollowDatabase } from "../follow/tables.ts";
import { dayOf } from "../ground/time.ts";
import type { House } from "../platform/server/house.ts";
import { noteEvent } from "../platform/server/runner.ts";
import { dueToday, ended } from "../pledge/renewal/expiry.ts";
import { addWarning, nextBy, standing, warningsOf } from "../pledge/renewal/store.ts";
import { documentForDecision, saveState } from "../pledge/store.ts";

/** One transaction a promise: what is wrong with one of them keeps no other from being told. */
export async function runOutEverywhere(house: House): Promise<void> {
  const all = await house.database.transaction<FollowDatabase, Awaited<ReturnType<typeof standing>>>(
    { as: "system" },
    standing,
  );
  for (const one of all) await lookAt(house, one);
  house.wake();
}

type Standing = Awaited<ReturnType<typeof standing>>[number];

async function lookAt(house: House, { partnershipId, slug, to }: Standing): Promise<void> {
  const at = house.now();
  await house.database.transaction<FollowDatabase, void>({ as: "system" }, async (tx) => {
    const document = await documentForDecision(tx, partnershipId, slug);
    if (document?.state !== "published") return;
    const warned = (await warningsOf(tx, partnershipId)).filter(({ documentId }) => documentId === document.id);
    const next = (await nextBy(tx, partnershipId)).get(document.id) ?? "none";
    const followedUp = (document.content.toldResults ?? []).length > 0 || (await isFollowedUp(tx, document.id));
    const due = dueToday({ to, warned: warned.map(({ days }) => days), next, followedUp }, dayOf(at));
    if (due === undefined) return;
    const of = { partnershipId, documentId: document.id };
    if (!(await addWarning(tx, of, due.event === "pledge.expiring" ? due.days : 0, at))) return;
    if (due.event === "pledge.closed") await saveState(tx, partnershipId, ended(document, due.closing, at), at);
    const { event: name, ...body } = due;
    const who = { tx, person: undefined, at, newId: house.newId };
    await noteEvent(house, who, { name, partnershipId, subjectId: document.id, body });
  });
}
