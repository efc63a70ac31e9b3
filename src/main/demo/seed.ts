// Puts the demo into an empty database, through the stages' own stores: the same rows that people would have made.
import * as calendar from "../../act/calendar/store.ts";
import * as forums from "../../act/forums/store.ts";
import { addStep } from "../../act/items/store.ts";
import * as act from "../../act/store.ts";
import * as coding from "../../collect/campaigns/store-coding.ts";
import * as campaigns from "../../collect/campaigns/store.ts";
import * as collect from "../../collect/store.ts";
import { addMeasurement } from "../../collect/store-measurements.ts";
import { keepPopulation } from "../../collect/heard/store.ts";
import * as walks from "../../collect/walks/store.ts";
import * as weekly from "../../collect/weekly/store.ts";
import * as series from "../../collect/series/store.ts";
import * as hearings from "../../collect/hearings/store.ts";
import { observationOf } from "../../collect/traffic/complaint.ts";
import { landedMeasurements, placeMeasured } from "../../collect/traffic/measured.ts";
import { namesOf, sayInPicture } from "../../collect/traffic/words.ts";
import * as traffic from "../../collect/traffic/store.ts";
import { countKinds } from "../../collect/traffic/published.ts";
import { addPublishedRoad } from "../../collect/traffic/store-published.ts";
import * as residents from "../../collect/traffic/store-residents.ts";
import { wasWalked } from "../../collect/walk.ts";
import { addDecision } from "../../follow/clocks/store.ts";
import * as indicators from "../../follow/indicators/store.ts";
import { asItIs, type Draft, presetOf } from "../../follow/reports/report.ts";
import { countedOver, readInside } from "../../follow/reports/store-counted.ts";
import * as reports from "../../follow/reports/store.ts";
import { canonicalText } from "../../ground/canonical.ts";
import { dayOf, type Instant } from "../../ground/time.ts";
import { addGrant, addOrganisation, addPartnership, addPerson } from "../../partnership/store.ts";
import type { House } from "../../platform/server/house.ts";
import { noteEvent } from "../../platform/server/runner.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import * as pledge from "../../pledge/store.ts";
import { signedText } from "../../pledge/document.ts";
import type { AnySignature } from "../../pledge/signature.ts";
import * as causes from "../../prioritise/causes/store.ts";
import * as prioritise from "../../prioritise/store.ts";
import { addVillage } from "../../partnership/store-villages.ts";
import { refreshPartnership } from "../../tell/reactions.ts";
import { bodyTold } from "../../tell/report-body.ts";
import type { TellDatabase } from "../../tell/tables.ts";
import type { Within } from "../../partnership/tables.ts";
import { ITEM_STEPS } from "./action-items.ts";
import { CAMPAIGN_AMOT, CAMPAIGN_ANSWERS, CAMPAIGN_SHOWN, CAMPAIGN_STEPS, CAMPAIGN_THEMES } from "./campaigns.ts";
import { signWithDemoKey } from "./demo-key.ts";
import { DEMO } from "./demo.ts";
import { FORUM, FORUM_CELLS } from "./forums.ts";
import { demoId } from "./ids.ts";
import { seedMeetings } from "./meetings.ts";
import { OCKELBO, OCKELBO_MUNICIPALITY } from "./partnerships.ts";
import { THEME_CODINGS, THEMES_OCKELBO } from "./themes.ts";
import { seedSituations } from "./situations.ts";
import { RESIDENTS, SPEED } from "./sources.ts";
import type {
  Demo,
  DemoCycle,
  DemoDocument,
  DemoReport,
  DemoSignature,
  DemoThread,
  DemoWalk,
  DemoWeekly,
} from "./shape.ts";
import { stillToCome } from "./walks.ts";
import { DONE_IN_2026, YEAR_TASKS } from "./year-wheel.ts";

type Tx = Within<TellDatabase>;

