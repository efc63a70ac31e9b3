import { no, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { consultationOf } from "../consultation/store.ts";
import { missingSignatures, type PledgeDocument, writerIn } from "../lifecycle.ts";
import { documentBySlug, documentForDecision, documentsOf } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as rule from "./schedule.ts";
import * as store from "./store.ts";

type Ask = Asking<PledgeDatabase>;

async function around(document: PledgeDocument, ask: Ask): Promise<rule.Around> {
  return {
    document,
    schedule: await store.scheduleOf(ask.tx, document.id),
    consultation: await consultationOf(ask.tx, document.id),
  };
}

const readSchedule = question(api.readSchedule, async ({ slug }, ask: Ask) => {
  const document = await documentBySlug(ask.tx, here(ask), slug);
  if (document === undefined) return no("not-found");
  const today = dayOf(ask.at);
  const sets = await store.schedulesOf(ask.tx, document.id);
  const of = { document, schedule: sets.at(-1), consultation: await consultationOf(ask.tx, document.id) };
  const parties = await partiesOf(ask.tx, here(ask));
  const missing = missingSignatures(document);
  return yes({
    steps: rule.stepsOf(of, today).map((step) => ({ ...step, from: step.from ?? null, to: step.to ?? null })),
    missing: [...missing],
    late: [...rule.lateParties(document, of.schedule, today)],
    frozenSince: rule.frozenSince(document, of.schedule, today) ?? null,
    misfits:
      of.schedule === undefined || missing.length === 0
        ? []
        : rule.misfitsOf(of.schedule, of).map(({ why, day }) => ({ why, day })),
    sets: sets.toReversed().map(({ turn, writtenBy, signedBy, reason, organisationId, at }) => ({
      turn,
      writtenBy,
      signedBy,
      by: parties.find((one) => one.organisationId === organisationId)?.kind ?? ("other" as const),
      at,
      reason: reason ?? null,
    })),
    maySet: missing.length > 0 && ask.person !== undefined && writerIn(ask.person, here(ask)) !== undefined,
  });
});

const setSchedule = command(api.setSchedule, {
  rule: rule.setSchedule,
  load: async ({ slug }, ask: Ask) => {
    const document = await documentForDecision(ask.tx, here(ask), slug);
    return document === undefined ? undefined : { partnershipId: here(ask), ...(await around(document, ask)) };
  },
  write: async (schedule, ask: Ask) => {
    await store.addSchedule(ask.tx, here(ask), schedule);
    return { turn: schedule.turn };
  },
  event: ({ turn }) => (turn === 1 ? "schedule.set" : "schedule.moved"),
  subject: ({ documentId }) => documentId,
  said: ({ writtenBy, signedBy, reason }) => ({ writtenBy, signedBy, reason: reason ?? null }),
});

const listSchedules = question(api.listSchedules, async (_input, ask: Ask) => {
  const today = dayOf(ask.at);
  const schedules = await store.schedulesIn(ask.tx, here(ask));
  const documents = [];
  for (const document of await documentsOf(ask.tx, here(ask))) {
    if (document.state === "published" || document.state === "closed") continue;
    const schedule = schedules.get(document.id);
    const consultation = await consultationOf(ask.tx, document.id);
    const step = rule.stepsOf({ document, schedule, consultation }, today).find(({ standing }) => standing === "here");
    if (step === undefined) continue;
    documents.push({
      slug: document.slug,
      phase: step.phase,
      to: step.to ?? null,
      waitsFor: step.waitsFor,
      late: [...rule.lateParties(document, schedule, today)],
      signedBy: schedule?.signedBy ?? null,
    });
  }
  return yes({ documents });
});

export const phaseRoutes: readonly Route[] = [readSchedule, setSchedule, listSchedules];
