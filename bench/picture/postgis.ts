// Points into the municipalities by PostGIS, where it is installed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type EventStore, viewOf } from "../../src/picture/columns/event-store.ts";
import { areaIndex, areasOf, type LonLat } from "../../src/picture/columns/polygons.ts";
import { latOf, lonOf } from "../../src/picture/columns/world.ts";
import type { Municipality } from "./events.ts";
import { type Row, timed, timingOf } from "./measure.ts";

/** PostGIS takes half a minute for ten million: it is given a million at most, and ours the same million. */
export async function postgisRow(
  store: EventStore,
  places: readonly Municipality[],
  say: (row: Row) => void,
): Promise<void> {
  const n = Math.min(store.size, 1_000_000);
  const step = Math.floor(store.size / n);
  const [x, y] = (["x", "y"] as const).map((name) => {
    const all = viewOf(store, name)!;
    return Uint32Array.from({ length: n }, (_, at) => all[at * step]!);
  }) as [Uint32Array, Uint32Array];
  const folder = mkdtempSync(join(tmpdir(), "samsyn-postgis-"));
  chmodSync(folder, 0o755);
  try {
    const [points, outlines] = [join(folder, "points.csv"), join(folder, "outlines.csv")];
    writeFileSync(points, `lon,lat\n${Array.from(x, (value, at) => `${lonOf(value)},${latOf(y[at]!)}`).join("\n")}\n`);
    const ring = (corners: readonly LonLat[]) => `(${corners.map(([lon, lat]) => `${lon} ${lat}`).join()})`;
    const wkt = ({ shape }: Municipality) =>
      `MULTIPOLYGON(${shape.map((polygon) => `(${polygon.map(ring).join()})`).join()})`;
    writeFileSync(outlines, `number,wkt\n${places.map((place, at) => `${at},"${wkt(place)}"`).join("\n")}\n`);
    const { status, stdout } = spawnSync(
      fileURLToPath(new URL("peers/postgis.sh", import.meta.url)),
      [points, outlines],
      { encoding: "utf8" },
    );
    const milliseconds = stdout
      .split("\n")
      .filter((line) => line !== "")
      .map(Number);
    if (status !== 0 || milliseconds.length === 0) return;
    const index = areaIndex(places.map(({ shape }) => shape));
    const out = new Uint16Array(n);
    say({
      job: `${n} points into 290 municipality outlines, beside PostGIS`,
      events: n,
      ours: await timed(() => areasOf(index, x, y, out)),
      peer: { name: "PostGIS, subdivided and indexed", timing: timingOf(milliseconds) },
      goal: "40x PostGIS, aim 100x",
      answer: String(out.reduce((sum, area) => (sum + area) % 1_000_003, 0)),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
