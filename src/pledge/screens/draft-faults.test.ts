// What keeps a draft from being saved is said at the field it is about, in both languages.
import { expect, test } from "vitest";
import type { Id } from "../../ground/id.ts";
import type { Day } from "../../ground/time.ts";
import type { Activity, Content, Pledge } from "../document.ts";
import { faultsOf } from "./draft-faults.ts";

const activity: Activity = {
  id: "0190a0a0-0000-7000-8000-000000000001" as Id<"activity">,
  number: "1.1",
  text: "Polisen gör åtta kontroller.",
  owner: "police",
  modality: "do-count",
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
const withActivity = (part: Partial<Activity>): Content => ({
  ...content,
  pledges: [{ ...pledge, activities: [{ ...activity, ...part }] }],
});
const withPledge = (part: Partial<Pledge>): Content => ({ ...content, pledges: [{ ...pledge, ...part }] });
const baseline = { value: { value: 2, qualifier: "exact" as const }, unit: "st", source: "" };
const organisationId = "0190a0a0-0000-7000-8000-000000000002" as Id<"organisation">;

test.each<[string, Content, string, string]>([
  ["no title", { ...content, title: " " }, "draft--title", "Hela löftet: skriv «Rubrik»."],
  ["no area", { ...content, area: [] }, "draft--area", "Hela löftet: skriv «Var löftet gäller»."],
  ["a löfte without words", withPledge({ text: "" }), "draft-1-text", "Löfte 1: skriv «Vad ni lovar»."],
  ["no theme", withPledge({ theme: "" }), "draft-1-theme", "Löfte 1: skriv «Ämne»."],
  [
    "a long part of it",
    withPledge({ subPledges: ["Också på vintern", "x".repeat(2001)] }),
    "draft-1-subPledges",
    "Löfte 1: «Delar av löftet, för en grupp eller en plats» får vara högst 2000 tecken.",
  ],
  ["an activity without words", withActivity({ text: "" }), "draft-1.1-text", "Aktivitet 1.1: skriv «Vad ni gör»."],
  [
    "whose unit, and no unit",
    withActivity({ accountable: { organisationId, unit: "", accepted: false } }),
    "draft-1.1-unit",
    "Aktivitet 1.1: skriv «Ansvarig enhet».",
  ],
  [
    "a baseline that nobody knows",
    withActivity({ baseline }),
    "draft-1.1-baselineSource",
    "Aktivitet 1.1: skriv «Varifrån ni vet utgångsläget».",
  ],
  [
    "too many places",
    withActivity({ target: { places: Array.from({ length: 51 }, (_none, place) => `plats ${place}`) } }),
    "draft-1.1-places",
    "Aktivitet 1.1: «Var» får vara högst 50.",
  ],
  [
    "more than anybody counts",
    withActivity({ target: { value: 2e6 } }),
    "draft-1.1-value",
    "Aktivitet 1.1: «Hur många» får vara högst 1000000.",
  ],
  [
    "half a school",
    withActivity({ target: { value: 2, perEntity: { name: "skola", count: 1.5 } } }),
    "draft-1.1-forEachCount",
    "Aktivitet 1.1: «Antal sådana» går inte att läsa.",
  ],
])("%s is said at its field", (_name, given, fieldId, text) => {
  expect(faultsOf(given, "sv")).toEqual([{ fieldId, text }]);
});

test("nothing is said of a draft that can be saved", () => {
  expect(faultsOf(content, "sv")).toEqual([]);
});

test("each field is told once, in the reader's language", () => {
  const twice = withPledge({ causes: ["x".repeat(501), "y".repeat(501)] });
  expect(faultsOf(twice, "en")).toEqual([
    { fieldId: "draft-1-causes", text: "Promise 1: «Causes you act on» may have at most 500 characters." },
  ]);
});
