// Action plans, read under the asker's own role: a draft is there for the municipality's own people only.
import { type Selectable, sql, type Transaction } from "kysely";
import { progressOf, promisedOf } from "../../act/month.ts";
import { occasionsOf } from "../../act/store.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { promisedActivities } from "../../pledge/store.ts";
import type { Decision } from "../clocks/decision.ts";
import type { FollowDatabase } from "../tables.ts";
import { standingOf } from "./follow-up.ts";
import type { ActionPlan, Decided, FollowUp, Ground, Logged, Measure, PlanDecision } from "./plan.ts";
import type { ActionMeasureRow, ActionPlanDecisionRow, ActionPlanFollowUpRow } from "./tables.ts";

type Tx = Within<FollowDatabase>;

/** Every plan, the one in work first and then the latest that was decided. */
export async function plansOf(tx: Tx, partnershipId: string): Promise<ActionPlan[]> {
  const rows = await tx
    .selectFrom("action_plan")
    .innerJoin("situation_report", "situation_report.id", "action_plan.report_id")
    .selectAll("action_plan")
    .select([
      "situation_report.slug as ground_slug",
      "situation_report.from_day",
      "situation_report.to_day",
      "situation_report.adopted_on",
      "situation_report.content_hash as ground_hash",
    ])
    .where("action_plan.partnership_id", "=", partnershipId)
    .orderBy("decided_at", (it) => it.desc().nullsFirst())
    .execute();
  const measures = await tx
    .selectFrom("action_measure")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("place")
    .execute();
  const decisions = await tx
    .selectFrom("action_plan_decision")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("noted_at", "desc")
    .execute();
  const followUps = await tx
    .selectFrom("action_plan_follow_up")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("noted_at", "desc")
    .execute();
  return rows.map((row): ActionPlan => {
    const base = {
      id: row.id,
      organisationId: row.organisation_id,
      ground: {
        id: row.report_id,
        slug: row.ground_slug,
        from: row.from_day,
        to: row.to_day,
        adoptedOn: row.adopted_on!,
        contentHash: row.ground_hash ?? "",
      },
      begunAt: row.begun_at,
      measures: measures.filter((one) => one.plan_id === row.id).map(measureOf),
      example: row.example,
    };
    if (row.state === "draft") return { ...base, state: "draft" };
    return {
      ...base,
      state: "decided",
      slug: row.slug!,
      contentHash: row.content_hash!,
      decidedAt: row.decided_at!,
      decisions: decisions.filter((one) => one.plan_id === row.id).map(decisionOf),
      followUps: followUps.filter((one) => one.plan_id === row.id).map(followUpOf),
      toldAt: row.told_at ?? undefined,
    };
  });
}

