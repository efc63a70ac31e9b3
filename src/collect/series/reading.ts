// Reading a file of official statistics in: what it would come to, and then that it is done. Both parties read; either may take back what it has read, and
// none rewrites what the other has brought: whose series it is says what is counted, in which unit, with which caveat and licence.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import { COLLECTORS, freeSlug, ownerOf, type Source } from "../source.ts";
import { isNear } from "./area.ts";
import {
  type FoundSeries,
  saysTheSame,
  type SeriesBreak,
  type SeriesFile,
  type SeriesKind,
  type SeriesProblem,
} from "./found.ts";
import { type Attested, believedOf, identityOf, outranks, type Series } from "./series.ts";
import type { SeriesFileWhy } from "./series-file.ts";

/** near: the municipality, what lies in it, its county and the country. all: everything in the file. */
export const AREAS = ["near", "all"] as const;
export type Areas = (typeof AREAS)[number];
export const READING_STATES = ["standing", "undone"] as const;
export type ReadingState = (typeof READING_STATES)[number];
/** More than this in one reading is a whole country by neighbourhood, and nobody's picture of a municipality. */
export const MOST_SERIES = 2000;

export type ReadingWhy =
  | "not-yours"
  | "fetched-later"
  | "nothing-near"
  | "too-many-series"
  | "series-read-already"
  | "series-of-another-unit"
  | SeriesFileWhy;

/** What a reading came to, figure by figure. `outside`: figures of places that were not asked for. */
export type ReadingReport = {
  readonly series: number;
  readonly newSeries: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Not believed: a younger or final figure is known already. */
  readonly older: number;
  /** Of all these, how many the source gives no figure for. */
  readonly absent: number;
  readonly outside: number;
  readonly unreadable: number;
  readonly problems: readonly SeriesProblem[];
};
export type SeriesReading = ReadingReport & {
  readonly id: string;
  readonly number: number;
  readonly sourceId: string;
  readonly kind: SeriesKind;
  readonly fileName: string;
  /** SHA-256 of the file as it came. */
  readonly checksum: string;
  readonly retrievedOn: Day;
  readonly asOf: Day;
  readonly areas: Areas;
  readonly readAt: Instant;
  readonly readBy: string | undefined;
  readonly organisationId: string;
  readonly state: ReadingState;
  readonly undoneAt: Instant | undefined;
};

export type NewReading = { readonly fileName: string; readonly retrievedOn: Day; readonly areas: Areas };
/** A series that is known, with what has been said of it. */
export type KnownSeries = Series & { readonly attested: readonly Attested[] };
export type Reading = {
  readonly partnershipId: string;
  readonly today: Day;
  readonly own: { readonly municipalityCode: string; readonly countyCode: string };
  readonly file: Result<SeriesFile, Refusal<SeriesFileWhy>>;
  readonly checksum: string;
  /** The source the file's publisher has here already. */
  readonly source: Source | undefined;
  readonly sourceSlugs: readonly string[];
  readonly known: readonly KnownSeries[];
  readonly seriesSlugs: readonly string[];
  readonly readings: readonly Pick<SeriesReading, "checksum" | "areas" | "state">[];
  readonly lastNumber: number;
};
/** What is written when it is done. */
export type ReadIn = {
  readonly reading: SeriesReading;
  readonly source: Source;
  readonly isNewSource: boolean;
  readonly series: readonly {
    readonly series: Series;
    readonly isNew: boolean;
    readonly values: readonly Attested[];
  }[];
  readonly breaks: readonly (SeriesBreak & { readonly id: string; readonly key: string })[];
};

export const readSeries = command({
  event: "series.read-in",
  may: mayRead,
  decide: (input: NewReading, state: Reading, moment): Result<ReadIn, Refusal<ReadingWhy>> =>
    readIn(input, state, {
      at: moment.at,
      newId: moment.newId,
      by: moment.by.id,
      organisationId: ownerOf(moment.by, state.partnershipId),
    }),
});

/** The same, and nothing is kept of it. */
export const tryOutSeries = command({ ...readSeries, event: "file.peeked-at" });

function mayRead(person: Person, _input: NewReading, { partnershipId }: Reading): Refusal<ReadingWhy> | undefined {
  return grantsIn(person, partnershipId, COLLECTORS).length > 0 ? undefined : { why: "not-yours" };
}

export type ReadBy = {
  readonly at: Instant;
  readonly newId: () => string;
  /** The person, or undefined on the command line. */
  readonly by: string | undefined;
  readonly organisationId: string;
};

