// What stands in a calendar that those who work here keep: days by which something is to be done, days it was moved to, walks, meetings, days a promise runs out.
import type { CalendarTime, Repeats } from "../../ground/icalendar.ts";
import type { Day } from "../../ground/time.ts";
import { dayOf } from "../../ground/time.ts";
import { type Due, daysOf } from "./dues.ts";

export const ENTRY_KINDS = [
  "due",
  "moved",
  "before-walk",
  "walk",
  "after-walk",
  "meeting",
  "item",
  "runs-out",
  "year",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export type Entry = {
  readonly kind: EntryKind;
  /** Its own within the partnership, and the same however often the calendar is made. */
  readonly key: string;
  readonly when: CalendarTime;
  /** Of whole days only. */
  readonly repeats?: Repeats;
  /** What it is of, in the words of those who wrote it. */
  readonly what: string;
  readonly unit: string;
  readonly place: string;
  /** The staff page that tells more. */
  readonly path: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly example: boolean;
};

const PLAIN = { unit: "", place: "", sequence: 0, cancelled: false } as const;

/** An entry of a day, or of one that comes again. */
export function dayEntry(
  due: Due,
  of: Pick<Entry, "kind" | "key" | "what" | "path" | "example"> & Partial<Pick<Entry, "unit" | "cancelled">>,
): Entry {
  return {
    ...PLAIN,
    ...of,
    when: { kind: "days", from: due.on, to: due.on },
    ...(due.repeats === undefined ? {} : { repeats: due.repeats }),
  };
}

/** Of a unit's own calendar: what it is to do, and nothing of the others'. */
export function ofUnit(entries: readonly Entry[], unit: string | undefined): readonly Entry[] {
  return unit === undefined ? entries : entries.filter((entry) => entry.unit === unit);
}

export type Shown = Omit<Entry, "when" | "repeats"> & { readonly on: Day; readonly when: CalendarTime };

/** Each day within a time that something stands on, the earliest first. */
export function shownBetween(entries: readonly Entry[], from: Day, to: Day): readonly Shown[] {
  return entries
    .flatMap(({ when, repeats, ...entry }) => {
      const on = when.kind === "meeting" ? dayOf(when.from) : when.from;
      return daysOf(repeats === undefined ? { on } : { on, repeats }, from, to).map((day) => ({
        ...entry,
        on: day,
        when: when.kind === "meeting" ? when : { kind: "days" as const, from: day, to: day },
      }));
    })
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ on, when, key }: Shown) => `${on} ${when.kind === "meeting" ? when.from : ""} ${key}`;
