import { z } from "zod";
import { dayField } from "../../ground/time.ts";
import { endpoint } from "../../ground/endpoint.ts";
import { AMENDMENT_KINDS, contentField } from "../document.ts";

const partnership = z.string();
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const kind = z.enum(AMENDMENT_KINDS);
const cannot = z.object({ why: z.string(), day: z.string() }).nullable();
const state = z.enum(["draft", "proposed", "half-signed", "signed", "published", "closed"]);

export const readChanges = endpoint({
  name: "pledge.read-changes",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/changes",
  summary: "Vad ett löfte har ändrats till, vad en ändring ändrar, och om det går att ändra nu",
  input: z.object({ partnership, slug }),
  output: z.object({
    /** The promise as it was signed first. */
    original: slug,
    /** Whose text holds. */
    holds: slug,
    /** The last day that holds, where it is a day. */
    lastDay: dayField.nullable(),
    /** The text this one changes; null for a promise that changes none. */
    amended: z.object({ slug, content: contentField }).nullable(),
    changes: z.array(z.object({ slug, kind, state, reason: z.string(), publishedAt: z.string().nullable() })),
    /** Why it cannot be begun now, with what the sentence needs; null where it can. */
    cannot: z.object({ amendment: cannot, extension: cannot }),
  }),
});

export const startAmendment = endpoint({
  name: "pledge.start-amendment",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/changes",
  summary: "Börja en ändring eller en förlängning av ett publicerat löfte",
  input: z.object({
    partnership,
    slug,
    kind,
    reason: z.string().trim().min(1).max(500),
    to: dayField.exactOptional(),
  }),
  output: z.object({ slug }),
});

export const amendmentApi = [readChanges, startAmendment] as const;
