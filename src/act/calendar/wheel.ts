// The year wheel (årshjul): what comes back every year, by month (domain.md 11.2). The one proposed is an example; each partnership makes its own.
import { personRefused, type PersonWhy } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { grantFor, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";

/** Where the work is done. */
export const TASK_STAGES = ["collect", "picture", "prioritise", "pledge", "act", "follow", "tell"] as const;
export type TaskStage = (typeof TASK_STAGES)[number];
export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export type Task = {
  readonly id: string;
  /** 1 to 12. */
  readonly month: number;
  readonly text: string;
  readonly stage: TaskStage;
};
/** `years` are those it is said to be done in. */
export type KeptTask = Task & { readonly years: readonly number[]; readonly example: boolean };

/** As domain.md 11.2 has it. */
export const PROPOSED: readonly Omit<Task, "id">[] = [
  { month: 1, text: "Hämta årets siffror", stage: "picture" },
  { month: 2, text: "Periodrapport och rapport till fullmäktige", stage: "follow" },
  { month: 3, text: "Medborgardialog", stage: "collect" },
  { month: 4, text: "Ungdomsforum", stage: "act" },
  { month: 5, text: "Trygghetsvandringar i ljus", stage: "collect" },
  { month: 6, text: "Se efter om bidrag går att söka", stage: "follow" },
  { month: 8, text: "Samtal med personalen", stage: "collect" },
  { month: 9, text: "Ta in nya siffror från Brå och CAN", stage: "picture" },
  { month: 10, text: "Trygghetsvandringar i mörker", stage: "collect" },
  { month: 11, text: "Analys, orsaker och prioritering i rådet", stage: "prioritise" },
  { month: 12, text: "Besluta åtgärdsplan och förnya löftet", stage: "pledge" },
];

export const WHEEL_KEEPERS: readonly Role[] = ["coordinator", "liaison"];
/** Many enough for a wheel that is still read. */
export const MOST_TASKS = 60;

export type WheelWhy = "not-yours" | "wheel-begun" | "wheel-full" | "task-text-needed" | PersonWhy;
type Around = { readonly partnershipId: string; readonly tasks: readonly KeptTask[] };
type Answer<T> = Result<T, Refusal<WheelWhy>>;

const may = (person: Person, _input: unknown, { partnershipId }: Around): Refusal<WheelWhy> | undefined =>
  grantFor(person, partnershipId, WHEEL_KEEPERS) === undefined ? { why: "not-yours" } : undefined;

/** Begins from the proposed one. Never twice: what has been changed is not put back. */
export const begin = command({
  event: "year-wheel.begun",
  may,
  decide: (_input: unknown, { tasks }: Around, { newId }): Answer<readonly Task[]> =>
    tasks.length > 0 ? no("wheel-begun") : yes(PROPOSED.map((task) => ({ ...task, id: newId() }))),
});

/** Adds a task, or changes one that is there. */
export const put = command({
  event: "year-task.put",
  may,
  decide: (input: Task, { tasks }: Around): Answer<Task> => {
    const text = input.text.trim();
    if (text === "") return no("task-text-needed", { field: "text" });
    const person = personRefused({ text });
    if (person !== undefined) return { ok: false, refusal: person };
    if (tasks.length >= MOST_TASKS && !tasks.some(({ id }) => id === input.id))
      return no("wheel-full", { detail: { most: MOST_TASKS } });
    return yes({ ...input, text });
  },
});

type OnTask = Around & { readonly task: KeptTask };

export const strike = command({
  event: "year-task.struck",
  may,
  decide: (_input: unknown, { task }: OnTask): Answer<KeptTask> => yes(task),
});

export type Tick = {
  readonly taskId: string;
  readonly year: number;
  readonly done: boolean;
  readonly organisationId: string;
  readonly at: Instant;
};

/** Says that it is done this year, or that it was not after all. */
export const tick = command({
  event: "year-task.ticked",
  may,
  decide: (
    input: { readonly year: number; readonly done: boolean },
    { task, partnershipId }: OnTask,
    { by, at },
  ): Answer<Tick> => {
    const grant = grantFor(by, partnershipId, WHEEL_KEEPERS);
    if (grant === undefined) return no("not-yours");
    return yes({ ...input, taskId: task.id, organisationId: grant.organisationId, at });
  },
});

/** Where a task stands in a year: done, still to come, this month's, or left from a month that has been. */
export type Standing = "done" | "ahead" | "now" | "left";
export function standingOf({ month, years }: Pick<KeptTask, "month" | "years">, year: number, today: Day): Standing {
  if (years.includes(year)) return "done";
  const [now, its] = [today.slice(0, 7), `${year}-${String(month).padStart(2, "0")}`];
  return its === now ? "now" : its > now ? "ahead" : "left";
}

export const yearOf = (at: Instant): number => Number(dayOf(at).slice(0, 4));
