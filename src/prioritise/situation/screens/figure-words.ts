// What stands beside a figure's number wherever it is shown: what it rests on, and how it came about.
import { say, type Lang } from "../../../ground/words.ts";
import { sayRests } from "../../screens/rests.ts";
import type { FigureKind } from "../figure.ts";
import { bases, methods, words } from "../words.ts";

type Rests = {
  readonly kind: FigureKind;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
};

/** «mellan 15 och 23 (95 %), ur 1 204 anteckningar», in the words of what was counted. */
export function sayBasis({ kind, ...rests }: Rests, lang: Lang): string {
  return sayRests(rests, lang, bases[kind]);
}

/** How it came about, in plain words and by name and version. */
export function sayMethod(method: { readonly method: string; readonly version: string } | null, lang: Lang): string {
  if (method === null) return say(words.methodUnkept, lang);
  const said = methods[method.method];
  return said === undefined
    ? `${method.method}, ${method.version}`
    : say(words.method, lang, { ...method, said: say(said, lang) });
}
