import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesOf, gather, type Gathered, textOf } from "./hand-over-codes.ts";

const gathered = (codes: readonly string[]) =>
  codes.reduce<Gathered | undefined>((before, code) => gather(before, code), undefined);
const long = Array.from({ length: 200 }, (_, at) => `Iakttagelse ${at}: ${(at * 7919) % 1009} å ä ö «här»`).join("\n");

describe("a hand-over by QR", () => {
  test("in any order and with some read twice it is the text that was shown", async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.string({ maxLength: 3000 }), async (chance, more) => {
        const codes = await codesOf(long + more);
        const shuffled = [...codes, ...codes.slice(0, 2)]
          .map((code) => ({ code, at: chance.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ code }) => code);
        expect(await textOf(gathered(shuffled)!)).toBe(long + more);
      }),
      { numRuns: 20 },
    );
  });

  test("with one missing it is not there yet, and says how many are", async () => {
    const codes = await codesOf(long);
    expect(codes.length).toBeGreaterThan(2);
    const some = gathered(codes.slice(1))!;
    expect([some.pieces.size, some.all]).toEqual([codes.length - 1, codes.length]);
    expect(await textOf(some)).toBeUndefined();
  });

  test("codes of something else are not ours, and those of another hand-over begin anew", async () => {
    const [first, second] = [await codesOf(long), await codesOf(`${long}!`)];
    const half = gathered(first.slice(0, 1));
    for (const other of ["https://exempel.se", "SAMSYN1/AAAAAA/9/3/ABC", ""]) expect(gather(half, other)).toBe(half);
    expect(gather(half, second[0]!)!.pieces.size).toBe(1);
    expect(await textOf(gathered(second.map((code) => code.toLowerCase().replace("samsyn1", "SAMSYN1")))!)).toBe(
      undefined,
    );
  });

  test("every code has only the letters that a QR code packs tightest", async () => {
    for (const code of await codesOf(long)) expect(code).toMatch(/^[0-9A-Z $%*+\-./:]{1,520}$/);
  });
});
