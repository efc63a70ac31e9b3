import { describe, expect, test } from "vitest";
import type { Id } from "../ground/id.ts";
import type { Day } from "../ground/time.ts";
import type { Activity, Content, Pledge } from "./document.ts";
import { isOlder, promisedHash, writtenFor } from "./easy.ts";
import { longestSentence } from "./sentence.ts";

const activity: Activity = {
  id: "0190a0a0-0000-7000-8000-000000000001" as Id<"activity">,
  number: "1.1",
  text: "Polisen mäter farten.",
  owner: "police",
  modality: "do-count",
  target: { comparator: "at-least", value: 8, unit: "mätningar", per: "year", places: ["Bruksvägen"] },
};
const pledge: Pledge = {
  id: "0190a0a0-0000-7000-8000-000000000003" as Id<"pledge">,
  order: 1,
  text: "Det ska gå långsammare.",
  theme: "trafik",
  owner: "joint",
  problemIds: [],
  activities: [activity],
};
const content: Content = {
  title: "Medborgarlöfte",
  parties: [{ standing: "police", name: "Polisen" }],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "2028", on: "2028-01-01" as Day } },
  basis: [],
  pledges: [pledge],
  sources: [],
};
const withActivity = (part: Partial<Activity>): Pledge => ({ ...pledge, activities: [{ ...activity, ...part }] });

describe("what is said again was written from what is promised", () => {
  test.each<[string, Pledge, boolean]>([
    ["the same words", pledge, false],
    ["another number of it", { ...pledge, order: 3 }, false],
    ["another unit that answers for it", withActivity({ owner: "municipality" }), false],
    ["a reason", { ...pledge, exceptions: [{ rule: "no-cause", reason: "Det vet ingen." }] }, false],
    ["other words", { ...pledge, text: "Det ska gå fortare." }, true],
    ["a part more", { ...pledge, subPledges: ["Också vid skolan."] }, true],
    ["another activity", withActivity({ text: "Polisen räknar bilar." }), true],
    ["half as many", withActivity({ target: { ...activity.target!, value: 4 } }), true],
    ["elsewhere", withActivity({ place: { kind: "area", name: "Åmot" } }), true],
    ["later", withActivity({ deadline: { said: "2029" } }), true],
    ["only if", withActivity({ condition: "om mätaren är hel" }), true],
    ["none of it", { ...pledge, activities: [] }, true],
  ])("%s", (_name, later, expected) => {
    expect(isOlder(later, writtenFor(pledge, "Polisen mäter farten.")!)).toBe(expected);
  });

  test("of the whole: every löfte of it, its title and its days", () => {
    const again = writtenFor(content, "Vi lovar lägre fart.")!;
    expect(isOlder(content, again)).toBe(false);
    expect(isOlder({ ...content, review: "Varje mars" }, again)).toBe(false);
    expect(isOlder({ ...content, title: "Nytt löfte" }, again)).toBe(true);
    expect(isOlder({ ...content, pledges: [withActivity({ text: "Annat." })] }, again)).toBe(true);
    expect(isOlder({ ...content, period: { from: { said: "2029" } } }, again)).toBe(true);
  });

  test("a text that is emptied is gone; a löfte and the whole have checksums of their own", () => {
    expect(writtenFor(pledge, "  ")).toBeUndefined();
    expect(promisedHash(pledge)).not.toBe(promisedHash(content));
  });
});

test.each([
  ["", 0],
  ["Vi mäter. Vi mäter igen nästa år.", 5],
  ["Vi mäter\nVi mäter igen", 3],
  ["Hastigheten, 42.5 km/h, ska ner. Sedan mäter vi.", 5],
  ["Vi mäter kl. 16 varje dag.", 6],
])("the longest sentence of «%s» has %i words", (text, expected) => {
  expect(longestSentence(text)).toBe(expected);
});
