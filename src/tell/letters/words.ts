import type { Said, Words } from "../../ground/words.ts";
import type { LetterKind } from "./kind.ts";

export const refusals = {
  "not-an-address": {
    sv: "Det är ingen e-postadress. Skriv hela adressen, till exempel karin@ockelbo.se, eller lämna fältet tomt.",
    en: "That is no e-mail address. Give the whole address, for instance karin@ockelbo.se, or leave it empty.",
  },
} as const;

/** What the letter is called, what to do, and the words of the link. */
export const letters: Readonly<Record<Exclude<LetterKind, "weekly">, readonly [Said, Said, Said]>> = {
  sign: [
    { sv: "Du ombeds skriva under {title}", en: "You are asked to sign {title}" },
    {
      sv: "Texten är klar att skriva under i {place}. Läs den och skriv under med din nyckel.",
      en: "The text is ready to be signed in {place}. Read it and sign with your key.",
    },
    { sv: "Läs och skriv under", en: "Read and sign" },
  ],
  "second-key": [
    { sv: "Andra nyckeln behövs: {title}", en: "The second key is needed: {title}" },
    {
      sv: "Den andra parten i {place} har begärt publicering. Se sidan som alla kommer att läsa, och publicera.",
      en: "The other party in {place} has asked for publication. See the page as everybody will read it, and publish.",
    },
    { sv: "Se och publicera", en: "See and publish" },
  ],
  dispute: [
    { sv: "En invånare säger «inte klart»: {title}", en: "A resident says “not done”: {title}" },
    {
      sv: "Den som har kvittot väntar på svar inom två veckor. Vad som är kvar står i Samsyn, inte i brevet.",
      en: "Whoever has the receipt waits for an answer within two weeks. What is left stands in Samsyn, not in the letter.",
    },
    { sv: "Läs och svara", en: "Read and answer" },
  ],
  passage: [
    { sv: "En delad iakttagelse väntar på dig i {place}", en: "A shared passage waits for you in {place}" },
    {
      sv: "Den andra parten har delat något ur ett samtal. Det står i Samsyn, inte i brevet.",
      en: "The other party has shared something out of a talk. It stands in Samsyn, not in the letter.",
    },
    { sv: "Läs det som är delat", en: "Read what is shared" },
  ],
  "law-clock": [
    { sv: "Lagens två år har gått i {place}: {title}", en: "The law’s two years have passed in {place}: {title}" },
    {
      sv: "Enligt lag 2023:196 ska det göras minst vartannat år. Ta upp det för beslut och skriv in beslutet.",
      en: "By law 2023:196 it is done at least every second year. Have it decided, and note the decision.",
    },
    { sv: "Till klockorna", en: "To the clocks" },
  ],
  owner: [
    { sv: "{unit} föreslås äga «{title}»", en: "{unit} is proposed as the owner of “{title}”" },
    {
      sv: "Tacka ja, ändra eller tacka nej under Min månad. Utan svar står aktiviteten utan ägare.",
      en: "Accept, change or decline in My month. Without an answer the activity has no owner.",
    },
    { sv: "Svara under Min månad", en: "Answer in My month" },
  ],
};

export const kinds = {
  sign: { sv: "Underskrift", en: "Signature" },
  "second-key": { sv: "Andra nyckeln", en: "Second key" },
  dispute: { sv: "Inte klart", en: "Not done" },
  passage: { sv: "Delat", en: "Shared" },
  "law-clock": { sv: "Lagens klocka", en: "The law’s clock" },
  owner: { sv: "Ägare", en: "Owner" },
  weekly: { sv: "Veckobrev", en: "Weekly letter" },
} satisfies Words<LetterKind>;

export const states = {
  waiting: { sv: "Väntar", en: "Waiting" },
  sending: { sv: "Skickas", en: "Being sent" },
  sent: { sv: "Skickat", en: "Sent" },
  failed: { sv: "Försöks igen", en: "Tried again" },
  "given-up": { sv: "Inte skickat", en: "Not sent" },
} as const;

