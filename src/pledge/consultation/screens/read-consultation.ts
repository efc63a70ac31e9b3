import type { OutputOf } from "../../../ground/endpoint.ts";
import type { ScreenProps } from "../../../ui/screen.ts";
import type { readConsultation } from "../api.ts";

/** A consultation as the screens are handed it. */
export type ReadConsultation = OutputOf<typeof readConsultation>;
export type OfConsultation = ScreenProps & {
  readonly slug: string;
  readonly read: ReadConsultation;
  /** Says what came of a press, where it is heard and where the reader is taken when what was pressed goes away. */
  readonly onDone: (sentence: string) => void;
};
