// Every no of the house: one word, one sentence in each language, and a test that has heard it said.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { refusals as act } from "../src/act/words.ts";
import { refusals as collect } from "../src/collect/words.ts";
import { refusals as follow } from "../src/follow/words.ts";
import { refusals as partnership } from "../src/partnership/words.ts";
import { platformRefusals as platform } from "../src/platform/server/problem.ts";
import { refusals as pledge } from "../src/pledge/words.ts";
import { refusals as prioritise } from "../src/prioritise/words.ts";
import { refusals as tell } from "../src/tell/words.ts";

const projectRoot = fileURLToPath(new URL("..", import.meta.url));
const rooms = { platform, partnership, collect, prioritise, pledge, act, follow, tell };
const sentences = Object.entries(rooms).flatMap(([room, refusals]) =>
  Object.entries(refusals as Record<string, { sv: string; en: string }>).map(([why, said]) => ({ room, why, said })),
);

const read = (path: string) => ({ path, text: readFileSync(join(projectRoot, path), "utf8") });
const sources = ["src", "test"].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /[.]tsx?$/.test(path))
    .map((path) => read(`${folder}/${path}`)),
);
const tests = sources.filter(({ path }) => /[.]test[.]tsx?$/.test(path) && path !== "test/refusals.test.ts");
const product = sources.filter(({ path }) => path.startsWith("src/") && !/[.]test[.]/.test(path));

/** Said by the browser to its own page, never by a rule or a door; their sentences are the screens'. */
const SAID_BY_SCREENS = new Set(["phone-full", "unread", "offline", "file-broken", "file-elsewhere", "line-unread"]);

describe("a no", () => {
  test.each(sentences)("«$why» of $room is a sentence in Swedish and in English", ({ why, said }) => {
    expect(why).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [said.sv, said.en]) expect(text).toMatch(/^\p{Lu}|^[«“{]|^polisen[.]se/u);
    for (const text of [said.sv, said.en]) expect(text).toMatch(/[.?]$/);
    const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    expect(new Set(blanks(said.en))).toEqual(new Set(blanks(said.sv)));
  });

  test("is one word with one sentence: no two rooms say different things by it", () => {
    const twice = sentences.filter(({ why }) => sentences.filter((other) => other.why === why).length > 1);
    expect(twice.map(({ room, why }) => `${room}: ${why}`)).toEqual([]);
  });

  test("that some code says has a sentence", () => {
    const known = new Set(sentences.map(({ why }) => why));
    const said = product.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:\bwhy: |\bno(?:<\w+>)?\(\s*)"([a-z]+(?:-[a-z]+)*)"/g)].map(([, why = ""]) => ({
        path,
        why,
      })),
    );
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter(({ why }) => !known.has(why) && !SAID_BY_SCREENS.has(why))).toEqual([]);
  });

  test("that has a sentence is said by some code", () => {
    // A word that only stands in the list of what might be said is not said.
    const saying = product
      .filter(({ path }) => !path.endsWith("/words.ts"))
      .map(({ text }) =>
        text.replaceAll(/[|]\s*"[a-z-]+"|"[a-z-]+"(?=\s*[|])/g, "").replaceAll(/^ {2}"?[a-z-]+"?: \{$/gm, ""),
      );
    const mute = sentences.filter(
      ({ why }) => !why.startsWith("text-has-") && !saying.some((text) => text.includes(`"${why}"`)),
    );
    expect(mute.map(({ room, why }) => `${room}: ${why}`)).toEqual([]);
  });

  test("is heard by at least one test", () => {
    const unheard = sentences.filter(({ why }) => !tests.some(({ text }) => text.includes(`"${why}"`)));
    expect(unheard.map(({ room, why }) => `${room}: ${why}`)).toEqual([]);
  });
});
