import { occasionsOf } from "../act/store.ts";
import { waitingFor } from "../collect/store-waiting.ts";
import { sumOfCounts } from "../ground/count.ts";
import { grantFor, grantsIn } from "../ground/party.ts";
import type { OutputOf } from "../ground/endpoint.ts";
import { no, yes } from "../ground/result.ts";
import { addDays, dayOf, daysBetween, type Day } from "../ground/time.ts";
import { say, type Said } from "../ground/words.ts";
import { partiesOf } from "../partnership/store.ts";
import { newestIn } from "../picture/store.ts";
import { nameOfPlace } from "../ground/place.ts";
import type { Asking } from "../platform/server/house.ts";
import { command, here, question, type Route } from "../platform/server/routes.ts";
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
import { expectedBetween } from "../pledge/target.ts";
import { mayAskToSign, writerIn } from "../pledge/lifecycle.ts";
import { CHOOSERS } from "../prioritise/problem.ts";
import { problemsOf } from "../prioritise/store.ts";
import * as api from "./api.ts";
import { documentClock, lawClock, silenceClock, type Clock } from "./clock.ts";
import { cadenceOf, countedFrom } from "./clocks/store.ts";
import { APPROVERS, approve, approvalsOf, assess, draft, publish, write, type LogSays } from "./report.ts";
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

async function clocksOf(ask: Ask): Promise<Clock[]> {
  const today = dayOf(ask.at);
  const decisions = await countedFrom(ask.tx, here(ask));
  const last = await store.lastWordAt(ask.tx, here(ask));
  const documents = asHeld(await documentsOf(ask.tx, here(ask))).filter(({ state }) => state === "published");
  return [
    silenceClock(last === undefined ? undefined : dayOf(last), await cadenceOf(ask.tx, here(ask), today), today),
    lawClock("situation-report", decisions.get("situation-report"), today),
    lawClock("action-plan", decisions.get("action-plan"), today),
    ...documents.flatMap(({ content, slug }) => {
      const [from, to] = [content.period.from.on, content.period.to?.on];
      return from === undefined || to === undefined ? [] : [documentClock(from, to, today, slug)];
    }),
  ];
}

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
  const approver = grantFor(person, partnership.id, APPROVERS);
  for (const report of approver === undefined ? [] : await store.reportsOf(ask.tx, partnership.id))
    if (
      report.state === "ready" &&
      approvalsOf(report).every(({ organisationId }) => organisationId !== approver?.organisationId)
    )
      turns.push({ kind: "approve-report", title: report.slug, href: `/folj-upp/${partnership.slug}/${report.slug}` });

  const seen = await newestIn(ask.tx, partnership.id, NEWEST);
  return yes({
    turns,
    heard: await waitingFor(ask.tx, partnership, person, today),
    clocks: (await clocksOf(ask)).map(shownClock),
    runsOut: await runsOutOf(ask),
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
  const reports = await store.reportsOf(ask.tx, here(ask));
  return yes({
    reports: reports.map(({ slug, from, to, state, example }) => ({ slug, from, to, state, example })),
    clocks: (await clocksOf(ask)).map(shownClock),
  });
});

const openReport = question(api.openReport, async (input, ask: Ask) => {
  const report = await store.reportBySlug(ask.tx, here(ask), input.slug);
  if (report === undefined) return no("not-found");
  const activities = await promisedActivities(ask.tx, here(ask));
  const parties = await partiesOf(ask.tx, here(ask));
  const cards = report.assessments.map((assessment) => {
    const activity = activities.find(({ id }) => id === assessment.activityId);
    const { figures, ...judged } = assessment;
    return {
      ...judged,
      number: activity?.number ?? "",
      text: activity?.text ?? "",
      unit: activity?.unit ?? "",
      done: figures.done,
      expected: figures.expected ?? null,
      counted: figures.unit,
    };
  });
  return yes({
    slug: report.slug,
    from: report.from,
    to: report.to,
    state: report.state,
    example: report.example,
    cards: cards.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
    texts: [...report.texts],
    disputes: await store.disputesDuring(ask.tx, here(ask), report.from, report.to),
    parties: parties
      .filter(({ kind }) => kind !== "other")
      .map(({ organisationId, name, kind }) => ({
        organisationId,
        name,
        party: kind,
        approvedBy: approvalsOf(report).find((approval) => approval.organisationId === organisationId)?.title ?? null,
      })),
  });
});

