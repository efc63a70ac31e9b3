import type { z } from "zod";
import { grantFor, type Person } from "../ground/party.ts";
import { no, type Result, yes } from "../ground/result.ts";
import { dayOf } from "../ground/time.ts";
import { partnershipFacts, personWithGrants } from "../partnership/store.ts";
import type { Asking, House } from "../platform/server/house.ts";
import { cleanPhoto } from "../platform/server/photos.ts";
import { command, download, here, question, type Route } from "../platform/server/routes.ts";
import { hashToken } from "../platform/server/secrets.ts";
import * as api from "./api.ts";
import * as dialogue from "./dialogue.ts";
import * as left from "./left-note.ts";
import * as measurement from "./measurement.ts";
import * as observation from "./observation.ts";
import { type Attached, attachPhoto, attachPhotoPiece, PHOTO_LIMITS, type PieceOutcome } from "./photo.ts";
import { addOverride, closeOverride } from "./privacy/store.ts";
import { coverSentPhoto, removeSentPhoto, SENT_PHOTO } from "./sent-photo.ts";
import { COLLECTORS, MADE_SOURCES, registerSource, slugWithin, type Source } from "./source.ts";
import * as measured from "./store-measurements.ts";
import * as rights from "./store-left.ts";
import * as photos from "./store-photos.ts";
import * as sent from "./store-sent.ts";
import { waitingFor } from "./store-waiting.ts";
import * as store from "./store.ts";
import type { CollectDatabase } from "./tables.ts";
import * as walk from "./walk.ts";
import { managersBefore, seriesOf, walkBefore } from "./walks/series.ts";
import { ownerOfWalk, placedRowsOf, putHolding, seriesBefore, stopIdsOf } from "./walks/store.ts";

type Ask = Asking<CollectDatabase>;

/** Every door here names a partnership, and the runner has seen to it that the caller belongs to it. */
const listSources = question(api.listSources, async (_input, ask: Ask) =>
  yes({ sources: await store.sourcesOf(ask.tx, here(ask)) }),
);
const listWalks = question(api.listWalks, async (_input, ask: Ask) => {
  const walks = await store.walksOf(ask.tx, here(ask));
  const listed = [];
  for (const one of walks) {
    const before = one.state === "planned" ? walkBefore(one, walks) : undefined;
    const rows = before === undefined ? [] : await placedRowsOf(ask.tx, before.id);
    const known = before && { managersBefore: managersBefore(one.stops, { stops: before.stops, rows }) };
    listed.push({ ...outOf(one), ...known });
  }
  return yes({ walks: listed });
});
const openWalk = question(api.openWalk, async (input, ask: Ask) => {
  const found = await store.walkBySlug(ask.tx, here(ask), input.slug);
  if (found === undefined) return no("not-found");
  const { observations } = await store.observationsOf(ask.tx, here(ask), { walkId: found.id, limit: 1000 });
  const notes = walk.inStopOrder(observations, found.stops);
  return yes({ walk: outOf(found), notes: [...notes], rows: await store.protocolOf(ask.tx, found.id) });
});
const listObservations = question(api.listObservations, async (input, ask: Ask) =>
  yes(await store.observationsOf(ask.tx, here(ask), input)),
);
const openObservation = question(api.openObservation, async (input, ask: Ask) => {
  const found = await store.observationById(ask.tx, here(ask), input.id);
  if (found === undefined) return no("not-found");
  const heard = await wasHeard(ask, found);
  const before = await managersAtStop(ask, found);
  return yes({
    observation: found,
    heard,
    managersBefore: before,
    revisions: await store.revisionsOf(ask.tx, input.id),
  });
});

