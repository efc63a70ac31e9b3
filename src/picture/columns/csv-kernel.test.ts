// The kernel reads what the reader reads: the same blocks, words, problems and lines, whatever the bytes and wherever they are cut.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CSV_BLOCK_ROWS } from "./csv-block.ts";
import { type CsvOptions, csvReader } from "./csv-bytes.ts";
import { monthLengths } from "./csv-cells.ts";
import { BYTES_BEYOND, csvKernel } from "./csv-kernel.ts";
import { dayNumber, FIRST_YEAR, minuteOfWall, wallKind } from "./local-time.ts";

const COLUMN_NAMES = ["x", "y", "placed", "minute", "span", "precision", "category", "source", "line"] as const;
const COLUMNS = { lon: 0, lat: 1, time: 2, until: 3, category: 4, source: 6 };
const encoded = (text: string) => new TextEncoder().encode(text);

/** All that a reader says of these bytes, cut at these places. */
function said(bytes: Uint8Array, cuts: readonly number[], options: Partial<CsvOptions>, withKernel: boolean) {
  const blocks: number[][][] = [];
  const reader = csvReader(
    {
      columns: COLUMNS,
      heading: false,
      ...options,
      onBlock: (block) => void blocks.push(COLUMN_NAMES.map((name) => Array.from(block[name]))),
    },
    withKernel,
  );
  let from = 0;
  for (const cut of [...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length]) {
    reader.feed(bytes.subarray(from, cut));
    from = cut;
  }
  return { report: reader.end(), blocks, categories: reader.categories, sources: reader.sources };
}

const bothOf = (bytes: Uint8Array, cuts: readonly number[], options: Partial<CsvOptions> = {}) => ({
  kernel: said(bytes, cuts, options, true),
  plain: said(bytes, cuts, options, false),
});

const digits = fc.stringMatching(/^\d{0,17}$/);
const aNumber = fc.oneof(
  fc.double({ min: -200, max: 200, noNaN: true }).map(String),
  fc
    .tuple(fc.constantFrom("", "-", "+", " "), digits, fc.constantFrom("", ".", ","), digits)
    .map((parts) => parts.join("")),
  fc.tuple(fc.integer({ min: 10, max: 69 }), digits).map(([whole, more]) => `${whole}.${more}`),
);
const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, "0"));
const aDay = fc
  .tuple(fc.oneof(fc.integer({ min: 1898, max: 2102 }), fc.constant(2025)), two(13), two(32))
  .map((parts) => parts.join("-"));
const aMoment = fc
  .tuple(aDay, fc.constantFrom("T", " ", "t", ""), two(25), two(61), fc.constantFrom("", ":00", ":59.5", ":60", ":7"))
  .chain(([day, parting, hour, minute, second]) =>
    fc.constantFrom("", "Z", "z", "+01:00", " ").map((zone) => `${day}${parting}${hour}:${minute}${second}${zone}`),
  );
const aTime = fc.oneof(
  aDay,
  aMoment,
  fc.constantFrom("2025-03-30 02:30", "2025-10-26T02:30:00", "2025-10-26", "2024-02"),
);
const aWord = fc.oneof(
  fc.constantFrom(
    "klotter",
    "skadegörelse på klotterplank",
    "sixteen letters!",
    "sixteen letters?",
    "a",
    " a",
    "a\r",
    '"a"',
    '"a\nb"',
  ),
  fc.string({ maxLength: 20 }),
);
const orNothing = (cell: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 4, arbitrary: cell }, fc.constantFrom("", '"', " "));
const aRow = fc
  .tuple(aNumber, aNumber, orNothing(aTime), orNothing(aTime), aWord, orNothing(fc.string()), aWord)
  .chain((cells) => fc.constantFrom(",", ";", "\t").map((separator) => cells.join(separator)));
const plainRow = fc
  .tuple(fc.integer({ min: 10_000, max: 25_000 }), aTime, fc.constantFrom("klotter", "inbrott", "sixteen letters!"))
  .map(([place, time, word]) => `${place / 1000},60.${place},${time},,${word},,polisen`);
