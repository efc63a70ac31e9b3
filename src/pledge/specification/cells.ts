// How one value is written in one cell of the table, and read back: text, numbers, yes and no, days, lists, places, parties, sources.
import { municipalityNamed } from "../../ground/municipalities.ts";
import type { Place } from "../../ground/place.ts";
import { readSaidDay, type Content, type Exception, type SaidDay } from "../document.ts";
import type { Fate, FormerItem } from "../renewal/formerly.ts";
import type { FaultKind } from "./fault.ts";

export type ReadCell = { readonly value: unknown } | { readonly fault: FaultKind; readonly expected?: string };
export type Cell = {
  readonly write: (value: never) => string;
  readonly read: (cell: string) => ReadCell;
  /** The words there are to choose among, each with the word of the JSON form. */
  readonly choices?: Readonly<Record<string, string>>;
};

export const textCell: Cell = {
  write: (value: string) => value,
  read: (value) => ({ value }),
};

/** «1 000», «2,5»: as they are written in Sweden. A point is read as a decimal sign, except where it may as well part thousands. */
export const numberCell: Cell = {
  write: (value: number) => String(value).replace(".", ","),
  read: (cell) => {
    const tight = cell.replaceAll(/[\s\u00a0\u202f](?=\d{3}(?:\D|$))/g, "");
    if (!/^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(tight) || /^-?\d{1,3}[.]\d{3}$/.test(tight))
      return { fault: "not-a-number" };
    return { value: Number(tight.replace(",", ".")) };
  },
};

export const yesNoCell: Cell = {
  write: (value: boolean) => (value ? "ja" : "nej"),
  read: (cell) => {
    const said = cell.toLowerCase();
    if (["ja", "j", "true", "1", "yes"].includes(said)) return { value: true };
    return ["nej", "n", "false", "0", "no"].includes(said) ? { value: false } : { fault: "not-yes-or-no" };
  },
};

/** One of several, in Swedish; the word of the JSON form is read as well. */
export function choiceCell(words: Readonly<Record<string, string>>): Cell {
  return {
    choices: words,
    write: (value: string) => words[value] ?? value,
    read: (cell) => {
      const said = cell.toLowerCase();
      const found = Object.entries(words).find(([code, word]) => code === said || word.toLowerCase() === said);
      return found === undefined
        ? { fault: "not-one-of", expected: Object.values(words).join(", ") }
        : { value: found[0] };
    },
  };
}

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/** A day as it is said in Swedish: a year, «2019-02», «31 december 2024», «okt 2018», «20240131», «31/12 2024»; else only what was said. */
function readSwedishDay(said: string, end: boolean): SaidDay {
  const inWords = /^(?:(\d{1,2})\s+)?(\p{L}{3})\p{L}*[.]?\s+(\d{4})$/u.exec(said);
  const inDigits = /^(\d{1,2})[/.](\d{1,2})[/. -](\d{4})$/.exec(said);
  const tight = /^(\d{4})(\d{2})(\d{2})$/.exec(said);
  const two = (part: string | number) => String(part).padStart(2, "0");
  let written = said;
  if (inWords !== null) {
    const month = MONTHS.indexOf(inWords[2]!.toLowerCase()) + 1;
    if (month > 0) written = `${inWords[3]}-${two(month)}${inWords[1] === undefined ? "" : `-${two(inWords[1])}`}`;
  } else if (inDigits !== null) written = `${inDigits[3]}-${two(inDigits[2]!)}-${two(inDigits[1]!)}`;
  else if (tight !== null) written = `${tight[1]}-${tight[2]}-${tight[3]}`;
  const { on } = readSaidDay(written, end);
  return on === undefined ? { said } : { said, on };
}