export function readIn(input: NewReading, state: Reading, by: ReadBy): Result<ReadIn, Refusal<ReadingWhy>> {
  if (!state.file.ok) return state.file;
  if (input.retrievedOn > state.today) return no("fetched-later", { field: "retrievedOn" });
  const file = state.file.value;
  const taken = input.areas === "all" ? file.series : file.series.filter(({ area }) => isNear(area, state.own));
  if (taken.length === 0 && file.series.length > 0)
    return no("nothing-near", { field: "areas", detail: { areas: areasIn(file.series) } });
  if (taken.length > MOST_SERIES)
    return no("too-many-series", { field: "file", detail: { count: taken.length, most: MOST_SERIES } });
  const isRead = state.readings.some(
    (one) =>
      one.state === "standing" && one.checksum === state.checksum && (one.areas === input.areas || one.areas === "all"),
  );
  if (isRead) return no("series-read-already", { field: "file" });
  const asOf = file.asOf !== undefined && file.asOf <= state.today ? file.asOf : input.retrievedOn;
  const attests = { readingId: by.newId(), readingNumber: state.lastNumber + 1, asOf };
  const source = state.source ?? newSource(file, state, by);
  const known = new Map(state.known.map((one) => [identityOf(one), one]));
  const other = taken.find((found) => {
    const before = known.get(identityOf(found));
    return before !== undefined && before.organisationId !== by.organisationId && before.unit !== found.unit;
  });
  if (other !== undefined) {
    const { unit } = known.get(identityOf(other))!;
    return no("series-of-another-unit", { field: "file", detail: { series: other.name, unit, other: other.unit } });
  }
  const slugs = [...state.seriesSlugs];
  const series = taken.map((found) => {
    const before = known.get(identityOf(found));
    const { values, breaks: _breaks, ...described } = found;
    const slug = before?.slug ?? seriesSlug(found, slugs);
    if (before === undefined) slugs.push(slug);
    const kept = { id: before?.id ?? by.newId(), slug, sourceId: source.id, licence: file.publisher.licence };
    // What a series is, those say who read it in first; what it says of a period, every file says for itself.
    const theirs = before !== undefined && before.organisationId !== by.organisationId ? whatItIs(before) : {};
    const organisationId = before?.organisationId ?? by.organisationId;
    const one = { ...described, ...kept, organisationId, ...theirs, example: source.example };
    return {
      series: one,
      isNew: before === undefined,
      values: values.map((value) => ({ ...value, ...attests })),
      before,
    };
  });
  const counts = countsOf(series);
  return yes({
    reading: {
      ...counts,
      series: series.length,
      newSeries: series.filter(({ isNew }) => isNew).length,
      absent: sumOf(taken, ({ values }) => values.filter(({ absent }) => absent !== undefined).length),
      outside: sumOf(file.series, ({ values }) => values.length) - sumOf(taken, ({ values }) => values.length),
      unreadable: file.unreadable,
      problems: file.problems,
      id: attests.readingId,
      number: attests.readingNumber,
      sourceId: source.id,
      kind: file.kind,
      fileName: input.fileName,
      checksum: state.checksum,
      retrievedOn: input.retrievedOn,
      asOf,
      areas: input.areas,
      readAt: by.at,
      readBy: by.by,
      organisationId: by.organisationId,
      state: "standing",
      undoneAt: undefined,
    },
    source,
    isNewSource: state.source === undefined,
    series: series.map(({ before: _before, ...one }) => one),
    breaks: breaksIn(taken).map((one) => ({ ...one, id: by.newId() })),
  });
}

function whatItIs({ name, unit, partOf, caveat, licence }: Series) {
  return { name, unit, partOf, caveat, licence };
}

type Laid = { readonly values: readonly Attested[]; readonly before: KnownSeries | undefined };

function countsOf(series: readonly Laid[]) {
  const counts = { added: 0, changed: 0, same: 0, older: 0 };
  for (const { values, before } of series) {
    const believed = new Map(before === undefined ? [] : believedOf(before.attested).map((one) => [one.from, one]));
    for (const value of values) {
      const now = believed.get(value.from);
      if (now === undefined) counts.added += 1;
      else if (saysTheSame(now, value)) counts.same += 1;
      else if (outranks(value, now)) counts.changed += 1;
      else counts.older += 1;
    }
  }
  return counts;
}

function sumOf<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0);
}

/** Once for each measure, however many places it is of. */
function breaksIn(series: readonly FoundSeries[]): readonly (SeriesBreak & { readonly key: string })[] {
  const breaks = new Map(
    series.flatMap(({ key, breaks: of }) => of.map((one) => [JSON.stringify([key, one.on]), { ...one, key }] as const)),
  );
  return [...breaks.values()];
}

/** A few of the places in the file, so that whoever chose wrong sees it. */
function areasIn(series: readonly FoundSeries[]): string {
  const names = [...new Set(series.map(({ area }) => area.name))];
  return names.length > 5 ? `${names.slice(0, 5).join(", ")} …` : names.join(", ");
}

const SEX_WORDS = { all: "", women: "kvinnor", men: "man" };

function seriesSlug({ name, area, sex, unit }: FoundSeries, taken: readonly string[]): string {
  const words = slugOf(
    [name.slice(0, 60), /100 ?000/.test(unit) ? "per 100000" : "", SEX_WORDS[sex], area.name].join(" "),
  );
  return freeSlug(words === "" ? "serie" : words, taken);
}

function newSource(
  { publisher, kind }: SeriesFile,
  { sourceSlugs }: Reading,
  { at, newId, organisationId }: ReadBy,
): Source {
  const { name, method, caveat, sampleType, url } = publisher;
  return {
    id: newId(),
    slug: freeSlug(slugOf(name), sourceSlugs),
    kind: "statistics",
    ownerOrganisationId: organisationId,
    name,
    method,
    sampleType,
    reliability: kind === "bra-offences" || kind === "bra-indicators" || kind === "kolada" ? "high" : "unknown",
    secrecyClass: "public",
    caveat,
    ...(url === "" ? {} : { reference: { title: name, url } }),
    createdAt: at,
    example: false,
  };
}

export type UndoReadingWhy = "not-yours" | "reading-already-undone";
type Undoing = { readonly partnershipId: string; readonly reading: SeriesReading };

/** Only those who read a file in take it back; the others see who that is. */
export const undoReading = command({
  event: "series.reading-undone",
  may: (person: Person, _input: unknown, { partnershipId, reading }: Undoing): Refusal<UndoReadingWhy> | undefined =>
    grantsIn(person, partnershipId, COLLECTORS).some(({ organisationId }) => organisationId === reading.organisationId)
      ? undefined
      : { why: "not-yours" },
  decide: (_input: unknown, { reading }: Undoing): Result<SeriesReading, Refusal<UndoReadingWhy>> =>
    reading.state === "undone" ? no("reading-already-undone") : yes(reading),
});
