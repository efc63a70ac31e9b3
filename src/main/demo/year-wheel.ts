// Ockelbo's year wheel: the proposed one, with what has been done this year. Invented, as the year is.
import { PROPOSED, type Task } from "../../act/calendar/wheel.ts";
import { demoId } from "./ids.ts";

export const YEAR_TASKS: readonly Task[] = PROPOSED.map((task) => ({ ...task, id: demoId(`year task ${task.month}`) }));

/** By month; the summer's look for grants was forgotten. */
export const DONE_IN_2026: readonly number[] = [1, 2, 3, 4, 5, 8, 9, 10];
