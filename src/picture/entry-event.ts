// An entry of the database as an event of the column store: where it lies in the world, in which area it is known to be, when it happened and how exactly that is known.
import type { Category } from "../collect/category.ts";
import type { ObservationKind, Precision, Sharing } from "../collect/observation.ts";
import type { SourceKind } from "../collect/source.ts";
import type { When } from "../ground/time.ts";
import type { Village } from "../partnership/village.ts";
import { areaCodeOf, type Ground, type KnownPlace } from "./areas.ts";
import type { NewEvent, TimePrecision } from "./columns/event-store.ts";
import { HOURS_IN_WEEK, hourOfWeek, localDay } from "./columns/local-time.ts";
import { worldX, worldY } from "./columns/world.ts";
import { categoryWord } from "./question.ts";

/** One thing somebody saw, said or wrote down, with what it is counted by and nothing else. */
export type Entry = {
  readonly id: string;
  readonly source: string;
  readonly sourceKind: SourceKind;
  readonly kind: ObservationKind;
  readonly category: Category;
  readonly sharing: Sharing;
  readonly place: KnownPlace;
  readonly whenKind: When["kind"];
  /** Minutes since 1970-01-01T00:00Z. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly recurrence: Omit<Extract<When, { kind: "recurring" }>, "kind"> | undefined;
  readonly precision: Precision;
  /** How many on the walk agreed; undefined where nobody counted. */
  readonly agreed: number | undefined;
  /** Several happenings in one text. */
  readonly bundle: boolean;
};

/** `key` is the number the store knows it by. */
export function eventOf(entry: Entry, key: number, villages: readonly Village[], ground: Ground): NewEvent {
  const { position } = entry.place;
  return {
    key,
    x: position && worldX(position[0]),
    y: position && worldY(position[1]),
    granularity: entry.place.kind,
    area: areaCodeOf(entry.place, villages, ground),
    ...timeOf(entry),
    category: categoryWord(entry.category, entry.kind),
    source: entry.source,
    sharing: entry.sharing,
    count: 1,
    qualifier: "exact",
  };
}

/** The voices behind what is felt: everyone who agreed, at least the one who said it. */
export function voicesOf({ agreed }: Entry): number {
  return Math.max(agreed ?? 1, 1);
}

type Time = Pick<NewEvent, "minute" | "day" | "hour" | "precision" | "span" | "recurs">;

function timeOf({ whenKind, from, to, recurrence, precision }: Entry): Time {
  const nothing: Time = {
    minute: undefined,
    day: undefined,
    hour: undefined,
    precision: "unknown",
    span: 0,
    recurs: [],
  };
  if (whenKind === "recurring" && recurrence !== undefined)
    return { ...nothing, precision: "recurring", recurs: hoursOf(recurrence) };
  if (from === undefined) return nothing;
  const dated = { ...nothing, minute: from, day: localDay(from) };
  if (to !== undefined && to > from)
    return { ...dated, hour: hourOfWeek(from), precision: "interval", span: to - from };
  return HOUR_IS_KNOWN.has(precision) ? { ...dated, hour: hourOfWeek(from), precision } : { ...dated, precision };
}

const HOUR_IS_KNOWN: ReadonlySet<TimePrecision> = new Set(["minute", "hour"]);

/** Hours of the week from the first up to, not including, the last; past midnight where the last is not after the first. */
function hoursOf({ weekdays, fromHour, toHour }: NonNullable<Entry["recurrence"]>): number[] {
  const length = toHour > fromHour ? toHour - fromHour : toHour + 24 - fromHour;
  const hours = new Set(
    weekdays.flatMap((weekday) =>
      Array.from({ length }, (_, hour) => ((weekday - 1) * 24 + fromHour + hour) % HOURS_IN_WEEK),
    ),
  );
  return [...hours].toSorted((a, b) => a - b);
}
