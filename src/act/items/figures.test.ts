import { describe, expect, test } from "vitest";
import type { Day } from "../../ground/time.ts";
import { type Counted, figuresOf, percentOf } from "./figures.ts";
import { sayFigures } from "./said.ts";

const TODAY = "2026-11-24" as Day;
const one = (registeredOn: string, answeredOn?: string, more: Partial<Counted> = {}): Counted => ({
  registeredOn: registeredOn as Day,
  answeredOn: answeredOn as Day | undefined,
  doneOn: undefined,
  hasOwner: true,
  ...more,
});

describe("figures of action items", () => {
  test("half have their answer after so many days, and what waits is counted for as long as it has waited", () => {
    const answered = [one("2026-01-01", "2026-01-11"), one("2026-01-01", "2026-01-21")];
    expect(figuresOf(answered, TODAY).medianDays).toBe(10);
    // Two that have waited for most of a year: half have no answer before the later of those that have.
    const waiting = [...answered, one("2026-01-01"), one("2026-01-01")];
    expect(figuresOf(waiting, TODAY)).toMatchObject({ medianDays: 20, answered: 2, items: 4 });
    expect(figuresOf([...waiting, one("2026-01-01")], TODAY).medianDays).toBeUndefined();
    // Registered yesterday, they have not had the time: they say nothing of how slow the answers are.
    expect(figuresOf([...answered, one("2026-11-23"), one("2026-11-23"), one("2026-11-23")], TODAY).medianDays).toBe(
      10,
    );
    expect(figuresOf([], TODAY)).toMatchObject({ medianDays: undefined, owned: { part: 0, of: 0 } });
  });

  test("within six weeks and six months, of those that have been there so long and of no others", () => {
    const items = [
      one("2026-09-01", "2026-10-13"),
      one("2026-09-01", "2026-10-14"),
      one("2026-09-01"),
      one("2026-10-20", "2026-10-21"),
      one("2026-05-24", "2026-05-25", { doneOn: "2026-11-24" as Day }),
      one("2026-05-24", "2026-05-25", { doneOn: undefined, hasOwner: false }),
      one("2026-05-25", "2026-05-26", { doneOn: "2026-06-01" as Day }),
      one("2025-01-01", "2025-02-01", { doneOn: "2025-07-02" as Day }),
    ];
    expect(figuresOf(items, TODAY)).toMatchObject({
      owned: { part: 7, of: 8 },
      inSixWeeks: { part: 5, of: 7 },
      inSixMonths: { part: 1, of: 3 },
    });
  });

  test("no per cent of fewer than ten, and always of how many", () => {
    expect(percentOf({ part: 3, of: 9 })).toBeUndefined();
    expect(percentOf({ part: 3, of: 10 })).toBe(30);
    const few = sayFigures(figuresOf([one("2026-01-01", "2026-01-11")], TODAY), "sv");
    expect(few.map(({ value }) => value)).toEqual([
      "Hälften hade svar efter 10 dagar (1 av 1 har svar)",
      "1 av 1",
      "1 av 1",
      "0 av 1",
    ]);
    const many = sayFigures(
      figuresOf(
        Array.from({ length: 12 }, () => one("2026-11-20")),
        TODAY,
      ),
      "en",
    );
    expect(many.map(({ value }) => value)).toEqual([
      "Cannot be said: half have had no answer yet (0 of 12 have one)",
      "100% (12 of 12)",
      "No item is that old yet",
      "No item is that old yet",
    ]);
  });
});
