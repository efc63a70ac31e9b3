// The picture's engine from the command line, on files nobody here made: what an analyst types, and what is said when it is typed wrongly.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { ANSWER_NAMES, answerJsonSchema, answerSchemas, type AnswerName } from "../../src/picture/answers/schemas.ts";
import { sharedData } from "../shared-data.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "samsyn-picture-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const command = (args: readonly string[]) => [join(root, "dist/cli.js"), "picture", ...args];

function samsyn(args: readonly string[], input: string | Uint8Array = "") {
  const ran = spawnSync(process.execPath, command(args), { cwd: root, encoding: "utf8", input, timeout: 60_000 });
  return { status: ran.status, out: ran.stdout, said: ran.stderr };
}
const answerOf = (args: readonly string[], input = "") =>
  JSON.parse(samsyn([...args, "--json"], input).out) as Record<string, unknown>;
const words = (text: string): string[] => text.split(" ");
function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const CHICAGO = sharedData("reference/nearrepeat-chicago/chicago_be_jan2016.csv");
const POLICE_UK = sharedData("points/police-uk-raw/2018-10-dyfed-powys-street.csv");
const SICILY = sharedData("reference/its-sicily/sicily.csv");
const FEVER = sharedData("reference/satscan-nyc/NYCSpaceTimePermutation.prm");
const CSV = "lon,lat,dag,slag\n16.71,60.88,2024-03-01,trafik\n16.72,60.89,2024-03-02,trafik\n";
const COLUMNS = ["--lon", "lon", "--lat", "lat", "--time", "dag", "--category", "slag"];

/** Four hundred days at forty places, a little more at one of them at the end. */
const events = fileOf(
  "events.csv",
  `lon,lat,dag,slag\n${Array.from({ length: 600 }, (_, i) => {
    const last = i >= 580;
    const day = new Date(Date.UTC(2023, 0, 1 + (last ? 399 : (i * 7) % 400))).toISOString().slice(0, 10);
    const place = last ? 11 : (i * 13) % 40;
    return `${16 + (place % 8) / 100},${60 + Math.floor(place / 8) / 200},${day},${i % 3 === 0 ? "a" : "b"}`;
  }).join("\n")}\n`,
);
const people = fileOf("people.csv", "slag,folk,lon,lat\na,1000,16,60\nb,3000,16.1,60\n");
const table = fileOf("table.csv", "id,ort,svar,antal\n1,A,ja,3\n2,A,nej,20\n3,B,ja,12\n4,B,nej,30\n");
const secret = fileOf("secret.txt", "den som läser detta kan ta bort bruset");
const series = fileOf(
  "series.csv",
  `antal\n${Array.from({ length: 48 }, (_, i) => 30 + (i % 5) - (i >= 30 ? 9 : 0)).join("\n")}\n`,
);
const staggered = fileOf(
  "staggered.csv",
  `ort,tid,utfall,började\n${Array.from({ length: 12 }, (_, i) => [0, 1].map((t) => `o${i},${t},${i + t * (i < 6 ? -3 : 1) + ((i * 7) % 3)},${i < 6 ? 1 : ""}`).join("\n")).join("\n")}\n`,
);

const asked: readonly (readonly [AnswerName, readonly string[]])[] = [
  ["count", ["count", "--in", events, ...COLUMNS]],
  ["count", ["count", "--in", events, ...COLUMNS, "--from", "2030-01-01"]],
  ["rate", ["rate", "--in", events, ...COLUMNS, "--population", people]],
  ["hotspot", ["hotspot", "--in", events, ...COLUMNS, "--cell", "500", "--draws", "99"]],
  ["kde", ["kde", "--in", events, ...COLUMNS]],
  ["cluster", ["cluster", "--in", events, ...COLUMNS, "--method", "hdbscan"]],
  ["scan", ["scan", "--in", events, ...COLUMNS, "--replicates", "19", "--workers", "1"]],
  [
    "scan",
    [
      "scan",
      "--in",
      events,
      ...COLUMNS,
      "--model",
      "poisson",
      "--population",
      people,
      "--replicates",
      "19",
      "--workers",
      "1",
    ],
  ],
  ["knox", ["knox", "--in", events, ...COLUMNS, "--replicates", "19"]],
  ["outbreak", ["outbreak", "--in", events, ...COLUMNS, "--method", "ears"]],
  ["effect", ["effect", "--treated", "207,110", "--comparison", "308,318"]],
  ["effect-series", ["effect", "--series", series, "--count", "antal", "--begins", "31"]],
  [
    "effect-staggered",
    [
      "effect",
      "--staggered",
      staggered,
      "--place",
      "ort",
      "--time",
      "tid",
      "--outcome",
      "utfall",
      "--began",
      "började",
    ],
  ],
  ["power", ["power", "--baseline", "40"]],
  ["power-survey", ["power", "--survey", "200", "--answering", "30%"]],
  ["suppress", ["suppress", "--in", table, "--by", "ort,svar", "--count", "antal", "--inside-too"]],
  ["cell-key", ["cell-key", "--in", table, "--by", "ort,svar", "--id", "id", "--secret", secret]],
  ["extract", ["extract", "--in", table, "--by", "ort"]],
  ["snapshot", ["snapshot", "--in", events, ...COLUMNS, "--out", join(folder, "events.samsyn")]],
];

