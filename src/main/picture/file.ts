// The events that `samsyn picture` asks about: a CSV in degrees straight into a store, one in metres row by row, or a store that was saved; and what is said of what could not be read.
import type { Command } from "commander";
import {
  type ChosenEvents,
  eventsOf,
  type EventColumns,
  type EventTable,
  readEvents,
  type RowProblem,
} from "../../picture/answers/event-table.ts";
import { rowProblems, rowProblemsCounted } from "../../picture/answers/words.ts";
import type { CsvReport, CsvRole } from "../../picture/columns/csv-bytes.ts";
import type { DayOrder } from "../../picture/columns/csv-cells.ts";
import { csvStore } from "../../picture/columns/csv-store.ts";
import { type EventStore, OUTSIDE } from "../../picture/columns/event-store.ts";
import { explore } from "../../picture/columns/explore.ts";
import { type Box, EVERYTHING, type EventQuestion } from "../../picture/columns/question.ts";
import { isSnapshot, type SnapshotProblem, storeFrom } from "../../picture/columns/snapshot.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Words } from "../../ground/words.ts";
import { type NamedAreas, readAreas } from "./areas.ts";
import { inUtf8, isUtf8 } from "../../picture/columns/utf8.ts";
import { type FileBytes, openBytes } from "./bytes.ts";
import { box, day, hours, list, Mistyped, type Options, separator } from "./options.ts";
import { columnOf, headingOf, readRows } from "./rows.ts";
import { Refused } from "../sentences.ts";

/** What a verb is asked of. `store` and `areas` are there where positions are in degrees. */
export type AskedEvents = {
  readonly events: EventTable;
  readonly chosen?: { readonly store: EventStore; readonly events: ChosenEvents };
  readonly areas: NamedAreas | undefined;
};
export type Tell = (sentence: string) => void;

export type FileOptions = {
  readonly in: string;
  readonly lon?: string;
  readonly lat?: string;
  readonly x?: string;
  readonly y?: string;
  readonly time?: string;
  readonly hour?: string;
  readonly until?: string;
  readonly category?: string;
  readonly source?: string;
  readonly separator?: string;
  readonly dayOrder?: DayOrder;
  readonly areas?: string;
  readonly areaCode?: string;
  readonly areaName?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly hours?: readonly number[];
  readonly box?: Box;
  readonly only?: readonly string[];
  readonly sources?: readonly string[];
  readonly area?: string;
};

const ROLES = ["lon", "lat", "time", "hour", "until", "category", "source"] as const satisfies readonly CsvRole[];

/** The flags that say which column is what. */
export function addColumns(verb: Command): Command {
  return verb
    .requiredOption(
      "--in <file>",
      "csv-fil, packad eller inte, eller .samsyn; - läser standard in / csv file, packed or not, or .samsyn; - reads standard input",
    )
    .option("--lon <column>", "longitud i grader, WGS 84 / longitude in degrees")
    .option("--lat <column>", "latitud i grader / latitude in degrees")
    .option("--time <column>", "dag eller tidpunkt / day or moment")
    .option(
      "--hour <column>",
      "klocktimmen (0–23), där tiden bara säger dagen / the hour (0–23), where the time says the day only",
    )
    .option("--until <column>", "slutet av ett tidsspann / the end of an interval")
    .option("--category <column>")
    .option("--source <column>", "varifrån händelsen kommer / where the event comes from")
    .option(
      "--separator <character>",
      "tecknet mellan kolumner; utan den: som i rubriken / the character between columns; without: as in the heading",
      separator,
    )
    .addOption(
      verb
        .createOption("--day-order <order>", "när dagar inte är år-månad-dag / where days are not year-month-day")
        .choices(["month-first", "day-first"]),
    )
    .option(
      "--areas <file>",
      "GeoJSON med områden som händelserna läggs i / GeoJSON of areas that the events are put into",
    )
    .option("--area-code <property>", "områdets kod i filen; code / the area's code in the file")
    .option("--area-name <property>", "områdets namn i filen; name / the area's name in the file");
}

/** The flags that choose among the events. */
export function addQuestion(verb: Command): Command {
  return verb
    .option("--x <column>", "öst i meter / east in metres")
    .option("--y <column>", "norr i meter / north in metres")
    .option("--from <day>", "första dagen / first day", day)
    .option("--to <day>", "sista dagen / last day", day)
    .option("--hours <hours>", "veckans timmar, t.ex. fre-lor21-01 / hours of the week", hours)
    .option("--box <w,s,e,n>", "inom rutan i grader / within the box in degrees", box)
    .option("--only <categories>", "bara dessa kategorier / these categories only", list)
    .option("--sources <sources>", "bara dessa källor / these sources only", list)
    .option("--area <code>", "bara i området / in this area only");
}

