import { type CalendarEvent, icalendarOf } from "../../ground/icalendar.ts";
import { no, type Result, yes } from "../../ground/result.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { addDays, addMonths, dayOf, type Instant } from "../../ground/time.ts";
import { inSwedishOrder, type Lang, say } from "../../ground/words.ts";
import { partnershipFacts, personWithGrants } from "../../partnership/store.ts";
import type { Asking, House } from "../../platform/server/house.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { hashToken, newToken } from "../../platform/server/secrets.ts";
import { promisedActivities } from "../../pledge/store.ts";
import type { ActDatabase } from "../tables.ts";
import * as address from "./address.ts";
import * as api from "./api.ts";
import { type Entry, ofUnit, shownBetween } from "./entry.ts";
import * as store from "./store.ts";
import { entriesOf } from "./store-entries.ts";
import * as wheel from "./wheel.ts";
import { calendarTitle, kinds, words } from "./words.ts";

type Ask = Asking<ActDatabase>;

/** So far ahead is shown on the page; the calendars have all of it. */
const MONTHS_SHOWN = 6;
/** So often a calendar need ask again. */
const HOURS = 3;

const where = (ask: Ask) => ({ id: here(ask), slug: ask.partnership!.slug });

async function unitsOf(ask: Ask): Promise<readonly string[]> {
  const rows = await promisedActivities(ask.tx, here(ask), dayOf(ask.at));
  return [...new Set(rows.flatMap(({ unit }) => (unit === null || unit === "" ? [] : [unit])))].toSorted(
    inSwedishOrder,
  );
}

const listCalendar = question(api.listCalendar, async ({ unit }, ask: Ask) => {
  const from = dayOf(ask.at);
  const to = addDays(addMonths(from, MONTHS_SHOWN), -1);
  const addresses = await store.addressesOf(ask.tx, here(ask), ask.person!.id);
  return yes({
    from,
    to,
    entries: shownBetween(ofUnit(await entriesOf(ask.tx, where(ask), ask.at), unit), from, to).map(
      ({ when, sequence: _sequence, ...entry }) => ({
        ...entry,
        meeting: when.kind === "meeting" ? { from: when.from, to: when.to } : null,
      }),
    ),
    units: [...(await unitsOf(ask))],
    addresses: addresses.map((one) => ({
      id: one.id,
      unit: one.unit ?? null,
      madeOn: dayOf(one.madeAt),
      lastReadOn: one.lastReadOn ?? null,
    })),
  });
});

const openAddress = command(api.openAddress, {
  rule: address.open,
  load: async (_input, ask: Ask) => ({
    partnershipId: here(ask),
    units: await unitsOf(ask),
    standing: (await store.addressesOf(ask.tx, here(ask), ask.person!.id)).length,
  }),
  write: async (opened, ask: Ask) => {
    const secret = newToken();
    await store.addAddress(ask.tx, here(ask), opened, hashToken(secret));
    const path = api.readCalendar.path
      .replace("{partnership}", ask.partnership!.slug)
      .replace("{secret}", `${secret}.ics`);
    return { address: `${ask.site.origin}${path}${ask.lang === "en" ? "?lang=en" : ""}` };
  },
  subject: ({ id }) => id,
});

const endAddress = command(api.endAddress, {
  rule: address.end,
  load: async ({ id }, ask: Ask) => {
    const own = await store.addressesOf(ask.tx, here(ask), ask.person!.id);
    const found = own.find((one) => one.id === id);
    return found && { partnershipId: here(ask), address: found };
  },
  write: async (ended, ask: Ask) => {
    await store.endAddress(ask.tx, ended, ask.at);
    return { id: ended.id };
  },
  subject: ({ id }) => id,
});

const secretIn = (given: string) => given.replace(/[.]ics$/, "");

/** Whose address it is, as they stand today: somebody who works here no more reads nothing either. */
async function ownerOf(
  house: House,
  { partnership, secret }: { readonly partnership: string; readonly secret: string },
): Promise<Result<Person>> {
  return house.database.transaction<ActDatabase, Result<Person>>({ as: "system" }, async (tx) => {
    const found = await store.addressBySecret(tx, partnership, hashToken(secretIn(secret)));
    const owner = found && (await personWithGrants(tx, found.personId));
    return owner === undefined ? no("not-found") : yes(owner);
  });
}

