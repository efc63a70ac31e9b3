// The mapping as a form holds it: a column's name, or nothing; and what a file suggests for each.
import type { Category } from "../../category.ts";
import { clockReader, dayReader, type Zone } from "../clock-text.ts";
import type { Mapping } from "../mapping.ts";

export type MappingDraft = {
  readonly timeKind: "instant" | "day" | "month" | "interval";
  readonly time: string;
  readonly timeEnd: string;
  readonly hour: string;
  readonly format: string;
  readonly zone: Zone;
  readonly placeKind: Mapping["place"]["kind"];
  readonly lon: string;
  readonly lat: string;
  readonly place: string;
  readonly category: string;
  readonly otherwise: Category;
  readonly values: Mapping["category"]["values"];
  readonly text: string;
  readonly foreignId: string;
  /** What the form has no field for, kept as it was. */
  readonly more: Pick<Mapping, "separator" | "encoding"> & {
    readonly text: readonly string[];
    readonly accuracyMetres?: number | undefined;
  };
};

/** Column names as files spell them, in Swedish and English. */
const SPELLINGS = {
  time: /^(date|datum|dag|tid|tidpunkt|start|från|from|datetime|when|när|month|månad|händelsedatum|inkom)/i,
  timeEnd: /^(end|slut|till|to|date_end)/i,
  hour: /^(hour|timme|tim)$/i,
  lon: /^(lon|long|longitude|longitud|x|lng)$/i,
  lat: /^(lat|latitude|latitud|y)$/i,
  place: /^(plats|place|kommun|municipality|område|area|location|adress|gata|ort|by)/i,
  category: /^(typ|type|kategori|category|brott|crime|offence|offense|ärendetyp|vad)/i,
  text: /^(text|beskrivning|description|rubrik|summary|title|anmärkning)/i,
  foreignId: /^(id|uid|nr|ärende|ärendenummer|ärendenr|diarienummer|crime id)$/i,
} as const;

/** How times are written, most exact first: the first that all of a column's values are written by is it. */
const FORMATS = [
  ["instant", "iso"],
  ["instant", "yyyy-MM-dd HH:mm"],
  ["instant", "yyyy-MM-dd HH:mm:ss"],
  ["instant", "yyyy-MM-dd HH.mm"],
  ["instant", "yyyyMMdd HH:mm"],
  ["instant", "dd/MM/yyyy HH:mm"],
  ["instant", "dd/MM/yyyy HH:mm:ss"],
  ["instant", "MM/dd/yyyy HH:mm"],
  ["instant", "dd.MM.yyyy HH:mm"],
  ["day", "yyyy-MM-dd"],
  ["day", "yyyyMMdd"],
  ["day", "yyyy/MM/dd"],
  ["day", "dd/MM/yyyy"],
  ["day", "MM/dd/yyyy"],
  ["day", "dd.MM.yyyy"],
  ["month", "yyyy-MM"],
  ["month", "yyyyMM"],
] as const;

