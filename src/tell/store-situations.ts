// The adopted situation reports that both parties have said may be read, for the gate: the chapters as they were adopted, and the figures as they were taken in.
import { groups } from "../picture/words.ts";
import type { CategoryGroup } from "../collect/category.ts";
import { dayOf, type Month } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { CHAPTERS } from "../prioritise/situation/chapters.ts";
import type { Figure } from "../prioritise/situation/figure.ts";
import { pieceOf, type Report } from "../prioritise/situation/report.ts";
import { shownOf } from "../prioritise/situation/shown.ts";
import { reportById, toldReportIds } from "../prioritise/situation/store.ts";
import type { ToldSituation, ToldSituationFigure } from "./site.ts";
import type { TellDatabase } from "./tables.ts";

type Tx = Within<TellDatabase>;
type Party = { readonly id: string; readonly name: string };

/** The latest adopted first. */
export async function readSituations(
  tx: Tx,
  partnershipId: string,
  parties: readonly Party[],
): Promise<ToldSituation<number>[]> {
  const told: ToldSituation<number>[] = [];
  for (const id of await toldReportIds(tx, partnershipId)) {
    const report = await reportById(tx, partnershipId, id);
    if (report?.state === "adopted") told.push(toldSituation(report, parties));
  }
  return told;
}

function toldSituation(
  report: Extract<Report, { state: "adopted" }>,
  parties: readonly Party[],
): ToldSituation<number> {
  const { adoptedOn, from, to, adoptedBy, registryNumber, contentHash, example, pieces, figures } = report;
  return {
    adoptedOn,
    from,
    to,
    adoptedBy,
    registryNumber,
    contentHash,
    example,
    chapters: CHAPTERS.map((chapter) => ({
      chapter,
      text: pieceOf(pieces, chapter, "text")?.text ?? "",
      // What one party keeps to itself is not even handed to the gate.
      comments: pieces.flatMap(({ chapter: of, voice, organisationId, text }) =>
        of !== chapter || (voice !== "joint" && voice !== "party") || text === ""
          ? []
          : [{ by: parties.find(({ id }) => id === organisationId)?.name ?? null, text }],
      ),
      figures: figures.filter((figure) => figure.chapter === chapter).map(toldFigure),
    })),
  };
}

function toldFigure(figure: Figure): ToldSituationFigure<number> {
  const { value, unit, low, high, ...shown } = shownOf(figure);
  const isSeries = figure.kind === "series";
  return {
    caption: shown.caption,
    kind: shown.kind,
    name: figure.kind === "question" ? "" : shown.name,
    from: shown.from,
    to: shown.to,
    figure: isSeries ? { value, unit, low, high } : null,
    counted: isSeries ? null : value,
    parts:
      figure.kind === "question"
        ? shown.byCategory.map(({ key, count }) => ({ name: groups[key as CategoryGroup].sv, heads: count }))
        : shown.sources.flatMap(({ name, count }) => (count === null ? [] : [{ name, heads: count }])),
    months: shown.byMonth.map(({ key, count }) => ({ month: key as Month, heads: count })),
    caveats: shown.caveats,
    cautions: shown.cautions,
    warnings: shown.warnings,
    themeWarnings: shown.themeWarnings,
    method: shown.method === null ? "" : `${shown.method.method}, ${shown.method.version}`,
    hash: shown.hash,
    takenOn: dayOf(shown.takenAt),
  };
}
