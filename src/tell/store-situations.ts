// The adopted situation reports that both parties have said may be read, for the gate: the chapters as they were adopted, and the figures as they were taken in.
import { sql } from "kysely";
import { groups } from "../picture/words.ts";
import type { CategoryGroup } from "../collect/category.ts";
import { toldSources } from "../collect/campaigns/store-coding.ts";
import { type Day, dayOf, type Month } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import { askedIn, readQuestion } from "../picture/question.ts";
import { leftOf } from "../prioritise/frozen-theme.ts";
import { CHAPTERS } from "../prioritise/situation/chapters.ts";
import { type Figure, isEstimate } from "../prioritise/situation/figure.ts";
import { pieceOf, type Report } from "../prioritise/situation/report.ts";
import { shownOf } from "../prioritise/situation/shown.ts";
import { measuredAmong, publicSeriesAmong } from "../prioritise/store-measured.ts";
import { adoptedReports, reportById, toldReportIds } from "../prioritise/situation/store.ts";
import type { ToldSituation, ToldSituationFigure } from "./site.ts";
import type { TellDatabase } from "./tables.ts";
import { passagesOf, quotesAny, sentencesOf, toldOf } from "./withdrawn-words.ts";

type Tx = Within<TellDatabase>;
type Party = { readonly id: string; readonly name: string };

/** The latest adopted first. Read as the system, so what an owner has not decided is for outside is left out here, number by number. */
export async function readSituations(
  tx: Tx,
  partnershipId: string,
  parties: readonly Party[],
): Promise<ToldSituation<number>[]> {
  const told: ToldSituation<number>[] = [];
  const ids = await toldReportIds(tx, partnershipId);
  const notes = ids.length === 0 ? [] : await withdrawnNotes(tx, partnershipId);
  for (const id of ids) {
    const report = await reportById(tx, partnershipId, id);
    if (report?.state !== "adopted") continue;
    const figures = new Map<Figure, ToldSituationFigure<number>>();
    for (const figure of report.figures) figures.set(figure, await toldFigure(tx, partnershipId, figure));
    const quotes = quotesWithdrawn(notes, report.adoptedOn);
    const before = await leftOutBefore(tx, report.id);
    const isLeftOut = (passage: string) => quotes(passage) || before.has(sha256Hex(passage));
    told.push(toldSituation(report, parties, figures, isLeftOut));
  }
  return told;
}

/**
 * Writes down which passages of the adopted reports say what a withdrawn note said, for before the note's words are disposed of: afterwards nobody could find them.
 * Kept are hashes of what the report itself says. Needs the system role.
 */
export async function keepLeftOut(tx: Tx, partnershipId: string): Promise<void> {
  const notes = await withdrawnNotes(tx, partnershipId);
  if (notes.length === 0) return;
  for (const report of await adoptedReports(tx, partnershipId)) {
    const quotes = quotesWithdrawn(notes, report.adoptedOn);
    const said = [
      ...report.pieces.filter(isForAll).flatMap(({ text }) => passagesOf(text)),
      ...report.figures.map((one) => one.caption),
    ];
    const hashes = new Set(said.filter(quotes).map(sha256Hex));
    if (hashes.size === 0) continue;
    await tx
      .insertInto("situation_withheld")
      .values([...hashes].map((hash) => ({ report_id: report.id, partnership_id: partnershipId, passage_hash: hash })))
      .onConflict((at) => at.doNothing())
      .execute();
  }
}

/** What one party keeps to itself of a chapter is neither told nor looked in. */
const isForAll = ({ voice }: Report["pieces"][number]) => voice === "text" || voice === "joint" || voice === "party";

async function leftOutBefore(tx: Tx, reportId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("situation_withheld")
    .select("passage_hash")
    .where("report_id", "=", reportId)
    .execute();
  return new Set(rows.map((row) => row.passage_hash));
}

type Withdrawn = Awaited<ReturnType<typeof withdrawnNotes>>[number];

/** What both could read and has been taken back: what one party keeps to itself neither takes anything out of the other's report nor tells by it what it says. */
async function withdrawnNotes(tx: Tx, partnershipId: string) {
  const now = await tx
    .selectFrom("observation")
    .select(["text", "consequence", "proposal", "received_at"])
    .where("partnership_id", "=", partnershipId)
    .where("sharing", "<>", "own")
    .where("withdrawn_at", "is not", null)
    .execute();
  // A report may have quoted what the note said before it was put right.
  const before = await tx
    .selectFrom("observation_revision as earlier")
    .innerJoin("observation", "observation.id", "earlier.observation_id")
    .select([
      "received_at",
      sql<string>`coalesce(earlier.body ->> 'text', '')`.as("text"),
      sql<string>`coalesce(earlier.body ->> 'consequence', '')`.as("consequence"),
      sql<string>`coalesce(earlier.body ->> 'proposal', '')`.as("proposal"),
    ])
    .where("observation.partnership_id", "=", partnershipId)
    .where("observation.sharing", "<>", "own")
    .where("withdrawn_at", "is not", null)
    .where(sql<boolean>`earlier.body ->> 'sharing' <> 'own'`)
    .execute();
  return [...now, ...before];
}

/** Whether a passage says what was there to quote when the report was adopted: nobody takes one out of it by a note that is written afterwards. */
function quotesWithdrawn(notes: readonly Withdrawn[], adoptedOn: Day): (passage: string) => boolean {
  const sentences = sentencesOf(
    notes
      .filter(({ received_at }) => dayOf(received_at) <= adoptedOn)
      .flatMap(({ text, consequence, proposal }) => [text, consequence, proposal]),
  );
  return (passage) => quotesAny(passage, sentences);
}

