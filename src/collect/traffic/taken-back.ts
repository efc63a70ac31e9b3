// What the desk regrets. A triage or a judgement is taken back before anything is done about it, a measurement whenever it turns out to be wrong: the wrong
// file, the wrong road, a meter that was broken. Nothing is deleted: what was said and measured stands with the reason, and nothing is reckoned with it.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { TrafficMeasurement, Withdrawn } from "./measured.ts";
import { textRefused, type TextWhy } from "./stretch.ts";
import { canNow, mayCarry, type Standing, type TakenBack, type Thread } from "./thread.ts";

export type TakenBackWhy = "not-yours" | "not-now" | "reason-needed" | "measurement-taken-back" | TextWhy;
type Because = { readonly reason: string };

function reasonRefused({ reason }: Because): Refusal<TakenBackWhy> | undefined {
  if (reason.trim() === "") return { why: "reason-needed", field: "reason" };
  return textRefused({ reason });
}

/** Those that are reckoned with. */
export function standingOf<One extends { readonly withdrawn?: object | undefined }>(
  measurements: readonly One[],
): One[] {
  return measurements.filter(({ withdrawn }) => withdrawn === undefined);
}
const ownOf = (measurements: Measured) =>
  standingOf(measurements).filter(({ comparisonRoad }) => comparisonRoad === undefined);
type Measured = readonly Pick<TrafficMeasurement, "id" | "comparisonRoad" | "withdrawn">[];

/** «Ta tillbaka bedömningen»: who keeps the road and what is to be done, or the judgement after the measurement. */
export const takeBack = command({
  event: "traffic.taken-back",
  may: (person: Person, input: Because, state: Standing) => mayCarry(person, input, state),
  decide: (
    input: Because,
    { thread, measurements }: Standing & { readonly measurements: Measured },
    moment,
  ): Result<Thread, Refusal<TakenBackWhy>> => {
    if (!canNow("take-back", thread)) return no("not-now");
    const refused = reasonRefused(input);
    if (refused !== undefined) return { ok: false, refusal: refused };
    const back = (state: TakenBack["state"], said: string) => [
      ...thread.takenBack,
      { state, said, reason: input.reason.trim(), at: moment.at },
    ];
    switch (thread.state) {
      case "passed-on": {
        const { passedOn, ...rest } = thread;
        return yes({ ...rest, state: "received", takenBack: back("passed-on", passedOn) });
      }
      case "measuring":
        return yes({ ...thread, state: "received", takenBack: back("measuring", "") });
      case "judged": {
        const { judgement, ...rest } = thread;
        const state = ownOf(measurements).length === 0 ? "measuring" : "measured";
        return yes({ ...rest, state, takenBack: back("judged", judgement.sentence) });
      }
      default:
        return no("not-now");
    }
  },
});

export type WithdrawnMeasurement = {
  readonly thread: Thread;
  readonly measurement: { readonly id: string; readonly withdrawn: Withdrawn };
};

/** «Ta tillbaka mätningen». A thread that waits for nothing else waits for a measurement again; what was judged or answered stands, and says so. */
export const takeBackMeasurement = command({
  event: "traffic.measurement-taken-back",
  may: (person: Person, input: Because, state: Standing) => mayCarry(person, input, state),
  decide: (
    input: Because & { readonly id: string },
    { thread, measurements }: Standing & { readonly measurements: Measured },
    moment,
  ): Result<WithdrawnMeasurement, Refusal<TakenBackWhy>> => {
    const measurement = measurements.find(({ id }) => id === input.id);
    if (measurement === undefined) return no("not-now");
    if (measurement.withdrawn !== undefined) return no("measurement-taken-back");
    const refused = reasonRefused(input);
    if (refused !== undefined) return { ok: false, refusal: refused };
    const left = ownOf(measurements.filter(({ id }) => id !== input.id)).length;
    const withdrawn = { at: moment.at, reason: input.reason.trim(), threadState: thread.state };
    return yes({ thread: waitsAgain(thread, left), measurement: { id: measurement.id, withdrawn } });
  },
});

function waitsAgain(thread: Thread, left: number): Thread {
  if (thread.state === "measured" && left === 0) return { ...thread, state: "measuring" };
  if (thread.state === "remeasured" && left < 2) return { ...thread, state: "remeasuring" };
  return thread;
}

/** Whether what the desk has judged or answered may rest on a measurement that was taken back afterwards. */
export function saidBefore(
  measurements: readonly { readonly withdrawn?: Pick<Withdrawn, "threadState"> | undefined }[],
): boolean {
  const before: readonly string[] = ["judged", "acting", "remeasuring", "remeasured", "answered"];
  return measurements.some(({ withdrawn }) => withdrawn !== undefined && before.includes(withdrawn.threadState));
}
