import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

const textOf = (rows: readonly (readonly (string | number)[])[]) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(csvOf(rows));

test("Excel opens it in Swedish: a mark first, semicolons, whole lines", () =>
  expect(
    textOf([
      ["Nr", "Plats"],
      [1, "Åmot"],
    ]),
  ).toBe("\uFEFFNr;Plats\r\n1;Åmot\r\n"));

test.each(["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1"])("«%s» is shown and not carried out", (text) =>
  expect(textOf([[text]])).toMatch(/^\uFEFF"?'/),
);

test("law: what is read back is what was written, with a mark before what looks like a command", () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
      const read = parse(Buffer.from(csvOf(rows)), { delimiter: ";", bom: true, recordDelimiter: "\r\n" });
      const told = (text: string) => (/^[\t\r\n ]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);
      expect(read).toEqual(rows.map((row) => row.map(told)));
    }),
  ));
