import type { Grant } from "../ground/party.ts";
import type { Lang } from "../ground/words.ts";

/** What every staff screen is handed: where it stands in the address, who looks, in which language, and how to go elsewhere. */
export type ScreenProps = {
  /** The partnership's slug, "ockelbo". */
  readonly partnership: string;
  readonly partnershipName: string;
  /** The third part of the address, "vandring-amot-2021". */
  readonly item: string | undefined;
  readonly lang: Lang;
  readonly person: {
    readonly id: string;
    readonly name: string;
    /** In this partnership only. */
    readonly grants: readonly Grant[];
    /** Runs this installation. */
    readonly operator: boolean;
  };
  readonly query: URLSearchParams;
  readonly go: (address: string) => void;
};
