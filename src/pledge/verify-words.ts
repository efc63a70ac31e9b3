import { millisecondsOf, readDay, readInstant, SWEDISH_TIME, type Instant } from "../ground/time.ts";
import { say, type Lang, type Said, type Words } from "../ground/words.ts";
import type { About, Caveat, Fault, Proof, Statement } from "./verdict.ts";
import type { Overall } from "./verify.ts";

/** The whole in one sentence, and what to do of it. */
export const overalls = {
  genuine: {
    sv: "Äkta och oförändrad. Det bevisar inte att löftet hålls.",
    en: "Genuine and unchanged. It does not prove that the promise is kept.",
  },
  "loosely-bound": {
    sv: "Texten är oförändrad. Underskriften är av ett äldre slag, som inte binder parten och ämbetet.",
    en: "The text is unchanged. The signature is of an older kind, which does not bind the party and the office.",
  },
  weaker: {
    sv: "Oförändrad, men underskriven på papper. Filen kan inte bevisa ett papper.",
    en: "Unchanged, but signed on paper. The file cannot prove a paper.",
  },
  false: {
    sv: "Filen stämmer inte. Lita inte på den förrän det är utrett.",
    en: "The file is not right. Do not trust it until it has been looked into.",
  },
  unreadable: {
    sv: "Filen går inte att kontrollera.",
    en: "The file cannot be checked.",
  },
} satisfies Words<Overall>;

