import { knowledgeOf } from "../collect/source.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import { no, yes } from "../ground/result.ts";
import type { Asking } from "../platform/server/house.ts";
import { question, type Route } from "../platform/server/routes.ts";
import * as api from "./api.ts";
import { count, select } from "./counts.ts";
import { outlineOf, seenIn, villagesOf } from "./store.ts";

/** A list longer than this is a reason to ask something narrower; the counts are of everything. */
const LIST_LENGTH = 300;

const askPicture = question(api.askPicture, async ({ partnership: _slug, ...asked }, ask: Asking<CollectDatabase>) => {
  if (ask.partnership === undefined) return no("not-found");
  const { tx, partnership } = ask;
  const [seen, villages, land] = [
    await seenIn(tx, partnership.id),
    await villagesOf(tx, partnership.id),
    await outlineOf(tx, partnership.id),
  ];
  const selected = select(seen, asked, villages);
  const picture = count(selected, villages);
  return yes({
    ...picture,
    byMonth: [...picture.byMonth],
    byGroup: [...picture.byGroup],
    byVillage: [...picture.byVillage],
    bySource: [...picture.bySource],
    sources: [...new Map(seen.map(({ sourceId, source }) => [sourceId, source]))].map(([id, name]) => ({ id, name })),
    villages: villages.map(({ name, position }) => ({
      name,
      position: [position[0], position[1]] as [number, number],
    })),
    outline: (land?.outline ?? []).map((ring) => ring.map(([lon, lat]) => [lon, lat] as [number, number])),
    list: selected.slice(0, LIST_LENGTH).map((one) => ({
      id: one.id,
      at: one.at ?? null,
      category: one.category,
      text: one.text,
      // Schemas hold mutable lists; the place itself is not changed by anybody.
      place: structuredClone(one.place) as never,
      source: one.source,
      knowledge: knowledgeOf(one.sourceKind),
      bundle: one.bundle,
      example: one.example,
    })),
  });
});

export const pictureRoutes: readonly Route[] = [askPicture];
