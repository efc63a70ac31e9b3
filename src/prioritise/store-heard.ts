// What has been heard, as far as both parties may read it, and what the problems rest on, as far as whoever asks may: where prioritising begins.
import { sql } from "kysely";
import { knowledgeOf, SOURCE_KINDS, type SampleType, type SourceKind } from "../collect/source.ts";
import type { Within } from "../partnership/tables.ts";
import { sharedNotes } from "../picture/shared-notes.ts";
import { addedUp, type Heard, type Word } from "./agreement.ts";
import type { Evidence, Problem } from "./problem.ts";
import { heardThemes } from "./rounds/store.ts";
import { carriedBy } from "./store-evidence.ts";
import type { PrioritiseDatabase } from "./tables.ts";

type Tx = Within<PrioritiseDatabase>;

/** So many notes at most make a problem at once; the newest. */
const MOST_NOTES = 20;

/** Notes that somebody made of what they saw or were told. Files of happenings and series of figures are answered in the picture. */
const NOTED_IN: readonly SourceKind[] = SOURCE_KINDS.filter(
  (kind) => knowledgeOf(kind) === "felt" || kind === "staff" || kind === "weekly-report",
);

/** Themes, and what lies in no theme and no problem: notes by what they are about, what a dialogue gave, the last measurement of each thing. */
export async function heardIn(tx: Tx, partnershipId: string): Promise<Heard[]> {
  const themes = (await heardThemes(tx, partnershipId))
    .filter(({ sources }) => sources.length > 0)
    .map(({ id, name, category, sources, problems }): Heard => ({
      about: "theme",
      id,
      name,
      category,
      noteIds: [],
      problemIds: problems.map((problem) => problem.id),
      words: sources.map(({ kind, source, sampleType, voices }) => shared(kind, source, sampleType, voices)),
    }));
  return [
    ...themes,
    ...(await looseNotes(tx, partnershipId)),
    ...(await looseDialogues(tx, partnershipId)),
    ...(await looseMeasurements(tx, partnershipId)),
  ];
}

const shared = (by: SourceKind, source: string, sampleType: SampleType, n: number | null): Word => ({
  by,
  source,
  sampleType,
  n,
  own: false,
});

/** Where it has become neither a part of a theme nor evidence that both read. */
const isLoose = (coded: "observation_id" | "dialogue_theme_id", id: string) =>
  sql<boolean>`not exists (select 1 from coding where coding.${sql.ref(coded)} = ${sql.ref(id)})
    and not exists (select 1 from problem_evidence where problem_evidence.ref_id = ${sql.ref(id)} and problem_evidence.sharing = 'shared')`;

function grouped<T>(all: readonly T[], by: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group === undefined) groups.set(by(one), [one]);
    else group.push(one);
  }
  return groups;
}

async function looseNotes(tx: Tx, partnershipId: string): Promise<Heard[]> {
  const rows = await tx
    .selectFrom("observation")
    .innerJoin("organisation", "organisation.id", "observation.owner_organisation_id")
    // A source that is its owner's own lends its shared notes neither its name nor its kind.
    .leftJoin("source", (join) =>
      join.onRef("source.id", "=", "observation.source_id").on("source.secrecy_class", "<>", "own"),
    )
    .select([
      "observation.id",
      "observation.category",
      "agreed",
      "organisation.id as ownerId",
      "organisation.short_name as owner",
      "source.name",
      "source.kind",
      "source.sample_type as sampleType",
    ])
    .where("observation.partnership_id", "=", partnershipId)
    .where("observation.sharing", "<>", "own")
    .where("observation.kind", "in", ["problem", "event", "question"])
    .where("withdrawn_at", "is", null)
    .where("wished_sharing", "is", null)
    .where((is) => is.or([is("source.id", "is", null), is("source.kind", "in", NOTED_IN)]))
    .where(isLoose("observation_id", "observation.id"))
    .orderBy("noted_at", "desc")
    .orderBy("observation.id")
    .execute();
  const byCategory = grouped(rows, ({ category }) => category);
  return [...byCategory].map(([category, notes]) => {
    const bySource = grouped(notes, ({ ownerId, owner, name, kind, sampleType }) => {
      const told = name === null ? sharedNotes({ id: ownerId, name: owner }) : { name, kind, sampleType };
      return JSON.stringify([told.kind, told.name, told.sampleType]);
    });
    return {
      about: "notes",
      id: category,
      name: "",
      category,
      noteIds: notes.slice(0, MOST_NOTES).map(({ id }) => id),
      problemIds: [],
      words: [...bySource].map(([key, of]) => {
        const [kind, name, sampleType] = JSON.parse(key) as [SourceKind, string, SampleType];
        return shared(
          kind,
          name,
          sampleType,
          of.reduce((sum, { agreed }) => sum + Math.max(1, agreed ?? 1), 0),
        );
      }),
    };
  });
}

