// What was put forward is taken back and written again; what is not to be is laid down. By either party, with a reason both read. What is published is changed by a change of it.
import { personIn } from "../collect/person-in-text.ts";
import { command } from "../ground/command.ts";
import type { Person } from "../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import type { Instant } from "../ground/time.ts";
import { type PledgeDocument, type State, writerIn } from "./lifecycle.ts";

export type TakenBack = {
  readonly id: string;
  readonly documentId: string;
  /** Back to a draft, or laid down for good. */
  readonly kind: "back" | "dropped";
  /** The text as it was then. */
  readonly revision: number;
  readonly contentHash: string;
  readonly reason: string;
  readonly organisationId: string;
  readonly at: Instant;
  readonly example: boolean;
};

export type TakeBackWhy =
  | "not-yours"
  | "names-a-person"
  | "comments-go-on"
  | "published-is-amended"
  | "moved-on-meanwhile"
  | "take-back-needs-reason";

/** What the one button does where a document stands so: only what nobody has signed becomes a draft again. */
export function takenBackAs(state: State): TakenBack["kind"] | undefined {
  if (state === "published" || state === "closed") return undefined;
  return state === "proposed" ? "back" : "dropped";
}

type Here = { readonly partnershipId: string; readonly document: PledgeDocument; readonly isHeard: boolean };
export type TakeBackWish = {
  /** As it stood when the button was pressed: what has been signed since is not laid down unseen. */
  readonly state: State;
  readonly revision: number;
  readonly reason: string;
};

export const takeBack = command({
  event: "pledge.taken-back",
  may: (person: Person, _input: TakeBackWish, { partnershipId }: Here): Refusal<TakeBackWhy> | undefined =>
    writerIn(person, partnershipId) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    input: TakeBackWish,
    { partnershipId, document, isHeard }: Here,
    moment,
  ): Result<TakenBack, Refusal<TakeBackWhy>> => {
    const kind = takenBackAs(document.state);
    if (kind === undefined) return no("published-is-amended");
    if (document.state !== input.state || document.revision !== input.revision) return no("moved-on-meanwhile");
    // Whoever was asked what they think of it has an answer first.
    if (isHeard) return no("comments-go-on");
    const reason = input.reason.trim();
    if (reason === "") return no("take-back-needs-reason", { field: "reason" });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    const grant = writerIn(moment.by, partnershipId);
    if (grant === undefined) throw new Error("Taken back before asking who may");
    return yes({
      id: moment.newId(),
      documentId: document.id,
      kind,
      revision: document.revision,
      contentHash: document.contentHash,
      reason,
      organisationId: grant.organisationId,
      at: moment.at,
      example: document.example,
    });
  },
});
