import { describe, expect, test } from "vitest";
import type { Entry } from "../../platform/browser/storage.ts";
import { correctOccasion, logOccasion, noteDeviation, withdrawDeviation } from "../api.ts";
import { sayOutcome } from "./said.ts";
import { type Listed, onPhone } from "./waiting.ts";

const exactly = (value: number) => ({ value, qualifier: "exact" as const });
const activity: Listed = {
  id: "a",
  number: "1.2",
  text: "",
  document: "",
  owner: "municipality",
  organisationId: null,
  unit: "Gatuenheten",
  accepted: true,
  target: { comparator: "at-least", value: 2, unit: "mätningar", per: "quarter" },
  period: { from: "2027-01-01", to: "2027-03-31" },
  done: exactly(1),
  expected: 2,
  prorated: false,
  left: 1,
  lastWorkday: null,
  late: null,
  planned: [],
  doneInAll: exactly(5),
  expectedInAll: 16,
  expectedByNow: 5,
  mine: true,
  occasions: [
    {
      id: "heard",
      on: "2027-01-20",
      count: exactly(1),
      counted: "mätningar",
      place: "",
      note: "",
      outputs: [],
      towardTarget: true,
      struck: null,
      organisationId: "m",
      example: false,
    },
  ],
  deviations: [],
  example: false,
};
const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  personId: "petra",
  number: 1,
  endpoint: logOccasion.name,
  input: {
    activityId: "a",
    occasion: { on: "2027-03-02", count: exactly(1), counted: "mätningar", towardTarget: true },
  },
  savedAt: "2027-03-02T17:42:00.000Z",
  state: "waiting",
  ...more,
});
const occasion = (more: object): Pick<Entry, "input"> => ({
  input: { activityId: "a", occasion: { ...(entry("x").input["occasion"] as object), ...more } },
});
const undo = (occasionId: string, more: Partial<Entry> = {}) =>
  entry(`undo ${occasionId}`, { endpoint: correctOccasion.name, input: { activityId: "a", occasionId }, ...more });
const deviation = entry("missed", { endpoint: noteDeviation.name, input: { activityId: "a", deviation: {} } });

describe("what the phone holds of an activity", () => {
  test.each<[string, readonly Entry[], string]>([
    ["nothing: as it was heard", [], "1 av 2. 1 kvar, sista 31 mars 2027."],
    ["what waits is counted in", [entry("new")], "2 av 2. Klart för kvartalet."],
    ["what has gone and is not heard of yet too", [entry("new", { state: "sent" })], "2 av 2. Klart för kvartalet."],
    ["what is heard is counted once", [entry("heard", { state: "sent" })], "1 av 2. 1 kvar, sista 31 mars 2027."],
    [
      "what came back with a no is not counted",
      [entry("new", { state: "refused" })],
      "1 av 2. 1 kvar, sista 31 mars 2027.",
    ],
    [
      "nor what was undone, here or where it came to",
      [entry("new"), undo("new"), undo("heard")],
      "0 av 2. 2 kvar, sista 31 mars 2027.",
    ],
    [
      "an undoing that was refused undid nothing",
      [undo("heard", { state: "refused" })],
      "1 av 2. 1 kvar, sista 31 mars 2027.",
    ],
    [
      "nor what was done beside the promise",
      [entry("new", occasion({ towardTarget: false }))],
      "1 av 2. 1 kvar, sista 31 mars 2027.",
    ],
    ["nor in another quarter", [entry("new", occasion({ on: "2026-12-30" }))], "1 av 2. 1 kvar, sista 31 mars 2027."],
    [
      "nor for another activity",
      [entry("new", { input: { ...entry("x").input, activityId: "b" } })],
      "1 av 2. 1 kvar, sista 31 mars 2027.",
    ],
    [
      "and it is no surer than what was said",
      [entry("new", occasion({ count: { value: 3, qualifier: "approximately" } }))],
      "ca 4 av 2. Klart för kvartalet.",
    ],
  ])("%s", (_sentence, entries, said) => expect(sayOutcome(onPhone(activity, entries).activity, "sv")).toBe(said));

  test("what waits and what was refused is told apart, and what was undone is neither", () => {
    const refused = entry("odd", { state: "refused" });
    const gone = { ...deviation, id: "gone" };
    const back = { activityId: "a", deviationId: "gone" };
    const held = onPhone(activity, [
      entry("new"),
      deviation,
      refused,
      gone,
      entry("back", { endpoint: withdrawDeviation.name, input: back }),
      entry("half", { state: "draft" }),
    ]);
    expect(held.waiting.map(({ id }) => id)).toEqual(["new", "missed"]);
    expect(held.refused).toEqual([refused]);
  });

  test("where no number was promised it is told how much there is", () => {
    const open = { ...activity, expected: null, target: null };
    expect(sayOutcome(onPhone(open, [entry("new")]).activity, "sv")).toBe("6 tillfällen hittills.");
  });
});
