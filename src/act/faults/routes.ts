import { no, yes } from "../../ground/result.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { holdItem, itemsOf } from "../items/store.ts";
import type { ActDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as report from "./fault-report.ts";
import * as rule from "./fault-system.ts";
import * as store from "./store.ts";

type Ask = Asking<ActDatabase>;

async function municipalityIn(ask: Ask): Promise<string> {
  const parties = await partiesOf(ask.tx, here(ask));
  return parties.find(({ kind }) => kind === "municipality")?.organisationId ?? "";
}

async function onSystem(_input: unknown, ask: Ask): Promise<rule.OnSystem> {
  const system = await store.systemIn(ask.tx, here(ask));
  return { partnershipId: here(ask), municipalityId: await municipalityIn(ask), system };
}

const showFaultSystem = question(api.showFaultSystem, async (input, ask: Ask) => {
  const state = await onSystem(input, ask);
  const mine = rule.keepsSystem(ask.person!, state);
  const { system } = state;
  return yes({
    mine,
    system:
      system === undefined
        ? null
        : {
            // The rest of an address is the municipality's own.
            address: mine ? system.address : new URL(system.address).origin,
            jurisdiction: system.jurisdiction,
            hasKey: system.hasKey,
            typesAt: system.typesAt ?? null,
            isAsked: system.isAsked,
            fault: system.fault ?? null,
            types: [...system.types],
            chosen: [...system.chosen],
          },
  });
});

const ofPartnership = (ask: Ask) => ({ id: here(ask) });

const setFaultSystem = command(api.setFaultSystem, {
  rule: rule.setSystem,
  load: onSystem,
  write: async (set, ask: Ask, _input, { partnershipId, municipalityId }) => {
    await store.setSystem(ask.tx, { partnershipId, municipalityId, at: ask.at }, set);
    return ofPartnership(ask);
  },
  subject: () => undefined,
});

const chooseFaultTypes = command(api.chooseFaultTypes, {
  rule: rule.chooseTypes,
  load: onSystem,
  write: async (chosen, ask: Ask) => {
    await store.chooseTypes(ask.tx, here(ask), chosen);
    return ofPartnership(ask);
  },
  subject: () => undefined,
});

const removeFaultSystem = command(api.removeFaultSystem, {
  rule: rule.removeSystem,
  load: onSystem,
  write: async (_none, ask: Ask) => {
    await store.removeSystem(ask.tx, here(ask));
    return ofPartnership(ask);
  },
  subject: () => undefined,
});

async function onReport({ id }: { readonly id: string }, ask: Ask) {
  const [item] = await itemsOf(ask.tx, here(ask), [id]);
  if (item === undefined) return undefined;
  const about = await store.aboutItem(ask.tx, item.origin);
  const latest = await store.reportOf(ask.tx, id);
  return { ...item, ...about, ...(await onSystem({}, ask)), report: latest && { ...latest, to: sentTo(latest) } };
}

const sentTo = ({ sent_to: address, sent_jurisdiction: jurisdiction }: Latest): report.Where => ({
  address,
  jurisdiction,
});
type Latest = NonNullable<Awaited<ReturnType<typeof store.reportOf>>>;

const showFaultReport = question(api.showFaultReport, async (input, ask: Ask) => {
  const state = await onReport(input, ask);
  if (state === undefined) return no("not-found");
  const { system, report: sent, place, position, category } = state;
  const mine = report.grantToFile(ask.person!, state) !== undefined;
  const types = (system?.types ?? []).filter(({ way }) => way === "followed");
  const isOpen = sent?.state === "filed" || sent?.state === "ticket";
  return yes({
    isThere: system?.format !== undefined || sent !== undefined,
    may: mine && report.whyNotNow(state) === undefined,
    maySettle: mine && sent?.state === "unsure",
    types: types.map(({ code, name, group }) => ({ code, name, group })),
    suggested: system?.chosen.find((one) => one.category === category)?.code ?? null,
    place,
    hasPosition: position !== undefined,
    report:
      sent === undefined
        ? null
        : {
            state: sent.state,
            askedAt: sent.asked_at,
            office: sent.office,
            typeName: sent.type_name,
            text: sent.text,
            place: sent.place,
            withPosition: sent.lon !== null,
            reference: report.referenceOf(sent),
            attempts: sent.attempts,
            nextTry: sent.state === "waiting" ? sent.next_try : null,
            fault: sent.fault,
            status: sent.status,
            said: sent.said,
            caseNumber: sent.case_number,
            closedAt: sent.closed_at,
            lookedAt: sent.looked_at,
            isFollowed: isOpen && sent.next_look !== null && report.isSame(system, sent.to),
          },
  });
});

const sendFaultReport = command(api.sendFaultReport, {
  rule: report.fileReport,
  load: async (input, ask: Ask) => {
    // Two who press at once come one after the other: the second then finds it sent.
    await holdItem(ask.tx, input.id);
    return onReport(input, ask);
  },
  write: async (made, ask: Ask, _input, { partnershipId, origin }) => {
    await store.addReport(ask.tx, { partnershipId, origin, by: ask.person!.id }, made);
    return { id: made.id };
  },
  subject: (_made, { id }) => id,
  said: ({ code }) => ({ code }),
});

const settleFaultReport = command(api.settleFaultReport, {
  rule: report.settleReport,
  load: async (input, ask: Ask) => {
    await holdItem(ask.tx, input.id);
    return onReport(input, ask);
  },
  write: async ({ id, caseNumber }, ask: Ask) => {
    await store.settleReport(ask.tx, id, caseNumber, ask.at);
    return { id };
  },
  subject: (_settled, { id }) => id,
  said: ({ caseNumber }) => ({ found: caseNumber !== undefined }),
});

export const faultRoutes: readonly Route[] = [
  showFaultSystem,
  setFaultSystem,
  chooseFaultTypes,
  removeFaultSystem,
  showFaultReport,
  sendFaultReport,
  settleFaultReport,
];