/** Everything in one transaction: a demo is whole or not there. Leaves one event a partnership in the log, since nobody did these things here. */
export async function seedDemo(house: House, demo: Demo = DEMO): Promise<void> {
  const at = house.now();
  await house.database.transaction<TellDatabase, void>({ as: "system" }, async (tx) => {
    await seedPeople(tx, demo, at);
    for (const cycle of demo.cycles) await seedCycle(tx, cycle, house);
    if (demo === DEMO) await seedCampaign(tx);
    if (demo === DEMO) await seedSituations(tx);
    if (demo === DEMO) await seedMeetings(tx);
    if (demo === DEMO)
      for (const { rowId: id, by, step } of ITEM_STEPS)
        await addStep(tx, { partnershipId: OCKELBO.id, id, from: "walk", by }, step);
    if (demo === DEMO) await seedYearWheel(tx, at);
    if (demo === DEMO) {
      await forums.addForum(tx, OCKELBO.id, FORUM, null);
      await forums.seedHeld(tx, OCKELBO.id, FORUM, FORUM_CELLS);
    }
    for (const { id } of demo.partnerships) {
      await noteEvent(
        house,
        { tx, person: undefined, at, newId: house.newId },
        { name: "demo.seeded", partnershipId: id, subjectId: id, body: {} },
      );
      await refreshPartnership(tx, id, at);
    }
  });
}

async function seedYearWheel(tx: Tx, at: Instant): Promise<void> {
  for (const task of YEAR_TASKS) {
    await calendar.putTask(tx, OCKELBO.id, task, at, true);
    const said = { taskId: task.id, year: 2026, done: true, organisationId: OCKELBO_MUNICIPALITY.id, at };
    if (DONE_IN_2026.includes(task.month)) await calendar.saveTick(tx, OCKELBO.id, said);
  }
}

async function seedPeople(tx: Tx, demo: Demo, at: Instant): Promise<void> {
  for (const organisation of demo.organisations)
    await addOrganisation(tx, {
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      shortName: organisation.shortName,
      code: organisation.code ?? null,
    });
  for (const partnership of demo.partnerships)
    await addPartnership(tx, {
      id: partnership.id,
      slug: partnership.slug,
      name: partnership.name,
      municipality: { code: partnership.municipalityCode, name: partnership.municipalityName },
      county: { code: partnership.countyCode, name: partnership.countyName },
      population: partnership.population,
      outline: partnership.outline,
      centre: partnership.centre,
      feedbackDays: partnership.feedbackDays,
      at: partnership.foundedAt,
      example: partnership.example,
      parties: partnership.parties.map((party) => ({ ...party, acceptedAt: partnership.foundedAt })),
    });
  for (const person of demo.people) {
    await addPerson(tx, { id: person.id, name: person.name, operator: person.operator, example: true, at });
    for (const grant of person.grants) await addGrant(tx, { ...grant, personId: person.id, at });
  }
}

