// The desk's doors of a safety walk: what lies beside the walk itself.
import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { positionField } from "../../ground/place.ts";
import { dayField, instantField } from "../../ground/time.ts";
import { CATEGORIES } from "../category.ts";
import { OBSERVATION_KINDS, SPOT_MANAGERS } from "../observation.ts";
import { PERSON_KINDS } from "../person-in-text.ts";
import { LIGHTS, WALK_THEMES } from "../walk.ts";
import { ADDRESSEES } from "./letter.ts";
import { POINT_REPLIES } from "./point.ts";
import { heads, protocolRow, stop } from "./shapes.ts";
import { MOST_STOPS } from "./stops.ts";

const where = { partnership: z.string(), slug: z.string().max(80) };
const words = (max: number) => z.string().trim().max(max);
const noteId = idOf("observation");
const sheetNumber = z.coerce.number().int().min(1).max(99);

const draftRow = z.object({
  number: z.number(),
  observationId: z.string(),
  stopId: z.string().optional(),
  kind: z.enum(OBSERVATION_KINDS),
  category: z.enum(CATEGORIES),
  placeName: z.string(),
  text: z.string(),
  proposal: z.string(),
  spotManager: z.enum(SPOT_MANAGERS),
  doubles: z.array(z.string()).readonly(),
  rewritten: z.boolean(),
  hints: z.array(z.object({ kind: z.enum(PERSON_KINDS), found: z.string(), sure: z.boolean() })).readonly(),
});

const pointReply = z.object({
  kind: z.enum(POINT_REPLIES),
  text: z.string(),
  mayBe: z.enum(ADDRESSEES).optional(),
  unit: z.string(),
  repliedAt: z.string(),
});

export const askLight = endpoint({
  name: "collect.ask-light",
  kind: "question",
  path: "/api/collect/{partnership}/light",
  summary: "Om det är mörkt då, och när solen går ner",
  input: z.object({ partnership: z.string(), at: instantField }),
  output: z.object({ light: z.enum(LIGHTS), sunset: z.string().optional() }),
});

export const openWalkDesk = endpoint({
  name: "collect.open-walk-desk",
  kind: "question",
  path: "/api/collect/{partnership}/walks/{slug}/desk",
  summary: "Det som skrivbordet vet om en vandring: raderna som de skulle stå i protokollet, bladen, förra vandringen",
  input: z.object(where),
  output: z.object({
    /** Whose walk it is: they make its protocol. */
    ownerOrganisationId: z.string(),
    /** As they would be numbered now: of an established protocol what has come in since. */
    toCome: z.array(draftRow).readonly(),
    sheetRows: z
      .array(z.object({ sheet: z.number(), number: z.number(), observationId: z.string().optional() }))
      .readonly(),
    sunset: z.string().optional(),
    arranged: z.object({
      premeetingAt: z.string().optional(),
      aftermeetingAt: z.string().optional(),
      meetingPlace: z.string(),
      registered: z.number(),
    }),
    letters: z
      .array(z.object({ manager: z.enum(ADDRESSEES), points: z.number(), sentAt: z.string(), replyBy: z.string() }))
      .readonly(),
    /** What units have said of the points they were sent. */
    replies: z.array(pointReply.extend({ rowId: z.string() })).readonly(),
    /** What each group counted, in the order they began. */
    counts: z
      .array(
        z.object({
          group: z.string(),
          heads,
          weather: z.string(),
          functions: z.array(z.string()).readonly(),
          toldAt: z.string(),
        }),
      )
      .readonly(),
    /** What each phone said last: so many more notes of this walk lie in it. */
    phones: z.array(z.object({ waiting: z.number(), toldAt: z.string() })).readonly(),
    /** Phones that may send to it without their writers, as far as the one who asks may know. */
    sending: z.number(),
    series: z
      .array(z.object({ slug: z.string(), title: z.string(), startsAt: z.string(), state: z.string() }))
      .readonly(),
    /** The walk before this one in the series, and what was said on it. */
    before: z
      .object({
        slug: z.string(),
        title: z.string(),
        startsAt: z.string(),
        stops: z.array(stop).readonly(),
        rows: z
          .array(protocolRow.extend({ stopId: z.string().optional(), became: z.enum(["open", "closed"]).optional() }))
          .readonly(),
      })
      .optional(),
  }),
});

export const changePlan = endpoint({
  name: "collect.change-walk",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/plan",
  summary: "Ändra en planerad vandring; ljus och årstid räknas ut",
  input: z.object({
    ...where,
    title: words(200).min(1),
    village: words(200).min(1),
    startsAt: instantField,
    endsAt: instantField,
    meetingPoint: words(200).min(1),
    theme: z.enum(WALK_THEMES),
    functions: z.array(words(100)).max(20),
    isOpen: z.boolean(),
    /** Of the walk as it was read: what somebody else has changed meanwhile is not overwritten. */
    revision: z.int().min(1),
  }),
  output: z.object({ light: z.enum(LIGHTS), revision: z.number() }),
});

