import type { Words } from "../../ground/words.ts";
import type { PersonKind } from "../person-in-text.ts";
import type { HeadsWhy } from "./heads.ts";
import type { LetterWhy } from "./letter.ts";
import type { ArrangeWhy } from "./meetings.ts";
import type { PointReplyKind, PointState, PointWhy } from "./point.ts";
import type { PlanWhy } from "./plan.ts";
import type { ProtocolWhy } from "./protocol.ts";
import type { SheetWhy, TypedWhy } from "./sheet.ts";
import type { StopsWhy } from "./stops.ts";
import type { ViewpointWhy } from "./viewpoints.ts";

type OwnWhy = Exclude<
  ArrangeWhy | HeadsWhy | LetterWhy | PlanWhy | PointWhy | ProtocolWhy | SheetWhy | StopsWhy | TypedWhy | ViewpointWhy,
  | "not-yours"
  | "name-needed"
  | "ends-before-it-starts"
  | "reason-needed"
  | "person-review-waits"
  | "nothing-said"
  | "no-such-stop"
  | "stops-needed"
  | "protocol-not-established"
  | `text-has-${string}`
>;

export const refusals = {
  "not-its-day-yet": {
    sv: "Vandringen är {day} och har inte gåtts än. Avsluta den när den är gången. Inget är ändrat.",
    en: "The walk is on {day} and has not been walked yet. Finish it when it has been. Nothing is changed.",
  },
  "parts-larger-than-all": {
    sv: "En grupp är större än hela antalet. Kontrollera siffrorna.",
    en: "One group is larger than the whole. Check the figures.",
  },
  "protocol-established": {
    sv: "Protokollet är upprättat och är en allmän handling. Det ändras inte.",
    en: "The protocol is established and a public document. It does not change.",
  },
  "protocol-published": {
    sv: "Protokollet är redan publicerat. Inget är ändrat.",
    en: "The protocol is published already. Nothing is changed.",
  },
  "premeeting-after-walk": {
    sv: "Förmötet hålls före vandringen. Välj en tidigare dag. Inget är ändrat.",
    en: "The meeting before is held before the walk. Choose an earlier day. Nothing is changed.",
  },
  "aftermeeting-before-walk": {
    sv: "Det avslutande mötet hålls efter vandringen. Välj en senare dag. Inget är ändrat.",
    en: "The closing meeting is held after the walk. Choose a later day. Nothing is changed.",
  },
  "nothing-for-manager": {
    sv: "Protokollet har inga punkter för den mottagaren. Välj en annan.",
    en: "The protocol has no points for that addressee. Choose another.",
  },
  "point-not-sent": {
    sv: "Punkten är inte skickad till er. Den som leder vandringen skickar den först.",
    en: "The point has not been sent to you. Whoever leads the walk sends it first.",
  },
  "point-answered": {
    sv: "Punkten är redan besvarad i protokollet. Inget är ändrat.",
    en: "The point has been answered in the protocol already. Nothing is changed.",
  },
  "asked-what-needed": {
    sv: "Skriv vad ni undrar, så att de som gick kan svara.",
    en: "Write what you wonder, so that those who walked can answer.",
  },
  "reply-day-passed": {
    sv: "Svarsdagen måste ligga framåt i tiden. Välj en senare dag.",
    en: "The day to answer by has to lie ahead. Choose a later day.",
  },
  "not-walked-yet": {
    sv: "Vandringen är inte avslutad än. Avsluta den först, så upprättas protokollet sedan.",
    en: "The walk is not finished yet. Finish it first, then establish the protocol.",
  },
  "nothing-to-put-in-protocol": {
    sv: "Det finns inga delade anteckningar att föra till protokollet. Anteckningar kan ligga kvar i en telefon.",
    en: "There are no shared notes for the protocol. Some may still be in a phone.",
  },
  "nothing-to-complement": {
    sv: "Inget har kommit in sedan protokollet upprättades.",
    en: "Nothing has come in since the protocol was established.",
  },
  "persons-to-review": {
    sv: "{count} {count|rad|rader} kan peka ut en person. Granska personuppgifterna först. Inget är upprättat.",
    en: "{count} {count|row|rows} may point at a person. Review the personal data first. Nothing is established.",
  },
  "no-such-note": {
    sv: "Anteckningen finns inte bland dem som båda parter delar på den här vandringen.",
    en: "The note is not among those that both parties share on this walk.",
  },
  "note-in-itself": {
    sv: "En anteckning kan inte slås ihop med sig själv.",
    en: "A note cannot be merged with itself.",
  },
  "row-stands-in-protocol": {
    sv: "Raden står i protokollet och ändras inte. Svara på den i stället.",
    en: "The row stands in the protocol and does not change. Answer it instead.",
  },
  "reviewed-by-another": {
    sv: "Du skrev anteckningen själv. Be en kollega granska raden, eller skriv om den.",
    en: "You wrote the note yourself. Ask a colleague to review the row, or write it anew.",
  },
  "sheet-row-typed": {
    sv: "Rad {number} på blad {sheet} är redan inskriven. Välj nästa rad.",
    en: "Row {number} of sheet {sheet} is typed in already. Take the next row.",
  },
  "no-stop-with-number": {
    sv: "Det finns inget stopp {number}. Stoppen går från 1 till {last}. Lämna tomt om det var mellan stoppen.",
    en: "There is no stop {number}. They go from 1 to {last}. Leave it empty for between the stops.",
  },
  "no-such-theme": {
    sv: "«{letters}» är inget tema. Skriv två bokstäver, som «be» för belysning.",
    en: "“{letters}” is no theme. Write two letters, such as “be” for lighting.",
  },
  "no-such-manager": {
    sv: "«{letters}» är ingen som sköter platsen. Skriv två bokstäver, som «ko» för kommunen, eller lämna tomt.",
    en: "“{letters}” looks after no place. Write two letters, such as “ko” for the municipality, or leave it empty.",
  },
  "not-a-count": {
    sv: "Hur många som höll med skrivs med siffror.",
    en: "How many agreed is written in figures.",
  },
  "stop-outside": {
    sv: "Stopp {number} ligger långt utanför kommunen. Flytta det innanför gränsen och spara igen. Inget är ändrat.",
    en: "Stop {number} lies far outside the municipality. Move it within the border and save again. Nothing is changed.",
  },
  "route-outside": {
    sv: "Rutten går långt utanför kommunen. Dra den mellan stoppen och spara igen. Inget är ändrat.",
    en: "The route goes far outside the municipality. Draw it between the stops and save again. Nothing is changed.",
  },
  "stop-has-notes": {
    sv: "Stopp {number}, {name}, har {count} {count|anteckning|anteckningar} och kan inte tas bort. Flytta det eller byt namn på det i stället. Inget är ändrat.",
    en: "Stop {number}, {name}, has {count} {count|note|notes} and cannot be removed. Move it or give it another name instead. Nothing is changed.",
  },
  "walk-held": {
    sv: "Vandringen är gången. När och var den är ändras inte mer, och den ställs inte in. Inget är ändrat.",
    en: "The walk has been walked. When and where it is does not change any more, and it is not called off. Nothing is changed.",
  },
  "walk-cancelled": {
    sv: "Vandringen är inställd. Planera en ny likadan om den ska gås. Inget är ändrat.",
    en: "The walk is called off. Plan a new one like it if it is to be walked. Nothing is changed.",
  },
  "walk-changed-meanwhile": {
    sv: "Någon annan har ändrat vandringen sedan du öppnade den. Läs den igen och gör din ändring en gång till. Inget av det andra är överskrivet.",
    en: "Somebody else has changed the walk since you opened it. Read it again and make your change once more. Nothing of theirs is overwritten.",
  },
  "called-off-why-needed": {
    sv: "Skriv varför vandringen ställs in. De som tänkt komma läser det.",
    en: "Write why the walk is called off. Those who meant to come read it.",
  },
  "walked-already": {
    sv: "Vandringen är gången. Det förmötet sade skrivs in före vandringen.",
    en: "The walk has been walked. What the meeting before said is written in before it.",
  },
  "too-many-stops": {
    sv: "En vandring har plats för {most} stopp. Gör frågor av några i stället.",
    en: "A walk has room for {most} stops. Make questions of some instead.",
  },
} satisfies Words<OwnWhy>;

