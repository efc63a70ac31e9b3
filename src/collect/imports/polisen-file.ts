// A file of police events: an answer of the API (a JSON list), or one item a line (ndjson). Both are known by how they begin.
import type { Instant } from "../../ground/time.ts";
import { isKeepable } from "../../ground/keepable.ts";
import { type Bytes, textOf, type Told, unpacked } from "./bytes.ts";
import { shown } from "./import-report.ts";
import type { Reading } from "./importer.ts";
import { readIncident } from "./polisen.ts";

/** Larger JSON lists are not the API's answers, which are 200 kB; ndjson may be any size. */
const LIST_LIMIT = 32 * 1024 * 1024;
/** Longer lines are no items, and are let go while they are read. */
const LINE_LIMIT = 1024 * 1024;

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
    list ??= text.trim() === "" ? undefined : text.trimStart().startsWith("[");
    if (list === true) {
      rest += text;
      if (rest.length > LIST_LIMIT) return yield cut(1);
      continue;
    }
    // Each piece is looked through once: what has not ended yet is only added to.
    for (const [place, part] of text.split("\n").entries()) {
      if (place > 0) {
        line += 1;
        if (rest.trim() !== "") yield readLine(rest, line, seenAt);
        rest = "";
      }
      if (rest.length <= LINE_LIMIT) rest += part;
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
  if (text.length > LINE_LIMIT)
    return { problems: [{ line, read: shown(text.trim()), expected: "a-row-no-longer-than-a-megabyte" }] };
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
    const value = JSON.parse(text) as unknown;
    return isKeepable(value) ? { value } : undefined;
  } catch {
    return undefined;
  }
}
