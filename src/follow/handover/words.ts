import type { Words } from "../../ground/words.ts";
import type { HandOverWhy } from "./hand-over.ts";

export const refusals = {
  "only-administrator": {
    sv: "Du är den enda administratören i {organisation}. Utse en till innan ditt konto stängs.",
    en: "You are the only administrator of {organisation}. Appoint another before your account is closed.",
  },
  "their-only-administrator": {
    sv: "{name} är den enda administratören i {organisation}. Utse en till innan kontot stängs.",
    en: "{name} is the only administrator of {organisation}. Appoint another before the account is closed.",
  },
  "leaver-works-here": {
    sv: "Den som slutar har ingen roll i er organisation här. Välj någon i listan.",
    en: "Whoever leaves has no role in your organisation here. Choose somebody from the list.",
  },
  "successor-works-here": {
    sv: "Den som tar över ska vara någon annan i er organisation. Välj i listan, eller bjud in.",
    en: "Whoever takes over is somebody else of your organisation. Choose from the list, or invite.",
  },
  "is-leaving": {
    sv: "En överlämning är redan planerad. Ta tillbaka den om dagen eller personen är en annan.",
    en: "A hand-over is planned already. Call it off if the day or the person is another.",
  },
  "hand-over-closed": {
    sv: "Överlämningen är redan gjord eller tillbakatagen. Läs in sidan igen.",
    en: "The hand-over is done or called off already. Load the page again.",
  },
} satisfies Words<Exclude<HandOverWhy, "not-yours" | "names-a-person" | "not-found">>;

/** First what is to be known in minutes, then everything. */
export const SECTIONS = [
  "dates",
  "answers",
  "stand",
  "promised",
  "clocks",
  "waits",
  "spot",
  "ahead",
  "contacts",
  "papers",
] as const;
export type SectionKey = (typeof SECTIONS)[number];
export const FIRST_SECTIONS: readonly SectionKey[] = ["dates", "answers", "stand"];

export const sections = {
  dates: { sv: "De fem närmaste datumen", en: "The next five dates" },
  answers: { sv: "De tre svar som väntar mest", en: "The three answers most waited for" },
  stand: { sv: "Där löftet står", en: "Where the promise stands" },
  promised: { sv: "Det vi har lovat", en: "What we have promised" },
  clocks: { sv: "Klockor, i den ordning de går", en: "Clocks, in the order they run" },
  waits: { sv: "Det som väntar, och på vem", en: "What waits, and on whom" },
  spot: { sv: "Lovat på plats", en: "Promised on the spot" },
  ahead: { sv: "Möten och vandringar framåt", en: "Meetings and walks ahead" },
  contacts: { sv: "Kontakter, efter roll", en: "Contacts, by role" },
  papers: { sv: "Där papper ligger", en: "Where paper lies" },
} satisfies Words<SectionKey>;

/** What is not in the system is said not to be there, with room for whoever knows. */
export const gaps = {
  dates: { sv: "Det står inte i Samsyn: inget har en dag framåt", en: "Not in Samsyn: nothing has a day ahead" },
  answers: {
    sv: "Det står inte i Samsyn: inget svar väntar på det som är inskrivet",
    en: "Not in Samsyn: no answer is waited for of what is noted",
  },
  stand: { sv: "Det står inte i Samsyn: inget löfte gäller", en: "Not in Samsyn: no promise is in force" },
  promised: {
    sv: "Det står inte i Samsyn: ingen aktivitet är lovad nu",
    en: "Not in Samsyn: no activity is promised now",
  },
  clocks: { sv: "Det står inte i Samsyn: ingen klocka går", en: "Not in Samsyn: no clock runs" },
  waits: {
    sv: "Det står inte i Samsyn: vad som väntar i e-post och telefon",
    en: "Not in Samsyn: what waits in e-mail and telephone",
  },
  spot: {
    sv: "Det står inte i Samsyn: det som lovats muntligt och aldrig skrivits in",
    en: "Not in Samsyn: what was promised by word and never noted",
  },
  ahead: {
    sv: "Det står inte i Samsyn: möten som bara finns i den egna kalendern",
    en: "Not in Samsyn: meetings that are in one’s own calendar only",
  },
  contacts: {
    sv: "Det står inte i Samsyn: vilka föreningar och boende som brukar kontaktas",
    en: "Not in Samsyn: which associations and residents are usually contacted",
  },
  papers: {
    sv: "Det står inte i Samsyn: vilken pärm, vilket rum och vilken delad mapp",
    en: "Not in Samsyn: which binder, which room and which shared folder",
  },
} satisfies Words<SectionKey>;

