import { expect, test } from "vitest";
import { amina, by, must, PARTNERSHIP, why } from "../../../test/people.ts";
import { holdFile, MOST_FILES, MOST_MEGABYTES } from "./held-file.ts";

const MEGABYTE = 1024 * 1024;
const held = (files: number, waiting: number, bytes: number) =>
  holdFile.decide(
    { fileName: "lista.csv" },
    { partnershipId: PARTNERSHIP, bytes, waiting: { files, bytes: waiting } },
    by(amina),
  );

test("a file is held up to the number and the size there is room for", () => {
  expect(must(held(MOST_FILES - 1, 0, 1))).toMatchObject({ bytes: 1, state: "held" });
  expect(must(held(1, (MOST_MEGABYTES - 1) * MEGABYTE, MEGABYTE))).toMatchObject({ bytes: MEGABYTE });
});

test.each([
  ["one too many", MOST_FILES, 0, 1, "too-many-files"],
  ["a byte too much", 1, (MOST_MEGABYTES - 1) * MEGABYTE, MEGABYTE + 1, "too-much-waits"],
  ["nothing in it", 0, 0, 0, "file-is-empty"],
] as const)("a file is refused: %s", (_how, files, waiting, bytes, refused) => {
  expect(why(held(files, waiting, bytes))).toBe(refused);
});
