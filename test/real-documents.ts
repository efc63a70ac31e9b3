import { readFileSync } from "node:fs";
import { uuidv7 } from "../src/ground/id.ts";
import { readDay } from "../src/ground/time.ts";
import { contentField, readSaidDay, type Activity, type Content, type Pledge } from "../src/pledge/document.ts";
import type { Per, Target } from "../src/pledge/target.ts";

/** A published medborgarlöfte as somebody transcribed it; `../shared/data/texts/medborgarloften-dev.jsonl`. */
export type Transcribed = {
  municipality: string;
  municipality_code: string;
  from: string | null;
  to: string | null;
  signed: string | null;
  parties: string[];
  basis: string[];
  promises: { id: number; by: string; topic: string; summary: string; measure: Measure | null }[];
  review: string | null;
  followup: { period: string; source?: string; published?: string; results: Told[] }[];
  note: string | null;
  url: string;
};
type Measure = {
  target?: number | string | null;
  cmp?: string | null;
  unit?: string | null;
  per?: string | null;
  place?: string | null;
  places?: unknown;
  time?: string | null;
};
type Told = Record<string, unknown>;

/** The transcription writes both null and nothing for what was not said. */
function there<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

export function readTranscribed(path: string): Transcribed[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Transcribed);
}

const PERS: Readonly<Record<string, Per>> = {
  år: "year",
  vecka: "week",
  kvartal: "quarter",
  termin: "term",
  månad: "month",
  dag: "day",
};
const OWNERS: Readonly<Record<string, Pledge["owner"]>> = {
  båda: "joint",
  polisen: "police",
  kommunen: "municipality",
};

let ids = 0;
const id = () => uuidv7(1_700_000_000_000 + (ids += 1), new Uint8Array(10).fill(7));

/** The document in our model. A fact that has no place there is an error, never left out. */
export function convert(given: Transcribed): Content {
  const activityOf = (promise: Transcribed["promises"][number]): Activity => ({
    id: id() as Activity["id"],
    number: `${promise.id}.1`,
    text: promise.summary,
    owner: OWNERS[promise.by] ?? "other",
    modality: promise.measure === null ? "intent" : !there(promise.measure.per) ? "do-count" : "do-recurring",
    ...(promise.measure === null ? {} : { target: targetOf(promise.measure) }),
  });
  const content: Content = {
    title: `Medborgarlöfte ${given.municipality} ${given.from ?? ""}${given.to === null ? "" : `–${given.to}`}`.trim(),
    parties: given.parties.map((name) => ({
      standing: name === "polisen" ? "police" : name === "kommunen" ? "municipality" : "third",
      name,
    })),
    area: [{ kind: "municipality", code: given.municipality_code, name: given.municipality }],
    period: {
      from: readSaidDay(given.from ?? "okänt", false),
      ...(given.to === null ? {} : { to: readSaidDay(given.to, true) }),
    },
    basis: given.basis,
    pledges: given.promises.map((promise) => ({
      id: id() as Pledge["id"],
      order: promise.id,
      text: promise.summary,
      theme: promise.topic,
      owner: OWNERS[promise.by] ?? "other",
      ...(promise.by in OWNERS ? {} : { ownerSaid: promise.by }),
      problemIds: [],
      activities: [activityOf(promise)],
    })),
    ...(given.review === null ? {} : { review: given.review }),
    ...(given.followup.length === 0
      ? {}
      : {
          toldResults: given.followup.map((told) => ({
            ...omit(told, "results"),
            period: told.period,
            results: told.results.map((result) => toldResult(result)),
          })),
        }),
    ...(given.note === null ? {} : { note: given.note }),
    // A month is not a day: that it was signed in it is all that is known.
    ...(given.signed === null
      ? {}
      : { signedOn: readDay(given.signed) === undefined ? { said: given.signed } : readSaidDay(given.signed, true) }),
    sources: [{ title: given.municipality, url: given.url }],
  };
  return contentField.parse(content);
}

function targetOf(measure: Measure): Target {
  const target: Target = {};
  if (typeof measure.target === "number") target.value = measure.target;
  // «every» Thursday: a rhythm without a number of its own.
  if (typeof measure.target === "string") target.perText = `${measure.target} ${measure.per ?? ""}`.trim();
  if (measure.cmp === ">=") target.comparator = "at-least";
  else if (there(measure.cmp)) throw new Error(`No place in the model for the comparison «${measure.cmp}»`);
  if (there(measure.unit)) target.unit = measure.unit;
  if (typeof measure.target !== "string" && there(measure.per)) {
    const per = PERS[measure.per];
    if (per === undefined) target.perText = measure.per;
    else target.per = per;
  }
  if (there(measure.place)) target.places = [measure.place];
  if (Array.isArray(measure.places)) target.places = measure.places.map(String);
  else if (there(measure.places)) target.perEntity = { name: "plats", count: Number(measure.places) };
  if (there(measure.time)) target.time = measure.time;
  return target;
}

