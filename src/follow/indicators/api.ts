import { z } from "zod";
import { SECRECY_CLASSES } from "../../collect/source.ts";
import { endpoint } from "../../ground/endpoint.ts";
import { dayField } from "../../ground/time.ts";
import { ASSUMPTIONS, DESIGNS, LACKS, TURNS } from "./effect.ts";
import { FROM_KINDS } from "./indicator.ts";
import { COLUMNS, MEASURES, VERDICTS, WANTED } from "./outcome.ts";

const partnership = z.string();
const slug = z.string().max(120);
const said = z.object({ sv: z.string(), en: z.string() });
const line = z.string().max(300);
const target = z.object({ value: z.number(), by: dayField.exactOptional() });
const figure = z.object({
  from: dayField.nullable(),
  on: dayField,
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().nullable(),
});
const verdict = z.object({ kind: z.enum(VERDICTS), sentence: said });
const design = z.enum(DESIGNS);

const listed = z.object({
  slug: z.string(),
  name: z.string(),
  unit: z.string(),
  column: z.enum(COLUMNS),
  measure: z.enum(MEASURES),
  wanted: z.enum(WANTED),
  controlDependent: z.boolean(),
  /** `own`: the other party does not know of it. `public`: everybody may read it on the page of the promise. */
  secrecy: z.enum(SECRECY_CLASSES),
  baseline: figure.nullable(),
  latest: figure.nullable(),
  target: target.nullable(),
  /** Null of an output. */
  verdict: verdict.nullable(),
  beside: z.object({ slug: z.string(), name: z.string(), unit: z.string(), latest: figure.nullable() }).nullable(),
  example: z.boolean(),
});

export const listIndicators = endpoint({
  name: "follow.list-indicators",
  kind: "question",
  path: "/api/follow/{partnership}/indicators",
  summary: "Måtten, löfte för löfte: prestation, resultat och upplevelse var för sig",
  input: z.object({ partnership }),
  output: z.object({
    promises: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        pledges: z.array(
          z.object({ id: z.string(), order: z.number(), text: z.string(), indicators: z.array(listed) }),
        ),
      }),
    ),
    may: z.boolean(),
  }),
});

const proposed = z.object({
  kind: z.enum(FROM_KINDS),
  key: z.string(),
  name: z.string(),
  unit: z.string(),
  measure: z.enum(MEASURES),
  column: z.enum(COLUMNS),
  source: z.string(),
  controlDependent: z.boolean(),
  /** What is aimed at, where the signed text says so. */
  goal: z.number().nullable(),
  /** The last days of what may be its baseline. */
  days: z.array(z.object({ on: dayField, value: z.number() })),
});

export const listFigures = endpoint({
  name: "follow.list-figures",
  kind: "question",
  path: "/api/follow/{partnership}/figures",
  summary: "Det som går att följa: det löftet säger, loggar, mätningar, frågor och statistik",
  input: z.object({ partnership }),
  output: z.object({
    /** What the signed text says it is to be seen in, with the target it names. */
    promised: z.array(
      proposed.extend({
        pledgeId: z.string(),
        wanted: z.enum(WANTED),
        baselineOn: dayField.nullable(),
      }),
    ),
    figures: z.array(proposed),
  }),
});

export const openIndicator = endpoint({
  name: "follow.open-indicator",
  kind: "question",
  path: "/api/follow/{partnership}/indicators/{slug}",
  summary: "Ett mått: utgångsläge, mål, siffror med intervall, brott, och vad det ledde till",
  input: z.object({ partnership, slug, began: dayField.exactOptional() }),
  output: listed.extend({
    promise: z.object({ slug: z.string(), order: z.number(), text: z.string() }).nullable(),
    fromKind: z.enum(FROM_KINDS),
    source: z.string(),
    caveat: z.string(),
    inPromise: z.boolean(),
    begunOn: dayField.nullable(),
    aside: z.object({ on: dayField, reason: z.string() }).nullable(),
    readings: z.array(
      figure.extend({
        method: z.string(),
        baseline: z.boolean(),
        comparable: z.boolean(),
        before: z.array(z.object({ value: z.number(), reason: z.string() })),
      }),
    ),
    breaks: z.array(z.object({ on: dayField, why: z.string(), fromSource: z.boolean() })),
    /** The day that is proposed for when it began to be done. */
    began: dayField,
    offers: z.array(
      z.object({
        design,
        lacks: z.enum(LACKS).nullable(),
        before: z.number().nullable(),
        after: z.number().nullable(),
      }),
    ),
    best: design.nullable(),
    effects: z.array(
      z.object({
        number: z.number(),
        design: z.enum([...DESIGNS, "none"]),
        verdict: z.enum(VERDICTS),
        sentence: said,
        assumptions: z.array(z.enum(ASSUMPTIONS)),
        wouldChange: z.array(z.enum(TURNS)),
        estimate: z
          .object({ of: z.enum(["ratio", "difference"]), value: z.number(), low: z.number(), high: z.number() })
          .nullable(),
        method: z.string(),
        version: z.string(),
        inputsHash: z.string(),
        inPromise: z.boolean(),
        began: dayField,
        on: dayField,
      }),
    ),
    /** Figures have come or changed since the last answer. */
    isStale: z.boolean(),
    /** What the source says that is not here yet. */
    pending: z.number(),
    may: z.object({ keep: z.boolean(), read: z.boolean(), tell: z.boolean() }),
  }),
});

