import { describe, expect, test } from "vitest";
import { by, johan, karin, PARTNERSHIP, why } from "../../test/people.ts";
import type { Day } from "../ground/time.ts";
import { recordMeasurement, type NewMeasurement } from "./measurement.ts";

const known = { partnershipId: PARTNERSHIP, source: { id: "mätaren", ownerOrganisationId: "municipality" } };
const measured: NewMeasurement = {
  name: "V85 förbi skolan",
  unit: "km/h",
  value: 41,
  low: 40,
  high: 42,
  n: 4812,
  from: "2025-05-01" as Day,
  to: "2025-05-14" as Day,
  place: { kind: "unknown" },
  caveat: "",
};

describe("a measurement", () => {
  const measures = (more: Partial<NewMeasurement>) =>
    why(recordMeasurement.decide({ ...measured, ...more }, known, by(karin)));

  test.each<[string, string | undefined, string]>([
    ["lies within its own interval", measures({}), "yes"],
    ["also at its ends", measures({ low: 41, high: 41 }), "yes"],
    ["or has none", measures({ low: undefined, high: undefined }), "yes"],
    ["is not below it", measures({ value: 39 }), "interval-misses-value"],
    ["nor above it", measures({ value: 43 }), "interval-misses-value"],
    ["does not end before it begins", measures({ to: "2025-04-30" as Day }), "ends-before-it-starts"],
    ["names nobody", measures({ caveat: "fråga 070-123 45 67" }), "text-has-phone"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("is recorded by those who collect for its source's owner", () => {
    expect(recordMeasurement.may(karin, measured, known)).toBeUndefined();
    expect(recordMeasurement.may(johan, measured, known)?.why).toBe("not-yours");
  });
});
