import { canonicalText } from "../../ground/canonical.ts";
import { grantsIn } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { type Day, dayOf } from "../../ground/time.ts";
import { partiesOf, partnershipFacts } from "../../partnership/store.ts";
import { newsOf } from "../../picture/news.ts";
import { readQuestion } from "../../picture/question.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import { questionIn } from "../cited-question.ts";
import { problemsOf } from "../store.ts";
import { countsIn, hashOfFrozen, readPicture } from "../store-picture.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import * as agenda from "./agenda.ts";
import * as api from "./api.ts";
import * as rule from "./meeting.ts";
import { minutesPaper } from "./screens/paper.ts";
import * as store from "./store.ts";

type Ask = Asking<PrioritiseDatabase>;
type At = { readonly on: Day };

/** What waits elsewhere in the house: the stages that know it come later on the line, so main hands it in. */
export type ReadAgenda = (
  tx: Ask["tx"],
  partnership: { readonly id: string; readonly slug: string },
  when: { readonly since: Day | undefined; readonly today: Day },
) => Promise<readonly agenda.Candidate[]>;

const hashOf = (meeting: rule.Meeting) => sha256Hex(canonicalText(rule.minutesOf(meeting)));

/** The meeting, held: what two note at once is noted one after the other. */
const load = async ({ on }: At, ask: Ask) => {
  await store.holdMeeting(ask.tx, here(ask), on);
  const meeting = await store.meetingOn(ask.tx, here(ask), on);
  return meeting && { partnershipId: here(ask), meeting };
};

const loadItem = async (input: At & { readonly itemId: string }, ask: Ask) => {
  const loaded = await load(input, ask);
  const item = loaded?.meeting.items.find(({ id }) => id === input.itemId);
  return loaded === undefined || item === undefined ? undefined : { ...loaded, item };
};

const partyIds = async (ask: Ask) => (await partiesOf(ask.tx, here(ask))).map(({ organisationId }) => organisationId);

const shownDecision = ({ organisationId, by, struck: _struck, itemId: _item, ...one }: rule.Decision) => ({
  ...one,
  organisationId: organisationId ?? null,
  by: by ?? null,
});

const shownPicture = ({ id, hash, frozen }: rule.Pinned) => ({
  id,
  hash,
  address: frozen.address,
  from: frozen.from,
  to: frozen.to,
  total: frozen.total,
  byMonth: frozen.byMonth,
  byCategory: frozen.byCategory,
  sources: frozen.sources.map(({ name, caveat, count }) => ({ name, caveat, count })),
  cautions: frozen.cautions,
  asOf: frozen.asOf,
});

const listMeetings = question(api.listMeetings, async (_input, ask: Ask) => {
  const meetings = await store.meetingsOf(ask.tx, here(ask));
  const parties = await partiesOf(ask.tx, here(ask));
  const today = dayOf(ask.at);
  const own = ask.person === undefined ? [] : grantsIn(ask.person, here(ask));
  const waiting = agenda
    .openDecisions(meetings)
    .map(({ on, decision: { id, kind, text, organisationId, unit, by }, approved }) => ({
      id,
      on,
      kind,
      text,
      owner: parties.find((one) => one.organisationId === organisationId)?.name ?? "",
      unit,
      by: by ?? null,
      late: by !== undefined && by < today,
      approved,
      mine: own.some((grant) => grant.organisationId === organisationId),
    }));
  return yes({
    // What has no day comes last.
    waiting: waiting.toSorted((a, b) => ((a.by ?? "9999") < (b.by ?? "9999") ? -1 : 1)),
    meetings: meetings.map(({ on, state, items, decisions, example }) => ({
      on,
      state,
      items: items.filter(({ leftOut }) => !leftOut).length,
      decisions: decisions.filter(({ struck }) => !struck).length,
      example,
    })),
  });
});

