import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareOf } from "../../ground/count.ts";
import { addMonths, type Day, monthsBetween } from "../../ground/time.ts";
import {
  actorsHeard,
  detachedGroups,
  type Gathering,
  heardBeside,
  HEARD_GROUPS,
  inhabitedPlaces,
  nextToHear,
  villagesHeard,
} from "./heard.ts";

const gathering = (counts: Gathering["counts"], more: Partial<Gathering> = {}): Gathering => ({
  kind: "walk",
  slug: "amot-2021",
  title: "Åmot",
  villages: ["Åmot"],
  on: "2021-11-08" as Day,
  counts,
  all: undefined,
  ...more,
});
const HALVES = { year: 2023, counts: { women: 2900, men: 2950 }, source: "SCB", example: false, file: undefined };

describe("who was heard, beside who lives here", () => {
  test.each([
    ["about as many are no difference", { women: 30, men: 28 }, "as-many"],
    ["far fewer are fewer", { women: 12, men: 60 }, "fewer"],
    ["far more are more", { women: 60, men: 12 }, "more"],
    ["a handful is too few, however crooked", { women: 0, men: 20 }, "too-few"],
  ] as const)("%s", (_says, counts, verdict) => {
    const [women] = heardBeside([gathering(counts)], HALVES);
    expect(women).toMatchObject({ group: "women", heard: counts.women, of: counts.women + counts.men, verdict });
  });

  test("never says a percentage of a handful", () => {
    const [women, men] = heardBeside([gathering({ women: 9, men: 60 })], HALVES);
    expect(women?.share).toBeUndefined();
    expect(men?.share?.value).toBeCloseTo(60 / 69, 12);
  });

  test("an occasion where nobody counted a group is not held against it", () => {
    const [women] = heardBeside([gathering({ women: 20, men: 20 }), gathering({ "65-up": 500 })], HALVES);
    expect(women?.of).toBe(40);
  });

  test.each([
    [
      "whole kins are taken over",
      { "sex.woman": 14, "sex.man": 6, "sex.other": 5, "village.Åmot": 9 },
      { women: 14, men: 6 },
    ],
    [
      "a group that was too few to be let out leaves its kin out",
      { "sex.woman": 14, "age.18-29": 5, "age.30-64": 7 },
      {},
    ],
    [
      "ages by themselves",
      { "age.under-18": 5, "age.18-29": 6, "age.30-64": 7, "age.65-up": 8 },
      { "under-18": 5, "18-29": 6, "30-64": 7, "65-up": 8 },
    ],
  ])("of what residents left beside their answers %s", (_says, released, counts) => {
    expect(detachedGroups(released as Readonly<Record<string, number>>)).toEqual(counts);
  });

  test("without the population nothing is compared", () => {
    for (const one of heardBeside([gathering({ women: 90, men: 2 })], undefined)) expect(one.verdict).toBe("unknown");
  });

  test("the order of the occasions does not matter, and each kind's shares are of the same whole", () => {
    const counts = fc.dictionary(fc.constantFrom(...HEARD_GROUPS), fc.nat(300));
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 8 }), (all) => {
        const gatherings = all.map((one) => gathering(one));
        const groups = heardBeside(gatherings, HALVES);
        expect(heardBeside(gatherings.toReversed(), HALVES)).toEqual(groups);
        const [women, men] = groups;
        expect(women!.heard + men!.heard).toBe(women!.of);
      }),
    );
  });
});

describe("where people were heard", () => {
  const villages = [
    { name: "Åmot", population: 210, populationYear: 2020 },
    { name: "Lingbo", population: 288, populationYear: 2020 },
    { name: "Jädraås", population: undefined, populationYear: undefined },
  ];
  const gatherings = [
    gathering({}, { on: "2025-11-08" as Day }),
    gathering({}, { villages: ["Lingbo"], on: "2024-05-01" as Day }),
  ];

  test("a village is silent after fourteen months, and when nobody ever came", () => {
    expect(villagesHeard(villages, gatherings, "2026-11-26" as Day)).toMatchObject([
      { name: "Åmot", times: 1, last: "2025-11-08", isSilent: false },
      { name: "Lingbo", times: 1, last: "2024-05-01", isSilent: true },
      { name: "Jädraås", times: 0, last: undefined, isSilent: true },
    ]);
  });

  test("a village has the younger of two figures, and a locality that is no village stands by itself", () => {
    const locality = (name: string, population: number, populationYear: number) => ({
      name,
      population,
      populationYear,
      fileId: `file ${populationYear}`,
    });
    const places = inhabitedPlaces(villages, [
      locality("ÅMOT", 199, 2023),
      locality("Lingbo", 300, 2015),
      locality("Wij", 61, 2023),
    ]);
    expect(
      places.map(({ name, population, populationYear, fileId }) => [name, population, populationYear, fileId]),
    ).toEqual([
      ["Lingbo", 288, 2020, undefined],
      ["Åmot", 199, 2023, "file 2023"],
      ["Wij", 61, 2023, "file 2023"],
      ["Jädraås", undefined, undefined, undefined],
    ]);
    // Places are known by their names, however they are written.
    const [, amot] = villagesHeard(places, [gathering({}, { villages: ["åmot "] })], "2021-12-01" as Day);
    expect(amot).toMatchObject({ name: "Åmot", residents: 199, residentsYear: 2023, times: 1, isSilent: false });
  });

  test("the hint is the groups heard too little, then the silent villages, the largest first", () => {
    const groups = heardBeside([gathering({ women: 80, men: 10 })], HALVES);
    const today = "2026-11-26" as Day;
    const actors = actorsHeard(
      [
        { kind: "trade", on: "2025-09-26" as Day },
        { kind: "school", on: "2025-09-27" as Day },
        { kind: "school", on: "2024-01-02" as Day },
      ],
      today,
    );
    const next = nextToHear(groups, villagesHeard(villages, gatherings, today), actors);
    expect(next.groups).toEqual(["men"]);
    expect(next.villages.map(({ name }) => name)).toEqual(["Lingbo", "Jädraås"]);
    // Fourteen months to the day is silent, and a kind that was never heard is in the table and no hint.
    expect(next.actors).toEqual([{ kind: "trade", times: 1, last: "2025-09-26", isSilent: true }]);
    expect(actors.find(({ kind }) => kind === "school")).toMatchObject({
      times: 2,
      last: "2025-09-27",
      isSilent: false,
    });
    expect(actors.find(({ kind }) => kind === "rescue")).toMatchObject({ times: 0, isSilent: true });
  });
});

describe("a share with its interval", () => {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%d of %d", (part, whole, low, high) => {
    const share = shareOf(part, whole);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  test("is refused where the whole is none or smaller than the part", () => {
    expect(() => shareOf(0, 0)).toThrow(RangeError);
    expect(() => shareOf(3, 2)).toThrow(RangeError);
  });
});

test("whole months between two days: adding them never goes beyond the second, one more does", () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10) as Day);
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from, to] = a <= b ? [a, b] : [b, a];
      const months = monthsBetween(from, to);
      expect(addMonths(from, months) <= to).toBe(true);
      expect(addMonths(from, months + 1) > to).toBe(true);
      expect(monthsBetween(to, from)).toBe(0 - months);
    }),
  );
});