/** Who looked after the spot the last time the same walk was walked. */
async function managersAtStop(ask: Ask, { walkId, stopId }: observation.Observation) {
  if (walkId === undefined || stopId === undefined) return [];
  const noted = await store.walkById(ask.tx, here(ask), walkId);
  if (noted === undefined) return [];
  const { before } = await seriesBefore(ask.tx, here(ask), noted);
  return managersBefore(noted.stops, before && { stops: before.walk.stops, rows: before.rows })[stopId] ?? [];
}
const showGround = question(api.showGround, async (_input, ask: Ask) => {
  const facts = await partnershipFacts(ask.tx, here(ask));
  if (facts === undefined) return no("not-found");
  const { municipality_code: code, outline, centre_lon, centre_lat } = facts;
  return yes({ code, outline: outline ?? [], centre: [centre_lon, centre_lat] as const });
});
const listDialogues = question(api.listDialogues, async (_input, ask: Ask) =>
  yes({ dialogues: await store.dialoguesOf(ask.tx, here(ask)) }),
);
const openPublishing = question(api.openPublishing, async ({ slug }, ask: Ask) => {
  const found = await store.publishingOf(ask.tx, here(ask), slug);
  if (found === undefined) return no("not-found");
  const refused = dialogue.turningRefused(ask.person!, { partnershipId: here(ask), ...found }, ask);
  return yes({ secrecyClass: found.source.secrecyClass, owner: found.owner, refused: refused ?? null });
});
const listWaiting = question(api.listWaiting, async (_input, { person, partnership, tx, at }: Ask) =>
  person === undefined || partnership === undefined
    ? no("not-found")
    : yes({ waiting: await waitingFor(tx, partnership, person, dayOf(at)) }),
);
const listMeasurements = question(api.listMeasurements, async (input, ask: Ask) =>
  yes({ measurements: await measured.measurementsOf(ask.tx, here(ask), input.sourceId) }),
);
/** A walk with its heads where they are known; the shapes of its states differ only in what is left out. */
function outOf(one: walk.Walk) {
  return { ...one, heads: walk.wasWalked(one) ? one.heads : undefined };
}

// Observations

type NoteInput = z.output<typeof api.noteObservation.input>;
const noting = {
  rule: observation.noteObservation,
  load: async (input: NoteInput, ask: Ask) => {
    const found = input.walkId === undefined ? undefined : await store.walkById(ask.tx, here(ask), input.walkId);
    return {
      partnershipId: here(ask),
      earlier: await store.observationById(ask.tx, here(ask), input.id),
      walk: found && { sourceId: found.sourceId, stopIds: await stopIdsOf(ask.tx, found.id) },
      ownSourceId: (await ownSource(ask))?.id ?? ask.newId(),
      writer: input.handedOverFrom === undefined ? undefined : await personWithGrants(ask.tx, input.handedOverFrom),
    };
  },
  write: async ({ observation: noted, repeated, held }: observation.NotedOutcome, ask: Ask, { still }: NoteInput) => {
    if (still !== undefined && noted.walkId !== undefined) {
      const place = { partnershipId: here(ask), walkId: noted.walkId };
      await putHolding(ask.tx, place, still, { at: ask.at, by: ask.person!.id });
    }
    if (!repeated) {
      if (noted.walkId === undefined) await ensureOwnSource(ask, noted.sourceId, noted.ownerOrganisationId);
      await store.addObservation(ask.tx, here(ask), noted);
      await keepHeld(ask, noted, held);
    }
    return { id: noted.id, revision: noted.revision, receivedAt: noted.receivedAt };
  },
  subject: ({ observation: noted }: observation.NotedOutcome) => noted.id,
  said: ({ observation: noted }: observation.NotedOutcome) => ({
    kind: noted.kind,
    category: noted.category,
    sharing: noted.sharing,
    walkId: noted.walkId ?? null,
    ...(noted.handedOverBy === undefined ? {} : { handedOverFrom: noted.notedBy ?? null }),
  }),
  quiet: ({ repeated }: observation.NotedOutcome) => repeated,
};
const noteObservation = command(api.noteObservation, noting);

/** The warning that was set aside is kept beside the note, for the one who looks. */
async function keepHeld(ask: Ask, noted: observation.Observation, held: observation.NotedOutcome["held"]) {
  if (held === undefined) return;
  const { reason, kinds } = held;
  const by = { overriddenBy: ask.person!.id, overriddenAt: ask.at };
  const override = { id: ask.newId(), observationId: noted.id, kinds, reason, ...by };
  await addOverride(ask.tx, here(ask), noted.ownerOrganisationId, override);
}

