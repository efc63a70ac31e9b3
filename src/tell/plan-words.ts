import type { WalkTheme } from "../collect/walk.ts";
import type { Words } from "../ground/words.ts";

/** A walk that has not been held, as strangers read of it. */
export const planWords = {
  coming: { sv: "På gång", en: "Coming up" },
  calledOff: { sv: "Inställd", en: "Called off" },
  calledOffSince: { sv: "Vandringen är inställd sedan {day}", en: "The walk is called off since {day}" },
  dayPassed: {
    sv: "Dagen för vandringen har varit. Det som sades läses här när det är sammanställt.",
    en: "The day of the walk has passed. What was said is read here when it has been put together.",
  },
  meet: { sv: "Här samlas vi", en: "Where we meet" },
  invites: { sv: "Bjuder in", en: "Invited by" },
  walkAlong: { sv: "Går med", en: "Walk along" },
  forWhom: { sv: "För vem", en: "For whom" },
  forAll: {
    sv: "Öppen för alla som bor, arbetar eller rör sig här. Ingen frågar vad du heter.",
    en: "Open to all who live, work or move about here. Nobody asks what you are called.",
  },
  light: { sv: "Ljuset", en: "The light" },
  dark: {
    sv: "Det blir mörkt. Ta gärna med reflex och ficklampa.",
    en: "It will be dark. Bring a reflector and a torch.",
  },
  dusk: { sv: "Det skymmer. Ta gärna med reflex.", en: "It will be dusk. Bring a reflector." },
  daylight: { sv: "Det är ljust.", en: "It will be light." },
  how: { sv: "Så går en trygghetsvandring till", en: "How a safety walk goes" },
  howMeet: {
    sv: "Vi samlas, delar upp oss i små grupper och går en bestämd väg i lugn takt.",
    en: "We meet, divide into small groups and walk a set way at an easy pace.",
  },
  howStop: {
    sv: "På några platser stannar vi. Alla säger vad som känns tryggt, vad som känns otryggt och vad som kan göras.",
    en: "At some places we stop. Everybody says what feels safe, what feels unsafe and what can be done.",
  },
  howNote: {
    sv: "Någon antecknar vad som sägs om platsen, aldrig vem som säger det. Vi räknar hur många som går med och skriver inga namn.",
    en: "Somebody notes what is said of the place, never who says it. We count how many walk along and write no names.",
  },
  howLeave: {
    sv: "Du kan gå med en bit och gå hem när du vill.",
    en: "You can walk part of the way and go home when you like.",
  },
  used: { sv: "Så används det du säger", en: "How what you say is used" },
  usedText: {
    sv: "Anteckningarna blir ett protokoll, plats för plats. De som sköter platserna svarar på varje punkt: vad som görs och när, eller varför inte. Svaren läses här på sidan när protokollet är publicerat.",
    en: "The notes become a protocol, place by place. Those who look after the places answer each point: what is done and when, or why not. The answers are read on this page when the protocol is published.",
  },
  usedWeighed: {
    sv: "Det som många ser vägs ihop med det som mäts och kan bli ett löfte från kommunen och polisen.",
    en: "What many see is weighed together with what is measured and can become a promise by the municipality and the police.",
  },
  emergency: {
    sv: "Pågår det nu? Ring 112. Vill du tipsa polisen? Ring 114 14.",
    en: "Happening now? Call 112. To tip the police: 114 14.",
  },
} satisfies Words<string>;

export const planThemes = {
  general: {
    sv: "Vi tittar på allt som gör platsen trygg eller otrygg.",
    en: "We look at all that makes the place safe or unsafe.",
  },
  children: { sv: "Vi tittar särskilt på det som rör barn.", en: "We look especially at what concerns children." },
  women: { sv: "Vi tittar särskilt på kvinnors trygghet.", en: "We look especially at women’s safety." },
  traffic: { sv: "Vi tittar särskilt på trafiken.", en: "We look especially at traffic." },
  accessibility: {
    sv: "Vi tittar särskilt på om alla kan ta sig fram.",
    en: "We look especially at whether everybody can get about.",
  },
} satisfies Words<WalkTheme>;
