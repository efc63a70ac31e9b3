import { describe, expect, test } from "vitest";
import { coarseIn } from "../../test/coarse.ts";
import type { Day } from "../ground/time.ts";
import { disclose } from "./disclosure.ts";
import { heldBackIn } from "./held-back.ts";
import { heldBack } from "./open/datasets-held-back.ts";
import { rowsOf } from "./open/dataset.ts";
import type { RawSite } from "./site.ts";

const day = (text: string) => text as Day;

/** As much of a site as has numbers in it. */
function siteOf(few: number) {
  const raw = {
    slug: "ockelbo",
    name: "Ockelbo",
    example: true,
    parties: [],
    documents: [],
    current: [
      {
        slug: "1",
        seen: null,
        problems: [{ title: "Farten", evidence: [{ kind: "observation", pieces: few, voices: 60 }] }],
        activities: [
          {
            deviations: [],
            occasions: [
              {
                on: day("2026-01-02"),
                count: { value: 1, qualifier: "exact" },
                counted: "kontroll",
                outputs: [{ what: "förelägganden", heads: few, qualifier: "exact", depth: 0 }],
              },
            ],
          },
        ],
        indicators: [
          {
            name: "Trygg på kvällen",
            unit: "procent",
            column: "experience",
            measure: "share",
            readings: [
              { on: day("2026-01-03"), figure: { value: 50, low: null, high: null }, n: 6 * few, baseline: true },
            ],
          },
        ],
      },
    ],
    walks: [{ slug: "amot", title: "Åmot", walkers: few, rows: [], functions: [] }],
    dialogues: [
      {
        slug: "enkat",
        answered: few,
        themes: [
          {
            theme: "Ljuset i parken",
            category: "place.lighting",
            voices: few,
            qualifier: "exact",
            quote: "Mörkt.",
            dispute: null,
          },
        ],
      },
    ],
    roads: [{ slug: "vag", said: [{ kind: "speed", heads: few }], saidInAll: few, measurements: [], compared: null }],
    situations: [
      {
        adoptedOn: day("2026-01-04"),
        adoptedBy: "",
        registryNumber: "",
        chapters: [
          {
            chapter: "traffic",
            text: few === 3 ? "Anna Andersson, 070-123 45 67, såg det." : "Det var mörkt.",
            comments: [],
            figures: [
              {
                caption: "Sagt",
                kind: "question",
                figure: null,
                counted: 40 + few,
                parts: [
                  { name: "fart", heads: few },
                  { name: "ljus", heads: 40 },
                ],
                months: [],
                areas: [],
                cautions: [],
                warnings: [],
              },
            ],
          },
        ],
      },
    ],
    answers: [{ said: "Farten", voices: few, notes: few, reasons: [], on: day("2026-01-05"), pledge: null }],
    consultations: [],
    reports: [{ slug: "2026", disputes: { inAll: few, open: few } }],
  };
  return disclose(raw as unknown as RawSite);
}

describe("what is held back", () => {
  test("is every number that is not told as it is, each on its page, and what has no number at all", () => {
    const site = siteOf(3);
    const rows = heldBackIn(site);
    expect(rows.filter(({ reason }) => reason !== "thin" && reason !== "named")).toHaveLength(coarseIn(site));
    expect(rows.map(({ path, what, of, reason }) => [path, what, of.sv, reason])).toEqual(
      expect.arrayContaining([
        ["/lofte/1", "pieces", "Farten", "few"],
        ["/lofte/1", "figure", "Trygg på kvällen, 2026-01-03", "thin"],
        ["/vandring/amot", "walkers", "Åmot", "few"],
        ["/dialog/enkat", "voices", "Ljuset i parken", "few"],
        ["/vag/vag", "complaints", "sammanlagt", "beside"],
        ["/lagesbild/2026-01-04", "counted", "Sagt: fart", "beside"],
        ["/lagesbild/2026-01-04", "paragraph", "Trafik", "named"],
      ]),
    );
  });

  test("is what grows too, with the step it is told as", () => {
    const rows = heldBackIn(siteOf(60));
    expect(rows.filter(({ reason }) => reason === "few" || reason === "named")).toEqual([]);
    expect(rows.find(({ path }) => path === "/lofte/1")).toEqual({
      path: "/lofte/1",
      what: "pieces",
      of: { sv: "Farten", en: "Farten" },
      reason: "grows",
      shown: { as: "at-least", number: 60 },
    });
  });

  test("says of no number how many it was", () => {
    const told = [1, 2, 3, 4].map((few) =>
      JSON.stringify(heldBackIn(siteOf(few)).filter(({ reason }) => reason === "few")),
    );
    expect(new Set(told).size).toBe(1);
  });

  test("stands in open data row by row, with an id of its own each and the page it is on", () => {
    const rows = rowsOf(heldBack, [{ site: siteOf(3), codes: ["2101"], origin: "https://x.se" }]);
    expect(rows).toHaveLength(heldBackIn(siteOf(3)).length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.find(({ cells }) => cells["vad"] === "deltagare")?.cells).toMatchObject({
      galler: "Åmot",
      visas_som: "färre än",
      grans: 5,
      skal: "så få att någon kan kännas igen",
      kalla_url: "https://x.se/ockelbo/vandring/amot",
      exempel: true,
    });
  });
});
