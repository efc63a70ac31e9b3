// What each piece of a problem's evidence carries: which sources it is of and how those came about, of how many it is, and what must be known before it is believed.
// Under the rights of whoever asks; what they may not read any more carries nothing.
import type { SampleType, SourceKind } from "../collect/source.ts";
import type { Said } from "../ground/words.ts";
import type { Within } from "../partnership/tables.ts";
import { isSharedOut, sharedNotes } from "../picture/shared-notes.ts";
import type { Warning } from "./frozen-figure.ts";
import { type FrozenMeasurement, measurementWarnings } from "./frozen-measurement.ts";
import type { Evidence } from "./problem.ts";
import { measuredAmong } from "./store-measured.ts";
import { answerIn, readPicture } from "./store-picture.ts";
import type { PrioritiseDatabase } from "./tables.ts";

type Tx = Within<PrioritiseDatabase>;

export type CarriedSource = {
  readonly name: string;
  readonly kind: SourceKind;
  readonly sampleType: SampleType;
  readonly caveat: string;
};
export type Carried = {
  readonly evidenceId: string;
  readonly sources: readonly CarriedSource[];
  /** How many said it or agreed, where that was counted. */
  readonly voices: number | null;
  /** What the picture answers today to a question. */
  readonly counted: { readonly total: number; readonly n: number; readonly cautions: readonly Said[] } | null;
  /** `isPublic`: its owner has decided that it may be published. */
  readonly measured: {
    readonly frozen: FrozenMeasurement;
    readonly warnings: readonly Warning[];
    readonly isPublic: boolean;
  } | null;
};

/** A series and a coded theme say it themselves (frozen-figure.ts, frozen-theme.ts), an adopted report in its own pages. */
export async function carriedBy(
  tx: Tx,
  partnershipId: string,
  { evidence }: { readonly evidence: readonly Evidence[] },
): Promise<Carried[]> {
  const ids = (kind: Evidence["kind"]) =>
    evidence.flatMap((one) => (one.kind === kind && "refId" in one ? [one.refId] : []));
  const notes = await notesAmong(tx, partnershipId, ids("observation"));
  const themes = await themesAmong(tx, partnershipId, ids("theme"));
  const measured = await measuredAmong(tx, partnershipId, ids("measurement"));
  // Read once, and only where something is asked of it.
  const seen = evidence.some(({ kind }) => kind === "question") ? await readPicture(tx, partnershipId) : undefined;
  return evidence.flatMap((one): Carried[] => {
    const bare = { evidenceId: one.id, sources: [], voices: null, counted: null, measured: null };
    if (one.kind === "question") {
      const answer = answerIn(seen, one.question);
      if (answer === undefined) return [];
      const { n, cautions } = answer.basis;
      const known = answer.basis.sources.flatMap(({ slug, name, sampleType, caveat }) => {
        const kind = answer.sources.find((source) => source.slug === slug)?.kind;
        return kind === undefined ? [] : [{ name, kind, sampleType, caveat }];
      });
      const counted = { total: Math.round(answer.counts.total), n, cautions: cautions.map(({ sentence }) => sentence) };
      return [{ ...bare, sources: known, counted }];
    }
    if (one.kind === "measurement") {
      const found = measured.find(({ frozen }) => frozen.measurementId === one.refId);
      if (found === undefined) return [];
      const { frozen, isPublic } = found;
      const source = { name: frozen.source, kind: found.kind, sampleType: frozen.sampleType, caveat: "" };
      return [{ ...bare, sources: [source], measured: { frozen, warnings: measurementWarnings(frozen), isPublic } }];
    }
    if (one.kind !== "observation" && one.kind !== "theme") return [];
    const found = (one.kind === "observation" ? notes : themes).get(one.refId);
    return found === undefined ? [] : [{ ...bare, sources: [found.source], voices: found.voices }];
  });
}

type Heard = { readonly source: CarriedSource; readonly voices: number | null };

async function notesAmong(tx: Tx, partnershipId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Heard>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("observation")
    .innerJoin("organisation", "organisation.id", "observation.owner_organisation_id")
    .leftJoin("source", "source.id", "observation.source_id")
    .select([
      "observation.id",
      "agreed",
      "observation.sharing",
      "organisation.id as ownerId",
      "organisation.short_name as owner",
      "source.name",
      "source.kind",
      "source.sample_type as sampleType",
      "source.caveat",
      "source.secrecy_class as secrecyClass",
    ])
    .where("observation.partnership_id", "=", partnershipId)
    .where("observation.id", "in", ids)
    .execute();
  return new Map(
    rows.map(({ id, agreed, sharing, ownerId, owner, name, kind, sampleType, caveat, secrecyClass }) => {
      const isBare = name === null || kind === null || sampleType === null || isSharedOut(sharing, secrecyClass);
      const source = isBare
        ? sharedNotes({ id: ownerId, name: owner })
        : { name, kind, sampleType, caveat: caveat ?? "" };
      const told = { name: source.name, kind: source.kind, sampleType: source.sampleType, caveat: source.caveat };
      return [id, { source: told, voices: agreed }];
    }),
  );
}

async function themesAmong(tx: Tx, partnershipId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Heard>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("dialogue_theme")
    .innerJoin("dialogue", "dialogue.id", "dialogue_theme.dialogue_id")
    .innerJoin("source", "source.id", "dialogue.source_id")
    .select([
      "dialogue_theme.id",
      "count",
      "source.name",
      "source.kind",
      "source.sample_type as sampleType",
      "source.caveat",
    ])
    .where("dialogue_theme.partnership_id", "=", partnershipId)
    .where("dialogue_theme.id", "in", ids)
    .execute();
  return new Map(
    rows.map(({ id, count, name, kind, sampleType, caveat }) => [
      id,
      { source: { name, kind, sampleType, caveat }, voices: count },
    ]),
  );
}
