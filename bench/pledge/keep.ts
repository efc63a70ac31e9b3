// What a bench of the promises measured, kept for bench/RESULTS.md when it is run with --keep.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { machine } from "../picture/measure.ts";

export type Kept = "linter" | "bundle" | "log" | "overview";

/** The load is told with the figures: others may have had work for the machine at the same time. */
export function keep(name: Kept, results: unknown): void {
  if (!process.argv.includes("--keep")) return;
  const load = Number(loadavg()[1]!.toFixed(1));
  writeFileSync(
    new URL(`../results/pledge-${name}.json`, import.meta.url),
    `${JSON.stringify({ machine: machine(), load, results }, undefined, 2)}\n`,
  );
}
