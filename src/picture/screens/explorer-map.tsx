import { useMemo, type ReactNode } from "react";
import type { Position } from "../../ground/place.ts";
import { say, type Lang, type Said } from "../../ground/words.ts";
import type { Grid } from "../../platform/browser/map/cell-layer.ts";
import { MapView } from "../../platform/browser/map/map.tsx";
import type { Seen } from "../../platform/browser/map/seen.ts";
import type { Circle, Mark, PaintedArea } from "../../platform/browser/map/marks.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { formatNumber } from "../../ui/format.ts";
import { LegendSign, MapFrame, type LegendRow } from "../../ui/map-frame.tsx";
import { SegmentedSwitch } from "../../ui/segmented-switch.tsx";
import { WORLD_SIDE } from "../columns/world.ts";
import { explorerWords, words } from "../words.ts";
import { cellMetres } from "./drawn-cells.ts";
import type { DrawnCells } from "./explorer-messages.ts";
import type { Clusters, Outlines, Surface } from "./weigh.ts";

export const MAP_MODES = ["cells", "areas", "surface", "clusters"] as const;
export type MapMode = (typeof MAP_MODES)[number];
/** As they stand in the address. */
export const MODE_WORDS: Readonly<Record<MapMode, string>> = {
  cells: "",
  areas: "omraden",
  surface: "utjamnat",
  clusters: "samlat",
};

/** More than this are not tested cell by cell while somebody waits. */
export const MOST_OUTLINED = 250_000;

/** Each area's ground in its class, and where the classes begin. */
export type CountedAreas = { readonly breaks: readonly number[]; readonly painted: readonly PaintedArea[] };

export type Weighing<Kind> = Kind | "failed" | undefined;
export type MapPicture = {
  readonly mode: MapMode;
  readonly cells: DrawnCells | undefined;
  /** Undefined where the events lie in no areas of their own. */
  readonly areas: CountedAreas | undefined;
  readonly outlines: Weighing<Outlines> | "too-many";
  readonly surface: Weighing<Surface>;
  readonly clusters: Weighing<Clusters>;
};

type Props = {
  lang: Lang;
  /** What the map is called, and what it shows in a sentence. */
  label: string;
  sentence: string;
  /** "Iakttagelser per ruta, {side}" and "Iakttagelser per område". */
  cellsHeading: Said;
  areasHeading?: Said | undefined;
  picture: MapPicture;
  marks: readonly Mark[];
  outline: readonly (readonly Position[])[];
  lines?: readonly (readonly Position[])[] | undefined;
  basemap?: string | undefined;
  view?: readonly Position[] | undefined;
  minZoom?: number | undefined;
  legend: readonly LegendRow[];
  unplaced?: { readonly heading: string; readonly text: string } | undefined;
  credit?: string | undefined;
  isMoving: boolean;
  onMode: (mode: MapMode) => void;
  onlySeen: boolean;
  onOnlySeen: (only: boolean) => void;
  onSeen: (seen: Seen, byReader: boolean) => void;
  onPick?: ((id: string) => void) | undefined;
  fallback: ReactNode;
};

const NONE: readonly never[] = [];

