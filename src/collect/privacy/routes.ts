import { yes } from "../../ground/result.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import * as collect from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as review from "./review.ts";
import * as store from "./store.ts";

type Ask = Asking<CollectDatabase>;

const listPersonReviews = question(api.listPersonReviews, async (_input, ask: Ask) => {
  const rows = await store.openReviews(ask.tx, here(ask));
  return yes({
    reviews: rows.map(({ walkSlug, walkTitle, overriddenBy, wished, placeName, ...row }) => ({
      ...row,
      wished: wished ?? ("own" as const),
      placeName: placeName ?? "",
      mine: overriddenBy === ask.person?.id,
      ...(walkSlug === null || walkTitle === null ? {} : { walk: { slug: walkSlug, title: walkTitle } }),
    })),
  });
});

const reviewPersons = command(api.reviewPersons, {
  rule: review.reviewPersons,
  load: async (input, ask: Ask) => {
    const observation = await collect.observationById(ask.tx, here(ask), input.id);
    return observation && { partnershipId: here(ask), observation, review: await store.openOverride(ask.tx, input.id) };
  },
  write: async ({ observation, verdict }, ask: Ask) => {
    await store.closeOverride(ask.tx, observation.id, { verdict, by: ask.person!.id, at: ask.at });
    await collect.rewriteObservation(ask.tx, observation);
    return { id: observation.id, sharing: observation.sharing };
  },
  subject: ({ observation }) => observation.id,
  said: ({ review: { kinds }, verdict }) => ({ verdict, kinds: [...kinds] }),
});

export const privacyRoutes: readonly Route[] = [listPersonReviews, reviewPersons];