export const rows = {
  onDay: { sv: "{day}: {what}", en: "{day}: {what}" },
  andMore: { sv: "och {count} till samma dag", en: "and {count} more the same day" },
  spotBy: { sv: "Svar som lovats: {text}", en: "Answer promised: {text}" },
  byDay: { sv: "Lovat till {day}", en: "Promised by {day}" },
  wasBy: { sv: "Skulle ha gjorts {day}", en: "Was to be done {day}" },
  hearing: { sv: "i ett samtal", en: "in a talk" },
  forum: { sv: "på ett ungdomsforum", en: "at a youth forum" },
  waitsFor: { sv: "Väntar på {who}", en: "Waits for {who}" },
  until: { sv: "gäller till {day}", en: "in force until {day}" },
  openEnded: { sv: "gäller tills vidare", en: "in force until further notice" },
  onPlan: {
    sv: "{count} av {of} aktiviteter är enligt plan",
    en: "{count} of {of} activities are on plan",
  },
  behind: { sv: "{count} är efter plan", en: "{count} are behind plan" },
  toldTo: { sv: "uppföljt till och med {day}", en: "followed up to {day}" },
  neverTold: { sv: "ingen uppföljning är publicerad", en: "no follow-up is published" },
  doneOf: { sv: "{done} av {expected} gjorda", en: "{done} of {expected} done" },
  done: { sv: "{done} gjorda, inget antal är lovat", en: "{done} done, no number was promised" },
  behindBy: { sv: "{count} efter plan i dag", en: "{count} behind plan today" },
  noUnit: { sv: "ingen enhet är angiven", en: "no unit is given" },
  draft: { sv: "«{title}» är ett utkast", en: "“{title}” is a draft" },
  toSign: { sv: "«{title}» väntar på underskrift av {who}", en: "“{title}” waits for a signature by {who}" },
  toPublish: { sv: "«{title}» är underskrivet och inte publicerat", en: "“{title}” is signed and not published" },
  agreement: {
    sv: "Samverkansöverenskommelsen: {number}",
    en: "The agreement to work together: {number}",
  },
  decision: { sv: "{what}, beslutad {day}: {number}", en: "{what}, decided {day}: {number}" },
  signedOnPaper: {
    sv: "«{title}»: {count} {count|underskrivet papper är skannat|underskrivna papper är skannade}",
    en: "“{title}”: {count} signed {count|paper is|papers are} scanned",
  },
  noNumber: { sv: "Det står inte i Samsyn vilket diarienummer", en: "Which registry number is not in Samsyn" },
  confidentialOne: {
    sv: "{count} {count|samtal|samtal} är bara {count|läsbart|läsbara} för er organisation. De följer med rollen, inte med personen.",
    en: "{count} {count|talk|talks} can be read by your organisation only. They go with the role, not with the person.",
  },
} as const;

