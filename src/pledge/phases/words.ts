import type { Said, Words } from "../../ground/words.ts";
import type { PhaseName, ScheduleWhy, WaitedFor } from "./schedule.ts";
import type { ScheduleTurn } from "./turns.ts";

export const refusals = {
  "schedule-moved-meanwhile": {
    sv: "Någon har flyttat dagarna sedan du öppnade sidan. Läs de nya innan du ändrar dem.",
    en: "Somebody has moved the days since you opened the page. Read the new ones before you change them.",
  },
  "schedule-while-draft": {
    sv: "Texten är redan låst för underskrift. Sista dagen att skriva bestäms medan löftet är ett utkast.",
    en: "The text is locked for signing already. The last day of writing is set while the promise is a draft.",
  },
  "schedule-is-over": {
    sv: "Båda parter har skrivit under. Dagarna ändras inte mer.",
    en: "Both parties have signed. The days are not changed any more.",
  },
  "schedule-day-passed": {
    sv: "{day} har redan varit. Välj i dag eller senare.",
    en: "{day} has been already. Choose today or later.",
  },
  "schedule-signing-last": {
    sv: "Texten är klar först {day}. Välj en senare dag för underskrift.",
    en: "The text is done on {day} at the earliest. Choose a later day for signing.",
  },
  "schedule-after-beginning": {
    sv: "Löftet börjar gälla {day}. Det ska vara underskrivet före det. Välj en tidigare dag, eller flytta löftets första dag.",
    en: "The promise begins to hold on {day}. It is to be signed before that. Choose an earlier day, or move the promise’s first day.",
  },
  "schedule-after-end": {
    sv: "Löftet gäller till {day}. En ändring ska vara underskriven senast då.",
    en: "The promise holds until {day}. A change is to be signed by then.",
  },
  "schedule-over-comments": {
    sv: "Synpunkterna är öppna till och med {day}. Låt texten bli klar senare än så, så att svaren hinner in i den.",
    en: "The draft is open for comments until {day}. Let the text be done later than that, so that there is time for the answers in it.",
  },
  "schedule-needs-reason": {
    sv: "{day} har redan varit. Skriv varför den dagen flyttas; båda parter läser det.",
    en: "{day} has been already. Write why that day is moved; both parties read it.",
  },
} satisfies Words<Exclude<ScheduleWhy, "not-yours" | "names-a-person">>;

export const phaseNames = {
  write: { sv: "Skriva", en: "Write" },
  comments: { sv: "Synpunkter", en: "Comments" },
  finish: { sv: "Skriva klart", en: "Finish the text" },
  sign: { sv: "Underskrift", en: "Signing" },
  holds: { sv: "Gäller", en: "Holds" },
} satisfies Words<PhaseName>;

export const waitedFor = {
  writers: { sv: "Båda parter skriver", en: "Both parties write" },
  everybody: { sv: "Alla kan tycka till", en: "Everybody can comment" },
  answers: { sv: "Synpunkterna ska få svar", en: "The comments are to be answered" },
  proposal: { sv: "De som skriver lägger fram texten", en: "Those who write put the text forward" },
  signatures: { sv: "{parties} skriver under", en: "{parties} sign" },
  publication: { sv: "Väntar på att publiceras", en: "Waits to be published" },
  day: { sv: "Av sig självt", en: "By itself" },
} satisfies Words<WaitedFor>;

