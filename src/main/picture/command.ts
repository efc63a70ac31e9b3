// `samsyn picture …`: the picture's engine for any file of events, for an analyst who never sees the rest. Reads the file and its flags; what is answered is picture/answers'.
import { existsSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import {
  clusterAnswer,
  densityAnswer,
  hierarchicalClusterAnswer,
  hotspotAnswer,
} from "../../picture/answers/concentrated.ts";
import { countAnswer, rateAnswer } from "../../picture/answers/counted.ts";
import { knoxAnswer } from "../../picture/answers/emerging.ts";
import { leastNearPairs } from "../../picture/answers/near-pairs.ts";
import { outbreakAnswer } from "../../picture/answers/expected.ts";
import { METHOD_VERSION } from "../../picture/answers/basis.ts";
import { ANSWER_NAMES, answerJsonSchema, type AnswerName } from "../../picture/answers/schemas.ts";
import { snapshotOf } from "../../picture/columns/snapshot.ts";
import type { Said } from "../../ground/words.ts";
import { areaAround } from "./areas.ts";
import { unreadable } from "./bytes.ts";
import { addTables } from "./counts.ts";
import { addEffect } from "./effect.ts";
import { addColumns, type AskedEvents, type FileOptions, readStore } from "./file.ts";
import { list, Mistyped, type Options, positive, replicates, rising, seed, whole } from "./options.ts";
import { readPopulation } from "./population.ts";
import { addScan, inAreas } from "./scan.ts";
import { answers, asks, told, toPerson } from "./verbs.ts";
import { Refused } from "../sentences.ts";

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
  const named = options["populationColumns"] as readonly string[] | undefined;
  const { areas } = await readPopulation(String(options["population"]), named);
  return new Map(areas.map(({ code, people }) => [code, people]));
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
    async (asked, options) =>
      hotspotAnswer(
        asked.events,
        Number(options["cell"]),
        await areaOf(asked, options),
        options["draws"] === undefined ? undefined : { draws: Number(options["draws"]), seed: Number(options["seed"]) },
      ),
    (verb) =>
      verb
        .addOption(new Option("--cell <metres>", "rutans sida / side of a cell").argParser(positive).default(250))
        .addOption(new Option("--draws <n>", "p av så många dragna kartor / p by so many drawn maps").argParser(whole))
        .addOption(seed())
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

function addTime(picture: Command): void {
  asks(
    picture,
    "knox",
    "följer händelser på varandra i närheten / near repeats",
    ({ events }, options) => {
      const distances = options["distances"] as number[];
      tooManyPairs(leastNearPairs(events, distances.findLast(Number.isFinite) ?? 0));
      return knoxAnswer(events, {
        distances,
        days: options["days"] as number[],
        metric: options["metric"] as "euclidean" | "manhattan",
        replicates: Number(options["replicates"]),
        seed: Number(options["seed"]),
      });
    },
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

/** Each pair is held in memory while the days are shuffled: beyond this a machine would be filled before anybody saw an answer. */
const MOST_SURE_PAIRS = 50_000_000;

function tooManyPairs(pairs: number): void {
  if (pairs <= MOST_SURE_PAIRS) return;
  const [sv, en] = [pairs.toLocaleString("sv-SE"), pairs.toLocaleString("en-GB")];
  throw new Refused(
    `Minst ${sv} par av händelser ligger så nära varandra: fler än som går att pröva. Välj en kortare tid (--from, --to) eller kortare avstånd (--distances). / At least ${en} pairs of events are so near each other: more than can be tried. Choose a shorter time (--from, --to) or shorter distances (--distances).`,
  );
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
