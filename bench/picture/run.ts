// The picture's bench. Every figure is measured here and now unless it says "recorded"; it prints what it ran on, against what, and the ratio, and decides nothing.
//   npx tsx bench/picture/run.ts [--events 10000000] [--peers] [--only columns|methods|files] [--runs 5] [--answers FILE] [--out FILE]
// --answers holds what came out against a file of earlier answers (made where there is none): the same number of events must give the same answers on any machine.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { columnRows } from "./columns.ts";
import { madeEvents, municipalities, storeOf } from "./events.ts";
import { fileRows } from "./files.ts";
import { countRuns, machine, ratioOf, type Row, written } from "./measure.ts";
import { methodRows } from "./methods.ts";
import { postgisRow } from "./postgis.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "1000000" },
    peers: { type: "boolean", default: false },
    only: { type: "string" },
    answers: { type: "string" },
    runs: { type: "string", default: "5" },
    out: { type: "string" },
  },
});
const shared = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const events = Number(values.events);
countRuns(Number(values.runs));
const places = municipalities(shared);
if (places === undefined) {
  process.stdout.write("Skipped: the municipalities' outlines are not on this machine (../shared/data/geography).\n");
} else {
  const rows: Row[] = [];
  const say = (row: Row) => {
    rows.push(row);
    process.stdout.write(`${written(row)}\n`);
  };
  process.stdout.write(`${JSON.stringify(machine())}, ${events} events\n`);
  const wants = (part: string) => values.only === undefined || values.only === part;
  const made = madeEvents(events, places);
  const store = storeOf(made);
  if (wants("columns")) {
    await columnRows(store, places, values.peers ? [1, 2] : [], say);
    if (values.peers) await postgisRow(store, places, say);
  }
  if (wants("methods"))
    await methodRows({ store, places, shared, share: Math.min(events / 1_000_000, 1), peers: values.peers, say });
  if (wants("files")) fileRows(made, say);
  if (values.out !== undefined) {
    mkdirSync(dirname(values.out), { recursive: true });
    const told = rows.map((row) => ({ ...row, ratio: ratioOf(row) }));
    writeFileSync(values.out, `${JSON.stringify({ machine: machine(), events, rows: told }, undefined, 2)}\n`);
  }
  if (values.answers !== undefined) compare(values.answers, rows);
}

function compare(path: string, rows: readonly Row[]): void {
  const now = Object.fromEntries(rows.filter(({ unit }) => unit === undefined).map(({ job, answer }) => [job, answer]));
  if (!existsSync(path)) {
    writeFileSync(path, `${JSON.stringify(now, undefined, 2)}\n`);
    return;
  }
  const then = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  const other = Object.keys({ ...then, ...now }).filter((job) => then[job] !== now[job]);
  for (const job of other)
    process.stderr.write(`${job}: ${now[job] ?? "not run"}, and was ${then[job] ?? "not run"}\n`);
  if (other.length > 0) process.exitCode = 1;
}
