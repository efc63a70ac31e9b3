// How long it takes to check a promise's file of signatures with a log of a million entries behind it. Run:
//   npx tsx bench/pledge/bundle.ts
import { bundleWith, goodBundle, logWith } from "../../test/evidence.ts";
import { writeBundle } from "../../src/pledge/bundle.ts";
import { verify } from "../../src/pledge/verify.ts";
import { machine, timingOf } from "../picture/measure.ts";
import { keep } from "./keep.ts";

const GOAL_MS = 200;
const SIZES = [20, 1000, 2 ** 20];
const RUNS = 41;

const { processor, cores, memoryGiB, node } = machine();
console.log(`${processor}, ${cores} cores, ${memoryGiB} GiB, Node ${node}\n`);
type Timed = { readonly entries: number; readonly letters: number; readonly file: string; readonly times: number[] };
const files: Timed[] = [];
for (const entries of SIZES) {
  const wish = { size: entries, index: Math.floor(entries * 0.4), before: entries / 2, isHollow: entries > 1000 };
  const file = writeBundle(bundleWith(goodBundle().signatures, await logWith(wish)));
  const { overall } = await verify(file);
  if (overall !== "genuine") throw new Error(`The file is ${overall}`);
  files.push({ entries, letters: file.length, file, times: [] });
}
// In turn, so that a moment when the machine is slow is one for all.
for (let run = 0; run < RUNS; run++)
  for (const { file, times } of files) {
    const begun = performance.now();
    await verify(file);
    times.push(performance.now() - begun);
  }
const results = files.map(({ entries, letters, times }) => {
  const { median, most } = timingOf(times);
  const beside = times.map((time, run) => time / files[0]!.times[run]!);
  return { entries, letters, median, most, timesAsLongAsFirst: timingOf(beside).median, goal: GOAL_MS };
});
console.log(
  "| entries in the log | letters in the file | checked in | goal | under it | beside the first |\n| ---: | ---: | ---: | ---: | ---: | ---: |",
);
for (const { entries, letters, median, timesAsLongAsFirst } of results)
  console.log(
    `| ${entries.toLocaleString("en")} | ${letters} | ${median.toFixed(1)} ms | ${GOAL_MS} ms | ${(GOAL_MS / median).toFixed(0)}x | ${timesAsLongAsFirst.toFixed(2)}x |`,
  );
keep("bundle", results);