async function looseDialogues(tx: Tx, partnershipId: string): Promise<Heard[]> {
  const rows = await tx
    .selectFrom("dialogue_theme")
    .innerJoin("dialogue", "dialogue.id", "dialogue_theme.dialogue_id")
    .innerJoin("source", "source.id", "dialogue.source_id")
    .select([
      "dialogue_theme.id",
      "theme",
      "category",
      "count",
      "source.name",
      "source.kind",
      "source.sample_type as sampleType",
    ])
    .where("dialogue_theme.partnership_id", "=", partnershipId)
    .where("source.secrecy_class", "<>", "own")
    .where(isLoose("dialogue_theme_id", "dialogue_theme.id"))
    .orderBy("dialogue_theme.id")
    .execute();
  return rows.map(({ id, theme, category, count, name, kind, sampleType }) => ({
    about: "dialogue",
    id,
    name: theme,
    category,
    noteIds: [],
    problemIds: [],
    words: [shared(kind, name, sampleType, Number(count))],
  }));
}

/** Of the same thing at the same place the last one only, and nothing where an earlier one is evidence already. */
async function looseMeasurements(tx: Tx, partnershipId: string): Promise<Heard[]> {
  const rows = await tx
    .selectFrom("measurement")
    .innerJoin("source", "source.id", "measurement.source_id")
    .select([
      "measurement.id",
      "measurement.name",
      "unit",
      "place_name",
      "n",
      "source.name as source",
      "source.kind",
      "source.sample_type as sampleType",
    ])
    .select((is) =>
      is
        .exists(
          is
            .selectFrom("problem_evidence")
            .select("problem_evidence.id")
            .whereRef("problem_evidence.ref_id", "=", "measurement.id")
            .where("problem_evidence.sharing", "=", "shared"),
        )
        .as("isCited"),
    )
    .where("measurement.partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .where("secrecy_class", "<>", "own")
    .orderBy("to_day", "desc")
    .orderBy("measurement.id")
    .execute();
  const same = grouped(rows, ({ name, unit, place_name }) => JSON.stringify([name, unit, place_name]));
  return [...same.values()].flatMap((all): Heard[] => {
    const [last] = all;
    if (last === undefined || all.some(({ isCited }) => isCited === true)) return [];
    const { id, name, n, source, kind, sampleType } = last;
    const words = [shared(kind, source, sampleType, n)];
    return [{ about: "measurement", id, name, category: null, noteIds: [], problemIds: [], words }];
  });
}

/** By evidence: which source says it, and of how many. A question is not asked again here, so that the list does not wait for the whole picture. */
export async function wordsOfAll(tx: Tx, partnershipId: string, problems: readonly Problem[]) {
  const all: readonly Evidence[] = problems.flatMap(({ evidence }) => evidence);
  const series = await kindsOfSeries(
    tx,
    all.flatMap((one) => (one.kind === "series" ? [one.frozen.seriesId] : [])),
  );
  const carried = new Map(
    (await carriedBy(tx, partnershipId, { evidence: all.filter(({ kind }) => kind !== "question") })).map((one) => [
      one.evidenceId,
      one,
    ]),
  );
  const wordsOf = (one: Evidence): Word[] => {
    const own = one.sharing === "own";
    switch (one.kind) {
      case "question":
      case "situation":
        return [{ by: one.kind, source: "", sampleType: null, n: null, own }];
      case "series": {
        const { seriesId, source, sampleType = null, n } = one.frozen;
        return [{ by: series.get(seriesId) ?? "statistics", source, sampleType, n, own }];
      }
      case "coded":
        // Its caption is gone where it has been kept apart since.
        return one.caption === ""
          ? []
          : one.frozen.sources.map(({ kind, source, sampleType, voices }) => ({
              by: kind,
              source,
              sampleType,
              n: voices,
              own,
            }));
      default: {
        const found = carried.get(one.id);
        return (found?.sources ?? []).map(({ kind, name, sampleType }) => ({
          by: kind,
          source: name,
          sampleType,
          n: found?.voices ?? found?.measured?.frozen.n ?? (one.kind === "observation" ? 1 : null),
          own,
        }));
      }
    }
  };
  const isNote = ({ kind }: Evidence) => kind === "observation";
  return ({ evidence }: Problem): readonly Word[] => [
    ...addedUp(evidence.filter(isNote).flatMap(wordsOf)),
    ...evidence.filter((one) => !isNote(one)).flatMap(wordsOf),
  ];
}

async function kindsOfSeries(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SourceKind>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("series")
    .innerJoin("source", "source.id", "series.source_id")
    .select(["series.id", "source.kind"])
    .where("series.id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
