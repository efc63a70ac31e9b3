import { z } from "zod";
import { countField } from "../ground/count.ts";
import { endpoint } from "../ground/endpoint.ts";
import { idOf } from "../ground/id.ts";
import { placeField, positionField } from "../ground/place.ts";
import { dayField, instantField, whenField } from "../ground/time.ts";
import { campaignsApi } from "./campaigns/api.ts";
import { CATEGORIES } from "./category.ts";
import { heardApi } from "./heard/api.ts";
import { privacyApi } from "./privacy/api.ts";
import { DIALOGUE_GROUPS, LADDER_LEVELS, PUBLISH_WHYS } from "./dialogue.ts";
import { importApi } from "./imports/api.ts";
import { ANSWER_KINDS, LONGEST_NOTE, OBSERVATION_KINDS, PRECISIONS, SHARINGS, SPOT_MANAGERS } from "./observation.ts";
import { PIECE_BYTES } from "./photo.ts";
import { RELIABILITIES, SAMPLE_TYPES, SECRECY_CLASSES, SOURCE_KINDS } from "./source.ts";
import { trafficApi } from "./traffic/api.ts";
import { WAITING_KINDS } from "./waiting.ts";
import { LIGHTS, SEASONS, WALK_THEMES } from "./walk.ts";
import { seriesApi } from "./series/api.ts";
import { hearingApi } from "./hearings/api.ts";
import { weeklyApi } from "./weekly/api.ts";
import { tonguesApi } from "./tongues/api.ts";
import { xlsformApi } from "./xlsform/api.ts";
import { walkDeskApi } from "./walks/api.ts";
import { MOST_STOPS } from "./walks/stops.ts";
import { heads, protocolRow, stop } from "./walks/shapes.ts";

const partnership = z.string();
const slug = z.string().max(80);
const words = (max: number) => z.string().trim().max(max);
const name = words(200).min(1);
const count = z.int().min(0).max(100_000);
const observationId = idOf("observation");
const walkId = idOf("walk");
const sourceId = idOf("source");

// What goes out

const reference = z.object({
  title: z.string().trim().min(1).max(300),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .exactOptional(),
  read: z.string().max(40).exactOptional(),
});
const source = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.enum(SOURCE_KINDS),
  ownerOrganisationId: z.string(),
  name: z.string(),
  method: z.string(),
  sampleType: z.enum(SAMPLE_TYPES),
  reliability: z.enum(RELIABILITIES),
  secrecyClass: z.enum(SECRECY_CLASSES),
  caveat: z.string(),
  reference: reference.optional(),
  createdAt: z.string(),
  example: z.boolean(),
});
const ownedSource = source.extend({
  party: z.enum(["municipality", "police", "other"]),
  owner: z.string(),
  registryNumber: z.string().optional(),
  secrecyMark: z.string().optional(),
  observations: z.number(),
  latest: z.string().nullable(),
});

