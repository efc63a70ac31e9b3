/** In work, laid aside, adopted by a body. */
export const REPORT_STATES = ["draft", "aside", "adopted"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Why nothing is written in it. */
export function notInWork({ state }: { readonly state: ReportState }) {
  return state === "aside" ? ("situation-is-aside" as const) : ("situation-is-adopted" as const);
}
