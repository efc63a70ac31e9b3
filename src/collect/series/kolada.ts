// Kolada's key figures (domain.md 8.2): answers of its interface as they come (v3, and v2 with the same rows), several of them saved together with what the
// key figures are called, or the same as a table. null is not there, never a zero. `count` is how many members of a group a figure is the unweighted mean
// of, and says nothing of how many people it rests on.
import { readArea, type SeriesArea } from "./area.ts";
import {
  type Figure,
  figure,
  gathering,
  type Gathering,
  noFigure,
  numberIn,
  type SeriesBreak,
  type Sex,
} from "./found.ts";
import { type Period, readPeriod } from "./period.ts";
import type { Day } from "../../ground/time.ts";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown) => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");

/** What is known of a key figure, as its description says. */
type KeyFigure = { readonly id: string; readonly title: string; readonly description: string };
type Row = {
  readonly line: number;
  readonly kpi: string;
  readonly area: SeriesArea | undefined;
  readonly areaRead: string;
  readonly period: Period | undefined;
  readonly periodRead: string;
  readonly gender: string;
  readonly status: string;
  readonly value: unknown;
};

/** What those used for safety are called, where an answer comes without its descriptions (domain.md 8.2). */
const TITLES: Readonly<Record<string, string>> = {
  N07402: "Anmälda brott om grov kvinnofridskränkning, antal/100 000 inv",
  N07403: "Anmälda våldsbrott, antal/100 000 inv",
  U07417: "Anmälda stöld- och tillgreppsbrott, antal/1 000 inv",
  U07418: "Anmälda våldsbrott, medelvärde över tre år, antal/1 000 inv",
  U07452: "Anmälda skadegörelsebrott, antal/1 000 inv",
  U07453: "Oro för bostadsinbrott, andel (%)",
  N02905: "Lagförda ungdomar 15–17 år, antal/1 000 inv",
};
/** Where a series became another, as its keepers say. */
const BREAKS: Readonly<Record<string, readonly SeriesBreak[]>> = {
  N07403: [
    { on: "2015-01-01" as Day, why: "Från 2015 räknas brotten på ett annat sätt. Före och efter jämförs inte." },
  ],
};
const MARGIN = /^osäkerhetstal\s*[-–:]\s*/i;

/** An answer of the interface, or several kept in one file as `samsyn series kolada` does. */
export function isKolada(value: unknown): value is Json {
  if (!isObject(value)) return false;
  if (isObject(value["kolada"])) return true;
  const [first] = Array.isArray(value["values"]) ? (value["values"] as readonly unknown[]) : [];
  return isObject(first) && "kpi" in first && "period" in first;
}
export function isKoladaTable(heading: readonly string[]): boolean {
  return ["kpi", "year", "value", "gender"].every((name) => heading.includes(name));
}

/** A file of several answers: what the key figures are called, the names of areas, and the pages of figures. */
export type KoladaAnswers = {
  readonly kolada: {
    readonly fetchedAt: string;
    readonly kpis: readonly unknown[];
    readonly municipalities: readonly unknown[];
  };
  readonly values: readonly unknown[];
};

export function readKolada(value: Json): ReturnType<Gathering["done"]> {
  const kept = isObject(value["kolada"]) ? value["kolada"] : {};
  const list = (of: unknown) => (Array.isArray(of) ? (of as readonly unknown[]).filter(isObject) : []);
  const names = new Map(list(kept["municipalities"]).map((one) => [text(one["id"]), text(one["title"])]));
  const figures = list(kept["kpis"]).map((one) => ({
    id: text(one["id"]),
    title: text(one["title"]),
    description: text(one["description"]),
  }));
  const rows = list(value["values"]).flatMap((one, place) => {
    const [code, period] = [text(one["municipality"]), text(one["period"])];
    return list(one["values"]).map((said): Row => ({
      line: place + 1,
      kpi: text(one["kpi"]),
      area: code === "" ? undefined : readArea({ code, name: names.get(code) ?? "" }),
      areaRead: code === "" ? text(one["ou"]) : code,
      period: readPeriod(period),
      periodRead: period,
      gender: text(said["gender"]),
      status: text(said["status"]),
      value: said["value"],
    }));
  });
  return readRows(rows, figures);
}

