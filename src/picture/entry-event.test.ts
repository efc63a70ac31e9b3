import { describe, expect, test } from "vitest";
import type { Village } from "../partnership/village.ts";
import { areaCodeOf, areasOf, type Ground, type KnownPlace } from "./areas.ts";
import { dayWritten, dayNumber, minuteOfWall } from "./columns/local-time.ts";
import { worldX, worldY } from "./columns/world.ts";
import { type Entry, eventOf, voicesOf } from "./entry-event.ts";

const GROUND: Ground = { municipality: { code: "2101", name: "Ockelbo" }, county: { code: "21", name: "Gävleborg" } };
const AMOT: Village = {
  slug: "amot",
  name: "Åmot",
  position: [16.4518, 60.9634],
  radiusMetres: 2500,
  population: undefined,
  populationYear: undefined,
};
const at = (hour: number, minute = 0) => minuteOfWall(dayNumber(2021, 11, 5) * 1440 + hour * 60 + minute);
const NOTED: Entry = {
  id: "a",
  source: "vandring",
  sourceKind: "walk",
  kind: "problem",
  category: "traffic.speeding",
  sharing: "own",
  place: { kind: "point", position: AMOT.position, code: undefined },
  whenKind: "instant",
  from: at(21, 30),
  to: undefined,
  recurrence: undefined,
  precision: "minute",
  agreed: undefined,
  bundle: false,
};
const event = (some: Partial<Entry> = {}) => eventOf({ ...NOTED, ...some }, 7, [AMOT], GROUND);
/** Friday at nine in the evening. */
const FRIDAY_21 = 4 * 24 + 21;

describe("an entry in the store", () => {
  test("lies where it was, under what it is about and from whom", () => {
    expect(event()).toEqual({
      key: 7,
      x: worldX(16.4518),
      y: worldY(60.9634),
      granularity: "point",
      area: "amot",
      minute: at(21, 30),
      day: dayNumber(2021, 11, 5),
      hour: FRIDAY_21,
      precision: "minute",
      span: 0,
      recurs: [],
      category: "traffic.speeding/problem",
      source: "vandring",
      sharing: "own",
      count: 1,
      qualifier: "exact",
    });
  });

  test.each<[string, Partial<Entry>, object]>([
    ["an hour", { precision: "hour" }, { precision: "hour", hour: FRIDAY_21 }],
    ["a day", { precision: "day" }, { precision: "day", hour: undefined, day: dayNumber(2021, 11, 5) }],
    ["a month", { precision: "month" }, { precision: "month", hour: undefined }],
    [
      "somewhere in a night",
      { whenKind: "interval", to: at(26) },
      { precision: "interval", minute: at(21, 30), span: 270, hour: FRIDAY_21 },
    ],
    ["an interval of no length", { whenKind: "interval", to: at(21, 30) }, { precision: "minute", span: 0 }],
    [
      "nobody knows when",
      { whenKind: "unknown", from: undefined },
      { precision: "unknown", minute: undefined, day: undefined },
    ],
    [
      "every Friday and Sunday night",
      { whenKind: "recurring", from: undefined, recurrence: { weekdays: [7, 5], fromHour: 23, toHour: 1 } },
      { precision: "recurring", minute: undefined, day: undefined, recurs: [0, 119, 120, 167] },
    ],
    [
      "a whole day of the week",
      { whenKind: "recurring", from: undefined, recurrence: { weekdays: [1], fromHour: 0, toHour: 24 } },
      { precision: "recurring", recurs: Array.from({ length: 24 }, (_, hour) => hour) },
    ],
  ])("is known by its time: %s", (_what, some, time) => {
    expect(event(some)).toMatchObject(time);
  });

  test("half past midnight on the first is not in the month before", () => {
    const { day } = event({ from: minuteOfWall(dayNumber(2021, 11, 1) * 1440 + 30) });
    expect(dayWritten(day!)).toBe("2021-11-01");
  });

  test("has as many voices as agreed, and always the one who said it", () => {
    const voices = [undefined, 0, 1, 16].map((agreed) => voicesOf({ ...NOTED, agreed }));
    expect(voices).toEqual([1, 1, 1, 16]);
  });
});

describe("an area", () => {
  test.each<[string, KnownPlace, string | undefined]>([
    ["a village's, within its reach", { kind: "point", position: [16.452, 60.963], code: undefined }, "amot"],
    ["elsewhere in the municipality", { kind: "segment", position: [16.6, 60.93], code: undefined }, "ovriga"],
    [
      "the municipality's, of what lies somewhere in it",
      { kind: "area", position: undefined, code: undefined },
      "2101",
    ],
    ["the municipality's", { kind: "municipality", position: undefined, code: "2101" }, "2101"],
    ["the county's, of a neighbour", { kind: "municipality", position: undefined, code: "2180" }, "21"],
    ["the county's", { kind: "county", position: undefined, code: "21" }, "21"],
    ["none, of another county", { kind: "county", position: undefined, code: "17" }, undefined],
    ["none, where nobody knows", { kind: "unknown", position: undefined, code: undefined }, undefined],
  ])("is %s", (_what, place, code) => {
    expect(areaCodeOf(place, [AMOT], GROUND)).toBe(code);
    expect(code === undefined || areasOf([AMOT], GROUND).some((area) => area.code === code)).toBe(true);
  });
});