export const faults = {
  "too-large": {
    sv: "Filen är för stor för att vara ett löfte. Välj filen som slutar på .samsyn.",
    en: "The file is too large to be a promise. Choose the file that ends in .samsyn.",
  },
  "too-deep": {
    sv: "Filen är så djupt inpackad att den inte går att läsa. Ett löfte är det inte. Ladda ner filen från löftets sida.",
    en: "The file is packed so deep that it cannot be read. It is no promise. Download the file from the promise’s page.",
  },
  "not-json": {
    sv: "Filen är avklippt, skadad eller av ett annat slag. Ladda ner den igen från löftets sida.",
    en: "The file is cut off, damaged or of another kind. Download it again from the promise’s page.",
  },
  "not-a-bundle": {
    sv: "Det är ingen fil med underskrifter från Samsyn. Välj filen som slutar på .samsyn.",
    en: "This is no file of signatures from Samsyn. Choose the file that ends in .samsyn.",
  },
  "pdf-without-bundle": {
    sv: "PDF-filen har ingen fil med underskrifter i sig, eller så är den skadad. Ladda ner den igen från löftets sida.",
    en: "The PDF has no file of signatures inside, or is damaged. Download it again from the promise’s page.",
  },
  "pdf-with-several": {
    sv: "PDF-filen har flera filer med underskrifter i sig, och det går inte att veta vilken som menas. Kontrollera dem var för sig.",
    en: "The PDF has several files of signatures inside, and which is meant cannot be known. Check them one by one.",
  },
  "other-format": {
    sv: "Filen är av slaget {format}, som den här kontrollen inte kan. Hämta en nyare kontroll.",
    en: "The file is of the kind {format}, which this checker does not know. Get a newer checker.",
  },
  "part-wrong": {
    sv: "En del av filen saknas, är för mycket eller är ändrad: {part}.",
    en: "A part of the file is missing, surplus or altered: {part}.",
  },
  "text-not-canonical": {
    sv: "Texten är inte skriven så som en undertecknad text skrivs. Någon har skrivit om den.",
    en: "The text is not written the way a signed text is written. Somebody has rewritten it.",
  },
  "text-no-promise": {
    sv: "Texten går inte att läsa som ett löfte.",
    en: "The text cannot be read as a promise.",
  },
  "text-changed": {
    sv: "Texten stämmer inte med underskriften. Något har ändrats efter undertecknandet.",
    en: "The text does not match the signature. Something was changed after it was signed.",
  },
  "text-changed-at": {
    sv: "Texten stämmer inte med underskriften. Något i {where} har ändrats efter undertecknandet.",
    en: "The text does not match the signature. Something in {where} was changed after it was signed.",
  },
  "readable-changed": {
    sv: "Den läsbara texten i filen säger något annat än den undertecknade.",
    en: "The readable text in the file says something else than the signed one.",
  },
  "nobody-signed": { sv: "Ingen har skrivit under.", en: "Nobody has signed." },
  "party-missing": {
    sv: "Underskriften saknas i filen. Det krävs en från kommunen och en från polisen.",
    en: "The signature is missing from the file. One from the municipality and one from the police are needed.",
  },
  "party-twice": {
    sv: "Samma part står två gånger. En av underskrifterna har lagts till.",
    en: "The same party stands twice. One of the signatures was added.",
  },
  "answer-reused": {
    sv: "Ett och samma svar från en nyckel används två gånger. Ett svar gäller en underskrift.",
    en: "One and the same answer from a key is used twice. An answer is one signature.",
  },
  "same-key": {
    sv: "Båda underskrifterna är gjorda med samma nyckel. Två parter har två nycklar.",
    en: "Both signatures were made with the same key. Two parties have two keys.",
  },
  "signed-other-text": {
    sv: "Underskriften gäller en annan text än den i filen.",
    en: "The signature is of another text than the one in the file.",
  },
  "other-version": {
    sv: "Underskriften gäller version {revision}. Filen säger sig vara version {shown}.",
    en: "The signature is of version {revision}. The file says it is version {shown}.",
  },
  "client-data-unreadable": {
    sv: "Det som webbläsaren sa till nyckeln går inte att läsa.",
    en: "What the browser said to the key cannot be read.",
  },
  "not-a-signing": {
    sv: "Nyckelns svar är inget svar på att skriva under, utan på något annat.",
    en: "The key’s answer is no answer to being asked to sign, but to something else.",
  },
  "answer-swapped": {
    sv: "Det är den andra partens underskrift som står här. De har bytt plats.",
    en: "It is the other party’s signature that stands here. They have changed places.",
  },
  "party-changed": {
    sv: "Underskriften gjordes för den andra parten.",
    en: "The signature was made for the other party.",
  },
  "acting-changed": {
    sv: "Om personen var tillförordnad har ändrats efter undertecknandet.",
    en: "Whether the person was acting was changed after it was signed.",
  },
  "version-changed": {
    sv: "Vilken version det gäller har ändrats efter undertecknandet.",
    en: "Which version it is about was changed after it was signed.",
  },
  "question-differs": {
    sv: "Nyckeln svarade på en annan fråga. Text, befattning, beslut, uppdragets dagar, tid eller frågans nummer är ändrat, eller så kommer svaret från en annan underskrift.",
    en: "The key answered another question. Text, office, decision, the days of the mandate, time or the question’s number is altered, or the answer comes from another signature.",
  },
  "wrong-origin": {
    sv: "Underskriften gjordes på en annan webbplats: {origin}.",
    en: "The signature was made on another site: {origin}.",
  },
  "inside-another-page": {
    sv: "Underskriften gjordes i en ruta inne på någon annans sida.",
    en: "The signature was made in a frame on somebody else’s page.",
  },
  "site-not-of-origin": {
    sv: "Nyckelns webbplats hör inte till sidan som den användes på.",
    en: "The key’s site does not belong to the page it was used on.",
  },
  "authenticator-data-cut": {
    sv: "Det som nyckeln sa om sig själv är avklippt.",
    en: "What the key said of itself is cut off.",
  },
  "other-site": {
    sv: "Nyckeln hör till en annan webbplats.",
    en: "The key belongs to another site.",
  },
  "nobody-there": {
    sv: "Ingen rörde nyckeln när den svarade.",
    en: "Nobody touched the key when it answered.",
  },
  "person-not-checked": {
    sv: "Nyckeln kontrollerade inte vem som höll i den: varken finger, ansikte eller kod.",
    en: "The key did not check who held it: neither finger, face nor code.",
  },
  "key-unreadable": { sv: "Nyckeln går inte att läsa.", en: "The key cannot be read." },
  "key-kind-unknown": {
    sv: "Nyckeln är av ett slag som inte tas emot.",
    en: "The key is of a kind that is not taken in.",
  },
  "signature-false": {
    sv: "Nyckeln har inte gjort den här underskriften.",
    en: "The key has not made this signature.",
  },
  "mandate-not-begun": {
    sv: "Uppdraget att skriva under gällde först från {day}.",
    en: "The mandate to sign began only on {day}.",
  },
  "mandate-over": {
    sv: "Uppdraget att skriva under hade gått ut {day}.",
    en: "The mandate to sign had ended on {day}.",
  },
  "time-outside": {
    sv: "Tiden för underskriften stämmer inte med när nyckeln blev tillfrågad.",
    en: "The time of the signature does not match when the key was asked.",
  },
  "signed-after-file": {
    sv: "Underskriften säger sig vara gjord efter att filen gjordes.",
    en: "The signature says it was made after the file was.",
  },
  "paper-day-missing": {
    sv: "Någon intygar papperet, men dagen det skrevs under saknas.",
    en: "Somebody vouches for the paper, but the day it was signed is missing.",
  },
  "scan-swapped": {
    sv: "Den inlästa kopian är utbytt: loggen har en annan för den här underskriften på papper.",
    en: "The scan has been swapped: the log has another for this signature on paper.",
  },
  "voucher-not-logged": {
    sv: "Loggen säger att papperet intygades med en annan nyckels svar än det i filen.",
    en: "The log says that the paper was vouched for by another key’s answer than the one in the file.",
  },
  "voucher-taken-out": {
    sv: "Intyget om papperet är borttaget ur filen. Loggen säger att det fanns.",
    en: "The voucher for the paper has been taken out of the file. The log says that there was one.",
  },
  "voucher-question-differs": {
    sv: "Den som intygade papperet svarade på något annat: texten, kopian, dagen, befattningen eller parten är utbytt.",
    en: "Whoever vouched for the paper answered something else: the text, the scan, the day, the office or the party has been swapped.",
  },
  "voucher-other-version": {
    sv: "Intyget gäller en annan version av löftet än den i filen.",
    en: "The voucher is for another version of the promise than the one in the file.",
  },
  "voucher-key-unknown": {
    sv: "Nyckeln hos den som intygar papperet går inte att läsa, eller är av ett okänt slag.",
    en: "The key of whoever vouches for the paper cannot be read, or is of an unknown kind.",
  },
  "voucher-signature-false": {
    sv: "Intyget om papperet är inte gjort med den nyckel som står i filen.",
    en: "The voucher for the paper was not made by the key in the file.",
  },
  "voucher-not-checked": {
    sv: "Nyckeln hos den som intygar papperet kontrollerade inte vem som höll i den.",
    en: "The key of whoever vouches for the paper did not check who held it.",
  },
  "voucher-other-site": {
    sv: "Intyget om papperet gjordes på en annan webbplats än filen säger, eller inuti en annan sida.",
    en: "The voucher for the paper was made on another site than the file says, or inside another page.",
  },
  "voucher-time-outside": {
    sv: "Tiden för intyget stämmer inte med när nyckeln frågades.",
    en: "The time of the voucher does not fit when the key was asked.",
  },
  "vouched-before-signed": {
    sv: "Papperet intygades före dagen som står på det.",
    en: "The paper was vouched for before the day that stands on it.",
  },
  "published-by-one": {
    sv: "Publiceringen saknar den ena partens nyckel, eller har samma parts två gånger. Det krävs en från varje.",
    en: "The publication lacks one party’s key, or has the same party’s twice. It takes one from each.",
  },
  "published-by-one-key": {
    sv: "Samma nyckel publicerade för båda parterna. Det ska vara två personer.",
    en: "The same key published for both parties. It should be two people.",
  },
  "published-other-text": {
    sv: "Nyckeln som publicerade sade ja till en annan text än den som står i filen.",
    en: "The key that published said yes to another text than the one in the file.",
  },
  "published-other-version": {
    sv: "Nyckeln som publicerade frågades om en annan version av löftet än den i filen.",
    en: "The key that published was asked about another version of the promise than the one in the file.",
  },
  "published-before-signed": {
    sv: "Löftet sägs vara publicerat innan alla hade skrivit under.",
    en: "The promise is said to have been published before everybody had signed.",
  },
  "publishing-question-differs": {
    sv: "Nyckeln som publicerade svarade på en annan fråga än att publicera den här texten för den parten.",
    en: "The key that published answered another question than to publish this text for that party.",
  },
  "publishing-time-outside": {
    sv: "Tiden för publiceringen stämmer inte med när nyckeln frågades.",
    en: "The time of the publication does not fit when the key was asked.",
  },
  "publishing-not-logged": {
    sv: "Loggen säger att löftet publicerades med andra nycklars svar än de i filen.",
    en: "The log says that the promise was published by other keys’ answers than those in the file.",
  },
  "log-key-unreadable": { sv: "Loggens nyckel går inte att läsa.", en: "The log’s key cannot be read." },
  "log-head-unreadable": { sv: "Loggens topp går inte att läsa.", en: "The log’s head cannot be read." },
  "log-head-unsigned": {
    sv: "Loggens topp är inte undertecknad av loggen.",
    en: "The log’s head is not signed by the log.",
  },
  "log-head-forged": {
    sv: "Loggens topp är ändrad: loggens nyckel har inte undertecknat den.",
    en: "The log’s head is altered: the log’s key has not signed it.",
  },
  "log-head-other": { sv: "Loggens topp hör till en annan logg.", en: "The log’s head belongs to another log." },
  "log-entry-other": {
    sv: "Posten i loggen gäller en annan text än den i filen.",
    en: "The entry in the log is of another text than the one in the file.",
  },
  "log-entry-missing": {
    sv: "Posten står inte i loggen så som filen säger. Loggen är avklippt eller posten ändrad.",
    en: "The entry is not in the log as the file says. The log is cut or the entry altered.",
  },
  "log-signature-missing": {
    sv: "En av underskrifterna står inte i loggen så som den står i filen: parten, tiden eller sättet är ett annat.",
    en: "One of the signatures is not in the log as it is in the file: the party, the time or the means is another.",
  },
  "log-cut": {
    sv: "Loggen har blivit kortare: den hade fler poster tidigare än nu. Lita inte på den förrän det är utrett.",
    en: "The log has become shorter: it once had more entries than now. Do not trust it until it has been looked into.",
  },
  "log-forked": {
    sv: "Två versioner av loggen finns. Lita inte på någon av dem förrän det är utrett.",
    en: "There are two versions of the log. Trust neither until it has been looked into.",
  },
  "stamp-unreadable": {
    sv: "Tidsstämpeln går inte att läsa. Den är avklippt, skadad eller av ett annat slag.",
    en: "The time stamp cannot be read. It is cut off, damaged or of another kind.",
  },
  "stamp-of-other-head": {
    sv: "Tidsstämpeln gäller en annan topp av loggen än den i filen.",
    en: "The time stamp is of another head of the log than the one in the file.",
  },
  "stamp-kind-unknown": {
    sv: "Tidsstämpeln är gjord med ett slags nyckel som den här kontrollen inte kan. Hämta en nyare kontroll.",
    en: "The time stamp was made with a kind of key that this checker does not know. Get a newer checker.",
  },
  "stamp-certificate-missing": {
    sv: "Certifikatet som tidsstämpeln är gjord med finns inte i den.",
    en: "The certificate that the time stamp was made with is not in it.",
  },
  "stamp-certificate-not-for-time": {
    sv: "Tidsstämpelns certifikat är inte utfärdat för tidsstämplar, eller för annat också.",
    en: "The time stamp’s certificate was not issued for time stamps, or for other things too.",
  },
  "stamp-outside-certificate": {
    sv: "Tidsstämpelns certifikat gällde inte när stämpeln säger sig vara gjord.",
    en: "The time stamp’s certificate was not valid when the stamp says it was made.",
  },
  "stamp-forged": {
    sv: "Tidsstämpelns underskrift stämmer inte. Något i den är ändrat.",
    en: "The time stamp’s signature is not right. Something in it was changed.",
  },
  "stamp-before-entry": {
    sv: "Tidsstämpeln är gjord {at}, innan löftet säger sig ha kommit in i loggen. Någon av klockorna går fel, eller så är något ändrat.",
    en: "The time stamp was made {at}, before the promise says it came into the log. One of the clocks is wrong, or something was changed.",
  },
  "changes-nothing": {
    sv: "Filen har texter som skulle ha ändrats, men texten säger inte att den ändrar någon.",
    en: "The file has texts that are said to be changed, but the text does not say that it changes any.",
  },
  "changes-other-text": {
    sv: "Texten ändrar den med kontrollsumman {hash}. Den i filen är en annan.",
    en: "The text changes the one with the checksum {hash}. The one in the file is another.",
  },
  "changed-text-false": {
    sv: "Texten som ändras stämmer inte: den eller dess underskrifter är ändrade.",
    en: "The text that is changed is not right: it or its signatures have been altered.",
  },
  "changes-parties-or-period": {
    sv: "Ändringen rör parterna eller perioden. Det får en ändring inte göra.",
    en: "The change touches the parties or the period. A change may not.",
  },
  "lengthens-nothing": {
    sv: "Förlängningen slutar inte senare än det som förlängs.",
    en: "The extension does not end later than what is extended.",
  },
  "lengthens-and-changes": {
    sv: "Förlängningen ändrar mer än sista dagen.",
    en: "The extension changes more than the last day.",
  },
  "extended-twice": {
    sv: "Löftet är förlängt två gånger. Det förlängs högst en.",
    en: "The promise has been extended twice. It is extended once at most.",
  },
  "changed-by-another": {
    sv: "Enligt loggen ändrades löftet av en annan text än den här.",
    en: "By the log the promise was changed by another text than this.",
  },
  "change-logged-first": {
    sv: "Ändringen står i loggen före det som den ändrar.",
    en: "The change stands in the log before what it changes.",
  },
} satisfies Words<Fault>;

