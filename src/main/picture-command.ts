// `samsyn picture …`: the picture's engine for any file of events, for an analyst who never sees the rest. Reads the file and its flags; what is answered is picture/engine's.
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Readable } from "node:stream";
import { type Command, InvalidArgumentError, Option } from "commander";
import { parse } from "csv-parse";
import { clusterAnswer, densityAnswer, hotspotAnswer } from "../picture/answers/concentrated.ts";
import { countAnswer, rateAnswer } from "../picture/answers/counted.ts";
import { effectAnswer, powerAnswer } from "../picture/answers/effect.ts";
import { knoxAnswer, scanAnswer } from "../picture/answers/emerging.ts";
import { outbreakAnswer } from "../picture/answers/expected.ts";
import type { BeforeAfter } from "../picture/engine/before-after.ts";
import {
  type EventColumns,
  type EventRow,
  type EventTable,
  readEvents,
  type RowProblem,
} from "../picture/answers/event-table.ts";
import { rowProblems } from "../picture/answers/words.ts";
import { Refused } from "./sentences.ts";
import { say } from "../ground/words.ts";

type Answer = { readonly sentence: { readonly sv: string; readonly en: string } };
type FileOptions = EventColumns & { in: string; separator: string; json?: boolean };

const toPerson = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** Adds the verbs to the command line. */
export function addPicture(program: Command): void {
  const picture = program.command("picture").description("fråga en fil med händelser / ask a file of events");
  const seed = () =>
    new Option("--seed <n>", "slumpens frö: samma frö, samma svar / same seed, same answer")
      .argParser(whole)
      .default(1);
  const replicates = () =>
    new Option("--replicates <n>", "slumpade kartor / invented maps").argParser(whole).default(999);

  asks(
    picture,
    "count",
    "hur många, per månad och kategori / how many, by month and category",
    () => (events) => countAnswer(events),
  );
  asks(
    picture,
    "rate",
    "per 1 000 invånare och område; områdets namn är --category / per 1,000 residents and area",
    (verb) => {
      verb.requiredOption("--population <file>", "csv med område och befolkning / csv of area and population");
      return async (events, options) => {
        const rows = await readCsv(String(options["population"]), ",");
        const pairs = rows.map(({ line, cells }) => {
          const [area = "", people = ""] = Object.values(cells);
          const number = Number(people.replaceAll(/[\s\u00a0]/g, ""));
          if (!(number > 0))
            throw new Refused(
              `${String(options["population"])}, rad ${line}: befolkningen är «${people}», och ska vara ett tal över noll. / line ${line}: the population is "${people}"; it must be a number above zero.`,
            );
          return [area.trim(), number] as const;
        });
        return rateAnswer(events, new Map(pairs));
      };
    },
  );
  asks(picture, "hotspot", "var det koncentreras: Gi* med FDR / where it concentrates", (verb) => {
    verb.addOption(new Option("--cell <metres>", "rutans sida / side of a cell").argParser(positive).default(250));
    return (events, options) => hotspotAnswer(events, Number(options["cell"]));
  });
  asks(picture, "kde", "utjämnad yta / smoothed surface", (verb) => {
    verb.addOption(
      new Option("--bandwidth <metres>", "utan den: den bredaste rimliga / without: the widest sensible").argParser(
        positive,
      ),
    );
    return (events, options) => densityAnswer(events, options["bandwidth"] as number | undefined);
  });
  asks(picture, "cluster", "grupper av händelser: DBSCAN / groups of events", (verb) => {
    verb
      .addOption(new Option("--reach <metres>").argParser(positive).default(100))
      .addOption(new Option("--fewest <n>", "minst så många / at least").argParser(whole).default(5));
    return (events, options) => clusterAnswer(events, Number(options["reach"]), Number(options["fewest"]));
  });
  asks(
    picture,
    "scan",
    "något på gång nu: permutationsscan i tid och rum / emerging now: space-time permutation scan",
    (verb) => {
      verb
        .addOption(new Option("--radius <metres>").argParser(positive).default(2000))
        .addOption(new Option("--days <n>", "längsta tid bakåt / longest span back").argParser(whole).default(28))
        .addOption(replicates())
        .addOption(seed());
      return (events, options) =>
        scanAnswer(events, {
          radiusMetres: Number(options["radius"]),
          days: Number(options["days"]),
          replicates: Number(options["replicates"]),
          seed: Number(options["seed"]),
        });
    },
  );
  asks(picture, "knox", "följer händelser på varandra i närheten / near repeats", (verb) => {
    verb
      .addOption(
        new Option("--distances <list>", "gränser i meter / ends in metres")
          .argParser(rising)
          .default([0, 100, 200, 400]),
      )
      .addOption(new Option("--days <list>", "gränser i dygn / ends in days").argParser(rising).default([0, 7, 14, 28]))
      .addOption(new Option("--metric <metric>").choices(["euclidean", "manhattan"]).default("euclidean"))
      .addOption(replicates())
      .addOption(seed());
    return (events, options) =>
      knoxAnswer(events, {
        distances: options["distances"] as number[],
        days: options["days"] as number[],
        metric: options["metric"] as "euclidean" | "manhattan",
        replicates: Number(options["replicates"]),
        seed: Number(options["seed"]),
      });
  });
  asks(
    picture,
    "outbreak",
    "är sista veckan mer än väntat / is the last week more than expected",
    () => (events) => outbreakAnswer(events),
  );

  const pair = (name: string) =>
    new Option(`--${name} <before,after>`, "antal före och efter / counts before and after").argParser(beforeAfter);
  answers(
    picture
      .command("effect")
      .description("hjälpte det: före och efter, bredvid ett jämförelseområde / did it help")
      .addOption(pair("treated").makeOptionMandatory())
      .addOption(pair("comparison").makeOptionMandatory())
      .addOption(pair("surrounding"))
      .addOption(pair("surrounding-comparison")),
    (options) =>
      effectAnswer({
        treated: options["treated"] as BeforeAfter,
        comparison: options["comparison"] as BeforeAfter,
        ...(options["surrounding"] === undefined ? {} : { surrounding: options["surrounding"] as BeforeAfter }),
        ...(options["surroundingComparison"] === undefined
          ? {}
          : { surroundingComparison: options["surroundingComparison"] as BeforeAfter }),
      }),
  );
  answers(
    picture
      .command("power")
      .description("vad som skulle kunna synas, innan något lovas / what could be seen, before anything is promised")
      .addOption(
        new Option("--baseline <events>", "händelser före / events before").argParser(positive).makeOptionMandatory(),
      )
      .addOption(
        new Option("--comparison <times>", "jämförelseområdet är så många gånger större / times as many events")
          .argParser(positive)
          .default(10),
      )
      .addOption(
        new Option("--dispersion <ratio>", "varians genom medel / variance over mean").argParser(positive).default(1),
      ),
    (options) =>
      powerAnswer({
        baseline: Number(options["baseline"]),
        comparison: Number(options["comparison"]),
        dispersion: Math.max(Number(options["dispersion"]), 1),
      }),
  );
}