const FIELDS: Readonly<Record<string, string>> = {
  promise: "pledge",
  actual: "actual",
  unit: "unit",
  status: "status",
  done: "done",
  place: "place",
  per: "per",
  text: "text",
};

function toldResult(result: Told): NonNullable<Content["toldResults"]>[number]["results"][number] {
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(result)) {
    if (name === "dates") told["dates"] = (value as unknown[]).map(String);
    else if (name === "date") told["dates"] = [String(value)];
    else if (name === "approx" && value === true) told["qualifier"] = "approximately";
    else if (name in FIELDS) told[FIELDS[name]!] = value;
    else throw new Error(`No place in the model for the result's «${name}»: ${JSON.stringify(value)}`);
  }
  return told;
}

/** Back again, for the comparison: everything the transcription said must come out of the model. */
export function readBack(content: Content): Transcribed {
  const [area] = content.area;
  const [source] = content.sources;
  return {
    municipality: area?.kind === "municipality" ? area.name : "",
    municipality_code: area?.kind === "municipality" ? area.code : "",
    from: content.period.from.said === "okänt" ? null : content.period.from.said,
    to: content.period.to?.said ?? null,
    signed: content.signedOn?.said ?? null,
    parties: content.parties.map(({ name }) => name),
    basis: content.basis,
    promises: content.pledges.map((pledge) => ({
      id: pledge.order,
      by: pledge.ownerSaid ?? Object.keys(OWNERS).find((name) => OWNERS[name] === pledge.owner)!,
      topic: pledge.theme,
      summary: pledge.activities[0]!.text,
      measure: measureBack(pledge.activities[0]!.target),
    })),
    review: content.review ?? null,
    followup: (content.toldResults ?? []).map((told) => ({
      ...omit(told, "results"),
      results: told.results.map(resultBack),
    })),
    note: content.note ?? null,
    url: source?.url ?? "",
  };
}

function measureBack(target: Target | undefined): Measure | null {
  if (target === undefined) return null;
  const rhythm =
    target.perText?.startsWith("every ") === true ? { target: "every", per: target.perText.slice(6) } : undefined;
  return {
    target: rhythm?.target ?? target.value ?? null,
    cmp: target.comparator === "at-least" ? ">=" : null,
    unit: target.unit ?? null,
    per:
      rhythm?.per ??
      target.perText ??
      (target.per === undefined ? null : Object.keys(PERS).find((name) => PERS[name] === target.per)!),
    places: target.perEntity?.count ?? target.places ?? null,
    time: target.time ?? null,
  };
}

function resultBack(result: Record<string, unknown>): Told {
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => {
      if (name === "qualifier") return ["approx", value === "approximately"];
      const back = Object.keys(FIELDS).find((field) => FIELDS[field] === name);
      return back === undefined ? [name, value] : [back, value];
    }),
  );
}

function omit<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _left, ...rest } = value;
  return rest;
}

/** Names of the model's fields that hold words and nothing that can be counted, compared or put in a calendar. */
const WORDS_ONLY = [
  "note",
  "review",
  "feedback",
  "perText",
  "placesBy",
  "condition",
  "season",
  "time",
  "ownerSaid",
  "situation",
  "equality",
  "agreement",
  "differs",
  "communicated",
  "status",
  "version",
];

/** What had to stand as free text, with where: the words of a promise and its basis are text by nature and are not listed. */
export function freeTextIn(content: Content): { readonly field: string; readonly text: string }[] {
  const found: { field: string; text: string }[] = [];
  const look = (value: unknown, name: string, inResults: boolean): void => {
    if (Array.isArray(value)) for (const one of value) look(one, name, inResults || name === "results");
    else if (typeof value === "object" && value !== null) {
      if ("said" in value && !("on" in value))
        found.push({ field: `${name} (ej i kalendern)`, text: String(value.said) });
      for (const [key, inner] of Object.entries(value)) look(inner, key, inResults || name === "results");
    } else if (WORDS_ONLY.includes(name) || (inResults && name === "text"))
      found.push({ field: name, text: String(value) });
  };
  look(content, "", false);
  return found;
}

/** Every single fact in something transcribed, as the way to it. */
export function factsIn(value: unknown, way: readonly (string | number)[] = []): (string | number)[][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one, place) => factsIn(one, [...way, place]));
  if (typeof value === "object") return Object.entries(value).flatMap(([key, one]) => factsIn(one, [...way, key]));
  return [[...way]];
}

/** The same with one fact changed: a word more, a number higher, yes for no. */
export function withFactChanged<T>(value: T, [step, ...rest]: readonly (string | number)[]): T {
  if (step === undefined) {
    if (typeof value === "number") return (value + 1) as T;
    return (typeof value === "boolean" ? !value : `${String(value)}×`) as T;
  }
  const changed = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string | number, unknown>;
  changed[step] = withFactChanged(changed[step], rest);
  return changed as T;
}
