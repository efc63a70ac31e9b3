import type { PartyKind } from "../ground/party.ts";
import type { Words } from "../ground/words.ts";
import { refusals as campaignRefusals } from "./campaigns/words.ts";
import type { Category } from "./category.ts";
import type { DialogueGroup, DialogueWhy, LadderLevel, PublishWhy } from "./dialogue.ts";
import { refusals as floorRefusals } from "./floor-words.ts";
import { refusals as heardRefusals } from "./heard/words.ts";
import { refusals as importRefusals } from "./imports/words.ts";
import type { LeftWhy } from "./left-note.ts";
import type { MeasurementWhy } from "./measurement.ts";
import type { AnswerKind, ObservationKind, ObservationWhy, Sharing, SpotManager } from "./observation.ts";
import { refusals as openFormRefusals } from "./open-form-words.ts";
import type { PhotoWhy } from "./photo.ts";
import { refusals as privacyRefusals } from "./privacy/words.ts";
import type { RuleKind } from "./privacy/retention.ts";
import type { Reliability, SampleType, SecrecyClass, SourceKind, SourceWhy } from "./source.ts";
import { refusals as seriesRefusals } from "./series/words.ts";
import { refusals as tongueRefusals } from "./tongues/words.ts";
import { refusals as trafficRefusals } from "./traffic/words.ts";
import type { HeadGroup, Light, Season, Walk, WalkTheme, WalkWhy } from "./walk.ts";
import { refusals as hearings } from "./hearings/words.ts";
import { refusals as weekly } from "./weekly/words.ts";
import { refusals as walkDeskRefusals } from "./walks/words.ts";
import { refusals as xlsformRefusals } from "./xlsform/words.ts";

type OwnWhy = Exclude<
  | SourceWhy
  | ObservationWhy
  | WalkWhy
  | DialogueWhy
  | PublishWhy
  | MeasurementWhy
  | PhotoWhy
  | LeftWhy
  | "names-a-person",
  "not-yours" | "not-found"
>;

