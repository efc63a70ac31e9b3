import { canonicalText } from "../../ground/canonical.ts";
import { no, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { partnershipFacts } from "../../partnership/store.ts";
import { blockPaper } from "../../platform/server/block-paper.ts";
import { docxOf } from "../../platform/server/docx.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import { noterIn } from "../clocks/decision.ts";
import type { FollowDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as drafting from "./drafting.ts";
import { carriedFrom, followUpPlan, standingOf } from "./follow-up.ts";
import { type ActionPlan, contentOf, type Ground } from "./plan.ts";
import * as decisions from "./plan-decision.ts";
import { planBlocks, planPaper } from "./screens/written.ts";
import { decidedOf, shownOf, supersedes } from "./shown.ts";
import * as store from "./store.ts";
import { takeBackPlan, tellPlan } from "./telling.ts";

type Ask = Asking<FollowDatabase>;
type Of = { readonly planId: string };

const hashOf = (plan: ActionPlan) => sha256Hex(canonicalText(contentOf(plan)));
const mayWrite = ({ person, partnership }: Ask) =>
  person !== undefined && partnership !== undefined && noterIn(person, partnership.id) !== undefined;
const groundOf = ({ slug, from, to, adoptedOn }: Ground) => ({ slug, from, to, adoptedOn });

const listActionPlans = question(api.listActionPlans, async (_input, ask: Ask) => {
  const plans = await store.plansOf(ask.tx, here(ask));
  const ground = await store.latestGround(ask.tx, here(ask));
  return yes({
    plans: plans.map((plan) => {
      const isDecided = plan.state === "decided";
      const decision = isDecided ? decisions.decisionOf(plan) : undefined;
      return {
        id: plan.id,
        state: plan.state,
        slug: isDecided ? plan.slug : "",
        measures: plan.measures.length,
        decidedOn: decision?.decidedOn ?? null,
        body: decision?.body ?? "",
        followedOn: (isDecided ? standingOf(plan.followUps)[0]?.followedOn : undefined) ?? null,
        isSuperseded: supersedes(plans, plan) !== undefined,
        isTold: isDecided && plan.toldAt !== undefined,
        example: plan.example,
      };
    }),
    ground: ground === undefined ? null : groundOf(ground),
    mayWrite: mayWrite(ask),
  });
});

const openActionPlan = question(api.openActionPlan, async ({ planId }, ask: Ask) => {
  const plans = await store.plansOf(ask.tx, here(ask));
  const plan = plans.find(({ id }) => id === planId);
  if (plan === undefined) return no("not-found");
  const latest = await store.latestGround(ask.tx, here(ask));
  const { logged, promised } = await store.loggedOf(ask.tx, here(ask), dayOf(ask.at));
  const isDecided = plan.state === "decided";
  const [noted, followed] = isDecided ? [plan.decisions, plan.followUps] : [[], []];
  const next = supersedes(plans, plan);
  return yes({
    id: plan.id,
    state: plan.state,
    slug: isDecided ? plan.slug : "",
    ground: groundOf(plan.ground),
    newerGround: latest === undefined || latest.id === plan.ground.id || isDecided ? null : groundOf(latest),
    measures: plan.measures.map(({ activityId, from, to, ...measure }) => ({
      ...measure,
      from: from ?? null,
      to: to ?? null,
      logged: (activityId === undefined ? undefined : logged.get(activityId)) ?? null,
    })),
    decisions: noted.map(({ notedAt: _notedAt, replaces: _replaces, reason: _reason, ...decision }) => ({
      ...decision,
      correctedWhy: noted.find(({ replaces }) => replaces === decision.id)?.reason ?? null,
    })),
    followUps: followed.map(({ id, followedOn, office, measures }) => ({
      id,
      followedOn,
      office,
      measures: measures.map((measure) => ({ ...measure })),
      correctedWhy: followed.find(({ replaces }) => replaces === id)?.reason ?? null,
    })),
    supersededBy:
      next === undefined ? null : { id: next.id, slug: next.slug, decidedOn: decisions.decisionOf(next).decidedOn },
    blocks: isDecided ? [...planBlocks(shownOf(plan, { plans, logged }), ask.lang)] : [],
    contentHash: hashOf(plan),
    isTold: isDecided && plan.toldAt !== undefined,
    promised,
    mayWrite: mayWrite(ask),
    example: plan.example,
  });
});

const beginActionPlan = command(api.beginActionPlan, {
  rule: drafting.beginPlan,
  load: async (_input, ask: Ask) => {
    await store.holdPlans(ask.tx, here(ask));
    const plans = await store.plansOf(ask.tx, here(ask));
    return {
      partnershipId: here(ask),
      ground: await store.latestGround(ask.tx, here(ask)),
      isInWork: plans.some(({ state }) => state === "draft"),
      carried: carriedFrom(decidedOf(plans)[0]),
    };
  },
  write: async (plan, ask: Ask) => {
    await store.addPlan(ask.tx, here(ask), plan);
    return { id: plan.id };
  },
  subject: ({ id }) => id,
});

/** The plan, and the others beside it, held: what two write at once is written one after the other. */
const load = async ({ planId }: Of, ask: Ask) => {
  await store.holdPlans(ask.tx, here(ask));
  const plans = await store.plansOf(ask.tx, here(ask));
  const plan = plans.find(({ id }) => id === planId);
  const others = decidedOf(plans).filter(({ id }) => id !== planId);
  return (
    plan && {
      partnershipId: here(ask),
      plan,
      plans,
      others: others.map((one) => ({
        decidedOn: decisions.decisionOf(one).decidedOn,
        decidedAt: one.decidedAt,
      })),
    }
  );
};

const groundActionPlan = command(api.groundActionPlan, {
  rule: drafting.groundPlan,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    return loaded && { ...loaded, latest: await store.latestGround(ask.tx, here(ask)) };
  },
  write: async (plan, ask: Ask) => {
    await store.saveGround(ask.tx, plan);
    return { id: plan.id };
  },
  subject: ({ id }) => id,
});

const writeMeasure = command(api.writeMeasure, {
  rule: drafting.writeMeasure,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    return loaded && { ...loaded, ...(await store.loggedOf(ask.tx, here(ask), dayOf(ask.at))) };
  },
  write: async (measure, ask: Ask, _input, { plan, partnershipId }) => {
    if (measure.version === 1) await store.addMeasure(ask.tx, { partnershipId, plan }, measure);
    else await store.saveMeasure(ask.tx, measure);
    return { id: measure.id, version: measure.version };
  },
  subject: ({ id }) => id,
});

