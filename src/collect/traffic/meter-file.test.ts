import { describe, expect, test } from "vitest";
import { ends, ENDS_TEST_MS } from "../../../test/ends.ts";
import type { Separator } from "../imports/text-rows.ts";
import { binsOf, plainClock } from "./meter.ts";
import { peekMeter, readMeter } from "./meter-file.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
async function readAll(text: string | Uint8Array) {
  const bytes = typeof text === "string" ? bytesOf(text) : text;
  const { guess } = (await peekMeter(bytes))!;
  return { guess: guess!, ...(await readMeter(bytes, guess!)) };
}

describe("a file of vehicles", () => {
  const heading = (separator: Separator) => ["Datum och tid", "Hastighet (km/h)", "Riktning"].join(separator);

  test.each<[string, string, string]>([
    [
      "with semicolons and decimal comma",
      `${heading(";")}\n2026-05-04 07:12:05;41,5;1\n2026-05-04 07:12:09;38;2\n`,
      "yyyy-MM-dd HH:mm:ss",
    ],
    [
      "with tabs",
      `${heading("\t")}\n2026-05-04 07:12:05\t41,5\t1\n2026-05-04 07:12:09\t38\t2\n`,
      "yyyy-MM-dd HH:mm:ss",
    ],
    [
      "with commas and decimal point",
      `${heading(",")}\n2026-05-04T07:12:05.120,41.5,1\n2026-05-04T07:12:09.900,38,2\n`,
      "yyyy-MM-dd HH:mm:ss",
    ],
    [
      "with day first",
      `${heading(";")}\n04/05/2026 07:12:05;41,5;1\n04/05/2026 07:12:09;38;2\n`,
      "dd/MM/yyyy HH:mm:ss",
    ],
    [
      "with month first, where no day could be",
      `${heading(";")}\n05/04/2026 7:12:05 AM;41,5;1\n05/14/2026 7:12:09 AM;38;2\n`,
      "MM/dd/yyyy HH:mm:ss",
    ],
    [
      "with the name of the month",
      `${heading(";")}\n4 maj 2026 07:12:05;41,5;1\n4 maj 2026 07:12:09;38;2\n`,
      "dd MM yyyy HH:mm:ss",
    ],
    ["with six digits", `${heading(";")}\n260504 07.12.05;41,5;1\n260504 07.12.09;38;2\n`, "yyMMdd HH.mm.ss"],
    [
      "with the meter's own lines above",
      `Mätare;SR4\nPlats;Kyrkvägen\nGräns;30\n\n${heading(";")}\n2026-05-04 07:12:05;41,5;1\n2026-05-04 07:12:09;38;2\n2026-05-04 07:12:19;38;2\n2026-05-04 07:12:29;38;2\n`,
      "yyyy-MM-dd HH:mm:ss",
    ],
  ])("%s is understood", async (_how, text, format) => {
    const { guess, measured, odd } = await readAll(text);
    expect(guess.time.format).toBe(format);
    expect(odd).toEqual([]);
    if (measured.kind !== "vehicles") throw new Error("counts");
    expect(measured.passages[0]).toEqual({ at: "2026-05-04T05:12:05.000Z", speed: 41.5, direction: "1" });
    expect(measured.passages[1]).toMatchObject({ speed: 38, direction: "2" });
  });

  test("with day and clock apart, in Windows-1252", async () => {
    const text = "Datum;Klockslag;Hastighet;Körriktning\n2026-05-04;07:12;41;från skolan\n";
    const bytes = Uint8Array.from(text, (letter) => letter.codePointAt(0)!);
    const { measured, guess } = await readAll(bytes);
    expect(guess.time).toEqual({ column: "Datum", clockColumn: "Klockslag", format: "yyyy-MM-dd HH:mm" });
    expect(measured).toMatchObject({ passages: [{ at: "2026-05-04T05:12:00.000Z", direction: "från skolan" }] });
  });

  test("rows without a speed are kept as vehicles; impossible speeds and rows without time are told by line", async () => {
    const rows = ["2026-05-04 07:12;41", "2026-05-04 07:13;", "2026-05-04 07:14;255", "2026-05-04 07:15;0", "Summa;4"];
    const { measured, odd, rows: count } = await readAll(`Tid;Hastighet\n${rows.join("\n")}\n`);
    expect(measured).toMatchObject({
      passages: [{ speed: 41 }, { speed: undefined }, { speed: undefined }, { speed: undefined }],
    });
    expect(odd).toEqual([
      { line: 4, what: "impossible-speed", read: "255" },
      { line: 5, what: "impossible-speed", read: "0" },
      { line: 6, what: "no-time", read: "Summa 4" },
    ]);
    expect(count).toBe(5);
  });
});

