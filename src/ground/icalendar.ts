// Meetings as a file that every calendar takes in: iCalendar (RFC 5545).
import type { Instant } from "./time.ts";

export type CalendarEvent = {
  /** The same whenever the file is made again, so that a meeting that was moved is moved in the calendar too. */
  readonly uid: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly title: string;
  readonly place: string;
  readonly about: string;
  /** How many times it has been changed: of two versions of a meeting a calendar keeps the later. */
  readonly sequence: number;
  /** It will not be held: a calendar that has it strikes it out. */
  readonly cancelled?: boolean;
};

export function icalendarOf(events: readonly CalendarEvent[], madeAt: Instant): Uint8Array {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Samsyn//Samsyn//SV",
    "CALSCALE:GREGORIAN",
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${event.uid}`,
      `DTSTAMP:${stamp(madeAt)}`,
      `DTSTART:${stamp(event.from)}`,
      `DTEND:${stamp(event.to)}`,
      `SUMMARY:${escaped(event.title)}`,
      `LOCATION:${escaped(event.place)}`,
      `DESCRIPTION:${escaped(event.about)}`,
      `SEQUENCE:${event.sequence}`,
      ...(event.cancelled === true ? ["STATUS:CANCELLED"] : []),
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(""));
}

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
