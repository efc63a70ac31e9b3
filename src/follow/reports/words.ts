import type { Words } from "../../ground/words.ts";
import type { PartWhy } from "./part.ts";
import type { Voice, Why } from "./report.ts";
import type { SigningWhy } from "./signing.ts";
import type { Channel, Reach, TellingWhy } from "./telling.ts";

type SaidBefore =
  | "not-yours"
  | "names-a-person"
  | "reason-needed"
  | "no-mandate"
  | "mandate-over"
  | "mandate-not-begun"
  | "party-has-signed"
  | "question-expired"
  | "key-not-accepted"
  | "other-text"
  | "publishes-for-no-party"
  | "same-person-twice"
  | "same-organisation-twice"
  | "first-key-fell"
  | "publishing-key-not-accepted";

export const refusals = {
  "report-exists": {
    sv: "Det finns redan en uppföljning för den perioden.",
    en: "There is already a follow-up for that period.",
  },
  "period-backwards": { sv: "Sista dagen ligger före den första.", en: "The last day is before the first." },
  "report-is-published": {
    sv: "Uppföljningen är publicerad och ändras inte.",
    en: "The follow-up is published and does not change.",
  },
  "report-is-frozen": {
    sv: "Uppföljningen är klar för underskrift och ändras inte. Öppna den igen först, med ett skäl.",
    en: "The follow-up is ready to be signed and does not change. Open it again first, with a reason.",
  },
  "report-is-open": {
    sv: "Uppföljningen är redan öppen. Skriv i den som den är.",
    en: "The follow-up is open already. Write in it as it is.",
  },
  "explanation-needed": {
    sv: "Den bedömningen kräver en förklaring som alla kan läsa.",
    en: "That judgement needs an explanation that everybody can read.",
  },
  "report-counts-few": {
    sv: "«{said}»: så få att någon kan veta vilka. Skriv utan antalet.",
    en: "“{said}”: so few that somebody may know who. Write it without the number.",
  },
  "activity-not-in-report": {
    sv: "Aktiviteten hör inte till den här uppföljningen.",
    en: "The activity does not belong to this follow-up.",
  },
  "not-your-text": { sv: "Den andra partens text skriver de själva.", en: "The other party writes its own text." },
  "unassessed-activities": {
    sv: "{count} {count|aktivitet|aktiviteter} saknar bedömning med förklaring.",
    en: "{count} {count|activity lacks|activities lack} a judgement with its explanation.",
  },
  "log-has-changed": {
    sv: "Det som är loggat har ändrats för {count} {count|aktivitet|aktiviteter} sedan de bedömdes. Läs siffrorna och spara bedömningen igen.",
    en: "What is logged has changed for {count} {count|activity|activities} since they were judged. Read the figures and save the judgement again.",
  },
  "own-text-missing": {
    sv: "Er egen text är inte lämnad. Skriv den och välj Klar först.",
    en: "Your own text is not handed in. Write it and choose Done first.",
  },
  "other-text-missing": {
    sv: "Den andra parten har inte lämnat sin text klar. Be dem om den.",
    en: "The other party has not handed in its text. Ask them for it.",
  },
  "part-not-due": {
    sv: "Egen del kan publiceras efter {day}, när den utlovade dagen har gått. Till dess väntar ni på den andra parten.",
    en: "Your own part can be published after {day}, when the promised day has passed. Until then you wait for the other party.",
  },
  "part-is-out": {
    sv: "En del av uppföljningen är redan publicerad. Skriv under resten tillsammans.",
    en: "A part of the follow-up is published already. Sign the rest together.",
  },
  "other-has-handed-in": {
    sv: "Den andra parten har lämnat sin text. Skriv under uppföljningen tillsammans.",
    en: "The other party has handed in its text. Sign the follow-up together.",
  },
  "report-not-ready": {
    sv: "Uppföljningen är inte klar för underskrift. De som skriver den väljer det först.",
    en: "The follow-up is not ready to be signed. Those who write it choose that first.",
  },
  "report-not-signed": {
    sv: "Uppföljningen publiceras när båda parterna har skrivit under.",
    en: "The follow-up is published when both parties have signed.",
  },
  "one-person-signs-both": {
    sv: "Samma person kan inte skriva under för båda. Någon annan hos den andra parten gör det.",
    en: "The same person cannot sign for both. Somebody else of the other party does.",
  },
  "told-day-to-come": {
    sv: "Dagen har inte varit än. Skriv det när det är berättat.",
    en: "That day has not been yet. Write it when it has been told.",
  },
  "told-outside-period": {
    sv: "Dagen ligger utanför perioden. Välj en dag i perioden, eller skriv det i en annan uppföljning.",
    en: "The day lies outside the period. Choose a day in it, or write it in another follow-up.",
  },
  "told-to-whom": {
    sv: "Skriv till vilka, med ord: hushåll i Åmot, föräldrar i åk 8.",
    en: "Write to whom, in words: households in Åmot, parents of year 8.",
  },
  "telling-gone": { sv: "Raden är redan struken.", en: "The line is struck already." },
} satisfies Words<Exclude<Why | SigningWhy | TellingWhy | PartWhy, SaidBefore>>;