async function seedCycle(tx: Tx, cycle: DemoCycle, house: House): Promise<void> {
  const { partnershipId } = cycle;
  for (const village of cycle.villages) await addVillage(tx, partnershipId, village);
  for (const source of cycle.sources) await collect.addSource(tx, partnershipId, source);
  for (const { walk } of cycle.walks) {
    await collect.addWalk(tx, partnershipId, walk.state === "planned" ? stillToCome(walk, dayOf(house.now())) : walk);
    if (!wasWalked(walk)) continue;
    const count = { ...walk, group: walk.id, written: undefined };
    await walks.putCount(tx, { partnershipId, walkId: walk.id }, count, { at: walk.walkedAt, by: undefined });
  }
  for (const observation of cycle.observations) await collect.addObservation(tx, partnershipId, observation);
  await seedWeekly(tx, partnershipId, cycle.weekly);
  for (const walk of cycle.walks) await seedProtocol(tx, partnershipId, walk);
  for (const dialogue of cycle.dialogues) await collect.addDialogue(tx, partnershipId, dialogue);
  for (const measurement of cycle.measurements) await addMeasurement(tx, partnershipId, measurement);
  for (const one of cycle.statistics) await series.addReading(tx, partnershipId, one);
  if (cycle.population !== undefined) await keepPopulation(tx, partnershipId, cycle.population, house.now());
  for (const one of cycle.traffic) await seedThread(tx, partnershipId, one);
  for (const hearing of cycle.hearings.hearings) await hearings.addHearing(tx, partnershipId, hearing);
  for (const passage of cycle.hearings.passages) await hearings.addPassage(tx, partnershipId, passage);
  for (const { receipt, ...handedIn } of cycle.handedIn)
    await residents.addHandedIn(tx, {
      ...handedIn,
      partnershipId,
      ownerOrganisationId: OCKELBO_MUNICIPALITY.id,
      receiptHash: sha256Hex(receipt),
      example: true,
    });
  for (const problem of cycle.problems) await prioritise.addProblem(tx, partnershipId, problem);
  for (const { problem, causes: cards, measures } of cycle.analyses) {
    const of = { partnershipId, problemId: problem.id };
    for (const card of cards) await causes.saveCause(tx, of, card);
    for (const measure of measures)
      await causes.addMeasure(tx, of, measure, { at: problem.raisedAt, example: problem.example });
  }
  for (const mandate of cycle.mandates)
    await pledge.addMandate(tx, {
      id: mandate.id,
      partnership_id: partnershipId,
      organisation_id: mandate.organisationId,
      person_id: mandate.personId,
      party: mandate.party,
      office: mandate.office,
      acting: mandate.acting,
      decided_by: mandate.decidedBy,
      valid_from: mandate.from,
      valid_to: mandate.to ?? null,
      example: true,
    });
  for (const document of cycle.documents) await seedDocument(tx, partnershipId, document, house);
  for (const occasion of cycle.occasions) await act.addOccasion(tx, partnershipId, occasion, house.newId);
  for (const deviation of cycle.deviations) await act.addDeviation(tx, partnershipId, deviation);
  for (const { indicator, begunAt, effect } of cycle.indicators) {
    await indicators.addIndicator(tx, partnershipId, indicator, { at: begunAt, by: null });
    const { id, example } = indicator;
    if (effect !== undefined)
      await indicators.addEffect(tx, { id, partnershipId, example }, 1, effect.inputs, { ...effect, by: null });
  }
  const slug = DEMO.partnerships.find(({ id }) => id === partnershipId)?.slug ?? "";
  for (const report of cycle.reports) await seedReport(tx, { id: partnershipId, slug }, report, house);
  for (const decision of cycle.decisions)
    await addDecision(tx, partnershipId, {
      ...decision,
      body: "kommunstyrelsen",
      office: "",
      notedAt: `${decision.decidedOn}T12:00:00.000Z` as Instant,
      replaces: undefined,
      reason: undefined,
      example: true,
    });
}

async function seedCampaign(tx: Tx): Promise<void> {
  const partnershipId = OCKELBO.id;
  await campaigns.addCampaign(tx, partnershipId, CAMPAIGN_AMOT);
  for (const theme of CAMPAIGN_THEMES) await coding.addTheme(tx, partnershipId, theme);
  for (const answer of CAMPAIGN_ANSWERS) {
    await campaigns.addAnswer(tx, {
      ...answer,
      campaign: CAMPAIGN_AMOT,
      partnershipId,
      receiptHash: sha256Hex(answer.receipt),
      example: true,
    });
    await campaigns.markReviewed(tx, { id: answer.id, state: "kept", readOn: answer.on });
    if (answer.themeId !== undefined)
      await coding.addCodings(tx, partnershipId, [
        {
          id: answer.codingId,
          themeId: answer.themeId,
          subject: { kind: "answer", id: answer.id },
          place: "Åmot",
          time: "any",
          concerns: "everybody",
        },
      ]);
  }
  for (const theme of THEMES_OCKELBO) await coding.addTheme(tx, partnershipId, theme);
  await coding.addCodings(tx, partnershipId, THEME_CODINGS);
  for (const { themeId, ...showing } of CAMPAIGN_SHOWN) await coding.setShowing(tx, themeId, showing);
  for (const step of CAMPAIGN_STEPS) await coding.addStep(tx, partnershipId, step);
}

