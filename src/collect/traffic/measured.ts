// A file is laid to a thread: which meter, under which limit, and what came of it.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day, type Instant } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import type { Measurement } from "../measurement.ts";
import { COLLECTORS } from "../source.ts";
import { doorIn, textRefused, type TextWhy } from "./stretch.ts";
import { type Flag, flagsOf, type Measuring } from "./flags.ts";
import { formatKey, type MeterMapping, type MeterMethod, type OddRow } from "./meter.ts";
import { missingColumn, MOST_ROWS, type MeterPeek, type MeterReading } from "./meter-file.ts";
import { type Summary, summarise } from "./speed.ts";
import { canNow, type Standing, type Thread, type ThreadState } from "./thread.ts";

export type Meter = {
  readonly id: string;
  readonly name: string;
  readonly method: MeterMethod;
  readonly formatKey: string;
  readonly mapping: MeterMapping;
  readonly lastUsedOn: Day;
};
export type NewMeasured = {
  readonly fileName: string;
  readonly meterName: string;
  readonly method: MeterMethod;
  readonly mapping: MeterMapping;
  /** Lit: the drivers saw how fast they drove. */
  readonly display: "lit" | "dark";
  readonly direction: string;
  readonly schoolBreak: Measuring["schoolBreak"];
  /** A road where nothing is done, measured to compare with; empty for the stretch itself. */
  readonly comparisonRoad: string;
  /** The limit there, where it is another than the stretch's. */
  readonly comparisonLimit?: number | undefined;
};
/** A measurement in a thread. Its V85 is a measurement of the partnership as well, under `id`. */
export type TrafficMeasurement = {
  readonly id: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly meterName: string;
  readonly method: MeterMethod;
  readonly direction: string;
  readonly comparisonRoad?: string | undefined;
  readonly summary: Summary;
  readonly odd: readonly OddRow[];
  readonly oddCount: number;
  readonly flags: readonly Flag[];
  /** It stands with its reason; nothing is reckoned with it. */
  readonly withdrawn?: Withdrawn | undefined;
};
export type Withdrawn = {
  readonly at: Instant;
  readonly reason: string;
  /** Where the thread stood then. */
  readonly threadState: ThreadState;
};
export type MeasuredWhy =
  | "not-yours"
  | "not-now"
  | "not-a-meter-file"
  | "column-missing"
  | "meter-name-needed"
  | "meter-file-too-long"
  | "measurement-too-long"
  | "no-vehicles"
  | "no-speeds"
  | "measured-already"
  | "road-is-the-stretch"
  | "doorstep"
  | TextWhy;

export type LayingTo = Standing & {
  readonly countyCode: string;
  readonly peeked: MeterPeek | undefined;
  readonly reading: MeterReading | undefined;
  readonly fileHash: string;
  /** Those that stand. */
  readonly earlier: readonly Pick<TrafficMeasurement, "fileHash">[];
  readonly meters: readonly Meter[];
};
export type Laid = {
  readonly thread: Thread;
  readonly measurement: TrafficMeasurement;
  readonly meter: Meter;
  readonly isNewMeter: boolean;
};

/** A week is what is usual; what reaches further has its days and months mixed up, or is no measurement of a road as it is now. */
const MOST_DAYS = 366;

