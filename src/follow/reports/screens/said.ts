// What a report's figures say, in the same words on the screen, the public page, the paper and in the table.
import type { Count } from "../../../ground/count.ts";
import type { PublicCount } from "../../../ground/fewest.ts";
import { say, type Lang } from "../../../ground/words.ts";
import type { ReportCard, ReportIndicator } from "../../../pledge/report-text.ts";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import type { Status } from "../report.ts";
import { statuses, verdicts } from "../../words.ts";
import { unknowns, words } from "../words.ts";

export function sayCounted({ value, qualifier }: Count, lang: Lang): string {
  const sure = { exact: undefined, "at-least": words.atLeast, approximately: words.approximately }[qualifier];
  const number = formatNumber(value, lang);
  return sure === undefined ? number : say(sure, lang, { value: number });
}

export function sayHeads(heads: PublicCount, qualifier: Count["qualifier"], lang: Lang): string {
  switch (heads.shown) {
    case "count":
      return sayCounted({ value: heads.value, qualifier }, lang);
    case "at-least":
      return sayCounted({ value: heads.value, qualifier: "at-least" }, lang);
    case "about":
      return sayCounted({ value: heads.value, qualifier: "approximately" }, lang);
    case "fewer-than":
      return say(words.fewerThan, lang, { than: heads.than });
    case "withheld":
      return say(words.tooFew, lang);
  }
}

/** «varav rattfylleri: 3»: what is a part of the one before it is never read as something beside it. */
export function sayOutput({ what, depth, heads, qualifier }: ReportCard["outputs"][number], lang: Lang): string {
  const said = `${what}: ${sayHeads(heads, qualifier, lang)}`;
  return depth > 0 ? `${say(words.ofWhich, lang)} ${said}` : said;
}

type Done = { readonly done: Count; readonly expected: number | null; readonly counted: string };

/** «6 av 8 kontroller». */
export function sayDone({ done, expected, counted }: Done, lang: Lang): string {
  const detail = { done: sayCounted(done, lang), unit: counted };
  if (expected !== null)
    return say(words.doneOf, lang, { ...detail, expected: formatNumber(expected, lang) }).trimEnd();
  return done.value === 0 ? say(words.nothingCame, lang) : say(words.doneOnly, lang, detail);
}

/** «Delvis: 6 av 8». */
export function sayStatus({ status, done, expected }: Pick<ReportCard, "status" | "done" | "expected">, lang: Lang) {
  const word = say(statuses[status], lang);
  return expected === null || expected === 0 || !COUNTED.has(status)
    ? word
    : say(words.statusOf, lang, {
        status: word,
        done: sayCounted(done, lang),
        expected: formatNumber(expected, lang),
      });
}
const COUNTED: ReadonlySet<Status> = new Set<Status>(["partly", "not-met", "met", "exceeded", "behind", "on-plan"]);

/** When it was to be again, or why it is not. */
export function sayNext({ newDay, because }: Pick<ReportCard["deviations"][number], "newDay" | "because">, lang: Lang) {
  if (newDay !== null) return say(words.newDay, lang, { day: formatDay(newDay, lang) });
  return because === "" ? "" : say(words.noNewDay, lang, { because });
}

/** The verdict as a sentence; why it cannot be known, where it cannot. */
export function sayVerdict({ verdict, because, readings }: ReportIndicator, lang: Lang): string {
  if (because === null) return say(verdicts[verdict], lang);
  const before = readings.findLast(({ baseline }) => baseline);
  const now = readings.findLast(({ baseline }) => !baseline);
  const [one, other] = [before?.n ?? null, now?.n ?? null];
  if (because !== "too-few" || one === null || other === null) return say(unknowns[because], lang);
  const n = say(words.beforeAfter, lang, {
    before: sayHeads(one, "exact", lang),
    now: sayHeads(other, "exact", lang),
  });
  return say(unknowns[because], lang).replace(/[.]$/, ` (${n}).`);
}

export function sayReading(
  { on, figure, n }: ReportIndicator["readings"][number],
  { unit }: Pick<ReportIndicator, "unit">,
  lang: Lang,
): string {
  const day = formatDay(on, lang);
  if (figure === null) return say(words.readingFew, lang, { day });
  const { value, low, high } = figure;
  const sure = [
    ...(low === null || high === null
      ? []
      : [say(words.between, lang, { low: formatNumber(low, lang), high: formatNumber(high, lang) })]),
    ...(n === null ? [] : [say(words.ofHowMany, lang, { n: sayHeads(n, "exact", lang) })]),
  ].join(", ");
  const said = say(words.reading, lang, { day, value: formatNumber(value, lang), unit });
  return sure === "" ? said : `${said} (${sure})`;
}
