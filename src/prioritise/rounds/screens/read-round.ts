import type { OutputOf } from "../../../ground/endpoint.ts";
import type { ScreenProps } from "../../../ui/screen.ts";
import type { readRound } from "../api.ts";

export type ReadRound = OutputOf<typeof readRound>;
export type RoundProps = ScreenProps & { readonly year: number; readonly read: ReadRound };
/** Once it is there. */
export type InRound = RoundProps & { readonly round: NonNullable<ReadRound["round"]> };
