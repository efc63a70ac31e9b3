// The answers as JSON, field by field: what `samsyn picture … --json` prints and `samsyn picture schema` describes. What has no value is not there; a number that is none (outside an area) is null.
import { z } from "zod";
import { CAVEATS } from "./basis.ts";
import { VERDICTS } from "../engine/effect/verdict.ts";

const said = z.strictObject({ sv: z.string(), en: z.string() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.int().min(0);
const chance = z.number().min(0).max(1);
const seed = z.int().min(1).describe("the same seed gives the same answer");
/** JSON has no infinity. */
const number = z.number().nullable();
const position = z
  .tuple([z.number(), z.number()])
  .describe("longitude and latitude, or the file's own metres east and north");
const estimate = {
  value: number,
  low: number.describe("the lower end of the 95 % interval"),
  high: number.describe("the upper end"),
  n: z.number().describe("what it rests on"),
  method: z.string(),
};
const method = {
  method: z.string().describe("the method by its short name"),
  version: z.string().describe("of the definitions: changes when the same question gets another answer"),
  sentence: said.describe("the answer as a sentence"),
};
const caveats = z
  .array(z.strictObject({ why: z.enum(CAVEATS), sentence: said }))
  .describe("what must be known before the figures are believed");
const basis = {
  n: count.describe("events asked about"),
  unplaced: count.describe("of them without a position"),
  undated: count.describe("of them without a day"),
  from: day.optional().describe("the first day among them"),
  to: day.optional().describe("the last"),
  ...method,
  caveats,
  sources: z.array(z.string()).optional().describe("where the events come from, where that is known"),
};
const family = count.describe("how many questions were asked at once and corrected for together");

const keyed = z.array(z.strictObject({ key: z.string(), ...estimate }));
export const countSchema = z.strictObject({
  ...basis,
  total: z.strictObject(estimate).describe("the count with the exact interval of a Poisson count"),
  byMonth: keyed.describe("by month, those that have any"),
  byCategory: keyed.describe("by category, the most first"),
  season: z
    .strictObject({
      byMonth: z.array(z.strictObject(estimate)).length(12).optional(),
      p: chance.optional(),
      dispersion: z.number().optional(),
      years: count,
      sentence: said,
    })
    .describe("the year's shape from January, 1 being even; without figures where two whole years are not there"),
});

export const rateSchema = z.strictObject({
  ...basis,
  family: family.optional(),
  areas: z
    .array(
      z.strictObject({
        area: z.string(),
        population: z.number(),
        rate: z.strictObject(estimate).describe("per 1,000 residents"),
        shrunkPer1000: z.number().describe("drawn towards what all areas have in common"),
        besideNeighboursPer1000: z.number().optional(),
        chanceAboveCommon: chance,
        expected: z.number().describe("events at the common rate"),
        funnel: z.strictObject({
          count: z.number(),
          expected: z.number(),
          ratio: z.number().optional(),
          place: z.enum(["within", "outside-95", "outside-99.8"]),
          tail: chance,
          low95: z.number(),
          high95: z.number(),
          low998: z.number(),
          high998: z.number(),
        }),
        outsideFunnel: z.boolean().describe("beyond the 99.8 % limits"),
      }),
    )
    .describe("in the order of the population file, never a ranking"),
  dispersion: z.number().optional().describe("how much more the areas differ than chance makes them"),
  notInAnyArea: count,
});

export const hotspotSchema = z.strictObject({
  ...basis,
  family,
  cellMetres: z.number(),
  draws: count.optional().describe("drawn maps, where p was asked of them"),
  seed: seed.optional(),
  cells: z
    .array(
      z.strictObject({
        position,
        count,
        z: number.describe("Gi*"),
        p: chance.describe("corrected for all cells of the map"),
        significant: z.boolean(),
        shown: z.enum(["filled", "outlined"]),
        withheld: z
          .enum(["too-few-events", "too-few-places"])
          .optional()
          .describe("why it may not be called a hot spot"),
      }),
    )
    .describe("cells that hold events, and those that stand out; of empty ones the rest is left out"),
});

export const kdeSchema = z.strictObject({
  ...basis,
  bandwidthMetres: z.number().optional(),
  edge: z.enum(["uniform", "jones-diggle"]).optional().describe("the edge correction, where an area was given"),
  columns: count,
  rows: count,
  southWest: position.optional(),
  northEast: position.optional(),
  perSquareKilometre: z.array(number).describe("events per km², row by row from the south; null outside the area"),
});

export const clusterSchema = z.strictObject({
  ...basis,
  reachMetres: z.number().optional().describe("DBSCAN only"),
  fewest: count,
  groups: z.array(
    z.strictObject({ count, middle: position, stability: number.optional().describe("HDBSCAN only: excess of mass") }),
  ),
  alone: count.describe("events in no group"),
});

export const scanSchema = z.strictObject({
  ...basis,
  family: family.optional(),
  model: z.enum(["poisson", "bernoulli", "permutation", "expectation"]).optional(),
  windows: z.enum(["spatial", "temporal", "temporal-prospective", "space-time", "space-time-prospective"]).optional(),
  used: count.describe("cases with what the scan needs to know of them"),
  places: count,
  times: count.optional(),
  windowsSearched: count.optional().describe("windows looked at in each map"),
  replicates: count.describe("invented maps"),
  stoppedEarly: z.boolean().optional().describe("as soon as p could not come out low"),
  seed,
  radiusMetres: z.number().optional().describe("the widest circle that was asked for"),
  critical: z
    .strictObject({ p05: z.number().optional(), p01: z.number().optional() })
    .optional()
    .describe("the statistic that one in twenty, or a hundred, invented maps reach"),
  clusters: z
    .array(
      z.strictObject({
        names: z.array(z.string()).optional().describe("the places in it, the middle first, where they have names"),
        places: count,
        centre: position,
        radiusMetres: z.number().optional(),
        radius: z.number().optional().describe("in the coordinates' own unit, where nobody knows which that is"),
        from: z.string().optional(),
        to: z.string().optional(),
        cases: count,
        expected: z.number(),
        observedPerExpected: number,
        relativeRisk: number.optional(),
        statistic: z.number(),
        p: chance,
        gumbelP: number,
        recurrenceDays: number.optional(),
      }),
    )
    .describe("the strongest first; the others share no place with a stronger one"),
});

const bands = <T extends z.ZodType>(of: T) => z.array(z.array(of));
export const knoxSchema = z.strictObject({
  ...basis,
  distances: z.array(z.number()).describe("ends of the bands, in metres"),
  days: z.array(z.number()).describe("ends of the bands, in days"),
  metric: z.enum(["euclidean", "manhattan"]).optional(),
  replicates: count,
  seed,
  table: z
    .strictObject({
      observed: bands(count),
      expected: bands(z.number()),
      ratio: bands(number).describe("observed over expected; null where nothing was to be expected"),
      p: bands(chance),
      replicates: count,
      events: count.describe("events with a place and a day"),
    })
    .describe("pairs, distance by time"),
});

const expectation = z
  .strictObject({
    observed: z.number(),
    expected: number,
    upper: number.describe("more than this is called"),
    score: number,
    alarm: z.boolean(),
    trend: z.boolean(),
    p: number,
  })
  .optional();
export const outbreakSchema = z.strictObject({
  ...basis,
  weeks: count.describe("whole weeks there are"),
  family,
  alpha: chance.describe("how unusual a week must be, by the length of the list"),
  series: z.array(
    z.strictObject({
      category: z.string(),
      farrington: expectation,
      ears: expectation,
      recurrenceWeeks: number
        .optional()
        .describe("the list holds something so unusual by chance once in so many weeks"),
    }),
  ),
});

const judged = {
  verdict: z.enum(VERDICTS),
  because: z
    .enum(["few-events", "no-comparison", "two-points", "change-too-small-to-see"])
    .optional()
    .describe("why nothing can be told"),
};
const ratio = z.strictObject({
  ...estimate,
  lnStandardError: z.number().optional(),
  dispersion: z.number().optional(),
});
const difference = z.strictObject({ ...estimate, standardError: z.number(), z: z.number() });
const effectBasis = { n: z.number().describe("events counted, or places"), ...method, caveats };

export const effectSchema = z.strictObject({
  ...effectBasis,
  ...judged,
  ratio: ratio.optional().describe("after over before, beside the comparison's"),
  dispersion: z.number().describe("how much more the comparison areas differ than chance makes them"),
  percent: z.number().optional().describe("the place's own change; not where either count is below ten"),
  smallestVisibleRatio: z.number().optional(),
  placebo: z
    .strictObject({ p: chance, pOfFall: chance, areas: count })
    .optional()
    .describe("every comparison area playing the treated one; with a pool only"),
  displacement: z
    .strictObject({ local: difference, displaced: difference, total: difference })
    .describe("weighted displacement difference, in events"),
  quotient: z.number().optional().describe("weighted displacement quotient, which has no interval"),
  beforeAfterP: chance.describe("the E-test of the place's own two counts"),
  posterior: z.strictObject({
    chanceOfFall: chance,
    chanceOfFallOverFifth: chance,
    median: number,
    low: number,
    high: number,
    prior: z.strictObject({ shape: z.number(), rate: z.number(), source: z.enum(["jeffreys", "municipalities"]) }),
    sentence: said,
  }),
});

export const effectSeriesSchema = z.strictObject({
  ...effectBasis,
  ...judged,
  lacks: z
    .array(z.enum(["few-times-before", "few-times-after", "few-events-before", "few-events-after", "no-fit"]))
    .describe("what the series is too short or too empty for"),
  step: ratio.optional().describe("after over before at the break, season and direction counted in"),
  trendPerYear: ratio.optional(),
  slopeChangePerYear: ratio.optional(),
  dispersion: z.number().optional(),
  observedAfter: z.number(),
  expectedAfter: z.strictObject(estimate).optional().describe("what the time before would have had them be"),
  smallestVisibleRatio: z.number().optional(),
});

const effect = { ...estimate, standardError: number };
export const effectStaggeredSchema = z.strictObject({
  ...effectBasis,
  verdict: z.enum(VERDICTS),
  result: z
    .strictObject({
      effects: z.array(z.strictObject({ ...effect, group: z.number(), time: z.number() })).describe("ATT(g, t)"),
      simple: z.strictObject(effect),
      dynamic: z.strictObject({
        byEventTime: z.array(z.strictObject({ ...effect, eventTime: z.number() })),
        overall: z.strictObject(effect),
      }),
      byGroup: z.strictObject({
        groups: z.array(z.strictObject({ ...effect, group: z.number() })),
        overall: z.strictObject(effect),
      }),
      places: count,
      neverTreated: count,
    })
    .optional(),
  smallestVisible: number
    .optional()
    .describe("the change that would be seen eight times out of ten, in the outcome's own unit"),
});

const seen = z.array(z.strictObject({ ratio: z.number(), chance }));
export const powerSchema = z.strictObject({
  n: z.number(),
  ...method,
  smallestVisibleRatio: z
    .number()
    .optional()
    .describe("a fall to this is seen eight times out of ten; not there where none is"),
  chanceOfSeeing: seen.describe("of a change to this many times the baseline"),
  chanceOfApparentQuarterFall: chance.describe("between two equal periods in which nothing has changed"),
});
export const powerSurveySchema = z.strictObject({
  n: z.number(),
  ...method,
  smallestVisibleShare: z.number().optional(),
  chanceOfSeeing: seen,
});

const codes = z.array(z.string()).describe("in the order of the columns, empty for all");
const table = {
  ok: z.literal(true),
  ...method,
  columns: z.array(z.string()),
};
const shown = z.discriminatedUnion("shown", [
  z.strictObject({ codes, shown: z.literal("count"), value: count }),
  z.strictObject({ codes, shown: z.literal("fewer-than"), than: count }),
  z.strictObject({ codes, shown: z.literal("withheld") }),
]);
export const suppressSchema = z.strictObject({
  ...table,
  mayBeShown: z.boolean().describe("false where what is published already gives hidden figures away"),
  cells: z.array(shown).describe("the table as strangers may see it"),
  inside: z
    .strictObject({
      n: count,
      hidden: z.array(
        z.strictObject({
          codes,
          role: z.enum(["primary", "complementary", "unpublished"]),
          lower: z.number(),
          upper: z.number().optional(),
        }),
      ),
      cost: z.number(),
      bound: z.number(),
      gap: number,
      unprotected: z.array(codes),
    })
    .optional()
    .describe("not for strangers; only with --inside-too"),
});
export const cellKeySchema = z.strictObject({ ...table, cells: z.array(z.strictObject({ codes, value: count })) });
export const extractSchema = z.strictObject({
  ...table,
  cells: z.array(z.strictObject({ codes, value: count, low: count, high: count })),
  budget: z
    .strictObject({ total: count, spent: count })
    .describe("privacy loss in thousandths: what there is, and what is now spent"),
});

export const snapshotSchema = z.strictObject({
  n: count,
  ...method,
  out: z.string(),
  bytes: count,
});

/** Every answer by the word that asks for it: those of `effect`, `power` and other verbs with several by the flag too. */
export const answerSchemas = {
  count: countSchema,
  rate: rateSchema,
  hotspot: hotspotSchema,
  kde: kdeSchema,
  cluster: clusterSchema,
  scan: scanSchema,
  knox: knoxSchema,
  outbreak: outbreakSchema,
  effect: effectSchema,
  "effect-series": effectSeriesSchema,
  "effect-staggered": effectStaggeredSchema,
  power: powerSchema,
  "power-survey": powerSurveySchema,
  suppress: suppressSchema,
  "cell-key": cellKeySchema,
  extract: extractSchema,
  snapshot: snapshotSchema,
} as const;
export type AnswerName = keyof typeof answerSchemas;
export const ANSWER_NAMES = Object.keys(answerSchemas) as readonly AnswerName[];

/** The answer's JSON Schema (draft 2020-12). */
export function answerJsonSchema(name: AnswerName): Record<string, unknown> {
  return { ...z.toJSONSchema(answerSchemas[name]), title: `samsyn picture ${name}` };
}
