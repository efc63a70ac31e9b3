import type { Lang, Words } from "../../ground/words.ts";
import { say } from "../../ground/words.ts";
import type { Content } from "../document.ts";
import type { DriftWhy, Found, Place } from "./drift.ts";
import type { Channel, Form, Frame, Made, RenderingWhy } from "./rendering.ts";

/** Why a page could not be read: the platform reads it, the sentence is ours. */
type PageWhy =
  | "reading-pages-off"
  | "address-not-https"
  | "address-not-public"
  | "page-not-answered"
  | "page-not-there"
  | "page-moved-on"
  | "page-not-text"
  | "page-too-large";

export const refusals = {
  "not-signed-yet": {
    sv: "Löftet är inte undertecknat av båda. Texter att lägga ut görs av den undertecknade texten, aldrig av utkastet.",
    en: "The promise is not signed by both. Texts to put up are made from the signed text, never from the draft.",
  },
  "not-published-yet": {
    sv: "Löftet är inte publicerat än. Sidan som texterna leder till finns först då; tills dess kan ni läsa dem här.",
    en: "The promise is not published yet. The page that the texts lead to is there first then; until then you can read them here.",
  },
  "text-is-changed": {
    sv: "Löftet är ändrat. Det som gäller står i ändringen {slug}; ta texterna därifrån.",
    en: "The promise has been changed. What holds stands in the change {slug}; take the texts from there.",
  },
  "form-not-of-channel": {
    sv: "Affischen lämnas ut som PDF, de andra som text eller HTML.",
    en: "The poster is handed out as a PDF, the others as text or HTML.",
  },
  "published-text-empty": {
    sv: "Klistra in den publicerade texten först.",
    en: "Paste the published text first.",
  },
  "published-text-too-long": {
    sv: "Texten är längre än {most} tecken. Klistra in bara den del som handlar om löftet.",
    en: "The text is longer than {most} characters. Paste only the part about the promise.",
  },
  "reading-pages-off": {
    sv: "Servern får inte hämta sidor här. Klistra in texten i stället.",
    en: "The server may not fetch pages here. Paste the text instead.",
  },
  "address-not-https": {
    sv: "Adressen ska börja med https:// och vara en vanlig webbadress.",
    en: "The address must begin with https:// and be an ordinary web address.",
  },
  "address-not-public": {
    sv: "Adressen leder inte till en sida som alla kan nå. Kontrollera den, eller klistra in texten.",
    en: "The address does not lead to a page that everybody can reach. Check it, or paste the text.",
  },
  "page-not-answered": {
    sv: "Sidan svarade inte. Försök igen senare, eller klistra in texten.",
    en: "The page did not answer. Try again later, or paste the text.",
  },
  "page-not-there": {
    sv: "Sidan finns inte på den adressen. Den kan ha flyttat.",
    en: "The page is not at that address. It may have moved.",
  },
  "page-moved-on": {
    sv: "Adressen skickar vidare gång på gång. Öppna sidan själv och skriv adressen du hamnar på.",
    en: "The address sends on again and again. Open the page yourself and write the address you end up at.",
  },
  "page-not-text": {
    sv: "Det som finns på adressen är ingen webbsida, utan en fil. Öppna den och klistra in texten.",
    en: "What is at the address is no web page but a file. Open it and paste the text.",
  },
  "page-too-large": {
    sv: "Sidan är för stor. Klistra in den del som handlar om löftet.",
    en: "The page is too large. Paste the part about the promise.",
  },
} satisfies Words<Exclude<RenderingWhy | DriftWhy, "not-yours"> | PageWhy>;

export const channels = {
  "municipality-page": { sv: "Kommunens sida", en: "The municipality’s page" },
  "police-page": { sv: "Polisens sida", en: "The police’s page" },
  press: { sv: "Pressmeddelande", en: "Press release" },
  poster: { sv: "Affisch", en: "Poster" },
} satisfies Words<Channel>;

export const places = {
  "municipality-page": channels["municipality-page"],
  "police-page": channels["police-page"],
  press: { sv: "Tidning eller pressmeddelande", en: "Newspaper or press release" },
  elsewhere: { sv: "Någon annanstans", en: "Elsewhere" },
} satisfies Words<Place>;

export const forms = {
  text: { sv: "text", en: "text" },
  html: { sv: "HTML", en: "HTML" },
  pdf: { sv: "PDF", en: "PDF" },
} satisfies Words<Form>;

