import { describe, expect, test } from "vitest";
import { by, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Instant } from "../../ground/time.ts";
import { instantOf } from "../../ground/time.ts";
import { claimedCause } from "./cause.ts";
import { compare, comparedIn, type Comparable, mayNameCause, moreThan } from "./comparison.ts";
import { landedFigures, layMeasurement, type LayingTo, type NewMeasured, recognised } from "./measured.ts";
import { ODD_TOLD } from "./meter.ts";
import { MOST_ROWS, peekMeter, readMeter } from "./meter-file.ts";
import type { Thread } from "./thread.ts";
import { sayDirection, sayRoad } from "./words.ts";

const thread: Thread = {
  id: "t",
  number: 14,
  ownerOrganisationId: "municipality",
  stretch: { kind: "area", name: "Bruksvägen" },
  complaints: 3,
  openedAt: "2026-04-01T09:00:00.000Z" as Instant,
  example: false,
  takenBack: [],
  roadKeeper: "municipality",
  limit: 30,
  state: "measuring",
};
/** A vehicle an hour from this moment, thirty-one to fifty in turn. */
const fileFrom = (start: string, hours = 169, speed: (hour: number) => string = (hour) => String(31 + (hour % 20))) =>
  new TextEncoder().encode(
    `Tid;Hastighet\n${Array.from({ length: hours }, (_, hour) => `${instantOf(Date.parse(start) + hour * 3_600_000).slice(0, 19)};${speed(hour)}`).join("\n")}\n`,
  );
const ORDINARY = "2026-09-07T00:00:00.000Z";
async function laying(bytes: Uint8Array, more: Partial<LayingTo> = {}, said: Partial<NewMeasured> = {}) {
  const peeked = await peekMeter(bytes);
  const mapping = said.mapping ?? peeked?.guess;
  const state: LayingTo = {
    partnershipId: PARTNERSHIP,
    thread,
    countyCode: "21",
    peeked,
    reading: mapping && (await readMeter(bytes, mapping)),
    fileHash: "a",
    earlier: [],
    meters: [],
    ...more,
  };
  const input: NewMeasured = {
    fileName: "v37.csv",
    meterName: "SR4 nr 2",
    method: "radar",
    mapping: mapping!,
    display: "dark",
    direction: "",
    schoolBreak: "as-usual",
    comparisonRoad: "",
    ...said,
  };
  return layMeasurement.decide(input, state, by(karin));
}

