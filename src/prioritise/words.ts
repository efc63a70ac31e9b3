import type { SampleType } from "../collect/source.ts";
import type { Words } from "../ground/words.ts";
import type { AgreementWarning } from "./agreement.ts";
import { refusals as causeRefusals } from "./causes/words.ts";
import type { Warning } from "./frozen-figure.ts";
import type { ThemeWarning } from "./frozen-theme.ts";
import { refusals as meetingRefusals } from "./meetings/words.ts";
import type { EvidenceKind, Influencer, Perspective, Problem, Strength, Why } from "./problem.ts";
import { refusals as roundRefusals } from "./rounds/words.ts";
import { refusals as situationRefusals } from "./situation/words.ts";

/** The rest are said by the platform and by collect, in words of theirs. */
type OwnWhy = Exclude<Why, "not-yours" | "names-a-person">;

export const refusals = {
  "evidence-needed": {
    sv: "Ett problem behöver minst ett underlag. Peka på något som någon sett, sagt eller mätt.",
    en: "A problem needs at least one piece of evidence. Point at something somebody saw, said or measured.",
  },
  "evidence-must-be-shared": {
    sv: "Minst ett underlag måste båda parter få läsa. Annars kan problemet inte vägas tillsammans.",
    en: "At least one piece of evidence must be readable by both parties. Otherwise the problem cannot be weighed together.",
  },
  "evidence-not-found": {
    sv: "Underlaget finns inte, eller är inte delat med er.",
    en: "There is no such evidence, or it is not shared with you.",
  },
  "evidence-cited-already": { sv: "Det underlaget finns redan här.", en: "That evidence is already here." },
  "evidence-has-no-figure": {
    sv: "Serien har inget värde för den perioden. Välj en period som har ett värde.",
    en: "The series has no figure of that period. Choose a period that has one.",
  },
  "answer-needs-reason": {
    sv: "Skälet behövs. De som hörts ska kunna läsa det.",
    en: "The reason is needed. Those who were heard will read it.",
  },
  "problem-is-closed": {
    sv: "Problemet är redan besvarat. Skälet står kvar.",
    en: "The problem has been answered already. The reason stands.",
  },
  "problem-is-chosen": {
    sv: "Båda har valt problemet. Det går inte att säga nej till det här.",
    en: "Both have chosen the problem. It cannot be turned down here.",
  },
  "other-has-said-yes": {
    sv: "Den andra parten har sagt ja till problemet som det står. Skriv ett nytt, eller för ihop dem.",
    en: "The other party has said yes to the problem as it stands. Write a new one, or merge them.",
  },
  "problem-changed-meanwhile": {
    sv: "Någon annan ändrade problemet medan du skrev. Det som står nu är överst på sidan, och det du skrev står kvar i fälten. Läs det och spara igen om ditt ska gälla.",
    en: "Somebody else changed the problem while you wrote. What it says now is at the top of the page, and what you wrote is still in the fields. Read it and save again if yours is to hold.",
  },
  "problem-says-so-already": {
    sv: "Det står så redan. Ändra något innan du sparar.",
    en: "It says so already. Change something before you save.",
  },
  "you-have-chosen": {
    sv: "Ni har redan valt det här. Er motivering står kvar.",
    en: "You have chosen this already. Your reason stands.",
  },
  "other-party-has-chosen": {
    sv: "Den andra parten har valt det här. Kom överens först, inget är ändrat.",
    en: "The other party has chosen this. Agree first, nothing is changed.",
  },
  "merged-with-itself": {
    sv: "Välj ett annat problem att föra ihop med.",
    en: "Choose another problem to merge with.",
  },
  ...causeRefusals,
  ...roundRefusals,
  ...situationRefusals,
  ...meetingRefusals,
} satisfies Words<OwnWhy>;

export const states = {
  open: { sv: "öppet", en: "open" },
  chosen: { sv: "valt av båda", en: "chosen by both" },
  declined: { sv: "tas inte upp", en: "not taken up" },
  merged: { sv: "hopfört", en: "merged" },
} satisfies Words<Problem["state"]>;

