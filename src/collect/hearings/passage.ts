// A passage of a hearing that is released to the other organisation: exactly these words, read by whoever releases it before it goes. It can be taken back
// until the other has opened it.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import type { PersonWhy } from "../person-in-text.ts";
import { type ActorKind, HEARERS, type Holding, mayHold, refusedText } from "./hearing.ts";
import { pointsOut } from "./points-out.ts";

export type Passage = {
  readonly id: string;
  readonly ownerOrganisationId: string;
  readonly toOrganisationId: string;
  /** Undefined when it is out of a staff dialogue. */
  readonly actorKind: ActorKind | undefined;
  readonly area: string;
  /** Undefined where the database withholds it: to those it was released to, until they open it. */
  readonly text: string | undefined;
  readonly sharedAt: Instant;
  readonly openedAt: Instant | undefined;
  readonly withdrawnAt: Instant | undefined;
  readonly example: boolean;
};

/** As it is released: exactly these words. */
export type Released = Passage & { readonly text: string };

export type PassageWhy =
  | "not-yours"
  | "passage-empty"
  | "passage-points-out"
  | "nobody-to-share-with"
  | "passage-opened"
  | "sounds-like-suspicion"
  | PersonWhy;

type Sharing = Holding & { readonly recipient: { readonly organisationId: string } | undefined };
export const sharePassage = command({
  event: "passage.shared",
  may: (person: Person, _input: unknown, state: Sharing): Refusal<PassageWhy> | undefined => mayHold(person, state),
  decide: (
    input: { readonly text: string; readonly anyway: boolean },
    { hearing, recipient }: Sharing,
    moment,
  ): Result<Released, Refusal<PassageWhy>> => {
    const text = input.text.trim();
    if (text === "") return no("passage-empty", { field: "text" });
    if (recipient === undefined) return no("nobody-to-share-with");
    const refused = refusedText({ text });
    if (refused !== undefined) return { ok: false, refusal: refused };
    const area = hearing.form === "actor" ? hearing.area : "";
    const found = pointsOut(text) ?? pointsOut(area);
    if (found !== undefined && !input.anyway) return no("passage-points-out", { field: "text", detail: { found } });
    return yes({
      id: moment.newId(),
      ownerOrganisationId: hearing.ownerOrganisationId,
      toOrganisationId: recipient.organisationId,
      actorKind: hearing.form === "actor" ? hearing.actorKind : undefined,
      area,
      text,
      sharedAt: moment.at,
      openedAt: undefined,
      withdrawnAt: undefined,
      example: false,
    });
  },
});

type Standing = { readonly partnershipId: string; readonly passage: Passage };
const speaksFor = (person: Person, partnershipId: string, organisationId: string) =>
  grantsIn(person, partnershipId, HEARERS).some((grant) => grant.organisationId === organisationId);

export const withdrawPassage = command({
  event: "passage.withdrawn",
  may: (person: Person, _input: unknown, state: Standing): Refusal<PassageWhy> | undefined =>
    speaksFor(person, state.partnershipId, state.passage.ownerOrganisationId) ? undefined : { why: "not-yours" },
  decide: (_input: unknown, { passage }: Standing, moment): Result<Passage, Refusal<PassageWhy>> =>
    passage.openedAt === undefined
      ? yes({ ...passage, withdrawnAt: passage.withdrawnAt ?? moment.at })
      : no("passage-opened"),
});

/** The other organisation reads it; from then on it is told. */
export const openPassage = command({
  event: "passage.opened",
  may: (person: Person, _input: unknown, state: Standing): Refusal<PassageWhy> | undefined =>
    speaksFor(person, state.partnershipId, state.passage.toOrganisationId) ? undefined : { why: "not-yours" },
  decide: (_input: unknown, { passage }: Standing, moment): Result<Passage, Refusal<PassageWhy>> =>
    yes({ ...passage, openedAt: passage.openedAt ?? moment.at }),
});
