// An indicator of a promise: what is looked at, from where, what is wanted and by when. Its baseline is frozen the day it is begun; its readings are never changed, only corrected by
// another beside them; where its figures begin to mean something else the line breaks (domain.md 3.5 and 7; docs/decisions/0033).
import { shareOf } from "../../ground/count.ts";
import { command } from "../../ground/command.ts";
import { type Grant, grantsIn, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day, type Instant } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import { everyFewIn } from "../../collect/few-people.ts";
import { personRefused, type PersonWhy } from "../../collect/person-in-text.ts";
import { freeSlug, type SecrecyClass, slugWithin } from "../../collect/source.ts";
import { poissonInterval } from "../../picture/engine/numbers/interval.ts";
import type { Design, EffectAnswer, Inputs } from "./effect.ts";
import { bestOf, effectOf, offersOf } from "./effect.ts";
import type { Column, Measure, Reading, Wanted } from "./outcome.ts";

/** Where figures are looked up. `own` has no source but those who note its readings. */
export const FROM_KINDS = ["series", "measurement", "events", "campaign", "log", "own"] as const;
export type FromKind = (typeof FROM_KINDS)[number];

export type Break = { readonly on: Day; readonly why: string; readonly fromSource: boolean };
export type Target = { readonly value: number; readonly by?: Day | undefined };

export type Indicator = {
  readonly id: string;
  readonly slug: string;
  readonly documentId: string;
  readonly pledgeId: string | undefined;
  readonly activityId: string | undefined;
  readonly name: string;
  readonly unit: string;
  readonly wanted: Wanted;
  readonly column: Column;
  readonly measure: Measure;
  readonly from: { readonly kind: FromKind; readonly key: string };
  /** Its name, or its figures, stood in the signed text: chosen before anybody knew how it would go. */
  readonly inPromise: boolean;
  /** What the promise says it is to be held beside; empty where it says nothing. */
  readonly comparison: string;
  readonly secrecy: SecrecyClass;
  /** Whose source it is. */
  readonly organisationId: string;
  readonly source: string;
  readonly caveat: string;
  readonly target: Target | undefined;
  /** It rises when there are more controls. */
  readonly controlDependent: boolean;
  /** The recorded one beside a perceived, and the other way round. */
  readonly besideId: string | undefined;
  readonly readings: readonly Reading[];
  readonly breaks: readonly Break[];
  readonly aside: { readonly on: Day; readonly reason: string } | undefined;
  readonly example: boolean;
};

/** Found by control rather than by complaint: more control is more of it in the books (domain.md 7; statistics.md 5.1). */
const BY_CONTROL =
  /narkotika|drog|rattfyller|drograttfyller|nykterhet|vapen|vapenlag|knivlag|doping|olovlig körning|ordningsförelägg|fortkörning|hastighetsöverträd|langning|smuggl|ordningsbot|drunk driving|weapon|drugs/i;
/** Preset of the label «beror på hur mycket kontroll som görs»: of what is recorded, never of what people answer. */
export function isControlDependent(name: string, column: Column): boolean {
  return column === "outcome" && BY_CONTROL.test(name);
}

/** Figures as their source has them, with what must be known of it. */
export type Sourced = {
  readonly kind: FromKind;
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly measure: Measure;
  readonly column: Column;
  readonly source: string;
  readonly caveat: string;
  readonly secrecy: SecrecyClass;
  readonly organisationId: string;
  readonly readings: readonly Omit<Reading, "baseline">[];
  readonly breaks: readonly { readonly on: Day; readonly why: string }[];
  /** What was promised of it for each of its periods. */
  readonly goal?: number;
};

/** Those who keep the follow-up for either party. */
export const KEEPERS: readonly Role[] = ["coordinator", "liaison"];
/** Those who note figures. */
export const READERS: readonly Role[] = ["coordinator", "liaison", "activity-owner"];

export type IndicatorWhy =
  | "not-yours"
  | "pledge-not-promised"
  | "source-not-there"
  | "indicator-name-needed"
  | "indicator-exists"
  | "baseline-not-there"
  | "target-day-passed"
  | "indicator-aside"
  | "part-over-whole"
  | "interval-misses-value"
  | "interval-one-end"
  | "future-not-written"
  | "reading-there"
  | "reading-not-there"
  | "break-sentence-needed"
  | "break-there"
  | "report-counts-few"
  | "nothing-new"
  | "effect-of-output"
  | "effect-began-later"
  | "aside-reason-needed"
  | "indicator-told"
  | "events-not-told"
  | PersonWhy;

