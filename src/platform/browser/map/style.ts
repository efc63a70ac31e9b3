// The map's own style, out of the identity's tokens (design.md, section 7): land, data cells, roads above the cells, stretches, outline, labels, points.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Features } from "./marks.ts";

/** Token names of tokens.css that the map paints with. */
export const TOKENS = [
  "--map-built",
  "--map-water",
  "--map-water-edge",
  "--map-road",
  "--map-road-edge",
  "--map-border",
  "--map-label",
  "--map-label-water",
  "--map-halo",
  "--seq-2",
  "--seq-3",
  "--seq-4",
  "--seq-5",
  "--seq-6",
  "--significant-edge",
  "--unknown-fill",
  "--unknown-hatch",
  "--kind-felt",
  "--kind-recorded",
  "--kind-measured",
  "--color-ink",
] as const;
export type Token = (typeof TOKENS)[number];
export type Colours = Readonly<Record<Token, string>>;

export type Data = {
  readonly basemap: string | Features;
  readonly areas: Features;
  readonly outline: Features;
  readonly lines: Features;
  readonly outlined: Features;
  readonly circles: Features;
  readonly stretches: Features;
  readonly points: Features;
};

/** What says "a few" wherever something is counted. */
export const HATCH = "hatch";
/** How the address of a basemap begins that is a file of tiles; and its one layer, as platform/server/pmtiles.ts names it. */
export const TILES = "pmtiles://";
const TILE_LAYER = "ground";

export const SHAPES = {
  felt: "shape-felt",
  recorded: "shape-recorded",
  measured: "shape-measured",
  flag: "shape-flag",
} as const;
/** Counted cells lie beneath this layer: people find themselves by roads. */
export const CELLS_UNDER = "roads-edge";
/** Layers that answer when somebody points at the map. */
export const PICKED_LAYERS = ["points", "stretches"] as const;

/** The zoom from which a village's marks are so far apart that figures have room beside them. */
const FIGURES_FROM = 12;
const FONT = ["Hanken Grotesk", "sans-serif"];
const kind = (name: string): ExpressionSpecification => ["==", ["get", "kind"], name];
const byKnowledge = (colours: Colours): ExpressionSpecification => [
  "match",
  ["get", "knowledge"],
  "felt",
  colours["--kind-felt"],
  "measured",
  colours["--kind-measured"],
  colours["--kind-recorded"],
];

export function styleOf(colours: Colours, data: Data): StyleSpecification {
  const source = (features: string | Features) => ({ type: "geojson" as const, data: features as never });
  // As round as they were made: the library smooths a line by so many parts of a pixel.
  const round = (features: Features) => ({ ...source(features), tolerance: 0.05 });
  const inTiles = typeof data.basemap === "string" && data.basemap.startsWith(TILES);
  return {
    version: 8,
    sources: {
      basemap: inTiles ? { type: "vector", url: data.basemap } : source(data.basemap),
      areas: round(data.areas),
      outline: source(data.outline),
      lines: source(data.lines),
      outlined: source(data.outlined),
      circles: round(data.circles),
      stretches: source(data.stretches),
      points: source(data.points),
    },
    layers: [
      ...areaLayers(colours),
      ...groundLayers(colours),
      ...roadLayers(colours),
      ...lineLayers(colours),
      ...labelLayers(colours),
      ...pointLayers(colours),
      ...nameLayers(colours),
    ].map((layer) => {
      const layout = { ...layer.layout, visibility: isEmpty(data[layer.source]) ? "none" : "visible" };
      const within = inTiles && layer.source === "basemap" ? { "source-layer": TILE_LAYER } : {};
      return { ...layer, ...within, layout } as LayerSpecification;
    }),
  };
}

/** Layers of what is empty are hidden: for each source that is drawn the library paints the whole map once, whatever is in it. */
export function isEmpty(data: string | Features): boolean {
  return typeof data !== "string" && data.features.length === 0;
}

