// Counted cells under the roads, painted by the graphics card from one byte a cell: changed as often as the screen is drawn, which polygons are not. A class of 1 is hatched in the screen's own
// pixels, so that the stripes are as fine whatever the zoom.
import type { CustomLayerInterface, Map as Drawing } from "maplibre-gl";
import type { Colours } from "./style.ts";

/** A grid of cells in the square of the map (Web Mercator, 0–1 from the north-west), one class a cell, row by row from the north. */
export type Grid = {
  readonly west: number;
  readonly north: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** 0 nothing, 1 a few, 2–6 the classes of the ramp; of a surface, 0–255. */
  readonly values: Uint8Array;
  /** A surface is drawn without cells: its values rise and fall between them. */
  readonly surface: boolean;
};

export const CELL_LAYER = "cell-grid";

const VERTEX = `#version 300 es
uniform mat4 u_matrix;
uniform vec4 u_part;
in vec2 a_corner;
out vec2 v_place;
void main() {
  v_place = mix(u_part.xy, u_part.zw, a_corner);
  gl_Position = u_matrix * vec4(v_place, 0.0, 1.0);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D u_values;
uniform vec2 u_cells;
uniform bool u_surface;
uniform float u_pixel;
uniform vec3 u_ramp[7];
uniform vec3 u_hatch;
in vec2 v_place;
out vec4 colour;
const float SOLID = 0.86;
void main() {
  if (u_surface) {
    float value = texture(u_values, v_place).r * 6.0;
    int rise = int(floor(value));
    if (rise < 1) discard;
    colour = vec4(u_ramp[min(rise + 1, 6)], 1.0) * 0.78;
    return;
  }
  vec2 at = v_place * u_cells;
  int level = int(texelFetch(u_values, ivec2(floor(at)), 0).r * 255.0 + 0.5);
  if (level == 0) discard;
  vec3 fill = u_ramp[min(level, 6)];
  if (level == 1) {
    // Sixty degrees, as everything that cannot be said.
    float along = dot(gl_FragCoord.xy / u_pixel, vec2(0.866, -0.5));
    fill = mod(along, 5.5) < 1.3 ? u_hatch : u_ramp[1];
  }
  // A hairline between cells, so that they are counted apart.
  vec2 width = fwidth(at);
  vec2 near = min(fract(at), 1.0 - fract(at));
  float solid = near.x < width.x * 0.5 || near.y < width.y * 0.5 ? 0.45 : SOLID;
  colour = vec4(fill, 1.0) * solid;
}`;

export type CellLayer = {
  readonly layer: CustomLayerInterface;
  readonly show: (grid: Grid | undefined) => void;
  readonly paint: (colours: Colours) => void;
};

export function cellLayer(): CellLayer {
  let map: Drawing | undefined;
  let machine: Machine | undefined;
  let grid: Grid | undefined;
  let colours: Colours | undefined;
  let part: Part | undefined;
  let stale = true;
  const layer: CustomLayerInterface = {
    id: CELL_LAYER,
    type: "custom",
    onAdd: (added, gl) => {
      map = added;
      machine = machineOn(gl);
      stale = true;
    },
    onRemove: (_map, gl) => {
      machine?.dispose(gl);
      machine = undefined;
    },
    render: (gl, { defaultProjectionData }) => {
      if (machine === undefined || grid === undefined || colours === undefined) return;
      if (stale) {
        machine.upload(gl, grid);
        part = partOf(grid);
      }
      stale = false;
      if (part !== undefined) machine.draw(gl, grid, part, colours, defaultProjectionData.mainMatrix);
    },
  };
  return {
    layer,
    show: (next) => {
      grid = next;
      stale = true;
      map?.triggerRepaint();
    },
    paint: (next) => {
      colours = next;
      map?.triggerRepaint();
    },
  };
}

type Machine = ReturnType<typeof machineOn>;