const MARKED_DAY = /^(.*?)\s*\[(\?|\d{4}-\d{2}-\d{2})\]$/su;
/** What was said, and in brackets the day it means where the words alone do not tell: «hösten 2015 [2015-12-31]», «2019 [?]». */
export function saidDayCell(end: boolean): Cell {
  return {
    write: ({ said, on }: SaidDay) => {
      const isPlain = readSwedishDay(said, end).on === on && !/\[[^\]]*\]$/.test(said);
      return isPlain ? said : `${said} [${on ?? "?"}]`;
    },
    read: (cell) => {
      const [, said, day] = MARKED_DAY.exec(cell) ?? [];
      if (said === undefined || day === undefined) return { value: readSwedishDay(cell, end) };
      return { value: day === "?" ? { said } : { said, on: day } };
    },
  };
}

const written = (text: string, marks: string) =>
  [...text].map((letter) => (letter === "\\" || marks.includes(letter) ? `\\${letter}` : letter)).join("");

/** The parts between a mark that no backslash stands before; the backslashes of other marks are left for the next to read. */
function parted(text: string, mark: string): string[] {
  const parts = [""];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === "\\" && at + 1 < text.length) parts[parts.length - 1] += letter + text[++at]!;
    else if (letter === mark) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
const plain = (text: string) => text.replaceAll(/\\([\s\S])/gu, "$1");

/** Several in one cell with | between. A | that belongs to the words is written \|, a backslash \\. */
export function listCell(item: {
  readonly write: (value: never) => string;
  readonly read: (text: string) => unknown;
}): Cell {
  return {
    write: (values: readonly never[]) => values.map(item.write).join(" | "),
    read: (cell) => ({
      value: parted(cell, "|")
        .filter((part) => part !== "")
        .map(item.read),
    }),
  };
}

export const textItem = { write: (text: string) => written(text, "|"), read: plain };

const STANDINGS = { municipality: "kommunen", police: "polisen", third: "annan" } as const;
type Party = Content["parties"][number];
/** «kommunen: Ockelbo kommun» as whose it is and the rest; whose is undefined where no such word stands first. */
function standingIn(said: string): readonly [standing: Party["standing"] | undefined, rest: string] {
  for (const [standing, word] of Object.entries(STANDINGS))
    if (said.toLowerCase().startsWith(`${word}:`))
      return [standing as Party["standing"], said.slice(word.length + 1).trim()];
  return [undefined, said];
}
/** «kommunen: Ockelbo kommun»; without the word before the colon the name itself tells. */
export const partyItem = {
  write: ({ standing, name }: Party) => `${STANDINGS[standing]}: ${written(name, "|")}`,
  read: (text: string): Party => {
    const [standing, said] = standingIn(plain(text));
    if (standing !== undefined) return { standing, name: said };
    if (/polis/i.test(said)) return { standing: "police", name: said };
    return { standing: /kommun|stad$/i.test(said) ? "municipality" : "third", name: said };
  },
};

/** What is said of one thing, with ~ between: «Rubrik ~ https://… ~ 2026-11-24». What is missing is left empty, and at the end left out. */
const parts = {
  write: (given: readonly (string | undefined)[]): string => {
    const told = given.map((part) => written(part ?? "", "|~"));
    while (told.at(-1) === "") told.pop();
    return told.join(" ~ ");
  },
  read: (text: string): readonly string[] => parted(text, "~").map(plain),
};
/** Only the fields that something stands in. */
const present = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
const dayIn = (text = "") => (text === "" ? undefined : (saidDayCell(true).read(text) as { value: SaidDay }).value);
const dayOut = (day: SaidDay | undefined) => (day === undefined ? "" : saidDayCell(true).write(day as never));
/** A word of a list that is not one of its words is left as it stands, for the door of the content to refuse. */
const codeOf = (words: Readonly<Record<string, string>>, text = "") =>
  Object.entries(words).find(([, word]) => word === text.toLowerCase())?.[0] ?? text;

type Source = Content["sources"][number];
/** Title, address, when it was read. */
export const sourceItem = {
  write: ({ title, url, read }: Source) => parts.write([title, url, read]),
  read: (text: string): Source => {
    const [title = "", url, read] = parts.read(text);
    return { title, ...present({ url, read }) };
  },
};

