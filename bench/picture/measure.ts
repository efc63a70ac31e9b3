// How something is timed: once to warm up, then five times; the median is told, and the least and the most beside it.
import { cpus, release, totalmem } from "node:os";

export type Timing = { readonly median: number; readonly least: number; readonly most: number; readonly runs: number };

let counted = 5;
/** Runs that are counted from here on: 1 where it is only looked whether all still works. */
export function countRuns(runs: number): void {
  counted = runs;
}

/** Milliseconds. What takes more than twenty seconds is run fewer times. */
export async function timed(work: () => unknown, runs = counted): Promise<Timing> {
  const first = await once(work);
  if (runs === 1 || first > 20_000) return timingOf([first]);
  const times = first > 4000 ? [first, await once(work), await once(work)] : [];
  if (times.length === 0) for (let run = 0; run < runs; run++) times.push(await once(work));
  return timingOf(times);
}

async function once(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function timingOf(milliseconds: readonly number[]): Timing {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return {
    median: sorted[sorted.length >> 1]!,
    least: sorted[0]!,
    most: sorted.at(-1)!,
    runs: sorted.length,
  };
}

export type Row = {
  readonly job: string;
  readonly events: number;
  /** Milliseconds, or what `unit` says. */
  readonly ours: Timing;
  readonly unit?: string;
  /** Whom it is held against: measured here and now, or recorded elsewhere (and then it says so). */
  readonly peer?: { readonly name: string; readonly timing: Timing; readonly recorded?: true };
  readonly goal: string;
  /** That the answer is the right one: the same whatever machine, for the same number of events. */
  readonly answer: string;
  readonly note?: string;
};

export function ratioOf({ ours, peer }: Row): number | undefined {
  return peer === undefined ? undefined : peer.timing.median / ours.median;
}

export function machine() {
  const [processor] = cpus();
  return {
    processor: processor?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: `${process.platform} ${release()}`,
  };
}

/** A line a person can read: what, how long, against whom, how many times as fast. */
export function written(row: Row): string {
  const { job, ours, peer, goal, unit = "ms", note } = row;
  const ratio = ratioOf(row);
  const number = (value: number) =>
    value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
  const against =
    peer === undefined
      ? ""
      : ` | ${peer.name}${peer.recorded === true ? " (recorded)" : ""} ${number(peer.timing.median)} ms | ${ratio!.toFixed(1)}x`;
  return `${job}: ${number(ours.median)} ${unit} (${number(ours.least)}–${number(ours.most)}, ${ours.runs} runs)${against} | goal ${goal}${note === undefined ? "" : ` | ${note}`}`;
}
