// What is late or soon will be in a partnership, read under the asker's own role: what is kept to one party is on nobody else's list. Here too the decisions that the law counts from.
import { sql } from "kysely";
import { factsOf, isLate, standingOf, waitsForOwner, managerOf } from "../../act/items/item.ts";
import { itemsOf } from "../../act/items/store.ts";
import { lateOf } from "../../act/due.ts";
import { promisedOf } from "../../act/month.ts";
import { occasionsOf, standingDeviationsOf } from "../../act/store.ts";
import { isOpen } from "../../collect/campaigns/dispute.ts";
import { disputesOf } from "../../collect/campaigns/store-disputes.ts";
import { dayOf, type Day, type Instant } from "../../ground/time.ts";
import { partiesOf, partnershipFacts } from "../../partnership/store.ts";
import type { Within } from "../../partnership/tables.ts";
import { asHeld } from "../../pledge/amendments/amendment.ts";
import { waitingIn } from "../../pledge/owners/owner.ts";
import { ownersOf } from "../../pledge/owners/store.ts";
import { nextBy } from "../../pledge/renewal/store.ts";
import { documentsOf, promisedActivities } from "../../pledge/store.ts";
import { isOwed, themeIsAnswered } from "../../prioritise/rounds/answers.ts";
import { heardThemes } from "../../prioritise/rounds/store.ts";
import { type Clock, documentClock, lawClock, silenceClock } from "../clock.ts";
import { lastFollowedOn, planDecisionsOf } from "../actionplans/store.ts";
import { reportsOf } from "../reports/store.ts";
import { lastWordAt } from "../store.ts";
import type { FollowDatabase } from "../tables.ts";
import { promisedDays } from "./cadence.ts";
import { type Decision, DECISION_KINDS, type DecisionKind, standing } from "./decision.ts";
import * as red from "./red.ts";

type Tx = Within<FollowDatabase>;
type Where = { readonly id: string; readonly slug: string };
type Parties = Awaited<ReturnType<typeof partiesOf>>;

/** Every note of a decision, the latest decision first, also those that were put right: the history is part of the answer. */
export async function decisionsOf(tx: Tx, partnershipId: string): Promise<Decision[]> {
  const rows = await tx
    .selectFrom("statutory_decision")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("decided_on", "desc")
    .orderBy("noted_at", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    kind: row.kind,
    decidedOn: row.decided_on,
    body: row.body,
    registryNumber: row.registry_number,
    notedAt: row.noted_at,
    office: row.office,
    replaces: row.replaces ?? undefined,
    reason: row.reason ?? undefined,
    example: row.example,
  }));
}

export async function addDecision(tx: Tx, partnershipId: string, decision: Decision): Promise<void> {
  await tx
    .insertInto("statutory_decision")
    .values({
      id: decision.id,
      partnership_id: partnershipId,
      organisation_id: decision.organisationId,
      kind: decision.kind,
      decided_on: decision.decidedOn,
      registry_number: decision.registryNumber,
      noted_at: decision.notedAt,
      body: decision.body,
      office: decision.office,
      replaces: decision.replaces ?? null,
      reason: decision.reason ?? null,
      example: decision.example,
    })
    .execute();
}

/**
 * The day that the law counts from: the latest decision that stands, for the picture also the latest situation report that a body has adopted here, and for the
 * action plan the latest that was decided or followed up here.
 */
export async function countedFrom(tx: Tx, partnershipId: string): Promise<ReadonlyMap<DecisionKind, Day>> {
  const stands = standing([...(await decisionsOf(tx, partnershipId)), ...(await planDecisionsOf(tx, partnershipId))]);
  const followed = await lastFollowedOn(tx, partnershipId);
  const adopted = await tx
    .selectFrom("situation_report")
    .select(({ fn }) => fn.max("adopted_on").as("on"))
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "adopted")
    .executeTakeFirst();
  const days = DECISION_KINDS.flatMap((kind): [DecisionKind, Day][] => {
    const [last] = [
      ...stands.filter((one) => one.kind === kind).map(({ decidedOn }) => decidedOn),
      ...(kind === "situation-report" && adopted?.on ? [adopted.on] : []),
      ...(kind === "action-plan" && followed !== undefined ? [followed] : []),
    ]
      .toSorted()
      .toReversed();
    return last === undefined ? [] : [[kind, last]];
  });
  return new Map(days);
}

/** How often residents were promised to hear, by the promises that are in force today. */
export async function cadenceOf(tx: Tx, partnershipId: string, today: Day): Promise<number> {
  const facts = await partnershipFacts(tx, partnershipId);
  const inForce = asHeld(await documentsOf(tx, partnershipId)).filter(
    ({ state, content: { period } }) =>
      state === "published" && (period.from.on ?? "") <= today && (period.to?.on ?? "9999") >= today,
  );
  return promisedDays(
    inForce.map(({ content }) => content),
    facts?.feedback_days ?? 90,
  );
}

