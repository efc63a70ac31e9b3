// What was said outside notes and dialogues, and goes by the same decisions: answers of campaigns with their photos, what those with a receipt said, who wanted
// to be called, hearings and staff dialogues, complaints about traffic, what was answered to weekly reports, what stood on the lines of a file that could not be
// read, and how the desk put a note for the protocol. What was chosen, of what kind, where and when stays.
import { type RawBuilder, sql, type Transaction } from "kysely";
import { dayOf, type Instant } from "../../ground/time.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import type { CollectDatabase } from "../tables.ts";
import { dropSentWith } from "../store-sent.ts";
import { olderThan, type RetentionRule } from "./retention.ts";

type Tx = Transaction<CollectDatabase>;

/** How much of it a rule would take now, and how much lies under a hold. */
export async function saidDue(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant) {
  const before = dayOf(olderThan(rule.months, at));
  const { rows } = await sql<{ due: number; held: number }>`
    select count(*) filter (where not held)::float8 as due, count(*) filter (where held)::float8 as held from (
      select exists (select 1 from retention_hold h where h.source_id = s.id and h.let_go_at is null) as held
      from campaign_answer a join campaign c on c.id = a.campaign_id join source s on s.id = c.source_id
      where a.partnership_id = ${partnershipId} and s.owner_organisation_id = ${rule.organisationId} and s.kind = ${rule.sourceKind}
        and a.received_on < ${before} and a.disposed_on is null
      union all
      select exists ${kindHeld(partnershipId, rule)}
      from hearing g
      where g.partnership_id = ${partnershipId} and g.owner_organisation_id = ${rule.organisationId} and g.form = ${formOf(rule)}
        and g.held_on < ${before} and g.disposed_at is null
      union all
      select exists ${kindHeld(partnershipId, rule)} from traffic_complaint c where ${complaintsOf(partnershipId, rule)} and c.received_on < ${before}
      union all
      select exists ${kindHeld(partnershipId, rule)} from traffic_handed_in c where ${unreadOf(partnershipId, rule)} and c.received_on < ${before}
      union all
      select ${answerHeld(partnershipId, rule)} from weekly_answer a where ${weeklyAnswersOf(partnershipId, rule)} and a.answered_at < ${olderThan(rule.months, at)}
    ) all_of_it`.execute(tx);
  return rows[0]!;
}

/** Takes it; needs the system role. */
export async function disposeSaid(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant) {
  const gone = { texts: 0, photos: 0 };
  for (const take of [disposeAnswers, disposeComplaints]) {
    const { texts, photos } = await take(tx, partnershipId, rule, at);
    gone.texts += texts;
    gone.photos += photos;
  }
  for (const take of [disposeHearings, disposeWeeklyAnswers, disposeLines])
    gone.texts += await take(tx, partnershipId, rule, at);
  return gone;
}

/** On all of the kind, or on a source of it, which the organisation's hearings are counted in. */
const kindHeld = (partnershipId: string, { sourceKind, organisationId }: RetentionRule) => sql`(
  select 1 from retention_hold h left join source s on s.id = h.source_id
  where h.partnership_id = ${partnershipId} and h.organisation_id = ${organisationId} and h.let_go_at is null and (h.source_kind = ${sourceKind} or s.kind = ${sourceKind}))`;

const formOf = ({ sourceKind }: RetentionRule) =>
  sourceKind === "hearing" ? "actor" : sourceKind === "staff" ? "staff" : "";

type Gone = { readonly texts: number; readonly photos: number };

