import type { Words } from "../../ground/words.ts";
import type { FormSaid, SetAsideReason } from "../open-form.ts";
import type { OpenFormWhy } from "../open-form-words.ts";
import type { AgeBand, Sex } from "./answer.ts";
import type { CampaignMethod, CampaignWhy } from "./campaign.ts";
import type { CodingWhy, HeardForm, ReceiptStep } from "./coding.ts";
import type { DisputeReply, DisputeVerdict, DisputeWhy } from "./dispute.ts";
import type { ResultsWhy } from "./results.ts";
import type { ReviewWhy } from "./review.ts";
import type { TypedWhy } from "./typed.ts";

/** What the pages for residents say no with; they say it on the page, with everything that was written still there. */
export type FormWhy = OpenFormWhy | "nothing-answered" | "only-a-preview" | "receipt-unknown" | "left-needed";

type OwnWhy = Exclude<
  CampaignWhy | CodingWhy | DisputeWhy | ResultsWhy | FormWhy | ReviewWhy | TypedWhy,
  OpenFormWhy | "not-yours" | "name-needed" | "ends-before-it-starts" | "reason-needed" | `text-has-${string}`
>;

export const refusals = {
  "influence-needed": {
    sv: "Skriv vad de som svarar kan påverka och vad de inte kan påverka. Det står först i formuläret.",
    en: "Write what those who answer can influence and what they cannot. It stands first in the form.",
  },
  "question-needed": { sv: "Minst en fråga behövs.", en: "At least one question is needed." },
  "answers-needed": {
    sv: "Frågan har för få svar att välja på. Skriv minst två, ett på varje rad.",
    en: "The question has too few answers to choose from. Write at least two, one on each line.",
  },
  "branch-leads-nowhere": {
    sv: "En fråga visas efter ett svar som inte finns. Välj en tidigare fråga och ett av dess svar.",
    en: "A question is shown after an answer that is not there. Choose an earlier question and one of its answers.",
  },
  "campaign-not-planned": {
    sv: "Kampanjen är redan öppnad.",
    en: "The campaign has been opened already.",
  },
  "campaign-not-open": {
    sv: "Kampanjen är inte öppen. Inget är ändrat.",
    en: "The campaign is not open. Nothing is changed.",
  },
  "last-day-passed": {
    sv: "Sista dagen har redan varit. Välj i dag eller en dag som kommer.",
    en: "The last day has passed already. Choose today or a day to come.",
  },
  "no-such-question": { sv: "Frågan finns inte i kampanjen.", en: "There is no such question in the campaign." },
  "nothing-marked": {
    sv: "Markera minst ett svar eller en anteckning i listan.",
    en: "Mark at least one answer or note in the list.",
  },
  "not-read-yet": {
    sv: "Något av det markerade är inte läst och godkänt än. Läs det först, koda sedan.",
    en: "Some of what is marked has not been read and kept yet. Read it first, then code it.",
  },
  "no-such-number": {
    sv: "Svaren har nummer 1–{last}. ”{typed}” finns inte.",
    en: "The answers are numbered 1–{last}. There is no “{typed}”.",
  },
  "one-number": {
    sv: "Här är bara ett kryss möjligt. Skriv ett nummer, eller hoppa över frågan.",
    en: "Only one cross is possible here. Write one number, or skip the question.",
  },
  "nothing-typed-in": {
    sv: "Inget svar är inskrivet än. Skriv minst ett.",
    en: "No answer is typed in yet. Write at least one.",
  },
  "nothing-to-undo": {
    sv: "Du har inget inskrivet svar från i dag att ångra.",
    en: "You have no answer typed in today to undo.",
  },
  "typed-was-read": {
    sv: "Svaret är redan läst och går inte att ångra. Inget är ändrat.",
    en: "The answer has been read already and cannot be undone. Nothing is changed.",
  },
  "not-what-was-typed": {
    sv: "Det som skulle ångras är inte det papper du skrev in senast. Inget är ändrat.",
    en: "What was to be undone is not the paper you typed in last. Nothing is changed.",
  },
  "nothing-chosen": { sv: "Välj minst ett svar i kön.", en: "Choose at least one answer in the queue." },
  "nothing-to-review": {
    sv: "Svaret är redan läst. Inget är ändrat.",
    en: "The answer has been read already. Nothing is changed.",
  },
  "photo-not-seen": {
    sv: "Titta på bilden först. Täck det som pekar ut någon, eller ta bort den.",
    en: "Look at the photo first. Cover what points at somebody, or remove it.",
  },
  "nothing-answered": {
    sv: "Du har inte svarat på något än. Gå tillbaka och svara på minst en fråga.",
    en: "You have not answered anything yet. Go back and answer at least one question.",
  },
  "only-a-preview": {
    sv: "Det här är en förhandsvisning. Inget skickas.",
    en: "This is a preview. Nothing is sent.",
  },
  "left-needed": {
    sv: "Skriv vad som är kvar, på en rad.",
    en: "Write what is left, on one line.",
  },
  "campaign-still-open": {
    sv: "Stäng kampanjen för svar först. Siffror som växer medan svaren kommer berättar vad den senaste svarade.",
    en: "Close the campaign for answers first. Figures that grow while answers come tell what the latest one said.",
  },
  "answers-unread": {
    sv: "{count} svar är inte lästa än. Läs dem först, publicera sedan.",
    en: "{count} of the answers are not read yet. Read them first, then publish.",
  },
  "nothing-coded": {
    sv: "Inget svar är kodat till ett tema än. Det är teman som publiceras, aldrig svaren.",
    en: "No answer is coded to a theme yet. Themes are published, never the answers.",
  },
  "not-asked-needed": {
    sv: "Skriv vad ni inte frågade om. Det står bredvid siffrorna.",
    en: "Write what you did not ask about. It stands beside the figures.",
  },
  "not-for-publishing": {
    sv: "När dialogen planerades bestämdes att svaren inte publiceras. De som svarade fick det löftet, så det ändras inte efteråt.",
    en: "When the dialogue was planned it was decided that the answers are not published. Those who answered were promised that, so it is not changed afterwards.",
  },
  "results-told": {
    sv: "Svaren är redan publicerade. Inget är ändrat.",
    en: "The answers are published already. Nothing is changed.",
  },
  "results-not-told": {
    sv: "Svaren är inte publicerade. Det finns inget att ta tillbaka.",
    en: "The answers are not published. There is nothing to take back.",
  },
  "dispute-answered": {
    sv: "Det är redan besvarat. Inget är ändrat.",
    en: "It has been answered already. Nothing is changed.",
  },
  "receipt-unknown": {
    sv: "Koden finns inte. Kontrollera tecknen, vi använder aldrig O eller 1.",
    en: "There is no such code. Check the characters, we never use O or 1.",
  },
} satisfies Words<OwnWhy>;

