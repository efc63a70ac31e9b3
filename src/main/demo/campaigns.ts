// A dialogue campaign in Åmot, open for answers: the leaflet's «Hur har du det i Åmot?». Everything in it is an example.
import type { Given } from "../../collect/campaigns/answer.ts";
import type { Item, Open, Option } from "../../collect/campaigns/campaign.ts";
import type { Showing, Theme, ThemeStep } from "../../collect/campaigns/coding.ts";
import type { Day } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import { demoId } from "./ids.ts";
import { CAMPAIGN_SOURCE } from "./sources.ts";

const option = (sv: string, en: string, latt?: string): Option => ({
  key: slugOf(sv),
  words: { sv, en, ...(latt === undefined ? {} : { latt }) },
});
const item = (key: string, words: Item["words"], question: Item["question"], shownWhen?: Item["shownWhen"]): Item => ({
  id: demoId(`campaign item amot ${key}`),
  key,
  version: 1,
  words,
  question,
  shownWhen,
});

const SAFE = [
  option("Mycket trygg", "Very safe"),
  option("Ganska trygg", "Fairly safe"),
  option("Varken eller", "Neither"),
  option("Ganska otrygg", "Fairly unsafe"),
  option("Mycket otrygg", "Very unsafe"),
  option("Går inte ut när det är mörkt", "Do not go out when it is dark", "Jag går inte ut när det är mörkt"),
];
const PLACES = [
  option("Skolan", "The school"),
  option("Busshållplatsen", "The bus stop"),
  option("Åmotsvägen", "Åmotsvägen"),
  option("Badplatsen", "The bathing place"),
  option("Nej, ingen plats", "No, none", "Nej"),
];

export const CAMPAIGN_AMOT: Open = {
  state: "open",
  id: demoId("campaign amot"),
  sourceId: CAMPAIGN_SOURCE.id,
  slug: "amot",
  title: "Hur har du det i Åmot?",
  words: {
    title: { sv: "Hur har du det i Åmot?", en: "How are things in Åmot?" },
    canInfluence: {
      sv: "Vad kommunen och polisen prioriterar i Åmot de kommande två åren.",
      en: "What the municipality and the police put first in Åmot for the next two years.",
      latt: "Vad kommunen och polisen ska arbeta med i Åmot.",
    },
    cannotInfluence: {
      sv: "Vi kan inte ändra lagar eller statliga vägar, men vi för det vidare.",
      en: "We cannot change laws or state roads, but we pass it on.",
      latt: "Vi kan inte ändra lagar. Vi kan inte ändra statens vägar. Men vi berättar för dem som kan.",
    },
  },
  ladderLevel: "participation",
  targetGroup: "Alla som bor i Åmot eller har fritidshus där",
  sampleType: "self-selected",
  methods: ["form", "door", "paper"],
  villages: ["Åmot", "Jädraås", "Ockelbo", "Lingbo"],
  invited: undefined,
  from: "2026-11-02" as Day,
  // A year, so that whoever tries the demo can answer.
  to: "2027-10-31" as Day,
  openedOn: "2026-11-02" as Day,
  series: "amot",
  items: [
    item(
      "hur-trygg",
      {
        sv: "Hur trygg känner du dig ute när det är mörkt?",
        en: "How safe do you feel outdoors when it is dark?",
        latt: "Känner du dig trygg ute när det är mörkt?",
      },
      { kind: "scale", options: SAFE },
    ),
    item(
      "vad-gor-dig-otrygg",
      { sv: "Vad gör dig otrygg?", en: "What makes you feel unsafe?", latt: "Vad gör att du inte är trygg?" },
      {
        kind: "several",
        options: [
          option("Mörkt", "Dark"),
          option("Trafiken", "The traffic"),
          option("Ödsligt", "Deserted"),
          option("Folk som samlas", "People gathering"),
          option("Annat", "Something else"),
        ],
      },
      { key: "hur-trygg", among: [SAFE[3]!.key, SAFE[4]!.key, SAFE[5]!.key] },
    ),
    item(
      "plats",
      {
        sv: "Finns det en plats du undviker?",
        en: "Is there a place you avoid?",
        latt: "Finns det en plats dit du inte vill gå?",
      },
      { kind: "place", options: PLACES },
    ),
    item(
      "vad-behovs",
      {
        sv: "Vad skulle göra det bättre?",
        en: "What would make it better?",
        latt: "Vad ska vi göra så att det blir bättre?",
      },
      { kind: "text" },
    ),
  ],
  example: true,
};

