// Where on the map: positions as two unsigned 32-bit numbers in Web Mercator (EPSG:3857 scaled to the square of the tiles), x growing eastwards, y growing southwards. A tile z/tx/ty is exactly the top z
// bits of x and of y, and the order of interleaved bits (Morton's) is the order of the quadtree. One unit is 9.3 mm at the equator, 4.6 mm at Uppsala's latitude.

/** The side of the world in world units: 2^32. */
export const WORLD_SIDE = 4_294_967_296;

/** The latitude where the square map ends, atan(sinh(pi)) in degrees: what lies beyond is put on the edge. */
export const LAST_LATITUDE = 85.051_128_779_806_59;

/** Degrees east to world x, floored, 0 … 2^32 - 1. Longitude 180 is the last column, not the first again; beyond ±180 is put on the edge. */
export function worldX(lon: number): number {
  const x = (lon + 180) * (WORLD_SIDE / 360);
  return x >= WORLD_SIDE ? WORLD_SIDE - 1 : x > 0 ? x >>> 0 : 0;
}

/** Nodes of the table of world y, a degree; their number is a power of two, so that the distance to one is exact. */
const NODES_PER_DEGREE = 16;
const TABLE_ENDS = 86;

/** Five Taylor coefficients a node, by degrees from it: y, y', y''/2, … Within a thousandth of a unit at the map's edge, a millionth in Sweden. */
export const worldYTable = taylorTable();

function taylorTable(): Float64Array {
  const nodes = 2 * TABLE_ENDS * NODES_PER_DEGREE + 1;
  const table = new Float64Array(nodes * 5);
  const degree = Math.PI / 180;
  for (let node = 0; node < nodes; node++) {
    const latitude = (node / NODES_PER_DEGREE - TABLE_ENDS) * degree;
    const [sine, secant, tangent] = [Math.sin(latitude), 1 / Math.cos(latitude), Math.tan(latitude)];
    const derivatives = [
      Math.log((1 + sine) / (1 - sine)) / 2 - Math.PI,
      secant,
      secant * tangent,
      secant * (2 * tangent ** 2 + 1),
      secant * tangent * (6 * tangent ** 2 + 5),
    ];
    let unit = -WORLD_SIDE / (2 * Math.PI);
    for (const [order, derivative] of derivatives.entries()) {
      table[node * 5 + order] = derivative * unit;
      unit *= degree / (order + 1);
    }
  }
  return table;
}

/** Degrees north to world y, floored, 0 (north) … 2^32 - 1 (south): (1 - ln(tan lat + sec lat) / pi) / 2 of the world's side. */
export function worldY(lat: number): number {
  if (lat >= LAST_LATITUDE) return 0;
  if (lat <= -LAST_LATITUDE) return WORLD_SIDE - 1;
  const node = ((lat + TABLE_ENDS) * NODES_PER_DEGREE + 0.5) | 0;
  const from = lat - (node / NODES_PER_DEGREE - TABLE_ENDS);
  const at = node * 5;
  const y =
    worldYTable[at]! +
    from *
      (worldYTable[at + 1]! +
        from * (worldYTable[at + 2]! + from * (worldYTable[at + 3]! + from * worldYTable[at + 4]!)));
  return y >= WORLD_SIDE ? WORLD_SIDE - 1 : y > 0 ? y >>> 0 : 0;
}

/** World x to degrees east: the middle of the unit, so that worldX(lonOf(x)) is x. */
export function lonOf(x: number): number {
  return (x + 0.5) * (360 / WORLD_SIDE) - 180;
}

/** World y to degrees north: the middle of the unit, so that worldY(latOf(y)) is y. */
export function latOf(y: number): number {
  return Math.atan(Math.exp(Math.PI - (y + 0.5) * ((2 * Math.PI) / WORLD_SIDE))) * (360 / Math.PI) - 90;
}
