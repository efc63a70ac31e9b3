// Meetings and days as a file that every calendar takes in: iCalendar (RFC 5545).
import { addDays, type Day, type Instant } from "./time.ts";

/** A meeting at a time of day, or whole days, the last one included. */
export type CalendarTime =
  | { readonly kind: "meeting"; readonly from: Instant; readonly to: Instant }
  | { readonly kind: "days"; readonly from: Day; readonly to: Day };

/**
 * A day that comes again: every so many months on the month's last day or its last Sunday, or every so many years on the same day; until a day, where there is
 * one. Days of it that are not there are left out by name.
 */
export type Repeats = {
  readonly every: "month-end" | "last-sunday" | "year";
  readonly interval: number;
  readonly until?: Day;
  readonly except: readonly Day[];
};

export type CalendarEvent = {
  /** The same whenever the file is made again, so that a meeting that was moved is moved in the calendar too. */
  readonly uid: string;
  readonly when: CalendarTime;
  /** Of whole days: `when` is the first. */
  readonly repeats?: Repeats;
  readonly title: string;
  readonly place: string;
  readonly about: string;
  /** How many times it has been changed: of two versions of a meeting a calendar keeps the later. */
  readonly sequence: number;
  /** It will not be held: a calendar that has it strikes it out. */
  readonly cancelled?: boolean;
  /** The page that tells more, whole. */
  readonly url?: string;
};

/** What a calendar that asks for the file again and again shows it as, and how often it need ask. */
export type Subscription = { readonly name: string; readonly hours: number };

export function icalendarOf(
  events: readonly CalendarEvent[],
  madeAt: Instant,
  subscription?: Subscription,
): Uint8Array {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Samsyn//Samsyn//SV",
    "CALSCALE:GREGORIAN",
    // The names of RFC 7986, and those that calendars knew before it.
    ...(subscription === undefined
      ? []
      : [
          `NAME:${escaped(subscription.name)}`,
          `X-WR-CALNAME:${escaped(subscription.name)}`,
          `REFRESH-INTERVAL;VALUE=DURATION:PT${subscription.hours}H`,
          `X-PUBLISHED-TTL:PT${subscription.hours}H`,
        ]),
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${event.uid}`,
      `DTSTAMP:${stamp(madeAt)}`,
      ...timeOf(event.when),
      ...(event.repeats === undefined ? [] : repetitionOf(event.repeats)),
      `SUMMARY:${escaped(event.title)}`,
      ...(event.place === "" ? [] : [`LOCATION:${escaped(event.place)}`]),
      ...(event.about === "" ? [] : [`DESCRIPTION:${escaped(event.about)}`]),
      ...(event.url === undefined ? [] : [`URL:${event.url}`]),
      `SEQUENCE:${event.sequence}`,
      ...(event.cancelled === true ? ["STATUS:CANCELLED"] : []),
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(""));
}

/** A day that ends a span is in it; in the file the end is the day after. Whole days make nobody busy. */
function timeOf(when: CalendarTime): readonly string[] {
  if (when.kind === "meeting") return [`DTSTART:${stamp(when.from)}`, `DTEND:${stamp(when.to)}`];
  return [
    `DTSTART;VALUE=DATE:${date(when.from)}`,
    `DTEND;VALUE=DATE:${date(addDays(when.to, 1))}`,
    "TRANSP:TRANSPARENT",
  ];
}

const RULES = {
  "month-end": "FREQ=MONTHLY;BYMONTHDAY=-1",
  "last-sunday": "FREQ=MONTHLY;BYDAY=-1SU",
  year: "FREQ=YEARLY",
} as const;

/** RFC 5545, 3.3.10: the last day is of the same kind as the first, and is in it. */
function repetitionOf({ every, interval, until, except }: Repeats): readonly string[] {
  return [
    `RRULE:${RULES[every]};INTERVAL=${interval}${until === undefined ? "" : `;UNTIL=${date(until)}`}`,
    ...(except.length === 0 ? [] : [`EXDATE;VALUE=DATE:${except.map(date).join(",")}`]),
  ];
}

const date = (on: Day) => on.replaceAll("-", "");

/** 20211108T170000Z: in UTC, so that no time zone has to be described. */
function stamp(at: Instant): string {
  return at.replaceAll(/[-:]|[.]\d+/g, "");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n?|\n/g, String.raw`\n`);
}

/** No line is longer than 75 bytes; what goes on begins with a space. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let [text, length] = ["", 0];
  for (const sign of line) {
    const wide = bytes.encode(sign).length;
    if (length + wide > 75) [text, length] = [`${text}\r\n `, 1];
    text += sign;
    length += wide;
  }
  return text;
}
