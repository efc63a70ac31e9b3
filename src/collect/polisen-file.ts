// A file of police events: an answer of the API (a JSON list), or one item a line (ndjson). Both are known by how they begin.
import type { Instant } from "../ground/time.ts";
import { type Bytes, textOf, type Told, unpacked } from "./bytes.ts";
import { shown } from "./import-report.ts";
import type { Reading } from "./importer.ts";
import { readIncident } from "./polisen.ts";

/** Larger JSON lists are not the API's answers, which are 200 kB; ndjson may be any size. */
const LIST_LIMIT = 32 * 1024 * 1024;

/** Reads the items of a file. `seenAt`: when it was fetched, where that is known. */
export async function* readPolisenFile(
  bytes: Bytes,
  seenAt: Instant | undefined,
  maxBytes?: number,
): AsyncIterable<Reading> {
  const told: Told = { whole: true, encoding: "utf-8" };
  let line = 0;
  let rest = "";
  let list: boolean | undefined;
  for await (const text of textOf(unpacked(bytes, told, maxBytes), told)) {
    rest += text;
    list ??= rest.trim() === "" ? undefined : rest.trimStart().startsWith("[");
    if (list === true) {
      if (rest.length > LIST_LIMIT) return yield cut(1);
      continue;
    }
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const one of lines) {
      line += 1;
      if (one.trim() !== "") yield readLine(one, line, seenAt);
    }
  }
  if (list === true) yield* readList(rest, seenAt);
  else if (rest.trim() !== "") yield readLine(rest, line + 1, seenAt);
  if (!told.whole) yield cut(line + 1);
}

function cut(line: number): Reading {
  return { problems: [{ line, read: "", expected: "a-whole-file" }] };
}

function readLine(text: string, line: number, seenAt: Instant | undefined): Reading {
  const item = parsed(text);
  return item === undefined
    ? { problems: [{ line, read: shown(text.trim()), expected: "an-object" }] }
    : readIncident(item.value, line, seenAt);
}

function* readList(text: string, seenAt: Instant | undefined): Iterable<Reading> {
  const items = parsed(text);
  if (items === undefined || !Array.isArray(items.value))
    return yield { problems: [{ line: 1, read: shown(text.trim().slice(-60)), expected: "a-list-of-events" }] };
  for (const [index, item] of items.value.entries()) yield readIncident(item, index + 1, seenAt);
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
