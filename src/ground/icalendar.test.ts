import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEvent, icalendarOf } from "./icalendar.ts";
import type { Instant } from "./time.ts";

const AT = "2021-10-01T08:00:00.000Z" as Instant;
const event = {
  uid: "walk.1@samsyn",
  when: {
    kind: "meeting" as const,
    from: "2021-11-08T17:00:00.000Z" as Instant,
    to: "2021-11-08T19:30:00.000Z" as Instant,
  },
  title: "Vandring i Åmot; skolan, södra",
  place: "Utanför skolan",
  about: "Rad ett\nrad två",
  sequence: 1,
};
const linesOf = (more: Partial<CalendarEvent> = {}) =>
  new TextDecoder().decode(icalendarOf([{ ...event, ...more }], AT)).split("\r\n");

test("a meeting is an event in UTC, with its separators escaped", () => {
  expect(linesOf()).toEqual(
    expect.arrayContaining([
      "BEGIN:VCALENDAR",
      "UID:walk.1@samsyn",
      "DTSTART:20211108T170000Z",
      "DTEND:20211108T193000Z",
      String.raw`SUMMARY:Vandring i Åmot\; skolan\, södra`,
      String.raw`DESCRIPTION:Rad ett\nrad två`,
      "END:VCALENDAR",
      "",
    ]),
  );
});

test("a meeting that is called off is struck out of the calendar that has it", () => {
  expect(linesOf().join(" ")).not.toContain("STATUS");
  expect(linesOf({ sequence: 3, cancelled: true })).toEqual(
    expect.arrayContaining(["UID:walk.1@samsyn", "SEQUENCE:3", "STATUS:CANCELLED"]),
  );
});

test("a return by itself begins no line of its own", () => {
  expect(linesOf({ title: "Möte\rATTENDEE:mailto:nagon@example.org" })).toContain(
    String.raw`SUMMARY:Möte\nATTENDEE:mailto:nagon@example.org`,
  );
});

test("no line is longer than 75 bytes, and put together again nothing of the text is lost", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("å", "a", " ", "😀", "ord "), { maxLength: 200 }), (signs) => {
      const place = `x${signs.join("")}`;
      const lines = linesOf({ place });
      expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
      expect(lines.join("\n").replaceAll("\n ", "").split("\n")).toContain(`LOCATION:${place}`);
    }),
  );
});
