import type { Selectable } from "kysely";
import { codedSources, themeById } from "../collect/campaigns/store-coding.ts";
import * as series from "../collect/series/store.ts";
import { some } from "../ground/result.ts";
import { type Day, dayOf } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { firstWritten } from "./causes/cause.ts";
import { addCause } from "./causes/store.ts";
import type { ProblemCauseRow } from "./causes/tables.ts";
import { freeze, type FrozenFigure } from "./frozen-figure.ts";
import { type FrozenTheme, leftOf, THEME_METHOD } from "./frozen-theme.ts";
import type { Cause, Choice, Cited, Corrected, Evidence, Problem, ProblemSaid, SaidBefore, Source } from "./problem.ts";
import { measuredAmong } from "./store-measured.ts";
import type { PrioritiseDatabase, ProblemChoiceRow, ProblemEvidenceRow, ProblemRow } from "./tables.ts";

type Tx = Within<PrioritiseDatabase>;

/** Every problem with what this transaction's person may see of its evidence, newest first. */
export async function problemsOf(tx: Tx, partnershipId: string): Promise<Problem[]> {
  const rows = await tx
    .selectFrom("problem")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("raised_at", "desc")
    .execute();
  const evidence = await tx
    .selectFrom("problem_evidence")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("cited_at")
    .execute();
  const readable = await readableOf(tx, evidence);
  const choices = await tx
    .selectFrom("problem_choice")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("at")
    .execute();
  const causes = await tx
    .selectFrom("problem_cause")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("set_aside", "is", null)
    .orderBy("noted_at")
    .execute();
  return rows.flatMap((row) => {
    const of = <Row extends { problem_id: string }>(all: readonly Row[]) =>
      all.filter(({ problem_id }) => problem_id === row.id);
    return problemOf(row, of(evidence).map(readable), of(choices), of(causes)) ?? [];
  });
}

/** What was copied out of a note or a theme stands for as long as whoever asks may read that: what has been kept apart since leaves no words behind. */
async function readableOf(tx: Tx, evidence: readonly Selectable<ProblemEvidenceRow>[]) {
  const among = (kind: Evidence["kind"]) =>
    evidence.flatMap((row) => (row.kind === kind && row.ref_id !== null ? [row.ref_id] : []));
  const [notes, themes, coded] = [among("observation"), among("theme"), among("coded")];
  const seen = [
    ...(notes.length === 0 ? [] : await tx.selectFrom("observation").select("id").where("id", "in", notes).execute()),
    ...(themes.length === 0
      ? []
      : await tx.selectFrom("dialogue_theme").select("id").where("id", "in", themes).execute()),
    ...(coded.length === 0 ? [] : await tx.selectFrom("theme").select("id").where("id", "in", coded).execute()),
  ].map(({ id }) => id);
  const partnerships = [...new Set(evidence.map(({ partnership_id }) => partnership_id))];
  const sources =
    coded.length === 0
      ? []
      : await tx.selectFrom("source").select(["id", "name"]).where("partnership_id", "in", partnerships).execute();
  const isCopied = ({ kind }: Selectable<ProblemEvidenceRow>) =>
    kind === "observation" || kind === "theme" || kind === "coded";
  return (row: Selectable<ProblemEvidenceRow>) => {
    const left = row.kind === "coded" ? { ...row, frozen: leftOf(known(row.frozen) as FrozenTheme, sources) } : row;
    return isCopied(row) && !seen.includes(row.ref_id ?? "") ? { ...left, caption: "" } : left;
  };
}

/** Measurements that were cited and have been taken back since: when, and why. */
export async function takenBackAmong(tx: Tx, problems: readonly Problem[]) {
  const cited = problems.flatMap(({ evidence }) =>
    evidence.flatMap((one) => (one.kind === "measurement" ? [one.refId] : [])),
  );
  if (cited.length === 0) return new Map<string, { on: Day; reason: string }>();
  const rows = await tx
    .selectFrom("measurement")
    .select(["id", "withdrawn_at", "withdrawn_reason"])
    .where("id", "in", cited)
    .where("withdrawn_at", "is not", null)
    .execute();
  return new Map(
    rows.map((row) => [row.id, { on: dayOf(known(row.withdrawn_at)), reason: row.withdrawn_reason ?? "" }]),
  );
}

export async function problemById(tx: Tx, partnershipId: string, id: string): Promise<Problem | undefined> {
  return (await problemsOf(tx, partnershipId)).find((problem) => problem.id === id);
}

/**
 * Holds a problem until the transaction ends, so that two yeses given at once come one after the other and the second finds both.
 * Holds nothing for those who may not decide.
 */
export async function holdProblem(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom("problem").select("id").where("id", "=", id).forUpdate().execute();
}

export async function slugsOf(tx: Tx, partnershipId: string): Promise<string[]> {
  const rows = await tx.selectFrom("problem").select("slug").where("partnership_id", "=", partnershipId).execute();
  return rows.map(({ slug }) => slug);
}