export const states = {
  same: { sv: "Ordagrant", en: "Word for word" },
  changed: { sv: "Ändrat", en: "Changed" },
  missing: { sv: "Saknas", en: "Missing" },
} satisfies Words<Found["state"]>;

/** Around the promise's own words, in the texts themselves. */
const framed = {
  pressHeading: { sv: "{parties} lovar: {title}", en: "{parties} promise: {title}" },
  pressLead: {
    sv: "{parties} har undertecknat ett medborgarlöfte som gäller {period}. Det här lovar de:",
    en: "{parties} have signed a citizen promise for {period}. This is what they promise:",
  },
  municipalityLead: {
    sv: "Ett medborgarlöfte är vad kommunen och polisen tillsammans lovar dem som bor här. Det undertecknades {day}.",
    en: "A citizen promise is what the municipality and the police together promise those who live here. It was signed on {day}.",
  },
  policeLead: {
    sv: "Ett medborgarlöfte är vad polisen och kommunen tillsammans lovar dem som bor här. Det undertecknades {day}.",
    en: "A citizen promise is what the police and the municipality together promise those who live here. It was signed on {day}.",
  },
  parties: { sv: "Parter: {parties}", en: "Parties: {parties}" },
  period: { sv: "Gäller: {period}", en: "Holds: {period}" },
  pledge: { sv: "Löfte {number}", en: "Pledge {number}" },
  example: { sv: "Ett påhittat exempel.", en: "An invented example." },
  followUp: { sv: "Så följs löftet upp:", en: "How the promise is followed up:" },
  link: {
    sv: "Läs löftet, följ det och kontrollera underskrifterna",
    en: "Read the promise, follow it and check the signatures",
  },
  mark: {
    sv: "Texten är den som undertecknades {day}. Kontrollsumma {hash}.",
    en: "The words are those that were signed on {day}. Checksum {hash}.",
  },
} satisfies Words<string>;

const LOCALES = { sv: "sv-SE", en: "en-GB" } as const;

/** The words around a promise, filled in. */
export function frameOf({ content, contentHash, signedOn }: Made, lang: Lang): Frame {
  const day = new Intl.DateTimeFormat(LOCALES[lang], { timeZone: "UTC", dateStyle: "long" }).format(
    new Date(`${signedOn}T12:00:00.000Z`),
  );
  const list = new Intl.ListFormat(LOCALES[lang], { style: "long", type: "conjunction" });
  const parties = list.format(content.parties.map(({ name }) => name));
  const period = periodOf(content);
  return {
    lang,
    pressHeading: say(framed.pressHeading, lang, { parties, title: content.title }),
    pressLead: say(framed.pressLead, lang, { parties, period }),
    municipalityLead: say(framed.municipalityLead, lang, { day }),
    policeLead: say(framed.policeLead, lang, { day }),
    parties: say(framed.parties, lang, { parties }),
    period: say(framed.period, lang, { period }),
    pledge: (number) => say(framed.pledge, lang, { number }),
    followUp: say(framed.followUp, lang),
    link: say(framed.link, lang),
    example: say(framed.example, lang),
    mark: say(framed.mark, lang, { day, hash: shortHash(contentHash) }),
  };
}