const readCalendar = download(
  api.readCalendar,
  async ({ partnership, secret }, ask: Ask) => {
    const found = await store.addressBySecret(ask.tx, partnership, hashToken(secretIn(secret)));
    if (found === undefined) return no("not-found");
    const today = dayOf(ask.at);
    await store.noteRead(ask.tx, found, today);
    const facts = await partnershipFacts(ask.tx, here(ask));
    const name = calendarTitle(facts?.name ?? "", found.unit, ask.lang);
    const entries = ofUnit(await entriesOf(ask.tx, where(ask), ask.at), found.unit);
    // Made at midnight: what has not changed over the day is the same bytes.
    const bytes = icalendarOf(
      entries.map((entry) => eventOf(entry, ask.site.origin, ask.lang)),
      `${today}T00:00:00.000Z` as Instant,
      { name, hours: HOURS },
    );
    return yes({ bytes, contentType: "text/calendar; charset=utf-8", fileName: `samsyn-${ask.partnership!.slug}.ics` });
  },
  { by: ownerOf },
);

/** Only titles and addresses: the page tells the rest to whoever logs in. */
function eventOf(
  { kind, key, what, cancelled, example, path, ...entry }: Entry,
  origin: string,
  lang: Lang,
): CalendarEvent {
  const title = what === "" ? say(kinds[kind], lang) : `${say(kinds[kind], lang)}: ${what}`;
  return {
    ...entry,
    cancelled,
    uid: `${key}@samsyn`,
    title: `${cancelled ? say(words.calledOff, lang) : ""}${example ? say(words.exampleMark, lang) : ""}${title}`,
    about: "",
    url: `${origin}${path}`,
  };
}

const readWheel = question(api.readWheel, async (_input, ask: Ask) =>
  yes({
    year: wheel.yearOf(ask.at),
    tasks: (await store.tasksOf(ask.tx, here(ask))).map((task) => ({ ...task, years: [...task.years] })) as never,
    mayWrite: ask.person !== undefined && grantFor(ask.person, here(ask), wheel.WHEEL_KEEPERS) !== undefined,
  }),
);

const around = async (ask: Ask) => ({ partnershipId: here(ask), tasks: await store.tasksOf(ask.tx, here(ask)) });
const onTask = async ({ id }: { readonly id: string }, ask: Ask) => {
  const state = await around(ask);
  const task = state.tasks.find((one) => one.id === id);
  return task && { ...state, task };
};

const beginWheel = command(api.beginWheel, {
  rule: wheel.begin,
  load: (_input, ask: Ask) => around(ask),
  write: async (tasks, ask: Ask) => {
    for (const task of tasks) await store.putTask(ask.tx, here(ask), task, ask.at);
    return { tasks: tasks.length };
  },
  subject: () => undefined,
});

const putTask = command(api.putTask, {
  rule: wheel.put,
  // What somebody else has just taken out is not written back by whoever had it open.
  load: async ({ id }, ask: Ask) => ((await store.isStruck(ask.tx, here(ask), id)) ? undefined : around(ask)),
  write: async (task, ask: Ask) => {
    await store.putTask(ask.tx, here(ask), task, ask.at);
    return { id: task.id };
  },
  subject: ({ id }) => id,
});

const strikeTask = command(api.strikeTask, {
  rule: wheel.strike,
  load: onTask,
  write: async ({ id }, ask: Ask) => {
    await store.strikeTask(ask.tx, id, ask.at);
    return { id };
  },
  subject: ({ id }) => id,
});

const tickTask = command(api.tickTask, {
  rule: wheel.tick,
  load: onTask,
  write: async (said, ask: Ask) => {
    await store.saveTick(ask.tx, here(ask), said);
    return { id: said.taskId };
  },
  subject: ({ taskId }) => taskId,
  said: ({ year, done }) => ({ year, done }),
});

export const calendarRoutes: readonly Route[] = [
  listCalendar,
  openAddress,
  endAddress,
  readCalendar,
  readWheel,
  beginWheel,
  putTask,
  strikeTask,
  tickTask,
];
