// A hearing is about places and patterns. What sounds like a suspicion of one person, or describes one so that he can be picked out, belongs with the police
// (114 14).

const SOMEBODY =
  "(?:kille|man|kvinna|tjej|pojke|flicka|person|snubbe|gubbe|granne|kund|besökare|elev|son|dotter|bror|syster|pappa|mamma|sambo|hyresgäst)";
const THE_ONE =
  "(?:killen|mannen|kvinnan|tjejen|pojken|flickan|snubben|gubben|grannen|kunden|eleven|sonen|dottern|brodern|hyresgästen|ägaren|personen)";
/** «grannens son», «hans bror», «sonen till …». */
const KIN = `(?:(?:hans|hennes|\\p{L}{3,}s)\\s+(?:äldste |yngste |yngsta |äldsta |lille )?(?:son|dotter|bror|syster|pappa|mamma|sambo|pojke|kille|grabb|barnbarn))`;
const ONE_PERSON = `(?:han|hon|${THE_ONE}|${KIN}|en viss|(?:samma|en|vår|min) (?:\\p{L}+ )?${SOMEBODY}|(?:någon|de|dem) i (?:familjen|lägenheten|huset|trappan) \\p{L}+)`;
/** Taken, but not a bus, part or time. */
const TOOK =
  "(?:tog|tagit|tar)\\s+(?!(?:sig|buss|tåg|emot|hand|upp|kontakt|över|med|del|ansvar|tid|initiativ|en sväng|en promenad|det lugnt|bort|ner|in|ut|plats|fram|hit|av)\\p{L}*(?!\\p{L}))\\p{L}+(?:en|n|et|ar|or|er)";
const DEED = `(?:säljer|sålde|sålt|langar|langade|langat|dealar|dealade|stjäl|stal|stulit|snor|snodde|snott|snattar|snattade|snattat|misshandlar|misshandlade|misshandlat|slår|slog|slagit|hotar|hotade|hotat|krossar|krossade|krossat|klottrar|klottrade|klottrat|tog sönder|slog sönder|förstör|förstörde|förstört|rånar|rånade|rånat|knarkar|bryter sig in|bröt sig in|brutit sig in|eldar|eldade|eldat|odlar|odlade|tänder på|tände på|tänt på|kör(?:de|t)?[^.!?\\n]{0,20} (?:full|fulla|drogad|påverkad|utan körkort)|${TOOK})`;
/** What he wears or looks like, or that it is always the same one. */
const LOOKS = `(?:${THE_ONE}|(?:samma|en) (?:\\p{L}+ )?${SOMEBODY})\\s+(?:i|med)\\s+(?:\\p{L}+\\s+){0,2}(?:jacka|jackan|mössa|mössan|keps|kepsen|luva|luvtröja|tröja|overall|skägg|hår|tatuering\\p{L}*|glasögon|moped\\p{L}*|epa\\p{L}*|bil|bilen)`;
const ALWAYS = `samma (?:\\p{L}+ )?${SOMEBODY}[^.!?\\n]{0,40}?(?<!\\p{L})(?:varje|alltid|igen|jämt|hela tiden|som vanligt|var kväll)`;
const SUSPICION = new RegExp(
  `(?<!\\p{L})(?:${ONE_PERSON}(?!\\p{L})[^.!?\\n]{0,60}?(?<!\\p{L})${DEED}|${LOOKS}|${ALWAYS}|(?:alla|vi) (?:vet|misstänker|förstår) vem|vi (?:vet|misstänker) att[^.!?\\n]{0,20}(?<!\\p{L})${ONE_PERSON})(?!\\p{L})`,
  "iu",
);

/** The words that sound like a suspicion of one person; undefined when none do. */
export function suspicionIn(text: string): string | undefined {
  return SUSPICION.exec(text)?.[0].trim();
}
