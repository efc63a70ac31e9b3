// Reading what came in before anybody else does: kept, or set aside for one of a few reasons that whoever holds the receipt reads as a public template.
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import { COLLECTORS } from "../source.ts";
import type { SetAsideReason } from "../open-form.ts";
import type { CleanPhoto } from "../photo.ts";
import { type Look, unlooked } from "../sent-photo.ts";

type Waiting = {
  readonly partnershipId: string;
  readonly owner: string;
  readonly answer: {
    readonly id: string;
    readonly state: "waiting" | "kept" | "set-aside";
    readonly photo?: Look | undefined;
  };
};
const mayRead = (person: Person, _input: unknown, { partnershipId, owner }: Waiting): Refusal | undefined =>
  grantFor(person, partnershipId, COLLECTORS)?.organisationId === owner ? undefined : { why: "not-yours" };

/** `forget`: the words are taken away as well, since keeping them is what was wrong. */
export type Reviewed = { readonly id: string; readonly readOn: Day } & (
  | { readonly state: "kept" }
  | { readonly state: "set-aside"; readonly reason: SetAsideReason; readonly forget: boolean }
);

export const reviewAnswer = command({
  event: "response.read",
  may: mayRead,
  decide: ({ reason }: { readonly reason?: SetAsideReason | undefined }, { answer }: Waiting, moment) => {
    if (answer.state !== "waiting") return no("nothing-to-review");
    const unseen = unlooked([answer.photo]);
    if (reason === undefined && unseen !== undefined) return unseen;
    const read = { id: answer.id, readOn: dayOf(moment.at) };
    return yes<Reviewed>(
      reason === undefined
        ? { ...read, state: "kept" }
        : { ...read, state: "set-aside", reason, forget: reason === "points-at-a-person" },
    );
  },
});

type PhotoState = Waiting & { readonly photo: Result<CleanPhoto, Refusal> };

/** «Täck över»: the reader looks before anybody else does; what comes takes the place of what was sent, which is gone. */
export const coverPhoto = command({
  event: "response.photo-covered",
  may: mayRead,
  decide: (_input: unknown, { answer, photo }: PhotoState, moment) => {
    if (answer.photo === undefined) return no("nothing-to-review");
    return photo.ok ? yes({ ...photo.value, coveredOn: dayOf(moment.at) }) : photo;
  },
});

export const removePhoto = command({
  event: "response.photo-removed",
  may: mayRead,
  decide: (_input: unknown, { answer }: Waiting) =>
    answer.photo === undefined ? no("nothing-to-review") : yes({ id: answer.id }),
});
