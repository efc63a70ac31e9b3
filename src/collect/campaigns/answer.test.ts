import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  askedOf,
  type ContactSheet,
  contactOn,
  countedOn,
  type Givens,
  groupsOf,
  letOut,
  needsReading,
  readGiven,
  readItemPoints,
  textsOf,
} from "./answer.ts";
import type { Item } from "./campaign.ts";

const options = (...keys: string[]) => keys.map((key) => ({ key, words: { sv: key } }));
const item = (key: string, question: Item["question"], shownWhen?: Item["shownWhen"]): Item => ({
  id: key,
  key,
  version: 1,
  words: { sv: key },
  question,
  shownWhen,
});
const ITEMS = [
  item("trygg", { kind: "scale", options: options("ja", "nej") }),
  item("varfor", { kind: "several", options: options("mork", "fart") }, { key: "trygg", among: ["nej"] }),
  item("fart", { kind: "one", options: options("bil", "moped") }, { key: "varfor", among: ["fart"] }),
  item("plats", { kind: "place", options: options("skolan") }),
  item("text", { kind: "text" }),
];
const read = (form: Record<string, string[]>) => readGiven(ITEMS, (key) => form[key] ?? []);

describe("what is asked follows what was answered", () => {
  test.each([
    ["nothing yet", {}, ["trygg", "plats", "text"]],
    ["safe", { trygg: "ja" }, ["trygg", "plats", "text"]],
    ["unsafe", { trygg: "nej" }, ["trygg", "varfor", "plats", "text"]],
    ["unsafe for speed", { trygg: "nej", varfor: ["fart"] }, ["trygg", "varfor", "fart", "plats", "text"]],
    ["went back and felt safe", { trygg: "ja", varfor: ["fart"], fart: "bil" }, ["trygg", "plats", "text"]],
  ])("%s", (_how, given, asked) => {
    expect(askedOf(ITEMS, given).map(({ key }) => key)).toEqual(asked);
  });
});

describe("a form is read", () => {
  test.each<[string, Record<string, string[]>, object]>([
    ["nothing is compulsory", {}, {}],
    ["a choice that is not there is no answer", { trygg: ["kanske"] }, {}],
    ["a question that is not there is no answer", { annat: ["ja"] }, {}],
    ["several once each", { varfor: ["fart", "mork", "fart"] }, { varfor: ["fart", "mork"] }],
    ["a place in words", { "plats.words": [" bakom kiosken "] }, { plats: ["", "bakom kiosken"] }],
    ["a place among those named", { plats: ["skolan"] }, { plats: ["skolan", ""] }],
    ["a text without its blanks", { text: ["  mörkt  "] }, { text: "mörkt" }],
  ])("%s", (_how, form, given) => {
    expect(read(form).given).toEqual(given);
  });

  test("what points at a person is covered before anybody reads it", () => {
    const { given, covered } = read({ text: ["Ring 070-123 45 67 eller anna@example.se om lampan"] });
    expect(given["text"]).toBe("Ring [telefonnummer] eller [e-postadress] om lampan");
    expect(covered["text"]).toEqual(["phone", "e-mail"]);
    expect(read({ text: ["Lampan är trasig"] }).covered).toEqual({});
  });

  test("words are coded, choices are not", () => {
    const { given } = read({ trygg: ["nej"], text: ["mörkt"], "plats.words": ["kiosken"] });
    expect(textsOf(ITEMS, given)).toEqual([
      { key: "plats", text: "kiosken" },
      { key: "text", text: "mörkt" },
    ]);
  });
});

describe("what is kept apart", () => {
  const group = fc.constantFrom("age.18-29", "age.65-up", "sex.woman", "sex.man", "village.amot");
  test("counts say how many, and the order they came in leaves no trace", () => {
    fc.assert(
      fc.property(fc.array(fc.array(group, { maxLength: 3 }), { maxLength: 12 }), (answers) => {
        const count = (list: string[][]) =>
          JSON.stringify(
            list.reduce<Readonly<Record<string, number>>>((sheet, groups) => countedOn(sheet, groups), {}),
          );
        expect(count(answers.toReversed())).toBe(count(answers));
      }),
    );
  });
  test("so do contacts", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 9 })), (contacts) => {
        const kept = (list: string[]) => list.reduce<ContactSheet>(contactOn, { entries: [], waiting: [] });
        const { entries, waiting } = kept(contacts);
        expect([entries, waiting]).toEqual([[], contacts.toSorted()]);
        expect(kept(contacts.toReversed())).toEqual(kept(contacts));
        // Night after night, until fewer than ten wait: five at a time, nobody lost, nobody twice.
        let sheet = kept(contacts);
        for (let night = 0; night < contacts.length; night++) {
          const before = sheet;
          sheet = letOut(before, (all) => all.toReversed());
          expect(sheet.entries.length - before.entries.length).toBe(before.waiting.length < 10 ? 0 : 5);
          expect(sheet.entries).toEqual(sheet.entries.toSorted());
        }
        expect([...sheet.entries, ...sheet.waiting].toSorted()).toEqual(contacts.toSorted());
        expect(sheet.waiting.length).toBeLessThan(10);
      }),
    );
  });
  test("each group by itself, never together", () => {
    expect(groupsOf({ age: "65-up", sex: "woman", village: "amot" })).toEqual([
      "age.65-up",
      "sex.woman",
      "village.amot",
    ]);
    expect(groupsOf({})).toEqual([]);
  });
});

test("a point is read where there is a map to point on, and nowhere else", () => {
  const around = [
    [16, 60],
    [17, 60],
    [17, 61],
    [16, 60],
  ] as const;
  const points = (question: Item["question"]) =>
    readItemPoints([item("plats", question)], [around], (name) => (name === "plats.point" ? ["16.9 60.2"] : [])).points;
  expect(points({ kind: "place", options: options("skolan") })).toHaveLength(1);
  expect(points({ kind: "place", options: options("skolan"), map: "off" })).toEqual([]);
  expect(points({ kind: "one", options: options("skolan") })).toEqual([]);
});

describe("what must be read before others do", () => {
  test.each<[string, Givens, boolean, boolean]>([
    ["only what was chosen: no", { trygg: "ja", plats: ["skolan", ""] }, false, false],
    ["nothing but a point, which is no part of the answer: no", {}, false, false],
    ["words: yes", { trygg: "ja", text: "Mer ljus" }, false, true],
    ["words about where: yes", { plats: ["", "bakom skolan"] }, false, true],
    ["a photo: yes", { trygg: "ja" }, true, true],
  ])("%s", (_what, given, hasPhoto, expected) => {
    expect(needsReading(ITEMS, given, hasPhoto)).toBe(expected);
  });
});
