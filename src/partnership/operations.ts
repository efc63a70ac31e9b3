// What whoever runs the server does, who has no right to read.
import { command } from "../ground/command.ts";
import type { Person } from "../ground/party.ts";
import { yes } from "../ground/result.ts";

/** «Försök igen»: letters that did not go are tried from the beginning by whoever runs the server, who reads none of them. */
export const sendAgain = command({
  event: "letters.tried-again",
  may: (person: Person) => (person.operator ? undefined : { why: "not-yours" as const }),
  decide: () => yes({}),
});
