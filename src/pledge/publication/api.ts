import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";

const onDocument = z.object({
  partnership: z.string(),
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
});
const authenticatorAnswer = z.looseObject({ id: z.string(), rawId: z.string(), type: z.literal("public-key") });

export const askToPublish = endpoint({
  name: "pledge.ask-to-publish",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/publication/question",
  summary: "Frågan till nyckeln hos den som publicerar: en utmaning gjord av exakt den här texten",
  input: onDocument,
  output: z.object({ signingId: z.string(), contentHash: z.string(), options: z.looseObject({}) }),
});

export const publish = endpoint({
  name: "pledge.publish",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/publication",
  summary:
    "Publicera med nyckel. Den första nyckeln väntar på den andra organisationens; med båda är löftet publicerat",
  input: onDocument.extend({ signingId: idOf("signing"), answer: authenticatorAnswer }),
  output: z.object({ state: z.enum(["signed", "published"]) }),
});

export const publicationApi = [askToPublish, publish] as const;