type DrawnLayer = Extract<LayerSpecification, { source: string }> & { readonly source: keyof Data };

/** Counted areas lie at the very bottom: lakes, rivers and roads stay what one finds one's way by. */
function areaLayers(colours: Colours): DrawnLayer[] {
  const ofClass: ExpressionSpecification = ["get", "class"];
  return [
    {
      id: "areas",
      type: "fill",
      source: "areas",
      filter: [">", ofClass, 1],
      paint: {
        "fill-color": [
          "match",
          ofClass,
          2,
          colours["--seq-2"],
          3,
          colours["--seq-3"],
          4,
          colours["--seq-4"],
          colours["--seq-5"],
        ],
      },
    },
    {
      id: "areas-few",
      type: "fill",
      source: "areas",
      filter: ["==", ofClass, 1],
      paint: { "fill-pattern": HATCH },
    },
    {
      id: "areas-edge",
      type: "line",
      source: "areas",
      paint: { "line-color": colours["--map-border"], "line-width": 1.5 },
    },
  ];
}

/** Land is the colour of the frame behind: a layer of it would paint every pixel of every frame. */
function groundLayers(colours: Colours): DrawnLayer[] {
  return [
    {
      id: "lakes",
      type: "fill",
      source: "basemap",
      filter: kind("lake"),
      paint: { "fill-color": colours["--map-water"], "fill-outline-color": colours["--map-water-edge"] },
    },
    {
      id: "rivers",
      type: "line",
      source: "basemap",
      filter: kind("river"),
      paint: { "line-color": colours["--map-water-edge"], "line-width": 1.5 },
    },
    {
      id: "neighbours",
      type: "line",
      source: "basemap",
      filter: kind("municipality"),
      paint: { "line-color": colours["--map-border"], "line-opacity": 0.45, "line-width": 1, "line-dasharray": [4, 3] },
    },
    {
      id: "built",
      type: "circle",
      source: "basemap",
      filter: kind("locality"),
      paint: {
        "circle-color": colours["--map-built"],
        "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], 8, 3, 13, 40],
      },
    },
  ];
}

function roadLayers(colours: Colours): DrawnLayer[] {
  const width = (extra: number): ExpressionSpecification => [
    "interpolate",
    ["exponential", 1.5],
    ["zoom"],
    8,
    1.5 + extra,
    15,
    7 + extra,
  ];
  const road = {
    source: "basemap",
    filter: kind("road"),
    layout: { "line-cap": "round", "line-join": "round" },
  } as const;
  return [
    {
      id: "roads-edge",
      type: "line",
      ...road,
      paint: { "line-color": colours["--map-road-edge"], "line-width": width(2) },
    },
    { id: "roads", type: "line", ...road, paint: { "line-color": colours["--map-road"], "line-width": width(0) } },
    {
      id: "stops",
      type: "circle",
      source: "basemap",
      filter: kind("stop"),
      minzoom: 11,
      paint: {
        "circle-radius": 2.5,
        "circle-color": colours["--map-halo"],
        "circle-stroke-width": 1.5,
        "circle-stroke-color": colours["--map-border"],
      },
    },
  ];
}

