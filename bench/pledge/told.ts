// What the benches of the promises kept, as the section «Promises» of bench/RESULTS.md.
import { existsSync, readFileSync } from "node:fs";
import type { machine } from "../picture/measure.ts";
import type { Kept } from "./keep.ts";
import type { Measured } from "./log.ts";

type Spread = Readonly<Record<"median" | "almostAll" | "most", number>>;
type Linted = Readonly<Record<"letters" | "promises" | "keys" | "goal", number>> & {
  readonly document: string;
  readonly waited: Spread;
  readonly ofProcessor: Spread;
};
type Checked = Readonly<Record<"entries" | "letters" | "median" | "most" | "timesAsLongAsFirst" | "goal", number>>;
type Asked = Readonly<Record<"found" | "median" | "goal", number>> & { readonly asked: string };

const table = (heading: readonly string[], rows: readonly (readonly string[])[]) =>
  [
    `| ${heading.join(" | ")} |`,
    `| --- |${" ---: |".repeat(heading.length - 1)}`,
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n");
const whole = (value: number) => value.toLocaleString("en");
const ms = (value: number) =>
  `${value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(2)} ms`;
const against = (value: number, goal: number) => `${goal} ms${value > goal ? ", missed" : ""}`;
const where = ({ machine: on, load }: { machine: ReturnType<typeof machine>; load: number }) =>
  `${on.processor}, ${on.cores} cores, ${on.memoryGiB} GiB, Node ${on.node}; load ${load}`;

function linted({ document, letters, promises, keys, goal, waited, ofProcessor }: Linted): string {
  const row = (what: string, { median, almostAll, most }: Spread) => [
    what,
    ...[median, almostAll, most].map(ms),
    against(almostAll, goal),
  ];
  return `### A key pressed while one writes\n\nAll fifteen questions asked anew of the longest of the 41 documents (${document}, ${whole(letters)} letters as JSON, ${promises} promises) for each of ${whole(keys)} keys. «Of the processor» is what the questions take, «waited» also what a key waited for its turn.\n\n${table(
    ["a key", "median", "99 of 100 under", "slowest", "goal, for 99 of 100"],
    [row("of the processor", ofProcessor), row("waited", waited)],
  )}\n`;
}

function checked(results: readonly Checked[]): string {
  return `### A promise's file of signatures, checked\n\nTwo signatures with their keys and mandates, their entries' proofs and the log's signed head. The files are checked in turn, so that the last column is of the same moments.\n\n${table(
    ["entries in the log", "letters in the file", "checked in", "slowest", "goal", "beside the first"],
    results.map((one) => [
      whole(one.entries),
      whole(one.letters),
      ms(one.median),
      ms(one.most),
      against(one.median, one.goal),
      `${one.timesAsLongAsFirst.toFixed(2)}x`,
    ]),
  )}\n`;
}

const ENGINES: Readonly<Record<string, string>> = { pglite: "embedded (PGlite)", postgres: "PostgreSQL" };
const micro = (value: number | undefined) => (value === undefined ? "-" : ms(value / 1000));

function logged(results: readonly Measured[]): string {
  const rows = results.map((one) => [
    ENGINES[one.engine] ?? one.engine,
    whole(one.entries),
    micro(one.append),
    micro(one.empty),
    micro(one.inclusion),
    micro(one.consistency),
    micro(one.head),
    `${one.whole >= 10_000 ? (one.whole / 1000).toFixed(0) : (one.whole / 1000).toPrecision(2)} s`,
  ]);
  const growth = [...new Set(results.map(({ engine }) => engine))].map((engine) => {
    const own = results.filter((one) => one.engine === engine);
    const [first, last] = [own[0]!, own.at(-1)!];
    const above = (one: Measured) => one.append - (one.empty ?? 0);
    return `${ENGINES[engine] ?? engine}: ${whole(last.entries / first.entries)} times the entries, ${(above(last) / above(first)).toFixed(1)} times as long to add one, ${(last.inclusion / first.inclusion).toFixed(1)} times as long to prove one`;
  });
  return `### The log\n\nAdding should take as long to a large log as to a small one, and a proof grow by one step for each doubling (a thousand entries take ten steps, a million twenty). Medians of 300. Stored, each entry is added in a transaction of its own, written to the disk, with an empty transaction between every two; adding beyond the empty one is what is compared below. «Anew» is the whole log recomputed from its entries, which is what one would do without proofs. It was measured before nodes were asked for a level at a time, on a loaded machine.\n\n${table(
    ["", "entries", "one added", "empty transaction", "inclusion proved", "consistency proved", "head", "anew"],
    rows,
  )}\n\n${growth.map((line) => `- ${line}`).join("\n")}\n`;
}

function overview(results: readonly Asked[]): string {
  const one = results.toSorted((a, b) => b.median - a.median);
  const [slowest] = one;
  return `### Ten thousand promises looked through\n\nTen questions to the overview on the embedded database: ${ms(one.at(-1)!.median)} to ${ms(slowest!.median)} (\`${slowest!.asked}\`), goal ${against(slowest!.median, slowest!.goal)}.\n`;
}

const TOLD: readonly (readonly [kept: Kept, tell: (results: never) => string])[] = [
  ["linter", linted],
  ["bundle", checked],
  ["log", logged],
  ["overview", overview],
];

/** Nothing where none of them has been run with --keep. */
export function promisesTold(): string {
  const sections = TOLD.flatMap(([name, tell]) => {
    const file = new URL(`../results/pledge-${name}.json`, import.meta.url);
    if (!existsSync(file)) return [];
    const kept = JSON.parse(readFileSync(file, "utf8")) as Parameters<typeof where>[0] & { results: never };
    return [`${tell(kept.results)}\nMade by bench/pledge/${name}.ts on ${where(kept)}.\n`];
  });
  return sections.length === 0 ? "" : `\n## Promises\n\n${sections.join("\n")}`;
}