export const beginIndicator = endpoint({
  name: "follow.begin-indicator",
  kind: "command",
  path: "/api/follow/{partnership}/indicators",
  summary: "Börja ett mått för ett löfte; utgångsläget fryses med dag och antal",
  input: z.object({
    partnership,
    pledgeId: z.string(),
    from: z.object({ kind: z.enum(FROM_KINDS), key: z.string().max(600) }),
    name: z.string().max(200).default(""),
    unit: z.string().max(120).default(""),
    column: z.enum(COLUMNS),
    measure: z.enum(MEASURES).default("measured"),
    wanted: z.enum(WANTED),
    baselineOn: dayField.exactOptional(),
    target: target.exactOptional(),
    controlDependent: z.boolean().default(false),
    tell: z.boolean().default(false),
    beside: slug.exactOptional(),
  }),
  output: z.object({ slug: z.string() }),
});

const onIndicator = z.object({ partnership, slug });

export const noteReading = endpoint({
  name: "follow.note-reading",
  kind: "command",
  path: "/api/follow/{partnership}/indicators/{slug}/readings",
  summary: "Lägg till en egen siffra, eller rätta en som står: båda står kvar",
  input: onIndicator.extend({
    on: dayField,
    from: dayField.exactOptional(),
    method: line.default(""),
    baseline: z.boolean().default(false),
    correction: line.default(""),
    figure: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("part"), part: z.int().min(0), of: z.int().min(0).max(1e7) }),
      z.object({ kind: z.literal("count"), count: z.int().min(0).max(1e6) }),
      z.object({
        kind: z.literal("value"),
        value: z.number().min(0).max(1e9),
        low: z.number().min(0).exactOptional(),
        high: z.number().min(0).exactOptional(),
        n: z.int().min(0).max(1e7),
      }),
    ]),
  }),
  output: z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }),
});

export const noteBreak = endpoint({
  name: "follow.note-indicator-break",
  kind: "command",
  path: "/api/follow/{partnership}/indicators/{slug}/breaks",
  summary: "Säg att siffrorna betyder något annat från en dag: linjen bryts",
  input: onIndicator.extend({ on: dayField, why: line }),
  output: z.object({ id: z.string() }),
});

export const catchUp = endpoint({
  name: "follow.catch-up-indicator",
  kind: "command",
  path: "/api/follow/{partnership}/indicators/{slug}/catch-up",
  summary: "Hämta det nya från källan",
  input: onIndicator,
  output: z.object({ readings: z.number(), breaks: z.number() }),
});

export const askEffect = endpoint({
  name: "follow.ask-effect",
  kind: "command",
  path: "/api/follow/{partnership}/indicators/{slug}/effects",
  summary:
    "Vad ledde det till? Räknas fram med ett sätt som siffrorna räcker till, och sparas med metod och kontrollsumma",
  input: onIndicator.extend({ design: design.exactOptional(), began: dayField }),
  output: z.object({ verdict: z.enum(VERDICTS), sentence: said }),
});

export const tellIndicator = endpoint({
  name: "follow.tell-indicator",
  kind: "command",
  path: "/api/follow/{partnership}/indicators/{slug}/tell",
  summary: "Visa ett mått på löftets öppna sida; det bestämmer den vars källa det är",
  input: onIndicator,
  output: z.object({ slug: z.string() }),
});

export const layAside = endpoint({
  name: "follow.lay-indicator-aside",
  kind: "command",
  path: "/api/follow/{partnership}/indicators/{slug}/lay-aside",
  summary: "Lägg ett mått åt sidan, med skäl",
  input: onIndicator.extend({ reason: line }),
  output: z.object({ slug: z.string() }),
});

export const indicatorApi = [
  listIndicators,
  listFigures,
  openIndicator,
  beginIndicator,
  noteReading,
  noteBreak,
  catchUp,
  askEffect,
  tellIndicator,
  layAside,
] as const;
