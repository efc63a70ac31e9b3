// The picture's doors. A question travels as the words of its address, so that a link, a call and a citation are the same text.
import { z } from "zod";
import { CATEGORIES, CATEGORY_GROUPS } from "../collect/category.ts";
import { OBSERVATION_KINDS, PRECISIONS, SHARINGS, SPOT_MANAGERS } from "../collect/observation.ts";
import { SAMPLE_TYPES, SECRECY_CLASSES, SOURCE_KINDS } from "../collect/source.ts";
import { endpoint } from "../ground/endpoint.ts";
import { idOf } from "../ground/id.ts";
import { placeField, positionField } from "../ground/place.ts";
import { dayField, instantField } from "../ground/time.ts";
import { CAUTIONS } from "./basis.ts";
import { detectableField, NOTHING_TO_GO_BY, WANTED } from "./found.ts";
import { GRANULARITIES, TIME_PRECISIONS } from "./columns/event-store.ts";
import { HOURS_IN_WEEK } from "./columns/local-time.ts";

const word = z.string().max(400).exactOptional();
const slug = z.string().max(80);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const said = z.object({ sv: z.string(), en: z.string() });
const knowledge = z.enum(["felt", "recorded", "measured"]);
const count = z.int().min(0);

export const villageField = z.object({
  slug,
  name: z.string(),
  position: positionField,
  radiusMetres: z.number(),
  population: count.optional(),
  populationYear: z.int().optional(),
});

export const entryField = z.object({
  id: idOf("observation"),
  kind: z.enum(OBSERVATION_KINDS),
  category: z.enum(CATEGORIES),
  knowledge,
  text: z.string(),
  consequence: z.string(),
  proposal: z.string(),
  spotManager: z.enum(SPOT_MANAGERS),
  agreed: count.nullable(),
  sharing: z.enum(SHARINGS),
  bundle: z.boolean(),
  example: z.boolean(),
  whenKind: z.enum(["instant", "interval", "recurring", "unknown"]),
  happenedFrom: instantField.nullable(),
  happenedTo: instantField.nullable(),
  precision: z.enum(PRECISIONS),
  place: placeField,
  placeName: z.string().nullable(),
  area: slug,
  sourceSlug: slug,
  sourceName: z.string(),
  sourceKind: z.enum(SOURCE_KINDS),
  sourceCaveat: z.string(),
  walkSlug: slug.nullable(),
  walkTitle: z.string().nullable(),
  stopName: z.string().nullable(),
});
export type ToldEntry = z.output<typeof entryField>;

