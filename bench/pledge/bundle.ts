// How long it takes to check a promise's file of signatures with a log of a million entries behind it. Run:
//   npx tsx bench/pledge/bundle.ts
import { bundleWith, goodBundle, logWith } from "../../test/evidence.ts";
import { writeBundle } from "../../src/pledge/bundle.ts";
import { verify } from "../../src/pledge/verify.ts";
import { machine, timed } from "../picture/measure.ts";

const GOAL_MS = 200;
const SIZES = [20, 1000, 2 ** 20];

const { processor, cores, memoryGiB, node } = machine();
console.log(`${processor}, ${cores} cores, ${memoryGiB} GiB, Node ${node}\n`);
console.log(
  "| entries in the log | letters in the file | checked in | goal | under it |\n| ---: | ---: | ---: | ---: | ---: |",
);
for (const size of SIZES) {
  const log = await logWith({ size, index: Math.floor(size * 0.4), before: size / 2, isHollow: size > 1000 });
  const file = writeBundle(bundleWith(goodBundle().signatures, log));
  const { overall } = await verify(file);
  if (overall !== "genuine") throw new Error(`The file is ${overall}`);
  const { median } = await timed(() => verify(file), 21);
  console.log(
    `| ${size.toLocaleString("en")} | ${file.length} | ${median.toFixed(1)} ms | ${GOAL_MS} ms | ${(GOAL_MS / median).toFixed(0)}x |`,
  );
}
