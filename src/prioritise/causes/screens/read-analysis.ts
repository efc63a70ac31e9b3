import type { OutputOf } from "../../../ground/endpoint.ts";
import type { readCauses } from "../api.ts";

export type Analysis = OutputOf<typeof readCauses>;
export type Card = Analysis["causes"][number];
/** The problem as its own page knows it. */
export type Analysed = {
  readonly id: string;
  readonly what: string;
  readonly state: string;
  readonly evidence: readonly { readonly id: string; readonly caption: string }[];
};
