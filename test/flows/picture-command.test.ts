// The picture's engine from the command line, on files nobody here made: what an analyst types, and what is said when it is typed wrongly.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { sharedData } from "../shared-data.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "samsyn-picture-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function samsyn(args: readonly string[], input = "") {
  const ran = spawnSync(process.execPath, [join(root, "dist/cli.js"), "picture", ...args], {
    cwd: root,
    encoding: "utf8",
    input,
    timeout: 60_000,
  });
  return { status: ran.status, out: ran.stdout, said: ran.stderr };
}
const answerOf = (args: readonly string[], input = "") =>
  JSON.parse(samsyn([...args, "--json"], input).out) as Record<string, unknown>;

const CHICAGO = sharedData("reference/nearrepeat-chicago/chicago_be_jan2016.csv");
const POLICE_UK = sharedData("points/police-uk-raw/2018-10-dyfed-powys-street.csv");
const CSV = "lon,lat,dag,slag\n16.71,60.88,2024-03-01,trafik\n16.72,60.89,2024-03-02,trafik\n";

describe("samsyn picture", () => {
  test.skipIf(CHICAGO === undefined)("knox finds Chicago's near repeats from the file as it is", () => {
    const answer = answerOf([
      "knox",
      "--in",
      CHICAGO ?? "",
      "--x",
      "X",
      "--y",
      "Y",
      "--time",
      "date",
      "--metric",
      "manhattan",
      "--distances",
      "0,1,100,200,300",
      "--days",
      "0,7,14,21",
      "--replicates",
      "19",
    ]);
    expect(answer).toMatchObject({
      n: 970,
      unplaced: 0,
      table: {
        observed: [
          [28, 5, 5],
          [44, 13, 8],
          [97, 56, 19],
          [77, 67, 45],
        ],
      },
    });
  });

  test.skipIf(POLICE_UK === undefined)(
    "counts a real police file by category, and says how many had no position",
    () => {
      const answer = answerOf([
        "count",
        "--in",
        POLICE_UK ?? "",
        "--lon",
        "Longitude",
        "--lat",
        "Latitude",
        "--category",
        "Crime type",
      ]) as { n: number; unplaced: number; byCategory: { key: string; value: number }[] };
      expect(answer.n).toBeGreaterThan(1000);
      expect(answer.byCategory.reduce((sum, { value }) => sum + value, 0)).toBe(answer.n);
      expect(answer.unplaced).toBeGreaterThan(0);
    },
  );

  test("reads gzip and standard input, and answers in both languages", () => {
    writeFileSync(join(folder, "två.csv.gz"), gzipSync(CSV));
    const zipped = samsyn(["count", "--in", join(folder, "två.csv.gz"), "--time", "dag"]);
    const piped = samsyn(["count", "--in", "-", "--time", "dag"], CSV);
    expect(zipped.out).toBe(piped.out);
    expect(piped.out.split("\n")[0]).toBe("2 händelser. Med slumpen inräknad kan det vara allt mellan 0,242 och 7,22.");
    expect(piped.status).toBe(0);
  });

  test("effect and power need no file", () => {
    expect(samsyn(["effect", "--treated", "207,110", "--comparison", "308,318"]).out).toContain(
      "Färre än väntat: kvoten mot jämförelseområdet är 0,515",
    );
    expect(samsyn(["power", "--baseline", "6"]).out).toContain("syns ingen minskning");
  });

  test.each([
    ["no such file", ["count", "--in", "finns-inte.csv"], 1, /finns-inte\.csv kunde inte läsas/],
    [
      "no such column",
      ["count", "--in", "-", "--time", "datum"],
      1,
      /har ingen kolumn «datum»\. Den har: lon, lat, dag, slag/,
    ],
    ["bands that fall", ["knox", "--in", "-", "--distances", "100,0"], 2, /Stigande tal/],
    ["half a pair", ["effect", "--treated", "207", "--comparison", "1,2"], 2, /Två antal/],
    ["no file named", ["scan"], 2, /--in/],
  ] as const)("%s is said", (_name, args, status, sentence) => {
    const ran = samsyn(args, CSV);
    expect(ran.said).toMatch(sentence);
    expect(ran.status).toBe(status);
    expect(ran.said).not.toMatch(/at .*\.(js|ts):\d+/);
  });

  test("a row that cannot be read is told by line and column, and counted all the same", () => {
    const ran = samsyn(
      ["hotspot", "--in", "-", "--lon", "lon", "--lat", "lat", "--time", "dag"],
      `${CSV}60.88,16.71,i våras,trafik\n`,
    );
    expect(ran.said).toContain("-, rad 4, lon: 60.88 ser ut som en latitud i Sverige. Har --lon och --lat bytt plats?");
    expect(ran.said).toContain("rad 4, dag: «i våras» är ingen dag");
    expect(ran.out).toContain("2 händelser räcker inte för att kalla en plats en hot spot");
  });
});