/** Every clock of a partnership, also those that are calm: the law's, the parties' own, and one for each promise in force. */
export async function clocksOf(tx: Tx, partnershipId: string, today: Day): Promise<Clock[]> {
  const decided = await countedFrom(tx, partnershipId);
  const last = await lastWordAt(tx, partnershipId);
  const documents = asHeld(await documentsOf(tx, partnershipId)).filter(({ state }) => state === "published");
  return [
    silenceClock(last && dayOf(last), await cadenceOf(tx, partnershipId, today), today),
    ...DECISION_KINDS.map((kind) => lawClock(kind, decided.get(kind), today)),
    ...documents.flatMap(({ content, slug }) => {
      const [from, to] = [content.period.from.on, content.period.to?.on];
      return from === undefined || to === undefined ? [] : [documentClock(from, to, today, slug)];
    }),
  ];
}

/** The whole red list of a partnership, in turn. */
export async function readRed(tx: Tx, where: Where, today: Day): Promise<readonly red.Red[]> {
  const parties = await partiesOf(tx, where.id);
  return red.inTurn([
    ...(await clocks(tx, where, parties, today)),
    ...(await promises(tx, where, parties, today)),
    ...(await activities(tx, where, parties, today)),
    ...(await heard(tx, where, parties, today)),
    ...(await items(tx, where, today)),
  ]);
}

/** The two that signs: what both are to do waits for both. */
const both = (parties: Parties) =>
  parties.filter(({ kind }) => kind !== "other").map(({ organisationId }) => organisationId);
const municipality = (parties: Parties) =>
  parties.filter(({ kind }) => kind === "municipality").map(({ organisationId }) => organisationId);

async function clocks(tx: Tx, { id, slug }: Where, parties: Parties, today: Day): Promise<red.Red[]> {
  const decided = await countedFrom(tx, id);
  const last = await lastWordAt(tx, id);
  const silence = silenceClock(last && dayOf(last), await cadenceOf(tx, id, today), today);
  return [
    ...DECISION_KINDS.flatMap((kind) =>
      red.redClock(
        {
          kind,
          organisationIds: municipality(parties),
          href: `/folj-upp/${slug}/${kind === "action-plan" ? "atgardsplaner" : "klockor"}`,
        },
        lawClock(kind, decided.get(kind), today),
        today,
      ),
    ),
    ...red.redClock({ kind: "silence", organisationIds: both(parties), href: `/folj-upp/${slug}` }, silence, today),
  ];
}

async function promises(tx: Tx, { id, slug }: Where, parties: Parties, today: Day): Promise<red.Red[]> {
  const all = await documentsOf(tx, id);
  const next = await nextBy(tx, id);
  const reports = await reportsOf(tx, id);
  const held = asHeld(all).flatMap((document) => {
    const { period, title } = document.content;
    const [from, to] = [period.from.on, period.to?.on];
    if (from === undefined || to === undefined) return [];
    const isInForce = document.state === "published";
    const isAlone = document.state === "closed" && document.closing !== "succeeded" && document.closing !== "withdrawn";
    if (!isInForce && !isAlone) return [];
    const about = { title, organisationIds: both(parties) };
    const toldTo = reports
      .filter((report) => report.state === "published" && report.documentId === document.id)
      .map((report) => report.to)
      .toSorted()
      .at(-1);
    const isFollowed = (next.get(document.id) ?? "none") === "published";
    return [
      ...(isFollowed
        ? []
        : red.redExpiry({ ...about, kind: "document", href: `/lova/${slug}/nasta-${document.slug}` }, to, today)),
      ...(isInForce
        ? red.redReport({ ...about, kind: "report", href: `/folj-upp/${slug}` }, { from, to, toldTo }, today)
        : []),
    ];
  });
  const asked: red.Red[] = [];
  for (const document of all) {
    if (document.state !== "draft") continue;
    for (const { activity, ask } of waitingIn(document.content, await ownersOf(tx, document.id)))
      asked.push(
        ...red.redOwner(
          {
            kind: "owner",
            title: activity.text,
            organisationIds: [ask.organisationId],
            unit: ask.unit,
            href: `/lova/${slug}/${document.slug}`,
          },
          dayOf(ask.askedAt as Instant),
          today,
        ),
      );
  }
  return [...held, ...asked];
}

