import type { Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import type { CauseCard } from "./cause.ts";
import type { Measure } from "./measure.ts";

type Tx = Within<PrioritiseDatabase>;
/** The problem that is analysed, and where. */
export type Of = { readonly partnershipId: string; readonly problemId: string };

/** Every card of a problem in the order it was written, with what of its evidence this transaction's person may read. */
export async function causesOf(tx: Tx, { partnershipId, problemId }: Of): Promise<CauseCard[]> {
  const rows = await tx
    .selectFrom("problem_cause")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("problem_id", "=", problemId)
    .orderBy("noted_at")
    .orderBy("id")
    .execute();
  const links = await tx
    .selectFrom("cause_evidence")
    .select(["cause_id", "evidence_id"])
    .where("problem_id", "=", problemId)
    .orderBy("evidence_id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    perspective: row.perspective,
    text: row.text,
    influenceableBy: row.influenceable_by,
    strength: row.strength ?? undefined,
    degree: row.degree ?? undefined,
    horizon: row.horizon ?? undefined,
    unknown: row.unknown,
    evidenceIds: links.filter(({ cause_id }) => cause_id === row.id).map(({ evidence_id }) => evidence_id),
    version: row.version,
    setAside: row.set_aside ?? undefined,
  }));
}

export async function measuresOf(tx: Tx, { partnershipId, problemId }: Of): Promise<Measure[]> {
  const rows = await tx
    .selectFrom("measure")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("problem_id", "=", problemId)
    .orderBy("noted_at")
    .orderBy("id")
    .execute();
  const links = await tx
    .selectFrom("measure_cause")
    .select(["measure_id", "cause_id"])
    .where("problem_id", "=", problemId)
    .orderBy("cause_id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    technique: row.technique,
    byWhom: row.by_whom,
    horizon: row.horizon ?? undefined,
    causeIds: links.filter(({ measure_id }) => measure_id === row.id).map(({ cause_id }) => cause_id),
    version: row.version,
    setAside: row.set_aside ?? undefined,
  }));
}

type When = { readonly at: Instant; readonly example?: boolean | undefined };

const causeColumns = (card: CauseCard) => ({
  perspective: card.perspective,
  text: card.text,
  influenceable_by: card.influenceableBy,
  strength: card.strength ?? null,
  degree: card.degree ?? null,
  horizon: card.horizon ?? null,
  unknown: card.unknown,
  set_aside: card.setAside ?? null,
  version: card.version,
});

export async function addCause(tx: Tx, of: Of, card: CauseCard, { at, example = false }: When): Promise<void> {
  const { partnershipId: partnership_id, problemId: problem_id } = of;
  await tx
    .insertInto("problem_cause")
    .values({ id: card.id, partnership_id, problem_id, ...causeColumns(card), noted_at: at, example })
    .execute();
  await linkEvidence(tx, of, card, example);
}

export async function saveCause(tx: Tx, of: Of, card: CauseCard): Promise<void> {
  await tx.updateTable("problem_cause").set(causeColumns(card)).where("id", "=", card.id).execute();
  // Only what this person may read is taken off: what the other party has linked of its own stays, unseen.
  await tx.deleteFrom("cause_evidence").where("cause_id", "=", card.id).execute();
  await linkEvidence(tx, of, card);
}

async function linkEvidence(tx: Tx, of: Of, { id, evidenceIds }: CauseCard, example = false): Promise<void> {
  const { partnershipId: partnership_id, problemId: problem_id } = of;
  const links = evidenceIds.map((evidence_id) => ({ cause_id: id, evidence_id, problem_id, partnership_id, example }));
  if (links.length > 0) await tx.insertInto("cause_evidence").values(links).execute();
}

const measureColumns = (measure: Measure) => ({
  text: measure.text,
  technique: measure.technique,
  by_whom: measure.byWhom,
  horizon: measure.horizon ?? null,
  set_aside: measure.setAside ?? null,
  version: measure.version,
});

export async function addMeasure(tx: Tx, of: Of, measure: Measure, { at, example = false }: When): Promise<void> {
  const { partnershipId: partnership_id, problemId: problem_id } = of;
  await tx
    .insertInto("measure")
    .values({ id: measure.id, partnership_id, problem_id, ...measureColumns(measure), noted_at: at, example })
    .execute();
  await linkCauses(tx, of, measure, example);
}

export async function saveMeasure(tx: Tx, of: Of, measure: Measure): Promise<void> {
  await tx.updateTable("measure").set(measureColumns(measure)).where("id", "=", measure.id).execute();
  await tx.deleteFrom("measure_cause").where("measure_id", "=", measure.id).execute();
  await linkCauses(tx, of, measure);
}

async function linkCauses(tx: Tx, of: Of, { id, causeIds }: Measure, example = false): Promise<void> {
  const { partnershipId: partnership_id, problemId: problem_id } = of;
  const links = causeIds.map((cause_id) => ({ measure_id: id, cause_id, problem_id, partnership_id, example }));
  if (links.length > 0) await tx.insertInto("measure_cause").values(links).execute();
}