/** The one map: cells under the roads, what is marked above them, and in the legend only what is there. */
export function ExplorerMap(props: Props) {
  const { lang, picture } = props;
  const { mode, cells, surface } = picture;
  const grid = useMemo(() => gridOf(mode, cells, surface), [mode, cells, surface]);
  const outlined = useMemo(
    () => (mode === "cells" && isThere(picture.outlines) ? picture.outlines.edges : NONE),
    [mode, picture.outlines],
  );
  const circles = useMemo(
    () => (mode === "clusters" && isThere(picture.clusters) ? circlesOf(picture.clusters) : NONE),
    [mode, picture.clusters],
  );
  const mapWords = useMemo(
    () => ({
      label: props.label,
      zoomIn: say(words.zoomIn, lang),
      zoomOut: say(words.zoomOut, lang),
      whole: say(words.whole, lang),
      scrollHint: say(words.scrollHint, lang),
      touchHint: say(words.touchHint, lang),
    }),
    [props.label, lang],
  );
  return (
    <MapFrame
      lang={lang}
      sentence={props.sentence}
      credit={props.credit}
      legend={{
        heading: headingOf(picture, props, lang),
        rows: [...countedRows(picture, lang), ...props.legend],
      }}
      unplaced={props.unplaced}
      below={
        <div className="map-modes">
          <SegmentedSwitch
            label={say(explorerWords.mapMode, lang)}
            value={mode}
            onChange={props.onMode}
            segments={[
              { value: "cells", word: say(explorerWords.modeCells, lang) },
              ...(picture.areas === undefined
                ? []
                : [{ value: "areas" as const, word: say(explorerWords.modeAreas, lang) }]),
              { value: "surface", word: say(explorerWords.modeSurface, lang) },
              { value: "clusters", word: say(explorerWords.modeClusters, lang) },
            ]}
          />
          <Checkbox label={say(explorerWords.onlySeen, lang)} checked={props.onlySeen} onChange={props.onOnlySeen} />
          <Weighed picture={picture} lang={lang} />
        </div>
      }
    >
      <MapView
        words={mapWords}
        basemap={props.basemap}
        outline={props.outline}
        lines={props.lines}
        view={props.view}
        minZoom={props.minZoom}
        marks={props.marks}
        grid={grid}
        areas={mode === "areas" ? picture.areas?.painted : undefined}
        outlined={outlined}
        circles={circles}
        isMoving={props.isMoving}
        onSeen={props.onSeen}
        onPick={props.onPick}
        fallback={props.fallback}
      />
    </MapFrame>
  );
}

function isThere<Kind extends object>(weighed: Kind | string | undefined): weighed is Kind {
  return typeof weighed === "object";
}

/** What was worked out, in words; heard when it is there. */
function Weighed({ picture, lang }: { picture: MapPicture; lang: Lang }) {
  const sentence = weighedSaid(picture, lang);
  return sentence === undefined ? null : <p className="small quiet map-weighed">{sentence}</p>;
}

function weighedSaid({ mode, outlines, surface, clusters }: MapPicture, lang: Lang): string | undefined {
  if (mode === "areas") return say(explorerWords.areasSaid, lang);
  const weighed = { cells: outlines, surface, clusters }[mode];
  if (weighed === "failed") return say(explorerWords.ended, lang);
  if (weighed === "too-many")
    return say(explorerWords.outlinedTooMany, lang, { most: formatNumber(MOST_OUTLINED, lang) });
  if (weighed === undefined) return mode === "cells" ? undefined : say(explorerWords.weighing, lang);
  if (weighed.weighed !== "outlines") return say(weighed.sentence, lang);
  if (weighed.withheld === "too-few") return say(explorerWords.outlinedFew, lang);
  return weighed.withheld === undefined && weighed.found === 0
    ? say(explorerWords.outlinedNone, lang, { tested: formatNumber(weighed.tested, lang) })
    : undefined;
}

function gridOf(mode: MapMode, cells: DrawnCells | undefined, surface: Weighing<Surface>): Grid | undefined {
  if (mode === "surface" && isThere(surface) && surface.grid !== undefined) return { ...surface.grid, surface: true };
  if (mode === "surface" || mode === "areas" || cells === undefined) return undefined;
  const side = (256 * 2 ** cells.window.shift) / WORLD_SIDE;
  return {
    west: cells.window.west / WORLD_SIDE,
    north: cells.window.north / WORLD_SIDE,
    width: side,
    height: side,
    columns: 256,
    rows: 256,
    values: cells.classes,
    surface: false,
  };
}

