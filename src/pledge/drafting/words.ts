import type { Words } from "../../ground/words.ts";
import type { Why } from "../lifecycle.ts";
import type { CommentWhy } from "./comments.ts";
import type { Change } from "./passages.ts";

export const refusals = {
  "comment-empty": {
    sv: "Det står inget än. Skriv några ord.",
    en: "There is nothing yet. Write a few words.",
  },
  "comment-settled": {
    sv: "Kommentaren är redan klar. Öppna den igen om något återstår.",
    en: "The comment is settled already. Open it again if something remains.",
  },
  "comment-is-open": {
    sv: "Kommentaren är redan öppen.",
    en: "The comment is open already.",
  },
  "passage-words-changed": {
    sv: "Orden har ändrats sedan dess. Läs det som står nu, och skriv därefter.",
    en: "The words have changed since. Read what stands there now, and write after that.",
  },
  "suggestion-does-not-fit": {
    sv: "Förslaget ryms inte i det fältet, eller är inte ett av dess val. Avböj det och skriv ett annat.",
    en: "The proposal does not fit in that field, or is none of its choices. Decline it and write another.",
  },
  "suggestion-same": {
    sv: "Förslaget är detsamma som det som står. Ändra något i det.",
    en: "The proposal is the same as what stands. Change something in it.",
  },
  "suggestion-answered": {
    sv: "Förslaget har redan fått sitt svar.",
    en: "The proposal has been answered already.",
  },
  "decline-needs-words": {
    sv: "Skriv några ord om varför, så att den som föreslog vet.",
    en: "Write a few words of why, so that whoever proposed it knows.",
  },
} satisfies Words<Exclude<CommentWhy, "not-yours" | "names-a-person" | Why>>;

export const kinds = {
  added: { sv: "Tillagt", en: "Added" },
  removed: { sv: "Borttaget", en: "Removed" },
  moved: { sv: "Flyttat", en: "Moved" },
  changed: { sv: "Ändrat", en: "Changed" },
} satisfies Words<Change["kind"]>;

