import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField } from "../../ground/time.ts";

const partnership = z.string();
const party = z.enum(["municipality", "police"]);
const line = z.string().max(160);

export const listMandates = endpoint({
  name: "pledge.list-mandates",
  kind: "question",
  path: "/api/pledge/{partnership}/mandates",
  summary: "Vem som får skriva under för vilken part, från när till när och genom vilket beslut",
  input: z.object({ partnership }),
  output: z.object({
    parties: z.array(
      z.object({
        organisationId: z.string(),
        name: z.string(),
        party,
        /** The one who asks keeps this party's mandates. */
        keeps: z.boolean(),
        /** Until when somebody may sign: null without end; `nobody` where there is none today. */
        covered: z.object({ kind: z.enum(["always", "until", "nobody"]), day: dayField.nullable() }),
        /** Who may be given one; empty for those who do not keep them. */
        signatories: z.array(z.object({ personId: z.string(), name: z.string(), title: z.string() })),
        mandates: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            office: z.string(),
            acting: z.boolean(),
            decidedBy: z.string(),
            from: dayField,
            to: dayField.nullable(),
            ended: z.boolean(),
            standing: z.enum(["coming", "holds", "over"]),
            /** Whether whoever holds it has a key to sign with. */
            hasKey: z.boolean(),
            example: z.boolean(),
          }),
        ),
      }),
    ),
  }),
});

export const recordMandate = endpoint({
  name: "pledge.record-mandate",
  kind: "command",
  path: "/api/pledge/{partnership}/mandates",
  summary: "Registrera ett uppdrag att skriva under för den egna organisationen",
  input: z.object({
    partnership,
    organisationId: idOf("organisation"),
    personId: idOf("person"),
    office: line,
    acting: z.boolean(),
    body: line,
    decidedOn: dayField,
    paragraph: z.string().max(20),
    from: dayField,
    to: dayField.exactOptional(),
  }),
  output: z.object({}),
});

export const endMandate = endpoint({
  name: "pledge.end-mandate",
  kind: "command",
  path: "/api/pledge/{partnership}/mandates/{id}/end",
  summary: "Avsluta ett uppdrag med en dag; det som är undertecknat gäller ändå",
  input: z.object({ partnership, id: idOf("mandate"), on: dayField }),
  output: z.object({}),
});

export const mandatesApi = [listMandates, recordMandate, endMandate] as const;
