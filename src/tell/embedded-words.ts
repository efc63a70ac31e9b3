import type { Words } from "../ground/words.ts";

export const embeddedWords = {
  progress: {
    sv: "{done} av {all} {all|aktivitet är gjord|aktiviteter är gjorda}",
    en: "{done} of {all} {all|activity is|activities are} done",
  },
  begun: { sv: "{begun} har börjat", en: "{begun} {begun|has|have} begun" },
  noActivities: { sv: "Löftet säger inte vad som ska göras", en: "The promise does not say what is to be done" },
  more: { sv: "Läs {more} {more|löfte|löften} till", en: "Read {more} more {more|promise|promises}" },
  lastAnswer: { sv: "Senaste svaret på vad ni sagt", en: "The latest answer to what you said" },
  readAnswer: { sv: "Läs svaret", en: "Read the answer" },
  lastWord: { sv: "Senaste ordet från oss: {day}", en: "Our last word: {day}" },
  readAll: { sv: "Läs allt om löftet", en: "Read all about the promise" },
  newTab: { sv: "Länkarna öppnas i en ny flik.", en: "The links open in a new tab." },
  example: { sv: "Exempel, påhittat", en: "Example, invented" },

  heading: { sv: "Visa löftet på en annan webbplats", en: "Show the promise on another site" },
  lead: {
    sv: "En ruta eller en bild med löftet, hur långt det har kommit och det senaste svaret. Den följer med av sig själv när något nytt berättas.",
    en: "A box or a picture with the promise, how far it has come and the latest answer. It follows by itself when something new is told.",
  },
  toEmbed: { sv: "Hämta rutan och bilden", en: "Get the box and the picture" },
  forSites: {
    sv: "Till kommunens, polisens eller föreningens egen sida: en ruta med löftet som alltid är aktuell.",
    en: "For the municipality's, the police's or an association's own site: a box with the promise that is always up to date.",
  },
  box: { sv: "Rutan", en: "The box" },
  boxText: {
    sv: "Klistra in koden där rutan ska stå. Den passar mellan 280 och 600 bildpunkter på bredden och följer läsarens ljusa eller mörka läge.",
    en: "Paste the code where the box is to be. It fits between 280 and 600 pixels wide and follows the reader's light or dark mode.",
  },
  boxCode: { sv: "Kod för rutan", en: "Code for the box" },
  boxTitle: { sv: "Medborgarlöftet i {name}", en: "The citizen promise in {name}" },
  picture: { sv: "Bilden", en: "The picture" },
  pictureText: {
    sv: "För sidor som inte tar emot rutor. Bilden leder till löftet och säger samma sak i korthet.",
    en: "For sites that take no boxes. The picture leads to the promise and says the same in short.",
  },
  pictureCode: { sv: "Kod för bilden", en: "Code for the picture" },
  pictureAlt: {
    sv: "Medborgarlöftet i {name}: vad kommun och polis har lovat, och hur det går",
    en: "The citizen promise in {name}: what municipality and police have promised, and how it goes",
  },
  looks: { sv: "Så ser det ut", en: "How it looks" },
  alone: { sv: "Öppna rutan för sig", en: "Open the box by itself" },
  sends: { sv: "Det här skickas", en: "What is sent" },
  sendsText: {
    sv: "Läsarens webbläsare hämtar rutan eller bilden härifrån. Inga kakor, inget skript, inga andra webbplatser, och koden ber webbläsaren att inte berätta vilken sida den står på. Vi sparar inte vem som hämtar.",
    en: "The reader's browser fetches the box or the picture from here. No cookies, no script, no other sites, and the code asks the browser not to tell which page it is on. We do not keep who fetches.",
  },
  counts: {
    sv: "En aktivitet räknas som gjord när det lovade antalet är nått. Där inget antal är lovat räknas den som gjord när uppföljningen säger att den är uppfylld.",
    en: "An activity counts as done when the promised number is reached. Where no number is promised it counts as done when the follow-up says that it is met.",
  },
} satisfies Words<string>;
