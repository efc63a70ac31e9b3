import type { Said, Words } from "../../ground/words.ts";
import type { Chapter, LawPart, RemarkKind } from "./chapters.ts";
import type { FigureKind } from "./figure.ts";
import type { AsideWhy } from "./aside.ts";
import type { SituationWhy, Voice } from "./report.ts";
import type { ReportState } from "./report-state.ts";
import type { TakeOverWhy } from "./take-over.ts";
import type { TellingWhy } from "./telling.ts";

/** The rest are said by the platform and by collect. */
type OwnWhy = Exclude<
  SituationWhy | AsideWhy | TakeOverWhy | TellingWhy,
  "not-yours" | "names-a-person" | "evidence-not-found" | "evidence-cited-already"
>;

export const refusals = {
  "situation-period-backwards": {
    sv: "Perioden slutar före den börjar. Ändra en av dagarna.",
    en: "The period ends before it begins. Change one of the days.",
  },
  "situation-period-taken": {
    sv: "Det finns redan en lägesbild för den perioden. Öppna den, eller välj en annan period.",
    en: "There is a situation report of that period already. Open it, or choose another period.",
  },
  "situation-in-work": {
    sv: "En lägesbild är redan i arbete. Skriv vidare i den; nästa tar vid när den är antagen.",
    en: "A situation report is in work already. Go on with that one; the next begins when it has been adopted.",
  },
  "situation-is-adopted": {
    sv: "Lägesbilden är antagen och ändras inte mer. Det som är nytt skrivs i nästa.",
    en: "The situation report has been adopted and changes no more. What is new is written in the next.",
  },
  "situation-is-aside": {
    sv: "Lägesbilden är lagd åt sidan och ändras inte. Ta upp den igen för att skriva i den.",
    en: "The situation report has been laid aside and does not change. Take it up again to write in it.",
  },
  "situation-not-aside": {
    sv: "Lägesbilden är inte lagd åt sidan, så det finns inget att ta upp igen.",
    en: "The situation report has not been laid aside, so there is nothing to take up again.",
  },
  "situation-another-begun": {
    sv: "En annan lägesbild har kommit i stället för den här. Skriv i den; den här går att läsa som den var.",
    en: "Another situation report has come in place of this one. Write in that; this one can be read as it was.",
  },
  "situation-aside-needs-reason": {
    sv: "Skriv varför lägesbilden läggs åt sidan. Båda parter läser det.",
    en: "Write why the report is laid aside. Both parties read it.",
  },
  "situation-changed-meanwhile": {
    sv: "Någon skrev här medan du skrev. Det nya står här ovanför, och det du skrev står kvar i fältet.",
    en: "Somebody wrote here while you wrote. The new text stands above, and what you wrote is still in the field.",
  },
  "situation-law-part-missing": {
    sv: "Något som lagen kräver är inte skrivet. Listan över det som saknas säger i vilket kapitel.",
    en: "Something that the law asks for is not written. The list of what is missing says in which chapter.",
  },
  "situation-figure-must-be-shared": {
    sv: "Den källan får bara ni läsa. I en gemensam lägesbild står det som båda parter får läsa.",
    en: "Only you may read that source. A report by both holds what both parties may read.",
  },
  "situation-nothing-to-take-over": {
    sv: "Ingen av den förra lägesbildens siffror finns för den nya tiden än, eller så är de redan hämtade.",
    en: "None of the former report’s figures is there for the new time yet, or they have been taken in already.",
  },
  "situation-not-adopted": {
    sv: "Lägesbilden är inte antagen än. Först när den är det kan den publiceras.",
    en: "The situation report has not been adopted yet. Only then can it be published.",
  },
  "situation-agreed-already": {
    sv: "Ni har redan sagt ja till att publicera den.",
    en: "You have already said yes to publishing it.",
  },
  "situation-not-agreed": {
    sv: "Ni har inte sagt ja till att publicera den, så det finns inget att ta tillbaka.",
    en: "You have not said yes to publishing it, so there is nothing to take back.",
  },
  "situation-adopted-in-future": {
    sv: "Dagen har inte varit än. Anteckna beslutet när det är fattat.",
    en: "That day has not come yet. Note the decision when it has been made.",
  },
  "situation-adopted-before-former": {
    sv: "Den förra lägesbilden antogs samma dag eller senare. Se efter vilken dag beslutet fattades.",
    en: "The former situation report was adopted the same day or later. Look up the day of the decision.",
  },
} satisfies Words<OwnWhy>;

