import type { OutputOf } from "../../ground/endpoint.ts";
import { grantsIn } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { addDays, dayOf, type Day } from "../../ground/time.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import type { FollowDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { bestOf, type Inputs, offersOf } from "./effect.ts";
import { pointsOf } from "./figures.ts";
import * as rule from "./indicator.ts";
import type { Reading } from "./outcome.ts";
import { sayEffect } from "./said.ts";
import * as store from "./store.ts";
import { besideOf, everySource, promisesIn, sourcedNow, sourceOf } from "./store-sources.ts";

type Ask = Asking<FollowDatabase>;

const figure = ({ from, on, value, low, high, n }: Reading) => ({ from: from ?? null, on, value, low, high, n });

function listed(indicator: store.Kept, all: readonly store.Kept[]) {
  const told = store.followed(indicator, all);
  const beside = all.find(({ id, besideId }) => id === indicator.besideId || besideId === indicator.id);
  const latest = told.latest;
  return {
    slug: indicator.slug,
    name: indicator.name,
    unit: indicator.unit,
    column: indicator.column,
    measure: indicator.measure,
    wanted: indicator.wanted,
    controlDependent: indicator.controlDependent,
    secrecy: indicator.secrecy,
    baseline: told.baseline === undefined ? null : figure(told.baseline),
    latest: latest === undefined ? null : figure(latest),
    target: indicator.target === undefined ? null : targetOf(indicator.target),
    verdict: told.verdict ?? null,
    beside:
      beside === undefined || told.beside === undefined
        ? null
        : {
            slug: beside.slug,
            name: beside.name,
            unit: beside.unit,
            latest: told.beside.latest === undefined ? null : figure(told.beside.latest),
          },
    example: indicator.example,
  };
}

const targetOf = ({ value, by }: rule.Target) => ({ value, ...(by === undefined ? {} : { by }) });
const mayAs = (ask: Ask, roles: Parameters<typeof grantsIn>[2]) =>
  ask.person !== undefined && grantsIn(ask.person, here(ask), roles).length > 0;

const listIndicators = question(api.listIndicators, async (_input, ask: Ask) => {
  const all = await store.readIndicators(ask.tx, here(ask));
  const promises = await promisesIn(ask.tx, here(ask));
  return yes({
    promises: promises.map(({ slug, title, span, pledges }) => ({
      slug,
      title,
      from: span.from ?? null,
      to: span.to ?? null,
      pledges: pledges.map(({ id, order, text }) => ({
        id,
        order,
        text,
        indicators: all.filter(({ pledgeId }) => pledgeId === id).map((one) => listed(one, all)),
      })),
    })),
    may: mayAs(ask, rule.KEEPERS),
  });
});

const proposed = (one: rule.Sourced) => ({
  kind: one.kind,
  key: one.key,
  name: one.name,
  unit: one.unit,
  measure: one.measure,
  column: one.column,
  source: one.source,
  controlDependent: rule.isControlDependent(one.name, one.column),
  goal: one.goal ?? null,
  days: one.readings.map(({ on, value }) => ({ on, value })),
});

const listFigures = question(api.listFigures, async (_input, ask: Ask) => {
  const today = dayOf(ask.at);
  const figures = await everySource(ask.tx, here(ask), today);
  const promised: OutputOf<typeof api.listFigures>["promised"] = [];
  for (const { pledges } of await promisesIn(ask.tx, here(ask)))
    for (const pledge of pledges) {
      const effect = pledge.expectedEffect;
      if (effect?.indicator === undefined) continue;
      const found = await foundIn(ask, pledge, figures, today);
      promised.push({
        ...(found === undefined
          ? {
              kind: "own",
              key: "",
              unit: effect.measured?.unit ?? "",
              measure: "measured",
              column: "outcome",
              source: effect.source ?? "",
              days: [],
              controlDependent: false,
            }
          : proposed(found)),
        name: effect.indicator,
        pledgeId: pledge.id,
        wanted: effect.wanted ?? "down",
        goal: effect.goal ?? null,
        baselineOn: effect.measured?.to ?? null,
      });
    }
  return yes({ promised, figures: figures.map(proposed) });
});

type PledgeOf = Awaited<ReturnType<typeof promisesIn>>[number]["pledges"][number];

