import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/shared-data.ts";
import { say } from "../../ground/words.ts";
import { askScan, type ScanAnswer } from "./emerging.ts";
import { readSatScan, satScanFileNames, type SatScanTexts } from "./satscan-files.ts";
import { satScanProblems } from "./words.ts";

const [FEVER, FEVER_OUT, FEVER_LONG_OUT] = ["NYCSpaceTimePermutation.prm", "out.nyc.txt", "out.nyc_std99999.txt"].map(
  (name) => sharedData(`reference/satscan-nyc/${name}`),
);
const PENNSYLVANIA_OUT = sharedData("reference/spatialepi-pennlc/out.satscan_unadjusted.txt");
const textOf = (path: string | undefined) => readFileSync(path ?? "", "utf8");
const beside = (path: string | undefined, name: string) => textOf((path ?? "").replace(/[^/]*$/, name));

/** SaTScan's report: of each cluster what it prints, by its own headings. */
function clustersOf(report: string): Record<string, string>[] {
  const part = report.slice(report.indexOf("CLUSTERS DETECTED"), report.indexOf("PARAMETER SETTINGS"));
  return part
    .split(/\n(?=\d+[.]Location IDs)/)
    .slice(1)
    .map((cluster) =>
      Object.fromEntries(
        [...cluster.replace(/^\d+[.]/, "").matchAll(/^ *([A-Z][^.:\n]*?)[ .]*: (.*)$/gm)].map(
          ([, name = "", value = ""]) => [name, value.trim()],
        ),
      ),
    );
}

function asPrinted(cluster: ScanAnswer["clusters"][number]): Record<string, string> {
  const day = (written: string | undefined) => written?.split("-").map(Number).join("/");
  return {
    "Location IDs included": cluster.names.join(", "),
    ...(cluster.from === undefined ? {} : { "Time frame": `${day(cluster.from)} to ${day(cluster.to)}` }),
    "Number of cases": String(cluster.cases),
    "Expected cases": cluster.expected.toFixed(2),
    // Where it lies between two, C's printing takes the even one and ours the greater.
    "Observed / expected": (cluster.observedPerExpected - 1e-9).toFixed(2),
    ...(cluster.relativeRisk === undefined ? {} : { "Relative risk": cluster.relativeRisk.toFixed(2) }),
    [cluster.relativeRisk === undefined ? "Test statistic" : "Log likelihood ratio"]: cluster.statistic.toFixed(6),
  };
}

