import { expect, test } from "vitest";
import { questionIn } from "./cited-question.ts";

test.each([
  ["a page of the picture", "https://samsyn.example/lagesbild/ockelbo?fran=2021-10", "fran=2021-10"],
  ["its address without the house", " /lagesbild/ockelbo?fran=2021-10#karta ", "fran=2021-10"],
  ["what belongs to no question is left out", "/lagesbild/ockelbo?lang=en&fran=2021-10", "fran=2021-10"],
  ["the whole picture asks nothing", "/lagesbild/ockelbo", undefined],
  ["what the picture does not know", "/lagesbild/ockelbo?fran=igår", undefined],
  ["words", "hur många i höst?", undefined],
])("%s", (_name, address, expected) => {
  expect(questionIn(address)).toBe(expected);
});