describe("samsyn picture", () => {
  test("every verb answers as its JSON Schema says", { timeout: 120_000 }, () => {
    for (const [name, args] of asked) {
      const { out, said } = samsyn([...args, "--json"]);
      expect(
        answerSchemas[name].safeParse(JSON.parse(out || "{}")).error,
        `${args.join(" ")}\n${said}`,
      ).toBeUndefined();
    }
    expect(new Set(asked.map(([name]) => name))).toEqual(new Set(ANSWER_NAMES));
    expect(JSON.parse(samsyn(["schema", "rate"]).out)).toEqual(answerJsonSchema("rate"));
  });

  test.skipIf(CHICAGO === undefined)("knox finds Chicago's near repeats from the file as it is", () => {
    const answer = answerOf(
      words("knox --x X --y Y --time date --metric manhattan --replicates 19 --in").concat(
        CHICAGO ?? "",
        words("--distances 0,1,100,200,300 --days 0,7,14,21"),
      ),
    );
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
      const answer = answerOf(
        words("count --lon Longitude --lat Latitude").concat("--category", "Crime type", "--in", POLICE_UK ?? ""),
      ) as { n: number; unplaced: number; byCategory: { key: string; value: number }[] };
      expect(answer.n).toBeGreaterThan(1000);
      expect(answer.byCategory.reduce((sum, { value }) => sum + value, 0)).toBe(answer.n);
      expect(answer.unplaced).toBeGreaterThan(0);
    },
  );

  test.skipIf(SICILY === undefined)("an interrupted series says what R says of Sicily's smoking ban", () => {
    const answer = answerOf(
      words("effect --count aces --time time --begins 37 --exposure stdpop --season 0 --series").concat(SICILY ?? ""),
    ) as { verdict: string; step: { value: number }; dispersion: number };
    expect(answer.verdict).toBe("better");
    expect(answer.step.value).toBeCloseTo(0.8943765, 6);
    expect(answer.dispersion).toBeCloseTo(3.559195, 5);
  });

  test.skipIf(FEVER === undefined)("reads SaTScan's own files, and answers the same on any number of threads", () => {
    const [one, two] = ["1", "2"].map((workers) =>
      answerOf(["scan", "--prm", FEVER ?? "", "--replicates", "99", "--workers", workers]),
    );
    expect(two).toEqual(one);
    expect(
      (one as { clusters: { statistic: number }[] }).clusters.map(({ statistic }) => statistic.toFixed(6)).slice(0, 2),
    ).toEqual(["3.845418", "3.164201"]);
  });

  test("reads gzip and standard input, and answers in both languages", () => {
    const zipped = samsyn(["count", "--in", fileOf("två.csv", gzipSync(CSV)), "--time", "dag"]);
    const piped = samsyn(["count", "--in", "-", "--time", "dag"], gzipSync(CSV));
    expect(zipped.out).toBe(piped.out);
    const lines = piped.out.split("\n");
    expect(lines[0]).toBe("2 händelser. Med slumpen inräknad kan det vara allt mellan 0,242 och 7,22.");
    expect(lines).toContain("2 events. Allowing for chance, anything between 0.242 and 7.22.");
    expect(lines).toContain("2024-03                    2  0,242–7,22");
    expect(piped.status).toBe(0);
  });

  test("a saved file answers as the file, and is not written over by mistake", () => {
    const saved = join(folder, "två.samsyn");
    const save = ["snapshot", "--in", "-", ...COLUMNS, "--out", saved];
    expect(samsyn(save, CSV).out).toContain("2 händelser sparade");
    expect(existsSync(saved)).toBe(true);
    expect(samsyn(save, CSV)).toMatchObject({ status: 1, said: expect.stringContaining("finns redan") as string });
    expect(answerOf(["count", "--in", saved])).toEqual(answerOf(["count", "--in", "-", ...COLUMNS], CSV));
  });

  test("effect and power need no file", () => {
    expect(samsyn(["effect", "--treated", "207,110", "--comparison", "308,318"]).out).toContain(
      "Färre än väntat: kvoten mot jämförelseområdet är 0,515",
    );
    expect(samsyn(["power", "--baseline", "6"]).out).toContain("syns ingen minskning");
  });

  test.each([
    ["no such file", ["count", "--in", "finns-inte.csv"], 1, /finns-inte\.csv finns inte/],
    [
      "no such column",
      ["count", "--in", "-", "--time", "datum"],
      1,
      /har ingen kolumn «datum»\. Den har: lon, lat, dag, slag/,
    ],
    ["bands that fall", ["knox", "--in", "-", "--distances", "100,0"], 2, /Stigande tal/],
    ["half a pair", ["effect", "--treated", "207", "--comparison", "1,2"], 2, /Två antal/],
    ["nothing to compare with", ["effect", "--treated", "207,110"], 2, /utan jämförelse vet ingen/],
    ["hours that are none", ["count", "--in", "-", "--hours", "fredag"], 2, /Dagar och timmar skrivs fre-lor21-01/],
    ["a day that does not exist", ["count", "--in", "-", "--from", "2023-02-29"], 2, /En dag som finns/],
    ["no file named", ["scan"], 2, /--in/],
    ["an answer that is none", ["schema", "svar"], 2, /Det finns: count, rate/],
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

  test("more near pairs than can be held are refused rather than begun", () => {
    const ran = samsyn(
      ["knox", "--in", "-", ...COLUMNS],
      `lon,lat,dag,slag\n${"16.7,60.8,2024-03-01,a\n".repeat(20_000)}`,
    );
    expect(ran).toMatchObject({ status: 1, said: expect.stringContaining("ligger så nära varandra") as string });
  });

  test("a long scan is cancelled by Ctrl-C, with a sentence and a code of its own", { timeout: 60_000 }, async () => {
    const running = spawn(
      process.execPath,
      command(["scan", "--in", events, ...COLUMNS, "--replicates", "2000000", "--workers", "1"]),
      {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let said = "";
    running.stderr.setEncoding("utf8").on("data", (text: string) => {
      // It has begun, and says how far it has come.
      if (!said.includes("invented maps") && text.includes("invented maps")) running.kill("SIGINT");
      said += text;
    });
    const code = await new Promise((resolve) => running.once("close", resolve));
    expect(said).toContain("Avbrutet. Inget svar är räknat");
    expect(code).toBe(130);
  });
});

describe("samsyn/picture", () => {
  test("gives an analyst's own program the store, the methods and the answers, and nothing of the rest", () => {
    const program = `
      import { beginStore, EVERYTHING, explore, eventsOf, hotspotAnswer, poissonInterval, scan, worldX, worldY } from "samsyn/picture";
      const building = beginStore();
      for (let key = 0; key < 30; key++)
        building.add({ key, x: worldX(16.7), y: worldY(60.8 + (key % 4) / 1000), granularity: "point", area: undefined, minute: undefined, day: 19783, hour: undefined,
          precision: "day", span: 0, recurs: [], category: "klotter", source: "egen", sharing: "own", count: 1, qualifier: "exact" });
      const store = building.finish();
      const answer = hotspotAnswer(eventsOf(store, EVERYTHING), 250);
      console.log(JSON.stringify([explore(store, EVERYTHING).total, poissonInterval(3).low.toFixed(1), answer.n, typeof scan]));`;
    const ran = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: root,
      encoding: "utf8",
    });
    expect(ran.stderr).toBe("");
    expect(JSON.parse(ran.stdout)).toEqual([30, "0.6", 30, "function"]);
  });

  test("has types for all of it", () => {
    expect(existsSync(join(root, "dist/types/picture.d.ts"))).toBe(true);
    expect(existsSync(join(root, "dist/types/picture/answers/emerging.d.ts"))).toBe(true);
  });
});