export const refusals = {
  ...openFormRefusals,
  ...heardRefusals,
  ...campaignRefusals,
  ...weekly,
  ...tongueRefusals,
  ...trafficRefusals,
  ...seriesRefusals,
  ...floorRefusals,
  ...privacyRefusals,
  ...hearings,
  ...walkDeskRefusals,
  ...xlsformRefusals,
  "published-elsewhere": {
    sv: "Vad som får publiceras härifrån bestäms med vandringen eller kampanjen som källan hör till, inte här.",
    en: "What may be published of this is decided with the walk or the campaign that the source belongs to, not here.",
  },
  "source-holds-more": {
    sv: "I källan ligger mer än dialoger, och det skulle följa med ut. Skriv in dialogen i en källa för sig.",
    en: "The source holds more than dialogues, and that would be let out with them. Record the dialogue in a source of its own.",
  },
  "handed-over-elsewhere": {
    sv: "Anteckningen är skriven för en annan organisation och kan inte skickas härifrån. Den ligger kvar i telefonen den skrevs på.",
    en: "The note was written for another organisation and cannot be sent from here. It is kept on the phone it was written on.",
  },
  "names-a-person": {
    sv: "Skriv vad och var, inte vem. Här står något som pekar ut en person.",
    en: "Write what and where, not who. Something here points at a person.",
  },
  "text-has-personal-number": {
    sv: "«{found}» ser ut som ett personnummer. Skriv vad och var, inte vem.",
    en: "“{found}” looks like a personal number. Write what and where, not who.",
  },
  "text-has-phone": {
    sv: "«{found}» ser ut som ett telefonnummer. Skriv vad och var, inte vem.",
    en: "“{found}” looks like a telephone number. Write what and where, not who.",
  },
  "text-has-e-mail": {
    sv: "«{found}» ser ut som en e-postadress. Skriv vad och var, inte vem.",
    en: "“{found}” looks like an e-mail address. Write what and where, not who.",
  },
  "text-has-plate": {
    sv: "«{found}» ser ut som ett registreringsnummer. Det hör till polisen, 114 14. Skriv vad och var, inte vem.",
    en: "“{found}” looks like a registration number. It belongs with the police, 114 14. Write what and where, not who.",
  },
  "text-has-account": {
    sv: "«{found}» ser ut som ett konto i sociala medier. Skriv vad och var, inte vem.",
    en: "“{found}” looks like an account in social media. Write what and where, not who.",
  },
  "text-has-address": {
    sv: "«{found}» ser ut som någons bostad. Skriv gatan utan nummer. Skriv vad och var, inte vem.",
    en: "“{found}” looks like somebody's home. Write the street without its number. Write what and where, not who.",
  },
  "text-has-name": {
    sv: "«{found}»: det här ser ut som ett namn. Skriv vad och var, inte vem.",
    en: "“{found}”: this looks like a name. Write what and where, not who.",
  },
  "name-needed": {
    sv: "Ett namn behövs, så att andra hittar hit.",
    en: "A name is needed, so that others find it.",
  },
  "nothing-said": {
    sv: "Skriv vad du ser. Ett par ord räcker.",
    en: "Write what you see. A few words are enough.",
  },
  "sending-right-gone": {
    sv: "Telefonen får inte längre skicka åt den som skrev. Anteckningen ligger kvar i telefonen och går när den personen loggar in.",
    en: "The phone may no longer send for the one who wrote. The note is kept on the phone and goes when that person logs in.",
  },
  "too-many-sending": {
    sv: "Fem telefoner får redan skicka åt dig från vandringen. Skriv vidare: det du skriver här går när du själv är inloggad.",
    en: "Five phones may already send for you from the walk. Write on: what you write here goes when you are logged in yourself.",
  },
  "no-such-walk": {
    sv: "Vandringen finns inte i det här samarbetet.",
    en: "There is no such walk in this partnership.",
  },
  "no-such-stop": { sv: "Vandringen har inget sådant stopp.", en: "The walk has no such stop." },
  "withdrawn-already": {
    sv: "Iakttagelsen är återtagen och ändras inte längre.",
    en: "The observation is withdrawn and is no longer changed.",
  },
  "source-keeps-its-text": {
    sv: "Det här är inläst från en annan källa. Den ändrar själv sin text; läs in den igen.",
    en: "This was read in from another source, which keeps its own text. Read it in again.",
  },
  "hearing-keeps-its-words": {
    sv: "Det här sades i ett samtal. Rätta samtalet, så följer det här med. Inget är ändrat.",
    en: "This was said in a hearing. Correct the hearing, and this follows. Nothing is changed.",
  },
  "ends-before-it-starts": { sv: "Slutet kommer före början.", en: "The end comes before the beginning." },
  "stops-needed": { sv: "Minst ett stopp behövs.", en: "At least one stop is needed." },
  "protocol-not-established": {
    sv: "Protokollet är inte upprättat än. Svaren skrivs i det.",
    en: "The protocol is not established yet. The answers are written in it.",
  },
  "reason-needed": {
    sv: "Skriv varför. Skälet står kvar i historiken.",
    en: "Write why. The reason stays in the history.",
  },
  "public-reason-needed": {
    sv: "Ett nej utan skäl kan inte publiceras. Skriv en motivering som alla får läsa.",
    en: "A no without a reason cannot be published. Write a reason that everybody may read.",
  },
  "more-answered-than-asked": {
    sv: "Fler svarade än som bjöds in. Kontrollera siffrorna.",
    en: "More answered than were invited. Check the figures.",
  },
  "interval-misses-value": {
    sv: "Värdet ligger utanför sitt eget intervall.",
    en: "The value lies outside its own interval.",
  },
  "photo-too-large": {
    sv: "Bilden är större än {megabytes} MB. Anteckningen är kvar. Ta om bilden mindre eller fortsätt utan.",
    en: "The picture is larger than {megabytes} MB. The note is still here. Take a smaller one or go on without.",
  },
  "not-a-photo": {
    sv: "Filen är ingen bild i JPEG, PNG eller WebP, vad den än heter. Anteckningen är kvar.",
    en: "The file is no JPEG, PNG or WebP picture, whatever its name. The note is still here.",
  },
  "photo-too-many-pixels": {
    sv: "Bilden har fler än {megapixels} miljoner bildpunkter. Anteckningen är kvar. Ta om bilden mindre.",
    en: "The picture has more than {megapixels} million pixels. The note is still here. Take a smaller one.",
  },
  "photo-limit": {
    sv: "En iakttagelse har plats för {limit} bilder.",
    en: "An observation has room for {limit} pictures.",
  },
  ...importRefusals,
} satisfies Words<OwnWhy>;

