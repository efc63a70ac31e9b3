// The picture's doors. A question travels as the words of its address, so that a link, a call and a citation are the same text.
import { z } from "zod";
import { CATEGORIES, CATEGORY_GROUPS } from "../collect/category.ts";
import { OBSERVATION_KINDS, PRECISIONS, SHARINGS, SPOT_MANAGERS } from "../collect/observation.ts";
import { SECRECY_CLASSES, SOURCE_KINDS } from "../collect/source.ts";
import { endpoint } from "../ground/endpoint.ts";
import { idOf } from "../ground/id.ts";
import { placeField, positionField } from "../ground/place.ts";
import { dayField, instantField } from "../ground/time.ts";

const word = z.string().max(400).exactOptional();
const slug = z.string().max(80);
const month = z.string().regex(/^\d{4}-\d{2}$/);
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

const tally = <Key extends z.ZodType>(key: Key) => z.object({ key, count, few: z.boolean() });

export const countsField = z.object({
  total: count,
  unplaced: count,
  undated: count,
  summaries: count,
  pressSelection: count,
  byMonth: z.array(tally(month)),
  byCategory: z.array(tally(z.enum(CATEGORY_GROUPS))),
  byArea: z.array(z.object({ key: slug, count, few: z.boolean(), felt: count, voices: count, recorded: count })),
  byCell: z.array(tally(z.string())),
});

const asked = z.object({
  partnership: z.string(),
  fran: word,
  till: word,
  kategori: word,
  slag: word,
  kunskap: word,
  kalla: word,
  ort: word,
  delning: word,
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
    /** Every month that may be asked for, newest first. */
    months: z.array(month),
    counts: countsField,
    /** The same question of the equally long time just before, recorded happenings only; null where no months were asked for. */
    change: z.object({ before: count, after: count, percent: z.int().exactOptional() }).nullable(),
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

export const pictureApi = [askPicture, openEntry] as const;