export const proofs = {
  "text-same": {
    sv: "Varje tecken är detsamma som skrevs under.",
    en: "Every letter is the same as was signed.",
  },
  "readable-same": {
    sv: "Den läsbara texten i filen är gjord av den undertecknade.",
    en: "The readable text in the file is made from the signed one.",
  },
  "signed-by-key": {
    sv: "{office}, {at}, med nyckel på {origin}. Nyckeln kontrollerade vem som höll i den.",
    en: "{office}, {at}, with a key on {origin}. The key checked who held it.",
  },
  "paper-vouched": {
    sv: "{party}s {as} intygade med nyckel på {origin}, {at}, att papperet är undertecknat. Inläst kopia: {scan}.",
    en: "{party}’s {as} vouched with a key on {origin}, {at}, that the paper is signed. Scan: {scan}.",
  },
  "published-by-key": {
    sv: "{party} sade ja till att publicera exakt den här texten, {at}, med nyckel på {origin}.",
    en: "{party} said yes to publishing exactly this text, {at}, with a key on {origin}.",
  },
  "in-log": {
    sv: "Post {entry} i loggen {origin}, som hade {size} poster. Den senaste av dem lades in {at}.",
    en: "Entry {entry} in the log {origin}, which had {size} entries. The last of them was put in {at}.",
  },
  stamped: {
    sv: "Loggens {size} första poster fanns {at}, enligt en tidsstämpel av {by}. Klockan är tjänstens och inte serverns.",
    en: "The first {size} entries of the log existed {at}, by a time stamp of {by}. The clock is the service’s and not the server’s.",
  },
  "log-grown": {
    sv: "Loggen börjar likadant som när den hade {size} poster. Inget har tagits bort sedan dess.",
    en: "The log begins as it did when it had {size} entries. Nothing has been taken away since.",
  },
  changes: {
    sv: "Den ändrar texten med kontrollsumman {hash}. Den finns i filen, undertecknad av båda, och rör inte parterna eller perioden.",
    en: "It changes the text with the checksum {hash}. That one is in the file, signed by both, and neither the parties nor the period are touched.",
  },
  lengthens: {
    sv: "Den flyttar bara sista dagen i texten med kontrollsumman {hash}. Den finns i filen, undertecknad av båda.",
    en: "It moves only the last day of the text with the checksum {hash}. That one is in the file, signed by both.",
  },
} satisfies Words<Proof>;

