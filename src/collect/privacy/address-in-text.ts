// Somebody's home: a street with a number («Kyrkogatan 12», «Storvägen 4 B lgh 1201»). Whoever reads it can look up who lives there; Uppsala, which
// keeps addresses, declares them as personal data for that reason (domain.md 2.4). A street alone, a stretch of one, and the address of what is
// everybody's (a school, a shop, a stop) are places.
import { type Span, spans } from "./numbers-in-text.ts";

const STREET =
  "(?:gatan|gata|vägen|väg|gränden|gränd|stigen|backen|allén|torget|liden|slingan|ringen|kroken|svängen|esplanaden|promenaden|kajen|brinken|rundeln|plan|terrassen|parken|Esplanaden|Torget|Ringen|Backen|Allén|Promenaden|Kajen|Brinken|Slingan|Stigen)";
/** The street's name: a compound («Kyrkogatan»), or words of which the last is a street («Södra Åsgatan», «Karl Johans gata»). */
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\d])((?:(?!(?:På|Vid|Från|Till|Längs|Utanför|Mellan|Över|Under|Efter|Hastigheten|Bor|Hos|Även|Också|Sedan) )\\p{Lu}[\\p{L}:]{1,40} ){0,2}\\p{L}{0,40}${STREET}) (?:nr\\.? ?)?(\\d{1,3})(?!\\d)( ?[A-Ha-h](?![\\p{L}\\d-]))?((?:,? ?(?:lgh|lägenhet)\\.? ?\\d{1,4})|(?:,? ?\\d ?(?:tr|trappor|vån)\\.?))?`,
  "gu",
);
/** «Hagen 3:14», «Åmot 12:7»: the name of a property. */
const PROPERTY = /(?<![\p{L}\d])(?:fastigheten |tomten )(?:\p{Lu}\p{L}+ )+\d{1,3}:\d{1,3}(?!\d)/gu;
/** An apartment is a home wherever it stands. */
const APARTMENT = /(?<![\p{L}\d])(?:lgh|lägenhet(?:en)?)\.? ?(?:nr\.? ?)?\d{3,4}(?!\d)/giu;
/** What is counted or measured on a street comes after a number as well: «Kyrkogatan 40 km/h», «Åsgatan 7 lampor». */
const COUNTED =
  /^(?:[.:,]\d|-\p{L}|[-/]\d{1,2}[-/]\d| ?%| ?[–-] ?\d| ?(?:till|och|,) ?\d| ?(?:km|kilometer|m|meter|metern|mil|st|stycken|procent|kr|kronor|sek|sekunder|min|minuter|timmar|tim|dagar|veckor|gånger|år|db|bilar|bilister|fordon|cyklar|cyklister|mopeder|lampor|stolpar|lyktor|personer|barn|ungdomar|elever|boende|svar|punkter|skyltar|hål|bänkar|träd|meters|sträckan|zon|väg|-väg|skylt|begränsning|olyckor|anmälningar|inbrott|kl|i snitt|i stället|istället|gäller|är hastigheten|bara|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|\p{L}+a \p{L}+(?:or|ar|er))(?![\p{L}\d]))/iu;
/** A number after these is a speed, a time or a year of the street, or both ends of a stretch. */
const STRETCH =
  /(?:mellan|sträckan|hastigheten på|hastigheten på hela|fart på)(?: \p{L}+){0,2} $|\d(?: ?[a-h])? ?(?:till|och|–|-) $/iu;
/** What is everybody's: its address is a place. */
const EVERYBODYS =
  /(?:skola|skolan|skolgård(?:en)?|förskolan?|bibliotek(?:et)?|stationen|station|hållplats(?:en)?|busshållplats(?:en)?|ica(?: \p{L}+)?|coop|konsum|willys|butik(?:en)?|affär(?:en)?|kiosk(?:en)?|macken?|bensinstation(?:en)?|pizzeria(?:n)?|restaurang(?:en)?|kommunhus(?:et)?|polisstation(?:en)?|vårdcentral(?:en)?|hälsocentral(?:en)?|fritidsgård(?:en)?|simhall(?:en)?|sporthall(?:en)?|idrottsplats(?:en)?|kyrka|kyrkan|församlingshem(?:met)?|folkets hus|medborgarkontor(?:et)?|apotek(?:et)?|parkering(?:en)?|pendlarparkering(?:en)?|lekplats(?:en)?|övergångsställe(?:t)?|korsning(?:en)?|rondell(?:en)?|återvinning(?:en)?|återvinningsstation(?:en)?|badplats(?:en)?|busstation(?:en)?|järnvägsstation(?:en)?|resecentrum|rådhus(?:et)?)[^.!?]{0,24}$/iu;
const EVERYBODYS_AFTER =
  /^[, (–-]{1,3}(?:\p{L}*skolan|biblioteket|stationen|hållplats|kommunhuset|polisstationen|vårdcentralen|fritidsgården|kyrkan|folkets hus|ica|coop|parkeringen)(?!\p{L})/iu;

/** `sure`: somebody lives there. «Dalvägen 50» may be a speed as well, and is only pointed out. */
export function addressesIn(text: string): (Span & { readonly sure: boolean })[] {
  const found = [
    ...spans(text, ADDRESS, (match) => isHome(text, match)),
    ...spans(text, PROPERTY),
    ...spans(text, APARTMENT),
  ];
  return found.map((span) => ({
    ...span,
    sure: !/ (?:[3-9]|1[0-2])0$/.test(span.found) || HOME.test(text.slice(Math.max(0, span.at - 48), span.at)),
  }));
}

function isHome(text: string, match: RegExpMatchArray): boolean {
  if (match[4] !== undefined) return true;
  const at = match.index ?? 0;
  const street = match[1] ?? "";
  const before = text.slice(Math.max(0, at - 48), at + street.lastIndexOf(" ") + 1);
  const after = text.slice(at + match[0].length, at + match[0].length + 40);
  // «riksväg 83», «väg 272», «länsväg 303»: the road's own number. A street as a common word («på gatan 3 bilar») is none either.
  if (/(?:^|riks|läns|skogs|europa| )väg$/iu.test(street) && !/\p{Ll}s väg$/u.test(street)) return false;
  if (!/\p{Lu}/u.test(street)) return /^\p{L}{3,}(?:gatan|vägen|gränd|stigen)$/u.test(street) && HOME.test(before);
  if (COUNTED.test(after) || STRETCH.test(before)) return false;
  return HOME.test(before) || !(EVERYBODYS.test(before) || EVERYBODYS_AFTER.test(after));
}

const HOME =
  /(?:bor|boende|bodde|hemma|hos|bostad(?:en)?|villan?|lägenheten|familjen|grannen|porten|uppgången|trappuppgången)[^.!?]{0,30}$/iu;

/** The street without what tells which house. */
export function streetOf(found: string): string {
  return found.replace(/ (?:nr\.? ?)?\d.*$/u, "");
}
