// The stops of a walk while somebody writes them one a line and places them on the map: the lines and the list are the same stops.
import type { Position } from "../../ground/place.ts";

export type DraftStop = {
  /** Its own for as long as it is on the screen. */
  readonly key: string;
  /** Left out until it has been saved. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly question: string;
  readonly position?: Position | undefined;
};
export type RouteDraft = { readonly text: string; readonly stops: readonly DraftStop[] };
type Said = Omit<DraftStop, "key">;

/** Out of a walk or a form: a stop keeps its id only where it is that walk's own. */
export function draftOfStops(stops: readonly Said[], { isOwn }: { readonly isOwn: boolean }): RouteDraft {
  return withStops(
    stops.map(({ id, name, question, position }, place) => ({
      key: `stop ${place}`,
      id: isOwn ? id : undefined,
      name,
      question,
      position,
    })),
  );
}

export function withStops(stops: readonly DraftStop[]): RouteDraft {
  const text = stops.map(({ name, question }) => (question === "" ? name : `${name}: ${question}`)).join("\n");
  return { text, stops };
}

/** What was written, as stops: one that stood there keeps its place on the map when it is moved among the lines, and when it is given another name on its own. */
export function stopsWritten(text: string, { stops: before }: RouteDraft): RouteDraft {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(nameAndQuestion);
  const taken = new Set<string>();
  const take = (found: DraftStop | undefined) => {
    if (found !== undefined) taken.add(found.key);
    return found;
  };
  const named = lines.map(({ name }) => take(before.find((stop) => stop.name === name && !taken.has(stop.key))));
  let made = 0;
  const newKey = () => {
    while (before.some(({ key }) => key === `line ${made}`)) made++;
    return `line ${made++}`;
  };
  const stops = lines.map((line, place) => {
    const there = before[place];
    const same = named[place] ?? take(there !== undefined && !taken.has(there.key) ? there : undefined);
    return same === undefined ? { ...line, key: newKey() } : { ...same, ...line };
  });
  return { text, stops };
}

function nameAndQuestion(line: string): { readonly name: string; readonly question: string } {
  const colon = line.indexOf(":");
  if (colon < 0) return { name: line, question: "" };
  return { name: line.slice(0, colon).trim(), question: line.slice(colon + 1).trim() };
}

/** One step up or down; at either end nothing changes. */
export function movedBy(stops: readonly DraftStop[], place: number, by: 1 | -1): readonly DraftStop[] {
  const [stop, other] = [stops[place], stops[place + by]];
  if (stop === undefined || other === undefined) return stops;
  return stops.with(place, other).with(place + by, stop);
}
