import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CSV_BLOCK_ROWS } from "./csv-block.ts";
import { type CsvOptions, type CsvReport, csvReader, PROBLEMS_KEPT } from "./csv-bytes.ts";
import { NO_WORD, readNumber, readTime } from "./csv-cells.ts";
import { TIME_PRECISIONS } from "./event-store.ts";
import { UNDATED_MINUTE } from "./local-time.ts";
import { worldX, worldY } from "./world.ts";

const COLUMNS = { lon: "lon", lat: "lat", time: "time", category: "kind" } as const;
const HEADING = "lon,lat,time,kind\n";

type Row = {
  x: number | undefined;
  y: number | undefined;
  minute: string | undefined;
  span: number;
  precision: string;
  category: string | undefined;
  source: string | undefined;
  line: number;
};

/** The rows of a file fed in pieces of so many bytes, as one would write them down. */
function readAll(
  text: string | Uint8Array,
  options: Partial<CsvOptions> = {},
  piece = 1 << 20,
): { rows: Row[]; report: CsvReport } {
  const rows: Row[] = [];
  const word = (words: readonly string[], code: number) => (code === NO_WORD ? undefined : words[code]);
  const reader = csvReader({
    columns: COLUMNS,
    ...options,
    onBlock: (block) => {
      for (let i = 0; i < block.rows; i++) {
        const minute = block.minute[i]!;
        const placed = block.placed[i] === 1;
        rows.push({
          x: placed ? block.x[i] : undefined,
          y: placed ? block.y[i] : undefined,
          minute: minute === UNDATED_MINUTE ? undefined : new Date(minute * 60_000).toISOString().slice(0, 16),
          span: block.span[i]!,
          precision: TIME_PRECISIONS[block.precision[i]!]!,
          category: word(reader.categories, block.category[i]!),
          source: word(reader.sources, block.source[i]!),
          line: block.line[i]!,
        });
      }
    },
  });
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += piece) reader.feed(bytes.subarray(at, at + piece));
  return { rows, report: reader.end() };
}

const theft = {
  x: worldX(17.123456),
  y: worldY(60.654321),
  minute: "2019-03-04T21:15",
  span: 0,
  precision: "minute",
  category: "theft",
  source: undefined,
  line: 2,
};
const ROW = "17.123456,60.654321,2019-03-04T21:15:00Z,theft";

describe("a row", () => {
  test.each([
    ["is read", `${HEADING}${ROW}\n`],
    ["without a last line feed", `${HEADING}${ROW}`],
    ["with carriage returns", `${HEADING}${ROW}\n`.replaceAll("\n", "\r\n")],
    ["after a byte order mark", `\uFEFF${HEADING}${ROW}\n`],
    ["with every cell quoted", `"lon","lat","time","kind"\n"17.123456","60.654321","2019-03-04T21:15:00Z","theft"\n`],
    ["with spaces around its cells", `lon , lat,time,kind\n 17.123456 , 60.654321 , 2019-03-04T21:15:00Z , theft \n`],
    [
      "with columns nobody asked for",
      `id,lon,note,lat,time,kind,more\n1,17.123456,"a, b",60.654321,2019-03-04T21:15:00Z,theft,x\n`,
    ],
    ["under a heading in capitals", `LON,LAT,TIME,KIND\n${ROW}\n`],
    ["in exponents", `${HEADING}1.7123456e1,60654321E-6,2019-03-04T21:15:00Z,theft\n`],
    ["with many decimals", `${HEADING}17.12345600000000,+60.654321,2019-03-04T21:15:59.999Z,theft\n`],
    ["in Swedish wall time", `${HEADING}17.123456,60.654321,2019-03-04 22:15,theft\n`],
    ["in wall time with seconds", `${HEADING}17.123456,60.654321,2019-03-04T22:15:30,theft\n`],
    ["with an offset", `${HEADING}17.123456,60.654321,2019-03-04T16:15:00-05:00,theft\n`],
  ])("%s", (_, text) => {
    for (const piece of [1, 7, 1 << 20]) {
      const { rows, report } = readAll(text, {}, piece);
      expect([rows, report.problems]).toEqual([[theft], []]);
    }
  });

  test("with semicolons and decimal commas", () => {
    const text = "lon;lat;time;kind\n17,123456;60,654321;2019-03-04T21:15:00Z;theft\n";
    expect(readAll(text, { separator: ";" }).rows).toEqual([theft]);
  });

  test("with tabs, columns by number, and no heading", () => {
    const columns = { lat: 0, lon: 1, time: 2, category: 4, source: 3 };
    const text = "60.654321\t17.123456\t2019-03-04T21:15:00Z\tpolice\ttheft\n";
    expect(readAll(text, { separator: "\t", heading: false, columns }).rows).toEqual([
      { ...theft, source: "police", line: 1 },
    ]);
  });

  test("with separators, line feeds and doubled quotes in a quoted cell", () => {
    const text = `${HEADING}17.123456,60.654321,2019-03-04T21:15:00Z,"theft, ""big""\nand more"\n\n${ROW}\n`;
    expect(readAll(text, {}, 3).rows).toEqual([
      { ...theft, category: 'theft, "big"\nand more' },
      { ...theft, line: 5 },
    ]);
  });

  test("with an end is an interval", () => {
    const columns = { time: "from", until: "to" };
    expect(readAll("from,to\n2024-03-01 14:00,2024-03-01 16:30\n2024-03-01 14:00,\n", { columns }).rows).toMatchObject([
      { minute: "2024-03-01T13:00", span: 150, precision: "interval" },
      { minute: "2024-03-01T13:00", span: 0, precision: "minute" },
    ]);
  });

  test("has its hour from a column of its own where the time says the day only", () => {
    const columns = { time: "day", hour: "hour" };
    const text = "hour,day\n18,2024-03-01\n7:45,2024-07-01\n,2024-03-01\n9,2024-03-01 14:00\n3,\n";
    expect(readAll(text, { columns }).rows).toMatchObject([
      { minute: "2024-03-01T17:00", precision: "hour" },
      { minute: "2024-07-01T05:00", precision: "hour" },
      { minute: "2024-02-29T23:00", precision: "day" },
      { minute: "2024-03-01T13:00", precision: "minute" },
      { minute: undefined, precision: "unknown" },
    ]);
  });

  test.each([
    ["24", "not-an-hour", "2024-02-29T23:00"],
    ["kväll", "not-an-hour", "2024-02-29T23:00"],
  ])("keeps its day where %s is not an hour, which is told", (hour, wrong, minute) => {
    const { rows, report } = readAll(`day,hour\n2024-03-01,${hour}\n`, { columns: { time: "day", hour: "hour" } });
    expect(rows).toMatchObject([{ minute, precision: "day" }]);
    expect(report.problems).toEqual([{ line: 2, column: "hour", read: hour, wrong }]);
  });

  test("tells an hour that the clock skipped", () => {
    const { report } = readAll("day,hour\n2025-03-30,2\n", { columns: { time: "day", hour: "hour" } });
    expect(report.problems).toEqual([{ line: 2, column: "hour", read: "2", wrong: "missing-hour" }]);
  });

  test("that is empty in parts is neither placed, dated nor named, and nothing is wrong", () => {
    const { rows, report } = readAll(`${HEADING},,,\n`);
    expect(rows).toMatchObject([{ x: undefined, minute: undefined, precision: "unknown", category: undefined }]);
    expect(report).toEqual({ rows: 1, problems: [], wrong: {} });
  });
});

