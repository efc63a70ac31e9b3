import { dayOf } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { Reaction } from "../../platform/server/house.ts";
import type { FollowDatabase } from "../tables.ts";
import { caughtUp, type FromKind } from "./indicator.ts";
import { addCaught, readIndicators } from "./store.ts";
import { sourcedNow } from "./store-sources.ts";

/** What may have new figures when something has happened. What the picture counts is fetched by whoever looks: it changes all the time. */
const MOVES: Readonly<Record<string, FromKind>> = {
  "series.read-in": "series",
  "series.break-noted": "series",
  "measurement.recorded": "measurement",
  "measurement.imported": "measurement",
  "campaign.closed": "campaign",
  "occasion.logged": "log",
  "occasion.corrected": "log",
  "forum.held": "log",
};

/** Readings follow their source: what it has said anew is there without anybody fetching it. Strangers hear of it when their pages are next made. */
export const indicatorReactions: readonly Reaction[] = [
  {
    name: "follow.readings-follow-their-source",
    on: Object.keys(MOVES),
    work: async ({ name, partnershipId }, { tx: any, at }) => {
      if (partnershipId === undefined) return;
      const tx = any as unknown as Within<FollowDatabase>;
      for (const indicator of await readIndicators(tx, partnershipId)) {
        if (indicator.from.kind !== MOVES[name]) continue;
        const fresh = caughtUp(indicator, await sourcedNow(tx, partnershipId, indicator, dayOf(at)));
        const { id, organisationId, example } = indicator;
        await addCaught(tx, { id, partnershipId, example }, fresh, { at, by: null, organisationId });
      }
    },
  },
];