export const tasks = {
  notes: { sv: "Läs det som skrivits vid raderna nedan", en: "Read what was written at the rows below" },
  promise: { sv: "Läs löftet: {title}", en: "Read the promise: {title}" },
  noPromise: {
    sv: "Se vilka löften som har gällt, inget gäller nu",
    en: "See which promises have been, none is in force",
  },
  date: { sv: "Förbered {day}: {what}", en: "Prepare {day}: {what}" },
  answer: { sv: "Ta tag i ett svar: {what}", en: "Take hold of an answer: {what}" },
  meet: { sv: "Hör av dig till {title}, {organisation}", en: "Contact {title}, {organisation}" },
  behind: { sv: "Fråga hur det går: {text}", en: "Ask how it goes: {text}" },
  calendar: {
    sv: "Skapa din egen kalenderadress; den förra slutar att gälla sista dagen",
    en: "Make a calendar address of your own; the former ends on the last day",
  },
  key: { sv: "Lägg till en reservnyckel", en: "Add a reserve passkey" },
  letters: { sv: "Säg vart din veckas brev ska", en: "Say where your week’s letter is to go" },
  month: { sv: "Se vad enheterna har lovat den här månaden", en: "See what the units have promised this month" },
  clocks: { sv: "Läs klockorna och den röda listan", en: "Read the clocks and the red list" },
  field: { sv: "Öppna fältappen en gång på din telefon", en: "Open the field app once on your phone" },
  wheel: { sv: "Se vad som återkommer varje år i årshjulet", en: "See what comes back every year in the year wheel" },
  picture: { sv: "Ställ en fråga till lägesbilden", en: "Ask the picture a question" },
} as const;

