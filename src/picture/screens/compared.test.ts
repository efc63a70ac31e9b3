import { describe, expect, test } from "vitest";
import { readQuestion } from "../question.ts";
import { comparisonOf, movedAlong, otherOf, withComparison } from "./compared.ts";

const asked = (words: Parameters<typeof readQuestion>[0]) => readQuestion(words).question;

describe("what a selection is compared with", () => {
  test("the equally long time before, in months as in months and in days as in days", () => {
    expect(withComparison(asked({ fran: "2026-06", till: "2026-11" }), "fore")).toEqual({
      from: "2025-12",
      to: "2026-05",
    });
    expect(withComparison(asked({ fran: "2026-06-02", till: "2026-06-08" }), "fore")).toEqual({
      from: "2026-05-26",
      to: "2026-06-01",
    });
  });

  test("the same time last year, also when February is longer", () => {
    expect(withComparison(asked({ fran: "2024-02", till: "2024-02" }), "ar")).toEqual({
      from: "2023-02-01",
      to: "2023-02-28",
    });
  });

  test("is recognised again when the address is read", () => {
    expect(comparisonOf(asked({ fran: "2026-06", till: "2026-11", jamfor: "2025-12..2026-05" }))).toBe("fore");
    expect(comparisonOf(asked({ fran: "2026-06", till: "2026-11", jamfor: "2025-06..2025-11" }))).toBe("ar");
    expect(comparisonOf(asked({ fran: "2026-06", till: "2026-11", jamfor: "2020-01..2020-02" }))).toBe("annan");
    expect(comparisonOf(asked({ jamfor: "amot" }))).toBe("amot");
    expect(comparisonOf(asked({}))).toBe("");
  });

  test("moves along when the time is moved, and goes when there is no time left", () => {
    const before = asked({ fran: "2026-06", till: "2026-11", jamfor: "2025-12..2026-05" });
    const moved = movedAlong(
      { ...before, ...asked({ fran: "2026-07", till: "2026-08" }), compared: before.compared },
      before,
    );
    expect(moved.compared).toEqual({ from: "2026-05", to: "2026-06" });
    expect(movedAlong({ ...before, from: undefined }, before).compared).toBeUndefined();
  });

  test("another place takes the place of the one that is asked for", () => {
    expect(otherOf(asked({ ort: "lingbo", jamfor: "amot" }))).toMatchObject({ area: "amot", compared: undefined });
  });
});
