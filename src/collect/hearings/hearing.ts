// A hearing of a local actor (trade, housing company, association, school …), heard in confidence: what kind of actor is kept, never which. It is its own
// organisation's until a passage is released. A staff dialogue (medarbetardialog) is the same with one's own people: counts and short texts, no names.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import type { Category } from "../category.ts";
import type { Observation } from "../observation.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { pointsOut } from "./points-out.ts";
import { suspicionIn } from "./suspicion.ts";

export const ACTOR_KINDS = [
  "trade",
  "housing",
  "landlord",
  "association",
  "congregation",
  "school",
  "youth-centre",
  "village",
  "road-association",
  "rescue",
  "pensioners",
  "youth-council",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
export const READINGS = ["own", "shared", "counted"] as const;
/** own: the organisation that heard it. shared: both parties. counted: both, and counted openly among the kinds that have been heard. */
export type Reading = (typeof READINGS)[number];

/** Who hears and reads what was heard: a note-taker on walks does not come across it. */
export const HEARERS: readonly Role[] = ["coordinator", "liaison"];
/** The area that points at nobody. */
export const WHOLE_AREA = "hela kommunen";
/** In an area with fewer of the kind everybody would know who it was. */
export const FEWEST_ACTORS = 3;
/** With fewer answers than this a short text tells who wrote it. */
export const FEWEST_ANSWERS = 5;

/** In the order they matter to those who were heard. `voices` is how many said it, where that was counted. */
export type HeardTheme = { readonly category: Category; readonly text: string; readonly voices?: number | undefined };
export type Promised = { readonly text: string; readonly by: Day };

type Common = {
  readonly id: string;
  readonly ownerOrganisationId: string;
  readonly heldOn: Day;
  readonly themes: readonly HeardTheme[];
  readonly wishMunicipality: string;
  readonly wishPolice: string;
  /** What was promised back, and when. */
  readonly promised: Promised | undefined;
  readonly keptOn: Day | undefined;
  readonly passageIds: readonly string[];
  readonly notedAt: Instant;
  readonly revision: number;
  /** When it was corrected last. */
  readonly revisedAt: Instant | undefined;
  readonly example: boolean;
};
export type ActorHearing = Common & {
  readonly form: "actor";
  readonly actorKind: ActorKind;
  readonly area: string;
  /** «Vad gör ni själva?» */
  readonly does: string;
  readonly reading: Reading;
};
export type StaffDialogue = Common & {
  readonly form: "staff";
  readonly asked: number;
  readonly answered: number;
  readonly texts: readonly string[];
};
export type Hearing = ActorHearing | StaffDialogue;

export type HearingWhy =
  | "not-yours"
  | "themes-needed"
  | "area-needed"
  | "how-many-actors"
  | "too-few-actors"
  | "promise-needs-day"
  | "not-held-yet"
  | "sounds-like-suspicion"
  | "hearing-points-out"
  | "hearing-read-wider"
  | "too-few-for-texts"
  | "more-staff-than-asked"
  | PersonWhy;
type Answer<T> = Result<T, Refusal<HearingWhy>>;

type Said = Pick<Common, "heldOn" | "themes" | "wishMunicipality" | "wishPolice"> & {
  readonly promise: string;
  readonly promiseBy?: Day | undefined;
};
export type NewHearing = Said &
  Pick<ActorHearing, "actorKind" | "area" | "does" | "reading"> & {
    /** How many actors of the kind there are in the area, where that is not known from before. */
    readonly actors?: number | undefined;
    /** «Dela ändå»: whoever writes knows that others will understand who was heard. */
    readonly anyway?: boolean | undefined;
  };

type Noting = {
  readonly partnershipId: string;
  readonly knownActors: number | undefined;
};

export const noteHearing = command({
  event: "hearing.noted",
  may: (person: Person, _input: NewHearing, state: Noting) => mayHear(person, state.partnershipId),
  decide: (input: NewHearing, state: Noting, moment): Answer<ActorHearing> => {
    const area = input.area.trim();
    if (area === "") return no("area-needed", { field: "area" });
    if (area !== WHOLE_AREA) {
      const actors = input.actors ?? state.knownActors;
      if (actors === undefined) return no("how-many-actors", { field: "actors", detail: { area } });
      if (actors < FEWEST_ACTORS) return no("too-few-actors", { field: "area", detail: { area, actors } });
    }
    const common = commonOf(input, state.partnershipId, moment, { area, does: input.does });
    if (!common.ok) return common;
    const { actorKind, reading } = input;
    const hearing: ActorHearing = { ...common.value, form: "actor", actorKind, area, does: input.does.trim(), reading };
    const told = input.anyway === true ? undefined : pointedOut(hearing);
    return told === undefined ? yes(hearing) : { ok: false, refusal: told };
  },
});

/** What others than those who heard may read, and would understand who it was by. */
export function pointedOut(hearing: ActorHearing): Refusal<"hearing-points-out"> | undefined {
  if (hearing.reading === "own") return undefined;
  const { area, themes, does, wishMunicipality, wishPolice, promised } = hearing;
  const fields = {
    area,
    themes: themes.map(({ text }) => text).join("\n"),
    does,
    wishMunicipality,
    wishPolice,
    promise: promised?.text ?? "",
  };
  for (const [field, text] of Object.entries(fields)) {
    const found = pointsOut(text);
    if (found !== undefined) return { why: "hearing-points-out", field, detail: { found } };
  }
  return undefined;
}

export type NewStaffDialogue = Said & Pick<StaffDialogue, "asked" | "answered" | "texts">;
export const noteStaffDialogue = command({
  event: "staff-dialogue.noted",
  may: (person: Person, _input: NewStaffDialogue, state: { readonly partnershipId: string }) =>
    mayHear(person, state.partnershipId),
  decide: (input: NewStaffDialogue, state: { readonly partnershipId: string }, moment): Answer<StaffDialogue> => {
    const texts = input.texts.map((text) => text.trim()).filter((text) => text !== "");
    if (input.answered > input.asked) return no("more-staff-than-asked", { field: "answered" });
    if (texts.length > 0 && input.answered < FEWEST_ANSWERS)
      return no("too-few-for-texts", { field: "texts", detail: { fewest: FEWEST_ANSWERS } });
    const common = commonOf(input, state.partnershipId, moment, { texts: texts.join("\n") });
    if (!common.ok) return common;
    return yes({ ...common.value, form: "staff", asked: input.asked, answered: input.answered, texts });
  },
});

function commonOf(
  input: Said,
  partnershipId: string,
  { at, by, newId }: { readonly at: Instant; readonly by: Person; readonly newId: () => string },
  more: Readonly<Record<string, string>>,
): Answer<Common> {
  const themes = input.themes.map((theme) => ({ ...theme, text: theme.text.trim() })).filter(({ text }) => text !== "");
  if (themes.length === 0) return no("themes-needed", { field: "themes" });
  if (input.heldOn > dayOf(at)) return no("not-held-yet", { field: "heldOn" });
  const promise = input.promise.trim();
  if ((promise === "") !== (input.promiseBy === undefined)) return no("promise-needs-day", { field: "promise" });
  const fields = {
    themes: themes.map(({ text }) => text).join("\n"),
    wishMunicipality: input.wishMunicipality,
    wishPolice: input.wishPolice,
    promise,
    ...more,
  };
  const refused = refusedText(fields);
  if (refused !== undefined) return { ok: false, refusal: refused };
  return yes({
    id: newId(),
    ownerOrganisationId: grantsIn(by, partnershipId, HEARERS)[0]!.organisationId,
    heldOn: input.heldOn,
    themes,
    wishMunicipality: input.wishMunicipality.trim(),
    wishPolice: input.wishPolice.trim(),
    promised: input.promiseBy === undefined ? undefined : { text: promise, by: input.promiseBy },
    keptOn: undefined,
    passageIds: [],
    notedAt: at,
    revision: 1,
    revisedAt: undefined,
    example: false,
  });
}

/** What points at a person, or tells a suspicion of one; with the field it stands in. */
export function refusedText(
  fields: Readonly<Record<string, string>>,
): Refusal<"sounds-like-suspicion" | PersonWhy> | undefined {
  for (const [field, text] of Object.entries(fields)) {
    const found = suspicionIn(text);
    if (found !== undefined) return { why: "sounds-like-suspicion", field, detail: { found } };
  }
  return personRefused(fields);
}

/** «Vi har ringt»: what was promised back has been done. */
export const keepPromise = command({
  event: "hearing.promise-kept",
  may: (person: Person, _input: unknown, state: Holding) => mayHold(person, state),
  decide: (_input: unknown, { hearing }: Holding, moment) =>
    yes<Hearing>({ ...hearing, keptOn: hearing.keptOn ?? dayOf(moment.at) }),
});

export type Holding = { readonly partnershipId: string; readonly hearing: Hearing };
/** Only the organisation that heard it does anything with it. */
export function mayHold(person: Person, { partnershipId, hearing }: Holding): Refusal<"not-yours"> | undefined {
  return grantsIn(person, partnershipId, HEARERS).some(
    ({ organisationId }) => organisationId === hearing.ownerOrganisationId,
  )
    ? undefined
    : { why: "not-yours" };
}

function mayHear(person: Person, partnershipId: string): Refusal<HearingWhy> | undefined {
  return grantsIn(person, partnershipId, HEARERS).length > 0 ? undefined : { why: "not-yours" };
}

/** The themes as the picture and the evidence have them: «Handel, Ockelbo centrum», at the level they were released for. */
export function observationsOf(
  hearing: ActorHearing,
  { sourceId, word, at, newId }: { sourceId: string; word: string; at: Instant; newId: () => string },
): readonly Observation[] {
  return hearing.themes.map(({ category, text }) => ({
    id: newId(),
    sourceId,
    ownerOrganisationId: hearing.ownerOrganisationId,
    walkId: undefined,
    stopId: undefined,
    kind: category === "positive.change" || category === "place.good" ? "positive" : "problem",
    category,
    text: `${word}, ${hearing.area}: ${text}`,
    consequence: "",
    proposal: "",
    spotManager: "unknown",
    place: { kind: "area", name: hearing.area },
    when: { kind: "unknown" },
    precision: "unknown",
    sharing: hearing.reading === "own" ? "own" : "shared",
    revision: 1,
    notedAt: at,
    receivedAt: at,
    notedBy: undefined,
    withdrawnAt: undefined,
    withdrawnReason: undefined,
    example: false,
  }));
}

export const BANDS = ["1-4", "5-9", "10+"] as const;
/** How many of a kind have been heard, said no more exactly than this. */
export function bandOf(count: number): (typeof BANDS)[number] {
  return count < 5 ? "1-4" : count < 10 ? "5-9" : "10+";
}
