// What in a note points at somebody, and what a writer's reason does to it.
import { nameOfPlace, type Place } from "../../ground/place.ts";
import type { Refusal } from "../../ground/result.ts";
import { type PersonFound, type PersonKind, personRefused, personsIn, type PersonWhy } from "../person-in-text.ts";

/** The fields of a note in which somebody could be named. */
export type Written = {
  readonly text: string;
  readonly consequence: string;
  readonly proposal: string;
  readonly place: Place;
};
const fieldsOf = ({ text, consequence, proposal, place }: Written) => ({
  text,
  consequence,
  proposal,
  place: nameOfPlace(place),
});

/** Everything in a note that surely points at somebody. */
function pointingIn(note: Written): readonly PersonFound[] {
  return Object.values(fieldsOf(note)).flatMap((text) => personsIn(text).filter(({ sure }) => sure));
}

/**
 * What a writer's reason does to a note that points at somebody: refused without one, held with one. Undefined where nothing points at anybody.
 */
export function heldBack<Sharing extends string>(
  note: Written & { readonly sharing: Sharing; readonly override?: string | undefined },
):
  | { readonly refusal: Refusal<PersonWhy> }
  | { readonly wished: Sharing; readonly reason: string; readonly kinds: readonly PersonKind[] }
  | undefined {
  const refusal = personRefused(fieldsOf(note));
  if (refusal === undefined) return undefined;
  const reason = note.override?.trim() ?? "";
  if (reason === "") return { refusal };
  const inReason = personRefused({ override: reason });
  if (inReason !== undefined) return { refusal: inReason };
  const kinds = [...new Set(pointingIn(note).map(({ kind }) => kind))].toSorted();
  return { wished: note.sharing, reason, kinds };
}
