import type { Selectable } from "kysely";
import type { Within } from "../../partnership/tables.ts";
import type { Given, Lock, Round, Scored } from "./round.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import type { RoundRow } from "./tables.ts";

type Tx = Within<PrioritiseDatabase>;

export async function roundsOf(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("round")
    .select(["year", "state", "example"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("year", "desc")
    .execute();
}

export async function roundOf(tx: Tx, partnershipId: string, year: number): Promise<Round | undefined> {
  const row = await tx
    .selectFrom("round")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("year", "=", year)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const problems = await tx
    .selectFrom("round_problem")
    .innerJoin("problem", "problem.id", "problem_id")
    .select("problem_id")
    .where("round_id", "=", row.id)
    .orderBy("raised_at")
    .orderBy("problem.id")
    .execute();
  return read(
    row,
    problems.map(({ problem_id }) => problem_id),
  );
}

function read(row: Selectable<RoundRow>, problemIds: readonly string[]): Round {
  return {
    id: row.id,
    year: row.year,
    state: row.state,
    weights: row.weights,
    problemIds,
    proposedBy: row.proposed_by_organisation_id,
    proposedAt: row.proposed_at,
    agreedAt: row.agreed_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    example: row.example,
  };
}

/** Holds a round until the transaction ends: a score and a lock given at once come one after the other. Holds nothing for those who may not decide. */
export async function holdRound(tx: Tx, partnershipId: string, year: number): Promise<void> {
  await tx
    .selectFrom("round")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("year", "=", year)
    .forUpdate()
    .execute();
}

export async function addRound(tx: Tx, partnershipId: string, round: Round): Promise<void> {
  await tx
    .insertInto("round")
    .values({
      id: round.id,
      partnership_id: partnershipId,
      year: round.year,
      ...columns(round),
      example: round.example,
    })
    .execute();
  await addProblems(tx, partnershipId, round);
}

const columns = (round: Round) => ({
  state: round.state,
  weights: JSON.stringify(round.weights),
  proposed_by_organisation_id: round.proposedBy,
  proposed_at: round.proposedAt,
  agreed_at: round.agreedAt ?? null,
  closed_at: round.closedAt ?? null,
});

async function addProblems(tx: Tx, partnershipId: string, { id, problemIds }: Round): Promise<void> {
  await tx
    .insertInto("round_problem")
    .values(problemIds.map((problem_id) => ({ round_id: id, problem_id, partnership_id: partnershipId })))
    .execute();
}

/** Writes another proposal in the place of the one before. */
export async function saveProposal(tx: Tx, partnershipId: string, round: Round): Promise<void> {
  await saveRound(tx, round);
  await tx.deleteFrom("round_problem").where("round_id", "=", round.id).execute();
  await addProblems(tx, partnershipId, round);
}

export async function saveRound(tx: Tx, round: Round): Promise<void> {
  await tx.updateTable("round").set(columns(round)).where("id", "=", round.id).execute();
}

/** What this transaction's person may see: their own organisation's, and everybody's when all have locked. */
export async function scoresOf(tx: Tx, roundId: string): Promise<(Given & { organisationId: string })[]> {
  const rows = await tx
    .selectFrom("round_score")
    .select(["problem_id", "criterion", "organisation_id", "score", "motive"])
    .where("round_id", "=", roundId)
    .execute();
  return rows.map(({ problem_id, organisation_id, ...given }) => ({
    ...given,
    problemId: problem_id,
    organisationId: organisation_id,
  }));
}

export async function locksOf(tx: Tx, roundId: string): Promise<Lock[]> {
  const rows = await tx
    .selectFrom("round_lock")
    .select(["organisation_id", "locked_at"])
    .where("round_id", "=", roundId)
    .execute();
  return rows.map(({ organisation_id, locked_at }) => ({ organisationId: organisation_id, at: locked_at }));
}

type In = { readonly partnershipId: string; readonly roundId: string; readonly example?: boolean };

export async function putScore(tx: Tx, { partnershipId, roundId, example = false }: In, scored: Scored): Promise<void> {
  const said = { score: scored.score, motive: scored.motive, scored_at: scored.at };
  await tx
    .insertInto("round_score")
    .values({
      round_id: roundId,
      problem_id: scored.problemId,
      criterion: scored.criterion,
      organisation_id: scored.organisationId,
      partnership_id: partnershipId,
      ...said,
      example,
    })
    .onConflict((clash) => clash.columns(["round_id", "organisation_id", "problem_id", "criterion"]).doUpdateSet(said))
    .execute();
}

export async function addLock(tx: Tx, { partnershipId, roundId, example = false }: In, lock: Lock): Promise<void> {
  await tx
    .insertInto("round_lock")
    .values({
      round_id: roundId,
      partnership_id: partnershipId,
      organisation_id: lock.organisationId,
      locked_at: lock.at,
      example,
    })
    .execute();
}
