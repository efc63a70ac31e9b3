import type { Month } from "../../../ground/time.ts";
import type { Lang } from "../../../ground/words.ts";
import { formatMonth, formatMonthShort } from "../../../ui/format.ts";

const inAnyYear = (month: number) => `2000-${String(month).padStart(2, "0")}` as Month;
const withoutYear = (text: string) => text.replace(/ ?2000/, "");

/** "november", by its number. */
export const monthName = (month: number, lang: Lang) => withoutYear(formatMonth(inAnyYear(month), lang));
export const monthShort = (month: number, lang: Lang) => formatMonthShort(inAnyYear(month), lang);
