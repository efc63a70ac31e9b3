import { wasWalked } from "../../collect/walk.ts";
import { inSeries, isSameStop } from "../../collect/walks/series.ts";
import { walksOf } from "../../collect/store.ts";
import { csvOf } from "../../ground/csv.ts";
import { no, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { PHOTO_LIMITS } from "../../collect/photo.ts";
import { cleanPhoto } from "../../platform/server/photos.ts";
import type { ActDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { figuresOf } from "./figures.ts";
import * as rule from "./item.ts";
import { sayFigures, sayManager, sayPlan } from "./said.ts";
import * as photo from "./step-photo.ts";
import * as pictures from "./store-photos.ts";
import * as store from "./store.ts";
import { states, words } from "./words.ts";

type Ask = Asking<ActDatabase>;

/** An item as the list shows it. */
function listed(item: store.Item, ask: Ask) {
  const standing = rule.standingOf(item.origin, item.steps);
  const facts = rule.factsOf(standing);
  const manager = rule.managerOf(item.origin, item.steps);
  const at = { ...item, partnershipId: here(ask) };
  return {
    id: item.origin.id,
    number: item.number,
    from: item.origin.from,
    place: item.place,
    text: item.text,
    manager,
    state: facts.state,
    restsOn: facts.restsOn ?? null,
    plan: facts.plan ?? null,
    when: item.origin.decision?.when ?? "",
    late: rule.isLate(standing, dayOf(ask.at)),
    waitsForOwner: rule.waitsForOwner(standing, manager),
    mine: ask.person !== undefined && rule.grantToTake(ask.person, at, "planned") !== undefined,
    registeredOn: item.origin.registeredOn,
    of: { address: item.of.address, title: item.of.title },
    example: item.example,
  };
}

function counted(items: readonly store.Item[], today: Day) {
  const all = items.map((item) => ({ item, facts: rule.factsOf(rule.standingOf(item.origin, item.steps)) }));
  const own = all.filter(({ facts }) => facts.state !== "duplicate");
  const figures = figuresOf(
    own.map(({ item, facts }) => ({
      registeredOn: item.origin.registeredOn,
      answeredOn: item.origin.decision && dayOf(item.origin.decision.at),
      doneOn: facts.done?.on,
      hasOwner: rule.managerOf(item.origin, item.steps) !== "unknown",
    })),
    today,
  );
  return { figures, duplicates: all.length - own.length };
}

const listItems = question(api.listItems, async (_input, ask: Ask) => {
  const items = await store.itemsOf(ask.tx, here(ask));
  const { figures, duplicates } = counted(items, dayOf(ask.at));
  return yes({
    items: items.map((item) => listed(item, ask)),
    figures: { ...figures, medianDays: figures.medianDays ?? null },
    duplicates,
  });
});

/** What a decision about an item knows, and what is shown of what can be chosen. */
async function around(id: string, ask: Ask) {
  const items = await store.itemsOf(ask.tx, here(ask));
  const item = items.find(({ origin }) => origin.id === id);
  if (item === undefined) return undefined;
  const walks = await walksOf(ask.tx, here(ask));
  const walked = walks.find((walk) => walk.id === item.of.id);
  const stop = walked?.stops.find((one) => one.id === item.stopId);
  const later = walked === undefined ? [] : inSeries(walked, walks).filter((one) => one.startsAt > walked.startsAt);
  return {
    item,
    all: walks,
    walks: later
      .filter((one) => wasWalked(one) && (stop === undefined || one.stops.some((now) => isSameStop(now, stop))))
      .map((one) => ({ id: one.id, on: dayOf(one.startsAt), title: one.title })),
    others: items.filter((other) => other !== item && rule.standingOf(other.origin, other.steps).state !== "duplicate"),
  };
}

const saidOf = ({ number, place, text }: store.Item) => `${number}. ${place}: ${text}`;

const openItem = question(api.openItem, async ({ id }, ask: Ask) => {
  const found = await around(id, ask);
  if (found === undefined) return no("not-found");
  const { item, all, walks, others } = found;
  const { origin, steps } = item;
  const parties = await partiesOf(ask.tx, here(ask));
  const standing = rule.standingOf(origin, steps);
  const facts = rule.factsOf(standing);
  const walkNamed = (walkId: string | undefined) => all.find((walk) => walk.id === walkId)?.title ?? "";
  const looked = (look: rule.Look | undefined) =>
    look === undefined ? null : { on: look.on, sentence: look.sentence, walk: walkNamed(look.walkId) };
  const photos = await pictures.photosOfSteps(
    ask.tx,
    steps.map((step) => step.id),
  );
  const same = standing.state === "duplicate" ? others.find((other) => other.origin.id === standing.of) : undefined;
  const state = { ...item, partnershipId: here(ask) };
  return yes({
    ...listed(item, ask),
    proposal: item.proposal,
    reason: facts.reason,
    done: facts.done ?? null,
    look: looked(facts.look),
    notDone: looked(facts.notDone),
    told: facts.told ?? null,
    sameAs: same === undefined ? null : { id: same.origin.id, said: saidOf(same) },
    sentOn: item.sentOn ?? null,
    replied: item.replied ?? null,
    decision:
      origin.decision === undefined
        ? null
        : {
            kind: origin.decision.kind,
            reason: origin.decision.reason,
            when: origin.decision.when,
            on: dayOf(origin.decision.at),
          },
    steps: steps.map((step) => ({
      kind: step.kind,
      notedOn: dayOf(step.notedAt),
      office: step.office,
      organisation: parties.find(({ organisationId }) => organisationId === step.organisationId)?.name ?? "",
      on: "on" in step ? step.on : null,
      by: "by" in step ? step.by : null,
      inSeason: "inSeason" in step && step.inSeason,
      text: "sentence" in step ? step.sentence : "reason" in step ? step.reason : "",
      walk: "walkId" in step ? walkNamed(step.walkId) : "",
      to: "to" in step ? step.to : null,
      id: step.id,
      photos: photos.flatMap(({ step_id, id: photoId, width, height }) =>
        step_id === step.id ? [{ id: photoId, width, height }] : [],
      ),
      mayShow:
        photo.showsPlace(step) &&
        ask.person !== undefined &&
        photo.mayAdd(ask.person, { partnershipId: here(ask), step }),
    })),
    before: origin.from === "walk" ? await pictures.photosBefore(ask.tx, origin.id) : [],
    may: rule.STEP_KINDS.filter(
      (kind) =>
        rule.canNow(kind, standing.state) &&
        ask.person !== undefined &&
        rule.grantToTake(ask.person, state, kind) !== undefined,
    ),
    walks,
    others: others.map((other) => ({ id: other.origin.id, said: saidOf(other) })),
  });
});

const takeStep = command(api.takeStep, {
  rule: rule.takeStep,
  load: async ({ id }, ask: Ask) => {
    await store.holdItem(ask.tx, id);
    const found = await around(id, ask);
    return (
      found && {
        ...found.item,
        partnershipId: here(ask),
        walks: found.walks,
        others: found.others.map(({ origin }) => origin.id),
      }
    );
  },
  write: async (step, ask: Ask, { id }, { origin }) => {
    await store.addStep(ask.tx, { partnershipId: here(ask), id, from: origin.from, by: ask.person?.id }, step);
    return { id: step.id, number: step.number };
  },
  subject: (_step, { id }) => id,
  said: ({ kind, number }) => ({ kind, number }),
});

type OnPhoto = { readonly id: string; readonly stepId: string; readonly photoId: string };

async function ofStep({ id, stepId }: OnPhoto, ask: Ask): Promise<photo.OfStep | undefined> {
  const [item] = await store.itemsOf(ask.tx, here(ask), [id]);
  const step = item?.steps.find((one) => one.id === stepId);
  if (step === undefined) return undefined;
  const photos = await pictures.photosOfSteps(ask.tx, [stepId]);
  return { partnershipId: here(ask), step, photoIds: photos.map((one) => one.id) };
}

const addStepPhoto = command(api.addStepPhoto, {
  rule: {
    ...photo.addStepPhoto,
    decide: ({ photoId }: OnPhoto, state: Parameters<typeof photo.addStepPhoto.decide>[1], moment) =>
      photo.addStepPhoto.decide({ id: photoId }, state, moment),
  },
  load: async (input, ask: Ask) => {
    const state = await ofStep(input, ask);
    if (state === undefined) return undefined;
    // Whoever may not add one does not get work done on a picture either.
    const clean = photo.mayAdd(ask.person!, state) ? await cleanPhoto(ask.bytes, PHOTO_LIMITS) : no("not-a-photo");
    return { ...state, photo: clean };
  },
  write: async ({ id, photo: clean, repeated }, ask: Ask, { stepId }) => {
    const { width, height, jpeg } = clean;
    if (!repeated)
      await pictures.putStepPhoto(ask.tx, {
        id,
        partnership_id: here(ask),
        step_id: stepId,
        sha256: await ask.files.put(jpeg),
        width,
        height,
        taken_in_at: ask.at,
      });
    return { id, width, height };
  },
  subject: (_added, { id }) => id,
  quiet: ({ repeated }) => repeated,
});

const takeAwayStepPhoto = command(api.takeAwayStepPhoto, {
  rule: {
    ...photo.takeAwayStepPhoto,
    decide: ({ photoId }: OnPhoto, state: photo.OfStep, moment) =>
      photo.takeAwayStepPhoto.decide({ id: photoId }, state, moment),
  },
  load: async (input, ask: Ask) => {
    const state = await ofStep(input, ask);
    return state?.photoIds.includes(input.photoId) === true ? state : undefined;
  },
  write: async (id, ask: Ask) => {
    const bytes = await pictures.dropStepPhoto(ask.tx, id);
    if (bytes !== undefined) await ask.files.remove(bytes);
    return { id };
  },
  subject: (_id, { id }) => id,
});

const showStepPhoto = download(api.showStepPhoto, async ({ photoId }, ask: Ask) => {
  const found = await pictures.stepPhoto(ask.tx, here(ask), photoId);
  const bytes = found && (await ask.files.get(found.sha256));
  return bytes === undefined ? no("not-found") : yes({ bytes, contentType: "image/jpeg" });
});

const itemsFile = download(api.itemsFile, async ({ what }, ask: Ask) => {
  const { lang } = ask;
  const items = await store.itemsOf(ask.tx, here(ask));
  const head = (key: keyof typeof words) => say(words[key], lang);
  const rows =
    what === "siffror"
      ? [
          [head("measure"), head("value"), head("count"), head("ofHowMany")],
          ...sayFigures(counted(items, dayOf(ask.at)).figures, lang).map(({ name, value, part, of }) => [
            name,
            value,
            part,
            of,
          ]),
        ]
      : [
          [
            ...(["number", "from", "place", "seen", "proposed", "responsible", "registered", "state", "plan"] as const),
            ...(["doneOn", "checkedOn", "reasonHead"] as const),
          ].map(head),
          ...items.map((item) => {
            const facts = rule.factsOf(rule.standingOf(item.origin, item.steps));
            return [
              item.number,
              item.of.title,
              item.place,
              item.text,
              item.proposal,
              sayManager(rule.managerOf(item.origin, item.steps), lang),
              item.origin.registeredOn,
              say(states[facts.state], lang),
              sayPlan(facts.plan, lang) || (item.origin.decision?.when ?? ""),
              facts.done?.on ?? "",
              facts.look?.on ?? "",
              facts.reason,
            ];
          }),
        ];
  return yes({ bytes: csvOf(rows), contentType: "text/csv; charset=utf-8", fileName: `atgardspunkter-${what}.csv` });
});

export const actionItemRoutes: readonly Route[] = [
  listItems,
  openItem,
  takeStep,
  addStepPhoto,
  takeAwayStepPhoto,
  showStepPhoto,
  itemsFile,
];
