import type { OutputOf } from "../../ground/endpoint.ts";
import type { listWalks } from "../api.ts";

/** A walk as the field app takes it along. */
export type Walk = OutputOf<typeof listWalks>["walks"][number];
