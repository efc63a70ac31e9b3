import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField, instantField } from "../../ground/time.ts";
import { DECISION_KINDS, ITEM_KINDS, MEETING_STATES, OUTCOMES } from "./meeting.ts";

const inPartnership = z.object({ partnership: z.string() });
const onMeeting = inPartnership.extend({ on: dayField });
const onItem = onMeeting.extend({ itemId: idOf("meeting-item") });
const state = z.enum(MEETING_STATES);
const said = z.object({ sv: z.string(), en: z.string() });
const tally = z.array(z.object({ key: z.string(), count: z.number() })).readonly();

const noted = {
  kind: z.enum(DECISION_KINDS),
  text: z.string().trim().min(1).max(1000),
  /** The party that does it. */
  organisationId: idOf("organisation").exactOptional(),
  unit: z.string().trim().max(200),
  by: dayField.exactOptional(),
};

const decision = z.object({
  id: z.string(),
  kind: z.enum(DECISION_KINDS),
  text: z.string(),
  organisationId: z.string().nullable(),
  unit: z.string(),
  by: dayField.nullable(),
  version: z.number(),
  notedAt: instantField,
  notedBy: z.string(),
});

/** What the picture answered the day it was pinned. */
const picture = z.object({
  id: z.string(),
  /** The question, as the part of an address after the question mark. */
  address: z.string(),
  from: dayField.nullable(),
  to: dayField.nullable(),
  total: z.number(),
  byMonth: tally,
  byCategory: tally,
  sources: z.array(z.object({ name: z.string(), caveat: z.string(), count: z.number() })).readonly(),
  cautions: z.array(said).readonly(),
  asOf: dayField,
  hash: z.string(),
});

export const listMeetings = endpoint({
  name: "prioritise.list-meetings",
  kind: "question",
  path: "/api/prioritise/{partnership}/meetings",
  summary: "Arbetsmötena kring lägesbilden, det senaste först",
  input: inPartnership,
  output: z.object({
    meetings: z.array(
      z.object({ on: dayField, state, items: z.number(), decisions: z.number(), example: z.boolean() }),
    ),
    /** What was decided and is not done or dropped, with whose it is; the first that is due first. */
    waiting: z.array(
      z.object({
        id: z.string(),
        on: dayField,
        kind: z.enum(DECISION_KINDS),
        text: z.string(),
        owner: z.string(),
        unit: z.string(),
        by: dayField.nullable(),
        late: z.boolean(),
        /** Whether both have approved the minutes it stands in. */
        approved: z.boolean(),
        /** Of the organisation that whoever asks works for here. */
        mine: z.boolean(),
      }),
    ),
  }),
});

export const openMeeting = endpoint({
  name: "prioritise.open-meeting",
  kind: "question",
  path: "/api/prioritise/{partnership}/meetings/{on}",
  summary: "Ett arbetsmöte: dagordning, vilka roller som var med, beslut och fästa bilder",
  input: onMeeting,
  output: z.object({
    on: dayField,
    /** When it read so. */
    readAt: instantField,
    state,
    approvedAt: instantField.nullable(),
    /** Why it is not held, when that was said and by whom. */
    calledOff: z.object({ reason: z.string(), at: instantField, by: z.string() }).nullable(),
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(ITEM_KINDS),
        said,
        address: z.string(),
        question: z.string(),
        leftOut: z.boolean(),
        outcome: z.enum(OUTCOMES).nullable(),
        /** Of what is followed up: whose it was and by when. */
        decided: decision.nullable(),
        decisions: z.array(decision),
        pictures: z.array(picture),
      }),
    ),
    presence: z.array(z.object({ office: z.string(), number: z.number() })),
    /** SHA-256 of what the minutes say now: given back when they are approved. */
    contentHash: z.string(),
    /** The parties that have approved what they say now. */
    approved: z.array(z.string()),
    parties: z.array(
      z.object({ organisationId: z.string(), name: z.string(), party: z.enum(["municipality", "police", "other"]) }),
    ),
    example: z.boolean(),
  }),
});

export const planMeeting = endpoint({
  name: "prioritise.plan-meeting",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings",
  summary: "Planera ett arbetsmöte; dagordningen görs av det som finns",
  input: onMeeting,
  output: z.object({ on: dayField }),
});