export const measurementField = z.object({
  id: idOf("measurement"),
  name: z.string(),
  unit: z.string(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: count.nullable(),
  from: dayField,
  to: dayField,
  caveat: z.string(),
  example: z.boolean(),
  place: placeField,
  area: slug,
  sourceSlug: slug,
});

/** Whole but where the time of an event is an interval that lies partly outside what is asked. */
const sum = z.number().min(0);
const share = z.number().min(0).max(1);
const tally = <Key extends z.ZodType>(key: Key) => z.object({ key, count: sum, few: z.boolean() });

export const countsField = z.object({
  total: sum,
  events: count,
  spread: count,
  unplaced: sum,
  undated: sum,
  withoutHour: sum,
  notPlaced: sum,
  summaries: count,
  pressSelection: sum,
  byMonth: z.array(tally(month)),
  byHour: z.array(sum).length(HOURS_IN_WEEK),
  byCategory: z.array(tally(z.enum(CATEGORY_GROUPS))),
  bySource: z.array(tally(slug)),
  byArea: z.array(z.object({ key: slug, count: sum, few: z.boolean(), felt: sum, voices: sum, recorded: sum })),
  byPrecision: z.record(z.enum(TIME_PRECISIONS), sum),
  byGranularity: z.record(z.enum(GRANULARITIES), sum),
});

const basisField = z.object({
  n: count,
  unplacedShare: share,
  undatedShare: share,
  from: dayField.nullable(),
  to: dayField.nullable(),
  sources: z.array(
    z.object({ slug, name: z.string(), sampleType: z.enum(SAMPLE_TYPES), caveat: z.string(), count: sum }),
  ),
  cautions: z.array(z.object({ kind: z.enum(CAUTIONS), count: sum, sentence: said })),
  method: z.string(),
  version: z.string(),
  sentence: said,
});

const asked = z.object({
  partnership: z.string(),
  fran: word,
  till: word,
  /** Every second hour of a week is written with more than seven hundred letters. */
  tid: z.string().max(1000).exactOptional(),
  kategori: word,
  slag: word,
  kunskap: word,
  kalla: word,
  ort: word,
  ruta: word,
  delning: word,
  jamfor: word,
});

export const askPicture = endpoint({
  name: "picture.ask",
  kind: "question",
  path: "/api/picture/{partnership}",
  summary:
    "Everything that is known, as counts, list and map, for one question. The question is the address's own words.",
  input: asked,
  output: z.object({
    /** What stood in the address and was not understood. */
    unread: z.array(z.string()),
    /** The question as it was understood: the same question always gives the same words. */
    address: z.string(),
    /** Every month that may be asked for, newest first. */
    months: z.array(month),
    counts: countsField,
    basis: basisField,
    /** The same question of what it is compared with, recorded happenings only: the equally long time just before where nothing was said. Null where there is nothing to compare with. */
    change: z.object({ before: sum, after: sum, percent: z.int().exactOptional() }).nullable(),
    /** One by one, newest first; at most a few hundred. The counts are of everything. */
    list: z.array(entryField),
    measurements: z.array(measurementField),
    villages: z.array(villageField),
    sources: z.array(
      z.object({
        slug,
        name: z.string(),
        kind: z.enum(SOURCE_KINDS),
        caveat: z.string(),
        secrecyClass: z.enum(SECRECY_CLASSES),
        knowledge,
        example: z.boolean(),
      }),
    ),
    ground: z.object({
      code: z.string(),
      name: z.string(),
      outline: z.array(z.array(positionField)).nullable(),
      centre: positionField,
    }),
  }),
});

export const openEntry = endpoint({
  name: "picture.open-entry",
  kind: "question",
  path: "/api/picture/{partnership}/entries/{entry}",
  summary: "One thing that was seen, said or written down, with its source and what must be known of it.",
  input: z.object({ partnership: z.string(), entry: idOf("observation") }),
  output: entryField,
});

/** How many may be asked for by id at once. */
export const ENTRIES_AT_ONCE = 100;

export const tellEntries = endpoint({
  name: "picture.entries",
  kind: "question",
  path: "/api/picture/{partnership}/entries",
  summary:
    "Things that were seen, said or written down, by their ids, in that order. What the caller may not see is not there.",
  input: z.object({
    partnership: z.string(),
    ids: z
      .string()
      .max(ENTRIES_AT_ONCE * 37)
      .transform((text) => text.split(","))
      .pipe(z.array(idOf("observation")).max(ENTRIES_AT_ONCE)),
  }),
  output: z.array(entryField),
});

export const pictureColumns = endpoint({
  name: "picture.columns",
  kind: "download",
  path: "/api/picture/{partnership}/columns",
  summary:
    "Everything the caller may see in the picture, or with delning=gemensamt what both parties see and nothing else, as columns of numbers with the ids of the entries, for a browser to count in by itself. Bytes of columns/snapshot.ts.",
  input: z.object({ partnership: z.string(), delning: word }),
  output: z.unknown(),
});

export const pictureNews = endpoint({
  name: "picture.news",
  kind: "question",
  path: "/api/picture/{partnership}/news",
  summary:
    "What is new: up to three sentences of categories beside what was to be expected, or that there is too little to say.",
  input: z.object({ partnership: z.string(), delning: word }),
  output: z.object({
    sentences: z.array(said),
    items: z.array(
      z.object({
        category: z.enum(CATEGORIES),
        count,
        expected: sum,
        low: count,
        high: count,
        verdict: z.enum(["above", "below", "within"]),
        p: share,
        /** How long one waits for such a list to hold something like it by chance alone. */
        recurrenceDays: sum,
        method: z.string(),
        sentence: said,
      }),
    ),
    /** How many categories had history enough to be asked, and how many of them lay outside what was expected. */
    tested: count,
    outside: count,
    /** The four weeks that are told of; null where nothing recorded has a day. */
    from: dayField.nullable(),
    to: dayField.nullable(),
    version: z.string(),
  }),
});

export const listIndicators = endpoint({
  name: "picture.list-indicators",
  kind: "question",
  path: "/api/picture/{partnership}/indicators",
  summary:
    "What a change may be looked for in: places to count events in, roads that are measured, series of statistics.",
  input: z.object({ partnership: z.string() }),
  output: z.object({
    villages: z.array(z.object({ slug, name: z.string() })),
    roads: z.array(z.object({ number: count, name: z.string(), comparisonRoads: z.array(z.string()) })),
    series: z.array(z.object({ slug: z.string(), name: z.string(), area: z.string(), unit: z.string() })),
    /** The last twelve whole months: the time before, where nobody says another. */
    from: dayField,
    to: dayField,
  }),
});

export const askDetectable = endpoint({
  name: "picture.detectable",
  kind: "question",
  path: "/api/picture/{partnership}/detectable",
  summary:
    "How large a change must be to be seen eight times of ten: of events, a road's measurements or a series. Only what both parties see is reckoned with.",
  input: asked
    .pick({
      partnership: true,
      fran: true,
      till: true,
      tid: true,
      kategori: true,
      slag: true,
      kalla: true,
      ort: true,
      jamfor: true,
    })
    .extend({
      of: z.enum(["events", "road", "series"]),
      wanted: z.enum(WANTED).default("down"),
      /** How many months are counted afterwards. */
      months: z.coerce.number().int().min(1).max(120).default(12),
      road: z.coerce.number().int().min(1).max(1_000_000).exactOptional(),
      comparisonRoad: z.string().max(200).exactOptional(),
      series: z.string().max(200).exactOptional(),
      /** How many answered, where the series does not say. */
      answers: z.coerce.number().int().min(1).max(1_000_000).exactOptional(),
    }),
  output: z.object({
    /** Null where there is nothing to reckon from; then `because` says what is missing. */
    found: detectableField.nullable(),
    because: z.enum(NOTHING_TO_GO_BY).nullable(),
    sentence: said,
    /** Counts: how many times of ten a change to so many would be seen. */
    chances: z.array(z.object({ at: z.number().min(0), tenths: z.int().min(0).max(10) })),
  }),
});

export const pictureApi = [
  askPicture,
  openEntry,
  tellEntries,
  pictureColumns,
  pictureNews,
  listIndicators,
  askDetectable,
] as const;