export const campaignMethods = {
  form: { sv: "Formulär på nätet", en: "Form on the web" },
  square: { sv: "På torget", en: "In the square" },
  meeting: { sv: "Möte", en: "Meeting" },
  door: { sv: "Knacka dörr", en: "Knocking on doors" },
  paper: { sv: "Papper", en: "Paper" },
} satisfies Words<CampaignMethod>;

/** Public templates: what whoever holds the receipt reads when an answer was set aside. */
export const setAsideReasons = {
  "points-at-a-person": {
    sv: "Svaret pekade ut en person. Vi sparar inte sådant. Skriv gärna igen om platsen eller händelsen.",
    en: "The answer pointed at a person. We do not keep such things. You are welcome to write again about the place or the event.",
  },
  threat: {
    sv: "Svaret var ett hot. Pågår det något: ring 112. Vill du tipsa polisen: ring 114 14.",
    en: "The answer was a threat. If something is happening: call 112. To tip the police: call 114 14.",
  },
  advertisement: { sv: "Svaret var reklam.", en: "The answer was an advertisement." },
  "off-topic": {
    sv: "Svaret handlade om något annat än frågorna. Kommunen tar emot synpunkter på andra vägar.",
    en: "The answer was about something else than the questions. The municipality takes opinions in other ways.",
  },
  "sent-before": {
    sv: "Samma svar hade kommit förut. Det första räknas.",
    en: "The same answer had come before. The first one counts.",
  },
} satisfies Words<SetAsideReason>;