/** Why somebody should read a row once more. */
export const hints = {
  "personal-number": { sv: "ser ut som ett personnummer", en: "looks like a personal number" },
  phone: { sv: "ser ut som ett telefonnummer", en: "looks like a telephone number" },
  "e-mail": { sv: "ser ut som en e-postadress", en: "looks like an e-mail address" },
  plate: { sv: "ser ut som ett registreringsnummer", en: "looks like a registration number" },
  account: { sv: "ser ut som ett konto i sociala medier", en: "looks like an account in social media" },
  address: { sv: "ser ut som en bostads adress", en: "looks like the address of a home" },
  name: { sv: "ser ut som ett namn", en: "looks like a name" },
  speech: { sv: "är vad någon sade", en: "is what somebody said" },
} satisfies Words<PersonKind>;

/** «Ta emot / Inte vårt / Fråga». */
export const pointReplies = {
  received: { sv: "Ta emot", en: "Take it" },
  "not-ours": { sv: "Inte vårt", en: "Not ours" },
  question: { sv: "Fråga", en: "Ask" },
} satisfies Words<PointReplyKind>;

export const pointStates = {
  registered: { sv: "Inte skickad än", en: "Not sent yet" },
  sent: { sv: "Väntar på er", en: "Waits for you" },
  received: { sv: "Mottagen", en: "Taken" },
  "not-ours": { sv: "Inte vår", en: "Not ours" },
  question: { sv: "Fråga ställd", en: "Question asked" },
  answered: { sv: "Besvarad", en: "Answered" },
} satisfies Words<PointState>;
