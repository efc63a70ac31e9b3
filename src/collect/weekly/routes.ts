import { grantFor } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { addDays, dayOf } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import { partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { qrSvg } from "../../platform/server/qr.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import { COLLECTORS, freeSlug, MADE_SOURCES } from "../source.ts";
import * as collect from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { cellOf, missedWeeks, silentWeeks } from "./coverage.ts";
import { answerEvent, sendReport } from "./report.ts";
import { endReporter, setAway, setReporter } from "./reporter.ts";
import { stickersPaper } from "./screens/stickers.ts";
import * as store from "./store.ts";
import { changeTree, choicesOf } from "./tree.ts";
import { EVENT_WEEKS, mondayOf, weeksBack } from "./week.ts";

type Ask = Asking<CollectDatabase>;
/** How far back somebody else's report may be the same event. */
const RECENT_DAYS = 10;
const RETURNS_TOLD = 3;

const mine = async (ask: Ask) =>
  ask.person === undefined ? undefined : store.reporterOfPerson(ask.tx, here(ask), ask.person.id);

const openWeek = question(api.openWeek, async (_input, ask: Ask) => {
  const today = dayOf(ask.at);
  const week = mondayOf(today);
  const tree = await store.treeOf(ask.tx, here(ask));
  const reporter = await mine(ask);
  if (reporter === undefined)
    return yes({
      week,
      tree,
      reporter: null,
      sent: null,
      last: null,
      returns: [],
      recent: [],
      missed: [],
      awayUntil: null,
    });
  const reports = await store.reportsBy(ask.tx, reporter.id, 20);
  const now = reports.filter((report) => report.week === week);
  const last = reports.find((report) => report.week < week);
  const recent = await store.eventsSince(ask.tx, here(ask), addDays(week, -14));
  const since = addDays(today, -RECENT_DAYS);
  const absences = await store.absencesOf(ask.tx, here(ask));
  const filed = reports.map((report) => ({ ...report, reporterId: reporter.id }));
  const away = absences.filter(
    ({ reporterId, from, until }) => reporterId === reporter.id && from <= today && today <= until,
  );
  const { id, role, area, places } = reporter;
  return yes({
    week,
    tree,
    reporter: { id, role, area, places: [...places] },
    sent: now.length === 0 ? null : now.reduce((sum, { events }) => sum + events, 0),
    last: last === undefined ? null : { week: last.week, events: last.events },
    returns: await store.answersFor(ask.tx, reporter.id, last?.receivedAt, RETURNS_TOLD),
    recent: recent
      .filter(({ by, notedAt }) => dayOf(notedAt) >= since && !by.some(({ reporterId }) => reporterId === reporter.id))
      .map((event) => ({
        id: event.id,
        category: event.category,
        placeName: event.placeName,
        position: event.position,
        notedAt: event.notedAt,
      })),
    missed: missedWeeks(reporter, { reports: filed, absences }, today),
    awayUntil:
      away
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? null,
  });
});

const sendWeeklyReport = command(api.sendWeeklyReport, {
  rule: sendReport,
  load: async (input, ask: Ask) => {
    const reporter = await mine(ask);
    const pointedAt = input.events.flatMap(({ joins }) => joins ?? []);
    const reported = await store.reportersOfEvents(ask.tx, here(ask), pointedAt);
    return {
      reporter,
      earlier: await store.reportById(ask.tx, here(ask), input.id),
      sourceId: (await weeklySource(ask, reporter?.organisationId))?.id ?? ask.newId(),
      tree: await store.treeOf(ask.tx, here(ask)),
      joinable: [...new Set(reported.map(({ id }) => id))].map((id) => ({
        id,
        mine: reported.some((one) => one.id === id && one.reporterId === reporter?.id),
      })),
    };
  },
  write: async ({ report, events, observations, repeated }, ask: Ask, _input, { reporter, sourceId }) => {
    if (!repeated) {
      await ensureSource(ask, sourceId, reporter!.organisationId);
      for (const observation of observations) await collect.addObservation(ask.tx, here(ask), observation);
      await store.addReport(ask.tx, here(ask), report, events);
    }
    return { id: report.id, events: report.events };
  },
  subject: ({ report }) => report.id,
  said: ({ report }) => ({ week: report.week, events: report.events }),
  quiet: ({ repeated }) => repeated,
});

/** Each organisation's reporters have a source of their own. */
async function weeklySource(ask: Ask, organisationId: string | undefined) {
  const sources = await collect.sourcesOf(ask.tx, here(ask));
  return sources.find(
    ({ kind, ownerOrganisationId }) => kind === "weekly-report" && ownerOrganisationId === organisationId,
  );
}

async function ensureSource(ask: Ask, id: string, organisationId: string): Promise<void> {
  if ((await weeklySource(ask, organisationId)) !== undefined) return;
  const made = MADE_SOURCES["weekly-report"];
  const slug = freeSlug(made.slug, await collect.slugsIn(ask.tx, "source", here(ask)));
  await collect.addSource(ask.tx, here(ask), {
    ...made,
    id,
    slug,
    ownerOrganisationId: organisationId,
    createdAt: ask.at,
    example: false,
  });
}

const setWeeklyAbsence = command(api.setWeeklyAbsence, {
  rule: setAway,
  load: async (input, ask: Ask) => ({
    reporter: await mine(ask),
    earlier: (await store.absencesOf(ask.tx, here(ask))).find(({ id }) => id === input.id),
  }),
  write: async ({ absence, repeated }, ask: Ask) => {
    if (!repeated) await store.addAbsence(ask.tx, here(ask), absence);
    return { until: absence.until };
  },
  subject: ({ absence }) => absence.reporterId,
  quiet: ({ repeated }) => repeated,
});

const weeklyCoverage = question(api.weeklyCoverage, async (input, ask: Ask) => {
  const today = dayOf(ask.at);
  const weeks = weeksBack(today, input.weeks);
  const reporters = await store.reportersOf(ask.tx, here(ask));
  // Silence is counted as far back as there is any.
  const known = {
    reports: await store.filedSince(ask.tx, here(ask), addDays(mondayOf(today), -7 * 54)),
    absences: await store.absencesOf(ask.tx, here(ask)),
  };
  const events = await store.eventsSince(ask.tx, here(ask), weeksBack(today, EVENT_WEEKS).at(-1)!);
  const answers = await store.answersTo(
    ask.tx,
    events.map(({ id }) => id),
  );
  const { name } = await store.treeOf(ask.tx, here(ask));
  return yes({
    name,
    weeks,
    reporters: reporters.map((reporter) => ({
      id: reporter.id,
      role: reporter.role,
      area: reporter.area,
      places: [...reporter.places],
      organisationId: reporter.organisationId,
      party: reporter.party,
      owner: reporter.owner,
      vacant: reporter.personId === undefined && reporter.endedOn === undefined,
      ended: reporter.endedOn !== undefined,
      silentWeeks: silentWeeks(reporter, known, today),
      cells: weeks.map((week) => cellOf(reporter, week, known, today)),
      example: reporter.example,
    })),
    events: events.map((event) => {
      const first = reporters.find(({ id }) => id === event.by[0]?.reporterId);
      const answer = answers.find(({ observationId }) => observationId === event.id);
      return {
        id: event.id,
        week: event.week,
        category: event.category,
        text: event.text,
        placeName: event.placeName,
        severity: Math.max(...event.by.map(({ severity }) => severity)),
        reporters: new Set(event.by.map(({ reporterId }) => reporterId)).size,
        role: first?.role ?? "",
        area: first?.area ?? "",
        answer: answer === undefined ? null : { text: answer.text, on: answer.on },
        example: event.example,
      };
    }),
  });
});

const answerWeeklyEvent = command(api.answerWeeklyEvent, {
  rule: answerEvent,
  load: async (input, ask: Ask) => {
    const [found] = await store.reportersOfEvents(ask.tx, here(ask), [input.id]);
    return found && { partnershipId: here(ask) };
  },
  write: async (answer, ask: Ask, input) => {
    const { organisationId } = grantFor(ask.person!, here(ask), COLLECTORS)!;
    const written = { ...answer, observationId: input.id, organisationId, answeredAt: ask.at };
    await store.addAnswer(ask.tx, here(ask), written);
    return { id: input.id };
  },
  subject: (_outcome, input) => input.id,
});

const weeklySettings = question(api.weeklySettings, async (_input, ask: Ask) =>
  yes({ tree: await store.treeOf(ask.tx, here(ask)) }),
);

const changeWeeklyTree = command(api.changeWeeklyTree, {
  rule: changeTree,
  load: async (_input, ask: Ask) => ({ partnershipId: here(ask) }),
  write: async ({ name, branches }, ask: Ask) => {
    await store.saveTree(ask.tx, here(ask), { name, branches }, ask.at);
    return { choices: choicesOf({ name, branches }).length };
  },
  subject: () => undefined,
});

const setWeeklyReporter = command(api.setWeeklyReporter, {
  rule: setReporter,
  load: async (input, ask: Ask) => {
    const all = await store.reportersOf(ask.tx, here(ask));
    const standing = all.find(({ id }) => id === input.id);
    if (input.id !== undefined && standing === undefined) return undefined;
    const collectors = await store.collectorsIn(ask.tx, here(ask), COLLECTORS);
    return { partnershipId: here(ask), standing, all, collectors };
  },
  write: async (reporter, ask: Ask, _input, { standing }) => {
    if (standing === undefined) await store.addReporter(ask.tx, here(ask), reporter);
    else await store.changeReporter(ask.tx, reporter);
    return { id: reporter.id };
  },
  subject: ({ id }) => id,
});

const endWeeklyReporter = command(api.endWeeklyReporter, {
  rule: endReporter,
  load: async (input, ask: Ask) => {
    const reporter = (await store.reportersOf(ask.tx, here(ask))).find(({ id }) => id === input.id);
    return reporter && { partnershipId: here(ask), reporter };
  },
  write: async (reporter, ask: Ask) => {
    await store.changeReporter(ask.tx, reporter);
    return { id: reporter.id };
  },
  subject: ({ id }) => id,
});

const printStickers = download(api.printStickers, async (input, ask: Ask) => {
  const reporter = (await store.reportersOf(ask.tx, here(ask))).find(({ id }) => id === input.id);
  if (reporter === undefined) return no("not-found");
  const facts = await partnershipFacts(ask.tx, here(ask));
  const address = `${ask.site.origin}/falt/${ask.partnership!.slug}/vecka`;
  const names = { partnershipName: facts?.name ?? "", lang: ask.lang, at: ask.at, address, qr: qrSvg };
  const fileName = `lappar-${slugOf(reporter.area)}.pdf`;
  return yes({ bytes: pdfOf(stickersPaper(reporter, names)), contentType: "application/pdf", fileName });
});

export const weeklyRoutes: readonly Route[] = [
  openWeek,
  sendWeeklyReport,
  setWeeklyAbsence,
  weeklyCoverage,
  answerWeeklyEvent,
  weeklySettings,
  changeWeeklyTree,
  setWeeklyReporter,
  endWeeklyReporter,
  printStickers,
];