describe("a file of counts", () => {
  test("by speed and hour is understood, in both directions", async () => {
    const { guess, measured, odd } = await readAll(
      "Starttid;Riktning;Antal;0-19;20-29;30-39;40-49;50+\n" +
        "2026-05-04 07:00;in;10;0;2;5;3;0\n2026-05-04 07:00;ut;9;0;1;6;2;\n" +
        "2026-05-04 08:00;in;11;0;2;5;3;1\n2026-05-04 08:00;ut;x;0;1;6;två;0\n",
    );
    expect(guess.rows).toMatchObject({ kind: "bins", minutes: 60 });
    if (measured.kind !== "bins") throw new Error("vehicles");
    expect(measured.bins.map(({ from, to }) => [from, to])).toEqual([
      [0, 20],
      [20, 30],
      [30, 40],
      [40, 50],
      [50, undefined],
    ]);
    expect(measured.rows.map(({ counts }) => counts)).toEqual([
      [0, 2, 5, 3, 0],
      [0, 1, 6, 2, 0],
      [0, 2, 5, 3, 1],
    ]);
    expect(odd).toMatchObject([{ line: 5, what: "no-count" }]);
  });

  test.each<[string, readonly string[], readonly (readonly [number, number | undefined])[]]>([
    [
      "that meet",
      ["30-40", "40-50", ">50"],
      [
        [30, 40],
        [40, 50],
        [50, undefined],
      ],
    ],
    [
      "of whole kilometres",
      ["31–40 km/h", "41–50 km/h"],
      [
        [31, 41],
        [41, 50],
      ],
    ],
    [
      "open at both ends",
      ["<30", "30 - 49", "50 och över"],
      [
        [0, 30],
        [30, 50],
        [50, undefined],
      ],
    ],
    ["that are none", ["Tid", "Antal", "112"], []],
  ])("bins %s", (_which, heading, bins) => expect(binsOf(heading).map(({ from, to }) => [from, to])).toEqual(bins));
});

describe("what is not a meter's file", () => {
  test.each<[string, string]>([
    ["a letter", "Hej!\nFarten på Kyrkvägen är för hög.\n"],
    ["nothing", ""],
    ["numbers without names", "1;2;3\n4;5;6\n"],
  ])("%s has no heading", async (_what, text) => expect(await peekMeter(bytesOf(text))).toBeUndefined());

  test("a table of something else is shown, and nothing is guessed", async () => {
    const peeked = await peekMeter(bytesOf("Namn;Färg\nBil;röd\nBuss;blå\n"));
    expect(peeked).toMatchObject({ heading: ["Namn", "Färg"], guess: undefined });
  });
});

test.each([
  ["5/4/2026 12:05:00 AM", "5/4/2026 0:05:00"],
  ["5/4/2026 12:05 PM", "5/4/2026 12:05"],
  ["2026-05-04T07:12:05,123", "2026-05-04 07:12:05"],
  ["4 Oct 2026 07:12", "4 10 2026 07:12"],
  ["04-maj-2026 07:12", "04-5-2026 07:12"],
])("the clock %s is read as %s", (text, plain) => expect(plainClock(text)).toBe(plain));

test(
  "a heading of nothing but blanks between figures is no bin, and is come to the end of",
  () => {
    for (const heading of [`1+${" ".repeat(1_000_000)}1`, `hast${" ".repeat(1_000_000)}1-x`])
      expect(ends(() => binsOf([heading, "0-30"])).map(({ column }) => column)).toEqual(["0-30"]);
  },
  ENDS_TEST_MS,
);
