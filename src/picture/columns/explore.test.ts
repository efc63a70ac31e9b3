import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../ground/time.ts";
import { beginStore } from "./build.ts";
import { addEvents, isUntidy, merged, reviseEvents, tidied, withdrawEvents } from "./change.ts";
import {
  type EventStore,
  GRANULARITIES,
  type NewEvent,
  openedIn,
  sharedOf,
  SHARINGS,
  TIME_PRECISIONS,
} from "./event-store.ts";
import { explore, type Explored, wholeOf } from "./explore.ts";
import { newest, selectedRows } from "./listing.ts";
import { dayWritten, hourOfWeek, localDay } from "./local-time.ts";
import { EVERYTHING, type EventQuestion } from "./question.ts";
import { selectingPlainly } from "./selecting.ts";
import { snapshotOf, storeFrom } from "./snapshot.ts";
import { latOf, lonOf, worldX, worldY } from "./world.ts";

const AREAS = [
  { code: "21", name: "Gävleborg", parent: undefined },
  { code: "2101", name: "Ockelbo", parent: "21" },
  { code: "amot", name: "Åmot", parent: "2101" },
  { code: "lingbo", name: "Lingbo", parent: "2101" },
];
const WINDOW = { west: 0, north: 0, shift: 24 };

/** An event in the morning of a Monday, where nothing else is said. */
function event(key: number, said: Partial<NewEvent> = {}): NewEvent {
  const minute = "minute" in said ? said.minute : 28_430_400 + 600;
  const dated = minute !== undefined;
  return {
    key,
    x: worldX(16.7),
    y: worldY(60.9),
    granularity: "point",
    area: "amot",
    day: dated ? localDay(minute) : undefined,
    hour: dated ? hourOfWeek(minute) : undefined,
    precision: dated ? "minute" : "unknown",
    span: 0,
    recurs: [],
    category: "traffic.speeding",
    source: "walk",
    sharing: "shared",
    count: 1,
    qualifier: "exact",
    ...said,
    minute,
  };
}

function storeOf(events: readonly NewEvent[]): EventStore {
  const building = beginStore(AREAS);
  for (const one of events) building.add(one);
  return building.finish();
}

const someEvent: fc.Arbitrary<NewEvent> = fc
  .record({
    key: fc.nat(100_000),
    lon: fc.double({ min: 16, max: 17.5, noNaN: true }),
    lat: fc.double({ min: 60.5, max: 61.5, noNaN: true }),
    granularity: fc.constantFrom(...GRANULARITIES),
    area: fc.constantFrom(undefined, ...AREAS.map(({ code }) => code)),
    minute: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 28_000_000, max: 28_900_000 }) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
    hourKnown: fc.boolean(),
    precision: fc.constantFrom(...TIME_PRECISIONS),
    span: fc.integer({ min: 1, max: 60_000 }),
    recurs: fc.uniqueArray(fc.nat(167), { minLength: 1, maxLength: 5 }),
    category: fc.constantFrom("a", "b", "c", "d"),
    source: fc.constantFrom("walk", "police"),
    sharing: fc.constantFrom(...SHARINGS),
    count: fc.constantFrom(1, 1, 1, 3),
  })
  .map(({ key, lon, lat, minute, hourKnown, precision, span, recurs, ...rest }) => {
    const how = minute === undefined && precision !== "recurring" ? "unknown" : precision;
    const timed = minute !== undefined && how !== "recurring" && how !== "unknown";
    return event(key, {
      ...rest,
      x: worldX(lon),
      y: worldY(lat),
      minute: timed ? minute : undefined,
      day: timed ? localDay(minute) : undefined,
      hour: timed && hourKnown && how !== "interval" ? hourOfWeek(minute) : undefined,
      precision: how,
      span: how === "interval" ? span : 0,
      recurs: how === "recurring" ? recurs : [],
    });
  });
