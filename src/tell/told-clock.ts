import { type Day, swedishClock, type Instant } from "../ground/time.ts";
import type { RawSite } from "./site.ts";

/** "18.00": Swedish wall clock. */
export function clockOf(at: Instant): string {
  const { hour, minute } = swedishClock(at);
  return `${String(hour).padStart(2, "0")}.${String(minute).padStart(2, "0")}`;
}

type Words = {
  /** The days that promises were published, also of those that have ended: what was told has been told. */
  readonly promises: readonly Day[];
  readonly reports: readonly { readonly on: Day }[];
  readonly answers: readonly { readonly on: Day }[];
  readonly roads: readonly { readonly publishedOn: Day; readonly answer: { readonly on: Day } | null }[];
};

/** When residents last heard a word: a promise, how it went, or an answer to what they said. A day that is called off, or a number that moves, is none. */
export function lastWordOf({ promises, reports, answers, roads }: Words): RawSite["lastWord"] {
  const words = [
    ...promises.map((on) => ({ on, what: "pledge" as const })),
    ...reports.map(({ on }) => ({ on, what: "report" as const })),
    ...answers.map(({ on }) => ({ on, what: "answer" as const })),
    // An answer is heard when its page can be read.
    ...roads.flatMap(({ publishedOn, answer }) =>
      answer === null ? [] : { on: answer.on > publishedOn ? answer.on : publishedOn, what: "answer" as const },
    ),
  ];
  return words.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null;
}
