import type { OutputOf } from "../../../ground/endpoint.ts";
import type { openReport } from "../api.ts";

export type Opened = OutputOf<typeof openReport>;