function machineOn(gl: WebGL2RenderingContext) {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind);
    if (shader === null) throw new Error("This browser cannot draw cells");
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true)
    throw new Error(gl.getProgramInfoLog(program) ?? "This browser cannot draw cells");
  const at = (name: string) => gl.getUniformLocation(program, name);
  const places = {
    matrix: at("u_matrix"),
    part: at("u_part"),
    values: at("u_values"),
    cells: at("u_cells"),
    surface: at("u_surface"),
    pixel: at("u_pixel"),
    ramp: at("u_ramp"),
    hatch: at("u_hatch"),
  };
  const corner = gl.getAttribLocation(program, "a_corner");
  const corners = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
  const texture = gl.createTexture();
  return {
    upload: (on: WebGL2RenderingContext, { columns, rows, values, surface }: Grid) => {
      on.activeTexture(on.TEXTURE0);
      on.bindTexture(on.TEXTURE_2D, texture);
      on.pixelStorei(on.UNPACK_ALIGNMENT, 1);
      on.pixelStorei(on.UNPACK_FLIP_Y_WEBGL, false);
      on.pixelStorei(on.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
      on.texImage2D(on.TEXTURE_2D, 0, on.R8, columns, rows, 0, on.RED, on.UNSIGNED_BYTE, values);
      const filter = surface ? on.LINEAR : on.NEAREST;
      on.texParameteri(on.TEXTURE_2D, on.TEXTURE_MIN_FILTER, filter);
      on.texParameteri(on.TEXTURE_2D, on.TEXTURE_MAG_FILTER, filter);
      on.texParameteri(on.TEXTURE_2D, on.TEXTURE_WRAP_S, on.CLAMP_TO_EDGE);
      on.texParameteri(on.TEXTURE_2D, on.TEXTURE_WRAP_T, on.CLAMP_TO_EDGE);
    },
    draw: (on: WebGL2RenderingContext, grid: Grid, part: Part, colours: Colours, matrix: ArrayLike<number>) => {
      on.useProgram(program);
      on.activeTexture(on.TEXTURE0);
      on.bindTexture(on.TEXTURE_2D, texture);
      on.uniform1i(places.values, 0);
      on.uniform4f(places.part, ...part);
      on.uniform2f(places.cells, grid.columns, grid.rows);
      on.uniform1i(places.surface, grid.surface ? 1 : 0);
      on.uniform1f(places.pixel, devicePixelRatio);
      on.uniform3fv(places.ramp, rampOf(colours));
      on.uniform3fv(places.hatch, colourOf(colours["--unknown-hatch"]));
      on.uniformMatrix4fv(places.matrix, false, placed(matrix, grid));
      on.bindBuffer(on.ARRAY_BUFFER, corners);
      on.enableVertexAttribArray(corner);
      on.vertexAttribPointer(corner, 2, on.FLOAT, false, 0, 0);
      on.drawArrays(on.TRIANGLE_STRIP, 0, 4);
    },
    dispose: (on: WebGL2RenderingContext) => {
      on.deleteProgram(program);
      on.deleteBuffer(corners);
      on.deleteTexture(texture);
    },
  };
}

type Part = readonly [left: number, top: number, right: number, bottom: number];

/** What there is of the grid, from 0 to 1: nothing is painted around it, and where nothing is nothing is painted. A surface is drawn beyond its outermost cells, by half of one. */
function partOf({ columns, rows, values, surface }: Grid): Part | undefined {
  let [left, top, right, bottom] = [columns, rows, 0, 0];
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, at++) {
      if (values[at] === 0) continue;
      if (column < left) left = column;
      if (column >= right) right = column + 1;
      if (row < top) top = row;
      bottom = row + 1;
    }
  if (right === 0) return undefined;
  const rim = surface ? 1 : 0;
  return [
    Math.max(left - rim, 0) / columns,
    Math.max(top - rim, 0) / rows,
    Math.min(right + rim, columns) / columns,
    Math.min(bottom + rim, rows) / rows,
  ];
}

/** The map's matrix for a square of its own from 0 to 1, worked out in 64 bits: near the ground a 32-bit fraction of the world is metres wide. */
function placed(matrix: ArrayLike<number>, { west, north, width, height }: Grid): Float32Array {
  const placedMatrix = new Float32Array(16);
  for (let row = 0; row < 4; row++) {
    const [x, y] = [matrix[row]!, matrix[4 + row]!];
    placedMatrix[row] = x * width;
    placedMatrix[4 + row] = y * height;
    placedMatrix[8 + row] = matrix[8 + row]!;
    placedMatrix[12 + row] = matrix[12 + row]! + x * west + y * north;
  }
  return placedMatrix;
}

function rampOf(colours: Colours): Float32Array {
  const ramp = ["--unknown-fill", "--unknown-fill", "--seq-2", "--seq-3", "--seq-4", "--seq-5", "--seq-6"] as const;
  return Float32Array.from(ramp.flatMap((token) => [...colourOf(colours[token])]));
}

const known = new Map<string, readonly [number, number, number]>();
/** Red, green and blue from 0 to 1 of whatever way the style sheet writes a colour. */
function colourOf(written: string): readonly [number, number, number] {
  const before = known.get(written);
  if (before !== undefined) return before;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d");
  if (pen === null) return [0, 0, 0];
  pen.fillStyle = written;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  const colour = [red / 255, green / 255, blue / 255] as const;
  known.set(written, colour);
  return colour;
}
