import type { OutputOf } from "../../../ground/endpoint.ts";
import type { openWeek } from "../api.ts";

type Opened = OutputOf<typeof openWeek>;
/** The week as it is opened by somebody who reports. */
export type Mine = Opened & { readonly reporter: NonNullable<Opened["reporter"]> };
