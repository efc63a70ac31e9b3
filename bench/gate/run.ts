// How long the gate takes for a million numbers that stand beside their sums, and how many of them it shows beside what was shown before. Run:
//   npx tsx bench/gate/run.ts [--keep]
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { FEWEST, type PublicCount } from "../../src/ground/fewest.ts";
import { chanceOf } from "../../src/picture/engine/numbers/random.ts";
import { discloseParts, disclosePartsOf } from "../../src/tell/parts.ts";
import { machine, timed } from "../picture/measure.ts";
import { type Gated, gateSaid } from "./told.ts";

const [AREAS, MONTHS, KINDS] = [290, 240, 15];
const TABLES = 60_000;

const chance = chanceOf(38, 0);
/** Half are under five, one in twenty none, and some are large. */
const number = () => (chance.uniform() < 0.05 ? 0 : 1 + Math.floor(chance.uniform() ** 3 * 40));

type Rule = (values: readonly number[], fewest: readonly number[]) => readonly PublicCount[];
const ours: Rule = (values, fewest) => discloseParts(values, fewest).parts;

/** As it was until it was found that whoever knew the rule could work it out: the smallest of the others is hidden beside the few. */
const before: Rule = (values, fewest) => {
  const least = Math.max(FEWEST, ...fewest);
  const hidden = new Set(values.flatMap((value, place) => (value > 0 && value < fewest[place]! ? [place] : [])));
  let sum = 0;
  for (const place of hidden) sum += values[place]!;
  while (hidden.size > 0 && (hidden.size < 2 || sum < least)) {
    let next = -1;
    for (const [place, value] of values.entries())
      if (value > 0 && !hidden.has(place) && (next < 0 || value < values[next]!)) next = place;
    if (next < 0) return values.map((value) => (value === 0 ? { shown: "count", value } : { shown: "withheld" }));
    hidden.add(next);
    sum += values[next]!;
  }
  return values.map((value, place) => (hidden.has(place) ? { shown: "withheld" } : { shown: "count", value }));
};

const countShown = (parts: readonly PublicCount[]) => parts.filter(({ shown }) => shown === "count").length;
const fives = (values: readonly number[]) => values.map(() => FEWEST);
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Areas of one sum, months of each area, and «varav» of each month. Whatever is hidden tells nothing of what it is made of. */
function nested(areas: readonly (readonly (readonly number[])[])[]): number {
  const months = areas.map((area) => area.map(sumOf));
  const ofArea = discloseParts(
    months.map(sumOf),
    months.map(() => FEWEST),
  ).parts;
  let told = countShown(ofArea);
  for (const [area, { shown }] of ofArea.entries()) {
    if (shown !== "count") continue;
    const ofMonth = disclosePartsOf(months[area]!, fives(months[area]!));
    told += countShown(ofMonth);
    for (const [month, one] of ofMonth.entries())
      if (one.shown === "count") told += countShown(disclosePartsOf(areas[area]![month]!, fives(areas[area]![month]!)));
  }
  return told;
}

const areas = Array.from({ length: AREAS }, () =>
  Array.from({ length: MONTHS }, () => Array.from({ length: KINDS }, number)),
);
const cells = AREAS * (1 + MONTHS * (1 + KINDS));
let shown = 0;
const { median } = await timed(() => {
  shown = nested(areas);
});

const shares = [2, 3, 4, 8, 15].map((parts) => {
  const tables = Array.from({ length: TABLES }, () => Array.from({ length: parts }, number));
  const shownBy = (rule: Rule) => tables.reduce((sum, values) => sum + countShown(rule(values, fives(values))), 0);
  const large = tables.reduce(
    (sum, values) => sum + values.filter((value) => value === 0 || value >= FEWEST).length,
    0,
  );
  return { parts, cells: parts * TABLES, tellable: large, before: shownBy(before), ours: shownBy(ours) };
});

const kept: Gated = {
  machine: machine(),
  load: Number(loadavg()[1]!.toFixed(1)),
  results: { cells, shown, milliseconds: median, shares },
};
console.log(gateSaid(kept));
if (process.argv.includes("--keep"))
  writeFileSync(new URL("../results/gate.json", import.meta.url), `${JSON.stringify(kept, undefined, 2)}\n`);
