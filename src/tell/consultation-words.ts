import type { Words } from "../ground/words.ts";

/** The page of a draft that anybody may comment on. */
export const consultationWords = {
  draft: { sv: "Utkast", en: "Draft" },
  heading: { sv: "Utkast: {title}", en: "Draft: {title}" },
  openLead: {
    sv: "Läs och kommentera till och med {to}. Varje kommentar får ett svar.",
    en: "Read and comment up to and including {to}. Every comment is answered.",
  },
  answeringLead: {
    sv: "Tiden för kommentarer gick ut {to}. Nu besvaras de. När allt är besvarat visas texten igen, med vad den blev och varje svar.",
    en: "The time for comments ended on {to}. They are being answered. When everything is answered the text is shown again, with what it became and every answer.",
  },
  closedLead: {
    sv: "Utkastet var öppet {period}. Här står det som kommenterades, vad det blev ord för ord, och varje kommentar med sitt svar.",
    en: "The draft was open {period}. Here is what was commented on, what it became word by word, and every comment with its answer.",
  },
  can: { sv: "Det här kan du påverka", en: "This you can influence" },
  cannot: { sv: "Det här kan vi inte ändra", en: "This we cannot change" },
  notSigned: {
    sv: "Det här är ett utkast. Ingen har skrivit under det.",
    en: "This is a draft. Nobody has signed it.",
  },
  comment: { sv: "Kommentera", en: "Comment" },
  commentWhat: { sv: "Kommentera: {what}", en: "Comment: {what}" },
  comments: { sv: "{count} {count|kommentar|kommentarer}", en: "{count} {count|comment|comments}" },
  noComments: { sv: "Ingen kommenterade.", en: "Nobody commented." },
  about: { sv: "Om meningen: «{sentence}»", en: "About the sentence: “{sentence}”" },
  noAnswerYet: { sv: "Inte besvarad än.", en: "Not answered yet." },
  by: { sv: "{by}, {on}", en: "{by}, {on}" },
  becomes: { sv: "Så blir meningen:", en: "The sentence becomes:" },
  unchanged: { sv: "Oförändrat", en: "Unchanged" },
  changedTo: { sv: "Ändrat", en: "Changed" },
  added: { sv: "Nytt i texten", en: "New in the text" },
  howToRead: {
    sv: "Det överstrukna togs bort, det understrukna kom till.",
    en: "What is struck out was taken away, what is underlined was added.",
  },
  held: { sv: "Kommentarer som inte visas", en: "Comments that are not shown" },
  heldLead: {
    sv: "Den som skrev ser skälet på sitt kvitto.",
    en: "Whoever wrote sees the reason on the receipt.",
  },
  heldNone: { sv: "Alla kommentarer visas.", en: "All comments are shown." },
  why: { sv: "Varför", en: "Why" },
  howMany: { sv: "Hur många", en: "How many" },
  hash: { sv: "Textens kontrollsumma", en: "The text’s checksum" },
  openNow: { sv: "Säg vad du tycker om utkastet", en: "Say what you think of the draft" },
  openNowText: {
    sv: "{title}: öppet för kommentarer till och med {to}.",
    en: "{title}: open for comments up to and including {to}.",
  },
  readDraft: { sv: "Läs utkastet", en: "Read the draft" },
  readAnswered: { sv: "Utkastet, kommentarerna och svaren", en: "The draft, the comments and the answers" },
} satisfies Words<string>;
