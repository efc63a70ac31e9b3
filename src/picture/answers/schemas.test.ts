import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { chanceOf } from "../engine/numbers/random.ts";
import { dayWritten } from "../columns/local-time.ts";
import { areaScan, areaScanAnswer } from "./area-scan.ts";
import { clusterAnswer, densityAnswer, hierarchicalClusterAnswer, hotspotAnswer } from "./concentrated.ts";
import { countAnswer, rateAnswer } from "./counted.ts";
import { effectAnswer, powerAnswer, seriesAnswer, staggeredAnswer, surveyPowerAnswer } from "./effect.ts";
import { askScan, knoxAnswer, scanAnswer } from "./emerging.ts";
import { type EventTable, readEvents } from "./event-table.ts";
import { outbreakAnswer } from "./expected.ts";
import { noisedAnswer } from "./noised.ts";
import { type AnswerName, ANSWER_NAMES, answerJsonSchema, answerSchemas } from "./schemas.ts";
import { suppressAnswer } from "./shown.ts";

const chance = chanceOf(3, 0);
const kinds = ["klotter", "buller"];
/** Four years of events at sixty places, more of them in summer. */
const rows = Array.from({ length: 1500 }, (_, i) => ({
  line: i + 2,
  cells: {
    x: String(chance.below(6) * 300 + (chance.below(2) === 0 ? 0 : chance.below(50))),
    y: String(chance.below(10) * 300),
    day: dayWritten(15_000 + chance.below(1461)),
    what: kinds[chance.below(2)]!,
  },
}));
const many = readEvents(rows, { x: "x", y: "y", time: "day", category: "what" });
const one = readEvents(rows.slice(0, 1), { x: "x", y: "y", time: "day", category: "what" });
const nothing = readEvents([], {});
const area = { west: 0, east: 1500, south: 0, north: 3000, inside: (x: number, y: number) => x > 0 && y > 0 };
const people = new Map([
  ["klotter", 3000],
  ["buller", 200],
  ["annat", 100],
]);
const areas = {
  codes: [...people.keys()],
  people: [...people.values()],
  positions: { on: "earth" as const, x: [16, 16.1, 16.2], y: [60, 60, 60] },
};

/** Every way to ask of events. */
const questions: readonly (readonly [AnswerName, (events: EventTable) => object])[] = [
  ["count", (events) => countAnswer(events)],
  ["rate", (events) => rateAnswer(events, people)],
  [
    "rate",
    (events) => rateAnswer(events, people, { neighbours: new Map([["klotter", ["buller"]]]), sources: ["källan"] }),
  ],
  ["hotspot", (events) => hotspotAnswer(events, 300)],
  ["hotspot", (events) => hotspotAnswer(events, 300, area, { draws: 99, seed: 1 })],
  ["kde", (events) => densityAnswer(events)],
  ["kde", (events) => densityAnswer(events, 200, area)],
  ["cluster", (events) => clusterAnswer(events, 100, 5)],
  ["cluster", (events) => hierarchicalClusterAnswer(events, 5)],
  ["scan", (events) => scanAnswer(events, { radiusMetres: 700, days: 7, replicates: 9, seed: 1 })],
  [
    "scan",
    (events) =>
      scanAnswer(events, {
        radiusMetres: 700,
        days: 7,
        replicates: 9,
        seed: 1,
        category: "klotter",
        windows: "spatial",
      }),
  ],
  [
    "scan",
    (events) => {
      const wish = {
        model: "poisson",
        windows: "space-time",
        days: 30,
        replicates: 9,
        seed: 1,
        radiusMetres: 6000,
      } as const;
      const question = areaScan(events, areas, wish);
      return areaScanAnswer(events, areas, wish, question && askScan(question));
    },
  ],
  ["knox", (events) => knoxAnswer(events, { distances: [0, 100, 400], days: [0, 7, 14], replicates: 9, seed: 1 })],
  ["outbreak", (events) => outbreakAnswer(events)],
  ["outbreak", (events) => outbreakAnswer(events, { method: "farrington" })],
  ["outbreak", (events) => outbreakAnswer(events, { method: "ears" })],
];
const counts = Array.from({ length: 48 }, (_, i) => 20 + (i % 12) + (i >= 30 ? -5 : 0));
const places = Array.from({ length: 14 }, (_, i) => ({
  firstTreated: i < 7 ? 2 : undefined,
  outcomes: [i, i + 1, i + (i < 7 ? -2 : 2)],
}));
const divisions = [{ column: "what" }, { column: "y" }];
/** And of what is no events. */
const others: readonly (readonly [AnswerName, () => object])[] = [
  ["effect", () => effectAnswer({ treated: { before: 207, after: 110 }, comparison: { before: 308, after: 318 } })],
  [
    "effect",
    () =>
      effectAnswer({
        treated: { before: 0, after: 0 },
        comparison: [
          { before: 0, after: 4 },
          { before: 2, after: 1 },
        ],
        surrounding: { before: 1, after: 0 },
      }),
  ],
  [
    "effect-series",
    () => seriesAnswer({ counts, firstAfter: 30, timesPerYear: 12, harmonicPairs: 2, slopeChange: true }),
  ],
  ["effect-series", () => seriesAnswer({ counts: [1, 2, 0], firstAfter: 1, timesPerYear: 12 })],
  ["effect-staggered", () => staggeredAnswer([0, 1, 2], places)],
  ["effect-staggered", () => staggeredAnswer([0, 1], [])],
  ["power", () => powerAnswer({ baseline: 40, comparison: 10 })],
  ["power", () => powerAnswer({ baseline: 2, comparison: 10 })],
  ["power-survey", () => surveyPowerAnswer({ share: 0.1, perRound: 60 })],
  ["suppress", () => suppressAnswer(rows, { divisions, threshold: { fewest: 70, zeros: "shown" } })],
  ["cell-key", () => noisedAnswer(rows, divisions, () => 0.3, { most: 3, variance: 1 })],
];

const asJson = (answer: object): unknown => JSON.parse(JSON.stringify(answer));

describe("an answer's schema", () => {
  test.each(questions)("of %s holds for many events, for one and for none", (name, ask) => {
    for (const events of [many, one, nothing])
      expect(answerSchemas[name].safeParse(asJson(ask(events))).error).toBeUndefined();
  });
  test.each(others)("of %s holds", (name, ask) => {
    expect(answerSchemas[name].safeParse(asJson(ask())).error).toBeUndefined();
  });

  test("refuses what it does not name, at every depth", () => {
    const answer = asJson(countAnswer(many)) as Record<string, unknown>;
    expect(answerSchemas.count.safeParse({ ...answer, more: 1 }).success).toBe(false);
    expect(
      answerSchemas.count.safeParse({ ...answer, total: { ...(answer["total"] as object), more: 1 } }).success,
    ).toBe(false);
  });

  test.each(ANSWER_NAMES)("of %s is a JSON Schema, and the page names every field of it", (name) => {
    const schema = answerJsonSchema(name) as {
      $schema: string;
      properties: Record<string, unknown>;
      additionalProperties: boolean;
    };
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.additionalProperties).toBe(false);
    const page = readFileSync(new URL("../../../docs/picture.md", import.meta.url), "utf8");
    for (const field of Object.keys(schema.properties)) expect(page, `${name}: ${field}`).toContain(`\`${field}\``);
  });
});
