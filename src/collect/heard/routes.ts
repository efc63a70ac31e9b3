import { yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { villagesOf } from "../../partnership/store-villages.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { dialoguesOf, walksOf } from "../store.ts";
import { wasWalked } from "../walk.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as heard from "./heard.ts";
import { keepPopulation, latestPopulation } from "./store.ts";

type Ask = Asking<CollectDatabase>;

const listHeard = question(api.listHeard, async (_input, ask: Ask) => {
  const gatherings = await gatheringsOf(ask);
  const population = await latestPopulation(ask.tx, here(ask));
  const groups = heard.heardBeside(gatherings, population);
  const villages = heard.villagesHeard(await villagesOf(ask.tx, here(ask)), gatherings, dayOf(ask.at));
  return yes({
    population,
    from: gatherings.map(({ on }) => on).toSorted()[0],
    gatherings: gatherings.length,
    heads: gatherings.reduce((sum, { all }) => sum + (all ?? 0), 0),
    groups,
    villages,
    next: heard.nextToHear(groups, villages),
  });
});

/** Walks that were walked and dialogues that were held, as the reader may see them. */
async function gatheringsOf(ask: Ask): Promise<heard.Gathering[]> {
  const walks = (await walksOf(ask.tx, here(ask))).flatMap((walk): heard.Gathering[] =>
    !wasWalked(walk)
      ? []
      : [
          {
            kind: "walk",
            slug: walk.slug,
            title: walk.title,
            village: walk.village,
            on: dayOf(walk.startsAt),
            counts: heard.groupsOf(walk.heads),
            all: walk.heads.all,
          },
        ],
  );
  const dialogues = (await dialoguesOf(ask.tx, here(ask))).map(
    ({ slug, title, heldFrom, answered }): heard.Gathering => ({
      kind: "dialogue",
      slug,
      title,
      village: undefined,
      on: heldFrom,
      counts: heard.groupsOf(answered),
      all: answered.all,
    }),
  );
  return [...walks, ...dialogues];
}

const recordPopulation = command(api.recordPopulation, {
  rule: heard.recordPopulation,
  load: async (_input, ask: Ask) => ({ partnershipId: here(ask) }),
  write: async (population, ask: Ask) => {
    await keepPopulation(ask.tx, here(ask), population, ask.at);
    return { year: population.year };
  },
  subject: () => undefined,
  said: ({ year, source }) => ({ year, source }),
});

export const heardRoutes: readonly Route[] = [listHeard, recordPopulation];
