// H3: which hexagon of Uber's grid a position lies in, for every resolution, without h3-js's detour over WebAssembly and BigInt. The method is latLngToCell of the H3 library, version 4 (Uber Technologies,
// Apache License 2.0, https://h3geo.org), put in vectors: a position is projected from the Earth's centre onto one face of an icosahedron, rounded to a hexagon there, and the digits of the index
// are found from the finest upwards. The table of base cells was fitted to the library's own answers, and the test holds it to them.
import { WORLD_SIDE } from "./world.ts";

/** Cells as halves of their 64 bits: `hi` and `lo` of cell i. Where there is no position both are 0, which is no cell. */
export type Cells = { readonly hi: Uint32Array; readonly lo: Uint32Array };

export const FINEST_RESOLUTION = 15;

type Vector = readonly [number, number, number];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const plus = (a: Vector, b: Vector, times: number): Vector => [
  a[0] + b[0] * times,
  a[1] + b[1] * times,
  a[2] + b[2] * times,
];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vector): Vector => plus([0, 0, 0], a, 1 / Math.sqrt(dot(a, a)));

/** A face of the icosahedron by its corners, counter-clockwise seen from outside; the first gives the direction of the grid's i axis. */
type Face = readonly [Vector, Vector, Vector];
const centreOf = ([a, b, c]: Face): Vector => unit(plus(plus(a, b, 1), c, 1));

// How H3 turns the icosahedron (Fuller's, all corners in the sea): the centre of one face, and the azimuth from there to a corner; radians.
const FACE_LATITUDE = 0.80358264971899;
const FACE_LONGITUDE = 1.2483974196173961;
const CORNER_AZIMUTH = 5.6199582685239395;
/** From a face's centre to its corners, as a cosine. */
const CORNER_COSINE = Math.sqrt((5 + 2 * Math.sqrt(5)) / 15);

function firstFace(): Face {
  const [sinLat, cosLat] = [Math.sin(FACE_LATITUDE), Math.cos(FACE_LATITUDE)];
  const [sinLon, cosLon] = [Math.sin(FACE_LONGITUDE), Math.cos(FACE_LONGITUDE)];
  const centre: Vector = [cosLat * cosLon, cosLat * sinLon, sinLat];
  const north: Vector = [-sinLat * cosLon, -sinLat * sinLon, cosLat];
  const east: Vector = [-sinLon, cosLon, 0];
  const corner = (turns: number): Vector => {
    const azimuth = CORNER_AZIMUTH - (turns * 2 * Math.PI) / 3;
    const outwards = plus(plus([0, 0, 0], north, Math.cos(azimuth)), east, Math.sin(azimuth));
    return plus(plus([0, 0, 0], centre, CORNER_COSINE), outwards, Math.sqrt(1 - CORNER_COSINE ** 2));
  };
  return [corner(0), corner(1), corner(2)];
}

/** The twenty faces, each the mirror image of a neighbour over their common side; face f + 10 is opposite face f. */
function icosahedron(): readonly Face[] {
  const faces: Face[] = [firstFace()];
  for (const [a, b, c] of faces)
    for (const [from, to, third] of [
      [a, b, c],
      [b, c, a],
      [c, a, b],
    ] as const) {
      const side = unit(cross(from, to));
      const mirrored: Face = [to, from, plus(third, side, -2 * dot(third, side))];
      if (!faces.some((face) => dot(centreOf(face), centreOf(mirrored)) > 0.99)) faces.push(mirrored);
    }
  const opposite = (face: Face): Face => faces.find((other) => dot(centreOf(face), centreOf(other)) < -0.99)!;
  const half = faces.filter((face, at) => faces.indexOf(opposite(face)) > at);
  return [...half, ...half.map(opposite)];
}

/** The grid of an odd resolution is turned by asin(sqrt(3/28)) against that of an even one. */
const ODD_TURN = Math.asin(Math.sqrt(3 / 28));
/** Of a hexagon of resolution 0, on the plane that touches the face's centre. */
const UNIT_LENGTH = (3 - Math.sqrt(5)) / 2;

/** A face's centre, then the axes of its grid for even resolutions (x, y) and for odd ones: 15 numbers a face. */
const FACE_STRIDE = 15;
const faceAxes = axesOf(icosahedron());

function axesOf(faces: readonly Face[]): Float64Array {
  const axes = new Float64Array(faces.length * FACE_STRIDE);
  for (const [at, face] of faces.entries()) {
    const centre = centreOf(face);
    const x = unit(plus(face[0], centre, -dot(face[0], centre)));
    const y = cross(centre, x);
    const [cosine, sine] = [Math.cos(ODD_TURN), Math.sin(ODD_TURN)];
    const odd = [plus(plus([0, 0, 0], x, cosine), y, sine), plus(plus([0, 0, 0], y, cosine), x, -sine)] as const;
    axes.set([centre, x, y, ...odd].flat(), at * FACE_STRIDE);
  }
  return axes;
}

