// `samsyn picture scan`: the question its flags ask, or SaTScan's own files do, answered on every processor; with how far it has come, and a way to end it.
import { type Command, Option } from "commander";
import { basename, dirname, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { areaScan, areaScanAnswer, type PeopledAreas } from "../../picture/answers/area-scan.ts";
import { askScanSpread, type ScanAnswer, type ScanQuestion, scanAnswerSpread } from "../../picture/answers/emerging.ts";
import { type EventTable, byArea } from "../../picture/answers/event-table.ts";
import { readSatScan, satScanFileNames } from "../../picture/answers/satscan-files.ts";
import type { SatScanProblem } from "../../picture/answers/satscan-parameters.ts";
import { satScanProblems } from "../../picture/answers/words.ts";
import { OUTSIDE } from "../../picture/columns/event-store.ts";
import { bordersOf, middlesOf } from "../../picture/columns/shapes.ts";
import type { ScanModel } from "../../picture/engine/emerging/scan-models.ts";
import type { ScanWindows } from "../../picture/engine/emerging/scan-problem.ts";
import type { SpreadOut } from "../../picture/engine/emerging/scan.ts";
import { WorkerGone } from "../../platform/server/worker-pool.ts";
import { say } from "../../ground/words.ts";
import type { NamedAreas } from "./areas.ts";
import { textOf } from "./bytes.ts";
import { addColumns, addQuestion, type AskedEvents, readAsked, type Tell } from "./file.ts";
import { Cancelled, Mistyped, type Options, positive, replicates, seed, share, whole } from "./options.ts";
import { picturePool, spreadOver } from "./pool.ts";
import { type Peopled, readPopulation } from "./population.ts";
import { progressTo, type ProgressTo } from "./progress.ts";
import { columnOf, numberAt } from "./rows.ts";
import { answers, progress, toPerson } from "./verbs.ts";
import { Refused } from "../sentences.ts";

export type ScanFlags = Options & {
  readonly in?: string;
  readonly prm?: string;
  readonly model: ScanModel;
  readonly type: "spatial" | "temporal" | "space-time";
  readonly prospective?: boolean;
  readonly shape: "circle" | "flexible";
  readonly population?: string;
  readonly cases?: string;
  readonly radius: number;
  readonly share?: number;
  readonly days: number;
  readonly mostAreas?: number;
  readonly alpha?: number;
  readonly replicates: number;
  readonly seed: number;
  readonly workers?: number;
};

/** Runs what spreads its replicates over threads; Ctrl-C ends it. Throws Cancelled, or Refused where a thread ended. */
export async function onAllProcessors<Answer>(
  workers: number | undefined,
  to: ProgressTo,
  work: (spread: SpreadOut) => Promise<Answer>,
  replicates: number,
): Promise<Answer> {
  const pool = picturePool(workers);
  const ending = new AbortController();
  const progress = progressTo(to, { sv: "slumpade kartor", en: "invented maps" });
  const cancel = () =>
    ending.abort(
      new Cancelled(
        "Avbrutet. Inget svar är räknat, och inget är ändrat. / Cancelled. No answer was worked out, and nothing is changed.",
      ),
    );
  process.once("SIGINT", cancel).once("SIGTERM", cancel);
  try {
    return await work(spreadOver(pool, { signal: ending.signal, done: (made) => progress.done(made, replicates) }));
  } catch (error) {
    throw error instanceof WorkerGone ? threadGone(error) : error;
  } finally {
    progress.end();
    process.off("SIGINT", cancel).off("SIGTERM", cancel);
    await pool.close();
  }
}

/** What is said where a thread ended before its answer. */
export function threadGone({ message }: WorkerGone): Refused {
  return new Refused(
    `${message} Inget svar är räknat. Räckte minnet inte till? Försök med färre: --workers 1. / No answer was worked out. Was there not memory enough? Try with fewer: --workers 1.`,
  );
}

/** The answer to what the flags ask. `chosen` are those somebody has typed. */
export async function scanFile(
  flags: ScanFlags,
  chosen: (flag: string) => boolean,
  tell: Tell,
  to: ProgressTo,
): Promise<object> {
  if ((flags.in === undefined) === (flags.prm === undefined))
    throw new Mistyped("Ange --in FIL.csv eller --prm FIL.prm. / Name --in FILE.csv or --prm FILE.prm.");
  if (flags.prm !== undefined) return satScanFile(flags, chosen, tell, to);
  const windows = windowsOf(flags);
  const asked = await readAsked(flags, tell);
  if (flags.model === "poisson" || flags.model === "expectation") return peopledScan(flags, windows, asked, tell, to);
  if (flags.shape === "flexible") throw notFlexible();
  if (flags.model === "bernoulli" && flags.cases === undefined)
    throw new Mistyped(
      "--model bernoulli behöver --cases: den kategori som är fallen; alla andra är deras jämförelse. / --model bernoulli needs --cases: the category that is the cases; all others are what they are compared with.",
    );
  if (flags.cases !== undefined && !asked.events.category.includes(flags.cases))
    throw new Refused(`Ingen händelse har kategorin «${flags.cases}». / No event has the category "${flags.cases}".`);
  const wish = {
    radiusMetres: flags.radius,
    days: flags.days,
    replicates: flags.replicates,
    seed: flags.seed,
    windows,
    ...(flags.share === undefined ? {} : { mostShare: flags.share }),
    ...(flags.model === "bernoulli" && flags.cases !== undefined ? { category: flags.cases } : {}),
  };
  return onAllProcessors(flags.workers, to, (spread) => scanAnswerSpread(asked.events, wish, spread), flags.replicates);
}

const notFlexible = () =>
  new Mistyped(
    "--shape flexible söker bland områden som gränsar till varandra: ange --model poisson --type spatial --areas FIL.geojson --population FIL.csv. / --shape flexible looks among areas that border on each other: name --model poisson --type spatial --areas FILE.geojson --population FILE.csv.",
  );

function windowsOf({ model, type, prospective, shape }: ScanFlags): ScanWindows {
  if (model === "permutation" && type !== "space-time")
    throw new Mistyped(
      `--model permutation söker i rum och tid på en gång. För --type ${type} behövs --model poisson eller bernoulli. / --model permutation looks in space and time at once. --type ${type} needs --model poisson or bernoulli.`,
    );
  if (model === "expectation" && (type === "spatial" || prospective === false))
    throw new Mistyped(
      "--model expectation håller de sista dagarna mot dem före: --type space-time eller temporal, --prospective. / --model expectation holds the last days against those before: --type space-time or temporal, --prospective.",
    );
  if (shape === "flexible" && type !== "spatial") throw notFlexible();
  if (type === "spatial") return "spatial";
  return prospective === false ? type : `${type}-prospective`;
}

async function peopledScan(
  flags: ScanFlags,
  windows: ScanWindows,
  asked: AskedEvents,
  tell: Tell,
  to: ProgressTo,
): Promise<object> {
  if (flags.population === undefined)
    throw new Mistyped(
      `--model ${flags.model} behöver --population: en csv med område och befolkning, och lon och lat där --areas inte anges. / --model ${flags.model} needs --population: a csv of area and population, and lon and lat where --areas is not named.`,
    );
  const events =
    asked.chosen !== undefined && asked.areas !== undefined
      ? byArea(asked.chosen.store, asked.chosen.events)
      : asked.events;
  const areas = await peopledAreas(flags, asked, tell);
  if (flags.shape === "flexible" && areas.neighbours === undefined) throw notFlexible();
  const wish = {
    model: flags.model as "poisson" | "expectation",
    windows,
    ...(flags.share === undefined ? {} : { mostShare: flags.share }),
    radiusMetres: flags.radius,
    days: flags.days,
    replicates: flags.replicates,
    seed: flags.seed,
  };
  const question = areaScan(events, areas, wish);
  const answer =
    question &&
    (await onAllProcessors(
      flags.workers,
      to,
      (spread) => askScanSpread(connected(question, flags), spread),
      flags.replicates,
    ));
  return areaScanAnswer(events, areas, wish, answer);
}

const connected = (question: ScanQuestion, { mostAreas, alpha }: ScanFlags): ScanQuestion => ({
  ...question,
  wish: {
    ...question.wish,
    ...(mostAreas === undefined ? {} : { mostPlaces: mostAreas }),
    ...(alpha === undefined ? {} : { alpha }),
  },
});

/** Areas, their people and where they lie: by the areas' own shapes, or by columns of the population file. */
async function peopledAreas(flags: ScanFlags, asked: AskedEvents, tell: Tell): Promise<PeopledAreas> {
  const file = flags.population!;
  const { areas: said, heading } = await readPopulation(file);
  const inMetres = asked.chosen === undefined;
  if (asked.areas !== undefined) return byShapes(asked.areas, said, file, flags, tell);
  const [across, along] = (inMetres ? ["x", "y"] : ["lon", "lat"]).map((name) => columnOf(file, heading, name)) as [
    string,
    string,
  ];
  return {
    codes: said.map((one) => one.code),
    people: said.map((one) => one.people),
    positions: {
      on: inMetres ? "plane" : "earth",
      x: said.map(({ row }) => numberAt(file, row, across)),
      y: said.map(({ row }) => numberAt(file, row, along)),
    },
  };
}

function byShapes(
  areas: NamedAreas,
  said: readonly Peopled[],
  file: string,
  flags: ScanFlags,
  tell: Tell,
): PeopledAreas {
  const people = new Map(said.map((one) => [one.code, one.people]));
  const kept = [...areas.entries.keys()].filter((at) => people.has(areas.entries[at]!.code));
  const without = areas.entries.length - kept.length;
  if (kept.length === 0)
    throw new Refused(
      `${file} har inget av områdena: dess första kolumn ska vara deras koder, t.ex. ${areas.entries[0]!.code}. / ${file} has none of the areas: its first column must be their codes, such as ${areas.entries[0]!.code}.`,
    );
  if (without > 0)
    tell(
      `${without} områden saknar befolkning i ${file} och är inte med. / ${without} areas have no population in ${file} and are left out.`,
    );
  const shapes = kept.map((at) => areas.shapes[at]!);
  const middles = middlesOf(shapes);
  return {
    codes: kept.map((at) => areas.entries[at]!.code),
    people: kept.map((at) => people.get(areas.entries[at]!.code)!),
    positions: { on: "earth", x: middles.map(([lon]) => lon), y: middles.map(([, lat]) => lat) },
    ...(flags.shape === "flexible" ? { neighbours: bordersOf(shapes) } : {}),
  };
}

/** SaTScan's files, found where the parameter file says or beside it. */
async function satScanFile(
  flags: ScanFlags,
  chosen: (flag: string) => boolean,
  tell: Tell,
  to: ProgressTo,
): Promise<object> {
  const prm = flags.prm!;
  const parameters = await textOf(prm);
  const names = satScanFileNames(parameters);
  const read = async (name: string) => (name === "" ? undefined : textOf(besides(prm, name)));
  const [cases, controls, population, coordinates] = await Promise.all(
    (["cases", "controls", "population", "coordinates"] as const).map((kind) => read(names[kind])),
  );
  if (cases === undefined)
    throw new Refused(
      `${prm} anger ingen CaseFile. Är det en parameterfil från SaTScan? / ${prm} names no CaseFile. Is it a parameter file of SaTScan's?`,
    );
  const { question, problems } = readSatScan({
    parameters,
    cases,
    ...(controls === undefined ? {} : { controls }),
    ...(population === undefined ? {} : { population }),
    ...(coordinates === undefined ? {} : { coordinates }),
  });
  tellSatScan(problems, tell);
  if (question === undefined)
    throw new Refused(`${prm}: analysen går inte att göra här. / The analysis cannot be made here.`);
  const asked: ScanQuestion = {
    ...question,
    wish: { ...question.wish, seed: flags.seed },
    options: chosen("replicates") ? { ...question.options, replicates: flags.replicates } : question.options,
  };
  const answer = await onAllProcessors(
    flags.workers,
    to,
    (spread) => askScanSpread(asked, spread),
    asked.options.replicates ?? 999,
  );
  return inMetresWhereKnown(answer, asked);
}

function inMetresWhereKnown(answer: ScanAnswer, { positions }: ScanQuestion): object {
  if (positions.on === "plane") return answer;
  return {
    ...answer,
    clusters: answer.clusters.map(({ radius, ...cluster }) => ({ ...cluster, radiusMetres: radius * 1000 })),
  };
}

/** As it is written in the parameter file, or by its name alone beside it: parameter files are sent without their folders. Never from elsewhere: whoever sends such a file does not choose what is read here. */
function besides(prm: string, name: string): string {
  const folder = resolve(dirname(prm));
  const plain = name.replaceAll("\\", "/");
  const written = resolve(folder, plain);
  return written.startsWith(join(folder, "/")) && existsSync(written) ? written : join(folder, basename(plain));
}

const MOST_TOLD = 20;

function tellSatScan(problems: readonly SatScanProblem[], tell: Tell): void {
  for (const { wrong, detail } of problems.slice(0, MOST_TOLD))
    tell(`${say(satScanProblems[wrong], "sv", detail)} / ${say(satScanProblems[wrong], "en", detail)}`);
  if (problems.length > MOST_TOLD)
    tell(`  … och ${problems.length - MOST_TOLD} till / and ${problems.length - MOST_TOLD} more`);
}

/** Events as an area names them, where rates are asked of areas. */
export function inAreas({ events, chosen }: AskedEvents): EventTable {
  if (chosen === undefined) return events;
  return chosen.store.words.areas.length > OUTSIDE + 1 ? byArea(chosen.store, chosen.events) : events;
}

/** Adds the verb. */
export function addScan(picture: Command): void {
  const verb = addQuestion(
    addColumns(
      picture
        .command("scan")
        .description("något på gång: scanstatistik på alla processorer / emerging: scan statistics on every processor"),
    ),
  )
    .option("--prm <file>", "SaTScans parameterfil i stället för --in / SaTScan's parameter file instead of --in")
    .addOption(
      new Option("--model <model>")
        .choices(["permutation", "poisson", "bernoulli", "expectation"])
        .default("permutation"),
    )
    .addOption(new Option("--type <type>").choices(["space-time", "spatial", "temporal"]).default("space-time"))
    .option(
      "--prospective",
      "bara det som pågår sista dagen (som utan flagga) / only what goes on on the last day (the default)",
      true,
    )
    .option("--no-prospective", "också det som är över / what is over as well")
    .addOption(new Option("--shape <shape>").choices(["circle", "flexible"]).default("circle"))
    .option("--population <file>", "csv: område, befolkning (lon, lat) / csv: area, population (lon, lat)")
    .option("--cases <category>", "bernoulli: fallens kategori / the cases' category")
    .addOption(new Option("--radius <metres>", "vidaste cirkel / widest circle").argParser(positive).default(2000))
    .addOption(new Option("--share <share>", "högst så stor del av alla / at most this share of all").argParser(share))
    .addOption(new Option("--days <n>", "längsta tid / longest span").argParser(whole).default(28))
    .addOption(new Option("--most-areas <n>", "flexible: högst så många / at most").argParser(whole))
    .addOption(
      new Option(
        "--alpha <p>",
        "flexible: bara områden som själva är så ovanliga / only areas so unusual by themselves",
      ).argParser(share),
    )
    .addOption(replicates())
    .addOption(seed())
    .addOption(
      new Option("--workers <n>", "trådar; utan den: en per processor / threads; without: one a processor").argParser(
        whole,
      ),
    );
  // SaTScan's files are named by their parameter file.
  for (const option of verb.options) if (option.long === "--in") option.makeOptionMandatory(false);
  answers(verb, "scan", (options) =>
    scanFile(options as ScanFlags, (flag) => verb.getOptionValueSource(flag) === "cli", toPerson, progress),
  );
}
