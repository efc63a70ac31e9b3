import { waitingFor } from "../collect/store-waiting.ts";
import { grantFor, grantsIn } from "../ground/party.ts";
import type { OutputOf } from "../ground/endpoint.ts";
import { no, yes } from "../ground/result.ts";
import { dayOf, daysBetween } from "../ground/time.ts";
import { say, type Said } from "../ground/words.ts";
import { newestIn } from "../picture/store.ts";
import { nameOfPlace } from "../ground/place.ts";
import type { Asking } from "../platform/server/house.ts";
import { here, question, type Route } from "../platform/server/routes.ts";
import { asHeld } from "../pledge/amendments/amendment.ts";
import { staffExpiry } from "../pledge/renewal/expiry.ts";
import { nextBy } from "../pledge/renewal/store.ts";
import { openSlotsIn, withAnswers } from "../pledge/owners/owner.ts";
import { ownersOf, waitingOwners } from "../pledge/owners/store.ts";
import { consultationsToTurnTo } from "../pledge/consultation/store.ts";
import { scheduleTurnsOf } from "../pledge/phases/turns.ts";
import { schedulesIn } from "../pledge/phases/store.ts";
import { turnsOf } from "../pledge/consultation/turns.ts";
import { documentsOf, mandateOf, promisedActivities } from "../pledge/store.ts";
import { mayAskToSign, writerIn } from "../pledge/lifecycle.ts";
import { CHOOSERS } from "../prioritise/problem.ts";
import { problemsOf } from "../prioritise/store.ts";
import * as api from "./api.ts";
import type { Clock } from "./clock.ts";
import { clocksOf } from "./clocks/store.ts";
import { beginsOn, isNew, standsEmpty } from "./handover/hand-over.ts";
import { handOversOf } from "./handover/store.ts";
import { peopleOf } from "../partnership/store.ts";
import { turnIn } from "./reports/signing.ts";
import { reportsOf } from "./reports/store.ts";
import * as store from "./store.ts";
import type { FollowDatabase } from "./tables.ts";
import { words } from "./words.ts";

type Ask = Asking<FollowDatabase>;

const both = (said: Said, detail: Record<string, string | number> = {}): Said => ({
  sv: say(said, "sv", detail),
  en: say(said, "en", detail),
});

const cycle = question(api.cycle, async (_input, ask: Ask) => {
  const counts = await store.countsOf(ask.tx, here(ask));
  const today = dayOf(ask.at);
  const activities = await promisedActivities(ask.tx, here(ask), today);
  const last = await store.lastWordAt(ask.tx, here(ask));
  const [first] = activities;
  return yes({
    counts: {
      collect: both(words.countObservations, { count: counts.observations }),
      picture: both(words.countPicture, { count: counts.sources }),
      prioritise: both(words.countProblems, { count: counts.problems, chosen: counts.chosen }),
      pledge: first === undefined ? words.countNoPledge : both(words.countPledge, { slug: first.slug }),
      act: both(words.countAct, { count: activities.length }),
      follow: both(words.countFollow, { count: counts.reports }),
      tell:
        last === undefined
          ? words.countTellNever
          : both(words.countTell, { days: Math.max(0, daysBetween(dayOf(last), today)) }),
    },
  });
});

const shownClock = (clock: Clock) =>
  clock.state === "unset"
    ? { name: clock.name, state: clock.state, from: null, due: null, daysLeft: null, gone: null }
    : {
        name: clock.name,
        state: clock.state,
        from: clock.from,
        due: clock.due,
        daysLeft: clock.daysLeft,
        gone: clock.gone,
      };

/** Promises that both organisations are told of: they run out within half a year, or have run out and nothing follows. */
async function runsOutOf(ask: Ask) {
  const today = dayOf(ask.at);
  const next = await nextBy(ask.tx, here(ask));
  return asHeld(await documentsOf(ask.tx, here(ask))).flatMap((document) => {
    const told = staffExpiry(document, next.get(document.id) ?? "none", today);
    return told === undefined
      ? []
      : [{ slug: document.slug, title: document.content.title, example: document.example, ...told }];
  });
}

const NEWEST = 6;