/** Reads what is asked about. Sentences of what could not be read go to `tell`. */
export async function readAsked(given: Options, tell: Tell): Promise<AskedEvents> {
  const options = given as unknown as FileOptions;
  if (options.x !== undefined || options.y !== undefined) return inMetres(options, tell);
  const { store, areas } = await readStore(options, tell);
  const question = questionOf(options, store);
  const events = eventsOf(store, question);
  tellLeftOut(store, question, tell);
  return { events, chosen: { store, events }, areas };
}

/** Positions in metres are kept as they are, which a store does not: row by row. */
async function inMetres(options: FileOptions, tell: Tell): Promise<AskedEvents> {
  const degrees = (
    ["lon", "lat", "hour", "until", "source", "areas", "from", "to", "hours", "box", "only", "sources", "area"] as const
  ).filter((flag) => options[flag] !== undefined);
  if (degrees.length > 0)
    throw new Mistyped(
      `--${degrees.join(", --")} går inte ihop med --x och --y: de frågar en fil med --lon och --lat i grader. Välj raderna i filen i stället. / --${degrees.join(", --")} cannot be used with --x and --y: they ask a file with --lon and --lat in degrees. Choose the lines in the file instead.`,
    );
  if (options.x === undefined || options.y === undefined) throw bothNeeded("x", "y");
  const { rows, heading } = await readRows(options.in, options.separator);
  const columns: EventColumns = Object.fromEntries(
    (["x", "y", "time", "category"] as const).flatMap((key) => {
      const asked = options[key];
      return asked === undefined ? [] : [[key, columnOf(options.in, heading, asked)]];
    }),
  );
  const events = readEvents(rows, columns, options.dayOrder);
  const wrong: Partial<Record<RowProblem["wrong"], number>> = {};
  for (const problem of events.problems) wrong[problem.wrong] = (wrong[problem.wrong] ?? 0) + 1;
  tellProblems(options.in, { problems: events.problems, wrong }, tell);
  return { events, areas: undefined };
}

const bothNeeded = (one: string, other: string) =>
  new Mistyped(`--${one} och --${other} hör ihop: ange båda. / --${one} and --${other} belong together: name both.`);

/** A file in degrees, or without positions, as a store. */
export async function readStore(
  options: FileOptions,
  tell: Tell,
): Promise<{ readonly store: EventStore; readonly areas: NamedAreas | undefined }> {
  if ((options.lon === undefined) !== (options.lat === undefined)) throw bothNeeded("lon", "lat");
  if (options.until !== undefined && options.time === undefined) throw bothNeeded("until", "time");
  if (options.hour !== undefined && options.time === undefined) throw bothNeeded("hour", "time");
  const opened = await openBytes(options.in);
  if (isSnapshot(opened.beginning)) return { store: await snapshotIn(options, opened), areas: undefined };
  const heading = headingOf(options.in, opened.beginning, options.separator);
  const columns = Object.fromEntries(
    ROLES.flatMap((role) => {
      const asked = options[role];
      return asked === undefined ? [] : [[role, heading.columns.indexOf(columnOf(options.in, heading, asked))]];
    }),
  );
  const areas =
    options.areas === undefined ? undefined : await readAreas(options.areas, options.areaCode, options.areaName);
  const reading = csvStore({
    columns,
    separator: heading.separator,
    ...(options.dayOrder && { dayOrder: options.dayOrder }),
    ...(areas && { areas }),
  });
  if (!isUtf8(opened.beginning))
    tell(
      `${options.in} läses som Windows-1252, eftersom den inte är UTF-8. / ${options.in} is read as Windows-1252, since it is not UTF-8.`,
    );
  const decoded = inUtf8(opened.beginning);
  try {
    for await (const chunk of opened.chunks) reading.feed(decoded(chunk));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refused(
      `${options.in} har en rad på över 16 MB. Är det verkligen en tabell med en händelse på varje rad? / ${options.in} has a row of more than 16 MB. Is it really a table with an event on each row?`,
    );
  }
  const { store, report } = reading.end();
  tellProblems(options.in, report, tell);
  return { store, areas };
}

const snapshotProblems = {
  "not-a-snapshot": { sv: "är ingen sparad lägesbild", en: "is no saved picture" },
  "other-version": {
    sv: "är sparad av en annan version av Samsyn. Spara den på nytt ur sin CSV",
    en: "was saved by another version of Samsyn. Save it again from its CSV",
  },
  "cut-short": { sv: "slutar mitt i. Kopiera den en gång till", en: "ends halfway. Copy it once more" },
  damaged: { sv: "är skadad. Kopiera den en gång till", en: "is damaged. Copy it once more" },
} as const satisfies Words<SnapshotProblem>;

