// What is said where a key gives no answer, or not the right one, and the ways on from there (journeys.md, journey 12).
import type { Words } from "../ground/words.ts";

/** Why no key's answer came of it. What a browser keeps to itself (closed, too late, not on this device) is one reason here as well. */
export type NoKey = "no-network" | "lost-on-the-way" | "no-keys-in-browser" | "no-key-of-yours" | "no-answer";

export const noKey = {
  "no-network": {
    sv: "Det finns inget nät. Inget är borta, och din nyckel har inte använts.",
    en: "There is no network. Nothing is lost, and your passkey has not been used.",
  },
  "lost-on-the-way": {
    sv: "Nyckeln svarade, men nätet försvann innan svaret var framme. Inget är borta. Öppna sidan igen när nätet är tillbaka: där står om svaret kom fram.",
    en: "The passkey answered, but the network went before the answer was there. Nothing is lost. Open the page again when the network is back: it says whether the answer arrived.",
  },
  "no-keys-in-browser": {
    sv: "Webbläsaren kan inte använda nycklar. Inget är ändrat. Öppna sidan i en annan webbläsare eller på en annan enhet.",
    en: "This browser cannot use passkeys. Nothing is changed. Open the page in another browser or on another device.",
  },
  "no-key-of-yours": {
    sv: "Ingen nyckel är registrerad för dig än. Inget är ändrat.",
    en: "No passkey is registered for you yet. Nothing is changed.",
  },
  "no-answer": {
    sv: "Nyckeln svarade inte. Frågan stängdes, tiden gick ut, eller så finns nyckeln inte på den här enheten. Inget är ändrat.",
    en: "The passkey did not answer. The question was closed, the time ran out, or the passkey is not on this device. Nothing is changed.",
  },
} satisfies Words<NoKey>;

export const waysOn = {
  again: {
    sv: "Inget är undertecknat, och det du skrivit under tidigare gäller. Försök igen, eller gå vidare på något av tre sätt:",
    en: "Nothing is signed, and what you have signed before stands. Try again, or go on in one of three ways:",
  },
  offline: {
    sv: "Inget är undertecknat. En underskrift med nyckel kräver nät: försök igen när nätet är tillbaka, eller skriv under på papper som skrivs ut där det finns nät.",
    en: "Nothing is signed. Signing with a passkey takes the network: try again when it is back, or sign on a paper that is printed where there is network.",
  },
  reserve: { sv: "Använd reservnyckeln", en: "Use the reserve" },
  reserveText: {
    sv: "Öppna den här sidan på den telefon eller dator där reserven finns, eller sätt i säkerhetsnyckeln, och skriv under igen.",
    en: "Open this page on the phone or computer where the reserve is, or put in the security key, and sign again.",
  },
  fresh: { sv: "Skaffa en ny nyckel med två kollegor", en: "Get a new passkey with two colleagues" },
  freshText: {
    sv: "Två i din organisation som ser dig intygar det, var och en med sin egen nyckel. Det tar några minuter, och den gamla nyckeln slutar gälla.",
    en: "Two of your organisation who see you each vouch with a passkey of their own. It takes some minutes, and the old passkey no longer holds.",
  },
  paper: { sv: "Skriv under på papper", en: "Sign on paper" },
  paperText: {
    sv: "För den som inte har någon nyckel som gäller. Papperet läses in, en kollega intygar det, och det står överallt att det är svagare.",
    en: "For whoever has no passkey that holds. The paper is scanned, a colleague vouches for it, and it says everywhere that it is weaker.",
  },
} satisfies Words<string>;