function lineLayers(colours: Colours): DrawnLayer[] {
  const round = { "line-cap": "round", "line-join": "round" } as const;
  const width = (extra: number): ExpressionSpecification => [
    "+",
    extra,
    ["min", 9, ["+", 3, ["/", ["get", "voices"], 3]]],
  ];
  return [
    {
      id: "outline",
      type: "line",
      source: "outline",
      paint: { "line-color": colours["--map-border"], "line-width": 2 },
    },
    {
      id: "lines",
      type: "line",
      source: "lines",
      paint: { "line-color": colours["--map-border"], "line-opacity": 0.35, "line-width": 1 },
    },
    {
      id: "outlined-halo",
      type: "line",
      source: "outlined",
      layout: { "line-cap": "square" },
      paint: { "line-color": colours["--map-halo"], "line-width": 6 },
    },
    {
      id: "outlined",
      type: "line",
      source: "outlined",
      layout: { "line-cap": "square" },
      paint: { "line-color": colours["--significant-edge"], "line-width": 3 },
    },
    {
      id: "circles-halo",
      type: "line",
      source: "circles",
      paint: { "line-color": colours["--map-halo"], "line-width": 5 },
    },
    {
      id: "circles",
      type: "line",
      source: "circles",
      paint: { "line-color": colours["--significant-edge"], "line-width": 2, "line-dasharray": [3, 1.5] },
    },
    {
      id: "stretches-edge",
      type: "line",
      source: "stretches",
      layout: round,
      paint: { "line-color": colours["--map-halo"], "line-width": width(3) },
    },
    {
      id: "stretches",
      type: "line",
      source: "stretches",
      layout: round,
      paint: { "line-color": byKnowledge(colours), "line-width": width(0) },
    },
  ];
}

function labelLayers(colours: Colours): DrawnLayer[] {
  return [
    {
      id: "lake-names",
      type: "symbol",
      source: "basemap",
      filter: kind("lake"),
      layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-letter-spacing": 0.1 },
      paint: {
        "text-color": colours["--map-label-water"],
        "text-halo-color": colours["--map-halo"],
        "text-halo-width": 1.6,
      },
    },
  ];
}

/** Names of villages lie above the marks and beside them: whoever cannot read the name does not know where the marks are. */
function nameLayers(colours: Colours): DrawnLayer[] {
  const paint = {
    "text-color": colours["--map-label"],
    "text-halo-color": colours["--map-halo"],
    "text-halo-width": 2.2,
  };
  return [
    {
      id: "stop-names",
      type: "symbol",
      source: "basemap",
      filter: kind("stop"),
      minzoom: 12,
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": 12,
        "text-offset": [0, 0.9],
        "text-anchor": "top",
      },
      paint,
    },
    {
      id: "locality-names",
      type: "symbol",
      source: "basemap",
      filter: kind("locality"),
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["get", "population"], 0, 13, 3000, 17, 60000, 20],
        "symbol-sort-key": ["-", ["get", "population"]],
        "text-offset": [0, -0.9],
        "text-anchor": "bottom",
      },
      paint,
    },
  ];
}

function pointLayers(colours: Colours): DrawnLayer[] {
  return [
    {
      id: "accuracy",
      type: "circle",
      source: "points",
      filter: [">", ["get", "pixelsAtZero"], 0],
      paint: {
        "circle-color": byKnowledge(colours),
        "circle-opacity": 0.12,
        "circle-radius": [
          "interpolate",
          ["exponential", 2],
          ["zoom"],
          0,
          ["get", "pixelsAtZero"],
          24,
          ["*", ["get", "pixelsAtZero"], 2 ** 24],
        ],
      },
    },
    {
      id: "points",
      type: "symbol",
      source: "points",
      layout: {
        "icon-image": [
          "match",
          ["get", "knowledge"],
          "felt",
          SHAPES.felt,
          "measured",
          SHAPES.measured,
          "flag",
          SHAPES.flag,
          SHAPES.recorded,
        ],
        // Seen from afar many marks lie on one spot: they are smaller there, and figures wait until they are apart.
        "icon-size": ["interpolate", ["linear"], ["zoom"], 8, 0.75, 12, 1, 15, 1.35],
        "icon-allow-overlap": true,
        // Marks do not push the names of places away: people find themselves by names.
        "icon-ignore-placement": true,
        "text-field": ["step", ["zoom"], "", FIGURES_FROM, ["get", "label"]],
        "text-font": FONT,
        "text-size": 14,
        "text-variable-anchor": ["left", "right", "bottom", "top"],
        "text-radial-offset": 0.9,
        "text-optional": true,
      },
      paint: { "text-color": colours["--color-ink"], "text-halo-color": colours["--map-halo"], "text-halo-width": 2 },
    },
  ];
}
