import type { Position } from "../../../ground/place.ts";
import type { Mark } from "../../../platform/browser/map/marks.ts";

type Shown = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly position?: Position | undefined;
};

/** Stops as a map draws them, each with its number; a stop without a position is in the list only. */
export function stopMarks(stops: readonly Shown[]): readonly Mark[] {
  return stops.flatMap(({ id, number, name, position }): Mark[] =>
    position === undefined
      ? []
      : [{ id, name, knowledge: "recorded", place: { kind: "point", position }, label: String(number) }],
  );
}