/** Only what chance would seldom make is drawn; the rest stands in the sentence. */
function circlesOf({ clusters }: Clusters): Circle[] {
  return clusters
    .filter(({ p }) => p <= 0.05)
    .map(({ centre, radiusMetres, from, to }) => ({
      id: `${centre.join(" ")} ${from ?? ""}`,
      name: `${from ?? ""}–${to ?? ""}`,
      position: centre,
      // A gathering at one place has no radius of its own.
      radiusMetres: Math.max(radiusMetres, 50),
    }));
}

function headingOf(
  { mode, cells, surface }: MapPicture,
  { cellsHeading, areasHeading }: Pick<Props, "cellsHeading" | "areasHeading">,
  lang: Lang,
): string | undefined {
  if (mode === "areas") return areasHeading === undefined ? undefined : say(areasHeading, lang);
  if (mode === "surface")
    return isThere(surface) && surface.bandwidthMetres !== undefined
      ? say(explorerWords.surfaceHeading, lang, { side: lengthSaid(surface.bandwidthMetres, lang) })
      : undefined;
  if (cells === undefined) return undefined;
  const { window } = cells;
  const latitude = latitudeOf(window.north + 128 * 2 ** window.shift);
  return say(cellsHeading, lang, { side: lengthSaid(cellMetres(window.shift, latitude), lang) });
}

function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD_SIDE))) * 180) / Math.PI;
}

/** In two figures: 297 metres are about "300 m", 2 380 "2,4 km". */
function lengthSaid(metres: number, lang: Lang): string {
  const step = 10 ** Math.max(Math.floor(Math.log10(metres)) - 1, 0);
  const rounded = Math.round(metres / step) * step;
  return rounded < 1000 ? `${formatNumber(rounded, lang)} m` : `${formatNumber(rounded / 1000, lang)} km`;
}

const CLASS_SIGNS = ["class-2", "class-3", "class-4", "class-5"] as const;

/** What the classes mean that are there to be seen. */
function classRows(breaks: readonly number[], isPresent: (painted: number) => boolean, lang: Lang): LegendRow[] {
  const rows: LegendRow[] = [];
  if (isPresent(1)) rows.push({ sign: <LegendSign sign="hatch" />, sentence: say(explorerWords.legendFewCell, lang) });
  for (const [at, low] of breaks.entries()) {
    if (!isPresent(at + 2)) continue;
    const next = breaks[at + 1];
    rows.push({
      sign: <LegendSign sign={CLASS_SIGNS[at] ?? "class-5"} />,
      sentence:
        next === undefined
          ? say(explorerWords.legendFrom, lang, { low: formatNumber(low, lang) })
          : say(explorerWords.legendBetween, lang, {
              low: formatNumber(low, lang),
              high: formatNumber(next - 1, lang),
            }),
    });
  }
  return rows;
}

function countedRows({ mode, cells, areas, outlines, clusters }: MapPicture, lang: Lang): LegendRow[] {
  if (mode === "surface")
    return [
      { sign: <LegendSign sign="class-2" />, sentence: say(explorerWords.surfaceLow, lang) },
      { sign: <LegendSign sign="class-6" />, sentence: say(explorerWords.surfaceHigh, lang) },
    ];
  if (mode === "areas")
    return classRows(
      areas?.breaks ?? [],
      (painted) => areas?.painted.some((area) => area.painted === painted) === true,
      lang,
    );
  const rows = classRows(cells?.breaks ?? [], (painted) => cells?.present[painted] === true, lang);
  if (mode === "cells" && isThere(outlines) && outlines.found > 0)
    rows.push({
      sign: <LegendSign sign="outline" />,
      sentence: say(explorerWords.outlinedMany, lang, { tested: formatNumber(outlines.tested, lang) }),
    });
  if (mode === "clusters" && isThere(clusters) && clusters.clusters.some(({ p }) => p <= 0.05))
    rows.push({ sign: <LegendSign sign="circle" />, sentence: say(explorerWords.clusterCircle, lang) });
  return rows;
}
