import { describe, expect, test } from "vitest";
import type { Attested, Series } from "../collect/series/series.ts";
import type { TrafficMeasurement } from "../collect/traffic/measured.ts";
import type { Day, Instant } from "../ground/time.ts";
import { type Answer, ofRoad, ofSeries } from "./detectable.ts";
import { detectableField, expectedAfter, type Found, isOutOfSight, tellsNoHandful } from "./found.ts";
import { detectableSaid, nothingToGoBy } from "./detectable-words.ts";

const day = (text: string) => text as Day;
const found = (part: Partial<Found>): Found => ({
  kind: "events",
  of: "kategori=trafik",
  name: "Trafik, Åmot",
  unit: "händelser",
  from: day("2025-01-01"),
  to: day("2025-12-31"),
  wanted: "down",
  months: 12,
  ...part,
});

describe("what is said of it", () => {
  test.each<[string, Found, string, string]>([
    [
      "a dozen",
      found({ before: 11, seenAt: 3, level: 1 }),
      "Ni har 11 händelser på ett år. De måste bli 3 eller färre på ett år för att skillnaden ska synas. Sikta på 1 eller färre: då syns det i åtta fall av tio.",
      "You have 11 events in a year. They must become 3 or fewer in a year for the difference to be seen. Aim for 1 or fewer: then it is seen eight times of ten.",
    ],
    [
      "so few that they must all go",
      found({ before: 6, seenAt: 0, level: 0, to: day("2025-06-30"), months: 6 }),
      "Ni har 6 händelser på 6 månader. Bara om de upphör helt kan skillnaden synas, och då i åtta fall av tio.",
      "You have 6 events in 6 months. Only if they end altogether can the difference be seen, and then eight times of ten.",
    ],
    [
      "a handful",
      found({}),
      "Kan inte avgöras med de här siffrorna. Ni har för få händelser på ett år för att antalet ska kunna visas.",
      "Cannot be told with these figures. You have too few events in a year for the number to be shown.",
    ],
    [
      "too few beside another place",
      found({ before: 5, to: day("2025-03-15"), comparison: { name: "Lingbo" } }),
      "Kan inte avgöras med de här siffrorna. 5 händelser på 74 dygn är för få för att en ändring ska synas på ett år. Lingbo har för få att jämföra med.",
      "Cannot be told with these figures. 5 events in 74 days are too few for a change to be seen in a year. Lingbo has too few to compare with.",
    ],
    [
      "a road",
      found({ kind: "road", of: "14", unit: "km/h", before: 47.2, seenAt: 46, level: 45.2, n: 1234 }),
      "V85 är 47,2 km/h. Så stor måste skillnaden bli för att synas: V85 ned minst 2 km/h, till 45,2. En ny mätning med lika många fordon visar det då i åtta fall av tio.",
      "V85 is 47.2 km/h. So large must the difference be to be seen: V85 down at least 2 km/h, to 45.2. A new measurement of as many vehicles then shows it eight times of ten.",
    ],
  ])("%s", (_name, what, sv, en) => {
    expect(detectableSaid(what)).toEqual({ sv, en });
    expect(detectableField.parse(what)).toEqual(what);
  });

  test("never a percentage of a count, and what lacks something says what", () => {
    for (const before of [6, 11, 200])
      expect(detectableSaid(found({ before, seenAt: 3, level: 1 })).sv).not.toMatch(/procent|%/);
    for (const { sv, en } of Object.values(nothingToGoBy))
      expect([sv, en].every((text) => text.endsWith("."))).toBe(true);
  });
});