export const layMeasurement = command({
  event: "measurement.imported",
  may: (person: Person, _input: NewMeasured, { partnershipId, thread }: LayingTo): Refusal<MeasuredWhy> | undefined =>
    grantsIn(person, partnershipId, COLLECTORS).some(
      ({ organisationId }) => organisationId === thread.ownerOrganisationId,
    )
      ? undefined
      : { why: "not-yours" },
  decide: (input: NewMeasured, state: LayingTo, moment): Result<Laid, Refusal<MeasuredWhy>> => {
    const { thread, peeked, reading } = state;
    const road = input.comparisonRoad.trim();
    if (!canNow(road === "" ? "measure" : "measure-road", thread)) return no("not-now");
    const noRoad = road === "" ? undefined : roadRefused(road, thread);
    if (noRoad !== undefined) return { ok: false, refusal: noRoad };
    if (state.earlier.some(({ fileHash }) => fileHash === state.fileHash))
      return no("measured-already", { field: "file" });
    if (peeked === undefined || reading === undefined) return no("not-a-meter-file", { field: "file" });
    if (reading.isTooLong) return no("meter-file-too-long", { field: "file", detail: { most: MOST_ROWS } });
    const missing = missingColumn(peeked, input.mapping);
    if (missing !== undefined)
      return no("column-missing", {
        field: "mapping",
        detail: { column: missing, heading: peeked.heading.join(", ") },
      });
    const refused = textRefused({ meterName: input.meterName, direction: input.direction });
    if (refused !== undefined) return { ok: false, refusal: refused };
    if (input.meterName.trim() === "") return no("meter-name-needed", { field: "meterName" });
    const summary = summarise(
      reading.measured,
      (road === "" ? undefined : input.comparisonLimit) ?? thread.limit ?? 50,
    );
    if (summary === undefined) return no("no-vehicles", { field: "file" });
    if (summary.days > MOST_DAYS)
      return no("measurement-too-long", { field: "file", detail: { days: Math.ceil(summary.days), most: MOST_DAYS } });
    if (summary.withSpeed === 0) return no("no-speeds", { field: "file" });
    const key = formatKey(peeked.heading, peeked.separator);
    const known = state.meters.find((meter) => meter.formatKey === key && meter.name === input.meterName.trim());
    const meter: Meter = {
      id: known?.id ?? moment.newId(),
      name: input.meterName.trim(),
      method: input.method,
      formatKey: key,
      mapping: input.mapping,
      lastUsedOn: dayOf(moment.at),
    };
    const measurement: TrafficMeasurement = {
      id: moment.newId(),
      fileName: input.fileName,
      fileHash: state.fileHash,
      meterName: meter.name,
      method: input.method,
      direction: input.direction,
      comparisonRoad: road === "" ? undefined : road,
      summary,
      odd: reading.odd,
      oddCount: reading.oddCount,
      flags: flagsOf({
        ...summary,
        displayLit: input.display === "lit",
        schoolBreak: input.schoolBreak,
        countyCode: state.countyCode,
      }),
    };
    // A road to compare with takes the thread no further.
    return yes({
      thread: road === "" ? afterMeasuring(thread) : thread,
      measurement,
      meter,
      isNewMeter: known === undefined,
    });
  },
});

function roadRefused(road: string, { stretch }: Thread): Refusal<MeasuredWhy> | undefined {
  const field = "comparisonRoad";
  if (slugOf(road) === slugOf(stretch.name ?? "")) return { why: "road-is-the-stretch", field };
  const home = doorIn(road);
  return home === undefined
    ? textRefused({ comparisonRoad: road })
    : { why: "doorstep", field, detail: { found: home } };
}

function afterMeasuring(thread: Thread): Thread {
  if (thread.state === "remeasuring") return { ...thread, state: "remeasured" };
  const { state: _state, ...described } = thread;
  return { ...described, state: "measured" };
}

/** The meter whose files look like this one: the one used last, where several do. */
export function recognised(meters: readonly Meter[], peeked: MeterPeek): Meter | undefined {
  const key = formatKey(peeked.heading, peeked.separator);
  return meters
    .filter((meter) => meter.formatKey === key)
    .toSorted((a, b) => (a.lastUsedOn < b.lastUsedOn ? 1 : -1))[0];
}

/** The figures as the partnership's other measurements stand: V85, and how many of a hundred drive over the limit. One decimal, as they are shown. */
export function landedFigures({ summary }: Pick<TrafficMeasurement, "summary">) {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const estimate = (value: number, low: number | undefined, high: number | undefined) => ({
    value: tenth(value),
    low: low === undefined ? undefined : tenth(low),
    high: high === undefined ? undefined : tenth(high),
  });
  const { v85, over } = summary;
  const share = over.find(({ above }) => above === 0);
  return {
    v85: v85 && estimate(v85.value, v85.low, v85.high),
    over: share?.value === undefined ? undefined : estimate(share.value * 100, share.low * 100, share.high * 100),
  };
}

/** Where it was measured: on the stretch, or on the road that is compared with. */
export function placeMeasured(
  { stretch }: Pick<Thread, "stretch">,
  { comparisonRoad }: Pick<TrafficMeasurement, "comparisonRoad">,
): Measurement["place"] {
  return comparisonRoad === undefined ? stretch : { kind: "area", name: comparisonRoad };
}

/**
 * What stands among the partnership's measurements, so that the picture sees it, and a problem and a situation report can cite it: V85 under the measurement's own id, the
 * share over the limit under another.
 */
export function landedMeasurements(
  thread: Pick<Thread, "stretch" | "example">,
  measurement: TrafficMeasurement,
  as: {
    readonly sourceId: string;
    readonly overId: string;
    readonly names: { readonly v85: string; readonly over: string; readonly caveat: string };
  },
): readonly Measurement[] {
  const { v85, over } = landedFigures(measurement);
  const both = {
    sourceId: as.sourceId,
    n: measurement.summary.withSpeed,
    from: dayOf(measurement.summary.from),
    to: dayOf(measurement.summary.to),
    place: placeMeasured(thread, measurement),
    caveat: as.names.caveat,
    example: thread.example,
  };
  return [
    ...(v85 === undefined ? [] : [{ ...both, ...v85, id: measurement.id, name: as.names.v85, unit: "km/h" }]),
    ...(over === undefined ? [] : [{ ...both, ...over, id: as.overId, name: as.names.over, unit: "procent" }]),
  ];
}
