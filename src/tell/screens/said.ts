import type { Count } from "../../ground/count.ts";
import { bands, grades, themes, words as forums } from "../../act/forums/words.ts";
import { words as act } from "../../act/words.ts";
import { say, type Lang } from "../../ground/words.ts";
import { sayForEach } from "../../pledge/screens/said.ts";
import { comparators, pers } from "../../pledge/words.ts";
import { formatNumber, formatPeriod } from "../../ui/format.ts";
import type { ToldActivity, ToldDocument, ToldReport } from "../site.ts";
import { words } from "../words.ts";

/** "minst 43", "ca 190", "8": a count with how exactly it is known. */
export function sayQualified(count: Count, lang: Lang): string {
  const value = formatNumber(count.value, lang);
  if (count.qualifier === "exact") return value;
  return say(count.qualifier === "at-least" ? words.atLeast : words.about, lang, { value });
}

/** "minst 23 kontroller": what the target amounts to by now. */
export function sayDue({ target, due }: ToldActivity<unknown>, lang: Lang): string {
  return [say(comparators[target?.comparator ?? "at-least"], lang), formatNumber(due ?? 0, lang), target?.unit ?? ""]
    .filter((part) => part !== "")
    .join(" ");
}

/** "minst 8 hastighetskontroller per år". */
export function sayTarget(target: ToldActivity<unknown>["target"], lang: Lang): string {
  if (target?.value === undefined) return target?.unit ?? "";
  return [sayAmount(target, lang), sayPace(target, lang), sayForEach(target.perEntity, lang)]
    .filter((part) => part !== "")
    .join(" ");
}

/** "minst 8 hastighetskontroller". */
export function sayAmount(target: ToldActivity<unknown>["target"], lang: Lang): string {
  if (target?.value === undefined) return "";
  return [say(comparators[target.comparator ?? "at-least"], lang), formatNumber(target.value, lang), target.unit ?? ""]
    .filter((part) => part !== "")
    .join(" ");
}

/** "per år". */
export function sayPace(target: ToldActivity<unknown>["target"], lang: Lang): string {
  return target?.per === undefined ? (target?.perText ?? "") : say(pers[target.per], lang);
}

/** "kontroller: 2": what was counted stands first, so that it need not be bent by its number. */
export function sayOccasion(occasion: ToldActivity<unknown>["occasions"][number], lang: Lang): string {
  return `${sayCounted(occasion, lang)}: ${sayQualified(occasion.count, lang)}`;
}

/** «20–39 elever i årskurs 8, teman: nikotin, A-traktor». */
export function sayForum(forum: NonNullable<ToldActivity<unknown>["occasions"][number]["forum"]>, lang: Lang): string {
  return say(forums.told, lang, {
    band: say(bands[forum.band], lang),
    grade: say(grades[forum.grade], lang),
    themes: forum.themes.map((theme) => say(themes[theme], lang)).join(", "),
  });
}

/** What was counted, and that it is not counted against the promise where it was done beside it: nobody who counts the lines shall count that too. */
export function sayCounted({ counted, beside }: ToldActivity<unknown>["occasions"][number], lang: Lang): string {
  return beside === true ? say(act.besideTold, lang, { counted }) : counted;
}

/** The time a promise is for, as exactly as it is known: days, or the words it says it in. */
export function sayTime(
  { from, to, fromSaid, toSaid }: Pick<ToldDocument, "from" | "to" | "fromSaid" | "toSaid">,
  lang: Lang,
): string {
  if (from !== null && to !== null) return formatPeriod(from, to, lang);
  return toSaid === "" ? say(words.sinceSaid, lang, { from: fromSaid }) : `${fromSaid}–${toSaid}`;
}

/** «Ifrågasatta klart» of a report; empty where nobody has said so. */
export function sayDisputes(disputes: ToldReport["disputes"], lang: Lang): string {
  if (disputes === undefined) return "";
  const { inAll, open } = disputes;
  if (inAll.shown === "count" && inAll.value === 0) return "";
  const [many, waiting] = [inAll, open].map((count) =>
    count.shown === "count" || count.shown === "at-least"
      ? sayQualified({ value: count.value, qualifier: count.shown === "count" ? "exact" : "at-least" }, lang)
      : undefined,
  );
  const all = many === undefined ? say(words.disputesSome, lang) : say(words.disputesMany, lang, { count: many });
  if (waiting === undefined) return `${all} ${say(words.disputesNotAll, lang)}`;
  const isNone = open.shown === "count" && open.value === 0;
  return `${all} ${isNone ? say(words.disputesAnswered, lang) : say(words.disputesOpen, lang, { count: waiting })}`;
}
