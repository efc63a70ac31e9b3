// SaTScan's own files (.prm, .cas, .ctl, .pop, .geo; SaTScan user guide, "Input Data" and "Advanced Features") as a question to our scan, so that an analysis can be moved here as it stands.
// What its parameters ask for and we do not do is told by name; nothing is passed over in silence.
import type { ScanModel } from "../engine/emerging/scan-models.ts";
import type { CircleLimits, Positions } from "../engine/emerging/scan-circles.ts";
import type { ScanData, ScanWindows } from "../engine/emerging/scan-problem.ts";
import { standardised } from "../engine/emerging/scan-problem.ts";
import { dayCounted, dayWritten } from "../columns/local-time.ts";
import { addMonths, readDay } from "../../ground/time.ts";
import type { ScanQuestion } from "./emerging.ts";
import {
  inertSections,
  inertParameters,
  inertUnless,
  usedParameters,
  type SatScanProblem,
} from "./satscan-parameters.ts";

export type SatScanTexts = {
  readonly parameters: string;
  readonly cases: string;
  readonly controls?: string;
  readonly population?: string;
  readonly coordinates?: string;
};
export type SatScanReading = {
  /** Undefined where the files cannot be made a question of; `problems` says why. */
  readonly question: ScanQuestion | undefined;
  readonly problems: readonly SatScanProblem[];
};

type Unit = "none" | "year" | "month" | "day" | "generic";
const UNITS: readonly Unit[] = ["none", "year", "month", "day", "generic"];
const DAYS_IN: Readonly<Record<Unit, number>> = { none: 1, year: 365.25, month: 30.4375, day: 1, generic: 1 };

/** Which files a parameter file names, as it writes them. */
export function satScanFileNames(
  parameters: string,
): Readonly<Record<Exclude<keyof SatScanTexts, "parameters">, string>> {
  const value = valuesOf(parameters);
  return {
    cases: value("CaseFile"),
    controls: value("ControlFile"),
    population: value("PopulationFile"),
    coordinates: value("CoordinatesFile"),
  };
}

/** Reads the files of one analysis. Never throws: what could not be read is among the problems. */
export function readSatScan(texts: SatScanTexts): SatScanReading {
  const problems: SatScanProblem[] = [];
  const tell = (wrong: SatScanProblem["wrong"], detail: SatScanProblem["detail"]) => problems.push({ wrong, detail });
  tellOfParameters(texts.parameters, tell);
  const value = valuesOf(texts.parameters);
  const number = (name: string, otherwise: number) => (value(name) === "" ? otherwise : Number(value(name)));
  const windows = windowsOf(number("AnalysisType", 1), number("IncludeClusters", 0));
  const model = (["poisson", "bernoulli", "permutation"] as const)[number("ModelType", 0)];
  if (windows === undefined) tell("impossible-parameter", { name: "AnalysisType", value: value("AnalysisType") });
  if (model === undefined || (model === "permutation" && windows !== undefined && !windows.startsWith("space-time")))
    tell("impossible-parameter", { name: "ModelType", value: value("ModelType") });
  const precision = UNITS[number("PrecisionCaseTimes", 0)] ?? "none";
  const period = periodOf(value, precision, windows, tell);
  if (windows === undefined || model === undefined || period === undefined) return { question: undefined, problems };

  const places = placesRead(texts, windows, number("CoordinatesType", 0) === 1 ? "earth" : "plane", tell);
  const read = (text: string, file: string) => rowsRead(text, file, places, precision, period, tell);
  const cases = read(texts.cases, value("CaseFile") || ".cas");
  const measure = places && measureOf(model, texts, { cases, places, period, value, read, tell });
  if (places === undefined || (measure === undefined && model !== "permutation"))
    return { question: undefined, problems };
  if (model === "permutation" && cases.some(({ stratum }) => stratum !== ""))
    tell("covariates-ignored", { file: value("CaseFile") });
  const data: ScanData = {
    places: places.names.length,
    times: period.first.length,
    cases: {
      place: cases.map(({ place }) => place),
      time: cases.map(({ time }) => time),
      count: cases.map(({ count }) => count),
    },
    ...(measure === undefined ? {} : { measure }),
  };
  return {
    problems,
    question: {
      data,
      wish: {
        model,
        windows,
        limits: limitsOf(value, number),
        shortest: Math.max(Math.ceil(number("MinimumTemporalClusterSize", 1) / period.length), 1),
        longest: longestOf(period, number("MaxTemporalSize", 50), number("MaxTemporalSizeInterpretation", 0) === 1),
        fewestCases: number("MinimumCasesInHighRateClusters", 2),
      },
      positions: places.positions,
      names: places.names,
      firstDays: period.first.map(period.written),
      lastDays: period.first.map((_, time) => period.written((period.first[time + 1] ?? period.end) - 1)),
      daysInTime: DAYS_IN[period.unit] * period.length,
      options: optionsOf(number),
    },
  };
}

