import type { Selectable } from "kysely";
import { planDecisionsOf } from "../../follow/actionplans/store.ts";
import { countedFrom, decisionsOf } from "../../follow/clocks/store.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import { partnershipFacts, peopleOf } from "../../partnership/store.ts";
import type { Within } from "../../partnership/tables.ts";
import { isOwed, themeIsAnswered } from "../../prioritise/rounds/answers.ts";
import { heardThemes } from "../../prioritise/rounds/store.ts";
import { published } from "../store.ts";
import type { TellDatabase } from "../tables.ts";
import type { Brief } from "./brief.ts";
import { type Facts, factsOf } from "./facts.ts";
import type { BriefRow } from "./tables.ts";

type Tx = Within<TellDatabase>;

/** Everything a brief is made of, as it is now: what is public out of what was published, and the rest as whoever asks may read it. */
export async function readFacts(
  tx: Tx,
  where: { readonly id: string; readonly slug: string },
  at: Instant,
): Promise<Facts> {
  const facts = await partnershipFacts(tx, where.id);
  const people = await peopleOf(tx, where.id);
  const themes = await heardThemes(tx, where.id);
  return factsOf((await published(tx, where.slug))?.site, {
    takenOn: dayOf(at),
    partnership: facts?.name ?? "",
    coordinators: [...new Set(people.filter(({ role }) => role === "coordinator").map(({ title }) => title))],
    agreement: { until: facts?.agreement_until ?? null, registryNumber: facts?.registry_number ?? "" },
    decisions: [...(await decisionsOf(tx, where.id)), ...(await planDecisionsOf(tx, where.id))],
    countedFrom: await countedFrom(tx, where.id),
    reportedOn: await reportedOn(tx, where.id),
    isWaiting: themes.some((theme) => isOwed(theme) && !themeIsAnswered(theme, [])),
  });
}

async function reportedOn(tx: Tx, partnershipId: string): Promise<Day | null> {
  const row = await tx
    .selectFrom("brief")
    .select(({ fn }) => fn.max("settled_on").as("on"))
    .where("partnership_id", "=", partnershipId)
    .where("kind", "=", "council")
    .where("state", "=", "settled")
    .executeTakeFirst();
  return row?.on ?? null;
}

/** Every brief, the latest first. */
export async function briefsOf(tx: Tx, partnershipId: string): Promise<Brief[]> {
  const rows = await tx
    .selectFrom("brief")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("begun_at", "desc")
    .execute();
  return rows.map(briefOf);
}

export async function briefById(tx: Tx, partnershipId: string, id: string): Promise<Brief | undefined> {
  const row = await tx
    .selectFrom("brief")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && briefOf(row);
}

/** The same, held until the transaction ends. Those who may not change it hold nothing, read it all the same, and are told why not. */
export async function briefForChange(tx: Tx, partnershipId: string, id: string): Promise<Brief | undefined> {
  await tx
    .selectFrom("brief")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
  return briefById(tx, partnershipId, id);
}

function briefOf(row: Selectable<BriefRow>): Brief {
  const base = {
    id: row.id,
    organisationId: row.organisation_id,
    kind: row.kind,
    length: row.length,
    facts: row.facts,
    takenAt: row.taken_at,
    registryNumber: row.registry_number,
    passages: row.passages,
    example: row.example,
  };
  if (row.state === "settled")
    return { ...base, state: "settled", settledOn: row.settled_on!, settledAs: row.settled_as ?? "" };
  if (row.state === "aside") return { ...base, state: "aside", reason: row.aside_reason ?? "" };
  return { ...base, state: "draft" };
}

export async function addBrief(tx: Tx, partnershipId: string, brief: Brief, at: Instant): Promise<void> {
  await tx
    .insertInto("brief")
    .values({
      id: brief.id,
      partnership_id: partnershipId,
      organisation_id: brief.organisationId,
      kind: brief.kind,
      begun_at: at,
      example: brief.example,
      ...changing(brief),
    })
    .execute();
}

/** Nothing is answered as saved that was not. */
export async function saveBrief(tx: Tx, brief: Brief): Promise<void> {
  const row = await tx.updateTable("brief").set(changing(brief)).where("id", "=", brief.id).executeTakeFirst();
  if (row.numUpdatedRows !== 1n) throw new Error("A brief that was read was not there to be written");
}

const changing = (brief: Brief) => ({
  length: brief.length,
  state: brief.state,
  facts: JSON.stringify(brief.facts),
  taken_at: brief.takenAt,
  registry_number: brief.registryNumber,
  passages: JSON.stringify(brief.passages),
  settled_on: brief.state === "settled" ? brief.settledOn : null,
  settled_as: brief.state === "settled" ? brief.settledAs : null,
  aside_reason: brief.state === "aside" ? brief.reason : null,
});
