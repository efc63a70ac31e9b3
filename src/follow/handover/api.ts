import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { ROLES } from "../../ground/party.ts";
import { dayField } from "../../ground/time.ts";

const inPartnership = z.object({ partnership: z.string() });
const role = z.enum(ROLES);

const row = z.object({
  key: z.string(),
  text: z.string(),
  detail: z.string(),
  href: z.string(),
  /** Samsyn does not know: whoever leaves does. */
  gap: z.boolean(),
  note: z.string(),
  goneThrough: z.object({ on: dayField, office: z.string() }).nullable(),
});

export const openDossier = endpoint({
  name: "follow.open-dossier",
  kind: "question",
  path: "/api/follow/{partnership}/hand-over",
  summary: "Det som lämnas över, som det skriver sig självt: datum, svar, löften, klockor, kontakter och papper",
  input: inPartnership,
  output: z.object({
    /** «Dina första två veckor», of whoever takes over. */
    firstWeeks: z.array(row),
    sections: z.array(z.object({ key: z.string(), heading: z.string(), rows: z.array(row) })),
    /** Sentences at rows that are there no more. */
    earlier: z.array(z.object({ key: z.string(), about: z.string(), note: z.string() })),
    handOvers: z.array(
      z.object({
        id: z.string(),
        leaver: z.string(),
        role,
        successor: z.string(),
        lastDay: dayField,
        beginsOn: dayField,
        state: z.enum(["ahead", "ended", "taken"]),
        /** Nobody would be left who can let anybody in: the account is not closed until there is somebody. */
        waits: z.boolean(),
        /** Nobody gets the roles by it. */
        fallen: z.boolean(),
        /** The last day that somebody can get them by it. */
        takenBy: dayField,
      }),
    ),
    /** Talks that the own organisation alone can read. */
    confidential: z.number(),
    people: z.array(z.object({ personId: z.string(), name: z.string(), titles: z.string() })),
  }),
});

export const goThroughRow = endpoint({
  name: "follow.go-through-row",
  kind: "command",
  path: "/api/follow/{partnership}/hand-over/rows",
  summary: "Gå igenom en rad i det som lämnas över, med en mening där det behövs",
  input: inPartnership.extend({ key: z.string().min(1).max(120), note: z.string().max(500) }),
  output: z.object({ on: dayField }),
});

export const planHandOver = endpoint({
  name: "follow.plan-hand-over",
  kind: "command",
  path: "/api/follow/{partnership}/hand-overs",
  summary: "Säg vem som slutar, sista dagen och vem som tar över",
  input: inPartnership.extend({
    leaverId: idOf("person"),
    lastDay: dayField,
    successor: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("here"), personId: idOf("person") }),
      z.object({
        kind: z.literal("invited"),
        name: z.string().trim().min(1).max(120),
        title: z.string().trim().min(1).max(160),
      }),
    ]),
  }),
  /** The link to come in by; null where whoever takes over is here already. */
  output: z.object({ id: z.string(), done: z.boolean(), link: z.string().nullable() }),
});

export const callOffHandOver = endpoint({
  name: "follow.call-off-hand-over",
  kind: "command",
  path: "/api/follow/{partnership}/hand-overs/{id}/call-off",
  summary: "Ta tillbaka en överlämning så länge ingen har tagit över",
  input: inPartnership.extend({ id: idOf("hand-over") }),
  output: z.object({ id: z.string() }),
});

export const printDossier = endpoint({
  name: "follow.print-dossier",
  kind: "download",
  path: "/api/follow/{partnership}/hand-over/paper",
  summary: "Det som lämnas över, som PDF, läsbar för skärmläsare",
  input: inPartnership,
  output: z.object({}),
});

export const typeDossier = endpoint({
  name: "follow.type-dossier",
  kind: "download",
  path: "/api/follow/{partnership}/hand-over/docx",
  summary: "Det som lämnas över, som DOCX",
  input: inPartnership,
  output: z.object({}),
});

export const handOverApi = [
  openDossier,
  goThroughRow,
  planHandOver,
  callOffHandOver,
  printDossier,
  typeDossier,
] as const;