export const states = {
  draft: { sv: "i arbete", en: "in work" },
  aside: { sv: "lagd åt sidan", en: "laid aside" },
  adopted: { sv: "antagen", en: "adopted" },
} satisfies Words<ReportState>;

export const chapters = {
  summary: { sv: "Sammanfattning", en: "Summary" },
  purpose: { sv: "Syfte, lag och avgränsning", en: "Purpose, law and scope" },
  method: { sv: "Metod och källor", en: "Method and sources" },
  municipality: { sv: "Kommunen i korthet", en: "The municipality in brief" },
  crime: { sv: "Brottsligheten", en: "Crime" },
  consequences: { sv: "Konsekvenser", en: "Consequences" },
  "felt-safety": { sv: "Upplevd trygghet", en: "Felt safety" },
  youth: { sv: "Unga och ANDTS", en: "Young people, alcohol, drugs and gambling" },
  traffic: { sv: "Trafik", en: "Traffic" },
  places: { sv: "Platser och tider", en: "Places and times" },
  voices: { sv: "Röster", en: "Voices" },
  analysis: { sv: "Analys", en: "Analysis" },
  priorities: { sv: "Prioriterade problem", en: "Chosen problems" },
  outlook: { sv: "Framåtblick", en: "Outlook" },
  measures: { sv: "Åtgärder som pågår och kan prövas", en: "Measures under way and possible" },
  gaps: { sv: "Kunskapsluckor", en: "What is not known" },
  former: { sv: "Uppföljning av förra lägesbilden", en: "Follow-up of the former report" },
} satisfies Words<Chapter>;

/** What belongs in the chapter: one sentence over the field. */
export const guides = {
  summary: {
    sv: "En sida med vanliga ord: vad är störst, vad har ändrats, vad gör ni åt det.",
    en: "One page in plain words: what is largest, what has changed, what you do about it.",
  },
  purpose: {
    sv: "Varför den skrivs, vilket område och vilken tid den gäller, och vilka som står bakom den.",
    en: "Why it is written, which area and time it is of, and who stands behind it.",
  },
  method: {
    sv: "Vilka källor användes, vilka valdes bort, och hur begränsar de vad ni kan veta?",
    en: "Which sources were used, which were not, and how do they limit what you can know?",
  },
  municipality: {
    sv: "Befolkning, orter och områden, och det som ska byggas eller ändras.",
    en: "Population, villages and areas, and what will be built or changed.",
  },
  crime: {
    sv: "Vilka brott, hur många och hur ofta, hur det har ändrats, och jämfört med vad.",
    en: "Which crimes, how many and how often, how that has changed, and compared with what.",
  },
  consequences: {
    sv: "Vad det gör med dem som drabbas, med företag och föreningar, med kommunens kostnader och med tilliten.",
    en: "What it does to those it hits, to firms and associations, to the municipality’s costs and to trust.",
  },
  "felt-safety": {
    sv: "Hur trygga människor är, när och var, bredvid det som är anmält.",
    en: "How safe people feel, when and where, beside what is reported.",
  },
  youth: {
    sv: "Alkohol, narkotika, dopning, tobak och spel, skola och fritid.",
    en: "Alcohol, drugs, doping, tobacco and gambling, school and leisure.",
  },
  traffic: {
    sv: "Det människor sagt om trafiken, det som uppmätts, och det som gjorts.",
    en: "What people have said of the traffic, what has been measured, and what has been done.",
  },
  places: {
    sv: "Var och när det händer: platser, tider på dygnet, årets högtider och lov.",
    en: "Where and when it happens: places, hours, the year’s holidays.",
  },
  voices: {
    sv: "Vad som sades på vandringar, i dialoger och av lokala aktörer, och vilka som inte hörts.",
    en: "What was said on walks, in dialogues and by local actors, and who was not heard.",
  },
  analysis: {
    sv: "Vad hänger ihop, varför är det så, och hur säkert är det? Av det kartlagda och av det övriga.",
    en: "What hangs together, why is it so, and how sure is that? Of what was surveyed and of the rest.",
  },
  priorities: {
    sv: "Vilka problem valdes, och varför just de?",
    en: "Which problems were chosen, and why those?",
  },
  outlook: {
    sv: "Vad kan komma, och vad skulle göra det troligare eller mindre troligt.",
    en: "What may come, and what would make it more or less likely.",
  },
  measures: {
    sv: "Vad som görs nu, av vem, och vad som kunde prövas.",
    en: "What is done now, by whom, and what could be tried.",
  },
  gaps: {
    sv: "Vad vet ni inte, och hur kan ni få veta det till nästa gång?",
    en: "What do you not know, and how could you find out until next time?",
  },
  former: {
    sv: "Vad blev det av det som stod i den förra: vad stämde, vad gjordes, vad ändrades.",
    en: "What came of what stood in the former: what held, what was done, what changed.",
  },
} satisfies Words<Chapter>;