type Options = Readonly<Record<string, unknown>>;
type Asked = Answer | Promise<Answer>;

/** A verb that reads a file. `set` adds its own flags and gives the question. */
function asks(
  picture: Command,
  name: string,
  description: string,
  set: (verb: Command) => (events: EventTable, options: Options) => Asked,
): void {
  const verb = picture
    .command(name)
    .description(description)
    .requiredOption("--in <file>", "csv-fil, även .gz; - läser standard in / csv file, .gz too; - reads standard input")
    .option("--lon <column>", "longitud i grader, WGS 84 / longitude in degrees")
    .option("--lat <column>", "latitud i grader / latitude in degrees")
    .option("--x <column>", "öst i meter / east in metres")
    .option("--y <column>", "norr i meter / north in metres")
    .option("--time <column>", "dag eller tidpunkt, ISO 8601 / day or moment")
    .option("--category <column>")
    .option("--separator <character>", "tecknet mellan kolumner / the character between columns", ",");
  const question = set(verb);
  answers(verb, async (options) => question(await eventsOf(options as unknown as FileOptions), options));
}

function answers(verb: Command, question: (options: Options) => Asked): void {
  verb.option("--json", "svara som JSON / answer as JSON").action(async (options: Options) => {
    const answer = await question(options);
    if (options["json"] === true) process.stdout.write(`${JSON.stringify(answer)}\n`);
    else process.stdout.write(`${answer.sentence.sv}\n${answer.sentence.en}\n`);
  });
}

