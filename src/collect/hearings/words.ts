import type { Words } from "../../ground/words.ts";
import type { PersonWhy } from "../person-in-text.ts";
import type { ActorKind, HearingWhy, Reading } from "./hearing.ts";
import type { PassageWhy } from "./passage.ts";

type OwnWhy = Exclude<HearingWhy | PassageWhy, "not-yours" | PersonWhy>;

export const refusals = {
  "themes-needed": {
    sv: "Skriv minst en sak som de ser. Det viktigaste först.",
    en: "Write at least one thing that they see. The most important first.",
  },
  "area-needed": {
    sv: "Välj ett område, eller hela kommunen.",
    en: "Choose an area, or the whole municipality.",
  },
  "how-many-actors": {
    sv: "Hur många sådana finns i {area}? Med färre än tre förstår alla vem som hörts.",
    en: "How many such are there in {area}? With fewer than three everybody knows who was heard.",
  },
  "too-few-actors": {
    sv: "I {area} finns bara {actors} av det slaget. Välj «hela kommunen», så att den inte pekas ut.",
    en: "There are only {actors} of the kind in {area}. Choose “the whole municipality”, so that it is not pointed out.",
  },
  "promise-needs-day": {
    sv: "Ett löfte om svar behöver både ord och dag. Fyll i båda eller ingen.",
    en: "A promise to answer needs both words and a day. Fill in both or neither.",
  },
  "not-held-yet": {
    sv: "Dagen har inte varit än. Skriv in samtalet när det är hållet.",
    en: "That day has not been yet. Record the talk when it has been held.",
  },
  "sounds-like-suspicion": {
    sv: "Det här låter som en misstanke om en viss person: «{found}». Det hör inte hemma här. Polisen tar emot tips på 114 14.",
    en: "This sounds like a suspicion of one person: “{found}”. It does not belong here. The police take tips on 114 14.",
  },
  "hearing-points-out": {
    sv: "«{found}»: det du skrivit nämner en plats som bara en har. Alla som får läsa kommer att förstå vem. Dela ändå, skriv om, eller välj «Bara vår organisation».",
    en: "“{found}”: what you wrote names a place that only one has. All who may read it will understand who. Share anyway, rewrite, or choose “Our organisation only”.",
  },
  "hearing-read-wider": {
    sv: "Fler kommer att få läsa samtalet än förut, och det som har lästs kan inte göras oläst. Dela ändå, eller ändra vem som får läsa.",
    en: "More people than before will be able to read the talk, and what has been read cannot be unread. Share anyway, or change who may read it.",
  },
  "too-few-for-texts": {
    sv: "Färre än {fewest} svarade. Skriv bara antal, annars går det att förstå vem som skrev.",
    en: "Fewer than {fewest} answered. Write counts only, else it can be understood who wrote.",
  },
  "more-staff-than-asked": {
    sv: "Fler svarade än som fick frågan. Kontrollera siffrorna.",
    en: "More answered than were asked. Check the figures.",
  },
  "passage-empty": {
    sv: "Markera eller skriv det som ska delas.",
    en: "Mark or write what is to be shared.",
  },
  "passage-points-out": {
    sv: "«{found}»: det du markerat nämner en plats som bara en har. Den andra organisationen kommer att förstå vem. Dela ändå, skriv om, avbryt?",
    en: "“{found}”: what you marked names a place that only one has. The other organisation will understand who. Share anyway, rewrite, cancel?",
  },
  "nobody-to-share-with": {
    sv: "Det finns ingen annan part i samarbetet att dela med än.",
    en: "There is no other party in the partnership to share with yet.",
  },
  "passage-opened": {
    sv: "Det är öppnat och läst, och kan inte längre tas tillbaka.",
    en: "It is opened and read, and can no longer be taken back.",
  },
} satisfies Words<OwnWhy>;

export const actorKinds = {
  trade: { sv: "Handel", en: "Trade" },
  housing: { sv: "Bostadsbolag", en: "Housing company" },
  landlord: { sv: "Fastighetsägare", en: "Property owner" },
  association: { sv: "Förening", en: "Association" },
  congregation: { sv: "Samfund", en: "Congregation" },
  school: { sv: "Skola", en: "School" },
  "youth-centre": { sv: "Fritidsgård", en: "Youth centre" },
  village: { sv: "Byalag", en: "Village association" },
  "road-association": { sv: "Vägförening", en: "Road association" },
  rescue: { sv: "Räddningstjänst", en: "Rescue service" },
  pensioners: { sv: "Pensionärsråd", en: "Pensioners' council" },
  "youth-council": { sv: "Ungdomsråd", en: "Youth council" },
} satisfies Words<ActorKind>;

export const readings = {
  own: { sv: "Bara vår organisation", en: "Our organisation only" },
  shared: { sv: "Kommunen och polisen", en: "The municipality and the police" },
  counted: { sv: "Får räknas in offentligt", en: "May be counted publicly" },
} satisfies Words<Reading>;

/** In the place of a theme that its own organisation has taken out. Kept, and so in Swedish. */
export const TAKEN_OUT = "Borttaget när samtalet rättades";
