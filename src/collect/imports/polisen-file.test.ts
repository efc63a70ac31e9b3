import { expect, test } from "vitest";
import { importAll } from "./importer.ts";
import type { Imported } from "../observation.ts";
import { readPolisenFile } from "./polisen-file.ts";

const item = (id: number, more: object = {}) =>
  JSON.stringify({
    id,
    datetime: "2026-11-20 9:19:33 +01:00",
    name: "20 november 03.37, Brand, Ockelbo",
    summary: "Brand i container.",
    url: "/x",
    type: "Brand",
    location: { name: "Gävleborgs län", gps: "61.3,16.1" },
    ...more,
  });

/** The file a piece at a time, as it comes over the network. */
async function* pieces(text: string): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}

async function read(text: string) {
  const landed: Imported[] = [];
  const report = await importAll(readPolisenFile(pieces(text), undefined), {
    prepare: (incident) => incident,
    land: async (batch) => {
      landed.push(...batch);
      return { added: batch.length, changed: 0 };
    },
  });
  return { ids: landed.map(({ foreignId }) => foreignId), report };
}

test(
  "a line without end is let go while it is read, told, and takes nothing with it",
  { timeout: 10_000 },
  async () => {
    const { ids, report } = await read(`${item(1)}\n${"a".repeat(100 * 1024 * 1024)}\n${item(3)}`);
    expect(ids).toEqual(["1", "3"]);
    expect(report).toMatchObject({
      read: 3,
      unreadable: 1,
      problems: [{ line: 2, expected: "a-row-no-longer-than-a-megabyte" }],
    });
  },
);

test("nothing but blanks is no work", { timeout: 10_000 }, async () => {
  expect((await read(" ".repeat(60 * 1024 * 1024))).report).toMatchObject({ read: 0, unreadable: 0 });
  expect((await read(`${"\n".repeat(300_000)}[${item(1)}]`)).ids).toEqual(["1"]);
});

test("a line nested without end, and one no database can hold, are told and the rest is read", async () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  const { ids, report } = await read(
    [
      item(1),
      item(2).replace('"/x"', deep),
      item(3, { summary: "a\0b\ud800" }),
      item(4).replace("4", deep),
      deep,
      item(6),
    ].join("\n"),
  );
  expect(ids.filter((id) => id !== "3")).toEqual(["1", "6"]);
  expect(report.read).toBe(6);
  expect(JSON.stringify(report)).not.toMatch(/\\u0000|\\ud800/);
});

test("names that mean something to the language are only names", async () => {
  const { ids } = await read(
    item(1).replace('"url"', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"url"'),
  );
  expect(ids).toEqual(["1"]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
