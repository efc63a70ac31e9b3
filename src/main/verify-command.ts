// `samsyn verify`: checks an evidence bundle. Opens no database and asks nobody; says the same sentences as the page does.
import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import type { Lang } from "../ground/words.ts";
import { verifyFile } from "../pledge/bundle-file.ts";
import { overalls, sayStatement } from "../pledge/verify-words.ts";

type Answers = (shared: { json?: boolean }, value: Record<string, unknown>, sentences: readonly string[]) => void;

const SIGNS = { yes: "OK ", no: "!! ", note: " * " } as const;

/** Adds the verb to the command line. Leaves 0 for what is genuine and 1 for everything else, a signature on paper as well. */
export function addVerify(program: Command, answer: Answers): void {
  program
    .command("verify")
    .description("kontrollera en fil med underskrifter, utan nät / check a file of signatures, without network")
    .argument(
      "<bundle>",
      "fil som slutar på .samsyn, eller löftets PDF / file that ends in .samsyn, or the promise's PDF",
    )
    .addOption(new Option("--lang <lang>", "språk / language").choices(["sv", "en"]).default("sv"))
    .addOption(new Option("--json", "svara som JSON / answer as JSON"))
    .action(async (file: string, options: { lang: Lang; json?: boolean }) => {
      const { overall, statements } = await verifyFile(await readFile(file));
      const told = statements.map((statement) => ({ ...statement, ...sayStatement(statement, options.lang) }));
      const sentence = overalls[overall][options.lang];
      answer(options, { file, overall, sentence, statements: told }, [
        sentence,
        ...told.map((one) => `${SIGNS[one.ok]}${one.heading}. ${one.sentence}`),
      ]);
      if (overall !== "genuine") process.exitCode = 1;
    });
}
