import type { OutputOf } from "../../../ground/endpoint.ts";
import type { ScreenProps } from "../../../ui/screen.ts";
import type { openActionPlan } from "../api.ts";

export type Opened = OutputOf<typeof openActionPlan>;
/** `done` says what has been done and has the page read again. */
export type PlanProps = ScreenProps & { readonly plan: Opened; readonly done: (sentence: string) => void };
