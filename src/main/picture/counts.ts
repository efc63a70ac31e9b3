// `samsyn picture suppress`, `cell-key` and `extract`: a file of records as a table that strangers may see.
import { type Command, Option } from "commander";
import { createHmac, randomInt } from "node:crypto";
import type { EventRow } from "../../picture/answers/event-table.ts";
import { extractAnswer, noisedAnswer } from "../../picture/answers/noised.ts";
import {
  type EarlierSum,
  type NoTable,
  readTable,
  suppressAnswer,
  type TableDivision,
} from "../../picture/answers/shown.ts";
import { tableProblems } from "../../picture/answers/words.ts";
import { say } from "../../ground/words.ts";
import { textOf } from "./bytes.ts";
import { list, Mistyped, type Options, positive, separator, share, whole, wholeOrNone } from "./options.ts";
import { columnOf, numberAt, type ReadRows, readRows, textAt } from "./rows.ts";
import { answers } from "./verbs.ts";
import { Refused } from "../sentences.ts";

type CountsFlags = Options & {
  readonly in: string;
  readonly by: readonly string[];
  readonly separator?: string;
  readonly above?: readonly string[];
  readonly attributes?: readonly string[];
};
type SuppressFlags = CountsFlags & {
  readonly count?: string;
  readonly fewest: number;
  readonly hideZeros?: boolean;
  readonly told: "fewer-than" | "alike";
  readonly cost: "value" | "cells";
  readonly totals?: string;
  readonly earlier?: string;
  readonly insideToo?: boolean;
};

/** The table with what is of too few hidden, and so much more that it cannot be worked out. */
async function askSuppress(flags: SuppressFlags): Promise<object> {
  const read = await readRows(flags.in, flags.separator);
  const divisions = await divisionsOf(flags, read);
  const count = flags.count === undefined ? undefined : columnOf(flags.in, read.heading, flags.count);
  const answer = suppressAnswer(read.rows, {
    divisions,
    ...(count === undefined ? {} : { count }),
    threshold: { fewest: flags.fewest, zeros: flags.hideZeros === true ? "hidden" : "shown" },
    told: flags.told,
    cost: flags.cost,
    ...(flags.totals === undefined ? {} : { totals: totalsOf(flags, read) }),
    ...(flags.earlier === undefined ? {} : { earlier: await earlierOf(flags.earlier, divisions) }),
  });
  if (!answer.ok) throw refusedTable(flags.in, answer);
  // What is hidden, and what it costs to hide it, says more than the table does.
  const { inside, ...forStrangers } = answer;
  return flags.insideToo === true ? { ...forStrangers, inside } : forStrangers;
}

function refusedTable(file: string, { wrong, detail }: NoTable): Refused {
  return new Refused(
    `${file}: ${say(tableProblems[wrong], "sv", detail)} / ${say(tableProblems[wrong], "en", detail)}`,
  );
}

async function divisionsOf(flags: CountsFlags, { heading }: ReadRows): Promise<readonly TableDivision[]> {
  const columnIn = (asked: string) => columnOf(flags.in, heading, asked);
  const above = new Map<string, Record<string, string>>();
  for (const pair of flags.above ?? []) {
    const [column = "", file = ""] = pair.split("=");
    if (file === "")
      throw new Mistyped(
        `--above skrivs KOLUMN=FIL.csv, med en rad per kod: koden och den ovanför. «${pair}» är inte det. / --above is written COLUMN=FILE.csv, a line a code: the code and the one above.`,
      );
    const { rows, heading: names } = await readRows(file);
    const [code = "", over = ""] = names.columns;
    above.set(columnIn(column), Object.fromEntries(rows.map((row) => [textAt(row, code), textAt(row, over)])));
  }
  const attributes = new Set((flags.attributes ?? []).map(columnIn));
  return flags.by.map((asked) => {
    const column = columnIn(asked);
    const over = above.get(column);
    return { column, attribute: attributes.has(column), ...(over === undefined ? {} : { above: over }) };
  });
}

/** "ort+slag;ort;": the totals by place and kind, by place, and of everything. */
function totalsOf({ in: file, totals = "" }: SuppressFlags, { heading }: ReadRows): readonly (readonly string[])[] {
  return totals.split(";").map((columns) =>
    columns
      .split("+")
      .filter((name) => name.trim() !== "")
      .map((name) => columnOf(file, heading, name)),
  );
}