async function eventsOf(options: FileOptions): Promise<EventTable> {
  const rows = await readCsv(options.in, options.separator);
  const there = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  const columns: EventColumns = Object.fromEntries(
    (["lon", "lat", "x", "y", "time", "category"] as const).flatMap((key) =>
      options[key] === undefined ? [] : [[key, options[key]]],
    ),
  );
  for (const column of Object.values(columns))
    if (rows.length > 0 && !there.has(column))
      throw new Refused(
        `${options.in} har ingen kolumn «${column}». Den har: ${[...there].join(", ")}. / There is no column "${column}".`,
      );
  const events = readEvents(rows, columns);
  for (const problem of events.problems.slice(0, MOST_TOLD)) toPerson(told(options.in, problem));
  if (events.problems.length > MOST_TOLD)
    toPerson(`  … och ${events.problems.length - MOST_TOLD} till / and ${events.problems.length - MOST_TOLD} more`);
  return events;
}

const MOST_TOLD = 20;
const told = (file: string, { wrong, ...detail }: RowProblem) =>
  `${say(rowProblems[wrong], "sv", { file, ...detail })} / ${say(rowProblems[wrong], "en", { file, ...detail })}`;

async function readCsv(file: string, separator: string): Promise<EventRow[]> {
  const source: Readable = file === "-" ? process.stdin : createReadStream(file);
  const bytes = file.endsWith(".gz") ? source.pipe(createGunzip()) : source;
  const rows: EventRow[] = [];
  // csv-parse counts lines itself, so that a quoted line break does not shift every line after it.
  const parser = parse({
    delimiter: separator,
    columns: true,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  for (const stream of [source, bytes]) stream.once("error", (error) => parser.destroy(error));
  try {
    for await (const { record, info } of bytes.pipe(parser) as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>)
      rows.push({ line: info.lines, cells: record });
  } catch (error) {
    throw new Refused(`${file} kunde inte läsas: ${(error as Error).message} / could not be read.`);
  }
  return rows;
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError("Ett heltal från 1. / A whole number from 1.");
  return value;
}
function positive(text: string): number {
  const value = Number(text.replace(",", "."));
  if (!(value > 0)) throw new InvalidArgumentError("Ett tal över noll. / A number above zero.");
  return value;
}
function rising(text: string): number[] {
  const values = text.split(",").map(Number);
  if (values.length < 2 || values.some((value, i) => !(value >= 0) || (i > 0 && value <= values[i - 1]!)))
    throw new InvalidArgumentError(
      "Stigande tal med komma emellan, t.ex. 0,100,200. / Rising numbers with commas between.",
    );
  return values;
}
function beforeAfter(text: string): BeforeAfter {
  const [before = NaN, after = NaN, ...more] = text.split(",").map(Number);
  if (more.length > 0 || !Number.isInteger(before) || !Number.isInteger(after) || before < 0 || after < 0)
    throw new InvalidArgumentError("Två antal med komma emellan, t.ex. 207,110. / Two counts with a comma between.");
  return { before, after };
}
