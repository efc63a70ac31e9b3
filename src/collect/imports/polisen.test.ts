import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "../../ground/time.ts";
import { piecesOf } from "./bytes.ts";
import { importAll } from "./importer.ts";
import { categoryOf, fetchedAt, readIncident, readPublication, readTitleTime, waitUntil } from "./polisen.ts";
import { readPolisenFile } from "./polisen-file.ts";

const item = (more: Readonly<Record<string, unknown>> = {}) => ({
  id: 410691,
  datetime: "2023-03-21 7:19:33 +01:00",
  name: "21 mars 03:37, Stöld/inbrott, Gävle",
  summary: "Inbrott i containrar.",
  url: "/aktuellt/handelser/2023/mars/21/",
  type: "Stöld/inbrott",
  location: { gps: "60.67488,17.141273", name: "Gävle" },
  ...more,
});
const read = (more?: Readonly<Record<string, unknown>>) => readIncident(item(more), 1);

describe("an event of the police", () => {
  test("happened when the title says and was published when `datetime` says", () => {
    expect(read().incident).toMatchObject({
      foreignId: "410691",
      category: "theft.burglary",
      when: { kind: "instant", at: "2023-03-21T02:37:00.000Z" },
      publishedAt: "2023-03-21T06:19:33.000Z",
      text: "Inbrott i containrar.",
      bundle: false,
    });
  });

  test.each([
    ["by location", { location: { name: "Gävle", gps: "60.6,17.1" } }, { kind: "municipality", code: "2180" }],
    [
      "at the end of the title since the location is always a county",
      { location: { name: "Gävleborgs län", gps: "61.3,16.1" }, name: "21 mars 03.37, Brand, Ockelbo" },
      { kind: "municipality", code: "2101", name: "Ockelbo" },
    ],
    [
      "in whatever letters",
      { location: { name: "Stockholms län" }, name: "21 mars 03.37, Brand, Upplands väsby" },
      { kind: "municipality", code: "0114", name: "Upplands Väsby" },
    ],
    [
      "the county when nothing says more",
      { location: { name: "Gävleborgs län" }, name: "21 mars 03.37, Brand" },
      { kind: "county", code: "21" },
    ],
    [
      "the county when the municipality of the title lies in another",
      { location: { name: "Gävleborgs län" }, name: "21 mars 03.37, Brand, Malmö" },
      { kind: "county", code: "21" },
    ],
    [
      "unknown by its own name",
      { location: { name: "Nordsjön" }, name: "21 mars 03.37, Brand, Nordsjön" },
      { kind: "unknown", name: "Nordsjön" },
    ],
  ])("has its place %s, never a position", (_name, more, place) =>
    expect(read(more).incident?.place).toMatchObject(place),
  );

  test.each([
    [
      "the year before for New Year's Eve",
      "31 december 22.44, Brand, Malmö",
      "2025-01-01 0:49:20 +01:00",
      "2024-12-31T21:44:00.000Z",
    ],
    ["a colon as in 2023", "01 april 12:05, Brand, Malmö", "2023-04-01 13:00:00 +02:00", "2023-04-01T10:05:00.000Z"],
    [
      "the hour that spring skips",
      "30 mars 02.30, Brand, Malmö",
      "2025-03-30 6:00:00 +02:00",
      "2025-03-30T01:30:00.000Z",
    ],
    ["a leap day", "29 februari 10.00, Brand, Malmö", "2024-03-01 8:00:00 +01:00", "2024-02-29T09:00:00.000Z"],
    [
      "a planned time after publication",
      "02 januari 08.00, Trafikkontroll, Malmö",
      "2023-12-31 9:00:00 +01:00",
      "2024-01-02T07:00:00.000Z",
    ],
  ])("%s", (_name, title, datetime, at) => expect(readTitleTime(title, readPublication(datetime)!)).toBe(at));

  test("a night summary is a bundle and no crime", () => {
    const { incident } = read({
      type: "Sammanfattning natt",
      name: "21 mars 06.00, Sammanfattning natt, Gävleborgs län",
    });
    expect(incident).toMatchObject({ bundle: true, category: "police.summary", precision: "day" });
  });

  test("hard blanks, entities and doubled blanks are cleaned", () =>
    expect(read({ summary: "  Trafikolycka\u00a0på  E4 &amp; rv 83&nbsp;" }).incident?.text).toBe(
      "Trafikolycka på E4 & rv 83",
    ));

  test("an item about a wanted or missing person is not kept", () =>
    expect(read({ type: "Försvunnen person" })).toEqual({ withheld: true, problems: [] }));

  test("a summary that points at somebody is not kept, the event is", () =>
    expect(read({ summary: "Tips till 070-123 45 67" }).incident?.text).toBe("Stöld/inbrott"));

  test.each([
    ["id", { id: "abc" }, "an-id"],
    ["datetime", { datetime: "igår" }, "a-publication-time"],
    ["datetime", { datetime: "2023-02-30 7:19:33 +01:00" }, "a-publication-time"],
    ["name", { name: "Inbrott i Gävle" }, "a-title-with-time"],
    ["name", { name: "32 mars 10.00, Brand, Gävle" }, "a-title-with-time"],
  ])("what stands in %s is told when it cannot be read", (column, more, expected) =>
    expect(read(more)).toMatchObject({ problems: [{ line: 1, column, expected }] }),
  );

  test("never throws, whatever comes", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ id: fc.nat(), datetime: fc.string(), name: fc.anything() })),
        (value) => {
          const { incident, withheld, problems } = readIncident(value, 1);
          expect(incident !== undefined || withheld === true || problems.length > 0).toBe(true);
        },
      ),
    );
  });

  test.each([
    ["Mord/dråp, försök", "violence.lethal"],
    ["Mordbrand", "vandalism.fire"],
    ["Trafikolycka, vilt", "traffic.accident"],
    ["Något nytt", "other.other"],
  ])("%s is %s", (type, category) => expect(categoryOf(type)).toBe(category));
});

