import { type Selectable, sql, type Transaction } from "kysely";
import { addDays, dayOf, type Instant, instantOf, millisecondsOf } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { ActDatabase } from "../tables.ts";
import type { Forum, PromiseBack } from "./forum.ts";
import type { Cell, Choice, Question, Round } from "./poll.ts";
import type { ForumPromiseRow, YouthForumRow } from "./tables.ts";

type Tx = Within<ActDatabase>;

/** A partnership's, the latest day first. */
export async function forumsOf(tx: Tx, partnershipId: string): Promise<Forum[]> {
  const rows = await tx
    .selectFrom("youth_forum")
    .leftJoin("occasion", "occasion.id", "youth_forum.id")
    .selectAll("youth_forum")
    .select("occasion.id as occasion_id")
    .where("youth_forum.partnership_id", "=", partnershipId)
    .orderBy("youth_forum.on_day", "desc")
    .orderBy("number", "desc")
    .execute();
  const promises = await tx
    .selectFrom("forum_promise")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("promised_at")
    .orderBy("id")
    .execute();
  return rows.map((row) =>
    forumOf(
      row,
      row.occasion_id !== null,
      promises.filter(({ forum_id }) => forum_id === row.id),
    ),
  );
}

function forumOf(
  row: Selectable<YouthForumRow>,
  counted: boolean,
  promises: readonly Selectable<ForumPromiseRow>[],
): Forum {
  return {
    id: row.id,
    number: row.number,
    activityId: row.activity_id,
    organisationId: row.organisation_id,
    on: row.on_day,
    spontaneous: row.spontaneous,
    venue: row.venue,
    placeName: row.place_name,
    grade: row.grade,
    band: row.band,
    method: row.method,
    organisers: row.organisers,
    themes: row.themes,
    questions: row.questions,
    notes: row.notes,
    round: row.round ?? undefined,
    code: row.code ?? undefined,
    openUntil: row.open_until ?? undefined,
    answers: { before: row.before_answers, after: row.after_answers },
    shownAt: row.shown_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    plannedAt: row.planned_at,
    counted,
    promises: promises.map((one) => ({
      id: one.id,
      text: one.text,
      by: one.by_day,
      answered: one.answer === null || one.answered_on === null ? undefined : { on: one.answered_on, text: one.answer },
    })),
    example: row.example,
  };
}

