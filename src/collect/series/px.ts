// PC-Axis files (.px), the form Nordic statistics have been handed about in since the eighties: keywords with values, then DATA. Texts go on over several
// lines, every keyword may stand in several languages, and the letters are Windows's, UTF-8 or, where CHARSET is missing, those of DOS. A dash is none.
import { type Day, readDay } from "../../ground/time.ts";
import { type Cell, cellsOf, type Cube, type Dimension, MOST_CELLS } from "./cube.ts";

/** The upper half of code page 437 as far as 850 has the same letters: what DOS wrote Swedish with. */
const DOS_LETTERS = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£ØáíóúñÑ";
/** Two signs that no word is written with stand between Ø and á. */
const DOS = new Map([...DOS_LETTERS].map((letter, place) => [0x80 + (place < 30 ? place : place + 2), letter]));

/** The text of a .px file, whichever letters it was written with. */
export function textOfPx(bytes: Uint8Array): string {
  const plain = new TextDecoder("windows-1252").decode(bytes);
  const start = plain.slice(0, 2000);
  const page = /CODEPAGE\s*=\s*"([^"]*)"/i.exec(start)?.[1]?.toLowerCase() ?? "";
  if (bytes[0] === 0xef || page.startsWith("utf-8") || isUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes);
  const isDos = !/CHARSET\s*=\s*"?ANSI/i.test(start) || /^(ibm|cp)?(437|850)$/.test(page);
  return isDos ? dosText(bytes) : plain;
}

function isUtf8(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte > 0x7f)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function dosText(bytes: Uint8Array): string {
  // The lower half is the same in both.
  return new TextDecoder("latin1")
    .decode(bytes)
    .replaceAll(/[^\0-\x7f]/g, (_, at: number) => DOS.get(bytes[at]!) ?? "?");
}

export function isPx(text: string): boolean {
  return (
    /^[ \t]*(MATRIX|STUB|HEADING|AXIS-VERSION)(?:\s*\[\w+\])?\s*=/m.test(text.slice(0, 20_000)) &&
    /^[ \t]*DATA\s*=/m.test(text)
  );
}

/** KEYWORD[language]("which")=values, by `KEYWORD`, `KEYWORD("which")` and so on, each in every language. */
type Keywords = ReadonlyMap<string, readonly string[]>;

