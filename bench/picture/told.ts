// What the bench measured, for a reader: bench/RESULTS.md and a small chart of the ratios (docs/pictures/bench.svg), made of what lies in bench/results/.
//   npx tsx bench/picture/told.ts
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gateTold } from "../gate/told.ts";
import { promisesTold } from "../pledge/told.ts";
import { publicTold } from "../public/told.ts";
import type { machine, Row } from "./measure.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
type Result = {
  readonly machine: ReturnType<typeof machine>;
  readonly events: number;
  readonly rows: readonly (Row & { ratio?: number })[];
};
const results = readdirSync(`${root}bench/results`)
  .filter((name) => name.startsWith("picture-") && name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(`${root}bench/results/${name}`, "utf8")) as Result)
  .toSorted((a, b) => b.events - a.events);

const number = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(2);

const READ =
  "bound by memory: 11 bytes a row are read, as fast as one core of this machine reads at all; what DuckDB takes for the same varies by half from run to run";
/** Why a goal is missed, told beside the figure where it is. */
const WHY: readonly (readonly [job: RegExp, why: string])[] = [
  [/^filter /u, READ],
  [
    /^charts small/u,
    "of a small selection: most of the time goes to reading the days of all events, and DuckDB skips whole groups of rows there",
  ],
  [
    /^charts big, beside numpy/u,
    "the same job earlier in the run, above, met it: both are bound by memory, which this machine shares with others",
  ],
  [/^charts big/u, "ours runs on one thread, DuckDB here on two; the goal is against one"],
  [
    /independent draws$/u,
    "5 million numbers are drawn one by one; shared draws (the next row) answer the same question",
  ],
];

/** The goal's own number against the ratio, where both are there. Goals are of ten million events; fewer show how it grows. */
function missed({ job, goal, ratio }: Row & { ratio?: number }, events: number): string | undefined {
  if (events < 10_000_000) return undefined;
  const least = /^(\d+)x /u.exec(goal)?.[1];
  if (least === undefined || ratio === undefined || ratio >= Number(least)) return undefined;
  return `missed: ${WHY.find(([named]) => named.test(job))?.[1] ?? "not known why"}`;
}

function table({ machine: on, events, rows }: Result): string {
  const lines = rows.map((row) => {
    const { job, ours, unit = "ms", peer, ratio, goal } = row;
    const note = [row.note, missed(row, events)].filter((part) => part !== undefined).join("; ");
    const beside =
      peer === undefined
        ? ""
        : `${peer.name}${peer.recorded === true ? " (recorded)" : ""} ${number(peer.timing.median)} ms`;
    return `| ${job} | ${number(ours.median)} ${unit} | ${beside} | ${ratio === undefined ? "" : `${number(ratio)}x`} | ${goal} | ${note} |`;
  });
  return `## ${events.toLocaleString("en")} events\n\n${on.processor}, ${on.cores} cores, ${on.memoryGiB} GiB, Node ${on.node}, ${on.system}. Medians of five runs where a job takes less than four seconds.\n\n| job | ours | beside | ratio | goal | note |\n| --- | ---: | --- | ---: | --- | --- |\n${lines.join("\n")}\n`;
}

