import { createContext, runInContext } from "node:vm";

/** Far longer than what is tried here takes, and far shorter than what is tried in as many ways as it is long. */
const LONGEST_MS = 60_000;
/** What a test that uses it is given. */
export const ENDS_TEST_MS = 5 * LONGEST_MS;

/** Carries something out, and throws where it would not come to an end: a search within a text holds the whole process, so that no test's own clock stops it. */
export function ends<T>(work: () => T): T {
  return runInContext("work()", createContext({ work }), { timeout: LONGEST_MS }) as T;
}