describe("whether a goal is out of sight", () => {
  const year = found({ before: 40, seenAt: 26, level: 20 });
  test.each<[string, Found, number | undefined, boolean]>([
    ["a goal that lies beyond what shows", year, 18, false],
    ["a goal that is what shows", year, 20, false],
    ["a goal that lies short of it", year, 30, true],
    ["no goal, and a halving shows", year, undefined, false],
    ["no goal, and only more than a halving shows", found({ before: 40, level: 19 }), undefined, true],
    ["nothing shows", found({ before: 5 }), 0, true],
    ["counted twice as long, twice as many are as few", found({ before: 40, level: 45, months: 24 }), undefined, false],
    ["upwards", found({ before: 40, level: 62, wanted: "up" }), 50, true],
    ["upwards, far enough", found({ before: 40, level: 62, wanted: "up" }), 70, false],
    ["upwards, only more than a doubling shows", found({ before: 10, level: 25, wanted: "up" }), undefined, true],
    ["a road without a goal", found({ kind: "road", before: 47, level: 45 }), undefined, false],
  ])("%s", (_name, what, goal, expected) => expect(isOutOfSight(what, goal)).toBe(expected));

  test("a handful is refused at the door", () => {
    for (const few of [found({ before: 4 }), found({ before: 9, comparison: { name: "Lingbo", before: 2 } })])
      expect(detectableField.safeParse(few).success).toBe(false);
    expect(detectableField.safeParse(found({ kind: "measured", before: 2.4 })).success).toBe(true);
  });

  test("a year after a leap year is as long, and so are months of any length", () => {
    expect(expectedAfter(found({ before: 12, from: day("2024-01-01"), to: day("2024-12-31") }))).toBe(12);
    expect(expectedAfter(found({ before: 12, months: 24 }))).toBe(24);
  });
});

const measured = (
  part: Partial<TrafficMeasurement>,
  v85: { value: number; low?: number; high?: number } | undefined,
): TrafficMeasurement => ({
  id: "1",
  fileName: "",
  fileHash: "",
  meterName: "",
  method: "radar",
  direction: "",
  odd: [],
  oddCount: 0,
  flags: [],
  summary: {
    n: 900,
    withSpeed: 900,
    over: [],
    limit: 40,
    kind: "vehicles",
    from: "2026-05-04T00:00:00.000Z" as Instant,
    to: "2026-05-10T20:00:00.000Z" as Instant,
    days: 7,
    hours: [],
    directions: [],
    longestGapHours: 0,
    ...(v85 && { v85 }),
  },
  ...part,
});
const road = (...measurements: TrafficMeasurement[]) => ({ number: 14, name: "Åmotsvägen", measurements });

describe("a road", () => {
  const own = measured({}, { value: 47, low: 46.5, high: 47.5 });
  const beside = measured({ comparisonRoad: "Bruksvägen" }, { value: 44, low: 43.4, high: 44.6 });

  // Half widths 0.5 and 0.5 must not touch: 1.0. Eight of ten: 1 + 0.8416 · √2 · 0.5 / 1.96 = 1.30.
  test("needs intervals that do not touch, as two measurements are compared", () => {
    const { found: told } = ofRoad(road(own), undefined, "down") as Answer;
    expect(told).toMatchObject({ before: 47, seenAt: 46, level: 45.6, n: 900, from: "2026-05-04", to: "2026-05-10" });
    expect((ofRoad(road(own), undefined, "up") as Answer).found).toMatchObject({ seenAt: 48, level: 48.4 });
  });

  test("beside a road where nothing is done needs more, and says which", () => {
    const { found: told } = ofRoad(road(own, beside), "bruksvägen", "down") as Answer;
    expect(told.comparison).toEqual({ name: "Bruksvägen", before: 44 });
    expect(told.level!).toBeLessThan(45.6);
  });

  test.each<[string, TrafficMeasurement[], string | undefined]>([
    ["not measured", [], undefined],
    ["measured only beside", [beside], undefined],
    [
      "taken back",
      [{ ...own, withdrawn: { at: "2026-06-01T00:00:00.000Z" as Instant, reason: "fel", threadState: "measured" } }],
      undefined,
    ],
    ["in a week off", [{ ...own, flags: [{ kind: "own-display" }] }], undefined],
    ["without an interval", [measured({}, { value: 47, low: 46 })], undefined],
    ["without that road beside", [own], "Bruksvägen"],
  ])("has nothing to start from: %s", (_name, measurements, comparison) => {
    expect(ofRoad(road(...measurements), comparison, "down")).toBe("no-measurement");
  });
});

const series = (unit: string, figures: readonly Partial<Attested>[]): Series & { attested: Attested[] } => ({
  id: "1",
  slug: "serie",
  sourceId: "1",
  key: "k",
  name: "Serien",
  unit,
  step: "year",
  area: { kind: "municipality", code: "2101", name: "Ockelbo" },
  sex: "all",
  partOf: undefined,
  caveat: "",
  licence: "",
  organisationId: "1",
  example: false,
  attested: figures.map(
    (figure, place) =>
      ({
        value: undefined,
        absent: undefined,
        mark: "",
        low: undefined,
        high: undefined,
        n: undefined,
        standing: "final",
        from: `${2018 + place}-01-01`,
        to: `${2018 + place}-12-31`,
        readingId: "r",
        readingNumber: 1,
        asOf: "2026-01-01",
        ...figure,
      }) as Attested,
  ),
});
const ask = (one: ReturnType<typeof series>, answers?: number, breaks: { on: Day }[] = []) =>
  ofSeries(one, breaks, { wanted: "down", answers });