/** All states in one shape: what is not so yet is left out. */
const walk = z.object({
  id: z.string(),
  sourceId: z.string(),
  slug: z.string(),
  title: z.string(),
  village: z.string(),
  series: z.string().optional(),
  startsAt: z.string(),
  endsAt: z.string(),
  meetingPoint: z.string(),
  light: z.enum(LIGHTS),
  season: z.enum(SEASONS),
  weather: z.string(),
  theme: z.enum(WALK_THEMES),
  route: z.array(positionField).readonly(),
  functions: z.array(z.string()).readonly(),
  stops: z.array(stop).readonly(),
  isOpen: z.boolean(),
  revision: z.number(),
  example: z.boolean(),
  state: z.enum(["planned", "cancelled", "walked", "protocol"]),
  cancelledAt: z.string().optional(),
  reason: z.string().optional(),
  heads: heads.optional(),
  walkedAt: z.string().optional(),
  protocolAt: z.string().optional(),
  publishedAt: z.string().optional(),
  complementedAt: z.string().optional(),
  registryNumber: z.string().optional(),
});
const photo = z.object({ id: z.string(), width: z.number(), height: z.number(), alt: z.string() });
const observation = z.object({
  id: z.string(),
  sourceId: z.string(),
  ownerOrganisationId: z.string(),
  walkId: z.string().optional(),
  stopId: z.string().optional(),
  kind: z.enum(OBSERVATION_KINDS),
  category: z.enum(CATEGORIES),
  text: z.string(),
  consequence: z.string(),
  proposal: z.string(),
  spotManager: z.enum(SPOT_MANAGERS),
  agreed: z.number().optional(),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  place: placeField,
  when: whenField,
  precision: z.enum(PRECISIONS),
  sharing: z.enum(SHARINGS),
  revision: z.number(),
  notedAt: z.string(),
  receivedAt: z.string(),
  withdrawnAt: z.string().optional(),
  /** Waits for another person's review; then it is shared as this. */
  wishedSharing: z.enum(SHARINGS).optional(),
  example: z.boolean(),
  /** Read from a file or a feed: its text is the source's. */
  imported: z.boolean(),
  /** Several happenings in one: never count it as one. */
  bundle: z.boolean(),
  publishedAt: z.string().optional(),
  foreign: z.record(z.string(), z.unknown()).optional(),
  photos: z.array(photo),
});
const theme = z.object({
  id: z.string(),
  theme: z.string(),
  category: z.enum(CATEGORIES),
  count: countField,
  quote: z.string(),
});
const dialogueCounts = z.partialRecord(z.enum(DIALOGUE_GROUPS), count);
const dialogue = z.object({
  id: z.string(),
  sourceId: z.string(),
  slug: z.string(),
  title: z.string(),
  heldFrom: z.string(),
  heldTo: z.string(),
  method: z.string(),
  ladderLevel: z.enum(LADDER_LEVELS),
  sampleType: z.enum(SAMPLE_TYPES),
  canInfluence: z.string(),
  cannotInfluence: z.string(),
  invited: z.number().optional(),
  answered: dialogueCounts,
  themes: z.array(theme).readonly(),
  example: z.boolean(),
});
const measurement = z.object({
  id: z.string(),
  sourceId: z.string(),
  name: z.string(),
  unit: z.string(),
  value: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
  n: z.number().optional(),
  from: z.string(),
  to: z.string(),
  place: placeField,
  caveat: z.string(),
  /** Why it has been taken back. */
  withdrawnReason: z.string().optional(),
  example: z.boolean(),
});
// Questions

export const listSources = endpoint({
  name: "collect.list-sources",
  kind: "question",
  path: "/api/collect/{partnership}/sources",
  summary: "Källorna, med ägare, metod och förbehåll",
  input: z.object({ partnership }),
  output: z.object({ sources: z.array(ownedSource) }),
});

export const listWalks = endpoint({
  name: "collect.list-walks",
  kind: "question",
  path: "/api/collect/{partnership}/walks",
  summary: "Trygghetsvandringarna med sina stopp, den senaste först",
  input: z.object({ partnership }),
  output: z.object({
    walks: z.array(
      walk.extend({
        /** Of a planned walk: who looked after the spot the last time, by the stop's id. */
        managersBefore: z.record(z.string(), z.array(z.enum(SPOT_MANAGERS)).readonly()).optional(),
      }),
    ),
  }),
});

export const openWalk = endpoint({
  name: "collect.open-walk",
  kind: "question",
  path: "/api/collect/{partnership}/walks/{slug}",
  summary: "En vandring med anteckningar och protokoll",
  input: z.object({ partnership, slug }),
  output: z.object({ walk, notes: z.array(observation), rows: z.array(protocolRow) }),
});