const aFile = fc
  .array(fc.tuple(fc.oneof(aRow, plainRow, plainRow), fc.constantFrom("\n", "\n", "\r\n", "\n\n", "\r")), {
    maxLength: 12,
  })
  .map((rows) => encoded(rows.flat().join("")));
const cutAnywhere = fc.array(fc.nat(400), { maxLength: 6 });

describe("with the kernel and without it the same is read", () => {
  test("of any rows, cut anywhere, with any common separator", () => {
    fc.assert(
      fc.property(aFile, cutAnywhere, fc.constantFrom(",", ",", ";", "\t"), (bytes, cuts, separator) => {
        const { kernel, plain } = bothOf(bytes, cuts, { separator });
        expect(kernel).toEqual(plain);
      }),
      { seed: 4180, numRuns: 300 },
    );
  });

  test("of any bytes", () => {
    const some = fc.constantFrom(...encoded('0123456789-.,,,\n\n\r"TZ: a'), 0, 0xc3, 0xff);
    fc.assert(
      fc.property(fc.array(some, { maxLength: 300 }), cutAnywhere, (bytes, cuts) => {
        const { kernel, plain } = bothOf(Uint8Array.from(bytes), cuts);
        expect(kernel).toEqual(plain);
      }),
      { seed: 43, numRuns: 150 },
    );
  });

  test("on every day that the Swedish clock changes, and at the calendar's ends", () => {
    const rows: string[] = [];
    const pad = (n: number) => String(n).padStart(2, "0");
    for (const [place, length] of monthLengths.entries()) {
      const [year, month] = [FIRST_YEAR + Math.floor(place / 12), (place % 12) + 1];
      for (let day = 1; day <= length; day++) {
        const midnight = dayNumber(year, month, day) * 1440;
        const edge = day === 1 && (month === 1 || length < 30);
        const changes =
          minuteOfWall(midnight + 1440) - minuteOfWall(midnight) !== 1440 || wallKind(midnight) !== "once";
        if (!edge && !changes) continue;
        for (const hour of [0, 1, 2, 3, 4, 12, 23])
          rows.push(`16,60,${year}-${pad(month)}-${pad(day)} ${pad(hour)}:30,,a,,b`);
      }
    }
    rows.push(
      "16,60,1899-12-31,,a,,b",
      "16,60,2101-01-01,,a,,b",
      "16,60,1900-02-29,,a,,b",
      "16,60,2100-12-31T23:59,,a,,b",
    );
    const { kernel, plain } = bothOf(encoded(rows.join("\n")), []);
    expect(kernel).toEqual(plain);
  });

  test("over the end of a block and of the memory, and of more words than it knows", () => {
    const rows = Array.from({ length: CSV_BLOCK_ROWS + 70 }, (_, i) => `16.5,60.5,2024-03-01,,ord ${i},x,polisen\n`);
    const cell = "x".repeat(1_500_000);
    const { kernel, plain } = bothOf(
      encoded(`${rows.slice(0, 100).join("")}16,60,,,a,${cell},b\n${rows.join("")}${rows.slice(0, 999).join("")}`),
      [700_001],
    );
    expect(kernel).toEqual(plain);
  });
});

test("the kernel itself reads common rows, and stops at the first that is not", () => {
  const kernel = csvKernel(",", 1000)!;
  kernel.setRoles(Uint8Array.of(1, 2, 3, 5));
  kernel.learn(0, encoded("klotter"), 7);
  const common = "17.12345,60.65432,2019-03-04T21:15Z,klotter\r\n".repeat(3);
  const bytes = encoded(`${common}17.1,60.6,2019-03-04,inbrott\n`);
  kernel.bytes().set(bytes);
  kernel.bytes().fill(10, bytes.length, bytes.length + BYTES_BEYOND);
  expect([kernel.read(0, bytes.length, 5, 9), kernel.rowsRead()]).toEqual([common.length, 3]);
  expect([...kernel.block().category.subarray(5, 8), ...kernel.block().line.subarray(5, 8)]).toEqual([
    7, 7, 7, 9, 10, 11,
  ]);
  expect(csvKernel("T", 1000)).toBeUndefined();
});