function problemOf(
  row: Selectable<ProblemRow>,
  evidence: readonly Selectable<ProblemEvidenceRow>[],
  choices: readonly Selectable<ProblemChoiceRow>[],
  causes: readonly Selectable<ProblemCauseRow>[],
): Problem | undefined {
  const cited = some(evidence.map(evidenceOf));
  // A problem whose every piece of evidence is the other's own cannot have been raised (problem.ts); a row without any is not shown.
  if (cited === undefined) return undefined;
  const base = {
    id: row.id,
    slug: row.slug,
    version: row.version,
    ...saidIn(row),
    raisedAt: row.raised_at,
    raisedBy: row.raised_by_organisation_id,
    evidence: cited,
    causes: causes.map(({ id, perspective, text, influenceable_by }): Cause => ({
      id,
      perspective,
      text,
      influenceableBy: influenceable_by,
    })),
    example: row.example,
  };
  const given = choices.map(({ organisation_id, reason, at }): Choice => ({
    organisationId: organisation_id,
    reason,
    at,
  }));
  switch (row.state) {
    case "open":
      return { ...base, state: "open", choices: given };
    case "chosen":
      return { ...base, state: "chosen", choices: known(some(given)), chosenAt: known(row.chosen_at) };
    case "declined":
      return { ...base, state: "declined", publicReason: known(row.public_reason), closedAt: known(row.closed_at) };
    case "merged":
      return {
        ...base,
        state: "merged",
        publicReason: known(row.public_reason),
        closedAt: known(row.closed_at),
        into: known(row.merged_into),
      };
  }
}

/** What the table's CHECK promises to be there. */
function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("A problem's row lacks what its state says it has");
  return value;
}

function evidenceOf(row: Selectable<ProblemEvidenceRow>): Evidence {
  const kept =
    row.kind === "question"
      ? { kind: row.kind, question: row.question ?? "" }
      : row.kind === "series"
        ? { kind: row.kind, frozen: known(row.frozen) as FrozenFigure }
        : row.kind === "coded"
          ? { kind: row.kind, frozen: known(row.frozen) as FrozenTheme }
          : { kind: row.kind, refId: row.ref_id ?? "" };
  return {
    ...kept,
    id: row.id,
    caption: row.caption,
    strength: row.strength,
    sharing: row.sharing,
    ownerId: row.owner_organisation_id,
    citedAt: row.cited_at,
  };
}

/** Writes a whole problem as it stands: raised, cited, chosen or answered. Also how seeding writes one. */
export async function addProblem(tx: Tx, partnershipId: string, problem: Problem): Promise<void> {
  await tx
    .insertInto("problem")
    .values({
      id: problem.id,
      partnership_id: partnershipId,
      slug: problem.slug,
      version: problem.version,
      ...saidColumns(problem),
      raised_at: problem.raisedAt,
      raised_by_organisation_id: problem.raisedBy,
      ...stateColumns(problem),
      example: problem.example,
    })
    .execute();
  for (const evidence of problem.evidence) await addEvidence(tx, partnershipId, problem.id, evidence, problem.example);
  for (const cause of problem.causes)
    await addCause(tx, { partnershipId, problemId: problem.id }, firstWritten(cause), {
      at: problem.raisedAt,
      example: problem.example,
    });
  if (problem.state === "open" || problem.state === "chosen")
    for (const choice of problem.choices) await addChoice(tx, partnershipId, problem.id, choice, problem.example);
}

type SaidRow = Pick<Selectable<ProblemRow>, "what" | "place" | "since" | "occurs" | "affected" | "category">;

const saidIn = ({ what, place, since, occurs, affected, category }: SaidRow): ProblemSaid => ({
  what,
  place,
  since,
  ...(occurs === "" ? {} : { occurs }),
  affected,
  category,
});

const saidColumns = ({ what, place, since, occurs = "", affected, category }: ProblemSaid) => ({
  what,
  place: JSON.stringify(place),
  since,
  occurs,
  affected,
  category,
});

/** Keeps what a problem said, and writes what it says instead. */
export async function saveCorrection(tx: Tx, partnershipId: string, { problem, before }: Corrected): Promise<void> {
  await tx
    .insertInto("problem_revision")
    .values({
      problem_id: problem.id,
      partnership_id: partnershipId,
      version: before.version,
      ...saidColumns(before),
      organisation_id: before.organisationId,
      replaced_at: before.replacedAt,
      example: problem.example,
    })
    .execute();
  await tx
    .updateTable("problem")
    .set({ ...saidColumns(problem), version: problem.version })
    .where("id", "=", problem.id)
    .execute();
}

/** What each problem has said before, the last first. */
export async function correctionsOf(tx: Tx, partnershipId: string): Promise<(SaidBefore & { problemId: string })[]> {
  const rows = await tx
    .selectFrom("problem_revision")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({
    ...saidIn(row),
    problemId: row.problem_id,
    version: row.version,
    organisationId: row.organisation_id,
    replacedAt: row.replaced_at,
  }));
}

function stateColumns(problem: Problem) {
  return {
    state: problem.state,
    chosen_at: problem.state === "chosen" ? problem.chosenAt : null,
    closed_at: problem.state === "declined" || problem.state === "merged" ? problem.closedAt : null,
    public_reason: problem.state === "declined" || problem.state === "merged" ? problem.publicReason : null,
    merged_into: problem.state === "merged" ? problem.into : null,
  };
}