export const cancelWalk = endpoint({
  name: "collect.cancel-walk",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/cancellation",
  summary: "Ställ in en planerad vandring, med ett skäl som alla läser",
  input: z.object({ ...where, reason: words(500) }),
  output: z.object({ slug: z.string() }),
});

export const finishWalk = endpoint({
  name: "collect.finish-walk",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/finish",
  summary: "Avsluta en vandring och räkna huvuden per grupp",
  input: z.object({
    ...where,
    heads,
    weather: words(100).default(""),
    functions: z.array(words(100)).max(20).default([]),
    /** Which group says so, by an id made on its phone; each group's heads are kept and added up. */
    group: z.uuid().optional(),
    /** Which of the phone's changes it is: one sent again says nothing new. */
    written: z.number().int().min(0).optional(),
  }),
  output: z.object({ slug: z.string() }),
});

export const correctHeads = endpoint({
  name: "collect.correct-heads",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/heads/{group}",
  summary: "Rätta vad en grupp räknade, tills protokollet är upprättat",
  input: z.object({
    ...where,
    group: z.uuid(),
    heads,
    weather: words(100).default(""),
    functions: z.array(words(100)).max(20).default([]),
  }),
  output: z.object({ slug: z.string() }),
});

export const noteViewpoints = endpoint({
  name: "collect.note-viewpoints",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/viewpoints",
  summary: "Skriv in vad förmötet sade: var rad blir ett stopp eller en fråga",
  input: z.object({
    ...where,
    viewpoints: z
      .array(z.object({ text: words(300).min(1), stopId: z.string().max(60).optional() }))
      .min(1)
      .max(60),
  }),
  output: z.object({ stops: z.number(), questions: z.number() }),
});

export const setStops = endpoint({
  name: "collect.set-stops",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/stops",
  summary: "Rutten: stoppen i ordning, med namn, fråga och plats; ett stopp utan id är nytt, borttagna nämns vid id",
  input: z.object({
    ...where,
    stops: z
      .array(
        z.object({
          id: z.string().max(60).optional(),
          name: words(200).min(1),
          question: words(500).default(""),
          position: positionField.optional(),
        }),
      )
      .max(MOST_STOPS),
    removed: z.array(z.uuid()).max(MOST_STOPS).default([]),
    route: z.array(positionField).max(500).default([]),
  }),
  output: z.object({ stops: z.number(), placed: z.number() }),
});

export const mergeNote = endpoint({
  name: "collect.merge-note",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/doubles",
  summary: "Slå ihop en anteckning med en annan som säger samma sak; utan «into» står den för sig själv igen",
  input: z.object({ ...where, id: noteId, into: noteId.optional() }),
  output: z.object({ into: z.string().optional() }),
});

export const rewriteNote = endpoint({
  name: "collect.rewrite-note",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/wordings",
  summary: "Skriv om en rad för protokollet; anteckningen ändras inte",
  input: z.object({
    ...where,
    id: noteId,
    text: words(4000),
    proposal: words(2000).default(""),
    placeName: words(200).default(""),
    spotManager: z.enum(SPOT_MANAGERS),
  }),
  output: z.object({ id: z.string() }),
});

export const reviewNote = endpoint({
  name: "collect.review-note",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/reviews",
  summary: "Säg att någon har läst raden och inte funnit någon person i den",
  input: z.object({ ...where, id: noteId }),
  output: z.object({ id: z.string() }),
});

export const complementProtocol = endpoint({
  name: "collect.complement-protocol",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/complement",
  summary: "Komplettera protokollet med det som kom in sedan; numren går vidare",
  input: z.object(where),
  output: z.object({ rows: z.number() }),
});

export const publishProtocol = endpoint({
  name: "collect.publish-protocol",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/publication",
  summary:
    "Publicera protokollet: raderna och svaren blir en sida som alla läser; svar som ges senare följer med, rader som kommer till först när de publiceras på samma sätt",
  input: z.object(where),
  output: z.object({ publishedAt: z.string() }),
});

export const registerProtocol = endpoint({
  name: "collect.register-protocol",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/registry-number",
  summary: "Ge protokollet dess diarienummer",
  input: z.object({ ...where, registryNumber: words(60).min(1) }),
  output: z.object({ registryNumber: z.string() }),
});

