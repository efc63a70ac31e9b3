import { describe, expect, test } from "vitest";
import { mappingField } from "../mapping.ts";
import { readyFor } from "../ready-mapping.ts";
import { draftFor, mappingOf } from "./mapping-draft.ts";

const draft = (heading: string, ...rows: string[]) =>
  draftFor({ heading: heading.split(";"), rows: rows.map((row) => row.split(";")) }, undefined);

describe("a form for which column is what", () => {
  test.each<[heading: string, row: string, time: string, kind: string, format: string]>([
    ["Datum;Plats", "2026-11-24;Åmot", "Datum", "day", "yyyy-MM-dd"],
    ["Datum;Plats", "2026-11-24 18:30;Åmot", "Datum", "instant", "iso"],
    ["Inkom;Typ", "24/11/2026 18:30;x", "Inkom", "instant", "dd/MM/yyyy HH:mm"],
    ["Datum;Typ", "11/24/2026;x", "Datum", "day", "MM/dd/yyyy"],
    ["Datum;Typ", "20261124;x", "Datum", "day", "yyyyMMdd"],
    ["Månad;Typ", "2026-11;x", "Månad", "month", "yyyy-MM"],
    ["Typ;Anmält", "x;2026-11-24 18.30", "Anmält", "instant", "yyyy-MM-dd HH.mm"],
    ["Dagtyp;Skapad", "vardag;2026-11-24", "Skapad", "day", "yyyy-MM-dd"],
  ])("guesses from %s with %s", (heading, row, time, timeKind, format) => {
    expect(draft(heading, row)).toMatchObject({ time, timeKind, format });
  });

  test("finds coordinates, the kind, the text and the row's own number by their names", () => {
    expect(draft("Ärendenummer;Longitud;Latitud;Ärendetyp;Beskrivning", "1;16,7;60,9;Hål;x")).toMatchObject({
      foreignId: "Ärendenummer",
      placeKind: "position",
      lon: "Longitud",
      lat: "Latitud",
      category: "Ärendetyp",
      text: "Beskrivning",
      time: "",
    });
  });

  test("gives back the mapping it was given, also what it has no field for", () => {
    const heading =
      "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";
    const street = readyFor(heading.split(","))!.mapping;
    expect(mappingOf(draftFor({ heading: heading.split(","), rows: [] }, street))).toEqual(street);
    const mapping = mappingField.parse({
      foreignId: "nr",
      time: { kind: "day", column: "dag", format: "yyyy-MM-dd", hourColumn: "timme", zone: "UTC" },
      place: { kind: "position", lon: "x", lat: "y", accuracyMetres: 250 },
      category: { column: "typ" },
      text: ["a", "b"],
      separator: ";",
      encoding: "windows-1252",
    });
    expect(
      mappingOf(draftFor({ heading: ["nr", "dag", "timme", "x", "y", "typ", "a", "b"], rows: [] }, mapping)),
    ).toEqual(mapping);
  });
});