async function disposeAnswers(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant): Promise<Gone> {
  const before = dayOf(olderThan(rule.months, at));
  const any = tx as AnyTransaction;
  const campaigns = sql`(select c.id from campaign c join source s on s.id = c.source_id
    where c.partnership_id = ${partnershipId} and s.owner_organisation_id = ${rule.organisationId} and s.kind = ${rule.sourceKind}
      and not exists (select 1 from retention_hold h where h.source_id = s.id and h.let_go_at is null))`;
  const gone = await sql<{ id: string }>`
    update campaign_answer set disposed_on = ${dayOf(at)}, disposed_under = ${rule.id}, given = coalesce((
      select jsonb_object_agg(g.key, case i.question ->> 'kind'
        when 'place' then jsonb_set(g.value, '{value}', jsonb_build_array(coalesce(g.value -> 'value' ->> 0, ''), ''))
        else g.value end)
      from jsonb_each(campaign_answer.given) g
        join campaign_item i on i.campaign_id = campaign_answer.campaign_id and i.key = g.key and i.version = (g.value ->> 'version')::int
      where i.question ->> 'kind' <> 'text'), '{}')
    where campaign_id in ${campaigns} and received_on < ${before} and disposed_on is null returning id`.execute(any);
  const ids = gone.rows.map(({ id }) => id);
  const photos =
    ids.length === 0 ? 0 : await count(tx.deleteFrom("campaign_photo").where("answer_id", "in", ids).returning("id"));
  if (ids.length > 0) await tx.deleteFrom("campaign_point").where("answer_id", "in", ids).execute();
  const disputes = await sql<{ id: string }>`
    update receipt_dispute set said = '[]'
    where campaign_id in ${campaigns} and disputed_on < ${before} and said <> '[]' returning id`.execute(any);
  const contacts = await sql<{ campaign_id: string }>`
    update campaign_contacts set entries = '[]', waiting = '[]'
    where campaign_id in (select id from campaign where id in ${campaigns} and state = 'closed' and closed_on < ${before})
      and (entries <> '[]' or waiting <> '[]') returning campaign_id`.execute(any);
  return {
    texts: ids.length + disputes.rows.length + contacts.rows.length,
    photos: photos + (await dropSentWith(tx, "dispute_id", idsOf(disputes.rows))),
  };
}