describe("what is wrong", () => {
  test.each([
    ["a word for a number", "north,60.6,2024-03-01,theft", "lon", "north", "not-a-number"],
    ["a latitude beyond the pole", "17.1,90.5,2024-03-01,theft", "lat", "90.5", "not-on-earth"],
    ["a longitude beyond the antimeridian", "197.1,60.5,2024-03-01,theft", "lon", "197.1", "not-on-earth"],
    ["a position off Yemen", "60.6,17.1,2024-03-01,theft", "lon", "60.6", "maybe-swapped"],
    ["a day that is not in the calendar", "17.1,60.6,2023-02-29,theft", "time", "2023-02-29", "not-a-day"],
    ["an hour that is not on the clock", "17.1,60.6,2023-02-28 25:00,theft", "time", "2023-02-28 25:00", "not-a-day"],
    ["a day in an order nobody told", "17.1,60.6,3/1/2024,theft", "time", "3/1/2024", "not-a-day"],
    ["the hour that spring skips", "17.1,60.6,2025-03-30 02:30,theft", "time", "2025-03-30 02:30", "missing-hour"],
    [
      "the hour that autumn repeats",
      "17.1,60.6,2025-10-26T02:30:00,theft",
      "time",
      "2025-10-26T02:30:00",
      "twice-hour",
    ],
    ["a row that is cut", "17.1,60.6,2024-03-01", "kind", "", "too-few-cells"],
    ["a quote that never ends", '17.1,60.6,2024-03-01,"theft', "kind", '"theft', "never-ending-quote"],
  ])("%s is told, and the row is kept", (_, row, column, read, wrong) => {
    for (const piece of [1, 1 << 20]) {
      const { rows, report } = readAll(`${HEADING}${row}`, {}, piece);
      expect(rows).toHaveLength(1);
      expect(report).toEqual({ rows: 1, problems: [{ line: 2, column, read, wrong }], wrong: { [wrong]: 1 } });
    }
  });

  test("leaves what can be read", () => {
    const { rows } = readAll(`${HEADING}north,60.6,2024-03-01,theft\n17.1,60.6,soon,fire\n`);
    expect(rows).toMatchObject([
      { x: undefined, minute: "2024-02-29T23:00", category: "theft" },
      { x: worldX(17.1), minute: undefined, category: "fire" },
    ]);
  });

  test("a stray quote swallows a mebibyte at most", () => {
    const after = `${ROW}\n`.repeat(30_000);
    const { rows, report } = readAll(`${HEADING}17.1,60.6,2024-03-01,"theft\n${after}`);
    expect([rows.length, report.wrong]).toEqual([30_001, { "never-ending-quote": 1 }]);
  });

  test("is kept a thousand times and counted always", () => {
    const { report } = readAll(HEADING + "x,60.6,2024-03-01,theft\n".repeat(PROBLEMS_KEPT + 5));
    expect([report.problems.length, report.wrong]).toEqual([PROBLEMS_KEPT, { "not-a-number": PROBLEMS_KEPT + 5 }]);
  });

  test("a row without an end is refused before it fills the memory", () => {
    for (const withKernel of [true, false]) {
      const reader = csvReader({ columns: COLUMNS, onBlock: () => undefined }, withKernel);
      const piece = new Uint8Array(2 ** 22).fill(97);
      expect(() => {
        for (let time = 0; time < 6; time++) reader.feed(piece);
      }).toThrow(RangeError);
    }
  });

  test("a column that is not there, and a separator that is none", () => {
    expect(() => readAll("a,b\n1,2\n")).toThrow(RangeError);
    expect(() => csvReader({ columns: COLUMNS, separator: "::", onBlock: () => {} })).toThrow(RangeError);
  });
});

