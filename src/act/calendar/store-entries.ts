// Everything that stands ahead, as whoever asks may read it: the page, the calendars that others' programs fetch, and the dossier of a hand-over are made of it.
import { walksOf } from "../../collect/store.ts";
import { meetingsOf } from "../../collect/walks/meetings.ts";
import { arrangementOf } from "../../collect/walks/store.ts";
import { addDays, type Day, dayOf, type Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { asHeld } from "../../pledge/amendments/amendment.ts";
import { spanOf } from "../../pledge/document.ts";
import { documentsOf, promisedActivities } from "../../pledge/store.ts";
import { meetingsOf as workMeetingsOf } from "../../prioritise/meetings/store.ts";
import { plannedOf } from "../due.ts";
import * as items from "../items/item.ts";
import { itemsOf } from "../items/store.ts";
import { promisedOf } from "../month.ts";
import { deviationsOf, occasionsOf } from "../store.ts";
import type { ActDatabase } from "../tables.ts";
import { duesOf } from "./dues.ts";
import { dayEntry, type Entry } from "./entry.ts";
import * as store from "./store.ts";
import * as wheel from "./wheel.ts";

type Tx = Within<ActDatabase>;
type Where = { readonly id: string; readonly slug: string };

/** Walks that have been leave the calendar after so many days. */
const DAYS_BACK = 60;

/** Everything that stands ahead, as the asker may read it. */
export async function entriesOf(tx: Tx, where: Where, at: Instant): Promise<readonly Entry[]> {
  return [
    ...(await dues(tx, where, at)),
    ...(await walks(tx, where, at)),
    ...(await meetings(tx, where)),
    ...(await actionItems(tx, where)),
    ...(await documents(tx, where)),
    ...(await yearTasks(tx, where, at)),
  ];
}

async function dues(tx: Tx, { id, slug }: Where, at: Instant): Promise<readonly Entry[]> {
  const today = dayOf(at);
  const log = { occasions: await occasionsOf(tx, id), deviations: await deviationsOf(tx, id) };
  const standing = { ...log, deviations: log.deviations.filter(({ struck }) => struck === undefined) };
  return (await promisedActivities(tx, id, today)).flatMap((row) => {
    const promised = promisedOf(row);
    const of = {
      what: `${row.number} ${row.text}`,
      unit: row.unit ?? "",
      path: `/gora/${slug}/aktivitet-${row.id}`,
      example: row.example,
    };
    return [
      ...duesOf(promised, log.occasions).map((due) =>
        dayEntry(due, { ...of, kind: "due", key: `klart-${row.id}-${due.on}` }),
      ),
      ...plannedOf(promised, standing, today).map((on) =>
        dayEntry({ on }, { ...of, kind: "moved", key: `flyttad-${row.id}-${on}` }),
      ),
    ];
  });
}

const WALK_KINDS = { before: "before-walk", walk: "walk", after: "after-walk" } as const;

async function walks(tx: Tx, { id, slug }: Where, at: Instant): Promise<readonly Entry[]> {
  const since = addDays(dayOf(at), -DAYS_BACK);
  const entries: Entry[] = [];
  for (const walk of await walksOf(tx, id)) {
    if (dayOf(walk.startsAt) < since) continue;
    for (const { which, from, to, place } of meetingsOf(walk, await arrangementOf(tx, walk.id)))
      entries.push({
        kind: WALK_KINDS[which],
        key: `${which}-${walk.id}`,
        when: { kind: "meeting", from, to },
        what: walk.title,
        unit: "",
        place,
        path: `/lyssna/${slug}/vandring-${walk.slug}`,
        sequence: walk.revision,
        cancelled: walk.state === "cancelled",
        example: walk.example,
      });
  }
  return entries;
}

async function meetings(tx: Tx, { id: partnershipId, slug }: Where): Promise<readonly Entry[]> {
  return (await workMeetingsOf(tx, partnershipId)).map(({ on, state, id, example }) =>
    dayEntry(
      { on },
      {
        kind: "meeting",
        key: `mote-${id}`,
        what: "",
        path: `/prioritera/${slug}/arbetsmote-${on}`,
        cancelled: state === "called-off",
        example,
      },
    ),
  );
}

async function actionItems(tx: Tx, { id, slug }: Where): Promise<readonly Entry[]> {
  return (await itemsOf(tx, id)).flatMap(({ origin, steps, place, text, example }) => {
    const { state, plan } = items.factsOf(items.standingOf(origin, steps));
    if (plan === undefined || (state !== "planned" && state !== "underway")) return [];
    const what = place === text ? place : `${place}: ${text}`;
    const of = {
      kind: "item",
      key: `punkt-${origin.id}`,
      what,
      path: `/gora/${slug}/punkt-${origin.id}`,
      example,
    } as const;
    return [dayEntry({ on: plan.by }, of)];
  });
}

async function documents(tx: Tx, { id: partnershipId, slug }: Where): Promise<readonly Entry[]> {
  const standing = asHeld(await documentsOf(tx, partnershipId)).filter(({ state }) => state === "published");
  return standing.flatMap(({ id, slug: period, content, example }) => {
    const { to } = spanOf(content);
    if (to === undefined) return [];
    const of = {
      kind: "runs-out",
      key: `slut-${id}`,
      what: content.title,
      path: `/lova/${slug}/${period}`,
      example,
    } as const;
    return [dayEntry({ on: to }, of)];
  });
}

async function yearTasks(tx: Tx, { id: partnershipId, slug }: Where, at: Instant): Promise<readonly Entry[]> {
  const year = wheel.yearOf(at);
  return (await store.tasksOf(tx, partnershipId)).map(({ id, month, text, years, example }) => {
    const first = `${year}-${String(month).padStart(2, "0")}-01` as Day;
    const except = years.filter((one) => one >= year).map((one) => `${one}${first.slice(4)}` as Day);
    return dayEntry(
      { on: first, repeats: { every: "year", interval: 1, except } },
      { kind: "year", key: `arshjul-${id}`, what: text, path: `/gora/${slug}/arshjul`, example },
    );
  });
}
