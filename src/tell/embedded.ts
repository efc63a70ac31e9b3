// What another site can show of a partnership in a frame or a picture of its own: the promises in force, how far each has come, and what was last answered. Made of what has
// passed the gate, and small however much is promised.
import type { Disclosed } from "./disclosure.ts";
import type { Site, ToldActivity, ToldPledge } from "./site.ts";

/** Deeds of authorities, counted as they were told. */
export type Progress = { readonly done: number; readonly begun: number; readonly all: number };

export type Embedded = {
  readonly document: Site["documents"][number] | undefined;
  readonly pledges: Site["current"];
  /** Promises in force that there is no room for. */
  readonly more: number;
  readonly progress: Progress;
  readonly answer: Site["answers"][number] | undefined;
};

/** So much is shown of what is promised: exact words are left out whole, never cut. */
const MOST_PLEDGES = 4;
const MOST_LETTERS = 2400;

export function embeddedOf(site: Disclosed<Site>): Embedded {
  const [first] = site.current;
  const lengths = site.current.map(({ text }) => text.length);
  const fits = site.current.filter(
    (_pledge, place) =>
      place < MOST_PLEDGES &&
      (place === 0 || lengths.slice(0, place + 1).reduce((sum, length) => sum + length, 0) <= MOST_LETTERS),
  );
  return {
    document: site.documents.find(({ slug }) => slug === first?.documentSlug),
    pledges: fits,
    more: site.current.length - fits.length,
    progress: progressOf(site.current.flatMap(({ activities }) => activities)),
    answer: site.answers.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))[0],
  };
}

/** Done when the promised number is reached, or, where no number is promised, when both judged it met. */
export function progressOf(activities: ToldPledge<unknown>["activities"]): Progress {
  const done = activities.filter(isDone);
  const begun = activities.filter((one) => !done.includes(one) && (one.done.value > 0 || one.occasions.length > 0));
  return { done: done.length, begun: begun.length, all: activities.length };
}

function isDone({ inAll, done, status }: ToldActivity<unknown>): boolean {
  if (inAll !== null && inAll > 0) return done.value >= inAll;
  return status?.status === "met" || status?.status === "exceeded";
}

/** A text in lines of so many letters, and in no more lines than there is room for: nothing in a picture breaks lines by itself. */
export function linesOf(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > letters && line !== "") {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  const isWhole = lines.length <= most;
  return lines
    .slice(0, most)
    .map((one, place) =>
      one.length > letters || (!isWhole && place === most - 1)
        ? `${one.slice(0, letters - 1).replace(/[\s–-]+$/, "")}…`
        : one,
    );
}
