import { expect, test } from "vitest";
import type { Day } from "../ground/time.ts";
import { contentField, type Content } from "../pledge/document.ts";
import { discloseEntry } from "./disclosure.ts";
import { entryOf, fullTextQuery, overviewAddress, type OverviewWish, readOverviewWish } from "./overview.ts";

const content = (changes: object = {}): Content =>
  contentField.parse({
    title: "Medborgarlöfte 2022–2024",
    parties: [{ standing: "municipality", name: "Ockelbo kommun" }],
    area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
    period: { from: { said: "2022", on: "2022-01-01" }, to: { said: "2024", on: "2024-12-31" } },
    basis: [],
    pledges: [],
    sources: [],
    ...changes,
  });
const pledge = (text: string, theme: string, targets: readonly (object | undefined)[] = []) => ({
  id: "01900000-0000-7000-8000-000000000001",
  order: 1,
  text,
  theme,
  owner: "joint",
  problemIds: [],
  activities: targets.map((target) => ({
    id: "01900000-0000-7000-8000-000000000002",
    number: "1.1",
    text: "Åtta kontroller",
    owner: "police",
    modality: "do-count",
    ...(target === undefined ? {} : { target }),
  })),
});
const told = { address: "/ockelbo/medborgarlofte/2022-2024", withdrawn: false, example: false };

test("a document is told by where, when, what about and how much of it can be counted", () => {
  const pledges = [
    pledge("Mer ljus", "Belysning", [{ value: 8 }, { unit: "lampor" }, undefined]),
    pledge("Lugnare", " belysning"),
  ];
  expect(entryOf(content({ pledges }), told)).toMatchObject({
    place: "Ockelbo",
    // The municipality lies in Gävleborg.
    areaCodes: ["2101", "21"],
    areaKey: "2101",
    themes: ["belysning"],
    activities: 3,
    numbered: 1,
    from: "2022-01-01",
    to: "2024-12-31",
  });
});

test.each<[string, object[], string, string[]]>([
  [
    "several municipalities in any order",
    [
      { kind: "municipality", code: "2104", name: "Hofors" },
      { kind: "municipality", code: "2101", name: "Ockelbo" },
    ],
    "2101+2104",
    ["2101", "2104", "21"],
  ],
  ["a municipality by its name", [{ kind: "area", name: "Hofors" }], "2104", ["2104", "21"]],
  ["a place within one", [{ kind: "area", name: "Rosengård" }], "rosengård", []],
  ["a county", [{ kind: "county", code: "21", name: "Gävleborgs län" }], "gävleborgs län", ["21"]],
  ["nobody said where", [{ kind: "unknown" }], "", []],
])("the area of %s", (_name, area, areaKey, areaCodes) => {
  expect(entryOf(content({ area }), told)).toMatchObject({ areaKey, areaCodes });
});

test("words in which somebody can be known are neither shown nor searched in", () => {
  const pledges = [pledge("Ring Anna Svensson på 070-123 45 67", "kontakt"), pledge("Mer ljus", "ljus")];
  const entry = discloseEntry(entryOf(content({ pledges }), told));
  expect(entry.pledges).toEqual([null, "Mer ljus"]);
  expect(entry.words).not.toMatch(/070|Svensson/);
  expect(entry.words).toContain("Mer ljus");
});

test("what a stranger asks is read from the address, and written there again", () => {
  const asked =
    "/loften?sok=mer+ljus&tema=trafik&omrade=2101&fran=2024-02-29&till=2024-12-31&tal=nej&utgangna=ja&sida=3";
  const wish = readOverviewWish(new URL(asked, "http://x").searchParams);
  expect(wish).toEqual({
    words: "mer ljus",
    theme: "trafik",
    area: "2101",
    from: "2024-02-29",
    to: "2024-12-31",
    notFrom: "",
    notTo: "",
    measurable: "no",
    expiredAlone: true,
    page: 3,
  });
  expect(overviewAddress(wish, 3)).toBe(asked);
  const odd = readOverviewWish(new URLSearchParams("omrade=x'&dag=2023-02-29&tal=kanske&sida=-1&utgangna=1"));
  expect(odd).toMatchObject({
    area: "",
    from: undefined,
    notFrom: "2023-02-29",
    measurable: "any",
    expiredAlone: false,
    page: 1,
  });
  expect(overviewAddress(odd, 1)).toBe("/loften");
});

test.each<[string, string, Partial<OverviewWish>]>([
  ["a link from before there was a period", "dag=2023-06-15", { from: "2023-06-15" as Day, to: "2023-06-15" as Day }],
  ["a first day alone", "fran=2023-06-15&dag=2020-01-01", { from: "2023-06-15" as Day, to: undefined }],
  ["a last day alone", "till=2023-06-15", { from: undefined, to: "2023-06-15" as Day, notFrom: "" }],
  ["days the wrong way", "fran=2024-01-01&till=2022-01-01", { from: "2022-01-01" as Day, to: "2024-01-01" as Day }],
  ["what is no day", "fran=2022-01-01&till=sen", { from: "2022-01-01" as Day, to: undefined, notTo: "sen" }],
])("the time asked about is read: %s", (_name, query, wish) => {
  expect(readOverviewWish(new URLSearchParams(query))).toMatchObject(wish);
});

test.each([
  ["Trafik på väg", "'Trafik':* & 'på':* & 'väg':*"],
  ["a'b | !c & (d) :*", "'a':* & 'b':* & 'c':* & 'd':*"],
  ["'; drop table x --", "'drop':* & 'table':* & 'x':*"],
  ["!!!", ""],
])("«%s» is asked of the words and never a command", (typed, query) => {
  expect(fullTextQuery(typed)).toBe(query);
});