const someEvents = fc.uniqueArray(someEvent, { maxLength: 60, selector: ({ key }) => key });
const someQuestion: fc.Arbitrary<EventQuestion> = fc.record({
  where: fc.oneof(
    fc.constant(undefined),
    fc.constantFrom(...AREAS.map(({ code }) => ({ area: code }))),
    fc.constant({ box: { west: 16.3, south: 60.7, east: 17, north: 61.1 } }),
  ),
  from: fc.oneof(fc.constant(undefined), fc.constant("2023-06-01" as Day)),
  to: fc.oneof(fc.constant(undefined), fc.constant("2024-07-01" as Day)),
  hours: fc.oneof(fc.constant([]), fc.uniqueArray(fc.nat(167), { minLength: 20, maxLength: 80 })),
  categories: fc.oneof(fc.constant([]), fc.constant(["a", "c"])),
  sources: fc.oneof(fc.constant([]), fc.constant(["walk"])),
  sharing: fc.constantFrom("all", "shared", "public"),
});

/** Every store is a memory of its own: few of them tell as much as many. */
const FEW = { numRuns: 25 };

const sum = (values: Float64Array) => values.reduce((all, one) => all + one, 0);

/** The same answer whatever order rows and words lie in: by word, and without what is nought. */
function told({ words }: EventStore, answer: Explored) {
  const named = (values: Float64Array, all: readonly string[]) =>
    Object.fromEntries([...values].flatMap((value, at) => (value === 0 ? [] : [[all[at]!, Number(value.toFixed(6))]])));
  return {
    ...answer,
    total: Number(answer.total.toFixed(6)),
    unplaced: Number(answer.unplaced.toFixed(6)),
    notPlaced: Number(answer.notPlaced.toFixed(6)),
    withoutHour: Number(answer.withoutHour.toFixed(6)),
    undated: Number(answer.undated.toFixed(6)),
    byGranularity: Object.values(answer.byGranularity).map((one) => one.toFixed(6)),
    byPrecision: Object.values(answer.byPrecision).map((one) => one.toFixed(6)),
    categories: named(answer.categories, words.category),
    sources: named(answer.sources, words.source),
    areas: named(
      answer.areas,
      words.areas.map(({ code }) => code),
    ),
    days: [...answer.days.counts].flatMap((value, at) =>
      value === 0 ? [] : [[answer.days.first + at, value.toFixed(6)]],
    ),
    hours: [...answer.hours].map((one) => one.toFixed(6)),
    heat: answer.heat && [...answer.heat].flatMap((value, at) => (value === 0 ? [] : [[at, value.toFixed(6)]])),
  };
}