/** What the log says of every activity that was promised during the period. */
async function logOver(
  ask: Ask,
  from: Day,
  to: Day,
): Promise<(LogSays & { readonly activityId: string; readonly documentId: string })[]> {
  const today = dayOf(ask.at);
  const activities = (await promisedActivities(ask.tx, here(ask))).filter(
    (row) => row.valid_from <= to && row.valid_to >= from && (row.withdrawn_on === null || row.withdrawn_on > from),
  );
  const occasions = await occasionsOf(ask.tx, here(ask));
  return activities.map((row) => {
    const within = occasions.filter(
      ({ activityId, state, on, towardTarget }) =>
        activityId === row.id && state === "stands" && towardTarget && on >= from && on <= to,
    );
    const span = { from: row.valid_from, to: row.valid_to, season: row.season ?? undefined };
    // What was taken out is owed for as long as it was promised.
    const end = row.withdrawn_on === null ? undefined : addDays(row.withdrawn_on, -1);
    const due = (last: Day) =>
      row.target === null
        ? undefined
        : expectedBetween(row.target, from, end !== undefined && end < last ? end : last, span)?.count;
    const expected = due(to);
    return {
      activityId: row.id,
      documentId: row.document_id,
      figures: {
        done: sumOfCounts(within.map(({ count }) => count)),
        ...(expected === undefined ? {} : { expected }),
        unit: row.target?.unit ?? "",
      },
      occasions: within.length,
      periodOver: today > to,
      dueByNow: due(today < to ? today : to),
    };
  });
}

const draftReport = command(api.draftReport, {
  rule: draft,
  load: async (input, ask: Ask) => {
    const log = await logOver(ask, input.from, input.to);
    const documentId = log[0]?.documentId;
    if (documentId === undefined) return undefined;
    const reports = await store.reportsOf(ask.tx, here(ask));
    return {
      partnershipId: here(ask),
      documentId,
      takenSlugs: reports.map(({ slug }) => slug),
      log: log.filter((row) => row.documentId === documentId),
    };
  },
  write: async (report, ask: Ask) => {
    await store.addReport(ask.tx, here(ask), report, ask.at);
    return { slug: report.slug };
  },
  subject: (report) => report.id,
});

const load = async ({ slug }: { slug: string }, ask: Ask) => {
  const report = await store.reportForDecision(ask.tx, here(ask), slug);
  return report && { partnershipId: here(ask), report };
};

const assessActivity = command(api.assessActivity, {
  rule: assess,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    if (loaded === undefined) return undefined;
    const says = (await logOver(ask, loaded.report.from, loaded.report.to)).find(
      ({ activityId }) => activityId === input.activityId,
    );
    return { ...loaded, says };
  },
  write: async (
    { activityId, status, preset, explanation, figures, output, outcome, experience },
    ask: Ask,
    _input,
    state,
  ) => {
    await store.saveAssessment(ask.tx, state.report, {
      activityId,
      status,
      preset,
      explanation,
      figures,
      output,
      outcome,
      experience,
    });
    return { status };
  },
  subject: (_outcome, input) => input.activityId,
});

const writeText = command(api.writeText, {
  rule: write,
  load,
  write: async (text, ask: Ask, _input, state) => {
    const organisationId =
      ask.person === undefined
        ? null
        : (grantsIn(ask.person, here(ask)).find(({ party }) => party === text.voice)?.organisationId ?? null);
    await store.saveText(ask.tx, here(ask), state.report, text, { organisationId, at: ask.at });
    await store.raiseVersion(ask.tx, state.report);
    return { voice: text.voice };
  },
  subject: (_text, _input) => undefined,
});

const approveReport = command(api.approveReport, {
  rule: approve,
  load,
  write: async (approval, ask: Ask, _input, state) => {
    await store.addApproval(ask.tx, here(ask), state.report, approval);
    return { title: approval.title };
  },
  subject: () => undefined,
  said: (_approval, input) => ({ slug: input.slug }),
});

const publishReport = command(api.publishReport, {
  rule: publish,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    const parties = await partiesOf(ask.tx, here(ask));
    return (
      loaded && {
        ...loaded,
        parties: parties.filter(({ kind }) => kind !== "other").map(({ organisationId }) => organisationId),
      }
    );
  },
  write: async (report, ask: Ask) => {
    await store.publishReport(ask.tx, report, report.publishedAt);
    return { state: report.state };
  },
  subject: (report) => report.id,
});

export const followRoutes: readonly Route[] = [
  cycle,
  waiting,
  listReports,
  openReport,
  draftReport,
  assessActivity,
  writeText,
  approveReport,
  publishReport,
];