export const listObservations = endpoint({
  name: "collect.list-observations",
  kind: "question",
  path: "/api/collect/{partnership}/observations",
  summary: "Iakttagelser, de nyaste först",
  input: z.object({
    partnership,
    walkId: walkId.optional(),
    sourceId: sourceId.optional(),
    category: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  output: z.object({ total: z.number(), observations: z.array(observation) }),
});

export const openObservation = endpoint({
  name: "collect.open-observation",
  kind: "question",
  path: "/api/collect/{partnership}/observations/{id}",
  summary: "En iakttagelse och vad den sade förut",
  input: z.object({ partnership, id: observationId }),
  output: z.object({
    observation,
    /** Said in a hearing, and corrected there. */
    heard: z.boolean(),
    /** Of a note at a stop of a walk: who looked after the spot the last time. */
    managersBefore: z.array(z.enum(SPOT_MANAGERS)).readonly(),
    revisions: z.array(
      z.object({ revision: z.number(), body: z.record(z.string(), z.unknown()), replacedAt: z.string() }),
    ),
  }),
});

export const showGround = endpoint({
  name: "collect.show-ground",
  kind: "question",
  path: "/api/collect/{partnership}/ground",
  summary: "Kommunens kod, gräns och mitt, för kartan utomhus",
  input: z.object({ partnership }),
  output: z.object({
    code: z.string(),
    outline: z.array(z.array(positionField).readonly()).readonly(),
    centre: positionField,
  }),
});

/** What waits, counted, with the oldest day: here, and among everything that waits for somebody. */
export const waits = z.object({
  kind: z.enum(WAITING_KINDS),
  title: z.string(),
  count: z.number(),
  since: z.string(),
  by: z.string().optional(),
  href: z.string(),
});
export const listWaiting = endpoint({
  name: "collect.list-waiting",
  kind: "question",
  path: "/api/collect/{partnership}/waiting",
  summary: "Det som väntar på den inloggade i det som hörts, med antal och äldsta dag",
  input: z.object({ partnership }),
  output: z.object({ waiting: z.array(waits) }),
});

export const listDialogues = endpoint({
  name: "collect.list-dialogues",
  kind: "question",
  path: "/api/collect/{partnership}/dialogues",
  summary: "Dialogerna med teman och antal",
  input: z.object({ partnership }),
  output: z.object({ dialogues: z.array(dialogue) }),
});

export const openPublishing = endpoint({
  name: "collect.open-publishing",
  kind: "question",
  path: "/api/collect/{partnership}/dialogues/{slug}/publishing",
  summary: "Vem som får veta om en inskriven dialog, och om den som frågar får bestämma något annat, eller varför inte",
  input: z.object({ partnership, slug }),
  output: z.object({
    secrecyClass: z.enum(SECRECY_CLASSES),
    owner: z.string(),
    /** Why whoever asks cannot decide otherwise; null where it is open to them. */
    refused: z.enum(PUBLISH_WHYS).nullable(),
  }),
});

export const listMeasurements = endpoint({
  name: "collect.list-measurements",
  kind: "question",
  path: "/api/collect/{partnership}/measurements",
  summary: "Mätningarna, de senaste först",
  input: z.object({ partnership, sourceId: sourceId.optional() }),
  output: z.object({ measurements: z.array(measurement) }),
});

// Commands

const noted = {
  kind: z.enum(OBSERVATION_KINDS),
  category: z.enum(CATEGORIES),
  text: words(LONGEST_NOTE),
  consequence: words(2000).default(""),
  proposal: words(2000).default(""),
  spotManager: z.enum(SPOT_MANAGERS).default("unknown"),
  agreed: count.optional(),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  place: placeField,
  when: whenField,
  sharing: z.enum(SHARINGS).default("shared"),
  /** Why it points at nobody, where it looks as if it did; the note is then held until another person has looked. */
  override: words(300).optional(),
};

export const noteObservation = endpoint({
  name: "collect.note-observation",
  kind: "command",
  path: "/api/collect/{partnership}/observations",
  summary: "Anteckna en iakttagelse; samma id två gånger ger samma svar",
  input: z.object({
    partnership,
    /** Made on the device. */
    id: observationId,
    walkId: walkId.optional(),
    stopId: z.string().max(60).optional(),
    notedAt: instantField,
    /** The device's clock as it is sent, and who noted it where that is another: phones go wrong and batteries die. */
    sentAt: instantField.optional(),
    handedOverFrom: idOf("person").optional(),
    /** So many more notes of this walk lie in that phone. */
    still: z.object({ device: z.uuid(), waiting: z.int().min(0).max(10_000) }).optional(),
    ...noted,
  }),
  output: z.object({ id: z.string(), revision: z.number(), receivedAt: z.string() }),
});

export const reviseObservation = endpoint({
  name: "collect.revise-observation",
  kind: "command",
  path: "/api/collect/{partnership}/observations/{id}/revision",
  summary: "Ändra en iakttagelse; vad den sade förut finns kvar",
  input: z.object({
    partnership,
    id: observationId,
    /** Grows with each change of a device's: an older one that comes late changes nothing. */
    written: z.int().min(0).optional(),
    ...noted,
  }),
  output: z.object({ id: z.string(), revision: z.number() }),
});

export const withdrawObservation = endpoint({
  name: "collect.withdraw-observation",
  kind: "command",
  path: "/api/collect/{partnership}/observations/{id}/withdrawal",
  summary: "Ta tillbaka en iakttagelse, med skäl",
  input: z.object({ partnership, id: observationId, reason: words(500) }),
  output: z.object({ id: z.string() }),
});

export const attachPhoto = endpoint({
  name: "collect.attach-photo",
  kind: "upload",
  path: "/api/collect/{partnership}/observations/{observationId}/photos/{id}",
  summary: "Lägg en bild till en iakttagelse; bara själva bilden sparas",
  input: z.object({ partnership, observationId, id: idOf("photo"), alt: words(300).default("") }),
  output: photo,
});

export const attachPhotoPiece = endpoint({
  name: "collect.attach-photo-piece",
  kind: "upload",
  path: "/api/collect/{partnership}/observations/{observationId}/photos/{id}/pieces",
  summary: "Lägg en bild bit för bit; en avbruten sändning fortsätter där den var. Utan innehåll: hur mycket som finns",
  input: z.object({
    partnership,
    observationId,
    id: idOf("photo"),
    alt: words(300).default(""),
    /** Where in the photo this piece begins, and how long the whole of it is. */
    offset: z.coerce.number().int().min(0),
    total: z.coerce.number().int().min(1),
  }),
  output: z.object({ received: z.number(), whole: z.boolean() }),
});

/** What only the phone knows; the house keeps its hash. */
const sendingSecret = z.string().regex(/^[\w-]{43}$/);

export const keepSendingRight = endpoint({
  name: "collect.keep-sending-right",
  kind: "command",
  path: "/api/collect/{partnership}/sending-rights",
  summary: "Låt telefonen skicka det du antecknar på vandringen också när någon annan har den",
  input: z.object({ partnership, walkId, secret: sendingSecret }),
  output: z.object({ expiresAt: z.string() }),
});

export const endSending = endpoint({
  name: "collect.end-sending",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/sending-rights/end",
  summary: "Ta tillbaka telefonernas rätt att skicka till vandringen utan den som skrev",
  input: z.object({ partnership, slug }),
  output: z.object({ ended: z.number() }),
});

export const sendLeftNote = endpoint({
  name: "collect.send-left-note",
  kind: "command",
  path: "/api/collect/{partnership}/left-notes",
  summary: "Skicka en anteckning åt den som skrev den och har lämnat telefonen",
  input: noteObservation.input.omit({ walkId: true, handedOverFrom: true }).extend({ walkId, secret: sendingSecret }),
  output: z.object({ id: z.string() }),
});

export const sendLeftPhoto = endpoint({
  name: "collect.send-left-photo",
  kind: "command",
  path: "/api/collect/{partnership}/left-notes/{observationId}/photos/{id}",
  summary: "Skicka en bild, bit för bit, till en sådan anteckning; biten i base64",
  input: attachPhotoPiece.input.extend({
    walkId,
    secret: sendingSecret,
    piece: z.base64().max(Math.ceil(PIECE_BYTES / 3) * 4),
  }),
  output: z.object({ received: z.number(), whole: z.boolean() }),
});

export const showPhoto = endpoint({
  name: "collect.show-photo",
  kind: "download",
  path: "/api/collect/{partnership}/photos/{id}",
  summary: "En bild",
  input: z.object({ partnership, id: idOf("photo") }),
  output: z.object({}),
});

export const showSentPhoto = endpoint({
  name: "collect.show-sent-photo",
  kind: "download",
  path: "/api/collect/{partnership}/sent-photos/{id}",
  summary: "Bilden en invånare skickade med det som är kvar eller med en synpunkt om trafik, för den som läser den",
  input: z.object({ partnership, id: idOf("photo") }),
  output: z.object({}),
});

export const coverSentPhoto = endpoint({
  name: "collect.cover-sent-photo",
  kind: "upload",
  path: "/api/collect/{partnership}/sent-photos/{id}",
  summary: "Bilden med det som pekar ut någon täckt; den som skickades försvinner",
  input: z.object({ partnership, id: idOf("photo") }),
  output: z.object({ id: z.string() }),
});

export const removeSentPhoto = endpoint({
  name: "collect.remove-sent-photo",
  kind: "command",
  path: "/api/collect/{partnership}/sent-photos/{id}/removal",
  summary: "Ta bort en bild som en invånare skickade",
  input: z.object({ partnership, id: idOf("photo") }),
  output: z.object({ id: z.string() }),
});

export const planWalk = endpoint({
  name: "collect.plan-walk",
  kind: "command",
  path: "/api/collect/{partnership}/walks",
  summary: "Planera en vandring; ljus och årstid räknas ut",
  input: z.object({
    partnership,
    title: name,
    village: name,
    /** The slug of the walk it is the next after: they belong to one series. */
    after: slug.optional(),
    startsAt: instantField,
    endsAt: instantField,
    meetingPoint: name,
    theme: z.enum(WALK_THEMES).default("general"),
    route: z.array(positionField).max(500).default([]),
    stops: z
      .array(z.object({ name, question: words(500).default(""), position: positionField.optional() }))
      .max(MOST_STOPS),
    isOpen: z.boolean().default(false),
    functions: z.array(words(100)).max(20).default([]),
  }),
  output: z.object({ slug: z.string(), light: z.enum(LIGHTS) }),
});

export const establishProtocol = endpoint({
  name: "collect.establish-protocol",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/protocol",
  summary: "Upprätta protokollet: anteckningarna blir en allmän handling",
  input: z.object({ partnership, slug, registryNumber: words(60).optional() }),
  output: z.object({ slug: z.string(), rows: z.number() }),
});

export const answerRow = endpoint({
  name: "collect.answer-row",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/rows/{number}/answer",
  summary: "Svara på en punkt i protokollet; ett nej kräver skäl",
  input: z.object({
    partnership,
    slug,
    number: z.coerce.number().int().min(1),
    kind: z.enum(ANSWER_KINDS),
    reason: words(1000).default(""),
    when: words(100).default(""),
    /** Whose it is, where that was said at the meeting. */
    spotManager: z.enum(SPOT_MANAGERS).optional(),
  }),
  output: z.object({ number: z.number() }),
});

export const registerSource = endpoint({
  name: "collect.register-source",
  kind: "command",
  path: "/api/collect/{partnership}/sources",
  summary: "Registrera en källa",
  input: z.object({
    partnership,
    kind: z.enum(SOURCE_KINDS),
    name,
    method: words(500),
    sampleType: z.enum(SAMPLE_TYPES),
    reliability: z.enum(RELIABILITIES),
    secrecyClass: z.enum(SECRECY_CLASSES),
    caveat: words(1000),
    reference: reference.exactOptional(),
  }),
  output: z.object({ slug: z.string() }),
});

export const recordDialogue = endpoint({
  name: "collect.record-dialogue",
  kind: "command",
  path: "/api/collect/{partnership}/dialogues",
  summary: "Skriv in vad en dialog gav",
  input: z.object({
    partnership,
    source: slug,
    title: name,
    heldFrom: dayField,
    heldTo: dayField,
    method: words(500),
    ladderLevel: z.enum(LADDER_LEVELS),
    sampleType: z.enum(SAMPLE_TYPES),
    canInfluence: words(1000),
    cannotInfluence: words(1000),
    invited: count.optional(),
    answered: dialogueCounts,
    themes: z
      .array(z.object({ theme: name, category: z.enum(CATEGORIES), count: countField, quote: words(500).default("") }))
      .max(100),
  }),
  output: z.object({ slug: z.string() }),
});

export const publishDialogue = endpoint({
  name: "collect.publish-dialogue",
  kind: "command",
  path: "/api/collect/{partnership}/dialogues/{slug}/publishing",
  summary: "Besluta om en inskriven dialog får publiceras som antal, eller ta tillbaka det",
  input: z.object({ partnership, slug, publish: z.boolean() }),
  output: z.object({ slug: z.string(), secrecyClass: z.enum(SECRECY_CLASSES) }),
});

export const recordMeasurement = endpoint({
  name: "collect.record-measurement",
  kind: "command",
  path: "/api/collect/{partnership}/measurements",
  summary: "Skriv in en mätning",
  input: z.object({
    partnership,
    source: slug,
    name,
    unit: words(40).min(1),
    value: z.number(),
    low: z.number().optional(),
    high: z.number().optional(),
    n: count.optional(),
    from: dayField,
    to: dayField,
    place: placeField,
    caveat: words(1000).default(""),
  }),
  output: z.object({ id: z.string() }),
});

export const collectApi = [
  ...heardApi,
  ...privacyApi,
  listSources,
  listWalks,
  openWalk,
  listObservations,
  openObservation,
  showGround,
  listDialogues,
  openPublishing,
  listWaiting,
  listMeasurements,
  noteObservation,
  reviseObservation,
  withdrawObservation,
  attachPhoto,
  attachPhotoPiece,
  keepSendingRight,
  endSending,
  sendLeftNote,
  sendLeftPhoto,
  showPhoto,
  showSentPhoto,
  coverSentPhoto,
  removeSentPhoto,
  planWalk,
  establishProtocol,
  answerRow,
  ...walkDeskApi,
  registerSource,
  recordDialogue,
  publishDialogue,
  recordMeasurement,
  ...campaignsApi,
  ...tonguesApi,
  ...weeklyApi,
  ...xlsformApi,
  ...trafficApi,
  ...importApi,
  ...hearingApi,
  ...seriesApi,
] as const;
