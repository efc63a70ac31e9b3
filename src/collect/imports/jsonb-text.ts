// A JSON value as PostgreSQL writes its jsonb: keys by length and then by their bytes, one blank after ":" and ",", numbers without exponent. What is the
// same is then known to be the same without the database being asked.

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export function jsonbText(value: JsonValue): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return numberText(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(jsonbText).join(", ")}]`;
  const known = value as { readonly [key: string]: JsonValue };
  const keys = Object.keys(known).filter((key) => known[key] !== undefined);
  if (keys.length > 1) keys.sort(inKeyOrder);
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${jsonbText(known[key]!)}`).join(", ")}}`;
}

const UTF8 = new TextEncoder();
/** Shorter keys first, equally long ones by their bytes in UTF-8. */
export function inKeyOrder(a: string, b: string): number {
  const [left, right] = [UTF8.encode(a), UTF8.encode(b)];
  if (left.length !== right.length) return left.length - right.length;
  const place = left.findIndex((byte, index) => byte !== right[index]);
  return place < 0 ? 0 : left[place]! - right[place]!;
}

function numberText(value: number): string {
  const text = JSON.stringify(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = "", first = "", rest = "", exponent = "0"] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, "0")}`;
}