describe("a store of events", () => {
  test("of nothing answers every question with nothing", () => {
    const answer = explore(storeOf([]), EVERYTHING, WINDOW);
    expect(answer).toMatchObject({ total: 0, events: 0, unplaced: 0, undated: 0, notPlaced: 0 });
    expect(answer.days.counts).toHaveLength(0);
  });

  test("counts each part of the picture under everything but its own part of the question", () => {
    const store = storeOf([
      event(1),
      event(2, { category: "place.lighting" }),
      event(3, { area: "lingbo", x: worldX(16.8), y: worldY(61) }),
      event(4, { sharing: "own" }),
    ]);
    const answer = explore(store, { ...EVERYTHING, where: { area: "amot" }, categories: ["traffic.speeding"] });
    expect(told(store, answer)).toMatchObject({
      total: 2,
      categories: { "traffic.speeding": 2, "place.lighting": 1 },
      areas: { amot: 2, lingbo: 1 },
    });
    expect(explore(store, { ...EVERYTHING, sharing: "shared" }).total).toBe(3);
    expect(explore(store, { ...EVERYTHING, sharing: "public" }).total).toBe(0);
  });

  test("an area holds what lies in the areas within it; what is known only more coarsely is told as not placed", () => {
    const coarse = { x: undefined, y: undefined };
    const store = storeOf([
      event(1),
      event(2, { ...coarse, granularity: "municipality", area: "2101" }),
      event(3, { ...coarse, granularity: "county", area: "21" }),
      event(4, { ...coarse, granularity: "unknown", area: undefined }),
      event(5, { area: undefined }),
    ]);
    expect(explore(store, { ...EVERYTHING, where: { area: "amot" } })).toMatchObject({ total: 1, notPlaced: 3 });
    expect(explore(store, { ...EVERYTHING, where: { area: "2101" } })).toMatchObject({ total: 2, notPlaced: 2 });
    expect(explore(store, EVERYTHING, WINDOW)).toMatchObject({ total: 5, unplaced: 3, notPlaced: 0 });
    const box = { west: -180, south: -80, east: 180, north: 80 };
    const answer = explore(store, { ...EVERYTHING, where: { box } }, WINDOW);
    expect(answer).toMatchObject({ total: 2, notPlaced: 3 });
    expect(sum(answer.heat!)).toBe(2);
  });

  test("a box beyond where the square map ends holds what lies there, and nothing else", () => {
    const store = storeOf([event(1), event(2, { y: worldY(89) })]);
    const box = { west: 10, south: 86, east: 20, north: 90 };
    expect(explore(store, { ...EVERYTHING, where: { box } }).total).toBe(1);
  });

  test("an interval is spread over its hours and days, and counts by the part that lies in what is asked", () => {
    // Friday 2024-03-01 22.00 to Saturday 02.00, Swedish time: 21.00 to 01.00 UTC.
    const from = 28_488_780;
    expect(dayWritten(localDay(from))).toBe("2024-03-01");
    const store = storeOf([
      event(1, { minute: from, day: localDay(from), hour: undefined, precision: "interval", span: 240 }),
      event(2, { minute: from }),
    ]);
    const hour = hourOfWeek(from);
    const answer = explore(store, EVERYTHING);
    expect(answer).toMatchObject({ total: 2, events: 2, spread: 1 });
    expect(answer.hours.slice(hour, hour + 4)).toEqual(Float64Array.of(1.25, 0.25, 0.25, 0.25));
    expect([...answer.days.counts]).toEqual([1.5, 0.5]);
    const friday = explore(store, { ...EVERYTHING, to: "2024-03-01" as Day });
    expect(friday).toMatchObject({ total: 1.5, events: 2, spread: 1 });
    expect(explore(store, { ...EVERYTHING, hours: [hour + 3] })).toMatchObject({ total: 0.25, events: 1 });
  });

  test("an interval that reaches into the days asked for is counted, in every chart, although it began before them", () => {
    const from = 28_488_780;
    const store = storeOf([
      event(1, { minute: from, day: localDay(from), hour: undefined, precision: "interval", span: 2880 }),
    ]);
    const later = { ...EVERYTHING, from: "2024-03-02" as Day, to: "2024-03-02" as Day };
    const answer = explore(store, later);
    expect(answer.events).toBe(1);
    expect(answer.total).toBeCloseTo(0.5, 9);
    const elsewhere = explore(store, { ...later, categories: ["other"] });
    expect(sum(elsewhere.categories)).toBeCloseTo(0.5, 9);
    expect(elsewhere.total).toBe(0);
  });

  test("what recurs has its hours and no day", () => {
    const store = storeOf([event(1, { minute: undefined, precision: "recurring", recurs: [140, 141] })]);
    const answer = explore(store, EVERYTHING);
    expect(answer).toMatchObject({ total: 1, undated: 1, spread: 0 });
    expect([answer.hours[140], answer.hours[141]]).toEqual([0.5, 0.5]);
    expect(explore(store, { ...EVERYTHING, hours: [141] }).total).toBe(0.5);
    expect(explore(store, { ...EVERYTHING, from: "2020-01-01" as Day }).total).toBe(0);
  });

  test("more than 256 categories, and categories that come mid-way, are categories like any other", () => {
    const store = storeOf(Array.from({ length: 600 }, (_, at) => event(at, { category: `kind ${at % 300}` })));
    expect(explore(store, { ...EVERYTHING, categories: ["kind 7", "kind 299"] }).total).toBe(4);
    addEvents(store, [event(1000, { category: "brand new", source: "radar" })]);
    expect(explore(store, { ...EVERYTHING, categories: ["brand new", "kind 7"] }).total).toBe(3);
    const narrow = storeOf([event(1)]);
    addEvents(
      narrow,
      Array.from({ length: 400 }, (_, at) => event(2 + at, { category: `kind ${at}` })),
    );
    expect(explore(narrow, { ...EVERYTHING, categories: ["traffic.speeding", "kind 399"] }).total).toBe(2);
  });

  test("every event at one place and one instant, a million or none beside it, is counted there", () => {
    const store = storeOf(Array.from({ length: 20_000 }, (_, key) => event(key)));
    const answer = explore(store, EVERYTHING, WINDOW);
    expect(Math.max(...answer.hours)).toBe(20_000);
    expect(Math.max(...answer.heat!)).toBe(20_000);
    expect(newest(store, EVERYTHING, 3).length).toBe(3);
  });

  test("parts add up: every chart of an open question holds the whole", () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const store = storeOf(events);
        const answer = explore(store, EVERYTHING, WINDOW);
        const whole = events.reduce((all, { count }) => all + count, 0);
        for (const part of [answer.total, sum(answer.categories), sum(answer.sources), sum(answer.areas)])
          expect(part).toBeCloseTo(whole, 6);
        expect(sum(answer.days.counts) + answer.undated).toBeCloseTo(whole, 6);
        expect(sum(answer.heat!) + answer.unplaced).toBeCloseTo(whole, 6);
        expect(sum(answer.hours) + answer.withoutHour).toBeLessThanOrEqual(whole + 1e-6);
      }),
      FEW,
    );
  });

  test("an answer is that of reading the events one by one", () => {
    fc.assert(
      fc.property(someEvents, someQuestion, (events, question) => {
        const plain = events.filter(({ precision }) => precision !== "interval" && precision !== "recurring");
        const store = storeOf(plain);
        const inside = (code: string | undefined, asked: string): boolean =>
          code !== undefined && (code === asked || inside(AREAS.find((area) => area.code === code)?.parent, asked));
        const chosen = plain.filter((one) => {
          const { where } = question;
          const point = one.granularity === "point" || one.granularity === "segment";
          if (where !== undefined && "area" in where && !inside(one.area, where.area)) return false;
          if (where !== undefined && "box" in where) {
            const [lon, lat] = [lonOf(one.x!), latOf(one.y!)];
            const { west, east, south, north } = where.box;
            if (!point || lon < west || lon > east || lat < south || lat > north) return false;
          }
          const day = one.day === undefined ? undefined : dayWritten(one.day);
          if (question.from !== undefined && (day === undefined || day < question.from)) return false;
          if (question.to !== undefined && (day === undefined || day > question.to)) return false;
          if (question.hours.length > 0 && (one.hour === undefined || !question.hours.includes(one.hour))) return false;
          if (question.categories.length > 0 && !question.categories.includes(one.category)) return false;
          if (question.sources.length > 0 && !question.sources.includes(one.source)) return false;
          return SHARINGS.indexOf(one.sharing) >= ["all", "shared", "public"].indexOf(question.sharing);
        });
        expect(explore(store, question).total).toBe(chosen.reduce((all, { count }) => all + count, 0));
        expect([...selectedRows(store, question)].length).toBe(chosen.length);
      }),
      FEW,
    );
  });

  test("what recurs on no day has its hours, and hides nothing that has a day and no hour", () => {
    const dayOnly = event(1, { hour: undefined });
    const recurring = event(2, { minute: undefined, precision: "recurring", recurs: [0] });
    const undated = event(3, { minute: undefined });
    const { total, withoutHour, hours } = explore(storeOf([dayOnly, recurring, undated]), EVERYTHING, WINDOW);
    expect({ total, withoutHour, midnights: hours[0] }).toEqual({ total: 3, withoutHour: 1, midnights: 1 });
  });

  test("threads that share the blocks of a shared store put the same answer together", () => {
    fc.assert(
      fc.property(someEvents, someQuestion, (events, question) => {
        // Enough of them for three blocks.
        const many = Array.from({ length: 9000 }, (_, key) => event(key + 200_000, { category: `c${key % 7}` }));
        const building = beginStore(AREAS);
        for (const one of [...events, ...many]) building.add(one);
        const store = building.finish({ shared: true });
        const other = openedIn(sharedOf(store), 1);
        const whole = wholeOf([
          explore(store, question, WINDOW, true, { from: 0, to: 1 }),
          explore(other, question, WINDOW, true, { from: 1, to: Infinity }),
        ]);
        expect(told(store, whole)).toEqual(told(store, explore(store, question, WINDOW)));
      }),
      { numRuns: 5 },
    );
  });

  test("it does not matter in which order a question is narrowed: all at once is what is left when each part has taken its own, one part after the other", () => {
    fc.assert(
      fc.property(someEvents, someQuestion, (events, question) => {
        const store = storeOf(events);
        const rows = (asked: Partial<EventQuestion>) => new Set(selectedRows(store, { ...EVERYTHING, ...asked }));
        const { where, from, to, hours, categories, sources, sharing } = question;
        // The days and the hours belong together: an interval may reach into either alone.
        const parts = [{ where }, { from, to, hours }, { categories }, { sources }, { sharing }].map(rows);
        const narrowed = (order: readonly Set<number>[]) =>
          order.reduce((left, part) => new Set([...left].filter((row) => part.has(row))));
        const whole = [...rows(question)].toSorted((a, b) => a - b);
        for (const order of [parts, parts.toReversed()])
          expect([...narrowed(order)].toSorted((a, b) => a - b)).toEqual(whole);
        const turned = {
          ...question,
          categories: categories.toReversed(),
          sources: sources.toReversed(),
          hours: hours.toReversed(),
        };
        expect([...rows(turned)]).toEqual([...rows(question)]);
      }),
      FEW,
    );
  });

  test("not linked, every chart adds up to the selection", () => {
    fc.assert(
      fc.property(someEvents, someQuestion, (events, question) => {
        const store = storeOf(events);
        const answer = explore(store, question, WINDOW, false);
        const { total } = explore(store, question);
        expect(answer.total).toBeCloseTo(total, 6);
        for (const part of [sum(answer.categories), sum(answer.sources), sum(answer.areas)])
          expect(part).toBeCloseTo(total, 6);
        expect(sum(answer.days.counts) + answer.undated).toBeCloseTo(total, 6);
      }),
      FEW,
    );
  });

  test("the loops in TypeScript and in SIMD are the same loops", () => {
    fc.assert(
      fc.property(someEvents, someQuestion, (events, question) => {
        const store = storeOf(events);
        const compiled = told(store, explore(store, question, WINDOW));
        store.selecting = selectingPlainly(store.memory);
        expect(told(store, explore(store, question, WINDOW))).toEqual(compiled);
      }),
      FEW,
    );
  });

  test("the order in which events come does not matter, nor whether they come at once, in two stores, or one by one", () => {
    fc.assert(
      fc.property(someEvents, someQuestion, fc.nat(), (events, question, cut) => {
        const asked = (store: EventStore) => told(store, explore(store, question, WINDOW));
        const whole = asked(storeOf(events));
        expect(asked(storeOf(events.toReversed()))).toEqual(whole);
        const [first, second] = [events.slice(0, cut % 40), events.slice(cut % 40)];
        expect(asked(merged([storeOf(first), storeOf(second)]))).toEqual(whole);
        const growing = storeOf(first);
        addEvents(growing, second);
        expect(asked(growing)).toEqual(whole);
        expect(asked(tidied(growing))).toEqual(whole);
      }),
      FEW,
    );
  });

  test("what is withdrawn is gone from every answer, and what is revised is as if it had always been so", () => {
    fc.assert(
      fc.property(someEvents, someEvents, someQuestion, (events, revisions, question) => {
        const asked = (store: EventStore) => told(store, explore(store, question, WINDOW));
        const keys = new Set(revisions.map(({ key }) => key));
        const store = storeOf(events);
        reviseEvents(store, revisions);
        expect(asked(store)).toEqual(asked(storeOf([...events.filter(({ key }) => !keys.has(key)), ...revisions])));
        const gone = withdrawEvents(store, new Set(revisions.slice(0, 5).map(({ key }) => key)));
        expect(gone).toBe(Math.min(revisions.length, 5));
        expect(asked(store)).toEqual(
          asked(storeOf([...events.filter(({ key }) => !keys.has(key)), ...revisions.slice(5)])),
        );
        expect(asked(tidied(store))).toEqual(asked(store));
      }),
      FEW,
    );
  });

  test("asks to be laid out anew when much has come or gone", () => {
    const store = storeOf([event(1)]);
    expect(isUntidy(store)).toBe(false);
    addEvents(
      store,
      Array.from({ length: 20_000 }, (_, at) => event(2 + at)),
    );
    expect(isUntidy(store)).toBe(true);
    expect(isUntidy(tidied(store))).toBe(false);
  });

  test("the newest come first, and what has no time last", () => {
    const store = storeOf([event(1, { minute: 100 }), event(2, { minute: undefined }), event(3, { minute: 300 })]);
    const keys = new Uint32Array(store.memory.buffer, store.columns.key.offset, 3);
    expect(newest(store, EVERYTHING, 9).map((row) => keys[row])).toEqual([3, 1, 2]);
    expect(newest(store, EVERYTHING, 1).map((row) => keys[row])).toEqual([3]);
  });
});

