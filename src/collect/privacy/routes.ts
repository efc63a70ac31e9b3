import { grantsIn } from "../../ground/party.ts";
import type { Floors } from "../../ground/fewest.ts";
import { yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import * as floor from "../floor.ts";
import * as floors from "../store-floors.ts";
import * as collect from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as retention from "./retention.ts";
import * as review from "./review.ts";
import * as kept from "./store-retention.ts";
import * as store from "./store.ts";

type Ask = Asking<CollectDatabase>;

const listPersonReviews = question(api.listPersonReviews, async (_input, ask: Ask) => {
  const rows = await store.openReviews(ask.tx, here(ask));
  return yes({
    reviews: rows.map(({ walkSlug, walkTitle, overriddenBy, notedBy, wished, placeName, ...row }) => ({
      ...row,
      wished: wished ?? ("own" as const),
      placeName: placeName ?? "",
      // As the rule says it: whoever wrote it or set the warning aside is no second person.
      mine: [overriddenBy, notedBy].includes(ask.person?.id ?? null),
      ...(walkSlug === null || walkTitle === null ? {} : { walk: { slug: walkSlug, title: walkTitle } }),
    })),
  });
});

const reviewPersons = command(api.reviewPersons, {
  rule: review.reviewPersons,
  load: async (input, ask: Ask) => {
    const observation = await collect.observationById(ask.tx, here(ask), input.id);
    return observation && { partnershipId: here(ask), observation, review: await store.openOverride(ask.tx, input.id) };
  },
  write: async ({ observation, verdict }, ask: Ask) => {
    await store.closeOverride(ask.tx, observation.id, { verdict, by: ask.person!.id, at: ask.at });
    await collect.rewriteObservation(ask.tx, observation);
    return { id: observation.id, sharing: observation.sharing };
  },
  subject: ({ observation }) => observation.id,
  said: ({ review: { kinds }, verdict }) => ({ verdict, kinds: [...kinds] }),
});

// What goes when

const RUNS_LISTED = 50;

/** What a decision on loose papers would take: they lie with the promises, which is a later stage, so main hands it in. */
export type TryPapers = (
  tx: Ask["tx"],
  partnershipId: string,
  rule: retention.RetentionRule,
  at: Ask["at"],
) => Promise<{ readonly due: number; readonly held: number }>;

/** Each organisation reads of its own: the other's rules and holds are not there for it. */
const listRetention = (tryPapers: TryPapers) =>
  question(api.listRetention, async (_input, ask: Ask) => {
    const own = new Set(grantsIn(ask.person!, here(ask)).map(({ organisationId }) => organisationId));
    const rules = await kept.rulesOf(ask.tx, here(ask));
    const holds = await kept.holdsOf(ask.tx, here(ask));
    const sources = await kept.standingOf(ask.tx, here(ask), [...own]);
    const tried = await Promise.all(
      rules.map((rule) =>
        (rule.sourceKind === "loose-paper" ? tryPapers : kept.tryRule)(ask.tx, here(ask), rule, ask.at),
      ),
    );
    return yes({
      sources: sources.map(({ id, oldest, registryNumber, secrecyMark, ...source }) => {
        const hold = holds.find(({ of }) => "sourceId" in of && of.sourceId === id);
        const rule = rules.find(({ sourceKind, approvedAt }) => sourceKind === source.kind && approvedAt !== undefined);
        return {
          ...source,
          ...(registryNumber === null ? {} : { registryNumber }),
          ...(secrecyMark === null ? {} : { secrecyMark }),
          ...(oldest === null ? {} : { oldest }),
          ...(oldest === null || rule === undefined || hold !== undefined
            ? {}
            : { goesOn: retention.goesOn(rule.months, oldest) }),
          ...toldHold(hold),
        };
      }),
      rules: rules.map(({ writtenBy, approvedAt, ...rule }, index) => ({
        ...rule,
        ...toldHold(holds.find(({ of }) => "sourceKind" in of && of.sourceKind === rule.sourceKind)),
        ...(approvedAt === undefined ? {} : { approvedAt }),
        mine: writtenBy === ask.person?.id,
        ...tried[index]!,
      })),
      runs: await kept.runsOf(ask.tx, here(ask), RUNS_LISTED),
    });
  });

const toldHold = (hold: retention.RetentionHold | undefined) =>
  hold === undefined ? {} : { hold: { reason: hold.reason, heldAt: hold.heldAt } };

const decideRetention = command(api.decideRetention, {
  rule: retention.decideRetention,
  load: async (_input, ask: Ask) => ({ partnershipId: here(ask) }),
  write: async (rule, ask: Ask) => {
    await kept.addRule(ask.tx, here(ask), rule);
    return { id: rule.id };
  },
  subject: ({ id }) => id,
  said: ({ sourceKind, months }) => ({ sourceKind, months }),
});

const approveRetention = command(api.approveRetention, {
  rule: retention.approveRetention,
  load: async (input, ask: Ask) => {
    const rule = (await kept.rulesOf(ask.tx, here(ask))).find(({ id }) => id === input.id);
    return rule && { partnershipId: here(ask), rule };
  },
  write: async (rule, ask: Ask) => {
    await kept.approveRule(ask.tx, rule);
    return { id: rule.id };
  },
  subject: ({ id }) => id,
  said: ({ sourceKind, months }) => ({ sourceKind, months }),
});

async function ofSource(ask: Ask, slug: string) {
  const source = await collect.sourceBySlug(ask.tx, here(ask), slug);
  const hold =
    source && (await kept.holdsOf(ask.tx, here(ask))).find(({ of }) => "sourceId" in of && of.sourceId === source.id);
  return source && { partnershipId: here(ask), source, hold };
}

const holdSource = command(api.holdSource, {
  rule: retention.holdSource,
  load: async (input, ask: Ask) => ofSource(ask, input.slug),
  write: async (hold, ask: Ask, { slug }) => {
    await kept.addHold(ask.tx, here(ask), hold, ask.person!.id);
    return { slug };
  },
  subject: ({ of }) => ("sourceId" in of ? of.sourceId : undefined),
});

const letGoSource = command(api.letGoSource, {
  rule: retention.letGoSource,
  load: async (input, ask: Ask) => ofSource(ask, input.slug),
  write: async (hold, ask: Ask, { slug }) => {
    await kept.letGo(ask.tx, hold.id, ask.person!.id, ask.at);
    return { slug };
  },
  subject: ({ of }) => ("sourceId" in of ? of.sourceId : undefined),
});

/** Each sees the holds of its own organisation only. */
const ofKind = async (ask: Ask, kind: retention.HeldKind) => ({
  partnershipId: here(ask),
  hold: (await kept.holdsOf(ask.tx, here(ask))).find(({ of }) => "sourceKind" in of && of.sourceKind === kind),
});

const holdKind = command(api.holdKind, {
  rule: retention.holdKind,
  load: async (input, ask: Ask) => ofKind(ask, input.kind),
  write: async (hold, ask: Ask, { kind }) => {
    await kept.addHold(ask.tx, here(ask), hold, ask.person!.id);
    return { kind };
  },
  subject: ({ id }) => id,
});

const letGoKind = command(api.letGoKind, {
  rule: retention.letGoKind,
  load: async (input, ask: Ask) => ofKind(ask, input.kind),
  write: async (hold, ask: Ask, { kind }) => {
    await kept.letGo(ask.tx, hold.id, ask.person!.id, ask.at);
    return { kind };
  },
  subject: ({ id }) => id,
});

const markSource = command(api.markSource, {
  rule: retention.markSource,
  load: async (input, ask: Ask) => ofSource(ask, input.slug),
  write: async (marked, ask: Ask, { slug }) => {
    await kept.markSource(ask.tx, marked);
    return { slug };
  },
  subject: ({ sourceId }) => sourceId,
});

const listFloors = question(api.listFloors, async (_input, ask: Ask) => {
  const proposals = await floors.proposalsOf(ask.tx, here(ask));
  const parties = await partiesOf(ask.tx, here(ask));
  const agreed = floor.agreedIn(proposals);
  const [today, own] = [dayOf(ask.at), ask.person && floor.agreesFor(ask.person, here(ask))];
  const next = agreed.find(({ from }) => from > today);
  const plain = ({ few, sensitive, answers, span, rounded }: Floors) => ({ few, sensitive, answers, span, rounded });
  return yes({
    now: plain(floor.floorsOver(agreed, today).now),
    latest: plain(floor.latestOf(agreed)),
    coming: next === undefined ? null : { ...plain(next), from: next.from },
    proposals: proposals.map(({ id, floors: asked, reason, askedFor, askedAt, state, answer, from }) => ({
      ...asked,
      id,
      reason,
      party: parties.find(({ organisationId }) => organisationId === askedFor)?.name ?? "",
      askedAt,
      state,
      answer,
      from: from ?? null,
      mine: own?.organisationId === askedFor,
    })),
    mayAgree: own !== undefined,
  });
});

const proposeFloors = command(api.proposeFloors, {
  rule: floor.proposeFloors,
  load: async (_input, ask: Ask) => ({
    partnershipId: here(ask),
    proposals: await floors.proposalsForAnswer(ask.tx, here(ask)),
  }),
  write: async (proposal, ask: Ask) => {
    await floors.addProposal(ask.tx, here(ask), proposal);
    return { id: proposal.id };
  },
  subject: ({ id }) => id,
  said: ({ floors: asked, reason }) => ({ ...asked, reason }),
});

const onProposal = async ({ id }: { readonly id: string }, ask: Ask) => {
  const proposals = await floors.proposalsForAnswer(ask.tx, here(ask));
  const proposal = proposals.find((one) => one.id === id);
  return proposal && { partnershipId: here(ask), proposals, proposal };
};
const answered = async (proposal: floor.FloorProposal, ask: Ask) => {
  await floors.answerProposal(ask.tx, proposal);
  return { id: proposal.id, from: proposal.from ?? null };
};
const subject = ({ id }: floor.FloorProposal) => id;
const said = ({ floors: asked, answer }: floor.FloorProposal) => ({ ...asked, reason: answer });

const agreeFloors = command(api.agreeFloors, {
  rule: floor.agreeFloors,
  load: onProposal,
  write: answered,
  subject,
  said,
});
const declineFloors = command(api.declineFloors, {
  rule: floor.declineFloors,
  load: onProposal,
  write: answered,
  subject,
  said,
});

/** Every door of what is kept and what goes. */
export const privacyRoutes = (tryPapers: TryPapers): readonly Route[] => [
  listPersonReviews,
  reviewPersons,
  listRetention(tryPapers),
  decideRetention,
  approveRetention,
  holdSource,
  letGoSource,
  holdKind,
  letGoKind,
  markSource,
  listFloors,
  proposeFloors,
  agreeFloors,
  declineFloors,
];
