// A place and a time as the columns of a row, and back. Only a point or a segment gets a position and a cell: what is known by municipality or
// county has none to draw, in any table, for anybody.
import { latLngToCell } from "h3-js";
import { metresBetween } from "../ground/earth.ts";
import type { Place, Position } from "../ground/place.ts";
import { unreachable } from "../ground/result.ts";
import type { Instant, When } from "../ground/time.ts";

/** About 0.1 km², 350 m across: fine enough for a street corner, coarse enough to count in. */
export const H3_RESOLUTION = 9;

type Geometry = readonly Position[] | readonly (readonly Position[])[];
export type FlatPlace = {
  readonly place_kind: Place["kind"];
  readonly lon: number | null;
  readonly lat: number | null;
  readonly accuracy_metres: number | null;
  readonly h3: string | null;
  readonly place_name: string | null;
  readonly place_code: string | null;
  readonly geometry: Geometry | null;
};

export function flatPlace(place: Place): FlatPlace {
  const bare = {
    place_kind: place.kind,
    lon: null,
    lat: null,
    accuracy_metres: null,
    h3: null,
    place_name: place.name ?? null,
    place_code: null,
    geometry: null,
  };
  switch (place.kind) {
    case "point":
      return { ...bare, ...at(place.position), accuracy_metres: place.accuracyMetres ?? null };
    case "segment":
      return { ...bare, ...at(middleOf(place.line)), geometry: place.line };
    case "area":
      return { ...bare, geometry: place.outline ?? null };
    case "municipality":
    case "county":
      return { ...bare, place_code: place.code };
    case "unknown":
      return bare;
    default:
      return unreachable(place);
  }
}

export function placeOf(row: FlatPlace): Place {
  const name = row.place_name === null ? {} : { name: row.place_name };
  switch (row.place_kind) {
    case "point": {
      const accuracy = row.accuracy_metres === null ? {} : { accuracyMetres: row.accuracy_metres };
      return { kind: "point", position: [row.lon!, row.lat!], ...accuracy, ...name };
    }
    case "segment":
      return { kind: "segment", line: row.geometry as readonly Position[], ...name };
    case "area": {
      const outline = row.geometry === null ? {} : { outline: row.geometry as readonly (readonly Position[])[] };
      return { kind: "area", name: row.place_name ?? "", ...outline };
    }
    case "municipality":
      return { kind: "municipality", code: row.place_code!, name: row.place_name ?? "" };
    case "county":
      return { kind: "county", code: row.place_code!, name: row.place_name ?? "" };
    case "unknown":
      return { kind: "unknown", ...name };
    default:
      return unreachable(row.place_kind);
  }
}

type Recurrence = Omit<Extract<When, { kind: "recurring" }>, "kind">;
export type FlatWhen = {
  readonly when_kind: When["kind"];
  readonly happened_from: Instant | null;
  readonly happened_to: Instant | null;
  readonly recurrence: Recurrence | null;
};

export function flatWhen(when: When): FlatWhen {
  const bare = { when_kind: when.kind, happened_from: null, happened_to: null, recurrence: null };
  switch (when.kind) {
    case "instant":
      return { ...bare, happened_from: when.at };
    case "interval":
      return { ...bare, happened_from: when.from, happened_to: when.to };
    case "recurring": {
      const { kind: _kind, ...recurrence } = when;
      return { ...bare, recurrence };
    }
    case "unknown":
      return bare;
    default:
      return unreachable(when);
  }
}

export function whenOf(row: FlatWhen): When {
  switch (row.when_kind) {
    case "instant":
      return { kind: "instant", at: row.happened_from! };
    case "interval":
      return { kind: "interval", from: row.happened_from!, to: row.happened_to! };
    case "recurring":
      return { kind: "recurring", ...row.recurrence! };
    case "unknown":
      return { kind: "unknown" };
    default:
      return unreachable(row.when_kind);
  }
}

function at(position: Position) {
  return { lon: position[0], lat: position[1], h3: latLngToCell(position[1], position[0], H3_RESOLUTION) };
}

/** Half-way along the line, which lies on it even where it bends. */
function middleOf(line: readonly Position[]): Position {
  const steps = line.slice(1).map((to, index) => metresBetween(line[index]!, to));
  let left = steps.reduce((sum, step) => sum + step, 0) / 2;
  for (const [index, step] of steps.entries()) {
    if (left <= step && step > 0) {
      const [from, to] = [line[index]!, line[index + 1]!];
      const share = left / step;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= step;
  }
  return line[0]!;
}

// As they are written: jsonb columns as JSON text.

const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));

export function placeColumns(place: Place) {
  const flat = flatPlace(place);
  return { ...flat, geometry: json(flat.geometry) };
}

export function whenColumns(when: When) {
  const flat = flatWhen(when);
  return { ...flat, recurrence: json(flat.recurrence) };
}
