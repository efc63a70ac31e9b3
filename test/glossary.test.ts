import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = readFileSync(join(root, "docs/GLOSSARY.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("every word of the glossary has one line, once, in Swedish order", () => {
  const words = rows.map(([, swedish = ""]) => swedish);
  expect(rows.filter((cells) => cells.length !== 5 || cells.slice(1, 4).some((cell) => cell === ""))).toEqual([]);
  expect(words).toEqual(words.toSorted(new Intl.Collator("sv").compare));
  expect(new Set(words).size).toBe(words.length);
});

test("every code word of the glossary is in the code", () => {
  const code = ["src", "migrations"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(root, folder, name)),
    )
    .filter((path) => /[.](ts|tsx|sql)$/.test(path))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const named = rows.flatMap(([, , inCode = ""]) => [...inCode.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
  expect(named.length).toBeGreaterThan(70);
  expect(named.filter((name) => !code.includes(name))).toEqual([]);
});