export const caveats = {
  "signed-on-paper": {
    sv: "{office}, {on}. Papperet ligger inte i filen. Svagare: det bygger på dem som säger sig ha sett det.",
    en: "{office}, {on}. The paper is not in the file. Weaker: it rests on those who say they have seen it.",
  },
  "vouched-by-other": {
    sv: "Den andra parten intygar papperet, eftersom den som skrev under inte hade någon här.",
    en: "The other party vouches for the paper, since the one that signed had nobody here.",
  },
  "first-kind": {
    sv: "Underskriften är av äldre slag: nyckeln band texten, men inte part, befattning, version och tid. De står som Samsyn har skrivit dem.",
    en: "The signature is of an older kind: the key bound the text, but not party, office, version and time. They stand as Samsyn wrote them.",
  },
  "mandate-told": {
    sv: "{party}: {decidedBy}, {days}. Beslutet självt ligger inte i filen. Fråga efter det hos myndigheten.",
    en: "{party}: {decidedBy}, {days}. The decision itself is not in the file. Ask the authority for it.",
  },
  "whose-keys": {
    sv: "Filen bevisar inte ensam att nycklarna är kommunens och polisens: vem som helst kan göra en fil med egna nycklar. Vems en nyckel är svarar organisationerna och den som driver installationen för. Jämför kontrollsumman med den på {page}.",
    en: "The file alone does not prove that the keys are the municipality’s and the police’s: anybody can make a file with keys of their own. Whose a key is is vouched for by the organisations and by who runs the installation. Compare the checksum with the one at {page}.",
  },
  "no-log": {
    sv: "Inte i någon logg. Tiderna är Samsyns egna, och filen visar inte om en annan version också finns.",
    en: "Not in any log. The times are Samsyn’s own, and the file does not show whether another version exists too.",
  },
  "third-not-signed": {
    sv: "Texten nämner fler som lovar: {parties}. De har inte skrivit under.",
    en: "The text names others who promise: {parties}. They have not signed.",
  },
  "inside-pdf": {
    sv: "Kontrollen gäller filen som ligger i PDF:en och texten här på sidan. Det som står på PDF:ens egna sidor är inte undertecknat.",
    en: "The check is of the file inside the PDF and of the text on this page. What stands on the PDF’s own pages is not signed.",
  },
  "whose-stamp": {
    sv: "Att tidsstämpeln är gjord av {by} visar bara dess certifikat, med kontrollsumman {certificate}. Jämför den med den som tjänsten själv har publicerat.",
    en: "That the time stamp was made by {by} is shown by its certificate alone, with the checksum {certificate}. Compare it with the one the service has published itself.",
  },
  "stamped-in-part": {
    sv: "Tidsstämpeln gäller loggens {size} första poster. {count} av löftets poster kom in efter den.",
    en: "The time stamp is of the log’s first {size} entries. {count} of the promise’s entries came in after it.",
  },
  "whose-log": {
    sv: "Loggen är Samsyns egen, med nyckeln {key}. Att den är densamma för alla visar den som har sparat en äldre topp.",
    en: "The log is Samsyn’s own, with the key {key}. That it is the same for everybody is shown by whoever has kept an older head.",
  },
  example: {
    sv: "Det här är ett exempel. Nycklarna är gjorda för exemplet och tillhör ingen.",
    en: "This is an example. The keys were made for the example and are nobody’s.",
  },
  "changed-text-missing": {
    sv: "Texten som ändras, med kontrollsumman {hash}, ligger inte i filen. Ladda ner filen från ändringens sida.",
    en: "The text that is changed, with the checksum {hash}, is not in the file. Download the file from the page of the change.",
  },
  "changed-later": {
    sv: "Löftet ändrades {at}. Den här texten är äkta som den skrevs under, men är inte den som gäller sedan dess.",
    en: "The promise was changed {at}. This text is genuine as it was signed, but is not the one that holds since.",
  },
} satisfies Words<Caveat>;

