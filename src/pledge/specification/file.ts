// The open specification of a medborgarlöfte (spec/medborgarlofte): a file with one or many, in JSON or as a table. The field is the one that is signed, so
// that what is handed out can be checked against what was signed.
import { z } from "zod";
import { contentField, type Content } from "../document.ts";
import { type Fault, faultOfIssue, shortened, valueAt, wayOf } from "./fault.ts";
import { type ReadFile, readTable } from "./table.ts";

export const FORMAT = "medborgarlofte";
/** A reader of 1.0 reads every 1.x: what a later one adds is left unread, and told. */
export const FORMAT_VERSION = "1.0";
export const MOST_DOCUMENTS = 20_000;

const fileField = z.object({
  format: z.literal(FORMAT),
  version: z.string().regex(/^1\.\d{1,4}$/),
  documents: z.array(contentField).min(1).max(MOST_DOCUMENTS),
});

/** Names the schema for good, and promises no address that somebody would have to keep up. */
const SCHEMA_ID = "urn:uuid:4f0d6b52-6e0f-5d0e-9a3c-1d2f6a0b7c10";

type Schema = { [name: string]: unknown };

/** The JSON Schema (2020-12) of the file, made of the same field as the program reads by. */
export function jsonSchema(): Schema {
  const made = z.toJSONSchema(fileField, { io: "input", target: "draft-2020-12" }) as Schema;
  const { $schema, ...rest } = clarified(made) as Schema;
  return {
    $schema,
    $id: SCHEMA_ID,
    title: `Medborgarlöfte ${FORMAT_VERSION}`,
    description:
      "En fil med ett eller flera medborgarlöften. Fälten förklaras i fields.md. / A file with one or more citizen promises. The fields are explained in fields.md.",
    ...rest,
  };
}

/** What the door holds to and JSON Schema does not say by itself: a text is more than blanks, a day is written as one; and no word that is only about programs. */
function clarified(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(clarified);
  if (typeof schema !== "object" || schema === null) return schema;
  const { readOnly: _readOnly, ...given } = schema as Schema;
  const inner = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, clarified(value)]));
  const properties = inner["properties"] as Record<string, Schema> | undefined;
  for (const [name, field] of Object.entries(properties ?? {}))
    if (DAYS.has(name) && field["type"] === "string") field["pattern"] = "^\\d{4}-\\d{2}-\\d{2}$";
  if (inner["type"] === "string" && inner["minLength"] === 1 && inner["pattern"] === undefined)
    inner["pattern"] = "\\S";
  return inner;
}
const DAYS = new Set(["on", "from", "to"]);

/** A file as JSON. A document of it, made canonical (RFC 8785), has the checksum of what was signed. */
export function writePromiseFile(documents: readonly Content[]): string {
  return `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, documents }, undefined, 2)}\n`;
}

/** Reads a file of the specification, whichever form it has. `newId` makes the ids that a table does not hold. */
export function readPromiseFile(bytes: Uint8Array, newId: () => string): ReadFile {
  const refused = (fault: Fault): ReadFile => ({ documents: [], faults: [fault], unknown: [] });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused({ kind: "not-utf8" });
  }
  return /^\s*[[{]/.test(text) ? readJson(text) : readTable(text, newId);
}

function readJson(text: string): ReadFile {
  const refused = (fault: Fault): ReadFile => ({ documents: [], faults: [fault], unknown: [] });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return refused({ kind: "not-json", read: error instanceof Error ? error.message.slice(0, 120) : "" });
  }
  if (valueAt(given, ["format"]) !== FORMAT) return refused({ kind: "not-this-format" });
  const version = valueAt(given, ["version"]);
  if (typeof version !== "string" || !/^1\.\d{1,4}$/.test(version))
    return refused({ kind: "other-version", read: shortened(version ?? "") });
  const read = fileField.safeParse(given);
  if (read.success) return { documents: read.data.documents, faults: [], unknown: unknownIn(given) };
  const faults = read.error.issues.map((issue): Fault => {
    const way = wayOf(issue.path);
    return { way, ...faultOfIssue(issue, valueAt(given, issue.path)) };
  });
  return { documents: [], faults, unknown: unknownIn(given) };
}

/** The fields that the format does not know, by name and each once: they are not read. */
function unknownIn(given: unknown): readonly string[] {
  const schema = jsonSchema();
  const found = new Set<string>();
  const look = (value: unknown, given_: Schema | undefined, way: string): void => {
    const here = shapeFor(value, given_, schema);
    if (here === undefined || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) look(one, here["items"] as Schema | undefined, way);
      return;
    }
    const properties = here["properties"] as Record<string, Schema> | undefined;
    if (properties === undefined) return;
    for (const [name, inner] of Object.entries(value)) {
      const at = way === "" ? name : `${way}.${name}`;
      // Files may name the schema they follow.
      if (!(name in properties)) {
        if (at !== "$schema") found.add(at);
      } else look(inner, properties[name], at);
    }
  };
  look(given, schema, "");
  return [...found].slice(0, 50);
}

/** The schema a value is held to: behind a reference, or the one of several that is of its kind. */
function shapeFor(value: unknown, schema: Schema | undefined, root: Schema): Schema | undefined {
  const reference = schema?.["$ref"];
  if (typeof reference === "string")
    return valueAt(root, reference.replace(/^#\//, "").split("/")) as Schema | undefined;
  const several = schema?.["oneOf"] as readonly Schema[] | undefined;
  if (several === undefined) return schema;
  return several.find((one) => valueAt(one, ["properties", "kind", "const"]) === valueAt(value, ["kind"]));
}
