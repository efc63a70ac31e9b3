// A stretch of road, and what may be written of it.
import type { Area, Segment } from "../../ground/place.ts";
import type { Refusal } from "../../ground/result.ts";
import { personRefused, personsIn, type PersonWhy } from "../person-in-text.ts";

/** The stretch as people name it, and a line on the map where there is one. */
export type Stretch = Segment | Area;

export type TextWhy = Exclude<PersonWhy, "text-has-plate"> | "plate-belongs-with-police";

/** What points at a person is refused as everywhere; a registration plate with where it belongs. */
export function textRefused(fields: Readonly<Record<string, string>>): Refusal<TextWhy> | undefined {
  const refused = personRefused(fields);
  if (refused === undefined) return undefined;
  return refused.why === "text-has-plate"
    ? { ...refused, why: "plate-belongs-with-police" }
    : { ...refused, why: refused.why };
}

/** Somebody's door in the name of a road, as it stands there. */
export function doorIn(name: string): string | undefined {
  return personsIn(name).find(({ kind }) => kind === "address")?.found;
}