/** What each statement is about, well, wrong, and beyond what the file can prove. */
export const headings = {
  file: {
    yes: { sv: "Filen stämmer", en: "The file is right" },
    no: { sv: "Filen stämmer inte", en: "The file is not right" },
    note: { sv: "Om filen", en: "About the file" },
  },
  text: {
    yes: { sv: "Texten är oförändrad", en: "The text is unchanged" },
    no: { sv: "Texten är ändrad", en: "The text is altered" },
    note: { sv: "Om texten", en: "About the text" },
  },
  readable: {
    yes: { sv: "Den läsbara texten stämmer", en: "The readable text is right" },
    no: { sv: "Den läsbara texten stämmer inte", en: "The readable text is not right" },
    note: { sv: "Om den läsbara texten", en: "About the readable text" },
  },
  municipality: {
    yes: { sv: "Kommunens underskrift stämmer", en: "The municipality’s signature is right" },
    no: { sv: "Kommunens underskrift stämmer inte", en: "The municipality’s signature is not right" },
    note: {
      sv: "Kommunens underskrift går inte att bevisa helt",
      en: "The municipality’s signature is not wholly provable",
    },
  },
  police: {
    yes: { sv: "Polisens underskrift stämmer", en: "The police’s signature is right" },
    no: { sv: "Polisens underskrift stämmer inte", en: "The police’s signature is not right" },
    note: { sv: "Polisens underskrift går inte att bevisa helt", en: "The police’s signature is not wholly provable" },
  },
  voucher: {
    yes: { sv: "Någon intygar papperet med nyckel", en: "Somebody vouches for the paper with a key" },
    no: { sv: "Intyget om papperet stämmer inte", en: "The voucher for the paper is not right" },
    note: { sv: "Vem som intygar papperet", en: "Who vouches for the paper" },
  },
  publication: {
    yes: { sv: "Publicerat med båda parternas nycklar", en: "Published by both parties’ keys" },
    no: { sv: "Publiceringen stämmer inte", en: "The publication is not right" },
    note: { sv: "Vem som publicerade", en: "Who published" },
  },
  mandate: {
    yes: { sv: "Uppdraget stämmer", en: "The mandate is right" },
    no: { sv: "Uppdraget stämmer inte", en: "The mandate is not right" },
    note: { sv: "Vem som beslutat om uppdraget", en: "Who decided on the mandate" },
  },
  keys: {
    yes: { sv: "Nycklarna stämmer", en: "The keys are right" },
    no: { sv: "Nycklarna stämmer inte", en: "The keys are not right" },
    note: { sv: "Vems nycklarna är", en: "Whose the keys are" },
  },
  log: {
    yes: { sv: "Står i löfteslogen", en: "In the promises’ log" },
    no: { sv: "Loggen stämmer inte", en: "The log is not right" },
    note: { sv: "Om loggen", en: "About the log" },
  },
  change: {
    yes: { sv: "En ändring av ett löfte", en: "A change of a promise" },
    no: { sv: "Ändringen stämmer inte", en: "The change is not right" },
    note: { sv: "Om ändringar", en: "About changes" },
  },
} satisfies Record<About, Record<Statement["ok"], Said>>;

