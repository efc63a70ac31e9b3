// `samsyn pledge …`: promises in the open format (spec/medborgarlofte): looked through, and written out. Looking through opens no database.
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, Option } from "commander";
import type { Transaction } from "kysely";
import { isId } from "../ground/id.ts";
import { dayOf, readDay } from "../ground/time.ts";
import { noteEvent } from "../platform/server/runner.ts";
import { newId, sha256Hex } from "../platform/server/secrets.ts";
import type { House } from "../platform/server/house.ts";
import { readPromiseFile, writePromiseFile } from "../pledge/specification/file.ts";
import { notHeldOf } from "../pledge/specification/held.ts";
import { tableOf } from "../pledge/specification/table.ts";
import { sayFault, sayNotHeld, sayUnknown } from "../pledge/specification/words.ts";
import { entryCollected, promisesTold } from "../tell/promise-file.ts";
import { addCollection, collectionsOf, keepEntries, removeCollection } from "../tell/store-overview.ts";
import { allPublished } from "../tell/store.ts";
import type { TellDatabase } from "../tell/tables.ts";
import { Refused } from "./sentences.ts";

type Shared = { readonly json?: boolean };
/** What the command line lends: a house to work in, and where answers go. */
type Means = {
  readonly withHouse: <T>(work: (house: House) => Promise<T>) => Promise<T>;
  readonly answer: (shared: Shared, value: Record<string, unknown>, sentences: readonly string[]) => void;
};
const MOST_SAID = 50;

/** Adds the verbs to the command line. */
export function addPledge(program: Command, { withHouse, answer }: Means): void {
  const json = () => new Option("--json", "svara som JSON / answer as JSON");
  const pledge = program
    .command("pledge")
    .description("medborgarlöften i det öppna formatet / citizen promises in the open format");

  pledge
    .command("validate")
    .description("säg vad som är fel i en fil, och vad man gör åt det / tell what is wrong in a file, and what to do")
    .argument("<files...>", "JSON eller CSV enligt spec/medborgarlofte / JSON or CSV by the specification")
    .addOption(json())
    .action(async (files: string[], options: Shared) => {
      const reports = [];
      for (const file of files) {
        const { documents, faults, unknown } = readPromiseFile(await readFile(file), () => newId(Date.now()));
        reports.push({ file, valid: faults.length === 0, documents: documents.length, faults, unknown });
      }
      answer(options, { reports }, reports.flatMap(sentencesOf));
      if (reports.some(({ valid }) => !valid)) process.exitCode = 1;
    });

  pledge
    .command("export")
    .description("skriv de publicerade löftena som en fil / write the published promises as a file")
    .argument("<file>", "slutar på .json eller .csv / ends in .json or .csv")
    .option("--partnership <slug>", "bara ett samarbete, t.ex. ockelbo / one partnership only")
    .addOption(json())
    .action(async (file: string, options: Shared & { partnership?: string }) => {
      if (!/[.](?:json|csv)$/.test(file))
        throw new Refused(
          `«${file}» ska sluta på .json eller .csv. / "${file}" should end in .json or .csv. Nothing is written.`,
        );
      const documents = await withHouse(async (house) => {
        const { sites } = await house.database.transaction<TellDatabase, Awaited<ReturnType<typeof allPublished>>>(
          { as: "stranger" },
          (tx) => allPublished(tx),
        );
        const wanted = sites.filter(({ slug }) => options.partnership === undefined || slug === options.partnership);
        if (wanted.length === 0 && options.partnership !== undefined)
          throw new Refused(
            `Samarbetet «${options.partnership}» har inget publicerat. / The partnership "${options.partnership}" has published nothing.`,
          );
        return wanted.flatMap((site) => promisesTold(site));
      });
      if (documents.length === 0)
        throw new Refused("Inget löfte är publicerat än. Ingen fil är skriven. / No promise is published yet.");
      const isTable = file.endsWith(".csv");
      await writeFile(file, isTable ? tableOf(documents) : writePromiseFile(documents));
      const notHeld = isTable ? notHeldOf(documents) : [];
      answer(options, { file, documents: documents.length, notHeld }, [
        `${documents.length} löften skrivna till ${file}. / ${documents.length} promises written.`,
        ...(notHeld.length === 0 ? [] : [`${sayNotHeld(notHeld, "sv")} / ${sayNotHeld(notHeld, "en")}`]),
      ]);
    });
  addCollections(pledge, { withHouse, answer });
}

