import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";

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

export const specificationApi = [exportDocument] as const;