/** Words that sentences are put together of. */
export const partsSaid = {
  acting: { sv: "tf. {office}", en: "acting {office}" },
  pledge: { sv: "löfte {number}", en: "promise {number}" },
  head: { sv: "rubriken, parterna, tiden eller ingressen", en: "the title, the parties, the period or the preamble" },
  dayUnknown: { sv: "dag okänd", en: "day unknown" },
  since: { sv: "från {from}", en: "from {from}" },
  between: { sv: "från {from} till {to}", en: "from {from} to {to}" },
  municipality: { sv: "Kommunen", en: "The municipality" },
  police: { sv: "Polisen", en: "The police" },
} satisfies Words<string>;

const LOCALES = { sv: "sv-SE", en: "en-GB" } as const;

function dayIn(day: string, lang: Lang): string {
  if (readDay(day) === undefined) return say(partsSaid.dayUnknown, lang);
  const format = new Intl.DateTimeFormat(LOCALES[lang], { timeZone: "UTC", dateStyle: "long" });
  return format.format(millisecondsOf(`${day}T12:00:00.000Z` as Instant));
}

function momentIn(at: string, lang: Lang): string {
  const instant = readInstant(at);
  if (instant === undefined) return at;
  const moment = millisecondsOf(instant);
  const day = new Intl.DateTimeFormat(LOCALES[lang], { timeZone: SWEDISH_TIME, dateStyle: "long" }).format(moment);
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: SWEDISH_TIME, timeStyle: "short" }).format(moment);
  return lang === "sv" ? `${day} kl ${clock.replace(":", ".")}` : `${day} at ${clock}`;
}

