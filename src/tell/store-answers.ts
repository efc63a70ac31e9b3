// What was raised and what was answered, for the gate: the problems behind a promise, and «du sa, vi gjorde».
import type { Floors } from "../ground/fewest.ts";
import { type Day, dayOf } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { toldReportIds } from "../prioritise/situation/store.ts";
import { asHeld } from "../pledge/amendments/amendment.ts";
import { toldThemes } from "../collect/campaigns/store-coding.ts";
import { fewestFor } from "../collect/category.ts";
import { floorsOn } from "../collect/floor.ts";
import { agreedFloorsOf } from "../collect/store-floors.ts";
import { EVIDENCE_KINDS } from "../prioritise/problem.ts";
import { declinedThemes, despiteOf } from "../prioritise/rounds/store.ts";
import type { RawSite, ToldPledge } from "./site.ts";
import type { TellDatabase } from "./tables.ts";
import { toldId } from "./told-id.ts";

type Tx = Within<TellDatabase>;

/** Only what both parties may see is told of: what one of them holds in confidence does not exist here, not even as a number. */
export async function readProblems(
  tx: Tx,
  partnershipId: string,
  ids: readonly string[],
  partyName: ReadonlyMap<string, string>,
) {
  const agreed = await agreedFloorsOf(tx, partnershipId);
  const floors = (day: Day) => floorsOn(agreed, day);
  const problems: ToldPledge<number>["problems"][number][] = [];
  for (const id of ids) {
    const row = await tx
      .selectFrom("problem")
      .select(["id", "what"])
      .where("partnership_id", "=", partnershipId)
      .where("id", "=", id)
      .where("state", "=", "chosen")
      .executeTakeFirst();
    if (row === undefined) continue;
    const choices = await tx
      .selectFrom("problem_choice")
      .innerJoin("organisation", "organisation.id", "problem_choice.organisation_id")
      .select(["organisation_id", "reason"])
      .where("problem_id", "=", id)
      .orderBy("organisation.kind")
      .execute();
    const evidence = await tx
      .selectFrom("problem_evidence")
      .selectAll()
      .where("problem_id", "=", id)
      .where("sharing", "=", "shared")
      .execute();
    const allowed = await mayBeCounted(tx, partnershipId);
    const themes = await tx
      .selectFrom("dialogue_theme")
      .innerJoin("dialogue", "dialogue.id", "dialogue_theme.dialogue_id")
      .select(["dialogue_theme.id", "count", "category", "held_from as from"])
      .where("dialogue_theme.partnership_id", "=", partnershipId)
      .execute();
    const points = await tx
      .selectFrom("problem_evidence")
      .innerJoin("protocol_row", "protocol_row.observation_id", "problem_evidence.ref_id")
      .innerJoin("walk", "walk.id", "protocol_row.walk_id")
      .where("problem_evidence.problem_id", "=", id)
      .where("walk.partnership_id", "=", partnershipId)
      .where("problem_evidence.kind", "=", "observation")
      .where("problem_evidence.sharing", "=", "shared")
      .where("walk.published_at", "is not", null)
      .where("waits", "=", false)
      .orderBy("walk.starts_at")
      .orderBy("number")
      .select(["walk.slug as walk", "number", "ref_id"])
      .execute();
    const unpublished = evidence.filter(
      ({ kind, ref_id }) =>
        allowed(kind, ref_id) && (kind !== "observation" || !points.some((point) => point.ref_id === ref_id)),
    );
    const kinds = EVIDENCE_KINDS.filter((kind) => unpublished.some((one) => one.kind === kind));
    problems.push({
      title: row.what,
      reasons: choices.map(({ organisation_id, reason }) => ({ party: partyName.get(organisation_id) ?? "", reason })),
      points: points.map(({ walk, number }) => ({ walk, number })),
      evidence: kinds.map((kind) => {
        const own = unpublished.filter((one) => one.kind === kind);
        // Only what is shown by itself is added: from a sum and one part the other part could be worked out.
        const voices = themes
          .filter(
            ({ id: theme, count, category, from }) =>
              own.some(({ ref_id }) => ref_id === theme) && count >= fewestFor(category, floors(from)),
          )
          .reduce((sum, { count }) => sum + count, 0);
        return { kind, pieces: own.length, voices: kind === "theme" ? voices : null };
      }),
    });
  }
  return problems;
}

/**
 * What its owner has decided may be counted among what is published, as that stands now: a note by its own sharing, a theme by its dialogue's source. What
 * both read and no more is evidence inside, and no number outside; what was taken back is neither.
 */
