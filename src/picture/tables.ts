import type { CollectDatabase } from "../collect/tables.ts";

/** The picture owns no table: it reads what was collected. */
export type PictureDatabase = CollectDatabase;