describe("a file that is laid to a thread", () => {
  test("of a road to compare with takes the thread no further, and has a limit of its own", async () => {
    const judged = { ...thread, state: "judged" as const, judgement: { kind: "partly" as const, sentence: "Hög." } };
    const road = { comparisonRoad: " Kyrkvägen ", comparisonLimit: 50 };
    const laid = must(await laying(fileFrom(ORDINARY), { thread: judged }, road));
    expect(laid.thread).toEqual(judged);
    expect(laid.measurement).toMatchObject({ comparisonRoad: "Kyrkvägen", summary: { limit: 50 } });
    const named = async (comparisonRoad: string) => why(await laying(fileFrom(ORDINARY), {}, { comparisonRoad }));
    expect(await named("bruksvägen")).toBe("road-is-the-stretch");
    expect(await named("Kyrkvägen 12")).toBe("doorstep");
    expect(await named("Där ABC 123 står")).toBe("plate-belongs-with-police");
  });

  test("keeps the first odd rows, however many there are, and counts them all", async () => {
    const odd = Array.from({ length: 5000 }, (_, row) => `i går vid ${row};${"x".repeat(200)}`).join("\n");
    const ordinary = new TextDecoder().decode(fileFrom(ORDINARY));
    const { measurement } = must(await laying(new TextEncoder().encode(`${ordinary}${odd}\n`)));
    expect(measurement.odd).toHaveLength(ODD_TOLD);
    expect(measurement.oddCount).toBe(5000);
    expect(Math.max(...measurement.odd.map(({ read }) => read.length))).toBeLessThanOrEqual(60);
    expect(measurement.summary.n).toBe(169);
  });

  test("with a direction for every vehicle tells the most driven, and how many more it names", async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, row) => `2026-09-07T00:00:00;40;${row % 2 === 0 ? "mot skolan" : `håll ${row} ${"y".repeat(100)}`}`,
    );
    const { measurement } = must(
      await laying(new TextEncoder().encode(`Tid;Hastighet;Riktning\n${rows.join("\n")}\n`)),
    );
    const { directions, otherDirections, n } = measurement.summary;
    expect(n).toBe(3000);
    expect(directions).toHaveLength(8);
    expect(directions.find(({ direction }) => direction === "mot skolan")?.n).toBe(1500);
    expect(otherDirections).toBe(1493);
    expect(JSON.stringify(measurement).length).toBeLessThan(20_000);
  });

  test("that reaches over centuries, or has more rows than any meter leaves, is refused at once", async () => {
    const centuries = fileFrom(ORDINARY, 20);
    const early = new TextEncoder().encode("1026-09-07T00:00:00;40\n");
    expect(why(await laying(Buffer.concat([centuries, early])))).toBe("measurement-too-long");
    const long = "2026-09-07T00:00:00;40\n".repeat(MOST_ROWS + 1);
    expect(why(await laying(new TextEncoder().encode(`Tid;Hastighet\n${long}`)))).toBe("meter-file-too-long");
  });

  test("is summed up, and the thread is measured", async () => {
    const { thread: after, measurement, meter, isNewMeter } = must(await laying(fileFrom(ORDINARY)));
    expect(after.state).toBe("measured");
    expect(measurement).toMatchObject({ summary: { n: 169, days: 7, limit: 30 }, flags: [] });
    expect(isNewMeter).toBe(true);
    expect(meter).toMatchObject({ name: "SR4 nr 2", lastUsedOn: "2026-11-24" });
    // 169 speeds, place 142.8 of the sorted: 31 … 39 stand nine times, 40 … 50 eight times; 47 from place 137 to 144.
    expect(landedFigures(measurement).v85).toMatchObject({ value: 47 });
  });

  test("of a meter that is known is known again, the one used last first", async () => {
    const bytes = fileFrom(ORDINARY);
    const first = must(await laying(bytes)).meter;
    const again = must(await laying(bytes, { meters: [first] }));
    expect(again).toMatchObject({ isNewMeter: false, meter: { id: first.id } });
    const peeked = (await peekMeter(bytes))!;
    const older = { ...first, id: "older", lastUsedOn: "2026-05-04" as typeof first.lastUsedOn };
    expect(recognised([older, first], peeked)?.id).toBe(first.id);
    expect(recognised([{ ...first, formatKey: "another" }], peeked)).toBeUndefined();
  });

  test.each<[string, string, number, Partial<NewMeasured>, readonly string[]]>([
    ["an ordinary week has no flag", ORDINARY, 169, {}, []],
    ["the sports break", "2026-02-23T00:00:00.000Z", 169, {}, ["school-break"]],
    ["unless there was none here", "2026-02-23T00:00:00.000Z", 169, { schoolBreak: "none" }, []],
    ["and one that only they know of", ORDINARY, 169, { schoolBreak: "yes" }, ["school-break"]],
    ["Ascension", "2026-05-11T00:00:00.000Z", 169, {}, ["holiday"]],
    ["a display that was lit", ORDINARY, 169, { display: "lit", method: "display" }, ["own-display"]],
    ["five days", ORDINARY, 121, {}, ["not-a-week"]],
  ])("is flagged: %s", async (_what, start, hours, said, expected) => {
    const { measurement } = must(await laying(fileFrom(start, hours), {}, said));
    expect(measurement.flags.map(({ kind }) => kind)).toEqual(expected);
  });

  test("is flagged where the meter stood still for half a day", async () => {
    const rows = new TextDecoder().decode(fileFrom(ORDINARY)).split("\n");
    const broken = new TextEncoder().encode([...rows.slice(0, 30), ...rows.slice(43)].join("\n"));
    expect(must(await laying(broken)).measurement.flags).toEqual([{ kind: "gap", hours: 14 }]);
  });

  test("is refused with what to do", async () => {
    const bytes = fileFrom(ORDINARY);
    const answered = { ...thread, state: "received" } as const;
    expect(why(await laying(bytes, { thread: answered }))).toBe("not-now");
    expect(why(await laying(bytes, { earlier: [{ fileHash: "a" }] }))).toBe("measured-already");
    expect(why(await laying(bytes, { peeked: undefined }))).toBe("not-a-meter-file");
    expect(why(await laying(bytes, {}, { meterName: "" }))).toBe("meter-name-needed");
    expect(why(await laying(bytes, {}, { meterName: "Annas, 070-123 45 67" }))).toBe("text-has-phone");
    expect(why(await laying(fileFrom(ORDINARY, 20, () => "")))).toBe("no-speeds");
    const mapping = must(await laying(bytes)).meter.mapping;
    const wrong = { ...mapping, rows: { kind: "vehicles" as const, speed: "Fart" } };
    expect(why(await laying(bytes, {}, { mapping: wrong }))).toBe("column-missing");
    const unread = { ...mapping, time: { column: "Tid", format: "dd/MM/yyyy" } };
    expect(why(await laying(bytes, {}, { mapping: unread }))).toBe("no-vehicles");
  });

  test("is laid by those whose thread it is", async () => {
    const state = { partnershipId: PARTNERSHIP, thread } as LayingTo;
    expect(layMeasurement.may(karin, {} as NewMeasured, state)).toBeUndefined();
    expect(layMeasurement.may(johan, {} as NewMeasured, state)?.why).toBe("not-yours");
  });
});