async function seedProtocol(tx: Tx, partnershipId: string, { walk, rows, sent }: DemoWalk): Promise<void> {
  if (rows.length > 0) await collect.addProtocolRows(tx, partnershipId, walk.id, rows, true);
  if (sent === undefined) return;
  for (const letter of sent.letters) await walks.putLetter(tx, { partnershipId, walkId: walk.id }, letter, sent.by);
  for (const reply of sent.replies) await walks.putReply(tx, partnershipId, reply);
}

async function seedWeekly(tx: Tx, partnershipId: string, demo: DemoWeekly): Promise<void> {
  const example = { example: true };
  for (const reporter of demo.reporters) await weekly.addReporter(tx, partnershipId, reporter, example);
  for (const absence of demo.absences) await weekly.addAbsence(tx, partnershipId, absence, example);
  for (const { report, events } of demo.filed) await weekly.addReport(tx, partnershipId, report, events, example);
  for (const answer of demo.answers) await weekly.addAnswer(tx, partnershipId, answer, example);
}

async function seedThread(tx: Tx, partnershipId: string, demo: DemoThread): Promise<void> {
  const { thread } = demo;
  await traffic.addThread(tx, partnershipId, thread);
  for (const complaint of demo.complaints) {
    const seen = observationOf(
      { complaint, thread, isNew: false },
      {
        id: demoId(`observation ${complaint.id}`),
        sourceId: RESIDENTS.id,
        word: sayInPicture(complaint.kind),
        at: complaint.takenInAt,
      },
    );
    await collect.addObservation(tx, partnershipId, { ...seen, example: thread.example });
    await traffic.addComplaint(tx, partnershipId, thread.id, complaint, {
      observationId: seen.id,
      example: thread.example,
    });
  }
  for (const measurement of demo.measurements) {
    const overId = demoId<string>(`measurement over ${measurement.id}`);
    await traffic.addTrafficMeasurement(tx, partnershipId, thread, measurement, overId);
    const names = namesOf(placeMeasured(thread, measurement).name ?? "", measurement);
    for (const figure of landedMeasurements(thread, measurement, { sourceId: SPEED.id, overId, names }))
      await addMeasurement(tx, partnershipId, figure);
  }
  for (const proposal of demo.proposals) await traffic.addProposal(tx, partnershipId, thread, proposal);
  if (demo.publishedOn === undefined) return;
  const complaints = countKinds(demo.complaints.map(({ kind }) => kind));
  const road = { threadId: thread.id, complaints, publishedOn: demo.publishedOn };
  await addPublishedRoad(tx, partnershipId, road, { by: null, example: thread.example });
}

/** Step by step through the same states that people take it through, so that nothing can stand there that could not have come about. */
async function seedDocument(tx: Tx, partnershipId: string, demo: DemoDocument, house: House): Promise<void> {
  const { id, slug, content, predecessorId, example } = demo;
  await pledge.addDraft(
    tx,
    { id, partnershipId, slug, content, predecessorId, at: demo.proposedAt, organisationId: null, example },
    sha256Hex,
  );
  const contentHash = sha256Hex(signedText(content));
  const base = { id, slug, content, contentHash, predecessorId, example, revision: 1 };
  await pledge.saveState(
    tx,
    partnershipId,
    { ...base, state: "proposed", proposedAt: demo.proposedAt },
    demo.proposedAt,
  );
  const signatures = demo.signatures.map((signature) => asSignature(signature, contentHash, demo.signedAt, house));
  for (const signature of signatures) await pledge.addSignatureRow(tx, partnershipId, id, signature);
  const municipality = signatures.find((signature) => signature.party === "municipality");
  const police = signatures.find((signature) => signature.party === "police");
  if (municipality === undefined || police === undefined)
    throw new Error(`The demo's document ${slug} lacks a signature`);
  const signed = { ...base, signedAt: demo.signedAt, signatures: { municipality, police } };
  await pledge.saveState(tx, partnershipId, { ...signed, state: "signed", publication: undefined }, demo.signedAt);
  await pledge.saveState(
    tx,
    partnershipId,
    { ...signed, state: "published", publishedAt: demo.publishedAt },
    demo.publishedAt,
  );
  if (demo.closed !== undefined)
    await pledge.saveState(
      tx,
      partnershipId,
      {
        ...signed,
        state: "closed",
        publishedAt: demo.publishedAt,
        closedAt: demo.closed.at,
        closing: demo.closed.closing,
      },
      demo.closed.at,
    );
}

