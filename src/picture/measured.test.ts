import { expect, test } from "vitest";
import type { Day } from "../ground/time.ts";
import { isMeasuredIn } from "./measured.ts";
import { type Asked, readQuestion } from "./question.ts";

const MEASURED = { from: "2025-05-10" as Day, to: "2025-05-17" as Day, area: "amot", sourceSlug: "trafikmatning" };

test.each<[string, Asked, boolean]>([
  ["everything", {}, true],
  ["days that end on its first", { till: "2025-05-10" }, true],
  ["days that begin on its last", { fran: "2025-05-17" }, true],
  ["its month", { fran: "2025-05", till: "2025-05" }, true],
  ["the days before", { till: "2025-05-09" }, false],
  ["the days after", { fran: "2025-05-18" }, false],
  ["a time that ends before it begins", { fran: "2025-05-17", till: "2025-05-10" }, false],
  ["its village", { ort: "amot" }, true],
  ["another village", { ort: "lingbo" }, false],
  ["its source among others", { kalla: "polisen,trafikmatning" }, true],
  ["another source", { kalla: "polisen" }, false],
  ["what is measured", { kunskap: "uppmatt" }, true],
  ["what is felt", { kunskap: "upplevt" }, false],
  ["a category", { kategori: "trafik" }, false],
  ["a kind", { slag: "problem" }, false],
  ["an hour", { tid: "fre21-22" }, false],
  ["a part of the map", { ruta: "16,60,17,61" }, false],
])("asked for %s, a measurement is there or not", (_what, asked, expected) => {
  const { question, unread } = readQuestion(asked);
  expect(unread).toEqual([]);
  expect(isMeasuredIn(MEASURED, question)).toBe(expected);
});
