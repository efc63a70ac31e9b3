import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField } from "../../ground/time.ts";

const onDocument = z.object({
  partnership: z.string(),
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
});
const party = z.enum(["municipality", "police"]);
const authenticatorAnswer = z.looseObject({ id: z.string(), rawId: z.string(), type: z.literal("public-key") });

export const readPaper = endpoint({
  name: "pledge.read-paper",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/paper",
  summary: "Underskrift på papper: vilka den kan gälla, och papper som väntar på att intygas",
  input: onDocument,
  output: z.object({
    /** Recorded rights to sign, of parties that have not signed and that the caller may hand a paper in for. */
    mandates: z.array(
      z.object({
        id: z.string(),
        party,
        organisation: z.string(),
        office: z.string(),
        acting: z.boolean(),
        holder: z.string(),
        /** The holder has a key, and signs with it. */
        hasKey: z.boolean(),
      }),
    ),
    papers: z.array(
      z.object({
        id: z.string(),
        party,
        office: z.string(),
        acting: z.boolean(),
        on: dayField,
        scan: z.string(),
        /** Whose signature it is. */
        holder: z.string(),
        /** Why the caller cannot vouch for it; null when they can. */
        cannotVouch: z.string().nullable(),
      }),
    ),
  }),
});

export const printPaper = endpoint({
  name: "pledge.print-paper",
  kind: "download",
  path: "/api/pledge/{partnership}/documents/{slug}/paper/print",
  summary: "Papperet att skriva ut och skriva under (PDF)",
  input: onDocument.extend({ mandateId: idOf("mandate") }),
  output: z.object({}),
});

export const handInPaper = endpoint({
  name: "pledge.hand-in-paper",
  kind: "upload",
  path: "/api/pledge/{partnership}/documents/{slug}/paper/{mandateId}",
  summary: "Lämna in det undertecknade papperet, inläst: PDF eller bild. Det stannar här inne",
  input: onDocument.extend({ mandateId: idOf("mandate"), on: dayField }),
  output: z.object({ paperId: z.string(), scan: z.string() }),
});

export const readScan = endpoint({
  name: "pledge.read-scan",
  kind: "download",
  path: "/api/pledge/{partnership}/documents/{slug}/scans/{paperId}",
  summary: "Det inlästa papperet, för dem som arbetar med löftet",
  input: onDocument.extend({ paperId: idOf("paper") }),
  output: z.object({}),
});

export const askToVouch = endpoint({
  name: "pledge.ask-to-vouch",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/scans/{paperId}/question",
  summary: "Frågan till nyckeln hos den som intygar papperet",
  input: onDocument.extend({ paperId: idOf("paper") }),
  output: z.object({ signingId: z.string(), contentHash: z.string(), options: z.looseObject({}) }),
});

export const vouch = endpoint({
  name: "pledge.vouch",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/scans/{paperId}/voucher",
  summary: "Intyga papperet med nyckel: partens underskrift, den svagare",
  input: onDocument.extend({ paperId: idOf("paper"), signingId: idOf("signing"), answer: authenticatorAnswer }),
  output: z.object({ state: z.enum(["half-signed", "signed"]), missing: z.array(party) }),
});

export const paperApi = [readPaper, printPaper, handInPaper, readScan, askToVouch, vouch] as const;