const scaleOf = Float64Array.from(
  { length: FINEST_RESOLUTION + 1 },
  (_, resolution) => 7 ** (resolution / 2) / UNIT_LENGTH,
);

/** Where a face meets hexagons of resolution 0, as 5 (i + 2) + j + 2 of its grid. */
const PLACES = [0, 1, 5, 6, 7, 8, 11, 12, 13, 14, 16, 17, 18, 19, 22, 23] as const;

/**
 * A row a face, a column a place: 18 x base cell + 6 x kind + turns, where kind is 0 for a hexagon, 1 for a pentagon, 2 for a pentagon whose missing sixth is left clockwise on this face, and turns is
 * how many sixths the face's grid is turned (counter-clockwise) to be the base cell's.
 */
const BASE_CELLS = [
  438, 579, 185, 324, 540, 867, 95, 288, 594, 895, 5, 144, 396, 739, 78, 271, 1054, 761, 1171, 796, 508, 221, 958, 562,
  274, 87, 1099, 742, 399, 147, 891, 597, 1502, 1571, 1337, 1262, 1208, 1193, 941, 902, 866, 894, 671, 578, 545, 599,
  442, 329, 258, 309, 167, 108, 198, 417, 23, 36, 180, 445, 59, 0, 90, 325, 79, 145, 694, 383, 847, 526, 238, 59, 778,
  472, 220, 86, 1117, 760, 507, 273, 1053, 795, 1934, 1877, 1823, 1694, 1550, 1373, 1463, 1352, 1172, 1056, 1193, 1100,
  959, 797, 892, 743, 1933, 1693, 2017, 1822, 1462, 1099, 1837, 1534, 1192, 898, 1801, 1570, 1207, 865, 1501, 1261,
  1143, 1425, 813, 1062, 1407, 1659, 705, 1026, 1332, 1509, 417, 666, 936, 1263, 438, 579, 1142, 1067, 1013, 812, 704,
  671, 635, 452, 416, 444, 491, 308, 203, 185, 262, 113, 690, 615, 527, 378, 342, 363, 239, 126, 162, 265, 221, 54, 18,
  109, 80, 1, 2116, 1909, 2181, 2036, 1784, 1441, 2091, 1892, 1586, 1310, 2001, 1856, 1640, 1319, 1754, 1607, 1306,
  1589, 1081, 1444, 1787, 2039, 1228, 1624, 1912, 2120, 1009, 1390, 1678, 1965, 1143, 1425, 1303, 991, 1585, 1318, 976,
  613, 1639, 1282, 922, 700, 1855, 1606, 1243, 847, 1753, 1513, 2115, 2035, 2127, 2180, 2090, 1855, 2163, 2144, 2000,
  1760, 2019, 2072, 1982, 1769, 1934, 1877, 2113, 2125, 1911, 1964, 1946, 1801, 1677, 1712, 1658, 1508, 1389, 1424,
  1406, 1337, 1142, 1067, 1305, 1443, 993, 1080, 1227, 1389, 723, 828, 1008, 1149, 363, 486, 630, 813, 258, 309, 1304,
  1085, 1319, 992, 722, 491, 977, 650, 362, 264, 923, 614, 347, 167, 694, 383, 1754, 1607, 1769, 1514, 1244, 923, 1481,
  1154, 848, 696, 1373, 1118, 779, 527, 1054, 761, 1753, 1513, 1999, 1768, 1480, 1117, 1981, 1732, 1372, 1060, 2071,
  1876, 1549, 1171, 1933, 1693, 2114, 2179, 1965, 2126, 2162, 2071, 1947, 2054, 2018, 1940, 1659, 1802, 1838, 1823,
  1502, 1571,
];

const baseCellAt = new Uint16Array(20 * 25);
for (const [index, value] of BASE_CELLS.entries())
  baseCellAt[Math.floor(index / PLACES.length) * 25 + PLACES[index % PLACES.length]!] = value;

/** Digits are directions: K 1, J 2, JK 3, I 4, IK 5, IJ 6. By 3 di + dj + 4, three bits each. */
const DIGITS = (1 << 0) | (3 << 3) | (5 << 9) | (2 << 15) | (4 << 21) | (6 << 24);
/** A digit turned a sixth counter-clockwise. */
const TURNED = [0, 5, 3, 1, 6, 4, 2] as const;
const K_AXIS = 1;

/** Index bits that say "a cell" (mode 1), in the upper half. */
const CELL_MODE = 1 << 27;

