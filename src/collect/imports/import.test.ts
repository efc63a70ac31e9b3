import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, must, PARTNERSHIP, why } from "../../../test/people.ts";
import { no, yes } from "../../ground/result.ts";
import { importFile, type Importing, type NewImport } from "./import.ts";
import { mappingField } from "./mapping.ts";
import type { Peeked } from "./table.ts";
import type { Source } from "../source.ts";

const headed = (heading: readonly string[]) => yes({ heading, rows: [] } as unknown as Peeked);
const peeked = headed(["när", "vad"]);
const mapping = mappingField.parse({
  time: { kind: "day", column: "när", format: "yyyy-MM-dd" },
  place: { kind: "none" },
  category: { column: "vad" },
});
const csv: NewImport = { kind: "csv", fileName: "fel.csv", mapping, sourceName: "Felanmälan 2025" };
const state: Importing = { partnershipId: PARTNERSHIP, source: undefined, slugs: [], isBeingUndone: false, peeked };
const begins = (more: Partial<NewImport>, where: Partial<Importing> = {}) =>
  importFile.decide({ ...csv, ...more }, { ...state, ...where }, by(amina));
const theirs = { id: "s", ownerOrganisationId: "police" } as Source;

describe("reading a file in", () => {
  test("goes into the chosen source, or a new one whose caveat says that nobody has described it", () => {
    expect(must(begins({}, { source: theirs }))).toEqual({ source: theirs, isNewSource: false });
    expect(must(begins({}))).toMatchObject({
      isNewSource: true,
      source: {
        slug: "felanmalan-2025",
        kind: "event-file",
        reliability: "unknown",
        ownerOrganisationId: "municipality",
      },
    });
  });

  test("waits while an earlier one into the same source is being taken back", () =>
    expect(why(begins({}, { source: theirs, isBeingUndone: true }))).toBe("source-is-being-undone"));

  test("of the police's events makes their source the first time", () =>
    expect(must(begins({ kind: "polisen", mapping: undefined, sourceName: undefined }))).toMatchObject({
      isNewSource: true,
      source: { slug: "polisens-handelser", secrecyClass: "public" },
    }));

  test.each<[string, string | undefined, string]>([
    ["needs a source, chosen or named", why(begins({ sourceName: " " })), "source-needed"],
    ["needs to know which column is what", why(begins({ mapping: undefined })), "mapping-needed"],
    ["needs something to read", why(begins({}, { peeked: undefined })), "file-is-empty"],
    ["needs the columns it was told of", why(begins({}, { peeked: headed(["när"]) })), "column-missing"],
    ["needs a file that opens", why(begins({}, { peeked: no("workbook-is-broken") })), "workbook-is-broken"],
    ["needs a table", why(begins({}, { peeked: headed(["PK\u0003\u0004"]) })), "not-a-table"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("is for those who collect, into sources of their own organisation", () => {
    expect(importFile.may(amina, csv, state)).toBeUndefined();
    expect(importFile.may(amina, csv, { ...state, source: theirs })?.why).toBe("not-yours");
    expect(importFile.may(johan, csv, { ...state, source: theirs })).toBeUndefined();
    expect(importFile.may(ingrid, csv, state)?.why).toBe("not-yours");
  });
});