// The form, in every language it has; what every open form of the stage says is in ../open-form-words.ts.

export const form = {
  answer: { sv: "svara", en: "answer", latt: "svara" },
  begin: { sv: "Börja", en: "Begin", latt: "Börja" },
  next: { sv: "Nästa", en: "Next", latt: "Nästa" },
  back: { sv: "Tillbaka", en: "Back", latt: "Tillbaka" },
  send: { sv: "Skicka", en: "Send", latt: "Skicka" },
  canInfluence: { sv: "Det här kan du påverka", en: "This you can influence", latt: "Det här kan du ändra" },
  cannotInfluence: { sv: "Det här kan vi inte ändra", en: "This we cannot change", latt: "Det här kan vi inte ändra" },
  noAccount: {
    sv: "Inget konto, inga kakor. Vi vet inte vem du är. Du kan hoppa över frågor.",
    en: "No account, no cookies. We do not know who you are. You may skip questions.",
    latt: "Du behöver inte logga in. Vi vet inte vem du är. Du får hoppa över frågor.",
  },
  step: { sv: "Steg {step} av {steps}", en: "Step {step} of {steps}", latt: "Steg {step} av {steps}" },
  textGuide: {
    sv: "Skriv om platser och händelser, inte om personer. Pågår det nu: ring 112.",
    en: "Write about places and events, not about people. If it is happening now: call 112.",
    latt: "Skriv om platser. Skriv inte om personer. Händer det nu? Ring 112.",
  },
  several: { sv: "Du kan välja flera.", en: "You may choose several.", latt: "Du kan välja flera." },
  placeWords: { sv: "Eller skriv var", en: "Or write where", latt: "Eller skriv var" },
  saidAlready: {
    sv: "Har någon redan sagt det här?",
    en: "Has somebody said this already?",
    latt: "Har någon redan sagt det här?",
  },
  manySaid: {
    sv: "Minst {count} andra har skrivit om {theme}.",
    en: "At least {count} others have written about {theme}.",
    latt: "Minst {count} andra har skrivit om {theme}.",
  },
  someSaid: {
    sv: "Någon har skrivit om {theme}.",
    en: "Somebody has written about {theme}.",
    latt: "Någon har skrivit om {theme}.",
  },
  agreeOrElse: {
    sv: "Håller du med om det, eller är det något annat?",
    en: "Do you agree, or is it something else?",
    latt: "Tycker du samma sak? Eller är det något annat?",
  },
  agreeCounts: {
    sv: "Håller du med räcker ett tryck. Det räknas när du skickar.",
    en: "If you agree one press is enough. It counts when you send.",
    latt: "Tycker du samma sak? Tryck en gång. Det räknas när du skickar.",
  },
  agree: { sv: "Jag håller med: {theme}", en: "I agree: {theme}", latt: "Jag tycker samma sak: {theme}" },
  else: { sv: "Det är något annat", en: "It is something else", latt: "Det är något annat" },
  aboutYou: { sv: "Till sist, om du vill", en: "Last, if you like", latt: "Till sist, om du vill" },
  voluntary: {
    sv: "Frivilligt. Sparas skilt från ditt svar.",
    en: "Voluntary. Kept apart from your answer.",
    latt: "Du måste inte svara. Vi sparar det för sig.",
  },
  age: { sv: "Hur gammal är du?", en: "How old are you?", latt: "Hur gammal är du?" },
  sex: { sv: "Är du", en: "Are you", latt: "Är du" },
  village: { sv: "Var bor du?", en: "Where do you live?", latt: "Var bor du?" },
  dontSay: { sv: "Vill inte säga", en: "Rather not say", latt: "Vill inte säga" },
  contact: { sv: "Vill du bli uppringd?", en: "Would you like to be called?", latt: "Vill du att vi ringer?" },
  contactGuide: {
    sv: "Namn och telefon eller e-post. Sparas för sig och kan inte kopplas till ditt svar.",
    en: "Name and telephone or e-mail. Kept by itself and cannot be joined to your answer.",
    latt: "Skriv namn och telefon. Vi sparar det för sig. Ingen ser vad du svarade.",
  },
  covered: {
    sv: "Det ser ut som {kind}. Vi täcker det. Vill du bli uppringd? Fyll i kontakt längst ner, det sparas för sig.",
    en: "It looks like {kind}. We cover it. Would you like to be called? Fill in contact at the end, it is kept by itself.",
    latt: "Det ser ut som {kind}. Vi täcker det. Vill du att vi ringer? Skriv det på sista sidan.",
  },
  lookUpLead: {
    sv: "Skriv koden på ditt kvitto.",
    en: "Write the code on your receipt.",
    latt: "Skriv koden på ditt kvitto.",
  },
  codeField: { sv: "Koden på kvittot", en: "The code on the receipt", latt: "Koden på kvittot" },
  codeFieldGuide: {
    sv: "Tio tecken, till exempel 7K4MX-2P9RT. Stora eller små bokstäver spelar ingen roll.",
    en: "Ten characters, for instance 7K4MX-2P9RT. Capitals or not makes no difference.",
    latt: "Tio tecken. Stora eller små bokstäver går bra.",
  },
  show: { sv: "Visa", en: "Show", latt: "Visa" },
  slowDown: {
    sv: "Många koder som inte finns har provats härifrån. Vänta {minutes} minuter och försök igen.",
    en: "Many codes that are not there have been tried from here. Wait {minutes} minutes and try again.",
    latt: "Många fel koder. Vänta {minutes} minuter. Försök sedan igen.",
  },
  notOpen: { sv: "Frågorna är inte öppna", en: "The questions are not open", latt: "Frågorna är inte öppna" },
  opens: { sv: "Öppnar den {day}.", en: "They open on {day}.", latt: "Du kan svara från den {day}." },
  opensLater: {
    sv: "De är inte öppnade än. Försök igen om några dagar.",
    en: "They have not been opened yet. Try again in a few days.",
    latt: "Du kan inte svara än. Försök igen om några dagar.",
  },
  past: {
    sv: "Sista dag att svara var {day}. Har du ett kvitto ser du vad som hände med ditt svar.",
    en: "The last day to answer was {day}. With a receipt you see what became of your answer.",
    latt: "Sista dagen att svara var {day}. Har du ett kvitto kan du se vad som hände.",
  },
  closedText: {
    sv: "De stängde {day}. Har du ett kvitto ser du vad som hände med ditt svar.",
    en: "They closed on {day}. With a receipt you see what became of your answer.",
    latt: "De stängde {day}. Har du ett kvitto kan du se vad som hände.",
  },
  notThere: { sv: "Adressen finns inte", en: "There is no such address", latt: "Adressen finns inte" },
  notThereText: {
    sv: "Kontrollera adressen på lappen du fick.",
    en: "Check the address on the leaflet you were given.",
    latt: "Titta på lappen du fick. Skriv adressen igen.",
  },
  errorTitle: { sv: "Ett steg kvar", en: "One step left", latt: "Ett steg kvar" },
} satisfies Readonly<Record<string, FormSaid>>;