type Tell = (wrong: SatScanProblem["wrong"], detail: SatScanProblem["detail"]) => void;
type Value = (name: string) => string;

/** Parameters by name, "" for those that are not there. */
function valuesOf(parameters: string): Value {
  const values = new Map(linesOf(parameters).map(({ name, value }) => [name.toLowerCase(), value]));
  return (name) => values.get(name.toLowerCase()) ?? "";
}

function linesOf(parameters: string): { readonly section: string; readonly name: string; readonly value: string }[] {
  let section = "";
  return parameters.split(/\r?\n/).flatMap((line) => {
    const text = line.trim();
    const heading = /^\[(.*)\]$/.exec(text);
    if (heading !== null) section = heading[1]!;
    const pair = /^([^;=[][^=]*)=(.*)$/.exec(text);
    return pair === null ? [] : [{ section, name: pair[1]!.trim(), value: pair[2]!.trim() }];
  });
}

/** Every parameter is used, inert for us, or told of. */
function tellOfParameters(parameters: string, tell: Tell): void {
  for (const { section, name, value } of linesOf(parameters)) {
    const inert = inertUnless.get(name);
    if (inert !== undefined) {
      if (value !== "" && !inert.includes(value.toLowerCase())) tell("unsupported-parameter", { name, value });
    } else if (!usedParameters.has(name) && !inertParameters.has(name) && !inertSections.has(section) && value !== "")
      tell("unknown-parameter", { name, value });
  }
}

function windowsOf(analysis: number, clusters: number): ScanWindows | undefined {
  const alive = clusters === 1;
  switch (analysis) {
    case 1:
      return "spatial";
    case 2:
      return alive ? "temporal-prospective" : "temporal";
    case 3:
      return alive ? "space-time-prospective" : "space-time";
    case 4:
      return "space-time-prospective";
    case 6:
      return "temporal-prospective";
    default:
      return undefined;
  }
}

function limitsOf(value: Value, number: (name: string, otherwise: number) => number): CircleLimits {
  return {
    mostShare: number("MaxSpatialSizeInPopulationAtRisk", 50) / 100,
    ...(value("UseDistanceFromCenterOption").toLowerCase() === "y"
      ? { mostRadius: number("MaxSpatialSizeInDistanceFromCenter", Infinity) }
      : {}),
  };
}

/** The default stops early, as does what asks for it; the standard and Gumbel's do not. */
function optionsOf(number: (name: string, otherwise: number) => number): ScanQuestion["options"] {
  const report = number("PValueReportType", 0);
  return {
    replicates: number("MonteCarloReps", 999),
    ...(report === 0 || report === 2 ? { stopAfter: number("EarlyTerminationThreshold", 50) } : {}),
  };
}

/** The study period, cut into times from its end backwards, so that a last piece that is shorter comes first. Days since 1970, or the file's own numbers where time is generic. */
type Period = {
  readonly start: number;
  /** The day after the last. */
  readonly end: number;
  readonly first: readonly number[];
  readonly unit: Unit;
  /** Units in one time. */
  readonly length: number;
  /** Units in the whole. */
  readonly units: number;
  readonly written: (day: number) => string;
  readonly generic: boolean;
};

function periodOf(value: Value, precision: Unit, windows: ScanWindows | undefined, tell: Tell): Period | undefined {
  const generic = precision === "generic";
  const [start, last] = [dayRead(value("StartDate"), generic, "first"), dayRead(value("EndDate"), generic, "last")];
  if (start === undefined || last === undefined || last < start) {
    tell("impossible-parameter", { name: "StartDate, EndDate", value: `${value("StartDate")}, ${value("EndDate")}` });
    return undefined;
  }
  const end = last + 1;
  const unit = windows === "spatial" ? "none" : (UNITS[Number(value("TimeAggregationUnits") || 0)] ?? "none");
  const length = Math.max(Number(value("TimeAggregationLength") || 1), 1);
  const first: number[] = [];
  for (let times = 1, from = end; from > start; times++) {
    from = unit === "none" ? start : Math.max(earlier(end, unit, times * length), start);
    first.unshift(from);
  }
  let units = 0;
  while (unit !== "none" && earlier(end, unit, units + 1) >= start) units++;
  return {
    start,
    end,
    first,
    unit,
    length,
    units: Math.max(units, 1),
    generic,
    written: (day) => (generic ? String(day) : dayWritten(day)),
  };
}

/** So many units before a day. */
function earlier(day: number, unit: Unit, units: number): number {
  if (unit === "day" || unit === "generic" || unit === "none") return day - units;
  return dayCounted(addMonths(dayWritten(day), -units * (unit === "year" ? 12 : 1)));
}

/** The most times of a span: a share of the period in per cent, or so many units. */
function longestOf({ units, length, first }: Period, most: number, isTime: boolean): number {
  const allowed = isTime ? most : (units * most) / 100;
  return Math.min(Math.max(Math.floor(allowed / length + 1e-9), 1), first.length);
}

/** Days since 1970 of 2001/11/24, 2001-11-24, 11/24/2001, 2001/11 or 2001; a whole number where time is generic. Of a year or a month the first day, its last, or as SaTScan takes a population's: 1 July, the 15th. */
function dayRead(text: string, generic: boolean, which: "first" | "last" | "middle"): number | undefined {
  const parts = text.split(/[/-]/).map(Number);
  if (parts.length === 0 || text === "" || parts.some((part) => !Number.isInteger(part))) return undefined;
  if (generic) return parts.length === 1 ? parts[0] : undefined;
  const [year = 0, month, date] =
    parts.length === 3 && parts[0]! <= 12 && parts[2]! > 31 ? [parts[2], parts[0], parts[1]] : parts;
  if (date !== undefined) return dayOfNumbers(year, month!, date);
  if (which === "middle") return month === undefined ? dayOfNumbers(year, 7, 1) : dayOfNumbers(year, month, 15);
  if (which === "first") return dayOfNumbers(year, month ?? 1, 1);
  const next = month === undefined || month === 12 ? dayOfNumbers(year + 1, 1, 1) : dayOfNumbers(year, month + 1, 1);
  return next === undefined ? undefined : next - 1;
}

function dayOfNumbers(year: number, month: number, date: number): number | undefined {
  const day = readDay(
    [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-"),
  );
  return day === undefined ? undefined : dayCounted(day);
}

type Row = { readonly line: number; readonly cells: readonly string[] };

/** Cells are apart by blanks or commas; what stands in quotes is one cell. */
function rowsOf(text: string): Row[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    const cells = [...line.matchAll(/"([^"]*)"|[^\s,;"]+/g)].map(([whole, quoted]) => quoted ?? whole);
    return cells.length === 0 || line.trimStart().startsWith("//") ? [] : [{ line: i + 1, cells }];
  });
}