/** Each organisation has its own source for what its people happen to see. */
async function ownSource(ask: Ask): Promise<Source | undefined> {
  const grant = ask.person && grantFor(ask.person, here(ask), COLLECTORS);
  const sources = await store.sourcesOf(ask.tx, here(ask));
  return sources.find(
    ({ kind, ownerOrganisationId }) => kind === "staff" && ownerOrganisationId === grant?.organisationId,
  );
}

async function ensureOwnSource(ask: Ask, id: string, ownerOrganisationId: string): Promise<void> {
  if ((await ownSource(ask)) !== undefined) return;
  const { slug, ...made } = MADE_SOURCES.staff;
  // An address nobody else comes to ask for: a clash of names would tell the other organisation that it is there.
  const own = { ...made, slug: slugWithin("own", slug, id), seenWhenShared: true };
  await store.addSource(ask.tx, here(ask), { ...own, id, ownerOrganisationId, createdAt: ask.at, example: false });
}

/** Said in a hearing: it says it, and decides who reads it. */
async function wasHeard(ask: Ask, { sourceId }: observation.Observation): Promise<boolean> {
  return (await store.sourcesOf(ask.tx, here(ask))).some(({ id, kind }) => id === sourceId && kind === "hearing");
}

async function standing(ask: Ask, id: string) {
  const found = await store.observationById(ask.tx, here(ask), id);
  return found && { partnershipId: here(ask), observation: found, imported: found.imported };
}

const reviseObservation = command(api.reviseObservation, {
  rule: observation.reviseObservation,
  load: async (input, ask: Ask) => {
    const state = await standing(ask, input.id);
    return state && { ...state, heard: await wasHeard(ask, state.observation) };
  },
  write: async ({ observation: after, repeated, held }, ask: Ask, _input, { observation: before }) => {
    if (!repeated) {
      const by = ask.person!.id;
      await closeOverride(ask.tx, after.id, { verdict: "rewritten", by, at: ask.at });
      await store.reviseObservation(ask.tx, { before, after, at: ask.at, by });
      await keepHeld(ask, after, held);
    } else if (after.written !== before.written) await store.noteWritten(ask.tx, after);
    return { id: after.id, revision: after.revision };
  },
  subject: ({ observation: after }) => after.id,
  said: ({ observation: after }) => ({ revision: after.revision }),
  quiet: ({ repeated }) => repeated,
});

const withdrawObservation = command(api.withdrawObservation, {
  rule: observation.withdrawObservation,
  load: async (input, ask: Ask) => standing(ask, input.id),
  write: async ({ observation: after, repeated }, ask: Ask) => {
    if (!repeated) await store.withdrawObservation(ask.tx, after);
    return { id: after.id };
  },
  subject: ({ observation: after }) => after.id,
  quiet: ({ repeated }) => repeated,
});

// Photos

const attachPhotoRoute = command(api.attachPhoto, {
  rule: attachPhoto,
  load: async (input, ask: Ask) => {
    const found = await store.observationById(ask.tx, here(ask), input.observationId);
    if (found === undefined) return undefined;
    const state = { partnershipId: here(ask), observation: found, imported: found.imported };
    // Whoever may not change the note does not get work done on a picture either.
    const photo = observation.mayChange(ask.person!, input, state)
      ? no("not-a-photo")
      : await cleanPhoto(ask.bytes, PHOTO_LIMITS);
    return { ...state, photo, photoIds: found.photos.map(({ id }) => id) };
  },
  write: async (attached, ask: Ask, input) => {
    if (!attached.repeated) await keepPhoto(ask, input.observationId, attached);
    const { id, alt, photo } = attached;
    return { id, width: photo.width, height: photo.height, alt };
  },
  subject: (_outcome, input) => input.observationId,
  quiet: ({ repeated }) => repeated,
});

async function keepPhoto(ask: Ask, observationId: string, { id, alt, photo }: Attached): Promise<void> {
  const { width, height, jpeg } = photo;
  await store.addPhoto(ask.tx, {
    id,
    partnership_id: here(ask),
    observation_id: observationId,
    sha256: await ask.files.put(jpeg),
    width,
    height,
    bytes: jpeg.length,
    alt,
    taken_in_at: ask.at,
  });
}