type Looked = { readonly heading: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** What the heading and the first rows suggest, or what was chosen the last time a file looked like this. */
export function draftFor({ heading, rows }: Looked, mapping: Mapping | undefined): MappingDraft {
  if (mapping !== undefined) return fromMapping(heading, mapping);
  const find = (what: keyof typeof SPELLINGS) => heading.find((name) => SPELLINGS[what].test(name)) ?? "";
  const written = (name: string) => timeWritten(rows.map((row) => row[heading.indexOf(name)] ?? ""));
  const called = find("time");
  const isCalled = called !== "" && written(called) !== undefined;
  const time = isCalled ? called : (heading.find((name) => written(name) !== undefined) ?? called);
  const [timeKind, format] = written(time) ?? (["instant", "yyyy-MM-dd HH:mm"] as const);
  const [lon, lat] = [find("lon"), find("lat")];
  return {
    timeKind,
    time,
    timeEnd: find("timeEnd"),
    hour: timeKind === "day" ? find("hour") : "",
    format,
    zone: "Europe/Stockholm",
    placeKind: lon !== "" && lat !== "" ? "position" : find("place") === "" ? "none" : "name",
    lon,
    lat,
    place: find("place"),
    category: find("category"),
    otherwise: "other.other",
    values: {},
    text: find("text"),
    foreignId: find("foreignId"),
    more: { text: [] },
  };
}

/** How all of these are written; undefined where they are no times. */
function timeWritten(values: readonly string[]): (typeof FORMATS)[number] | undefined {
  const said = values.filter((value) => value.trim() !== "");
  if (said.length === 0) return undefined;
  const isDay = (value: string) => dayReader("yyyy-MM-dd")(value) !== undefined;
  return FORMATS.find(([kind, format]) => {
    const read = kind === "instant" ? clockReader(format, "UTC") : dayReader(format);
    // ISO 8601 takes a day alone for its first moment; nobody who wrote only the day meant midnight.
    return said.every((value) => read(value) !== undefined && !(kind === "instant" && isDay(value)));
  });
}

function fromMapping(heading: readonly string[], mapping: Mapping): MappingDraft {
  const { time, place, category, separator, encoding } = mapping;
  const has = (name: string | undefined) => (name !== undefined && heading.includes(name) ? name : "");
  const [text, ...more] = mapping.text;
  return {
    timeKind: time.kind === "none" ? "instant" : time.kind,
    time: has(time.kind === "none" ? undefined : time.kind === "interval" ? time.from : time.column),
    timeEnd: has(time.kind === "interval" ? time.to : undefined),
    hour: has(time.kind === "day" ? time.hourColumn : undefined),
    format: time.kind === "none" ? "" : time.format,
    zone: time.kind === "none" || time.kind === "month" ? "Europe/Stockholm" : time.zone,
    placeKind: place.kind,
    lon: has(place.kind === "position" ? place.lon : undefined),
    lat: has(place.kind === "position" ? place.lat : undefined),
    place: has(place.kind === "position" ? place.name : place.kind === "none" ? undefined : place.column),
    category: has(category.column),
    otherwise: category.otherwise,
    values: category.values,
    text: has(text),
    foreignId: has(mapping.foreignId),
    more: {
      text: more.filter((name) => heading.includes(name)),
      ...(separator !== undefined && { separator }),
      ...(encoding !== undefined && { encoding }),
      ...(place.kind === "position" && place.accuracyMetres !== undefined && { accuracyMetres: place.accuracyMetres }),
    },
  };
}

/** The mapping a form says, as it is sent; `sheet` is the one that was looked at. */
export function mappingOf(draft: MappingDraft, sheet?: string): Mapping {
  const { otherwise, values, text, foreignId, category, more } = draft;
  const { text: others, accuracyMetres: _accuracy, ...how } = more;
  return {
    time: timeOf(draft),
    place: placeOf(draft),
    category: { otherwise, values, ...(category === "" ? {} : { column: category }) },
    text: text === "" ? [...others] : [text, ...others],
    ...(foreignId === "" ? {} : { foreignId }),
    ...how,
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function timeOf({ timeKind: kind, time, timeEnd, hour, format, zone }: MappingDraft): Mapping["time"] {
  if (time === "") return { kind: "none" };
  if (kind === "interval") return { kind, from: time, to: timeEnd, format, zone };
  if (kind === "month") return { kind, column: time, format };
  if (kind === "day") return { kind, column: time, format, zone, ...(hour === "" ? {} : { hourColumn: hour }) };
  return { kind, column: time, format, zone };
}

function placeOf({ placeKind: kind, lon, lat, place, more: { accuracyMetres } }: MappingDraft): Mapping["place"] {
  if (kind === "position") {
    const name = place === "" ? {} : { name: place };
    return { kind, lon, lat, ...name, ...(accuracyMetres === undefined ? {} : { accuracyMetres }) };
  }
  return kind === "none" || place === "" ? { kind: "none" } : { kind, column: place };
}
