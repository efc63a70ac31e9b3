import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField } from "../../ground/time.ts";
import { CATEGORIES } from "../category.ts";
import { ACTOR_KINDS, BANDS, READINGS } from "./hearing.ts";

const partnership = z.string();
const words = (max: number) => z.string().trim().max(max);
const heads = z.int().min(0).max(100_000);
const actorKind = z.enum(ACTOR_KINDS);
const theme = z.object({ category: z.enum(CATEGORIES), text: words(500), voices: heads.optional() });
const hearing = z.object({
  id: z.string(),
  form: z.enum(["actor", "staff"]),
  actorKind: actorKind.optional(),
  area: z.string().optional(),
  heldOn: z.string(),
  themes: z.array(theme).readonly(),
  does: z.string().optional(),
  wishMunicipality: z.string(),
  wishPolice: z.string(),
  promised: z.object({ text: z.string(), by: z.string() }).optional(),
  keptOn: z.string().optional(),
  /** When it was corrected last. */
  revisedAt: z.string().optional(),
  reading: z.enum(READINGS).optional(),
  asked: z.number().optional(),
  answered: z.number().optional(),
  texts: z.array(z.string()).readonly().optional(),
  /** Whether it is the reader's own organisation that heard it. */
  own: z.boolean(),
  example: z.boolean(),
});
const passage = z.object({
  id: z.string(),
  actorKind: actorKind.optional(),
  area: z.string(),
  /** Null to those it was released to until they open it. */
  text: z.string().nullable(),
  sharedAt: z.string(),
  openedAt: z.string().optional(),
  withdrawnAt: z.string().optional(),
  example: z.boolean(),
});

export const listHearings = endpoint({
  name: "collect.list-hearings",
  kind: "question",
  path: "/api/collect/{partnership}/hearings",
  summary:
    "Samtalen med lokala aktörer och medarbetare som den egna organisationen har hört, och det som den andra har delat",
  input: z.object({ partnership }),
  output: z.object({
    hearings: z.array(hearing),
    /** Released to the reader's organisation. */
    received: z.array(passage),
    /** Kinds that have been heard and may be counted openly. */
    heard: z.array(z.object({ actorKind, band: z.enum(BANDS) })),
    areas: z.array(z.object({ actorKind, area: z.string(), actors: z.number() })),
    villages: z.array(z.string()),
  }),
});

export const openHearing = endpoint({
  name: "collect.open-hearing",
  kind: "question",
  path: "/api/collect/{partnership}/hearings/{id}",
  summary: "Ett samtal, och vad som är delat ur det",
  input: z.object({ partnership, id: idOf("hearing") }),
  output: z.object({
    hearing,
    passages: z.array(passage),
    recipient: z.object({ party: z.enum(["municipality", "police", "other"]), name: z.string() }).nullable(),
  }),
});

const said = {
  heldOn: dayField,
  themes: z.array(theme).max(20),
  wishMunicipality: words(1000).default(""),
  wishPolice: words(1000).default(""),
  promise: words(300).default(""),
  promiseBy: dayField.optional(),
};

const actorHearing = {
  actorKind,
  area: words(100),
  actors: heads.optional(),
  does: words(1000).default(""),
  reading: z.enum(READINGS).default("own"),
  anyway: z.boolean().default(false),
  ...said,
};
const staffDialogue = {
  asked: heads,
  answered: heads,
  texts: z.array(words(300)).max(50).default([]),
  ...said,
};

export const noteHearing = endpoint({
  name: "collect.note-hearing",
  kind: "command",
  path: "/api/collect/{partnership}/hearings",
  summary: "Skriv in ett samtal med en lokal aktör; vilken sorts aktör sparas, inte vem",
  input: z.object({ partnership, ...actorHearing }),
  output: z.object({ id: z.string() }),
});

export const noteStaffDialogue = endpoint({
  name: "collect.note-staff-dialogue",
  kind: "command",
  path: "/api/collect/{partnership}/staff-dialogues",
  summary: "Skriv in en medarbetardialog: antal och korta texter, utan namn",
  input: z.object({ partnership, ...staffDialogue }),
  output: z.object({ id: z.string() }),
});

export const reviseHearing = endpoint({
  name: "collect.revise-hearing",
  kind: "command",
  path: "/api/collect/{partnership}/hearings/{id}/revision",
  summary: "Rätta ett samtal, eller ändra vem som får läsa det; hur det stod förut ser bara den egna organisationen",
  input: z.object({ partnership, id: idOf("hearing"), ...actorHearing }),
  output: z.object({ id: z.string() }),
});

export const reviseStaffDialogue = endpoint({
  name: "collect.revise-staff-dialogue",
  kind: "command",
  path: "/api/collect/{partnership}/staff-dialogues/{id}/revision",
  summary: "Rätta en medarbetardialog",
  input: z.object({ partnership, id: idOf("hearing"), ...staffDialogue }),
  output: z.object({ id: z.string() }),
});

export const keepHearingPromise = endpoint({
  name: "collect.keep-hearing-promise",
  kind: "command",
  path: "/api/collect/{partnership}/hearings/{id}/promise",
  summary: "Det som lovades tillbaka är gjort",
  input: z.object({ partnership, id: idOf("hearing") }),
  output: z.object({ id: z.string() }),
});

export const sharePassage = endpoint({
  name: "collect.share-passage",
  kind: "command",
  path: "/api/collect/{partnership}/hearings/{id}/passages",
  summary: "Dela just de här orden med den andra organisationen",
  input: z.object({ partnership, id: idOf("hearing"), text: words(2000), anyway: z.boolean().default(false) }),
  output: z.object({ id: z.string() }),
});

export const withdrawPassage = endpoint({
  name: "collect.withdraw-passage",
  kind: "command",
  path: "/api/collect/{partnership}/passages/{id}/withdrawal",
  summary: "Ta tillbaka ett delat stycke som inte är öppnat",
  input: z.object({ partnership, id: idOf("passage") }),
  output: z.object({ id: z.string() }),
});

export const openPassage = endpoint({
  name: "collect.open-passage",
  kind: "command",
  path: "/api/collect/{partnership}/passages/{id}/opening",
  summary: "Läs ett stycke som den andra organisationen har delat; sedan kan det inte tas tillbaka",
  input: z.object({ partnership, id: idOf("passage") }),
  output: z.object({ id: z.string(), text: z.string() }),
});

export const hearingApi = [
  listHearings,
  openHearing,
  noteHearing,
  noteStaffDialogue,
  reviseHearing,
  reviseStaffDialogue,
  keepHearingPromise,
  sharePassage,
  withdrawPassage,
  openPassage,
] as const;
