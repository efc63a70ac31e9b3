// A whole translation of a campaign's form into letters that run from the right: each Latin letter becomes an Arabic one, and what is filled in stays.
import { csvOf } from "../src/ground/csv.ts";
import type { Campaign } from "../src/collect/campaigns/campaign.ts";
import { sentencesOf } from "../src/collect/tongues/sentences.ts";

const LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

export function inArabicLetters(sv: string): string {
  return sv.replaceAll(/\{[^{}]*\}|\p{L}/gu, (found) =>
    found.startsWith("{") ? found : LETTERS[(found.codePointAt(0) ?? 0) % LETTERS.length]!,
  );
}

type Asked = Parameters<typeof sentencesOf>[0] & Pick<Campaign, "words">;
/** The file as it is handed in; `change` makes another line of a sentence's, undefined leaves it out. */
export function arabicFile(campaign: Asked, change: (sv: string) => string | undefined = inArabicLetters): Uint8Array {
  const rows = sentencesOf(campaign).map((sv) => [sv, change(sv) ?? ""]);
  return csvOf([["Svenska", "Översättning"], ...rows]);
}
