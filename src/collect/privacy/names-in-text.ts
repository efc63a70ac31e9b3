// Names of people: a first name with a surname, a name after a word that announces one («som heter», «grannen», «familjen»), a first name that is hardly
// anything else. What is named after somebody (a street, a school, a shop) is not that person.
import { MORE_SURNAMES } from "./more-names.ts";
import {
  FAMOUS,
  FIRMS,
  FIRST_NAMES,
  FOREIGN_ENDING,
  FOREIGN_LETTER,
  NAME_BEGINNING,
  NOUN_NAMES,
  SMALL_WORDS,
  SURNAME_ENDING,
  SURNAMES,
} from "./names.ts";
import type { Span } from "./numbers-in-text.ts";

/** `sure`: somebody. Otherwise it could be, and is pointed out. */
export type NameSpan = Span & { readonly sure: boolean };

type Word = {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  /** What stands between this word and the one before. */
  readonly gap: string;
  readonly begins: boolean;
  readonly capital: boolean;
};

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const WORD = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu;
/** After these comes somebody, whatever they are called. */
const ANNOUNCES = setOf("heter hette kallas familjen fru herr fröken syskonen bröderna systrarna makarna");
/** After these a capital letter in the middle of a sentence is a name. */
const RELATED = setOf(`
  grannen granne mannen kvinnan killen tjejen pojken flickan mamman pappan mamma pappa sonen dottern son dotter brodern systern brorsan syrran bror syster
  kompisen kompis vännen flickvän flickvännen pojkvän pojkvännen sambon läraren lärare rektorn rektor vaktmästaren tränaren ledaren ungdomsledaren chefen
  ägaren handlaren hyresgästen kusinen kusin farbror moster faster morfar farfar mormor farmor gubben tanten kollegan fältaren fältassistenten
  socialsekreteraren kuratorn skolsköterskan föraren eleven klasskompisen langaren konstapel
`);
/** Whoever has an office or a trade, also in compounds: «vicevärden», «butikschef». What follows with a capital letter may be their name, or where they work. */
const OFFICE =
  /(?:lärare|rektor|chef|ledare|ägare|värd|förare|vakt|väktare|chaufför|herde|pastor|präst|imam|läkare|sköterska|handlare|ordförande|kassör|sekreterare|mästare|tränare|assistent|handläggare|kurator|kamrat|polare)(?:n|en|ns|ens)?$/u;
/** Such are firms, not people. */
const WORKPLACE = /(?:gårdar|gårdarna|hem|bostäder|bolag|bolaget|kommun|kommunen|hus|skolan|kyrkan|förening|AB)$/u;
/** What stands before a place, or begins its name. */
const OF_PLACES = setOf(
  "Norra Södra Västra Östra Gamla Nya Stora Lilla Övre Nedre Hela Sankt Sankta Centrala Yttre Inre",
);
/** What is called something without being somebody: «gatan som heter», «appen heter». */
const CALLED =
  /(?:gatan|vägen|stigen|torget|parken|skolan|byn|orten|platsen|appen|gruppen|sidan|projektet|föreningen|butiken|affären|bolaget|linjen|området|kvarteret|sjön|ån|stugan|gården|restaurangen|den|det)$/iu;
/** A place named after people: «Annas park», «Karl Johans gata»; also as the English write. */
const PLACE =
  /(?:gata|gatan|väg|vägen|torg|torget|gränd|gränden|stig|stigen|park|parken|kyrka|kyrkan|skola|skolan|gård|gården|backe|backen|bro|bron|hamn|hamnen|plats|platsen|plan|minne|församling|hage|hagen|allé|allén|hall|hallen|center|centrum|sjukhus|hotell|hotellet|krog|krogen|restaurang|pizzeria|kiosk|kiosken|café|kafé|kök|konditori|torp|torpet|udde|udden|källa|källan|kulle|kullen|marknad|marknaden|kapell|kapellet|lekplats|stuga|stugan|holme|Street|Road|Lane|Close|Avenue|Drive|Way|Court|Place|Gardens|Grove|Crescent|Terrace|Hill|Square|Church|School|House|Walk|Park|Green|gymnasium|gymnasiet|förskola|förskolan|kulturhus|museum|museet|bibliotek|biblioteket|badet|rondell|rondellen|hörna|hörnan|fabrik|fabriks|hovrätt|tingsrätt|slott|slottet|station|stationen|kvarn|kvarnen|tunnel|tunneln|vandrarhem|äldreboende|festival|festivalen|stiftelse|stiftelsen)s?$/u;
/** A firm: «Olssons Bil», «Lindströms AB». */
const FIRM =
  /^(?:AB|HB|KB|Bil|Bilar|Motor|Åkeri|Bygg|Måleri|El|Rör|Däck|Livs|Salong|Frisör|Grill|Bar|Blommor|Tobak|Bageri|Trafik|Buss|Pizza|grill|grillen|salong|frisör|livs|tobak|blommor|bygg|åkeri|däck)$/u;
