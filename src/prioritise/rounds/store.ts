import { type Selectable, sql } from "kysely";
import { codedSourcesAmong } from "../../collect/campaigns/store-coding.ts";
import type { Category } from "../../collect/category.ts";
import type { Within } from "../../partnership/tables.ts";
import type { Answer, Answered, HeardTheme } from "./answers.ts";
import type { CodedSource } from "../frozen-theme.ts";
import type { LastRound } from "./former.ts";
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

/** The last round that was closed of an earlier year: what this one begins from. */
export async function lastClosedBefore(tx: Tx, partnershipId: string, year: number): Promise<LastRound | undefined> {
  const last = await tx
    .selectFrom("round")
    .select("year")
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "closed")
    .where("year", "<", year)
    .orderBy("year", "desc")
    .executeTakeFirst();
  const round = last && (await roundOf(tx, partnershipId, last.year));
  if (round === undefined) return undefined;
  return { round, scores: await scoresOf(tx, round.id), answers: await answersOf(tx, round.id) };
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

/** What has been answered in this round. */
export async function answersOf(tx: Tx, roundId: string): Promise<Answer[]> {
  const rows = await tx
    .selectFrom("round_answer")
    .select(["theme_id", "problem_id", "kind", "reason"])
    .where("round_id", "=", roundId)
    .execute();
  return rows.map(({ theme_id, problem_id, ...answer }) => ({
    ...answer,
    themeId: theme_id ?? undefined,
    problemId: problem_id ?? undefined,
  }));
}

/** In the place of what was answered before: of a theme there is one answer, of a problem one of each kind. */
export async function putAnswer(
  tx: Tx,
  { partnershipId, roundId, example = false }: In,
  answer: Answered,
): Promise<void> {
  const before = tx.deleteFrom("round_answer").where("round_id", "=", roundId);
  await (
    answer.themeId === undefined
      ? before.where("problem_id", "=", answer.problemId ?? null).where("kind", "=", answer.kind)
      : before.where("theme_id", "=", answer.themeId)
  ).execute();
  await tx
    .insertInto("round_answer")
    .values({
      round_id: roundId,
      partnership_id: partnershipId,
      theme_id: answer.themeId ?? null,
      problem_id: answer.problemId ?? null,
      kind: answer.kind,
      reason: answer.reason,
      organisation_id: answer.organisationId,
      answered_at: answer.at,
      example,
    })
    .execute();
}

