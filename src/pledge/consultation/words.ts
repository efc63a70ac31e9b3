import type { FormSaid, SetAsideReason } from "../../collect/open-form.ts";
import type { Said, Words } from "../../ground/words.ts";
import type { AnswerKind, CommentWhy } from "./comment.ts";
import type { ConsultationWhy, Phase } from "./consultation.ts";
import type { PassageKind } from "./passages.ts";
import type { ConsultationTurn } from "./turns.ts";

/** Said by other rooms already. */
type Elsewhere =
  | "not-yours"
  | "names-a-person"
  | "influence-needed"
  | "ends-before-it-starts"
  | "proposal-changed"
  | "other-party-agrees"
  | "answer-needs-reason";

export const refusals = {
  "draft-is-locked": {
    sv: "Löftet är inte längre ett utkast. Synpunkter hämtas in innan det läggs fram för underskrift.",
    en: "The promise is no longer a draft. Comments are asked for before it is put forward for signing.",
  },
  "nothing-to-comment-on": {
    sv: "Utkastet har inget löfte än. Skriv minst ett att ha synpunkter på.",
    en: "The draft holds no promise yet. Write at least one to comment on.",
  },
  "draft-points-somebody-out": {
    sv: "«{said}» pekar ut någon. Utkastet läses av alla: skriv om det först.",
    en: "“{said}” points somebody out. Everybody reads the draft: reword it first.",
  },
  "draft-gives-control-away": {
    sv: "Utkastet avslöjar när en kontroll blir ({number}). Det läses av alla: skriv om det först.",
    en: "The draft gives away when a check will be ({number}). Everybody reads it: reword it first.",
  },
  "opens-in-the-past": {
    sv: "Första dagen har redan varit. Välj i dag eller senare.",
    en: "The first day has been already. Choose today or later.",
  },
  "open-too-long": {
    sv: "Det är öppet i mer än {days} dagar. Välj en tidigare sista dag.",
    en: "It is open for more than {days} days. Choose an earlier last day.",
  },
  "consultation-stands": {
    sv: "Dagarna är överenskomna och berättade. De ändras inte mer.",
    en: "The days are agreed on and told. They are not changed any more.",
  },
  "consultation-is-closed": {
    sv: "Synpunkterna är stängda. Det som sades och svarades står kvar.",
    en: "The comments are closed. What was said and answered stands.",
  },
  "consultation-not-asked": {
    sv: "Utkastet är inte öppnat för synpunkter.",
    en: "The draft has not been opened for comments.",
  },
  "days-have-passed": {
    sv: "Sista dagen i förslaget, {day}, har redan varit. Föreslå nya dagar.",
    en: "The last day of the proposal, {day}, has been already. Propose other days.",
  },
  "comments-past-writing": {
    sv: "Texten ska vara klar {day}, och synpunkterna ska få svar före det. Välj en tidigare sista dag, eller flytta sista dagen att skriva.",
    en: "The text is to be done on {day}, and the comments are to be answered before that. Choose an earlier last day, or move the last day of writing.",
  },
  "still-open": {
    sv: "Det är öppet till och med {day}. Det har vi sagt, så det går att stänga först dagen efter.",
    en: "It is open up to and including {day}. We have said so, and it can be closed the day after.",
  },
  "comments-unread": {
    sv: "{count} {count|kommentar är|kommentarer är} inte {count|genomläst|genomlästa}.",
    en: "{count} {count|comment has|comments have} not been looked through.",
  },
  "comments-unanswered": {
    sv: "{count} {count|kommentar|kommentarer} saknar svar.",
    en: "{count} {count|comment lacks|comments lack} an answer.",
  },
  "comment-needed": {
    sv: "Skriv vad du tycker om stycket.",
    en: "Write what you think of the passage.",
  },
  "comment-is-read": {
    sv: "Kommentaren visas redan. Någon annan kan ha hunnit före.",
    en: "The comment is shown already. Somebody else may have been first.",
  },
  "comment-is-held": {
    sv: "Kommentaren hålls inne, och orden är borttagna.",
    en: "The comment is held back, and its words are gone.",
  },
  "comment-not-there": {
    sv: "En av kommentarerna är inte genomläst eller visas inte. Läs in sidan igen.",
    en: "One of the comments has not been looked through or is not shown. Load the page again.",
  },
  "no-comment-chosen": {
    sv: "Välj minst en kommentar att svara på.",
    en: "Choose at least one comment to answer.",
  },
} satisfies Words<Exclude<ConsultationWhy | CommentWhy, Elsewhere>>;

