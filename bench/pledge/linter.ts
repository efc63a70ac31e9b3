// How long the linter takes for one key pressed in the longest of the 41 documents, and how it compares with careful readers. Run:
//   npx tsx bench/pledge/linter.ts
import { agreementOf, judgeDocuments, judgeRows, READ, type Judged } from "../../test/promise-marks.ts";
import { convert, readTranscribed } from "../../test/real-documents.ts";
import { sharedData } from "../../test/shared-data.ts";
import type { Content } from "../../src/pledge/document.ts";
import { lint } from "../../src/pledge/lint.ts";
import { machine, timingOf } from "../picture/measure.ts";
import { keep } from "./keep.ts";

const GOAL_MS = 16;
const KEYS = 2000;

const path = sharedData("texts/medborgarloften-dev.jsonl");
if (path === undefined) {
  console.log("The shared data is not here: nothing was measured.");
  process.exit(0);
}
const { processor, cores, memoryGiB, node } = machine();
console.log(`${processor}, ${cores} cores, ${memoryGiB} GiB, Node ${node}\n`);

const sizeOf = (content: Content) => JSON.stringify(content).length;
const longest = readTranscribed(path)
  .map(convert)
  .toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]!;
/** As it is after so many keys: one character more in the last activity. */
const typed = (keys: number): Content => ({
  ...longest,
  pledges: longest.pledges.map((pledge, at) =>
    at < longest.pledges.length - 1
      ? pledge
      : {
          ...pledge,
          activities: pledge.activities.map((one) => ({ ...one, text: one.text + "x".repeat(keys % 200) })),
        },
  ),
});
const times: number[] = [];
/** What the processor had to do for it: the same also where others have work for the machine. */
const worked: number[] = [];
for (let key = 0; key < KEYS; key++) {
  const content = typed(key);
  const spent = process.cpuUsage();
  const begun = performance.now();
  lint(content);
  times.push(performance.now() - begun);
  const { user, system } = process.cpuUsage(spent);
  worked.push((user + system) / 1000);
}
const told = (all: readonly number[]) => {
  const counted = all.slice(KEYS / 10).toSorted((a, b) => a - b);
  const { median, most } = timingOf(counted);
  return { median, almostAll: counted[Math.floor(counted.length * 0.99)]!, most };
};
const [waited, ofProcessor] = [told(times), told(worked)];
for (const [what, { median, almostAll, most }] of [
  ["waited", waited],
  ["of the processor", ofProcessor],
] as const)
  console.log(
    `A key in ${longest.title} (${longest.pledges.length} promises), ${what}: median ${median.toFixed(3)} ms, 99 of 100 under ${almostAll.toFixed(2)} ms, slowest ${most.toFixed(2)} ms; goal ${GOAL_MS} ms`,
  );
console.log();

keep("linter", {
  document: longest.title,
  letters: sizeOf(longest),
  promises: longest.pledges.length,
  keys: KEYS - KEYS / 10,
  waited,
  ofProcessor,
  goal: GOAL_MS,
});

const percent = (share: number | undefined) => (share === undefined ? "–" : `${(share * 100).toFixed(1)} %`);
function tell(heading: string, judged: readonly Judged[], rules: readonly Judged["rule"][]): void {
  console.log(`${heading}\n\n| rule | marked | precision | recall | false alarms | missed | readers differ | kappa |`);
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const rule of rules) {
    const said = agreementOf(judged.filter((one) => one.rule === rule));
    console.log(
      `| \`${rule}\` | ${said.marked} | ${percent(said.precision)} | ${percent(said.recall)} | ${said.falseAlarm} | ${said.missed} | ${said.undecided} | ${said.kappa?.toFixed(2) ?? "–"} |`,
    );
  }
  console.log();
}
tell("The 41 documents, where two readers agree", judgeDocuments(path), [...READ, "no-follow-up"]);
tell("The 76 activities of domain.md 1.7, one reader", judgeRows(), READ);
