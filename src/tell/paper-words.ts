import type { Words } from "../ground/words.ts";

/** A published promise as a PDF with its signatures inside. */
export const paperWords = {
  facts: { sv: "Om löftet", en: "About the promise" },
  theWords: { sv: "Löftets ord", en: "The words of the promise" },
  pledge: { sv: "Löfte {number}", en: "Pledge {number}" },
  signatures: { sv: "Underskrifter", en: "Signatures" },
  party: { sv: "Part", en: "Party" },
  office: { sv: "Som", en: "As" },
  decision: { sv: "Uppdraget beslutat", en: "Mandate decided" },
  when: { sv: "När", en: "When" },
  how: { sv: "Hur", en: "How" },
  key: { sv: "med nyckel", en: "by key" },
  paper: { sv: "på papper", en: "on paper" },
  dayUnknown: { sv: "dagen är inte uppgiven", en: "the day is not stated" },
  none: { sv: "Ingen underskrift är publicerad.", en: "No signature has been published." },
  checking: { sv: "Kontrollera själv", en: "Check it yourself" },
  inside: {
    sv: "Filen med underskrifterna ligger i den här PDF:en och heter {name}. Öppna {address}, eller samma sida sparad på din dator, och välj PDF:en. Sidan säger vad som är bevisat, av vem och när, och vad som inte är det. Den skickar ingenting.",
    en: "The file of signatures is inside this PDF and is called {name}. Open {address}, or the same page kept on your computer, and choose the PDF. The page says what is proven, by whom and when, and what is not. It sends nothing.",
  },
  notSigned: {
    sv: "Det är filen inuti som är undertecknad, inte de här sidorna. Filen bevisar inte att löftet hålls.",
    en: "It is the file inside that is signed, not these pages. The file does not prove that the promise is kept.",
  },
  inLog: {
    sv: "I löftesloggen {log} är löftet post {entries}.",
    en: "In the log of promises {log} the promise is entry {entries}.",
  },
  checksum: { sv: "Textens kontrollsumma (SHA-256):", en: "The text’s checksum (SHA-256):" },
  page: { sv: "Löftets sida", en: "The promise’s page" },
  qr: { sv: "QR-kod till löftets sida, {address}", en: "QR code to the promise’s page, {address}" },
  example: { sv: "Ett påhittat exempel", en: "An invented example" },
  attachment: {
    sv: "Löftets text med underskrifterna, att kontrollera med Samsyns kontrollsida",
    en: "The text of the promise with its signatures, to be checked with Samsyn’s checking page",
  },
} satisfies Words<string>;