export const voices = {
  municipality: { sv: "Kommunens text", en: "The municipality’s text" },
  police: { sv: "Polisens text", en: "The police’s text" },
  joint: { sv: "Gemensam text", en: "Joint text" },
} satisfies Words<Voice>;

export const partyViews = {
  municipality: { sv: "Kommunens bedömning", en: "The municipality’s judgement" },
  police: { sv: "Polisens bedömning", en: "The police’s judgement" },
} as const;

export const channels = {
  website: { sv: "Webbplats", en: "Website" },
  "social-media": { sv: "Sociala medier", en: "Social media" },
  "local-paper": { sv: "Lokaltidning", en: "Local paper" },
  radio: { sv: "Radio", en: "Radio" },
  poster: { sv: "Anslag", en: "Posters" },
  letter: { sv: "Utskick", en: "Letter" },
  meeting: { sv: "Möte", en: "Meeting" },
  street: { sv: "Torg eller evenemang", en: "Square or event" },
  school: { sv: "Skola", en: "School" },
  other: { sv: "Annat", en: "Other" },
} satisfies Words<Channel>;

export const reaches = {
  unknown: { sv: "vet inte hur många", en: "not known how many" },
  "under-50": { sv: "färre än 50", en: "fewer than 50" },
  "50-199": { sv: "50–199", en: "50–199" },
  "200-999": { sv: "200–999", en: "200–999" },
  "1000-4999": { sv: "1 000–4 999", en: "1,000–4,999" },
  "5000-or-more": { sv: "5 000 eller fler", en: "5,000 or more" },
} satisfies Words<Reach>;

/** Why two readings say nothing. */
export const unknowns = {
  "no-baseline": {
    sv: "Kan inte avgöras: det finns inget utgångsläge.",
    en: "Cannot be known: there is no baseline.",
  },
  "nothing-after": {
    sv: "Kan inte avgöras: inget är mätt sedan utgångsläget.",
    en: "Cannot be known: nothing is measured since the baseline.",
  },
  "other-time": {
    sv: "Kan inte avgöras: inget är räknat under en lika lång tid på samma del av året.",
    en: "Cannot be known: nothing is counted over an equally long time in the same part of the year.",
  },
  "too-few": {
    sv: "Kan inte avgöras med de här siffrorna.",
    en: "Cannot be known with these numbers.",
  },
  "line-broken": {
    sv: "Frågan eller mätningen har ändrats. Linjen bryts.",
    en: "The question or the measuring has changed. The line is broken.",
  },
  "no-interval": {
    sv: "Kan inte avgöras: osäkerheten är inte känd.",
    en: "Cannot be known: how sure the figures are is not known.",
  },
} as const;

