import type { DrawablePlace, Position } from "../../ground/place.ts";

/** What may be drawn: points and segments. Anything coarser does not fit the type and stands as a counted card beside the map instead. */
export type Drawn = {
  readonly id: string;
  readonly place: DrawablePlace;
  readonly knowledge: "felt" | "recorded" | "measured";
  readonly name: string;
};
type MapProps = {
  readonly label: string;
  readonly outline: readonly (readonly Position[])[];
  readonly villages: readonly { readonly name: string; readonly position: Position }[];
  readonly drawn: readonly Drawn[];
};

const WIDTH = 720;

/**
 * Our own map: outline, villages, what was seen. Plain SVG in an equirectangular projection true at the middle latitude, so that it prints, needs no
 * third party and works before any script for maps is there.
 */
export function PlainMap({ label, outline, villages, drawn }: MapProps) {
  const all: Position[] = [
    ...outline.flat(),
    ...villages.map(({ position }) => position),
    ...drawn.flatMap(({ place }) => (place.kind === "point" ? [place.position] : place.line)),
  ];
  if (all.length === 0) return null;
  const { at, height } = projection(all);
  const path = (line: readonly Position[]) =>
    line
      .map(
        (position, place) =>
          `${place === 0 ? "M" : "L"}${at(position)
            .map((value) => value.toFixed(1))
            .join(" ")}`,
      )
      .join("");
  return (
    <svg className="plain-map" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {outline.map((ring, place) => (
        <path key={place} className="map-land" d={`${path(ring)}Z`} />
      ))}
      {drawn.map((one) =>
        one.place.kind === "segment" ? (
          <path key={one.id} className={`map-segment map-${one.knowledge}`} d={path(one.place.line)} />
        ) : null,
      )}
      {drawn.map((one) =>
        one.place.kind === "point" ? (
          <Mark key={one.id} at={at(one.place.position)} knowledge={one.knowledge} name={one.name} />
        ) : null,
      )}
      {villages.map(({ name, position }) => {
        const [x, y] = at(position);
        return (
          <text key={name} className="map-label" x={x} y={y - 12} textAnchor="middle">
            {name}
          </text>
        );
      })}
    </svg>
  );
}

/** The same shapes as everywhere: circle felt, square recorded, triangle measured. */
function Mark({
  at: [x, y],
  knowledge,
  name,
}: {
  at: readonly [number, number];
  knowledge: Drawn["knowledge"];
  name: string;
}) {
  const shape =
    knowledge === "felt" ? (
      <circle cx={x} cy={y} r="5" />
    ) : knowledge === "recorded" ? (
      <rect x={x - 4.5} y={y - 4.5} width="9" height="9" />
    ) : (
      <path d={`M${x} ${y - 6}L${x + 6} ${y + 5}H${x - 6}Z`} />
    );
  return (
    <g className={`map-mark map-${knowledge}`}>
      <title>{name}</title>
      {shape}
    </g>
  );
}

function projection(all: readonly Position[]): {
  at: (position: Position) => readonly [number, number];
  height: number;
} {
  const lons = all.map(([lon]) => lon);
  const lats = all.map(([, lat]) => lat);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const margin = 24;
  const scale = (WIDTH - 2 * margin) / Math.max((east - west) * narrow, 0.01);
  return {
    at: ([lon, lat]) => [margin + (lon - west) * narrow * scale, margin + (north - lat) * scale],
    height: Math.round((north - south) * scale + 2 * margin),
  };
}
