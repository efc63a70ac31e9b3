import { assert, constantFrom, array, boolean, option, property, record, integer, subarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { CATEGORIES, CATEGORY_GROUPS } from "../collect/category.ts";
import { OBSERVATION_KINDS, SHARINGS } from "../collect/observation.ts";
import { SOURCE_KINDS } from "../collect/source.ts";
import type { Month } from "../ground/time.ts";
import { areaOf, ELSEWHERE, UNPLACED, type Village } from "./areas.ts";
import { changeBetween, countsOf, type Entry, foremost, laterMonth, monthsBefore, select } from "./counts.ts";
import { addressOf, askedIn, type Question, readQuestion } from "./question.ts";

const village = (slug: string, lon: number, lat: number): Village => ({
  slug,
  name: slug,
  position: [lon, lat],
  radiusMetres: 2500,
  population: undefined,
  populationYear: undefined,
});
const OCKELBO = village("ockelbo", 16.718, 60.8985);
const AMOT = village("amot", 16.4518, 60.9634);
const VILLAGES = [OCKELBO, AMOT];

const months = constantFrom("2021-10", "2021-11", "2022-01", "2025-12", "2026-02") as ReturnType<
  typeof constantFrom<Month[]>
>;
const entries = array(
  record({
    id: constantFrom("a", "b", "c"),
    source: constantFrom("vandring", "veckorapport"),
    sourceKind: constantFrom(...SOURCE_KINDS),
    knowledge: constantFrom("felt" as const, "recorded" as const),
    kind: constantFrom(...OBSERVATION_KINDS),
    category: constantFrom(...CATEGORIES),
    sharing: constantFrom(...SHARINGS),
    month: option(months, { nil: undefined }),
    area: constantFrom("ockelbo", "amot", ELSEWHERE, UNPLACED),
    cell: option(constantFrom("891", "892"), { nil: undefined }),
    agreed: option(integer({ min: 0, max: 20 }), { nil: undefined }),
    bundle: boolean(),
  }),
  { maxLength: 60 },
);
const questions = record({
  from: option(months, { nil: undefined }),
  to: option(months, { nil: undefined }),
  categories: subarray([...CATEGORY_GROUPS]),
  kinds: subarray([...OBSERVATION_KINDS]),
  knowledge: subarray(["felt", "recorded", "measured"] as const),
  sources: subarray(["vandring", "veckorapport"]),
  area: option(constantFrom("ockelbo", ELSEWHERE, UNPLACED), { nil: undefined }),
  sharing: constantFrom("all" as const, "shared" as const, "public" as const),
}) as ReturnType<typeof record<Question>>;

const sum = (tallies: readonly { readonly count: number }[]) => tallies.reduce((all, { count }) => all + count, 0);
const everything = readQuestion({}).question;

describe("counts", () => {
  test("add up, whatever is counted by", () => {
    assert(
      property(entries, (all: Entry[]) => {
        const counts = countsOf(all, VILLAGES);
        expect(counts.total + counts.summaries).toBe(all.length);
        expect(sum(counts.byMonth) + counts.undated).toBe(counts.total);
        expect(sum(counts.byCategory)).toBe(counts.total);
        expect(sum(counts.byArea)).toBe(counts.total);
        for (const area of counts.byArea) {
          expect(area.felt + area.recorded).toBe(area.count);
          expect(area.voices).toBeGreaterThanOrEqual(area.felt);
        }
      }),
    );
  });

  test("show an empty month as empty", () => {
    const entry = (month: string) => ({ month, category: "place.lighting", area: "amot", bundle: false }) as Entry;
    const { byMonth } = countsOf([entry("2021-11"), entry("2022-02"), entry("2021-11")], VILLAGES);
    expect(byMonth.map(({ key, count }) => `${key} ${count}`)).toEqual([
      "2021-11 2",
      "2021-12 0",
      "2022-01 0",
      "2022-02 1",
    ]);
  });

  test("never count a night's summary as one happening", () => {
    const night = { month: "2026-02", category: "police.summary", area: UNPLACED, bundle: true } as Entry;
    expect(countsOf([night], VILLAGES)).toMatchObject({ total: 0, summaries: 1, byCategory: [], unplaced: 0 });
  });

  test("label one to four as few, and five as enough to count", () => {
    const some = (number: number) =>
      countsOf(
        Array.from({ length: number }, () => ({ category: "drugs.young", area: "amot", bundle: false }) as Entry),
        VILLAGES,
      ).byCategory[0]?.few;
    expect([1, 4, 5].map(some)).toEqual([true, true, false]);
  });
});

describe("a question", () => {
  test("only narrows, and asking again changes nothing", () => {
    assert(
      property(entries, questions, (all: Entry[], question: Question) => {
        const chosen = select(all, question);
        expect(chosen.every((entry) => all.includes(entry))).toBe(true);
        expect(select(chosen, question)).toEqual(chosen);
        expect(select(all, everything)).toEqual(all);
      }),
    );
  });

  test("goes into an address and comes back the same", () => {
    assert(
      property(questions, (question: Question) => {
        const back = readQuestion(askedIn(new URLSearchParams(addressOf(question))));
        expect(back).toEqual({ question, unread: [] });
      }),
    );
  });

  test("tells what it did not understand, instead of showing more than was asked for", () => {
    const { question, unread } = readQuestion({ fran: "igår", kategori: "trafik,kometer", delning: "hemligt" });
    expect(question).toMatchObject({ from: undefined, categories: ["traffic"], sharing: "all" });
    expect(unread).toEqual(["delning=hemligt", "fran=igår", "kategori=kometer"]);
  });

  test("for the meeting leaves out what one party keeps, and for the public what is not public", () => {
    const all = SHARINGS.map((sharing) => ({ sharing, category: "place.litter" }) as Entry);
    const seen = (delning: string) => select(all, readQuestion({ delning }).question).map(({ sharing }) => sharing);
    expect(seen("gemensamt")).toEqual(["shared", "public"]);
    expect(seen("offentligt")).toEqual(["public"]);
  });
});

describe("a comparison", () => {
  test("is in per cent only when both counts are ten or more", () => {
    expect(changeBetween(4, 6)).toEqual({ before: 4, after: 6 });
    expect(changeBetween(9, 40)).toEqual({ before: 9, after: 40 });
    expect(changeBetween(10, 15)).toEqual({ before: 10, after: 15, percent: 50 });
  });

  test("is with the equally long time just before", () => {
    const of = (from: string, to: string) => monthsBefore({ from: from as Month, to: to as Month });
    expect(of("2026-01", "2026-12")).toEqual({ from: "2025-01", to: "2025-12" });
    expect(of("2026-03", "2026-03")).toEqual({ from: "2026-02", to: "2026-02" });
    expect(of("2026-05", "2026-01")).toBeUndefined();
    expect(monthsBefore({ from: "2026-01" as Month, to: undefined })).toBeUndefined();
  });

  test("finds no winner in a tie or in a handful", () => {
    const tally = (key: string, count: number) => ({ key, count, few: false });
    expect(foremost([tally("a", 7), tally("b", 5)])?.key).toBe("a");
    expect(foremost([tally("a", 7), tally("b", 7)])).toBeUndefined();
    expect(foremost([tally("a", 4), tally("b", 1)])).toBeUndefined();
  });
});

describe("a month", () => {
  test("goes over new year both ways", () => {
    expect(laterMonth("2025-12" as Month, 1)).toBe("2026-01");
    expect(laterMonth("2026-01" as Month, -1)).toBe("2025-12");
    expect(laterMonth("2026-03" as Month, -15)).toBe("2024-12");
  });
});

describe("an area", () => {
  test("is the nearest village within its reach, else elsewhere, and without a position none", () => {
    expect(areaOf([16.72, 60.9], VILLAGES)).toBe("ockelbo");
    expect(areaOf([16.6, 60.93], VILLAGES)).toBe(ELSEWHERE);
    expect(areaOf(undefined, VILLAGES)).toBe(UNPLACED);
  });

  test("is the nearer of two that both reach", () => {
    const near = { ...OCKELBO, slug: "wij", position: [16.72, 60.9] as const };
    expect(areaOf([16.7201, 60.9001], [OCKELBO, near])).toBe("wij");
  });
});