export const words = {
  disputed: { sv: "Ifrågasatta klart under perioden: {count}", en: "Done and disputed during the period: {count}" },
  disputedOpen: { sv: "{count} väntar på svar.", en: "{count} {count|waits|wait} for an answer." },
  disputedAnswered: { sv: "Alla har fått svar.", en: "All have been answered." },
  disputedHere: {
    sv: "Ifrågasatt klart: {count}, varav {open} utan svar",
    en: "Done and disputed: {count}, of which {open} without an answer",
  },
  toDisputes: { sv: "Läs dem och svara", en: "Read them and answer" },
  reportOf: { sv: "Uppföljning {period}", en: "Follow-up {period}" },
  draft: { sv: "Utkast", en: "Draft" },
  ready: { sv: "Klar för underskrift", en: "Ready to be signed" },
  "half-signed": { sv: "Undertecknad av en part", en: "Signed by one party" },
  signed: { sv: "Undertecknad av båda", en: "Signed by both" },
  published: { sv: "Publicerad", en: "Published" },
  takenNow: {
    sv: "Siffrorna tas ur det som är loggat, varje gång sidan öppnas. De fryses när uppföljningen är klar för underskrift.",
    en: "The figures are taken from what is logged, each time the page is opened. They are frozen when the follow-up is ready to be signed.",
  },
  frozenOn: { sv: "Siffrorna är frysta {day}.", en: "The figures were frozen on {day}." },
  pledge: { sv: "Löfte {number}", en: "Promise {number}" },
  activity: { sv: "Aktivitet {number}", en: "Activity {number}" },
  promised: { sv: "Lovat", en: "Promised" },
  done: { sv: "Gjort", en: "Done" },
  ledTo: { sv: "Ledde till", en: "Led to" },
  assessment: { sv: "Bedömning", en: "Assessment" },
  doneOf: { sv: "{done} av {expected} {unit}", en: "{done} of {expected} {unit}" },
  doneOnly: { sv: "{done} {unit}. Inget antal är lovat.", en: "{done} {unit}. No number was promised." },
  atLeast: { sv: "minst {value}", en: "at least {value}" },
  approximately: { sv: "ca {value}", en: "about {value}" },
  statusOf: { sv: "{status}: {done} av {expected}", en: "{status}: {done} of {expected}" },
  partOf: { sv: "Del av period: {period}", en: "Part of the period: {period}" },
  ofWhich: { sv: "varav", en: "of which" },
  besides: { sv: "Annat som gjordes: {what}", en: "Done besides: {what}" },
  missed: { sv: "Blev inte av {day} ({cause})", en: "Did not happen on {day} ({cause})" },
  missedOpen: { sv: "Blev inte av {day}", en: "Did not happen on {day}" },
  newDay: { sv: "Ny dag: {day}.", en: "New day: {day}." },
  noNewDay: { sv: "Ingen ny dag: {because}", en: "No new day: {because}" },
  nothingCame: { sv: "Inget är loggat.", en: "Nothing is logged." },
  logSays: { sv: "Loggen säger: {status}", en: "The log says: {status}" },
  logChanged: {
    sv: "Det som är loggat har ändrats sedan bedömningen: då {before}, nu {now}. Läs och spara igen.",
    en: "What is logged has changed since it was judged: then {before}, now {now}. Read and save again.",
  },
  mustJudge: { sv: "Behöver en bedömning", en: "Needs a judgement" },
  explanation: { sv: "Förklaring, som alla läser", en: "Explanation, which everybody reads" },
  output: { sv: "Prestation, med ord", en: "Output, in words" },
  outcome: { sv: "Resultat, med ord", en: "Outcome, in words" },
  experience: { sv: "Upplevelse, med ord", en: "Experience, in words" },
  inWords: { sv: "Skriv om prestation, resultat och upplevelse", en: "Write of output, outcome and experience" },
  ownView: { sv: "Bedöm annorlunda för {party}", en: "Judge otherwise for {party}" },
  ownViewNone: { sv: "Samma som den gemensamma", en: "The same as the joint one" },
  ownViewWhy: { sv: "Vad ni ser annorlunda, som alla läser", en: "What you see otherwise, which everybody reads" },
  saveView: { sv: "Spara vår bedömning", en: "Save our judgement" },
  lookedFor: {
    sv: "Antalet rattfyllerier beror på hur många kontroller som görs. Skriv inte att det ökat.",
    en: "How many are caught depends on how many checks are made. Do not write that it has risen.",
  },
  lastTime: { sv: "Förra gången ({slug}): {text}", en: "The last time ({slug}): {text}" },
  takeUp: { sv: "Utgå från orden i {slug}", en: "Start from the words of {slug}" },
  threeColumns: { sv: "Prestation, resultat och upplevelse", en: "Output, outcome and experience" },
  threeColumnsText: { sv: "De läggs aldrig ihop.", en: "They are never added up." },
  performance: { sv: "Prestation", en: "Output" },
  result: { sv: "Resultat", en: "Outcome" },
  felt: { sv: "Upplevelse", en: "Experience" },
  beforeAfter: { sv: "{before} före, {now} efter", en: "{before} before, {now} after" },
  fewerThan: { sv: "färre än {than}", en: "fewer than {than}" },
  tooFew: { sv: "visas inte", en: "not shown" },
  noIndicator: { sv: "Inget mått är satt.", en: "No measure is set." },
  reading: { sv: "{day}: {value} {unit}", en: "{day}: {value} {unit}" },
  between: { sv: "troligen {low}–{high}", en: "probably {low}–{high}" },
  ofHowMany: { sv: "n {n}", en: "n {n}" },
  readingFew: { sv: "{day}: för få för att visas", en: "{day}: too few to be shown" },
  expectedHead: { sv: "Lovat antal", en: "Promised number" },
  unitHead: { sv: "Räknas i", en: "Counted in" },
  missedHead: { sv: "Blev inte av", en: "Did not happen" },
  measure: { sv: "Mått", en: "Measure" },
  itemsHead: { sv: "Åtgärdspunkter", en: "Action items" },
  signatures: { sv: "Underskrifter", en: "Signatures" },
  publishPart: { sv: "Publicera vår del", en: "Publish our part" },
  publishPartText: {
    sv: "Efter {day} kan er del publiceras som «{waits}».",
    en: "After {day} your part can be published as “{waits}”.",
  },
  waitsmunicipality: { sv: "väntar på kommunens bedömning", en: "waits for the municipality’s judgement" },
  waitspolice: { sv: "väntar på polisens bedömning", en: "waits for the police’s judgement" },
  partIsOut: { sv: "En del är publicerad: {waits}.", en: "A part is published: {waits}." },
  notSignedYet: {
    sv: "Det här är den ena partens del. Ingen har skrivit under än: {waits}.",
    en: "This is one party’s part. Nobody has signed yet: it {waits}.",
  },
  whatEachSays: { sv: "Vad var och en säger", en: "What each says" },
  cannotSay: { sv: "Går inte att säga", en: "Cannot be said" },
  itemsDone: {
    sv: "Åtgärdspunkter klara under perioden: {count}",
    en: "Action items done during the period: {count}",
  },
  save: { sv: "Spara", en: "Save" },
  saved: { sv: "Sparat", en: "Saved" },
  handIn: { sv: "Klar", en: "Done" },
  handInText: {
    sv: "Den andra parten läser er text och era egna bedömningar först när ni valt Klar.",
    en: "The other party reads your text and your own judgements only when you have chosen Done.",
  },
  handedIn: { sv: "Lämnad", en: "Handed in" },
  notHandedIn: { sv: "Inte lämnad än", en: "Not handed in yet" },
  whoKnows: { sv: "Vem vet om löftet?", en: "Who knows of the promise?" },
  whoKnowsText: {
    sv: "Var det har berättats under perioden. Till vilka med ord, aldrig personer.",
    en: "Where it has been told during the period. To whom in words, never persons.",
  },
  nothingTold: { sv: "Inget är antecknat.", en: "Nothing is noted." },
  day: { sv: "Dag", en: "Day" },
  channel: { sv: "Kanal", en: "Channel" },
  audience: { sv: "Till vilka", en: "To whom" },
  reach: { sv: "Hur många nåddes", en: "How many were reached" },
  addTelling: { sv: "Lägg till", en: "Add" },
  strike: { sv: "Stryk", en: "Strike" },
  strikeWhy: { sv: "Varför raden stryks", en: "Why the line is struck" },
  struck: { sv: "Struken: {reason}", en: "Struck: {reason}" },
  toSign: { sv: "Underskrift och publicering", en: "Signing and publication" },
  freeze: { sv: "Klart för underskrift", en: "Ready to be signed" },
  freezeText: {
    sv: "Siffrorna fryses med dagens datum, och texten kan inte ändras utan att öppnas igen.",
    en: "The figures are frozen as of today, and the text cannot be changed without being opened again.",
  },
  reopen: { sv: "Öppna igen", en: "Open again" },
  reopenWhy: { sv: "Varför den öppnas igen", en: "Why it is opened again" },
  reopenText: {
    sv: "Underskrifter på texten som den var gäller inte den nya.",
    en: "Signatures of the text as it was are not of the new one.",
  },
  goSign: { sv: "Läs och skriv under", en: "Read and sign" },
  signHeading: { sv: "Skriv under uppföljningen", en: "Sign the follow-up" },
  signed1: { sv: "Undertecknat {clock}.", en: "Signed at {clock}." },
  remains: { sv: "{party} återstår.", en: "{party} remains." },
  bothSigned: { sv: "Båda har skrivit under.", en: "Both have signed." },
  signedBy: { sv: "Undertecknat av {office}, {day}", en: "Signed by {office}, {day}" },
  notSigned: { sv: "Har inte skrivit under än", en: "Has not signed yet" },
  readAndMay: {
    sv: "Jag har läst hela uppföljningen och får skriva under för {party}",
    en: "I have read all of the follow-up and may sign for {party}",
  },
  signButton: { sv: "Skriv under med nyckel", en: "Sign with a key" },
  giveKey: { sv: "Ge vår nyckel", en: "Give our key" },
  publish: { sv: "Publicera", en: "Publish" },
  keyGiven: {
    sv: "Er nyckel är given. Den andra organisationens återstår.",
    en: "Your key is given. The other organisation’s remains.",
  },
  keyWaits: {
    sv: "Den andra organisationen har gett sin nyckel. Er publicerar uppföljningen.",
    en: "The other organisation has given its key. Yours publishes the follow-up.",
  },
  seePublic: { sv: "Se den öppna sidan", en: "See the public page" },
  back: { sv: "Alla uppföljningar", en: "All follow-ups" },
  toReport: { sv: "Till uppföljningen", en: "To the follow-up" },
} satisfies Words<string>;
