// What the fields of the draft are called that most promises do without: they stand under «Mer» and say by an example what they are for.
import type { Words } from "../ground/words.ts";
import type { QUALIFIERS } from "../ground/count.ts";
import type { PlaceKind } from "../ground/place.ts";
import type { Activity } from "./document.ts";
import type { COMPARATORS } from "./target.ts";

export const draft = {
  partiesAndArea: { sv: "Vilka som lovar och var det gäller", en: "Who promises and where it applies" },
  partiesSign: { sv: "{parties} skriver under.", en: "{parties} sign." },
  thirdParties: { sv: "Fler som lovar", en: "Others who promise" },
  thirdPartiesGuide: {
    sv: "Till exempel ett bostadsbolag eller räddningstjänsten. En per rad. De skriver inte under här.",
    en: "For example a housing company or the rescue service. One a line. They do not sign here.",
  },
  thirdNotSigning: { sv: "De skriver inte under.", en: "They do not sign." },
  severalMunicipalities: {
    sv: "Det är ert löfte, på flera kommuners mark. Ska en annan kommun lova samma sak skriver den under ett eget: hämta det här som fil, och börja från filen i det samarbetet.",
    en: "It is your promise, in several municipalities. Is another municipality to promise the same, it signs one of its own: fetch this as a file, and begin from the file in that partnership.",
  },
  area: { sv: "Var löftet gäller", en: "Where the promise applies" },
  areaGuide: {
    sv: "En eller flera kommuner, ett län, en ort eller ett område. En per rad.",
    en: "One or more municipalities, a county, a village or an area. One a line.",
  },
  readAs: { sv: "Läses som {places}.", en: "Read as {places}." },
  note: { sv: "Vad som är osäkert eller saknas", en: "What is uncertain or lacking" },
  sources: { sv: "Källor", en: "Sources" },
  sourcesGuide: {
    sv: "En per rad: vad den heter, och adressen sist om den har någon.",
    en: "One a line: what it is called, and its address last where it has one.",
  },
  feedbackEvery: { sv: "Så ofta får invånarna veta", en: "How often residents are told" },
  moreOfPledge: {
    sv: "Vem som lovar, hur det är nu och delar av löftet",
    en: "Who promises, how it is now, and parts",
  },
  pledgeOwner: { sv: "Vem som lovar det här", en: "Who promises this" },
  activityOwner: { sv: "Vem som gör det", en: "Who does it" },
  ownerSaid: { sv: "Vem, när det är någon annan", en: "Who, where it is somebody else" },
  ownerSaidGuide: { sv: "Till exempel «kommunen och fastighetsägarna».", en: "For example “the landlords”." },
  situation: { sv: "Hur det är nu", en: "How it is now" },
  subPledges: { sv: "Delar av löftet, för en grupp eller en plats", en: "Parts of it, for a group or a place" },
  openSlot: { sv: "Det här lämnas öppet med avsikt", en: "This is left open on purpose" },
  openSlotGuide: {
    sv: "Löftet fylls medan det gäller, när ni vet mer.",
    en: "The promise is filled while it is in force, when you know more.",
  },
  indicator: { sv: "Vad det ska synas i", en: "What it should be seen in" },
  indicatorGuide: { sv: "Till exempel «andelen trygga».", en: "For example “the share who feel safe”." },
  wanted: { sv: "Ska det öka eller minska", en: "Should it rise or fall" },
  effectSource: { sv: "Var det går att se", en: "Where it can be seen" },
  problems: { sv: "Problem löftet svarar på", en: "Problems the promise answers" },
  problemsChosen: {
    sv: "Problem löftet svarar på ({count})",
    en: "Problems the promise answers ({count})",
  },
  noProblems: { sv: "Inget problem är beskrivet än.", en: "No problem has been described yet." },
  saidAgain: { sv: "Klarspråk och lättläst", en: "Plain and easy Swedish" },
  saidAgainLead: {
    sv: "Visas bredvid löftets ord, för den som väljer det. Det är löftets ord som gäller.",
    en: "Shown beside the words of the promise to whoever chooses it. The words of the promise are what holds.",
  },
  plain: { sv: "I klarspråk", en: "In plain Swedish" },
  plainGuide: { sv: "Samma sak, så som ni säger det.", en: "The same, as you would say it." },
  easyRead: { sv: "Lättläst", en: "Easy Swedish" },
  easyReadGuide: {
    sv: "Korta meningar och vanliga ord. En tanke i taget.",
    en: "Short sentences and everyday words. One thought at a time.",
  },
  againOld: {
    sv: "Löftet har ändrats sedan texten skrevs.",
    en: "The promise has changed since the text was written.",
  },
  stillRight: { sv: "Texten stämmer fortfarande", en: "The text is still right" },
  stillRightNamed: { sv: "Texten stämmer fortfarande: {name}", en: "The text is still right: {name}" },
  comparator: { sv: "Minst, högst eller exakt", en: "At least, at most or exactly" },
  paceAndPlace: { sv: "Annan takt, tid och plats", en: "Another pace, time and place" },
  perText: { sv: "Annan takt", en: "Another pace" },
  perTextGuide: { sv: "Till exempel «varje helgfri torsdag».", en: "For example “every working Thursday”." },
  forEach: { sv: "Antalet gäller för varje", en: "The number is for each" },
  forEachGuide: { sv: "Till exempel «skola».", en: "For example “school”." },
  forEachCount: { sv: "Antal sådana", en: "How many of these" },
  time: { sv: "Tid på dagen eller veckan", en: "Time of day or week" },
  timeGuide: { sv: "Till exempel «fredagskvällar». Aldrig när en kontroll görs.", en: "Never when a check is made." },
  place: { sv: "Platsen, om den är en enda", en: "The place, where it is one only" },
  termEnd: { sv: "Senast vid slutet av", en: "By the end of" },
  chooseTerm: { sv: "Välj termin eller årstid", en: "Choose a term or season" },
  deadlineSaid: { sv: "Senast, med era ord", en: "At the latest, in your words" },
  deadlineSaidGuide: {
    sv: "Till exempel «när skolan börjar 2028».",
    en: "For example “when school begins in 2028”.",
  },
  baselineShort: { sv: "Utgångsläge", en: "Baseline" },
  baselineSure: { sv: "Hur säkert utgångsläget är", en: "How sure the baseline is" },
  baselineUnit: { sv: "Vad utgångsläget räknas i", en: "What the baseline is counted in" },
  baselineOn: { sv: "När utgångsläget gällde", en: "When the baseline held" },
  baselineFrom: { sv: "Hämta utgångsläget från det som är mätt", en: "Take the baseline from what is measured" },
  baselineFromGuide: {
    sv: "Siffran kommer med sin dag, sin källa och hur många den bygger på. Ni kan ändra den efteråt.",
    en: "The figure comes with its day, its source and how many it rests on. You can change it afterwards.",
  },
  baselineNothing: {
    sv: "Inget som båda ser är mätt om problemet.",
    en: "Nothing that both see is measured of the problem.",
  },
  baselineNotPublic: {
    sv: "{source}: källans ägare har inte beslutat att talet får publiceras, och ett löfte läses av alla.",
    en: "{source}: the source’s owner has not decided that the number may be published, and everybody reads a promise.",
  },
  takeBaseline: { sv: "Ta som utgångsläge", en: "Take as baseline" },
  takeBaselineNamed: { sv: "Ta som utgångsläge: {said}, {source}", en: "Take as baseline: {said}, {source}" },
  dropBaseline: { sv: "Ta bort utgångsläget", en: "Take the baseline away" },
  faultsHead: { sv: "Utkastet är inte sparat än", en: "The draft is not saved yet" },
  isEmpty: { sv: "{where}: skriv {field}.", en: "{where}: write {field}." },
  isTooLong: {
    sv: "{where}: {field} får vara högst {most} tecken.",
    en: "{where}: {field} may have at most {most} characters.",
  },
  isTooMany: { sv: "{where}: {field} får vara högst {most}.", en: "{where}: {field} may be at most {most}." },
  isWrong: { sv: "{where}: {field} går inte att läsa.", en: "{where}: {field} cannot be read." },
  wholePromise: { sv: "Hela löftet", en: "The whole promise" },
} satisfies Words<string>;

