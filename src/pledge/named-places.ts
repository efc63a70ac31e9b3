// Places as somebody writes them, one a line: a municipality and a county are known by their names, anything else is an area of that name.
import { countyNamed, municipalityNamed } from "../ground/municipalities.ts";
import { nameOfPlace, type Place } from "../ground/place.ts";

/** The places of these names. One that was there before is the same place still, with what is known of where it lies; those without a name stay. */
export function placesNamed(names: readonly string[], before: readonly Place[]): Place[] {
  const left = [...before];
  const named = names.map((name): Place => {
    const at = left.findIndex((place) => nameOfPlace(place) === name);
    const [known] = at === -1 ? [] : left.splice(at, 1);
    // A space at its end: somebody is writing on, «Ockelbo centrum».
    const whole = name === name.trim();
    return known ?? (whole ? (municipalityNamed(name) ?? countyNamed(name)) : undefined) ?? { kind: "area", name };
  });
  return [...named, ...left.filter((place) => nameOfPlace(place) === "")];
}