export const evidenceKinds = {
  observation: { sv: "iakttagelse", en: "observation" },
  theme: { sv: "tema från dialog", en: "theme of a dialogue" },
  coded: { sv: "tema ur det som sagts", en: "theme of what was said" },
  measurement: { sv: "mätning", en: "measurement" },
  series: { sv: "officiell statistik", en: "official statistics" },
  question: { sv: "fråga till lägesbilden", en: "question to the picture" },
  situation: { sv: "antagen lägesbild", en: "adopted situation report" },
} satisfies Words<EvidenceKind>;

export const strengths = {
  weak: { sv: "svagt", en: "weak" },
  fair: { sv: "rimligt", en: "fair" },
  strong: { sv: "starkt", en: "strong" },
} satisfies Words<Strength>;

/** Why a figure is to be believed with care. */
export const warnings = {
  "small-number": {
    sv: "Litet tal: slumpen ensam kan göra hela skillnaden mellan två år.",
    en: "Small number: chance alone may make the whole difference between two years.",
  },
  "no-interval": {
    sv: "Källan säger inte hur osäkert värdet är.",
    en: "The source does not say how uncertain the figure is.",
  },
  preliminary: { sv: "Preliminärt: källan kommer att ändra det.", en: "Preliminary: the source will revise it." },
  revised: { sv: "Källan har ändrat värdet en gång förut.", en: "The source has revised the figure before." },
  pooled: { sv: "Flera år sammanlagda.", en: "Several years pooled." },
  break: {
    sv: "Serien har jämförbarhetsbrott: före och efter jämförs inte.",
    en: "The series has a break: before and after are not compared.",
  },
  "wider-area": {
    sv: "Värdet gäller ett större område än kommunen.",
    en: "The figure is of a wider area than the municipality.",
  },
} satisfies Words<Warning>;

/** Why what a theme stands on is to be believed with care. */
export const themeWarnings = {
  few: {
    sv: "Få har sagt det. Talen räcker inte till andelar.",
    en: "Few have said it. The counts are too small for shares.",
  },
  "one-kind": {
    sv: "Bara ett slag av källa talar om det.",
    en: "Only one kind of source speaks of it.",
  },
  "not-drawn": {
    sv: "Ingen av källorna är ett slumpmässigt urval: talen säger att det finns, inte hur vanligt det är.",
    en: "None of the sources is a random sample: the counts say that it is there, not how common it is.",
  },
} satisfies Words<ThemeWarning>;

/** Why a row of what has been heard is to be believed with care. */
export const agreementWarnings = {
  "few-said": { sv: "Få ligger bakom.", en: "Few stand behind it." },
  "only-self-selected": {
    sv: "Bygger bara på dem som ville svara. Det räcker för att fråga vidare, inte för att säga hur vanligt det är.",
    en: "Rests on those who wished to answer only. That is enough to ask further, not to say how common it is.",
  },
} satisfies Words<AgreementWarning>;

/** Beside a number, where there is no room for the sentence. */
export const shortSamples = {
  random: { sv: "slumpvis urval", en: "random sample" },
  "self-selected": { sv: "självvalda", en: "self-selected" },
  panel: { sv: "panel", en: "panel" },
  total: { sv: "alla räknade", en: "all counted" },
  "not-a-sample": { sv: "inget urval", en: "no sample" },
} satisfies Words<SampleType>;

export const perspectives = {
  situation: { sv: "Platsen och tiden", en: "The place and the time" },
  exposed: { sv: "De som drabbas", en: "Those who are exposed" },
  acting: { sv: "De som gör", en: "Those who act" },
} satisfies Words<Perspective>;

export const influencers = {
  municipality: { sv: "kommunen kan påverka", en: "the municipality can influence it" },
  police: { sv: "polisen kan påverka", en: "the police can influence it" },
  both: { sv: "båda kan påverka", en: "both can influence it" },
  other: { sv: "någon annan kan påverka", en: "somebody else can influence it" },
  nobody: { sv: "ingen av oss kan påverka", en: "none of us can influence it" },
} satisfies Words<Influencer>;

