import { say, type Lang, type Said } from "../../ground/words.ts";
import { formatNumber } from "../../ui/format.ts";
import { words } from "../words.ts";

type Rests = { readonly low: number | null; readonly high: number | null; readonly n: number | null };

/** «mellan 15 och 23 (95 %), bygger på 1 204»; empty where nothing of it is known. `basis` says of how many in words of its own. */
export function sayRests({ low, high, n }: Rests, lang: Lang, basis: Said = words.figureBasis): string {
  const number = (value: number) => formatNumber(value, lang);
  return [
    low === null || high === null
      ? undefined
      : say(words.figureInterval, lang, { low: number(low), high: number(high) }),
    n === null ? undefined : say(basis, lang, { n: number(n) }),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
