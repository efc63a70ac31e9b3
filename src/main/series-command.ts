// `samsyn series …`: official statistics read in by whoever runs the server, from files or, for Kolada, from where they are published.
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Command, Option } from "commander";
import { askKolada } from "../collect/series/kolada-live.ts";
import { AREAS, type Areas, readIn, type ReadIn } from "../collect/series/reading.ts";
import { keepReading, readingOf } from "../collect/series/routes.ts";
import { saySeriesProblem } from "../collect/series/words.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import type { Refusal } from "../ground/result.ts";
import { type Day, dayOf, readDay } from "../ground/time.ts";
import { say } from "../ground/words.ts";
import { partiesOf, partnershipBySlug, partnershipFacts } from "../partnership/store.ts";
import type { House } from "../platform/server/house.ts";
import { noteEvent } from "../platform/server/runner.ts";
import { Refused } from "./sentences.ts";

type Shared = {
  readonly partnership: string;
  readonly areas: Areas;
  readonly dryRun?: boolean;
  readonly json?: boolean;
};
/** What the command line lends: a house to work in, and where answers go. */
export type SeriesMeans = {
  readonly withHouse: <T>(work: (house: House) => Promise<T>) => Promise<T>;
  readonly answer: (shared: { json?: boolean }, value: Record<string, unknown>, sentences: readonly string[]) => void;
};

/** Adds the verbs to the command line. */
export function addSeries(program: Command, { withHouse, answer }: SeriesMeans): void {
  const series = program.command("series").description("läs in officiell statistik / read official statistics in");
  const verb = (name: string, description: string) =>
    series
      .command(name)
      .description(description)
      .requiredOption("--partnership <slug>", "samarbetets adress, t.ex. ockelbo / the partnership's address")
      .addOption(
        new Option(
          "--areas <areas>",
          "near: kommunen, länet och landet; all: allt / near: municipality, county, country",
        )
          .choices(AREAS)
          .default("near"),
      )
      .option("--dry-run", "visa vad det skulle ge, ändra inget / show what it would come to, change nothing")
      .addOption(new Option("--json", "svara som JSON / answer as JSON"));

  verb("read", "Brå, Kolada, PxWeb (json-stat2), PC-Axis")
    .argument("<files...>", "filer, i ordning; .gz går bra / files, in order; .gz is fine")
    .option("--retrieved <day>", "dagen de hämtades, ÅÅÅÅ-MM-DD; annars i dag / the day they were fetched; else today")
    .action(async (files: string[], options: Shared & { retrieved?: string }) =>
      withHouse(async (house) => {
        const retrieved = options.retrieved === undefined ? dayOf(house.now()) : readDay(options.retrieved);
        if (retrieved === undefined)
          throw new Refused(
            `«${options.retrieved}» är ingen dag. Skriv den som 2026-11-24. / "${options.retrieved}" is no day. Write it as 2026-11-24.`,
          );
        // One that is missing is told before anything is read in.
        const read = await Promise.all(files.map(async (file) => ({ file, bytes: await readFile(file) })));
        const reports = [];
        for (const { file, bytes } of read) reports.push(await readOne(house, options, { file, bytes, retrieved }));
        answer(options, { reports }, reports.flatMap(sentencesOf));
      }),
    );

  verb("kolada", "hämta nyckeltal från Kolada, inom dess gränser / fetch key figures from Kolada, within its limits")
    .requiredOption("--kpi <ids>", "nyckeltal, t.ex. N07403,U07417 / key figures", (text: string) => text.split(","))
    .option("--years <from-to>", "t.ex. 2010-2025; annars de tio senaste / else the last ten")
    .option("--save <file>", "spara svaret också, för den som inte har nät / keep the answer as a file too")
    .action(async (options: Shared & { kpi: string[]; years?: string; save?: string }) =>
      withHouse(async (house) => {
        const at = house.now();
        const thisYear = Number(dayOf(at).slice(0, 4));
        const [from = thisYear - 9, to = from] = options.years?.split("-").map(Number) ?? [thisYear - 9, thisYear];
        const facts = await house.database.transaction<CollectDatabase, Awaited<ReturnType<typeof partnershipFacts>>>(
          { as: "system" },
          async (tx) => {
            const found = await partnershipBySlug(tx, options.partnership);
            return found && partnershipFacts(tx, found.id);
          },
        );
        if (facts === undefined) throw noPartnership(options.partnership);
        const answered = await askKolada({
          kpis: options.kpi.map((kpi) => kpi.trim()),
          municipalityCode: facts.municipality_code,
          countyCode: facts.county_code,
          from,
          to,
          at,
          get: (address) => fetch(address, { headers: { accept: "application/json" }, redirect: "error" }),
          wait: async (milliseconds) => {
            await pause(milliseconds);
          },
        });
        if (!answered.ok) throw refusedAs(house, answered.refusal);
        const bytes = Buffer.from(JSON.stringify(answered.value));
        if (options.save !== undefined) await writeFile(options.save, bytes);
        const file = options.save ?? `kolada-${dayOf(at)}.json`;
        const report = await readOne(house, options, { file, bytes, retrieved: dayOf(at) });
        answer(options, { reports: [report] }, sentencesOf(report));
      }),
    );
}

