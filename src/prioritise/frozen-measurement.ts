// What was measured, the day it was cited: a measurement is never changed, only taken back, so the same figure stands until it is gone.
import { isFew } from "../collect/series/series.ts";
import type { SampleType } from "../collect/source.ts";
import type { Day } from "../ground/time.ts";
import type { Warning } from "./frozen-figure.ts";

export type FrozenMeasurement = {
  readonly measurementId: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly from: Day;
  readonly to: Day;
  /** Empty where the place has no name. */
  readonly place: string;
  readonly source: string;
  readonly sampleType: SampleType;
  readonly caveats: readonly string[];
  readonly method: string;
  readonly version: string;
};

/** As the instrument or the survey had it. */
export const MEASURED_METHOD = { method: "as-measured", version: "measurement-1" } as const;

/** In the order they weigh. */
export function measurementWarnings({ unit, value, low, high, n }: FrozenMeasurement): readonly Warning[] {
  const few = isFew(unit, { value, n: n ?? undefined });
  return [
    ...(few ? (["small-number"] as const) : []),
    ...(low === null || high === null ? (["no-interval"] as const) : []),
  ];
}
