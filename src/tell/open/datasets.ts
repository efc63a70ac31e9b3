import { municipalityNamed } from "../../ground/municipalities.ts";
import type { Disclosed } from "../disclosure.ts";
import { contentTold } from "../promise-file.ts";
import type { Site } from "../site.ts";
import type { Dataset, OpenRow, Source } from "./dataset.ts";
import { rowsOf } from "./dataset.ts";
import { answersGiven, measurements, walkPoints } from "./datasets-heard.ts";
import { heldBack } from "./datasets-held-back.ts";
import { followUps, indicators, occasions, promises, results } from "./datasets-promised.ts";

/** Every dataset, in the order a reader wants them. */
export const DATASETS: readonly Dataset[] = [
  promises,
  occasions,
  results,
  followUps,
  indicators,
  answersGiven,
  walkPoints,
  measurements,
  heldBack,
];

export type Filled = { readonly dataset: Dataset; readonly rows: readonly OpenRow[] };

/** All of it as it is now, for all partnerships. */
export function fill(sites: readonly Disclosed<Site>[], origin: string): readonly Filled[] {
  const sources = sites.map((site): Source => ({ site, codes: codesOf(site), origin }));
  return DATASETS.map((dataset) => ({ dataset, rows: rowsOf(dataset, sources) }));
}

/** The municipalities a partnership is of: by the promises it has signed, and by the names of its parties. */
function codesOf(site: Disclosed<Site>): readonly string[] {
  const places = site.documents.flatMap((document) => contentTold(document)?.area ?? []);
  const said = places.flatMap((place) => (place.kind === "municipality" ? [place.code] : []));
  const named = site.parties
    .filter(({ kind }) => kind === "municipality")
    .flatMap(({ name }) => {
      const place = name.replace(/ kommun$/i, "");
      return (municipalityNamed(place) ?? municipalityNamed(place.replace(/s$/, "")))?.code ?? [];
    });
  return [...new Set([...said, ...named])].toSorted();
}
