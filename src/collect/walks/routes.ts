import { grantFor } from "../../ground/party.ts";
import { yes, no } from "../../ground/result.ts";
import { dayOf, type Instant } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { csvOf } from "../../ground/csv.ts";
import { icalendarOf } from "../../ground/icalendar.ts";
import type { Position } from "../../ground/place.ts";
import { partiesOf, partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { qrSvg } from "../../platform/server/qr.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import { establishProtocol } from "../api.ts";
import { standingRights } from "../store-left.ts";
import * as collect from "../store.ts";
import { lightAt, sunOn } from "../sun.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Walk } from "../walk.ts";
import { kinds } from "../words.ts";
import * as api from "./api.ts";
import * as heads from "./heads.ts";
import * as letter from "./letter.ts";
import * as meetings from "./meetings.ts";
import * as plan from "./plan.ts";
import * as point from "./point.ts";
import * as protocol from "./protocol.ts";
import { invitationPaper, protocolCells, protocolHeads, protocolPaper, sheetsPaper } from "./screens/paper.ts";
import { letterPaper } from "./screens/letter-paper.ts";
import { meetingIs, words } from "./screens/words.ts";
import type { Became } from "./series.ts";
import * as sheet from "./sheet.ts";
import * as stops from "./stops.ts";
import * as store from "./store.ts";
import * as viewpoints from "./viewpoints.ts";

type Ask = Asking<CollectDatabase>;
/** What has become of points since they were answered: the stage that knows it comes later on the line, so main hands it in. */
export type ReadBecame = (tx: Ask["tx"], partnershipId: string) => Promise<ReadonlyMap<string, Became>>;

// What the desk asks

const askLight = question(api.askLight, async ({ at }, ask: Ask) => {
  const centre = await centreOf(ask);
  return yes({ light: lightAt(at, centre), sunset: sunOn(dayOf(at), centre)?.set });
});

async function centreOf(ask: Ask): Promise<Position> {
  const facts = await partnershipFacts(ask.tx, here(ask));
  if (facts === undefined) throw new Error("A partnership somebody was let into is not there");
  return [facts.centre_lon, facts.centre_lat];
}

async function sunsetOf(ask: Ask, walk: Walk): Promise<Instant | undefined> {
  const where = walk.route[0] ?? walk.stops.find(({ position }) => position)?.position ?? (await centreOf(ask));
  return sunOn(dayOf(walk.startsAt), where)?.set;
}

// Before the walk

const arrangeWalk = command(api.arrangeWalk, {
  rule: meetings.arrangeWalk,
  load: async ({ slug }, ask: Ask) => {
    const walk = await held(ask, slug);
    return walk && { partnershipId: here(ask), walk, ownerOrganisationId: await store.ownerOfWalk(ask.tx, walk) };
  },
  write: async ({ walkId, arranged }, ask: Ask, { slug }) => {
    await store.putArrangement(ask.tx, { partnershipId: here(ask), walkId }, { arranged, at: ask.at });
    return { slug };
  },
  subject: ({ walkId }) => walkId,
  said: (_outcome, { slug }) => ({ slug }),
});

const walkCalendar = download(api.walkCalendar, async ({ slug }, ask: Ask) => {
  const walk = await collect.walkBySlug(ask.tx, here(ask), slug);
  if (walk === undefined) return no("not-found");
  const cancelled = walk.state === "cancelled";
  const planned = meetings.meetingsOf(walk, await store.arrangementOf(ask.tx, walk.id));
  const bytes = icalendarOf(
    planned.map(({ which, from, to, place }) => ({
      uid: `${which}.${walk.id}@samsyn`,
      when: { kind: "meeting", from, to },
      place,
      title: say(meetingIs[which], ask.lang, {
        title: cancelled ? say(words.struckOut, ask.lang, { title: walk.title }) : walk.title,
      }),
      about: cancelled ? walk.reason : say(words.inviteNoNames, ask.lang),
      sequence: walk.revision,
      cancelled,
    })),
    ask.at,
  );
  return yes({ bytes, contentType: "text/calendar; charset=utf-8", fileName: `vandring-${slug}.ics` });
});

const changePlan = command(api.changePlan, {
  rule: plan.changePlan,
  load: async ({ slug }, ask: Ask) => {
    const walk = await held(ask, slug);
    return (
      walk && {
        partnershipId: here(ask),
        walk,
        ownerOrganisationId: await store.ownerOfWalk(ask.tx, walk),
        arranged: await store.arrangementOf(ask.tx, walk.id),
        centre: await centreOf(ask),
      }
    );
  },
  write: async (planned, ask: Ask) => {
    await store.putPlan(ask.tx, planned);
    return { light: planned.light, revision: planned.revision };
  },
  subject: ({ id }) => id,
  said: ({ slug, startsAt, isOpen }) => ({ slug, startsAt, isOpen }),
});

const cancelWalk = command(api.cancelWalk, {
  rule: plan.cancelWalk,
  load: async ({ slug }, ask: Ask) => {
    const walk = await held(ask, slug);
    return walk && { partnershipId: here(ask), walk, ownerOrganisationId: await store.ownerOfWalk(ask.tx, walk) };
  },
  write: async (cancelled, ask: Ask) => {
    await store.cancelWalk(ask.tx, cancelled);
    return { slug: cancelled.slug };
  },
  subject: ({ id }) => id,
  said: ({ slug, reason }) => ({ slug, reason }),
});

const noteViewpoints = command(api.noteViewpoints, {
  rule: viewpoints.noteViewpoints,
  load: async ({ slug }, ask: Ask) => {
    const walk = await held(ask, slug);
    return walk && { partnershipId: here(ask), walk, ownerOrganisationId: await store.ownerOfWalk(ask.tx, walk) };
  },
  write: async ({ walk, added, asked }, ask: Ask) => {
    await store.addStops(ask.tx, here(ask), walk.id, added);
    for (const stop of asked) await store.askAtStop(ask.tx, stop);
    return { stops: added.length, questions: asked.length };
  },
  subject: ({ walk }) => walk.id,
  said: ({ walk, added, asked }) => ({ slug: walk.slug, stops: added.length, questions: asked.length }),
});

const setStops = command(api.setStops, {
  rule: stops.setStops,
  load: async ({ slug }, ask: Ask) => {
    const walk = await held(ask, slug);
    const facts = await partnershipFacts(ask.tx, here(ask));
    if (walk === undefined || facts === undefined) return undefined;
    return {
      partnershipId: here(ask),
      walk,
      ownerOrganisationId: await store.ownerOfWalk(ask.tx, walk),
      ground: { outline: facts.outline ?? [], centre: [facts.centre_lon, facts.centre_lat] as const },
      notesAt: await store.notesAtStops(ask.tx, walk.id),
    };
  },
  write: async (routed, ask: Ask) => {
    await store.putStops(ask.tx, here(ask), routed, ask.at);
    const placed = routed.walk.stops.filter(({ position }) => position !== undefined).length;
    return { stops: routed.walk.stops.length, placed };
  },
  subject: ({ walk }) => walk.id,
  said: ({ walk, added, removed }) => ({
    slug: walk.slug,
    stops: walk.stops.length,
    added: added.length,
    removed: removed.length,
  }),
});

async function held(ask: Ask, slug: string): Promise<Walk | undefined> {
  const walk = await collect.walkBySlug(ask.tx, here(ask), slug);
  if (walk !== undefined) await store.holdWalk(ask.tx, walk.id);
  return walk && collect.walkBySlug(ask.tx, here(ask), slug);
}

// When it has been walked

/** A walk and what its groups have counted; held, so that two phones that come home at once are both heard. */
async function counting({ slug }: { readonly slug: string }, ask: Ask) {
  const walk = await held(ask, slug);
  if (walk === undefined) return undefined;
  const ownerOrganisationId = await store.ownerOfWalk(ask.tx, walk);
  return { partnershipId: here(ask), walk, ownerOrganisationId, counts: await store.countsOf(ask.tx, walk.id) };
}

async function keepCount({ walk, count }: { readonly walk: Walk; readonly count: heads.GroupCount }, ask: Ask) {
  await collect.changeWalk(ask.tx, walk);
  const told = { at: ask.at, by: ask.person!.id };
  await store.putCount(ask.tx, { partnershipId: here(ask), walkId: walk.id }, count, told);
}

const finishWalk = command(api.finishWalk, {
  rule: heads.finishWalk,
  load: counting,
  write: async (finished, ask: Ask) => {
    if (!finished.repeated) await keepCount(finished, ask);
    return { slug: finished.walk.slug };
  },
  subject: ({ walk }) => walk.id,
  said: ({ walk: { slug }, count: { heads: counted } }) => ({ slug, heads: counted }),
  quiet: ({ repeated }) => repeated,
});

const correctHeads = command(api.correctHeads, {
  rule: heads.correctHeads,
  load: async (input, ask: Ask) => {
    const state = await counting(input, ask);
    const count = state?.counts.find(({ group }) => group === input.group);
    return state && count && { ...state, count };
  },
  write: async (corrected, ask: Ask, { slug }) => {
    await keepCount(corrected, ask);
    return { slug };
  },
  subject: ({ walk }) => walk.id,
  said: ({ count: { heads: counted } }, { slug }) => ({ slug, heads: counted }),
});

// The protocol

/** What a decision about the protocol knows; the walk is held until it is decided. */
async function desk({ slug }: { readonly slug: string }, ask: Ask) {
  const walk = await held(ask, slug);
  return walk && store.deskOf(ask.tx, here(ask), walk);
}

/** Written down beside the note: what was decided of it. */
async function decided(work: protocol.NoteWork, ask: Ask, { walk }: protocol.Desk) {
  await store.putWork(ask.tx, here(ask), walk.id, { work, at: ask.at, by: ask.person!.id });
  return { id: work.observationId, into: work.mergedInto };
}
const aboutNote = (work: protocol.NoteWork) => work.observationId;

const mergeNote = command(api.mergeNote, {
  rule: protocol.mergeNote,
  load: desk,
  write: (work, ask: Ask, _input, state) => decided(work, ask, state),
  subject: aboutNote,
  said: ({ mergedInto }) => ({ into: mergedInto ?? null }),
});
const rewriteNote = command(api.rewriteNote, {
  rule: protocol.rewriteNote,
  load: desk,
  write: (work, ask: Ask, _input, state) => decided(work, ask, state),
  subject: aboutNote,
});
const reviewNote = command(api.reviewNote, {
  rule: protocol.reviewNote,
  load: desk,
  write: (work, ask: Ask, _input, state) => decided(work, ask, state),
  subject: aboutNote,
  said: ({ reviewedRevision }) => ({ revision: reviewedRevision ?? null }),
});

const establishProtocolRoute = command(establishProtocol, {
  rule: protocol.establishProtocol,
  load: desk,
  write: async ({ walk, rows }, ask: Ask) => {
    await collect.changeWalk(ask.tx, walk);
    await collect.addProtocolRows(ask.tx, here(ask), walk.id, rows);
    return { slug: walk.slug, rows: rows.length };
  },
  subject: ({ walk }) => walk.id,
  said: ({ walk, rows }) => ({ slug: walk.slug, rows: rows.length }),
});
const complementProtocol = command(api.complementProtocol, {
  rule: protocol.complementProtocol,
  load: desk,
  write: async ({ walk, rows }, ask: Ask) => {
    await collect.addProtocolRows(ask.tx, here(ask), walk.id, rows);
    return { rows: rows.length };
  },
  subject: ({ walk }) => walk.id,
  said: ({ walk, rows }) => ({ slug: walk.slug, rows: rows.length }),
});
const publishProtocol = command(api.publishProtocol, {
  rule: protocol.publishProtocol,
  load: desk,
  write: async (walk, ask: Ask) => {
    await collect.changeWalk(ask.tx, walk);
    await store.publishLateRows(ask.tx, walk.id);
    return { publishedAt: walk.publishedAt! };
  },
  subject: ({ id }) => id,
  said: ({ slug }) => ({ slug }),
});
const registerProtocol = command(api.registerProtocol, {
  rule: protocol.registerProtocol,
  load: desk,
  write: async (walk, ask: Ask) => {
    await collect.changeWalk(ask.tx, walk);
    return { registryNumber: walk.registryNumber ?? "" };
  },
  subject: ({ id }) => id,
  said: ({ slug }) => ({ slug }),
});

// To those who look after the spots

const sendPoints = command(api.sendPoints, {
  rule: letter.sendPoints,
  load: desk,
  write: async ({ walkId, letter: sent }, ask: Ask) => {
    await store.putLetter(ask.tx, { partnershipId: here(ask), walkId }, sent, ask.person!.id);
    return { points: sent.points };
  },
  subject: ({ walkId }) => walkId,
  said: ({ letter: { manager, points, replyBy } }, { slug }) => ({ slug, manager, points, replyBy }),
});

/** Who answers for the municipality's spots. */
async function municipalityHere(ask: Ask): Promise<string> {
  const found = (await partiesOf(ask.tx, here(ask))).find(({ kind }) => kind === "municipality");
  if (found === undefined) throw new Error("A partnership without a municipality");
  return found.organisationId;
}

const listPointsSent = question(api.listPointsSent, async (_input, ask: Ask) => {
  const points = await store.pointsSent(ask.tx, here(ask));
  const municipality = await municipalityHere(ask);
  return yes({
    points: points.map(({ isAnswered, ...one }) => ({
      ...one,
      state: point.stateOf({ isSent: true, reply: one.reply, isAnswered }) as Exclude<point.PointState, "registered">,
    })),
    mine: grantFor(ask.person!, here(ask), point.POINT_TAKERS)?.organisationId === municipality,
  });
});

const replyToPoint = command(api.replyToPoint, {
  rule: point.replyToPoint,
  load: async ({ id }, ask: Ask) => {
    const row = await store.pointById(ask.tx, here(ask), id);
    return row && { ...row, partnershipId: here(ask), managerOrganisationId: await municipalityHere(ask) };
  },
  write: async (replied, ask: Ask) => {
    await store.putReply(ask.tx, here(ask), { ...replied, by: ask.person!.id });
    return { id: replied.rowId, kind: replied.reply.kind };
  },
  subject: ({ rowId }) => rowId,
  said: ({ reply: { kind, mayBe } }) => ({ kind, mayBe: mayBe ?? null }),
});

const printLetter = download(api.printLetter, async ({ slug, manager, replyBy }, ask: Ask) => {
  const walk = await collect.walkBySlug(ask.tx, here(ask), slug);
  if (walk === undefined) return no("not-found");
  if (walk.state !== "protocol") return no("protocol-not-established");
  const rows = letter.pointsOf(await collect.protocolOf(ask.tx, walk.id), manager);
  if (rows.length === 0) return no("nothing-for-manager");
  const bytes = pdfOf(letterPaper(walk, rows, { ...(await namesOf(ask)), manager, replyBy, at: ask.at }));
  return yes({ bytes, contentType: "application/pdf", fileName: `brev-${slug}-${manager}.pdf` });
});

// Sheets

const typeSheetRow = command(api.typeSheetRow, {
  rule: sheet.typeSheetRow,
  load: async ({ slug, observationId, ...row }, ask: Ask) => {
    const walk = await collect.walkBySlug(ask.tx, here(ask), slug);
    if (walk === undefined) return undefined;
    const note = observationId && (await collect.observationById(ask.tx, here(ask), observationId));
    const typed = await store.sheetRowsOf(ask.tx, walk.id);
    return {
      partnershipId: here(ask),
      walkId: walk.id,
      earlier: typed.find((one) => one.sheet === row.sheet && one.number === row.number),
      noteWalkId: note ? note.walkId : undefined,
    };
  },
  write: async ({ row, repeated }, ask: Ask, _input, { walkId }) => {
    if (!repeated) await store.putSheetRow(ask.tx, here(ask), walkId, { row, at: ask.at, by: ask.person!.id });
    return { sheet: row.sheet, number: row.number };
  },
  subject: ({ row }) => row.observationId,
  said: ({ row }, { slug }) => ({
    slug,
    sheet: row.sheet,
    number: row.number,
    unreadable: row.observationId === undefined,
  }),
  quiet: ({ repeated }) => repeated,
});

// Paper

async function namesOf(ask: Ask) {
  const facts = await partnershipFacts(ask.tx, here(ask));
  return { partnershipName: facts?.name ?? "", lang: ask.lang };
}

const downloadProtocol = download(api.downloadProtocol, async ({ slug, format }, ask: Ask) => {
  const walk = await collect.walkBySlug(ask.tx, here(ask), slug);
  if (walk === undefined) return no("not-found");
  if (walk.state !== "protocol") return no("protocol-not-established");
  const rows = await collect.protocolOf(ask.tx, walk.id);
  const replies = await store.repliesOf(ask.tx, walk.id);
  const { lang } = ask;
  if (format === "pdf") {
    const bytes = pdfOf(protocolPaper(walk, { rows, replies }, await namesOf(ask)));
    return yes({ bytes, contentType: "application/pdf", fileName: `protokoll-${slug}.pdf` });
  }
  const kindHead = say(words.kind, lang);
  const bytes = csvOf([
    [...protocolHeads(lang), kindHead],
    ...rows.map((row) => [...protocolCells(row, replies, lang), say(kinds[row.kind], lang)]),
  ]);
  return yes({ bytes, contentType: "text/csv; charset=utf-8", fileName: `protokoll-${slug}.csv` });
});

/** The doors of the desk. */
export function walkDeskRoutes(readBecame: ReadBecame): readonly Route[] {
  /** The walk before, each point with what has become of it. */
  const seriesBefore = async (ask: Ask, walk: Walk) => {
    const found = await store.seriesBefore(ask.tx, here(ask), walk);
    if (found.before === undefined) return found;
    const became = await readBecame(ask.tx, here(ask));
    const rows = found.before.rows.map((row) => ({ ...row, became: became.get(row.id) }));
    return { ...found, before: { ...found.before, rows } };
  };

  const openWalkDesk = question(api.openWalkDesk, async ({ slug }, ask: Ask) => {
    const walk = await collect.walkBySlug(ask.tx, here(ask), slug);
    if (walk === undefined) return no("not-found");
    const desk = await store.deskOf(ask.tx, here(ask), walk);
    const { series, before } = await seriesBefore(ask, walk);
    return yes({
      ownerOrganisationId: desk.ownerOrganisationId,
      toCome: [...protocol.rowsToCome(desk)],
      sheetRows: await store.sheetRowsOf(ask.tx, walk.id),
      sunset: await sunsetOf(ask, walk),
      arranged: await store.arrangementOf(ask.tx, walk.id),
      letters: await store.lettersOf(ask.tx, walk.id),
      replies: await store.repliesOf(ask.tx, walk.id),
      counts: await store.countsOf(ask.tx, walk.id),
      phones: await store.phonesOf(ask.tx, walk.id),
      sending: await standingRights(ask.tx, { walkId: walk.id, at: ask.at }),
      series: series.map((one) => ({ slug: one.slug, title: one.title, startsAt: one.startsAt, state: one.state })),
      before: before && {
        slug: before.walk.slug,
        title: before.walk.title,
        startsAt: before.walk.startsAt,
        stops: before.walk.stops,
        rows: before.rows,
      },
    });
  });

  const printWalk = download(api.printWalk, async ({ slug, paper, sheets }, ask: Ask) => {
    const walk = await collect.walkBySlug(ask.tx, here(ask), slug);
    if (walk === undefined) return no("not-found");
    const names = await namesOf(ask);
    const sunset = await sunsetOf(ask, walk);
    if (paper === "invitation") {
      if (walk.state === "cancelled") return no("walk-cancelled");
      const open = `${ask.site.origin}/${ask.partnership!.slug}/vandring/${slug}`;
      const page = walk.isOpen ? { address: open, svg: qrSvg(open) } : undefined;
      const bytes = pdfOf(invitationPaper(walk, { ...names, sunset, page }));
      return yes({ bytes, contentType: "application/pdf", fileName: `inbjudan-${slug}.pdf` });
    }
    const { before } = await seriesBefore(ask, walk);
    const address = `${ask.site.origin}/lyssna/${ask.partnership!.slug}/blad-${slug}`;
    const bytes = pdfOf(
      sheetsPaper({
        ...names,
        walk,
        sunset,
        before: before && { stops: before.walk.stops, rows: before.rows },
        sheets,
        qr: qrSvg,
        addressOf: (query) => address + query,
      }),
    );
    return yes({ bytes, contentType: "application/pdf", fileName: `blad-${slug}.pdf` });
  });

  return [
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
    establishProtocolRoute,
    complementProtocol,
    publishProtocol,
    registerProtocol,
    typeSheetRow,
    downloadProtocol,
    printWalk,
  ];
}
