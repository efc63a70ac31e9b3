// `samsyn pledge …`: promises in the open format (spec/medborgarlofte): looked through, and written out. Looking through opens no database.
import { readFile, writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { newId } from "../platform/server/secrets.ts";
import type { House } from "../platform/server/house.ts";
import { readPromiseFile, writePromiseFile } from "../pledge/specification/file.ts";
import { tableOf } from "../pledge/specification/table.ts";
import { sayFault, sayUnknown } from "../pledge/specification/words.ts";
import { promisesTold } from "../tell/promise-file.ts";
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
      await writeFile(file, file.endsWith(".csv") ? tableOf(documents) : writePromiseFile(documents));
      answer(options, { file, documents: documents.length }, [
        `${documents.length} löften skrivna till ${file}. / ${documents.length} promises written.`,
      ]);
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
