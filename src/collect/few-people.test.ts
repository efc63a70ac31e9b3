import { expect, test } from "vitest";
import { everyFewIn, fewPeopleIn } from "./few-people.ts";

test.each([
  ["I Åmot har tre flickor slutat gå till skolan.", "tre flickor"],
  ["2 yngre pojkar sågs vid stationen", "2 yngre pojkar"],
  ["de såg en misstänkt vid bron", "en misstänkt"],
  ["Tre tjejer i åk 9 i Åmot", "Tre tjejer"],
  ["Två 15-åringar i Lingbo", "Två 15-åringar"],
  ["Det var fyra killar", "fyra killar"],
  ["3 unga i Åmot", "3 unga"],
  ["en 14-årig flicka", "en 14-årig flicka"],
  ["sju elever i Åmot", "sju elever"],
  ["Fem flickor i Jädraås", "Fem flickor"],
  ["9 skolelever", "9 skolelever"],
  ["sju kvinnor i Åmot", undefined],
  ["fyra kvinnor i Åmot", "fyra kvinnor"],
  ["tio elever", undefined],
  ["12 elever och 25 unga", undefined],
  ["Elever i årskurs 8 elever", undefined],
  ["Möten för åk 7–9 elever", undefined],
  ["Högst fem elever per grupp", undefined],
  ["två ungdomsgårdar, fem elevråd och tre familjecentraler", undefined],
  ["Minst två elever går med", undefined],
  ["Fyra av sju lokala aktörer nämnde fredagskvällarna.", undefined],
  ["Flera unga i kommunen", undefined],
])("%s", (text, expected) => {
  expect(fewPeopleIn(text)).toBe(expected);
});

test("all of them are told, in the order they stand", () => {
  expect(everyFewIn("Två pojkar rånade tre flickor, medan elva barn såg på.")).toEqual(["Två pojkar", "tre flickor"]);
});
