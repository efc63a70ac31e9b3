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
  WHOLE_AREA,
} from "./hearing.ts";
import { openPassage, type Passage, sharePassage, withdrawPassage } from "./passage.ts";
import * as store from "./store.ts";
import * as revision from "./revision.ts";
import { actorKinds, TAKEN_OUT } from "./words.ts";

type Ask = Asking<CollectDatabase>;

const isOwn = (ask: Ask, organisationId: string) =>
  ask.person !== undefined && grantsIn(ask.person, here(ask)).some((grant) => grant.organisationId === organisationId);
/** Every door here names a partnership; whose it is, the database sees to. */
const outOf = (
  ask: Ask,
  { passageIds: _passages, ownerOrganisationId, notedAt: _at, revision: _revision, ...hearing }: Hearing,
) => ({
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
  load: async (input, ask: Ask) => ({ partnershipId: here(ask), knownActors: await knownActors(ask, input) }),
  write: async (hearing, ask: Ask, input) => {
    await store.addHearing(ask.tx, here(ask), hearing);
    await remember(ask, hearing, input.actors);
    await landThemes(ask, hearing, []);
    return { id: hearing.id };
  },
  subject: ({ id }) => id,
});

async function knownActors(ask: Ask, wanted: Pick<ActorHearing, "actorKind" | "area">): Promise<number | undefined> {
  const areas = await store.areasOf(ask.tx, here(ask));
  return areas.find(({ actorKind, area }) => actorKind === wanted.actorKind && area === wanted.area)?.actors;
}

async function remember(ask: Ask, { ownerOrganisationId, actorKind, area }: ActorHearing, actors: number | undefined) {
  if (actors !== undefined && area !== WHOLE_AREA)
    await store.rememberActors(ask.tx, here(ask), { ownerOrganisationId, actorKind, area, actors });
}

/** As the picture has them. A corrected theme is written over: its revisions would tell the other what was taken out. */
async function landThemes(ask: Ask, hearing: ActorHearing, standing: readonly string[]): Promise<void> {
  const sourceId = await hearingSource(ask, hearing.ownerOrganisationId);
  const ids = [...standing];
  const themes = observationsOf(hearing, {
    sourceId,
    word: actorKinds[hearing.actorKind].sv,
    at: ask.at,
    newId: () => ids.shift() ?? ask.newId(),
  });
  for (const [place, theme] of themes.entries())
    if (place < standing.length) await collect.rewriteObservation(ask.tx, theme);
    else await collect.addObservation(ask.tx, here(ask), theme);
  for (const id of ids) {
    const gone = await collect.observationById(ask.tx, here(ask), id);
    if (gone === undefined) continue;
    await collect.rewriteObservation(ask.tx, { ...gone, text: TAKEN_OUT, sharing: "own" });
    await collect.withdrawObservation(ask.tx, { ...gone, withdrawnAt: ask.at, withdrawnReason: TAKEN_OUT });
  }
  await store.saveThemeIds(
    ask.tx,
    hearing.id,
    themes.map(({ id }) => id),
  );
}

const reviseHearingRoute = command(api.reviseHearing, {
  rule: revision.reviseHearing,
  load: async (input, ask: Ask) => {
    const held = await holding(ask, input.id);
    if (held?.hearing.form !== "actor") return undefined;
    return { ...held, hearing: held.hearing, knownActors: await knownActors(ask, input) };
  },
  write: async (after, ask: Ask, input, { hearing: before }) => {
    await store.reviseHearing(ask.tx, here(ask), { before, after, at: ask.at, by: ask.person!.id });
    await remember(ask, after, input.actors);
    await landThemes(ask, after, await store.themeIdsOf(ask.tx, after.id));
    return { id: after.id };
  },
  subject: ({ id }) => id,
});

const reviseStaffDialogueRoute = command(api.reviseStaffDialogue, {
  rule: revision.reviseStaffDialogue,
  load: async (input, ask: Ask) => {
    const held = await holding(ask, input.id);
    return held?.hearing.form === "staff" ? { ...held, hearing: held.hearing } : undefined;
  },
  write: async (after, ask: Ask, _input, { hearing: before }) => {
    await store.reviseHearing(ask.tx, here(ask), { before, after, at: ask.at, by: ask.person!.id });
    return { id: after.id };
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
  // Only who may change it can hold it; a reader is told by the rule that it is not theirs to change.
  const hearing = (await store.heldHearing(ask.tx, here(ask), id)) ?? (await store.hearingById(ask.tx, here(ask), id));
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
  reviseHearingRoute,
  reviseStaffDialogueRoute,
  keepHearingPromise,
  sharePassageRoute,
  withdrawPassageRoute,
  openPassageRoute,
];