test("a word that is cut after a carriage return within it is not learned by half", () => {
  const reader = csvReader({ columns: { category: 0 }, heading: false, onBlock: () => undefined });
  for (const piece of ["theft\r", "s\n"]) reader.feed(new TextEncoder().encode(piece));
  reader.end();
  expect(reader.categories).toEqual(["theft\rs"]);
});

test("blocks are full but for the last", () => {
  const sizes: number[] = [];
  const reader = csvReader({ columns: COLUMNS, onBlock: ({ rows }) => sizes.push(rows) });
  reader.feed(new TextEncoder().encode(HEADING + `${ROW}\n`.repeat(CSV_BLOCK_ROWS + 3)));
  expect(reader.end().rows).toBe(CSV_BLOCK_ROWS + 3);
  expect(sizes).toEqual([CSV_BLOCK_ROWS, 3]);
});

describe("any rows", () => {
  const degrees = (most: number) =>
    fc
      .tuple(fc.double({ min: -most, max: most, noNaN: true }), fc.integer({ min: 0, max: 9 }))
      .map(([n, digits]) => n.toFixed(digits));
  const aRow = fc.record({
    lon: degrees(53),
    lat: degrees(85),
    minute: fc.integer({ min: -1_000_000, max: 60_000_000 }),
    kind: fc.string({ maxLength: 9 }).map((text) => text.trim()),
  });

  test("are read as they were written, wherever they are cut", () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (written, piece) => {
        const lines = written.map(({ lon, lat, minute, kind }) => {
          const at = `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`;
          return `${lon},${lat},${at},"${kind.replaceAll('"', '""')}"\r\n`;
        });
        const { rows, report } = readAll(HEADING + lines.join(""), {}, piece);
        expect(report.wrong).toEqual({});
        expect(rows.map(({ x, y, minute, category }) => [x, y, minute, category])).toEqual(
          written.map(({ lon, lat, minute, kind }) => [
            worldX(Number(lon)),
            worldY(Number(lat)),
            new Date(minute * 60_000).toISOString().slice(0, 16),
            kind === "" ? undefined : kind,
          ]),
        );
      }),
      { seed: 4180, numRuns: 300 },
    );
  });
});

describe("cells", () => {
  test.each([
    ["2024-03", undefined, "2024-02-29T23:00", "month"],
    ["2024/3/1", undefined, "2024-02-29T23:00", "day"],
    ["3/1/2024", "month-first", "2024-02-29T23:00", "day"],
    ["1/3/2024 14.20", "day-first", "2024-03-01T13:20", "minute"],
    ["2024-03-01T14:20:00+0100", undefined, "2024-03-01T13:20", "minute"],
    ["2024-03-01 24:00", undefined, "2024-03-01T23:00", "minute"],
  ] as const)("%s (%s) is %s, to the %s", (text, order, instant, precision) => {
    const time = readTime(text, order)!;
    expect([new Date(time.minute * 60_000).toISOString().slice(0, 16), TIME_PRECISIONS[time.precision]]).toEqual([
      instant,
      precision,
    ]);
  });

  test.each(["13/1/2024", "2024-13-01", "2024-03T10:00", "2024-03-01T10:60", "yesterday", "2024"])(
    "%s is no day",
    (text) => expect(readTime(text, "month-first")).toBeUndefined(),
  );

  test.each([
    ["1,5", 1.5],
    ["−2.5", -2.5],
    ["1e-3", 0.001],
    ["1.000,5", Number.NaN],
    ["0x10", Number.NaN],
    [".", Number.NaN],
  ])("%s as a number is %d", (text, number) => expect(readNumber(text)).toBe(number));
});