const waiting = question(api.waiting, async (_input, ask: Ask) => {
  const { person, partnership } = ask;
  if (person === undefined || partnership === undefined) return no("not-found");
  const today = dayOf(ask.at);
  const own = grantsIn(person, partnership.id)[0]?.organisationId;
  const turns: OutputOf<typeof api.waiting>["turns"] = [];
  const mandate = await mandateOf(ask.tx, partnership.id, person.id, today);
  const schedules = await schedulesIn(ask.tx, partnership.id);
  const writes = writerIn(person, partnership.id) !== undefined;
  const all = await documentsOf(ask.tx, partnership.id);
  const standing = asHeld(all);
  for (const document of all) {
    const title = document.content.title;
    const signs = mandate !== undefined && mayAskToSign(document, mandate, today) === undefined;
    const reader = { person, partnershipId: partnership.id, mandate, today };
    for (const { missing, ...turn } of scheduleTurnsOf(document, schedules.get(document.id), reader))
      turns.push({
        ...turn,
        ...(missing === undefined ? {} : { missing: [...missing] }),
        title,
        href: signs ? `/signera/${partnership.slug}/${document.slug}` : `/lova/${partnership.slug}/${document.slug}`,
      });
    // With days, what is said is the day.
    if (signs && !schedules.has(document.id))
      turns.push({ kind: "sign", title, href: `/signera/${partnership.slug}/${document.slug}` });
    // Of a promise in force what its changes have left open.
    const held = document.state === "published" ? standing.find(({ id }) => id === document.id) : undefined;
    if (writes && (document.state === "draft" || held !== undefined)) {
      const content = held?.content ?? withAnswers(document.content, await ownersOf(ask.tx, document.id));
      for (const { text } of openSlotsIn(content))
        turns.push({ kind: "open-slot", title: text, href: `/lova/${partnership.slug}/${document.slug}` });
    }
    const asked = document.state === "signed" ? document.publication : undefined;
    if (
      asked !== undefined &&
      asked.organisationId !== own &&
      grantFor(person, partnership.id, ["coordinator", "liaison"]) !== undefined
    )
      turns.push({ kind: "second-key", title, href: `/lova/${partnership.slug}/${document.slug}` });
  }
  for (const { activity } of await waitingOwners(ask.tx, partnership.id, person))
    turns.push({ kind: "answer-owner", title: activity.text, href: "/min-manad" });
  for (const { slug, title, comments, consultation } of await consultationsToTurnTo(ask.tx, partnership.id))
    for (const turn of turnsOf(consultation, comments, { person, today }))
      turns.push({ ...turn, title, href: `/lova/${partnership.slug}/synpunkter-${slug}` });
  const chooser = grantFor(person, partnership.id, CHOOSERS);
  for (const problem of chooser === undefined ? [] : await problemsOf(ask.tx, partnership.id))
    if (
      problem.state === "open" &&
      problem.choices.length > 0 &&
      problem.choices.every(({ organisationId }) => organisationId !== chooser?.organisationId)
    )
      turns.push({ kind: "weigh", title: problem.what, href: `/prioritera/${partnership.slug}/${problem.slug}` });
  for (const report of await reportsOf(ask.tx, partnership.id)) {
    const kind = turnIn(report, { person, partnershipId: partnership.id, mandate, today });
    const href =
      kind === "sign-report"
        ? `/signera/${partnership.slug}/uppfoljning-${report.slug}`
        : `/folj-upp/${partnership.slug}/${report.slug}`;
    if (kind !== undefined) turns.push({ kind, title: report.slug, href });
  }

  const [handOvers, people] = [await handOversOf(ask.tx, partnership.id), await peopleOf(ask.tx, partnership.id)];
  const seen = await newestIn(ask.tx, partnership.id, NEWEST);
  return yes({
    turns,
    heard: await waitingFor(ask.tx, partnership, person, today),
    clocks: (await clocksOf(ask.tx, here(ask), dayOf(ask.at))).map(shownClock),
    runsOut: await runsOutOf(ask),
    newcomers: handOvers
      .filter((one) => one.organisationId !== own && isNew(one, today))
      .map((one) => ({ role: one.role, from: beginsOn(one) })),
    empty: [...new Set(handOvers.filter((one) => standsEmpty(one, people, today)).map(({ role }) => role))],
    newest: seen.map((one) => ({
      id: one.id,
      text: one.text,
      place: nameOfPlace(one.place),
      source: one.source,
      at: one.at,
      example: one.example,
    })),
  });
});

const listReports = question(api.listReports, async (_input, ask: Ask) => {
  const reports = await reportsOf(ask.tx, here(ask));
  return yes({
    reports: reports.map(({ slug, from, to, state, example }) => ({ slug, from, to, state, example })),
    clocks: (await clocksOf(ask.tx, here(ask), dayOf(ask.at))).map(shownClock),
  });
});

export const followRoutes: readonly Route[] = [cycle, waiting, listReports];