/** Judged on what the demo's own log says, closed, signed and let out, as people do it. */
async function seedReport(
  tx: Tx,
  partnership: { readonly id: string; readonly slug: string },
  demo: DemoReport,
  house: House,
): Promise<void> {
  const { id, slug, documentId, from, to, views, example, frozenAt } = demo;
  const log = await countedOver(tx, partnership.id, { from, to, today: dayOf(frozenAt) });
  const draft: Draft = {
    id,
    slug,
    documentId,
    from,
    to,
    views,
    example,
    version: 1,
    state: "draft",
    assessments: demo.judgements.map((judgement) => {
      const says = log.find(({ activityId }) => activityId === judgement.activityId);
      if (says === undefined) throw new Error(`The demo's report ${slug} judges what was not promised`);
      return {
        ...asItIs({ ...judgement, preset: presetOf(says), figures: says.figures }, says),
        status: judgement.status,
      };
    }),
    texts: demo.texts.map((text) => ({ ...text, handedIn: text.voice !== "joint" })),
  };
  await reports.addReport(tx, partnership.id, draft, demo.draftedAt);
  for (const one of demo.told)
    await reports.addTelling(tx, partnership.id, draft, { ...one, notedAt: demo.draftedAt, struck: undefined });
  const inside = await readInside(tx, partnership, draft, { at: frozenAt, disputes: { inAll: 0, open: 0 } });
  if (inside === undefined) throw new Error(`The demo's report ${slug} is of no promise`);
  const content = canonicalText(bodyTold(inside));
  const contentHash = sha256Hex(content);
  const ready = { ...draft, content, contentHash, frozenAt, state: "ready" as const };
  await reports.saveState(tx, ready);
  const signatures = demo.signatures.map(({ at, ...signature }) => {
    const how = signature.how.kind === "passkey" ? { ...signature.how, at } : signature.how;
    return asSignature({ ...signature, how }, contentHash, at, house);
  });
  for (const signature of signatures) await reports.addSignature(tx, partnership.id, ready, signature);
  const { content: _content, contentHash: _hash, frozenAt: _at, ...rest } = ready;
  await reports.saveState(tx, {
    ...rest,
    state: "published",
    publishedAt: demo.publishedAt,
    frozen: { content, contentHash, frozenAt },
    signatures,
    approvals: [],
  });
}

function asSignature(demo: DemoSignature, contentHash: string, signedAt: Instant, house: House): AnySignature {
  const { how } = demo;
  const mandate = {
    party: demo.party,
    office: demo.office,
    acting: demo.acting,
    decidedBy: demo.decidedBy,
    from: dayOf(signedAt),
    to: undefined,
  };
  const byKey = (personId: string, at: Instant) =>
    signWithDemoKey(personId, { contentHash, revision: 1, at, mandate }, house.settings);
  return {
    id: demo.id,
    party: demo.party,
    organisationId: demo.organisationId,
    mandate,
    contentHash,
    signedAt: how.kind === "passkey" ? how.at : signedAt,
    means: how.kind === "paper" ? how : byKey(how.personId, how.at),
  } as AnySignature;
}
