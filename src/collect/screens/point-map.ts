// The map that residents point at: drawn by hand on a canvas from the house's own basemap, some kilobytes where the desk's map library is half a megabyte, and
// nothing an old phone lacks. The cross is always in the middle: one presses where it is, or moves it with the keys, or takes a place from the list; every way
// says the same in words below.
import { degreesOf, METRES_PER_DEGREE } from "../../ground/earth.ts";
import type { Position } from "../../ground/place.ts";
import {
  byDistance,
  distanceSaid,
  type Feature,
  GRAIN_METRES,
  isWithin,
  type NamedPlace,
  placesIn,
  pointsAsText,
  readPoints,
  roughened,
  squareAround,
} from "../pointed.ts";
import type { PointTold } from "./point-field.tsx";

/** Metres to a pixel. */
const [NEAREST, FIRST] = [1, 8];
/** Stops are named on the map from here on in. */
const NAMES_STOPS = 20;
/** Pixels that a press of an arrow key moves the cross; with Shift five times as far. */
const STEP = 16;
/** Nobody listens to every step of a cross on its way. */
const PAUSE_MS = 300;
const IN_THE_LIST = 30;

type Parts = {
  readonly map: HTMLElement;
  readonly list: HTMLSelectElement;
  readonly after: HTMLElement;
  readonly input: HTMLInputElement;
};
type Ground = { readonly features: readonly Feature[]; readonly places: readonly NamedPlace[] };
type View = { at: Position; metresPerPixel: number };