/** Two who plan or press at once do so one after the other. */
export async function holdForums(tx: Transaction<ActDatabase>, partnershipId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${partnershipId}::text, 152))`.execute(tx);
}

/** `by` is nobody for what is seeded. */
export async function addForum(tx: Tx, partnershipId: string, forum: Forum, by: string | null): Promise<void> {
  await tx
    .insertInto("youth_forum")
    .values({
      id: forum.id,
      partnership_id: partnershipId,
      number: forum.number,
      organisation_id: forum.organisationId,
      ...plannedOf(forum),
      planned_at: forum.plannedAt,
      planned_by: by,
      example: forum.example,
    })
    .execute();
}

const plannedOf = (forum: Forum) => ({
  activity_id: forum.activityId,
  on_day: forum.on,
  spontaneous: forum.spontaneous,
  venue: forum.venue,
  place_name: forum.placeName,
  grade: forum.grade,
  band: forum.band,
  method: forum.method,
  organisers: [...forum.organisers],
  themes: [...forum.themes],
  questions: [...forum.questions],
});

/** As it is now. How many have answered is not the desk's to write. */
export async function saveForum(tx: Tx, forum: Forum): Promise<void> {
  await tx
    .updateTable("youth_forum")
    .set({
      ...plannedOf(forum),
      notes: forum.notes,
      round: forum.round ?? null,
      code: forum.code ?? null,
      open_until: forum.openUntil ?? null,
      shown_at: forum.shownAt ?? null,
      closed_at: forum.closedAt ?? null,
    })
    .where("id", "=", forum.id)
    .execute();
}

/**
 * Closes what has been asked about and has lain for more than a day since both its day and its last minute to answer; the database then lets the tokens go, and the totals of too few.
 * Whoever presses at a desk meanwhile comes before or after.
 */
export async function closeForgotten(tx: Transaction<ActDatabase>, at: Instant) {
  const yesterday = addDays(dayOf(at), -1);
  const dayAgo = instantOf(millisecondsOf(at) - 24 * 60 * 60_000);
  const forgotten = await tx
    .selectFrom("youth_forum")
    .select("partnership_id")
    .distinct()
    .where("round", "is not", null)
    .where("closed_at", "is", null)
    .where("on_day", "<", yesterday)
    .orderBy("partnership_id")
    .execute();
  if (forgotten.length === 0) return [];
  for (const { partnership_id } of forgotten) await holdForums(tx, partnership_id);
  return tx
    .updateTable("youth_forum")
    .set({ closed_at: at, code: null, open_until: null })
    .where(
      "partnership_id",
      "in",
      forgotten.map((one) => one.partnership_id),
    )
    .where("round", "is not", null)
    .where("closed_at", "is", null)
    .where("on_day", "<", yesterday)
    .where((eb) => eb.or([eb("open_until", "is", null), eb("open_until", "<", dayAgo)]))
    .returning(["id", "partnership_id as partnershipId", "activity_id as activityId", "on_day as on"])
    .execute();
}

export async function addPromise(
  tx: Tx,
  of: { readonly partnershipId: string; readonly forumId: string; readonly at: Instant; readonly example: boolean },
  { id, text, by, answered }: PromiseBack,
): Promise<void> {
  await tx
    .insertInto("forum_promise")
    .values({
      id,
      partnership_id: of.partnershipId,
      forum_id: of.forumId,
      text,
      by_day: by,
      answer: answered?.text ?? null,
      answered_on: answered?.on ?? null,
      promised_at: of.at,
      example: of.example,
    })
    .execute();
}

export async function saveAnswer(tx: Tx, { id, answered }: PromiseBack): Promise<void> {
  await tx
    .updateTable("forum_promise")
    .set({ answer: answered?.text ?? null, answered_on: answered?.on ?? null })
    .where("id", "=", id)
    .execute();
}

/** The totals that the asker may read: the database hands out none before the result is shown, and none of too few. */
export async function cellsOf(tx: Tx, forumId: string): Promise<Cell[]> {
  return tx
    .selectFrom("forum_tally")
    .select(["round", "question", "choice", "count"])
    .where("forum_id", "=", forumId)
    .execute();
}

/** Where it is answered, held until the transaction ends: answers are counted one after the other, and whoever only reads the page waits for nobody. */
export async function forumAsked(tx: Tx, code: string, hold: boolean) {
  const query = tx
    .selectFrom("youth_forum")
    .innerJoin("partnership", "partnership.id", "youth_forum.partnership_id")
    .selectAll("youth_forum")
    .select("municipality_name as place")
    .where("code", "=", code);
  const row = await (hold ? query.forUpdate("youth_forum") : query).executeTakeFirst();
  return row === undefined
    ? undefined
    : { forum: forumOf(row, false, []), partnershipId: row.partnership_id, place: row.place };
}

/** Whether this page has answered already; asked by whoever holds the forum. */
export async function isCounted(tx: Tx, forumId: string, round: Round, tokenHash: string): Promise<boolean> {
  const known = await tx
    .selectFrom("forum_token")
    .select("round")
    .where("forum_id", "=", forumId)
    .where("round", "=", round)
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return known !== undefined;
}

/**
 * Adds what one page answered to the totals: of a page that has not been counted, by whoever holds the forum. Every row of the round is written, whatever was answered: which row was written last tells nothing. No row
 * keeps two answers together, and none has a time.
 */
export async function countAnswer(
  tx: Transaction<ActDatabase>,
  { forum, partnershipId, round }: { readonly forum: Forum; readonly partnershipId: string; readonly round: Round },
  tokenHash: string,
  given: readonly { readonly question: Question; readonly choice: Choice }[],
): Promise<void> {
  await tx
    .insertInto("forum_token")
    .values({ forum_id: forum.id, partnership_id: partnershipId, round, token_hash: tokenHash })
    .execute();
  const column = round === "before" ? ("before_answers" as const) : ("after_answers" as const);
  await tx
    .updateTable("youth_forum")
    .set({ [column]: forum.answers[round] + 1 })
    .where("id", "=", forum.id)
    .execute();
  const chosen = given.map(({ question, choice }) => `${question} ${choice}`);
  await sql`update forum_tally set count = count + (question || ' ' || choice = any(${chosen}::text[]))::int
    where forum_id = ${forum.id} and round = ${round}`.execute(tx);
}

/** What strangers are told of a forum that is counted: how many in a band, which grade, which themes. */
export async function forumsTold(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("youth_forum")
    .select(["id", "band", "grade", "themes"])
    .where("partnership_id", "=", partnershipId)
    .where("closed_at", "is not", null)
    .execute();
}

/** An example that nobody answered, as it is when it has been held: its totals, notes and promises. */
export async function seedHeld(tx: Tx, partnershipId: string, forum: Forum, cells: readonly Cell[]): Promise<void> {
  await tx
    .insertInto("forum_tally")
    .values(cells.map((cell) => ({ ...cell, forum_id: forum.id, partnership_id: partnershipId })))
    .execute();
  await tx
    .updateTable("youth_forum")
    .set({
      notes: forum.notes,
      round: forum.round ?? null,
      before_answers: forum.answers.before,
      after_answers: forum.answers.after,
      shown_at: forum.shownAt ?? null,
      closed_at: forum.closedAt ?? null,
    })
    .where("id", "=", forum.id)
    .execute();
  const of = { partnershipId, forumId: forum.id, at: forum.plannedAt, example: true };
  for (const promise of forum.promises) await addPromise(tx, of, promise);
}