async function disposeHearings(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant): Promise<number> {
  if (formOf(rule) === "") return 0;
  const before = dayOf(olderThan(rule.months, at));
  const gone = await sql<{ id: string; passage_ids: readonly string[] }>`
    update hearing set disposed_at = ${at}, does = '', wish_municipality = '', wish_police = '', promised = '', promised_by = null, texts = '{}',
      themes = coalesce((select jsonb_agg(t.theme || '{"text": ""}'::jsonb order by t.place)
        from jsonb_array_elements(hearing.themes) with ordinality t (theme, place)), '[]')
    where partnership_id = ${partnershipId} and owner_organisation_id = ${rule.organisationId} and form = ${formOf(rule)}
      and held_on < ${before} and disposed_at is null
      and not exists ${kindHeld(partnershipId, rule)}
    returning id, passage_ids`.execute(tx);
  // And what it said before it was corrected.
  const hearings = gone.rows.map(({ id }) => id);
  if (hearings.length > 0) await tx.deleteFrom("hearing_revision").where("hearing_id", "in", hearings).execute();
  const passages = gone.rows.flatMap(({ passage_ids }) => passage_ids);
  if (passages.length > 0) await tx.deleteFrom("hearing_passage").where("id", "in", passages).execute();
  return gone.rows.length + passages.length;
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

const complaintsOf = (partnershipId: string, { organisationId, sourceKind }: RetentionRule) => sql`
  ${sourceKind} = 'resident-report' and c.partnership_id = ${partnershipId} and c.owner_organisation_id = ${organisationId} and c.disposed_at is null`;

const unreadOf = (partnershipId: string, { organisationId, sourceKind }: RetentionRule) => sql`
  ${sourceKind} = 'resident-report' and c.partnership_id = ${partnershipId} and c.owner_organisation_id = ${organisationId} and c.state = 'waiting'`;

/** What residents have said of the traffic. One that nobody has read goes as well: its receipt says so, and by which decision. */
async function disposeComplaints(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant): Promise<Gone> {
  const before = dayOf(olderThan(rule.months, at));
  const free = sql`c.received_on < ${before} and not exists ${kindHeld(partnershipId, rule)}`;
  const taken = await sql<{ id: string }>`
    update traffic_complaint c set direction = '', effect = '', proposal = '', points = null, disposed_at = ${at}
    where ${complaintsOf(partnershipId, rule)} and ${free} returning c.id`.execute(tx);
  const unread = await sql<{ id: string }>`
    update traffic_handed_in c set state = 'disposed', said = null, disposed_under = ${rule.id}
    where ${unreadOf(partnershipId, rule)} and ${free} returning c.id`.execute(tx);
  const photos =
    (await dropSentWith(tx, "complaint_id", idsOf(taken.rows))) +
    (await dropSentWith(tx, "handed_in_id", idsOf(unread.rows)));
  return { texts: taken.rows.length + unread.rows.length, photos };
}

const weeklyAnswersOf = (partnershipId: string, { organisationId, sourceKind }: RetentionRule) => sql`
  ${sourceKind} = 'weekly-report' and a.partnership_id = ${partnershipId} and a.organisation_id = ${organisationId} and a.disposed_at is null`;

/** A hold of those who answered, or on the source of what it is an answer to. */
const answerHeld = (
  partnershipId: string,
  rule: RetentionRule,
) => sql`(exists ${kindHeld(partnershipId, rule)} or exists (
  select 1 from retention_hold h join observation o on o.source_id = h.source_id where o.id = a.observation_id and h.let_go_at is null))`;

/** What was answered to a weekly report, by the decision of those who answered; what was reported is a note and goes with the notes. */
async function disposeWeeklyAnswers(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant): Promise<number> {
  const gone = await sql`
    update weekly_answer a set text = '', disposed_at = ${at}
    where ${weeklyAnswersOf(partnershipId, rule)} and a.answered_at < ${olderThan(rule.months, at)} and not ${answerHeld(partnershipId, rule)}
    returning 1`.execute(tx);
  return gone.rows.length;
}

/** What stood on lines that could not be read, cut short, in the report of a file or of a meter's; that they could not, and what was expected, stays. */
async function disposeLines(tx: Tx, partnershipId: string, rule: RetentionRule, at: Instant): Promise<number> {
  const before = olderThan(rule.months, at);
  const without = (told: RawBuilder<unknown>) => sql`(
    select jsonb_agg(p.line || '{"read": ""}'::jsonb order by p.place) from jsonb_array_elements(${told}) with ordinality p (line, place))`;
  const some = (told: RawBuilder<unknown>) => sql`
    exists (select 1 from jsonb_array_elements(${told}) p where p ->> 'read' <> '')`;
  const files = await sql`
    update import_run r set problems = ${without(sql`r.problems`)} from source s
    where s.id = r.source_id and s.partnership_id = ${partnershipId} and s.owner_organisation_id = ${rule.organisationId} and s.kind = ${rule.sourceKind}
      and r.finished_at < ${before} and ${some(sql`r.problems`)}
      and not exists (select 1 from retention_hold h where h.source_id = s.id and h.let_go_at is null) returning 1`.execute(
    tx,
  );
  const meters = await sql`
    update traffic_measurement m set odd = ${without(sql`m.odd`)}
    where ${rule.sourceKind} = 'traffic-measurement' and m.partnership_id = ${partnershipId} and m.owner_organisation_id = ${rule.organisationId}
      and m.measured_to < ${before} and ${some(sql`m.odd`)} and not exists ${kindHeld(partnershipId, rule)} returning 1`.execute(
    tx,
  );
  return files.rows.length + meters.rows.length;
}

/** What hangs on these notes and has words: how the desk put them for the protocol, and why a warning was set aside. An established protocol is a public document and stays. */
export async function disposeOfNotes(tx: Tx, observationIds: readonly string[], at: Instant): Promise<number> {
  const reasons = await count(
    tx
      .updateTable("person_review")
      .set({ reason: "", disposed_at: at })
      .where("observation_id", "in", observationIds)
      .where("disposed_at", "is", null)
      .returning("id"),
  );
  return reasons + (await disposeProtocolWork(tx, observationIds, at));
}

async function disposeProtocolWork(tx: Tx, observationIds: readonly string[], at: Instant): Promise<number> {
  return count(
    tx
      .updateTable("protocol_work")
      .set({ text: null, proposal: null, disposed_at: at })
      .where("observation_id", "in", observationIds)
      .where((is) => is.or([is("text", "is not", null), is("proposal", "is not", null)]))
      .returning("observation_id"),
  );
}

async function count(gone: { execute: () => Promise<readonly unknown[]> }): Promise<number> {
  return (await gone.execute()).length;
}