export const phases = {
  asked: { sv: "Väntar på den andra partens ja", en: "Waits for the other party’s yes" },
  planned: { sv: "Öppnar av sig självt", en: "Opens by itself" },
  open: { sv: "Öppet för synpunkter", en: "Open for comments" },
  answering: { sv: "Tiden är ute, svar ges", en: "The time is up, answers are given" },
  closed: { sv: "Stängt och besvarat", en: "Closed and answered" },
} satisfies Words<Phase>;

export const answers = {
  changed: { sv: "Ändrat", en: "Changed" },
  partly: { sv: "Delvis", en: "Partly" },
  not: { sv: "Inte, därför att", en: "Not, because" },
} satisfies Words<AnswerKind>;

const passages = {
  whole: { sv: "Utkastet som helhet", en: "The draft as a whole" },
  preamble: { sv: "Inledningen", en: "The preamble" },
  pledge: { sv: "Löfte {number}", en: "Pledge {number}" },
  activity: { sv: "Aktivitet {number}", en: "Activity {number}" },
} satisfies Words<PassageKind>;

/** «Löfte 1», «Aktivitet 1.2», «Inledningen». */
export const passageName = ({ kind }: { readonly kind: PassageKind }): Said => passages[kind];

/** What the holder of a receipt reads when a comment was held, and whoever holds it when it is chosen. */
export const heldReasons = {
  "points-at-a-person": {
    sv: "Vi visar inte kommentarer om enskilda. Resten av din kommentar går att visa om du stryker namnet.",
    en: "We do not show comments about individuals. The rest of your comment can be shown if you strike out the name.",
  },
  threat: {
    sv: "Kommentaren var ett hot. Pågår det något: ring 112. Vill du tipsa polisen: ring 114 14.",
    en: "The comment was a threat. If something is happening: call 112. To tip the police: call 114 14.",
  },
  advertisement: { sv: "Kommentaren var reklam.", en: "The comment was an advertisement." },
  "off-topic": {
    sv: "Kommentaren handlade inte om utkastet. Kommunen tar emot annat på andra vägar.",
    en: "The comment was not about the draft. The municipality takes other things in other ways.",
  },
  "sent-before": {
    sv: "Samma kommentar hade kommit förut. Den första visas.",
    en: "The same comment had come before. The first one is shown.",
  },
} satisfies Words<SetAsideReason>;

/** The same in few words, in the list of how many were held. */
export const heldKinds = {
  "points-at-a-person": { sv: "Pekade ut en person", en: "Pointed at a person" },
  threat: { sv: "Hot", en: "Threat" },
  advertisement: { sv: "Reklam", en: "Advertisement" },
  "off-topic": { sv: "Handlade om något annat", en: "About something else" },
  "sent-before": { sv: "Samma som kommit förut", en: "The same as had come before" },
} satisfies Words<SetAsideReason>;

