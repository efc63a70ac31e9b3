import { dayOf } from "../../ground/time.ts";
import { yes } from "../../ground/result.ts";
import { partiesOf, peopleOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { addMandate } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as rule from "./mandate.ts";
import * as store from "./store.ts";

type Ask = Asking<PledgeDatabase>;

const listMandates = question(api.listMandates, async (_input, ask: Ask) => {
  const today = dayOf(ask.at);
  const mandates = await store.mandatesOf(ask.tx, here(ask));
  const people = await peopleOf(ask.tx, here(ask));
  const parties = [];
  for (const { organisationId, kind, name } of await partiesOf(ask.tx, here(ask))) {
    if (kind === "other") continue;
    const keeps = ask.person !== undefined && rule.keepsFor(ask.person, here(ask), organisationId);
    const covered = rule.coveredFrom(mandates, kind, today);
    parties.push({
      organisationId,
      name,
      party: kind,
      keeps,
      covered: { kind: covered.kind, day: covered.kind === "until" ? covered.day : null },
      signatories: people
        .filter((one) => keeps && one.role === "signatory" && one.organisationId === organisationId)
        .map(({ personId, name: called, title }) => ({ personId, name: called, title })),
      mandates: mandates
        .filter((one) => one.organisationId === organisationId)
        .map(({ id, name: called, office, acting, decidedBy, from, to, endedAt, hasKey, example }) => ({
          id,
          name: called,
          office,
          acting,
          decidedBy,
          from,
          to: to ?? null,
          ended: endedAt !== undefined,
          standing: from > today ? ("coming" as const) : (to ?? today) < today ? ("over" as const) : ("holds" as const),
          hasKey,
          example,
        })),
    });
  }
  return yes({ parties });
});

const recordMandate = command(api.recordMandate, {
  rule: rule.recordMandate,
  load: async (_input, ask: Ask) => ({
    partnershipId: here(ask),
    parties: await partiesOf(ask.tx, here(ask)),
    mandates: await store.mandatesOf(ask.tx, here(ask)),
    signatories: (await peopleOf(ask.tx, here(ask))).filter(({ role }) => role === "signatory"),
  }),
  write: async (mandate, ask: Ask) => {
    await addMandate(ask.tx, {
      id: mandate.id,
      partnership_id: here(ask),
      organisation_id: mandate.organisationId,
      person_id: mandate.personId,
      party: mandate.party,
      office: mandate.office,
      acting: mandate.acting,
      decided_by: mandate.decidedBy,
      valid_from: mandate.from,
      valid_to: mandate.to ?? null,
    });
    return {};
  },
  subject: ({ id }) => id,
  said: ({ party, from, to }) => ({ party, from, to: to ?? null }),
});

const endMandate = command(api.endMandate, {
  rule: rule.endMandate,
  load: async ({ id }, ask: Ask) => {
    await store.holdMandate(ask.tx, id);
    const mandate = (await store.mandatesOf(ask.tx, here(ask))).find((one) => one.id === id);
    return mandate && { partnershipId: here(ask), mandate };
  },
  write: async (mandate, ask: Ask) => {
    await store.putEnd(ask.tx, mandate);
    return {};
  },
  subject: ({ id }) => id,
  said: ({ party, to }) => ({ party, to: to ?? null }),
});

export const mandateRoutes: readonly Route[] = [listMandates, recordMandate, endMandate];