// The closed vocabularies, as they stand on a screen, on a public page and on paper.

export const kinds = {
  problem: { sv: "Problem", en: "Problem" },
  positive: { sv: "Bra plats", en: "Good place" },
  idea: { sv: "Idé", en: "Idea" },
  question: { sv: "Fråga", en: "Question" },
  event: { sv: "Händelse", en: "Event" },
} satisfies Words<ObservationKind>;

export const managers = {
  municipality: { sv: "Kommunen", en: "The municipality" },
  housing: { sv: "Bostadsbolaget", en: "The housing company" },
  "road-authority": { sv: "Trafikverket", en: "The Transport Administration" },
  "road-association": { sv: "Vägföreningen", en: "The road association" },
  region: { sv: "Regionen", en: "The region" },
  private: { sv: "Privat mark", en: "Private ground" },
  unknown: { sv: "Vet inte", en: "Not known" },
} satisfies Words<SpotManager>;

export const answers = {
  "will-be-done": { sv: "Åtgärdas", en: "Will be done" },
  investigated: { sv: "Utreds", en: "Being looked into" },
  declined: { sv: "Avslås", en: "Declined" },
  "passed-on": { sv: "Vidarebefordras", en: "Passed on" },
  "already-planned": { sv: "Redan planerad", en: "Already planned" },
  done: { sv: "Klart", en: "Done" },
} satisfies Words<AnswerKind>;

export const sharings = {
  own: { sv: "Bara vi", en: "Only us" },
  shared: { sv: "Samarbetet", en: "The partnership" },
  public: { sv: "Får publiceras som antal", en: "May be published as numbers" },
} satisfies Words<Sharing>;
/** The first of them, as each party says it of itself. */
export const onlyOwn = {
  municipality: { sv: "Bara kommunen", en: "The municipality only" },
  police: { sv: "Bara polisen", en: "The police only" },
  other: { sv: "Bara vi", en: "Only us" },
} satisfies Words<PartyKind>;

/** Asked before more may see it, by what the other party is. */
export const shareAsks = {
  municipality: {
    sv: "Så här kommer kommunen att läsa det. Dela?",
    en: "This is how the municipality will read it. Share?",
  },
  police: { sv: "Så här kommer polisen att läsa det. Dela?", en: "This is how the police will read it. Share?" },
  other: { sv: "Så här kommer samarbetet att läsa det. Dela?", en: "This is how the partnership will read it. Share?" },
} satisfies Words<PartyKind>;

export const sourceKinds = {
  walk: { sv: "Trygghetsvandring", en: "Safety walk" },
  dialogue: { sv: "Dialog", en: "Dialogue" },
  staff: { sv: "Egna iakttagelser", en: "Own observations" },
  "resident-report": { sv: "Synpunkter", en: "Reports from residents" },
  "weekly-report": { sv: "Veckorapport", en: "Weekly report" },
  "police-events": { sv: "Polisens publicerade händelser", en: "Events published by the police" },
  "event-file": { sv: "Händelser från fil", en: "Events from a file" },
  survey: { sv: "Enkät", en: "Survey" },
  statistics: { sv: "Statistik", en: "Statistics" },
  "traffic-measurement": { sv: "Trafikmätning", en: "Traffic measurement" },
  hearing: { sv: "Hörande", en: "Hearing" },
  other: { sv: "Annat", en: "Other" },
} satisfies Words<SourceKind>;

export const ruleKinds = {
  ...sourceKinds,
  "loose-paper": {
    sv: "Inlämnade papper som inte blev underskrift",
    en: "Papers handed in that did not become a signature",
  },
} satisfies Words<RuleKind>;