/** The table that rKolada and others save: one row a figure. */
export function readKoladaTable(
  rows: Iterable<{ readonly line: number; readonly row: Readonly<Record<string, string>> }>,
): ReturnType<Gathering["done"]> {
  const read: Row[] = [];
  for (const { line, row } of rows) {
    const code = row["municipality_id"] ?? "";
    const value = (row["value"] ?? "").trim();
    read.push({
      line,
      kpi: row["kpi"] ?? "",
      area: code === "" ? undefined : readArea({ code, name: row["municipality"] ?? "" }),
      areaRead: code,
      period: readPeriod(row["year"] ?? ""),
      periodRead: row["year"] ?? "",
      gender: row["gender"] ?? "",
      status: row["status"] ?? "",
      value: value === "" || value === "NA" ? null : (numberIn(value) ?? value),
    });
  }
  return readRows(read, []);
}

function readRows(rows: readonly Row[], figures: readonly KeyFigure[]): ReturnType<Gathering["done"]> {
  const gathered = gathering();
  const known = new Map(figures.map((one) => [one.id, one]));
  const titleOf = (kpi: string) => known.get(kpi)?.title ?? TITLES[kpi] ?? kpi;
  const margins = marginsOf(rows, titleOf);
  for (const row of rows) {
    const title = titleOf(row.kpi);
    if (MARGIN.test(title)) continue;
    const sex = SEXES[row.gender];
    if (row.kpi === "" || sex === undefined)
      gathered.problem(row.line, row.kpi === "" ? "" : row.gender, "a-key", "kpi");
    else if (row.area === undefined) gathered.problem(row.line, row.areaRead, "an-area", "municipality");
    else if (row.period === undefined) gathered.problem(row.line, row.periodRead, "a-period", "period");
    else {
      const read = figureOf(row, margins.get(placeOf(row, title)));
      if (read === undefined) gathered.problem(row.line, row.value, "a-figure", "value");
      else
        gathered.add(
          row.line,
          { ...described(row.kpi, title, known.get(row.kpi)), area: row.area, sex },
          row.period,
          read,
        );
    }
  }
  return gathered.done();
}

const SEXES: Readonly<Record<string, Sex>> = { T: "all", K: "women", F: "women", M: "men", "": "all" };

/** "Andelen oroliga, andel (%)" is a name and a unit. */
function described(kpi: string, title: string, known: KeyFigure | undefined) {
  const comma = title.lastIndexOf(", ");
  const unit = comma < 0 ? "" : title.slice(comma + 2);
  const isUnit = /antal|andel|kr|%|index|index|medelvärde|dagar|poäng|\/|inv/i.test(unit);
  return {
    key: kpi,
    name: isUnit ? title.slice(0, comma) : title,
    unit: isUnit ? unit : "nyckeltal",
    partOf: undefined,
    caveat: known?.description ?? "",
    breaks: BREAKS[kpi] ?? [],
  };
}

function figureOf({ value, status }: Row, margin: number | undefined): Figure | undefined {
  if (value === null || value === undefined) return noFigure(status);
  if (typeof value !== "number") return undefined;
  return figure(value, margin === undefined ? {} : { low: value - margin, high: value + margin });
}

/** How far the interval of a survey's figure reaches stands in Kolada as a key figure of its own: "Osäkerhetstal - …". */
function marginsOf(rows: readonly Row[], titleOf: (kpi: string) => string): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap((row) => {
      const title = titleOf(row.kpi);
      return MARGIN.test(title) && typeof row.value === "number"
        ? [[placeOf(row, title.replace(MARGIN, "")), row.value]]
        : [];
    }),
  );
}

function placeOf({ areaRead, periodRead, gender }: Row, title: string): string {
  return JSON.stringify([title.toLowerCase(), areaRead, periodRead, gender]);
}