/** Enough of it to be compared by eye with the promise's page. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16).match(/.{4}/g)!.join(" ");
}

function periodOf({ period }: Content): string {
  return [period.from.said, period.to?.said].filter((said) => said !== undefined).join(" – ");
}

export const words = {
  heading: { sv: "Texter att lägga ut", en: "Texts to put up" },
  lead: {
    sv: "Gjorda av den undertecknade texten, så att orden är desamma på kommunens sida, på polisens och på papper. Det ni lämnar ut sparas som det var.",
    en: "Made from the signed text, so that the words are the same on the municipality’s page, the police’s and on paper. What you hand out is kept as it was.",
  },
  loading: { sv: "Hämtar texterna", en: "Fetching the texts" },
  notFetched: { sv: "Texterna kunde inte hämtas", en: "The texts could not be fetched" },
  back: { sv: "Till löftet", en: "To the promise" },
  toRenderings: { sv: "Texter att lägga ut", en: "Texts to put up" },
  language: { sv: "Orden runt löftet", en: "The words around the promise" },
  swedish: { sv: "På svenska", en: "In Swedish" },
  english: { sv: "På engelska", en: "In English" },
  read: { sv: "Läs texten", en: "Read the text" },
  copyText: { sv: "Kopiera som text", en: "Copy as text" },
  copyHtml: { sv: "Kopiera som HTML", en: "Copy as HTML" },
  fetchText: { sv: "Ladda ner som text", en: "Download as text" },
  fetchHtml: { sv: "Ladda ner som HTML", en: "Download as HTML" },
  fetchPoster: { sv: "Ladda ner affischen (PDF, A4)", en: "Download the poster (PDF, A4)" },
  of: { sv: "{what}: {channel}", en: "{what}: {channel}" },
  posterLead: {
    sv: "Löftenas ord med en QR-kod till löftets sida, att sätta upp på anslagstavlan.",
    en: "The words of the pledges with a QR code to the promise’s page, to put up on the notice board.",
  },
  copied: { sv: "Kopierat. Det är sparat som utlämnat.", en: "Copied. It is kept as handed out." },
  fetched: { sv: "Nedladdat. Det är sparat som utlämnat.", en: "Downloaded. It is kept as handed out." },
  notCopied: {
    sv: "Webbläsaren lät inte kopiera. Ladda ner i stället.",
    en: "The browser did not allow copying. Download instead.",
  },
  handedOut: { sv: "Utlämnat", en: "Handed out" },
  nothingHandedOut: { sv: "Inget är utlämnat än.", en: "Nothing has been handed out yet." },
  what: { sv: "Vad", en: "What" },
  when: { sv: "När", en: "When" },
  whose: { sv: "Av", en: "By" },
  checksum: { sv: "Kontrollsumma", en: "Checksum" },
  asItWas: { sv: "Som den var: {what}", en: "As it was: {what}" },
  ofOtherText: { sv: "av en äldre text", en: "of an older text" },
  drift: { sv: "Stämmer det som är publicerat?", en: "Is what is published right?" },
  driftLead: {
    sv: "Klistra in texten som den står på en sida eller i en tidning. Den jämförs med den undertecknade, punkt för punkt. Den inklistrade texten sparas inte; bara vad jämförelsen visade.",
    en: "Paste the text as it stands on a page or in a newspaper. It is compared with the signed one, item by item. The pasted text is not kept; only what the comparison showed.",
  },
  place: { sv: "Var den står", en: "Where it stands" },
  address: { sv: "Adress, om den har någon", en: "Address, if it has one" },
  addressGuide: {
    sv: "Lämnar du texten tom hämtas sidan, om driften tillåter det.",
    en: "If you leave the text empty the page is fetched, where operations allow it.",
  },
  fetchedBySelf: { sv: "hämtad av servern", en: "fetched by the server" },
  text: { sv: "Den publicerade texten", en: "The published text" },
  compare: { sv: "Jämför", en: "Compare" },
  allSame: { sv: "Allt står ordagrant: {same} av {all}", en: "Everything stands word for word: {same} of {all}" },
  differs: {
    sv: "{same} av {all} står ordagrant. Ändrade: {changed}. Saknas: {missing}.",
    en: "{same} of {all} stand word for word. Changed: {changed}. Missing: {missing}.",
  },
  added: {
    sv: "Det här står också i den publicerade texten. Det kan vara sidans egna rubriker och menyer, eller något som inte är lovat.",
    en: "This stands in the published text as well. It may be the page’s own headings and menus, or something that was not promised.",
  },
  addedCount: { sv: "Stycken därutöver: {count}", en: "Paragraphs besides: {count}" },
  marks: {
    sv: "Överstruket står bara i löftet, understruket bara i den publicerade texten.",
    en: "Struck words stand only in the promise, underlined words only in the published text.",
  },
  wordsNotKept: {
    sv: "Orden visas inte: de kan nämna någon vid namn.",
    en: "The words are not shown: they may name somebody.",
  },
  preamble: { sv: "Ingressen", en: "The preamble" },
  pledge: { sv: "Löfte {number}", en: "Pledge {number}" },
  activity: { sv: "Aktivitet {number}", en: "Activity {number}" },
  checked: { sv: "Senast kontrollerat", en: "Last checked" },
  notChecked: { sv: "Ingen har jämfört det som är publicerat än.", en: "Nobody has compared what is published yet." },
  checkedAt: { sv: "{place}, {when}", en: "{place}, {when}" },
  byWhom: { sv: "av {who}", en: "by {who}" },
  showItems: { sv: "Visa punkt för punkt", en: "Show item by item" },
  qr: { sv: "QR-kod till löftets sida, {address}", en: "QR code to the promise’s page, {address}" },
} satisfies Words<string>;
