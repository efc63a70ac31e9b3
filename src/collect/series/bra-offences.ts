// Brå's reported offences as text, in both forms they are met: the long table with levels and ids, and the "Databasfil" that Brå's own search page gives
// ("Region;Brott;År;Period;Antal;/100 000 inv"). What misleads in it (shared/data/statistics/README.md): parts ("därav") do not add up to their whole;
// a missing figure is a negative number; the same category has another number in monthly than in yearly tables, so the name is what holds; the
// region's number is Brå's own.
import { readDay } from "../../ground/time.ts";
import { readArea, type SeriesArea } from "./area.ts";
import { figure, gathering, type Gathering, noFigure, numberIn, type Figure, type Standing } from "./found.ts";
import { monthOfYear, type Period, quarterOfYear, readPeriod } from "./period.ts";

/** Below this a number is a code for "not there". Brå has no negative counts. */
const LEAST = 0;
const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const COUNTS = "anmälda brott";
const RATES = "anmälda brott per 100 000 invånare";

type Row = Readonly<Record<string, string>>;
/** What a row of either form says. */
type Offence = {
  readonly name: string;
  /** The whole path where the file gives it; the name alone otherwise. */
  readonly path: string;
  readonly parent: string;
  readonly area: SeriesArea;
  readonly period: Period | undefined;
  readonly periodRead: string;
  readonly isPreliminary: boolean;
  /** From the search page, which repeats the parents of what was asked for. */
  readonly isSearched: boolean;
  readonly count: string;
  readonly rate: string;
  readonly countStatus: string;
  readonly rateStatus: string;
};

export function isBraOffences(heading: readonly string[]): boolean {
  return (
    heading.includes("Brott") && (heading.includes("Region") || heading.includes("Kommun")) && heading.includes("Antal")
  );
}

/** Rows as cells by the names of the heading, each with its line. */
export function readBraOffences(
  rows: Iterable<{ readonly line: number; readonly row: Row }>,
): ReturnType<Gathering["done"]> {
  const gathered = gathering();
  for (const { line, row } of rows) {
    const offence = row["Periodtyp"] === undefined ? ofSearchPage(row) : ofLongTable(row);
    if (offence.path === "") gathered.problem(line, row["Brott"] ?? "", "a-key", "Brott");
    else if (offence.area.name === "")
      gathered.problem(line, "", "an-area", row["Kommun"] === undefined ? "Region" : "Kommun");
    else if (offence.period === undefined) gathered.problem(line, offence.periodRead, "a-period", "Period");
    else take(gathered, line, offence, offence.period);
  }
  return gathered.done();
}

function take(gathered: Gathering, line: number, offence: Offence, period: Period): void {
  // A parent that nobody asked for stands in the search page's file with ".." for both: nothing was said of it.
  if (offence.isSearched && offence.count === ".." && offence.rate === "..") return;
  const standing: Standing = offence.isPreliminary ? "preliminary" : "final";
  const count = figureOf(offence.count, offence.countStatus, standing);
  const rate = figureOf(offence.rate, offence.rateStatus, standing);
  if (count === undefined) return gathered.problem(line, offence.count, "a-figure", "Antal");
  if (rate === undefined) return gathered.problem(line, offence.rate, "a-figure", "Per 100 000");
  const key = keyOf(offence.path);
  const of = {
    name: offence.name,
    area: offence.area,
    sex: "all" as const,
    partOf: offence.parent === "" ? undefined : keyOf(offence.parent),
    caveat: caveatOf(offence),
    breaks: [],
  };
  gathered.add(line, { ...of, key, unit: COUNTS }, period, count);
  if (offence.rate !== "" || offence.rateStatus !== "") {
    const rests = count.value === undefined || rate.value === undefined ? rate : { ...rate, n: count.value };
    const partOf = of.partOf === undefined ? undefined : `${of.partOf}|100000`;
    gathered.add(line, { ...of, key: `${key}|100000`, unit: RATES, partOf }, period, rests);
  }
}