/** A statement as a person reads it. */
export function sayStatement(
  statement: Statement,
  lang: Lang,
): { readonly heading: string; readonly sentence: string } {
  const { about, ok, why, detail } = statement;
  const said: Said = { ...faults, ...proofs, ...caveats }[why];
  const { party, office, acting, at, on, day, from, to, where } = detail;
  const shown = {
    ...detail,
    ...(office === undefined
      ? {}
      : { office: acting === true ? say(partsSaid.acting, lang, { office: String(office) }) : office }),
    ...(at === undefined ? {} : { at: momentIn(String(at), lang) }),
    ...(on === undefined ? {} : { on: dayIn(String(on), lang) }),
    ...(day === undefined ? {} : { day: dayIn(String(day), lang) }),
    ...(where === undefined
      ? {}
      : { where: where === 0 ? say(partsSaid.head, lang) : say(partsSaid.pledge, lang, { number: Number(where) }) }),
    ...(party === undefined
      ? {}
      : { party: say(party === "police" ? partsSaid.police : partsSaid.municipality, lang) }),
    ...(from === undefined ? {} : { days: daysIn(String(from), String(to ?? ""), lang) }),
  };
  const texts = Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, String(value)]));
  const sentence = say(said, lang, texts);
  return { heading: say(headings[about][ok], lang), sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
}

