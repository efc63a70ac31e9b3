import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { newsAnswer, type NewsSeries, WINDOWS_IN_YEAR } from "./news.ts";

const series = (key: string, ...counts: number[]): NewsSeries => ({
  key,
  name: { sv: key.toUpperCase(), en: `${key} (en)` },
  counts,
});
const ground = { recorded: 0, weeks: 52, published: 0 };
const YEAR = [8, 6, 9, 7, 5, 8, 10, 7, 6, 8, 9, 7, 6];

describe("what is new", () => {
  test("within the usual is said with what was expected", () => {
    const { items, tested, outside, sentences } = newsAnswer([series("a", ...YEAR, 9)], ground);
    expect(items[0]).toMatchObject({ verdict: "within", count: 9, method: "year-before" });
    expect(items[0]!.expected).toBeCloseTo(96 / 13, 12);
    expect([tested, outside]).toEqual([1, 0]);
    expect(sentences[0]!.sv).toMatch(/^A: 9 mot väntade \d+–\d+\. Inom det vanliga\.$/);
    expect(sentences[0]!.en).toMatch(/^a \(en\): 9 where /);
  });

  test("far above comes first, and says how seldom it comes by chance", () => {
    const { items, outside, sentences } = newsAnswer([series("a", ...YEAR, 9), series("b", ...YEAR, 30)], ground);
    expect(items.map(({ key, verdict }) => `${key} ${verdict}`)).toEqual(["b above", "a within"]);
    expect(outside).toBe(1);
    expect(items[0]!.recurrenceDays).toBeGreaterThanOrEqual(364);
    expect(sentences[0]!.sv).toContain("Fler än väntat");
  });

  test("far below may be that fewer have been reported", () => {
    const { items, sentences } = newsAnswer([series("a", ...YEAR.map((count) => count * 4), 3)], ground);
    expect(items[0]!.verdict).toBe("below");
    expect(sentences[0]!.sv).toContain("färre har rapporterats");
  });

  test("the same weeks of earlier years are what a season is held against", () => {
    // Thirty every seventh window, the summer's, and five in all others; five years of it.
    const counts = Array.from({ length: 5 * WINDOWS_IN_YEAR + 7 }, (_, at) => (at % WINDOWS_IN_YEAR === 6 ? 30 : 5));
    const { items } = newsAnswer([series("a", ...counts)], ground);
    expect(items[0]).toMatchObject({ method: "farrington-1996", count: 30, verdict: "within" });
  });

  test("no more than three are told, and every one that lies outside is counted", () => {
    const all = ["a", "b", "c", "d"].map((key) => series(key, ...YEAR, 40));
    expect(newsAnswer(all, ground)).toMatchObject({ tested: 4, outside: 4, items: { length: 3 } });
  });

  test("too little is said to be too little", () => {
    const few = { recorded: 9, weeks: 28, published: 0 };
    const { sentences, tested } = newsAnswer([series("a", 1, 0, 2, 1, 0, 3, 2)], few);
    expect(tested).toBe(0);
    expect(sentences.map(({ sv }) => sv)).toEqual([
      "9 registrerade händelser under 28 veckor är för få för att säga vad som är vanligt.",
    ]);
    // Enough events, but not enough weeks to know what is usual.
    expect(newsAnswer([series("a", 20, 20, 20)], few).tested).toBe(0);
  });

  test("what the police chose to publish is never tested: 28 items are too few, and a selection", () => {
    const { sentences, tested } = newsAnswer([], { recorded: 0, weeks: 0, published: 28 });
    expect(tested).toBe(0);
    expect(sentences.map(({ sv }) => sv)).toEqual([
      "28 publicerade händelser är för få för att säga vad som är vanligt. De är polisens urval för pressen, ingen statistik.",
    ]);
  });

  test("an alarm is one more seldom for each category that is asked", () => {
    const alone = newsAnswer([series("a", ...YEAR, 18)], ground).items[0]!;
    const among = newsAnswer(
      [series("a", ...YEAR, 18), ...Array.from({ length: 30 }, (_, at) => series(`b${at}`, ...YEAR, 7))],
      ground,
    ).items.find(({ key }) => key === "a")!;
    expect(among.high).toBeGreaterThan(alone.high);
    expect(among.p).toBeCloseTo(alone.p, 12);
    expect(among.recurrenceDays).toBeLessThan(alone.recurrenceDays);
  });

  test("what is within lies between the ends, and the fewest are never more than the most", () => {
    assert(
      property(array(integer({ min: 0, max: 40 }), { minLength: 8, maxLength: 70 }), (counts) => {
        const [item] = newsAnswer([series("a", ...counts)], ground).items;
        if (item === undefined) return;
        expect(item.low).toBeLessThanOrEqual(item.high);
        const side = item.count > item.high ? "above" : item.count < item.low ? "below" : "within";
        expect([side, "within"]).toContain(item.verdict);
      }),
    );
  });
});
