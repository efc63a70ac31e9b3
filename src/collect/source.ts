// A source: where knowledge comes from, who owns it, and what one must know before believing it (domain.md 3.2). Nothing is collected without one,
// and its caveat travels with every figure made of it.
import { command } from "../ground/command.ts";
import { grantFor, grantsIn, type Person, type Role } from "../ground/party.ts";
import { no, type Refusal, yes } from "../ground/result.ts";
import type { Instant } from "../ground/time.ts";
import { slugOf } from "../ground/words.ts";
import { personRefused, type PersonWhy } from "./person-in-text.ts";

export const SOURCE_KINDS = [
  "walk",
  "dialogue",
  "staff",
  "resident-report",
  "weekly-report",
  "police-events",
  "event-file",
  "survey",
  "statistics",
  "traffic-measurement",
  "hearing",
  "other",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SAMPLE_TYPES = ["random", "self-selected", "panel", "total", "not-a-sample"] as const;
/** Who was asked. Self-selected answers say nothing about those who did not answer, and say so wherever they go. */
export type SampleType = (typeof SAMPLE_TYPES)[number];
export const RELIABILITIES = ["high", "fair", "low", "unknown"] as const;
export type Reliability = (typeof RELIABILITIES)[number];
/** own: there for the owner's people only. shared: for both parties. public: for everybody. */
export const SECRECY_CLASSES = ["own", "shared", "public"] as const;
export type SecrecyClass = (typeof SECRECY_CLASSES)[number];

/** What kind of knowledge a source gives: how it feels, what somebody wrote down, what an instrument or a sample measured. */
export type Knowledge = "felt" | "recorded" | "measured";
const KNOWLEDGE: Readonly<Record<SourceKind, Knowledge>> = {
  walk: "felt",
  dialogue: "felt",
  hearing: "felt",
  survey: "felt",
  "resident-report": "felt",
  staff: "recorded",
  "weekly-report": "recorded",
  "police-events": "recorded",
  "event-file": "recorded",
  statistics: "recorded",
  "traffic-measurement": "measured",
  other: "recorded",
};
export function knowledgeOf(kind: SourceKind): Knowledge {
  return KNOWLEDGE[kind];
}

/** A public page or paper that the source can be read on, and when it was read. */
export type Reference = { readonly title: string; readonly url?: string; readonly read?: string };

export type Source = {
  readonly id: string;
  readonly slug: string;
  readonly kind: SourceKind;
  readonly ownerOrganisationId: string;
  readonly name: string;
  readonly method: string;
  readonly sampleType: SampleType;
  readonly reliability: Reliability;
  readonly secrecyClass: SecrecyClass;
  readonly caveat: string;
  readonly reference?: Reference | undefined;
  readonly createdAt: Instant;
  readonly example: boolean;
  /** Made by itself for one organisation's notes: not there for the other until one of them is shared. */
  readonly seenWhenShared?: boolean;
};

export type NewSource = Pick<
  Source,
  "kind" | "name" | "method" | "sampleType" | "reliability" | "secrecyClass" | "caveat" | "reference"
>;

/** Who may register what they know and what they know it from. */
export const COLLECTORS: readonly Role[] = ["coordinator", "liaison", "note-taker", "activity-owner"];

/** Whether somebody may take care of what was sent to this organisation here. */
export const collectsFor = (person: Person, partnershipId: string, owner: string): boolean =>
  grantsIn(person, partnershipId, COLLECTORS).some(({ organisationId }) => organisationId === owner);

/** Whether somebody may gather anything here at all: nobody else gets work done on a file of theirs. */
export const mayCollect = (person: Person | undefined, partnershipId: string): boolean =>
  person !== undefined && grantFor(person, partnershipId, COLLECTORS) !== undefined;

export type SourceWhy = "not-yours" | "name-needed" | PersonWhy;
type Registering = { readonly partnershipId: string; readonly slugs: readonly string[] };

export const registerSource = command({
  event: "source.registered",
  may: (person: Person, _input: NewSource, state: Registering): Refusal<SourceWhy> | undefined =>
    grantFor(person, state.partnershipId, COLLECTORS) === undefined ? { why: "not-yours" } : undefined,
  decide: (input: NewSource, state: Registering, moment) => {
    const wanted = freeSlug(input.name, state.slugs);
    if (wanted === "") return no<SourceWhy>("name-needed", { field: "name" });
    const person = personRefused({
      name: input.name,
      method: input.method,
      caveat: input.caveat,
      read: input.reference?.read,
    });
    if (person !== undefined) return { ok: false as const, refusal: person };
    const id = moment.newId();
    return yes<Source>({
      ...input,
      id,
      slug: slugWithin(input.secrecyClass, wanted, id),
      ownerOrganisationId: ownerOf(moment.by, state.partnershipId),
      createdAt: moment.at,
      example: false,
    });
  },
});

/** The organisation a person collects for in a partnership. Ask `may` first: throws for somebody who may not. */
export function ownerOf(person: Person, partnershipId: string): string {
  const grant = grantFor(person, partnershipId, COLLECTORS);
  if (grant === undefined) throw new Error("Somebody without a role to collect was let through");
  return grant.organisationId;
}

/** An address part nobody has: the words of the name, a number after when they are taken; empty when the name has no letters. */
export function freeSlug(name: string, taken: readonly string[]): string {
  const wanted = slugOf(name);
  if (wanted === "" || !taken.includes(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.includes(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** What only its owner sees has an address nobody else comes to ask for: a clash of names would tell the other organisation that it is there. */
export function slugWithin(secrecyClass: SecrecyClass, slug: string, id: string): string {
  return secrecyClass === "own" ? `${slug}-${id.slice(-8)}` : slug;
}

/** The sources Samsyn makes by itself the first time they are needed, so that nobody has to describe them in the dark. */
export const MADE_SOURCES = {
  staff: {
    kind: "staff",
    slug: "egna-iakttagelser",
    name: "Egna iakttagelser",
    method: "Personal antecknar vad de ser i tjänsten",
    sampleType: "not-a-sample",
    reliability: "fair",
    secrecyClass: "shared",
    caveat: "Antecknas när någon råkar se det. Att inget är antecknat betyder inte att inget har hänt.",
  },
  "weekly-report": {
    kind: "weekly-report",
    slug: "veckorapport",
    name: "Veckorapporter från rapportörer",
    method: "Utbildade rapportörer säger varje vecka vad som hänt på platser de sköter",
    sampleType: "not-a-sample",
    reliability: "fair",
    secrecyClass: "shared",
    caveat: "Fler rapporter betyder inte alltid fler händelser. Vem som rapporterat vilken vecka visar täckningen.",
  },
  "resident-report": {
    kind: "resident-report",
    slug: "synpunkter-om-trafik",
    name: "Synpunkter om trafik",
    method: "De som hör av sig om en väg, räknade sträcka för sträcka",
    sampleType: "self-selected",
    reliability: "fair",
    secrecyClass: "shared",
    caveat: "De som hörde av sig säger hur de har det. Att ingen har hört av sig betyder inte att det är lugnt.",
  },
  hearing: {
    kind: "hearing",
    slug: "samtal-med-lokala-aktorer",
    name: "Samtal med lokala aktörer",
    method: "Samtal i förtroende. Vilken sorts aktör sparas, inte vem.",
    sampleType: "not-a-sample",
    reliability: "fair",
    secrecyClass: "own",
    caveat: "De som har hörts säger hur de har det. Delas inte utan beslut.",
  },
  "police-events": {
    kind: "police-events",
    slug: "polisens-handelser",
    name: "Händelser polisen valt att publicera",
    method: "polisen.se/api/events, Polismyndighetens öppna data",
    sampleType: "not-a-sample",
    reliability: "low",
    secrecyClass: "public",
    caveat:
      "Ett urval för pressen, ingen statistik. Platsen är kommunen eller länet, aldrig adressen. Nattsammanfattningar rymmer flera händelser och räknas inte som en.",
  },
} as const satisfies Readonly<Record<string, NewSource & { slug: string }>>;
