import { describe, expect, test } from "vitest";
import { goodBundle } from "../../../test/evidence.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Content } from "../document.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import { compareItems, compareWithPublished, MOST_PUBLISHED, tally } from "./drift.ts";
import { htmlOf, renderingOf, textOf } from "./rendering.ts";
import { frameOf } from "./words.ts";

const bundle = goodBundle();
const content = JSON.parse(bundle.document.text) as Content;
const made = {
  content,
  contentHash: bundle.document.contentHash,
  signedOn: "2024-12-17" as Day,
  page: "https://a.se/b",
  example: false,
};
const text = textOf(renderingOf("municipality-page", made, frameOf(made, "sv")));
const states = (published: string) =>
  Object.fromEntries(compareItems(content, published).items.map(({ number, state }) => [number, state]));
const ALL = { 0: "same", 1: "same", 1.1: "same", 2: "same", 2.1: "same" };

describe("a published text beside the signed one", () => {
  test.for([
    ["as it was handed out", text],
    ["in lines as an e-mail breaks them", text.replaceAll(/(.{20,40}) /g, "$1\n")],
    ["with numbers of its own kind", text.replace("– 1.1 ", "1) ").replace("– 2.1 ", "Aktivitet 2.1: ")],
    [
      "with other spaces, points and soft hyphens",
      text.replaceAll(" ", "  ").replaceAll("hastigheten", "hastig\u00ADheten"),
    ],
    ["as the letters are put together elsewhere", text.normalize("NFD")],
    ["without numbers, with bullets", text.replaceAll(/– \d\.\d /g, "• ")],
    ["in another order", text.split("\n\n").toReversed().join("\n\n")],
    ["among a page's menus", `Meny\nStart\nSök\n${text}\nKontakta oss på växeln\nOm webbplatsen`],
  ] as const)("is word for word %s", ([, published]) => {
    expect(states(published)).toEqual(ALL);
  });

  test("is told item by item: the same, changed word by word, missing", () => {
    const published = text.replace("tolv gånger", "minst tio gånger").replace(/– 2\.1 .*\n/, "");
    const drift = compareItems(content, published);
    expect(states(published)).toEqual({ ...ALL, 1.1: "changed", 2.1: "missing" });
    const changed = drift.items.find(({ number }) => number === "1.1");
    expect(changed).toMatchObject({ state: "changed" });
    const parts = changed?.state === "changed" ? changed.parts : [];
    const said = (change: string) =>
      parts!
        .filter((part) => part.change === change)
        .map((part) => part.text.trim())
        .join(" ");
    expect([said("removed"), said("added")]).toEqual(["tolv", "minst tio"]);
    expect(tally(drift)).toMatchObject({ same: 3, changed: 1, missing: 1 });
  });

  test("an item that was taken into a longer sentence is changed, and never the same", () => {
    const published = text.replace(
      "Gångvägen ska ha ljus hela vägen.",
      "Vi lovar inte att gångvägen ska ha ljus hela vägen.",
    );
    expect(states(published)).toEqual({ ...ALL, 2: "changed" });
  });

  test("a number that a line begins with is not taken for the item's own", () => {
    const [first, ...rest] = content.pledges;
    const activity = { ...first!.activities[0]!, text: "12 hastighetskontroller om året vid skolan." };
    const counted = { ...content, pledges: [{ ...first!, activities: [activity] }, ...rest] };
    const item = compareItems(counted, "10 hastighetskontroller om året vid skolan.").items.find(
      ({ number }) => number === "1.1",
    );
    expect(item).toMatchObject({ state: "changed", parts: [{ text: "12" }, { text: "10" }, {}] });
    expect(compareItems(counted, "1.1 12 hastighetskontroller om året vid skolan.").items[2]).toMatchObject({
      state: "same",
    });
  });

  test("a short promise that became longer is changed, and its neighbour stays its own", () => {
    const published = text.replace("upp fjorton lyktstolpar", "upp fjorton lyktstolpar om pengarna räcker");
    expect(states(published)).toEqual({ ...ALL, 2.1: "changed" });
  });

  test("another text has none of it", () => {
    expect(
      new Set(Object.values(states("Ett recept på pannkakor. Vispa ihop mjöl, mjölk och ägg. Stek i smör."))),
    ).toEqual(new Set(["missing"]));
  });

  test("what stands besides is told, and what belongs to the text is not", () => {
    const frame = text.split("\n\n");
    const published = `${text}\n\nPolisen lovar också att patrullera vid badet varje kväll.`;
    expect(compareItems(content, published, frame).added).toEqual([
      "Polisen lovar också att patrullera vid badet varje kväll.",
    ]);
    expect(compareItems(content, text, frame).added).toEqual([]);
  });

  test("words that may name somebody are kept nowhere", () => {
    const published = text.replace(
      "Polisen kontrollerar hastigheten",
      "Anna Andersson, 850312-1234, kontrollerar hastigheten",
    );
    const item = compareItems(content, published).items.find(({ number }) => number === "1.1");
    expect(item).toMatchObject({ state: "changed", parts: null });
  });

  test("markup is not a text: the two are told apart", () => {
    expect(states(htmlOf(renderingOf("press", made, frameOf(made, "sv"))))[2.1]).toBe("missing");
  });
});

describe("comparing", () => {
  const person = (role: string) =>
    ({ id: "karin", grants: [{ partnershipId: "p", organisationId: "o", role }] }) as never;
  const decide = (published: string, state = "published") =>
    compareWithPublished.decide(
      { place: "police-page", address: " https://polisen.se/ockelbo " },
      {
        partnershipId: "p",
        document: { id: "d", state, content, contentHash: made.contentHash } as unknown as PledgeDocument,
        frame: [],
        published,
        isFetched: false,
      },
      { at: "2026-11-24T09:00:00.000Z" as Instant, by: person("liaison"), newId: () => "new" },
    );
  test.for([
    [" \n ", "published", "published-text-empty"],
    ["–– ..", "published", "published-text-empty"],
    ["x".repeat(MOST_PUBLISHED + 1), "published", "published-text-too-long"],
    [text, "draft", "not-signed-yet"],
    [text, "half-signed", "not-signed-yet"],
  ] as const)("is refused with a sentence (%#)", ([published, state, why]) => {
    expect(decide(published, state)).toMatchObject({ refusal: { why } });
  });
  test("keeps where it was read, and only those who write may", () => {
    expect(decide(text)).toMatchObject({ value: { address: "https://polisen.se/ockelbo", place: "police-page" } });
    expect(compareWithPublished.may(person("walk-leader"), {} as never, { partnershipId: "p" } as never)).toEqual({
      why: "not-yours",
    });
  });

  test("the longest text there is room for is compared in little time", () => {
    const long = `${"Kommunen och polisen berättar om tryggheten i kommunen. ".repeat(3000)}\n${text}`;
    expect(states(long)).toEqual(ALL);
  });
});
