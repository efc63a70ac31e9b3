import { grantsIn } from "../../ground/party.ts";
import { yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { partnershipFacts } from "../../partnership/store.ts";
import { villagesOf } from "../../partnership/store-villages.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { answerCounts, campaignsOf, releasedGroups } from "../campaigns/store.ts";
import { hearingsOf } from "../hearings/store.ts";
import { readTableFile } from "../series/series-file.ts";
import { dialoguesOf, walksOf } from "../store.ts";
import { wasWalked } from "../walk.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as heard from "./heard.ts";
import { takeInPopulation, type TakingIn, tryOutPopulation } from "./population-file.ts";
import * as store from "./store.ts";

type Ask = Asking<CollectDatabase>;
/** What a packed file may unpack to. */
const UNPACKED_LIMIT = 60 * 1024 * 1024;
const NO_BYTES = new Uint8Array();

const listHeard = question(api.listHeard, async (_input, ask: Ask) => {
  const gatherings = await gatheringsOf(ask);
  const population = await store.latestPopulation(ask.tx, here(ask));
  const groups = heard.heardBeside(gatherings, population);
  const places = await placesOf(ask);
  const villages = heard.villagesHeard(places, gatherings, dayOf(ask.at));
  const fileIds = [...new Set(places.flatMap(({ fileId }) => fileId ?? []))];
  const actors = heard.actorsHeard(await actorsOf(ask), dayOf(ask.at));
  return yes({
    population,
    localityFiles: await store.filesOf(ask.tx, here(ask), fileIds),
    from: gatherings.map(({ on }) => on).toSorted()[0],
    gatherings: gatherings.length,
    heads: gatherings.reduce((sum, { all }) => sum + (all ?? 0), 0),
    groups,
    villages,
    actors,
    next: heard.nextToHear(groups, villages, actors),
  });
});

/** Where people may be heard, and how many live there. */
async function placesOf(ask: Ask): Promise<heard.Inhabited[]> {
  return heard.inhabitedPlaces(await villagesOf(ask.tx, here(ask)), await store.localitiesOf(ask.tx, here(ask)));
}

/** When which kinds of local actors were heard, in what the reader's organisation heard or was let read. */
async function actorsOf(ask: Ask) {
  const hearings = await hearingsOf(ask.tx, here(ask));
  return hearings.flatMap((one) => (one.form === "actor" ? [{ kind: one.actorKind, on: one.heldOn }] : []));
}

/** Walks that were walked, dialogues that were held and campaigns that are closed, as the reader may see them. */
async function gatheringsOf(ask: Ask): Promise<heard.Gathering[]> {
  const walks = (await walksOf(ask.tx, here(ask))).flatMap((walk): heard.Gathering[] =>
    !wasWalked(walk)
      ? []
      : [
          {
            kind: "walk",
            slug: walk.slug,
            title: walk.title,
            villages: walk.village === undefined ? [] : [walk.village],
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
      villages: [],
      on: heldFrom,
      counts: heard.groupsOf(answered),
      all: answered.all,
    }),
  );
  return [...walks, ...dialogues, ...(await campaignsHeard(ask))];
}

/** With the groups that were let out, which stand by themselves, and how many answers were kept. */
async function campaignsHeard(ask: Ask): Promise<heard.Gathering[]> {
  const today = dayOf(ask.at);
  const counts = await answerCounts(ask.tx, here(ask));
  const closed = (await campaignsOf(ask.tx, here(ask))).filter(({ state }) => state === "closed");
  const gatherings: heard.Gathering[] = [];
  for (const { id, slug, title, villages, to } of closed)
    gatherings.push({
      kind: "campaign",
      slug,
      title,
      villages,
      // Closed before its last day it has been heard, and not in time to come.
      on: to < today ? to : today,
      counts: heard.detachedGroups(await releasedGroups(ask.tx, id)),
      all: counts
        .filter((one) => one.campaignId === id && one.state === "kept")
        .reduce((sum, { count }) => sum + count, 0),
    });
  return gatherings;
}

const recordPopulation = command(api.recordPopulation, {
  rule: heard.recordPopulation,
  load: async (_input, ask: Ask) => ({ partnershipId: here(ask) }),
  write: async (population, ask: Ask) => {
    await store.keepPopulation(ask.tx, here(ask), population, ask.at);
    return { year: population.year };
  },
  subject: () => undefined,
  said: ({ year, source }) => ({ year, source }),
});

/** What the rule needs to know of a file and of what is known before it. Whoever may not take it in is not read for. */
async function takingIn(ask: Ask): Promise<TakingIn | undefined> {
  const facts = await partnershipFacts(ask.tx, here(ask));
  if (facts === undefined) return undefined;
  const keeps = ask.person !== undefined && grantsIn(ask.person, here(ask), heard.KEEPERS).length > 0;
  return {
    partnershipId: here(ask),
    today: dayOf(ask.at),
    municipalityCode: facts.municipality_code,
    municipalityName: facts.municipality_name,
    file: await readTableFile(keeps ? ask.bytes : NO_BYTES, UNPACKED_LIMIT),
    places: await placesOf(ask),
    known: await store.latestPopulation(ask.tx, here(ask)),
    knownYears: await store.populationYears(ask.tx, here(ask)),
  };
}

const tryOutPopulationFile = command(api.tryOutPopulationFile, {
  rule: tryOutPopulation,
  load: async (_input, ask: Ask) => takingIn(ask),
  write: async ({ file, population, localities, total, ages, sexes, remarks }, _ask: Ask) => ({
    file,
    total,
    ages,
    sexes,
    localities,
    remarks,
    counts: population?.counts ?? {},
  }),
  subject: () => undefined,
  quiet: () => true,
});

const takeInPopulationFile = command(api.takeInPopulationFile, {
  rule: takeInPopulation,
  load: async (_input, ask: Ask) => takingIn(ask),
  write: async ({ file, population, localities }, ask: Ask) => {
    await store.addPopulationFile(ask.tx, here(ask), file, ask.at);
    if (population !== undefined) await store.keepPopulation(ask.tx, here(ask), population, ask.at);
    await store.keepLocalities(ask.tx, here(ask), file, localities);
    return { year: file.year, groups: Object.keys(population?.counts ?? {}).length, localities: localities.length };
  },
  subject: () => undefined,
  said: ({ file, localities }) => ({
    year: file.year,
    source: file.source,
    table: file.tableId,
    localities: localities.length,
  }),
});

export const heardRoutes: readonly Route[] = [listHeard, recordPopulation, tryOutPopulationFile, takeInPopulationFile];