async function activities(tx: Tx, { id, slug }: Where, parties: Parties, today: Day): Promise<red.Red[]> {
  const occasions = await occasionsOf(tx, id);
  const deviations = await standingDeviationsOf(tx, id);
  return (await promisedActivities(tx, id, today)).flatMap((row) => {
    const owned = parties.filter(({ kind }) => kind === row.owner).map(({ organisationId }) => organisationId);
    const whose = row.organisation_id === null ? owned : [row.organisation_id];
    return red.redActivity(
      {
        kind: "activity",
        title: `${row.number} ${row.text}`,
        organisationIds: whose.length === 0 ? both(parties) : whose,
        unit: row.unit ?? "",
        href: `/gora/${slug}/aktivitet-${row.id}`,
      },
      lateOf(promisedOf(row), { occasions, deviations }, today),
      today,
    );
  });
}

async function heard(tx: Tx, { id, slug }: Where, parties: Parties, today: Day): Promise<red.Red[]> {
  const disputes = (await disputesOf(tx, id)).filter(({ dispute }) => isOpen(dispute));
  const ofWhom = (owners: readonly string[]) => [...new Set(owners)];
  const owed = (await heardThemes(tx, id)).filter((theme) => isOwed(theme) && !themeIsAnswered(theme, []));
  const since = await heardSince(
    tx,
    owed.map((theme) => theme.id),
  );
  const threads = await tx
    .selectFrom("traffic_thread")
    .select(["opened_at", "owner_organisation_id as owner"])
    .where("partnership_id", "=", id)
    .where("answered_at", "is", null)
    .execute();
  return [
    ...red.redDisputes(
      {
        kind: "disputes",
        organisationIds: ofWhom(disputes.map(({ owner }) => owner)),
        href: `/lyssna/${slug}/teman`,
      },
      disputes.map(({ dispute }) => dispute.disputedOn),
      today,
    ),
    ...red.redUnanswered(
      { kind: "themes", organisationIds: both(parties), href: `/lyssna/${slug}/teman` },
      since,
      today,
    ),
    ...ofWhom(threads.map(({ owner }) => owner)).flatMap((owner) =>
      red.redUnanswered(
        { kind: "complaints", organisationIds: [owner], href: `/lyssna/${slug}/trafik` },
        threads.filter((one) => one.owner === owner).map((one) => dayOf(one.opened_at)),
        today,
      ),
    ),
  ];
}

/** The first day that each of these themes was heard of. */
async function heardSince(tx: Tx, themeIds: readonly string[]): Promise<Day[]> {
  if (themeIds.length === 0) return [];
  const rows = await tx
    .selectFrom("coding")
    .leftJoin("campaign_answer", "campaign_answer.id", "coding.answer_id")
    .leftJoin("observation", "observation.id", "coding.observation_id")
    .leftJoin("dialogue_theme", "dialogue_theme.id", "coding.dialogue_theme_id")
    .leftJoin("dialogue", "dialogue.id", "dialogue_theme.dialogue_id")
    .leftJoin("hearing", "hearing.id", "coding.hearing_id")
    .select("theme_id")
    .select(
      sql<Day | null>`min(coalesce(campaign_answer.received_on, (observation.noted_at at time zone 'Europe/Stockholm')::date, dialogue.held_to, hearing.held_on))`.as(
        "since",
      ),
    )
    .where("theme_id", "in", themeIds)
    .groupBy("theme_id")
    .execute();
  return rows.flatMap(({ since }) => since ?? []);
}

async function items(tx: Tx, { id, slug }: Where, today: Day): Promise<red.Red[]> {
  const all = (await itemsOf(tx, id)).map((item) => {
    const stands = standingOf(item.origin, item.steps);
    return { ...item, stands, manager: managerOf(item.origin, item.steps), facts: factsOf(stands) };
  });
  const whose = [...new Set(all.map(({ organisationId }) => organisationId))];
  return whose.flatMap((organisationId) => {
    const own = all.filter((item) => item.organisationId === organisationId);
    const untaken = own.filter(({ stands, manager }) => waitsForOwner(stands, manager));
    const open = own.filter((item) => !untaken.includes(item) && item.origin.decision === undefined);
    const of = { organisationIds: [organisationId] };
    const from = (kind: "walk" | "traffic") =>
      open
        .filter(({ origin, stands }) => origin.from === kind && stands.state !== "duplicate")
        .map(({ origin }) => origin.registeredOn);
    return [
      ...red.redUnowned(
        { ...of, kind: "unowned", href: `/gora/${slug}/punkter?visa=utan-ansvarig` },
        untaken.map(({ origin }) => origin.registeredOn),
        today,
      ),
      ...red.redUnanswered({ ...of, kind: "points", href: `/gora/${slug}/punkter` }, from("walk"), today),
      ...red.redUnanswered({ ...of, kind: "proposals", href: `/gora/${slug}/punkter` }, from("traffic"), today),
      ...red.redLateItems(
        { ...of, kind: "late-items", href: `/gora/${slug}/punkter?visa=sena` },
        own.flatMap(({ stands, facts }) => (isLate(stands, today) && facts.plan !== undefined ? facts.plan.by : [])),
        today,
      ),
    ];
  });
}
