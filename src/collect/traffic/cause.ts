// Whether a sentence says why a road became slower. Two measurements of one road cannot say it (comparison.ts), so nothing that is told says it without a road
// to compare with: neither in so many words, nor by putting what was done and what changed into one sentence («Efter kontrollerna sjönk farten»).

const whole = (words: readonly string[]) => new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`, "iu");

/** In so many words. */
const CAUSE = whole([
  "tack vare",
  "på grund av",
  "till följd av",
  "p\\.?\\s?g\\.?\\s?a",
  "ber(?:or|odde|ott) på",
  "orsaka\\p{L}*",
  "orsaken",
  "gjorde att|gör att|gjort att",
  "ledde till|leder till|lett till",
  "bidr(?:ar|og|agit) till",
  "medför(?:de|t)?",
  "resulter\\p{L}+",
  "resultat(?:et)? av",
  "(?:ge|ger|gav|gett|givit|få|får|fick|fått|sett|ser|nått) (?:\\p{L}+ )?(?:resultat|effekt|utdelning|verkan|utslag)",
  "(?:ha|har|hade|haft) (?:\\p{L}+ ){0,2}(?:effekt|verkan|inverkan)",
  "effekt(?:en|er|erna)? av",
  "genom (?:polisens|våra|vårt|kommunens|den nya|det nya|de nya) \\p{L}+",
  "förklaring(?:en)?|skälet (?:till|är)|anledningen",
  "förklaras av",
  "because",
  "thanks to",
  "due to",
  "caused?",
  "as a result",
  "results? of",
  "led to|leads to",
  "(?:has|have|had) (?:had )?an? (?:\\p{L}+ )?effect",
]);
/** What is done about a road. */
const ACTION = whole([
  "(?:fart|trafik|hastighets|polis)?kontroll(?:en|er|erna|ernas)?",
  "(?:polis|trafik)?insats(?:en|er|erna)?",
  "polisen(?:s)?(?: \\p{L}+)?",
  "(?:fart|väg)?(?:hinder|hindret|hindren|gupp|guppet|guppen|bula|bulan|bulor|bulorna)",
  "avsmalning(?:en|ar|arna)?",
  "chikan(?:en|er|erna)?",
  "(?:\\p{L}+)?skylt(?:en|ar|arna)?",
  "(?:\\p{L}+)?display(?:en|er|erna)?",
  "(?:\\p{L}+)?kamer(?:a|an|or|orna)",
  "(?:\\p{L}+)?åtgärd(?:en|er|erna)?",
  "(?:\\p{L}+)?kampanj(?:en|er|erna)?",
  "information(?:en)?",
  "(?:\\p{L}+)?målning(?:en|ar|arna)?",
  "övergångsställe(?:t|n|na)?",
  "cirkulationsplats(?:en)?|rondell(?:en)?",
  "(?:den )?(?:nya|sänkta) (?:hastighets)?gränsen",
  "det vi (?:har )?gjort|det som (?:har )?gjorts|vårt arbete|vi (?:har )?(?:lyckats|lyckades|fått|fick|sänkt|sänkte|minskat|minskade|pressat|dämpat)",
  "controls?|checks?|bumps?|humps?|signs?|displays?|cameras?|police|measures|campaigns?|our work|what we did",
]);
/** What became otherwise: of speed, or of how many drive too fast. */
const CHANGE = whole([
  "sjunk(?:a|er|it)|sjönk",
  "sänk(?:a|er|te|t|ts|tes)",
  "minsk(?:a|ar|ade|at|ats|ades|ning|ningen)",
  "öka(?:de|t|r)?",
  "halver\\p{L}+",
  "dämpa\\p{L}*|bromsa\\p{L}*|saktat?|saktade|saktar",
  "fall(?:er|it)|föll",
  "(?:gick|gått|går|kom|kommit|fått|fick|pressat?|pressade|håll\\p{L}*) (?:\\p{L}+ )?(?:ner|ned|nere)",
  "lägre|sänkande|saktare|långsammare|lugnare|säkrare|tryggare|bättre",
  "färre",
  "f(?:ick|ått|år) (?:\\p{L}+ ){1,3}att (?:sjunka|minska|sakta|köra|bromsa|hålla|lätta)",
  "fell|dropped|decreased?|lower(?:ed)?|reduc\\p{L}+|slow(?:ed|er)?|down|fewer|improved?|brought",
]);
/** That it was of use says both at once. */
const USE = whole([
  "hjälp(?:er|te|t)",
  "fungera(?:r|t|de)",
  "lycka(?:des|ts)",
  "gjort (?:stor )?(?:skillnad|nytta)|gjorde (?:stor )?(?:skillnad|nytta)|gör (?:stor )?(?:skillnad|nytta)",
  "påverka(?:r|t|de)",
  "burit frukt|bär frukt",
  "lös(?:er|te|t)|tvinga(?:r|de|t)|stoppa(?:r|de|t)|får bil\\p{L}*|fått bil\\p{L}*|fick bil\\p{L}*",
  "framgångsrik\\p{L}*|lyckad\\p{L}*|effektiv\\p{L}*|verkningsfull\\p{L}*|värdefull\\p{L}*",
  "(?:gjorde|gjort) susen|märks|märkts|syns|förtjänst|lugnt|nere på|lätta\\p{L}*|rätt väg",
  "bra mot|biter|bet|räckte|avgörande|effekt(?:en|er)?",
  "help(?:s|ed)",
  "work(?:s|ed)",
  "made (?:a|the) difference",
]);
/** How people drive: beside what was done about it, it is told as what came of it… */
const DRIVING = whole([
  "(?:fart|hastighet|trafik)(?:en|er|erna)?|V85|km/h",
  "kör|körde|kört|bilist\\p{L}*|bilar(?:na)?|förar\\p{L}*|gränsen|gasen",
  "speeds?|drive|drivers?|drove|limit",
]);
/** …unless the sentence says only what was done, shown or measured. */
const RECORD = whole([
  "kontrollera\\p{L}*|mät(?:er|te|s|tes|as)?|mätt|mätning\\p{L}*|visa(?:r|de)?|redovisa\\p{L}*",
  "sat(?:t|te|tes|ts) upp|sätt(?:er|s)? upp|bygg\\p{L}*|måla\\p{L}*|gjord(?:e|es)|gjort(?:s)?|utför\\p{L}*",
  "står|sitter|kosta\\p{L}*|prioritera\\p{L}*|svara\\p{L}*|bett|skicka\\p{L}*|ansvara\\p{L}*|äger|sköter|finns|gäller|önska\\p{L}*",
  "measured?|shows?|built|set up|made",
]);
/** Said to be unknown, or still to come: neither claims anything. */
const UNKNOWN =
  /(?<!\p{L})(?:inte|ingen|aldrig|not|cannot|nobody)(?!\p{L})[^.!?]{0,40}?(?<!\p{L})(?:säg(?:a|er)|vet|veta|avgöra?s?|avgör|visa|slå fast|bedöma|say|know|tell)(?!\p{L})|(?<!\p{L})(?:säg(?:a|er)|vet|veta|avgöra?|visar?|say|know|tell)(?!\p{L})[^.!?]{0,12}?(?<!\p{L})(?:inte|ingen|not)(?!\p{L})/iu;
const TO_COME =
  /(?<!\p{L})(?:ska|skall|kommer att|hoppas|föreslår|föreslås|planerar|vill|bör|begär|ber|för att|om|will|should|hope|propose|want|plan to|going to)(?!\p{L})/iu;
const PAST =
  /(?<!\p{L})(?:sjönk|sjunkit|sänkte|har sänkt|minskade|minskat|ökade|ökat|halverades|halverats|föll|fallit|fell|dropped|hjälpte|hjälpt|fungerade|fungerat|har blivit|blev)(?!\p{L})/iu;
/** What we do with a limit or with how often is no change of how people drive. */
const OURS =
  /(?<!\p{L})(?:(?:sänk|ändr)\p{L}+ (?:\p{L}+ )?(?:hastighets)?gräns\p{L}*|(?:färre|fler|ökade?|minskade?) (?:\p{L}+ )?(?:kontroller|insatser|skyltar|åtgärder)|bättre (?:skylt|målning|belysning|sikt)\p{L}*)(?!\p{L})/giu;

function claims(sentence: string): boolean {
  if (UNKNOWN.test(sentence)) return false;
  if (CAUSE.test(sentence)) return !TO_COME.test(sentence) || PAST.test(sentence);
  const said = sentence.replace(OURS, " ").replace(/som (?:de|den|det) ska/giu, " ");
  const isOutcome = CHANGE.test(said) || USE.test(said) || (DRIVING.test(said) && !RECORD.test(said));
  if (!ACTION.test(said) || !isOutcome) return false;
  return !TO_COME.test(said) || PAST.test(said);
}

/** The sentence of a text that says why a road became slower. One that says it is not known is none, and one about what is planned is none. */
export function claimedCause(text: string): string | undefined {
  return text.split(/(?<=[.!?])\s+|\n+/).find(claims);
}
