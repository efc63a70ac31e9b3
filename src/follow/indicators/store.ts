// Indicators with their readings, breaks and what was asked of them, read under the asker's own role. Nothing is written over: a corrected reading is the next of its day.
import type { Selectable } from "kysely";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import type { Said } from "../../ground/words.ts";
import { canonicalText, type Json } from "../../ground/canonical.ts";
import type { Within } from "../../partnership/tables.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { verdicts } from "../words.ts";
import type { FollowDatabase } from "../tables.ts";
import type { Design, EffectAnswer, Inputs } from "./effect.ts";
import type { Answered, Break, Caught, Indicator } from "./indicator.ts";
import { type Reading, verdictOf, type VerdictKind } from "./outcome.ts";
import { sayEffect } from "./said.ts";
import type { IndicatorReadingRow, IndicatorRow } from "./tables.ts";

type Tx = Within<FollowDatabase>;

/** What was said of a day before, and why it is said otherwise now. */
export type Earlier = {
  readonly on: Day;
  readonly value: number;
  readonly reason: string;
  readonly at: Instant | null;
};
export type Effect = {
  readonly id: string;
  readonly number: number;
  readonly answer: EffectAnswer;
  readonly design: Design | "none";
  readonly inPromise: boolean;
  readonly began: Day;
  readonly on: Day;
  readonly inputsHash: string;
  /** What it was worked out from. */
  readonly inputs: Pick<Inputs, "readings" | "points" | "breaks" | "began">;
};
export type Kept = Indicator & {
  readonly earlier: readonly Earlier[];
  /** When each reading's day was first noted, whatever it has been corrected to since. */
  readonly settled: ReadonlyMap<Day, Day>;
  readonly effects: readonly Effect[];
  readonly begunOn: Day | undefined;
};

/** Of a partnership, of one promise, or one; those laid aside too where asked for. Whoever may not see a source of the other party's does not see what rests on it. */
export async function readIndicators(
  tx: Tx,
  partnershipId: string,
  of: { readonly documentId?: string; readonly slug?: string; readonly aside?: boolean } = {},
): Promise<Kept[]> {
  let query = tx.selectFrom("indicator").selectAll().where("partnership_id", "=", partnershipId);
  if (of.documentId !== undefined) query = query.where("document_id", "=", of.documentId);
  if (of.slug !== undefined) query = query.where("slug", "=", of.slug);
  if (of.aside !== true) query = query.where("aside_at", "is", null);
  const rows = await query.orderBy("begun_at").orderBy("id").execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const readings = await tx
    .selectFrom("indicator_reading")
    .selectAll()
    .where("indicator_id", "in", ids)
    .orderBy("on_day")
    .orderBy("revision")
    .execute();
  const breaks = await tx
    .selectFrom("indicator_break")
    .selectAll()
    .where("indicator_id", "in", ids)
    .orderBy("on_day")
    .execute();
  const effects = await tx
    .selectFrom("indicator_effect")
    .selectAll()
    .where("indicator_id", "in", ids)
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => ({
    ...indicatorIn(row),
    ...readingsIn(readings.filter(({ indicator_id }) => indicator_id === row.id)),
    breaks: breaks
      .filter(({ indicator_id }) => indicator_id === row.id)
      .map(({ on_day, why, from_source }): Break => ({ on: on_day, why, fromSource: from_source })),
    effects: effects
      .filter(({ indicator_id }) => indicator_id === row.id)
      .map((one) => ({
        id: one.id,
        number: one.number,
        answer: one.answer,
        design: one.design,
        inPromise: one.in_promise,
        began: one.began_on,
        on: dayOf(one.asked_at),
        inputsHash: one.inputs_hash,
        inputs: one.inputs,
      })),
    begunOn: row.begun_at === null ? undefined : dayOf(row.begun_at),
  }));
}

export async function indicatorForDecision(tx: Tx, partnershipId: string, slug: string): Promise<Kept | undefined> {
  return (await readIndicators(tx, partnershipId, { slug, aside: true }))[0];
}

