// Reading what came in before anybody else does: kept, or set aside for one of a few reasons that whoever holds the receipt reads as a public template.
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import { COLLECTORS } from "../source.ts";
import type { SetAsideReason } from "./answer.ts";

type Waiting = {
  readonly partnershipId: string;
  readonly owner: string;
  readonly answer: { readonly id: string; readonly state: "waiting" | "kept" | "set-aside" };
};
/** `forget`: the words are taken away as well, since keeping them is what was wrong. */
export type Reviewed = { readonly id: string; readonly readOn: Day } & (
  | { readonly state: "kept" }
  | { readonly state: "set-aside"; readonly reason: SetAsideReason; readonly forget: boolean }
);

export const reviewAnswer = command({
  event: "response.read",
  may: (person: Person, _input: unknown, { partnershipId, owner }: Waiting): Refusal | undefined =>
    grantFor(person, partnershipId, COLLECTORS)?.organisationId === owner ? undefined : { why: "not-yours" },
  decide: ({ reason }: { readonly reason?: SetAsideReason | undefined }, { answer }: Waiting, moment) => {
    if (answer.state !== "waiting") return no("nothing-to-review");
    const read = { id: answer.id, readOn: dayOf(moment.at) };
    return yes<Reviewed>(
      reason === undefined
        ? { ...read, state: "kept" }
        : { ...read, state: "set-aside", reason, forget: reason === "points-at-a-person" },
    );
  },
});
