import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { FAULT_KINDS } from "./fault.ts";
import { LEFT_BEHIND } from "./left.ts";

const partnership = z.string();
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const exportDocument = endpoint({
  name: "pledge.export-document",
  kind: "download",
  path: "/api/pledge/{partnership}/documents/{slug}/file",
  summary: "Löftet som en fil i det öppna formatet (spec/medborgarlofte): JSON, eller en tabell",
  input: z.object({ partnership, slug, form: z.enum(["json", "csv"]) }),
  output: z.object({}),
});

const fault = z.object({
  kind: z.enum(FAULT_KINDS),
  row: z.number().exactOptional(),
  column: z.string().exactOptional(),
  way: z.string().exactOptional(),
  read: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  most: z.number().exactOptional(),
});

export const lookInFile = endpoint({
  name: "pledge.look-in-file",
  kind: "upload",
  path: "/api/pledge/{partnership}/file/look",
  summary: "Vad en fil i det öppna formatet innehåller, eller vad som är fel i den; inget sparas",
  input: z.object({ partnership }),
  output: z.object({
    faults: z.array(fault),
    faultsInAll: z.number(),
    unknown: z.array(z.string()),
    documentsInAll: z.number(),
    documents: z.array(
      z.object({
        title: z.string(),
        from: z.string(),
        to: z.string(),
        pledges: z.array(z.object({ text: z.string(), activities: z.number() })),
        /** What does not come along into a draft. */
        left: z.array(z.enum(LEFT_BEHIND)),
      }),
    ),
  }),
});

export const startFromFile = endpoint({
  name: "pledge.start-from-file",
  kind: "upload",
  path: "/api/pledge/{partnership}/file/start",
  summary: "Börja ett nytt löfte från en fil i det öppna formatet",
  input: z.object({ partnership, slug, document: z.coerce.number().int().min(0) }),
  output: z.object({ slug }),
});

export const specificationApi = [exportDocument, lookInFile, startFromFile] as const;
