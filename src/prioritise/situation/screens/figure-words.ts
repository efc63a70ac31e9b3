// What stands beside a figure's number wherever it is shown: what it rests on, and how it came about.
import { say, type Lang } from "../../../ground/words.ts";
import { formatNumber } from "../../../ui/format.ts";
import { words as problemWords } from "../../words.ts";
import type { FigureKind } from "../figure.ts";
import { bases, methods, words } from "../words.ts";

type Rests = {
  readonly kind: FigureKind;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
};

/** «mellan 15 och 23 (95 %), bygger på 1 204»; empty where nothing of it is known. */
export function sayBasis({ kind, low, high, n }: Rests, lang: Lang): string {
  const number = (value: number) => formatNumber(value, lang);
  const interval =
    low === null || high === null
      ? undefined
      : say(problemWords.figureInterval, lang, { low: number(low), high: number(high) });
  const basis = n === null ? undefined : say(bases[kind], lang, { n: number(n) });
  return [interval, basis].filter((part) => part !== undefined).join(", ");
}

/** How it came about, in plain words and by name and version. */
export function sayMethod(method: { readonly method: string; readonly version: string } | null, lang: Lang): string {
  if (method === null) return say(words.methodUnkept, lang);
  const said = methods[method.method];
  return said === undefined
    ? `${method.method}, ${method.version}`
    : say(words.method, lang, { ...method, said: say(said, lang) });
}