/** Each says at once what it does not tell. */
export const sampleTypes = {
  random: { sv: "Slumpvis urval", en: "Random sample" },
  "self-selected": {
    sv: "De som ville svara svarade. Det säger inte hur alla har det.",
    en: "Those who wished to answered. It does not tell how everyone is.",
  },
  panel: { sv: "En panel svarade, samma personer varje gång", en: "A panel answered, the same people every time" },
  total: { sv: "Alla räknades", en: "Everybody was counted" },
  "not-a-sample": { sv: "Inget urval: det som råkade bli känt", en: "No sample: what happened to become known" },
} satisfies Words<SampleType>;

export const reliabilities = {
  high: { sv: "Hög", en: "High" },
  fair: { sv: "Rimlig", en: "Fair" },
  low: { sv: "Låg", en: "Low" },
  unknown: { sv: "Inte bedömd", en: "Not judged" },
} satisfies Words<Reliability>;

export const secrecyClasses = {
  own: { sv: "Bara ägaren", en: "The owner only" },
  shared: { sv: "Samarbetet", en: "The partnership" },
  public: { sv: "Får publiceras som antal", en: "May be published as numbers" },
} satisfies Words<SecrecyClass>;

export const ladderLevels = {
  information: { sv: "Information: ni får veta", en: "Information: you are told" },
  consultation: { sv: "Samråd: ni säger vad ni tycker", en: "Consultation: you say what you think" },
  participation: { sv: "Delaktighet: ni är med och formar", en: "Participation: you help shape it" },
  "co-decision": { sv: "Medbestämmande: ni är med och beslutar", en: "Co-decision: you help decide" },
} satisfies Words<LadderLevel>;

export const dialogueGroups = {
  all: { sv: "Alla", en: "All" },
  women: { sv: "Kvinnor", en: "Women" },
  men: { sv: "Män", en: "Men" },
  other: { sv: "Annat", en: "Other" },
  "under-18": { sv: "Under 18 år", en: "Under 18" },
  "18-29": { sv: "18–29 år", en: "18–29" },
  "30-64": { sv: "30–64 år", en: "30–64" },
  "65-up": { sv: "65 år och äldre", en: "65 and older" },
} satisfies Words<DialogueGroup>;

export const headGroups = {
  all: { sv: "Alla", en: "All" },
  women: { sv: "Kvinnor", en: "Women" },
  men: { sv: "Män", en: "Men" },
  young: { sv: "Unga", en: "Young" },
  old: { sv: "Äldre", en: "Older" },
  municipality: { sv: "Kommunen", en: "The municipality" },
  police: { sv: "Polisen", en: "The police" },
  housing: { sv: "Bostadsbolaget", en: "The housing company" },
} satisfies Words<HeadGroup>;

export const lights = {
  light: { sv: "Ljust", en: "Light" },
  dusk: { sv: "Skymning", en: "Dusk" },
  dark: { sv: "Mörkt", en: "Dark" },
} satisfies Words<Light>;

export const seasons = {
  spring: { sv: "Vår", en: "Spring" },
  summer: { sv: "Sommar", en: "Summer" },
  autumn: { sv: "Höst", en: "Autumn" },
  winter: { sv: "Vinter", en: "Winter" },
} satisfies Words<Season>;

export const walkThemes = {
  general: { sv: "Allmän", en: "General" },
  children: { sv: "Barn", en: "Children" },
  women: { sv: "Kvinnors trygghet", en: "Women's safety" },
  traffic: { sv: "Trafik", en: "Traffic" },
  accessibility: { sv: "Tillgänglighet", en: "Accessibility" },
} satisfies Words<WalkTheme>;

export const walkStates = {
  planned: { sv: "Planerad", en: "Planned" },
  cancelled: { sv: "Inställd", en: "Called off" },
  walked: { sv: "Vandrad", en: "Walked" },
  protocol: { sv: "Protokoll upprättat", en: "Protocol established" },
} satisfies Words<Walk["state"]>;