const takeOutMeasure = command(api.takeOutMeasure, {
  rule: drafting.takeOutMeasure,
  load,
  write: async ({ id }, ask: Ask) => {
    await store.removeMeasure(ask.tx, id);
    return { id };
  },
  subject: ({ id }) => id,
});

const decideActionPlan = command(api.decideActionPlan, {
  rule: decisions.decidePlan,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    return (
      loaded && {
        ...loaded,
        contentHash: hashOf(loaded.plan),
        slugs: decidedOf(loaded.plans).map(({ slug }) => slug),
      }
    );
  },
  write: async (plan, ask: Ask) => {
    await store.saveDecided(ask.tx, here(ask), plan);
    return { slug: plan.slug };
  },
  subject: ({ id }) => id,
});

const correctPlanDecision = command(api.correctPlanDecision, {
  rule: decisions.correctPlanDecision,
  load,
  write: async (decision, ask: Ask, _input, at) => {
    await store.addDecision(ask.tx, at, decision);
    return { id: decision.id };
  },
  subject: ({ id }) => id,
});

const followUpActionPlan = command(api.followUpActionPlan, {
  rule: followUpPlan,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    if (loaded === undefined) return undefined;
    const { logged } = await store.loggedOf(ask.tx, here(ask), input.followedOn);
    return { ...loaded, logged, isSuperseded: supersedes(loaded.plans, loaded.plan) !== undefined };
  },
  write: async (followUp, ask: Ask, _input, at) => {
    await store.addFollowUp(ask.tx, at, followUp);
    return { id: followUp.id };
  },
  subject: ({ id }) => id,
});

const tellActionPlan = command(api.tellActionPlan, {
  rule: tellPlan,
  load,
  write: async (plan, ask: Ask) => {
    await store.saveTold(ask.tx, plan, plan.toldAt);
    return { isTold: true };
  },
  subject: ({ id }) => id,
});

const takeBackActionPlan = command(api.takeBackActionPlan, {
  rule: takeBackPlan,
  load,
  write: async (plan, ask: Ask) => {
    await store.saveTold(ask.tx, plan, undefined);
    return { isTold: false };
  },
  subject: ({ id }) => id,
});

/** As it reads today, with what the log says by now. */
const paperOf = async ({ planId }: Of, ask: Ask) => {
  const plans = await store.plansOf(ask.tx, here(ask));
  const plan = plans.find(({ id }) => id === planId);
  if (plan === undefined) return undefined;
  const { logged } = await store.loggedOf(ask.tx, here(ask), dayOf(ask.at));
  const facts = await partnershipFacts(ask.tx, here(ask));
  return {
    written: planPaper(shownOf(plan, { plans, logged }), {
      partnership: facts?.name ?? "",
      lang: ask.lang,
      at: ask.at,
    }),
    name: plan.state === "decided" ? `atgardsplan-${plan.slug}` : `atgardsplan-forslag-${dayOf(ask.at)}`,
  };
};

const printActionPlan = download(api.printActionPlan, async (input, ask: Ask) => {
  const found = await paperOf(input, ask);
  if (found === undefined) return no("not-found");
  const bytes = pdfOf(blockPaper(found.written));
  return yes({ bytes, contentType: "application/pdf", fileName: `${found.name}.pdf` });
});

const typeActionPlan = download(api.typeActionPlan, async (input, ask: Ask) => {
  const found = await paperOf(input, ask);
  if (found === undefined) return no("not-found");
  const contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return yes({ bytes: docxOf(found.written), contentType, fileName: `${found.name}.docx` });
});

export const actionPlanRoutes: readonly Route[] = [
  listActionPlans,
  beginActionPlan,
  openActionPlan,
  groundActionPlan,
  writeMeasure,
  takeOutMeasure,
  decideActionPlan,
  correctPlanDecision,
  followUpActionPlan,
  tellActionPlan,
  takeBackActionPlan,
  printActionPlan,
  typeActionPlan,
];
