// The map: our own basemap, our own style, nothing fetched from anybody else. The library is big and comes only where there is a map; where it cannot
// draw, what is handed in as `fallback` stands there instead. Every map has a list twin beside it: nothing is only here.
import "./map.css";
import type { Map as Drawing, GeoJSONSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import type { Position } from "../../../ground/place.ts";
import { CELL_LAYER, cellLayer, type CellLayer, type Grid } from "./cell-layer.ts";
import { HANDLE, type Handles, useHandles } from "./handles.ts";
import {
  asAreas,
  asCircles,
  asLines,
  asOutline,
  asPoints,
  asStretches,
  boundsOf,
  type Circle,
  type Features,
  type Mark,
  type PaintedArea,
} from "./marks.ts";
import type { Seen } from "./seen.ts";
import { paintShapes } from "./shapes.ts";
import { CELLS_UNDER, isEmpty, PICKED_LAYERS, styleOf, TOKENS, type Colours, type Data } from "./style.ts";

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
  /** Address of a GeoJSON file or of a file of tiles (.pmtiles) of this house; without one only the outline is drawn. */
  readonly basemap?: string | undefined;
  readonly outline: readonly (readonly Position[])[];
  /** Lines to find one's way by where there is no basemap. */
  readonly lines?: readonly (readonly Position[])[] | undefined;
  readonly marks: readonly Mark[];
  readonly grid?: Grid | undefined;
  /** Pieces of ground in the colour of what is counted there. */
  readonly areas?: readonly PaintedArea[] | undefined;
  /** Lines around what is more than expected: ink with a halo, whatever lies within. */
  readonly outlined?: readonly (readonly Position[])[] | undefined;
  /** Drawn in their true radius. */
  readonly circles?: readonly Circle[] | undefined;
  /** What can be moved by hand or by key. */
  readonly moved?: Handles | undefined;
  /** What is in view at the start; the outline when left out. */
  readonly view?: readonly Position[] | undefined;
  /** From how far away the ground may be seen; a municipality's own when left out. */
  readonly minZoom?: number | undefined;
  /** While a hand moves something that changes the map with every step. */
  readonly isMoving?: boolean | undefined;
  readonly onPick?: ((id: string) => void) | undefined;
  /** Where the ground itself was pressed. */
  readonly onPoint?: ((position: Position) => void) | undefined;
  /** After the map was moved, and once when it is there. `byReader` when a hand or a key moved it. */
  readonly onSeen?: ((seen: Seen, byReader: boolean) => void) | undefined;
  readonly fallback: ReactNode;
};

const NOTHING: Features = { type: "FeatureCollection", features: [] };
/** Pixels around what is shown. Where the legend lies on the map, nothing is put under it. */
const MARGIN = 40;
const LEGEND = 270;
const BUTTONS = 44;
/** What set the map in motion, said along with its event: one of the buttons, or that something was put in view. */
type Cause = { readonly isButton?: true; readonly fits?: Pick<MapProps, "view"> };
const BY_BUTTON: Cause = { isButton: true };
const LEGEND_LIES_ON_THE_MAP = "(min-width: 60rem)";

