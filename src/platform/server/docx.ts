// Files for a word processor (.docx, Office Open XML: ECMA-376): headings that are headings, tables whose heads are heads and whose captions are tied to them, the language and the title said, so that
// a screen reader reads the file as it reads the page. Only what a written paper needs; the same blocks and day give the same bytes.
import { strToU8, zipSync } from "fflate";
import { type Block, sharesOf, type Written } from "../../ground/block.ts";
import type { Lang } from "../../ground/words.ts";

/** The day is in the file's own properties; in the package every part has the same. */
const ALWAYS = new Date(2000, 0, 1);
const LANGS: Readonly<Record<Lang, string>> = { sv: "sv-SE", en: "en-GB" };
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/** A4 with 22 mm around, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1247 };
const WIDTH = PAGE.width - 2 * PAGE.margin;

export function docxOf(written: Written): Uint8Array<ArrayBuffer> {
  const parts = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations([
      [`${OFFICE}/relationships/officeDocument`, "word/document.xml"],
      [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": properties(written),
    "word/document.xml": part("document", body(written)),
    "word/styles.xml": part("styles", styles(LANGS[written.lang])),
    "word/numbering.xml": part("numbering", BULLETS),
    "word/settings.xml": part("settings", settings(LANGS[written.lang])),
    "word/footer1.xml": part("ftr", foot(written.footer)),
    "word/_rels/document.xml.rels": relations(
      ["styles", "numbering", "settings", "footer"].map((name) => [
        `${OFFICE}/relationships/${name}`,
        name === "footer" ? "footer1.xml" : `${name}.xml`,
      ]),
    ),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]));
  return new Uint8Array(zipSync(files, { mtime: ALWAYS }));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const part = (name: string, inner: string) =>
  `<w:${name} xmlns:w="${MAIN}" xmlns:r="${OFFICE}/relationships">${inner}</w:${name}>`;

/** What a person wrote is text and never markup; what XML cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const run = (text: string, more = "") =>
  `<w:r>${more}${text
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join("<w:br/>")}</w:r>`;
const paragraph = (style: string, text: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;

function body({ title, blocks }: Written): string {
  const { width, height, margin } = PAGE;
  return `<w:body>${paragraph("Heading1", title)}${blocks.map(drawn).join("")}<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body>`;
}

function drawn(block: Block): string {
  switch (block.kind) {
    case "heading":
      // The title is the first level.
      return paragraph(`Heading${block.level}`, block.text);
    case "paragraph":
      return paragraph("Normal", block.text);
    case "list":
      return block.items.map((item) => paragraph("ListBullet", item)).join("");
    case "blank":
      return paragraph("Blank", block.text);
    case "table":
      return table(block);
  }
}

function table(block: Extract<Block, { kind: "table" }>): string {
  const { caption, heads, rows } = block;
  const shares = sharesOf(block);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((WIDTH * share) / all));
  const line = (cells: readonly string[], style: string, properties: string) =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells
      .map(
        (text, place) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[place] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(style, text)}</w:tc>`,
      )
      .join("")}</w:tr>`;
  return [
    paragraph("Caption", caption),
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${escaped(caption)}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
    line(heads, "TableHead", "<w:tblHeader/>"),
    ...rows.map((row) => line(row, "TableText", "")),
    // A table that ends right before another would be one table.
    `</w:tbl>${paragraph("TableText", "")}`,
  ].join("");
}

function styles(lang: string): string {
  const style = (id: string, name: string, paragraphs: string, letters: string, more = "") =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}${more}<w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
  const heading = (level: 1 | 2 | 3, size: number) =>
    style(
      `Heading${level}`,
      `heading ${level}`,
      `<w:keepNext/><w:spacing w:before="${{ 1: 0, 2: 320, 3: 220 }[level]}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
      `<w:b/><w:sz w:val="${size}"/>`,
    );
  const edge = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="8A8A8A"/>`;
  return [
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/><w:sz w:val="22"/><w:lang w:val="${lang}" w:eastAsia="${lang}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    style("Normal", "Normal", "", ""),
    heading(1, 36),
    heading(2, 28),
    heading(3, 24),
    style("ListBullet", "List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="40"/>', ""),
    style("Caption", "caption", '<w:keepNext/><w:spacing w:before="160" w:after="60"/>', '<w:b/><w:sz w:val="20"/>'),
    style("TableText", "Table Text", '<w:spacing w:after="20"/>', '<w:sz w:val="19"/>'),
    style("TableHead", "Table Head", '<w:keepNext/><w:spacing w:after="20"/>', '<w:b/><w:sz w:val="19"/>'),
    style(
      "Blank",
      "Blank Line",
      '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="000000"/></w:pBdr><w:spacing w:before="720"/><w:ind w:right="4500"/>',
      '<w:sz w:val="20"/>',
    ),
    style(
      "Footer",
      "footer",
      `<w:tabs><w:tab w:val="right" w:pos="${WIDTH}"/></w:tabs><w:spacing w:after="0"/>`,
      '<w:sz w:val="17"/>',
    ),
    `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${["top", "bottom", "insideH"].map(edge).join("")}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
  ].join("");
}

const BULLETS =
  '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

const settings = (lang: string) =>
  `<w:displayBackgroundShape/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${lang}"/>`;

/** «3», the page's own number, after a tab. */
const foot = (text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(text)}<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`;

const properties = ({ title, lang, at }: Written) =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Samsyn</dc:creator><dc:language>${LANGS[lang]}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`;

const relations = (all: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

function contentTypes(): string {
  const over = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
    over("/word/document.xml", `${TYPES}.document.main+xml`),
    ...["styles", "numbering", "settings"].map((name) => over(`/word/${name}.xml`, `${TYPES}.${name}+xml`)),
    over("/word/footer1.xml", `${TYPES}.footer+xml`),
    over("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    "</Types>",
  ].join("");
}
