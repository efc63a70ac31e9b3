// What may be typed after a verb of `samsyn picture`, and what is said where it cannot be read: how to write it, with an example.
import { InvalidArgumentError, Option } from "commander";
import { readBox, readHours, type Box } from "../../picture/columns/question.ts";
import type { BeforeAfter } from "../../picture/engine/effect/before-after.ts";
import { type Day, readDay } from "../../ground/time.ts";
import { Refused } from "../sentences.ts";

export type Options = Readonly<Record<string, unknown>>;

/** Flags that do not go together, or lack one another: the question was typed wrongly, and nothing is wrong with the file. */
export class Mistyped extends Refused {}

/** Ended by whoever asked: neither an answer nor a mistake. */
export class Cancelled extends Refused {}

function no(sv: string, en: string): never {
  throw new InvalidArgumentError(`${sv} / ${en}`);
}

/** A decimal comma is a comma, and a space between thousands is no more than that. */
export const numberOf = (text: string): number =>
  text.trim() === "" ? NaN : Number(text.replaceAll(/\s/g, "").replace(",", ".").replace("−", "-"));

export function whole(text: string): number {
  const value = numberOf(text);
  return Number.isInteger(value) && value >= 1 ? value : no("Ett heltal från 1.", "A whole number from 1.");
}
export function wholeOrNone(text: string): number {
  const value = numberOf(text);
  return Number.isInteger(value) && value >= 0 ? value : no("Ett heltal från 0.", "A whole number from 0.");
}
export function positive(text: string): number {
  const value = numberOf(text);
  return value > 0 && value < Infinity ? value : no("Ett tal över noll.", "A number above zero.");
}
/** "0.5" or "50 %". */
export function share(text: string): number {
  const value = text.trim().endsWith("%") ? numberOf(text.trim().slice(0, -1)) / 100 : numberOf(text);
  return value > 0 && value < 1
    ? value
    : no("En andel mellan 0 och 1, t.ex. 0,5 eller 50%.", "A share between 0 and 1, such as 0.5 or 50%.");
}
export function rising(text: string): number[] {
  const values = text.split(",").map(numberOf);
  if (values.length < 2 || values.some((value, i) => !(value >= 0) || (i > 0 && value <= values[i - 1]!)))
    no("Stigande tal med komma emellan, t.ex. 0,100,200.", "Rising numbers with commas between, such as 0,100,200.");
  return values;
}
export function beforeAfter(text: string): BeforeAfter {
  const [before = NaN, after = NaN, ...more] = text.split(",").map(numberOf);
  if (more.length > 0 || !Number.isInteger(before) || !Number.isInteger(after) || before < 0 || after < 0)
    no("Två antal med komma emellan, t.ex. 207,110.", "Two counts with a comma between, such as 207,110.");
  return { before, after };
}
export function day(text: string): Day {
  return readDay(text) ?? no("En dag som finns, t.ex. 2024-03-01.", "A day that exists, such as 2024-03-01.");
}
export function box(text: string): Box {
  return (
    readBox(text) ??
    no(
      "Väst, syd, öst och nord i grader med komma emellan, t.ex. 16.9,60.8,17.3,61.0.",
      "West, south, east and north in degrees with commas between, such as 16.9,60.8,17.3,61.0.",
    )
  );
}
export function hours(text: string): readonly number[] {
  const read = readHours(text);
  if (read.unread.length > 0 || read.hours.length === 0)
    no(
      `«${read.unread.join(",")}» går inte att läsa. Dagar och timmar skrivs fre-lor21-01, flera med komma emellan. Dagarna är man, tis, ons, tor, fre, lor och son.`,
      `"${read.unread.join(",")}" cannot be read. Days and hours are written fre-lor21-01, several with commas between. The days are man, tis, ons, tor, fre, lor and son.`,
    );
  return read.hours;
}
export function list(text: string): readonly string[] {
  const words = text.split(",").map((word) => word.trim());
  return words.some((word) => word === "")
    ? no("Ord med komma emellan, t.ex. klotter,buller.", "Words with commas between, such as klotter,buller.")
    : words;
}
export function separator(text: string): string {
  const one = text === "tab" || text === "\\t" ? "\t" : text;
  return one.length === 1 && one !== '"' && one.charCodeAt(0) < 128
    ? one
    : no("Ett tecken, t.ex. ; eller tab.", "One character, such as ; or tab.");
}

export const seed = () =>
  new Option("--seed <n>", "slumpens frö: samma frö, samma svar / same seed, same answer").argParser(whole).default(1);
export const replicates = () =>
  new Option("--replicates <n>", "slumpade kartor / invented maps").argParser(whole).default(999);
