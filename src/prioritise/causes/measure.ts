// A measure that could hit a cause, before anybody has promised it (domain.md 3.3, 10.2 C: no link from problem over cause to measure is what fails most).
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Influencer, isClosed } from "../problem.ts";
import {
  asideReason,
  type CauseCard,
  type CauseWhy,
  type Horizon,
  mayAnalyse,
  type OnProblem,
  outdated,
} from "./cause.ts";

/** The twenty-five techniques of situational prevention in their five groups (Cornish and Clarke 2003; domain.md 3.3). */
export const TECHNIQUE_GROUPS = {
  effort: ["harden-targets", "control-access", "screen-exits", "deflect", "control-tools"],
  risk: ["extend-guardianship", "natural-surveillance", "reduce-anonymity", "place-managers", "formal-surveillance"],
  rewards: ["conceal-targets", "remove-targets", "identify-property", "disrupt-markets", "deny-benefits"],
  provocations: [
    "reduce-frustration",
    "avoid-disputes",
    "reduce-arousal",
    "neutralise-pressure",
    "discourage-imitation",
  ],
  excuses: ["set-rules", "post-instructions", "alert-conscience", "assist-compliance", "control-drugs"],
} as const;
export type TechniqueGroup = keyof typeof TECHNIQUE_GROUPS;
/** Social prevention acts on people's lives and not on the place: no list of its techniques is agreed on, so it is said in words. */
export const TECHNIQUES = [
  ...TECHNIQUE_GROUPS.effort,
  ...TECHNIQUE_GROUPS.risk,
  ...TECHNIQUE_GROUPS.rewards,
  ...TECHNIQUE_GROUPS.provocations,
  ...TECHNIQUE_GROUPS.excuses,
  "social",
] as const;
export type Technique = (typeof TECHNIQUES)[number];

export const DOERS = ["municipality", "police", "both", "other"] as const satisfies readonly Influencer[];
export type Doer = (typeof DOERS)[number];

export type MeasureSaid = {
  readonly text: string;
  readonly technique: Technique;
  readonly byWhom: Doer;
  readonly horizon?: Horizon | undefined;
  readonly causeIds: readonly string[];
};
export type Measure = MeasureSaid & {
  readonly id: string;
  readonly version: number;
  readonly setAside: string | undefined;
};

type WithCauses = OnProblem & { readonly causes: readonly CauseCard[] };
type OnMeasure = WithCauses & { readonly measure: Measure };

function refused(input: MeasureSaid, { problem, causes }: WithCauses): Refusal<CauseWhy> | undefined {
  if (isClosed(problem)) return { why: "problem-is-closed" };
  if (personIn(input.text)) return { why: "names-a-person", field: "text" };
  const standing = causes.filter(({ setAside }) => setAside === undefined);
  // A measure that hits nothing is a guess.
  if (input.causeIds.length === 0 || !input.causeIds.every((id) => standing.some((cause) => cause.id === id)))
    return { why: "measure-hits-no-cause", field: "causeIds" };
  return undefined;
}

const said = ({ text, technique, byWhom, horizon, causeIds }: MeasureSaid): MeasureSaid => ({
  text,
  technique,
  byWhom,
  horizon,
  causeIds: [...new Set(causeIds)],
});

export const noteMeasure = command({
  event: "measure.noted",
  may: mayAnalyse,
  decide: (input: MeasureSaid, state: WithCauses, moment): Result<Measure, Refusal<CauseWhy>> => {
    const refusal = refused(input, state);
    return refusal === undefined
      ? yes({ ...said(input), id: moment.newId(), version: 1, setAside: undefined })
      : { ok: false, refusal };
  },
});

export const changeMeasure = command({
  event: "measure.changed",
  may: mayAnalyse,
  decide: (input: MeasureSaid & { readonly version: number }, state: OnMeasure): Result<Measure, Refusal<CauseWhy>> => {
    const refusal = refused(input, state) ?? outdated(input, state.measure);
    if (refusal !== undefined) return { ok: false, refusal };
    const { id, version } = state.measure;
    return yes({ ...said(input), id, version: version + 1, setAside: undefined });
  },
});

export const setMeasureAside = command({
  event: "measure.set-aside",
  may: mayAnalyse,
  decide: (
    input: { readonly because: string; readonly version: number },
    { problem, measure }: OnProblem & { readonly measure: Measure },
  ): Result<Measure, Refusal<CauseWhy>> => {
    const because = asideReason(input, problem, measure);
    return because.ok ? yes({ ...measure, version: measure.version + 1, setAside: because.value }) : because;
  },
});

export type LooseEnds = {
  /** Causes that nothing would hit, though somebody can do something about them. */
  readonly causes: readonly string[];
  /** Measures whose every cause has been set aside since. */
  readonly measures: readonly string[];
};

/** Where the chain from problem over cause to measure is broken: ids of what stands alone. */
export function looseEnds(causes: readonly CauseCard[], measures: readonly Measure[]): LooseEnds {
  const standing = causes.filter(({ setAside }) => setAside === undefined);
  const thought = measures.filter(({ setAside }) => setAside === undefined);
  const isHit = (id: string) => thought.some(({ causeIds }) => causeIds.includes(id));
  return {
    causes: standing
      .filter(({ id, influenceableBy }) => influenceableBy !== "nobody" && !isHit(id))
      .map(({ id }) => id),
    measures: thought
      .filter(({ causeIds }) => !causeIds.some((id) => standing.some((one) => one.id === id)))
      .map(({ id }) => id),
  };
}

/** Which of the five groups a technique is of; undefined for social prevention. */
export function groupOf(technique: Technique): TechniqueGroup | undefined {
  return (Object.keys(TECHNIQUE_GROUPS) as TechniqueGroup[]).find((group) =>
    (TECHNIQUE_GROUPS[group] as readonly string[]).includes(technique),
  );
}