function indicatorIn(row: Selectable<IndicatorRow>): Omit<Indicator, "readings" | "breaks"> {
  return {
    id: row.id,
    slug: row.slug,
    documentId: row.document_id,
    pledgeId: row.pledge_id ?? undefined,
    activityId: row.activity_id ?? undefined,
    name: row.name,
    unit: row.unit,
    wanted: row.wanted,
    column: row.column_kind,
    measure: row.measure,
    from: { kind: row.from_kind, key: row.from_key },
    inPromise: row.in_promise,
    comparison: row.comparison,
    secrecy: row.secrecy,
    organisationId: row.organisation_id,
    source: row.source,
    caveat: row.caveat,
    target: row.target_value === null ? undefined : { value: row.target_value, by: row.target_by ?? undefined },
    controlDependent: row.control_dependent,
    besideId: row.beside_id ?? undefined,
    aside: row.aside_at === null ? undefined : { on: dayOf(row.aside_at), reason: row.aside_reason ?? "" },
    example: row.example,
  };
}

function readingsIn(rows: readonly Selectable<IndicatorReadingRow>[]): {
  readonly readings: readonly Reading[];
  readonly earlier: readonly Earlier[];
  readonly settled: ReadonlyMap<Day, Day>;
} {
  const days = new Map<Day, Selectable<IndicatorReadingRow>[]>();
  for (const row of rows) days.set(row.on_day, [...(days.get(row.on_day) ?? []), row]);
  const all = [...days.values()];
  return {
    readings: all.map((revisions) => {
      const last = revisions.at(-1)!;
      return {
        from: last.from_day ?? undefined,
        on: last.on_day,
        value: last.value,
        low: last.low,
        high: last.high,
        n: last.n,
        method: last.method,
        baseline: last.baseline,
        comparable: last.comparable,
      };
    }),
    settled: new Map(
      all.flatMap(([first]) => {
        const at = first?.noted_at ?? undefined;
        return first === undefined || at === undefined ? [] : [[first.on_day, dayOf(at)] as const];
      }),
    ),
    earlier: all.flatMap((revisions) =>
      revisions.slice(0, -1).map((row, place) => ({
        on: row.on_day,
        value: row.value,
        reason: revisions[place + 1]!.reason,
        at: revisions[place + 1]!.noted_at,
      })),
    ),
  };
}

type By = { readonly at: Instant | null; readonly by: string | null; readonly organisationId: string | null };

/** The indicator with the figures it begins with. Also how seeding writes one. */
export async function addIndicator(
  tx: Tx,
  partnershipId: string,
  indicator: Indicator,
  { at, by, organisationId = indicator.organisationId }: Partial<By> & Pick<By, "at" | "by">,
): Promise<void> {
  await tx
    .insertInto("indicator")
    .values({
      id: indicator.id,
      partnership_id: partnershipId,
      document_id: indicator.documentId,
      pledge_id: indicator.pledgeId ?? null,
      activity_id: indicator.activityId ?? null,
      slug: indicator.slug,
      name: indicator.name,
      unit: indicator.unit,
      wanted: indicator.wanted,
      column_kind: indicator.column,
      measure: indicator.measure,
      from_kind: indicator.from.kind,
      from_key: indicator.from.key,
      in_promise: indicator.inPromise,
      comparison: indicator.comparison,
      secrecy: indicator.secrecy,
      organisation_id: indicator.organisationId,
      source: indicator.source,
      caveat: indicator.caveat,
      target_value: indicator.target?.value ?? null,
      target_by: indicator.target?.by ?? null,
      control_dependent: indicator.controlDependent,
      beside_id: indicator.besideId ?? null,
      begun_at: at,
      begun_by: by,
      example: indicator.example,
    })
    .execute();
  const who = { at, by, organisationId };
  const of = { id: indicator.id, partnershipId, example: indicator.example };
  await addReadings(tx, of, indicator.readings, who);
  for (const one of indicator.breaks)
    await addBreak(tx, of, {
      ...one,
      id: crypto.randomUUID(),
      at: at ?? ("2000-01-01T00:00:00.000Z" as Instant),
      by,
      organisationId: organisationId ?? indicator.organisationId,
    });
}

type Of = { readonly id: string; readonly partnershipId: string; readonly example: boolean };

