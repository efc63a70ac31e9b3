import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { PLACES } from "./drift.ts";
import { CHANNELS, FORMS } from "./rendering.ts";

const partnership = z.string();
const slug = z.string().max(60);
const language = z.enum(["sv", "en"]);
const part = z.object({ text: z.string(), change: z.enum(["added", "removed"]).optional() });

const checkField = z.object({
  id: z.string(),
  place: z.enum(PLACES),
  address: z.string(),
  fetched: z.boolean(),
  at: z.iso.datetime(),
  by: z.string(),
  /** Of a text that is no longer the one that holds. */
  ofOtherText: z.boolean(),
  same: z.number(),
  changed: z.number(),
  missing: z.number(),
  added: z.number(),
  items: z.array(
    z.object({
      number: z.string(),
      kind: z.enum(["preamble", "pledge", "activity"]),
      text: z.string(),
      state: z.enum(["same", "changed", "missing"]),
      parts: z.array(part).nullable(),
    }),
  ),
});

export const readRenderings = endpoint({
  name: "pledge.read-renderings",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/renderings",
  summary: "Löftets texter att lägga ut, vad som lämnats ut och vad som kontrollerats",
  input: z.object({ partnership, slug, language }),
  output: z.object({
    title: z.string(),
    example: z.boolean(),
    contentHash: z.string(),
    /** Why nothing can be handed out, as a word; null where it can. */
    cannot: z.string().nullable(),
    cannotSlug: z.string().nullable(),
    texts: z.array(z.object({ channel: z.enum(CHANNELS), text: z.string(), html: z.string() })),
    handedOut: z.array(
      z.object({
        id: z.string(),
        channel: z.enum(CHANNELS),
        form: z.enum(FORMS),
        lang: language,
        hash: z.string(),
        at: z.iso.datetime(),
        by: z.string(),
        ofOtherText: z.boolean(),
      }),
    ),
    checks: z.array(checkField),
  }),
});

export const handOut = endpoint({
  name: "pledge.hand-out",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/renderings/{channel}",
  summary: "Lämna ut en text eller en affisch; den sparas som den lämnades ut",
  input: z.object({ partnership, slug, channel: z.enum(CHANNELS), form: z.enum(FORMS), language }),
  output: z.object({ id: z.string(), hash: z.string() }),
});

export const showHandedOut = endpoint({
  name: "pledge.show-handed-out",
  kind: "download",
  path: "/api/pledge/{partnership}/handed-out/{id}",
  summary: "Det som lämnades ut, byte för byte",
  input: z.object({ partnership, id: idOf("handed-out") }),
  output: z.object({}),
});

/** What a comparison came to. */
const comparedField = z.object({
  id: z.string(),
  same: z.number(),
  changed: z.number(),
  missing: z.number(),
  /** Shown once and kept nowhere. */
  added: z.array(z.string()),
});
const placeRead = { partnership, slug, place: z.enum(PLACES), address: z.string().max(500) };

export const comparePublished = endpoint({
  name: "pledge.compare-published",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/published-text",
  summary: "Jämför en publicerad text med den undertecknade, punkt för punkt",
  /** Longer than is compared, so that it is refused with a sentence and not as misunderstood. */
  input: z.object({ ...placeRead, text: z.string().max(1_000_000) }),
  output: comparedField,
});

export const readPublished = endpoint({
  name: "pledge.read-published",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/published-page",
  summary: "Hämta en publicerad sida och jämför den med den undertecknade texten, om driften tillåter det",
  input: z.object(placeRead),
  output: comparedField,
});

export const renderingsApi = [readRenderings, handOut, showHandedOut, comparePublished, readPublished] as const;