export const words = {
  heading: { sv: "Det här har vi vägt", en: "This is what we have weighed" },
  headingNone: { sv: "Inget är vägt än", en: "Nothing has been weighed yet" },
  lead: {
    sv: "Ett problem står här när någon kan peka på vad det bygger på. Det väljs när båda parter har sagt ja, eller besvaras med ett skäl.",
    en: "A problem stands here when somebody can point at what it rests on. It is chosen when both parties have said yes, or answered with a reason.",
  },
  problem: { sv: "Problem", en: "Problem" },
  where: { sv: "Var", en: "Where" },
  since: { sv: "Sedan när", en: "Since when" },
  sinceGuide: {
    sv: "Så som de som vet säger det: «sedan hösten 2020».",
    en: "In the words of those who know: “since autumn 2020”.",
  },
  occurs: { sv: "När det händer", en: "When it happens" },
  occursGuide: {
    sv: "Tid på dygnet, i veckan eller på året: «fredagskvällar på hösten».",
    en: "Time of day, week or year: “Friday evenings in autumn”.",
  },
  whereGuide: {
    sv: "Platsens namn eller gatan, utan nummer. Tomt om det är på flera håll eller ingen vet.",
    en: "The name of the place or the street, without a number. Empty where it is in several places or nobody knows.",
  },
  spotStands: {
    sv: "Läget på kartan stämmer fortfarande",
    en: "The spot on the map still holds",
  },
  correctHead: { sv: "Ändra vad problemet säger", en: "Change what the problem says" },
  correctLead: {
    sv: "Båda kan ändra tills den andra parten har sagt ja till problemet. Det som stod förut finns kvar för alla som läser här.",
    en: "Both may change it until the other party has said yes to the problem. What it said before stays for everybody who reads here.",
  },
  correct: { sv: "Spara ändringen", en: "Save the change" },
  correctedOn: { sv: "Ändrad {day} av {organisation}", en: "Changed {day} by {organisation}" },
  saidBefore: { sv: "Så här stod det förut", en: "This is what it said before" },
  beforeCorrection: {
    sv: "Sagt innan problemet ändrades.",
    en: "Said before the problem was changed.",
  },
  notSaid: { sv: "Ingen har sagt det", en: "Nobody has said" },
  mergeHead: { sv: "För ihop med ett annat problem", en: "Merge with another problem" },
  mergeLead: {
    sv: "Samma sak två gånger: det här problemet stängs och leder vidare till det andra. Skälet läses av alla.",
    en: "The same thing twice: this problem is closed and leads on to the other. Everybody reads the reason.",
  },
  chooseProblem: { sv: "Välj problem", en: "Choose a problem" },
  problemNeeded: { sv: "Välj vilket problem det gäller.", en: "Choose which problem it is about." },
  mergeReason: { sv: "Varför det är samma sak", en: "Why it is the same" },
  merge: { sv: "För ihop", en: "Merge" },
  citeEntry: {
    sv: "Lägg till som underlag i ett problem som finns",
    en: "Add as evidence to a problem that is there",
  },
  citeHead: { sv: "Lägg till som underlag", en: "Add as evidence" },
  raiseInstead: { sv: "Gör till ett nytt problem i stället", en: "Turn into a new problem instead" },
  citeQuestion: { sv: "Lägg till en fråga till lägesbilden", en: "Add a question to the picture" },
  questionAddress: { sv: "Frågans adress", en: "The question’s address" },
  questionAddressGuide: {
    sv: "Ställ frågan i Lägesbilden och klistra in sidans adress här. Underlaget leder alltid till svaret som det är den dag man läser.",
    en: "Ask in the picture and paste the page’s address here. The evidence always leads to the answer as it is on the day it is read.",
  },
  questionNeeded: {
    sv: "Klistra in adressen till en fråga i Lägesbilden, med minst ett val.",
    en: "Paste the address of a question in the picture, with at least one choice.",
  },
  openQuestion: { sv: "Se svaret i Lägesbilden", en: "See the answer in the picture" },
  affected: { sv: "Vem berörs", en: "Who is affected" },
  affectedGuide: {
    sv: "Grupper, aldrig personer: «äldre som går till apoteket».",
    en: "Groups, never persons: “older people walking to the pharmacy”.",
  },
  category: { sv: "Tema", en: "Theme" },
  state: { sv: "Läge", en: "State" },
  open: { sv: "Att ta ställning till", en: "To decide on" },
  notHere: { sv: "Problemet finns inte", en: "There is no such problem" },
  openNone: { sv: "Inget väntar på ställningstagande", en: "Nothing waits for a decision" },
  openNoneText: {
    sv: "Gör en iakttagelse till problem, så kan båda ta ställning.",
    en: "Turn an observation into a problem, and both can decide.",
  },
  chosen: { sv: "Valt", en: "Chosen" },
  chosenNone: { sv: "Inget är valt av båda än", en: "Nothing is chosen by both yet" },
  answered: { sv: "Tas inte upp, därför att", en: "Not taken up, because" },
  intoProblem: { sv: "Hopfört med «{what}».", en: "Merged with “{what}”." },
  chosenBy: { sv: "{organisation}: {reason}", en: "{organisation}: {reason}" },
  halfChosen: { sv: "{organisation} har valt", en: "{organisation} has chosen" },
  nobodyChosen: { sv: "ingen har valt än", en: "nobody has chosen yet" },
  agreementHead: { sv: "Vilka källor säger samma?", en: "Which sources say the same?" },
  agreementLead: {
    sv: "Här börjar ni: det ni har hört och mätt, tema för tema, och vilka slag av källor som säger det. Det som inte har blivit något problem står först.",
    en: "Here you begin: what you have heard and measured, theme by theme, and which kinds of source say it. What has become no problem comes first.",
  },
  agreementCaption: {
    sv: "Teman och problem, vilka slag av källor som säger det och hur många som ligger bakom",
    en: "Themes and problems, which kinds of source say it and how many stand behind it",
  },
  agreementKey: {
    sv: "Fylld figur: fler slag av källor säger samma. Öppen: ett slag ensamt. Rund är upplevt, fyrkantig registrerat, trekantig uppmätt. Talet är hur många röster, svar eller fordon som ligger bakom; olika källor läggs aldrig ihop.",
    en: "A filled mark: several kinds of source say the same. A hollow one: one kind alone. Round is felt, square recorded, triangular measured. The number is how many voices, answers or vehicles stand behind it; different sources are never added up.",
  },
  heardHead: { sv: "Vad som sägs", en: "What is said" },
  notesOn: { sv: "Anteckningar: {category}", en: "Notes: {category}" },
  saysNothing: { sv: "säger inget om det", en: "says nothing of it" },
  saysIt: { sv: "säger det", en: "says it" },
  ownWord: { sv: "egen källa", en: "own source" },
  nothingCoded: { sv: "Inget tema är kodat än", en: "No theme has been coded yet" },
  nothingCodedText: {
    sv: "Läs det som sagts och samla det i teman. Sedan syns här vilka källor som säger samma.",
    en: "Read what was said and gather it in themes. Then it shows here which sources say the same.",
  },
  toCoding: { sv: "Samla det som sagts i teman", en: "Gather what was said in themes" },
  notCoded: {
    sv: "Hört eller mätt men inte i något tema ({count})",
    en: "Heard or measured but in no theme ({count})",
  },
  notCodedLead: {
    sv: "Det här har ingen samlat i ett tema än, så ingen vet om källorna säger samma. Det går att göra till problem direkt.",
    en: "Nobody has gathered this in a theme yet, so nobody knows whether the sources say the same. It can be turned into a problem at once.",
  },
  notCodedCaption: {
    sv: "Det som inte är i något tema, och vilken källa som säger det",
    en: "What is in no theme, and which source says it",
  },
  heardNotHere: {
    sv: "Det finns inte längre, eller så får ni inte läsa det. Gå tillbaka och välj något annat.",
    en: "It is gone, or you do not read it. Go back and choose something else.",
  },
  notesGoAlong: {
    sv: "{count} {count|anteckning|anteckningar} till på samma tema blir underlag, var och en med sina egna ord. Läs dem först: de kan gälla andra platser.",
    en: "{count} more {count|note|notes} on the same theme become evidence, each in its own words. Read them first: they may be of other places.",
  },
  noKind: {
    sv: "källorna står i bilden eller lägesbilden som det bygger på",
    en: "the sources stand in the picture or the report that it rests on",
  },
  oneKindOnly: { sv: "ett slag av källa", en: "one kind of source" },
  severalKinds: { sv: "{count} slag stämmer överens", en: "{count} {count|kind agrees|kinds agree}" },
  agreement: { sv: "Samstämmighet", en: "Agreement" },
  makeProblem: { sv: "Gör till problem", en: "Turn into a problem" },
  newProblem: { sv: "Nytt problem", en: "New problem" },
  what: { sv: "Vad är problemet?", en: "What is the problem?" },
  whatGuide: { sv: "Vad och var, inte vem. En mening.", en: "What and where, not who. One sentence." },
  restsOn: { sv: "Det bygger på", en: "It rests on" },
  themeSaid: { sv: "«{theme}» har sagts i det ni har hört.", en: "“{theme}” has been said in what you have heard." },
  themeSaidAt: {
    sv: "«{theme}» har sagts om {place} i det ni har hört.",
    en: "“{theme}” has been said of {place} in what you have heard.",
  },
  themeNotHere: { sv: "Temat finns inte.", en: "There is no such theme." },
  keptApart: { sv: "Underlaget läses inte längre av er", en: "You no longer read what this rests on" },
  caption: { sv: "Vad underlaget visar", en: "What the evidence shows" },
  strength: { sv: "Hur starkt är det?", en: "How strong is it?" },
  chooseEvidence: { sv: "Välj iakttagelse", en: "Choose an observation" },
  evidence: { sv: "Underlag", en: "Evidence" },
  ownEvidence: { sv: "egen källa, syns bara för er", en: "own source, visible to you only" },
  addEvidence: { sv: "Lägg till underlag", en: "Add evidence" },
  citeSeries: { sv: "Lägg till statistik som underlag", en: "Add statistics as evidence" },
  searchSeries: { sv: "Sök bland serierna", en: "Search the series" },
  searchSeriesGuide: {
    sv: "Högst {most} visas. Skriv ett ord ur namnet, platsen eller enheten.",
    en: "At most {most} are shown. Write a word of the name, the place or the unit.",
  },
  chooseSeries: { sv: "Serie", en: "Series" },
  noSeries: {
    sv: "Ingen serie har de orden. Ny statistik läses in under «Statistik».",
    en: "No series has those words. New statistics are read in under “Statistics”.",
  },
  choosePeriod: { sv: "Period", en: "Period" },
  seriesNeeded: { sv: "Välj en serie och en period.", en: "Choose a series and a period." },
  countedToday: {
    sv: "I dag: {count} händelser ur {n} anteckningar, av det som båda får läsa.",
    en: "Today: {count} happenings from {n} notes, of what both may read.",
  },
  voices: { sv: "{count} röster bakom", en: "{count} voices behind it" },
  citeMeasurement: { sv: "Lägg till en mätning", en: "Add a measurement" },
  chooseMeasurement: { sv: "Mätning", en: "Measurement" },
  measurementNeeded: { sv: "Välj en mätning.", en: "Choose a measurement." },
  questionNotHere: {
    sv: "Frågan går inte att läsa. Öppna Lägesbild och välj vad den gäller där.",
    en: "The question cannot be read. Open the picture and choose what it is about there.",
  },
  figureInterval: { sv: "mellan {low} och {high} (95 %)", en: "between {low} and {high} (95 %)" },
  figureBasis: { sv: "bygger på {n}", en: "rests on {n}" },
  figureSource: {
    sv: "{source}, uppgifter från {day}, fil {file} ({checksum})",
    en: "{source}, figures of {day}, file {file} ({checksum})",
  },
  figureBreak: { sv: "Från {day}: {why}", en: "From {day}: {why}" },
  figureChanged: {
    sv: "Serien säger nu {value} (uppgifter från {day}). Här står vad den sade när den blev underlag.",
    en: "The series now says {value} (figures of {day}). Here stands what it said when it became evidence.",
  },
  figureGone: {
    sv: "Serien är inte längre inläst. Här står vad den sade när den blev underlag.",
    en: "The series is no longer read in. Here stands what it said when it became evidence.",
  },
  citeTheme: { sv: "Lägg till ett tema ur det som sagts", en: "Add a theme of what was said" },
  chooseTheme: { sv: "Tema ur kodningen", en: "Theme of the coding" },
  choosePlace: { sv: "Plats", en: "Place" },
  anyPlace: { sv: "var som helst", en: "anywhere" },
  themeNeeded: { sv: "Välj ett tema.", en: "Choose a theme." },
  themeAt: { sv: "{theme}, {place}", en: "{theme}, {place}" },
  themeSource: {
    sv: "{source} ({sample}): {pieces} {pieces|underlag|underlag}, {voices} {voices|röst|röster}",
    en: "{source} ({sample}): {pieces} {pieces|piece|pieces}, {voices} {voices|voice|voices}",
  },
  sourcesKeptApart: {
    sv: "{count} {count|källa|källor} till, som ni inte längre läser",
    en: "{count} more {count|source|sources}, which you no longer read",
  },
  themeChanged: {
    sv: "I dag vilar temat på {now} underlag från {sources} {sources|källa|källor}, mot {before} då. Här står vad det vilade på när det blev underlag.",
    en: "Today the theme stands on {now} pieces from {sources} {sources|source|sources}, against {before} then. Here stands what it stood on when it became evidence.",
  },
  themeGone: {
    sv: "Inget som ni båda får läsa är kodat till temat längre. Här står vad det vilade på när det blev underlag.",
    en: "Nothing that both of you may read is coded to the theme any more. Here stands what it stood on when it became evidence.",
  },
  measurementTakenBack: {
    sv: "Mätningen togs tillbaka {day} och räknas inte längre: {reason}",
    en: "The measurement was taken back on {day} and no longer counts: {reason}",
  },
  toKnow: { sv: "Att veta innan du tror", en: "To know before believing" },
  openPicture: { sv: "Öppna frågan i lägesbilden", en: "Open the question in the picture" },
  question: { sv: "Fråga till lägesbilden", en: "Question to the picture" },
  questionGuide: {
    sv: "Adressens filter: «fran=2021-10&kategori=trafik».",
    en: "The address's filters: “fran=2021-10&kategori=trafik”.",
  },
  kind: { sv: "Slag", en: "Kind" },
  causes: { sv: "Orsaker", en: "Causes" },
  noCauses: { sv: "Ingen orsak är skriven än", en: "No cause has been written yet" },
  noCausesText: { sv: "Utan orsak blir åtgärden en gissning.", en: "Without a cause the measure is a guess." },
  addCause: { sv: "Skriv orsaken", en: "Write the cause" },
  perspective: { sv: "Sedd från", en: "Seen from" },
  cause: { sv: "Orsak", en: "Cause" },
  influence: { sv: "Vem kan påverka?", en: "Who can influence it?" },
  choices: { sv: "Båda tar ställning", en: "Both decide" },
  choiceMissing: { sv: "Har inte sagt något än.", en: "Has not said anything yet." },
  choose: { sv: "Välj för {organisation}", en: "Choose for {organisation}" },
  chooseReason: { sv: "Motiv", en: "Reason" },
  chooseReasonGuide: {
    sv: "Varför just det här? Båda parter och invånarna läser det.",
    en: "Why this one? Both parties and the residents read it.",
  },
  decline: { sv: "Tas inte upp", en: "Do not take up" },
  declineReason: { sv: "Därför att", en: "Because" },
  declineGuide: {
    sv: "Alla kan läsa det: annan har ansvaret, ligger i annan plan, för osäkert underlag, resurser.",
    en: "Everybody can read it: somebody else is responsible, in another plan, too uncertain, resources.",
  },
  mergeInto: { sv: "Är samma sak som", en: "Is the same as" },
  putInPledge: { sv: "Lägg in i löftet", en: "Put into the pledge" },
  raised: { sv: "Problemet är sparat.", en: "The problem is saved." },
  saved: { sv: "Sparat.", en: "Saved." },
  notSaved: {
    sv: "Det sparades inte. Det du skrivit står kvar.",
    en: "It was not saved. What you wrote is still here.",
  },
  back: { sv: "Alla problem", en: "All problems" },
  loading: { sv: "Hämtar problemen", en: "Fetching the problems" },
  countOpen: { sv: "{count} att ta ställning till", en: "{count} to decide on" },
} satisfies Words<string>;