/** A line a published figure: the codes by column, empty for all, and between which ends it was said to lie. */
async function earlierOf(file: string, divisions: readonly TableDivision[]): Promise<readonly EarlierSum[]> {
  const { rows, heading } = await readRows(file);
  const [lower, upper] = [columnOf(file, heading, "lower"), columnOf(file, heading, "upper")];
  const columns = divisions.map(({ column }) => columnOf(file, heading, column));
  return rows.map((row) => ({
    cells: [columns.map((column) => textAt(row, column))],
    lower: numberAt(file, row, lower),
    upper: numberAt(file, row, upper),
  }));
}

type CellKeyFlags = CountsFlags & {
  readonly id: string;
  readonly secret: string;
  readonly most: number;
  readonly variance: number;
  readonly noneUpTo?: number;
  readonly stays?: number;
};

/** Every figure with its cell's noise. A record's key is made of its id and a secret, so that it is always the same and nobody else can make it. */
async function askCellKey(flags: CellKeyFlags): Promise<object> {
  const read = await readRows(flags.in, flags.separator);
  const divisions = await divisionsOf(flags, read);
  const id = columnOf(flags.in, read.heading, flags.id);
  const secret = (await textOf(flags.secret)).trim();
  if (secret.length < FEWEST_SECRET)
    throw new Refused(
      `${flags.secret} ska vara en hemlighet på minst ${FEWEST_SECRET} tecken: den som gissar den kan ta bort bruset. / ${flags.secret} must be a secret of at least ${FEWEST_SECRET} characters: whoever guesses it can take away the noise.`,
    );
  const keyOf = (row: EventRow) =>
    createHmac("sha256", secret).update(textAt(row, id)).digest().readUIntBE(0, 6) / 2 ** 48;
  const { most, variance, noneUpTo, stays } = flags;
  const rule = {
    most,
    variance,
    ...(noneUpTo === undefined ? {} : { noSmall: noneUpTo }),
    ...(stays === undefined ? {} : { stays }),
  };
  try {
    const answer = noisedAnswer(read.rows, divisions, keyOf, rule);
    if (answer.ok) return answer;
    throw refusedTable(flags.in, answer);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Mistyped(
      `Bruset går inte ihop: ${error.message} Ändra --most, --variance, --none-up-to eller --stays. / There is no such noise. Change --most, --variance, --none-up-to or --stays.`,
    );
  }
}

const FEWEST_SECRET = 16;

type ExtractFlags = CountsFlags & {
  readonly epsilon: number;
  readonly perPerson: number;
  readonly spent: number;
};

/** The innermost counts for everybody to take, noised by chance that nobody can draw again. */
async function askExtract(flags: ExtractFlags): Promise<object> {
  const read = await readRows(flags.in, flags.separator);
  const divisions = await divisionsOf(flags, read);
  const table = readTable(read.rows, { divisions });
  if (!table.ok) throw refusedTable(flags.in, table);
  const { inner, values, nodes, nodesOf } = table.margins;
  const cells = [...values.keys()].filter((cell) => inner[cell] === 1);
  const answer = extractAnswer(
    cells.map((cell) => values[cell]!),
    { epsilon: flags.epsilon, sensitivity: flags.perPerson, exactBeside: 0 },
    { total: 1000, spent: flags.spent },
    () => ({ below: (limit) => randomInt(limit) }),
  );
  if (!answer.ok) throw refusedTable(flags.in, answer);
  const { figures, ...rest } = answer;
  return {
    ...rest,
    columns: divisions.map(({ column }) => column),
    cells: cells.map((cell, figure) => ({
      codes: nodesOf(cell).map((node, d) => nodes[d]![node]!),
      value: figures[figure]!.value,
      low: figures[figure]!.low,
      high: figures[figure]!.high,
    })),
  };
}

/** Adds the three verbs. */
export function addTables(picture: Command): void {
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
        new Option(
          "--none-up-to <n>",
          "tal upp till detta kommer inte ut / counts up to this do not come out",
        ).argParser(wholeOrNone),
      )
      .addOption(
        new Option("--stays <share>", "chans att talet står kvar / chance that the count stays").argParser(share),
      ),
    "cell-key",
    (options) => askCellKey(options as unknown as CellKeyFlags),
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
