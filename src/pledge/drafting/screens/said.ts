import type { Json } from "../../../ground/canonical.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatList, formatNumber } from "../../../ui/format.ts";
import type { Activity, SaidAgain } from "../../document.ts";
import { howSure, owners } from "../../draft-words.ts";
import { sayTarget } from "../../screens/said.ts";
import type { Per, Target } from "../../target.ts";
import { modalities, pers, words as pledgeWords } from "../../words.ts";
import type { Change } from "../passages.ts";
import { fields } from "../field-words.ts";
import { words } from "../words.ts";

/** "Aktivitet 1.2", "Löfte 1", "Hela löftet". */
export function sayPlace({ of, number }: Pick<Change, "of" | "number">, lang: Lang): string {
  if (of === "document") return say(words.document, lang);
  return say(of === "pledge" ? words.pledge : words.activity, lang, { number });
}

/** "1.2 och löfte 1": where several things have been changed. */
export function sayPlaces(numbers: readonly string[], lang: Lang): string {
  return formatList(
    numbers.map((number) => {
      if (number === "") return say(words.document, lang).toLowerCase();
      return number.includes(".") ? number : say(words.pledge, lang, { number }).toLowerCase();
    }),
    lang,
  );
}

export function sayField({ of, field }: Pick<Change, "of" | "field">, lang: Lang): string {
  if (field === "text") return say(of === "activity" ? pledgeWords.activityText : pledgeWords.pledgeText, lang);
  return say(fields[field] ?? words.other, lang);
}

/** A field's value as it is read: words as they stand, anything else put in words. */
export function sayValue(field: string, value: Json | undefined, lang: Lang): string {
  if (value === undefined || value === null) return "";
  if (field === "target") {
    const target = value as Target;
    return [sayTarget(target, lang), target.time ?? "", ...(target.places ?? []), target.placesBy ?? ""]
      .filter(Boolean)
      .join(", ");
  }
  if (field === "plain" || field === "easyRead") return (value as SaidAgain).text;
  if (field === "owner") return say(owners[value as Activity["owner"]], lang);
  if (field === "modality") return say(modalities[value as Activity["modality"]], lang);
  if (field === "feedbackEvery") return say(pers[value as Per], lang);
  if (field === "baseline") {
    const { value: count, unit, on, source } = value as NonNullable<Activity["baseline"]>;
    const sure = count.qualifier === "exact" ? "" : `${say(howSure[count.qualifier], lang).toLowerCase()} `;
    return [`${sure}${formatNumber(count.value, lang)} ${unit}`, on ?? "", source].filter(Boolean).join(", ");
  }
  if (typeof value === "boolean") return say(value ? words.yes : words.no, lang);
  if (field === "accountable") {
    const { unit, accepted } = value as { unit: string; accepted: boolean };
    return accepted ? `${unit} (${say(words.unitAccepted, lang)})` : unit;
  }
  if (field === "period") {
    const { from, to } = value as { from: { said: string }; to?: { said: string } };
    return `${from.said} – ${to?.said ?? ""}`;
  }
  return plain(value);
}

/** What is said in it, without the ids that nobody reads. */
function plain(value: Json): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (value === null || typeof value === "boolean") return "";
  if (Array.isArray(value)) return value.map((one) => plain(one as Json)).join("; ");
  return Object.entries(value)
    .filter(([key]) => !/Id$|^(id|code|kind|standing|rule|on)$/.test(key))
    .map(([, one]) => plain(one))
    .filter((one) => one !== "")
    .join(", ");
}
