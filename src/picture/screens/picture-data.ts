// What the server tells of a partnership's picture, by its parts.
import type { OutputOf } from "../../ground/endpoint.ts";
import type { askPicture } from "../api.ts";

export type Picture = OutputOf<typeof askPicture>;