const ACTING: Readonly<Record<string, string>> = { true: "tf.", false: "ordinarie" };
type Signatory = NonNullable<Content["signatories"]>[number];
/** «polisen: lokalpolisområdeschef ~ 2022-04-21 ~ tf.» */
export const signatoryItem = {
  write: ({ standing, office, on, acting }: Signatory) =>
    parts.write([
      `${STANDINGS[standing]}: ${office}`,
      dayOut(on),
      acting === undefined ? undefined : ACTING[String(acting)],
    ]),
  read: (text: string): unknown => {
    const [who = "", on, acting = ""] = parts.read(text);
    const [standing, office] = standingIn(who);
    const is = { "tf.": true, ordinarie: false }[acting.toLowerCase()] ?? acting;
    return { ...present({ standing, on: dayIn(on), acting: is }), office };
  },
};

/** «no-number ~ Antalet beror på väglaget ~ trafikkontroller»: the question, why it is left unmet, the words it is about. */
export const exceptionItem = {
  write: ({ rule, reason, said: about }: Exception) => parts.write([rule, reason, about]),
  read: (text: string): unknown => {
    const [rule, reason, about] = parts.read(text);
    return present({ rule, reason, said: about });
  },
};

const FATES: Readonly<Record<Fate, string>> = {
  keep: "behålls",
  change: "ändras",
  end: "avslutas",
  "hand-over": "lämnas över",
};
/** «2.1 ~ Orden där ~ lämnas över ~ Skälet ~ Trafikverket ~ id» */
export const formerItem = {
  write: ({ number, text, fate, reason, handedTo, id }: FormerItem) =>
    parts.write([number, text, FATES[fate], reason, handedTo, id]),
  read: (given: string): unknown => {
    const [number, text, fate, reason, handedTo, id] = parts.read(given);
    return present({ number, text, fate: codeOf(FATES, fate), reason, handedTo, id });
  },
};

type Withdrawn = NonNullable<NonNullable<Content["amends"]>["withdrawn"]>[number];
/** «1.2 ~ Skolan har stängt ~ id» */
export const withdrawnItem = {
  write: ({ number, reason, activity }: Withdrawn) => parts.write([number, reason, activity]),
  read: (text: string): unknown => {
    const [number, reason, activity] = parts.read(text);
    return present({ number, reason, activity });
  },
};

type Rendering = NonNullable<Content["renderings"]>[number];
/** «polisens webbplats ~ 2022-04 ~ kontrollsumma ~ Löfte 2 lyder unga» */
export const renderingItem = {
  write: ({ channel, on, sha256, differs }: Rendering) => parts.write([channel, dayOut(on), sha256, differs]),
  read: (text: string): unknown => {
    const [channel, on, sha256, differs] = parts.read(text);
    return present({ channel, on: dayIn(on), sha256, differs });
  },
};

const CODED = /^(\d{4}|\d{2})\s+(\S.*)$/su;
const NAMED = "område: ";
/** «2101 Ockelbo» is a municipality, «21 Gävleborgs län» a county, anything else a named place; «?» is where nobody said. Positions are not held here. */
export const placeItem = {
  write: (place: Place): string => {
    if (place.kind === "municipality" || place.kind === "county") return `${place.code} ${written(place.name, "|")}`;
    const name = written(place.name ?? "", "|");
    if (place.kind === "unknown" || name === "") return name === "" ? "?" : `? ${name}`;
    return CODED.test(name) || name.startsWith("?") || name.startsWith(NAMED) || municipalityNamed(name) !== undefined
      ? `${NAMED}${name}`
      : name;
  },
  read: (text: string): Place => {
    const said = plain(text);
    if (said.startsWith(NAMED)) return { kind: "area", name: said.slice(NAMED.length).trim() };
    if (said.startsWith("?")) {
      const name = said.slice(1).trim();
      return { kind: "unknown", ...(name === "" ? {} : { name }) };
    }
    const [, code, name = ""] = CODED.exec(said) ?? [];
    if (code !== undefined) return { kind: code.length === 4 ? "municipality" : "county", code, name: name.trim() };
    return municipalityNamed(said) ?? { kind: "area", name: said };
  },
};
export const placeCell: Cell = {
  write: (place: Place) => placeItem.write(place),
  read: (cell) => ({ value: placeItem.read(cell) }),
};
