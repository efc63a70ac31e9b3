// A walk belongs to a series: the same ground walked again after some months, to see what came of it (domain.md 4.1). Two walks of one series are
// laid beside each other stop by stop.
import { metresBetween } from "../../ground/earth.ts";
import type { AnswerKind, ObservationKind, SpotManager } from "../observation.ts";
import { type ProtocolRow, type Stop, type Walk, wasWalked } from "../walk.ts";

/** To the next walk: what somebody has seen done is closed, what was said to be done and was not is open. */
export type Became = "open" | "closed";
/** A point of a protocol, at which stop it was said, and what has become of it since where something has. */
export type PlacedRow = ProtocolRow & { readonly stopId: string | undefined; readonly became?: Became | undefined };
type InSeries = {
  readonly id: string;
  readonly slug: string;
  readonly series?: string | undefined;
  readonly startsAt: string;
  readonly state: Walk["state"];
};

/** A walk that was planned before there were series begins one of its own. */
export function seriesOf(walk: Pick<InSeries, "slug" | "series">): string {
  return walk.series ?? walk.slug;
}

/** The walks of the same series, the latest first, this one among them. */
export function inSeries<W extends InSeries>(walk: InSeries, walks: readonly W[]): readonly W[] {
  const mine = seriesOf(walk);
  return walks.filter((one) => seriesOf(one) === mine).toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
}

/** «Förra vandringen»: the walk of the series that was walked just before this one. */
export function walkBefore<W extends InSeries>(walk: InSeries, walks: readonly W[]): W | undefined {
  return inSeries(walk, walks).find((one) => one.id !== walk.id && one.startsAt < walk.startsAt && wasWalked(one));
}

/** What the next walk of each series starts from: the last that was walked, else the last that was planned. The latest series first. */
export function lastOfEach<W extends InSeries>(walks: readonly W[]): readonly W[] {
  const order = walks.toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
  const series = [...new Set(order.map(seriesOf))];
  return series.flatMap((name) => {
    const mine = order.filter((walk) => seriesOf(walk) === name);
    return mine.find(wasWalked) ?? mine.find(({ state }) => state === "planned") ?? mine[0] ?? [];
  });
}

/** Not done and not refused: it is still to be seen on the ground. A good place is nothing to mend. What has become of a point since stands above what was answered. */
export function isUnfinished({
  kind,
  answer,
  became,
}: {
  readonly kind: ObservationKind;
  readonly answer?: { readonly kind: AnswerKind } | undefined;
  readonly became?: Became | undefined;
}): boolean {
  if (became !== undefined) return became === "open";
  return kind !== "positive" && answer?.kind !== "done" && answer?.kind !== "declined";
}

/** Within this two stops are the same spot, whatever they are called. */
const SAME_SPOT_METRES = 40;
type Spot = Pick<Stop, "name" | "position">;

/** A stop keeps its name from one walk to the next; where it was given another, it stands in the same spot. */
export function isSameStop(a: Spot, b: Spot): boolean {
  if (a.name.trim().toLowerCase() === b.name.trim().toLowerCase()) return true;
  return (
    a.position !== undefined && b.position !== undefined && metresBetween(a.position, b.position) <= SAME_SPOT_METRES
  );
}

type AtStop = { readonly stopId?: string | undefined };

/** Who looked after the spot of each stop the last time, by the stop's id: a suggestion to whoever notes there now. Nothing of a stop where nobody said, and nothing of a first walk. */
export function managersBefore(
  stops: readonly Stop[],
  before:
    | { readonly stops: readonly Stop[]; readonly rows: readonly (AtStop & Pick<PlacedRow, "spotManager">)[] }
    | undefined,
): Readonly<Record<string, readonly SpotManager[]>> {
  if (before === undefined) return {};
  const found = stops.map(({ id, ...stop }) => {
    const same = before.stops.filter((old) => isSameStop(old, stop)).map((old) => old.id);
    const rows = before.rows.filter(({ stopId }) => stopId !== undefined && same.includes(stopId));
    const managers = new Set(rows.map(({ spotManager }) => spotManager).filter((one) => one !== "unknown"));
    return [id, [...managers]] as const;
  });
  return Object.fromEntries(found.filter(([, managers]) => managers.length > 0));
}

type Compared<Then, Now> = {
  /** Undefined for what was said between the stops. */
  readonly stop: string | undefined;
  readonly earlier: readonly Then[];
  readonly now: readonly Now[];
};

/** Stop by stop, then and now: first the stops of this walk in their order, then those that are no longer on the route, last what lies between. */
export function compareWalks<Then extends AtStop, Now extends AtStop>(
  then: { readonly stops: readonly Stop[]; readonly rows: readonly Then[] },
  now: { readonly stops: readonly Stop[]; readonly notes: readonly Now[] },
): readonly Compared<Then, Now>[] {
  const used = new Set<string>();
  const rowsAt = (stops: readonly Stop[]) => {
    for (const { id } of stops) used.add(id);
    return then.rows.filter(({ stopId }) => stops.some(({ id }) => id === stopId));
  };
  const kept = now.stops.map((stop) => ({
    stop: stop.name,
    earlier: rowsAt(then.stops.filter((old) => !used.has(old.id) && isSameStop(old, stop))),
    now: now.notes.filter(({ stopId }) => stopId === stop.id),
  }));
  const left = then.stops
    .filter(({ id }) => !used.has(id))
    .map((stop) => ({ stop: stop.name, earlier: rowsAt([stop]), now: [] }));
  const between = {
    stop: undefined,
    earlier: then.rows.filter(({ stopId }) => stopId === undefined || !then.stops.some(({ id }) => id === stopId)),
    now: now.notes.filter(({ stopId }) => !now.stops.some(({ id }) => id === stopId)),
  };
  return [...kept, ...left, between].filter((one) => one.earlier.length > 0 || one.now.length > 0);
}