export const ladder = {
  information: { sv: "Vi berättar. Du kan fråga.", en: "We tell you. You may ask.", latt: "Vi berättar för dig." },
  consultation: {
    sv: "Vi frågar dig innan vi bestämmer.",
    en: "We ask you before we decide.",
    latt: "Vi frågar dig innan vi bestämmer.",
  },
  participation: {
    sv: "Du är med och påverkar vad vi prioriterar.",
    en: "You take part in what we put first.",
    latt: "Du är med och påverkar.",
  },
  "co-decision": { sv: "Du är med och bestämmer.", en: "You take part in deciding.", latt: "Du är med och bestämmer." },
} satisfies Readonly<Record<string, FormSaid>>;

export const ageBands: Readonly<Record<AgeBand, FormSaid>> = {
  "under-18": { sv: "Under 18", en: "Under 18", latt: "Under 18" },
  "18-29": { sv: "18–29", en: "18–29", latt: "18–29" },
  "30-64": { sv: "30–64", en: "30–64", latt: "30–64" },
  "65-up": { sv: "65 eller mer", en: "65 or more", latt: "65 eller mer" },
};
export const sexes: Readonly<Record<Sex, FormSaid>> = {
  woman: { sv: "Kvinna", en: "A woman", latt: "Kvinna" },
  man: { sv: "Man", en: "A man", latt: "Man" },
  other: { sv: "Annat", en: "Other", latt: "Annat" },
};

