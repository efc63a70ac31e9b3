// Brå's "Indikatorer för kommuners lägesbild": one workbook a municipality (domain.md 8.3). Offences lie in sheets 2 to 15, in that order; sheets whose
// name ends in "-NTU" hold answers of the safety survey, two years pooled. First a title, then a heading of years, then a row for the municipality, its
// county and the country. The order of sheets is Brå's and may change, so a sheet is believed only where its words agree with its place.
import { readArea } from "./area.ts";
import { figure, gathering, type Gathering, noFigure, numberIn, type Sex } from "./found.ts";
import { type Period, readPeriod } from "./period.ts";

export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

type Offence = { readonly name: string; readonly sex: Sex; readonly says: RegExp };
const offence = (name: string, says: RegExp, sex: Sex = "all"): Offence => ({ name, sex, says });
/** By their place in the workbook; the first sheet says what the others are. */
const OFFENCES: readonly Offence[] = [
  offence("Skadegörelse", /skadegör/i),
  offence("Narkotikabrott", /narkot/i),
  offence("Våld utomhus mot vuxna", /våld|misshandel/i),
  offence("Våld i nära relation", /våld|relation|misshandel/i, "women"),
  offence("Våld i nära relation", /våld|relation|misshandel/i, "men"),
  offence("Våld inomhus mot barn", /våld|misshandel|barn|flick/i, "women"),
  offence("Våld utomhus mot barn", /våld|misshandel|barn|flick/i, "women"),
  offence("Våld inomhus mot barn", /våld|misshandel|barn|pojk/i, "men"),
  offence("Våld utomhus mot barn", /våld|misshandel|barn|pojk/i, "men"),
  offence("Personrån mot unga", /rån/i),
  offence("Stöld", /stöld|tillgrepp/i),
  offence("Bilbrott", /bil|fordon/i),
  offence("Bostadsinbrott", /inbrott/i),
  offence("Trafikbrott", /trafik/i),
];
const NTU = /[-–_ ]NTU$/i;
/** Nobody looks further down than this for the heading. */
const TOP_ROWS = 8;

export function isBraIndicators(sheets: readonly Sheet[]): boolean {
  return sheets.some(({ name }) => NTU.test(name.trim()));
}

export function readBraIndicators(sheets: readonly Sheet[]): ReturnType<Gathering["done"]> {
  const gathered = gathering();
  for (const [place, sheet] of sheets.entries()) {
    if (NTU.test(sheet.name.trim())) readSurvey(gathered, sheet);
    else if (place > 0) readOffences(gathered, sheet, OFFENCES[place - 1]);
  }
  return gathered.done();
}

function readOffences(gathered: Gathering, sheet: Sheet, offence: Offence | undefined): void {
  const words = [sheet.name, ...sheet.rows.slice(0, TOP_ROWS).flat()].join(" ");
  const says = /\p{L}{3}/u.test(sheet.name) ? sheet.name : words;
  if (offence === undefined || !(offence.says.test(says) || offence.says.test(words)))
    return gathered.problem(1, sheet.name, "a-known-sheet", sheet.name);
  const { name, sex } = offence;
  readSheet(gathered, sheet, (column) => {
    return isRate(column)
      ? { key: `${name}|100000`, name, sex, unit: "anmälda brott per 100 000 invånare", caveat: "" }
      : { key: name, name, sex, unit: "anmälda brott", caveat: "" };
  });
}

function readSurvey(gathered: Gathering, sheet: Sheet): void {
  const name = sheet.name.trim().replace(NTU, "").replaceAll("_", "/");
  const title = sheet.rows.flat().find((cell) => cell.length > name.length && /NTU|andel/i.test(cell)) ?? "";
  const caveat = ["Ett urval har svarat, i små kommuner få. Åren läggs ihop för att räcka till.", title.trim()];
  readSheet(gathered, sheet, () => ({
    key: `ntu|${name}`,
    name: `${name} (NTU)`,
    sex: "all",
    unit: "procent av befolkningen 16–84 år",
    caveat: caveat.filter((sentence) => sentence !== "").join(" "),
  }));
}

