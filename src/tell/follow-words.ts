import type { Words } from "../ground/words.ts";

/** What a day in the public calendar is of. */
export const dates = {
  walk: { sv: "{what}", en: "{what}" },
  dialogue: { sv: "Dialog: {what}", en: "Dialogue: {what}" },
  draft: { sv: "Utkast att tycka till om: {what}", en: "A draft to comment on: {what}" },
  "promise-begins": { sv: "Börjar gälla: {what}", en: "In force from today: {what}" },
  "promise-ends": { sv: "Sista dagen: {what}", en: "Last day: {what}" },
  deadline: { sv: "Senast i dag: {what}", en: "By today: {what}" },
  "new-day": { sv: "Ny dag, efter att det inte blev av: {what}", en: "New day, after it did not happen: {what}" },
  "next-word": {
    sv: "Senast i dag berättar {what} hur det går",
    en: "By today {what} tells how it goes",
  },
} satisfies Words<string>;

/** Something that was told, as the heading of an entry in a feed. */
export const news = {
  "promise-published": { sv: "Nytt medborgarlöfte: {what}", en: "A new citizen promise: {what}" },
  "promise-changed": { sv: "Löftet är ändrat: {what}", en: "The promise has been changed: {what}" },
  report: { sv: "Så gick det {what}", en: "How it went {what}" },
  "answer-chosen": { sv: "Ni sa, vi gör: {what}", en: "You said, we do: {what}" },
  "answer-declined": { sv: "Ni sa, vi kan inte: {what}", en: "You said, we cannot: {what}" },
  "answer-merged": { sv: "Ni sa, ihop med annat: {what}", en: "You said, joined with another: {what}" },
  walk: { sv: "Protokoll: {what}", en: "Protocol: {what}" },
  dialogue: { sv: "Det här sa ni: {what}", en: "What you said: {what}" },
  road: { sv: "Vägen: {what}", en: "The road: {what}" },
  "road-answered": { sv: "Svar om vägen: {what}", en: "An answer on the road: {what}" },
  situation: { sv: "Lägesbilden {what}", en: "The situation report {what}" },
  "action-plan": { sv: "Åtgärdsplanen {what} är beslutad", en: "The action plan {what} has been decided" },
  "action-plan-followed": { sv: "Åtgärdsplanen {what} är uppföljd", en: "The action plan {what} has been followed up" },
  "draft-opened": { sv: "Tyck till om utkastet: {what}", en: "Comment on the draft: {what}" },
  "draft-closed": { sv: "Svar på era synpunkter: {what}", en: "Answers to your comments: {what}" },
  done: { sv: "Gjort: {what}", en: "Done: {what}" },
  "did-not": { sv: "Blev inte av: {what}", en: "Did not happen: {what}" },
} satisfies Words<string>;

export const followWords = {
  calendar: { sv: "Kalender", en: "Calendar" },
  calendarLead: {
    sv: "Vandringar, dialoger och utkast som är öppna för alla, och de dagar vi har lovat något till.",
    en: "Walks, dialogues and drafts that are open to all, and the days by which we have promised something.",
  },
  ahead: { sv: "Det här kommer", en: "Coming up" },
  nothingAhead: { sv: "Inget är bestämt framåt", en: "Nothing is set ahead" },
  nothingAheadText: {
    sv: "När en vandring, en dialog eller ett utkast har fått sin dag står den här.",
    en: "When a walk, a dialogue or a draft has its day it stands here.",
  },
  goesOn: { sv: "Pågår till och med {day}", en: "Goes on until {day}" },
  been: { sv: "Det här har varit", en: "What has been" },
  calledOff: { sv: "Inställt: {title}", en: "Called off: {title}" },
  example: { sv: "Exempel: {title}", en: "Example: {title}" },
  ownCalendar: { sv: "Ha kalendern i din egen", en: "Have it in your own calendar" },
  ownCalendarText: {
    sv: "Prenumerera på adressen, så följer ändringar med av sig själva. Ingen får veta att du gör det.",
    en: "Subscribe to the address, and changes come along by themselves. Nobody learns that you do.",
  },
  openInCalendar: { sv: "Öppna i kalendern", en: "Open in the calendar" },
  address: { sv: "Adressen att prenumerera på", en: "The address to subscribe to" },
  follow: { sv: "Följ utan konto", en: "Follow without an account" },
  followLead: {
    sv: "Få veta när {name} berättar något nytt. Flödet och kalendern kräver ingen uppgift om dig själv.",
    en: "Learn when {name} tells something new. The feed and the calendar need nothing about yourself.",
  },
  feeds: { sv: "Nyheter i ett flöde", en: "News in a feed" },
  feedsText: {
    sv: "Ett flöde öppnas i ett nyhetsprogram, i många e-postprogram och i en del webbläsare. Kopiera adressen dit.",
    en: "A feed is opened in a news reader, in many mail programs and in some browsers. Copy the address there.",
  },
  everything: { sv: "Allt vi berättar", en: "Everything we tell" },
  perPledge: { sv: "Ett löfte", en: "One promise" },
  perTheme: { sv: "Ett ämne", en: "One theme" },
  perArea: { sv: "En av {count} platser", en: "One of {count} places" },
  byLetter: { sv: "Brev", en: "Letters" },
  byLetterText: {
    sv: "Vill du hellre ha nyheterna i din e-post behöver vi adressen. Den används bara till det, och du tar bort den med ett tryck.",
    en: "If you would rather have the news in your e-mail we need the address. It is used for nothing else, and you remove it with one press.",
  },
  askForLetters: { sv: "Få brev när något nytt berättas", en: "Get a letter when something new is told" },
  ownReceipt: { sv: "Det du själv har sagt", en: "What you have said yourself" },
  ownReceiptText: {
    sv: "Har du en kvittokod ser du vart det du sa har kommit.",
    en: "With a receipt code you see how far what you said has come.",
  },
  toReceipt: { sv: "Till kvittot", en: "To the receipt" },
  feedTitle: { sv: "{name}: medborgarlöftet", en: "{name}: the citizen promise" },
  feedTitleOf: { sv: "{name}: {of}", en: "{name}: {of}" },
  explained: { sv: "Därför: {because}", en: "Because: {because}" },
  newDay: { sv: "Ny dag: {day}", en: "New day: {day}" },
} satisfies Words<string>;
