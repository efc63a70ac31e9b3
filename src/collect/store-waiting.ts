// What waits in what was heard, counted for one person: of their own organisation and of what was sent to it, with the oldest day. Under their own role,
// so that what the database keeps from them is not counted either.
import { sql } from "kysely";
import type { Person } from "../ground/party.ts";
import { addDays, dayOf, type Day, type Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { CollectDatabase } from "./tables.ts";
import { askedSince } from "./weekly/coverage.ts";
import { absencesOf, reporterOfPerson, reportsBy } from "./weekly/store.ts";
import { EVENT_WEEKS, mondayOf, weeksBack } from "./weekly/week.ts";
import { askedFor, type Counted, inTurn, promisesUntil, type WaitingKind, type Waits } from "./waiting.ts";

type Tx = Within<CollectDatabase>;
type Asked = { readonly partnershipId: string; readonly organisationId: string; readonly today: Day };
type Row = { readonly count: number; readonly since: Instant | Day | null; readonly by?: Day | null };

const count = sql<number>`count(*)::int`.as("count");

/** One line where all of a kind are told together; none where nothing waits. */
function told(kind: WaitingKind, at: string, row: Row, title = ""): Counted[] {
  if (row.count === 0 || row.since === null) return [];
  const since = row.since.length === 10 ? (row.since as Day) : dayOf(row.since as Instant);
  return [{ kind, title, count: row.count, since, at, ...(row.by ? { by: row.by } : {}) }];
}

async function answers(tx: Tx, { partnershipId, organisationId }: Asked): Promise<Counted[]> {
  const rows = await tx
    .selectFrom("campaign_answer")
    .innerJoin("campaign", "campaign.id", "campaign_answer.campaign_id")
    .innerJoin("source", "source.id", "campaign.source_id")
    .select(["campaign.slug", "campaign.title", count])
    .select(({ fn }) => fn.min("received_on").as("since"))
    .where("campaign_answer.partnership_id", "=", partnershipId)
    .where("source.owner_organisation_id", "=", organisationId)
    .where("campaign_answer.state", "=", "waiting")
    .groupBy(["campaign.slug", "campaign.title"])
    .execute();
  return rows.flatMap((row) => told("answers", `kampanj-${row.slug}`, row, row.title));
}

async function complaints(tx: Tx, { partnershipId, organisationId }: Asked): Promise<Counted[]> {
  const row = await tx
    .selectFrom("traffic_handed_in")
    .select(count)
    .select(({ fn }) => fn.min("received_on").as("since"))
    .where("partnership_id", "=", partnershipId)
    .where("owner_organisation_id", "=", organisationId)
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return told("complaints", "trafik", row);
}

/** A second person looks: what oneself has set aside waits for somebody else. */
async function persons(tx: Tx, { partnershipId, organisationId }: Asked, person: Person): Promise<Counted[]> {
  const row = await tx
    .selectFrom("person_review")
    .innerJoin("observation", "observation.id", "person_review.observation_id")
    .select(count)
    .select(({ fn }) => fn.min("overridden_at").as("since"))
    .where("person_review.partnership_id", "=", partnershipId)
    .where("person_review.owner_organisation_id", "=", organisationId)
    .where("overridden_by", "<>", person.id)
    .where("noted_by", "is distinct from", person.id)
    .where("verdict", "is", null)
    .where("withdrawn_at", "is", null)
    .where("observation.disposed_at", "is", null)
    .executeTakeFirstOrThrow();
  return told("persons", "granska-personuppgifter", row);
}

async function disputes(tx: Tx, { partnershipId, organisationId }: Asked): Promise<Counted[]> {
  const row = await tx
    .selectFrom("receipt_dispute")
    .innerJoin("campaign", "campaign.id", "receipt_dispute.campaign_id")
    .innerJoin("source", "source.id", "campaign.source_id")
    .select(count)
    .select(({ fn }) => fn.min("disputed_on").as("since"))
    .where("receipt_dispute.partnership_id", "=", partnershipId)
    .where("source.owner_organisation_id", "=", organisationId)
    .where("verdict", "<>", "yes")
    .where("reply", "is", null)
    .executeTakeFirstOrThrow();
  return told("disputes", "teman", row);
}

async function passages(tx: Tx, { partnershipId, organisationId }: Asked): Promise<Counted[]> {
  const row = await tx
    .selectFrom("hearing_passage")
    .select(count)
    .select(({ fn }) => fn.min("shared_at").as("since"))
    .where("partnership_id", "=", partnershipId)
    .where("to_organisation_id", "=", organisationId)
    .where("opened_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirstOrThrow();
  return told("passages", "samtal", row);
}

async function proposals(tx: Tx, { partnershipId, organisationId }: Asked): Promise<Counted[]> {
  const rows = await tx
    .selectFrom("traffic_proposal")
    .innerJoin("traffic_thread", "traffic_thread.id", "traffic_proposal.thread_id")
    .select(["traffic_thread.number", "traffic_thread.place_name", count])
    .select(({ fn }) => fn.min("proposed_at").as("since"))
    .where("traffic_proposal.partnership_id", "=", partnershipId)
    .where("to_organisation_id", "=", organisationId)
    .where("reply", "is", null)
    .groupBy(["traffic_thread.number", "traffic_thread.place_name"])
    .execute();
  return rows.flatMap((row) => told("proposals", `trafik-${row.number}`, row, row.place_name));
}

/** Points sent to the municipality's units; they wait for nobody else. */
async function points(tx: Tx, { partnershipId, organisationId }: Asked): Promise<Counted[]> {
  const row = await tx
    .selectFrom("protocol_row")
    .innerJoin("walk_letter", (join) =>
      join
        .onRef("walk_letter.walk_id", "=", "protocol_row.walk_id")
        .onRef("walk_letter.spot_manager", "=", "protocol_row.spot_manager"),
    )
    .leftJoin("point_reply", "point_reply.row_id", "protocol_row.id")
    .select(count)
    .select(({ fn }) => [fn.min("sent_at").as("since"), fn.min("reply_by").as("by")])
    .where("protocol_row.partnership_id", "=", partnershipId)
    .where("protocol_row.spot_manager", "=", "municipality")
    .where("protocol_row.kind", "<>", "positive")
    .where("answer_kind", "is", null)
    .where("point_reply.row_id", "is", null)
    .where((is) =>
      is.exists(
        is.selectFrom("organisation").select("id").where("id", "=", organisationId).where("kind", "=", "municipality"),
      ),
    )
    .executeTakeFirstOrThrow();
  return told("points", "att-ta-emot", row);
}

async function promises(tx: Tx, { partnershipId, organisationId, today }: Asked): Promise<Counted[]> {
  const row = await tx
    .selectFrom("hearing")
    .select(count)
    .select(({ fn }) => [fn.min("held_on").as("since"), fn.min("promised_by").as("by")])
    .where("partnership_id", "=", partnershipId)
    .where("owner_organisation_id", "=", organisationId)
    .where("kept_on", "is", null)
    .where("promised_by", "<=", promisesUntil(today))
    .executeTakeFirstOrThrow();
  return told("promises", "samtal", row);
}

/** Walks that are walked and have no protocol yet, with the notes that both will read in it. */
async function protocols(tx: Tx, { partnershipId, organisationId }: Asked): Promise<Counted[]> {
  const rows = await tx
    .selectFrom("walk")
    .innerJoin("source", "source.id", "walk.source_id")
    .innerJoin("observation", "observation.walk_id", "walk.id")
    .select(["walk.slug", "walk.title", "walk.walked_at as since", count])
    .where("walk.partnership_id", "=", partnershipId)
    .where("source.owner_organisation_id", "=", organisationId)
    .where("walk.state", "=", "walked")
    .where("sharing", "<>", "own")
    .where("withdrawn_at", "is", null)
    .groupBy(["walk.slug", "walk.title", "walk.walked_at"])
    .execute();
  return rows.flatMap((row) => told("protocols", `vandring-${row.slug}`, row, row.title));
}

/** What one's own reporters have told of, and nobody has said what it led to. */
async function weekly(tx: Tx, { partnershipId, organisationId, today }: Asked): Promise<Counted[]> {
  const row = await tx
    .selectFrom("weekly_event")
    .innerJoin("weekly_report", "weekly_report.id", "weekly_event.report_id")
    .innerJoin("weekly_reporter", "weekly_reporter.id", "weekly_report.reporter_id")
    .innerJoin("observation", "observation.id", "weekly_event.observation_id")
    .leftJoin("weekly_answer", "weekly_answer.observation_id", "weekly_event.observation_id")
    .select(sql<number>`count(distinct observation.id)::int`.as("count"))
    .select(({ fn }) => fn.min("weekly_report.received_at").as("since"))
    .where("weekly_event.partnership_id", "=", partnershipId)
    .where("weekly_reporter.organisation_id", "=", organisationId)
    .where("weekly_report.week", "in", weeksBack(today, EVENT_WEEKS))
    .where("observation.withdrawn_at", "is", null)
    .where("weekly_answer.id", "is", null)
    .executeTakeFirstOrThrow();
  return told("weekly", "veckorapporter", row);
}

/** «Veckorapporten: två minuter i dag»: to the reporter, from Thursday and the week out, until it is sent. */
async function report(tx: Tx, { partnershipId, today }: Asked, person: Person): Promise<Counted[]> {
  const reporter = await reporterOfPerson(tx, partnershipId, person.id);
  if (reporter === undefined) return [];
  const reports = await reportsBy(tx, reporter.id, 1);
  const known = {
    reports: reports.map((one) => ({ ...one, reporterId: reporter.id })),
    absences: await absencesOf(tx, partnershipId),
  };
  const since = askedSince(reporter, known, today) ?? null;
  return told("report", "vecka", { count: 1, since, by: addDays(mondayOf(today), 6) });
}

const COUNTED: Readonly<Record<WaitingKind, (tx: Tx, asked: Asked, person: Person) => Promise<Counted[]>>> = {
  answers,
  complaints,
  persons,
  disputes,
  passages,
  proposals,
  points,
  promises,
  protocols,
  weekly,
  report,
};

/** Everything that waits for this person in one partnership, what has a day first. */
export async function waitingFor(
  tx: Tx,
  partnership: { readonly id: string; readonly slug: string },
  person: Person,
  today: Day,
): Promise<Waits[]> {
  const counted: Counted[] = [];
  for (const [kind, ask] of Object.entries(COUNTED)) {
    const organisationId = askedFor(kind as WaitingKind, person, partnership.id);
    if (organisationId === undefined) continue;
    counted.push(...(await ask(tx, { partnershipId: partnership.id, organisationId, today }, person)));
  }
  return inTurn(counted, partnership.slug);
}