export const themeOf = (name: string, category: Theme["category"]) => ({
  id: demoId(`theme amot ${name}`),
  name,
  category,
  example: true,
});
const LIGHT = themeOf("belysningen vid skolan", "place.lighting");
export const SPEED_AMOT = themeOf("farten på Åmotsvägen", "traffic.speeding");
export const STOP_AMOT = themeOf("busshållplatsen", "place.stop");
export const CAMPAIGN_THEMES = [LIGHT, SPEED_AMOT, STOP_AMOT];
/** What those who answer are shown, and the words it is known again by. */
export const CAMPAIGN_SHOWN: readonly (Showing & { readonly themeId: string })[] = [
  { themeId: LIGHT.id, on: "2026-11-19" as Day, words: "mörkt vid skolan\ntrasiga lampor\nlyktor som är släckta" },
  { themeId: SPEED_AMOT.id, on: "2026-11-19" as Day, words: "bilar kör för fort\nhög hastighet genom byn" },
];
export const CAMPAIGN_STEPS: readonly (ThemeStep & { readonly id: string; readonly themeId: string })[] = [
  { id: demoId("theme step amot 1"), themeId: LIGHT.id, kind: "chosen", on: "2026-11-19" as Day, text: "" },
];

const SAID: readonly (readonly [text: string, theme: typeof LIGHT | undefined])[] = [
  ["Lamporna vid skolan är släckta på morgonen", LIGHT],
  ["Det är kolsvart på skolgården efter fyra", LIGHT],
  ["Sätt upp belysning vid skolans cykelställ", LIGHT],
  ["Mörkt mellan skolan och vägen", LIGHT],
  ["Två lyktor vid skolan har varit trasiga hela hösten", LIGHT],
  ["Bättre ljus vid skolan", LIGHT],
  ["Barnen går i mörker till skolan", LIGHT],
  ["Laga lamporna på gångvägen till skolan", LIGHT],
  ["Lyser inte alls bakom skolan", LIGHT],
  ["Belysningen slocknar innan fritids stänger", LIGHT],
  ["Skolgården behöver ljus på kvällen", LIGHT],
  ["Mörkt vid skolan när man hämtar barn", LIGHT],
  ["Byt lamporna vid skolan till nya", LIGHT],
  ["Lampan vid skolans entré blinkar", LIGHT],
  ["Bilarna kör för fort på Åmotsvägen", SPEED_AMOT],
  ["Farten förbi affären är hög på kvällarna", SPEED_AMOT],
  ["Sänk hastigheten genom byn", SPEED_AMOT],
  ["Kuren vid busshållplatsen är sönder", STOP_AMOT],
  ["Ödsligt att vänta på bussen", STOP_AMOT],
  ["Jag trivs bra här", undefined],
];

/** Those who are not safe are asked why; most name a place. */
function givenBy(index: number, text: string, about: typeof LIGHT | undefined): Record<string, Given> {
  const safe = index % SAFE.length;
  const why = about === LIGHT ? ["morkt", "odsligt"] : about === SPEED_AMOT ? ["trafiken"] : ["odsligt"];
  const place = about === LIGHT ? 0 : about === STOP_AMOT ? 1 : about === SPEED_AMOT ? 2 : 4;
  return {
    "hur-trygg": SAFE[safe]!.key,
    ...(safe < 3 ? {} : { "vad-gor-dig-otrygg": why.slice(0, 1 + (index % 2)) }),
    plats: [PLACES[place]!.key, ""],
    "vad-behovs": text,
  };
}

export const CAMPAIGN_ANSWERS = SAID.map(([text, about], index) => ({
  id: demoId(`campaign answer amot ${index}`),
  codingId: demoId(`coding amot ${index}`),
  receipt: `demo ${index}`,
  on: `2026-11-${String(3 + index).padStart(2, "0")}` as Day,
  method: (["form", "form", "door"] as const)[index % 3]!,
  given: givenBy(index, text, about),
  themeId: about?.id,
}));
