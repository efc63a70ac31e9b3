import { expect, test } from "vitest";
import type { Day } from "../../ground/time.ts";
import type { Why } from "../indicators/effect.ts";
import type { Reading, VerdictKind } from "../indicators/outcome.ts";
import { statedOf } from "./counted.ts";

const reading = (on: string, value: number): Reading => ({
  on: on as Day,
  value,
  low: value - 1,
  high: value + 1,
  n: 400,
  method: "radar",
  baseline: on < "2025-01-01",
  comparable: true,
});
const readings = [reading("2024-05-01", 47), reading("2025-05-01", 39)];
const answer = (verdict: VerdictKind, because: Why | null, until = "2025-12-31") => ({
  verdict,
  because,
  until: until as Day,
});

test.each<[string, Parameters<typeof statedOf>[1], object]>([
  ["by its readings where nobody has asked what it led to", undefined, { verdict: "better", because: null }],
  [
    "by the answer where there is one, as on the promise's page",
    answer("no-clear-change", null),
    { verdict: "no-clear-change", because: null },
  ],
  [
    "and why, where it cannot be known",
    answer("cannot-be-known", "other-time"),
    { verdict: "cannot-be-known", because: "other-time" },
  ],
  [
    "in fewer words where the reason is a method's",
    answer("cannot-be-known", "no-comparison"),
    { verdict: "cannot-be-known", because: "too-few" },
  ],
  [
    "but not by an answer that something later went into",
    answer("worse", null, "2026-01-01"),
    { verdict: "better", because: null },
  ],
])("a report states an indicator %s", (_sentence, effect, stated) =>
  expect(statedOf({ readings, wanted: "down" }, effect, "2025-12-31" as Day)).toEqual(stated),
);
