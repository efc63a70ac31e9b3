// What a document may say that a row of a table has no place for, so that whoever takes the table is told (spec/medborgarlofte/1.0/README.md).
import type { Place } from "../../ground/place.ts";
import type { Content } from "../document.ts";

/** What a table does not hold, in the order it is told. Beside it only the parties' ids, which are made anew when a table is read. */
const NOT_HELD = ["positions", "told", "reckoned"] as const;
export type NotHeld = (typeof NOT_HELD)[number];

const isDrawn = (place: Place | undefined) =>
  place?.kind === "segment" || (place?.kind === "area" && place.outline !== undefined);

const SAYS: Readonly<Record<NotHeld, (content: Content) => boolean>> = {
  // An activity's own point has columns; the places of the whole promise share one cell.
  positions: ({ area, pledges }) =>
    area.some((place) => isDrawn(place) || place.kind === "point") ||
    pledges.some(({ activities }) => activities.some(({ place }) => isDrawn(place))),
  told: ({ toldResults }) => toldResults !== undefined,
  reckoned: ({ pledges }) => pledges.some(({ expectedEffect }) => expectedEffect?.measured !== undefined),
};

/** What is said in these documents that is not in their table. */
export function notHeldOf(contents: readonly Content[]): readonly NotHeld[] {
  return NOT_HELD.filter((one) => contents.some(SAYS[one]));
}