/** Each as the next of its day. */
export async function addReadings(tx: Tx, of: Of, readings: readonly Reading[], by: By, reason = ""): Promise<void> {
  for (const reading of readings) {
    const { last } = await tx
      .selectFrom("indicator_reading")
      .select(({ fn }) => fn.max("revision").as("last"))
      .where("indicator_id", "=", of.id)
      .where("on_day", "=", reading.on)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("indicator_reading")
      .values({
        indicator_id: of.id,
        partnership_id: of.partnershipId,
        from_day: reading.from ?? null,
        on_day: reading.on,
        revision: Number(last ?? 0) + 1,
        value: reading.value,
        low: reading.low,
        high: reading.high,
        n: reading.n,
        method: reading.method,
        baseline: reading.baseline,
        comparable: reading.comparable,
        reason,
        organisation_id: by.organisationId,
        noted_at: by.at,
        noted_by: by.by,
        example: of.example,
      })
      .execute();
  }
}

export async function addBreak(
  tx: Tx,
  of: Of,
  noted: {
    readonly id: string;
    readonly on: Day;
    readonly why: string;
    readonly fromSource?: boolean;
    readonly organisationId: string;
    readonly at: Instant;
    readonly by: string | null;
  },
): Promise<void> {
  await tx
    .insertInto("indicator_break")
    .values({
      id: noted.id,
      indicator_id: of.id,
      partnership_id: of.partnershipId,
      on_day: noted.on,
      why: noted.why,
      from_source: noted.fromSource ?? false,
      organisation_id: noted.organisationId,
      noted_at: noted.at,
      noted_by: noted.by,
      example: of.example,
    })
    .execute();
}

/** What its source has said since: what was corrected there stands beside what it was. */
export async function addCaught(
  tx: Tx,
  of: Of,
  fresh: Caught,
  by: { readonly at: Instant; readonly by: string | null; readonly organisationId: string },
): Promise<void> {
  await addReadings(tx, of, fresh.readings, by, "source");
  for (const one of fresh.breaks) await addBreak(tx, of, { ...one, ...by, id: crypto.randomUUID() });
}

/** By which the figures behind an answer can be known again: SHA-256 over their canonical form (RFC 8785). */
export function hashOfInputs(inputs: Inputs): string {
  return sha256Hex(canonicalText(JSON.parse(JSON.stringify(inputs)) as Json));
}

export async function addEffect(
  tx: Tx,
  of: Of,
  number: number,
  inputs: Inputs,
  answered: Omit<Answered, "by"> & { readonly by: string | null },
): Promise<void> {
  const { answer } = answered;
  await tx
    .insertInto("indicator_effect")
    .values({
      id: answered.id,
      indicator_id: of.id,
      partnership_id: of.partnershipId,
      number,
      design: answer.design,
      in_promise: answered.inPromise,
      began_on: answered.began,
      verdict: answer.verdict,
      answer: JSON.stringify(answer),
      method: answer.method,
      version: answer.version,
      inputs: JSON.stringify(inputs),
      inputs_hash: hashOfInputs(inputs),
      organisation_id: answered.organisationId,
      asked_at: answered.at,
      asked_by: answered.by,
      example: of.example,
    })
    .execute();
}

export async function tellIndicator(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("indicator").set({ secrecy: "public" }).where("id", "=", id).execute();
}

export async function layIndicatorAside(
  tx: Tx,
  id: string,
  { at, reason }: { readonly at: Instant; readonly reason: string },
): Promise<void> {
  await tx.updateTable("indicator").set({ aside_at: at, aside_reason: reason }).where("id", "=", id).execute();
}

/** The last answer to what it led to, while what it was worked out from stands: a line that has been broken since, or a figure put right, takes it back. */
function effectNow({ effects, readings, breaks }: Kept): Effect | undefined {
  const [effect] = effects;
  if (effect === undefined) return undefined;
  const { inputs } = effect;
  const isBroken = breaks.some(({ on }) => !inputs.breaks.includes(on));
  const isPutRight = inputs.readings.some(({ on, value }) => readings.find((one) => one.on === on)?.value !== value);
  return isBroken || isPutRight ? undefined : effect;
}

