import { describe, expect, test } from "vitest";
import { progressTo } from "./progress.ts";

const maps = { sv: "kartor", en: "maps" };
function running(isTerminal: boolean, every: number) {
  let [text, time] = ["", 0];
  const progress = progressTo({ write: (more) => (text += more), isTerminal, now: () => time }, maps);
  for (let part = 1; part <= 100; part++) {
    time += every;
    progress.done(part, 100);
  }
  progress.end();
  return text;
}

describe("how far it has come", () => {
  test("is not told of what is over in a moment", () => {
    expect(running(true, 9)).toBe("");
    expect(running(false, 9)).toBe("");
  });
  test("is a line for every tenth, once it takes time", () => {
    const lines = running(false, 100).split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "  … 10 av 100 kartor / 10 of 100 maps",
      "  … 20 av 100 kartor / 20 of 100 maps",
    ]);
    expect(lines).toHaveLength(11);
  });
  test("is one line on a terminal, written over and then taken away", () => {
    const text = running(true, 100);
    expect(text).not.toContain("\n");
    expect(text.endsWith("\r\u001b[K")).toBe(true);
    expect(text).toContain("100 av 100");
  });
});
