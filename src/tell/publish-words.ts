import type { Words } from "../ground/words.ts";
import type { Withheld } from "../pledge/publication/withheld.ts";

/** Before a promise is published: what everybody will read, and the two keys. */
export const publishWords = {
  heading: { sv: "Så här läser alla löftet", en: "This is how everybody reads the promise" },
  lead: {
    sv: "Sidan nedan är den öppna sidan, som en främling ser den. Publicering kräver en nyckel från varje organisation.",
    en: "The page below is the public page, as a stranger sees it. Publication takes one key from each organisation.",
  },
  toDocument: { sv: "Till dokumentet", en: "To the document" },
  preview: { sv: "Förhandsvisning", en: "Preview" },
  previewText: {
    sv: "Inte publicerad än. Länkar till underskrifter och filer fungerar när den är det.",
    en: "Not published yet. Links to signatures and files work once it is.",
  },
  withheld: { sv: "Det här hindrar publicering", en: "This keeps it from being published" },
  withheldLead: {
    sv: "Texten är undertecknad och ändras inte. Stryk det i ett nytt utkast och skriv under det.",
    en: "The text is signed and does not change. Strike it in a new draft and sign that.",
  },
  letOut: { sv: "Visas, av skäl ni har skrivit", en: "Shown, for reasons you have written" },
  hidden: { sv: "Tal som inte visas", en: "Numbers that are not shown" },
  hiddenIn: {
    sv: "Löfte {order}: {count} {count|tal visas|tal visas} som «färre än» eller inte alls, så att ingen kan kännas igen. Ni behöver inte göra något.",
    en: "Promise {order}: {count} {count|number is|numbers are} told as “fewer than” or not at all, so that nobody can be known. You need do nothing.",
  },
  nothingHidden: {
    sv: "Inget hindrar publicering. Inga personuppgifter eller små tal hittades.",
    en: "Nothing keeps it from being published. No personal data or small numbers were found.",
  },
  whole: { sv: "Hela dokumentet", en: "The whole document" },
  point: { sv: "Punkt {where}", en: "Point {where}" },
  keys: { sv: "Två nycklar", en: "Two keys" },
  given: { sv: "{party}: nyckeln är given", en: "{party}: the key is given" },
  awaited: { sv: "{party}: nyckeln saknas", en: "{party}: the key is missing" },
  readAndMay: {
    sv: "Jag har läst sidan och vill att alla ska kunna läsa den",
    en: "I have read the page and want everybody to be able to read it",
  },
  mustTick: { sv: "Kryssa först i att du har läst sidan.", en: "First tick that you have read the page." },
  firstKey: { sv: "Ge vår nyckel", en: "Give our key" },
  secondKey: { sv: "Publicera med nyckel", en: "Publish with key" },
  firstDone: {
    sv: "Er nyckel är given. Den andra organisationens återstår.",
    en: "Your key is given. The other organisation’s remains.",
  },
  published: { sv: "Löftet är publicerat med båda nycklarna.", en: "The promise is published by both keys." },
  entry: { sv: "I löfteslogen är det post {index}.", en: "In the promises’ log it is entry {index}." },
  seeLog: { sv: "Om löfteslogen", en: "About the promises’ log" },
  check: { sv: "Kontrollera underskrifterna", en: "Check the signatures" },
  seePublic: { sv: "Se den öppna sidan", en: "See the public page" },
  notNow: { sv: "Löftet kan inte publiceras nu", en: "The promise cannot be published now" },
} satisfies Words<string>;

export const withheldSaid = {
  person: { sv: "Pekar ut någon: «{said}»", en: "Points somebody out: “{said}”" },
  "few-people": { sv: "Så få att de kan kännas igen: «{said}»", en: "So few that they may be known: “{said}”" },
  control: {
    sv: "Röjer när en kontroll sker. Skriv hur ofta, inte när.",
    en: "Gives away when a check takes place. Write how often, not when.",
  },
} satisfies Words<Withheld["kind"]>;