type PieceInput = z.output<typeof api.attachPhotoPiece.input>;
const piecing = {
  rule: attachPhotoPiece,
  load: async (input: PieceInput, ask: Ask) => {
    const found = await store.observationById(ask.tx, here(ask), input.observationId);
    if (found === undefined) return undefined;
    const state = { partnershipId: here(ask), observation: found, imported: found.imported };
    const before = await photos.piecesOf(ask.tx, { photoId: input.id, personId: ask.person!.id });
    const received = before.reduce((sum, { length }) => sum + length, 0);
    const isWhole = input.offset === received && received + ask.bytes.length === input.total;
    return {
      ...state,
      received,
      length: ask.bytes.length,
      // Only the last piece of a note that may be changed is worth reading a picture for.
      photo:
        isWhole && observation.mayChange(ask.person!, input, state) === undefined
          ? await cleanPhoto(Buffer.concat([...before, ask.bytes]), PHOTO_LIMITS)
          : no("not-a-photo"),
      photoIds: found.photos.map(({ id }) => id),
    };
  },
  write: async (outcome: PieceOutcome, ask: Ask, { observationId, id, offset, total }: PieceInput) => {
    if (outcome.kind === "asked") return { received: outcome.received, whole: outcome.received === total };
    if (outcome.kind === "attached") {
      await keepPhoto(ask, observationId, outcome.attached);
      await photos.dropPieces(ask.tx, { photoId: id, personId: ask.person!.id }, ask.at);
      return { received: total, whole: true };
    }
    await photos.addPiece(ask.tx, {
      photo_id: id,
      partnership_id: here(ask),
      observation_id: observationId,
      sent_by: ask.person!.id,
      piece_from: offset,
      bytes: ask.bytes,
      taken_in_at: ask.at,
    });
    return { received: outcome.received, whole: false };
  },
  subject: (_outcome: PieceOutcome, input: PieceInput) => input.observationId,
  quiet: ({ kind }: PieceOutcome) => kind !== "attached",
};
const attachPhotoPieceRoute = command(api.attachPhotoPiece, piecing);

// Notes left behind on a phone

/** Whoever left the right, as they stand today: somebody who works here no more sends nothing either. */
async function leftBy(house: House, { walkId, secret }: { readonly walkId: string; readonly secret: string }) {
  return house.database.transaction<CollectDatabase, Result<Person>>({ as: "system" }, async (tx) => {
    const right = left.maySend(await rights.rightOf(tx, hashToken(secret)), { walkId }, house.now());
    const writer = right.ok ? await personWithGrants(tx, right.value.personId) : undefined;
    return writer === undefined ? no("sending-right-gone") : yes(writer);
  });
}

const sendLeftNote = command(
  api.sendLeftNote,
  {
    ...noting,
    write: async (outcome: observation.NotedOutcome, ask: Ask, input) => {
      await noting.write(outcome, ask, input);
      return { id: input.id };
    },
    said: (outcome: observation.NotedOutcome) => ({ ...noting.said(outcome), left: true }),
  },
  { by: leftBy },
);

const sendLeftPhoto = command(
  api.sendLeftPhoto,
  {
    ...piecing,
    load: async (input, ask: Ask) => {
      const found = await store.observationById(ask.tx, here(ask), input.observationId);
      // To the writer's own notes of that walk, and to nothing else that the writer may change.
      if (found?.notedBy !== ask.person!.id || found.walkId !== input.walkId) return undefined;
      return piecing.load(input, { ...ask, bytes: Buffer.from(input.piece, "base64") });
    },
    write: async (outcome: PieceOutcome, ask: Ask, input) =>
      piecing.write(outcome, { ...ask, bytes: Buffer.from(input.piece, "base64") }, input),
  },
  { by: leftBy },
);