async function mayBeCounted(tx: Tx, partnershipId: string) {
  const notes = await tx
    .selectFrom("observation")
    .innerJoin("problem_evidence", "problem_evidence.ref_id", "observation.id")
    .select("observation.id")
    .where("observation.partnership_id", "=", partnershipId)
    .where("observation.sharing", "=", "public")
    .where("withdrawn_at", "is", null)
    .execute();
  const themes = await tx
    .selectFrom("dialogue_theme")
    .innerJoin("dialogue", "dialogue.id", "dialogue_theme.dialogue_id")
    .innerJoin("source", "source.id", "dialogue.source_id")
    .select("dialogue_theme.id")
    .where("dialogue_theme.partnership_id", "=", partnershipId)
    .where("secrecy_class", "=", "public")
    .execute();
  const measured = await tx
    .selectFrom("measurement")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .execute();
  const coded = tx.selectFrom("theme").select("id").where("partnership_id", "=", partnershipId);
  const shown = await coded.where("shown_on", "is not", null).execute();
  const told = (await toldReportIds(tx, partnershipId)).map((id) => ({ id }));
  const ids = new Set<string | null>([...notes, ...themes, ...measured, ...shown, ...told].map(({ id }) => id));
  const isAsked = (kind: string) => kind !== "series" && kind !== "question";
  return (kind: string, refId: string | null) => !isAsked(kind) || ids.has(refId);
}

/** Every problem that has been chosen or answered, with the reasons in whose words they are. */
export async function readAnswers(tx: Tx, partnershipId: string, floors: Floors): Promise<RawSite["answers"]> {
  const problems = await tx
    .selectFrom("problem")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("state", "<>", "open")
    .orderBy("raised_at")
    .execute();
  const choices = await tx
    .selectFrom("problem_choice")
    .innerJoin("organisation", "organisation.id", "problem_choice.organisation_id")
    .select(["problem_id", "reason", "at", "organisation.name as party"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("organisation.kind")
    .execute();
  const evidence = await tx
    .selectFrom("problem_evidence")
    .select(["problem_id", "kind", "ref_id"])
    .where("partnership_id", "=", partnershipId)
    .where("sharing", "=", "shared")
    .execute();
  const published = new Set<string | null>(
    (
      await tx
        .selectFrom("protocol_row")
        .innerJoin("walk", "walk.id", "protocol_row.walk_id")
        .select("observation_id")
        .where("walk.partnership_id", "=", partnershipId)
        .where("walk.published_at", "is not", null)
        .where("waits", "=", false)
        .execute()
    ).map(({ observation_id }) => observation_id),
  );
  const allowed = await mayBeCounted(tx, partnershipId);
  const documents = await tx
    .selectFrom("pledge_document")
    .select(["id", "slug", "state", "content"])
    .where("partnership_id", "=", partnershipId)
    .where("state", "in", ["published", "closed"])
    .orderBy("valid_from")
    .execute();
  const pledgeFor = (id: string) => {
    const found = asHeld(documents)
      .flatMap(({ slug, content }) => content.pledges.map((pledge) => ({ slug, pledge })))
      .findLast(({ pledge }) => pledge.problemIds.some((problem) => problem === id));
    return found === undefined ? null : { order: found.pledge.order, documentSlug: found.slug };
  };
  const despite = await despiteOf(tx, partnershipId);
  const told = problems.flatMap((problem) => {
    if (problem.state === "open") return [];
    const rests = evidence.filter(
      ({ problem_id, kind, ref_id }) =>
        problem_id === problem.id && (allowed(kind, ref_id) || (kind === "observation" && published.has(ref_id))),
    );
    const yeses = choices.filter(({ problem_id }) => problem_id === problem.id);
    const at =
      problem.closed_at ??
      yeses
        .map((choice) => choice.at)
        .toSorted()
        .at(-1) ??
      problem.raised_at;
    return [
      {
        id: toldId(problem.id),
        said: problem.what,
        voices: rests.length,
        notes: rests.filter(({ kind, ref_id }) => kind === "observation" && !published.has(ref_id)).length,
        answer: problem.state,
        reasons:
          problem.public_reason === null
            ? yeses.map(({ party, reason }) => ({ party, reason }))
            : [{ party: "", reason: problem.public_reason }],
        despite: despite
          .filter(({ problemId }) => problemId === problem.id && problem.state === "chosen")
          .map(({ kind, reason }) => ({ kind, reason })),
        on: dayOf(at),
        pledge: problem.state === "chosen" ? pledgeFor(problem.id) : null,
        example: problem.example,
      },
    ];
  });
  return [...told, ...(await readDeclinedThemes(tx, partnershipId, floors))];
}

/** What a closed round said no to, where so many have said it that strangers may be told that they have. */
async function readDeclinedThemes(tx: Tx, partnershipId: string, floors: Floors): Promise<RawSite["answers"]> {
  const declined = await declinedThemes(tx, partnershipId);
  const themes = await toldThemes(
    tx,
    declined.map(({ themeId }) => themeId),
  );
  return declined.flatMap(({ themeId, reason, closedAt, example }) => {
    const theme = themes.find(({ id }) => id === themeId);
    return theme === undefined || theme.voices < fewestFor(theme.category, floors)
      ? []
      : [
          {
            id: toldId(themeId),
            said: theme.name,
            saidOf: theme.category,
            voices: theme.voices,
            notes: theme.notes,
            answer: "declined" as const,
            reasons: [{ party: "", reason }],
            on: dayOf(closedAt),
            pledge: null,
            example,
          },
        ];
  });
}