export const lawParts = {
  survey: {
    sv: "Lagen kräver en kartläggning av brottsligheten, dess omfattning och dess konsekvenser.",
    en: "The law asks for a survey of crime, its extent and its consequences.",
  },
  other: {
    sv: "Lagen kräver annan information som har betydelse. Minst ett av kapitlen 7–11 svarar mot det.",
    en: "The law asks for other information that matters. At least one of chapters 7–11 answers to that.",
  },
  analysis: {
    sv: "Lagen kräver en analys av kartläggningen och av den andra informationen.",
    en: "The law asks for an analysis of the survey and of the other information.",
  },
} satisfies Words<LawPart>;

export const remarks = {
  "law-part-missing": {
    sv: "Krävs enligt lagen och är inte skrivet.",
    en: "The law asks for it, and it is not written.",
  },
  "few-people": {
    sv: "Så få personer kan kännas igen. Skriv «några unga i kommunen», utan ort, kön och ålder: stycket visas annars inte när lägesbilden publiceras.",
    en: "So few people can be recognised. Write “some young people in the municipality”, without village, sex or age: otherwise the paragraph is not shown when the report is published.",
  },
  "method-unanswered": {
    sv: "Brås kontrollfrågor besvaras här, och kapitlet är tomt.",
    en: "Brå’s control questions are answered here, and the chapter is empty.",
  },
  empty: { sv: "Kapitlet är tomt.", en: "The chapter is empty." },
  "not-renewed": {
    sv: "Texten är den som stod i förra lägesbilden. Se om den stämmer än.",
    en: "The text is the one of the former report. See whether it still holds.",
  },
  "no-source": {
    sv: "Texten säger hur det är, men ingen siffra eller källa är hämtad hit.",
    en: "The text tells how it is, but no figure or source has been taken in.",
  },
  "figure-changed": {
    sv: "En siffra är en annan i dag än när den hämtades.",
    en: "A figure is another today than when it was taken in.",
  },
  "caption-of-another-year": {
    sv: "En siffras rubrik nämner ett år utanför perioden. Ta bort siffran och hämta den med en rubrik som stämmer.",
    en: "A figure’s caption names a year outside the period. Take it out and take it in with a caption that holds.",
  },
} satisfies Words<RemarkKind>;

export const voices = {
  text: { sv: "Kapitlets text", en: "The chapter’s text" },
  joint: { sv: "Gemensam kommentar", en: "Comment by both" },
  party: { sv: "Kommentar från er", en: "Comment from you" },
  note: { sv: "Egen anteckning", en: "Note of your own" },
} satisfies Words<Voice>;

export const figureKinds = {
  series: { sv: "statistik", en: "statistics" },
  coded: { sv: "kodat tema", en: "coded theme" },
  question: { sv: "fråga till lägesbilden", en: "question to the picture" },
  measurement: { sv: "mätning", en: "measurement" },
} satisfies Words<FigureKind>;

/** How many it rests on, in the words of what was counted. */
export const bases = {
  series: { sv: "bygger på {n}", en: "rests on {n}" },
  coded: { sv: "{n} röster", en: "{n} voices" },
  question: { sv: "ur {n} anteckningar", en: "from {n} notes" },
  measurement: { sv: "bygger på {n}", en: "rests on {n}" },
} satisfies Words<FigureKind>;

/** How a figure came about, in plain words; the name and the version stand beside them, so that it can be done again. */
export const methods: Readonly<Record<string, Said>> = {
  "official-figure": {
    sv: "periodens siffra ur den fil som kom senast",
    en: "the period’s figure from the latest file",
  },
  "coded-statements": { sv: "kodade uttalanden, källa för källa", en: "coded statements, source by source" },
  "as-measured": { sv: "så som det mättes", en: "as it was measured" },
  "linked-counts": { sv: "händelser räknade ur lägesbilden", en: "happenings counted from the picture" },
};

export const saves = {
  text: { sv: "Spara texten", en: "Save the text" },
  joint: { sv: "Spara den gemensamma kommentaren", en: "Save the comment by both" },
  party: { sv: "Spara er kommentar", en: "Save your comment" },
  note: { sv: "Spara anteckningen", en: "Save the note" },
} satisfies Words<Voice>;

