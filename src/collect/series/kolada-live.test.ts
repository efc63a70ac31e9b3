import { describe, expect, test } from "vitest";
import type { Instant } from "../../ground/time.ts";
import { askKolada, type KoladaWish } from "./kolada-live.ts";
import { readSeriesFile } from "./series-file.ts";

const kpi = (id: string) => ({ id, title: "Anmälda våldsbrott, antal/100 000 inv", description: "Källa: Brå." });
const row = (year: number) => ({
  kpi: "N07403",
  municipality: "2101",
  period: year,
  values: [{ gender: "T", count: 1, status: "", value: year - 1000 }],
});

/** A Kolada of our own: remembers what it was asked, and how long it was left in peace. */
function kolada(answers: (address: string) => unknown) {
  const asked: string[] = [];
  const waited: number[] = [];
  const wish: KoladaWish = {
    kpis: ["N07403"],
    municipalityCode: "2101",
    countyCode: "21",
    from: 2000,
    to: 2025,
    at: "2026-11-24T09:00:00.000Z" as Instant,
    get: async (address) => {
      asked.push(address);
      const value = answers(address);
      return { ok: value !== undefined, status: value === undefined ? 500 : 200, json: async () => value };
    },
    wait: async (milliseconds) => {
      waited.push(milliseconds);
    },
  };
  return { asked, waited, wish };
}

describe("asking Kolada", () => {
  test("no more than 25 years a question, page after page, with a pause between; what comes is a file like others", async () => {
    const { asked, waited, wish } = kolada((address) => {
      if (address.includes("/kpi/N07403") && !address.includes("/data/")) return kpi("N07403");
      if (address.endsWith("page=2")) return { values: [row(2001)], next_url: "https://elsewhere.example/v3/data" };
      if (address.includes("2000,2001")) return { values: [row(2000)], next_url: `${address}?page=2` };
      return { values: [row(2025)], next_url: null };
    });
    const answered = await askKolada(wish);
    expect(asked).toEqual([
      "https://api.kolada.se/v3/kpi/N07403",
      expect.stringMatching(/\/data\/kpi\/N07403\/municipality\/2101,0021,0000\/year\/2000,2001,.*,2024$/),
      expect.stringMatching(/page=2$/),
      expect.stringMatching(/\/year\/2025$/),
    ]);
    expect(waited.length).toBe(3);
    expect(waited.every((pause) => pause >= 200)).toBe(true);
    if (!answered.ok) throw new Error(answered.refusal.why);
    const file = await readSeriesFile(new TextEncoder().encode(JSON.stringify(answered.value)));
    expect(file).toMatchObject({
      ok: true,
      value: {
        kind: "kolada",
        asOf: "2026-11-24",
        unreadable: 0,
        series: [{ name: "Anmälda våldsbrott", caveat: "Källa: Brå." }],
      },
    });
    expect(file.ok && file.value.series[0]?.values.map(({ value }) => value)).toEqual([1000, 1001, 1025]);
  });

  test.each<[string, Partial<KoladaWish>, (address: string) => unknown, string]>([
    ["no answer", {}, () => undefined, "kolada-did-not-answer"],
    ["no network", { get: () => Promise.reject(new Error("offline")) }, () => undefined, "kolada-did-not-answer"],
    ["years in the wrong order", { from: 2025, to: 2020 }, kpi, "years-needed"],
    ["no key figure", { kpis: [] }, kpi, "key-figures-needed"],
    ["what is no key figure", { kpis: ["../secret"] }, kpi, "key-figures-needed"],
  ])("%s is told", async (_sentence, more, answers, expected) => {
    const { wish } = kolada(answers);
    expect(await askKolada({ ...wish, ...more })).toMatchObject({ refusal: { why: expected } });
  });
});
