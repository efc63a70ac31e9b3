// The house put together: every stage's doors, sentences and reactions, wired to a database and a clock. Decides nothing.
import { join } from "node:path";
import type { Reaction, House } from "../platform/server/house.ts";
import { calendarRoutes } from "../act/calendar/routes.ts";
import { forumDoors } from "../act/forums/pages-forum.ts";
import { forumRoutes } from "../act/forums/routes.ts";
import { faultRoutes } from "../act/faults/routes.ts";
import { actionItemRoutes } from "../act/items/routes.ts";
import { readBecameOfPoints, repliesNow } from "../act/items/store.ts";
import { actRoutes } from "../act/routes.ts";
import { refusals as actRefusals } from "../act/words.ts";
import { campaignDoors } from "../collect/campaigns/pages.ts";
import { campaignsRoutes } from "../collect/campaigns/routes.ts";
import { heardRoutes } from "../collect/heard/routes.ts";
import { hearingRoutes } from "../collect/hearings/routes.ts";
import { importReactions } from "../collect/imports/reactions.ts";
import { importRoutes } from "../collect/imports/routes.ts";
import { privacyRoutes } from "../collect/privacy/routes.ts";
import { collectRoutes } from "../collect/routes.ts";
import { seriesRoutes } from "../collect/series/routes.ts";
import { trafficDoors, trafficReceipt } from "../collect/traffic/pages.ts";
import { trafficRoutes } from "../collect/traffic/routes.ts";
import { walkDeskRoutes } from "../collect/walks/routes.ts";
import { weeklyRoutes } from "../collect/weekly/routes.ts";
import { tonguesRoutes } from "../collect/tongues/routes.ts";
import { xlsformReactions } from "../collect/xlsform/reactions.ts";
import { xlsformRoutes } from "../collect/xlsform/routes.ts";
import { refusals as collectRefusals } from "../collect/words.ts";
import { actionPlanRoutes } from "../follow/actionplans/routes.ts";
import { clockRoutes } from "../follow/clocks/routes.ts";
import { handOverRoutes } from "../follow/handover/routes.ts";
import { indicatorReactions } from "../follow/indicators/reactions.ts";
import { indicatorRoutes } from "../follow/indicators/routes.ts";
import { reportRoutes } from "../follow/reports/routes.ts";
import { followRoutes } from "../follow/routes.ts";
import { readAgenda } from "../follow/store-agenda.ts";
import { readLedTo, readPromised } from "../follow/store-led.ts";
import { refusals as followRefusals } from "../follow/words.ts";
import { instantOf, type Instant } from "../ground/time.ts";
import { firstRoutes } from "../partnership/first/routes.ts";
import { partnershipRoutes } from "../partnership/routes.ts";
import { partnershipBySlug, personWithGrants, sessionOwner } from "../partnership/store.ts";
import type { PartnershipDatabase } from "../partnership/tables.ts";
import { refusals as partnershipRefusals } from "../partnership/words.ts";
import { pictureRoutes } from "../picture/routes.ts";
import type { Database } from "../platform/server/database/database.ts";
import { filesOnDisk } from "../platform/server/files.ts";
import type { Log } from "../platform/server/log.ts";
import { platformRefusals } from "../platform/server/problem.ts";
import type { OpenDoor } from "../platform/server/pages.ts";
import type { Route } from "../platform/server/routes.ts";
import { hashToken, newId } from "../platform/server/secrets.ts";
import type { Settings } from "../platform/server/settings.ts";
import { mandateRoutes } from "../pledge/mandates/routes.ts";
import { paperRoutes } from "../pledge/paper/routes.ts";
import { publicationRoutes } from "../pledge/publication/routes.ts";
import { tryPapers } from "../pledge/paper/store-loose.ts";
import { phaseRoutes } from "../pledge/phases/routes.ts";
import { ownerRoutes } from "../pledge/owners/routes.ts";
import { commentReceipt, consultationDoors } from "../pledge/consultation/pages-comment.ts";
import { consultationRoutes } from "../pledge/consultation/routes.ts";
import { amendmentRoutes } from "../pledge/amendments/routes.ts";
import { renderingRoutes } from "../pledge/renderings/routes.ts";
import { renewalRoutes } from "../pledge/renewal/routes.ts";
import { draftingRoutes } from "../pledge/drafting/routes.ts";
import { pledgeRoutes } from "../pledge/routes.ts";
import { specificationRoutes } from "../pledge/specification/routes.ts";
import { refusals as pledgeRefusals } from "../pledge/words.ts";
import { causeRoutes } from "../prioritise/causes/routes.ts";
import { meetingRoutes } from "../prioritise/meetings/routes.ts";
import { roundRoutes } from "../prioritise/rounds/routes.ts";
import { prioritiseRoutes } from "../prioritise/routes.ts";
import { situationRoutes } from "../prioritise/situation/routes.ts";
import { refusals as prioritiseRefusals } from "../prioritise/words.ts";
import { briefRoutes } from "../tell/briefs/routes.ts";
import { followerDoors } from "../tell/followers/pages-follower.ts";
import { letterReactions } from "../tell/letters/reactions.ts";
import { letterRoutes } from "../tell/letters/routes.ts";
import { bodyTold } from "../tell/report-body.ts";
import { tellReactions } from "../tell/reactions.ts";
import { tellRoutes } from "../tell/routes.ts";
import { readBecame } from "../tell/store-became.ts";
import type { TellDatabase } from "../tell/tables.ts";
import { webhookRoutes } from "../tell/webhooks/routes.ts";
import { refusals as tellRefusals } from "../tell/words.ts";