export const receiptWords = {
  received: { sv: "Mottaget", en: "Received", latt: "Vi har fått det" },
  read: { sv: "Läst", en: "Read", latt: "Vi har läst det" },
  counted: { sv: "Räknat", en: "Counted", latt: "Vi har räknat ditt svar" },
  countedText: {
    sv: "Utan egna ord eller foto behöver ingen läsa svaret först.",
    en: "Without words of your own or a photo nobody needs to read it first.",
    latt: "Du skrev inga egna ord. Då behöver ingen läsa svaret.",
  },
  "set-aside": { sv: "Lagt åt sidan", en: "Set aside", latt: "Vi använder det inte" },
  together: {
    sv: "Ihop med minst {others} andra om ‹{theme}›",
    en: "Together with at least {others} others about ‹{theme}›",
    latt: "Minst {others} andra har sagt samma sak: ‹{theme}›",
  },
  alone: { sv: "Hör till ‹{theme}›", en: "Belongs to ‹{theme}›", latt: "Hör till ‹{theme}›" },
  chosen: { sv: "Valt som problem", en: "Chosen as a problem", latt: "Vi ska arbeta med det" },
  "not-chosen": {
    sv: "Inte med i löftet. Skälet:",
    en: "Not in the promise. The reason:",
    latt: "Inte med i löftet. Därför:",
  },
  promised: { sv: "Löfte", en: "Promise", latt: "Löfte" },
  acting: { sv: "Åtgärd", en: "Action", latt: "Det här gör vi" },
  succeeded: {
    sv: "Löftet avslutades. Det här hände sedan:",
    en: "The promise ended. This is what happened then:",
    latt: "Det löftet är slut. Nu gäller det här:",
  },
  weighed: {
    sv: "Vägs som problem",
    en: "Weighed as a problem",
    latt: "Vi funderar på om vi ska arbeta med det",
  },
  "left-open": {
    sv: "Inte bestämt. Det tas upp igen i nästa omgång.",
    en: "Not decided. It is taken up again in the next round.",
    latt: "Vi har inte bestämt än. Vi tar upp det igen nästa gång vi väljer.",
  },
  "too-few": {
    sv: "Räknat, men för få har sagt det för ett eget svar.",
    en: "Counted, but too few have said it for an answer of its own.",
    latt: "Vi har räknat det. Men få har sagt samma sak. Därför finns inget eget svar.",
  },
  disposed: {
    sv: "Texten är gallrad enligt beslut {day} {paragraph}. Vad den ledde till finns kvar.",
    en: "The text is disposed of by decision {day} {paragraph}. What it led to is still here.",
    latt: "Vi har tagit bort din text. Det den ledde till finns kvar. Beslut {day} {paragraph}.",
  },
} satisfies Readonly<Record<Exclude<ReceiptStep["kind"], "done" | "replied"> | "alone" | "countedText", FormSaid>>;

