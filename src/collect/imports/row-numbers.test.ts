import fc from "fast-check";
import { expect, test } from "vitest";
import { contentIds, lastSaid } from "./row-numbers.ts";

test("rows without a name of their own are called what they were called before: else a file read once more would be new", () => {
  const idOf = contentIds();
  expect(idOf(["a", "b"])).toBe("row-14kwvxn47s81dgco2tm9jz");
  expect(idOf(["a", "b"])).toBe("row-14kwvxn47s81dgco2tm9jz-2");
  expect(idOf([""])).toBe("row-26c8wzs8fs10kz98hrb9of");
  expect(idOf(["å", "ä", "ö"])).toBe("row-1xu5i2izqk50sce1rjjn1g");
});

test("what says the same is numbered, and what says another thing has another name", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { maxLength: 3 }), { maxLength: 60 }), (rows) => {
      const idOf = contentIds();
      const names = rows.map(idOf);
      expect(new Set(names).size).toBe(rows.length);
      const again = contentIds();
      expect(rows.map(again)).toEqual(names);
      for (const name of names) expect(name).toMatch(/^row-[0-9a-z]{22}(-\d+)?$/);
    }),
  );
});

test("what was said last under a name is known, however many names there are", () => {
  const said = lastSaid();
  for (let name = 0; name < 20_000; name++) expect(said(`n${name}`, "a")).toBe("first");
  for (let name = 0; name < 20_000; name++)
    expect(said(`n${name}`, name % 2 === 0 ? "a" : "b")).toBe(name % 2 === 0 ? "same" : "other");
});
