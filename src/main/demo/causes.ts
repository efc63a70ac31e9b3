// How sure the example's causes are, and what would hit them: some of it became activities of the pledge, some did not.
import { type CauseCard, firstWritten } from "../../prioritise/causes/cause.ts";
import type { MeasureSaid } from "../../prioritise/causes/measure.ts";
import type { Problem } from "../../prioritise/problem.ts";
import { demoId } from "./ids.ts";
import type { DemoAnalysis } from "./shape.ts";
import { DARK_WALKWAY, SCHOOL_ROADS, YOUNG_AND_DRUGS } from "./problems.ts";

/** What is judged of a cause; `rests` counts the problem's evidence from the first. */
type Judged = Partial<Pick<CauseCard, "strength" | "degree" | "horizon" | "unknown">> & {
  readonly rests?: readonly number[];
};
/** `hits` counts the problem's causes from the first. */
type Thought = Omit<MeasureSaid, "causeIds"> & { readonly hits: readonly number[] };

function analysis(problem: Problem, judged: readonly Judged[], thought: readonly Thought[]): DemoAnalysis {
  return {
    problem,
    causes: problem.causes.map((cause, at) => {
      const { rests = [], ...more } = judged[at] ?? {};
      return {
        ...firstWritten(cause),
        ...more,
        evidenceIds: rests.flatMap((number) => problem.evidence[number]?.id ?? []),
      };
    }),
    measures: thought.map(({ hits, ...measure }, at) => ({
      ...measure,
      id: demoId(`measure ${problem.slug} ${at + 1}`),
      causeIds: hits.flatMap((number) => problem.causes[number]?.id ?? []),
      version: 1,
      setAside: undefined,
    })),
  };
}

export const ANALYSES: readonly DemoAnalysis[] = [
  analysis(
    SCHOOL_ROADS,
    [
      { strength: "strong", degree: "partly", horizon: "long", rests: [3, 4] },
      { strength: "strong", degree: "partly", horizon: "long", unknown: "När Trafikverket tar upp vägen i sin plan." },
      {
        strength: "fair",
        degree: "wholly",
        horizon: "short",
        unknown: "Om farten går upp igen timmen efter en kontroll.",
      },
      { strength: "weak", degree: "wholly", horizon: "long", rests: [1], unknown: "Hur många barn som cyklar." },
    ],
    [
      {
        text: "Hastighetskontroller på tider som inte går att räkna ut",
        technique: "formal-surveillance",
        byWhom: "police",
        horizon: "short",
        hits: [2],
      },
      {
        text: "Mätningar som publiceras, så att alla ser farten",
        technique: "alert-conscience",
        byWhom: "municipality",
        horizon: "short",
        hits: [0, 2],
      },
      {
        text: "Be Trafikverket om avsmalning vid skolan",
        technique: "deflect",
        byWhom: "other",
        horizon: "long",
        hits: [0, 1],
      },
    ],
  ),
  analysis(
    YOUNG_AND_DRUGS,
    [
      { strength: "fair", degree: "wholly", horizon: "short", rests: [1, 3] },
      { strength: "fair", degree: "wholly", horizon: "short", rests: [0] },
      { strength: "weak", degree: "partly", horizon: "long", unknown: "Varifrån det kommer." },
      { strength: "weak", unknown: "Hur vanligt det är: enkäten gäller länet." },
    ],
    [
      {
        text: "Fältare ute på fredagskvällar vid torget och stationen",
        technique: "extend-guardianship",
        byWhom: "municipality",
        horizon: "short",
        hits: [0],
      },
      {
        text: "Samtal i klasserna med polis och fältare, utan register",
        technique: "social",
        byWhom: "both",
        horizon: "long",
        hits: [1],
      },
    ],
  ),
  analysis(
    DARK_WALKWAY,
    [
      { strength: "strong", degree: "wholly", horizon: "short", rests: [0, 3] },
      { strength: "fair", degree: "wholly", horizon: "short" },
      { strength: "weak", degree: "partly", unknown: "Hur många som går själva från sista tåget." },
    ],
    [
      {
        text: "Nya lyktstolpar hela vägen och en häck som klipps",
        technique: "natural-surveillance",
        byWhom: "municipality",
        horizon: "short",
        hits: [0],
      },
      {
        text: "Gatuenheten får sträckan som sin",
        technique: "place-managers",
        byWhom: "municipality",
        horizon: "short",
        hits: [1],
      },
    ],
  ),
];