export type NewIndicator = {
  readonly pledgeId: string;
  readonly from: { readonly kind: FromKind; readonly key: string };
  readonly name: string;
  readonly unit: string;
  readonly column: Column;
  readonly measure: Measure;
  readonly wanted: Wanted;
  /** The last day of the reading that is the baseline; the last before the promise began, or the first there is, where none is named. */
  readonly baselineOn?: Day | undefined;
  readonly target?: Target | undefined;
  readonly controlDependent: boolean;
  /** Of what both parties may read: everybody may read it on the page of the promise. */
  readonly tell?: boolean | undefined;
  /** The slug of the one it stands beside. */
  readonly beside?: string | undefined;
};

/** What is known of the promise it is begun for. */
export type Promised = {
  readonly partnershipId: string;
  readonly pledge:
    | {
        readonly documentId: string;
        readonly from: Day | undefined;
        readonly named: string;
        readonly comparison: string;
        readonly foundOf: string;
      }
    | undefined;
  /** As the asker may see it; undefined where it is not there for them, or nothing is looked up. */
  readonly sourced: Sourced | undefined;
  readonly standing: readonly Pick<Indicator, "id" | "slug" | "name" | "pledgeId" | "aside">[];
};

/** The grant by which somebody keeps an indicator: of the organisation whose source it is, where both may not read that. */
function keeperIn(
  person: Person,
  partnershipId: string,
  roles: readonly Role[],
  owner?: { readonly organisationId: string; readonly secrecy: SecrecyClass },
): Grant | undefined {
  const grants = grantsIn(person, partnershipId, roles);
  return owner?.secrecy === "own"
    ? grants.find(({ organisationId }) => organisationId === owner.organisationId)
    : grants[0];
}

export type Begun = {
  readonly indicator: Indicator;
  readonly at: Instant;
  readonly by: string;
  /** For whom whoever begins it acts; the source may be the other party's. */
  readonly organisationId: string;
};

export const beginIndicator = command({
  event: "indicator.begun",
  may: (
    person: Person,
    _input: NewIndicator,
    { partnershipId, sourced }: Promised,
  ): Refusal<IndicatorWhy> | undefined =>
    keeperIn(person, partnershipId, KEEPERS, sourced) === undefined ? { why: "not-yours" } : undefined,
  decide: (input: NewIndicator, state: Promised, moment): Result<Begun, Refusal<IndicatorWhy>> => {
    const { pledge, sourced, standing } = state;
    if (pledge === undefined) return no("pledge-not-promised", { field: "pledgeId" });
    if (input.from.kind !== "own" && sourced === undefined) return no("source-not-there", { field: "from" });
    const name = (input.name.trim() === "" ? sourced?.name : input.name)?.trim() ?? "";
    const unit = sourced?.unit ?? input.unit.trim();
    if (name === "" || unit === "") return no("indicator-name-needed", { field: name === "" ? "name" : "unit" });
    const refused = personRefused({ name, unit });
    if (refused !== undefined) return { ok: false, refusal: refused };
    if (standing.some((one) => one.aside === undefined && one.pledgeId === input.pledgeId && one.name === name))
      return no("indicator-exists", { field: "name" });
    const today = dayOf(moment.at);
    if (input.target?.by !== undefined && input.target.by < today) return no("target-day-passed", { field: "target" });
    const readings = sourced?.readings ?? [];
    const proposed = baselineIn(readings, input.baselineOn, pledge.from);
    // What was done in the promise's own time is no baseline of it.
    const isOwnTime = input.from.kind === "log" && pledge.from !== undefined && (proposed ?? "") >= pledge.from;
    const baselineOn = isOwnTime ? undefined : proposed;
    if (input.baselineOn !== undefined && baselineOn === undefined)
      return no("baseline-not-there", { field: "baselineOn" });
    const beside = standing.find((one) => one.slug === input.beside);
    if (input.beside !== undefined && beside === undefined) return no("source-not-there", { field: "beside" });
    const grant = keeperIn(moment.by, state.partnershipId, KEEPERS, sourced)!;
    const id = moment.newId();
    const wanted = freeSlug(
      slugOf(name).slice(0, 60) || "matt",
      standing.map((one) => one.slug),
    );
    // What both parties may read is told by its owner; nobody tells what is one party's own.
    const owner = sourced?.organisationId ?? grant.organisationId;
    const isOwners = grantsIn(moment.by, state.partnershipId, KEEPERS).some(
      ({ organisationId }) => organisationId === owner,
    );
    const read = sourced?.secrecy ?? "public";
    const isTold = input.tell === true && isOwners && input.from.kind !== "events";
    const secrecy = read === "shared" && isTold ? "public" : read;
    return yes({
      at: moment.at,
      by: moment.by.id,
      organisationId: grant.organisationId,
      indicator: {
        id,
        slug: slugWithin(secrecy, wanted, id),
        documentId: pledge.documentId,
        pledgeId: input.pledgeId,
        activityId: input.from.kind === "log" ? input.from.key : undefined,
        name,
        unit,
        wanted: input.wanted,
        column: input.from.kind === "log" ? "output" : input.column,
        measure: sourced?.measure ?? input.measure,
        from: input.from,
        inPromise:
          pledge.named === name ||
          (pledge.foundOf !== "" && pledge.foundOf === input.from.key) ||
          input.from.kind === "log",
        comparison: pledge.foundOf === input.from.key ? pledge.comparison : "",
        secrecy,
        // Whose source it is; where nothing is looked up, those who begin it.
        organisationId: owner,
        source: sourced?.source ?? "",
        caveat: sourced?.caveat ?? "",
        target: input.target,
        controlDependent: input.controlDependent,
        besideId: beside?.id,
        readings: readings.map((one) => ({ ...one, baseline: one.on === baselineOn })),
        breaks: (sourced?.breaks ?? []).map((one) => ({ ...one, fromSource: true })),
        aside: undefined,
        example: false,
      },
    });
  },
});

