// What every verb of `samsyn picture` has in common: it reads its flags, answers in sentences or as JSON, and says what went wrong with an exit code of its own.
import type { Command } from "commander";
import type { AnswerName } from "../../picture/answers/schemas.ts";
import type { Said } from "../../ground/words.ts";
import { addColumns, addQuestion, type AskedEvents, readAsked } from "./file.ts";
import { Cancelled, Mistyped, type Options } from "./options.ts";
import { tablesOf } from "./figures.ts";

export const toPerson = (sentence: string) => process.stderr.write(`${sentence}\n`);
export const progress = {
  write: (text: string) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  now: () => performance.now(),
};
/** As a shell says that somebody pressed Ctrl-C. */
const CANCELLED = 130;
const MISTYPED = 2;

type Asked = object | Promise<object>;

/** A verb that reads a file of events. `set` adds its own flags. */
export function asks(
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

/** Asks a verb's question and answers; `name` says which schema the answer has. */
export function answers(
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
export async function told(json: boolean, answer: () => Promise<string>): Promise<void> {
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