/** After these stands no private person: saints, kings, storms, houses. */
const NAMED_FOR = setOf(`
  sankt sankta st kung kungen drottning drottningen kronprinsessan prins prinsessan stormen orkanen jungfru restaurang kvarteret kv hotell hotellet pizzeria
  salong frisör båten butiken statyn fartyget hertig hertigen kejsar heliga helige cirkus bandet orkestern pizzerian kaféet caféet krogen puben skulpturen
  katten hunden hästen kedjan appen villa villan
`);
/** Who does something is somebody, also in small letters: «kalle säljer». */
const DOES = setOf(`
  säljer säljs langar bor bodde är var har hade kör körde sa säger sade brukar kom kommer går gick sitter satt står stod super dealar slår slog slogs bråkar
  bråkade hotar hotade skriker ringde berättade berättar såg tycker dricker drack hämtar snodde tog gör gjorde mår röker drar hänger jobbar åker håller
  skrev skriver vill ville köper köpte stal börjar började kastade tände misstänks
`);
/** Short surnames that are words of nature or qualities: known beside a first name only. */
const SHORT_SURNAMES = setOf(`
  Lind Berg Lund Ek Alm Ros Sten Holm Dahl Hall Falk Hjort Rask Modig Frisk Stål Fors Skog Strid Klang Flink Sköld Kvist Hammar Wide Tjäder Ås Lager Brandt Moen Tall Löv Ljung Hård Björk Gran Ask Roos Beck Borg Palm Kling Öst Blom Quist Wik Vik
`);

/** Every name in the text, in the order they stand. */
export function namesIn(text: string): NameSpan[] {
  const words = wordsOf(text);
  const all: NameSpan[] = [];
  for (let index = 0; index < words.length;) {
    const famous = words[index]!.capital
      ? FAMOUS.exec(text.slice(words[index]!.at, words[index]!.at + 40))?.[0]
      : undefined;
    if (famous !== undefined) {
      const end = words[index]!.at + famous.length;
      while (index < words.length && words[index]!.end <= end) index += 1;
      continue;
    }
    const { count, sure } = nameAt(words, index);
    const [first, last] = [words[index]!, words[index + count - 1]!];
    if (sure !== undefined) all.push({ at: first.at, found: text.slice(first.at, last.end), sure });
    index += count;
  }
  return all;
}

/** How many words from here belong together, and whether they are somebody: `sure` is undefined when they are not. */
function nameAt(words: readonly Word[], index: number): { count: number; sure?: boolean | undefined } {
  const word = words[index]!;
  const before = word.gap === " " ? words[index - 1] : undefined;
  const cue = before?.text.toLowerCase() ?? "";
  if (NAMED_FOR.has(cue)) return { count: 1 };
  const announced =
    ((ANNOUNCES.has(cue) && (word.capital || isFirstName(word))) || (RELATED.has(cue) && word.capital)) &&
    !(
      /^(?:heter|hette|kallas)$/.test(cue) &&
      words.slice(Math.max(0, index - 4), index - 1).some(({ text }) => CALLED.test(text))
    );
  if (!announced && !isFirstName(word)) {
    const place = namedAfter(words, index + 1);
    if (place > 0) return { count: 1 + place };
    return couldBe(words, index) ?? { count: 1, sure: surnameAlone(word) };
  }
  const count = runFrom(words, index);
  const place = namedAfter(words, index + count);
  if (place > 0) return { count: count + place };
  if (FIRMS.has(words[index + count - 1]!.text)) return { count };
  if (announced || count > 1) return { count, sure: !PLACE.test(word.text) };
  return { count, sure: aloneIsSure(word, words[index + 1]) };
}

/** What is on no list and may be somebody, by what stands around it or by how it is spelt: pointed out, never refused. */
function couldBe(words: readonly Word[], index: number): { count: number; sure: false } | undefined {
  const word = words[index]!;
  const [before, next] = [words[index - 1], words[index + 1]];
  if (!word.capital || word.text.length < 3 || word.text === word.text.toUpperCase()) return undefined;
  const found = { count: runFrom(words, index), sure: false } as const;
  const name = bare(word.text);
  if (FOREIGN_LETTER.test(name) || (name.length > 5 && FOREIGN_ENDING.test(name))) return found;
  const isBeside = next?.gap === " " && next.capital && !PLACE.test(next.text) && !FIRM.test(next.text);
  // Said as in Vietnam and Hungary, the surname first.
  if (isBeside && MORE_SURNAMES.has(name) && !isSurname(next)) return { count: 2, sure: false };
  if (PLACE.test(word.text) || WORKPLACE.test(word.text) || FIRMS.has(name) || /^\p{L}-/u.test(name)) return undefined;
  const isWithin = !word.begins && word.gap === " ";
  const afterOffice = before !== undefined && OFFICE.test(before.text) && before.text.length > 3;
  // «mamman till Sanel», «bror till Zeke»
  const ofKin = before?.text === "till" && RELATED.has(words[index - 2]?.text.toLowerCase() ?? "");
  const beforeSurname =
    isBeside &&
    (SURNAMES.has(bare(next.text)) || next.text.endsWith("sson")) &&
    !OF_PLACES.has(word.text) &&
    !FIRMS.has(next.text) &&
    !NAMED_FOR.has(word.text.toLowerCase());
  return (isWithin && (afterOffice || ofKin)) || beforeSurname ? found : undefined;
}

