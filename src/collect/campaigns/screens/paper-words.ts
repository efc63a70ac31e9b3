// What stands on the campaign's papers, in the languages of the form.
import type { FormSaid } from "../../open-form.ts";

export const paper = {
  how: {
    sv: "Sätt ett kryss i rutan. Du kan hoppa över frågor.",
    en: "Put a cross in the box. You may skip questions.",
    latt: "Sätt ett kryss i rutan. Du får hoppa över frågor.",
  },
  privacy: {
    sv: "Skriv inte ditt namn. Skriv om platser och händelser, inte om personer. Vi vet inte vem du är. Pågår det nu: ring 112.",
    en: "Do not write your name. Write about places and events, not about people. We do not know who you are. If it is happening now: call 112.",
    latt: "Skriv inte ditt namn. Skriv om platser. Skriv inte om personer. Vi vet inte vem du är. Händer det nu? Ring 112.",
  },
  question: { sv: "{number}. {question}", en: "{number}. {question}", latt: "{number}. {question}" },
  version: { sv: "(version {version})", en: "(version {version})", latt: "(version {version})" },
  one: { sv: "Ett kryss.", en: "One cross.", latt: "Sätt ett kryss." },
  several: { sv: "Du kan sätta flera kryss.", en: "You may put several crosses.", latt: "Du får sätta flera kryss." },
  onlyIf: {
    sv: "Svara bara om du på fråga {number} kryssade för {answers}.",
    en: "Answer only if you crossed {answers} at question {number}.",
    latt: "Svara bara om du satte kryss vid {answers} på fråga {number}.",
  },
  or: { sv: "eller", en: "or", latt: "eller" },
  receipt: {
    sv: "Jag vill ha en kvittokod, så att jag kan se vad som händer med svaret. Fråga efter koden när du lämnar formuläret.",
    en: "I want a receipt code, to see what becomes of the answer. Ask for the code when you hand the form in.",
    latt: "Jag vill ha en kod. Med koden ser jag vad som händer. Fråga efter koden när du lämnar pappret.",
  },
  handIn: { sv: "Lämna formuläret", en: "Hand the form in", latt: "Lämna pappret" },
  where: { sv: "Lämna det här: {place}", en: "Hand it in here: {place}", latt: "Lämna det här: {place}" },
  toWhoever: {
    sv: "Lämna det till den du fick det av.",
    en: "Hand it to whoever gave it to you.",
    latt: "Lämna det till den som gav dig pappret.",
  },
  lastDay: { sv: "Sista dag: {day}.", en: "Last day: {day}.", latt: "Sista dagen är {day}." },
  onWeb: {
    sv: "Du kan också svara på nätet: {address}",
    en: "You can also answer on the web: {address}",
    latt: "Du kan också svara i mobilen eller datorn: {address}",
  },
  qr: {
    sv: "QR-kod till formuläret på {address}",
    en: "QR code to the form at {address}",
    latt: "QR-kod till frågorna på {address}",
  },
  leaflet: {
    sv: "Svara i mobilen, eller be om ett papper.",
    en: "Answer on your phone, or ask for a paper form.",
    latt: "Svara i mobilen. Du kan också be om ett papper.",
  },
  example: { sv: "Exempel", en: "Example", latt: "Exempel" },
} satisfies Readonly<Record<string, FormSaid>>;