/** Where the figures lie that the promise was reckoned from, or that go by the name it gives. */
async function foundIn(ask: Ask, { expectedEffect }: PledgeOf, figures: readonly rule.Sourced[], today: Day) {
  const measured = expectedEffect?.measured;
  if (measured?.kind === "events") {
    const found = await sourceOf(ask.tx, here(ask), { kind: "events", key: measured.of }, today);
    return found && { ...found, name: measured.name };
  }
  if (measured !== undefined && measured.kind !== "road")
    return figures.find(({ kind, key }) => kind === "series" && key === measured.of);
  const named = (expectedEffect?.indicator ?? "").toLowerCase();
  return figures.find(({ kind, name }) => kind !== "log" && isSameName(name.toLowerCase(), named));
}

/** «V85 Åmotsvägen förbi skolan» is what the promise calls «V85 på Åmotsvägen förbi skolan». */
function isSameName(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "" && !SMALL.has(word))
      .join(" ");
  return plain(one) === plain(other);
}
const SMALL: ReadonlySet<string> = new Set(["på", "vid", "i", "av", "längs"]);

async function inputsOf(
  ask: Ask,
  indicator: store.Kept,
  began: Day,
): Promise<{ inputs: Inputs; selfSelected: boolean }> {
  const { others, around, selfSelected } = await besideOf(ask.tx, here(ask), indicator, dayOf(ask.at));
  const { measure, wanted, readings, breaks } = indicator;
  return {
    inputs: {
      measure,
      wanted,
      readings,
      points: pointsOf(measure, readings),
      others,
      around,
      breaks: breaks.map(({ on }) => on),
      began,
    },
    selfSelected,
  };
}

/** The promise's first day; where it began within the baseline's own time, the day after that. */
function beganOf(indicator: store.Kept, first: Day | undefined): Day {
  const [effect] = indicator.effects;
  const baseline = indicator.readings.find(({ baseline: is }) => is);
  return (
    effect?.began ??
    first ??
    (baseline === undefined ? (indicator.begunOn ?? ("2000-01-01" as Day)) : addDays(baseline.on, 1))
  );
}

const openIndicator = question(api.openIndicator, async ({ slug, began: asked }, ask: Ask) => {
  const indicator = await store.indicatorForDecision(ask.tx, here(ask), slug);
  if (indicator === undefined) return no("not-found");
  const all = await store.readIndicators(ask.tx, here(ask));
  const promises = await promisesIn(ask.tx, here(ask));
  const promise = promises.find(({ pledges }) => pledges.some(({ id }) => id === indicator.pledgeId));
  const pledge = promise?.pledges.find(({ id }) => id === indicator.pledgeId);
  const began = asked ?? beganOf(indicator, promise?.span.from);
  const { inputs } = await inputsOf(ask, indicator, began);
  const offers = indicator.column === "output" ? [] : offersOf(inputs);
  const [last] = indicator.effects;
  const stale =
    last !== undefined && store.hashOfInputs((await inputsOf(ask, indicator, last.began)).inputs) !== last.inputsHash;
  const fresh = rule.caughtUp(indicator, await sourcedNow(ask.tx, here(ask), indicator, dayOf(ask.at)));
  return yes({
    ...listed(indicator, all),
    promise:
      promise === undefined || pledge === undefined
        ? null
        : { slug: promise.slug, order: pledge.order, text: pledge.text },
    fromKind: indicator.from.kind,
    source: indicator.source,
    caveat: indicator.caveat,
    inPromise: indicator.inPromise,
    begunOn: indicator.begunOn ?? null,
    aside: indicator.aside ?? null,
    readings: indicator.readings.map((one) => ({
      ...figure(one),
      method: one.method,
      baseline: one.baseline,
      comparable: one.comparable,
      before: indicator.earlier.filter(({ on }) => on === one.on).map(({ value, reason }) => ({ value, reason })),
    })),
    breaks: [...indicator.breaks],
    began,
    offers: offers.map((offer) => ({
      design: offer.design,
      lacks: offer.lacks,
      before: offer.lacks === null ? null : (offer.before ?? null),
      after: offer.lacks === null ? null : (offer.after ?? null),
    })),
    best: bestOf(offers) ?? null,
    effects: indicator.effects.map(({ number, answer, inPromise, began: since, on, inputsHash }) => ({
      number,
      design: answer.design,
      verdict: answer.verdict,
      sentence: sayEffect(answer, indicator),
      assumptions: [...answer.assumptions],
      wouldChange: [...answer.wouldChange],
      estimate: answer.estimate,
      method: answer.method,
      version: answer.version,
      inputsHash,
      inPromise,
      began: since,
      on,
    })),
    isStale: stale,
    pending: fresh.readings.length + fresh.breaks.length,
    may: {
      keep: indicator.aside === undefined && mayAs(ask, rule.KEEPERS),
      read:
        indicator.aside === undefined && ask.person !== undefined && rule.mayPutRight(ask.person, here(ask), indicator),
      tell:
        indicator.secrecy === "shared" &&
        indicator.from.kind !== "events" &&
        indicator.aside === undefined &&
        ask.person !== undefined &&
        rule.tellIndicator.may(ask.person, {}, { partnershipId: here(ask), indicator }) === undefined,
    },
  });
});

