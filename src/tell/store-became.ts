// What later stages have made of a theme, read from what they have done: weighed as a problem, chosen or not, promised, acted on. For a resident's receipt,
// so only what a stranger may know: shared evidence, public reasons, published promises, occasions that stand.
import type { BecameStep } from "../collect/campaigns/coding.ts";
import { fewPeopleIn } from "../collect/few-people.ts";
import { type Day, dayOf, type Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { asHeld } from "../pledge/amendments/amendment.ts";
import type { Content, Pledge } from "../pledge/document.ts";
import { countedThemes, declinedThemes, leftOpenIn, weighedThemes } from "../prioritise/rounds/store.ts";
import type { TellDatabase } from "./tables.ts";

type Tx = Within<TellDatabase>;

/** A reason often begins with what the receipt says before it. */
const SAID_ALREADY = /^Inte med i löftet[.] (?:Skälet: ?)?/;

/** «Bara två elever har sagt det»: a reason that was written for each other, and is not told. */
const countsFew = (reason: string) => fewPeopleIn(reason) !== undefined;

/** The steps of each of these themes. Needs the system role. */
export async function readBecame(
  tx: Tx,
  themeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly BecameStep[]>> {
  const became = new Map<string, BecameStep[]>();
  const weighed = await weighedThemes(tx, themeIds);
  const promises = await promisesOf(tx, [...new Set(weighed.map(({ problemId }) => problemId))]);
  for (const { themeId, problemId, citedAt, state, chosenAt, closedAt, reason } of weighed) {
    const steps = became.get(themeId) ?? [];
    steps.push({ kind: "weighed", on: dayOf(citedAt), text: "" });
    if (state === "chosen" && chosenAt !== null) steps.push({ kind: "chosen", on: dayOf(chosenAt), text: "" });
    if (state === "declined" && closedAt !== null)
      steps.push({ kind: "not-chosen", on: dayOf(closedAt), text: (reason ?? "").replace(SAID_ALREADY, "") });
    for (const promise of promises) if (promise.problemId === problemId) steps.push(...promise.steps);
    became.set(themeId, earliest(steps));
  }
  const add = (themeId: string, step: BecameStep) =>
    became.set(themeId, earliest([...(became.get(themeId) ?? []), step]));
  for (const { themeId, reason, closedAt } of await declinedIn(tx, themeIds))
    add(themeId, { kind: "not-chosen", on: dayOf(closedAt), text: reason });
  const left = await leftOpenIn(
    tx,
    themeIds,
    weighed.map(({ problemId }) => problemId),
  );
  for (const { themeId, problemId, reason, closedAt } of left) {
    const its = weighed.filter((one) => one.problemId === problemId).map((one) => one.themeId);
    for (const id of new Set(themeId === null ? its : [themeId]))
      add(id, { kind: "left-open", on: dayOf(closedAt), text: countsFew(reason) ? "" : reason });
  }
  for (const { themeId, closedAt } of await countedThemes(tx, themeIds))
    add(themeId, { kind: "too-few", on: dayOf(closedAt), text: "" });
  return became;
}

/** What a round left open or only counted, another may leave and count again. */
function isSame({ kind, text, on }: BecameStep, step: BecameStep): boolean {
  if (kind !== step.kind || kind === "weighed") return kind === step.kind;
  return text === step.text && ((kind !== "left-open" && kind !== "too-few") || on === step.on);
}

/** Each thing once, on the day it was first so. */
function earliest(steps: readonly BecameStep[]): BecameStep[] {
  const kept: BecameStep[] = [];
  for (const step of steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
    if (!kept.some((one) => isSame(one, step))) kept.push(step);
  return kept;
}

/** What a closed round has said no to, of these themes. */
async function declinedIn(tx: Tx, themeIds: readonly string[]) {
  if (themeIds.length === 0) return [];
  const homes = await tx.selectFrom("theme").select("partnership_id").distinct().where("id", "in", themeIds).execute();
  const declined = [];
  for (const { partnership_id } of homes) declined.push(...(await declinedThemes(tx, partnership_id)));
  return declined.filter(({ themeId }) => themeIds.includes(themeId));
}

type Promised = { readonly problemId: string; readonly steps: readonly BecameStep[] };

/** What was promised for these problems in a document that is published, when it was first acted on, and which promises have gone on with it since. */
async function promisesOf(tx: Tx, problemIds: readonly string[]): Promise<readonly Promised[]> {
  if (problemIds.length === 0) return [];
  const documents = await tx
    .selectFrom("pledge_document")
    .innerJoin("partnership", "partnership.id", "partnership_id")
    .select([
      "pledge_document.id",
      "pledge_document.slug",
      "content",
      "published_at",
      "state",
      "partnership.slug as home",
    ])
    .where("published_at", "is not", null)
    .where("partnership_id", "in", (problem) =>
      problem.selectFrom("problem").select("partnership_id").where("id", "in", problemIds),
    )
    .orderBy("valid_from")
    .execute();
  const promised: Promised[] = [];
  const held = asHeld(documents);
  for (const { content, published_at, slug, home, state } of held)
    for (const pledge of content.pledges) {
      const meant = pledge.problemIds.filter((id) => problemIds.includes(id));
      if (meant.length === 0) continue;
      const at = (document: string, order: number) => `/${home}/medborgarlofte/${document}#lofte-${order}`;
      const steps: BecameStep[] = [
        {
          kind: "promised",
          on: dayOf(published_at as Instant),
          text: `${pledge.order}: ${pledge.theme}`,
          href: at(slug, pledge.order),
        },
      ];
      for (const { id, text } of pledge.activities) {
        const first = await firstOccasion(tx, id);
        if (first !== undefined) steps.push({ kind: "acting", on: first, text });
      }
      // One step for each promise since, so that a receipt jumps to the last as easily as to the next.
      for (const next of state === "closed" ? succeeding(pledge.id, held) : [])
        steps.push({
          kind: "succeeded",
          on: dayOf(next.published_at as Instant),
          text: `${next.pledge.order}: ${next.pledge.theme}, ${next.slug.replace("-", "–")}`,
          href: at(next.slug, next.pledge.order),
        });
      promised.push(...meant.map((problemId) => ({ problemId, steps })));
    }
  return promised;
}

type Published = {
  readonly slug: string;
  readonly content: Content;
  readonly published_at: Instant | null;
};

/** The promises that go on from this one, each after the other; in the order of time, so that it ends. */
function succeeding(id: string, documents: readonly Published[]) {
  const after: (Published & { readonly pledge: Pledge })[] = [];
  let continued = id;
  for (const document of documents) {
    const pledge = document.content.pledges.find(({ continues }) => continues === continued);
    if (pledge === undefined) continue;
    after.push({ ...document, pledge });
    continued = pledge.id;
  }
  return after;
}

async function firstOccasion(tx: Tx, activityId: string): Promise<Day | undefined> {
  const row = await tx
    .selectFrom("occasion")
    .select("on_day")
    .where("activity_id", "=", activityId)
    .where("state", "=", "stands")
    .orderBy("on_day")
    .executeTakeFirst();
  return row?.on_day;
}
