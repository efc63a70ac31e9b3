import type { Words } from "../ground/words.ts";
import type { ItemState } from "../act/items/item.ts";

/** How far a point has come, to whoever said it; those that wait are told by their answer. */
export const itemStates = {
  registered: { sv: "Väntar på svar", en: "Waiting for an answer" },
  sent: { sv: "Väntar på svar", en: "Waiting for an answer" },
  question: { sv: "Väntar på svar", en: "Waiting for an answer" },
  "not-ours": { sv: "Väntar på svar", en: "Waiting for an answer" },
  received: { sv: "Väntar på svar", en: "Waiting for an answer" },
  investigated: { sv: "Utreds", en: "Being looked into" },
  decided: { sv: "Ska åtgärdas", en: "Will be done" },
  planned: { sv: "Planerat", en: "Planned" },
  underway: { sv: "Pågår", en: "Under way" },
  done: { sv: "Klart, inte kontrollerat än", en: "Done, not checked yet" },
  verified: { sv: "Klart och kontrollerat", en: "Done and checked" },
  "fed-back": { sv: "Återkopplat", en: "Told of" },
  forwarded: { sv: "Vidarebefordrat", en: "Forwarded" },
  declined: { sv: "Avslaget", en: "Declined" },
  duplicate: { sv: "Samma som en annan punkt", en: "The same as another item" },
} satisfies Words<ItemState>;

export const words = {
  by: { sv: "senast {day}", en: "by {day}" },
  done: { sv: "Gjort {day}.", en: "Done {day}." },
  looked: { sv: "Kontrollerat på plats {day}: det är gjort.", en: "Checked on the spot {day}: it is done." },
  lookedOnWalk: {
    sv: "Kontrollerat på vandringen {day}: det är gjort.",
    en: "Checked on the walk of {day}: it is done.",
  },
  notDone: { sv: "Kontrollerat på plats {day}: det är inte gjort.", en: "Checked on the spot {day}: it is not done." },
  notDoneOnWalk: {
    sv: "Kontrollerat på vandringen {day}: det är inte gjort.",
    en: "Checked on the walk of {day}: it is not done.",
  },
  told: { sv: "Återkopplat {day}.", en: "Told of {day}." },
} satisfies Words<string>;
