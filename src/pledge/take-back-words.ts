// The words of taking back what was put forward and of laying down what is not to be.
import type { Words } from "../ground/words.ts";
import type { TakeBackWhy } from "./taking-back.ts";

export const takeBackRefusals = {
  "published-is-amended": {
    sv: "Löftet är publicerat och kan inte tas tillbaka. Gör en ändring av det i stället.",
    en: "The promise is published and cannot be taken back. Make a change of it instead.",
  },
  "moved-on-meanwhile": {
    sv: "Löftet har gått vidare sedan du öppnade sidan. Läs det igen innan du tar tillbaka det eller lägger ner det.",
    en: "The promise has moved on since you opened the page. Read it again before you take it back or drop it.",
  },
  "take-back-needs-reason": {
    sv: "Skriv varför. Båda parter läser det.",
    en: "Write why. Both parties read it.",
  },
} satisfies Words<Exclude<TakeBackWhy, "not-yours" | "names-a-person" | "comments-go-on">>;

export const takeBackWords = {
  back: { sv: "Ta tillbaka", en: "Take back" },
  backText: {
    sv: "Ingen har skrivit under. Texten blir ett utkast igen och kan ändras av båda parter.",
    en: "Nobody has signed. The text becomes a draft again, which both parties can change.",
  },
  drop: { sv: "Lägg ner utkastet", en: "Drop the draft" },
  dropText: {
    sv: "Utkastet läggs ner och går inte att öppna igen. Perioden blir ledig för ett nytt.",
    en: "The draft is dropped and cannot be opened again. The period is free for a new one.",
  },
  dropSigned: { sv: "Lägg ner löftet", en: "Drop the promise" },
  dropSignedText: {
    sv: "Det är underskrivet men inte publicerat. Löftet läggs ner för båda parter och perioden blir ledig för ett nytt. Underskrifterna och raderna i loggen står kvar.",
    en: "It is signed but not published. The promise is dropped for both parties and the period is free for a new one. The signatures and the log’s entries stand.",
  },
  reason: { sv: "Varför", en: "Why" },
  reasonGuide: {
    sv: "Båda parter läser skälet. Inga namn på privatpersoner.",
    en: "Both parties read the reason. No names of private persons.",
  },
  wasBack: {
    sv: "Togs tillbaka av {party} {day}. Skäl: {reason}",
    en: "Taken back by {party} on {day}. Reason: {reason}",
  },
  dropped: { sv: "Nedlagda", en: "Dropped" },
  wasDropped: {
    sv: "Nedlagt av {party} {day}. Skäl: {reason}",
    en: "Dropped by {party} on {day}. Reason: {reason}",
  },
  other: { sv: "en annan part", en: "another party" },
} satisfies Words<string>;
