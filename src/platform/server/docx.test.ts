import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { Block } from "../../ground/block.ts";
import type { Instant } from "../../ground/time.ts";
import { docxOf } from "./docx.ts";

const BLOCKS: readonly Block[] = [
  { kind: "heading", level: 2, text: "Ärendet" },
  { kind: "paragraph", text: "1 < 2 & «x» \u0007</w:t>" },
  { kind: "list", items: ["ett", "två"] },
  {
    kind: "table",
    caption: 'Vad "allt" gav',
    heads: ["Vad", "Gjort"],
    rows: [["Kontroller", "11 av 12\nHela tiden: 21"]],
  },
  { kind: "blank", text: "Namn och datum" },
];
const written = { title: "Rapport & svar", footer: "fot", at: "2026-11-24T09:00:00.000Z" as Instant, blocks: BLOCKS };
const partsOf = (lang: "sv" | "en") => {
  const files = unzipSync(docxOf({ ...written, lang }));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
};

/** The texts of a part, read by a parser that throws at what is not well formed. */
function textsIn(xml: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("text", (text) => {
    if (text.trim() !== "") texts.push(text);
  });
  parser.write(xml).close();
  return texts;
}

test("every part is well-formed XML, and what a person wrote is text in it and never markup", () => {
  const parts = partsOf("sv");
  for (const xml of Object.values(parts)) expect(() => textsIn(xml)).not.toThrow();
  expect(textsIn(parts["word/document.xml"]!)).toEqual([
    "Rapport & svar",
    "Ärendet",
    "1 < 2 & «x» </w:t>",
    "ett",
    "två",
    'Vad "allt" gav',
    "Vad",
    "Gjort",
    "Kontroller",
    "11 av 12",
    "Hela tiden: 21",
    "Namn och datum",
  ]);
});

test("it says its language, its title and which row of a table is its head", () => {
  const [swedish, english] = [partsOf("sv"), partsOf("en")];
  expect(swedish["word/styles.xml"]).toContain('<w:lang w:val="sv-SE"');
  expect(english["word/styles.xml"]).toContain('<w:lang w:val="en-GB"');
  expect(textsIn(swedish["docProps/core.xml"]!)).toContain("Rapport & svar");
  expect(swedish["word/document.xml"]).toContain("<w:tblHeader/>");
  expect(swedish["word/document.xml"]).toContain('<w:tblCaption w:val="Vad &quot;allt&quot; gav"/>');
});