const beginIndicator = command(api.beginIndicator, {
  rule: rule.beginIndicator,
  load: async (input, ask: Ask) => {
    const standing = await store.readIndicators(ask.tx, here(ask), { aside: true });
    const promise = (await promisesIn(ask.tx, here(ask))).find(({ pledges }) =>
      pledges.some(({ id }) => id === input.pledgeId),
    );
    const effect = promise?.pledges.find(({ id }) => id === input.pledgeId)?.expectedEffect;
    return {
      partnershipId: here(ask),
      pledge: promise && {
        documentId: promise.id,
        from: promise.span.from,
        named: effect?.indicator ?? "",
        comparison: effect?.measured?.comparison?.name ?? "",
        foundOf: effect?.measured?.of ?? "",
      },
      sourced: await sourceOf(ask.tx, here(ask), input.from, dayOf(ask.at)),
      standing,
    };
  },
  write: async ({ indicator, ...by }, ask: Ask) => {
    await store.addIndicator(ask.tx, here(ask), indicator, by);
    return { slug: indicator.slug };
  },
  subject: ({ indicator }) => indicator.id,
});

const load = async ({ slug }: { readonly slug: string }, ask: Ask) => {
  const indicator = await store.indicatorForDecision(ask.tx, here(ask), slug);
  return indicator && { partnershipId: here(ask), indicator };
};
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;
const of = ({ partnershipId, indicator }: Loaded) => ({ id: indicator.id, partnershipId, example: false });

const noteReading = command(api.noteReading, {
  rule: rule.noteReading,
  load,
  write: async ({ reading, reason, ...by }, ask: Ask, _input, state) => {
    await store.addReadings(ask.tx, of(state), [reading], by, reason);
    return { value: reading.value, low: reading.low, high: reading.high };
  },
  subject: (_noted, _input) => undefined,
});

const noteBreak = command(api.noteBreak, {
  rule: rule.noteBreak,
  load,
  write: async (noted, ask: Ask, _input, state) => {
    await store.addBreak(ask.tx, of(state), noted);
    return { id: noted.id };
  },
  subject: ({ id }) => id,
});

const catchUp = command(api.catchUp, {
  rule: rule.catchUp,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    return loaded && { ...loaded, sourced: await sourcedNow(ask.tx, here(ask), loaded.indicator, dayOf(ask.at)) };
  },
  write: async (fresh, ask: Ask, _input, state) => {
    await store.addCaught(ask.tx, of(state), fresh, {
      at: fresh.at,
      by: fresh.by,
      organisationId: fresh.organisationId,
    });
    return { readings: fresh.readings.length, breaks: fresh.breaks.length };
  },
  subject: () => undefined,
});

const askEffect = command(api.askEffect, {
  rule: rule.askEffect,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    return loaded && { ...loaded, ...(await inputsOf(ask, loaded.indicator, input.began)) };
  },
  write: async (answered, ask: Ask, _input, state) => {
    const number = 1 + (state.indicator.effects[0]?.number ?? 0);
    await store.addEffect(ask.tx, of(state), number, state.inputs, answered);
    return { verdict: answered.answer.verdict, sentence: sayEffect(answered.answer, state.indicator) };
  },
  subject: ({ id }) => id,
  said: ({ answer }) => ({ design: answer.design, verdict: answer.verdict }),
});

const tellIndicator = command(api.tellIndicator, {
  rule: rule.tellIndicator,
  load,
  write: async ({ id }, ask: Ask, { slug }) => {
    await store.tellIndicator(ask.tx, id);
    return { slug };
  },
  subject: ({ id }) => id,
});

const layAside = command(api.layAside, {
  rule: rule.layAside,
  load,
  write: async (aside, ask: Ask, { slug }, { indicator }) => {
    await store.layIndicatorAside(ask.tx, indicator.id, aside);
    return { slug };
  },
  subject: () => undefined,
  said: (_aside, { slug }) => ({ slug }),
});

export const indicatorRoutes: readonly Route[] = [
  listIndicators,
  listFigures,
  openIndicator,
  beginIndicator,
  noteReading,
  noteBreak,
  catchUp,
  askEffect,
  tellIndicator,
  layAside,
];