export const words = {
  heading: { sv: "Lämna över", en: "Hand over" },
  lead: {
    sv: "Det här skriver sig självt ur det som står i Samsyn. Gå igenom raderna och lägg till det bara du vet. Bara er organisation läser det du skriver.",
    en: "This writes itself out of what is in Samsyn. Go through the rows and add what only you know. Only your organisation reads what you write.",
  },
  toSettings: { sv: "Personer och roller", en: "People and roles" },
  docx: { sv: "Hämta som DOCX", en: "Get as DOCX" },
  pdf: { sv: "Hämta som PDF", en: "Get as PDF" },
  first: { sv: "Det viktigaste först", en: "First things first" },
  all: { sv: "Allt som lämnas över", en: "Everything that is handed over" },
  firstWeeks: { sv: "Dina första två veckor", en: "Your first two weeks" },
  firstWeeksText: {
    sv: "Tio uppgifter på tio minuter var. De som väntar på svar kommer före verktyget.",
    en: "Ten tasks of ten minutes each. Those who wait for an answer come before the tool.",
  },
  goThrough: { sv: "Gå igenom", en: "Go through" },
  goneThrough: { sv: "Genomgånget {day} av {office}", en: "Gone through {day} by {office}" },
  change: { sv: "Ändra", en: "Change" },
  isDone: { sv: "Klar", en: "Done" },
  note: { sv: "En mening till den som tar över (frivilligt)", en: "A sentence to whoever takes over (optional)" },
  save: { sv: "Spara", en: "Save" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  earlier: { sv: "Skrivet om det som inte längre står här", en: "Written of what stands here no more" },
  gap: { sv: "Lucka", en: "Gap" },
  open: { sv: "Öppna", en: "Open" },
  planHeading: { sv: "Vem slutar, och när?", en: "Who leaves, and when?" },
  planText: {
    sv: "När den sista dagen är slut upphör rollerna, nycklarna och inloggningen. Den som tar över får rollerna samma minut. Det som är gjort står kvar under rollen. Rätten att skriva under följer inte med.",
    en: "When the last day is over the roles, the passkeys and the log-in end. Whoever takes over gets the roles the same minute. What has been done stays under the role. The right to sign does not come along.",
  },
  leaver: { sv: "Den som slutar", en: "Who leaves" },
  lastDay: { sv: "Sista dag", en: "Last day" },
  lastDayGuide: {
    sv: "En dag som har varit stänger kontot direkt.",
    en: "A day that has been closes the account at once.",
  },
  successor: { sv: "Den som tar över", en: "Who takes over" },
  somebodyNew: { sv: "Någon ny, som bjuds in", en: "Somebody new, who is invited" },
  newName: { sv: "Namn på den som bjuds in", en: "Name of whoever is invited" },
  newTitle: { sv: "Befattning", en: "Office" },
  plan: { sv: "Planera överlämningen", en: "Plan the hand-over" },
  planned: { sv: "Överlämningen är planerad.", en: "The hand-over is planned." },
  doneNow: { sv: "Överlämningen är gjord.", en: "The hand-over is done." },
  link: {
    sv: "Skicka länken till den som tar över. Den fungerar en gång, i sju dagar.",
    en: "Send the link to whoever takes over. It works once, for seven days.",
  },
  ahead: { sv: "{leaver} slutar {day}", en: "{leaver} leaves {day}" },
  ended: { sv: "{leaver} slutade {day}", en: "{leaver} left {day}" },
  takesOver: { sv: "{successor} tar över som {role}.", en: "{successor} takes over as {role}." },
  invitedTakesOver: {
    sv: "Den som är inbjuden tar över som {role} och har inte kommit in än.",
    en: "Whoever is invited takes over as {role} and has not come in yet.",
  },
  tookOver: { sv: "{successor} har tagit över som {role}.", en: "{successor} has taken over as {role}." },
  takenBy: {
    sv: "Har ingen kommit in senast {day} får ingen rollerna genom överlämningen. Den som har slutat får inte tillbaka sina roller om den tas tillbaka.",
    en: "If nobody has come in by {day}, nobody gets the roles by the hand-over. Whoever has left does not get their roles back if it is called off.",
  },
  fallsAhead: {
    sv: "Ingen får rollerna genom överlämningen: den som skulle ta över har ingen roll här längre, eller kom inte i tid. Ta tillbaka den och planera en ny.",
    en: "Nobody gets the roles by the hand-over: whoever was to take over has no role here any more, or did not come in time. Call it off and plan another.",
  },
  fallen: {
    sv: "Ingen har tagit över som {role} genom överlämningen. Bjud in den som ska ha rollen under Personer och roller.",
    en: "Nobody has taken over as {role} by the hand-over. Invite whoever is to have the role under People and roles.",
  },
  empty: { sv: "Ingen har tagit över som {role} i {place}", en: "Nobody has taken over as {role} in {place}" },
  emptyText: {
    sv: "Den som hade rollen har slutat. Rollen väntar på att någon bjuds in.",
    en: "Whoever had the role has left. The role waits for somebody to be invited.",
  },
  waits: {
    sv: "Kontot stängs inte förrän någon mer är administratör.",
    en: "The account is not closed before somebody else is administrator.",
  },
  phone: {
    sv: "Öppna fältappen en gång med nät före sista dagen, så att inget ligger kvar i telefonen. Samsyn ser inte vad som ligger där.",
    en: "Open the field app once with network before the last day, so that nothing is left on the phone. Samsyn does not see what lies there.",
  },
  callOff: { sv: "Ta tillbaka", en: "Call off" },
  newcomer: { sv: "Ny {role} i {place} från {day}", en: "New {role} in {place} from {day}" },
  newcomerText: {
    sv: "Kontakten är den nya från den dagen. Inget annat ändras.",
    en: "The contact is the new one from that day. Nothing else changes.",
  },
  paperTitle: { sv: "Överlämning, {partnership}", en: "Hand-over, {partnership}" },
  paperLead: {
    sv: "Skrivet ur Samsyn {day}. Internt: för den som tar över.",
    en: "Written out of Samsyn {day}. Internal: for whoever takes over.",
  },
  row: { sv: "Vad", en: "What" },
  more: { sv: "Mer", en: "More" },
  said: { sv: "Skrivet vid genomgången", en: "Written when gone through" },
} as const;
