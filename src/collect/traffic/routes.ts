import { createHash } from "node:crypto";
import { command as rule } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { partiesOf, partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { qrSvg } from "../../platform/server/qr.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { COLLECTORS, freeSlug, MADE_SOURCES, type Source, mayCollect } from "../source.ts";
import * as sent from "../store-sent.ts";
import { addMeasurement } from "../store-measurements.ts";
import * as collect from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { mayNameCause } from "./comparison.ts";
import * as complaints from "./complaint.ts";
import { readHandedIn } from "./handed-in.ts";
import * as measured from "./measured.ts";
import { type MeterPeek, type MeterReading, peekMeter, readMeter } from "./meter-file.ts";
import { summarise } from "./speed.ts";
import * as publishing from "./published.ts";
import * as residents from "./store-residents.ts";
import { addPublishedRoad, publishedRoad, removePublishedRoad } from "./store-published.ts";
import * as store from "./store.ts";
import * as regret from "./taken-back.ts";
import * as threads from "./thread.ts";
import type { Thread } from "./thread.ts";
import { namesOf, sayInPicture } from "./words.ts";

type Ask = Asking<CollectDatabase>;
/** What a packed file may unpack to. */
const UNPACKED_LIMIT = 250 * 1024 * 1024;
const ROWS_SHOWN = 5;

const listThreads = question(api.listThreads, async (_input, ask: Ask) => {
  const counts = await store.countsOfMeasurements(ask.tx, here(ask));
  const all = await store.threadsOf(ask.tx, here(ask));
  return yes({ threads: all.map((thread) => ({ ...outOf(thread), measurements: counts.get(thread.id) ?? 0 })) });
});

const openThread = question(api.openThread, async (input, ask: Ask) => {
  const thread = await store.threadByNumber(ask.tx, here(ask), input.number);
  if (thread === undefined) return no("not-found");
  const handedIn = await store.complaintsOf(ask.tx, thread.id);
  const ids = handedIn.map(({ id }) => id);
  const photos = await sent.sentWith(ask.tx, "complaint_id", ids);
  const all = await store.threadsOf(ask.tx, here(ask));
  const earlier = all.find(
    (one) =>
      one.number < thread.number &&
      one.ownerOrganisationId === thread.ownerOrganisationId &&
      complaints.isSameStretch(one.stretch, thread.stretch),
  );
  const published = await publishedRoad(ask.tx, thread.id);
  return yes({
    thread: outOf(thread),
    earlier: earlier?.number ?? null,
    complaints: handedIn.map((one) => ({ ...one, photo: photos.get(one.id)?.[0] })),
    measurements: await store.measurementsOf(ask.tx, thread.id),
    proposals: await store.proposalsOf(ask.tx, thread.id),
    published: published === undefined ? null : { slug: publishing.roadSlug(thread), on: published.publishedOn },
  });
});

/** A thread with its name where the door wants one; the shapes of its states differ only in what is left out. */
function outOf(thread: Thread) {
  return { ...thread, stretch: { ...thread.stretch, name: thread.stretch.name ?? "" } };
}

async function taking(ask: Ask): Promise<complaints.Taking> {
  await store.holdThreads(ask.tx, here(ask));
  const theirs = grantsIn(ask.person!, here(ask), COLLECTORS).map(({ organisationId }) => organisationId);
  const all = await store.threadsOf(ask.tx, here(ask));
  return {
    partnershipId: here(ask),
    threads: all.filter((thread) => theirs.includes(thread.ownerOrganisationId)),
    lastNumber: all[0]?.number ?? 0,
  };
}

/** Into its thread, and among what the picture counts. */
async function landComplaint(taken: complaints.TakenIn, ask: Ask): Promise<void> {
  const { complaint, thread, isNew } = taken;
  if (isNew) await store.addThread(ask.tx, here(ask), thread);
  else await store.saveThread(ask.tx, thread);
  const source = await madeSource(ask, "resident-report", complaint.ownerOrganisationId);
  const word = sayInPicture(complaint.kind);
  const seen = complaints.observationOf(taken, { id: ask.newId(), sourceId: source.id, word, at: ask.at });
  await collect.addObservation(ask.tx, here(ask), seen);
  await store.addComplaint(ask.tx, here(ask), thread.id, complaint, { observationId: seen.id });
}

const takeInComplaint = command(api.takeInComplaint, {
  rule: complaints.takeInComplaint,
  load: async (_input, ask: Ask) => taking(ask),
  write: async (taken, ask: Ask) => {
    await landComplaint(taken, ask);
    const { thread, isNew } = taken;
    return { number: thread.number, complaints: thread.complaints, isNew };
  },
  subject: ({ thread }) => thread.id,
  said: ({ thread, complaint }) => ({ number: thread.number, kind: complaint.kind }),
});

// What residents have handed in

const listHandedIn = question(api.listHandedIn, async ({ after }, ask: Ask) => {
  const address = `${ask.site.origin}/${ask.partnership?.slug ?? ""}/synpunkt/trafik`;
  const total = await residents.countWaiting(ask.tx, here(ask));
  const rows = await residents.waitingOf(ask.tx, here(ask), after);
  const ids = rows.map(({ id }) => id);
  const photos = await sent.sentWith(ask.tx, "handed_in_id", ids);
  const waiting = rows.map((row) => ({ ...row, photo: photos.get(row.id)?.[0] }));
  return yes({ address, qr: qrSvg(address), total, waiting });
});

const readHandedInRoute = command(api.readHandedIn, {
  rule: readHandedIn,
  load: async (input, ask: Ask) => {
    const found = await residents.heldHandedIn(ask.tx, here(ask), input.id);
    const photo = (await sent.sentWith(ask.tx, "handed_in_id", [input.id])).get(input.id)?.[0];
    return found && { ...(await taking(ask)), ...found, look: photo?.look };
  },
  write: async (read, ask: Ask) => {
    if (read.state === "kept") {
      await landComplaint(read.takenIn, ask);
      await sent.moveToComplaint(ask.tx, read.id, read.takenIn.complaint.id);
    } else await sent.dropSentWith(ask.tx, "handed_in_id", [read.id]);
    await residents.markRead(ask.tx, read);
    return { id: read.id, state: read.state, number: read.state === "kept" ? read.takenIn.thread.number : undefined };
  },
  // Which one it was would put them in order by the log's clock.
  subject: () => undefined,
  said: (read) => ({ state: read.state, reason: read.state === "set-aside" ? read.reason : null }),
});

async function standing(ask: Ask, number: number) {
  await store.holdThreads(ask.tx, here(ask), number);
  const thread = await store.threadByNumber(ask.tx, here(ask), number);
  return thread && { partnershipId: here(ask), thread };
}
const stepped = { subject: (thread: Thread) => thread.id, said: ({ number, state }: Thread) => ({ number, state }) };
async function step(thread: Thread, ask: Ask) {
  await store.saveThread(ask.tx, thread);
  return { number: thread.number, state: thread.state };
}

const triageThread = command(api.triageThread, {
  rule: threads.triage,
  load: async (input, ask: Ask) => standing(ask, input.number),
  write: step,
  ...stepped,
});

const judgeThread = command(api.judgeThread, {
  rule: threads.judge,
  load: async (input, ask: Ask) => standing(ask, input.number),
  write: step,
  ...stepped,
});

const standingOf = async (ask: Ask, { id }: Thread) => regret.standingOf(await store.measurementsOf(ask.tx, id));
async function standingMeasured(ask: Ask, number: number) {
  const found = await standing(ask, number);
  return found && { ...found, measurements: await store.measurementsOf(ask.tx, found.thread.id) };
}

const takeBack = command(api.takeBack, {
  rule: regret.takeBack,
  load: async (input, ask: Ask) => standingMeasured(ask, input.number),
  write: step,
  ...stepped,
});

const takeBackMeasurement = command(api.takeBackMeasurement, {
  rule: regret.takeBackMeasurement,
  load: async (input, ask: Ask) => {
    const found = await standingMeasured(ask, input.number);
    return found?.measurements.some(({ id }) => id === input.id) === true ? found : undefined;
  },
  write: async ({ thread, measurement }, ask: Ask) => {
    await store.withdrawMeasurement(ask.tx, measurement);
    return step(thread, ask);
  },
  subject: ({ thread }) => thread.id,
  said: ({ thread }) => ({ number: thread.number, state: thread.state }),
});

const measureAgain = command(api.measureAgain, {
  rule: threads.measureAgain,
  load: async (input, ask: Ask) => standing(ask, input.number),
  write: step,
  ...stepped,
});

const answerThread = command(api.answerThread, {
  rule: threads.answerThread,
  load: async (input, ask: Ask) => {
    const found = await standing(ask, input.number);
    return found && { ...found, causeKnown: mayNameCause(await standingOf(ask, found.thread)) };
  },
  write: async (thread, ask: Ask) => ({ ...(await step(thread, ask)), answered: thread.complaints }),
  ...stepped,
});

const proposeAction = command(api.proposeAction, {
  rule: threads.proposeAction,
  load: async (input, ask: Ask) => {
    const found = await standing(ask, input.number);
    const parties = await partiesOf(ask.tx, here(ask));
    const to = parties.find(({ kind }) => kind === input.to);
    return found && { ...found, toOrganisationId: to?.organisationId };
  },
  write: async ({ thread, proposal }, ask: Ask) => {
    const output = await step(thread, ask);
    await store.addProposal(ask.tx, here(ask), thread, proposal);
    return { ...output, id: proposal.id };
  },
  subject: ({ thread }) => thread.id,
  said: ({ thread, proposal }) => ({ number: thread.number, action: proposal.action, to: proposal.to }),
});

const replyToProposal = command(api.replyToProposal, {
  rule: threads.replyToProposal,
  load: async (input, ask: Ask) => {
    const proposal = await store.proposalById(ask.tx, here(ask), input.id);
    return proposal && { partnershipId: here(ask), proposal };
  },
  write: async (proposal, ask: Ask) => {
    await store.saveReply(ask.tx, proposal);
    return { id: proposal.id };
  },
  subject: ({ id }) => id,
  said: ({ reply }) => ({ reply: reply?.kind ?? null }),
});

async function deciding(ask: Ask, number: number) {
  const found = await standing(ask, number);
  if (found === undefined) return undefined;
  const handedIn = await store.complaintsOf(ask.tx, found.thread.id);
  const isPublished = (await publishedRoad(ask.tx, found.thread.id)) !== undefined;
  return { ...found, complaints: handedIn.map(({ kind }) => kind), isPublished };
}

const publishRoad = command(api.publishRoad, {
  rule: publishing.publishRoad,
  load: async (input, ask: Ask) => deciding(ask, input.number),
  write: async (road, ask: Ask, { number }) => {
    await addPublishedRoad(ask.tx, here(ask), road, { by: ask.person!.id });
    const thread = await store.threadByNumber(ask.tx, here(ask), number);
    return { slug: publishing.roadSlug(thread!), on: road.publishedOn };
  },
  subject: ({ threadId }) => threadId,
  said: (_road, { number }) => ({ number }),
});

const takeBackRoad = command(api.takeBackRoad, {
  rule: publishing.takeBackRoad,
  load: async (input, ask: Ask) => deciding(ask, input.number),
  write: async ({ id, number }, ask: Ask) => {
    await removePublishedRoad(ask.tx, id);
    return { number };
  },
  subject: ({ id }) => id,
  said: ({ number }) => ({ number }),
});

// Files

type Peeking = { readonly partnershipId: string; readonly thread: Thread; readonly peeked: MeterPeek | undefined };

const peekAtMeterFile = command(api.peekAtMeterFile, {
  rule: rule({
    event: "file.peeked-at",
    may: (person: Person, _input: unknown, { partnershipId }: Peeking) =>
      grantsIn(person, partnershipId, COLLECTORS).length > 0 ? undefined : { why: "not-yours" },
    decide: (_input: unknown, { peeked }: Peeking) =>
      peeked === undefined ? no("not-a-meter-file", { field: "file" }) : yes(peeked),
  }),
  load: async (input, ask: Ask) => {
    const found = await standing(ask, input.number);
    return found && { ...found, peeked: await peekMeter(bytesOf(ask)) };
  },
  write: async (peeked, ask: Ask, input) => {
    const meter = measured.recognised(await store.metersOf(ask.tx, here(ask)), peeked);
    const mapping = input.mapping ?? meter?.mapping ?? peeked.guess;
    const { separator, encoding, headingRow, heading } = peeked;
    const shown = { separator, encoding, headingRow, heading, rows: peeked.rows.slice(0, ROWS_SHOWN), mapping, meter };
    if (mapping === undefined) return shown;
    return { ...shown, read: readOut(await readMeter(ask.bytes, mapping, UNPACKED_LIMIT)) };
  },
  subject: () => undefined,
  quiet: () => true,
});

/** The file, where it comes from somebody who may lay it here. */
const bytesOf = (ask: Ask) => (mayCollect(ask.person, here(ask)) ? ask.bytes : new Uint8Array());

/** What a reading comes to before it is kept. */
function readOut({ measured: all, odd, oddCount, rows }: MeterReading) {
  const summary = summarise(all, 0);
  const { n = 0, withSpeed = 0, from, to } = summary ?? {};
  return { rows, vehicles: n, withoutSpeed: n - withSpeed, odd, oddCount, from, to }; // prettier-ignore
}

const layMeasurement = command(api.layMeasurement, {
  rule: measured.layMeasurement,
  load: async (input, ask: Ask) => {
    const found = await standing(ask, input.number);
    const facts = await partnershipFacts(ask.tx, here(ask));
    if (found === undefined || facts === undefined) return undefined;
    const bytes = bytesOf(ask);
    const peeked = await peekMeter(bytes);
    return {
      ...found,
      countyCode: facts.county_code,
      peeked,
      reading: peeked && (await readMeter(bytes, input.mapping, UNPACKED_LIMIT)),
      fileHash: createHash("sha256").update(bytes).digest("hex"),
      earlier: await standingOf(ask, found.thread),
      meters: await store.metersOf(ask.tx, here(ask)),
    };
  },
  write: async ({ thread, measurement, meter, isNewMeter }, ask: Ask) => {
    if (isNewMeter) await store.addMeter(ask.tx, here(ask), thread.ownerOrganisationId, meter);
    else await store.saveMeter(ask.tx, meter);
    const overId = ask.newId();
    await store.addTrafficMeasurement(ask.tx, here(ask), thread, measurement, overId);
    await store.saveThread(ask.tx, thread);
    await landAmongMeasurements(ask, thread, measurement, overId);
    return measurement;
  },
  subject: ({ thread }) => thread.id,
  said: ({ thread, measurement }) => ({ number: thread.number, vehicles: measurement.summary.n }),
});

/** V85 and the share over the limit stand among the partnership's measurements too, so that the picture sees them and a problem can cite them. */
async function landAmongMeasurements(
  ask: Ask,
  thread: Thread,
  measurement: measured.TrafficMeasurement,
  overId: string,
) {
  const source = await madeSource(ask, "traffic-measurement", thread.ownerOrganisationId);
  const names = namesOf(measured.placeMeasured(thread, measurement).name ?? "", measurement);
  for (const one of measured.landedMeasurements(thread, measurement, { sourceId: source.id, overId, names }))
    await addMeasurement(ask.tx, here(ask), one);
}

const METER_SOURCE = {
  kind: "traffic-measurement",
  slug: "trafikmatningar",
  name: "Trafikmätningar",
  method: "Radar, slang eller display vid vägen. V85 och andelar räknas ur mätarens fil.",
  sampleType: "total",
  reliability: "high",
  secrecyClass: "shared",
  caveat: "En vecka på en plats. Intervallet täcker slumpen bland fordonen, inte hur veckor skiljer sig.",
} as const;

/** Each organisation has its own source for what its meters measure, and one for what residents say, made the first time it is needed. */
async function madeSource(
  ask: Ask,
  kind: "traffic-measurement" | "resident-report",
  ownerOrganisationId: string,
): Promise<Source> {
  const made = kind === "resident-report" ? MADE_SOURCES[kind] : METER_SOURCE;
  const sources = await collect.sourcesOf(ask.tx, here(ask));
  const own = sources.find(
    (source) =>
      source.kind === kind &&
      source.ownerOrganisationId === ownerOrganisationId &&
      (kind === "traffic-measurement" || source.name === made.name),
  );
  if (own !== undefined) return own;
  const source: Source = {
    ...made,
    id: ask.newId(),
    slug: freeSlug(made.slug, await collect.slugsIn(ask.tx, "source", here(ask))),
    ownerOrganisationId,
    createdAt: ask.at,
    example: false,
  };
  await collect.addSource(ask.tx, here(ask), source);
  return source;
}

export const trafficRoutes: readonly Route[] = [
  listThreads,
  openThread,
  listHandedIn,
  readHandedInRoute,
  takeInComplaint,
  triageThread,
  judgeThread,
  takeBack,
  takeBackMeasurement,
  proposeAction,
  replyToProposal,
  measureAgain,
  answerThread,
  publishRoad,
  takeBackRoad,
  peekAtMeterFile,
  layMeasurement,
];
