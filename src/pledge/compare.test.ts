import { expect, test } from "vitest";
import { goodBundle } from "../../test/evidence.ts";
import { compareTexts } from "./compare.ts";
import type { Content } from "./document.ts";

const content = JSON.parse(goodBundle().document.text) as Content;
const same = `Medborgarlöfte 2025–2027
Det här lovar vi tillsammans.

Det ska gå långsammare förbi skolan. Polisen kontrollerar hastigheten tolv gånger om året.

Gångvägen ska ha ljus hela vägen.   Gatuenheten sätter upp fjorton lyktstolpar.`;

test("the same words in other lines are the same text", () => {
  expect(compareTexts(content, same)).toMatchObject({ words: 0, where: [] });
});

test("how many words differ, and where", () => {
  expect(compareTexts(content, same.replace("lovar vi tillsammans", "lovar polisen"))).toMatchObject({
    words: 2,
    where: [0],
  });
  const other = same.replace("tolv", "tio").replace("fjorton lyktstolpar", "lyktstolpar");
  const { words, where, parts } = compareTexts(content, other);
  expect({ words, where }).toEqual({ words: 2, where: [1, 2] });
  expect(parts.filter(({ change }) => change === "added").map(({ text }) => text.trim())).toEqual(["tio"]);
});

test("what is only in one of them counts once", () => {
  expect(compareTexts(content, `${same} Och mer därtill.`).words).toBe(3);
  expect(compareTexts(content, "").words).toBeGreaterThan(20);
  // A part that is gone is gone from every löfte it was in.
  expect(compareTexts(content, "Medborgarlöfte 2025–2027").where).toEqual([0, 1, 2]);
});