export const typeSheetRow = endpoint({
  name: "collect.type-sheet-row",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/sheets/{sheet}/rows/{number}",
  summary: "Säg vilken anteckning en rad på ett blad blev; utan anteckning är raden oläslig",
  input: z.object({ ...where, sheet: sheetNumber, number: sheetNumber, observationId: noteId.optional() }),
  output: z.object({ sheet: z.number(), number: z.number() }),
});

export const downloadProtocol = endpoint({
  name: "collect.download-protocol",
  kind: "download",
  path: "/api/collect/{partnership}/walks/{slug}/protocol/{format}",
  summary: "Protokollet som PDF eller tabell",
  input: z.object({ ...where, format: z.enum(["pdf", "csv"]) }),
  output: z.object({}),
});

export const printWalk = endpoint({
  name: "collect.print-walk",
  kind: "download",
  path: "/api/collect/{partnership}/walks/{slug}/paper/{paper}",
  summary: "Papper till vandringen: blad att fylla i, eller inbjudan",
  input: z.object({
    ...where,
    paper: z.enum(["sheets", "invitation"]),
    sheets: z.coerce.number().int().min(1).max(20).default(2),
  }),
  output: z.object({}),
});

export const arrangeWalk = endpoint({
  name: "collect.arrange-walk",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/arrangement",
  summary: "Bestäm förmötet och det avslutande mötet, och räkna anmälda; namn skrivs aldrig",
  input: z.object({
    ...where,
    premeetingAt: instantField.optional(),
    aftermeetingAt: instantField.optional(),
    meetingPlace: words(200).default(""),
    registered: z.int().min(0).max(500).default(0),
  }),
  output: z.object({ slug: z.string() }),
});

export const sendPoints = endpoint({
  name: "collect.send-points",
  kind: "command",
  path: "/api/collect/{partnership}/walks/{slug}/letters/{manager}",
  summary: "Säg att den som sköter platserna har fått sina punkter, och när svar väntas",
  input: z.object({ ...where, manager: z.enum(ADDRESSEES), replyBy: dayField }),
  output: z.object({ points: z.number() }),
});

export const listPointsSent = endpoint({
  name: "collect.list-points-sent",
  kind: "question",
  path: "/api/collect/{partnership}/points-sent",
  summary: "Punkter från vandringar som kommunens enheter har fått att ta emot, och vad de har sagt om dem",
  input: z.object({ partnership: z.string() }),
  output: z.object({
    points: z.array(
      z.object({
        id: z.string(),
        number: z.number(),
        placeName: z.string(),
        text: z.string(),
        proposal: z.string(),
        walk: z.object({ slug: z.string(), title: z.string() }),
        replyBy: z.string(),
        state: z.enum(["sent", ...POINT_REPLIES, "answered"]),
        reply: pointReply.optional(),
        example: z.boolean(),
      }),
    ),
    /** Whether the one who asks may say anything of them. */
    mine: z.boolean(),
  }),
});

export const replyToPoint = endpoint({
  name: "collect.reply-to-point",
  kind: "command",
  path: "/api/collect/{partnership}/points-sent/{id}",
  summary: "Ta emot en punkt, säg att den inte är er och varför, eller fråga",
  input: z.object({
    partnership: z.string(),
    id: idOf("protocol-row"),
    kind: z.enum(POINT_REPLIES),
    text: words(500).default(""),
    mayBe: z.enum(ADDRESSEES).exactOptional(),
  }),
  output: z.object({ id: z.string(), kind: z.enum(POINT_REPLIES) }),
});

export const printLetter = endpoint({
  name: "collect.print-letter",
  kind: "download",
  path: "/api/collect/{partnership}/walks/{slug}/letters/{manager}/paper",
  summary: "Brev med punkterna till den som sköter platserna",
  input: z.object({ ...where, manager: z.enum(ADDRESSEES), replyBy: dayField }),
  output: z.object({}),
});

export const walkCalendar = endpoint({
  name: "collect.walk-calendar",
  kind: "download",
  path: "/api/collect/{partnership}/walks/{slug}/calendar",
  summary: "Kalenderfil med förmötet, vandringen och det avslutande mötet",
  input: z.object(where),
  output: z.object({}),
});

export const walkDeskApi = [
  changePlan,
  cancelWalk,
  arrangeWalk,
  finishWalk,
  correctHeads,
  sendPoints,
  listPointsSent,
  replyToPoint,
  printLetter,
  walkCalendar,
  askLight,
  openWalkDesk,
  noteViewpoints,
  setStops,
  mergeNote,
  rewriteNote,
  reviewNote,
  complementProtocol,
  publishProtocol,
  registerProtocol,
  typeSheetRow,
  downloadProtocol,
  printWalk,
] as const;