export async function openMap({ map, list, after, input }: Parts, told: PointTold): Promise<void> {
  const { words, outline, most } = told;
  const ground = await groundOf(told);
  const points: (Position | undefined)[] = [...(readPoints([input.value], most) ?? [])];
  let active = 0;
  const canvas = make("canvas", { className: "point-out", tabIndex: 0 });
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", words.map.replace("{place}", told.place));
  const guide = make("p", { className: "small quiet", textContent: most === 2 ? words.stretchGuide : words.guide });
  const [zoomIn, zoomOut, remove] = [button("+", words.zoomIn), button("−", words.zoomOut), button(words.remove)];
  const ends = most === 2 ? [button(words.from), button(words.to)] : [];
  const said = make("p", {});
  said.setAttribute("role", "status");
  map.append(guide, row(...ends), canvas, row(zoomIn, zoomOut, remove), said);

  const view = firstView(points[0], ground, told, canvas);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const draw = () => paint(canvas, view, { told, ground, points, active, side: sideOf(after, told) });
  const tell = () => {
    const position = points[active];
    const near = byDistance(view.at, ground.places);
    said.textContent = position === undefined ? words.none : sayWhere(position, near, told);
    list.replaceChildren(
      new Option(words.choose, ""),
      ...near
        .slice(0, IN_THE_LIST)
        .map(
          (place) =>
            new Option(
              position === undefined ? place.name : `${place.name} (${distanceSaid(place.metres, told.lang)})`,
              pointsAsText([place.position]),
            ),
        ),
    );
    // Where the cross stands on a named place, that is what is chosen.
    if (position !== undefined && (near[0]?.metres ?? 1) < 1) list.selectedIndex = 1;
    remove.hidden = position === undefined;
    for (const [place, end] of ends.entries()) end.setAttribute("aria-pressed", String(place === active));
  };
  const show = () => {
    draw();
    clearTimeout(waiting);
    waiting = setTimeout(tell, PAUSE_MS);
  };
  const keep = () => {
    input.value = pointsAsText(points.filter((point) => point !== undefined));
    show();
  };
  const moveTo = (position: Position) => {
    view.at = points[active] = position;
    keep();
  };
  const moveBy = (right: number, down: number) => {
    const [east, north] = degreesOf(right * view.metresPerPixel, -down * view.metresPerPixel, view.at[1]);
    moveTo([view.at[0] + east, view.at[1] + north]);
  };
  const zoom = (by: number) => {
    view.metresPerPixel = Math.min(widest(outline, canvas), Math.max(NEAREST, view.metresPerPixel * by));
    show();
  };

  canvas.addEventListener("click", ({ offsetX, offsetY }) =>
    moveBy(offsetX - canvas.clientWidth / 2, offsetY - canvas.clientHeight / 2),
  );
  canvas.addEventListener("keydown", (event) => {
    const far = event.shiftKey ? 5 * STEP : STEP;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => moveBy(-far, 0),
      ArrowRight: () => moveBy(far, 0),
      ArrowUp: () => moveBy(0, -far),
      ArrowDown: () => moveBy(0, far),
      "+": () => zoom(1 / 2),
      "-": () => zoom(2),
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  zoomIn.addEventListener("click", () => zoom(1 / 2));
  zoomOut.addEventListener("click", () => zoom(2));
  remove.addEventListener("click", () => {
    points[active] = undefined;
    keep();
    canvas.focus();
  });
  list.addEventListener("change", () => {
    const [position] = readPoints([list.value], 1) ?? [];
    if (position !== undefined) moveTo(position);
  });
  for (const [place, end] of ends.entries())
    end.addEventListener("click", () => {
      active = place;
      view.at = points[active] ?? view.at;
      show();
    });
  after.addEventListener("change", draw);
  new ResizeObserver(draw).observe(canvas);
  draw();
  tell();
}

async function groundOf({ basemap, outline, places }: PointTold): Promise<Ground> {
  // Without a map of one's own there is the border, and the places that came with the page.
  const answer = await fetch(basemap).catch(() => undefined);
  const read = answer?.ok === true ? ((await answer.json()) as { readonly features?: readonly Feature[] }) : undefined;
  return { features: read?.features ?? [], places: [...places, ...placesIn(read, outline)] };
}

function firstView(point: Position | undefined, { places }: Ground, told: PointTold, canvas: HTMLElement): View {
  const at = point ?? places.find(({ name }) => name === told.start)?.position;
  if (at !== undefined) return { at, metresPerPixel: FIRST };
  const [west, south, east, north] = boundsOf(told.outline);
  return { at: [(west + east) / 2, (south + north) / 2], metresPerPixel: widest(told.outline, canvas) };
}

function boundsOf(outline: PointTold["outline"]): readonly [number, number, number, number] {
  const [lons, lats] = [outline.flat().map(([lon]) => lon), outline.flat().map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The whole municipality in view. */
function widest(outline: PointTold["outline"], canvas: HTMLElement): number {
  const [west, south, east, north] = boundsOf(outline);
  const wide = (east - west) * METRES_PER_DEGREE * Math.cos((south * Math.PI) / 180);
  return 1.1 * Math.max(wide / canvas.clientWidth, ((north - south) * METRES_PER_DEGREE) / canvas.clientHeight);
}

function sayWhere(position: Position, near: ReturnType<typeof byDistance>, { words, place, outline, lang }: PointTold) {
  if (!isWithin(position, outline)) return words.outside.replace("{place}", place);
  if (near.length === 0) return words.set;
  const nearest = near.slice(0, 2).map(({ name, metres }) => `${name}, ${distanceSaid(metres, lang)}`);
  return words.nearest.replace("{places}", nearest.join("; "));
}

function sideOf(after: HTMLElement, { grainName }: PointTold): number {
  if (grainName === "") return GRAIN_METRES.spot;
  const isSpot = after.querySelector<HTMLInputElement>("input[value=spot]")?.checked === true;
  return GRAIN_METRES[isSpot ? "spot" : "around"];
}

// Painting

type Scene = {
  readonly told: PointTold;
  readonly ground: Ground;
  readonly points: readonly (Position | undefined)[];
  readonly active: number;
  /** Of the square that is kept, in metres. */
  readonly side: number;
};
type Line = readonly Position[];

function paint(canvas: HTMLCanvasElement, { at, metresPerPixel }: View, scene: Scene): void {
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio;
  Object.assign(canvas, { width: width * ratio, height: height * ratio });
  pen.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const east = (METRES_PER_DEGREE * Math.cos((at[1] * Math.PI) / 180)) / metresPerPixel;
  const on = ([lon, lat]: Position) =>
    [width / 2 + (lon - at[0]) * east, height / 2 - ((lat - at[1]) * METRES_PER_DEGREE) / metresPerPixel] as const;
  const trace = (line: Line) => {
    pen.beginPath();
    for (const [place, position] of line.entries()) pen[place === 0 ? "moveTo" : "lineTo"](...on(position));
  };
  const stroke = (line: Line, token: string, thick: number) => {
    trace(line);
    pen.strokeStyle = colour(token);
    pen.lineWidth = thick;
    pen.stroke();
  };
  const fill = (ring: Line, token: string) => {
    trace(ring);
    pen.fillStyle = colour(token);
    pen.fill();
  };

  const { told, ground, points, active, side } = scene;
  pen.fillStyle = colour("--map-land");
  pen.fillRect(0, 0, width, height);
  for (const { kind, lines } of shapesIn(ground.features))
    for (const line of lines)
      if (kind === "lake") fill(line, "--map-water");
      else if (kind === "river") stroke(line, "--map-water-edge", 1.5);
      else if (kind === "road") {
        stroke(line, "--map-road-edge", 4);
        stroke(line, "--map-road", 2.5);
      } else if (kind === "municipality") stroke(line, "--map-border", 0.75);
  for (const ring of told.outline) stroke(ring, "--map-border", 2);

  const set = points.filter((point) => point !== undefined);
  if (set.length === 2) stroke(set, "--color-ink", 3);
  for (const point of set) {
    const square = squareAround(roughened(point, side), side);
    stroke(square, "--map-halo", 5);
    stroke(square, "--color-ink", 2);
  }
  nameThem(pen, ground, { on, metresPerPixel, style, height });
  scaleBar(pen, { metresPerPixel, height, style, lang: told.lang });
  cross(pen, on(at), { ink: colour("--color-ink"), halo: colour("--map-halo"), isSet: points[active] !== undefined });
}

/** Lines and edges, whatever they were wrapped in. */
function shapesIn(
  features: readonly Feature[],
): readonly { readonly kind: unknown; readonly lines: readonly Line[] }[] {
  return features.map(({ properties, geometry }) => {
    const { type, coordinates } = geometry;
    const depth = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[type];
    if (depth === undefined) return { kind: "", lines: [] };
    const lines = (
      depth === 0 ? [coordinates] : (coordinates as readonly unknown[]).flat(depth - 1)
    ) as readonly Line[];
    return { kind: properties.kind, lines };
  });
}

type Naming = {
  readonly on: (position: Position) => readonly [number, number];
  readonly metresPerPixel: number;
  readonly style: CSSStyleDeclaration;
  readonly height: number;
};

const villagesFirst = (a: NamedPlace, b: NamedPlace) => Number(b.isVillage === true) - Number(a.isVillage === true);

/** One name never lies on another; villages go first. */
function nameThem(
  pen: CanvasRenderingContext2D,
  { places }: Ground,
  { on, metresPerPixel, style, height }: Naming,
): void {
  const size = Number.parseFloat(style.fontSize) * 0.875;
  pen.font = `600 ${size}px ${style.fontFamily}`;
  pen.lineJoin = "round";
  const taken: (readonly [number, number, number])[] = [];
  for (const { name, position, isVillage } of places.toSorted(villagesFirst)) {
    if (metresPerPixel > NAMES_STOPS && isVillage !== true) continue;
    const [x, y] = on(position);
    const width = pen.measureText(name).width;
    if (x < -width || x > pen.canvas.clientWidth || y < 0 || y > height - 2 * size) continue;
    if (taken.some(([left, right, line]) => Math.abs(line - y) < size * 1.3 && x < right && x + width > left)) continue;
    taken.push([x, x + width + size, y]);
    pen.fillStyle = style.getPropertyValue("--map-label").trim();
    pen.strokeStyle = style.getPropertyValue("--map-halo").trim();
    pen.lineWidth = 4;
    pen.beginPath();
    pen.arc(x, y, 3, 0, 2 * Math.PI);
    pen.stroke();
    pen.fill();
    pen.strokeText(name, x + 7, y + size / 3);
    pen.fillText(name, x + 7, y + size / 3);
  }
}

function scaleBar(
  pen: CanvasRenderingContext2D,
  {
    metresPerPixel,
    height,
    style,
    lang,
  }: { metresPerPixel: number; height: number; style: CSSStyleDeclaration; lang: string },
): void {
  const most = 100 * metresPerPixel;
  const ten = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((times) => times * ten).find((one) => one <= most) ?? ten;
  const [left, bottom] = [12, height - 12];
  pen.strokeStyle = pen.fillStyle = style.getPropertyValue("--map-label").trim();
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(left, bottom - 6);
  pen.lineTo(left, bottom);
  pen.lineTo(left + metres / metresPerPixel, bottom);
  pen.lineTo(left + metres / metresPerPixel, bottom - 6);
  pen.stroke();
  pen.fillText(distanceSaid(metres, lang), left + 6, bottom - 7);
}

/** Thin until something has been pointed out. */
function cross(
  pen: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  { ink, halo, isSet }: { ink: string; halo: string; isSet: boolean },
): void {
  for (const [colour, thick] of [
    [halo, isSet ? 8 : 4],
    [ink, isSet ? 3 : 1.5],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = thick;
    pen.beginPath();
    pen.moveTo(x - 14, y);
    pen.lineTo(x + 14, y);
    pen.moveTo(x, y - 14);
    pen.lineTo(x, y + 14);
    pen.stroke();
  }
}

// Parts

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, has: object): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), has);
}

function button(text: string, label?: string): HTMLButtonElement {
  const made = make("button", { type: "button", className: "button", textContent: text });
  if (label !== undefined) made.setAttribute("aria-label", label);
  return made;
}

function row(...parts: readonly HTMLElement[]): HTMLElement {
  const made = make("div", { className: "row" });
  made.append(...parts);
  made.hidden = parts.length === 0;
  return made;
}