export const words = {
  heading: { sv: "Lägesbilder", en: "Situation reports" },
  lead: {
    sv: "En lägesbild väger samman vad ni vet om en period. Lagen kräver en ny minst vartannat år. När den är antagen ändras den inte mer, och nästa börjar från den.",
    en: "A situation report weighs together what you know of a period. The law asks for a new one at least every second year. Once adopted it changes no more, and the next begins from it.",
  },
  none: { sv: "Ingen lägesbild än", en: "No situation report yet" },
  noneText: {
    sv: "Ange vilken tid den första gäller, så får ni de sjutton kapitlen att fylla.",
    en: "Say which time the first one is of, and you get the seventeen chapters to fill.",
  },
  all: { sv: "I arbete och antagna", en: "In work and adopted" },
  report: { sv: "Lägesbild {period}", en: "Situation report {period}" },
  adoptedBy: { sv: "antagen {day} av {body}", en: "adopted {day} by {body}" },
  beginHeading: { sv: "Börja en lägesbild", en: "Begin a situation report" },
  beginFrom: {
    sv: "Den börjar med texterna ur den som antogs senast. Vad som ändras sedan visas kapitel för kapitel.",
    en: "It begins with the texts of the one adopted last. What is changed after that is shown chapter by chapter.",
  },
  from: { sv: "Från och med", en: "From" },
  to: { sv: "Till och med", en: "To" },
  begin: { sv: "Börja lägesbilden", en: "Begin the report" },
  daysNeeded: { sv: "Välj båda dagarna.", en: "Choose both days." },
  onlyReads: {
    sv: "Du kan läsa lägesbilden. Den som leder arbetet kan ge dig rätt att skriva i den.",
    en: "You can read the report. Whoever leads the work can let you write in it.",
  },
  state: { sv: "Läge", en: "State" },
  adopted: { sv: "Antagen", en: "Adopted" },
  body: { sv: "Antagen av", en: "Adopted by" },
  registryNumber: { sv: "Diarienummer", en: "Registry number" },
  hash: { sv: "Innehållets kontrollsumma", en: "Checksum of the content" },
  formerReport: { sv: "Tar vid efter", en: "Follows" },
  chapters: { sv: "Kapitel", en: "Chapters" },
  chapter: { sv: "Kapitel", en: "Chapter" },
  written: { sv: "skrivet", en: "written" },
  notWritten: { sv: "tomt", en: "empty" },
  carried: { sv: "från förra lägesbilden", en: "from the former report" },
  comments: { sv: "Kommentarer", en: "Comments" },
  lastWritten: { sv: "Senast skrivet", en: "Last written" },
  byWhom: { sv: "{by}, {day}", en: "{by}, {day}" },
  missing: { sv: "Det här saknas", en: "What is missing" },
  missingNone: { sv: "Inget saknas.", en: "Nothing is missing." },
  law: { sv: "krävs enligt lagen", en: "asked for by the law" },
  lawSome: { sv: "lagen kräver minst ett av 7–11", en: "the law asks for at least one of 7–11" },
  emptyChapters: { sv: "Tomma kapitel", en: "Empty chapters" },
  toReports: { sv: "Alla lägesbilder", en: "All situation reports" },
  toReport: { sv: "Hela lägesbilden", en: "The whole report" },
  previous: { sv: "Föregående: {name}", en: "Previous: {name}" },
  next: { sv: "Nästa: {name}", en: "Next: {name}" },
  noteGuide: {
    sv: "Läses bara av er organisation och står aldrig i lägesbilden.",
    en: "Read by your organisation only, and never part of the report.",
  },
  partyGuide: {
    sv: "Det ni vill säga om kapitlet i er egen organisations namn. Den andra parten skriver sin kommentar för sig.",
    en: "What you want to say of the chapter in your own organisation’s name. The other party writes its own.",
  },
  jointGuide: { sv: "Det ni säger tillsammans.", en: "What you say together." },
  commentFrom: { sv: "Kommentar från {name}", en: "Comment from {name}" },
  saved: { sv: "Sparat.", en: "Saved." },
  newer: { sv: "Så här står det nu", en: "This is what stands now" },
  earlier: { sv: "Tidigare lydelser", en: "Earlier wordings" },
  earlierOf: { sv: "{voice}, lydelse {version}", en: "{voice}, wording {version}" },
  nothingWritten: { sv: "Inget skrivet.", en: "Nothing written." },
  cite: { sv: "Lägg till en antagen lägesbild", en: "Add an adopted situation report" },
  citeWhich: { sv: "Lägesbild", en: "Situation report" },
  citeNeeded: { sv: "Välj en lägesbild.", en: "Choose a situation report." },
  example: { sv: "Exempel", en: "Example" },
  paper: { sv: "Som PDF", en: "As PDF" },
  workingPaper: {
    sv: "Arbetsmaterial {day}: inte antagen, och kan ändras",
    en: "Working paper of {day}: not adopted, and may change",
  },
  asidePaper: {
    sv: "Lagd åt sidan {day}: inte antagen",
    en: "Laid aside {day}: not adopted",
  },
  wasAside: {
    sv: "Lagd åt sidan av {by} {day}. Skäl: {reason}",
    en: "Laid aside by {by} on {day}. Reason: {reason}",
  },
  layAside: { sv: "Lägg åt sidan", en: "Lay aside" },
  layAsideText: {
    sv: "Lägesbilden går att läsa som den är, och en ny kan påbörjas för en annan period. Ni kan ta upp den igen så länge ingen ny har påbörjats.",
    en: "The report can be read as it is, and a new one can be begun for another period. You can take it up again as long as no new one has been begun.",
  },
  asideReason: { sv: "Varför", en: "Why" },
  asideReasonGuide: {
    sv: "Båda parter läser skälet. Inga namn på privatpersoner.",
    en: "Both parties read the reason. No names of private persons.",
  },
  takeUp: { sv: "Ta upp den igen", en: "Take it up again" },
  asideFollowed: {
    sv: "En annan lägesbild har kommit i stället. Den här går att läsa.",
    en: "Another situation report has come in its place. This one can be read.",
  },
  tellHeading: { sv: "Ska invånarna kunna läsa den?", en: "May residents read it?" },
  tellLead: {
    sv: "Den publiceras när kommunen och polisen båda sagt ja. Antal som är för små visas inte utåt, och egna anteckningar är aldrig med.",
    en: "It is published when the municipality and the police have both said yes. Numbers too small are not shown outside, and own notes are never in it.",
  },
  tellTold: {
    sv: "Den är publicerad. Var och en av er kan ta tillbaka sitt ja; då syns den inte längre, och är antagen som förut.",
    en: "It is published. Each of you can take back the yes; then it is no longer seen, and is adopted as before.",
  },
  tellYes: { sv: "ja", en: "yes" },
  tellNotYet: { sv: "har inte sagt ja", en: "has not said yes" },
  tellPage: { sv: "Sidan som invånarna läser", en: "The page residents read" },
  tellAgree: { sv: "Ja, publicera", en: "Yes, publish" },
  tellTakeBack: { sv: "Ta tillbaka vårt ja", en: "Take back our yes" },
  figures: { sv: "Siffror och källor", en: "Figures and sources" },
  figuresNone: { sv: "Inga siffror hämtade hit.", en: "No figures taken in." },
  figureOf: { sv: "{kind}, hämtad {day}", en: "{kind}, taken in {day}" },
  figureValue: { sv: "{value} {unit}", en: "{value} {unit}" },
  pieces: { sv: "uttalanden", en: "statements" },
  happenings: { sv: "händelser", en: "happenings" },
  changedSince: {
    sv: "Siffran är en annan i dag: {now}. Här står den som den var.",
    en: "The figure is another today: {now}. Here it stands as it was.",
  },
  goneSince: {
    sv: "Källan finns inte längre för er båda. Här står siffran som den var.",
    en: "The source is no longer there for both of you. Here the figure stands as it was.",
  },
  frozenHash: { sv: "Kontrollsumma {hash}", en: "Checksum {hash}" },
  method: { sv: "Metod: {said} ({method}, {version})", en: "Method: {said} ({method}, {version})" },
  methodUnkept: {
    sv: "Metod: inte antecknad när siffran hämtades",
    en: "Method: not noted when the figure was taken in",
  },
  noMargin: {
    sv: "Räknat, inte skattat: antalet har ingen felmarginal, och det säger inte hur vanligt något är.",
    en: "Counted, not estimated: the number has no margin of error, and does not say how common anything is.",
  },
  takeInAnew: { sv: "Hämta dagens siffra", en: "Take in today’s figure" },
  takeOut: { sv: "Ta bort", en: "Take out" },
  takeOutOf: { sv: "Ta bort: {caption}", en: "Take out: {caption}" },
  takeInSeries: { sv: "Hämta ur statistiken", en: "Take in from the statistics" },
  takeInQuestion: { sv: "Hämta ur lägesbilden", en: "Take in from the picture" },
  takeInMeasurement: { sv: "Hämta en mätning", en: "Take in a measurement" },
  takeInTheme: { sv: "Hämta ett kodat tema", en: "Take in a coded theme" },
  takeIn: { sv: "Hämta hit", en: "Take in" },
  caption: { sv: "Vad den visar", en: "What it shows" },
  captionGuide: {
    sv: "En mening, till exempel: Anmälda stölder per 1 000 invånare.",
    en: "One sentence, for instance: Reported thefts per 1,000 inhabitants.",
  },
  questionAddress: { sv: "Frågans adress", en: "The question’s address" },
  questionGuide: {
    sv: "Öppna Lägesbild, välj tid, plats och vad det gäller, och kopiera adressen hit. Bara det som båda får läsa räknas.",
    en: "Open the picture, choose time, place and matter, and copy the address here. Only what both may read is counted.",
  },
  chooseAll: { sv: "Välj en källa och skriv vad den visar.", en: "Choose a source and say what it shows." },
  series: { sv: "Serie", en: "Series" },
  theme: { sv: "Tema", en: "Theme" },
  few: {
    sv: "Färre än fem: för få att dra slutsatser av, och visas aldrig utåt.",
    en: "Fewer than five: too few to conclude from, and never shown outside.",
  },
  byMonth: { sv: "Månad för månad", en: "Month by month" },
  month: { sv: "Månad", en: "Month" },
  count: { sv: "Antal", en: "Count" },
  about: { sv: "Vad det gäller", en: "What it is about" },
  places: { sv: "Plats", en: "Place" },
  offMap: { sv: "Inte på kartan: {places}", en: "Not on the map: {places}" },
  mapOf: { sv: "Karta, en ring för varje ort:", en: "Map, a ring for each place:" },
  source: { sv: "Källa", en: "Source" },
  sourceIs: { sv: "Källa: {name}", en: "Source: {name}" },
  overHeading: { sv: "Siffrorna ur den förra", en: "The figures of the former" },
  overLead: {
    sv: "Den förra har {count} siffror som inte står här. De frågas om för den nya tiden och hämtas till samma kapitel. Hur de var då står kvar i den förra.",
    en: "The former has {count} figures that do not stand here. They are asked of the new time and taken in to the same chapters. As they were then they stand in the former.",
  },
  over: { sv: "Hämta dem för den nya tiden", en: "Take them in for the new time" },
  overTaken: { sv: "Hämtade: {count}.", en: "Taken in: {count}." },
  overLeft: { sv: "Finns inte för den nya tiden:", en: "Not there for the new time:" },
  overCompare: { sv: "Se då och nu bredvid varandra", en: "See then and now beside one another" },
  changesHeading: { sv: "Vad som ändrats sedan {period}", en: "What has changed since {period}" },
  changesLead: {
    sv: "Kapitel för kapitel mot den förra lägesbilden: tillagda och strukna ord, och varje siffra då och nu.",
    en: "Chapter by chapter against the former report: words added and struck, and every figure then and now.",
  },
  changesNone: { sv: "Inget skiljer sig från den förra.", en: "Nothing differs from the former." },
  toChanges: { sv: "Vad som ändrats", en: "What has changed" },
  figure: { sv: "Siffra", en: "Figure" },
  before: { sv: "Då", en: "Then" },
  after: { sv: "Nu", en: "Now" },
  adoptHeading: { sv: "Är den antagen?", en: "Has it been adopted?" },
  adoptLead: {
    sv: "Anteckna beslutet när det är fattat. Lägesbilden låses som den står nu, och ingen kan ändra den efteråt.",
    en: "Note the decision when it has been made. The report is locked as it stands now, and nobody can change it afterwards.",
  },
  adoptBody: { sv: "Vilka antog den", en: "Who adopted it" },
  adoptBodyGuide: { sv: "Kommunstyrelsen, till exempel.", en: "The municipal executive board, for instance." },
  adoptDay: { sv: "Beslutets dag", en: "Day of the decision" },
  adoptDayNeeded: { sv: "Välj beslutets dag.", en: "Choose the day of the decision." },
  registryGuide: {
    sv: "Numret där beslutet finns diariefört.",
    en: "The number under which the decision is registered.",
  },
  adopt: { sv: "Lås som antagen", en: "Lock as adopted" },
} satisfies Words<string>;