/** Files of promises that others have made and published: the overview reads them beside the partnerships' own, marked as what they are. */
function addCollections(pledge: Command, { withHouse, answer }: Means): void {
  const json = () => new Option("--json", "svara som JSON / answer as JSON");
  const inTell = <T>(house: House, work: (tx: Transaction<TellDatabase>) => Promise<T>) =>
    house.database.transaction<TellDatabase, T>({ as: "system" }, work);
  const collection = pledge
    .command("collection")
    .description("löften ur filer i översikten /loften / promises out of files in the overview /loften");

  collection
    .command("add")
    .description("lägg in en fil; löftena står som «ur fil, inte undertecknat här» / put a file in")
    .argument("<file>", "JSON eller CSV enligt spec/medborgarlofte / JSON or CSV by the specification")
    .requiredOption("--source <source>", "varifrån filen kommer, i ord eller som adress / where the file comes from")
    .option("--retrieved <day>", "dagen den hämtades, ÅÅÅÅ-MM-DD; annars i dag / the day it was fetched; else today")
    .option("--name <name>", "vad samlingen heter; annars filens namn / what it is called; else the file's name")
    .addOption(json())
    .action(async (file: string, options: Shared & { source: string; retrieved?: string; name?: string }) => {
      const bytes = await readFile(file);
      const { documents, faults, unknown } = readPromiseFile(bytes, () => newId(Date.now()));
      if (faults.length > 0)
        throw new Refused(sentencesOf({ file, documents: documents.length, faults, unknown }).join("\n"));
      const added = await withHouse(async (house) => {
        const at = house.now();
        const retrievedOn = options.retrieved === undefined ? dayOf(at) : readDay(options.retrieved);
        if (retrievedOn === undefined)
          throw new Refused(
            `«${options.retrieved}» är ingen dag. Skriv den som 2026-11-24. / "${options.retrieved}" is no day. Write it as 2026-11-24.`,
          );
        const id = house.newId();
        const name = options.name ?? basename(file);
        const { source } = options;
        const collected = { id, name, source, retrievedOn, fileHash: sha256Hex(bytes.toString("utf8")), addedAt: at };
        await inTell(house, async (tx) => {
          if (!(await addCollection(tx, collected)))
            throw new Refused(
              `Filen ${file} är redan inlagd. Ta bort den först om den ska läggas in på nytt. / The file is in the overview already. Remove it first to put it in again.`,
            );
          await keepEntries(tx, { collectionId: id }, documents.map(entryCollected));
          const event = { name: "collection.added", partnershipId: undefined, subjectId: id };
          const body = { documents: documents.length, fileHash: collected.fileHash };
          await noteEvent(house, { tx, person: undefined, at, newId: house.newId }, { ...event, body });
        });
        return { id, name };
      });
      answer(options, { ...added, file, documents: documents.length, unknown }, [
        ...(unknown.length === 0 ? [] : [`${sayUnknown(unknown, "sv")} / ${sayUnknown(unknown, "en")}`]),
        `${documents.length} löften ur ${file} finns nu på /loften, märkta «ur fil». Samlingens id: ${added.id} / ${documents.length} promises are on /loften now, marked as out of a file.`,
      ]);
    });

  collection
    .command("list")
    .description("vilka filer som är inlagda / which files are in")
    .addOption(json())
    .action(async (options: Shared) => {
      const collections = await withHouse((house) => inTell(house, collectionsOf));
      answer(
        options,
        { collections },
        collections.length === 0
          ? ["Ingen fil är inlagd. / No file is in."]
          : collections.map(
              ({ id, name, source, retrievedOn, documents }) =>
                `${id}  ${name}: ${documents} löften, ${source}, hämtad ${retrievedOn} / ${documents} promises`,
            ),
      );
    });

  collection
    .command("remove")
    .description("ta bort en fil och allt som kom ur den / take a file out with everything that came of it")
    .argument("<id>", "samlingens id, se list / the collection's id, see list")
    .addOption(json())
    .action(async (id: string, options: Shared) => {
      await withHouse((house) =>
        inTell(house, async (tx) => {
          if (!isId(id) || !(await removeCollection(tx, id)))
            throw new Refused(
              `Det finns ingen samling «${id}». Se «samsyn pledge collection list». / There is no collection "${id}".`,
            );
          const what = { name: "collection.removed", partnershipId: undefined, subjectId: id, body: {} };
          await noteEvent(house, { tx, person: undefined, at: house.now(), newId: house.newId }, what);
        }),
      );
      answer(options, { id, removed: true }, ["Borttagen. / Removed."]);
    });
}

type Report = {
  readonly file: string;
  readonly documents: number;
  readonly faults: ReturnType<typeof readPromiseFile>["faults"];
  readonly unknown: readonly string[];
};

function sentencesOf({ file, documents, faults, unknown }: Report): readonly string[] {
  const left = faults.length - MOST_SAID;
  return [
    faults.length === 0
      ? `${file}: ${documents} löften, inga fel. / ${documents} promises, nothing wrong.`
      : `${file}: ${faults.length} fel, inget av filen används. / ${faults.length} faults, nothing of the file is used.`,
    ...faults.slice(0, MOST_SAID).map((fault) => `  ${sayFault(fault, "sv")} / ${sayFault(fault, "en")}`),
    ...(left > 0 ? [`  … och ${left} till. / … and ${left} more.`] : []),
    ...(unknown.length === 0 ? [] : [`  ${sayUnknown(unknown, "sv")} / ${sayUnknown(unknown, "en")}`]),
  ];
}