/** The last reading before the promise began, or the first there is. */
function baselineIn(readings: Sourced["readings"], asked: Day | undefined, from: Day | undefined): Day | undefined {
  const days = readings.map(({ on }) => on).toSorted();
  if (asked !== undefined) return days.includes(asked) ? asked : undefined;
  return days.findLast((on) => from !== undefined && on < from) ?? days[0];
}

export type OnIndicator = {
  readonly partnershipId: string;
  readonly indicator: Indicator;
};
type Kept = Pick<OnIndicator, "partnershipId" | "indicator">;
const mayKeep =
  (roles: readonly Role[]) =>
  (person: Person, _input: unknown, { partnershipId, indicator }: Kept): Refusal<IndicatorWhy> | undefined =>
    keeperIn(person, partnershipId, roles, indicator) === undefined ? { why: "not-yours" } : undefined;
/** Who may put in what its source does not say: of a source its owner, of one's own figures either party. */
export function mayPutRight(person: Person, partnershipId: string, indicator: Indicator): boolean {
  const grants = grantsIn(person, partnershipId, READERS);
  if (indicator.from.kind === "own") return keeperIn(person, partnershipId, READERS, indicator) !== undefined;
  return grants.some(({ organisationId }) => organisationId === indicator.organisationId);
}
const mayChange = (
  person: Person,
  _input: unknown,
  { partnershipId, indicator }: Kept,
): Refusal<IndicatorWhy> | undefined =>
  mayPutRight(person, partnershipId, indicator) ? undefined : { why: "not-yours" };
const asideRefused = ({ aside }: Indicator): Refusal<IndicatorWhy> | undefined =>
  aside === undefined ? undefined : { why: "indicator-aside" };

/** One's own figure: how many of how many, how many there were, or what was measured with its interval. */
export type NewReading = {
  readonly on: Day;
  readonly from?: Day | undefined;
  readonly method: string;
  readonly baseline: boolean;
  /** Of a reading that is there already: why it was wrong. */
  readonly correction: string;
  readonly figure:
    | { readonly kind: "part"; readonly part: number; readonly of: number }
    | { readonly kind: "count"; readonly count: number }
    | {
        readonly kind: "value";
        readonly value: number;
        readonly low?: number | undefined;
        readonly high?: number | undefined;
        readonly n: number;
      };
};
export type Noted = {
  readonly reading: Reading;
  readonly reason: string;
  readonly organisationId: string;
  readonly at: Instant;
  readonly by: string;
};

