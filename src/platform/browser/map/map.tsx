// The map: our own basemap, our own style, nothing fetched from anybody else. The library is big and comes only where there is a map; where it cannot
// draw, what is handed in as `fallback` stands there instead. Every map has a list twin beside it: nothing is only here.
import "./map.css";
import type { Map as Drawing, GeoJSONSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import type { Position } from "../../../ground/place.ts";
import { asCells, asOutline, asPoints, asStretches, boundsOf, type Cell, type Features, type Mark } from "./marks.ts";
import { paintShapes } from "./shapes.ts";
import { PICKED_LAYERS, styleOf, TOKENS, type Colours, type Data } from "./style.ts";

/** What the map says of itself; the caller's words, in the reader's language. */
export type MapWords = {
  /** "Karta över Ockelbo, 61 iakttagelser. Samma innehåll finns i listan." */
  readonly label: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly whole: string;
  /** Shown when somebody scrolls the page over the map. */
  readonly scrollHint: string;
  readonly touchHint: string;
};

export type MapProps = {
  readonly words: MapWords;
  /** Address of a GeoJSON file of this house; without one only the outline is drawn. */
  readonly basemap?: string | undefined;
  readonly outline: readonly (readonly Position[])[];
  readonly marks: readonly Mark[];
  readonly cells?: readonly Cell[] | undefined;
  /** What is in view at the start; the outline when left out. */
  readonly view?: readonly Position[] | undefined;
  readonly onPick?: ((id: string) => void) | undefined;
  readonly fallback: ReactNode;
};

const NOTHING: Features = { type: "FeatureCollection", features: [] };
/** Pixels around what is shown. Where the legend lies on the map, nothing is put under it. */
const MARGIN = 40;
const LEGEND = 270;
const LEGEND_LIES_ON_THE_MAP = "(min-width: 60rem)";

export function MapView(props: MapProps) {
  const { words } = props;
  const place = useRef<HTMLDivElement>(null);
  const { drawing, failed } = useDrawing(place, props);
  useData(drawing, props);
  if (failed) return props.fallback;
  const whole = () => show(drawing.current, { ...props, view: undefined }, true);
  return (
    <div className="map-view">
      <div ref={place} />
      <div className="map-buttons">
        <button type="button" aria-label={words.zoomIn} onClick={() => drawing.current?.zoomIn()}>
          +
        </button>
        <button type="button" aria-label={words.zoomOut} onClick={() => drawing.current?.zoomOut()}>
          −
        </button>
        <button type="button" aria-label={words.whole} onClick={whole}>
          ◇
        </button>
      </div>
    </div>
  );
}

/** Starts the library once, and again in new colours when the theme turns. */
function useDrawing(place: RefObject<HTMLDivElement | null>, props: MapProps) {
  const drawing = useRef<Drawing>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    let gone = false;
    let leave = () => {};
    void start(container, latest)
      .then((started) => {
        if (gone) return started.remove();
        drawing.current = started;
        leave = onThemeChange(() =>
          started.setStyle(styleOf(coloursAt(container), dataOf(latest.current)), { diff: false }),
        );
      })
      // No WebGL, or a library that did not come: the fallback says the same.
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      leave();
      drawing.current?.remove();
      drawing.current = null;
    };
  }, [place]);
  return { drawing, failed };
}

async function start(container: HTMLDivElement, latest: RefObject<MapProps>): Promise<Drawing> {
  const { Map: Made, setWorkerUrl } = await import("maplibre-gl");
  setWorkerUrl(workerUrl);
  const { words } = latest.current;
  const drawing = new Made({
    container,
    style: styleOf(coloursAt(container), dataOf(latest.current)),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    fadeDuration: 0,
    maxZoom: 17,
    minZoom: 6,
    locale: {
      "Map.Title": words.label,
      "CooperativeGesturesHandler.WindowsHelpText": words.scrollHint,
      "CooperativeGesturesHandler.MacHelpText": words.scrollHint,
      "CooperativeGesturesHandler.MobileHelpText": words.touchHint,
    },
  });
  drawing.touchZoomRotate.disableRotation();
  drawing.keyboard.disableRotation();
  drawing.on("styledata", () => {
    for (const { name, image, ratio } of paintShapes(coloursAt(container)))
      if (!drawing.hasImage(name)) drawing.addImage(name, image, { pixelRatio: ratio });
  });
  for (const layer of PICKED_LAYERS)
    drawing.on("click", layer, (event) => {
      const id: unknown = event.features?.[0]?.properties["id"];
      if (typeof id === "string") latest.current.onPick?.(id);
    });
  show(drawing, latest.current, false);
  return drawing;
}

/** Puts everything in view: what was asked for, else the outline, else the marks. */
function show(drawing: Drawing | null, { view, outline, marks }: MapProps, moving: boolean): void {
  const positions = view ?? outline.flat();
  const bounds = boundsOf(
    positions.length > 0
      ? positions
      : marks.flatMap(({ place }) => (place.kind === "point" ? [place.position] : place.line)),
  );
  if (bounds === undefined || drawing === null) return;
  const right =
    matchMedia(LEGEND_LIES_ON_THE_MAP).matches && drawing.getContainer().clientWidth > 2 * LEGEND ? LEGEND : MARGIN;
  const padding = { top: MARGIN, bottom: MARGIN, left: MARGIN, right };
  drawing.fitBounds(bounds, { padding, animate: moving, maxZoom: 15 });
}

/** New answers to the same map: only the data is changed. The view stays where the reader put it until something else is asked for. */
function useData(drawing: RefObject<Drawing | null>, props: MapProps): void {
  const { marks, cells, outline, view } = props;
  const asked = JSON.stringify(view);
  const shown = useRef(asked);
  useEffect(() => {
    if (shown.current === asked) return;
    shown.current = asked;
    show(drawing.current, props, true);
  });
  useEffect(() => {
    const data = {
      points: asPoints(marks),
      stretches: asStretches(marks),
      cells: asCells(cells ?? []),
      outline: asOutline(outline),
    };
    for (const [name, features] of Object.entries(data))
      void drawing.current?.getSource<GeoJSONSource>(name)?.setData(features);
  }, [drawing, marks, cells, outline]);
}

function dataOf({ basemap, outline, marks, cells }: MapProps): Data {
  return {
    basemap: basemap === undefined ? NOTHING : new URL(basemap, location.href).href,
    outline: asOutline(outline),
    cells: asCells(cells ?? []),
    stretches: asStretches(marks),
    points: asPoints(marks),
  };
}

function coloursAt(element: Element): Colours {
  const style = getComputedStyle(element);
  return Object.fromEntries(TOKENS.map((token) => [token, style.getPropertyValue(token).trim()])) as Colours;
}

/** By the page's own switch or by the system's wish. */
function onThemeChange(turned: () => void): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const watcher = new MutationObserver(turned);
  watcher.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  dark.addEventListener("change", turned);
  return () => {
    watcher.disconnect();
    dark.removeEventListener("change", turned);
  };
}