function daysIn(from: string, to: string, lang: Lang): string {
  if (to === "") return say(partsSaid.since, lang, { from: dayIn(from, lang) });
  return say(partsSaid.between, lang, { from: dayIn(from, lang), to: dayIn(to, lang) });
}

/** The page that checks. */
export const verifierWords = {
  title: { sv: "Kontrollera underskrifter", en: "Check signatures" },
  check: { sv: "Kontroll", en: "Check" },
  otherLanguage: { sv: "In English", en: "På svenska" },
  lead: {
    sv: "Välj filen med underskrifter till ett medborgarlöfte. Här står sedan vad den bevisar, av vem och när, och vad den inte bevisar.",
    en: "Choose the file of signatures of a citizen promise. Then it says here what the file proves, by whom and when, and what it does not prove.",
  },
  choose: { sv: "Filen med underskrifter", en: "The file of signatures" },
  chooseAnother: { sv: "Kontrollera en annan fil", en: "Check another file" },
  chooseGuide: {
    sv: "Den slutar på .samsyn, eller är löftets PDF med filen i. Du kan också släppa den här. Den lämnar inte din dator.",
    en: "It ends in .samsyn, or is the promise’s PDF with the file inside. You can also drop it here. It does not leave your computer.",
  },
  checkedFile: { sv: "Kontrollerad fil:", en: "Checked file:" },
  nothingSent: { sv: "Ingenting skickades.", en: "Nothing was sent." },
  wrong: { sv: "Det som inte stämmer", en: "What is not right" },
  proven: { sv: "Det här är bevisat", en: "This is proven" },
  notProven: { sv: "Det här bevisar filen inte", en: "This the file does not prove" },
  checksum: { sv: "Textens kontrollsumma", en: "The text’s checksum" },
  text: { sv: "Texten i filen", en: "The text in the file" },
  compare: { sv: "Jämför med en annan text", en: "Compare with another text" },
  compareLabel: { sv: "Den andra texten", en: "The other text" },
  compareGuide: {
    sv: "Klistra in den som du har sett den någon annanstans, till exempel på polisens sida.",
    en: "Paste it as you have seen it elsewhere, for example on the police’s page.",
  },
  compareBlank: { sv: "Klistra in en text först.", en: "Paste a text first." },
  compareButton: { sv: "Jämför", en: "Compare" },
  sameText: { sv: "Orden är desamma.", en: "The words are the same." },
  differs: {
    sv: "{count} ord skiljer, i {where}. Överstruket står bara i löftet, understruket bara i den andra texten.",
    en: "{count} {count|word differs|words differ}, in {where}. Struck words stand only in the promise, underlined words only in the other text.",
  },
  inHead: { sv: "rubriken eller ingressen", en: "the title or the preamble" },
  withoutUs: { sv: "Utan Samsyn", en: "Without Samsyn" },
  takeHome: {
    sv: "Den som inte vill lita på den här servern laddar ner sidan och öppnar den från sin dator, även utan nät. Den räknar likadant.",
    en: "Whoever would rather not trust this server downloads the page and opens it from their own computer, also without network. It reckons the same.",
  },
  fromDisk: {
    sv: "Sidan är öppnad från din dator och frågar ingen om något.",
    en: "The page is opened from your computer and asks nobody for anything.",
  },
  fetchPage: { sv: "Ladda ner sidan", en: "Download the page" },
} satisfies Words<string>;
