import { expect, test } from "vitest";
import type { Place } from "../ground/place.ts";
import { placesNamed } from "./named-places.ts";

const OUTLINED: Place = {
  kind: "area",
  name: "Åmot",
  outline: [
    [
      [16, 60],
      [17, 60],
      [17, 61],
      [16, 60],
    ],
  ],
};
const OCKELBO: Place = { kind: "municipality", code: "2101", name: "Ockelbo" };
const UNNAMED: Place = { kind: "point", position: [16.7, 60.9] };

test.each<[string, string[], Place[], Place[]]>([
  ["a municipality is known by its name", ["Ockelbo"], [], [OCKELBO]],
  ["so are several", ["Ockelbo", "Hofors"], [], [OCKELBO, { kind: "municipality", code: "2104", name: "Hofors" }]],
  ["and a county", ["Gävleborgs län"], [], [{ kind: "county", code: "21", name: "Gävleborgs län" }]],
  ["anything else is an area", ["Stationsområdet"], [], [{ kind: "area", name: "Stationsområdet" }]],
  ["which a municipality is not while one writes on", ["Ockelbo "], [], [{ kind: "area", name: "Ockelbo " }]],
  ["what was known of a place stays", ["Åmot"], [OUTLINED], [OUTLINED]],
  [
    "also where two have one name",
    ["Ockelbo", "Ockelbo"],
    [{ kind: "area", name: "Ockelbo" }],
    [{ kind: "area", name: "Ockelbo" }, OCKELBO],
  ],
  ["a place without a name is nobody's line, and stays", ["Åmot"], [UNNAMED, OUTLINED], [OUTLINED, UNNAMED]],
  ["what is taken away is gone", [], [OUTLINED], []],
])("%s", (_name, names, before, expected) => {
  expect(placesNamed(names, before)).toEqual(expected);
});