export const words = {
  heading: { sv: "Dagar för löftet", en: "Days of the promise" },
  from: { sv: "från {day}", en: "from {day}" },
  until: { sv: "till {day}", en: "until {day}" },
  by: { sv: "senast {day}", en: "by {day}" },
  noDay: { sv: "ingen dag än", en: "no day yet" },
  noDays: {
    sv: "Inga dagar är bestämda för att skriva och skriva under.",
    en: "No days are set for writing and signing.",
  },
  set: { sv: "Bestäm dagar", en: "Set days" },
  move: { sv: "Flytta dagar", en: "Move days" },
  setBy: { sv: "Bestämt av {party} {day}", en: "Set by {party} on {day}" },
  movedBy: { sv: "Flyttat av {party} {day}", en: "Moved by {party} on {day}" },
  other: { sv: "En part", en: "A party" },
  history: { sv: "Hur dagarna har flyttats", en: "How the days have been moved" },
  wasSet: {
    sv: "Skriva till {written}, skriva under senast {signed}.",
    en: "Write until {written}, sign by {signed}.",
  },
  because: { sv: "Skäl: {reason}", en: "Reason: {reason}" },
  frozen: { sv: "Texten är låst sedan {day}", en: "The text is locked since {day}" },
  frozenText: {
    sv: "Sista dagen att skriva har varit. Lägg fram texten för underskrift, eller flytta dagen med ett skäl för att skriva mer.",
    en: "The last day of writing has been. Put the text forward for signing, or move the day with a reason to write more.",
  },
  late: {
    sv: "{parties} har inte skrivit under. Dagen var {day}.",
    en: "{parties} {count|has|have} not signed. The day was {day}.",
  },
  writtenBy: { sv: "Sista dagen att skriva", en: "Last day of writing" },
  writtenByGuide: {
    sv: "Dagen efter är texten låst.",
    en: "The day after, the text is locked.",
  },
  signedBy: { sv: "Sista dagen att skriva under", en: "Last day to sign" },
  signedByGuide: { sv: "Före den dag då löftet börjar gälla.", en: "Before the day the promise begins to hold." },
  reason: { sv: "Varför dagen flyttas", en: "Why the day is moved" },
  reasonGuide: {
    sv: "Behövs när dagen redan har varit. Båda parter läser det; skriv ingens namn.",
    en: "Needed when the day has been already. Both parties read it; no names.",
  },
  reckonedBack: {
    sv: "Föreslaget, räknat bakåt från löftets första dag {first}: synpunkter {comments}, sedan tre veckor att skriva klart och två att skriva under. Ändra det som inte passar.",
    en: "Proposed, reckoned back from the promise’s first day {first}: comments {comments}, then three weeks to finish the text and two to sign. Change what does not suit.",
  },
  save: { sv: "Spara dagarna", en: "Save the days" },
  saved: { sv: "Dagarna är sparade. Den andra parten ser dem.", en: "The days are saved. The other party sees them." },
} satisfies Words<string>;

type TurnSaid = readonly [Said, Said];

/** What is asked of somebody on the page of what waits: the heading, and a line under it. */
export const turns = {
  "writing-ends": [
    { sv: "Skriv klart «{title}» senast {day}", en: "Finish “{title}” by {day}" },
    { sv: "Dagen efter är texten låst.", en: "The day after, the text is locked." },
  ],
  "writing-is-over": [
    { sv: "Lägg fram «{title}» för underskrift", en: "Put “{title}” forward for signing" },
    {
      sv: "Sista dagen att skriva var {day}. Texten är låst.",
      en: "The last day of writing was {day}. The text is locked.",
    },
  ],
  "signing-opened": [
    { sv: "Underskriften av «{title}» är öppen", en: "Signing “{title}” is open" },
    {
      sv: "Senast {day}. Texten är låst och läggs fram av dem som skriver; läs den redan nu.",
      en: "By {day}. The text is locked and is put forward by those who write; read it now.",
    },
  ],
  "sign-by": [
    { sv: "Skriv under «{title}» senast {day}", en: "Sign “{title}” by {day}" },
    { sv: "Du har uppdrag att skriva under.", en: "You have a mandate to sign." },
  ],
  "signature-missing": [
    { sv: "{parties} har inte skrivit under «{title}»", en: "{parties} {count|has|have} not signed “{title}”" },
    { sv: "Dagen var {day}.", en: "The day was {day}." },
  ],
} satisfies Readonly<Record<ScheduleTurn, TurnSaid>>;
