// What is drawn one by one in a partnership's picture: what is known of each event's place, and the instruments.
import { degreesOf } from "../../ground/earth.ts";
import { isDrawable, type Place, type Position } from "../../ground/place.ts";
import type { Lang } from "../../ground/words.ts";
import type { Mark } from "../../platform/browser/map/marks.ts";
import { formatNumber } from "../../ui/format.ts";
import type { ToldEntry } from "../api.ts";
import type { DrawnPoint } from "./explorer-messages.ts";
import type { Picture } from "./picture-data.ts";

/** Points of the selection in what is seen, as the entry says where it is known (a stretch, how exactly), else as a point. */
export function marksOf(
  points: readonly DrawnPoint[] | undefined,
  entries: ReadonlyMap<string, ToldEntry>,
  sources: readonly string[],
  known: Pick<Picture, "sources"> | undefined,
): Mark[] {
  const knowledgeOf = new Map(known?.sources.map(({ slug, knowledge }) => [slug, knowledge]));
  return (points ?? []).map(({ key, id, lon, lat, source }): Mark => {
    const entry = id === undefined ? undefined : entries.get(id);
    const place = entry?.place;
    return {
      id: id ?? String(key),
      name: entry?.text ?? "",
      knowledge: entry?.knowledge ?? knowledgeOf.get(sources[source] ?? "") ?? "recorded",
      place: place !== undefined && isDrawable(place) ? place : { kind: "point", position: [lon, lat] },
      voices: entry?.agreed ?? 1,
    };
  });
}

/** Only the latest of several readings of the same thing on the same spot: two figures on one spot cannot be read. */
export function instrumentsOf(measurements: Picture["measurements"], lang: Lang): Mark[] {
  return measurements
    .filter(({ name }, index) => measurements.findIndex((earlier) => earlier.name === name) === index)
    .flatMap(({ id, name, place, value, unit }): Mark[] =>
      place.kind === "point"
        ? [{ id, name, knowledge: "measured", place, label: `${formatNumber(value, lang)} ${unit}` }]
        : [],
    );
}

/** A village fills the map with what is known there; where nothing is, with half its reach, which is generous. */
export function villageView(
  village: Picture["villages"][number] | undefined,
  { list, measurements }: Pick<Picture, "list" | "measurements">,
): Position[] | undefined {
  if (village === undefined) return undefined;
  const places = [...list, ...measurements].flatMap((one) => (one.area === village.slug ? [one.place as Place] : []));
  const drawn = places.flatMap((place) =>
    place.kind === "point" ? [place.position] : place.kind === "segment" ? place.line : [],
  );
  if (drawn.length > 1) return drawn;
  const [lon, lat] = village.position;
  const [east, north] = degreesOf(village.radiusMetres / 2, village.radiusMetres / 2, lat);
  return [
    [lon - east, lat - north],
    [lon + east, lat + north],
  ];
}
