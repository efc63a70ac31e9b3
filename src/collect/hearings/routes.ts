import { grantsIn } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { villagesOf } from "../../partnership/store-villages.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { MADE_SOURCES, slugWithin } from "../source.ts";
import * as collect from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import {
  ACTOR_KINDS,
  type ActorHearing,
  bandOf,
  type Hearing,
  keepPromise,
  noteHearing,
  noteStaffDialogue,
  observationsOf,
} from "./hearing.ts";
import { openPassage, type Passage, sharePassage, withdrawPassage } from "./passage.ts";
import * as store from "./store.ts";
import { actorKinds } from "./words.ts";

type Ask = Asking<CollectDatabase>;

const isOwn = (ask: Ask, organisationId: string) =>
  ask.person !== undefined && grantsIn(ask.person, here(ask)).some((grant) => grant.organisationId === organisationId);
/** Every door here names a partnership; whose it is, the database sees to. */
const outOf = (ask: Ask, { passageIds: _passages, ownerOrganisationId, notedAt: _at, ...hearing }: Hearing) => ({
  ...hearing,
  own: isOwn(ask, ownerOrganisationId),
});

/** What the database withholds is not there to be told. */
const told = ({ ownerOrganisationId: _owner, toOrganisationId: _to, ...passage }: Passage) => ({
  ...passage,
  text: passage.text ?? null,
});

const listHearings = question(api.listHearings, async (_input, ask: Ask) => {
  const hearings = await store.hearingsOf(ask.tx, here(ask));
  const passages = await store.passagesOf(ask.tx, here(ask));
  const counted = hearings.filter((one): one is ActorHearing => one.form === "actor" && one.reading === "counted");
  const heard = ACTOR_KINDS.map((actorKind) => ({
    actorKind,
    count: counted.filter((one) => one.actorKind === actorKind).length,
  }));
  const villages = await villagesOf(ask.tx, here(ask));
  return yes({
    hearings: hearings.map((one) => outOf(ask, one)),
    received: passages.filter(({ toOrganisationId }) => isOwn(ask, toOrganisationId)).map(told),
    heard: heard.filter(({ count }) => count > 0).map(({ actorKind, count }) => ({ actorKind, band: bandOf(count) })),
    areas: await store.areasOf(ask.tx, here(ask)),
    villages: villages.map(({ name }) => name),
  });
});

const openHearing = question(api.openHearing, async (input, ask: Ask) => {
  const found = await store.hearingById(ask.tx, here(ask), input.id);
  if (found === undefined) return no("not-found");
  const passages = await store.passagesOf(ask.tx, here(ask));
  const other = isOwn(ask, found.ownerOrganisationId)
    ? await store.otherParty(ask.tx, here(ask), found.ownerOrganisationId)
    : undefined;
  return yes({
    hearing: outOf(ask, found),
    passages: passages.filter(({ id }) => found.passageIds.includes(id)).map(told),
    recipient: other === undefined ? null : { party: other.party, name: other.name },
  });
});

const noteHearingRoute = command(api.noteHearing, {
  rule: noteHearing,
  load: async (input, ask: Ask) => {
    const areas = await store.areasOf(ask.tx, here(ask));
    const known = areas.find(({ actorKind, area }) => actorKind === input.actorKind && area === input.area);
    return { partnershipId: here(ask), knownActors: known?.actors };
  },
  write: async (hearing, ask: Ask, input) => {
    const { ownerOrganisationId, actorKind, area } = hearing;
    await store.addHearing(ask.tx, here(ask), hearing);
    if (input.actors !== undefined)
      await store.rememberActors(ask.tx, here(ask), { ownerOrganisationId, actorKind, area, actors: input.actors });
    const sourceId = await hearingSource(ask, ownerOrganisationId);
    const word = actorKinds[actorKind].sv;
    const themes = observationsOf(hearing, { sourceId, word, at: ask.at, newId: ask.newId });
    for (const theme of themes) await collect.addObservation(ask.tx, here(ask), theme);
    return { id: hearing.id };
  },
  subject: ({ id }) => id,
});

/** Each organisation has a source of its own for what it hears in confidence; the other does not see that it is there. */
async function hearingSource(ask: Ask, organisationId: string): Promise<string> {
  const sources = await collect.sourcesOf(ask.tx, here(ask));
  const made = MADE_SOURCES.hearing;
  const standing = sources.find(
    ({ name, ownerOrganisationId, secrecyClass }) =>
      name === made.name && ownerOrganisationId === organisationId && secrecyClass === "own",
  );
  if (standing !== undefined) return standing.id;
  const id = ask.newId();
  await collect.addSource(ask.tx, here(ask), {
    ...made,
    id,
    slug: slugWithin("own", made.slug, id),
    ownerOrganisationId: organisationId,
    createdAt: ask.at,
    example: false,
  });
  return id;
}

const noteStaffDialogueRoute = command(api.noteStaffDialogue, {
  rule: noteStaffDialogue,
  load: async (_input, ask: Ask) => ({ partnershipId: here(ask) }),
  write: async (dialogue, ask: Ask) => {
    await store.addHearing(ask.tx, here(ask), dialogue);
    return { id: dialogue.id };
  },
  subject: ({ id }) => id,
});

async function holding(ask: Ask, id: string) {
  const hearing = await store.hearingById(ask.tx, here(ask), id);
  return hearing && { partnershipId: here(ask), hearing };
}

const keepHearingPromise = command(api.keepHearingPromise, {
  rule: keepPromise,
  load: async (input, ask: Ask) => holding(ask, input.id),
  write: async (hearing, ask: Ask) => {
    await store.changeHearing(ask.tx, hearing);
    return { id: hearing.id };
  },
  subject: ({ id }) => id,
});

const sharePassageRoute = command(api.sharePassage, {
  rule: sharePassage,
  load: async (input, ask: Ask) => {
    const held = await holding(ask, input.id);
    if (held === undefined) return undefined;
    return { ...held, recipient: await store.otherParty(ask.tx, here(ask), held.hearing.ownerOrganisationId) };
  },
  write: async (passage, ask: Ask, _input, { hearing }) => {
    await store.addPassage(ask.tx, here(ask), passage);
    await store.changeHearing(ask.tx, { ...hearing, passageIds: [...hearing.passageIds, passage.id] });
    return { id: passage.id };
  },
  subject: ({ id }) => id,
});

async function standing(ask: Ask, id: string) {
  const passage = await store.heldPassage(ask.tx, here(ask), id);
  return passage && { partnershipId: here(ask), passage };
}

const withdrawPassageRoute = command(api.withdrawPassage, {
  rule: withdrawPassage,
  load: async (input, ask: Ask) => standing(ask, input.id),
  write: async (passage, ask: Ask) => {
    await store.changePassage(ask.tx, passage);
    return { id: passage.id };
  },
  subject: ({ id }) => id,
});

const openPassageRoute = command(api.openPassage, {
  rule: openPassage,
  load: async (input, ask: Ask) => standing(ask, input.id),
  write: async (passage, ask: Ask) => {
    await store.changePassage(ask.tx, passage);
    // Opened now, and so let out now.
    return { id: passage.id, text: (await store.textOfPassage(ask.tx, passage.id)) ?? "" };
  },
  subject: ({ id }) => id,
});

export const hearingRoutes: readonly Route[] = [
  listHearings,
  openHearing,
  noteHearingRoute,
  noteStaffDialogueRoute,
  keepHearingPromise,
  sharePassageRoute,
  withdrawPassageRoute,
  openPassageRoute,
];
