import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { no, yes } from "../../ground/result.ts";
import { dayOf, type Instant } from "../../ground/time.ts";
import { partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import * as collect from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import { mayCollect } from "../source.ts";
import * as api from "./api.ts";
import type { Figure } from "./found.ts";
import { noteBreak, takeBackBreak, type NotedBreak } from "./noted-break.ts";
import { type Reading, type ReadIn, readSeries, type SeriesReading, tryOutSeries, undoReading } from "./reading.ts";
import { type Believed, believedOf, frontOf, measureOf, type Series, standingOf } from "./series.ts";
import { readSeriesFile } from "./series-file.ts";
import * as store from "./store.ts";

type Ask = Asking<CollectDatabase>;
/** What a packed file may unpack to. */
const UNPACKED_LIMIT = 60 * 1024 * 1024;
const READINGS_LISTED = 20;
const FIRST_SHOWN = 6;

const listSeries = question(api.listSeries, async (_input, ask: Ask) => {
  const facts = await partnershipFacts(ask.tx, here(ask));
  const all = await store.seriesOf(ask.tx, here(ask));
  const breaks = await store.breaksOf(ask.tx, here(ask));
  const measures = new Map<string, (typeof all)[number][]>();
  for (const one of all) {
    // Each area a source has drawn itself stands for itself.
    const measure = one.area.kind === "area" ? one.slug : measureOf(one);
    measures.set(measure, [...(measures.get(measure) ?? []), one]);
  }
  const shown = [...measures.values()].flatMap((of) => {
    const front = frontOf(of, facts?.municipality_code ?? "");
    const believed = front === undefined ? [] : believedOf(front.attested);
    const latest = believed.findLast(({ value }) => value !== undefined) ?? believed.at(-1);
    if (front === undefined || latest === undefined) return [];
    const broken = breaks.filter((one) => one.sourceId === front.sourceId && one.key === front.key).length;
    return [{ ...front, latest: valueOf(latest), values: believed.length, breaks: broken, beside: of.length - 1 }];
  });
  const sources = (await collect.sourcesOf(ask.tx, here(ask))).filter(({ id }) =>
    shown.some(({ sourceId }) => sourceId === id),
  );
  const readings = (await store.readingsOf(ask.tx, here(ask))).slice(0, READINGS_LISTED);
  return yes({ series: shown, sources, readings });
});

const openSeries = question(api.openSeries, async (input, ask: Ask) => {
  const found = await store.seriesBySlug(ask.tx, here(ask), input.slug);
  if (found === undefined) return no("not-found");
  const [source] = (await collect.sourcesOf(ask.tx, here(ask))).filter(({ id }) => id === found.sourceId);
  if (source === undefined) return no("not-found");
  const same = await store.seriesOf(ask.tx, here(ask), { sourceId: found.sourceId, key: found.key });
  const readings = await store.readingsOf(ask.tx, here(ask));
  const fileOf = (id: string) => readings.find((one) => one.id === id)?.fileName ?? "";
  const attested = same.find(({ id }) => id === found.id)?.attested ?? [];
  const partOf =
    found.partOf === undefined
      ? []
      : await store.seriesOf(ask.tx, here(ask), { sourceId: found.sourceId, key: found.partOf });
  const isBeside = (one: Series) => one.id !== found.id && measureOf(one) === measureOf(found);
  return yes({
    series: found,
    source,
    values: believedOf(attested).map((one) => ({
      ...valueOf(one),
      asOf: one.asOf,
      fileName: fileOf(one.readingId),
      before: one.before.map((earlier) => ({
        ...figureOf(earlier),
        asOf: earlier.asOf,
        fileName: fileOf(earlier.readingId),
      })),
    })),
    breaks: (await store.breaksOf(ask.tx, here(ask), found)).map(breakOut),
    beside: same
      .filter(isBeside)
      .map(({ slug, area, attested: of }) => ({ slug, area, values: believedOf(of).map(valueOf) })),
    whole: partOf.find((one) => one.area.code === found.area.code && one.sex === found.sex && one.step === found.step),
    parts: await store.partsOf(ask.tx, here(ask), found),
    readings: readings.filter(({ id }) => attested.some(({ readingId }) => readingId === id)),
  });
});

function figureOf({ value, absent, mark, low, high, n, standing }: Figure): Figure {
  return { value, absent, mark, low, high, n, standing };
}
function valueOf(one: Believed) {
  return { ...figureOf(one), standing: standingOf(one), from: one.from, to: one.to };
}
function breakOut({ id, on, why, organisationId, readingId }: NotedBreak) {
  return { id, on, why, organisationId, fromFile: readingId !== undefined };
}

// Files

type Wish = { readonly partnershipId: string; readonly bytes: Uint8Array; readonly at: Instant };

/** What the rule needs to know of a file and of what is known before it. */
export async function readingOf(
  tx: Transaction<CollectDatabase>,
  { partnershipId, bytes, at }: Wish,
): Promise<Reading | undefined> {
  const facts = await partnershipFacts(tx, partnershipId);
  if (facts === undefined) return undefined;
  await store.holdReadings(tx, partnershipId);
  const file = await readSeriesFile(bytes, UNPACKED_LIMIT);
  const name = file.ok ? file.value.publisher.name : "";
  const known = (await collect.sourcesOf(tx, partnershipId)).find(
    (one) => one.kind === "statistics" && one.name === name && one.secrecyClass !== "own",
  );
  const source = known && (await collect.sourceBySlug(tx, partnershipId, known.slug));
  const readings = await store.readingsOf(tx, partnershipId);
  return {
    partnershipId,
    today: dayOf(at),
    own: { municipalityCode: facts.municipality_code, countyCode: facts.county_code },
    file,
    checksum: createHash("sha256").update(bytes).digest("hex"),
    source,
    sourceSlugs: await collect.slugsIn(tx, "source", partnershipId),
    known: source === undefined ? [] : await store.seriesOf(tx, partnershipId, { sourceId: source.id }),
    seriesSlugs: await store.seriesSlugs(tx, partnershipId),
    readings,
    lastNumber: readings[0]?.number ?? 0,
  };
}

/** Everything a reading comes to, written. */
export async function keepReading(
  tx: Transaction<CollectDatabase>,
  partnershipId: string,
  read: ReadIn,
): Promise<void> {
  if (read.isNewSource) await collect.addSource(tx, partnershipId, read.source);
  await store.addReading(tx, partnershipId, read);
}

const NO_BYTES = new Uint8Array();

function readingAsked(ask: Ask): Promise<Reading | undefined> {
  const bytes = mayCollect(ask.person, here(ask)) ? ask.bytes : NO_BYTES;
  return readingOf(ask.tx, { partnershipId: here(ask), bytes, at: ask.at });
}

const tryOutSeriesFile = command(api.tryOutSeriesFile, {
  rule: tryOutSeries,
  load: async (_input, ask: Ask) => readingAsked(ask),
  write: async ({ reading, source, series }, _ask: Ask) => ({
    ...reading,
    source: source.name,
    licence: series[0]?.series.licence ?? "",
    first: series.slice(0, FIRST_SHOWN).flatMap(({ series: one, values }) => {
      const latest = believedOf(values).at(-1);
      return latest === undefined ? [] : [{ ...one, latest: valueOf(latest) }];
    }),
  }),
  subject: () => undefined,
  quiet: () => true,
});

const readSeriesFileRoute = command(api.readSeriesFile, {
  rule: readSeries,
  load: async (_input, ask: Ask) => readingAsked(ask),
  write: async (read, ask: Ask) => {
    await keepReading(ask.tx, here(ask), read);
    return { ...read.reading, first: read.series[0]?.series.slug };
  },
  subject: ({ reading }) => reading.id,
  said: ({ reading, source }) => ({
    source: source.slug,
    series: reading.series,
    added: reading.added,
    changed: reading.changed,
  }),
});

const undoSeriesReading = command(api.undoSeriesReading, {
  rule: undoReading,
  load: async (input, ask: Ask) => {
    await store.holdReadings(ask.tx, here(ask));
    const reading = await store.readingById(ask.tx, here(ask), input.id);
    return reading && { partnershipId: here(ask), reading };
  },
  write: async (reading: SeriesReading, ask: Ask) =>
    store.undoReading(ask.tx, reading, { at: ask.at, by: ask.person!.id }),
  subject: ({ id }) => id,
});

// Breaks

const noteSeriesBreak = command(api.noteSeriesBreak, {
  rule: noteBreak,
  load: async (input, ask: Ask) => {
    const series = await store.seriesBySlug(ask.tx, here(ask), input.slug);
    if (series === undefined) return undefined;
    const same = await store.seriesOf(ask.tx, here(ask), { sourceId: series.sourceId, key: series.key });
    const believed = believedOf(same.find(({ id }) => id === series.id)?.attested ?? []);
    const [first, last] = [believed[0], believed.at(-1)];
    return {
      partnershipId: here(ask),
      series,
      breaks: await store.breaksOf(ask.tx, here(ask), series),
      span: first && last && { from: first.from, to: last.to },
    };
  },
  write: async (noted, ask: Ask) => {
    await store.addBreak(ask.tx, here(ask), noted);
    return { id: noted.id };
  },
  subject: ({ id }) => id,
});

const takeBackSeriesBreak = command(api.takeBackSeriesBreak, {
  rule: takeBackBreak,
  load: async (input, ask: Ask) => {
    const noted = await store.breakById(ask.tx, here(ask), input.id);
    return noted && { partnershipId: here(ask), noted };
  },
  write: async (noted, ask: Ask) => {
    await store.removeBreak(ask.tx, noted);
    return { id: noted.id };
  },
  subject: ({ id }) => id,
});

export const seriesRoutes: readonly Route[] = [
  listSeries,
  openSeries,
  tryOutSeriesFile,
  readSeriesFileRoute,
  undoSeriesReading,
  noteSeriesBreak,
  takeBackSeriesBreak,
];