/** What an indicator says as it stands: by the last answer to what it led to, else by its readings. Nothing of an output, which says how much was done. */
export function standingOf(indicator: Kept): { readonly kind: VerdictKind; readonly sentence: Said } | undefined {
  if (indicator.column === "output") return undefined;
  const effect = effectNow(indicator);
  if (effect !== undefined) return { kind: effect.answer.verdict, sentence: sayEffect(effect.answer, indicator) };
  const { kind } = verdictOf({ ...indicator, breaks: indicator.breaks.map(({ on }) => on) });
  return { kind, sentence: verdicts[kind] };
}

/** An indicator as a report or another stage reads it, with what it says in a sentence. */
export type Followed = Pick<Kept, "settled"> & {
  readonly id: string;
  readonly slug: string;
  readonly pledgeId: string | undefined;
  readonly activityId: string | undefined;
  readonly column: Indicator["column"];
  readonly name: string;
  readonly unit: string;
  readonly measure: Indicator["measure"];
  readonly wanted: Indicator["wanted"];
  readonly controlDependent: boolean;
  readonly secrecy: Indicator["secrecy"];
  readonly source: string;
  readonly caveat: string;
  readonly target: Indicator["target"];
  readonly baseline: Reading | undefined;
  /** The last reading since the baseline. */
  readonly latest: Reading | undefined;
  readonly readings: readonly Reading[];
  readonly breaks: readonly Break[];
  /** Undefined of an output. */
  readonly verdict: { readonly kind: VerdictKind; readonly sentence: Said } | undefined;
  /** The last answer to «Vad ledde det till?», with the day it was worked out. */
  readonly effect:
    | (EffectAnswer & {
        readonly on: Day;
        readonly inPromise: boolean;
        /** The last day of what it was worked out from. */
        readonly until: Day;
      })
    | undefined;
  /** The perceived beside the recorded, and the other way round; undefined where that is not measured. */
  readonly beside:
    | {
        readonly name: string;
        readonly unit: string;
        readonly secrecy: Indicator["secrecy"];
        readonly latest: Reading | undefined;
      }
    | undefined;
  readonly example: boolean;
};

/** Every indicator that is followed, of a partnership or of one promise, in the order they were begun; as far as whoever asks may see. */
export async function indicatorsOf(
  tx: Tx,
  partnershipId: string,
  of: { readonly documentId?: string } = {},
): Promise<Followed[]> {
  const all = await readIndicators(tx, partnershipId, of);
  return all.map((one) => followed(one, all));
}

function untilOf({ readings, points, began }: Effect["inputs"]): Day {
  const days = [...readings.map(({ on }) => on), ...points.map(({ to }) => to)];
  return days.reduce((last, day) => (day > last ? day : last), began);
}

export function followed(indicator: Kept, all: readonly Kept[]): Followed {
  const effect = effectNow(indicator);
  const beside = all.find(({ id, besideId }) => id === indicator.besideId || besideId === indicator.id);
  const {
    besideId: _beside,
    from: _from,
    documentId: _document,
    comparison: _comparison,
    inPromise: _promised,
    organisationId: _owner,
    aside: _aside,
    earlier: _earlier,
    effects: _effects,
    begunOn: _begun,
    ...rest
  } = indicator;
  return {
    ...rest,
    baseline: indicator.readings.find(({ baseline }) => baseline),
    latest: latestOf(indicator),
    verdict: standingOf(indicator),
    effect:
      effect === undefined
        ? undefined
        : { ...effect.answer, on: effect.on, inPromise: effect.inPromise, until: untilOf(effect.inputs) },
    beside:
      beside === undefined
        ? undefined
        : {
            name: beside.name,
            unit: beside.unit,
            secrecy: beside.secrecy,
            latest: latestOf(beside) ?? beside.readings.at(-1),
          },
  };
}

/** The last since the baseline; of what has none the last there is. */
function latestOf({ readings }: Pick<Indicator, "readings">): Reading | undefined {
  const baseline = readings.findLast(({ baseline: is }) => is);
  return readings.findLast(({ on, baseline: is }) => !is && (baseline === undefined || on > baseline.on));
}
