// Reads what the stages know, for the gate; writes what came through it. The SQL of this stage lies here and in the store-*.ts beside it.
import { floorsOn } from "../collect/floor.ts";
import { agreedFloorsOf } from "../collect/store-floors.ts";
import type { Day, Instant } from "../ground/time.ts";
import { dayOf } from "../ground/time.ts";
import { promisedDays } from "../follow/clocks/cadence.ts";
import type { Within } from "../partnership/tables.ts";
import { asHeld } from "../pledge/amendments/amendment.ts";
import type { Disclosed } from "./disclosure.ts";
import type { RawSite, Site } from "./site.ts";
import { readActionPlans } from "./store-actionplans.ts";
import { readConsultations } from "./store-consultations.ts";
import { readDialogues, readResults } from "./store-dialogues.ts";
import { readRoads } from "./store-roads.ts";
import { readPlans } from "./store-plans.ts";
import { readSituations } from "./store-situations.ts";
import type { TellDatabase } from "./tables.ts";
import { readAllPledges, readDocuments, readReports } from "./store-pledges.ts";
import { readAnswers } from "./store-answers.ts";
import { readWalks } from "./store-walks.ts";
import { lastWordOf } from "./told-clock.ts";

type Tx = Within<TellDatabase>;

/** Everything there is to tell of a partnership, raw. Undefined until both parties have accepted, or where there is none. */
export async function readSite(
  tx: Tx,
  partnershipId: string,
  today: Day,
  /** A signed document that is read as if it had been published today. */
  asPublished?: string,
): Promise<RawSite | undefined> {
  const partnership = await tx.selectFrom("partnership").selectAll().where("id", "=", partnershipId).executeTakeFirst();
  if (partnership === undefined) return undefined;
  const parties = await tx
    .selectFrom("partnership_party")
    .innerJoin("organisation", "organisation.id", "partnership_party.organisation_id")
    .where("partnership_id", "=", partnershipId)
    .orderBy("organisation.kind")
    .select(["organisation.id as id", "kind", "name", "accepted_at"])
    .execute();
  if (parties.some(({ accepted_at }) => accepted_at === null)) return undefined;
  const partyName = new Map(parties.map(({ id, name }) => [id, name]));
  const documents = await readDocuments(tx, partnershipId, today, asPublished);
  const reports = await readReports(tx, partnershipId, partyName);
  const inForce = asHeld(documents).filter(
    ({ state, from, to }) => state === "published" && (from ?? "") <= today && (to ?? "9999") >= today,
  );
  const agreed = await agreedFloorsOf(tx, partnershipId);
  const now = floorsOn(agreed, today);
  const answers = await readAnswers(tx, partnershipId, now);
  const roads = await readRoads(tx, partnershipId, partyName);
  return {
    slug: partnership.slug,
    name: partnership.name,
    example: partnership.example,
    parties: parties.map(({ kind, name }) => ({ kind, name })),
    feedbackDays: promisedDays(
      inForce.map(({ content }) => content),
      partnership.feedback_days,
    ),
    ...(agreed.length === 0 ? {} : { floors: { now, agreed } }),
    lastWord: lastWordOf({
      promises: documents.map(({ published }) => dayOf(published)),
      // One party's part is no word of both.
      reports: reports.filter(({ waitsFor }) => waitsFor === undefined),
      answers,
      roads,
    }),
    documents: documents.map(({ id: _id, published: _published, content: _content, ...told }) => told),
    current: await readAllPledges(tx, partnershipId, inForce, today, partyName, reports),
    walks: await readWalks(tx, partnershipId),
    upcoming: await readPlans(tx, partnershipId),
    roads,
    situations: await readSituations(tx, partnershipId, parties),
    actionPlans: await readActionPlans(tx, partnershipId, today),
    dialogues: [...(await readDialogues(tx, partnershipId)), ...(await readResults(tx, partnershipId))],
    answers,
    consultations: await readConsultations(tx, partnershipId, { today, partyName }),
    reports: reports.map(({ statuses: _statuses, ...told }) => told),
  };
}

export async function publish(
  tx: Tx,
  partnershipId: string,
  site: Disclosed<Site>,
  etag: string,
  at: Instant,
): Promise<void> {
  const row = { slug: site.slug, name: site.name, content: JSON.stringify(site), etag, made_at: at };
  await tx
    .insertInto("publication")
    .values({ partnership_id: partnershipId, ...row })
    // Made anew and the same is not newer: whoever asks what has changed since is told that nothing has.
    .onConflict((conflict) => conflict.column("partnership_id").doUpdateSet(row).where("publication.etag", "<>", etag))
    .execute();
}

export async function published(
  tx: Tx,
  slug: string,
): Promise<{ site: Disclosed<Site>; etag: string; madeAt: Instant } | undefined> {
  const row = await tx.selectFrom("publication").selectAll().where("slug", "=", slug).executeTakeFirst();
  return row === undefined ? undefined : { site: row.content, etag: row.etag, madeAt: row.made_at };
}

/** Which publication it is, without what is in it. */
export async function publishedAs(tx: Tx, slug: string): Promise<string | undefined> {
  const row = await tx.selectFrom("publication").select("etag").where("slug", "=", slug).executeTakeFirst();
  return row?.etag;
}

/** Which publications there are, without what is in them: enough to know whether anything has changed. */
export async function publishedVersions(tx: Tx): Promise<{ key: string; changedAt: Instant | undefined }> {
  const rows = await tx.selectFrom("publication").select(["slug", "etag", "made_at"]).orderBy("slug").execute();
  const times = rows.map(({ made_at }) => made_at).toSorted();
  return { key: rows.map(({ slug, etag }) => `${slug} ${etag}`).join("\n"), changedAt: times.at(-1) };
}

export async function allPublished(tx: Tx): Promise<{ sites: Disclosed<Site>[]; etag: string }> {
  const rows = await tx.selectFrom("publication").select(["content", "etag"]).orderBy("name").execute();
  return { sites: rows.map(({ content }) => content), etag: rows.map(({ etag }) => etag).join("-") };
}