const keepSendingRight = command(api.keepSendingRight, {
  rule: left.keepSendingRight,
  load: async ({ walkId, secret }, ask: Ask) => ({
    partnershipId: here(ask),
    isThere: (await store.walkById(ask.tx, here(ask), walkId)) !== undefined,
    earlier: await rights.rightOf(ask.tx, hashToken(secret)),
    standing: await rights.standingRights(ask.tx, { walkId, personId: ask.person!.id, at: ask.at }),
  }),
  write: async ({ right, repeated }, ask: Ask, { secret }) => {
    if (!repeated) await rights.addRight(ask.tx, here(ask), right, { secretHash: hashToken(secret), at: ask.at });
    return { expiresAt: right.expiresAt };
  },
  subject: ({ right }) => right.walkId,
  quiet: ({ repeated }) => repeated,
});

const endSending = command(api.endSending, {
  rule: left.endSending,
  load: async ({ slug }, ask: Ask) => {
    const led = await leading(ask, slug);
    return (
      led && {
        ...led,
        walkId: led.walk.id,
        standing: await rights.standingRights(ask.tx, { walkId: led.walk.id, at: ask.at }),
      }
    );
  },
  write: async ({ walkId, ended }, ask: Ask) => {
    await rights.endRights(ask.tx, walkId, { at: ask.at, by: ask.person!.id });
    return { ended };
  },
  subject: ({ walkId }) => walkId,
  said: ({ ended }) => ({ ended }),
});

const showPhoto = download(api.showPhoto, async (input, ask: Ask) => {
  const photo = await photos.photoById(ask.tx, here(ask), input.id);
  const bytes = photo && (await ask.files.get(photo.sha256));
  return bytes === undefined ? no("not-found") : yes({ bytes, contentType: "image/jpeg" });
});

// Photos that residents have sent

async function sentPhoto(ask: Ask, id: string) {
  const photo = await sent.sentPhoto(ask.tx, here(ask), id);
  return photo && { partnershipId: here(ask), owner: photo.owner };
}

const showSentPhoto = download(api.showSentPhoto, async ({ id }, ask: Ask) => {
  const photo = await sent.sentPhoto(ask.tx, here(ask), id);
  return photo === undefined ? no("not-found") : yes({ bytes: photo.jpeg, contentType: "image/jpeg" });
});

const coverSentPhotoRoute = command(api.coverSentPhoto, {
  rule: coverSentPhoto,
  load: async (input, ask: Ask) => {
    const found = await sentPhoto(ask, input.id);
    if (found === undefined) return undefined;
    // Whoever may not look does not get work done on a picture either.
    const isRefused = coverSentPhoto.may(ask.person!, input, { ...found, photo: no("not-a-photo") }) !== undefined;
    return { ...found, photo: isRefused ? no("not-a-photo") : await cleanPhoto(ask.bytes, SENT_PHOTO) };
  },
  write: async (covered, ask: Ask, { id }) => {
    await sent.replaceSentPhoto(ask.tx, id, covered);
    return { id };
  },
  // Which one it was, the log need not know.
  subject: () => undefined,
});

const removeSentPhotoRoute = command(api.removeSentPhoto, {
  rule: removeSentPhoto,
  load: async ({ id }, ask: Ask) => sentPhoto(ask, id),
  write: async ({ id }, ask: Ask) => {
    await sent.dropSentPhoto(ask.tx, id);
    return { id };
  },
  subject: () => undefined,
});

// Walks

const planWalk = command(api.planWalk, {
  rule: walk.planWalk,
  load: async (input, ask: Ask) => {
    const facts = await partnershipFacts(ask.tx, here(ask));
    const after = input.after === undefined ? undefined : await store.walkBySlug(ask.tx, here(ask), input.after);
    if (facts === undefined || (input.after !== undefined && after === undefined)) return undefined;
    return {
      partnershipId: here(ask),
      slugs: await store.slugsIn(ask.tx, "walk", here(ask)),
      series: after && seriesOf(after),
      centre: [facts.centre_lon, facts.centre_lat] as const,
      outline: facts.outline ?? [],
    };
  },
  write: async (planned, ask: Ask) => {
    await store.addSource(ask.tx, here(ask), {
      id: planned.sourceId,
      slug: `vandring-${planned.slug}`,
      kind: "walk",
      ownerOrganisationId: grantFor(ask.person!, here(ask), walk.WALK_LEADERS)!.organisationId,
      name: planned.title,
      method: "Trygghetsvandring",
      sampleType: "self-selected",
      reliability: "fair",
      secrecyClass: "shared",
      caveat: "De som gick med säger vad de såg. De flesta som bor här gick inte med.",
      createdAt: ask.at,
      example: false,
    });
    await store.addWalk(ask.tx, here(ask), planned);
    return { slug: planned.slug, light: planned.light };
  },
  subject: ({ id }) => id,
  said: ({ slug, startsAt }) => ({ slug, startsAt }),
});