const openMeeting = question(api.openMeeting, async ({ on }, ask: Ask) => {
  const meeting = await store.meetingOn(ask.tx, here(ask), on);
  if (meeting === undefined) return no("not-found");
  const parties = await partiesOf(ask.tx, here(ask));
  const nameOf = (id: string) => parties.find(({ organisationId }) => organisationId === id)?.name ?? "";
  const named = meeting.items.flatMap(({ decisionId }) => decisionId ?? []);
  const decided = new Map((await store.decisionsById(ask.tx, named)).map((one) => [one.id, one]));
  const contentHash = hashOf(meeting);
  return yes({
    on: meeting.on,
    readAt: ask.at,
    state: meeting.state,
    approvedAt: meeting.approvedAt ?? null,
    calledOff: meeting.calledOff === undefined ? null : { ...meeting.calledOff, by: nameOf(meeting.calledOff.by) },
    items: rule.inOrder(meeting.items).map((item) => {
      const earlier = item.decisionId === undefined ? undefined : decided.get(item.decisionId);
      return {
        id: item.id,
        kind: item.kind,
        said: item.said,
        address: item.address,
        question: item.question,
        leftOut: item.leftOut,
        outcome: item.outcome ?? null,
        decided: earlier === undefined ? null : shownDecision(earlier),
        decisions: rule.decisionsOn(meeting, item.id).map(shownDecision),
        pictures: rule.picturesOn(meeting, item.id).map(shownPicture),
      };
    }),
    presence: meeting.presence.filter(({ number }) => number > 0).map((one) => ({ ...one })),
    contentHash,
    approved: [...rule.approvalsOf(meeting, contentHash)],
    parties: parties.map(({ organisationId, name, kind }) => ({ organisationId, name, party: kind })),
    example: meeting.example,
  });
});

const bringUp = command(api.bringUp, {
  rule: rule.bringUp,
  load,
  write: async (item, ask: Ask, _input, { meeting }) => {
    await store.addItems(ask.tx, { partnershipId: here(ask), meeting }, [item]);
    return { id: item.id };
  },
  subject: (item) => item.id,
});

const leaveOut = command(api.leaveOut, {
  rule: rule.leaveOut,
  load: loadItem,
  write: async (item, ask: Ask) => {
    await store.saveItem(ask.tx, item);
    return { leftOut: item.leftOut };
  },
  subject: (item) => item.id,
});

const followUpDecision = command(api.followUpDecision, {
  rule: rule.followUp,
  load: loadItem,
  write: async (item, ask: Ask, { outcome }) => {
    await store.saveItem(ask.tx, item);
    return { outcome };
  },
  subject: (item) => item.decisionId,
});

const noteDecision = command(api.noteDecision, {
  rule: rule.note,
  load: async (input, ask: Ask) => {
    const loaded = await loadItem(input, ask);
    return loaded && { ...loaded, parties: await partyIds(ask) };
  },
  write: async (decision, ask: Ask, _input, { meeting }) => {
    await store.addDecision(ask.tx, { partnershipId: here(ask), meeting }, decision);
    return { id: decision.id };
  },
  subject: (decision) => decision.id,
});

const reviseDecision = command(api.reviseDecision, {
  rule: rule.revise,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    const decision = loaded?.meeting.decisions.find(({ id }) => id === input.decisionId);
    return loaded === undefined || decision === undefined
      ? undefined
      : { ...loaded, decision, parties: await partyIds(ask) };
  },
  write: async (decision, ask: Ask) => {
    await store.saveDecision(ask.tx, decision);
    return { version: decision.version };
  },
  subject: ({ id }) => id,
});

const notePresence = command(api.notePresence, {
  rule: rule.attend,
  load,
  write: async (presence, ask: Ask, _input, { meeting }) => {
    await store.putPresence(ask.tx, { partnershipId: here(ask), meeting }, presence, ask.at);
    return { number: presence.number };
  },
  subject: (_presence) => undefined,
});

const pinPicture = command(api.pinPicture, {
  rule: rule.pin,
  load: async (input, ask: Ask) => {
    // An address as it is pasted, or the question alone. Read before the meeting is held: others go on noting while the picture is counted.
    const address = questionIn(input.question.includes("?") ? input.question : `?${input.question}`);
    const frozen =
      address === undefined ? undefined : countsIn(await readPicture(ask.tx, here(ask)), address, dayOf(ask.at));
    const loaded = await loadItem(input, ask);
    return loaded && { ...loaded, found: frozen && { frozen, hash: hashOfFrozen(frozen) } };
  },
  write: async (pinned, ask: Ask, _input, { meeting }) => {
    await store.addPicture(ask.tx, { partnershipId: here(ask), meeting }, pinned);
    return { id: pinned.id };
  },
  subject: ({ id }) => id,
});

const takePictureDown = command(api.takePictureDown, {
  rule: rule.takeDown,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    const picture = loaded?.meeting.pictures.find(({ id }) => id === input.pictureId);
    return loaded === undefined || picture === undefined ? undefined : { ...loaded, picture };
  },
  write: async ({ id }, ask: Ask) => {
    await store.takePictureDown(ask.tx, id);
    return { id };
  },
  subject: ({ id }) => id,
});

