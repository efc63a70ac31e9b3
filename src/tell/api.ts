import { z } from "zod";
import { SAMPLE_TYPES } from "../collect/source.ts";
import { QUALIFIERS } from "../ground/count.ts";
import { endpoint } from "../ground/endpoint.ts";
import { dayField } from "../ground/time.ts";
import { briefApi } from "./briefs/api.ts";
import { letterApi } from "./letters/api.ts";
import { webhookApi } from "./webhooks/api.ts";

const slug = z.string().max(80);

export const listPartnerships = endpoint({
  name: "tell.list-partnerships",
  kind: "question",
  path: "/api/tell/partnerships",
  summary: "Alla samarbeten som har publicerat något",
  open: true,
  input: z.object({}),
  output: z.object({ partnerships: z.array(z.object({ slug, name: z.string(), documents: z.array(slug) })) }),
});

export const readPublication = endpoint({
  name: "tell.read-publication",
  kind: "question",
  path: "/api/tell/publication",
  summary: "Allt som är publicerat om ett samarbete: samma innehåll som de öppna sidorna, genom samma skyddsgrind",
  open: true,
  input: z.object({ slug }),
  output: z.looseObject({
    slug,
    name: z.string(),
    documents: z.array(z.looseObject({ slug })),
    current: z.array(z.looseObject({ slug })),
  }),
});

const entry = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** SHA-256 in base64. */
const hash = z.base64();
/** How many of the log's hashes are told at a time. */
export const LOG_HASHES = 1000;

export const proveInLog = endpoint({
  name: "tell.prove-in-log",
  kind: "question",
  path: "/api/tell/log/entry",
  summary:
    "Bevis för att en post finns i löfteslogen (RFC 9162, 2.1.3), som den är nu eller som den var när den hade så många poster",
  open: true,
  input: z.object({ index: entry, size: entry.exactOptional() }),
  output: z.object({ index: z.number(), size: z.number(), root: hash, leaf: hash, proof: z.array(hash) }),
});

export const proveLogGrown = endpoint({
  name: "tell.prove-log-grown",
  kind: "question",
  path: "/api/tell/log/growth",
  summary: "Bevis för att löfteslogen börjar som den gjorde när den hade färre poster (RFC 9162, 2.1.4)",
  open: true,
  input: z.object({ before: entry, size: entry.exactOptional() }),
  output: z.object({ before: z.number(), size: z.number(), root: hash, proof: z.array(hash) }),
});

export const listLogHashes = endpoint({
  name: "tell.list-log-hashes",
  kind: "question",
  path: "/api/tell/log/hashes",
  summary:
    "Posternas hashvärden från en post och framåt, högst 1000 åt gången: med alla kan vem som helst räkna fram roten",
  open: true,
  input: z.object({ from: entry.default(0) }),
  output: z.object({ from: z.number(), size: z.number(), hashes: z.array(hash) }),
});

const shownCount = z.discriminatedUnion("shown", [
  z.object({ shown: z.literal("count"), value: z.number() }),
  z.object({ shown: z.literal("fewer-than"), than: z.number() }),
  z.object({ shown: z.literal("withheld") }),
  z.object({ shown: z.literal("at-least"), value: z.number() }),
  z.object({ shown: z.literal("about"), value: z.number() }),
]);

const toldDialogue = z.object({
  slug,
  title: z.string(),
  from: dayField,
  to: dayField,
  method: z.string(),
  sampleType: z.enum(SAMPLE_TYPES),
  canInfluence: z.string(),
  cannotInfluence: z.string(),
  answered: shownCount.nullable(),
  themes: z
    .array(
      z.object({
        theme: z.string(),
        category: z.string(),
        voices: shownCount.nullable(),
        qualifier: z.enum(QUALIFIERS),
        quote: z.string(),
      }),
    )
    .readonly(),
  caveat: z.string(),
  reference: z
    .object({ title: z.string(), url: z.string().exactOptional(), read: z.string().exactOptional() })
    .nullable(),
  example: z.boolean(),
});

export const previewResults = endpoint({
  name: "tell.preview-results",
  kind: "question",
  path: "/api/tell/{partnership}/campaigns/{slug}/results",
  summary: "Svaren på en dialogkampanj som allmänheten läser dem, eller skulle läsa dem: genom samma skyddsgrind",
  input: z.object({ partnership: z.string(), slug }),
  output: z.object({
    dialogue: toldDialogue,
    /** Those who chose to answer beside a drawn sample, told by themselves. */
    byChoice: toldDialogue.nullable(),
    state: z.enum(["planned", "open", "closed"]),
    unread: z.number(),
    mine: z.boolean(),
    told: z.object({ on: z.string(), by: z.string() }).nullable(),
  }),
});

export const previewDialogue = endpoint({
  name: "tell.preview-dialogue",
  kind: "question",
  path: "/api/tell/{partnership}/dialogues/{slug}",
  summary: "En inskriven dialog som allmänheten läser den, eller skulle läsa den: genom samma skyddsgrind",
  input: z.object({ partnership: z.string(), slug }),
  output: z.object({
    dialogue: toldDialogue,
    /** What else is recorded in the same source: the decision is about these as well. */
    beside: z.array(toldDialogue).readonly(),
  }),
});

/** What is told of one promise before it is published, and what keeps it from being. */
export const previewPromise = endpoint({
  name: "tell.preview-promise",
  kind: "question",
  path: "/api/tell/{partnership}/promises/{slug}/preview",
  summary:
    "Ett undertecknat löfte som allmänheten skulle läsa det: genom samma skyddsgrind, med det som hindrar publicering",
  input: z.object({ partnership: z.string(), slug }),
  output: z.object({
    site: z.looseObject({ slug, name: z.string() }),
    withheld: z.array(
      z.object({
        kind: z.enum(["person", "few-people", "control"]),
        where: z.string(),
        said: z.string(),
        /** Why the parties let it stand; null where nothing lets it out, and it is not published. */
        reason: z.string().nullable(),
      }),
    ),
    /** How many numbers on its pages are told as "fewer than" or not at all. */
    hidden: z.array(z.object({ pledge: z.number(), count: z.number() })),
    /** Why the one who asks cannot give their organisation's key now; null when they can. */
    cannot: z.object({ why: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  }),
});

export const tellApi = [
  listPartnerships,
  readPublication,
  proveInLog,
  proveLogGrown,
  listLogHashes,
  previewResults,
  previewDialogue,
  previewPromise,
  ...letterApi,
  ...briefApi,
  ...webhookApi,
] as const;