describe("a snapshot", () => {
  test("holds the whole store, its words and its ids", () => {
    fc.assert(
      fc.property(someEvents, someEvents, someQuestion, (events, more, question) => {
        const store = storeOf(events);
        reviseEvents(store, more);
        const ids = Uint8Array.from({ length: 48 }, (_, at) => at);
        for (const shared of [false, true]) {
          const loaded = storeFrom(snapshotOf(store, ids), shared);
          if (loaded.store === undefined) throw new Error(loaded.problem);
          expect(loaded.ids).toEqual(ids);
          expect(told(loaded.store, explore(loaded.store, question, WINDOW))).toEqual(
            told(store, explore(store, question, WINDOW)),
          );
        }
      }),
      FEW,
    );
  });

  test("says what is wrong with bytes that are none, cut short, changed or of another version", () => {
    const bytes = snapshotOf(storeOf([event(1), event(2)]));
    expect(storeFrom(new Uint8Array(0)).problem).toBe("cut-short");
    expect(storeFrom(new TextEncoder().encode("lon,lat,tid\n".repeat(9))).problem).toBe("not-a-snapshot");
    expect(storeFrom(bytes.slice(0, -1)).problem).toBe("cut-short");
    const changed = bytes.slice();
    changed[changed.length - 20]! ^= 1;
    expect(storeFrom(changed).problem).toBe("damaged");
    const later = bytes.slice();
    later[4] = 99;
    expect(storeFrom(later).problem).toBe("other-version");
    expect(storeFrom(new Uint8Array([0, 0, 0, ...bytes]).subarray(3)).problem).toBeUndefined();
  });
});