/** Nobody is called more in one breath; a page of nothing but names would else be read to its end from each of them. */
const MOST_NAMES = 8;

/** From the first name over more first names and initials to the surname. */
function runFrom(words: readonly Word[], index: number): number {
  let count = 1;
  for (let next = words[index + 1]; next?.gap === " " || next?.gap === ". "; next = words[index + count]) {
    if (count === MOST_NAMES) break;
    if (next.gap === ". " && words[index + count - 1]!.text.length > 1) break;
    const isInitial = next.capital && next.text.length === 1;
    if (!(isInitial || (next.capital ? isFirstName(next) || isSurname(next) : isSmallSurname(next)))) break;
    count += 1;
  }
  return count;
}

/** How many words after a name make it a place or a firm: «Annas park», «Olof Palmes gata». */
function namedAfter(words: readonly Word[], index: number): number {
  const [next, second] = [words[index], words[index + 1]];
  // «Lundgren & Söner»; «Kalle & Lisa» are two.
  if (next?.gap === " & " && next.capital && !isFirstName(next)) return 1;
  if (next?.gap !== " ") return 0;
  if (PLACE.test(next.text) || FIRM.test(next.text)) return 1;
  return next.capital && next.text.endsWith("s") && second?.gap === " " && PLACE.test(second.text) ? 2 : 0;
}

/** A first name with nothing beside it. */
function aloneIsSure(word: Word, next: Word | undefined): boolean | undefined {
  const does = next?.gap === " " && DOES.has(next.text);
  const isNoun = NOUN_NAMES.has(bare(word.text));
  if (!word.capital) return does;
  if (!isNoun) return true;
  if (word.begins) return does ? false : undefined;
  return does;
}

/** «Svensson» by itself is somebody; «Lindqvist» may be. */
function surnameAlone({ text, capital, begins }: Word): boolean | undefined {
  if (!capital || text.length < 6) return undefined;
  const name = bare(text);
  if (FIRMS.has(name)) return undefined;
  if (name.endsWith("sson")) return true;
  return !begins && /(?:qvist|gren|ström|lin|vic|ski|zadeh)$/u.test(name) && SURNAMES.has(name) ? false : undefined;
}

function isFirstName({ text, capital }: Word): boolean {
  const name = bare(text);
  if (capital) {
    if (FIRST_NAMES.has(name) || NOUN_NAMES.has(name) || NAME_BEGINNING.test(name)) return true;
    if (name.includes("-")) return name.split("-").every((part) => FIRST_NAMES.has(part) || NOUN_NAMES.has(part));
    const spelt = name.length > 3 && name === name.toUpperCase() ? capitalised(name.toLowerCase()) : "";
    return FIRST_NAMES.has(spelt) && !NOUN_NAMES.has(spelt);
  }
  if (name.includes("-")) return name.split("-").every((part) => part.length > 2 && FIRST_NAMES.has(capitalised(part)));
  return (
    name.length > 3 &&
    !SMALL_WORDS.has(name) &&
    FIRST_NAMES.has(capitalised(name)) &&
    !NOUN_NAMES.has(capitalised(name))
  );
}

function isSurname({ text }: Word): boolean {
  const name = bare(text);
  return SURNAMES.has(name) || SHORT_SURNAMES.has(name) || (name.length > 4 && SURNAME_ENDING.test(name));
}

function isSmallSurname({ text }: Word): boolean {
  const name = bare(text);
  return name.endsWith("sson") || SURNAMES.has(capitalised(name));
}

/** The name without the s of «Kalles». */
function bare(text: string): string {
  if (FIRST_NAMES.has(text) || NOUN_NAMES.has(text) || SURNAMES.has(text)) return text;
  return text.replace(/(?<=\p{L}{3})['’]?s$/u, "");
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function wordsOf(text: string): Word[] {
  const all: Word[] = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const gap = text.slice(last, index);
    all.push({
      text: word,
      at: index,
      end: index + word.length,
      gap,
      begins: all.length === 0 || /[.!?:\n–—«"”]/u.test(gap),
      capital: /^\p{Lu}/u.test(word),
    });
    last = index + word.length;
  }
  return all;
}