type Described = {
  readonly key: string;
  readonly name: string;
  readonly sex: Sex;
  readonly unit: string;
  readonly caveat: string;
};

function readSheet(gathered: Gathering, sheet: Sheet, describe: (column: string) => Described): void {
  const headed = headingOf(sheet.rows);
  if (headed === undefined)
    return gathered.problem(1, sheet.rows[1]?.join(" ").trim() ?? "", "a-heading-with-years", sheet.name);
  for (const [place, row] of sheet.rows.entries()) {
    if (place < headed.firstRow) continue;
    const label = unmarked(row[0] ?? "");
    const filled = headed.columns.filter(({ at }) => (row[at] ?? "").trim() !== "");
    // Sources and remarks stand below the figures, with nothing beside them.
    if (label === "" || filled.length === 0) continue;
    const area = readArea({ name: label });
    if (area.kind === "area") {
      gathered.problem(place + 1, label, "an-area", sheet.name);
      continue;
    }
    const counts = new Map(
      headed.columns.flatMap(({ at, period, words }) =>
        isRate(words) ? [] : [[period.from, numberIn(row[at] ?? "")] as const],
      ),
    );
    for (const { at, period, words } of headed.columns) {
      const text = (row[at] ?? "").trim();
      const number = numberIn(text);
      if (number === undefined && !/^[.…–x-]*$/i.test(text)) {
        gathered.problem(place + 1, text, "a-figure", `${sheet.name}, ${words.trim()}`);
        continue;
      }
      const n = isRate(words) ? counts.get(period.from) : undefined;
      const standing = /prel/i.test(words) ? "preliminary" : "final";
      const value =
        number === undefined || number < 0
          ? noFigure(text, standing)
          : figure(number, { standing, ...(n === undefined ? {} : { n }) });
      gathered.add(place + 1, { ...describe(words), area, partOf: undefined, breaks: [] }, period, value);
    }
  }
}

/** The mark of a footnote is no part of a name: "Ockelbo*", "Hela landet 1)". */
function unmarked(label: string): string {
  return label
    .trim()
    .replace(/(?:(?<!\*)\*+|(?<![¹²³])[¹²³]+|\d\))$/u, "")
    .trimEnd();
}

/** "2023 Antal per 100 000", also with the blank that does not break. */
function isRate(words: string): boolean {
  return /100\s?000/.test(words.replaceAll("\u00a0", " "));
}

type Headed = {
  readonly firstRow: number;
  readonly columns: readonly { readonly at: number; readonly period: Period; readonly words: string }[];
};

/** The first row with years in two columns or more; a row of "Antal" and "Antal per 100 000" under merged years is part of it. */
function headingOf(rows: readonly (readonly string[])[]): Headed | undefined {
  const yearIn = (cell: string) => /(?:19|20)\d{2}(?:\s?[/–-]\s?(?:19|20)\d{2})?/.exec(cell)?.[0];
  const isHeading = (row: readonly string[]) => row.slice(1).filter((cell) => yearIn(cell) !== undefined).length > 1;
  const at = rows.slice(0, TOP_ROWS).findIndex(isHeading);
  const heading = rows[at];
  if (heading === undefined) return undefined;
  const below = rows[at + 1] ?? [];
  const hasSecond = (below[0] ?? "").trim() === "" && below.some((cell) => /antal|andel|procent/i.test(cell));
  const width = Math.max(heading.length, hasSecond ? below.length : 0);
  // What stands in a merged cell stands in the first of those it was made of.
  let over = "";
  const columns = Array.from({ length: width }, (_, place) => place).flatMap((place) => {
    if (place === 0) return [];
    const own = heading[place] ?? "";
    if (!hasSecond || own.trim() !== "") over = own;
    const year = yearIn(over);
    const period = year === undefined ? undefined : readPeriod(year);
    const words = `${over} ${hasSecond ? (below[place] ?? "") : ""}`;
    return period === undefined ? [] : [{ at: place, period, words }];
  });
  return { firstRow: at + (hasSecond ? 2 : 1), columns };
}