/** Why a letter was given up, where Samsyn itself says so. */
export const reasons = {
  "too-old": { sv: "Det hade väntat i en vecka.", en: "It had waited for a week." },
  left: { sv: "Personen arbetar inte här längre.", en: "The person does not work here any more." },
  interrupted: {
    sv: "Det avbröts mitt i, och kan ha kommit fram. Det skickas inte en gång till.",
    en: "It was cut off in the middle, and may have arrived. It is not sent once more.",
  },
} as const;

export const words = {
  theFollowUp: { sv: "uppföljningen {period}", en: "the follow-up {period}" },
  weekly: { sv: "Din vecka i Samsyn", en: "Your week in Samsyn" },
  weeklyLead: {
    sv: "Det här väntar på dig. Varje rad öppnar stället där det görs.",
    en: "This waits for you. Each row opens the place where it is done.",
  },
  weeklyFooter: {
    sv: "Du får brevet på måndagar när något väntar. Stäng av det här.",
    en: "You get this letter on Mondays when something waits. Switch it off here.",
  },
  footer: {
    sv: "Du får brevet för att det väntar på dig. Så här ändrar du dina brev.",
    en: "You get this letter because it waits for you. Change your letters here.",
  },
  turns: { sv: "Din tur", en: "Your turn" },
  red: { sv: "Röda listan", en: "The red list" },
  month: { sv: "Senast den här månaden", en: "By the end of this month" },
  left: { sv: "{count} kvar, senast {day}", en: "{count} left, by {day}" },
  of: { sv: "{place}: {heading}", en: "{place}: {heading}" },
  heading: { sv: "Brev", en: "Letters" },
  lead: {
    sv: "Ett brev i veckan, måndag 07.00, när något väntar. Sex saker skriver genast: ett löfte att skriva under, en andra nyckel till det, «inte klart», något delat, en av lagens klockor och en föreslagen ägare. Breven har rubriker och länkar, aldrig innehåll.",
    en: "One letter a week, Monday 07.00, when something waits. Six things write at once: a promise to sign, a second key to it, “not done”, something shared, one of the law’s clocks, and a proposed owner. Letters have titles and links, never content.",
  },
  yours: { sv: "Dina brev", en: "Your letters" },
  noneYours: { sv: "Inget brev än", en: "No letter yet" },
  noneYoursText: {
    sv: "Här syns breven också när de inte skickas.",
    en: "Letters are seen here also when they are not sent.",
  },
  others: { sv: "Brev till andra i din organisation", en: "Letters to others of your organisation" },
  othersText: {
    sv: "Rubrik och läge, så att du ser vad som har gått ut. Vad som står i dem läser bara den som fick dem.",
    en: "Title and state, so that you see what has gone out. What they say is read by whoever got them.",
  },
  letter: { sv: "Brev", en: "Letter" },
  to: { sv: "Till", en: "To" },
  made: { sv: "Skrivet", en: "Written" },
  state: { sv: "Läge", en: "State" },
  read: { sv: "Läs brevet", en: "Read the letter" },
  gone: { sv: "Texten tas bort efter 30 dagar.", en: "The text is removed after 30 days." },
  seenHere: { sv: "Syns här, ingen adress", en: "Seen here, no address" },
  settings: { sv: "Vart breven går", en: "Where letters go" },
  address: { sv: "Din e-postadress i arbetet", en: "Your work e-mail address" },
  addressGuide: {
    sv: "Syns bara för dig. Tomt: breven syns här och skickas inte.",
    en: "Seen by you only. Empty: letters are seen here and not sent.",
  },
  weeklyOn: { sv: "Skicka veckobrevet", en: "Send the weekly letter" },
  save: { sv: "Spara", en: "Save" },
  saved: { sv: "Sparat", en: "Saved" },
  toLetters: { sv: "Brev", en: "Letters" },
} satisfies Words<string>;