export const noteReading = command({
  event: "indicator.read",
  may: mayChange,
  decide: (
    input: NewReading,
    { partnershipId, indicator }: OnIndicator,
    moment,
  ): Result<Noted, Refusal<IndicatorWhy>> => {
    const aside = asideRefused(indicator);
    if (aside !== undefined) return { ok: false, refusal: aside };
    if (input.on > dayOf(moment.at)) return no("future-not-written", { field: "on" });
    const [method, reason] = [input.method.trim(), input.correction.trim()];
    const refused = personRefused({ method, correction: reason });
    if (refused !== undefined) return { ok: false, refusal: refused };
    const isThere = indicator.readings.some(({ on }) => on === input.on);
    if (isThere && reason === "") return no("reading-there", { field: "correction" });
    if (!isThere && reason !== "") return no("reading-not-there", { field: "on" });
    const figure = figureOf(input.figure, indicator.measure);
    if (!figure.ok) return figure;
    const earlier = indicator.readings.find(({ on }) => on === input.on);
    return yes({
      reading: {
        on: input.on,
        from: input.from ?? earlier?.from,
        ...figure.value,
        method,
        // The baseline is frozen: there is one, and a correction of its figure is still the baseline's.
        baseline: earlier?.baseline ?? (input.baseline && !indicator.readings.some(({ baseline }) => baseline)),
        comparable: earlier?.comparable ?? true,
      },
      reason,
      organisationId: keeperIn(moment.by, partnershipId, READERS, indicator)!.organisationId,
      at: moment.at,
      by: moment.by.id,
    });
  },
});

