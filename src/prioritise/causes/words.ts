import type { Words } from "../../ground/words.ts";
import type { CauseWhy, Degree, Horizon } from "./cause.ts";
import type { Doer, Technique, TechniqueGroup } from "./measure.ts";

/** The rest are said by the platform, collect and the problem. */
type OwnWhy = Exclude<CauseWhy, "not-yours" | "names-a-person" | "problem-is-closed" | "evidence-not-found">;

export const refusals = {
  "card-changed-meanwhile": {
    sv: "Kortet ändrades medan du skrev. Det nya står här ovanför, och det du skrev står kvar i fälten.",
    en: "The card was changed while you wrote. The new one stands above, and what you wrote is still in the fields.",
  },
  "card-set-aside": {
    sv: "Kortet är avskrivet. Ta upp det igen först.",
    en: "The card is set aside. Take it up again first.",
  },
  "card-reason-needed": {
    sv: "Skriv varför kortet avskrivs, så att ingen behöver ta reda på det en gång till.",
    en: "Write why the card is set aside, so that nobody has to find it out again.",
  },
  "nobody-influences": {
    sv: "Om ingen av er kan påverka orsaken går den inte att påverka vare sig helt eller delvis.",
    en: "If none of you can influence the cause, it can be influenced neither wholly nor partly.",
  },
  "measure-hits-no-cause": {
    sv: "Välj minst en orsak som åtgärden träffar. Utan den är åtgärden en gissning.",
    en: "Choose at least one cause that the measure hits. Without it the measure is a guess.",
  },
} satisfies Words<OwnWhy>;

export const degrees = {
  wholly: { sv: "helt", en: "wholly" },
  partly: { sv: "delvis", en: "partly" },
} satisfies Words<Degree>;

export const horizons = {
  short: { sv: "kort sikt, inom löftet", en: "short term, within the pledge" },
  long: { sv: "lång sikt, efter löftet", en: "long term, after the pledge" },
} satisfies Words<Horizon>;

export const doers = {
  municipality: { sv: "kommunen", en: "the municipality" },
  police: { sv: "polisen", en: "the police" },
  both: { sv: "båda tillsammans", en: "both together" },
  other: { sv: "någon annan", en: "somebody else" },
} satisfies Words<Doer>;

export const techniqueGroups = {
  effort: { sv: "Gör det svårare", en: "Increase the effort" },
  risk: { sv: "Öka risken att upptäckas", en: "Increase the risk of being seen" },
  rewards: { sv: "Minska vinsten", en: "Reduce the reward" },
  provocations: { sv: "Minska det som triggar", en: "Reduce what provokes" },
  excuses: { sv: "Ta bort ursäkterna", en: "Remove the excuses" },
} satisfies Words<TechniqueGroup>;

export const techniques = {
  "harden-targets": { sv: "lås, galler, tåligt material", en: "locks, bars, tough material" },
  "control-access": { sv: "styr vem som kommer in", en: "control who gets in" },
  "screen-exits": { sv: "kontrollera vid utgången", en: "check at the exit" },
  deflect: { sv: "led människor och trafik annan väg", en: "lead people and traffic another way" },
  "control-tools": { sv: "styr tillgången till redskap", en: "control access to tools" },
  "extend-guardianship": { sv: "fler som bryr sig på platsen", en: "more people who keep an eye on the place" },
  "natural-surveillance": { sv: "ljus, sikt, fönster", en: "light, sight lines, windows" },
  "reduce-anonymity": { sv: "gör människor kända för varandra", en: "make people known to each other" },
  "place-managers": { sv: "någon som ansvarar för platsen", en: "somebody who answers for the place" },
  "formal-surveillance": { sv: "patrull, väktare, kontroll", en: "patrols, guards, checks" },
  "conceal-targets": { sv: "visa inte det som lockar", en: "do not show what tempts" },
  "remove-targets": { sv: "ta bort det som lockar", en: "take away what tempts" },
  "identify-property": { sv: "märk det som är någons", en: "mark what is somebody’s" },
  "disrupt-markets": { sv: "stör handeln med det stulna", en: "disrupt the trade in what is stolen" },
  "deny-benefits": {
    sv: "gör vinsten värdelös: klotter bort samma dag",
    en: "make the gain worthless: graffiti gone the same day",
  },
  "reduce-frustration": { sv: "mindre trängsel, väntan och irritation", en: "less crowding, waiting and irritation" },
  "avoid-disputes": { sv: "håll isär det som krockar", en: "keep apart what clashes" },
  "reduce-arousal": { sv: "mindre som hetsar upp", en: "less that stirs up" },
  "neutralise-pressure": { sv: "bryt grupptrycket", en: "break the pressure of the group" },
  "discourage-imitation": { sv: "lämna inget att härma: laga genast", en: "leave nothing to copy: mend at once" },
  "set-rules": { sv: "tydliga regler", en: "clear rules" },
  "post-instructions": { sv: "skyltar som säger vad som gäller", en: "signs that say what applies" },
  "alert-conscience": { sv: "påminn i stunden: fartvisare", en: "remind in the moment: a speed display" },
  "assist-compliance": { sv: "gör det lätt att göra rätt", en: "make it easy to do right" },
  "control-drugs": { sv: "mindre alkohol och droger på platsen", en: "less alcohol and drugs at the place" },
  social: {
    sv: "Social prevention: skola, fritid, föräldrar, stöd",
    en: "Social prevention: school, leisure, parents, support",
  },
} satisfies Words<Technique>;

