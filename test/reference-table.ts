import { readFileSync } from "node:fs";

/** The rows of a reference file (CSV without line breaks in its cells), without the heading and without quotes. */
export function tableOf(path: string): string[][] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => line.replaceAll('"', "").split(","));
}
