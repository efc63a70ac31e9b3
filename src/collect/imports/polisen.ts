// Reads polisen.se's published events (https://polisen.se/api/events). Their traps, each measured on the archive 2022–2026:
// `datetime` is when it was published, the time of the event stands only in the title and without year; hours are not padded; the separator in the
// title changed from ":" to "."; the position is the middle of a municipality or a county and never the place; since 21 January 2026 the location
// is always the county and the municipality stands only at the end of the title; night summaries bundle several happenings; an item is corrected
// under the same id. It is what the police chose to publish, no statistics.
import type { Place } from "../../ground/place.ts";
import {
  dayOf,
  fromSwedishClock,
  type Instant,
  instantOf,
  millisecondsOf,
  readDay,
  readInstant,
} from "../../ground/time.ts";
import type { Category } from "../category.ts";
import { type ImportProblem, shown } from "./import-report.ts";
import { countyNamed, countyOf, municipalityNamed } from "../../ground/municipalities.ts";
import type { Imported } from "../observation.ts";
import { personIn } from "../person-in-text.ts";
import type { Reading } from "./importer.ts";

const MONTHS = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
];

/** Not kept at all: items about wanted and missing people describe a person and nothing else (domain.md 2.4, R1). */
const ABOUT_A_PERSON: ReadonlySet<string> = new Set(["Försvunnen person", "Efterlyst person"]);

/** The police's words for a type, by how they begin, in the order they are tried. */
const TYPES: readonly (readonly [begins: string, category: Category])[] = [
  ["Sammanfattning", "police.summary"],
  ["Trafikolycka", "traffic.accident"],
  ["Rattfylleri", "traffic.drunk"],
  ["Trafik", "traffic.other"],
  ["Olovlig körning", "traffic.other"],
  ["Misshandel", "violence.assault"],
  ["Bråk", "violence.assault"],
  ["Våld/hot", "violence.threat"],
  ["Våldtäkt", "violence.sexual"],
  ["Sexualbrott", "violence.sexual"],
  ["Sedlighetsbrott", "violence.sexual"],
  ["Mordbrand", "vandalism.fire"],
  ["Mord/dråp", "violence.lethal"],
  ["Rån", "violence.robbery"],
  ["Larm Överfall", "violence.robbery"],
  ["Olaga hot", "violence.threat"],
  ["Ofredande", "violence.threat"],
  ["Hets mot folkgrupp", "violence.threat"],
  ["Bombhot", "violence.threat"],
  ["Knivlagen", "violence.weapon"],
  ["Vapenlagen", "violence.weapon"],
  ["Skottlossning", "violence.weapon"],
  ["Explosion", "violence.weapon"],
  ["Detonation", "violence.weapon"],
  ["Farligt föremål", "violence.weapon"],
  ["Stöld/inbrott", "theft.burglary"],
  ["Inbrott", "theft.burglary"],
  ["Larm Inbrott", "theft.burglary"],
  ["Olaga intrång", "theft.burglary"],
  ["Hemfridsbrott", "theft.burglary"],
  ["Motorfordon", "theft.vehicle"],
  ["Stöld", "theft.other"],
  ["Häleri", "theft.other"],
  ["Åldringsbrott", "fraud.other"],
  ["Bedrägeri", "fraud.other"],
  ["Ekobrott", "fraud.other"],
  ["Förfalskningsbrott", "fraud.other"],
  ["Narkotikabrott", "drugs.other"],
  ["Alkohollagen", "disorder.alcohol"],
  ["Fylleri", "disorder.alcohol"],
  ["Smällar", "disorder.noise"],
  ["Ordningslagen", "disorder.other"],
  ["Skadegörelse", "vandalism.damage"],
  ["Brand", "rescue.fire"],
  ["Fjällräddning", "rescue.accident"],
  ["Räddningsinsats", "rescue.accident"],
  ["Arbetsplatsolycka", "rescue.accident"],
  ["Sjukdom/olycksfall", "rescue.accident"],
  ["Kontroll", "police.check"],
  ["Polisinsats", "police.check"],
];