/**
 * The H3 cell of a position in degrees, put at `at` of `out`. What is not finite gets 0, 0.
 * @throws RangeError for a resolution other than 0 … 15.
 */
export function h3Of(lat: number, lon: number, resolution: number, out: Cells, at: number): void {
  checkResolution(resolution);
  const latitude = (lat * Math.PI) / 180;
  const longitude = (lon * Math.PI) / 180;
  const across = Math.cos(latitude);
  encode(Math.cos(longitude) * across, Math.sin(longitude) * across, Math.sin(latitude), resolution, out, at);
}

/** The cells of many positions in degrees. @throws RangeError for a resolution other than 0 … 15. */
export function h3OfEach(lat: Float64Array, lon: Float64Array, resolution: number, out: Cells): void {
  checkResolution(resolution);
  const count = lat.length;
  for (let i = 0; i < count; i++) {
    const latitude = (lat[i]! * Math.PI) / 180;
    const longitude = (lon[i]! * Math.PI) / 180;
    const across = Math.cos(latitude);
    encode(Math.cos(longitude) * across, Math.sin(longitude) * across, Math.sin(latitude), resolution, out, i);
  }
}

/** The cells of many positions in world coordinates (world.ts), of the middle of each unit. @throws RangeError for a resolution other than 0 … 15. */
export function h3OfWorld(x: Uint32Array, y: Uint32Array, resolution: number, out: Cells): void {
  checkResolution(resolution);
  const turn = (2 * Math.PI) / WORLD_SIDE;
  const count = x.length;
  for (let i = 0; i < count; i++) {
    const longitude = (x[i]! + 0.5) * turn - Math.PI;
    // Mercator's y is the latitude's inverse Gudermannian: its sine and cosine are tanh and sech.
    const grown = Math.exp(Math.PI - (y[i]! + 0.5) * turn);
    const across = 2 / (grown + 1 / grown);
    const up = (across * (grown - 1 / grown)) / 2;
    encode(Math.cos(longitude) * across, Math.sin(longitude) * across, up, resolution, out, i);
  }
}

/**
 * The cell of a coarser resolution that a cell was made from, of each; a cell that is already coarser stays itself. `out` may be `cells`.
 * @throws RangeError for a resolution other than 0 … 15.
 */
export function h3ParentOfEach(cells: Cells, resolution: number, out: Cells): void {
  checkResolution(resolution);
  const coarseUnused = unusedCoarse(resolution);
  const hiUnused = coarseUnused >>> 2;
  const loUnused = ((coarseUnused & 3) << 30) | unusedFine(resolution);
  const count = cells.hi.length;
  for (let i = 0; i < count; i++) {
    const [hi, lo] = [cells.hi[i]!, cells.lo[i]!];
    const coarser = ((hi >>> 20) & 15) > resolution;
    out.hi[i] = coarser ? (hi & ~(15 << 20)) | (resolution << 20) | hiUnused : hi;
    out.lo[i] = coarser ? lo | loUnused : lo;
  }
}

/** The cell as H3 writes it, "88089b4c9bfffff". */
export function h3Text(hi: number, lo: number): string {
  return hi.toString(16) + lo.toString(16).padStart(8, "0");
}

function checkResolution(resolution: number): void {
  if (!Number.isInteger(resolution) || resolution < 0 || resolution > FINEST_RESOLUTION)
    throw new RangeError(`H3 has resolutions 0 to ${FINEST_RESOLUTION}, not ${resolution}`);
}

/** Digits finer than a resolution are 7: in the first five digits, and in the last ten. */
const unusedCoarse = (resolution: number): number => (resolution < 5 ? (1 << (15 - 3 * resolution)) - 1 : 0);
const unusedFine = (resolution: number): number => (1 << (45 - 3 * (resolution < 5 ? 5 : resolution))) - 1;

/** From a point on the unit sphere. */
function encode(px: number, py: number, pz: number, resolution: number, out: Cells, at: number): void {
  let face = 0;
  let height = 0;
  // The nearest centre has the largest product; opposite faces have each other's with the sign changed.
  for (let f = 0, c = 0; f < 10; f++, c += FACE_STRIDE) {
    const product = px * faceAxes[c]! + py * faceAxes[c + 1]! + pz * faceAxes[c + 2]!;
    if (product > height) {
      height = product;
      face = f;
    } else if (-product > height) {
      height = -product;
      face = f + 10;
    }
  }
  if (!(height > 0)) {
    out.hi[at] = 0;
    out.lo[at] = 0;
    return;
  }
  const axes = face * FACE_STRIDE + (resolution & 1 ? 9 : 3);
  const scale = scaleOf[resolution]! / height;
  const x = (px * faceAxes[axes]! + py * faceAxes[axes + 1]! + pz * faceAxes[axes + 2]!) * scale;
  const y = (px * faceAxes[axes + 3]! + py * faceAxes[axes + 4]! + pz * faceAxes[axes + 5]!) * scale;
  indexOf(face, x, y, resolution, out, at);
}

