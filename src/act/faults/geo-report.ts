// Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2) as the municipality's fault-reporting system speaks it. Its spellings stop here: what is a «service» there is a fault type with us, a
// «service_request_id» a case number, a «token» a ticket. What cannot be read is undefined, and never taken for an answer.
import { SaxesParser } from "saxes";
import type { Position } from "../../ground/place.ts";
import { keepable } from "../../ground/keepable.ts";
import { type Instant, instantOf, millisecondsOf } from "../../ground/time.ts";

export const FORMATS = ["json", "xml"] as const;
export type Format = (typeof FORMATS)[number];

/** followed: it can be sent and looked for again. */
export const WAYS = ["followed", "asks-more", "never-answers"] as const;
export type FaultType = {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly note: string;
  readonly way: (typeof WAYS)[number];
};
/** `askedOf`: what else is asked about it stands in a definition of its own. */
export type TypeRead = FaultType & { readonly askedOf: boolean };

export type Filed = { readonly caseNumber: string } | { readonly ticket: string };
export type CaseStatus = { readonly closed: boolean; readonly note: string; readonly changedAt: Instant | undefined };

/** Where it is spoken to. */
export type Spoken = { readonly address: string; readonly jurisdiction: string; readonly format: Format };

const at = ({ address, jurisdiction, format }: Spoken, path: string, asked: Readonly<Record<string, string>> = {}) => {
  const query = new URLSearchParams({ ...(jurisdiction === "" ? {} : { jurisdiction_id: jurisdiction }), ...asked });
  return `${address.replace(/\/+$/, "")}/${path}.${format}${query.size === 0 ? "" : `?${query.toString()}`}`;
};
export const typesAddress = (spoken: Spoken) => at(spoken, "services");
export const typeAddress = (spoken: Spoken, code: string) => at(spoken, `services/${encodeURIComponent(code)}`);
export const ticketAddress = (spoken: Spoken, ticket: string) => at(spoken, `tokens/${encodeURIComponent(ticket)}`);
export const casesAddress = (spoken: Spoken, numbers: readonly string[]) =>
  at(spoken, "requests", { service_request_id: numbers.join(",") });
/** What is sent says whose it is in its body. */
export const filingAddress = (spoken: Spoken) => at({ ...spoken, jurisdiction: "" }, "requests");

export type Filing = {
  readonly key: string;
  readonly jurisdiction: string;
  readonly code: string;
  readonly text: string;
  readonly place: string;
  readonly position: Position | undefined;
};

/** Nothing of whoever sends it: no name, address, telephone, device or account, though there are fields for all of them. */
export function formOf({ key, jurisdiction, code, text, place, position }: Filing): string {
  return new URLSearchParams({
    ...(key === "" ? {} : { api_key: key }),
    ...(jurisdiction === "" ? {} : { jurisdiction_id: jurisdiction }),
    service_code: code,
    ...(position === undefined ? {} : { lat: String(position[1]), long: String(position[0]) }),
    ...(place === "" ? {} : { address_string: place }),
    description: text,
  }).toString();
}

/** A list of these, each flat: what is not text in it is left out. */
type Plain = Readonly<Record<string, string>>;
type Read = { readonly plain: Plain; readonly lists: Readonly<Record<string, readonly Plain[]>> };

function plainOf(value: unknown): string | undefined {
  if (typeof value === "string") return keepable(value.trim());
  if (typeof value === "boolean") return String(value);
  // A number that has lost its last digits is another one.
  if (typeof value === "number" && (Number.isSafeInteger(value) || !Number.isInteger(value))) return String(value);
  return undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** More than anybody has to tell: an answer with so much in it is not read. */
const MOST_NODES = 20_000;
const wrong = (): never => {
  throw new Error("not an answer that is read here");
};
const counted = () => {
  let left = MOST_NODES;
  return (more = 1) => {
    left -= more;
    if (left < 0) wrong();
  };
};
type Count = ReturnType<typeof counted>;

function recordOf(value: Readonly<Record<string, unknown>>, count: Count): Read {
  const plain: Record<string, string> = {};
  const lists: Record<string, readonly Plain[]> = {};
  for (const [name, inner] of Object.entries(value)) {
    count();
    const said = plainOf(inner);
    if (said !== undefined) plain[name] = said;
    if (Array.isArray(inner)) lists[name] = recordsIn(inner, count).map(({ plain: one }) => one);
  }
  return { plain, lists };
}

function recordsIn(rows: readonly unknown[], count: Count): readonly Read[] {
  count(rows.length);
  return rows.filter(isRecord).map((one) => recordOf(one, count));
}

function jsonIn(text: string): readonly Read[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const count = counted();
    if (Array.isArray(value)) return recordsIn(value, count);
    return isRecord(value) ? [recordOf(value, count)] : undefined;
  } catch {
    return undefined;
  }
}

type Node = { readonly name: string; readonly children: Node[]; text: string };
const MOST_DEPTH = 12;

