import { describe, expect, test } from "vitest";
import { chanceOf } from "../engine/numbers/random.ts";
import { poissonQuantile } from "../engine/numbers/distributions.ts";
import { effectAnswer, outOf, seriesAnswer, staggeredAnswer, surveyPowerAnswer } from "./effect.ts";

const counted = (before: number, after: number) => ({ before, after });
const pool = Array.from({ length: 19 }, (_, i) => counted(90 + i, 92 + ((i * 5) % 9)));

describe("did it help", () => {
  test("beside a pool of municipalities: how much, how sure, and how often chance does as much", () => {
    const answer = effectAnswer({ treated: counted(150, 80), comparison: pool });
    expect(answer).toMatchObject({ verdict: "better", because: undefined, method: "irr-did-pooled", dispersion: 1 });
    expect(answer.placebo).toEqual({ p: 0.05, pOfFall: 0.05, areas: 19 });
    expect(answer.percent).toBeCloseTo(-46.67, 1);
    expect(answer.sentence.en).toMatch(/^Fewer than expected/);
  });

  test("a pool whose own areas go every way makes it harder to tell", () => {
    const wild = pool.map(({ before }, i) => counted(before, i % 2 === 0 ? before * 2 : Math.round(before / 2)));
    const answer = effectAnswer({ treated: counted(150, 100), comparison: wild });
    expect(answer.dispersion).toBeGreaterThan(5);
    expect(answer).toMatchObject({ verdict: "cannot-tell", because: "change-too-small-to-see" });
    expect(answer.sentence.sv).toBe("Det går inte att avgöra. Så få händelser visar bara mycket stora förändringar.");
  });

  test("nothing happened, and a third less would have been seen: that is an answer too", () => {
    const answer = effectAnswer({ treated: counted(200, 198), comparison: counted(2000, 2000) });
    expect(answer.verdict).toBe("no-visible-change");
    expect(answer.sentence.sv).toMatch(/^Ingen synlig förändring\. En minskning med \d\d procent/);
  });

  test.each([
    ["few", { treated: counted(9, 2), comparison: counted(90, 90) }, "few-events", "färre än 10"],
    [
      "nothing beside",
      { treated: counted(90, 20), comparison: counted(0, 9) },
      "no-comparison",
      "inget att jämföra med",
    ],
  ] as const)("%s: cannot be told, says why, and gives no percentage of few", (_, wish, because, said) => {
    const answer = effectAnswer(wish);
    expect(answer).toMatchObject({ verdict: "cannot-tell", because });
    expect(answer.sentence.sv).toContain(said);
    expect(answer.percent === undefined).toBe(because === "few-events");
    expect(answer.caveats.map(({ why }) => why)).toEqual(because === "few-events" ? ["few"] : []);
  });

  test("the chance that it has fallen is said as people say it, with what was believed beforehand", () => {
    const treated = counted(14, 8);
    const open = effectAnswer({ treated, comparison: counted(100, 100) }).posterior;
    expect(open.sentence.sv).toBe(
      "Sannolikheten att det har minskat är ungefär 9 av 10, och att det har minskat med mer än en femtedel ungefär 8 av 10. Då antas inget vara känt i förväg.",
    );
    const usual = { prior: { alpha: 20, level: 1 }, expectedBefore: 11, expectedAfter: 11 };
    const sceptic = effectAnswer({ treated, comparison: counted(100, 100), usual }).posterior;
    expect(sceptic.chanceOfFall).toBeLessThan(open.chanceOfFall);
    expect(sceptic.chanceOfFall).toBeGreaterThan(0.5);
    expect(sceptic.sentence.en).toContain("How much municipalities usually differ");
  });

  test.each([
    [0.9, "9 av 10"],
    [0.5, "5 av 10"],
    [0.06, "1 av 10"],
    [0.97, "97 av 100"],
    [0.004, "1 av 100"],
    [0.9999, "99 av 100"],
  ])("a chance of %d is %s, and never certain", (chance, said) => {
    expect(outOf(chance).sv).toBe(said);
  });
});

