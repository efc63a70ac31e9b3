/** What a statement gave: rows as plain values in the shapes of `readers`, and how many rows it touched. */
export type Rows = { readonly rows: readonly Record<string, unknown>[]; readonly touched: number };

/** PostgreSQL's numbers for the types we read ourselves, so that both engines give the same values. */
export const OID = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  json: 114,
  float4: 700,
  float8: 701,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
  uuid: 2950,
  jsonb: 3802,
  int8Array: 1016,
  textArray: 1009,
  uuidArray: 2951,
} as const;

/** int8 and numeric become numbers. A number that does not fit is a bug in what was stored, and says so instead of rounding. */
function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new Error(`${text} is too large to be read exactly`);
  return value;
}

/** timestamptz becomes an Instant: UTC, ISO 8601 with milliseconds and Z. PostgreSQL writes "2022-04-21 14:07:00.123456+02". */
function toInstant(text: string): string {
  const iso = text.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00");
  return new Date(iso).toISOString();
}

/** One parser table for both engines, by OID, each from PostgreSQL's text form. Types not named stay as the engine gives them. */
export const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: toNumber,
  [OID.numeric]: toNumber,
  [OID.date]: (text) => text,
  [OID.timestamptz]: toInstant,
  [OID.timestamp]: (text) => text,
  [OID.json]: (text) => JSON.parse(text) as unknown,
  [OID.jsonb]: (text) => JSON.parse(text) as unknown,
  [OID.bytea]: (text) => new Uint8Array(Buffer.from(text.slice(2), "hex")),
};