async function snapshotIn(options: FileOptions, { chunks }: FileBytes): Promise<EventStore> {
  const told = [...ROLES, "separator", "dayOrder", "areas"].filter(
    (flag) => options[flag as keyof FileOptions] !== undefined,
  );
  if (told.length > 0)
    throw new Mistyped(
      `${options.in} är en sparad lägesbild och har sina kolumner och områden. Ta bort ${told.map(flagOf).join(", ")}. / ${options.in} is a saved picture and has its columns and areas. Leave out ${told.map(flagOf).join(", ")}.`,
    );
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const loaded = storeFrom(new Uint8Array(Buffer.concat(parts)));
  if (loaded.store !== undefined) return loaded.store;
  const why = snapshotProblems[loaded.problem];
  throw new Refused(`${options.in} ${why.sv}. / ${options.in} ${why.en}.`);
}

const flagOf = (key: string) => `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The question, put to what the store knows: a word that is not in the file chooses nothing, and is likely a slip. */
function questionOf(options: FileOptions, { words }: EventStore): EventQuestion {
  if (options.box !== undefined && options.area !== undefined)
    throw new Mistyped("Ange --box eller --area, inte båda. / Name --box or --area, not both.");
  if (options.from !== undefined && options.to !== undefined && options.to < options.from)
    throw new Mistyped(
      `--to ${options.to} ligger före --from ${options.from}. Byt plats på dem. / --to ${options.to} is before --from ${options.from}. Change their places.`,
    );
  const areas = words.areas.slice(OUTSIDE + 1);
  if (options.area !== undefined && areas.length === 0)
    throw new Mistyped(
      "--area behöver områden: ange dem med --areas FIL.geojson. / --area needs areas: name them with --areas FILE.geojson.",
    );
  const there = (flag: string, asked: readonly string[], known: readonly string[]) => {
    const lost = asked.find((word) => !known.includes(word));
    if (lost === undefined) return;
    const some = `${known
      .filter((word) => word !== "")
      .slice(0, MOST_TOLD)
      .join(", ")}${known.length > MOST_TOLD ? ", …" : ""}`;
    throw new Refused(
      `${options.in} har inget «${lost}» för --${flag}. Det finns: ${some}. / ${options.in} has no "${lost}" for --${flag}. There are: ${some}.`,
    );
  };
  there("only", options.only ?? [], words.category);
  there("sources", options.sources ?? [], words.source);
  if (options.area !== undefined)
    there(
      "area",
      [options.area],
      areas.map(({ code }) => code),
    );
  return {
    ...EVERYTHING,
    where: options.area === undefined ? options.box && { box: options.box } : { area: options.area },
    from: options.from,
    to: options.to,
    hours: options.hours ?? [],
    categories: options.only ?? [],
    sources: options.sources ?? [],
  };
}

/** A question about a place, a time or an hour says nothing of those whose place, time or hour nobody knows: how many they are is told. */
function tellLeftOut(store: EventStore, question: EventQuestion, tell: Tell): void {
  const lacking: (readonly [count: number, sv: string, en: string])[] = [];
  if (question.where !== undefined) lacking.push([explore(store, question).notPlaced, "utan plats", "without a place"]);
  if (question.from !== undefined || question.to !== undefined)
    lacking.push([
      explore(store, { ...question, from: undefined, to: undefined }).undated,
      "utan dag",
      "without a day",
    ]);
  if (question.hours.length > 0)
    lacking.push([explore(store, { ...question, hours: [] }).withoutHour, "utan klockslag", "without an hour"]);
  const some = lacking
    .filter(([count]) => count > 0)
    .map(([count, ...words]) => [Math.round(count), ...words] as const);
  if (some.length > 0)
    tell(
      `Inte med, eftersom ingen vet om de hör till frågan: ${some.map(([count, sv]) => `${count} ${sv}`).join(", ")}. / Left out, since nobody knows whether they belong to the question: ${some.map(([count, , en]) => `${count} ${en}`).join(", ")}.`,
    );
}

const MOST_TOLD = 20;

/** The first twenty by line and column, the rest by kind. */
export function tellProblems(
  file: string,
  { problems, wrong }: Pick<CsvReport, "problems" | "wrong">,
  tell: Tell,
): void {
  const first = problems.slice(0, MOST_TOLD);
  for (const { wrong: what, ...detail } of first)
    tell(`${say(rowProblems[what], "sv", { file, ...detail })} / ${say(rowProblems[what], "en", { file, ...detail })}`);
  const left = Object.entries(wrong).flatMap(([kind, count]) => {
    const what = kind as RowProblem["wrong"];
    const more = count - first.filter((problem) => problem.wrong === what).length;
    return more > 0 ? [[rowProblemsCounted[what], more] as const] : [];
  });
  if (left.length === 0) return;
  const inLanguage = (lang: "sv" | "en") => left.map(([said, count]) => say(said, lang, { count })).join(", ");
  tell(`  … och ${inLanguage("sv")} till / and ${inLanguage("en")} more`);
}
