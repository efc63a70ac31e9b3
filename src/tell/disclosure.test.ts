import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discloseCount, discloseParts, FEWEST, fewestFor } from "./disclosure.ts";
import type { PublicCount } from "./site.ts";

const shown = (count: PublicCount) => (count.shown === "count" ? count.value : undefined);
const values = fc.array(fc.nat(30), { minLength: 1, maxLength: 8 });

describe("the gate", () => {
  test.each([
    [0, { shown: "count", value: 0 }],
    [1, { shown: "fewer-than", than: 5 }],
    [4, { shown: "fewer-than", than: 5 }],
    [5, { shown: "count", value: 5 }],
  ])("%i voices leave as %j", (value, expected) => expect(discloseCount(value)).toEqual(expected));

  test("young people and drugs need ten", () => {
    expect(fewestFor("drugs.young")).toBe(10);
    expect(discloseCount(9, fewestFor("drugs.young"))).toEqual({ shown: "fewer-than", than: 10 });
    expect(fewestFor("place.lighting")).toBe(FEWEST);
  });

  test("a small number never leaves exactly, whatever stands beside it", () => {
    fc.assert(
      fc.property(values, (given) => {
        const { parts } = discloseParts(
          given,
          given.map(() => FEWEST),
        );
        const leaked = parts.filter(
          (part, place) => part.shown === "count" && given[place]! > 0 && given[place]! < FEWEST,
        );
        expect(leaked).toEqual([]);
      }),
    );
  });

  test("nothing hidden can be solved from the sum", () => {
    fc.assert(
      fc.property(values, (given) => {
        const { parts, total } = discloseParts(
          given,
          given.map(() => FEWEST),
        );
        const hidden = parts.flatMap((part, place) => (part.shown === "count" ? [] : [place]));
        const sum = shown(total);
        const left = sum === undefined ? undefined : sum - parts.reduce((so, part) => so + (shown(part) ?? 0), 0);
        // Every way of filling the hidden cells that fits what was published; the reader must be left with more than one for each cell.
        const solved = left !== undefined && hidden.length === 1;
        expect(solved).toBe(false);
        const tooFew = left !== undefined && hidden.length > 0 && left < FEWEST;
        expect(tooFew).toBe(false);
      }),
    );
  });

  test("what needs no hiding is not hidden", () => {
    expect(discloseParts([7, 12, 0], [5, 5, 5])).toEqual({
      parts: [
        { shown: "count", value: 7 },
        { shown: "count", value: 12 },
        { shown: "count", value: 0 },
      ],
      total: { shown: "count", value: 19 },
    });
  });
});