type Places = {
  readonly number: ReadonlyMap<string, number>;
  readonly names: readonly (readonly string[])[];
  readonly positions: Positions;
};

/** Places by their coordinates: those that lie in the same spot are one. A purely temporal scan needs no coordinates. */
function placesRead(texts: SatScanTexts, windows: ScanWindows, on: Positions["on"], tell: Tell): Places | undefined {
  const [x, y, names]: [number[], number[], string[][]] = [[], [], []];
  const number = new Map<string, number>();
  if (windows.startsWith("temporal")) {
    for (const text of [texts.cases, texts.controls ?? "", texts.population ?? ""])
      for (const { cells } of rowsOf(text)) number.set(cells[0]!, 0);
    return { number, names: [[...number.keys()]], positions: { on, x: [0], y: [0] } };
  }
  if (texts.coordinates === undefined) {
    tell("file-missing", { name: "CoordinatesFile" });
    return undefined;
  }
  const spot = new Map<string, number>();
  for (const { line, cells } of rowsOf(texts.coordinates)) {
    const [name = "", first, second, ...more] = cells;
    const [a, b] = [Number(first), Number(second)];
    if (Number.isNaN(a) || Number.isNaN(b) || (on === "earth" && (Math.abs(a) > 90 || Math.abs(b) > 180))) {
      tell("row-unread", { file: "CoordinatesFile", line, read: cells.join(" ") });
      continue;
    }
    if (more.length > 0) tell("row-unread", { file: "CoordinatesFile", line, read: more.join(" ") });
    const key = `${a} ${b}`;
    let place = spot.get(key);
    if (place === undefined) {
      spot.set(key, (place = names.length));
      names.push([]);
      // SaTScan writes latitude first; our x is the longitude.
      x.push(on === "earth" ? b : a);
      y.push(on === "earth" ? a : b);
    }
    names[place]!.push(name);
    number.set(name, place);
  }
  return { number, names, positions: { on, x, y } };
}

type Counted = { readonly place: number; readonly time: number; readonly count: number; readonly stratum: string };

/** Rows of a case or control file: place, count, time where times are precise, covariates. */
function rowsRead(
  text: string,
  file: string,
  places: Places | undefined,
  precision: Unit,
  period: Period,
  tell: Tell,
): Counted[] {
  return rowsOf(text).flatMap(({ line, cells }) => {
    const [name = "", many = "", ...rest] = cells;
    const place = places?.number.get(name);
    const count = Number(many);
    const said = precision === "none" ? undefined : rest.shift();
    const day = said === undefined ? period.start : dayRead(said, period.generic, "first");
    if (places !== undefined && place === undefined) tell("place-unknown", { file, line, place: name });
    else if (!Number.isInteger(count) || count < 0 || day === undefined || (precision !== "none" && said === undefined))
      tell("row-unread", { file, line, read: cells.join(" ") });
    else if (day < period.start || day >= period.end) tell("outside-period", { file, line, read: said ?? "" });
    else if (count > 0) return [{ place: place ?? 0, time: timeOf(period, day), count, stratum: rest.join("\t") }];
    return [];
  });
}

