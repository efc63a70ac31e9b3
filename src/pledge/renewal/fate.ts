// «Förbered nästa» (journeys.md 16): every löfte and activity of a promise is read with what it led to, and kept, changed, ended or handed over, before the next one begins.
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Activity, Content, Pledge } from "../document.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import { periodFor, type ProposedTime } from "../next-time.ts";
import { type Fate, type FormerItem, goesOn } from "./formerly.ts";

export type FateWhy =
  | "not-yours"
  | "names-a-person"
  | "nothing-to-renew"
  | "fate-changed-meanwhile"
  | "slug-taken"
  | "item-not-there"
  | "read-it-first"
  | "fate-needs-reason"
  | "keep-needs-reason"
  | "handed-over-to-whom"
  | "pledge-goes"
  | "activities-stay"
  | "next-is-proposed"
  | "writing-is-over"
  | "next-is-begun"
  | "items-without-fate";

/** One thing that was promised. */
export type Item = {
  readonly id: string;
  /** The löfte an activity belongs to; undefined for a löfte. */
  readonly pledgeId: string | undefined;
  readonly number: string;
  readonly text: string;
};

/** Everything that was promised, in the order it stands. */
export function itemsOf(content: Content): readonly Item[] {
  return content.pledges.flatMap((pledge) => [
    { id: pledge.id, pledgeId: undefined, number: String(pledge.order), text: pledge.text },
    ...pledge.activities.map(({ id, number, text }) => ({ id, pledgeId: pledge.id, number, text })),
  ]);
}

export type Decided = {
  readonly itemId: string;
  readonly fate: Fate;
  /** Empty where none was asked for and none given. */
  readonly reason: string;
  readonly handedTo: string;
  readonly organisationId: string;
  readonly revision: number;
  readonly at: Instant;
};

/** A löfte that has stood since an earlier promise, and nothing that was measured or counted says what it led to. */
export type Stood = ReadonlyMap<string, { readonly since: string }>;

type Chained = { readonly document: PledgeDocument; readonly measured: ReadonlySet<string> };

/** Which löften of the last have stood since an earlier one without a measurable result in any of them. `chain` is earliest first. */
export function stoodUnmeasured(chain: readonly Chained[]): Stood {
  const stood = new Map<string, { since: string }>();
  for (const pledge of chain.at(-1)?.document.content.pledges ?? []) {
    let since: string | undefined;
    let isMeasured = false;
    let id: string | undefined = pledge.id;
    for (const { document, measured } of chain.toReversed()) {
      const own = document.content.pledges.find((one) => one.id === id);
      if (own === undefined) break;
      if (own !== pledge) since = document.content.period.from.said.slice(0, 4);
      isMeasured ||= measured.has(own.id);
      id = own.continues;
    }
    if (since !== undefined && !isMeasured) stood.set(pledge.id, { since });
  }
  return stood;
}