describe("two measurements", () => {
  const measured = (
    value: number,
    low: number | undefined,
    high: number | undefined,
    more: object = {},
  ): Comparable => ({
    summary: { n: 4812, limit: 30, kind: "vehicles", v85: { value, low, high }, ...more },
    direction: "",
    flags: [],
  });
  const before = measured(41, 40, 42);

  test("whose intervals do not touch differ for sure; the change has the ends both leave", () => {
    const comparison = compare(before, measured(36, 35, 37, { n: 4620 }));
    expect(comparison).toMatchObject({
      can: true,
      sure: true,
      leastVehicles: 4620,
      change: { value: -5, low: -7, high: -3 },
    });
  });

  test("whose intervals touch may be chance", () => {
    expect(compare(before, measured(40, 39, 40))).toMatchObject({ can: true, sure: false });
  });

  test.each<[string, Comparable, string]>([
    ["that one is flagged", { ...measured(36, 35, 37), flags: [{ kind: "own-display" }] }, "flagged"],
    ["of another direction", { ...measured(36, 35, 37), direction: "ut" }, "other-direction"],
    ["under another limit", measured(36, 35, 37, { limit: 40 }), "other-limit"],
    ["by bins and by vehicles", measured(36, 35, 37, { kind: "bins" }), "other-kind"],
    ["without a V85", measured(36, 35, 37, { v85: undefined }), "no-v85"],
    ["with too few to be sure of anything", measured(36, 35, undefined), "no-interval"],
  ])("are not compared: %s", (_why, after, expected) =>
    expect(compare(before, after)).toEqual({ can: false, because: expected }),
  );

  const taken = (from: string, ends: readonly [number, number, number], more: object = {}) => ({
    ...measured(...ends),
    summary: { ...measured(...ends).summary, from: `${from}T00:00:00.000Z`, directions: [] },
    ...more,
  });
  const stretch = [taken("2026-05-04", [41, 40, 42]), taken("2026-09-14", [36, 35, 37])];
  const onRoad = (from: string, ends: readonly [number, number, number], more: object = {}) =>
    taken(from, ends, { comparisonRoad: "Kyrkvägen", ...more });
  const beside = (...roads: readonly ReturnType<typeof taken>[]) => comparedIn([...stretch, ...roads])?.roads[0];

  test("say more beside a road where nothing was done, measured at the same two times", () => {
    const sure = beside(onRoad("2026-05-11", [44, 43.5, 44.5]), onRoad("2026-09-14", [43.8, 43.3, 44.3]));
    expect(sure).toMatchObject({ road: "Kyrkvägen", can: true, sure: true });
    expect(sayRoad(sure!, "sv")).toMatch(
      /^På Kyrkvägen, där inget gjordes, var V85 44 och 43,8 km\/h vid samma tider\. Sträckan sjönk 4,8 km\/h mer än så \(1,8–7,8\)\. Det talar för/,
    );
  });

  test("may be chance beside a road that changed as much, and then no cause is named", () => {
    const road = [onRoad("2026-05-04", [44, 43, 45]), onRoad("2026-09-14", [40, 39, 41])];
    expect(beside(...road)).toMatchObject({ can: true, sure: false });
    expect(sayRoad(beside(...road)!, "sv")).toMatch(/kan vara slump\. Vad förändringen beror på kan vi inte säga\.$/);
    expect(mayNameCause([...stretch, ...road])).toBe(false);
    expect(mayNameCause(stretch)).toBe(false);
    const steady = [onRoad("2026-05-04", [44, 43.5, 44.5]), onRoad("2026-09-14", [44, 43.5, 44.5])];
    expect(mayNameCause([...stretch, ...steady])).toBe(true);
    expect(claimedCause(sayRoad(beside(...steady)!, "sv"))).toBeUndefined();
    expect(claimedCause(sayRoad(beside(...steady)!, "en"))).toBeUndefined();
  });

  test.each<[string, ReturnType<typeof taken>[], string]>([
    [
      "measured in another season",
      [onRoad("2026-02-02", [44, 43, 45]), onRoad("2026-09-14", [44, 43, 45])],
      "other-time",
    ],
    [
      "with a lit display",
      [onRoad("2026-05-04", [44, 43, 45], { flags: [{ kind: "own-display" }] }), onRoad("2026-09-14", [44, 43, 45])],
      "flagged",
    ],
  ])("are not put beside a road %s", (_why, road, expected) =>
    expect(beside(...road)).toEqual({ road: "Kyrkvägen", can: false, because: expected }),
  );

  test("of a road measured once say nothing of it, and it is no measurement of the stretch", () => {
    expect(beside(onRoad("2026-05-04", [44, 43, 45]))).toBeUndefined();
    expect(comparedIn([stretch[0]!, onRoad("2026-09-14", [44, 43, 45])])).toBeUndefined();
  });

  test("tell the ways apart, each with its own interval", () => {
    const ways = (one: ReturnType<typeof taken>, towards: readonly [number, number, number]) => ({
      ...one,
      summary: {
        ...one.summary,
        directions: [
          { direction: "Mot skolan", n: 2400, v85: ends(towards) },
          { direction: "Från skolan", n: 2400, v85: ends([38, 37, 39]) },
        ],
      },
    });
    const ends = ([value, low, high]: readonly [number, number, number]) => ({ value, low, high });
    const both = comparedIn([ways(stretch[0]!, [44, 43, 45]), ways(stretch[1]!, [34, 33, 35])])!.directions;
    expect(both.map(({ direction, comparison }) => sayDirection(direction, comparison, "sv"))).toEqual([
      "Mot skolan: V85 sjönk från 44 till 34 km/h.",
      "Från skolan: V85 är 38 km/h, som förut.",
    ]);
  });

  test.each([
    [4812, 4500],
    [4500, 4000],
    [4501, 4500],
    [812, 800],
    [60, 50],
    [7, 0],
  ])("of %i vehicles are more than %i", (count, expected) => expect(moreThan(count)).toBe(expected));
});