describe("a file of police events", () => {
  const readAll = (text: string | Uint8Array) =>
    importAll(readPolisenFile(piecesOf(typeof text === "string" ? new TextEncoder().encode(text) : text), undefined), {
      prepare: (incident) => incident,
      land: async (batch) => ({ added: batch.length, changed: 0 }),
    });

  test("may be an answer or one item a line", async () => {
    expect(await readAll(JSON.stringify([item(), item({ id: 2 })]))).toMatchObject({ read: 2, added: 2 });
    expect(await readAll(`${JSON.stringify(item())}\n\n${JSON.stringify(item({ id: 2 }))}`)).toMatchObject({
      read: 2,
      added: 2,
    });
  });
  test("an empty answer is nothing, and no fault", async () =>
    expect(await readAll("")).toMatchObject({ read: 0, unreadable: 0, problems: [] }));
  test("a broken line does not stop the others", async () =>
    expect(await readAll(`${JSON.stringify(item())}\n{"id": 1,\n${JSON.stringify(item({ id: 2 }))}\n`)).toMatchObject({
      read: 3,
      added: 2,
      unreadable: 1,
      problems: [{ line: 2, expected: "an-object" }],
    }));
  test("an answer that was cut off is told, and nothing of it read", async () =>
    expect(await readAll(JSON.stringify([item()]).slice(0, -20))).toMatchObject({
      read: 1,
      unreadable: 1,
      problems: [{ expected: "a-list-of-events" }],
    }));
  test("its name tells when it was fetched", () => {
    expect(fetchedAt("20231018T082521Z.json.gz")).toBe("2023-10-18T08:25:21.000Z");
    expect(fetchedAt("events.json")).toBeUndefined();
  });
});

describe("the police's pace", () => {
  const at = "2026-01-01T12:00:00.000Z" as Instant;
  const ago = (seconds: number) => new Date(Date.parse(at) - seconds * 1000).toISOString() as Instant;
  test("ten seconds between calls", () => {
    expect(waitUntil([ago(4)], at)).toBe("2026-01-01T12:00:06.000Z");
    expect(waitUntil([ago(10)], at)).toBeUndefined();
  });
  test("sixty calls an hour", () => {
    const asked = Array.from({ length: 60 }, (_, index) => ago(3590 - index * 50));
    expect(waitUntil(asked, at)).toBe("2026-01-01T12:00:10.000Z");
  });
});