/** Whether its rows begin with keys and leave out those that hold nothing: then a figure's place says nothing of what it is. */
export function isKeyedPx(text: string): boolean {
  return /^[ \t]*KEYS(?:\s*\[\w+\])?\s*\(/m.test(text);
}

/** Undefined where it is no table after all, or one too large. */
export function cubeOfPx(given: string): Cube | undefined {
  const text = given.replace(/^\ufeff/, "");
  const { keywords, dataAt } = keywordsOf(text);
  if (dataAt === undefined) return undefined;
  const base = keywords.get("LANGUAGE")?.[0] ?? "sv";
  const others = keywords.get("LANGUAGES") ?? [];
  const lang = base !== "sv" && others.includes("sv") ? "[sv]" : "";
  const said = (keyword: string, which?: string, language = lang) =>
    keywords.get(keyword + language + (which === undefined ? "" : `("${which}")`)) ?? [];
  /** In Swedish where the file has it, else in the language it is written in. */
  const best = (keyword: string) => (said(keyword).length > 0 ? said(keyword) : said(keyword, undefined, ""));
  const names = ["STUB", "HEADING"].flatMap((axis) => said(axis, undefined, ""));
  const swedish = ["STUB", "HEADING"].flatMap((axis) => said(axis));
  const contents = [...best("CONTVARIABLE"), ...said("CONTVARIABLE", undefined, "")];
  const dimensions = names.map((name, place): Dimension => {
    const label = swedish.length === names.length ? (swedish[place] ?? name) : name;
    const of = (keyword: string) => (said(keyword, label).length > 0 ? said(keyword, label) : said(keyword, name, ""));
    const labels = of("VALUES");
    const codes = of("CODES").length === labels.length ? of("CODES") : labels;
    const isTime = of("TIMEVAL").length > 0 || of("VARIABLE-TYPE")[0] === "T";
    const isPlace = of("VARIABLE-TYPE")[0] === "G" || of("MAP").length > 0;
    return {
      code: of("VARIABLECODE")[0] ?? name,
      label,
      role: isTime
        ? "time"
        : contents.includes(label) || contents.includes(name)
          ? "metric"
          : isPlace
            ? "geo"
            : "other",
      categories: labels.map((value, at) => ({
        code: codes[at] ?? value,
        label: value,
        unit: said("UNITS", value)[0],
      })),
    };
  });
  const count = cellsOf({ dimensions });
  if (dimensions.length === 0 || count === 0 || count > MOST_CELLS) return undefined;
  return {
    id: keywords.get("TABLEID")?.[0] ?? keywords.get("MATRIX")?.[0] ?? "",
    contents: best("CONTENTS")[0] ?? "",
    unit: best("UNITS")[0] ?? "",
    source: best("SOURCE")[0] ?? "",
    updated: updatedIn(keywords),
    copyright: { YES: true, NO: false }[keywords.get("COPYRIGHT")?.[0] ?? ""],
    notes: best("NOTE").map((note) => note.replaceAll("#", " ").trim()),
    dimensions,
    cells: cellsIn(text.slice(dataAt), count),
  };
}

/** Every statement before DATA. A text that goes on after a line break without a comma between is one text. */
function keywordsOf(text: string): { readonly keywords: Keywords; readonly dataAt: number | undefined } {
  const keywords = new Map<string, readonly string[]>();
  // Blanks stand in one place of each part only: with two beside each other a file of blanks is tried in as many ways as it is long.
  const head = /\s*([A-Z][A-Z0-9-]*)(?:\s*(\[\w+\]))?(?:\s*(\("[^"]*"(?:\s*,\s*"[^"]*")*\)))?\s*=/giy;
  let at = 0;
  for (;;) {
    head.lastIndex = at;
    const found = head.exec(text);
    if (found === null) return { keywords, dataAt: undefined };
    const [, keyword = "", language = "", which = ""] = found;
    if (keyword.toUpperCase() === "DATA") return { keywords, dataAt: head.lastIndex };
    const end = endOf(text, head.lastIndex);
    keywords.set(
      keyword.toUpperCase() + language.toLowerCase() + which.replaceAll(/\s*,\s*/g, ","),
      valuesIn(text.slice(head.lastIndex, end)),
    );
    at = end + 1;
  }
}

/** The semicolon that ends a statement: the first that stands outside quotation marks. */
function endOf(text: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ";" && !isQuoted) return at;
  }
  return text.length;
}

function valuesIn(statement: string): readonly string[] {
  const values: string[] = [];
  let joins = false;
  for (const [token, quoted] of statement.matchAll(/"([^"]*)"|,|[^\s,"]+/g)) {
    if (token === ",") joins = false;
    else if (quoted !== undefined && joins) values.push((values.pop() ?? "") + quoted);
    else values.push(quoted ?? token);
    if (token !== ",") joins = quoted !== undefined;
  }
  return values;
}

/** LAST-UPDATED of the latest of the contents, else the day the file was made: "20230525 15:42". */
function updatedIn(keywords: Keywords): Day | undefined {
  const days = [...keywords]
    .filter(([keyword]) => keyword.startsWith("LAST-UPDATED"))
    .flatMap(([, [value = ""]]) => dayIn(value) ?? [])
    .toSorted();
  return days.at(-1) ?? dayIn(keywords.get("CREATION-DATE")?.[0] ?? "");
}

function dayIn(value: string): Day | undefined {
  return readDay(value.replace(/^(\d{4})(\d{2})(\d{2}).*$/, "$1-$2-$3"));
}

function cellsIn(data: string, count: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (const [token, quoted] of data.matchAll(/"([^"]*)"|[^\s,;"]+|;/g)) {
    if (token === ";" || cells.length > count) break;
    const plain = quoted ?? token;
    const number = Number(plain);
    cells.push(plain === "-" ? 0 : plain !== "" && Number.isFinite(number) ? number : plain);
  }
  return cells;
}
