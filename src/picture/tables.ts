import type { CollectDatabase } from "../collect/tables.ts";

export interface VillageRow {
  id: string;
  partnership_id: string;
  slug: string;
  name: string;
  lon: number;
  lat: number;
  radius_metres: number;
  population: number | null;
  population_year: number | null;
  source: string;
}

export interface PictureTables {
  village: VillageRow;
}

export type PictureDatabase = CollectDatabase & PictureTables;