const TWO_BY_ROOT_THREE = 2 / Math.sqrt(3);
const THIRD = 1 / 3;
/** Keeps what is to be divided by seven from being negative. */
const SEVENS = 7 * 2 ** 23;

/** n / 7 rounded; the half never comes. */
const seventh = (n: number): number => (((n + SEVENS + 3) / 7) | 0) - SEVENS / 7;

/** From a point on a face's plane, in hexagons of the resolution. */
function indexOf(face: number, x: number, y: number, resolution: number, out: Cells, at: number): void {
  // The hexagon, first in the quarter where both coordinates are positive.
  const alongJ = Math.abs(y) * TWO_BY_ROOT_THREE;
  const alongI = Math.abs(x) + alongJ / 2;
  let i = alongI | 0;
  let j = alongJ | 0;
  const restI = alongI - i;
  const restJ = alongJ - j;
  if (restI < 0.5) {
    if (restI < THIRD) {
      if (restJ >= (1 + restI) / 2) j++;
    } else {
      if (restJ >= 1 - restI) {
        j++;
        if (restJ < 2 * restI) i++;
      }
    }
  } else if (restI < 2 * THIRD) {
    if (restJ >= 1 - restI) {
      j++;
      i++;
    } else if (restJ <= 2 * restI - 1) i++;
  } else {
    i++;
    if (restJ >= restI / 2) j++;
  }
  if (x < 0) i = j - i;
  if (y < 0) {
    i -= j;
    j = -j;
  }

  // The digits, from the finest upwards: where the hexagon lies in its parent. Odd and even grids are turned each its way.
  let coarse = 0;
  let fine = 0;
  let leading = 0;
  for (let r = resolution; r > 0; r--) {
    const odd = (r & 1) === 1;
    const parentI = odd ? seventh(3 * i - j) : seventh(2 * i + j);
    const parentJ = odd ? seventh(i + 2 * j) : seventh(3 * j - i);
    const stepI = odd ? i - 2 * parentI - parentJ : i - 3 * parentI + parentJ;
    const stepJ = odd ? j + parentI - 3 * parentJ : j - parentI - 2 * parentJ;
    const digit = (DIGITS >> (3 * (3 * stepI + stepJ + 4))) & 7;
    if (digit !== 0) leading = digit;
    if (r > 5) fine |= digit << (45 - 3 * r);
    else coarse |= digit << (15 - 3 * r);
    i = parentI;
    j = parentJ;
  }

  const base = baseCellAt[face * 25 + (i + 2) * 5 + j + 2]!;
  const baseCell = (base / 18) | 0;
  const kind = ((base / 6) | 0) % 3;
  const turns = kind === 0 ? base % 6 : pentagonTurns(base % 6, kind, leading);
  coarse = turned(coarse, turns) | unusedCoarse(resolution);
  fine = turned(fine, turns) | unusedFine(resolution);
  out.hi[at] = CELL_MODE | (resolution << 20) | (baseCell << 13) | (coarse >>> 2);
  out.lo[at] = ((coarse & 3) << 30) | fine;
}

/** In a pentagon the sixth along the k axis is missing: what would come to lie there is turned once more. */
function pentagonTurns(turns: number, kind: number, leading: number): number {
  if (leading === 0) return 0;
  let total = 0;
  let digit = leading;
  if (digit === K_AXIS) {
    total = kind === 2 ? 5 : 1;
    digit = kind === 2 ? 3 : 5;
  }
  for (let turn = 0; turn < turns; turn++) {
    total++;
    digit = TURNED[digit]!;
    if (digit === K_AXIS) {
      total++;
      digit = TURNED[digit]!;
    }
  }
  return total % 6;
}

const LOWEST_BITS = 0o1111111111;

/** All digits of a half at once, turned some sixths counter-clockwise: a third is the three bits moved round, half a turn is every bit of those that are not 0 changed. */
function turned(digits: number, turns: number): number {
  if (turns === 0) return digits;
  let result = digits;
  if (turns & 1) {
    const used = (digits | (digits >> 1) | (digits >> 2)) & LOWEST_BITS;
    result ^= used * 7;
  }
  // One sixth is half a turn and two thirds; five are half a turn and one third.
  const thirds = turns & 1 ? ((turns + 3) % 6) / 2 : turns / 2;
  if (thirds === 1) return ((result >> 1) & (LOWEST_BITS * 3)) | ((result & LOWEST_BITS) << 2);
  if (thirds === 2) return ((result << 1) & (LOWEST_BITS * 6)) | ((result >> 2) & LOWEST_BITS);
  return result;
}
