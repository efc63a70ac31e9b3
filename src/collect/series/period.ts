// The period a figure is of: a month, a quarter, a year, or several years pooled because one alone rests on too few answers (NTU "2017/2018", the
// national health survey "2021-2024"; domain.md 8.3, 8.5).
import { addDays, addMonths, type Day } from "../../ground/time.ts";

/** years: several, pooled into one figure. */
export const STEPS = ["month", "quarter", "year", "years"] as const;
export type Step = (typeof STEPS)[number];
export type Period = { readonly step: Step; readonly from: Day; readonly to: Day };

/** More years than anybody pools: "1998-2024" is no period but a mistake. */
const MOST_POOLED = 15;

/** As statistics writes them: "2024", "2017/2018", "2021–2024", "2023/24", "2024M08", "2024-08", "2024K3", "2024Q3". */
export function readPeriod(text: string): Period | undefined {
  const plain = text.trim().replaceAll(/[–—]/g, "-");
  const month = /^(\d{4})(?:M|-)(0[1-9]|1[0-2])$/i.exec(plain);
  if (month !== null) return monthOfYear(Number(month[1]), Number(month[2]));
  const quarter = /^(\d{4})\s?[KQ]([1-4])$/i.exec(plain);
  if (quarter !== null) return quarterOfYear(Number(quarter[1]), Number(quarter[2]));
  const years = /^(\d{4})(?:\s?[/-]\s?(\d{2}|\d{4}))?$/.exec(plain);
  if (years === null) return undefined;
  const [, first = "", last = first] = years;
  const from = Number(first);
  const to = Number(last.length === 2 ? first.slice(0, 2) + last : last);
  if (to < from || to - from >= MOST_POOLED || (last !== first && to === from)) return undefined;
  return { step: to > from ? "years" : "year", from: `${first}-01-01` as Day, to: `${to}-12-31` as Day };
}

export function monthOfYear(year: number, month: number): Period {
  const from = `${year}-${String(month).padStart(2, "0")}-01` as Day;
  return { step: "month", from, to: addDays(addMonths(from, 1), -1) };
}

export function quarterOfYear(year: number, quarter: number): Period {
  const from = `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01` as Day;
  return { step: "quarter", from, to: addDays(addMonths(from, 3), -1) };
}

/** How many years lie behind a figure: two for 2017/2018, one for a year and for less. */
export function pooledYears({ from, to }: Pick<Period, "from" | "to">): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
}