/** Every coded theme, as far as both parties may read it, with what it has become. */
export async function heardThemes(
  tx: Tx,
  partnershipId: string,
): Promise<(HeardTheme & { readonly sources: readonly CodedSource[] })[]> {
  const themes = await tx
    .selectFrom("theme")
    .select(["id", "name", "category"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("name")
    .execute();
  const ids = themes.map(({ id }) => id);
  const weighed = await weighedThemes(tx, ids);
  const declined = await declinedThemes(tx, partnershipId);
  const coded = await codedSourcesAmong(tx, ids);
  return themes.map(({ id, name, category }) => {
    const isOf = ({ themeId }: { readonly themeId: string }) => themeId === id;
    return {
      id,
      name,
      category: category as Category,
      sources: coded.filter(isOf),
      voices: coded.filter(isOf).reduce((sum, { voices }) => sum + voices, 0),
      problems: weighed.filter(isOf).map(({ problemId, state }) => ({ id: problemId, state })),
      declinedBefore: declined.some(isOf),
    };
  });
}

/** The problems that a theme, or something coded to it, is shared evidence of; where some were joined, however many times, the one that goes on. */
export async function weighedThemes(tx: Tx, themeIds: readonly string[]) {
  if (themeIds.length === 0) return [];
  return tx
    .selectFrom("coding")
    .innerJoin("problem_evidence", (join) =>
      join.onRef("problem_evidence.partnership_id", "=", "coding.partnership_id").on(
        sql<boolean>`(problem_evidence.ref_id = coalesce(coding.observation_id, coding.dialogue_theme_id)
            or (problem_evidence.kind = 'coded' and problem_evidence.ref_id = coding.theme_id))`,
      ),
    )
    .innerJoin("problem", (join) => join.on(sql<boolean>`problem.id = ${whereItGoesOn}`))
    .where("coding.theme_id", "in", themeIds)
    .where("problem_evidence.sharing", "=", "shared")
    .distinct()
    .select([
      "coding.theme_id as themeId",
      "problem.id as problemId",
      "problem_evidence.cited_at as citedAt",
      "problem.state as state",
      "problem.chosen_at as chosenAt",
      "problem.closed_at as closedAt",
      "problem.public_reason as reason",
    ])
    .execute();
}

/** The end of the line of problems that were joined with one another, from the one that was cited. */
const whereItGoesOn = sql`(
  with recursive joined as (
    select id, merged_into from problem as cited where cited.id = problem_evidence.problem_id
    union
    select next.id, next.merged_into from problem as next join joined on next.id = joined.merged_into
  )
  select id from joined where merged_into is null
)`;

/** Kept as the round is closed: themes that too few had spoken of for an answer of their own. */
export async function addCounted(
  tx: Tx,
  { partnershipId, roundId, example = false }: In,
  themeIds: readonly string[],
): Promise<void> {
  const counted = themeIds.map((theme_id) => ({ round_id: roundId, theme_id, partnership_id: partnershipId, example }));
  if (counted.length > 0) await tx.insertInto("round_counted").values(counted).execute();
}

export async function countedIn(tx: Tx, roundId: string): Promise<string[]> {
  const rows = await tx.selectFrom("round_counted").select("theme_id").where("round_id", "=", roundId).execute();
  return rows.map(({ theme_id }) => theme_id);
}

/** Of these themes, those that a closed round counted and gave no answer of their own. */
export async function countedThemes(tx: Tx, themeIds: readonly string[]) {
  if (themeIds.length === 0) return [];
  const rows = await tx
    .selectFrom("round_counted")
    .innerJoin("round", "round.id", "round_id")
    .select(["theme_id as themeId", "closed_at as closedAt"])
    .where("theme_id", "in", themeIds)
    .where("state", "=", "closed")
    .execute();
  return rows.flatMap(({ themeId, closedAt }) => (closedAt === null ? [] : [{ themeId, closedAt }]));
}

/** What closed rounds left open to the next, of these themes and of the problems that they became. */
export async function leftOpenIn(tx: Tx, themeIds: readonly string[], problemIds: readonly string[]) {
  const ids = [...themeIds, ...problemIds];
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("round_answer")
    .innerJoin("round", "round.id", "round_id")
    .select(["theme_id as themeId", "problem_id as problemId", "reason", "closed_at as closedAt"])
    .where("kind", "=", "open")
    .where("state", "=", "closed")
    .where((where) => where.or([where("theme_id", "in", ids), where("problem_id", "in", ids)]))
    .execute();
  return rows.flatMap(({ closedAt, ...row }) => (closedAt === null ? [] : [{ ...row, closedAt }]));
}

/** Themes that a round turned down, and that round is closed: what may be told of it. */
export async function declinedThemes(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("round_answer")
    .innerJoin("round", "round.id", "round_id")
    .select(["theme_id as themeId", "reason", "round.closed_at as closedAt", "round_answer.example as example"])
    .where("round_answer.partnership_id", "=", partnershipId)
    .where("round_answer.kind", "=", "declined")
    .where("round.state", "=", "closed")
    .orderBy("round.closed_at")
    .execute();
  return rows.flatMap(({ themeId, closedAt, ...row }) =>
    themeId === null || closedAt === null ? [] : [{ ...row, themeId, closedAt }],
  );
}

/** Why a problem was chosen past the order or without a cause, in rounds that are closed. */
export async function despiteOf(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("round_answer")
    .innerJoin("round", "round.id", "round_id")
    .select(["problem_id as problemId", "kind", "reason"])
    .where("round_answer.partnership_id", "=", partnershipId)
    .where("kind", "in", ["order", "cause"])
    .where("round.state", "=", "closed")
    .execute();
  return rows.flatMap(({ problemId, kind, reason }) =>
    problemId !== null && (kind === "order" || kind === "cause") ? [{ problemId, kind, reason }] : [],
  );
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