export const words = {
  versions: { sv: "Versioner", en: "Versions" },
  versionsLead: {
    sv: "Varje sparad version finns kvar. Att återställa något gör en ny version; inget tas bort.",
    en: "Every saved version is kept. To restore something makes a new version; nothing is taken away.",
  },
  backToDraft: { sv: "Till löftet", en: "To the promise" },
  revision: { sv: "Version {revision}", en: "Version {revision}" },
  aside: { sv: "Sidolagd, från version {revision}", en: "Put aside, from version {revision}" },
  asideText: {
    sv: "Skrevs samtidigt som en annan ändring av samma ställe. Den står inte i löftet.",
    en: "Written at the same time as another change of the same passage. It is not in the promise.",
  },
  now: { sv: "Den som gäller nu", en: "The present one" },
  byNobody: { sv: "Okänd", en: "Unknown" },
  from: { sv: "Från", en: "From" },
  to: { sv: "Till", en: "To" },
  compare: { sv: "Jämför två versioner", en: "Compare two versions" },
  showAs: { sv: "Visa som", en: "Show as" },
  inText: { sv: "I texten", en: "In the text" },
  sideBySide: { sv: "Sida vid sida", en: "Side by side" },
  before: { sv: "Före", en: "Before" },
  after: { sv: "Efter", en: "After" },
  nothing: { sv: "Inget", en: "Nothing" },
  changes: { sv: "{count} {count|ändring|ändringar}", en: "{count} {count|change|changes}" },
  noChanges: { sv: "Inget skiljer de två versionerna åt.", en: "Nothing differs between the two versions." },
  onlyOne: {
    sv: "Det finns en version än. När någon har sparat en till går de att jämföra.",
    en: "There is one version yet. When somebody has saved another they can be compared.",
  },
  listed: { sv: "Alla versioner", en: "All versions" },
  times: { sv: "{count} versioner", en: "{count} versions" },
  everyField: { sv: "Allt som skrivs under, fält för fält", en: "Everything that is signed, field by field" },
  document: { sv: "Hela löftet", en: "The whole promise" },
  pledge: { sv: "Löfte {number}", en: "Promise {number}" },
  activity: { sv: "Aktivitet {number}", en: "Activity {number}" },
  movedFrom: { sv: "Stod förut på plats {before}, nu {after}.", en: "Stood at {before} before, now at {after}." },
  unitAccepted: { sv: "har tackat ja", en: "has accepted" },
  other: { sv: "Annat", en: "Something else" },
  restore: { sv: "Återställ", en: "Restore" },
  restoreWhat: { sv: "{where}, {field}", en: "{where}, {field}" },
  restored: {
    sv: "Återställt i en ny version. Den förra finns kvar i listan.",
    en: "Restored in a new version. The former one is still in the list.",
  },
  restoredAside: {
    sv: "Någon annan ändrade samma ställe just nu. Läs det nya och återställ igen om det behövs.",
    en: "Somebody else changed the same passage just now. Read the new one and restore again if need be.",
  },
  nowhere: {
    sv: "Det som det stod i finns inte i löftet längre.",
    en: "What it stood in is no longer in the promise.",
  },
  clash: {
    sv: "Ni ändrade samma mening. Båda versionerna är kvar, välj eller slå ihop.",
    en: "You changed the same sentence. Both versions are kept: choose, or write them together.",
  },
  clashText: {
    sv: "Det du skrev är inte sparat i löftet än. Det ligger kvar här och i versionslistan.",
    en: "What you wrote is not saved in the promise yet. It is still here and in the list of versions.",
  },
  clashLeft: { sv: "{count} kvar att välja", en: "{count} left to choose" },
  clashDone: {
    sv: "Allt är valt. Spara utkastet, så är det med.",
    en: "Everything is chosen. Save the draft, and it is in.",
  },
  chooseFirst: {
    sv: "Välj först där ni ändrade samma sak, högst upp.",
    en: "First choose where you changed the same, at the top.",
  },
  saved: { sv: "Det som är sparat", en: "What is saved" },
  yours: { sv: "Det du skrev", en: "What you wrote" },
  takeSaved: { sv: "Ta det som är sparat", en: "Take what is saved" },
  keepYours: { sv: "Behåll det du skrev", en: "Keep what you wrote" },
  writeTogether: { sv: "Skriv ihop", en: "Write together" },
  together: { sv: "Tillsammans", en: "Together" },
  takeTogether: { sv: "Använd den texten", en: "Use that text" },
  removedByThem: {
    sv: "Någon tog bort det här medan du ändrade i det.",
    en: "Somebody took this away while you changed it.",
  },
  removedByYou: {
    sv: "Du tog bort det här medan någon annan ändrade i det.",
    en: "You took this away while somebody else changed it.",
  },
  orderClash: { sv: "Ni flyttade om på olika sätt.", en: "You moved things in different ways." },
  letGo: { sv: "Ta bort det", en: "Take it away" },
  keepIt: { sv: "Behåll det", en: "Keep it" },
  brought: {
    sv: "{who} ändrade {where} medan du skrev; det är med.",
    en: "{who} changed {where} while you wrote; it is in.",
  },
  somebody: { sv: "Någon annan", en: "Somebody else" },
  colleague: { sv: "Någon i din egen organisation", en: "Somebody in your own organisation" },
  since: {
    sv: "Ändrat sedan du läste senast: {count} {count|mening|meningar}",
    en: "Changed since you last read: {count} {count|sentence|sentences}",
  },
  sinceShow: { sv: "Visa vad som ändrats", en: "Show what has changed" },
  comments: { sv: "Kommentarer", en: "Comments" },
  commentsLead: {
    sv: "Bara ni som arbetar med löftet ser dem. De publiceras aldrig.",
    en: "Only you who work on the promise see them. They are never published.",
  },
  openComments: {
    sv: "{count} {count|öppen kommentar|öppna kommentarer}",
    en: "{count} open {count|comment|comments}",
  },
  proposeWithOpen: {
    sv: "{count} {count|kommentar är öppen|kommentarer är öppna}. Ni kan gå vidare ändå.",
    en: "{count} {count|comment is|comments are} open. You can go on anyway.",
  },
  noComments: { sv: "Inga öppna kommentarer", en: "No open comments" },
  settledComments: { sv: "{count} {count|klar|klara}", en: "{count} settled" },
  comment: { sv: "Kommentera", en: "Comment" },
  commentWhole: { sv: "Kommentera hela löftet", en: "Comment on the whole promise" },
  commentOn: { sv: "Kommentera {where}", en: "Comment on {where}" },
  commentHow: {
    sv: "Markera ord i fältet först, om det gäller just dem.",
    en: "Mark words in the field first, if it is about just those.",
  },
  kindOf: { sv: "Vad du skriver", en: "What you write" },
  aComment: { sv: "Kommentar", en: "Comment" },
  aSuggestion: { sv: "Ändringsförslag", en: "Proposed change" },
  yourComment: { sv: "Din kommentar", en: "Your comment" },
  whyChange: { sv: "Varför, om det behövs", en: "Why, if need be" },
  otherWords: { sv: "Så föreslår du att det ska stå", en: "How you propose it should read" },
  send: { sv: "Skicka", en: "Send" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  sent: { sv: "Skickat. Den andra parten ser det här.", en: "Sent. The other party sees it here." },
  saveBefore: {
    sv: "Spara utkastet först, så att alla ser samma ord.",
    en: "Save the draft first, so that everybody sees the same words.",
  },
  wordsChanged: { sv: "Orden har ändrats", en: "The words have changed" },
  passageGone: { sv: "Stycket är borttaget", en: "The passage is gone" },
  reply: { sv: "Svara", en: "Answer" },
  yourReply: { sv: "Ditt svar", en: "Your answer" },
  resolve: { sv: "Klar", en: "Settled" },
  reopen: { sv: "Öppna igen", en: "Open again" },
  accept: { sv: "Godta", en: "Accept" },
  decline: { sv: "Avböj", en: "Decline" },
  declineWords: { sv: "Varför ni avböjer", en: "Why you decline" },
  wasResolved: { sv: "Klar", en: "Settled" },
  wasAccepted: { sv: "Godtaget", en: "Accepted" },
  wasDeclined: { sv: "Avböjt", en: "Declined" },
  yes: { sv: "ja", en: "yes" },
  no: { sv: "nej", en: "no" },
  noAnswer: {
    sv: "Inget svar just nu. Inget är borta.",
    en: "No answer just now. Nothing is lost.",
  },
} satisfies Words<string>;
