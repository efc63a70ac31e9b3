import { no, yes } from "../ground/result.ts";
import type { Asking } from "../platform/server/house.ts";
import { question, type Route } from "../platform/server/routes.ts";
import * as api from "./api.ts";
import { allPublished, published } from "./store.ts";
import type { TellDatabase } from "./tables.ts";

type Ask = Asking<TellDatabase>;

const listPartnerships = question(api.listPartnerships, async (_input, ask: Ask) => {
  const { sites } = await allPublished(ask.tx);
  return yes({
    partnerships: sites.map((site) => ({
      slug: site.slug,
      name: site.name,
      documents: site.documents.map((document) => document.slug),
    })),
  });
});

const readPublication = question(api.readPublication, async (input, ask: Ask) => {
  const found = await published(ask.tx, input.slug);
  if (found === undefined) return no("nothing-published");
  return yes({ ...found.site, documents: [...found.site.documents], current: [...found.site.current] });
});

export const tellRoutes: readonly Route[] = [listPartnerships, readPublication];
