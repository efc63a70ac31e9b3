// What the bench of the gate kept, as the section «The gate» of bench/RESULTS.md.
import { existsSync, readFileSync } from "node:fs";
import type { machine } from "../picture/measure.ts";

export type Gated = {
  readonly machine: ReturnType<typeof machine>;
  readonly load: number;
  readonly results: {
    readonly cells: number;
    readonly shown: number;
    readonly milliseconds: number;
    /** Of tables of so many parts: numbers there are, those that are not few, and those that are shown. */
    readonly shares: readonly Readonly<Record<"parts" | "cells" | "tellable" | "before" | "ours", number>>[];
  };
};

const GOAL_MS = 2000;
const whole = (value: number) => value.toLocaleString("en");
const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;

export function gateSaid({ machine: on, load, results }: Gated): string {
  const { cells, shown, milliseconds, shares } = results;
  const rows = shares.map(
    (one) =>
      `| ${one.parts} | ${percent(one.tellable, one.cells)} | ${percent(one.before, one.cells)} | ${percent(one.ours, one.cells)} | ${(one.ours / one.before).toFixed(2)}x |`,
  );
  return `## The gate

${whole(cells)} numbers of people that stand beside their sums, areas, months of each area and «varav» of each month, half of them under five: ${milliseconds.toFixed(0)} ms, goal ${GOAL_MS} ms${milliseconds > GOAL_MS ? ", missed" : ""}; ${whole(shown)} of them are shown. Below, made-up tables of one sum: how many of their numbers are not few, how many were shown by the rule before, which somebody who knew it could work out, and how many are by the rule that nobody can.

| parts | not few | before | ours | ours beside before |
| ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}

Made by bench/gate/run.ts on ${on.processor}, ${on.cores} cores, ${on.memoryGiB} GiB, Node ${on.node}; load ${load}.
`;
}

/** Nothing where it has not been run with --keep. */
export function gateTold(): string {
  const kept = new URL("../results/gate.json", import.meta.url);
  return existsSync(kept) ? `\n${gateSaid(JSON.parse(readFileSync(kept, "utf8")) as Gated)}` : "";
}