export const categories = {
  "place.lighting": { sv: "Belysning", en: "Lighting" },
  "place.sight": { sv: "Sikt och insyn", en: "Sight and overview" },
  "place.vegetation": { sv: "Växtlighet", en: "Vegetation" },
  "place.upkeep": { sv: "Skötsel", en: "Upkeep" },
  "place.litter": { sv: "Nedskräpning", en: "Litter" },
  "place.signs": { sv: "Skyltning och att hitta", en: "Signs and finding the way" },
  "place.path": { sv: "Gång- och cykelväg, tunnel, halka", en: "Footpath, tunnel, slipperiness" },
  "place.stop": { sv: "Hållplats och station", en: "Stop and station" },
  "place.meeting": { sv: "Mötesplats, lekplats, bänkar", en: "Meeting place, playground, benches" },
  "place.school": { sv: "Skolväg och skolgård", en: "Way to school and schoolyard" },
  "place.entrance": { sv: "Entré, källare, tvättstuga", en: "Entrance, cellar, laundry" },
  "place.detour": { sv: "Alternativ väg saknas", en: "No other way to go" },
  "place.accessibility": { sv: "Tillgänglighet", en: "Accessibility" },
  "place.desolate": { sv: "Ödsligt", en: "Desolate" },
  "place.company": { sv: "Social miljö", en: "Social setting" },
  "place.good": { sv: "Bra plats att bevara", en: "Good place to keep" },
  "traffic.speeding": { sv: "För hög fart", en: "Speeding" },
  "traffic.reckless": { sv: "Buskörning", en: "Reckless driving" },
  "traffic.crossing": { sv: "Övergångsställe", en: "Crossing" },
  "traffic.atractor": { sv: "A-traktor", en: "A-tractor" },
  "traffic.moped": { sv: "Moped", en: "Moped" },
  "traffic.snowmobile": { sv: "Skoter", en: "Snowmobile" },
  "traffic.parking": { sv: "Parkering", en: "Parking" },
  "traffic.accident": { sv: "Trafikolycka", en: "Traffic accident" },
  "traffic.drunk": { sv: "Rattfylleri", en: "Drunk driving" },
  "traffic.other": { sv: "Annat i trafiken", en: "Other in traffic" },
  "vandalism.graffiti": { sv: "Klotter", en: "Graffiti" },
  "vandalism.damage": { sv: "Skadegörelse", en: "Damage" },
  "vandalism.fire": { sv: "Anlagd brand", en: "Arson" },
  "disorder.gathering": { sv: "Störande samling", en: "Disturbing gathering" },
  "disorder.noise": { sv: "Buller", en: "Noise" },
  "disorder.alcohol": { sv: "Berusning", en: "Drunkenness" },
  "disorder.other": { sv: "Annan ordningsstörning", en: "Other disorder" },
  "drugs.dealing": { sv: "Misstänkt försäljning", en: "Suspected dealing" },
  "drugs.traces": { sv: "Spår av bruk", en: "Traces of use" },
  "drugs.young": { sv: "Unga och droger", en: "Young people and drugs" },
  "drugs.other": { sv: "Narkotikabrott", en: "Drug offence" },
  "violence.assault": { sv: "Misshandel och bråk", en: "Assault and brawl" },
  "violence.threat": { sv: "Hot", en: "Threat" },
  "violence.robbery": { sv: "Rån", en: "Robbery" },
  "violence.weapon": { sv: "Vapen, skott, sprängning", en: "Weapons, shots, explosion" },
  "violence.sexual": { sv: "Sexualbrott", en: "Sexual offence" },
  "violence.lethal": { sv: "Dödligt våld, även försök", en: "Lethal violence, also attempted" },
  "theft.burglary": { sv: "Inbrott", en: "Burglary" },
  "theft.vehicle": { sv: "Fordonsstöld", en: "Vehicle theft" },
  "theft.other": { sv: "Stöld", en: "Theft" },
  "fraud.other": { sv: "Bedrägeri", en: "Fraud" },
  "staff.incident": { sv: "Händelse mot personal", en: "Incident against staff" },
  "event.planned": { sv: "Arrangemang", en: "Planned event" },
  "rumour.online": { sv: "Rykte på nätet", en: "Rumour online" },
  "positive.change": { sv: "Något har blivit bättre", en: "Something has become better" },
  "rescue.fire": { sv: "Brand", en: "Fire" },
  "rescue.accident": { sv: "Olycka och räddning", en: "Accident and rescue" },
  "police.check": { sv: "Kontroll", en: "Check" },
  "police.summary": { sv: "Sammanfattning av flera händelser", en: "Summary of several events" },
  "other.other": { sv: "Annat", en: "Other" },
} satisfies Words<Category>;
