import { useMemo, useState } from "react";
import { metresBetween } from "../../ground/earth.ts";
import type { Position } from "../../ground/place.ts";
import { say, type Lang } from "../../ground/words.ts";
import { MapView } from "../../platform/browser/map/map.tsx";
import { Button } from "../../ui/button.tsx";
import { type Grain, GRAIN_METRES, type NamedPlace, nameFor, type Pointed, squareAround } from "../pointed.ts";
import { mapWords } from "./field-words.ts";
import { grainSaid, pointedWords } from "./pointed-words.ts";
import { usePlaces } from "./use-places.ts";

/** How much of the ground is shown with it. */
const AROUND_METRES = { around: 3000, spot: 600 } as const satisfies Readonly<Record<Grain, number>>;

type Props = { readonly points: readonly Pointed[]; readonly partnership: string; readonly lang: Lang };

/** What a resident pointed out, in words and on a map: a square in its true size, never a pin. Two points are the ends of a stretch. */
export function PointedOut({ points, partnership, lang }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { places, basemap, outline } = usePlaces(partnership, { enabled: points.length > 0 });
  const lines = useMemo(
    () => [
      ...points.map(({ grain, position }) => squareAround(position, GRAIN_METRES[grain])),
      ...(points.length === 2 ? [points.map(({ position }) => position)] : []),
    ],
    [points],
  );
  const view = useMemo(
    () => points.flatMap(({ grain, position }) => squareAround(position, AROUND_METRES[grain])),
    [points],
  );
  if (points.length === 0) return null;
  return (
    <div className="stack-tight">
      <p>{say(pointedWords.pointed, lang, { where: whereSaid(points, places, lang) })}</p>
      <div>
        <Button small onPress={() => setOpen(!isOpen)}>
          {say(isOpen ? pointedWords.hide : pointedWords.show, lang)}
        </Button>
      </div>
      {isOpen && outline !== undefined && (
        <div className="point-map">
          <MapView
            words={mapWords(say(pointedWords.map, lang), lang)}
            basemap={basemap}
            outline={outline}
            outlined={lines}
            marks={[]}
            view={view}
            fallback={<p className="quiet">{say(pointedWords.noMap, lang)}</p>}
          />
        </div>
      )}
    </div>
  );
}

/** What a resident pointed out of a road is kept as small squares. */
export function squaresOf(points: readonly Position[] | undefined): readonly Pointed[] {
  return (points ?? []).map((position) => ({ grain: "spot" as const, position }));
}

function whereSaid(points: readonly Pointed[], places: readonly NamedPlace[], lang: Lang): string {
  const each = points.map((point) => {
    const nearest = nameFor(point, places);
    const near =
      nearest === undefined
        ? say(pointedWords.unnamed, lang)
        : say(pointedWords.near, lang, { place: nearest.name, metres: Math.round(nearest.metres / 10) * 10 });
    return `${near} (${say(grainSaid[point.grain], lang)})`;
  });
  const [from, to] = points;
  if (from === undefined || to === undefined) return each.join("");
  const metres = Math.round(metresBetween(from.position, to.position) / 10) * 10;
  return `${say(pointedWords.stretch, lang, { metres })}: ${each.join(" – ")}`;
}

/** The name that what was pointed out is coded under; empty where nothing near has one. */
export function placeSuggested(points: readonly Pointed[], places: readonly NamedPlace[]): string {
  const [point] = points;
  return (point && nameFor(point, places)?.name) ?? "";
}