/** Every door, in the order of the stages. */
export const routes: readonly Route[] = [
  ...partnershipRoutes,
  ...firstRoutes,
  ...collectRoutes,
  ...campaignsRoutes,
  ...tonguesRoutes,
  ...importRoutes,
  ...walkDeskRoutes(readBecameOfPoints),
  ...weeklyRoutes,
  ...xlsformRoutes,
  ...hearingRoutes,
  ...trafficRoutes,
  ...seriesRoutes,
  ...privacyRoutes(tryPapers),
  ...heardRoutes,
  ...pictureRoutes,
  ...prioritiseRoutes,
  ...causeRoutes,
  ...roundRoutes(readPromised),
  ...situationRoutes,
  ...meetingRoutes(readAgenda),
  ...pledgeRoutes,
  ...mandateRoutes,
  ...ownerRoutes,
  ...phaseRoutes,
  ...publicationRoutes,
  ...paperRoutes,
  ...consultationRoutes,
  ...specificationRoutes,
  ...renderingRoutes,
  ...amendmentRoutes,
  ...renewalRoutes(readLedTo),
  ...draftingRoutes,
  ...actRoutes,
  ...actionItemRoutes,
  ...faultRoutes,
  ...calendarRoutes,
  ...forumRoutes,
  ...followRoutes,
  ...clockRoutes,
  ...handOverRoutes,
  ...actionPlanRoutes,
  ...indicatorRoutes,
  ...reportRoutes(bodyTold),
  ...tellRoutes,
  ...letterRoutes,
  ...briefRoutes,
  ...webhookRoutes,
];

export const reactions: readonly Reaction[] = [
  ...importReactions,
  ...xlsformReactions,
  ...indicatorReactions,
  ...tellReactions,
  ...letterReactions,
];

/** Where residents hand something in: HTML both ways, no account, each declared by name. `assets` are the built style sheets and scripts by plain name. */
export const openDoors = (house: House, assets: Readonly<Record<string, string>>): readonly OpenDoor[] => {
  const means = { database: house.database, now: house.now, origin: house.settings.origin, assets };
  const became = (themeIds: readonly string[]) =>
    house.database.transaction<TellDatabase, Awaited<ReturnType<typeof readBecame>>>({ as: "system" }, (tx) =>
      readBecame(tx, themeIds),
    );
  return [
    ...campaignDoors({ ...means, became }, [trafficReceipt(means, repliesNow), commentReceipt(means)]),
    ...trafficDoors(means),
    ...consultationDoors(means),
    ...forumDoors(means),
    ...followerDoors({ ...means, mails: house.settings.mail !== undefined }),
  ];
};

/** First address words that belong to the staff app (journeys.md, "Information architecture"). */
export const STAFF_WORDS: ReadonlySet<string> = new Set([
  "lyssna",
  "lagesbild",
  "prioritera",
  "lova",
  "gora",
  "folj-upp",
  "beratta",
  "installning",
  "granskning",
  "nytt-samarbete",
  "drift",
  "oversikt",
  "min-manad",
  "falt",
  "logga-in",
  "start",
  "signera",
]);

/** First address words of what other sites' programs may read as well. */
export const SHARED_WORDS: ReadonlySet<string> = new Set(["oppna-data"]);

export type Means = {
  readonly database: Database;
  readonly settings: Settings;
  readonly log: Log;
  readonly now?: () => Instant;
  readonly wake?: () => void;
};

/** The house for this database; `now` is the clock, handed in so that tests can turn it. */
export function makeHouse({
  database,
  settings,
  log,
  now = () => instantOf(Date.now()),
  wake = () => {},
}: Means): House {
  return {
    database,
    settings,
    log,
    now,
    wake,
    files: filesOnDisk(join(settings.dataDirectory, "files")),
    newId: () => newId(Date.parse(now())),
    refusals: {
      ...platformRefusals,
      ...partnershipRefusals,
      ...collectRefusals,
      ...prioritiseRefusals,
      ...pledgeRefusals,
      ...actRefusals,
      ...followRefusals,
      ...tellRefusals,
    },
    reactions,
    personOf: (token) =>
      database.transaction<PartnershipDatabase, Awaited<ReturnType<typeof personWithGrants>>>(
        { as: "system" },
        async (tx) => {
          const owner = await sessionOwner(tx, hashToken(token), now(), settings);
          return owner === undefined ? undefined : personWithGrants(tx, owner);
        },
      ),
    partnershipOf: (tx, slug) => partnershipBySlug(tx, slug),
  };
}
