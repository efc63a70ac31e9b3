import { describe, expect, test } from "vitest";
import { answersNeeded, chanceOfSeeingShare, smallestVisibleShare } from "./power-share.ts";

describe("what two rounds of a survey could show", () => {
  // R's power.prop.test(n, p1, p2), which is the normal approximation of the same test.
  test.each([
    [200, 0.5, 0.4, 0.5201],
    [400, 0.5, 0.4, 0.8125],
    [400, 0.3, 0.2, 0.9057],
    [100, 0.3, 0.2, 0.371],
  ])("%d a round, from %d to %d: %d", (perRound, share, after, chance) => {
    expect(Math.abs(chanceOfSeeingShare(after, { share, perRound }) - chance)).toBeLessThan(0.03);
  });

  test("sixty pupils show a fall from a tenth only to nobody at all, two hundred only to a fortieth or less", () => {
    expect(smallestVisibleShare({ share: 0.1, perRound: 60 })).toBeLessThan(0.005);
    expect(smallestVisibleShare({ share: 0.1, perRound: 40 })).toBeUndefined();
    const visible = smallestVisibleShare({ share: 0.1, perRound: 200 })!;
    expect(visible).toBeGreaterThan(0.01);
    expect(visible).toBeLessThan(0.04);
    expect(chanceOfSeeingShare(visible, { share: 0.1, perRound: 200 })).toBeGreaterThanOrEqual(0.8);
  });

  test("is counted out in rounds of any size: 200,000 made-up pairs of rounds of 1,500 found a half from 45 % in 78.3 %", () => {
    expect(Math.abs(chanceOfSeeingShare(0.45, { share: 0.5, perRound: 1500 }) - 0.783)).toBeLessThan(0.003);
  });

  test("nothing changed is seen no oftener than the level says, in one direction", () => {
    for (const perRound of [30, 60, 200, 2500])
      expect(chanceOfSeeingShare(0.3, { share: 0.3, perRound })).toBeLessThan(0.035);
  });

  test("answers that hang together twice as much are half as many answers", () => {
    expect(chanceOfSeeingShare(0.4, { share: 0.5, perRound: 400, designEffect: 2 })).toBe(
      chanceOfSeeingShare(0.4, { share: 0.5, perRound: 200 }),
    );
  });

  test("as many as are needed suffice, and 400 or so tell a half from two fifths", () => {
    const needed = answersNeeded(0.4, { share: 0.5 })!;
    expect(Math.abs(needed - 388)).toBeLessThan(20);
    expect(chanceOfSeeingShare(0.4, { share: 0.5, perRound: needed })).toBeGreaterThanOrEqual(0.8);
    expect(answersNeeded(0.5, { share: 0.5 })).toBeUndefined();
  }, 20_000);
});
