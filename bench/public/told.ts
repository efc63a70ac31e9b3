// What the bench of the public site kept, as the section «The public site» of bench/RESULTS.md.
import { existsSync, readFileSync } from "node:fs";
import type { machine } from "../picture/measure.ts";
import type { Load } from "./load.ts";
import type { Paint } from "./paint.ts";

export type Goals = Readonly<Record<"kept" | "made" | "almostAll" | "paint" | "kilobytes", number>>;
type Measured = {
  readonly machine: ReturnType<typeof machine>;
  readonly load: number;
  readonly goals: Goals;
  readonly results: Readonly<Record<"kept" | "made" | "keptMeanwhile" | "madeMeanwhile", Load>> & {
    readonly pages: number;
    readonly seconds: number;
    readonly imported: { readonly rows: number };
    readonly paints: readonly Paint[];
  };
};

const whole = (value: number) => Math.round(value).toLocaleString("en");
const missed = (is: boolean) => (is ? ", missed" : "");

function loadRow(what: string, { perSecond, median, almostAll, most, failed }: Load, goal: string): string {
  return `| ${what} | ${whole(perSecond)} | ${median} ms | ${almostAll} ms | ${most} ms | ${failed} | ${goal} |`;
}

function publicSaid({ machine: on, load, goals, results }: Measured): string {
  const { pages, seconds, kept, made, keptMeanwhile, madeMeanwhile, imported, paints } = results;
  const within = ({ almostAll }: Load) => `99 of 100 under ${goals.almostAll} ms${missed(almostAll > goals.almostAll)}`;
  const kinds = ["document", "stylesheet", "font"];
  const rows = paints.map(({ path, firstPaint, kilobytes }) => {
    const before = Object.entries(kilobytes)
      .filter(([kind]) => kind !== "image")
      .reduce((sum, [, size]) => sum + size, 0);
    return `| ${path} | ${firstPaint} ms${missed(firstPaint > goals.paint)} | ${kinds.map((kind) => kilobytes[kind] ?? 0).join(" | ")} | ${before.toFixed(0)}${missed(before > goals.kilobytes)} |`;
  });
  return `## The public site

All ${pages} pages of Ockelbo in turn, packed, over the loopback of the machine that also makes the calls, for ${seconds} s each; the built server on the embedded database. Kept pages have been made once since something was told; made ones are read out of the database and set for that call. While files are read in (${whole(imported.rows)} rows meanwhile) the calls come at half of the goal's rate, and the time is from when each was due.

| pages | a second | median | 99 of 100 under | slowest | failed | goal |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
${[
  loadRow("kept", kept, `${whole(goals.kept)} a second${missed(kept.perSecond < goals.kept)}`),
  loadRow("made", made, `${whole(goals.made)} a second${missed(made.perSecond < goals.made)}`),
  loadRow("kept, while files are read in", keptMeanwhile, within(keptMeanwhile)),
  loadRow("made, while files are read in", madeMeanwhile, within(madeMeanwhile)),
].join("\n")}

The first text to be seen by a phone four times as slow as this machine on slow 4G (150 ms there and back, 1.6 Mbit/s), in a browser that has been nowhere; and what comes over the net, in kilobytes. Text is shown before its fonts have come.

| page | first to be seen, goal ${whole(goals.paint)} ms | page | looks | fonts | in all, goal ${goals.kilobytes} |
| --- | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}

Made by bench/public/run.ts on ${on.processor}, ${on.cores} cores, ${on.memoryGiB} GiB, Node ${on.node}; load before ${load}.
`;
}

/** Nothing where it has not been run with --keep. */
export function publicTold(): string {
  const kept = new URL("../results/public.json", import.meta.url);
  return existsSync(kept) ? `\n${publicSaid(JSON.parse(readFileSync(kept, "utf8")) as Measured)}` : "";
}