type File = { readonly file: string; readonly bytes: Uint8Array; readonly retrieved: Day };
type Report = { readonly file: string } & ReadIn["reading"];

/** Read in the municipality's name: what nobody in particular has read is the municipality's to take back. */
async function readOne(
  house: House,
  { partnership, areas, dryRun }: Shared,
  { file, bytes, retrieved }: File,
): Promise<Report> {
  return house.database.transaction<CollectDatabase, Report>({ as: "system" }, async (tx) => {
    const found = await partnershipBySlug(tx, partnership);
    if (found === undefined) throw noPartnership(partnership);
    const parties = await partiesOf(tx, found.id);
    const owner = parties.find(({ kind }) => kind === "municipality") ?? parties[0];
    const at = house.now();
    const state = await readingOf(tx, { partnershipId: found.id, bytes, at });
    if (owner === undefined || state === undefined) throw noPartnership(partnership);
    const input = { fileName: basename(file), retrievedOn: retrieved, areas };
    const by = { at, newId: house.newId, by: undefined, organisationId: owner.organisationId };
    const read = readIn(input, state, by);
    if (!read.ok) throw refusedAs(house, read.refusal, file);
    const { reading, source } = read.value;
    if (dryRun === true) return { file, ...reading };
    await keepReading(tx, found.id, read.value);
    await noteEvent(
      house,
      { tx, person: undefined, at, newId: house.newId },
      {
        name: "series.read-in",
        partnershipId: found.id,
        subjectId: reading.id,
        body: { source: source.slug, series: reading.series, added: reading.added, changed: reading.changed },
      },
    );
    return { file, ...reading };
  });
}

function sentencesOf(report: Report): readonly string[] {
  const { file, series, added, changed, same, older, absent, outside, unreadable } = report;
  return [
    `${file}: ${series} serier, ${added} nya värden, ${changed} ändrade, ${same} lika, ${older} äldre, ${absent} utan uppgift, ${outside} utanför, ${unreadable} oläsliga / ${series} series, ${added} new figures, ${changed} changed, ${same} the same, ${older} older, ${absent} without a figure, ${outside} outside, ${unreadable} unreadable`,
    ...report.problems
      .slice(0, 50)
      .map((problem) => `  ${saySeriesProblem(problem, "sv")} / ${saySeriesProblem(problem, "en")}`),
  ];
}

function noPartnership(slug: string): Refused {
  return new Refused(`Samarbetet «${slug}» finns inte. / There is no partnership "${slug}".`);
}

function refusedAs(house: House, { why, detail }: Refusal, file?: string): Refused {
  const said = house.refusals[why];
  const sentence = said === undefined ? why : `${say(said, "sv", detail)} / ${say(said, "en", detail)}`;
  return new Refused(file === undefined ? sentence : `${file}: ${sentence}`);
}
