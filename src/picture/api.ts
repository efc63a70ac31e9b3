import { z } from "zod";
import { CATEGORY_GROUPS } from "../collect/category.ts";
import { SOURCE_KINDS } from "../collect/source.ts";
import { endpoint } from "../ground/endpoint.ts";
import { placeField, positionField } from "../ground/place.ts";
import { questionField } from "./question.ts";

const tally = z.object({ key: z.string(), count: z.number() });

export const askPicture = endpoint({
  name: "picture.ask",
  kind: "question",
  path: "/api/picture/{partnership}",
  summary: "Lägesbilden för en fråga: antal per månad, kategori, ort och källa, och det som räknas för sig",
  input: questionField.extend({ partnership: z.string() }),
  output: z.object({
    total: z.number(),
    byMonth: z.array(tally),
    byGroup: z.array(z.object({ key: z.enum(CATEGORY_GROUPS), count: z.number() })),
    byVillage: z.array(tally),
    bySource: z.array(
      tally.extend({
        name: z.string(),
        kind: z.enum(SOURCE_KINDS),
        knowledge: z.enum(["felt", "recorded", "measured"]),
      }),
    ),
    notPlaced: z.number(),
    bundles: z.number(),
    withoutTime: z.number(),
    sources: z.array(z.object({ id: z.string(), name: z.string() })),
    villages: z.array(z.object({ name: z.string(), position: positionField })),
    outline: z.array(z.array(positionField)),
    list: z.array(
      z.object({
        id: z.string(),
        at: z.string().nullable(),
        category: z.string(),
        text: z.string(),
        place: placeField,
        source: z.string(),
        knowledge: z.enum(["felt", "recorded", "measured"]),
        bundle: z.boolean(),
        example: z.boolean(),
      }),
    ),
  }),
});

export const pictureApi = [askPicture] as const;
