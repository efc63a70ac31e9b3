import type { OutputOf } from "../../../ground/endpoint.ts";
import type { openThread } from "../api.ts";

/** A thread with all that hangs on it, as its door gives it. */
export type Opened = OutputOf<typeof openThread>;
