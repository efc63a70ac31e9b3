// PC-Axis files (.px), the form Nordic statistics have been handed about in since the eighties: keywords with values, then DATA. Texts go on over several
// lines, and every keyword may stand in several languages. DECIMALS, SHOWDECIMALS and PRECISION say how figures are shown, and change none of them.
import { type Day, readDay } from "../../ground/time.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { cellsOf, type Cube, type Dimension, MOST_CELLS, type Remark } from "./cube.ts";
import { readPeriod } from "./period.ts";
import { denseCells, keyedCells, type RowKeys } from "./px-data.ts";

export function isPx(text: string): boolean {
  return (
    /^[ \t]*(MATRIX|STUB|HEADING|AXIS-VERSION)(?:\s*\[\w+\])?\s*=/m.test(text.slice(0, 20_000)) &&
    /^[ \t]*DATA\s*=/m.test(text)
  );
}

/** KEYWORD[language]("which")=values, by `KEYWORD`, `KEYWORD("which")` and so on, each in every language. */
type Keywords = ReadonlyMap<string, readonly string[]>;

/** Refused as a whole: one too large, or one whose rows nobody can place. */
export type NoPx = "table-too-large" | "px-keys-unclear";

/** A table with more ways to divide its figures is none that anybody made. */
const MOST_VARIABLES = 50;

export function cubeOfPx(given: string): Result<Cube, Refusal<NoPx>> {
  const text = given.replace(/^\ufeff/, "");
  const { keywords, dataAt } = keywordsOf(text);
  if (dataAt === undefined) return no("table-too-large", { field: "file" });
  const base = keywords.get("LANGUAGE")?.[0] ?? "sv";
  const others = keywords.get("LANGUAGES") ?? [];
  const lang = base !== "sv" && others.includes("sv") ? "[sv]" : "";
  const said = (keyword: string, which?: string, language = lang) =>
    keywords.get(keyword + language + (which === undefined ? "" : `("${which}")`)) ?? [];
  /** In Swedish where the file has it, else in the language it is written in. */
  const best = (keyword: string) => (said(keyword).length > 0 ? said(keyword) : said(keyword, undefined, ""));
  const names = ["STUB", "HEADING"].flatMap((axis) => said(axis, undefined, ""));
  if (names.length > MOST_VARIABLES) return no("table-too-large", { field: "file" });
  const swedish = ["STUB", "HEADING"].flatMap((axis) => said(axis));
  const contents = [...best("CONTVARIABLE"), ...said("CONTVARIABLE", undefined, "")];
  const variables = names.map((name, place) => {
    const label = swedish.length === names.length ? (swedish[place] ?? name) : name;
    const of = (keyword: string) => (said(keyword, label).length > 0 ? said(keyword, label) : said(keyword, name, ""));
    const values = of("VALUES");
    const codes = of("CODES").length === values.length ? of("CODES") : values;
    return { name, label, of, values, codes, texts: [values, said("VALUES", name, "")] };
  });
  const dimensions = variables.map(({ name, label, of, values, codes }): Dimension => {
    const times = timesIn(of("TIMEVAL"));
    const isTime = times.length > 0 || of("VARIABLE-TYPE")[0] === "T";
    const isPlace = of("VARIABLE-TYPE")[0] === "G" || of("MAP").length > 0;
    const isContents = contents.includes(label) || contents.includes(name);
    return {
      code: of("VARIABLECODE")[0] ?? name,
      label,
      role: isTime ? "time" : isContents ? "metric" : isPlace ? "geo" : "other",
      categories: values.map((value, at) => {
        const code = codes[at] ?? value;
        const isRead = readPeriod(code) !== undefined || readPeriod(value) !== undefined;
        // TIMEVAL says in the format's own way what "andra kvartalet 2024" is.
        const time = isRead || times.length !== values.length ? undefined : times[at];
        return {
          code: time ?? code,
          label: value,
          unit: said("UNITS", value)[0],
          refPeriod: said("REFPERIOD", value)[0],
        };
      }),
    };
  });
  const count = cellsOf({ dimensions });
  if (dimensions.length === 0 || count === 0 || count > MOST_CELLS) return no("table-too-large", { field: "file" });
  const data = text.slice(dataAt);
  const meanings = new Map(
    [1, 2, 3, 4, 5, 6].flatMap((dots) => best(`DATASYMBOL${dots}`).map((means) => [".".repeat(dots), means] as const)),
  );
  const keys = keysOf(keywords, variables.slice(0, said("STUB", undefined, "").length));
  if (keys === undefined) return no("px-keys-unclear", { field: "file" });
  const rows = keys.reduce((product, { size }) => product * size, 1);
  const line = text.slice(0, dataAt).split("\n").length;
  const read =
    keys.length > 0
      ? keyedCells(data, { line, keys, width: count / rows }, meanings)
      : denseCells(data, count, meanings);
  const { everywhere, remarks } = remarksIn(keywords, lang, variables);
  const zeroRows =
    read.leftOut > 0 ? ["Filen utelämnar rader som bara har nollor; de läses som 0, så som formatet säger."] : [];
  return yes({
    id: keywords.get("TABLEID")?.[0] ?? keywords.get("MATRIX")?.[0] ?? "",
    title: best("TITLE")[0] ?? best("DESCRIPTION")[0] ?? "",
    contents: best("CONTENTS")[0] ?? "",
    unit: best("UNITS")[0] ?? "",
    refPeriod: best("REFPERIOD")[0] ?? "",
    source: best("SOURCE")[0] ?? "",
    updated: updatedIn(keywords),
    copyright: { YES: true, NO: false }[keywords.get("COPYRIGHT")?.[0] ?? ""],
    notes: [...[...best("NOTE"), ...best("NOTEX"), ...everywhere].map(plainNote), ...zeroRows],
    remarks,
    dimensions,
    ...read,
  });
}

