// When a question of an XLSForm is asked: what of its `relevant` can be said by «shown to those who gave one of these answers to an earlier question».

/** One of these answers to that question; `exactly` when it was compared as a whole, which an answer of several choices is not. */
export type Condition = { readonly name: string; readonly among: readonly string[]; readonly exactly: boolean };

/** Letters of a condition, and how many brackets may stand within one another. What is more is none that we can ask by. */
const LONGEST = 2000;
const DEEPEST = 20;

/** The questions a condition speaks of, as they are written: ${name}. */
export function namesIn(relevant: string): readonly string[] {
  const found = [...relevant.slice(0, LONGEST).matchAll(/\$\{([^{}]+)\}/g)];
  return [...new Set(found.map(([, name = ""]) => name.trim()).filter((name) => name !== ""))];
}

/** All of these at once; undefined for what says more than that. */
export function conditionsOf(relevant: string): readonly Condition[] | undefined {
  if (relevant.length > LONGEST) return undefined;
  // Excel makes curly quotes of straight ones.
  const tokens = tokensOf(relevant.replaceAll(/[\u2018\u2019]/g, "'").replaceAll(/[\u201c\u201d]/g, '"'));
  if (tokens === undefined) return undefined;
  const reader = { tokens, at: 0, depth: 0 };
  const found = either(reader);
  return reader.at === tokens.length ? found : undefined;
}

type Token = { readonly kind: "name" | "text" | "word" | "sign"; readonly text: string };
type Reader = { readonly tokens: readonly Token[]; at: number; depth: number };

const TOKEN = /\s*(?:\$\{([^{}]+)\}|'([^']*)'|"([^"]*)"|([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)?)|([=(),]))/y;

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (const end = text.trimEnd().length; TOKEN.lastIndex < end;) {
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    const [, name, single, double, word, sign] = match;
    if (name !== undefined) tokens.push({ kind: "name", text: name.trim() });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else tokens.push({ kind: "text", text: single ?? double ?? "" });
  }
  return tokens;
}

function take(reader: Reader, kind: Token["kind"], text?: string): string | undefined {
  const token = reader.tokens[reader.at];
  if (token === undefined || token.kind !== kind || (text !== undefined && token.text !== text)) return undefined;
  reader.at += 1;
  return token.text;
}

/** «a or b» can be said where both are answers to one question. */
function either(reader: Reader): readonly Condition[] | undefined {
  const parts = [both(reader)];
  while (take(reader, "word", "or") !== undefined) parts.push(both(reader));
  const [first, ...rest] = parts;
  if (rest.length === 0) return first;
  const names = new Set(parts.flatMap((part) => part?.map(({ name }) => name)));
  if (names.size !== 1 || parts.some((part) => part?.length !== 1)) return undefined;
  const all = parts.map((part) => part![0]!);
  return [
    { name: all[0]!.name, among: all.flatMap(({ among }) => among), exactly: all.some(({ exactly }) => exactly) },
  ];
}

function both(reader: Reader): readonly Condition[] | undefined {
  let all = one(reader);
  while (take(reader, "word", "and") !== undefined) {
    const next = one(reader);
    all = all === undefined || next === undefined ? undefined : [...all, ...next];
  }
  return all;
}

function one(reader: Reader): readonly Condition[] | undefined {
  if (take(reader, "sign", "(") !== undefined) {
    reader.depth += 1;
    const inside = reader.depth > DEEPEST ? undefined : either(reader);
    reader.depth -= 1;
    return take(reader, "sign", ")") === undefined ? undefined : inside;
  }
  const isSelected = take(reader, "word", "selected") !== undefined;
  if (isSelected && take(reader, "sign", "(") === undefined) return undefined;
  const name = take(reader, "name");
  if (name === undefined || take(reader, "sign", isSelected ? "," : "=") === undefined) return undefined;
  const answer = take(reader, "text") ?? take(reader, "word");
  if (answer === undefined || (isSelected && take(reader, "sign", ")") === undefined)) return undefined;
  return [{ name, among: [answer], exactly: !isSelected }];
}