const sv = (answer: ReturnType<typeof ask>) => (typeof answer === "string" ? answer : detectableSaid(answer.found).sv);

describe("a series", () => {
  test("of counts is judged by how its years have varied", () => {
    const even = ask(
      series(
        "antal",
        [40, 44, 38, 42, 40, 41, 40].map((value) => ({ value })),
      ),
    ) as Answer;
    const uneven = ask(
      series(
        "antal",
        [20, 64, 30, 62, 20, 61, 40].map((value) => ({ value })),
      ),
    ) as Answer;
    expect(even.found).toMatchObject({ kind: "count", before: 40 });
    expect(even.found).not.toHaveProperty("dispersion");
    expect(uneven.found.dispersion).toBeGreaterThan(5);
    expect(uneven.found.level ?? 0).toBeLessThan(even.found.level!);
    expect(sv(even)).toContain("Senaste siffran är 40.");
    expect(even.chances[0]).toEqual({ at: 0, tenths: 10 });
    expect(even.chances.at(-1)!.tenths).toBe(0);
  });

  test("a handful is not told, and cannot tell", () => {
    const few = ask(series("antal", [{ value: 3 }])) as Answer;
    expect(few.found).not.toHaveProperty("before");
    expect(few.chances).toEqual([]);
    expect(sv(few)).toBe("Kan inte avgöras med de här siffrorna. Så små antal ändrar slumpen ensam lika mycket.");
  });

  test("of shares needs to know how many answered", () => {
    expect(sv(ask(series("procent", [{ value: 50 }])))).toBe("answers-not-known");
    expect(sv(ask(series("procent", [{ value: 50 }]), 388))).toMatch(
      /^Andelen är 50 procent. Den måste ned till (39,9|40) procent/,
    );
    expect(sv(ask(series("procent", [{ value: 50, n: 20 }])))).toBe(
      "Kan inte avgöras med de här siffrorna. 20 svar är för få: en andel behöver minst 30.",
    );
    expect(sv(ask(series("procent", [{ value: 10, n: 40 }])))).toBe(
      "Kan inte avgöras med de här siffrorna. Med så få svar syns ingen ändring, hur stor den än är.",
    );
    expect(sv(ask(series("andel", [{ value: 50, low: 45, high: 55 }])))).toContain("Den måste ned till");
  });

  test("measured with an interval, and where there is nothing to start from", () => {
    expect(sv(ask(series("index", [{ value: 30, low: 28, high: 32 }])))).toContain("Den måste ned till 24,");
    expect(sv(ask(series("index", [{ value: 3, low: 0, high: 6 }])))).toBe(
      "Kan inte avgöras med de här siffrorna. Siffran är för osäker för att en ändring ska synas.",
    );
    expect(sv(ask(series("brott per 100 000 invånare", [{ value: 900 }]), 50))).toBe("interval-not-known");
    expect(sv(ask(series("antal", [])))).toBe("no-figure");
    expect(sv(ask(series("antal", [{ value: 0 }])))).toBe("no-figure");
    expect(sv(ask(series("antal", [{ value: 40 }]), undefined, [{ on: day("2018-06-01") }]))).toBe("broken-line");
  });
});

describe("what is kept with a promise", () => {
  test.each([
    ["an own count, and what is reckoned from it", { kind: "events", before: 12, level: 4, seenAt: 5 }, true],
    ["a handful", { kind: "events", before: 4 }, false],
    ["how unevenly a handful lies, from which it can be counted", { kind: "events", dispersion: 2.36 }, false],
    [
      "what is reckoned from a comparison that is a handful",
      { kind: "events", before: 12, level: 4, comparison: {} },
      false,
    ],
    ["a count beside a comparison that is a handful", { kind: "events", before: 12, comparison: {} }, true],
    ["a speed of few vehicles", { kind: "road", before: 52, n: 21 }, false],
    ["a speed of enough", { kind: "road", before: 52, n: 30 }, true],
  ])("%s: %s is %s", (_name, found, isTold) => expect(tellsNoHandful(found)).toBe(isTold));
});
