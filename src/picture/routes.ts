import type { OutputOf } from "../ground/endpoint.ts";
import { no, yes } from "../ground/result.ts";
import type { Asking } from "../platform/server/house.ts";
import { question, type Route } from "../platform/server/routes.ts";
import * as api from "./api.ts";
import { changeBetween, countsOf, type Entry, monthsBefore, monthsBetween, select, within } from "./counts.ts";
import { type Question, readQuestion } from "./question.ts";
import * as store from "./store.ts";
import type { PictureDatabase } from "./tables.ts";

type Ask = Asking<PictureDatabase>;

const askPicture = question(api.askPicture, async ({ partnership: _slug, ...asked }, { tx, partnership }: Ask) => {
  if (partnership === undefined) return no("not-found");
  const ground = await store.groundOf(tx, partnership.id);
  if (ground === undefined) return no("not-found");
  const { question: wanted, unread } = readQuestion(asked);
  const villages = await store.villagesOf(tx, partnership.id);
  const all = await store.entriesOf(tx, partnership.id, villages);
  const selected = select(all, wanted);
  const ids = selected.map(({ id }) => id);
  return yes({
    unread,
    months: monthsBetween(all.flatMap(({ month }) => month ?? [])).toReversed(),
    counts: countsOf(selected, villages),
    change: changeOf(all, wanted),
    list: await store.tellEntries(tx, partnership.id, ids, villages),
    measurements: (await store.measurementsOf(tx, partnership.id, villages)).filter((one) => isAsked(one, wanted)),
    villages,
    sources: await store.sourcesOf(tx, partnership.id),
    ground: { code: ground.code, name: ground.name, outline: ground.outline, centre: [ground.lon, ground.lat] },
    // Schemas hold lists that may be changed; nobody changes these.
  } as unknown as OutputOf<typeof api.askPicture>);
});

/** Recorded happenings against the equally long time just before. Never of what is felt: walks and dialogues come in heaps. */
function changeOf(all: readonly Entry[], wanted: Question) {
  const former = monthsBefore(wanted);
  if (former === undefined) return null;
  const recorded = (months: Pick<Question, "from" | "to">) =>
    countsOf(select(all, { ...wanted, ...months, knowledge: ["recorded"] }), []).total;
  return changeBetween(recorded(former), recorded(wanted));
}

type Measured = Awaited<ReturnType<typeof store.measurementsOf>>[number];

function isAsked({ month, area, sourceSlug }: Measured, wanted: Question): boolean {
  return (
    within(month, wanted) &&
    (wanted.area === undefined || wanted.area === area) &&
    (wanted.sources.length === 0 || wanted.sources.includes(sourceSlug)) &&
    (wanted.knowledge.length === 0 || wanted.knowledge.includes("measured")) &&
    // A measurement is no observation of a category or a kind: it is there when none is asked for.
    wanted.categories.length === 0 &&
    wanted.kinds.length === 0
  );
}

const openEntry = question(api.openEntry, async ({ entry }, { tx, partnership }: Ask) => {
  if (partnership === undefined) return no("not-found");
  const villages = await store.villagesOf(tx, partnership.id);
  const [found] = await store.tellEntries(tx, partnership.id, [entry], villages);
  return found === undefined ? no("not-found") : yes(found as unknown as OutputOf<typeof api.openEntry>);
});

export const pictureRoutes: readonly Route[] = [askPicture, openEntry];