describe("did a series change", () => {
  const drawn = (means: readonly number[]) => {
    const chance = chanceOf(61, 1);
    return means.map((mean) => poissonQuantile(chance.uniform(), mean));
  };
  const months = (before: number, after: number) =>
    drawn([...Array.from({ length: 36 }, () => before), ...Array.from({ length: 18 }, () => after)]);

  test.each([
    ["to three fifths", 40, 24, "better", /^Färre än väntat sedan dess/],
    ["to half as many again", 40, 62, "worse", /^Fler än väntat sedan dess/],
    ["not at all", 80, 80, "no-visible-change", /^Ingen synlig förändring/],
    ["a fifth perhaps, but who could see it", 5, 5, "cannot-tell", /^Det går inte att avgöra/],
  ] as const)("%s", (_, before, after, verdict, said) => {
    const series = { counts: months(before, after), firstAfter: 36, timesPerYear: 12, harmonicPairs: 1 };
    const answer = seriesAnswer(series, before === 5 ? { goal: 0.2 } : {});
    expect(answer.verdict).toBe(verdict);
    expect(answer.sentence.sv).toMatch(said);
  });

  test("is not told of twenty months, nor of a village's handful, and says what is lacking", () => {
    const short = seriesAnswer({ counts: months(40, 10).slice(20), firstAfter: 16, timesPerYear: 12 });
    expect(short).toMatchObject({ verdict: "cannot-tell", lacks: ["few-times-before"], step: undefined });
    expect(short.sentence.sv).toContain("minst 24 tidpunkter före, 12 efter och 80 händelser");
    const few = seriesAnswer({ counts: months(1, 1), firstAfter: 36, timesPerYear: 12 });
    expect(few.lacks).toContain("few-events-before");
  });

  test("that is long enough and cannot be fitted is not called too short", () => {
    // By the month, seven waves a year are the same as five.
    const answer = seriesAnswer({ counts: months(40, 10), firstAfter: 36, timesPerYear: 12, harmonicPairs: 7 });
    expect(answer).toMatchObject({ verdict: "cannot-tell", lacks: ["no-fit"], step: undefined });
    expect(answer.sentence.sv).toBe("Det går inte att avgöra med de här siffrorna.");
  });
});

describe("did it help where places began at different times", () => {
  const places = (effect: number, each: number) => {
    const chance = chanceOf(67, 1);
    return Array.from({ length: 3 * each }, (_, unit) => {
      const firstTreated = [undefined, 3, 4][unit % 3];
      return {
        firstTreated,
        outcomes: [1, 2, 3, 4, 5].map(
          (time) => time + chance.uniform() + (firstTreated !== undefined && time >= firstTreated ? effect : 0),
        ),
      };
    });
  };
  test.each([
    [-2, 8, undefined, "better", "Lägre än där man inte hade börjat"],
    [2, 8, undefined, "worse", "Högre än där man inte hade börjat"],
    [0, 30, 1, "no-visible-change", "Ingen synlig förändring"],
    [0, 30, undefined, "cannot-tell", "Det går inte att avgöra"],
    [-2, 2, undefined, "cannot-tell", "Det går inte att avgöra"],
  ] as const)("an effect of %d in %d places a group, aiming at %s: %s", (effect, each, goal, verdict, said) => {
    const wish = goal === undefined ? {} : { goal };
    const answer = staggeredAnswer([1, 2, 3, 4, 5], places(effect, each), wish);
    expect(answer.verdict).toBe(verdict);
    expect(answer.sentence.sv).toContain(said);
  });

  test("with nobody to compare with says so", () => {
    const everybody = places(0, 4).filter(({ firstTreated }) => firstTreated !== undefined);
    expect(staggeredAnswer([1, 2, 3, 4, 5], everybody).sentence.sv).toContain("inget att jämföra med");
  });
});

describe("what a survey could show", () => {
  test("is said before the first round", () => {
    expect(surveyPowerAnswer({ share: 0.5, perRound: 200 }).sentence.sv).toMatch(
      /^Om 50 procent svarar ja första gången behöver det bli 3\d(,\d)? procent eller lägre/,
    );
    expect(surveyPowerAnswer({ share: 0.1, perRound: 30 }).sentence.sv).toContain("syns ingen minskning");
  });
});