async function leading(ask: Ask, slug: string) {
  const found = await store.walkBySlug(ask.tx, here(ask), slug);
  if (found === undefined) return undefined;
  return { partnershipId: here(ask), walk: found, ownerOrganisationId: await ownerOfWalk(ask.tx, found) };
}

const answerRow = command(api.answerRow, {
  rule: walk.answerRow,
  load: async (input, ask: Ask) => {
    const led = await leading(ask, input.slug);
    const row = led && (await store.protocolOf(ask.tx, led.walk.id)).find(({ number }) => number === input.number);
    return led && row && { ...led, row };
  },
  write: async (row, ask: Ask) => {
    await store.answerProtocolRow(ask.tx, row);
    return { number: row.number };
  },
  subject: ({ id }) => id,
  said: ({ number, answer }, input) => ({ slug: input.slug, number, answer: answer?.kind ?? null }),
});

// Sources, dialogues, measurements

const registerSourceRoute = command(api.registerSource, {
  rule: registerSource,
  load: async (_input, ask: Ask) => ({
    partnershipId: here(ask),
    slugs: await store.slugsIn(ask.tx, "source", here(ask)),
  }),
  write: async ({ ...source }, ask: Ask) => {
    await store.addSource(ask.tx, here(ask), source);
    return { slug: source.slug };
  },
  subject: ({ id }) => id,
  said: ({ slug, kind }) => ({ slug, kind }),
});

const recordDialogue = command(api.recordDialogue, {
  rule: dialogue.recordDialogue,
  load: async (input, ask: Ask) => {
    const source = await store.sourceBySlug(ask.tx, here(ask), input.source);
    return source && { partnershipId: here(ask), source, slugs: await store.slugsIn(ask.tx, "dialogue", here(ask)) };
  },
  write: async (recorded, ask: Ask) => {
    await store.addDialogue(ask.tx, here(ask), recorded);
    return { slug: recorded.slug };
  },
  subject: ({ id }) => id,
  said: ({ slug }) => ({ slug }),
});

const publishDialogue = command(api.publishDialogue, {
  rule: dialogue.publishDialogue,
  load: async ({ slug }, ask: Ask) => {
    const found = await store.publishingOf(ask.tx, here(ask), slug);
    return found && { partnershipId: here(ask), ...found };
  },
  write: async ({ sourceId, from, to }, ask: Ask, { slug }) => {
    if (from !== to) await store.setSecrecyClass(ask.tx, sourceId, to);
    return { slug, secrecyClass: to };
  },
  subject: ({ sourceId }) => sourceId,
  said: ({ from, to }, { slug }) => ({ slug, from, to }),
  quiet: ({ from, to }) => from === to,
});

const recordMeasurement = command(api.recordMeasurement, {
  rule: measurement.recordMeasurement,
  load: async (input, ask: Ask) => {
    const source = await store.sourceBySlug(ask.tx, here(ask), input.source);
    return source && { partnershipId: here(ask), source };
  },
  write: async (recorded, ask: Ask) => {
    await measured.addMeasurement(ask.tx, here(ask), recorded);
    return { id: recorded.id };
  },
  subject: ({ id }) => id,
});

export const collectRoutes: readonly Route[] = [
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
  attachPhotoRoute,
  attachPhotoPieceRoute,
  keepSendingRight,
  endSending,
  sendLeftNote,
  sendLeftPhoto,
  showPhoto,
  showSentPhoto,
  coverSentPhotoRoute,
  removeSentPhotoRoute,
  planWalk,
  answerRow,
  registerSourceRoute,
  recordDialogue,
  publishDialogue,
  recordMeasurement,
];