export function MapView(props: MapProps) {
  const { words } = props;
  const place = useRef<HTMLDivElement>(null);
  const { drawing, cells, failed, isThere } = useDrawing(place, props);
  useData(drawing, props);
  useHandles(drawing, isThere, props.moved);
  useCoarse(drawing, props.isMoving === true);
  const { grid } = props;
  useEffect(() => cells.show(grid), [cells, grid]);
  if (failed) return props.fallback;
  const whole = () => show(drawing.current, { ...props, view: undefined }, true);
  return (
    <div className="map-view">
      <div ref={place} />
      <div className="map-buttons">
        <button type="button" aria-label={words.zoomIn} onClick={() => drawing.current?.zoomIn({}, BY_BUTTON)}>
          +
        </button>
        <button type="button" aria-label={words.zoomOut} onClick={() => drawing.current?.zoomOut({}, BY_BUTTON)}>
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
  const [cells] = useState(cellLayer);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [failed, setFailed] = useState(false);
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    let gone = false;
    let leave = () => {};
    void groundOf(latest.current.basemap)
      .then(async (ground) => {
        const started = await start(container, latest, cells, ground);
        if (gone) return started.remove();
        drawing.current = started;
        setThere(true);
        leave = onThemeChange(() =>
          started.setStyle(styleOf(coloursAt(container), dataOf(latest.current, ground)), { diff: false }),
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
  }, [place, cells]);
  return { drawing, cells, failed, isThere };
}

/** The basemap as the library fetches it: by its address, or out of a file of tiles that is read here. */
async function groundOf(basemap: string | undefined): Promise<string | Features> {
  if (basemap === undefined) return NOTHING;
  if (!basemap.endsWith(".pmtiles")) return new URL(basemap, location.href).href;
  const { openTiles } = await import("./tiles.ts");
  return (await openTiles(basemap)) ?? NOTHING;
}

async function start(
  container: HTMLDivElement,
  latest: RefObject<MapProps>,
  cells: CellLayer,
  ground: string | Features,
): Promise<Drawing> {
  const { Map: Made, setWorkerUrl } = await import("maplibre-gl");
  setWorkerUrl(workerUrl);
  const { words } = latest.current;
  const drawing = new Made({
    container,
    style: styleOf(coloursAt(container), dataOf(latest.current, ground)),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    fadeDuration: 0,
    maxZoom: 17,
    minZoom: latest.current.minZoom ?? 6,
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
  drawing.on("style.load", () => {
    cells.paint(coloursAt(container));
    if (drawing.getLayer(CELL_LAYER) === undefined) drawing.addLayer(cells.layer, CELLS_UNDER);
  });
  let told = "";
  const tell = (byReader: boolean) => {
    const bounds = drawing.getBounds();
    const seen: Seen = {
      west: bounds.getWest(),
      south: bounds.getSouth(),
      east: bounds.getEast(),
      north: bounds.getNorth(),
      zoom: drawing.getZoom(),
    };
    const now = JSON.stringify(seen);
    // Drawn less finely the map sees what it saw.
    if (now === told) return;
    told = now;
    latest.current.onSeen?.(seen, byReader);
  };
  drawing.on("click", ({ lngLat, originalEvent }) => {
    const isGround = !(originalEvent.target instanceof Element) || originalEvent.target.closest(`.${HANDLE}`) === null;
    if (isGround) latest.current.onPoint?.([lngLat.lng, lngLat.lat]);
  });
  drawing.on("moveend", (event) => tell(event.originalEvent !== undefined));
  for (const layer of PICKED_LAYERS)
    drawing.on("click", layer, (event) => {
      const id: unknown = event.features?.[0]?.properties["id"];
      if (typeof id === "string") latest.current.onPick?.(id);
    });
  fitAgain(drawing, latest);
  show(drawing, latest.current, false);
  tell(false);
  return drawing;
}

/** What was put in view stays in view when the window changes: a phone that is turned, a window made narrow. Where the reader has moved the map it stays so. */
function fitAgain(drawing: Drawing, latest: RefObject<MapProps>): void {
  let fits: Cause["fits"];
  drawing.on("movestart", (event: { readonly originalEvent?: unknown } & Cause) => {
    if (event.fits !== undefined) fits = event.fits;
    else if (event.originalEvent !== undefined || event.isButton === true) fits = undefined;
  });
  const size = () => `${drawing.getContainer().clientWidth} ${drawing.getContainer().clientHeight}`;
  let was = size();
  drawing.on("resize", () => {
    // Drawn less finely the map says the same, and has not another size.
    if (was === size()) return;
    was = size();
    if (fits !== undefined) show(drawing, { ...latest.current, ...fits }, false);
  });
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
  // On a phone nothing is put under the buttons either.
  const left = drawing.getContainer().clientWidth > 2 * LEGEND ? MARGIN : MARGIN + BUTTONS;
  const padding = { top: MARGIN, bottom: MARGIN, left, right };
  const cause: Cause = { fits: { view } };
  drawing.fitBounds(bounds, { padding, animate: moving, maxZoom: 15 }, cause);
}

/** New answers to the same map: only the data is changed. The view stays where the reader put it until something else is asked for. */
function useData(drawing: RefObject<Drawing | null>, props: MapProps): void {
  const { marks, areas, outline, lines, outlined, circles, view } = props;
  const asked = JSON.stringify(view);
  const shown = useRef(asked);
  useEffect(() => {
    if (shown.current === asked) return;
    shown.current = asked;
    show(drawing.current, props, true);
  });
  useEffect(() => {
    setData(drawing.current, { points: asPoints(marks), stretches: asStretches(marks) });
  }, [drawing, marks]);
  useEffect(() => {
    setData(drawing.current, { areas: asAreas(areas ?? []) });
  }, [drawing, areas]);
  useEffect(() => {
    setData(drawing.current, { outline: asOutline(outline), lines: asLines(lines ?? []) });
  }, [drawing, outline, lines]);
  useEffect(() => {
    setData(drawing.current, { outlined: asLines(outlined ?? []), circles: asCircles(circles ?? []) });
  }, [drawing, outlined, circles]);
}

function setData(drawing: Drawing | null, data: Readonly<Record<string, Features>>): void {
  if (drawing === null) return;
  for (const [name, features] of Object.entries(data)) {
    void drawing.getSource<GeoJSONSource>(name)?.setData(features);
    for (const layer of drawing.getLayersOrder())
      if (drawing.getLayer(layer)?.source === name)
        drawing.setLayoutProperty(layer, "visibility", isEmpty(features) ? "none" : "visible");
  }
}

/** Where the processor draws what a graphics card would, half as fine is four times as fast: the map is so while a hand moves something, and as fine as the screen when it rests. */
function useCoarse(drawing: RefObject<Drawing | null>, isMoving: boolean): void {
  useEffect(() => {
    const map = drawing.current;
    if (!isMoving || map === null || !isDrawnInSoftware(map)) return;
    map.setPixelRatio(devicePixelRatio / 2);
    return () => map.setPixelRatio(devicePixelRatio);
  }, [drawing, isMoving]);
}

function isDrawnInSoftware(map: Drawing): boolean {
  const gl = map.getCanvas().getContext("webgl2");
  const told = gl?.getExtension("WEBGL_debug_renderer_info");
  if (gl === null || told === null || told === undefined) return false;
  return /swiftshader|llvmpipe|software|basic render/iu.test(String(gl.getParameter(told.UNMASKED_RENDERER_WEBGL)));
}

function dataOf({ areas, outline, lines, marks, outlined, circles }: MapProps, basemap: string | Features): Data {
  return {
    basemap,
    areas: asAreas(areas ?? []),
    outline: asOutline(outline),
    lines: asLines(lines ?? []),
    outlined: asLines(outlined ?? []),
    circles: asCircles(circles ?? []),
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