export const owners = {
  joint: { sv: "Kommunen och polisen tillsammans", en: "The municipality and the police together" },
  municipality: { sv: "Kommunen", en: "The municipality" },
  police: { sv: "Polisen", en: "The police" },
  other: { sv: "Någon annan", en: "Somebody else" },
} satisfies Words<Activity["owner"]>;

export const comparing = {
  "at-least": { sv: "Minst", en: "At least" },
  exactly: { sv: "Exakt", en: "Exactly" },
  "at-most": { sv: "Högst", en: "At most" },
} satisfies Words<(typeof COMPARATORS)[number]>;

export const howSure = {
  exact: { sv: "Exakt", en: "Exactly" },
  "at-least": { sv: "Minst", en: "At least" },
  approximately: { sv: "Ungefär", en: "About" },
} satisfies Words<(typeof QUALIFIERS)[number]>;

/** Before the name of a place; a point and a stretch have their own names already. */
export const placeKinds = {
  municipality: { sv: "kommunen {name}", en: "the municipality {name}" },
  county: { sv: "{name}", en: "the county {name}" },
  area: { sv: "området {name}", en: "the area {name}" },
  point: { sv: "platsen {name}", en: "the place {name}" },
  segment: { sv: "sträckan {name}", en: "the stretch {name}" },
  unknown: { sv: "{name}", en: "{name}" },
} satisfies Words<PlaceKind>;

export const termWords = {
  spring: { sv: "vårterminen {year}", en: "the spring term of {year}" },
  autumn: { sv: "höstterminen {year}", en: "the autumn term of {year}" },
} satisfies Words<"spring" | "autumn">;

export const seasonWords = {
  winter: { sv: "vintern {year}", en: "winter {year}" },
  spring: { sv: "våren {year}", en: "spring {year}" },
  summer: { sv: "sommaren {year}", en: "summer {year}" },
  autumn: { sv: "hösten {year}", en: "autumn {year}" },
} satisfies Words<"winter" | "spring" | "summer" | "autumn">;