/** Writes what the rule has decided about a problem's state. */
export async function saveState(tx: Tx, problem: Problem): Promise<void> {
  await tx.updateTable("problem").set(stateColumns(problem)).where("id", "=", problem.id).execute();
}

export async function addEvidence(
  tx: Tx,
  partnershipId: string,
  problemId: string,
  evidence: Evidence,
  example = false,
): Promise<void> {
  await tx
    .insertInto("problem_evidence")
    .values({
      id: evidence.id,
      partnership_id: partnershipId,
      problem_id: problemId,
      kind: evidence.kind,
      ...pointsAt(evidence),
      caption: evidence.caption,
      strength: evidence.strength,
      sharing: evidence.sharing,
      owner_organisation_id: evidence.ownerId,
      cited_at: evidence.citedAt,
      example,
    })
    .execute();
}

function pointsAt(evidence: Evidence) {
  switch (evidence.kind) {
    case "question":
      return { ref_id: null, question: evidence.question, frozen: null };
    case "series":
      return { ref_id: evidence.frozen.seriesId, question: null, frozen: JSON.stringify(evidence.frozen) };
    case "coded":
      return { ref_id: evidence.frozen.themeId, question: null, frozen: JSON.stringify(evidence.frozen) };
    default:
      return { ref_id: evidence.refId, question: null, frozen: null };
  }
}

export async function addChoice(
  tx: Tx,
  partnershipId: string,
  problemId: string,
  choice: Choice,
  example = false,
): Promise<void> {
  await tx
    .insertInto("problem_choice")
    .values({
      problem_id: problemId,
      partnership_id: partnershipId,
      organisation_id: choice.organisationId,
      reason: choice.reason,
      at: choice.at,
      example,
    })
    .execute();
}

/** Whether what is cited is there for this person to see, and whether both parties may. A saved question rests on what everybody in the partnership sees. */
export async function sourceOf(tx: Tx, partnershipId: string, cited: Cited): Promise<Source | undefined> {
  switch (cited.kind) {
    case "question":
      return { ...cited, sharing: "shared" };
    case "observation": {
      const row = await tx
        .selectFrom("observation")
        .select("sharing")
        .where("id", "=", cited.refId)
        .where("partnership_id", "=", partnershipId)
        .where("withdrawn_at", "is", null)
        .executeTakeFirst();
      return row && { ...cited, sharing: row.sharing === "own" ? "own" : "shared" };
    }
    case "theme": {
      const row = await tx
        .selectFrom("dialogue_theme")
        .innerJoin("dialogue", "dialogue.id", "dialogue_theme.dialogue_id")
        .innerJoin("source", "source.id", "dialogue.source_id")
        .select("secrecy_class")
        .where("dialogue_theme.id", "=", cited.refId)
        .where("dialogue_theme.partnership_id", "=", partnershipId)
        .executeTakeFirst();
      return row && { ...cited, sharing: row.secrecy_class === "own" ? "own" : "shared" };
    }
    case "coded": {
      const theme = await themeById(tx, partnershipId, cited.themeId);
      const sources = theme && (await codedSources(tx, theme.id, cited.place));
      if (theme === undefined || sources === undefined || sources.length === 0) return undefined;
      const { id: themeId, name, category } = theme;
      const frozen: FrozenTheme = { themeId, theme: name, category, place: cited.place, sources, ...THEME_METHOD };
      return { ...cited, frozen, sharing: "shared" };
    }
    case "series": {
      const found = await series.seriesBySlug(tx, partnershipId, cited.slug);
      if (found === undefined) return undefined;
      const source = await tx
        .selectFrom("source")
        .select(["name", "caveat", "secrecy_class", "sample_type as sampleType"])
        .where("id", "=", found.sourceId)
        .where("partnership_id", "=", partnershipId)
        .executeTakeFirst();
      if (source === undefined) return undefined;
      const same = await series.seriesOf(tx, partnershipId, { sourceId: found.sourceId, key: found.key });
      const known = same.find(({ id }) => id === found.id);
      const frozen =
        known &&
        freeze(
          {
            series: known,
            source,
            breaks: await series.breaksOf(tx, partnershipId, found),
            readings: await series.readingsOf(tx, partnershipId),
          },
          cited.from,
        );
      return { ...cited, frozen, sharing: source.secrecy_class === "own" ? "own" : "shared" };
    }
    case "situation": {
      // What is in work may still say something else.
      const row = await tx
        .selectFrom("situation_report")
        .select("id")
        .where("id", "=", cited.refId)
        .where("partnership_id", "=", partnershipId)
        .where("state", "=", "adopted")
        .executeTakeFirst();
      return row && { ...cited, sharing: "shared" };
    }
    case "measurement": {
      const [found] = await measuredAmong(tx, partnershipId, [cited.refId]);
      return found === undefined || found.isTakenBack ? undefined : { ...cited, sharing: found.sharing };
    }
  }
}
