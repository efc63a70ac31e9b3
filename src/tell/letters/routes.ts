import { yes } from "../../ground/result.ts";
import { peopleOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { lettersIn, saveWish, wishOf } from "../../platform/server/mail/outbox.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import type { TellDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { LETTER_KINDS } from "./kind.ts";
import * as rule from "./letter.ts";
import { reasons } from "./words.ts";

type Ask = Asking<TellDatabase>;

const listLetters = question(api.listLetters, async (_input, ask: Ask) => {
  const id = ask.person?.id ?? "";
  const people = await peopleOf(ask.tx, here(ask));
  const letters = await lettersIn(ask.tx, here(ask));
  return yes({
    wish: await wishOf(ask.tx, id),
    letters: letters.flatMap(({ kind, subject, state, lastError, madeAt, personId, text, id: letterId }) => {
      const known = LETTER_KINDS.find((one) => one === kind);
      const reason = lastError !== null && lastError in reasons ? (lastError as keyof typeof reasons) : null;
      return known === undefined
        ? []
        : {
            id: letterId,
            kind: known,
            subject,
            state,
            reason: state === "given-up" ? reason : null,
            madeAt,
            mine: personId === id,
            to: people.find((one) => one.personId === personId)?.name ?? "",
            text,
          };
    }),
  });
});

const wishLetters = command(api.wishLetters, {
  rule: rule.wishLetters,
  load: async () => ({}),
  write: async (wish, ask: Ask) => {
    if (ask.person !== undefined) await saveWish(ask.tx, ask.person.id, wish);
    return wish;
  },
  subject: () => undefined,
  // Where somebody wants their letters is nobody else's to read in a log.
  quiet: () => true,
});

export const letterRoutes: readonly Route[] = [listLetters, wishLetters];
