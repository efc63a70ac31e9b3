import type { Said, Words } from "../../ground/words.ts";
import type { AskedWhy } from "./follower.ts";

export const refusals = {
  "address-needed": {
    sv: "Skriv din e-postadress.",
    en: "Give your e-mail address.",
  },
  "address-unread": {
    sv: "Det är ingen e-postadress. Skriv hela adressen, till exempel birgitta@exempel.se.",
    en: "That is no e-mail address. Give the whole address, for instance birgitta@example.org.",
  },
} satisfies Words<AskedWhy>;

/** In easy Swedish too, where the Swedish is not easy already. */
const both = (sv: string, en: string, latt = sv): Said & { readonly latt: string } => ({ sv, en, latt });

export const words = {
  what: both("brev", "letters"),
  heading: both("Få brev när något nytt berättas", "Get a letter when something new is told"),
  lead: both(
    "Ett brev de dagar då det finns något att berätta, aldrig fler. Adressen används bara till det, och tas bort med ett tryck.",
    "A letter on the days when there is something to tell, never more. The address is used for nothing else, and is removed with one press.",
    "Du får ett brev när det finns något nytt att berätta. Du får aldrig mer än ett om dagen. Vi använder adressen bara till det. Du kan ta bort den när du vill.",
  ),
  address: both("E-postadress", "E-mail address"),
  addressGuide: both(
    "Vi skickar först ett brev dit där du bekräftar att du vill ha fler.",
    "We first send a letter there in which you confirm that you want more.",
    "Först skickar vi ett brev till dig. I det trycker du att du vill ha fler.",
  ),
  about: both("Om vad?", "Of what?"),
  everything: both("Allt som berättas", "Everything that is told"),
  pledge: both("Löfte {number}: {text}", "Promise {number}: {text}"),
  theme: both("Ämne: {theme}", "Theme: {theme}"),
  send: both("Skicka", "Send"),
  back: both("Andra sätt att följa", "Other ways to follow"),
  sent: both("Titta i din e-post", "Look in your e-mail"),
  sentLead: both(
    "Vi har skickat ett brev till adressen du skrev. Tryck på länken i det inom två dygn. Kommer inget: titta i skräpposten, eller vänta till i morgon; samma adress får ett sådant brev om dagen.",
    "We have sent a letter to the address you gave. Press the link in it within two days. If none comes: look among the junk mail, or wait until tomorrow; the same address gets one such letter a day.",
    "Vi har skickat ett brev till dig. Tryck på länken i brevet. Du har två dygn på dig. Får du inget brev? Titta i skräpposten. Du kan försöka igen i morgon.",
  ),
  off: both("Här skickas inga brev", "No letters are sent here"),
  offLead: both(
    "Den här Samsyn har ingen e-postserver. Flödet och kalendern fungerar utan adress.",
    "This Samsyn has no mail server. The feed and the calendar work without an address.",
  ),
  gone: both("Adressen finns inte här", "The address is not here"),
  goneLead: both(
    "Brevet är äldre än två dygn, eller så är adressen redan borttagen. Inga brev skickas dit. Vill du följa igen? Be om ett nytt brev.",
    "The letter is older than two days, or the address has been removed already. No letters are sent to it. To follow again, ask for a new letter.",
    "Brevet är för gammalt, eller så är adressen redan borttagen. Vi skickar inga brev till den. Vill du ha brev? Be om ett nytt.",
  ),
  confirmHeading: both("Vill du ha brev från {place}?", "Do you want letters from {place}?"),
  confirm: both("Ja, skicka mig brev", "Yes, send me letters"),
  decline: both("Nej, ta bort adressen", "No, remove the address"),
  yours: both("Du får brev från {place}", "You get letters from {place}"),
  yoursLead: both(
    "Samsyn vet bara din e-postadress och vad du vill höra om. Den som arbetar här ser den inte.",
    "Samsyn knows only your e-mail address and what you want to hear of. Those who work here do not see it.",
    "Vi vet bara din adress och vad du vill höra om. De som arbetar här kan inte se adressen.",
  ),
  change: both("Spara", "Save"),
  saved: both("Sparat", "Saved"),
  stop: both("Sluta följa och ta bort min adress", "Stop following and remove my address"),
  stopped: both("Adressen är borttagen", "The address is removed"),
  stoppedLead: both(
    "Inga fler brev skickas, och inget om dig finns kvar.",
    "No more letters are sent, and nothing about you is left.",
  ),
};

export const letters = {
  confirm: {
    sv: "Bekräfta att du vill följa {place}",
    en: "Confirm that you want to follow {place}",
  },
  confirmLead: {
    sv: "Någon har bett att nyheter om medborgarlöftet i {place} ska skickas hit. Var det du, tryck på länken och säg ja inom två dygn. Var det inte du behöver du inte göra något: adressen tas bort av sig själv.",
    en: "Somebody has asked for news of the citizen promise in {place} to be sent here. If it was you, press the link and say yes within two days. If not, you need do nothing: the address is removed by itself.",
  },
  confirmLink: { sv: "Se vad det gäller och säg ja eller nej", en: "See what it is and say yes or no" },
  again: { sv: "Du följer redan {place}", en: "You already follow {place}" },
  againLead: {
    sv: "Någon har bett om nyheter från {place} till den här adressen, som redan får dem. På din sida kan du ändra vad du följer eller sluta.",
    en: "Somebody has asked for news from {place} to this address, which gets them already. On your page you can change what you follow, or stop.",
  },
  againLink: { sv: "Din sida", en: "Your page" },
  news: { sv: "Nytt i {place}: {title}", en: "New in {place}: {title}" },
  newsMany: { sv: "{count} nyheter från {place}", en: "{count} news from {place}" },
  newsLead: { sv: "Det här har berättats sedan sist.", en: "This has been told since last time." },
  footer: {
    sv: "Du får brevet för att du har bett om det. Sluta följa eller ändra vad du följer",
    en: "You get this letter because you asked for it. Stop following, or change what you follow",
  },
  footerAsked: {
    sv: "Ta bort adressen nu",
    en: "Remove the address now",
  },
} satisfies Words<string>;
