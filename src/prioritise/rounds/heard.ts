// What residents have said of a problem, beside the score for their support: told source by source, and no score is worked out from it.
import type { SampleType } from "../../collect/source.ts";
import type { Evidence } from "../problem.ts";

export type HeardOf = {
  readonly theme: string;
  readonly source: string;
  readonly sampleType: SampleType;
  readonly voices: number;
};

/** The coded themes a problem rests on, as they stood when they were cited. One that whoever asks may no longer read has lost its caption, and is not told. */
export function heardOf(evidence: readonly Evidence[]): HeardOf[] {
  return evidence.flatMap((one) =>
    one.kind !== "coded" || one.caption === ""
      ? []
      : one.frozen.sources.map(({ source, sampleType, voices }) => ({
          theme: one.frozen.theme,
          source,
          sampleType,
          voices,
        })),
  );
}
