// When a check takes place, which who is to be checked must not read: a clock or a day said of it, wherever in the promise it stands.
import type { Activity, Content, Pledge } from "./document.ts";

const CONTROL = /kontroll|tillsyn|spaning|razzia|narkotikasök/i;
const CLOCK = /\b(?:kl\.?|klockan)\s*\d{1,2}|\b\d{1,2}[.:]\d{2}\b/i;
const WEEKDAY = "(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?";
/** The edge of a stretch of time is no day of a check: «senast den 3 maj», «1 juni–31 augusti». */
const DAY = new RegExp(
  String.raw`(?<!(?:senast|före|innan|från|till|efter|med|mellan|och|sedan|tom|t\.o\.m\.|fr\.o\.m\.)\s(?:den\s)?(?:${WEEKDAY}\s)?(?:den\s)?|[–-]\s?)` +
    String.raw`(?:(?<!\d)\d{1,2}(?::[ae])?\s(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\p{L})(?!(?:\s\d{4})?\s?(?:[–-]|till(?!\p{L})|t\.o\.m))` +
    String.raw`|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|(?:den|${WEEKDAY})\s\d{1,2}/\d{1,2}(?!\d))`,
  "iu",
);
/** What came out of the checks is told on a day, and gives none of them away. */
const TOLD = /redovis|rapport|återkoppl|återför|berätta|följs? upp|uppfölj|sammanställ|utvärder/i;

const namesDay = (text: string | undefined) => text !== undefined && DAY.test(text) && !TOLD.test(text);
const sentences = (text: string) => text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u);

/** In one and the same sentence: a check, and its clock or its day. */
function saysWhen(text: string | undefined): boolean {
  if (text === undefined) return false;
  return sentences(text).some((one) => CONTROL.test(one) && (CLOCK.test(one) || namesDay(one)));
}

/** An activity that is a check, with a clock or a day in any of its fields. One check and a last day in the calendar is that day. */
export function activityGivesAway({ text, target, season, condition, deadline, modality }: Activity): boolean {
  if (!CONTROL.test(text)) return false;
  if (target?.time !== undefined || CLOCK.test([text, target?.perText, season].filter(Boolean).join(" "))) return true;
  const once = modality === "do-once" && deadline?.on !== undefined && namesDay(deadline.said);
  return once || saysWhen(text) || [target?.perText, season, condition].some(namesDay);
}

/** A löfte in its own words, its parts, and as it is said again. `repeats`: its words are its activity's, and are read there. */
export function pledgeGivesAway({ text, subPledges = [], plain, easyRead }: Pledge, repeats: boolean): boolean {
  return [repeats ? undefined : text, ...subPledges, plain?.text, easyRead?.text].some(saysWhen);
}

/** What is said of the whole. */
export function wholeGivesAway({ title, preamble, note, plain, easyRead }: Content): boolean {
  return [title, preamble, note, plain?.text, easyRead?.text].some(saysWhen);
}
