// What is wrong in a file in the format of the specification: where, what, and what to do about it. A fault is data; its sentence is in words.ts.
import type { core } from "zod";

export const FAULT_KINDS = [
  "not-utf8",
  "not-json",
  "not-this-format",
  "other-version",
  "no-documents",
  "no-heading",
  "broken-quotes",
  "missing",
  "wrong-kind",
  "empty",
  "too-long",
  "too-many",
  "too-few",
  "too-large",
  "too-small",
  "not-one-of",
  "not-a-day",
  "not-a-number",
  "not-yes-or-no",
  "not-an-id",
  "not-a-link",
  "not-a-code",
  "says-otherwise",
  "not-understood",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** In a table the row counts as a spreadsheet counts it, the heading being the first; in JSON the way to the field, «documents[0].title». */
export type FaultPlace = { readonly row?: number; readonly column?: string; readonly way?: string };
export type Fault = FaultPlace & {
  readonly kind: FaultKind;
  /** What stands there, cut where it is long. */
  readonly read?: string;
  /** What may stand there, in the words of the file. */
  readonly expected?: string;
  readonly most?: number;
};

const LONGEST_READ = 60;
export function shortened(read: unknown): string {
  const text = typeof read === "string" ? read : (JSON.stringify(read) ?? "");
  return text.length > LONGEST_READ ? `${text.slice(0, LONGEST_READ)}…` : text;
}

/** «documents[0].pledges[2].text» */
export function wayOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : `${at === 0 ? "" : "."}${String(step)}`))
    .join("");
}

/** What the door of the content refused, in the words of a fault. `read` is what stands at the issue's path. */
export function faultOfIssue(issue: core.$ZodIssue, read: unknown): Omit<Fault, "row" | "column" | "way"> {
  const said = { read: shortened(read) };
  if (read === undefined) return { kind: "missing" };
  switch (issue.code) {
    case "invalid_type":
      return { kind: "wrong-kind", expected: issue.expected, ...said };
    case "too_big":
      return { kind: tooBig(issue.origin), most: Number(issue.maximum), ...said };
    case "too_small":
      if (issue.origin === "string") return { kind: "empty" };
      return {
        kind: issue.origin === "array" ? "too-few" : "too-small",
        most: Number(issue.minimum),
        ...said,
      };
    case "invalid_value":
      return { kind: "not-one-of", expected: issue.values.map(String).join(", "), ...said };
    case "invalid_format":
      if (issue.format === "url") return { kind: "not-a-link", ...said };
      return { kind: issue.message === "not-an-id" ? "not-an-id" : "not-a-code", ...said };
    case "custom":
      return { kind: issue.message === "not-a-day" ? "not-a-day" : "not-understood", ...said };
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "unrecognized_keys":
    case "not_multiple_of":
      return { kind: "not-understood", ...said };
  }
}

function tooBig(origin: string): FaultKind {
  if (origin === "string") return "too-long";
  return origin === "array" ? "too-many" : "too-large";
}

/** What stands at a path of something read; undefined where there is nothing. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, step) =>
      typeof inside === "object" && inside !== null ? (inside as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}