const WRITERS = ["coordinator", "liaison"] as const;
type Here = { readonly partnershipId: string; readonly document: PledgeDocument };
const mayPrepare = (person: Person, _input: unknown, { partnershipId }: Here): Refusal<FateWhy> | undefined =>
  grantFor(person, partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined;
/** Called after `mayPrepare` only. */
const homeOf = (person: Person, { partnershipId }: Here): string =>
  grantFor(person, partnershipId, WRITERS)?.organisationId ?? "";

const isRenewed = ({ state }: PledgeDocument) => state === "published" || state === "closed";

export const readItem = command({
  event: "renewal.item-read",
  may: mayPrepare,
  decide: ({ itemId }: { readonly itemId: string }, state: Here, moment) => {
    if (!isRenewed(state.document)) return no<FateWhy>("nothing-to-renew");
    if (!itemsOf(state.document.content).some(({ id }) => id === itemId)) return no<FateWhy>("item-not-there");
    return yes({ itemId, organisationId: homeOf(moment.by, state), at: moment.at });
  },
});

export type Preparing = Here & {
  /** What has been read, by whose organisation. */
  readonly reads: readonly { readonly itemId: string; readonly organisationId: string }[];
  readonly decided: readonly Decided[];
  readonly stood: Stood;
  /** Those that follow on this one and are not taken back. */
  readonly successors: readonly PledgeDocument[];
  /** The last day of writing of one of them, where it has passed: its text does not follow any more. */
  readonly frozenSince?: Day | undefined;
};

type Wish = {
  readonly itemId: string;
  readonly fate: Fate;
  readonly reason: string;
  readonly handedTo: string;
  /** Of the fate that was read; 0 where there was none. */
  readonly revision: number;
};

export const decideFate = command({
  event: "renewal.fate-given",
  may: mayPrepare,
  decide: (input: Wish, state: Preparing, moment): Result<Decided, Refusal<FateWhy>> => {
    if (!isRenewed(state.document)) return no("nothing-to-renew");
    if (state.successors.some((document) => document.state !== "draft")) return no("next-is-proposed");
    if (state.frozenSince !== undefined) return no("writing-is-over", { detail: { day: state.frozenSince } });
    const items = itemsOf(state.document.content);
    const item = items.find(({ id }) => id === input.itemId);
    if (item === undefined) return no("item-not-there");
    const organisationId = homeOf(moment.by, state);
    if (!state.reads.some((read) => read.itemId === item.id && read.organisationId === organisationId))
      return no("read-it-first");
    const before = state.decided.find(({ itemId }) => itemId === item.id);
    if ((before?.revision ?? 0) !== input.revision) return no("fate-changed-meanwhile");
    const { fate } = input;
    const reason = input.reason.trim();
    const handedTo = fate === "hand-over" ? input.handedTo.trim() : "";
    const since = state.stood.get(item.id)?.since;
    if (reason === "" && !goesOn(fate)) return no("fate-needs-reason", { field: "reason" });
    if (reason === "" && fate === "keep" && since !== undefined)
      return no("keep-needs-reason", { field: "reason", detail: { number: item.number, year: since } });
    if (fate === "hand-over" && handedTo === "") return no("handed-over-to-whom", { field: "handedTo" });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    if (personIn(handedTo)) return no("names-a-person", { field: "handedTo" });
    const fateOf = (id: string) => state.decided.find(({ itemId }) => itemId === id)?.fate;
    const home = item.pledgeId === undefined ? undefined : fateOf(item.pledgeId);
    if (home !== undefined && !goesOn(home) && goesOn(fate)) return no("pledge-goes");
    const staying = items.find(({ id, pledgeId }) => pledgeId === item.id && goesOn(fateOf(id) ?? "end"));
    if (!goesOn(fate) && staying !== undefined) return no("activities-stay", { detail: { number: staying.number } });
    return yes({
      itemId: item.id,
      fate,
      reason,
      handedTo,
      organisationId,
      revision: input.revision + 1,
      at: moment.at,
    });
  },
});

export const startNext = command({
  event: "draft.started",
  may: mayPrepare,
  decide: (
    { next }: { readonly next: string },
    state: Preparing & { readonly taken: boolean; readonly proposed?: ProposedTime | undefined },
    moment,
  ): Result<{ id: string; slug: string; content: Content }, Refusal<FateWhy>> => {
    const { document, decided, successors } = state;
    if (!isRenewed(document)) return no("nothing-to-renew");
    const begun = successors.find((one) => one.state === "draft");
    if (begun !== undefined) return no("next-is-begun", { detail: { slug: begun.slug } });
    if (state.taken) return no("slug-taken", { field: "next" });
    const items = itemsOf(document.content);
    const missing = items.filter(({ id }) => !decided.some(({ itemId }) => itemId === id)).length;
    if (missing > 0) return no("items-without-fate", { detail: { count: missing, all: items.length } });
    const content = renewed(document.content, decided, moment.newId);
    return yes({ id: moment.newId(), slug: next, content: { ...content, period: periodFor(next, state.proposed) } });
  },
});

/** What the next promise says of the one before: each item with its fate, in its order. */
export function formerlyOf(former: Content, decided: readonly Decided[]): FormerItem[] {
  return itemsOf(former).flatMap(({ id, number, text }) => {
    const given = decided.find(({ itemId }) => itemId === id);
    if (given === undefined) return [];
    const { fate, reason, handedTo } = given;
    return [{ id, number, text, fate, ...(reason === "" ? {} : { reason }), ...(handedTo === "" ? {} : { handedTo }) }];
  });
}

/**
 * The former promise as the start of the next: what is kept and changed in the same words with new ids, each pointing at the one it goes on from, and of everything what became of it.
 * What was told of the former stays with it.
 */
export function renewed(former: Content, decided: readonly Decided[], newId: () => string): Content {
  const {
    toldResults: _told,
    note: _note,
    renderings: _renderings,
    sources: _sources,
    signedOn: _signedOn,
    signatories: _signatories,
    version: _version,
    // A reason was written for that promise; the next one is asked anew.
    exceptions: _exceptions,
    formerly: _formerly,
    amends: _amends,
    ...kept
  } = former;
  const stays = ({ id }: { readonly id: string }) => decided.some(({ itemId, fate }) => itemId === id && goesOn(fate));
  return {
    ...kept,
    period: { from: { said: "ej bestämt" } },
    sources: [],
    formerly: formerlyOf(former, decided),
    pledges: former.pledges.filter(stays).map((pledge, at) => carried(pledge, at + 1, stays, newId)),
  };
}

function carried(pledge: Pledge, order: number, stays: (activity: Activity) => boolean, newId: () => string): Pledge {
  const { exceptions: _left, ...kept } = pledge;
  return {
    ...withoutMeasured(kept),
    id: newId() as Pledge["id"],
    order,
    continues: pledge.id,
    activities: pledge.activities.filter(stays).map(({ exceptions: _why, accountable, ...activity }, at) => ({
      ...activity,
      // The unit's yes was to the promise before: it is asked anew.
      ...(accountable === undefined ? {} : { accountable: { ...accountable, accepted: false } }),
      id: newId() as Activity["id"],
      number: `${order}.${at + 1}`,
      continues: activity.id,
    })),
  };
}

/** What shows is reckoned from how it was then; the next promise asks anew. */
function withoutMeasured(pledge: Pledge): Pledge {
  if (pledge.expectedEffect === undefined) return pledge;
  const { measured: _measured, goal: _goal, ...expectedEffect } = pledge.expectedEffect;
  return { ...pledge, expectedEffect };
}

/** A draft when a fate is given anew: what it says of the former is as it now is, what was to go on and is not there comes in, and what is to go leaves. */
export function renewedAgain(
  draft: Content,
  former: Content,
  decided: readonly Decided[],
  newId: () => string,
): Content {
  const stays = (id: string) => decided.some(({ itemId, fate }) => itemId === id && goesOn(fate));
  const isGone = (continued: string | undefined) => itemsOf(former).some(({ id }) => id === continued && !stays(id));
  const pledges: Pledge[] = draft.pledges
    .filter(({ continues }) => !isGone(continues))
    .map((pledge) => ({ ...pledge, activities: pledge.activities.filter(({ continues }) => !isGone(continues)) }));
  for (const pledge of former.pledges) {
    if (!stays(pledge.id)) continue;
    const at = pledges.findIndex(({ continues }) => continues === pledge.id);
    const own = pledges[at];
    if (own === undefined) {
      pledges.push(carried(pledge, pledges.length + 1, ({ id }) => stays(id), newId));
      continue;
    }
    const lacking = pledge.activities.filter(
      ({ id }) => stays(id) && !own.activities.some(({ continues }) => continues === id),
    );
    const back = carried({ ...pledge, activities: lacking }, own.order, () => true, newId).activities;
    const numbered = back.map((activity, place) => ({
      ...activity,
      number: `${own.order}.${own.activities.length + place + 1}`,
    }));
    pledges[at] = { ...own, activities: [...own.activities, ...numbered] };
  }
  return { ...draft, formerly: formerlyOf(former, decided), pledges };
}