export const words = {
  heading: { sv: "Synpunkter på utkastet", en: "Comments on the draft" },
  lead: {
    sv: "Vem som helst får läsa utkastet och kommentera det stycke för stycke. Varje kommentar får ett svar innan det stängs.",
    en: "Anybody may read the draft and comment on it passage by passage. Every comment is answered before it is closed.",
  },
  toDraft: { sv: "Till utkastet", en: "To the draft" },
  loading: { sv: "Synpunkterna hämtas", en: "Fetching the comments" },
  noAnswer: {
    sv: "Synpunkterna gick inte att hämta. Försök igen om en stund.",
    en: "The comments could not be fetched. Try again in a while.",
  },
  open: { sv: "Öppna för synpunkter", en: "Open for comments" },
  openLead: {
    sv: "Texten visas som den står nu. Ni kan fortsätta skriva i utkastet under tiden. Den andra parten säger ja först.",
    en: "The text is shown as it stands now. You may go on writing in the draft meanwhile. The other party says yes first.",
  },
  from: { sv: "Första dagen", en: "First day" },
  to: { sv: "Sista dagen", en: "Last day" },
  toGuide: {
    sv: "Den dagen är hela dygnet med. Sedan stängs det av sig självt vid midnatt.",
    en: "All of that day is included. Then it ends by itself at midnight.",
  },
  can: { sv: "Det här kan du påverka", en: "This you can influence" },
  cannot: { sv: "Det här kan vi inte ändra", en: "This we cannot change" },
  influenceGuide: { sv: "Står först på sidan, för alla.", en: "Stands first on the page, for everybody." },
  propose: { sv: "Föreslå för den andra parten", en: "Propose to the other party" },
  proposeOther: { sv: "Föreslå andra dagar eller annan text", en: "Propose other days or another text" },
  proposedByYou: {
    sv: "Ni har föreslagit. Den andra parten säger ja, eller föreslår något annat.",
    en: "You have proposed. The other party says yes, or proposes something else.",
  },
  proposedByOther: { sv: "{party} föreslår att öppna för synpunkter.", en: "{party} proposes to open for comments." },
  agree: { sv: "Säg ja och öppna", en: "Say yes and open" },
  agreeLead: {
    sv: "Sidan öppnas och stängs av sig själv de dagarna, med just den här texten.",
    en: "The page opens and ends by itself on those days, with this very text.",
  },
  textShown: { sv: "Texten som visas för alla", en: "The text that is shown to everybody" },
  draftMoved: {
    sv: "Utkastet har ändrats sedan dess. Det är texten som den var då som visas.",
    en: "The draft has changed since. The text as it was then is what is shown.",
  },
  notAsked: { sv: "Utkastet är inte öppnat för synpunkter.", en: "The draft is not open for comments." },
  onlyRead: {
    sv: "Kommunens samordnare och polisens kontaktperson öppnar, läser igenom och svarar.",
    en: "The municipality’s coordinator and the police’s liaison open, look through and answer.",
  },
  when: { sv: "Öppet", en: "Open" },
  publicPage: { sv: "Se sidan för alla", en: "See the page for everybody" },
  toLookThrough: { sv: "Att läsa igenom", en: "To look through" },
  lookThroughLead: {
    sv: "Det här läser ingen annan än ni innan någon av er säger ja.",
    en: "Nobody but you reads this until one of you says yes.",
  },
  show: { sv: "Visa för alla", en: "Show to everybody" },
  hold: { sv: "Visa inte", en: "Do not show" },
  holdShown: { sv: "Ta bort från sidan", en: "Take off the page" },
  holdWhy: { sv: "Varför inte?", en: "Why not?" },
  holdSays: {
    sv: "På kvittot står: «{text}» Orden tas bort.",
    en: "The receipt says: “{text}” The words are removed.",
  },
  choose: { sv: "Välj", en: "Choose" },
  toAnswer: { sv: "Att besvara", en: "To answer" },
  answerLead: {
    sv: "Välj en eller flera som får samma svar. Alla läser svaret, och den som skrev ser det på sitt kvitto.",
    en: "Choose one or several that get the same answer. Everybody reads it, and whoever wrote sees it on the receipt.",
  },
  about: { sv: "Om meningen: «{sentence}»", en: "About the sentence: “{sentence}”" },
  nowReads: { sv: "Så står det nu", en: "It now reads" },
  unchanged: { sv: "Stycket står som det stod.", en: "The passage stands as it stood." },
  answerKind: { sv: "Svar", en: "Answer" },
  because: { sv: "Skälet", en: "The reason" },
  becauseGuide: { sv: "Alla läser det.", en: "Everybody reads it." },
  becameSentence: { sv: "Så blir meningen", en: "The sentence becomes" },
  optional: { sv: "frivilligt", en: "optional" },
  answer: { sv: "Svara på {count} {count|vald|valda}", en: "Answer the {count} chosen" },
  answered: { sv: "Besvarade", en: "Answered" },
  answeredNow: { sv: "Svaret är givet.", en: "The answer is given." },
  shownNow: { sv: "Kommentaren visas för alla.", en: "The comment is shown to everybody." },
  heldNow: {
    sv: "Kommentaren visas inte, och orden är borttagna.",
    en: "The comment is not shown, and its words are gone.",
  },
  again: { sv: "Svara på nytt", en: "Answer anew" },
  by: { sv: "{party}, {day}", en: "{party}, {day}" },
  heldHeading: { sv: "Visas inte", en: "Not shown" },
  none: { sv: "Ingen har kommenterat än.", en: "Nobody has commented yet." },
  noneCame: { sv: "Ingen kommenterade.", en: "Nobody commented." },
  nothingWaits: { sv: "Allt är läst och besvarat.", en: "Everything is read and answered." },
  close: { sv: "Stäng synpunkter", en: "Close the comments" },
  closeLead: {
    sv: "Då visas för alla vad som kommenterades, vad det blev ord för ord och varje svar.",
    en: "Then everybody sees what was commented on, what it became word by word, and every answer.",
  },
  isClosed: {
    sv: "Stängt. Sidan visar texten, vad den blev och alla svar.",
    en: "Closed. The page shows the text, what it became and every answer.",
  },
} satisfies Words<string>;