export const gatherAgenda = endpoint({
  name: "prioritise.gather-agenda",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/gather",
  summary: "Hämta det som är nytt till dagordningen",
  input: onMeeting,
  output: z.object({ added: z.number() }),
});

export const bringUp = endpoint({
  name: "prioritise.bring-up",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/items",
  summary: "Lägg till en egen punkt på dagordningen",
  input: onMeeting.extend({ text: z.string().trim().min(1).max(300) }),
  output: z.object({ id: z.string() }),
});

export const leaveOut = endpoint({
  name: "prioritise.leave-out",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/items/{itemId}/out",
  summary: "Ta inte upp en punkt, eller ta upp den ändå",
  input: onItem.extend({ leftOut: z.boolean() }),
  output: z.object({ leftOut: z.boolean() }),
});

export const followUpDecision = endpoint({
  name: "prioritise.follow-up-decision",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/items/{itemId}/outcome",
  summary: "Säg hur det gick med ett tidigare beslut: klart, kvarstår eller utgår",
  input: onItem.extend({ outcome: z.enum(OUTCOMES) }),
  output: z.object({ outcome: z.enum(OUTCOMES) }),
});

export const noteDecision = endpoint({
  name: "prioritise.note-decision",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/items/{itemId}/decisions",
  summary: "Notera ett beslut, en fråga eller ett avslut medan mötet pågår",
  input: onItem.extend(noted),
  output: z.object({ id: z.string() }),
});

export const reviseDecision = endpoint({
  name: "prioritise.revise-decision",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/decisions/{decisionId}",
  summary: "Ändra eller stryk det som noterats",
  input: onMeeting.extend({
    decisionId: idOf("meeting-decision"),
    ...noted,
    version: z.int().min(1),
    struck: z.boolean(),
  }),
  output: z.object({ version: z.number() }),
});

export const notePresence = endpoint({
  name: "prioritise.note-presence",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/presence",
  summary: "Skriv vilken roll som är med, och hur många; noll tar bort den",
  input: onMeeting.extend({ office: z.string().trim().min(1).max(100), number: z.int().min(0).max(200) }),
  output: z.object({ number: z.number() }),
});

export const pinPicture = endpoint({
  name: "prioritise.pin-picture",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/items/{itemId}/pictures",
  summary: "Fäst det lägesbilden svarar på en fråga, av det båda parter ser",
  input: onItem.extend({ question: z.string().trim().min(1).max(2000) }),
  output: z.object({ id: z.string() }),
});

export const takePictureDown = endpoint({
  name: "prioritise.take-picture-down",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/pictures/{pictureId}/down",
  summary: "Ta ner en fäst bild",
  input: onMeeting.extend({ pictureId: idOf("meeting-picture") }),
  output: z.object({ id: z.string() }),
});

export const holdMeeting = endpoint({
  name: "prioritise.hold-meeting",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/held",
  summary: "Avsluta mötet; protokollet väntar på båda parters godkännande",
  input: onMeeting,
  output: z.object({ state }),
});

export const callMeetingOff = endpoint({
  name: "prioritise.call-meeting-off",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/off",
  summary: "Ställ in ett möte som inte hållits, med ett skäl som båda läser; dagordningen kommer tillbaka på nästa",
  input: onMeeting.extend({ reason: z.string().trim().max(300) }),
  output: z.object({ state }),
});

export const approveMinutes = endpoint({
  name: "prioritise.approve-minutes",
  kind: "command",
  path: "/api/prioritise/{partnership}/meetings/{on}/approval",
  summary: "Godkänn protokollet för den egna parten, så som det står",
  input: onMeeting.extend({ contentHash: z.string() }),
  output: z.object({ state }),
});

export const printMinutes = endpoint({
  name: "prioritise.print-minutes",
  kind: "download",
  path: "/api/prioritise/{partnership}/meetings/{on}/paper",
  summary: "Protokollet som PDF, läsbart för skärmläsare",
  input: onMeeting,
  output: z.object({}),
});

export const meetingsApi = [
  listMeetings,
  openMeeting,
  planMeeting,
  gatherAgenda,
  bringUp,
  leaveOut,
  followUpDecision,
  noteDecision,
  reviseDecision,
  notePresence,
  pinPicture,
  takePictureDown,
  holdMeeting,
  callMeetingOff,
  approveMinutes,
  printMinutes,
] as const;