/** Reads one item. Never throws: what cannot be read is told, with what was expected. `line` is for the telling. */
export function readIncident(item: unknown, line: number, seenAt?: Instant): Reading {
  if (typeof item !== "object" || item === null || Array.isArray(item))
    return { problems: [{ line, read: shown(item), expected: "an-object" }] };
  const raw = item as Readonly<Record<string, unknown>>;
  const problem = (column: string, expected: ImportProblem["expected"]): Reading => ({
    problems: [{ line, column, read: shown(raw[column]), expected }],
  });

  const id = raw["id"];
  if (!(typeof id === "number" && Number.isSafeInteger(id)) && !(typeof id === "string" && /^\d{1,15}$/.test(id)))
    return problem("id", "an-id");
  const publishedAt = readPublication(raw["datetime"]);
  if (publishedAt === undefined) return problem("datetime", "a-publication-time");
  const title = clean(raw["name"]);
  const happened = readTitleTime(title, publishedAt);
  if (happened === undefined) return problem("name", "a-title-with-time");

  const type = clean(raw["type"]);
  if (ABOUT_A_PERSON.has(type)) return { withheld: true, problems: [] };
  const location = raw["location"] as { readonly name?: unknown } | null | undefined;
  const locationName = clean(typeof location === "object" ? location?.name : undefined);
  const bundle = type.startsWith("Sammanfattning") || /,\s*sammanfattning/i.test(title);
  const summary = clean(raw["summary"]);
  const incident: Imported = {
    foreignId: String(id),
    foreign: { title, type, location: locationName, url: clean(raw["url"]) },
    kind: "event",
    category: bundle ? "police.summary" : categoryOf(type),
    // An item that names somebody after all is kept as its type only.
    text: summary === "" || personIn(summary) !== undefined ? type : summary,
    consequence: "",
    proposal: "",
    spotManager: "unknown",
    place: placeOfIncident(locationName, title),
    when: { kind: "instant", at: happened },
    precision: bundle ? "day" : "minute",
    sharing: "public",
    publishedAt,
    seenAt: readInstant(typeof raw["_lastSeen"] === "string" ? raw["_lastSeen"] : "") ?? seenAt,
    bundle,
  };
  return { incident, problems: [] };
}

/** "2026-08-22 9:48:12 +02:00": ISO 8601 but for the blank and the hour without its zero. */
export function readPublication(text: unknown): Instant | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2}):(\d{2}) ?([+-]\d{2}:?\d{2})$/.exec(String(text).trim());
  if (match === null) return undefined;
  const [, day = "", hour = "", minute, second, offset = ""] = match;
  if (readDay(day) === undefined || Number(hour) > 23) return undefined;
  const zone = offset.includes(":") ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  return readInstant(`${day}T${hour.padStart(2, "0")}:${minute}:${second}${zone}`);
}

/**
 * "31 december 22.44, Skottlossning, Malmö": Swedish time without a year. The year is the one that brings it nearest to the publication, so that
 * the last evening of December, told on New Year's Day, lies in the old year.
 */
export function readTitleTime(title: string, publishedAt: Instant): Instant | undefined {
  const match = /^(\d{1,2}) ([a-zåäö]+) (\d{1,2})[.:](\d{2})\b/i.exec(title);
  if (match === null) return undefined;
  const [, date = "", monthName = "", hour = "", minute = ""] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  if (month === 0 || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const year = Number(dayOf(publishedAt).slice(0, 4));
  const candidates = [year, year - 1, year + 1].flatMap((candidate) => {
    const day = readDay(`${candidate}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`);
    return day === undefined ? [] : [fromSwedishClock(day, Number(hour), Number(minute))];
  });
  const distance = (at: Instant) => Math.abs(millisecondsOf(at) - millisecondsOf(publishedAt));
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The municipality if anything says it, else the county; never the position, which is only the middle of one of them. */
function placeOfIncident(locationName: string, title: string): Place {
  const last = title.includes(",") ? title.slice(title.lastIndexOf(",") + 1).trim() : "";
  const county = countyNamed(locationName) ?? countyNamed(last);
  const own = municipalityNamed(locationName);
  if (own !== undefined) return own;
  const told = municipalityNamed(last);
  if (told !== undefined && (county === undefined || countyOf(told)?.code === county.code)) return told;
  const name = locationName || last;
  return county ?? (name === "" ? { kind: "unknown" } : { kind: "unknown", name });
}

export function categoryOf(type: string): Category {
  return TYPES.find(([begins]) => type.startsWith(begins))?.[1] ?? "other.other";
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Hard blanks, entities, doubled and outer blanks gone. */
function clean(value: unknown): string {
  if (typeof value !== "string") return "";
  return value
    .replaceAll(/&(?:#(\d{1,6})|([a-z]{2,6}));/g, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (ENTITIES[name ?? ""] ?? whole) : String.fromCodePoint(Number(code)),
    )
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** When an archived answer was fetched, by its name: "20231018T082521Z.json.gz". */
export function fetchedAt(fileName: string): Instant | undefined {
  const match = /(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/.exec(fileName);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return readInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The police's rules for their open data: a User-Agent that says who asks, ten seconds between calls, sixty calls an hour. */
export const PACE = { betweenMs: 10_000, withinMs: 3_600_000, calls: 60 } as const;

/** When the police may be asked next, knowing when they were asked; undefined when it may be done now. */
export function waitUntil(asked: readonly Instant[], at: Instant): Instant | undefined {
  const now = millisecondsOf(at);
  const lately = asked
    .map(millisecondsOf)
    .filter((ms) => ms > now - PACE.withinMs)
    .toSorted((a, b) => a - b);
  const last = lately.at(-1);
  const afterLast = last === undefined ? now : last + PACE.betweenMs;
  const afterFull = lately.length < PACE.calls ? now : lately[lately.length - PACE.calls]! + PACE.withinMs;
  const next = Math.max(afterLast, afterFull);
  return next > now ? instantOf(next) : undefined;
}
