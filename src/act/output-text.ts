// What came of an occasion, as people write it: a line each, a number last, "ca" or "minst" before the number, ">" for a part of the line above.
import type { Qualifier } from "../ground/count.ts";
import type { Output } from "./occasion.ts";

const LINE =
  /^(?<deep>(?:>\s*)*)(?<what>.+?)[:\s]+(?:(?<sure>ca|cirka|ungefär|about|minst|at least)\s+)?(?<value>\d+(?:[\s\u00a0]\d{3})*)$/iu;

const qualifierOf = (sure: string | undefined): Qualifier => {
  if (sure === undefined) return "exact";
  return /^(minst|at least)$/i.test(sure) ? "at-least" : "approximately";
};

type Open = {
  readonly output: { what: string; count: Output["count"]; relation: Output["relation"]; parts: Output[] };
  readonly depth: number;
};

/** The outputs with their parts, or the first line that ends in no number. A ">" on the first line is a part of the occasion's own count. */
export function readOutputs(
  text: string,
): { readonly outputs: readonly Output[] } | { readonly unread: { readonly line: number; readonly text: string } } {
  const outputs: Output[] = [];
  const above: Open[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const written = line.trim();
    if (written === "") continue;
    const { deep = "", what, sure, value } = LINE.exec(written)?.groups ?? {};
    if (what === undefined || value === undefined) return { unread: { line: index + 1, text: written } };
    const depth = deep.replaceAll(/\s/g, "").length;
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
    const count = { value: Number(value.replaceAll(/\D/g, "")), qualifier: qualifierOf(sure) };
    const output = {
      what: what.trim(),
      count,
      relation: depth === 0 ? ("result" as const) : ("part" as const),
      parts: [],
    };
    (above.at(-1)?.output.parts ?? outputs).push(output);
    above.push({ output, depth });
  }
  return { outputs };
}

/** In reading order: 0 came of it, 1 and more are "varav" of what stands above. */
export type FlatOutput = { readonly what: string; readonly count: Output["count"]; readonly depth: number };

export function inReadingOrder(outputs: readonly Output[], depth = 0): readonly FlatOutput[] {
  return outputs.flatMap(({ what, count, relation, parts }) => {
    const own = depth === 0 && relation === "part" ? 1 : depth;
    return [{ what, count, depth: own }, ...inReadingOrder(parts, own + 1)];
  });
}

/** As people write it: what `readOutputs` reads back as the same. */
export function writeOutputs(outputs: readonly Output[]): string {
  const sure = { exact: "", "at-least": "minst ", approximately: "ca " } as const;
  return inReadingOrder(outputs)
    .map(({ what, count, depth }) => `${"> ".repeat(depth)}${what} ${sure[count.qualifier]}${count.value}`)
    .join("\n");
}