/** Its interval is reckoned: by Wilson for a share, exactly by Poisson for a count. */
export function figureOf(
  given: NewReading["figure"],
  measure: Measure,
): Result<Pick<Reading, "value" | "low" | "high" | "n">, Refusal<IndicatorWhy>> {
  switch (given.kind) {
    case "part": {
      if (given.of < 1 || given.part > given.of) return no("part-over-whole", { field: "figure" });
      const { value, low, high, n } = shareOf(given.part, given.of);
      const percent = (share: number) => tenth(share * 100);
      return yes({ value: percent(value), low: percent(low), high: percent(high), n });
    }
    case "count": {
      const { low, high } = poissonInterval(given.count);
      return yes({ value: given.count, low: tenth(low), high: tenth(high), n: given.count });
    }
    case "value": {
      const { value, low, high, n } = given;
      if ((low === undefined) !== (high === undefined)) return no("interval-one-end", { field: "figure" });
      if ((low ?? value) > value || (high ?? value) < value) return no("interval-misses-value", { field: "figure" });
      // Of how many things are counted in, the interval of what they are is the counts' own.
      if (low === undefined && measure === "rate" && n > 0) return yes(rateOf(value, n));
      return yes({ value, low: low ?? null, high: high ?? null, n });
    }
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** A rate of so many counted, with the counts' exact interval. */
export function rateOf(value: number, n: number): Pick<Reading, "value" | "low" | "high" | "n"> {
  const { low, high } = poissonInterval(n);
  return n === 0
    ? { value, low: null, high: null, n }
    : { value, low: tenth((value * low) / n), high: tenth((value * high) / n), n };
}

export type NewBreak = { readonly on: Day; readonly why: string };
export const noteBreak = command({
  event: "indicator.broken",
  may: mayChange,
  decide: (input: NewBreak, { partnershipId, indicator }: OnIndicator, moment) => {
    const aside = asideRefused(indicator);
    if (aside !== undefined) return { ok: false as const, refusal: aside };
    const why = input.why.trim();
    if (why === "") return no<IndicatorWhy>("break-sentence-needed", { field: "why" });
    if (indicator.breaks.some(({ on }) => on === input.on)) return no<IndicatorWhy>("break-there", { field: "on" });
    const refused = personRefused({ why });
    if (refused !== undefined) return { ok: false as const, refusal: refused };
    const [few] = everyFewIn(why);
    if (few !== undefined) return no<IndicatorWhy>("report-counts-few", { field: "why", detail: { said: few } });
    return yes({
      id: moment.newId(),
      on: input.on,
      why,
      organisationId: keeperIn(moment.by, partnershipId, READERS, indicator)!.organisationId,
      at: moment.at,
      by: moment.by.id,
    });
  },
});

export type Caught = { readonly readings: readonly Reading[]; readonly breaks: readonly Break[] };
/** What the source says that the indicator does not: later periods, figures that were corrected there, breaks. The baseline is frozen and stays as it was. */
export function caughtUp(
  { readings, breaks, from }: Pick<Indicator, "readings" | "breaks" | "from">,
  sourced: Sourced | undefined,
): Caught {
  if (from.kind === "own" || sourced === undefined) return { readings: [], breaks: [] };
  const fresh = sourced.readings.flatMap((one): Reading[] => {
    const known = readings.find(({ on }) => on === one.on);
    if (known === undefined) return [{ ...one, baseline: false }];
    const isSame = known.value === one.value && known.low === one.low && known.high === one.high && known.n === one.n;
    return isSame || known.baseline ? [] : [{ ...one, baseline: false }];
  });
  const broken = sourced.breaks.filter(({ on }) => !breaks.some((one) => one.on === on));
  return { readings: fresh, breaks: broken.map((one) => ({ ...one, fromSource: true })) };
}

export const catchUp = command({
  event: "indicator.caught-up",
  may: mayKeep(READERS),
  decide: (
    _input: unknown,
    { partnershipId, indicator, sourced }: OnIndicator & { readonly sourced: Sourced | undefined },
    moment,
  ) => {
    const aside = asideRefused(indicator);
    if (aside !== undefined) return { ok: false as const, refusal: aside };
    const fresh = caughtUp(indicator, sourced);
    if (fresh.readings.length + fresh.breaks.length === 0) return no<IndicatorWhy>("nothing-new");
    return yes({
      ...fresh,
      organisationId: keeperIn(moment.by, partnershipId, READERS, indicator)!.organisationId,
      at: moment.at,
      by: moment.by.id,
    });
  },
});

export type AskedEffect = { readonly design?: Design | undefined; readonly began: Day };
export type OnEffect = OnIndicator & { readonly inputs: Inputs; readonly selfSelected: boolean };
export type Answered = {
  readonly id: string;
  readonly answer: EffectAnswer;
  readonly inPromise: boolean;
  readonly began: Day;
  readonly organisationId: string;
  readonly at: Instant;
  readonly by: string;
};

export const askEffect = command({
  event: "indicator.effect-asked",
  may: mayKeep(KEEPERS),
  decide: (
    { design, began }: AskedEffect,
    { partnershipId, indicator, inputs, selfSelected }: OnEffect,
    moment,
  ): Result<Answered, Refusal<IndicatorWhy>> => {
    const aside = asideRefused(indicator);
    if (aside !== undefined) return { ok: false, refusal: aside };
    // What was done says how much was done; what it led to is seen in something else.
    if (indicator.column === "output") return no("effect-of-output");
    if (began > dayOf(moment.at)) return no("effect-began-later", { field: "began" });
    const chosen = design ?? bestOf(offersOf(inputs));
    return yes({
      id: moment.newId(),
      answer: effectOf(inputs, chosen, { controlDependent: indicator.controlDependent, selfSelected }),
      inPromise: indicator.inPromise,
      began,
      organisationId: keeperIn(moment.by, partnershipId, KEEPERS, indicator)!.organisationId,
      at: moment.at,
      by: moment.by.id,
    });
  },
});

/** What both parties may read becomes everybody's, by the one whose source it is. */
export const tellIndicator = command({
  event: "indicator.told",
  may: (
    person: Person,
    _input: unknown,
    { partnershipId, indicator }: OnIndicator,
  ): Refusal<IndicatorWhy> | undefined =>
    grantsIn(person, partnershipId, KEEPERS).some(({ organisationId }) => organisationId === indicator.organisationId)
      ? undefined
      : { why: "not-yours" },
  decide: (_input: unknown, { indicator }: OnIndicator): Result<{ readonly id: string }, Refusal<IndicatorWhy>> => {
    const aside = asideRefused(indicator);
    if (aside !== undefined) return { ok: false, refusal: aside };
    // Counted month by month in a part of the map, each month tells something of the few (statistics.md 5.2).
    if (indicator.from.kind === "events") return no("events-not-told");
    return indicator.secrecy === "shared" ? yes({ id: indicator.id }) : no("indicator-told");
  },
});

export const layAside = command({
  event: "indicator.laid-aside",
  may: mayKeep(KEEPERS),
  decide: (
    { reason }: { readonly reason: string },
    { indicator }: OnIndicator,
    moment,
  ): Result<{ readonly reason: string; readonly at: Instant }, Refusal<IndicatorWhy>> => {
    const aside = asideRefused(indicator);
    if (aside !== undefined) return { ok: false, refusal: aside };
    if (reason.trim() === "") return no("aside-reason-needed", { field: "reason" });
    const refused = personRefused({ reason });
    return refused === undefined ? yes({ reason: reason.trim(), at: moment.at }) : { ok: false, refusal: refused };
  },
});