type Doer = "municipality" | "police" | "other";
/** Who says that it is done. */
export const doneWords: Readonly<Record<Doer, FormSaid>> = {
  municipality: {
    sv: "Klart enligt kommunen",
    en: "Done, says the municipality",
    latt: "Kommunen säger att det är klart",
  },
  police: { sv: "Klart enligt polisen", en: "Done, say the police", latt: "Polisen säger att det är klart" },
  other: { sv: "Klart enligt dem som frågade", en: "Done, say those who asked", latt: "De säger att det är klart" },
};

/** «Stämmer det?», under «Klart». */
export const disputeWords = {
  isItSo: { sv: "{done}. Stämmer det?", en: "{done}. Is that right?", latt: "{done}. Stämmer det?" },
  about: { sv: "Det gäller ‹{theme}›.", en: "It is about ‹{theme}›.", latt: "Det handlar om ‹{theme}›." },
  disputed: { sv: "{done} · ifrågasatt {day}", en: "{done} · disputed {day}", latt: "{done} · någon säger nej {day}" },
  left: { sv: "Vad är kvar?", en: "What is left?", latt: "Vad är kvar?" },
  leftGuide: {
    sv: "En rad om platsen, inte om personer. De som frågade läser det och svarar; ingen annan ser dina ord.",
    en: "One line about the place, not about people. Those who asked read it and answer; nobody else sees your words.",
    latt: "Skriv en rad om platsen. Skriv inte om personer. Bara de som frågade läser det.",
  },
  thanksRight: {
    sv: "Tack. Du har svarat att det stämmer.",
    en: "Thank you. You have said that it is right.",
    latt: "Tack! Du har sagt att det stämmer.",
  },
  thanksWrong: {
    sv: "Tack. Du har svarat att det inte är klart. De som frågade ska svara senast {day}.",
    en: "Thank you. You have said that it is not done. Those who asked are to answer by {day}.",
    latt: "Tack! Du har sagt att det inte är klart. De ska svara senast {day}.",
  },
  answered: {
    sv: "Du sa att det inte är klart. Svaret står ovanför.",
    en: "You said that it is not done. The answer stands above.",
    latt: "Du sa att det inte är klart. Svaret står ovanför.",
  },
  toReceipt: { sv: "Tillbaka till kvittot", en: "Back to the receipt", latt: "Tillbaka till kvittot" },
} satisfies Readonly<Record<string, FormSaid>>;

export const verdictWords: Readonly<Record<DisputeVerdict, FormSaid>> = {
  yes: { sv: "Ja", en: "Yes", latt: "Ja" },
  partly: { sv: "Delvis", en: "Partly", latt: "Lite" },
  no: { sv: "Nej, inte klart", en: "No, not done", latt: "Nej, inte klart" },
};

export const replyWords: Readonly<Record<DisputeReply, FormSaid>> = {
  again: { sv: "Åtgärdas igen", en: "Is done again", latt: "Vi gör det igen" },
  done: { sv: "Är klart, så här", en: "Is done, like this", latt: "Det är klart, så här" },
  cannot: { sv: "Kan inte, därför att", en: "Cannot, because", latt: "Vi kan inte, därför att" },
};

/** Whence it is, where it stands in no source. */
export const heardIn = {
  actor: { sv: "Vad lokala aktörer gör själva och önskar", en: "What local actors do themselves and wish for" },
  staff: { sv: "Medarbetardialog", en: "Staff dialogue" },
  passage: { sv: "Stycke som delats ur ett samtal", en: "A passage released from a talk" },
} satisfies Words<HeardForm>;