export const words = {
  lead: {
    sv: "Varför finns problemet? Sett från platsen, från dem som drabbas och från dem som gör. Korten är era gemensamma och visas inte utåt.",
    en: "Why is the problem there? Seen from the place, from those who are exposed and from those who act. The cards are shared between you and not shown to the public.",
  },
  fishbone: { sv: "Orsakerna som fiskben", en: "The causes as a fishbone" },
  tableCaption: {
    sv: "Orsaker, hur säkra de är och vad som träffar dem",
    en: "Causes, how sure they are and what hits them",
  },
  perspectiveNone: { sv: "Ingen orsak skriven", en: "No cause written" },
  strengthUnknown: { sv: "inte bedömt", en: "not judged" },
  support: { sv: "Stöd", en: "Support" },
  whoInfluences: { sv: "Påverkan", en: "Influence" },
  howMuch: { sv: "Hur mycket går att påverka?", en: "How much can be influenced?" },
  notJudged: { sv: "Inte bedömt", en: "Not judged" },
  howSoon: { sv: "När märks det om ni gör något åt den?", en: "When would it show if you act on it?" },
  horizon: { sv: "Sikt", en: "Term" },
  unknown: { sv: "Vad vet vi inte?", en: "What do we not know?" },
  unknownGuide: {
    sv: "Det som borde tas reda på innan ni litar på orsaken.",
    en: "What should be found out before you rely on the cause.",
  },
  notKnown: { sv: "Vet inte: {unknown}", en: "Not known: {unknown}" },
  restsOn: { sv: "Bygger på", en: "Rests on" },
  restsOnNothing: { sv: "inget underlag utpekat", en: "no evidence pointed at" },
  restsOnCount: { sv: "{count} {count|underlag|underlag}", en: "{count} {count|piece of evidence|pieces of evidence}" },
  newCause: { sv: "Skriv en orsak", en: "Write a cause" },
  changeCause: { sv: "Ändra orsaken", en: "Change the cause" },
  change: { sv: "Ändra", en: "Change" },
  changeNamed: { sv: "Ändra «{text}»", en: "Change “{text}”" },
  save: { sv: "Spara", en: "Save" },
  leave: { sv: "Avbryt", en: "Cancel" },
  more: { sv: "Mer om orsaken", en: "More about the cause" },
  aside: { sv: "Avskriv", en: "Set aside" },
  because: { sv: "Varför avskrivs kortet?", en: "Why is the card set aside?" },
  setAside: { sv: "Avskrivna", en: "Set aside" },
  asideBecause: { sv: "Avskriven, därför att: {because}", en: "Set aside, because: {because}" },
  takeUp: { sv: "Ta upp igen", en: "Take up again" },
  measures: { sv: "Åtgärder som träffar orsakerna", en: "Measures that hit the causes" },
  measuresLead: {
    sv: "Det ni skulle kunna göra. Inget är lovat än; det blir det när en åtgärd skrivs in som aktivitet i ett löfte.",
    en: "What you could do. Nothing is promised yet; it is when a measure is written into a pledge as an activity.",
  },
  measuresNone: { sv: "Ingen åtgärd är tänkt än", en: "No measure has been thought of yet" },
  measuresNoneText: {
    sv: "Skriv vad som skulle träffa orsaken.",
    en: "Write what would hit the cause.",
  },
  measuresNoCause: { sv: "Skriv en orsak först.", en: "Write a cause first." },
  measure: { sv: "Åtgärd", en: "Measure" },
  newMeasure: { sv: "Skriv en åtgärd", en: "Write a measure" },
  changeMeasure: { sv: "Ändra åtgärden", en: "Change the measure" },
  technique: { sv: "Sätt att förebygga", en: "Way of preventing" },
  chooseTechnique: { sv: "Välj sätt", en: "Choose a way" },
  byWhom: { sv: "Vem skulle göra det?", en: "Who would do it?" },
  hits: { sv: "Träffar", en: "Hits" },
  hitsWhich: { sv: "Vilka orsaker träffar den?", en: "Which causes does it hit?" },
  hitBy: { sv: "Åtgärder", en: "Measures" },
  hitByNone: { sv: "ingen åtgärd träffar den", en: "no measure hits it" },
  looseCauses: {
    sv: "{count} {count|orsak|orsaker} som går att påverka har ingen åtgärd.",
    en: "{count} {count|cause|causes} that can be influenced {count|has|have} no measure.",
  },
  looseMeasures: {
    sv: "{count} {count|åtgärd|åtgärder} träffar bara avskrivna orsaker.",
    en: "{count} {count|measure hits|measures hit} only causes that are set aside.",
  },
  savedCause: { sv: "Orsaken är sparad.", en: "The cause is saved." },
  savedMeasure: { sv: "Åtgärden är sparad.", en: "The measure is saved." },
} satisfies Words<string>;
