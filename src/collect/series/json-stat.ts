// JSON-stat 2.0 as PxWeb answers it (Statistics Sweden, the Public Health Agency; domain.md 8.4, 8.5): a table whose figures lie in one list, or in an
// object by their place in it, and whose missing figures are null with a sign in `status`.
import { readDay } from "../../ground/time.ts";
import { type Category, type Cell, cellsOf, type Cube, type Dimension, MOST_CELLS } from "./cube.ts";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown) => (typeof value === "string" ? value : "");
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** What a table is called, in what length anybody reads. */
const LONGEST_LABEL = 500;

export function isJsonStat(value: unknown): value is Json {
  return isObject(value) && value["class"] === "dataset" && Array.isArray(value["id"]) && isObject(value["dimension"]);
}

/** Undefined where it is no table after all, or one too large. */
export function cubeOfJsonStat(value: Json): Cube | undefined {
  const described = isObject(value["dimension"]) ? value["dimension"] : {};
  const roles = isObject(value["role"]) ? value["role"] : {};
  const roleOf = (code: string): Dimension["role"] => {
    for (const role of ["time", "geo", "metric"] as const) if (texts(roles[role]).includes(code)) return role;
    return code === "ContentsCode" ? "metric" : "other";
  };
  const dimensions = texts(value["id"]).map((code) => {
    const one = isObject(described[code]) ? described[code] : {};
    return { code, label: text(one["label"]) || code, role: roleOf(code), categories: categoriesOf(one) };
  });
  const count = cellsOf({ dimensions });
  if (dimensions.length === 0 || count === 0 || count > MOST_CELLS) return undefined;
  const extension = isObject(value["extension"]) && isObject(value["extension"]["px"]) ? value["extension"]["px"] : {};
  const label = text(value["label"]);
  return {
    id: text(extension["tableid"]) || text(extension["matrix"]) || label,
    title: label.slice(0, LONGEST_LABEL),
    contents:
      text(extension["contents"]) || label.slice(0, LONGEST_LABEL).replace(/\s+(efter|by|fördelat på)\s.*$/i, ""),
    unit: "",
    refPeriod: "",
    source: text(value["source"]),
    updated: readDay(text(value["updated"]).slice(0, 10)),
    copyright: typeof extension["copyright"] === "boolean" ? extension["copyright"] : undefined,
    notes: texts(value["note"]),
    remarks: [],
    misread: [],
    dimensions,
    cells: cellsIn(value["value"], value["status"], count),
  };
}

/** `index` is a list of codes, or codes with their places, or left out where there is but one. */
function categoriesOf({ category, extension }: Json): readonly Category[] {
  if (!isObject(category)) return [];
  const refPeriods = isObject(extension) && isObject(extension["refperiod"]) ? extension["refperiod"] : {};
  const labels = isObject(category["label"]) ? category["label"] : {};
  const units = isObject(category["unit"]) ? category["unit"] : {};
  const { index } = category;
  const codes = Array.isArray(index)
    ? texts(index)
    : isObject(index)
      ? Object.entries(index)
          .toSorted(([, a], [, b]) => Number(a) - Number(b))
          .map(([code]) => code)
      : Object.keys(labels);
  return codes.map((code) => {
    const unit = units[code];
    return {
      code,
      label: text(labels[code]) || code,
      unit: isObject(unit) ? text(unit["base"]) || undefined : undefined,
      refPeriod: text(refPeriods[code]) || undefined,
    };
  });
}

function cellsIn(values: unknown, status: unknown, count: number): readonly Cell[] {
  const at = (of: unknown, place: number): unknown =>
    Array.isArray(of) ? (of as readonly unknown[])[place] : isObject(of) ? of[String(place)] : of;
  const length = Array.isArray(values) ? values.length : count;
  return Array.from({ length }, (_, place) => {
    const value = at(values, place);
    if (typeof value === "number") return value;
    const sign = text(at(status, place));
    // A dash says that there is nothing to report, which is none and no gap.
    return sign === "-" ? 0 : sign;
  });
}
