import { command as rule } from "../../ground/command.ts";
import { grantFor, grantsIn } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { say, slugOf } from "../../ground/words.ts";
import { partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { cleanPhoto } from "../../platform/server/photos.ts";
import { qrSvg } from "../../platform/server/qr.ts";
import { randomId, sha256Hex } from "../../platform/server/secrets.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { receiptCode } from "../receipt.ts";
import { personRefused } from "../person-in-text.ts";
import { SENT_PHOTO } from "../sent-photo.ts";
import { COLLECTORS, slugWithin } from "../source.ts";
import { addSource, slugsIn } from "../store.ts";
import * as sent from "../store-sent.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as campaign from "./campaign.ts";
import * as coding from "./coding.ts";
import * as dispute from "./dispute.ts";
import * as review from "./review.ts";
import { takeBackResults, tellResults } from "./results.ts";
import { besideYears, type Year } from "./series.ts";
import { suggestCategories, themesLike } from "./similar.ts";
import * as codings from "./store-coding.ts";
import * as disputes from "./store-disputes.ts";
import * as photos from "./store-photo.ts";
import * as pointing from "./store-point.ts";
import * as results from "./store-results.ts";
import * as store from "./store.ts";
import * as typing from "./store-typed.ts";
import * as typed from "./typed.ts";
import { formPaper, leafletsPaper } from "./screens/paper.ts";
import { heardIn } from "./words.ts";

type Ask = Asking<CollectDatabase>;

// Campaigns

const leads = (ask: Ask, owner: string | undefined) =>
  owner !== undefined && grantFor(ask.person!, here(ask), campaign.CAMPAIGN_LEADERS)?.organisationId === owner;

async function outOf(ask: Ask, one: campaign.Campaign) {
  const { id, sourceId, ...rest } = one;
  const form = campaign.formOn(one, dayOf(ask.at));
  return { ...rest, id, form, mine: leads(ask, await store.ownerOfSource(ask.tx, sourceId)) };
}

function summed(rows: Awaited<ReturnType<typeof store.answerCounts>>) {
  const of = (state: string) => rows.filter((row) => row.state === state).reduce((sum, { count }) => sum + count, 0);
  return { waiting: of("waiting"), kept: of("kept"), setAside: of("set-aside") };
}

const listCampaigns = question(api.listCampaigns, async (_input, ask: Ask) => {
  const counted = await store.answerCounts(ask.tx, here(ask));
  const campaigns = [];
  for (const one of await store.campaignsOf(ask.tx, here(ask)))
    campaigns.push({
      ...(await outOf(ask, one)),
      counts: summed(counted.filter(({ campaignId }) => campaignId === one.id)),
    });
  return yes({ campaigns });
});

const followCampaign = question(api.followCampaign, async (input, ask: Ask) => {
  const found = await store.campaignBySlug(ask.tx, here(ask), input.slug);
  if (found === undefined) return no("not-found");
  const counted = (await store.answerCounts(ask.tx, here(ask))).filter(({ campaignId }) => campaignId === found.id);
  const versions = await store.allVersions(ask.tx, found.id);
  const waiting = await store.answersWaiting(ask.tx, found.id, review.READ_AT_ONCE);
  const seen = await photos.photosOf(
    ask.tx,
    waiting.map(({ id }) => id),
  );
  const points = await pointing.pointsOf(
    ask.tx,
    waiting.map(({ id }) => id),
  );
  const address = `${ask.site.origin}/svara/${found.slug}`;
  const told = await results.toldOf(ask.tx, found.id);
  const methods = new Map<campaign.CampaignMethod, number>();
  for (const { method, count } of counted) methods.set(method, (methods.get(method) ?? 0) + count);
  return yes({
    campaign: await outOf(ask, found),
    counts: summed(counted),
    methods: [...methods].map(([method, count]) => ({
      method,
      count,
      byChoice: campaign.isByChoice(found.sampleType, method),
    })),
    typedToday: await typing.typedOn(ask.tx, typist(ask, found), dayOf(ask.at)),
    versions,
    tallies: await store.talliesOf(ask.tx, found.id),
    groups: { ...(await store.releasedGroups(ask.tx, found.id)) },
    waiting: waiting.map(({ id, receivedOn, method, given }) => ({
      id,
      photo: seen.get(id),
      points: (points.get(id) ?? []).map(({ key, ...point }) => ({
        ...point,
        question: versions.findLast((one) => one.key === key)?.words.sv ?? key,
      })),
      receivedOn,
      method,
      said: inOrderOf(found.items, Object.entries(given)).map(([key, { version, value }]) =>
        saidIn(versions, key, version, value),
      ),
    })),
    address,
    links: [...(await store.linkedMethods(ask.tx, found.id))].map(([via, method]) => ({
      method,
      address: `${address}?via=${via}`,
    })),
    qr: qrSvg(address),
    told: told && { on: told.on, by: told.by },
  });
});

const printCampaign = download(api.printCampaign, async ({ slug, handIn, village, ...input }, ask: Ask) => {
  const found = await store.campaignBySlug(ask.tx, here(ask), slug);
  if (found === undefined) return no("not-found");
  const person = personRefused({ handIn });
  if (person !== undefined) return { ok: false, refusal: person };
  const facts = await partnershipFacts(ask.tx, here(ask));
  const address = `${ask.site.origin}/svara/${found.slug}`;
  const isLeaflets = input.paper === "leaflets";
  const isThere = isLeaflets && found.villages.some((name) => slugOf(name) === village);
  const wish = {
    campaign: found,
    partnershipName: facts?.name ?? "",
    lang: input.language,
    at: ask.at,
    shortAddress: address.replace(/^https?:\/\//, ""),
    qr: qrSvg(isThere ? `${address}?ort=${village}` : address),
  };
  const bytes = pdfOf(isLeaflets ? leafletsPaper(wish) : formPaper({ ...wish, handIn }));
  const fileName = `${isLeaflets ? "lappar" : "formular"}-${slug}-${input.language}.pdf`;
  return yes({ bytes, contentType: "application/pdf", fileName });
});

/** Of the sample's own answers: those who chose to answer beside it are laid beside nothing. */
async function yearOf(ask: Ask, one: campaign.Campaign): Promise<Year> {
  const own = <Row extends { method: campaign.CampaignMethod }>(rows: readonly Row[]) =>
    rows.filter(({ method }) => !campaign.isByChoice(one.sampleType, method));
  return {
    ...one,
    tallies: own(await store.talliesOf(ask.tx, one.id)),
    answered: own(await store.answeredOf(ask.tx, one.id)),
  };
}

const laySeries = question(api.laySeries, async (input, ask: Ask) => {
  const found = await store.campaignBySlug(ask.tx, here(ask), input.slug);
  if (found === undefined) return no("not-found");
  const earlier = [];
  for (const one of await store.earlierInSeries(ask.tx, here(ask), found)) earlier.push(await yearOf(ask, one));
  if (earlier.length === 0) return yes({ questions: [] });
  return yes({ questions: besideYears(await yearOf(ask, found), earlier) });
});

/** In the order of the questions, which the database does not keep. */
const inOrderOf = <Value>(items: readonly campaign.Item[], given: readonly (readonly [string, Value])[]) =>
  given.toSorted(([a], [b]) => items.findIndex(({ key }) => key === a) - items.findIndex(({ key }) => key === b));

/** One answer in the words of the version it was asked in. */
function saidIn(versions: readonly campaign.Item[], key: string, version: number, value: string | readonly string[]) {
  const item = versions.find((one) => one.key === key && one.version === version);
  const options = item === undefined || item.question.kind === "text" ? [] : item.question.options;
  const parts = typeof value === "string" ? [value] : value;
  return {
    question: item?.words.sv ?? key,
    text: parts
      .filter((part) => part !== "")
      .map((part) => options.find((option) => option.key === part)?.words.sv ?? part)
      .join(" · "),
  };
}

const listContacts = question(api.listContacts, async (input, ask: Ask) => {
  const found = await store.campaignBySlug(ask.tx, here(ask), input.slug);
  if (found === undefined) return no("not-found");
  if (!leads(ask, await store.ownerOfSource(ask.tx, found.sourceId))) return no("not-yours");
  return yes({ contacts: await store.contactsOf(ask.tx, found.id) });
});

const planCampaign = command(api.planCampaign, {
  rule: campaign.planCampaign,
  load: async (input, ask: Ask) => ({
    partnershipId: here(ask),
    slugs: await store.takenSlugs(ask.tx, campaign.addressOf(input)),
    earlier: input.again === undefined ? undefined : await store.campaignBySlug(ask.tx, here(ask), input.again),
  }),
  write: async (planned, ask: Ask, { sharing }) => {
    const taken = await slugsIn(ask.tx, "source", here(ask));
    const wanted = `dialog-${planned.slug}`;
    const slug = taken.includes(wanted) ? `${wanted}-${taken.length}` : wanted;
    await addSource(ask.tx, here(ask), {
      id: planned.sourceId,
      slug: slugWithin(sharing, slug, planned.sourceId),
      kind: "dialogue",
      ownerOrganisationId: grantFor(ask.person!, here(ask), campaign.CAMPAIGN_LEADERS)!.organisationId,
      name: planned.title,
      method: "Dialogkampanj med öppet formulär och andra sätt sida vid sida",
      sampleType: planned.sampleType,
      reliability: "fair",
      secrecyClass: sharing,
      caveat: campaign.caveatOf(planned.sampleType),
      createdAt: ask.at,
      example: false,
    });
    await store.addCampaign(ask.tx, here(ask), planned);
    return { slug: planned.slug };
  },
  subject: ({ id }) => id,
  said: ({ slug, series }) => ({ slug, series }),
});

async function standing(ask: Ask, slug: string) {
  const found = await store.campaignBySlug(ask.tx, here(ask), slug);
  const owner = found && (await store.ownerOfSource(ask.tx, found.sourceId));
  return found && owner !== undefined ? { partnershipId: here(ask), owner, campaign: found } : undefined;
}

const openCampaign = command(api.openCampaign, {
  rule: campaign.openCampaign,
  load: async (input, ask: Ask) => standing(ask, input.slug),
  write: async (opened, ask: Ask) => {
    await store.changeState(ask.tx, opened);
    return { slug: opened.slug, state: opened.state };
  },
  subject: ({ id }) => id,
  said: ({ slug }) => ({ slug }),
});

const closeCampaign = command(api.closeCampaign, {
  rule: campaign.closeCampaign,
  load: async (input, ask: Ask) => standing(ask, input.slug),
  write: async (closed, ask: Ask) => {
    await store.changeState(ask.tx, closed);
    return { slug: closed.slug, state: closed.state };
  },
  subject: ({ id }) => id,
  said: ({ slug }) => ({ slug }),
});

const extendCampaign = command(api.extendCampaign, {
  rule: campaign.extendCampaign,
  load: async (input, ask: Ask) => standing(ask, input.slug),
  write: async (extended, ask: Ask) => {
    await store.changeLastDay(ask.tx, extended);
    return { slug: extended.slug, to: extended.to };
  },
  subject: ({ id }) => id,
  said: ({ slug, to }) => ({ slug, to }),
});

async function toTell(ask: Ask, slug: string) {
  const found = await standing(ask, slug);
  if (found === undefined) return undefined;
  const counted = await store.answerCounts(ask.tx, here(ask));
  return {
    ...found,
    results: await results.resultsOf(ask.tx, found.campaign),
    unread: summed(counted.filter(({ campaignId }) => campaignId === found.campaign.id)).waiting,
    mayPublish: await store.mayPublish(ask.tx, found.campaign.sourceId),
    isTold: (await results.toldOf(ask.tx, found.campaign.id)) !== undefined,
  };
}

const tellResultsRoute = command(api.tellResults, {
  rule: tellResults,
  load: async (input, ask: Ask) => toTell(ask, input.slug),
  write: async (told, ask: Ask) => {
    await results.addResults(ask.tx, here(ask), told, ask.person!.id);
    return { toldOn: told.toldOn };
  },
  subject: ({ campaignId }) => campaignId,
  said: (_told, { slug }) => ({ slug }),
});

const takeBackResultsRoute = command(api.takeBackResults, {
  rule: takeBackResults,
  load: async (input, ask: Ask) => toTell(ask, input.slug),
  write: async ({ id }, ask: Ask, { slug }) => {
    await results.removeResults(ask.tx, id);
    return { slug };
  },
  subject: ({ id }) => id,
  said: (_taken, { slug }) => ({ slug }),
});

const typist = (ask: Ask, { id }: campaign.Campaign) => ({ campaignId: id, personId: ask.person!.id });

const typeAnswer = command(api.typeAnswer, {
  rule: typed.typeAnswer,
  load: async (input, ask: Ask) => standing(ask, input.slug),
  write: async ({ campaign: asked, on, given, covered, groups }, ask: Ask, { form, receipt }) => {
    const code = receiptCode(Buffer.from(sha256Hex(`typed in ${asked.id} ${form}`), "hex"));
    const id = randomId();
    const partnershipId = here(ask);
    const answer = { id, campaign: asked, partnershipId, on, method: "paper" as const, given };
    if (await store.addAnswer(ask.tx, { ...answer, receiptHash: sha256Hex(code) })) {
      await typing.countTyped(ask.tx, { ...typist(ask, asked), partnershipId }, { id, on });
      await typing.countGroupsTyped(ask.tx, asked.id, { form, groups });
    }
    const typedToday = await typing.typedOn(ask.tx, typist(ask, asked), on);
    return { typedToday, covered, ...(receipt ? { code } : {}) };
  },
  // Which answer it was would put the answers in order by the log's clock.
  subject: () => undefined,
});

const undoTyped = command(api.undoTyped, {
  rule: typed.undoTyped,
  load: async (input, ask: Ask) => {
    const found = await standing(ask, input.slug);
    if (found === undefined) return undefined;
    const paper = { form: input.form, groups: typed.groupsTyped(found.campaign, input.about) };
    return { ...found, latest: await typing.latestTyped(ask.tx, typist(ask, found.campaign), paper) };
  },
  write: async ({ id, groups }, ask: Ask, { form }, { campaign: asked }) => {
    await typing.uncountGroupsTyped(ask.tx, asked.id, { form, groups });
    await typing.takeBackTyped(ask.tx, typist(ask, asked), id);
    return { typedToday: await typing.typedOn(ask.tx, typist(ask, asked), dayOf(ask.at)) };
  },
  subject: () => undefined,
});

const reviseItem = command(api.reviseItem, {
  rule: campaign.reviseItem,
  load: async (input, ask: Ask) => standing(ask, input.slug),
  write: async (revised, ask: Ask, _input, state) => {
    await store.changeItem(ask.tx, here(ask), state.campaign, revised);
    const { key, version, breaks } = revised.after;
    return { key, version, breaks };
  },
  subject: ({ after }) => after.id,
  said: ({ after }) => ({ key: after.key, version: after.version, breaks: after.breaks ?? null }),
});

async function waitingOf(ask: Ask, id: string) {
  const [answer] = await store.answersById(ask.tx, here(ask), [id]);
  if (answer === undefined) return undefined;
  const photo = (await photos.photosOf(ask.tx, [id])).get(id);
  return { partnershipId: here(ask), owner: answer.owner, answer: { ...answer, photo } };
}

async function writeReviewed(ask: Ask, reviewed: review.Reviewed): Promise<void> {
  await store.markReviewed(ask.tx, reviewed);
  if (reviewed.state === "kept") return;
  await photos.dropPhoto(ask.tx, reviewed.id);
  await pointing.dropPoints(ask.tx, reviewed.id);
}

const reviewAnswer = command(api.reviewAnswer, {
  rule: review.reviewAnswer,
  load: async (input, ask: Ask) => waitingOf(ask, input.id),
  write: async (reviewed, ask: Ask) => {
    await writeReviewed(ask, reviewed);
    return { id: reviewed.id, state: reviewed.state };
  },
  // Which answer it was would put the answers in order by the log's clock.
  subject: () => undefined,
  said: (reviewed) => ({ state: reviewed.state, reason: reviewed.state === "set-aside" ? reviewed.reason : null }),
});

const reviewAnswers = command(api.reviewAnswers, {
  rule: review.reviewAnswers,
  load: async ({ ids }, ask: Ask) => {
    const looks = await photos.photosOf(ask.tx, ids);
    const answers = await store.answersById(ask.tx, here(ask), ids);
    return { partnershipId: here(ask), answers: answers.map((one) => ({ ...one, photo: looks.get(one.id) })) };
  },
  write: async ({ reviewed, refused }, ask: Ask) => {
    for (const one of reviewed) await writeReviewed(ask, one);
    return { read: reviewed.length, refused };
  },
  subject: () => undefined,
  said: ({ reviewed }, { reason }) => ({
    state: reason === undefined ? "kept" : "set-aside",
    reason: reason ?? null,
    answers: reviewed.length,
  }),
  quiet: ({ reviewed }) => reviewed.length === 0,
});

const showResponsePhoto = download(api.showResponsePhoto, async (input, ask: Ask) => {
  const photo = await photos.photoOf(ask.tx, here(ask), input.id);
  return photo === undefined ? no("not-found") : yes({ bytes: photo.jpeg, contentType: "image/jpeg" });
});

const coverResponsePhoto = command(api.coverResponsePhoto, {
  rule: review.coverPhoto,
  load: async (input, ask: Ask) => {
    const waiting = await waitingOf(ask, input.id);
    if (waiting === undefined) return undefined;
    // Whoever may not read it does not get work done on a picture either.
    const isRefused = review.coverPhoto.may(ask.person!, input, { ...waiting, photo: no("not-a-photo") }) !== undefined;
    return { ...waiting, photo: isRefused ? no("not-a-photo") : await cleanPhoto(ask.bytes, SENT_PHOTO) };
  },
  write: async (covered, ask: Ask, { id }) => {
    await photos.replacePhoto(ask.tx, id, covered);
    return { id };
  },
  subject: () => undefined,
});

const removeResponsePhoto = command(api.removeResponsePhoto, {
  rule: review.removePhoto,
  load: async (input, ask: Ask) => waitingOf(ask, input.id),
  write: async ({ id }, ask: Ask) => {
    await photos.dropPhoto(ask.tx, id);
    return { id };
  },
  subject: () => undefined,
});

// Coding

const listUncoded = question(api.listUncoded, async (input, ask: Ask) => {
  const known = await codings.themesWithTexts(ask.tx, here(ask));
  const rows = await codings.uncoded(ask.tx, here(ask), input.limit);
  const ids = rows.map(({ id }) => id);
  const seen = await photos.photosOf(ask.tx, ids);
  const points = await pointing.pointsOf(ask.tx, ids);
  return yes({
    rows: rows.map(({ heard, ...row }) => ({
      ...row,
      from: heard === undefined ? row.from : say(heardIn[heard], ask.lang),
      points: (points.get(row.id) ?? []).map(({ grain, position }) => ({ grain, position })),
      hasPhoto: seen.get(row.id) === "covered",
      category: row.category ?? suggestCategories(row.text)[0] ?? ("other.other" as const),
      suggested: themesLike(row.text, known).map(({ name, category }) => ({ name, category })),
    })),
  });
});

const codeRoute = command(api.code, {
  rule: coding.code,
  load: async (input, ask: Ask) => ({
    partnershipId: here(ask),
    theme: await codings.themeByName(ask.tx, here(ask), input.theme),
    codable: await codings.codableAmong(
      ask.tx,
      here(ask),
      input.subjects.map(({ id }) => id),
    ),
  }),
  write: async ({ theme, isNew, codings: made }, ask: Ask) => {
    if (isNew) await codings.addTheme(ask.tx, here(ask), theme);
    const coded = await codings.addCodings(ask.tx, here(ask), made);
    return { theme: theme.name, coded, codings: made.map(({ id }) => id) };
  },
  subject: ({ theme }) => theme.id,
  said: ({ codings: made }) => ({ pieces: made.length }),
});

const undoCoding = command(api.undoCoding, {
  rule: rule({
    event: "coding.undone",
    may: (person, _input: { id: string }, state: { partnershipId: string }) =>
      grantsIn(person, state.partnershipId, COLLECTORS).length > 0 ? undefined : { why: "not-yours" },
    decide: (input: { id: string }) => yes(input.id),
  }),
  load: async (_input, ask: Ask) => ({ partnershipId: here(ask) }),
  write: async (id, ask: Ask) => {
    await codings.removeCoding(ask.tx, here(ask), id);
    return { id };
  },
  subject: () => undefined,
});

const listThemes = question(api.listThemes, async (_input, ask: Ask) => {
  const themes = await codings.themesWithSources(ask.tx, here(ask));
  return yes({
    themes: themes.map((theme) => ({
      ...theme,
      sources: theme.sources.map(({ heard, ...one }) => ({
        ...one,
        source: heard === undefined ? one.source : say(heardIn[heard], ask.lang),
      })),
    })),
  });
});

const showTheme = command(api.showTheme, {
  rule: coding.showTheme,
  load: async (input, ask: Ask) => {
    const theme = await codings.themeById(ask.tx, here(ask), input.id);
    return theme && { partnershipId: here(ask), theme };
  },
  write: async (showing, ask: Ask, input) => {
    await codings.setShowing(ask.tx, input.id, showing);
    return { id: input.id, shown: showing.on !== undefined };
  },
  subject: (_showing, input) => input.id,
  said: ({ on }) => ({ shown: on !== undefined }),
});

const tellStep = command(api.tellStep, {
  rule: coding.tellStep,
  load: async (input, ask: Ask) =>
    (await codings.themeById(ask.tx, here(ask), input.id)) && { partnershipId: here(ask) },
  write: async (step, ask: Ask, input) => {
    await codings.addStep(ask.tx, here(ask), { ...step, themeId: input.id });
    return { id: step.id };
  },
  subject: (_step, input) => input.id,
  said: ({ kind }) => ({ kind }),
});

// What those with a receipt say is not so

const listDisputes = question(api.listDisputes, async (_input, ask: Ask) => {
  const today = dayOf(ask.at);
  const rows = await disputes.disputesOf(ask.tx, here(ask));
  const ids = rows.map(({ id }) => id);
  const shown = await sent.sentWith(ask.tx, "dispute_id", ids);
  return yes({
    disputes: rows.map(({ owner, dispute: { replied, ...said }, ...row }) => {
      const answerBy = dispute.answerBy(said.disputedOn);
      return {
        ...row,
        ...said,
        photos: shown.get(row.id) ?? [],
        answerBy,
        late: dispute.isOpen({ ...said, replied }) && answerBy < today,
        ...(replied === undefined ? {} : { reply: replied }),
        mine: leads(ask, owner),
      };
    }),
  });
});

const answerDispute = command(api.answerDispute, {
  rule: dispute.answerDispute,
  load: async ({ id }, ask: Ask) => {
    const found = await disputes.disputeById(ask.tx, here(ask), id);
    const shown = (await sent.sentWith(ask.tx, "dispute_id", [id])).get(id) ?? [];
    return found && { ...found, looks: shown.map(({ look }) => look) };
  },
  write: async (replied, ask: Ask, { id }) => {
    await disputes.answer(ask.tx, id, replied);
    return { id };
  },
  // Which receipt's it was, the log need not know.
  subject: () => undefined,
  said: ({ kind }) => ({ reply: kind }),
});

export const campaignsRoutes: readonly Route[] = [
  listCampaigns,
  followCampaign,
  printCampaign,
  laySeries,
  listContacts,
  planCampaign,
  openCampaign,
  closeCampaign,
  extendCampaign,
  tellResultsRoute,
  takeBackResultsRoute,
  typeAnswer,
  undoTyped,
  reviseItem,
  reviewAnswer,
  reviewAnswers,
  showResponsePhoto,
  coverResponsePhoto,
  removeResponsePhoto,
  listUncoded,
  codeRoute,
  undoCoding,
  listThemes,
  showTheme,
  tellStep,
  listDisputes,
  answerDispute,
];
