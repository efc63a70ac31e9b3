import { expect, test } from "vitest";
import { fewPeopleIn } from "./few-people.ts";

test.each([
  ["I Åmot har tre flickor slutat gå till skolan.", "tre flickor"],
  ["2 yngre pojkar sågs vid stationen", "2 yngre pojkar"],
  ["de såg en misstänkt vid bron", "en misstänkt"],
  ["Minst två elever går med", undefined],
  ["Fyra av sju lokala aktörer nämnde fredagskvällarna.", undefined],
  ["Flera unga i kommunen", undefined],
])("%s", (text, expected) => {
  expect(fewPeopleIn(text)).toBe(expected);
});