/** Bars on a logarithmic scale: one is as fast as the peer. */
function chart(rows: readonly (Row & { ratio?: number })[]): string {
  const measured = rows.flatMap((row) =>
    row.ratio === undefined || row.peer === undefined ? [] : [{ ...row, ratio: row.ratio, peer: row.peer }],
  );
  const [left, right, line] = [430, 300, 24];
  const at = (ratio: number) => (Math.log10(Math.max(ratio, 1)) / 4) * right;
  const height = measured.length * line + 50;
  const bars = measured.map(({ job, peer, ratio }, place) => {
    const y = place * line + 30;
    const words = job.length > 58 ? `${job.slice(0, 57)}…` : job;
    return `<text x="${left - 10}" y="${y + 13}" text-anchor="end">${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text><rect x="${left}" y="${y + 2}" width="${Math.max(at(ratio), 1).toFixed(1)}" height="15" fill="#1f5673"/><text x="${left + at(ratio) + 6}" y="${y + 13}">${number(ratio)}x ${peer.name}</text>`;
  });
  const ticks = [1, 10, 100, 1000].map(
    (ratio) =>
      `<line x1="${left + at(ratio)}" y1="22" x2="${left + at(ratio)}" y2="${height - 15}" stroke="#c8cfcc"/><text x="${left + at(ratio)}" y="16" text-anchor="middle">${ratio}x</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right + 160}" height="${height}" font-family="sans-serif" font-size="12" role="img"><title>How many times as fast as the peer, on a logarithmic scale</title><rect width="100%" height="100%" fill="#fff"/>${ticks.join("")}${bars.join("")}</svg>\n`;
}

const browser = readdirSync(`${root}bench/results`).filter((name) => name.startsWith("brush-"));
const brushed = browser.map((name) => {
  const { events, opened, framesPerSecond, mapsPerSecond, script, style, layout } = JSON.parse(
    readFileSync(`${root}bench/results/${name}`, "utf8"),
  ) as Record<string, number>;
  return `Brushing ${events!.toLocaleString("en")} events in Chromium without a graphics card: ${framesPerSecond!.toFixed(1)} frames a second, the map drawn anew in ${mapsPerSecond!.toFixed(1)} of them; a frame costs the page ${script!.toFixed(1)} ms of script, ${style!.toFixed(1)} ms of style and ${layout!.toFixed(1)} ms of layout. The file opens in ${(opened! / 1000).toFixed(1)} s.\n`;
});
type Read = {
  readonly machine: ReturnType<typeof machine>;
  readonly results: readonly (Record<
    "rows" | "rowsPerSecond" | "copyRowsPerSecond" | "timesAsLongAsCopy" | "readersOwnMegabytes",
    number
  > & { readonly engine: string })[];
};
/** Files read in, by bench/import/run.ts; nothing where that has not been run. */
function readIn(): string {
  const kept = `${root}bench/results/import.json`;
  if (!existsSync(kept)) return "";
  const { machine: on, results: read } = JSON.parse(readFileSync(kept, "utf8")) as Read;
  const engines: Readonly<Record<string, { readonly name: string; readonly goal: number }>> = {
    pglite: { name: "embedded (PGlite)", goal: 20_000 },
    postgres: { name: "PostgreSQL", goal: 40_000 },
  };
  const lines = read.map((one) => {
    const { name, goal } = engines[one.engine]!;
    const [rows, second, copy, least] = [one.rows, one.rowsPerSecond, one.copyRowsPerSecond, goal].map((value) =>
      value.toLocaleString("en"),
    );
    // The goal is for the whole file; of the other sizes it is asked that they be as quick.
    const set = one.rows === 727_269 ? `${least}${one.rowsPerSecond < goal ? ", missed" : ""}` : "-";
    return `| ${name} | ${rows} | ${second} | ${set} | ${copy} | ${one.timesAsLongAsCopy}x | ${one.readersOwnMegabytes} MB |`;
  });
  return `\n## Files read in\n\nRows of data.police.uk parsed, checked, placed in cells, written with their indexes, beside a bare COPY of the same rows into a table without any. Memory is the reader's own (goal: under 400 MB). 727,269 rows are the file itself, packed as it came; the others are its rows in a file that is not packed. Rows a second should be the same from ten thousand to five million: ten thousand are over in half a second, most of which is the first asking of everything, and at five million the index of the rows' own names has outgrown the memory. Made by bench/import/run.ts on ${on.processor}, ${on.cores} cores, ${on.memoryGiB} GiB.\n\n| database | rows | rows a second | goal | bare COPY | takes | memory |\n| --- | ---: | ---: | --- | ---: | ---: | ---: |\n${lines.join("\n")}\n`;
}

writeFileSync(
  `${root}bench/RESULTS.md`,
  `# What was measured\n\nMade by bench/picture/told.ts of bench/results/. Every figure was measured on the machine named, unless it says "recorded".\n\n![Ratios](../docs/pictures/bench.svg)\n\n${results.map(table).join("\n")}\n## In the browser\n\n${brushed.join("\n")}${readIn()}${promisesTold()}${gateTold()}${publicTold()}`,
);
writeFileSync(
  `${root}docs/pictures/bench.svg`,
  chart(
    results.flatMap(({ rows }, place) =>
      place === 0 ? rows : rows.filter(({ job }) => !results[0]!.rows.some((row) => row.job === job)),
    ),
  ),
);
