import { z } from "zod";
import { blockField } from "../../ground/block.ts";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField, instantField } from "../../ground/time.ts";
import { BRIEF_KINDS, LENGTHS, PASSAGE_KEYS } from "./brief.ts";

const inPartnership = z.object({ partnership: z.string() });
const onBrief = inPartnership.extend({ briefId: idOf("brief") });
const kind = z.enum(BRIEF_KINDS);
const length = z.literal(LENGTHS);
const state = z.enum(["draft", "settled", "aside"]);
const passage = z.enum(PASSAGE_KEYS);

export const listBriefs = endpoint({
  name: "tell.list-briefs",
  kind: "question",
  path: "/api/tell/{partnership}/briefs",
  summary: "Handlingar som skriver sig själva: till fullmäktige, till Brå och för bidrag, den senaste först",
  input: inPartnership,
  output: z.object({
    briefs: z.array(
      z.object({
        id: z.string(),
        kind,
        length,
        state,
        takenAt: instantField,
        registryNumber: z.string(),
        settledOn: dayField.nullable(),
        settledAs: z.string(),
        example: z.boolean(),
      }),
    ),
    mayWrite: z.boolean(),
  }),
});

export const beginBrief = endpoint({
  name: "tell.begin-brief",
  kind: "command",
  path: "/api/tell/{partnership}/briefs",
  summary: "Börja en handling: siffrorna fryses med dagens datum",
  input: inPartnership.extend({ kind, length }),
  output: z.object({ id: z.string() }),
});

export const openBrief = endpoint({
  name: "tell.open-brief",
  kind: "question",
  path: "/api/tell/{partnership}/briefs/{briefId}",
  summary: "En handling som den läses, och det som går att skriva i den",
  input: onBrief,
  output: z.object({
    id: z.string(),
    kind,
    length,
    state,
    title: z.string(),
    takenAt: instantField,
    registryNumber: z.string(),
    /** What may be written, in order: what somebody has written, and what it says when nobody has. */
    passages: z.array(z.object({ key: passage, written: z.string(), itself: z.string() })),
    blocks: z.array(blockField),
    settledOn: dayField.nullable(),
    settledAs: z.string(),
    reason: z.string(),
    mayWrite: z.boolean(),
    example: z.boolean(),
  }),
});

export const writeBrief = endpoint({
  name: "tell.write-brief",
  kind: "command",
  path: "/api/tell/{partnership}/briefs/{briefId}",
  summary: "Skriv det som står runt siffrorna",
  input: onBrief.extend({
    length,
    registryNumber: z.string().max(60),
    passages: z.partialRecord(passage, z.string().max(3000)),
  }),
  output: z.object({ id: z.string() }),
});

export const retakeFigures = endpoint({
  name: "tell.retake-figures",
  kind: "command",
  path: "/api/tell/{partnership}/briefs/{briefId}/figures",
  summary: "Ta siffrorna på nytt; det skrivna står kvar",
  input: onBrief,
  output: z.object({ takenAt: instantField }),
});

export const settleBrief = endpoint({
  name: "tell.settle-brief",
  kind: "command",
  path: "/api/tell/{partnership}/briefs/{briefId}/settled",
  summary: "Handlingen är behandlad eller inskickad och ändras inte mer",
  input: onBrief.extend({ on: dayField, as: z.string().max(120) }),
  output: z.object({ state }),
});

export const layBriefAside = endpoint({
  name: "tell.lay-brief-aside",
  kind: "command",
  path: "/api/tell/{partnership}/briefs/{briefId}/aside",
  summary: "Lägg undan handlingen, med ett skäl",
  input: onBrief.extend({ reason: z.string().max(300) }),
  output: z.object({ state }),
});

export const printBrief = endpoint({
  name: "tell.print-brief",
  kind: "download",
  path: "/api/tell/{partnership}/briefs/{briefId}/paper",
  summary: "Handlingen som PDF, läsbar för skärmläsare",
  input: onBrief,
  output: z.object({}),
});

export const typeBrief = endpoint({
  name: "tell.type-brief",
  kind: "download",
  path: "/api/tell/{partnership}/briefs/{briefId}/docx",
  summary: "Handlingen som DOCX, att föra in i kommunens egen mall",
  input: onBrief,
  output: z.object({}),
});

export const briefApi = [
  listBriefs,
  beginBrief,
  openBrief,
  writeBrief,
  retakeFigures,
  settleBrief,
  layBriefAside,
  printBrief,
  typeBrief,
] as const;
