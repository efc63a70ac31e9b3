// The time of the next promise, proposed from what is known so that nobody types it (journeys.md, journey 11). Only a proposal: what was typed instead goes before it.
import { z } from "zod";
import { addDays, addMonths, type Day, dayField, daysBetween, monthsBetween } from "../ground/time.ts";
import { type Content, readSaidDay, spanOf } from "./document.ts";
import type { State } from "./lifecycle.ts";

/** What it is reckoned from: the promise before it, the year's weighing, or the situation report. */
export const TIME_SOURCES = ["former", "round", "situation-report"] as const;
type TimeSource = (typeof TIME_SOURCES)[number];
type Time = { readonly from: Day; readonly to: Day };
export const proposedTimeField = z.object({
  slug: z.string(),
  from: dayField,
  to: dayField,
  after: z.enum(TIME_SOURCES),
});
export type ProposedTime = z.infer<typeof proposedTimeField>;
export type Known = {
  readonly documents: readonly { readonly slug: string; readonly state: State; readonly content: Content }[];
  /** The year of the latest round. */
  readonly round: number | undefined;
  /** The day the latest situation report was adopted. */
  readonly reportOn: Day | undefined;
  readonly today: Day;
};

/** A situation report is made anew within two years, and what rests on it with it (domain.md). */
const MONTHS_ON_REPORT = 24;

/** Right after the latest promise and as long as it; else the two years from the new year after what was found. Nothing where neither is known, or a draft has that name. */
export function proposedTime({ documents, round, reportOn, today }: Known): ProposedTime | undefined {
  const found =
    notPast(afterFormer(documents), today) ??
    (round === undefined ? undefined : fromNewYear(`${round}-12-31` as Day, "round", today)) ??
    (reportOn === undefined ? undefined : fromNewYear(reportOn, "situation-report", today));
  if (found === undefined) return undefined;
  const slug = slugFor(found);
  return documents.some((one) => one.slug === slug) ? undefined : { ...found, slug };
}

/** A promise that ran out long ago is no beginning of the next: nobody promises for a time that has been. */
function notPast<T extends Time>(time: T | undefined, today: Day): T | undefined {
  return time === undefined || time.from <= today ? undefined : time;
}

function afterFormer(documents: Known["documents"]): (Time & { readonly after: TimeSource }) | undefined {
  const times = documents.flatMap(({ content, state }) => {
    const { from, to } = spanOf(content);
    return from === undefined || to === undefined ? [] : [{ from, to, isChange: content.amends !== undefined, state }];
  });
  const promises = times.filter(({ isChange }) => !isChange);
  const last = promises.toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1);
  if (last === undefined) return undefined;
  // A change that is in force may have made it longer; what is as long is the promise itself.
  const ends = times.filter(({ isChange, state }) => !isChange || state === "published").map(({ to }) => to);
  const from = addDays(ends.toSorted().at(-1) ?? last.to, 1);
  const after = addDays(last.to, 1);
  const months = monthsBetween(last.from, after);
  const isWhole = months > 0 && addMonths(last.from, months) === after;
  const to = isWhole ? addDays(addMonths(from, months), -1) : addDays(from, daysBetween(last.from, last.to));
  return { from, to, after: "former" };
}

function fromNewYear(known: Day, after: TimeSource, today: Day): Time & { readonly after: TimeSource } {
  const year = Math.max(Number(known.slice(0, 4)), Number(today.slice(0, 4))) + 1;
  const from = `${year}-01-01` as Day;
  return { from, to: addDays(addMonths(from, MONTHS_ON_REPORT), -1), after };
}

/** «2028-2030»; one year where it begins and ends in the same. */
function slugFor({ from, to }: Time): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}-${last}`;
}

/** The time a promise begins with: what is proposed under its name, else the years its name says, else none. */
export function periodFor(slug: string, proposed: ProposedTime | undefined): Content["period"] {
  if (slug === proposed?.slug)
    return { from: { said: proposed.from, on: proposed.from }, to: { said: proposed.to, on: proposed.to } };
  const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?(?=-|$)/.exec(slug) ?? [];
  if (first === undefined || last === undefined || last < first) return { from: { said: "ej bestämt" } };
  const [from, to] = [readSaidDay(`${first}-01-01`, false), readSaidDay(`${last}-12-31`, true)];
  return { from, to };
}