function toldSituation(
  report: Extract<Report, { state: "adopted" }>,
  parties: readonly Party[],
  told: ReadonlyMap<Figure, ToldSituationFigure<number>>,
  isLeftOut: (passage: string) => boolean,
): ToldSituation<number> {
  const { adoptedOn, adoptedAt, from, to, adoptedBy, registryNumber, contentHash, example, pieces, figures } = report;
  return {
    adoptedOn,
    settledOn: dayOf(adoptedAt),
    from,
    to,
    adoptedBy,
    registryNumber,
    contentHash,
    example,
    chapters: CHAPTERS.map((chapter) => {
      const text = toldOf(pieceOf(pieces, chapter, "text")?.text ?? "", isLeftOut);
      // What one party keeps to itself is not even handed to the gate.
      const comments = pieces
        .filter((one) => one.chapter === chapter && one.voice !== "text" && isForAll(one) && one.text !== "")
        .map((one) => ({
          by: parties.find(({ id }) => id === one.organisationId)?.name ?? null,
          ...toldOf(one.text, isLeftOut),
        }));
      const own = figures.flatMap((figure) => (figure.chapter === chapter ? (told.get(figure) ?? []) : []));
      const kept = own.filter(({ caption }) => !isLeftOut(caption));
      return {
        chapter,
        text: text.text,
        comments: comments.filter((one) => one.text !== "").map((one) => ({ by: one.by, text: one.text })),
        figures: kept,
        leftOut: [text, ...comments].reduce((sum, one) => sum + one.leftOut, own.length - kept.length),
      };
    }),
  };
}

/**
 * Outside there is a number only where its owner has decided so, as that stands now: the public's own reading of a question, and the coded sources that are public.
 * Of what both parties read and no more, the caption is told and that the number is not shown. An official series is told as its source has it, where that is public.
 */
async function toldFigure(tx: Tx, partnershipId: string, figure: Figure): Promise<ToldSituationFigure<number>> {
  switch (figure.kind) {
    case "series":
      return (await publicSeriesAmong(tx, partnershipId, [figure.frozen.seriesId])).size > 0
        ? asShown(figure)
        : withheld(figure);
    case "question": {
      if (!isPublicReading(figure.frozen.address)) return withheld(figure);
      // A public note may lie in a source that is not: that note is counted, and of the source nothing is said.
      const known = await publicSourceNames(tx, partnershipId);
      const sources = figure.frozen.sources.filter(({ name }) => known.has(name));
      return asShown({ ...figure, frozen: { ...figure.frozen, sources } });
    }
    case "measurement": {
      // Taken back or not decided for outside: nothing of it is told.
      const [known] = await measuredAmong(tx, partnershipId, [figure.frozen.measurementId]);
      return known?.isPublic === true && !known.isTakenBack ? asShown(figure) : withheld(figure);
    }
    case "coded": {
      const frozen = leftOf(figure.frozen, await toldSources(tx, partnershipId, figure.frozen.themeId));
      if (frozen.sources.length === 0) return withheld(figure);
      const told = asShown({ ...figure, frozen });
      // What is left is not what the chapter rests on, so it is no sum.
      return frozen.keptApart === undefined ? told : { ...told, counted: null, n: null };
    }
  }
}

/** Asked with «delning=offentligt», and so counted of nothing but what everybody may be told of. */
function isPublicReading(address: string): boolean {
  const { question, unread } = readQuestion(askedIn(new URLSearchParams(address)));
  return unread.length === 0 && question.sharing === "public";
}

async function publicSourceNames(tx: Tx, partnershipId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("source")
    .select("name")
    .where("partnership_id", "=", partnershipId)
    .where("secrecy_class", "=", "public")
    .execute();
  return new Set(rows.map(({ name }) => name));
}

/** That there is a figure, and of what as the report itself puts it. */
function withheld({ caption, kind, hash, takenAt }: Figure): ToldSituationFigure<number> {
  return {
    caption,
    kind,
    name: "",
    from: null,
    to: null,
    figure: null,
    counted: null,
    n: null,
    parts: [],
    months: [],
    areas: [],
    caveats: [],
    cautions: [],
    warnings: [],
    themeWarnings: [],
    method: "",
    hash,
    takenOn: dayOf(takenAt),
  };
}

function asShown(figure: Figure): ToldSituationFigure<number> {
  const { value, unit, low, high, ...shown } = shownOf(figure);
  const isStatistic = isEstimate(figure.kind);
  return {
    caption: shown.caption,
    kind: shown.kind,
    name: figure.kind === "question" ? "" : shown.name,
    from: shown.from,
    to: shown.to,
    figure: isStatistic ? { value, unit, low, high } : null,
    counted: isStatistic ? null : value,
    n: shown.n,
    parts:
      figure.kind === "question"
        ? shown.byCategory.map(({ key, count }) => ({ name: groups[key as CategoryGroup].sv, heads: count }))
        : shown.sources.flatMap(({ name, count }) => (count === null ? [] : [{ name, heads: count }])),
    months: shown.byMonth.map(({ key, count }) => ({ month: key as Month, heads: count })),
    areas: shown.byArea.map(({ key, name, middle, count }) => ({ key, name, middle, heads: count })),
    caveats: shown.caveats,
    cautions: shown.cautions,
    warnings: shown.warnings,
    themeWarnings: shown.themeWarnings,
    method: shown.method === null ? "" : `${shown.method.method}, ${shown.method.version}`,
    hash: shown.hash,
    takenOn: dayOf(shown.takenAt),
  };
}
