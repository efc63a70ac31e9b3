// A note made by hand says itself who may see it, also where it lies in a source that is its owner's own (domain.md 2.3: what is shared is decided for each contribution). That there is such a source, and
// what it is called, is the owner's: shared notes out of it stand under the organisation that shares them, to both parties alike.
import type { Sharing } from "../collect/observation.ts";
import { knowledgeOf, type SecrecyClass } from "../collect/source.ts";

export type SharingOrganisation = { readonly id: string; readonly name: string };

/** Whether a note is told of without its source. A source that the one who asks may not see has no secrecy class here. */
export function isSharedOut(sharing: Sharing, secrecyClass: SecrecyClass | null): boolean {
  return sharing !== "own" && (secrecyClass === null || secrecyClass === "own");
}

/** The word an organisation's shared notes are asked for by. */
export function sharedNotesSlug(organisationId: string): string {
  return `delat-${organisationId.slice(-8)}`;
}

/** What stands for the source of an organisation's shared notes. */
export function sharedNotes({ id, name }: SharingOrganisation) {
  return {
    slug: sharedNotesSlug(id),
    name: `Delat av ${name}`,
    kind: "staff",
    sampleType: "not-a-sample",
    caveat: `Enskilda anteckningar som ${name} har valt att dela. Hur många som inte är delade framgår inte.`,
    secrecyClass: "shared",
    example: false,
    knowledge: knowledgeOf("staff"),
  } as const;
}