/** Holds the plans here until the transaction ends, also one that is not begun yet: of two who write at once the second finds what the first wrote. */
export async function holdPlans(tx: Transaction<FollowDatabase>, partnershipId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${partnershipId}::text, 167))`.execute(tx);
}

/** The situation report that was adopted last. */
export async function latestGround(tx: Tx, partnershipId: string): Promise<Ground | undefined> {
  const row = await tx
    .selectFrom("situation_report")
    .select(["id", "slug", "from_day", "to_day", "adopted_on", "content_hash"])
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "adopted")
    .orderBy("adopted_on", "desc")
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      slug: row.slug,
      from: row.from_day,
      to: row.to_day,
      adoptedOn: row.adopted_on!,
      contentHash: row.content_hash ?? "",
    }
  );
}

/** What the log says by a day of every activity that was ever promised, and which of them the municipality may take up as a measure then. */
export async function loggedOf(tx: Tx, partnershipId: string, day: Day) {
  const rows = await promisedActivities(tx, partnershipId);
  const occasions = (await occasionsOf(tx, partnershipId)).filter(({ on }) => on <= day);
  const logged = new Map<string, Logged>();
  for (const row of rows) {
    const { doneInAll, expectedInAll } = progressOf(promisedOf(row), occasions, day);
    logged.set(row.id, {
      activityId: row.id,
      number: row.number,
      text: row.text,
      document: row.slug,
      done: doneInAll,
      promised: expectedInAll ?? null,
      unit: row.target?.unit ?? "",
    });
  }
  const promised = (await promisedActivities(tx, partnershipId, day))
    .filter(({ state, owner }) => state === "published" && (owner === "municipality" || owner === "joint"))
    .map(({ id, number, text, title }) => ({ id, number, text, title }));
  return { logged, promised };
}

/** What the law's two years are counted from, of the plans: what was decided, as other decisions are. */
export async function planDecisionsOf(tx: Tx, partnershipId: string): Promise<Decision[]> {
  const rows = await tx
    .selectFrom("action_plan_decision")
    .innerJoin("action_plan", "action_plan.id", "plan_id")
    .selectAll("action_plan_decision")
    .select("organisation_id")
    .where("action_plan_decision.partnership_id", "=", partnershipId)
    .orderBy("decided_on", "desc")
    .orderBy("noted_at", "desc")
    .execute();
  return rows.map((row) => {
    const { section: _section, ...decision } = decisionOf(row);
    return { ...decision, kind: "action-plan", organisationId: row.organisation_id, example: row.example };
  });
}

/** The last day that a plan was followed up. */
export async function lastFollowedOn(tx: Tx, partnershipId: string): Promise<Day | undefined> {
  const rows = await tx
    .selectFrom("action_plan_follow_up")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .execute();
  return standingOf(rows.map(followUpOf))[0]?.followedOn;
}

const measureOf = (row: Selectable<ActionMeasureRow>): Measure => ({
  id: row.id,
  version: row.version,
  what: row.what,
  chapter: row.chapter,
  why: row.why,
  office: row.office,
  from: row.from_day ?? undefined,
  to: row.to_day ?? undefined,
  followUp: row.follow_up,
  activityId: row.activity_id ?? undefined,
});

const decisionOf = (row: Selectable<ActionPlanDecisionRow>): PlanDecision => ({
  id: row.id,
  decidedOn: row.decided_on,
  body: row.body,
  section: row.section,
  registryNumber: row.registry_number,
  notedAt: row.noted_at,
  office: row.office,
  replaces: row.replaces ?? undefined,
  reason: row.reason ?? undefined,
});

const followUpOf = (row: Selectable<ActionPlanFollowUpRow>): FollowUp => ({
  id: row.id,
  followedOn: row.followed_on,
  office: row.office,
  measures: row.measures,
  notedAt: row.noted_at,
  replaces: row.replaces ?? undefined,
  reason: row.reason ?? undefined,
});

type At = { readonly partnershipId: string; readonly plan: Pick<ActionPlan, "id"> };

export async function addPlan(tx: Tx, partnershipId: string, plan: ActionPlan): Promise<void> {
  await tx
    .insertInto("action_plan")
    .values({
      id: plan.id,
      partnership_id: partnershipId,
      organisation_id: plan.organisationId,
      report_id: plan.ground.id,
      state: "draft",
      begun_at: plan.begunAt,
      slug: null,
      content_hash: null,
      decided_at: null,
      told_at: null,
      example: plan.example,
    })
    .execute();
  for (const measure of plan.measures) await addMeasure(tx, { partnershipId, plan }, measure);
}

export async function addMeasure(tx: Tx, { partnershipId, plan }: At, measure: Measure): Promise<void> {
  const last = await tx
    .selectFrom("action_measure")
    .select(({ fn }) => fn.max("place").as("place"))
    .where("plan_id", "=", plan.id)
    .executeTakeFirst();
  await tx
    .insertInto("action_measure")
    .values({
      id: measure.id,
      partnership_id: partnershipId,
      plan_id: plan.id,
      place: (last?.place ?? 0) + 1,
      ...writtenOf(measure),
    })
    .execute();
}

export async function saveMeasure(tx: Tx, measure: Measure): Promise<void> {
  written(
    await tx.updateTable("action_measure").set(writtenOf(measure)).where("id", "=", measure.id).executeTakeFirst(),
  );
}

export async function removeMeasure(tx: Tx, id: string): Promise<void> {
  const row = await tx.deleteFrom("action_measure").where("id", "=", id).executeTakeFirst();
  if (row.numDeletedRows !== 1n) throw new Error("A measure that was read was not there to be taken out");
}

const writtenOf = (measure: Measure) => ({
  version: measure.version,
  what: measure.what,
  chapter: measure.chapter,
  why: measure.why,
  office: measure.office,
  from_day: measure.from ?? null,
  to_day: measure.to ?? null,
  follow_up: measure.followUp,
  activity_id: measure.activityId ?? null,
});

export async function saveGround(tx: Tx, { id, ground }: Pick<ActionPlan, "id" | "ground">): Promise<void> {
  written(await tx.updateTable("action_plan").set({ report_id: ground.id }).where("id", "=", id).executeTakeFirst());
}

export async function saveDecided(tx: Tx, partnershipId: string, plan: Decided): Promise<void> {
  const { id, state, slug, contentHash, decidedAt } = plan;
  const row = { state, slug, content_hash: contentHash, decided_at: decidedAt };
  written(await tx.updateTable("action_plan").set(row).where("id", "=", id).executeTakeFirst());
  for (const decision of plan.decisions) await addDecision(tx, { partnershipId, plan }, decision);
}

export async function addDecision(tx: Tx, { partnershipId, plan }: At, decision: PlanDecision): Promise<void> {
  await tx
    .insertInto("action_plan_decision")
    .values({
      id: decision.id,
      partnership_id: partnershipId,
      plan_id: plan.id,
      decided_on: decision.decidedOn,
      body: decision.body,
      section: decision.section,
      registry_number: decision.registryNumber,
      noted_at: decision.notedAt,
      office: decision.office,
      replaces: decision.replaces ?? null,
      reason: decision.reason ?? null,
    })
    .execute();
}

export async function addFollowUp(tx: Tx, { partnershipId, plan }: At, followUp: FollowUp): Promise<void> {
  await tx
    .insertInto("action_plan_follow_up")
    .values({
      id: followUp.id,
      partnership_id: partnershipId,
      plan_id: plan.id,
      followed_on: followUp.followedOn,
      office: followUp.office,
      measures: JSON.stringify(followUp.measures),
      noted_at: followUp.notedAt,
      replaces: followUp.replaces ?? null,
      reason: followUp.reason ?? null,
    })
    .execute();
}

export async function saveTold(tx: Tx, { id }: Pick<ActionPlan, "id">, at: Instant | undefined): Promise<void> {
  written(
    await tx
      .updateTable("action_plan")
      .set({ told_at: at ?? null })
      .where("id", "=", id)
      .executeTakeFirst(),
  );
}

/** Nothing is answered as saved that was not. */
function written({ numUpdatedRows }: { readonly numUpdatedRows: bigint }): void {
  if (numUpdatedRows !== 1n) throw new Error("An action plan that was read was not there to be written");
}
