// `samsyn picture …`: the picture's engine for any file of events, for an analyst who never sees the rest. Reads the file and its flags; what is answered is picture/answers'.
import { existsSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import {
  clusterAnswer,
  densityAnswer,
  hierarchicalClusterAnswer,
  hotspotAnswer,
} from "../picture/answers/concentrated.ts";
import { countAnswer, rateAnswer } from "../picture/answers/counted.ts";
import { powerAnswer, surveyPowerAnswer } from "../picture/answers/effect.ts";
import { knoxAnswer } from "../picture/answers/emerging.ts";
import { outbreakAnswer } from "../picture/answers/expected.ts";
import { METHOD_VERSION } from "../picture/answers/basis.ts";
import { ANSWER_NAMES, answerJsonSchema, type AnswerName } from "../picture/answers/schemas.ts";
import { snapshotOf } from "../picture/columns/snapshot.ts";
import type { Said } from "../ground/words.ts";
import { areaAround } from "./picture-areas.ts";
import { unreadable } from "./picture-bytes.ts";
import {
  askCellKey,
  askExtract,
  askSuppress,
  type CellKeyFlags,
  type ExtractFlags,
  type SuppressFlags,
} from "./picture-counts.ts";
import { askEffect, effectKind, type EffectFlags } from "./picture-effect.ts";
import { addColumns, addQuestion, type AskedEvents, type FileOptions, readAsked, readStore } from "./picture-file.ts";
import {
  beforeAfter,
  list,
  Mistyped,
  type Options,
  positive,
  replicates,
  rising,
  seed,
  separator,
  share,
  whole,
  wholeOrNone,
} from "./picture-options.ts";
import { columnOf, numberAt, readRows } from "./picture-rows.ts";
import { Cancelled, inAreas, scanFile, type ScanFlags } from "./picture-scan.ts";
import { tablesOf } from "./picture-tables.ts";
import { Refused } from "./sentences.ts";

const toPerson = (sentence: string) => process.stderr.write(`${sentence}\n`);
const progress = {
  write: (text: string) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  now: () => performance.now(),
};
/** As a shell says that somebody pressed Ctrl-C. */
const CANCELLED = 130;
const MISTYPED = 2;

/** Adds the verbs to the command line. */
export function addPicture(program: Command): void {
  const picture = program.command("picture").description("fråga en fil med händelser / ask a file of events");
  addCounting(picture);
  addPlaces(picture);
  addScan(picture);
  addTime(picture);
  addEffect(picture);
  addTables(picture);
  addFiles(picture);
}

function addCounting(picture: Command): void {
  asks(picture, "count", "hur många, per månad och kategori / how many, by month and category", ({ events }) =>
    countAnswer(events),
  );
  asks(
    picture,
    "rate",
    "per 1 000 invånare och område: --areas, eller områdets namn i --category / per 1,000 residents and area: --areas, or the area's name in --category",
    async (asked, options) => rateAnswer(inAreas(asked), await populationOf(options)),
    (verb) =>
      verb
        .requiredOption("--population <file>", "csv med område och befolkning / csv of area and population")
        .option(
          "--population-columns <area,people>",
          "kolumnerna, om de inte är de två första / the columns, where they are not the first two",
          list,
        ),
  );
}

async function populationOf(options: Options): Promise<ReadonlyMap<string, number>> {
  const file = String(options["population"]);
  const { rows, heading } = await readRows(file);
  const named = options["populationColumns"] as readonly string[] | undefined;
  const [area = "", people = ""] =
    named === undefined ? heading.columns : named.map((name) => columnOf(file, heading, name));
  if (people === "" || rows.length === 0)
    throw new Refused(
      `${file} ska ha en rad per område: område och befolkning. / ${file} must have a line for each area: area and population.`,
    );
  return new Map(rows.map((row) => [(row.cells[area] ?? "").trim(), numberAt(file, row, people, "above-zero")]));
}

function addPlaces(picture: Command): void {
  const inside = new Option(
    "--inside <file>",
    "GeoJSON med området som frågan gäller / GeoJSON of the area that is asked about",
  );
  const areaOf = async ({ events, chosen }: AskedEvents, options: Options) => {
    const { inside: file } = options;
    if (typeof file !== "string") return undefined;
    if (chosen === undefined)
      throw new Mistyped("--inside är i grader: ange --lon och --lat. / --inside is in degrees: name --lon and --lat.");
    return areaAround(file, events);
  };
  asks(
    picture,
    "hotspot",
    "var det koncentreras: Gi* med FDR / where it concentrates",
    async (asked, options) => hotspotAnswer(asked.events, Number(options["cell"]), await areaOf(asked, options)),
    (verb) =>
      verb
        .addOption(new Option("--cell <metres>", "rutans sida / side of a cell").argParser(positive).default(250))
        .addOption(inside),
  );
  asks(
    picture,
    "kde",
    "utjämnad yta / smoothed surface",
    async (asked, options) =>
      densityAnswer(
        asked.events,
        options["bandwidth"] as number | undefined,
        await areaOf(asked, options),
        options["edge"] as "uniform" | "jones-diggle",
      ),
    (verb) =>
      verb
        .addOption(
          new Option("--bandwidth <metres>", "utan den: den bredaste rimliga / without: the widest sensible").argParser(
            positive,
          ),
        )
        .addOption(inside)
        .addOption(
          new Option("--edge <correction>", "hur kanten rättas / how the edge is corrected")
            .choices(["uniform", "jones-diggle"])
            .default("uniform"),
        ),
  );
  asks(
    picture,
    "cluster",
    "grupper av händelser / groups of events",
    ({ events }, options) => {
      const fewest = Number(options["fewest"]);
      return options["method"] === "hdbscan"
        ? hierarchicalClusterAnswer(events, fewest)
        : clusterAnswer(events, Number(options["reach"]), fewest);
    },
    (verb) =>
      verb
        .addOption(new Option("--method <method>").choices(["dbscan", "hdbscan"]).default("dbscan"))
        .addOption(new Option("--reach <metres>", "dbscan: så nära / so near").argParser(positive).default(100))
        .addOption(new Option("--fewest <n>", "minst så många / at least").argParser(whole).default(5)),
  );
}

function addScan(picture: Command): void {
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

function addTime(picture: Command): void {
  asks(
    picture,
    "knox",
    "följer händelser på varandra i närheten / near repeats",
    ({ events }, options) =>
      knoxAnswer(events, {
        distances: options["distances"] as number[],
        days: options["days"] as number[],
        metric: options["metric"] as "euclidean" | "manhattan",
        replicates: Number(options["replicates"]),
        seed: Number(options["seed"]),
      }),
    (verb) =>
      verb
        .addOption(
          new Option("--distances <list>", "gränser i meter / ends in metres")
            .argParser(rising)
            .default([0, 100, 200, 400]),
        )
        .addOption(
          new Option("--days <list>", "gränser i dygn / ends in days").argParser(rising).default([0, 7, 14, 28]),
        )
        .addOption(new Option("--metric <metric>").choices(["euclidean", "manhattan"]).default("euclidean"))
        .addOption(replicates())
        .addOption(seed()),
  );
  asks(
    picture,
    "outbreak",
    "är sista veckan mer än väntat / is the last week more than expected",
    ({ events }, options) =>
      outbreakAnswer(events, {
        listRecurrenceWeeks: Number(options["recurrence"]),
        ...(options["method"] === undefined
          ? {}
          : { method: options["method"] as "farrington" | "farrington-flexible" | "ears" }),
      }),
    (verb) =>
      verb
        .addOption(
          new Option(
            "--method <method>",
            "utan den: farrington-flexible där åren räcker, annars ears / without: farrington-flexible where the years suffice, else ears",
          ).choices(["farrington", "farrington-flexible", "ears"]),
        )
        .addOption(
          new Option(
            "--recurrence <weeks>",
            "hela listan larmar av slump en gång på så många veckor / the whole list calls by chance once in so many weeks",
          )
            .argParser(whole)
            .default(52),
        ),
  );
}

function addEffect(picture: Command): void {
  const pair = (name: string) =>
    new Option(`--${name} <before,after>`, "antal före och efter / counts before and after").argParser(beforeAfter);
  answers(
    picture
      .command("effect")
      .description(
        "hjälpte det: före och efter bredvid jämförelser, en serie med ett brott, eller platser som började olika / did it help",
      )
      .addOption(pair("treated"))
      .addOption(pair("comparison"))
      .option(
        "--pool <file>",
        "csv med before och after, en rad per jämförelseområde / csv of before and after, a line for each comparison area",
      )
      .addOption(pair("surrounding"))
      .addOption(pair("surrounding-comparison"))
      .addOption(
        new Option("--goal <share>", "minskningen som var målet / the fall that was the goal").argParser(share),
      )
      .option("--more-is-better", "fler är målet / more is the goal")
      .option("--series <file>", "csv, en rad per tid / csv, a line a time")
      .option("--count <column>", "serie: antalen / series: the counts")
      .option("--begins <time>", "serie: första tiden efter / series: the first time after")
      .option("--exposure <column>", "serie: t.ex. befolkning / series: such as population")
      .addOption(
        new Option("--per-year <n>", "serie: tider per år / series: times a year").argParser(whole).default(12),
      )
      .addOption(
        new Option("--first <n>", "serie: första radens tid på året / series: where in the year the first line is")
          .argParser(whole)
          .default(1),
      )
      .addOption(
        new Option("--season <pairs>", "serie: par av sinus och cosinus / series: pairs of sine and cosine")
          .argParser(wholeOrNone)
          .default(2),
      )
      .option("--slope", "serie: också lutningen kan ändras / series: the slope may change too")
      .addOption(
        new Option("--variation <kind>")
          .choices(["poisson", "quasi-poisson", "negative-binomial"])
          .default("quasi-poisson"),
      )
      .option("--staggered <file>", "csv, en rad per plats och tid / csv, a line a place and time")
      .option("--place <column>")
      .option("--time <column>")
      .option("--outcome <column>")
      .option("--began <column>", "när platsen började, tomt om aldrig / when the place began, empty for never")
      .addOption(
        new Option("--compared-with <whom>").choices(["never-treated", "not-yet-treated"]).default("never-treated"),
      ),
    (options) => effectKind(options as EffectFlags),
    (options) => askEffect(options as EffectFlags),
  );
  answers(
    picture
      .command("power")
      .description("vad som skulle kunna synas, innan något lovas / what could be seen, before anything is promised")
      .addOption(new Option("--baseline <events>", "händelser före / events before").argParser(positive))
      .addOption(
        new Option("--comparison <times>", "jämförelseområdet är så många gånger större / times as many events")
          .argParser(positive)
          .default(10),
      )
      .addOption(
        new Option("--dispersion <ratio>", "varians genom medel / variance over mean").argParser(positive).default(1),
      )
      .addOption(
        new Option("--survey <n>", "i stället en enkät: svar per omgång / a survey instead: answers a round").argParser(
          whole,
        ),
      )
      .addOption(
        new Option("--answering <share>", "enkät: andelen första gången / survey: the share the first time").argParser(
          share,
        ),
      )
      .addOption(
        new Option(
          "--design-effect <ratio>",
          "enkät: hur mycket svar hänger ihop / survey: how much answers hang together",
        )
          .argParser(positive)
          .default(1),
      ),
    (options) => (options["survey"] === undefined ? "power" : "power-survey"),
    askPower,
  );
}

function askPower(options: Options): object {
  if (options["survey"] !== undefined) {
    if (options["answering"] === undefined)
      throw new Mistyped(
        "--survey behöver --answering: den andel som väntas första gången. / --survey needs --answering: the share expected the first time.",
      );
    return surveyPowerAnswer({
      perRound: Number(options["survey"]),
      share: Number(options["answering"]),
      designEffect: Math.max(Number(options["designEffect"]), 1),
    });
  }
  if (options["baseline"] === undefined)
    throw new Mistyped("Ange --baseline HÄNDELSER eller --survey SVAR. / Name --baseline EVENTS or --survey ANSWERS.");
  return powerAnswer({
    baseline: Number(options["baseline"]),
    comparison: Number(options["comparison"]),
    dispersion: Math.max(Number(options["dispersion"]), 1),
  });
}

function addTables(picture: Command): void {
  const table = (name: string, description: string) =>
    picture
      .command(name)
      .description(description)
      .requiredOption("--in <file>", "csv-fil / csv file")
      .requiredOption(
        "--by <columns>",
        "kolumnerna som tabellen delas in efter / the columns that the table is divided by",
        list,
      )
      .option(
        "--above <column=file>",
        "csv med kod och koden ovanför / csv of a code and the code above",
        (pair: string, so: readonly string[]) => [...so, pair],
        [],
      )
      .option("--separator <character>", "tecknet mellan kolumner / the character between columns", separator);
  answers(
    table("suppress", "tabellen som utomstående får se den / the table as strangers may see it")
      .option("--count <column>", "antalen; utan den är varje rad en / the counts; without, each line is one")
      .addOption(new Option("--fewest <n>", "färre döljs / fewer are hidden").argParser(whole).default(5))
      .option("--hide-zeros", "också noll döljs / none is hidden too")
      .option("--attributes <columns>", "de som säger något om personer / those that tell something of persons", list)
      .addOption(
        new Option("--told <way>", "vad som står i stället / what stands instead")
          .choices(["fewer-than", "alike"])
          .default("fewer-than"),
      )
      .addOption(
        new Option("--cost <cost>", "vad som hellre visas / what is rather shown")
          .choices(["value", "cells"])
          .default("value"),
      )
      .option(
        "--totals <totals>",
        "summor som visas, t.ex. «ort;slag;»; utan den alla / totals that are shown; without, all",
      )
      .option("--earlier <file>", "csv med det som redan är publicerat / csv of what is published already")
      .option("--inside-too", "visa också vad som är dolt / show also what is hidden"),
    "suppress",
    (options) => askSuppress(options as unknown as SuppressFlags),
  );
  answers(
    table("cell-key", "tabellen med brus som är detsamma varje gång / the table with noise that is the same every time")
      .requiredOption("--id <column>", "radens eget id / the line's own id")
      .requiredOption("--secret <file>", "fil med en hemlighet, alltid densamma / file of a secret, always the same")
      .addOption(new Option("--most <n>", "största bruset / the largest noise").argParser(whole).default(5))
      .addOption(new Option("--variance <v>", "brusets varians / the noise's variance").argParser(positive).default(2))
      .addOption(
        new Option("--no-small <n>", "tal upp till detta kommer inte ut / counts up to this do not come out").argParser(
          wholeOrNone,
        ),
      )
      .addOption(
        new Option("--stays <share>", "chans att talet står kvar / chance that the count stays").argParser(share),
      ),
    "cell-key",
    (options) => askCellKey(withoutNoSmallSlip(options)),
  );
  answers(
    table("extract", "öppna data med brus ur en budget / open data with noise out of a budget")
      .addOption(
        new Option("--epsilon <thousandths>", "vad utdraget får kosta / what the extract may cost")
          .argParser(whole)
          .default(1000),
      )
      .addOption(
        new Option(
          "--per-person <cells>",
          "i så många rutor kan en person räknas / in so many cells a person can be counted",
        )
          .argParser(whole)
          .default(1),
      )
      .addOption(
        new Option("--spent <thousandths>", "redan använt av budgeten på 1000 / already spent of the budget of 1000")
          .argParser(wholeOrNone)
          .default(0),
      ),
    "extract",
    (options) => askExtract(options as unknown as ExtractFlags),
  );
}

/** `--no-small` is a number here, and not the opposite of `--small`. */
function withoutNoSmallSlip(options: Options): CellKeyFlags {
  const { small, ...rest } = options;
  return { ...rest, ...(typeof small === "number" ? { noSmall: small } : {}) } as unknown as CellKeyFlags;
}

function addFiles(picture: Command): void {
  answers(
    addColumns(
      picture
        .command("snapshot")
        .description(
          "spara en csv så att nästa fråga läser den på ett ögonblick / save a csv so that the next question reads it in a moment",
        ),
    )
      .requiredOption("--out <file>", "filen som skrivs, t.ex. händelser.samsyn / the file to write")
      .option("--replace", "skriv över / write over"),
    "snapshot",
    saveSnapshot,
  );
  picture
    .command("schema")
    .description("JSON Schema för ett svar / JSON Schema of an answer")
    .argument("<answer>", ANSWER_NAMES.join(", "))
    .action((name: string) =>
      told(false, async () => {
        if (ANSWER_NAMES.includes(name as AnswerName))
          return JSON.stringify(answerJsonSchema(name as AnswerName), undefined, 2);
        throw new Mistyped(
          `Det finns inget svar som heter «${name}». Det finns: ${ANSWER_NAMES.join(", ")}. / There is no answer called "${name}". There are: ${ANSWER_NAMES.join(", ")}.`,
        );
      }),
    );
}

async function saveSnapshot(options: Options): Promise<object> {
  const out = String(options["out"]);
  if (existsSync(out) && options["replace"] !== true)
    throw new Refused(
      `${out} finns redan. Välj ett annat namn, eller ange --replace. / ${out} exists already. Choose another name, or add --replace.`,
    );
  const { store } = await readStore(options as unknown as FileOptions, toPerson);
  const bytes = snapshotOf(store);
  const beside = `${out}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, out);
  } catch (error) {
    await rm(beside, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EISDIR" && code !== "ENOTDIR") throw error;
    throw new Refused(unreadable(out, error as NodeJS.ErrnoException));
  }
  const sentence: Said = {
    sv: `${store.size} händelser sparade i ${out}. Fråga den med --in ${out}.`,
    en: `${store.size} events saved in ${out}. Ask it with --in ${out}.`,
  };
  return { n: store.size, method: "snapshot", version: METHOD_VERSION, sentence, out, bytes: bytes.byteLength };
}

type Asked = object | Promise<object>;

/** A verb that reads a file of events. `set` adds its own flags. */
function asks(
  picture: Command,
  name: AnswerName,
  description: string,
  question: (asked: AskedEvents, options: Options) => Asked,
  set: (verb: Command) => Command = (verb) => verb,
): void {
  const verb = set(addQuestion(addColumns(picture.command(name).description(description))));
  answers(verb, name, async (options) => question(await readAsked(options, toPerson), options));
}

type Told = {
  readonly sentence: Said;
  readonly caveats?: readonly { readonly sentence: Said }[];
  readonly season?: { readonly sentence: Said };
  readonly posterior?: { readonly sentence: Said };
};

function answers(
  verb: Command,
  name: AnswerName | ((options: Options) => AnswerName),
  question: (options: Options) => Asked,
): void {
  verb.option("--json", "svara som JSON / answer as JSON").action(async (options: Options) => {
    await told(options["json"] === true, async () => {
      const answer = await question(options);
      if (options["json"] === true) return JSON.stringify(answer);
      return linesOf(typeof name === "string" ? name : name(options), answer as Told & Record<string, unknown>).join(
        "\n",
      );
    });
  });
}

/** Writes what is answered; a question typed wrongly and one that was cancelled have exit codes of their own. */
async function told(json: boolean, answer: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await answer()}\n`);
  } catch (error) {
    if (!(error instanceof Cancelled || error instanceof Mistyped)) throw error;
    toPerson(error.message);
    if (json) process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
    process.exitCode = error instanceof Cancelled ? CANCELLED : MISTYPED;
  }
}

/** What it says, in Swedish and then in English; what must be known with it; and a table where figures say more. */
function linesOf(name: AnswerName, answer: Told & Record<string, unknown>): string[] {
  const said = [answer, answer.season, answer.posterior, ...(answer.caveats ?? [])].flatMap((one) =>
    one === undefined ? [] : [one.sentence],
  );
  return [...said.map(({ sv }) => sv), ...said.map(({ en }) => en), ...tablesOf(name, answer)];
}
