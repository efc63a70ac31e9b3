import type { OutputOf } from "../../ground/endpoint.ts";
import type { openDocument } from "../api.ts";

/** A document as the screens are handed it. */
export type Opened = OutputOf<typeof openDocument>;
