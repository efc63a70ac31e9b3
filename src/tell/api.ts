import { z } from "zod";
import { endpoint } from "../ground/endpoint.ts";

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

export const tellApi = [listPartnerships, readPublication] as const;
