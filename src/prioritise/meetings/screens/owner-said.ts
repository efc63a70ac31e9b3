import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatDay } from "../../../ui/format.ts";
import { words } from "../words.ts";

/** Whose it is and by when, as it is read. */
export function ownerSaid(
  {
    organisationId,
    unit,
    by,
  }: { readonly organisationId: string | null; readonly unit: string; readonly by: Day | null },
  nameOf: (id: string) => string,
  lang: Lang,
): string {
  if (organisationId === null) return "";
  const owner = [nameOf(organisationId), unit].filter(Boolean).join(", ");
  return by === null ? owner : say(words.ownerBy, lang, { owner, day: formatDay(by, lang) });
}
