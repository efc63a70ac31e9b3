import { expect, test } from "vitest";
import type { Instant } from "../../ground/time.ts";
import { qrSvg } from "./qr.ts";
import { pdfOf } from "./typst.ts";

const AT = "2026-12-01T17:00:00.000Z" as Instant;
const page = (body: string) => `#set document(title: data.title)\n#set text(lang: "sv")\n${body}`;
const textOf = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1");

test("the same page is the same bytes, and another time is another file", () => {
  const paper = { markup: page("= #data.title"), data: { title: "Åmot" }, at: AT };
  const first = pdfOf(paper);
  expect(textOf(first)).toMatch(/^%PDF-1[.]7/);
  expect(Buffer.compare(pdfOf(paper), first)).toBe(0);
  expect(Buffer.compare(pdfOf({ ...paper, at: "2026-12-02T17:00:00.000Z" as Instant }), first)).not.toBe(0);
});

test("says what it is to a screen reader: tagged, in a language, with a title, by the rules of PDF/UA-1", () => {
  const pdf = textOf(pdfOf({ markup: page("= #data.title"), data: { title: "Protokoll" }, at: AT }));
  for (const sign of ["/StructTreeRoot", "/MarkInfo", "/Lang", "pdfuaid:part"]) expect(pdf).toContain(sign);
});

test("is refused without a title, and with a picture that has no words", () => {
  expect(() => pdfOf({ markup: "= x", data: {}, at: AT })).toThrow(/could not be set|title/);
  const silent = page('= x\n#image(bytes(data.svg), format: "svg")');
  expect(() => pdfOf({ markup: silent, data: { title: "x", svg: qrSvg("https://example.se/") }, at: AT })).toThrow(
    /alt|alternative/,
  );
});

test.each(["#panic()", "*[{$\\", "😀 مرحبا", "Ærø é ő ł"])("what a person wrote is never a command: %s", (text) =>
  expect(
    pdfOf({ markup: page("= #data.title\n#data.text"), data: { title: "x", text }, at: AT }).length,
  ).toBeGreaterThan(1000),
);

test("a square is black on white with a quiet edge", () => {
  const svg = qrSvg("https://example.se/lyssna/ockelbo/blad-amot-2026?blad=2");
  expect(svg).toMatch(/^<svg[^>]*viewBox/);
  expect(svg).toContain("white");
});