/** What waits for somebody, and why, in the overview. */
export const turns = {
  "consultation-asked": [
    { sv: "Säg ja till att öppna «{title}» för synpunkter", en: "Say yes to opening “{title}” for comments" },
    { sv: "Den andra parten har föreslagit dagar.", en: "The other party has proposed days." },
  ],
  "comments-unread": [
    {
      sv: "{count} {count|synpunkt|synpunkter} på utkastet väntar på att läsas igenom",
      en: "{count} {count|comment|comments} on the draft {count|waits|wait} to be looked through",
    },
    { sv: "«{title}». Ingen annan ser dem före det.", en: "“{title}”. Nobody else sees them before that." },
  ],
  "comments-unanswered": [
    {
      sv: "{count} {count|synpunkt|synpunkter} på utkastet väntar på svar",
      en: "{count} {count|comment|comments} on the draft {count|waits|wait} for an answer",
    },
    { sv: "«{title}». Det stängs när alla har svar.", en: "“{title}”. It is closed when all have answers." },
  ],
  "consultation-ends": [
    {
      sv: "I morgon är sista dagen för synpunkter på «{title}»",
      en: "Tomorrow is the last day for comments on “{title}”",
    },
    { sv: "Sedan stängs det av sig självt vid midnatt.", en: "Then it ends by itself at midnight." },
  ],
  "consultation-to-close": [
    { sv: "Stäng synpunkterna på «{title}»", en: "Close the comments on “{title}”" },
    { sv: "Allt är läst och besvarat.", en: "Everything is read and answered." },
  ],
} as const satisfies Readonly<Record<ConsultationTurn, readonly [Said, Said]>>;