type Variable = {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly codes: readonly string[];
  /** What its values are called, in Swedish and in the file's first language. */
  readonly texts: readonly (readonly string[])[];
};

/** What rows are called, for each variable of the stub: none in a file without KEYS, undefined where they do not name all of the stub. */
function keysOf(keywords: Keywords, stub: readonly Variable[]): RowKeys | undefined {
  if (![...keywords.keys()].some((keyword) => /^KEYS[[(]/.test(keyword))) return [];
  const keys = stub.flatMap(({ name, codes, texts: [, values = []] }) => {
    const from = keywords.get(`KEYS("${name}")`)?.[0]?.toUpperCase();
    const called = from === "CODES" ? codes : from === "VALUES" ? values : [];
    const places = new Map(called.map((key, place) => [key, place]));
    // Two rows that are called the same cannot be told apart.
    return places.size === called.length && called.length > 0 ? [places] : [];
  });
  return stub.length > 0 && keys.length === stub.length ? keys : undefined;
}

/** "TLIST(A1),"2023","2024"" and "TLIST(M1,"202401"-"202412")" as periods are written elsewhere: "2023", "2024M01". Half-years and weeks are told as they stand. */
function timesIn(timeval: readonly string[]): readonly string[] {
  const scale = /^TLIST\(\s*([AHQMW])1/i.exec(timeval[0] ?? "")?.[1]?.toUpperCase();
  if (scale === undefined) return [];
  const given = timeval.slice(1).filter((one) => /\d{4}/.test(one));
  const [first = "", last = ""] = given;
  const times = timeval.includes("-") && given.length === 2 ? between(first, last, scale) : given;
  const mark = { Q: "K", M: "M" }[scale] ?? "";
  return times.map((time) => (/^\d{5,6}$/.test(time) ? `${time.slice(0, 4)}${mark}${time.slice(4)}` : time));
}

/** Every time from the first to the last, as TIMEVAL writes them. */
function between(first: string, last: string, scale: string): readonly string[] {
  const parts = { A: 1, H: 2, Q: 4, M: 12 }[scale];
  if (parts === undefined) return [];
  const numberOf = (time: string) =>
    Number(time.slice(0, 4)) * parts + Math.max(0, Number(time.slice(4).replace(/\D/g, "")) - 1);
  const length = Math.min(5000, Math.max(0, numberOf(last) - numberOf(first) + 1));
  return Array.from({ length }, (_, at) => {
    const number = numberOf(first) + at;
    const part = parts === 1 ? "" : String((number % parts) + 1).padStart(parts === 12 ? 2 : 1, "0");
    return `${Math.floor(number / parts)}${part}`;
  });
}

const plainNote = (note: string) => note.replaceAll(/#+/g, " ").trim();

/** More remarks than these nobody reads beside a figure. */
const MOST_REMARKS = 500;

/** VALUENOTE and CELLNOTE, with or without the X that says they must be shown: each by the values it is about. */
function remarksIn(
  keywords: Keywords,
  lang: string,
  variables: readonly Variable[],
): { readonly everywhere: readonly string[]; readonly remarks: readonly Remark[] } {
  const places = variables.map(({ texts }) => placesOf(texts));
  const everywhere: string[] = [];
  const remarks: Remark[] = [];
  for (const [keyword, notes] of keywords) {
    const [, kind, language = "", which = ""] = /^(VALUE|CELL)NOTEX?(\[\w+\])?\((.*)\)$/s.exec(keyword) ?? [];
    if (
      kind === undefined ||
      (language !== lang && (language !== "" || keywords.has(keyword.replace("(", `${lang}(`))))
    )
      continue;
    const named = [...which.matchAll(/"([^"]*)"/g)].map(([, one = ""]) => one);
    const of =
      kind === "CELL"
        ? named.map((value, at) => ({ at, value }))
        : [
            {
              at: variables.findIndex(({ name, label }) => named[0] === name || named[0] === label),
              value: named[1] ?? "",
            },
          ];
    const about = of.flatMap(({ at, value }) => {
      if (value === "*") return [];
      return [{ dimension: at, category: places[at]?.get(value) ?? -1 }];
    });
    const text = plainNote(notes.join(" "));
    if (about.length === 0) everywhere.push(text);
    else if (about.every(({ category }) => category >= 0) && remarks.length < MOST_REMARKS)
      remarks.push({ about, text });
  }
  return { everywhere, remarks };
}

/** Where each value stands, by what it is called: in Swedish first, and where two are called the same the first of them. */
function placesOf(texts: Variable["texts"]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const values of texts)
    for (const [place, value] of values.entries()) if (!places.has(value)) places.set(value, place);
  return places;
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
      keyword.toUpperCase() + language.toLowerCase() + which.replaceAll(/(?<!\s)\s*,\s*/g, ","),
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
