// Makes small workbooks for tests: as Excel packs them, from the XML of each part.
import { deflateRawSync } from "node:zlib";

type Part = { readonly name: string; readonly text: string };

/** A zip of these parts, deflated. `said` changes what the directory says of sizes and flags. */
export function zipOf(
  parts: readonly Part[],
  said: { readonly flags?: number; readonly entries?: number } = {},
): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text } of parts) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(said.flags ?? 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(plain.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    local.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(said.entries ?? parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...local, list, end]));
}

/** What a cell is given as: a text, a number, a truth, nothing, or its own XML. */
type Given = string | number | boolean | undefined | { readonly xml: string };
export type GivenSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Given[])[];
  readonly state?: string;
  /** Cells that are one: "A1:E1". What stands in them stands in the first. */
  readonly merged?: readonly string[];
};

/** A workbook of these sheets. Texts are shared, as Excel shares them; style 1 is a day, 2 a day and a clock, 3 a clock, 4 hours worked. */
export function workbookOf(
  sheets: readonly GivenSheet[],
  { book = "", extra = [] }: { readonly book?: string; readonly extra?: readonly Part[] } = {},
): Uint8Array {
  const texts: string[] = [];
  const shared = (text: string) => {
    if (!texts.includes(text)) texts.push(text);
    return texts.indexOf(text);
  };
  const cell = (given: Given, place: string) => {
    if (given === undefined) return "";
    if (typeof given === "object") return given.xml.replace("<c", `<c r="${place}"`);
    if (typeof given === "boolean") return `<c r="${place}" t="b"><v>${given ? 1 : 0}</v></c>`;
    if (typeof given === "number") return `<c r="${place}"><v>${given}</v></c>`;
    return `<c r="${place}" t="s"><v>${shared(given)}</v></c>`;
  };
  const sheetXml = ({ rows, merged = [] }: GivenSheet) =>
    `${XML}<worksheet ${MAIN}><sheetData>${rows
      .map((cells, row) =>
        cells.length === 0
          ? ""
          : `<row r="${row + 1}">${cells.map((given, column) => cell(given, `${letters(column)}${row + 1}`)).join("")}</row>`,
      )
      .join("")}</sheetData>${
      merged.length === 0
        ? ""
        : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
    }</worksheet>`;
  const parts = sheets.map((sheet, place) => ({ name: `xl/worksheets/sheet${place + 1}.xml`, text: sheetXml(sheet) }));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (all: readonly string[]) =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
  return zipOf([
    { name: "_rels/.rels", text: relations([relation("rId1", "officeDocument", "xl/workbook.xml")]) },
    {
      name: "xl/workbook.xml",
      text: `${XML}<workbook ${MAIN} xmlns:r="urn:r">${book}<sheets>${sheets
        .map(
          ({ name, state }, place) =>
            `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="s${place + 1}"${state === undefined ? "" : ` state="${state}"`}/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: relations([
        ...sheets.map((_sheet, place) => relation(`s${place + 1}`, "worksheet", `worksheets/sheet${place + 1}.xml`)),
        relation("rStyles", "styles", "styles.xml"),
        relation("rTexts", "sharedStrings", "/xl/sharedStrings.xml"),
      ]),
    },
    {
      name: "xl/styles.xml",
      text: `${XML}<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="[$-41D]d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0.00&quot; dygn&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
    },
    {
      name: "xl/sharedStrings.xml",
      text: `${XML}<sst ${MAIN}>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    },
    ...parts,
    ...extra,
  ]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