/** No document type is let in: there is none in the standard, and whoever puts one there has something in mind. */
function treeOf(text: string): Node | undefined {
  const root: Node = { name: "", children: [], text: "" };
  const open = [root];
  const count = counted();
  const parser = new SaxesParser();
  parser.on("doctype", wrong);
  parser.on("error", wrong);
  parser.on("opentag", ({ name }) => {
    if (open.length > MOST_DEPTH) wrong();
    count();
    const node: Node = { name, children: [], text: "" };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => void open.pop());
  const said = (part: string) => void (open.at(-1)!.text += part);
  parser.on("text", said);
  parser.on("cdata", said);
  try {
    parser.write(text.replace(/^\uFEFF/, "")).close();
  } catch {
    return undefined;
  }
  return root.children[0];
}

const textOf = ({ text }: Node) => keepable(text.trim());

function readOf({ children }: Node): Read {
  const leaves = (node: Node) =>
    node.children.filter((one) => one.children.length === 0).map((one) => [one.name, textOf(one)] as const);
  const lists = children.filter((one) => one.children.length > 0);
  return {
    plain: Object.fromEntries(children.filter((one) => one.children.length === 0).map((o) => [o.name, textOf(o)])),
    lists: Object.fromEntries(
      lists.map((one) => [one.name, one.children.map((row) => Object.fromEntries(leaves(row)))]),
    ),
  };
}

/** One thing by itself is the root; several are in it. */
function xmlIn(text: string, single: string): readonly Read[] | undefined {
  const root = treeOf(text);
  if (root === undefined) return undefined;
  return root.name === single ? [readOf(root)] : root.children.map(readOf);
}

const readIn = (text: string, format: Format, single = "") => (format === "json" ? jsonIn(text) : xmlIn(text, single));

/** The key, as it is and as it is written in an address or a form, may be said again by whoever was shown it; both parties read what they say. */
function withoutKey(text: string, key: string): string {
  if (key === "") return text;
  const written = [
    key,
    encodeURIComponent(keepable(key)),
    new URLSearchParams({ key }).toString().slice("key=".length),
  ];
  const forms = [...written, ...written.map((form) => form.replaceAll(/%[\dA-F]{2}/g, (one) => one.toLowerCase()))];
  // The longest first: of a key with one sign in it the rest would be left.
  return forms
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, form) => left.replaceAll(form, "«…»"), text);
}

const MOST_TYPES = 500;
/** Cut where a letter of two halves stands, it has half a letter at its end. */
const short = (text: string | undefined, most: number) => keepable((text ?? "").slice(0, most));

/** A letter of it was none. */
const isMarked = (text: string) => text.includes("\ufffd");

/** None of them is a list that cannot be chosen from: then it is something else that was answered. */
export function readTypes(text: string, format: Format): readonly TypeRead[] | undefined {
  const types = readIn(text, format)?.flatMap(({ plain }): TypeRead[] => {
    const { service_code: code = "", service_name: name = "" } = plain;
    if (code === "" || code.length > 200 || isMarked(code)) return [];
    return [
      {
        code,
        name: short(name === "" ? code : name, 200),
        group: short(plain["group"], 100),
        note: short(plain["description"], 500),
        way: plain["type"]?.toLowerCase() === "blackbox" ? "never-answers" : "followed",
        askedOf: plain["metadata"]?.toLowerCase() === "true",
      },
    ];
  });
  return types === undefined || types.length === 0 ? undefined : types.slice(0, MOST_TYPES);
}

/** Whether something has to be answered that is not asked for here. */
export function readAsksMore(text: string, format: Format): boolean | undefined {
  const [definition] = readIn(text, format, "service_definition") ?? [];
  if (definition?.plain["service_code"] === undefined) return undefined;
  return (definition.lists["attributes"] ?? []).some(
    ({ required, variable }) => required?.toLowerCase() === "true" && variable?.toLowerCase() !== "false",
  );
}

/** A number that can stand in a list of them, and in an address. */
export function isCaseNumber(said: string): boolean {
  return /^[^\s,\p{C}]{1,100}$/u.test(said) && !isMarked(said);
}

export function readFiled(text: string, format: Format): Filed | undefined {
  const [first] = readIn(text, format) ?? [];
  const { service_request_id: caseNumber = "", token: ticket = "" } = first?.plain ?? {};
  if (isCaseNumber(caseNumber)) return { caseNumber };
  return isCaseNumber(ticket) ? { ticket } : undefined;
}

const DAY = 86_400_000;
const FIRST_MOMENT = Date.UTC(2000, 0);
/** A moment before there were such systems, or that has not come, is none. */
function momentIn(said: string | undefined, now: Instant): Instant | undefined {
  const when = Date.parse(said ?? "");
  return when >= FIRST_MOMENT && when <= millisecondsOf(now) + DAY ? instantOf(when) : undefined;
}

/** By case number; what says neither open nor closed is not there. */
export function readStatuses(
  text: string,
  format: Format,
  { now, key }: { readonly now: Instant; readonly key: string },
): ReadonlyMap<string, CaseStatus> | undefined {
  const read = readIn(text, format);
  return (
    read &&
    new Map(
      read.flatMap(({ plain }) => {
        const {
          service_request_id: number = "",
          status = "",
          status_notes: note = "",
          updated_datetime: changed,
        } = plain;
        const word = status.toLowerCase();
        if (!isCaseNumber(number) || (word !== "open" && word !== "closed")) return [];
        const changedAt = momentIn(changed, now);
        return [[number, { closed: word === "closed", note: short(withoutKey(note, key), 1000), changedAt }] as const];
      }),
    )
  );
}

/** What they say is wrong, as they say it. */
export function readErrors(text: string, format: Format, key: string): string {
  const said = (readIn(text, format) ?? []).map(({ plain }) => plain["description"] ?? "").filter(Boolean);
  return short(withoutKey(said.join(" "), key), 500);
}