const holdMeeting = command(api.holdMeeting, {
  rule: rule.hold,
  load,
  write: async (meeting, ask: Ask) => {
    await store.saveHeld(ask.tx, meeting);
    return { state: meeting.state };
  },
  subject: ({ id }) => id,
});

const callMeetingOff = command(api.callMeetingOff, {
  rule: rule.callOff,
  load,
  write: async ({ id, state, calledOff }, ask: Ask) => {
    if (calledOff !== undefined) await store.saveCalledOff(ask.tx, id, calledOff);
    return { state };
  },
  subject: ({ id }) => id,
});

const approveMinutes = command(api.approveMinutes, {
  rule: rule.approve,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    if (loaded === undefined) return undefined;
    const parties = (await partiesOf(ask.tx, here(ask)))
      .filter(({ kind }) => kind !== "other")
      .map(({ organisationId }) => organisationId);
    return { ...loaded, contentHash: hashOf(loaded.meeting), parties };
  },
  write: async ({ approval, meeting }, ask: Ask) => {
    await store.putApproval(ask.tx, { partnershipId: here(ask), meeting }, approval);
    if (meeting.state === "approved") await store.saveApproved(ask.tx, meeting);
    return { state: meeting.state };
  },
  event: ({ meeting }) => (meeting.state === "approved" ? "meeting.minutes-approved" : "meeting.half-approved"),
  subject: ({ meeting }) => meeting.id,
});

const printMinutes = download(api.printMinutes, async ({ on }, ask: Ask) => {
  const meeting = await store.meetingOn(ask.tx, here(ask), on);
  if (meeting === undefined) return no("not-found");
  if (meeting.state === "called-off") return no("meeting-is-called-off");
  const parties = await partiesOf(ask.tx, here(ask));
  const facts = await partnershipFacts(ask.tx, here(ask));
  const bytes = pdfOf(
    minutesPaper(meeting, {
      partnershipName: facts?.name ?? "",
      lang: ask.lang,
      nameOf: (id) => parties.find(({ organisationId }) => organisationId === id)?.name ?? "",
      contentHash: hashOf(meeting),
      at: ask.at,
    }),
  );
  return yes({ bytes, contentType: "application/pdf", fileName: `arbetsmote-${on}.pdf` });
});

/** The doors of the work meeting. */
export function meetingRoutes(readAgenda: ReadAgenda): readonly Route[] {
  /** Everything that could be on the agenda of that day now. */
  const candidatesOf = async (ask: Ask, all: readonly agenda.Listed[], on: Day) => {
    const slug = ask.partnership?.slug ?? "";
    const today = dayOf(ask.at);
    const picture = await readPicture(ask.tx, here(ask));
    const { question: shared } = readQuestion({ delning: "gemensamt" });
    const news = picture === undefined ? undefined : newsOf(picture.columns.events, shared, picture.sources, today);
    const when = { since: agenda.sinceOf(all, on), today };
    return [
      ...agenda.followUps(all, on, slug),
      ...(news === undefined ? [] : agenda.newsCandidates(news, slug)),
      ...(await readAgenda(ask.tx, { id: here(ask), slug }, when)),
      ...agenda.problemCandidates(await problemsOf(ask.tx, here(ask)), slug),
      ...agenda.broughtBack(all),
    ];
  };

  const planMeeting = command(api.planMeeting, {
    rule: agenda.plan,
    load: async ({ on }, ask: Ask) => {
      const all = await store.meetingsOf(ask.tx, here(ask));
      return {
        partnershipId: here(ask),
        days: all.map((one) => one.on),
        candidates: await candidatesOf(ask, all, on),
      };
    },
    write: async (meeting, ask: Ask) => {
      await store.addMeeting(ask.tx, here(ask), meeting);
      return { on: meeting.on };
    },
    subject: ({ id }) => id,
  });

  const gatherAgenda = command(api.gatherAgenda, {
    rule: agenda.gather,
    load: async (input, ask: Ask) => {
      const loaded = await load(input, ask);
      if (loaded === undefined) return undefined;
      const all = await store.meetingsOf(ask.tx, here(ask));
      return { ...loaded, candidates: await candidatesOf(ask, all, input.on) };
    },
    write: async (items, ask: Ask, _input, { meeting }) => {
      await store.addItems(ask.tx, { partnershipId: here(ask), meeting }, items);
      return { added: items.length };
    },
    subject: (_items) => undefined,
  });

  return [
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
  ];
}