function timeOf({ first }: Period, day: number): number {
  let [low, high] = [0, first.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (first[middle]! <= day) low = middle;
    else high = middle;
  }
  return low;
}

type Reading = {
  readonly cases: readonly Counted[];
  readonly places: Places;
  readonly period: Period;
  readonly value: Value;
  readonly read: (text: string, file: string) => Counted[];
  readonly tell: Tell;
};

function measureOf(model: ScanModel, texts: SatScanTexts, reading: Reading): ScanData["measure"] {
  const { cases, places, period, value, read, tell } = reading;
  const times = period.first.length;
  if (model === "bernoulli") {
    if (texts.controls === undefined) {
      tell("file-missing", { name: "ControlFile" });
      return undefined;
    }
    const values = new Float64Array(places.names.length * times);
    for (const { place, time, count } of [...cases, ...read(texts.controls, value("ControlFile") || ".ctl")])
      values[place * times + time]! += count;
    return { kind: "table", values };
  }
  if (model !== "poisson") return undefined;
  if (texts.population === undefined) {
    tell("file-missing", { name: "PopulationFile" });
    return undefined;
  }
  const people = populationRead(texts.population, reading);
  const strata = [...people.keys()];
  const ofStratum = new Map<string, number>();
  for (const { stratum, count } of cases) ofStratum.set(stratum, (ofStratum.get(stratum) ?? 0) + count);
  for (const stratum of ofStratum.keys())
    if (!people.has(stratum)) tell("no-population", { stratum: stratum.replaceAll("\t", " ") || "–" });
  if (strata.length === 0) return undefined;
  return {
    kind: "table",
    values: standardised(
      strata.map((stratum) => people.get(stratum)!),
      strata.map((stratum) => ofStratum.get(stratum) ?? 0),
    ),
  };
}

/** Person-days of each stratum, place by place and time by time: a straight line between the days that the file has a population for, the same as the nearest before and after them. */
function populationRead(text: string, { places, period, tell, value }: Reading): Map<string, Float64Array> {
  const known = new Map<string, Map<number, Float64Array>>();
  const days = new Set<number>();
  const file = value("PopulationFile") || ".pop";
  for (const { line, cells } of rowsOf(text)) {
    const [name = "", said = "", many = "", ...rest] = cells;
    const place = places.number.get(name);
    const [day, count] = [dayRead(said, period.generic, "middle"), Number(many)];
    if (place === undefined) tell("place-unknown", { file, line, place: name });
    else if (day === undefined || many === "" || !(count >= 0))
      tell("row-unread", { file, line, read: cells.join(" ") });
    else {
      const stratum = rest.join("\t");
      const byDay = known.get(stratum) ?? new Map<number, Float64Array>();
      known.set(stratum, byDay);
      const people = byDay.get(day) ?? new Float64Array(places.names.length);
      byDay.set(day, people);
      people[place]! += count;
      days.add(day);
    }
  }
  const dates = [...days].toSorted((a, b) => a - b);
  const weights = period.first.map((from, time) => weightsOf(dates, from, period.first[time + 1] ?? period.end));
  return new Map(
    [...known].map(([stratum, byDay]) => {
      const values = new Float64Array(places.names.length * weights.length);
      for (const [at, date] of dates.entries()) {
        const people = byDay.get(date);
        if (people === undefined) continue;
        for (let place = 0; place < people.length; place++)
          for (const [time, weight] of weights.entries())
            values[place * weights.length + time]! += people[place]! * weight[at]!;
      }
      return [stratum, values];
    }),
  );
}

/** How many days each date's population counts for from one day up to another: the integral of its corner of the broken line. */
function weightsOf(dates: readonly number[], from: number, to: number): number[] {
  return dates.map((date, at) => {
    const [before, after] = [dates[at - 1], dates[at + 1]];
    const level = (day: number): number => {
      if (day < date) return before === undefined ? 1 : Math.max(1 - (date - day) / (date - before), 0);
      return after === undefined ? 1 : Math.max(1 - (day - date) / (after - date), 0);
    };
    const corners = [
      from,
      ...[before, date, after].filter((day) => day !== undefined && day > from && day < to),
      to,
    ] as number[];
    return corners
      .slice(1)
      .reduce((sum, corner, i) => sum + ((level(corners[i]!) + level(corner)) / 2) * (corner - corners[i]!), 0);
  });
}