/** The form for residents, and its receipt, in every language the forms have. */
export const form = {
  what: { sv: "kommentera", en: "comment", latt: "kommentera" },
  heading: { sv: "Vad tycker du om det här?", en: "What do you think of this?", latt: "Vad tycker du?" },
  lead: {
    sv: "Det är ett utkast till löfte. Det du skriver läses igenom, visas på sidan och får ett svar.",
    en: "It is a draft of a promise. What you write is looked through, shown on the page and answered.",
    latt: "Det här är ett förslag. Vi läser det du skriver. Vi visar det för alla. Du får ett svar.",
  },
  which: { sv: "Vad gäller det?", en: "What is it about?", latt: "Vad handlar det om?" },
  all: { sv: "Hela stycket", en: "All of the passage", latt: "Allt" },
  text: { sv: "Din kommentar", en: "Your comment", latt: "Skriv vad du tycker" },
  textGuide: {
    sv: "Skriv om löftet, inte om personer. Alla kommer att kunna läsa det.",
    en: "Write about the promise, not about people. Everybody will be able to read it.",
    latt: "Skriv inte om personer. Alla får läsa det du skriver.",
  },
  covered: {
    sv: "Vi visar inte kommentarer om enskilda. Resten av din kommentar går att visa om du stryker namnet. Vi har strukit {kind}. Läs och tryck Skicka igen.",
    en: "We do not show comments about individuals. The rest of your comment can be shown if you strike out the name. We have struck out {kind}. Read it and press Send again.",
    latt: "Vi visar inte det som handlar om en person. Vi har tagit bort {kind}. Läs texten. Tryck på Skicka igen.",
  },
  send: { sv: "Skicka", en: "Send", latt: "Skicka" },
  back: { sv: "Till utkastet", en: "To the draft", latt: "Till förslaget" },
  noAccount: {
    sv: "Inget konto, inga kakor. Vi vet inte vem du är.",
    en: "No account, no cookies. We do not know who you are.",
    latt: "Du behöver inte logga in. Vi vet inte vem du är.",
  },
  notThere: {
    sv: "Här går det inte att kommentera just nu",
    en: "Nothing can be commented on here just now",
    latt: "Du kan inte skriva här nu",
  },
  notThereText: {
    sv: "Utkastet är inte öppet för synpunkter. Har du ett kvitto ser du svaret under «Vad hände med det jag sa?».",
    en: "The draft is not open for comments. If you have a receipt the answer is under “What became of what I said?”.",
    latt: "Tiden är slut. Har du en kod? Då kan du se svaret.",
  },
  receiptTitle: { sv: "Din kommentar på utkastet", en: "Your comment on the draft", latt: "Det du skrev" },
} satisfies Readonly<Record<string, FormSaid>>;

export const receiptSteps = {
  received: { sv: "Mottaget {on}", en: "Received on {on}", latt: "Vi fick det {on}" },
  shown: {
    sv: "Genomläst {on}. Den visas på sidan med sitt svar när allt är besvarat.",
    en: "Looked through on {on}. It is shown on the page with its answer when everything is answered.",
    latt: "Vi läste det {on}. Du får ett svar.",
  },
  shownOpen: {
    sv: "Genomläst {on}. Din kommentar visas på sidan till och med {to} och får ett svar.",
    en: "Looked through on {on}. Your comment is shown on the page up to and including {to} and will be answered.",
    latt: "Vi läste det {on}. Nu kan alla läsa det. Du får ett svar.",
  },
  held: {
    sv: "Läst {on}. Den visas inte.",
    en: "Read on {on}. It is not shown.",
    latt: "Vi läste det {on}. Vi visar det inte.",
  },
  answered: { sv: "{by} svarade {on}: {kind}", en: "{by} answered on {on}: {kind}", latt: "{by} svarade {on}: {kind}" },
  becomes: { sv: "Så blir meningen: «{text}»", en: "The sentence becomes: “{text}”", latt: "Så blir det: «{text}»" },
} satisfies Readonly<Record<string, FormSaid>>;
