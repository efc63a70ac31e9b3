import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField } from "../../ground/time.ts";
import { ANSWER_KINDS, SPOT_MANAGERS } from "../../collect/observation.ts";
import { ITEM_STATES, OUTSIDE, STEP_KINDS } from "./item.ts";

const partnership = z.string();
const line = z.string().max(300);
const manager = z.enum([...SPOT_MANAGERS, "police", "other"]);
const told = z.object({ on: dayField, sentence: z.string() });
const look = told.extend({ walk: z.string() });
const photo = z.object({ id: z.string(), width: z.number(), height: z.number() });
const share = z.object({ part: z.number(), of: z.number() });

const listed = z.object({
  id: z.string(),
  number: z.number(),
  from: z.enum(["walk", "traffic"]),
  place: z.string(),
  text: z.string(),
  manager,
  state: z.enum(ITEM_STATES),
  restsOn: z.enum(["verified", "declined", "forwarded"]).nullable(),
  plan: z.object({ by: dayField, inSeason: z.boolean() }).nullable(),
  /** As it was said at the meeting, where no day has been given. */
  when: z.string(),
  late: z.boolean(),
  waitsForOwner: z.boolean(),
  /** The asker may say what becomes of it. */
  mine: z.boolean(),
  registeredOn: dayField,
  of: z.object({ address: z.string(), title: z.string() }),
  example: z.boolean(),
});

export const listItems = endpoint({
  name: "act.list-items",
  kind: "question",
  path: "/api/act/{partnership}/items",
  summary: "Åtgärdspunkter ur vandringar och trafikärenden: vems de är, hur långt de kommit, och hur det går i siffror",
  input: z.object({ partnership }),
  output: z.object({
    items: z.array(listed),
    figures: z.object({
      items: z.number(),
      medianDays: z.number().nullable(),
      answered: z.number(),
      owned: share,
      inSixWeeks: share,
      inSixMonths: share,
    }),
    /** Left out of the figures: counted as what they are the same as. */
    duplicates: z.number(),
  }),
});

const step = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("planned"), by: dayField, inSeason: z.boolean() }),
  z.object({ kind: z.literal("underway") }),
  z.object({ kind: z.enum(["done", "fed-back"]), on: dayField, sentence: line }),
  z.object({
    kind: z.enum(["verified", "not-done"]),
    on: dayField,
    sentence: line,
    walkId: z.uuid().exactOptional(),
  }),
  z.object({ kind: z.enum(["declined", "taken-up"]), reason: line }),
  z.object({ kind: z.literal("forwarded"), reason: line, to: z.enum(OUTSIDE) }),
  z.object({ kind: z.literal("duplicate"), of: z.uuid() }),
]);

export const openItem = endpoint({
  name: "act.open-item",
  kind: "question",
  path: "/api/act/{partnership}/items/{id}",
  summary: "En åtgärdspunkt med hela sin väg",
  input: z.object({ partnership, id: z.uuid() }),
  output: listed.extend({
    proposal: z.string(),
    reason: z.string(),
    done: told.nullable(),
    look: look.nullable(),
    notDone: look.nullable(),
    told: told.nullable(),
    sameAs: z.object({ id: z.string(), said: z.string() }).nullable(),
    sentOn: dayField.nullable(),
    replied: z.object({ on: dayField, unit: z.string(), text: z.string() }).nullable(),
    decision: z.object({ kind: z.enum(ANSWER_KINDS), reason: z.string(), when: z.string(), on: dayField }).nullable(),
    steps: z.array(
      z.object({
        kind: z.enum(STEP_KINDS),
        notedOn: dayField,
        office: z.string(),
        organisation: z.string(),
        on: dayField.nullable(),
        by: dayField.nullable(),
        inSeason: z.boolean(),
        text: z.string(),
        walk: z.string(),
        to: z.enum(OUTSIDE).nullable(),
        id: z.string(),
        photos: z.array(photo),
        /** The asker may add a photo to it, or take one away. */
        mayShow: z.boolean(),
      }),
    ),
    /** Of the note it comes from. */
    before: z.array(photo.extend({ alt: z.string() })),
    /** What the asker may say of it now. */
    may: z.array(z.enum(STEP_KINDS)),
    walks: z.array(z.object({ id: z.string(), on: dayField, title: z.string() })),
    others: z.array(z.object({ id: z.string(), said: z.string() })),
  }),
});

export const takeStep = endpoint({
  name: "act.take-step",
  kind: "command",
  path: "/api/act/{partnership}/items/{id}/steps",
  summary: "Det här blir av punkten: planerad, pågår, gjord, kontrollerad, återkopplad, avslagen, vidarebefordrad",
  input: z.object({ partnership, id: z.uuid(), step }),
  output: z.object({ id: z.string(), number: z.number() }),
});

const onStep = z.object({ partnership, id: z.uuid(), stepId: z.uuid(), photoId: idOf("photo") });

export const addStepPhoto = endpoint({
  name: "act.add-step-photo",
  kind: "upload",
  path: "/api/act/{partnership}/items/{id}/steps/{stepId}/photos/{photoId}",
  summary: "En bild av platsen när punkten blev gjord, eller när någon såg efter",
  input: onStep,
  output: photo,
});

export const takeAwayStepPhoto = endpoint({
  name: "act.take-away-step-photo",
  kind: "command",
  path: "/api/act/{partnership}/items/{id}/steps/{stepId}/photos/{photoId}/removal",
  summary: "Ta bort en bild av en åtgärdspunkt",
  input: onStep,
  output: z.object({ id: z.string() }),
});

export const showStepPhoto = endpoint({
  name: "act.show-step-photo",
  kind: "download",
  path: "/api/act/{partnership}/step-photos/{photoId}",
  summary: "En bild av en åtgärdspunkt",
  input: z.object({ partnership, photoId: idOf("photo") }),
  output: z.object({}),
});

export const itemsFile = endpoint({
  name: "act.items-file",
  kind: "download",
  path: "/api/act/{partnership}/items-file/{what}",
  summary: "Åtgärdspunkterna som tabell, eller deras siffror",
  input: z.object({ partnership, what: z.enum(["punkter", "siffror"]) }),
  output: z.object({}),
});

export const actionItemApi = [
  listItems,
  openItem,
  takeStep,
  addStepPhoto,
  takeAwayStepPhoto,
  showStepPhoto,
  itemsFile,
] as const;
