import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { proposedTimeField } from "../next-time.ts";
import { FATES } from "./formerly.ts";

const partnership = z.string();
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const onDocument = z.object({ partnership, slug });
const itemId = z.uuid();
const said = z.object({ sv: z.string(), en: z.string() });

/** What a löfte or an activity led to, as follow-up knows it. */
export const ledToField = z.object({
  itemId: z.string(),
  told: z.array(said),
  /** In the words of whoever followed it up, Swedish as written. */
  quoted: z.array(z.string()),
  /** Something counted towards what was promised, or measured before and after. */
  measured: z.boolean(),
});
export type LedTo = z.infer<typeof ledToField>;

export const readRenewal = endpoint({
  name: "pledge.read-renewal",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/next",
  summary: "Förbered nästa: allt i löftet, vad det ledde till och vilket besked det har fått",
  input: onDocument,
  output: z.object({
    title: z.string(),
    example: z.boolean(),
    mayDecide: z.boolean(),
    items: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        text: z.string(),
        isActivity: z.boolean(),
        /** Since when it has stood without a measurable result; null where that is not so. */
        stoodSince: z.string().nullable(),
        /** By somebody in one's own organisation. */
        read: z.boolean(),
        ledTo: ledToField.omit({ itemId: true }),
        fate: z
          .object({
            fate: z.enum(FATES),
            reason: z.string(),
            handedTo: z.string(),
            by: z.string(),
            revision: z.number(),
          })
          .nullable(),
      }),
    ),
    successor: z.object({ slug: z.string(), isDraft: z.boolean() }).nullable(),
    /** The time that the next promise is proposed for. */
    proposed: proposedTimeField.nullable(),
  }),
});

export const readItem = endpoint({
  name: "pledge.read-renewal-item",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/next/{itemId}/read",
  summary: "Läst: vad det ledde till",
  input: onDocument.extend({ itemId }),
  output: z.object({}),
});

export const decideFate = endpoint({
  name: "pledge.decide-fate",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/next/{itemId}/fate",
  summary: "Behåll, ändra, avsluta eller lämna över ett löfte eller en aktivitet",
  input: onDocument.extend({
    itemId,
    fate: z.enum(FATES),
    reason: z.string().max(1000),
    handedTo: z.string().max(200),
    /** Of the one that was read; 0 where there was none. */
    revision: z.int().min(0),
  }),
  output: z.object({ revision: z.number() }),
});

export const startNext = endpoint({
  name: "pledge.start-next",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/next",
  summary: "Börja nästa löfte, när allt i det här har fått besked",
  input: onDocument.extend({ next: slug }),
  output: z.object({ slug }),
});

export const renewalApi = [readRenewal, readItem, decideFate, startNext] as const;