/** Undefined for what is neither a number nor a sign that there is none. */
function figureOf(text: string, status: string, standing: Standing): Figure | undefined {
  if (status !== "") return noFigure(status, standing);
  const number = numberIn(text);
  if (number === undefined) return /^[.…–x-]*$/i.test(text) ? noFigure(text, standing) : undefined;
  return number < LEAST ? noFigure(text, standing) : figure(number, { standing });
}

function caveatOf({ parent, path, name }: Offence): string {
  const part =
    parent === "" || !/,? därav /i.test(path)
      ? ""
      : "En del av en större kategori («därav»). Delarna är inte hela kategorin och läggs inte ihop.";
  const ended = /\[upphört/i.test(path + name) ? "Kategorin har upphört hos Brå." : "";
  return [part, ended].filter((sentence) => sentence !== "").join(" ");
}

/** The name is what a category keeps when Brå gives it another number; that it has ended is no part of it. */
function keyOf(path: string): string {
  return path
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/\[upphört[^[\]]*\]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function ofLongTable(row: Row): Offence {
  const cell = (name: string) => row[name]?.trim() ?? "";
  const [path, top] = [cell("Brott"), cell("Nivå1")];
  const [from, to] = [readDay(cell("Period_start")), readDay(cell("Period_slut"))];
  const step = { Månad: "month", Kvartal: "quarter", År: "year" }[cell("Periodtyp")] as
    | "month"
    | "quarter"
    | "year"
    | undefined;
  return {
    name: top !== "" && path.startsWith(`${top}, `) ? path.slice(top.length + 2) : path,
    path,
    parent: cell("Förälder"),
    area: readArea({ name: cell("Kommun") === "" ? cell("Region") : cell("Kommun") }),
    period: from === undefined || to === undefined || step === undefined || to < from ? undefined : { step, from, to },
    periodRead: `${cell("Periodtyp")} ${cell("Period_start")}–${cell("Period_slut")}`,
    isPreliminary: /^(true|ja|1(\.0)?)$/i.test(cell("Preliminär")) || /prel/i.test(cell("Periodetikett")),
    isSearched: false,
    count: cell("Antal"),
    rate: cell("Per100000"),
    countStatus: cell("Status_Antal"),
    rateStatus: cell("Status_Per100000"),
  };
}

/** "År;2025" for a whole year, "2026 prel.;Aug" for a month, "2026 prel.;Kvartal 2" for a quarter. */
function ofSearchPage(row: Row): Offence {
  const cell = (name: string) => row[name]?.trim() ?? "";
  const [year, part, path] = [cell("År"), cell("Period"), cell("Brott")];
  const written = `${year} ${part}`;
  return {
    name: path,
    path,
    parent: "",
    area: readArea({ name: cell("Region") === "" ? cell("Kommun") : cell("Region") }),
    period: periodOf(written),
    periodRead: written,
    isPreliminary: /prel/i.test(written),
    isSearched: true,
    count: cell("Antal"),
    rate: cell("/100 000 inv"),
    countStatus: "",
    rateStatus: "",
  };
}

function periodOf(written: string): Period | undefined {
  const short = written.slice(0, 60);
  const year = /\b(19|20)\d{2}\b/.exec(short)?.[0];
  if (year === undefined) return undefined;
  const rest = short
    .replace(year, "")
    .replaceAll(/prel\.?/gi, "")
    .trim()
    .toLowerCase();
  const month = MONTHS.findIndex((name) => new RegExp(`^${name}`).test(rest));
  if (month >= 0) return monthOfYear(Number(year), month + 1);
  const quarter = /kv\w*\.?\s*([1-4])|([1-4])[:a-z]*\s*kv/.exec(rest);
  if (quarter !== null) return quarterOfYear(Number(year), Number(quarter[1] ?? quarter[2]));
  return rest === "" || rest === "år" || rest === "helår" ? readPeriod(year) : undefined;
}
