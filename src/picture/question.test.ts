import { assert, constantFrom, integer, option, property, record, subarray, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { CATEGORY_GROUPS } from "../collect/category.ts";
import { OBSERVATION_KINDS } from "../collect/observation.ts";
import type { Knowledge } from "../collect/source.ts";
import {
  addressOf,
  type Asked,
  askedIn,
  askedOf,
  type Comparison,
  daysAsked,
  type Edge,
  eventQuestionOf,
  type Question,
  readQuestion,
  unknownWords,
} from "./question.ts";

const first = constantFrom("2021-10", "2021-11-02", "2025-12") as ReturnType<typeof constantFrom<Edge[]>>;
const last = constantFrom("2021-12", "2026-02-27", "2026-02") as ReturnType<typeof constantFrom<Edge[]>>;
const comparisons = constantFrom<(Comparison | undefined)[]>(
  undefined,
  { area: "amot" },
  { from: "2020-10" as Edge, to: "2020-11-29" as Edge },
);
const wheres = constantFrom(
  { area: undefined, box: undefined },
  { area: "ockelbo", box: undefined },
  { area: undefined, box: { west: 16.9, south: 60.8, east: 17.30001, north: 61 } },
);
const questions = tuple(
  record({
    from: option(first, { nil: undefined }),
    to: option(last, { nil: undefined }),
    hours: subarray(Array.from({ length: 168 }, (_, hour) => hour)),
    categories: subarray([...CATEGORY_GROUPS]),
    kinds: subarray([...OBSERVATION_KINDS]),
    knowledge: subarray(["felt", "recorded", "measured"] as const),
    sources: subarray(["vandring", "veckorapport"]),
    sharing: constantFrom("all" as const, "shared" as const, "public" as const),
    compared: comparisons,
  }),
  wheres,
).map(([rest, where]): Question => ({ ...rest, ...where }));

const asks = (asked: Asked) => addressOf(readQuestion(asked).question);

describe("a question", () => {
  test("goes into an address and comes back the same", () => {
    assert(
      property(questions, (question) => {
        const back = readQuestion(askedIn(new URLSearchParams(addressOf(question))));
        expect(back).toEqual({ question, unread: [] });
      }),
    );
  });

  test("is written the same however it is said", () => {
    assert(
      property(questions, integer({ min: 0, max: 10 }), (question, turn) => {
        const said = Object.entries(askedOf(question));
        const turned = [...said.slice(turn), ...said.slice(0, turn)].map(([key, value]) => [
          key,
          key === "kategori" || key === "kalla" ? value.split(",").toReversed().join(",") : value,
        ]);
        expect(asks(Object.fromEntries(turned) as Asked)).toBe(addressOf(question));
      }),
    );
  });

  test.each<[string, Asked, string]>([
    ["a month by its first and its last day", { fran: "2024-02-01", till: "2024-02-29" }, "fran=2024-02&till=2024-02"],
    ["days that are no whole month", { fran: "2024-02-02", till: "2024-02-28" }, "fran=2024-02-02&till=2024-02-28"],
    ["hours past midnight", { tid: "fre21-01" }, "tid=fre21-24,lor00-01"],
    ["a box to the metre", { ruta: "16.900001,60.8,17.3,61.0" }, "ruta=16.9,60.8,17.3,61"],
    ["another time to compare with", { jamfor: "2025-08-01..2025-11-30" }, "jamfor=2025-08..2025-11"],
    ["another area to compare with", { jamfor: "amot" }, "jamfor=amot"],
    [
      "an address that was cited before there were more words",
      { kategori: "trafik", fran: "2021-10" },
      "fran=2021-10&kategori=trafik",
    ],
  ])("knows %s", (_what, asked, address) => {
    expect(readQuestion(asked).unread).toEqual([]);
    expect(asks(asked)).toBe(address);
    expect(asks(askedIn(new URLSearchParams(address)))).toBe(address);
  });

  test.each<[string, Asked, string[]]>([
    ["a day that is no day", { fran: "igår", till: "2023-02-29" }, ["fran=igår", "till=2023-02-29"]],
    ["a month too many", { fran: "2023-13" }, ["fran=2023-13"]],
    ["one word of several", { kategori: "trafik,kometer", kalla: "A b" }, ["kategori=kometer", "kalla=A b"]],
    ["hours of no day", { tid: "fre21-01,xyz10-12" }, ["tid=xyz10-12"]],
    ["a box inside out", { ruta: "17,61,16,60" }, ["ruta=17,61,16,60"]],
    [
      "a box that is nothing when it is written",
      { ruta: "16.000001,60,16.000002,61" },
      ["ruta=16.000001,60,16.000002,61"],
    ],
    ["a box in an area", { ort: "amot", ruta: "16,60,17,61" }, ["ruta=16,60,17,61"]],
    ["a second area", { ort: "amot,lingbo" }, ["ort=lingbo"]],
    ["a comparison that ends before it begins", { jamfor: "2025-11..2025-08" }, ["jamfor=2025-11..2025-08"]],
    ["a comparison of three", { jamfor: "2025-08..2025-09..2025-10" }, ["jamfor=2025-08..2025-09..2025-10"]],
    ["who may see it", { delning: "hemligt" }, ["delning=hemligt"]],
  ])("tells what it did not understand of %s, instead of showing more than was asked for", (_what, asked, unread) => {
    expect(readQuestion(asked).unread).toEqual(unread);
  });

  test("tells words that are well written and stand for nothing here", () => {
    const { question } = readQuestion({ ort: "atlantis", kalla: "veckorapport,hemlig", jamfor: "lemuria" });
    const sources = [{ slug: "veckorapport", knowledge: "recorded" as const }];
    expect(unknownWords(question, ["amot"], sources)).toEqual(["kalla=hemlig", "ort=atlantis", "jamfor=lemuria"]);
    expect(unknownWords(readQuestion({ ort: "amot" }).question, ["amot"], sources)).toEqual([]);
  });

  test("lasts from the first day of a month to the last of one", () => {
    const days = (from: string, to: string) => daysAsked({ from: from as Edge, to: to as Edge });
    expect(days("2023-12", "2024-02")).toEqual({ from: "2023-12-01", to: "2024-02-29" });
    expect(days("2024-02-10", "2024-02-11")).toEqual({ from: "2024-02-10", to: "2024-02-11" });
  });
});

describe("a question to a store", () => {
  const words = {
    category: ["traffic.speeding/problem", "traffic.speeding/positive", "place.lighting/problem"],
    source: ["vandring", "veckorapport"],
  };
  const sources: readonly { slug: string; knowledge: Knowledge }[] = [
    { slug: "vandring", knowledge: "felt" },
    { slug: "veckorapport", knowledge: "recorded" },
  ];
  const of = (asked: Asked) => eventQuestionOf(readQuestion(asked).question, words, sources);

  test("asks by the store's own words", () => {
    expect(of({})).toEqual({
      from: undefined,
      to: undefined,
      hours: [],
      where: undefined,
      categories: [],
      sources: [],
      sharing: "all",
    });
    expect(of({ kategori: "trafik", slag: "problem" }).categories).toEqual(["traffic.speeding/problem"]);
    expect(of({ slag: "problem" }).categories).toEqual(["traffic.speeding/problem", "place.lighting/problem"]);
    expect(of({ kunskap: "upplevt" }).sources).toEqual(["vandring"]);
    expect(of({ ort: "amot" }).where).toEqual({ area: "amot" });
    expect(of({ fran: "2021-10", till: "2021-11-03" })).toMatchObject({ from: "2021-10-01", to: "2021-11-03" });
  });

  test("never asks for everything where nothing can be met", () => {
    for (const [asked, part] of [
      [{ kategori: "bedrageri" }, "categories"],
      [{ kategori: "trafik", slag: "fraga" }, "categories"],
      [{ kunskap: "uppmatt" }, "sources"],
      [{ kalla: "vandring", kunskap: "registrerat" }, "sources"],
      [{ kalla: "finns-inte" }, "sources"],
      [{ fran: "2021-12", till: "2021-10" }, "categories"],
    ] as const) {
      const found = of(asked)[part];
      expect(found).toHaveLength(1);
      expect([...words.category, ...words.source]).not.toContain(found[0]);
    }
  });
});