describe("SaTScan's own files", () => {
  test.skipIf(FEVER === undefined || FEVER_OUT === undefined || FEVER_LONG_OUT === undefined)(
    "of New York's fever come to what SaTScan printed",
    () => {
      const parameters = textOf(FEVER);
      const names = satScanFileNames(parameters);
      const { question, problems } = readSatScan({
        parameters,
        cases: beside(FEVER, names.cases),
        coordinates: beside(FEVER, names.coordinates),
      });
      expect(problems).toEqual([]);
      const answer = askScan(question!);
      expect(answer).toMatchObject({
        places: 192,
        used: 194,
        from: "2001-11-01",
        to: "2001-11-24",
        stoppedEarly: true,
      });
      const printed = clustersOf(textOf(FEVER_OUT));
      expect(printed).toHaveLength(3);
      for (const [i, cluster] of printed.entries()) expect(cluster).toMatchObject(asPrinted(answer.clusters[i]!));
      expect(answer.clusters[0]!.radius.toFixed(2)).toBe("2.90");
      // Stopped at fifty that were as surprising, as SaTScan did; p by other chance numbers, so within what fifty carry.
      expect(Math.abs(answer.clusters[0]!.p - 0.20362)).toBeLessThan(0.09);
      expect(answer.clusters[0]!.p).toBeCloseTo(50 / answer.replicates, 12);

      const all = askScan({ ...question!, options: { replicates: 2999 } });
      for (const [i, cluster] of clustersOf(textOf(FEVER_LONG_OUT)).slice(0, 4).entries()) {
        expect(cluster).toMatchObject(asPrinted(all.clusters[i]!));
        expect(Math.abs(all.clusters[i]!.p - Number(cluster["P-value"]))).toBeLessThan(0.03);
        expect(`${Math.round(all.clusters[i]!.recurrenceDays!)} day`).toBe(
          cluster["Recurrence interval"]!.replace("days", "day"),
        );
      }
    },
  );

  const spatial = `[Input]
CaseFile=penn.cas
PrecisionCaseTimes=0
StartDate=2002/1/1
EndDate=2002/12/31
PopulationFile=penn.pop
CoordinatesFile=penn.geo
CoordinatesType=0
[Analysis]
AnalysisType=1
ModelType=0
ScanAreas=1
TimeAggregationUnits=0
[Inference]
PValueReportType=1
MonteCarloReps=999`;

  test.skipIf(PENNSYLVANIA_OUT === undefined)("of Pennsylvania's lung cancer come to what SaTScan printed", () => {
    const { question, problems } = readSatScan({
      parameters: spatial,
      cases: beside(PENNSYLVANIA_OUT, "penn.cas"),
      population: beside(PENNSYLVANIA_OUT, "penn.pop"),
      coordinates: beside(PENNSYLVANIA_OUT, "penn.geo"),
    });
    expect(problems).toEqual([]);
    const answer = askScan({ ...question!, options: { replicates: 499 } });
    const printed = clustersOf(textOf(PENNSYLVANIA_OUT));
    expect(printed).toHaveLength(4);
    for (const [i, cluster] of printed.entries()) {
      expect(cluster).toMatchObject(asPrinted(answer.clusters[i]!));
      expect(Math.abs(answer.clusters[i]!.p - Number(cluster["P-value"]))).toBeLessThan(0.04);
    }
    expect(answer.clusters[0]!.radius.toFixed(2)).toBe("85.31");
    expect(answer.sentence.sv).toMatch(/^2\s359 händelser på 7 platser där 2\s010 var att vänta/);
  });

  test("in space and time are cut into times from the end, and people are counted along a line between the years that are known", () => {
    const parameters = `CaseFile=a.cas
PrecisionCaseTimes=2
StartDate=2000/1/1
EndDate=2002/12/31
PopulationFile=a.pop
CoordinatesFile=a.geo
CoordinatesType=1
AnalysisType=3
ModelType=0
TimeAggregationUnits=2
TimeAggregationLength=5
MaxTemporalSize=50`;
    const { question, problems } = readSatScan({
      parameters,
      cases: 'a,3,2000/02\n"b b", 2, 2002-12\n\nb\\b 1 2001/1',
      population: "a 2000 100\na 2002 300\nb\u0020b 2000 5",
      coordinates: 'a 60.1 17.2\n"b b"\t61.5\t16.0\nc 60.1 17.2',
    });
    expect(question!.firstDays).toEqual([
      "2000-01-01",
      "2000-02-01",
      "2000-07-01",
      "2000-12-01",
      "2001-05-01",
      "2001-10-01",
      "2002-03-01",
      "2002-08-01",
    ]);
    expect(question!.lastDays.slice(-2)).toEqual(["2002-07-31", "2002-12-31"]);
    // Half of 36 months is three times of five.
    expect(question!.wish).toMatchObject({ windows: "space-time", longest: 3, model: "poisson" });
    expect(question!.names).toEqual([["a", "c"], ["b b"]]);
    expect([...(question!.data.cases.time as number[])]).toEqual([1, 7]);
    expect(problems.map(({ wrong }) => wrong)).toEqual(["place-unknown", "place-unknown"]);
    const values = (question!.data.measure as { values: Float64Array }).values;
    // 100 people through the first half of 2000, 300 from July 2002, in between a straight line.
    expect(values[7]! / values[0]!).toBeCloseTo((300 * 153) / (100 * 31), 9);
    const middle = (153 + 304) / 2;
    expect(values[3]! / values[0]!).toBeCloseTo(((100 + (200 * middle) / 730) * 151) / (100 * 31), 9);
  });

  test("of cases and controls make a Bernoulli scan; covariates are standardised away", () => {
    const base = { coordinates: "a 0 0\nb 1 0\nc 5 5", parameters: "" };
    const bernoulli = readSatScan({
      ...base,
      parameters: "StartDate=2001\nEndDate=2001\nAnalysisType=1\nModelType=1\nCoordinatesType=0",
      cases: "a 5\nb 1\nc 1",
      controls: "a 5\nb 9\nc 9",
    });
    expect(bernoulli.problems).toEqual([]);
    expect([...(bernoulli.question!.data.measure as { values: Float64Array }).values]).toEqual([10, 10, 10]);
    const poisson = readSatScan({
      ...base,
      parameters: "StartDate=2001\nEndDate=2001\nAnalysisType=1\nModelType=0\nCoordinatesType=0",
      cases: "a 4 old\nb 2 young\nc 4 old",
      population: "a 2001 100 old\nb 2001 100 old\nb 2001 200 young\nc 2001 200 young",
    });
    expect(poisson.problems).toEqual([]);
    const values = [...(poisson.question!.data.measure as { values: Float64Array }).values];
    // Eight old cases among 200 old, two young among 400 young.
    for (const [i, expected] of [4, 5, 1].entries()) expect(values[i]).toBeCloseTo(expected, 9);
  });

  test.each<[string, Partial<SatScanTexts>, string]>([
    ["ScanAreas=2", {}, "Parametern ScanAreas=2 stöds inte här"],
    ["IncludePurelySpatial=y", {}, "IncludePurelySpatial=y stöds inte"],
    ["SpatialWindowShapeType=1", {}, "SpatialWindowShapeType=1"],
    ["Kaffe=svart", {}, "Parametern Kaffe=svart är okänd"],
    ["ModelType=3", {}, "ModelType=3"],
    ["AnalysisType=5", {}, "AnalysisType=5"],
    ["EndDate=1999/1/1", {}, "2001, 1999/1/1"],
    ["", { population: "a 2001 many" }, "rad 1: «a 2001 many» går inte att läsa"],
    ["", { cases: "x 1" }, "platsen «x» har inga koordinater"],
    ["PrecisionCaseTimes=3", { cases: "a 1 2003/1/1" }, "2003/1/1 ligger utanför"],
    ["", { cases: "a 1 old" }, "gruppen old"],
    ["", { coordinates: "a 0 0 0" }, "«0» går inte att läsa"],
  ])("tell by name what is not done or not read: %s %o", (line, texts, sentence) => {
    const { problems } = readSatScan({
      parameters: `StartDate=2001\nEndDate=2001\nAnalysisType=1\nModelType=0\nCoordinatesType=0\n${line}`,
      cases: "a 1",
      population: "a 2001 10",
      coordinates: "a 0 0",
      ...texts,
    });
    expect(problems.map(({ wrong, detail }) => say(satScanProblems[wrong], "sv", detail)).join("\n")).toContain(
      sentence,
    );
  });

  test("that are missing make no question, and say which", () => {
    const parameters = "StartDate=2001\nEndDate=2001\nAnalysisType=1\nModelType=0";
    const reading = readSatScan({ parameters, cases: "a 1" });
    expect(reading.question).toBeUndefined();
    expect(reading.problems).toEqual([{ wrong: "file-missing", detail: { name: "CoordinatesFile" } }]);
  });
});
