// What people said when they were asked. The meeting of 2014 and the form of 2021 are real, and only what was published of them is here;
// the form of 2024 and the talks with local actors are examples.
import type { Category } from "../../collect/category.ts";
import type { Dialogue, Theme } from "../../collect/dialogue.ts";
import type { Qualifier } from "../../ground/count.ts";
import type { Day } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { FORM_2021, FORM_2024, HEARING_OWN, HEARING_SHARED, MEETING } from "./sources.ts";

type Said = readonly [theme: string, category: Category, count: number, quote?: string];

function themes(dialogue: string, qualifier: Qualifier, said: readonly Said[]): readonly Theme[] {
  return said.map(([theme, category, value, quote = ""], index) => ({
    id: demoId(`theme ${dialogue} ${index + 1}`),
    theme,
    category,
    count: { value, qualifier },
    quote,
  }));
}

/** Findings as published; how many said each is not, so each is «minst 1». */
export const MEETING_2014: Dialogue = {
  id: demoId("dialogue moete-2014"),
  sourceId: MEETING.id,
  slug: "biblioteket-2014",
  title: "Möte om trafik och trygghet på biblioteket",
  heldFrom: "2014-12-01" as Day,
  heldTo: "2014-12-31" as Day,
  method: "Öppet möte med polisen i Ockelbo bibliotek. Dagen är inte publicerad, nyheten är från december 2014.",
  ladderLevel: "consultation",
  sampleType: "self-selected",
  canInfluence: "Vad polisen och kommunen ska samverka om",
  cannotInfluence: "Framgår inte av det som publicerades",
  invited: undefined,
  answered: { all: 15 },
  themes: themes("moete-2014", "at-least", [
    ["Tryggheten är hög överlag", "positive.change", 1],
    ["Trafiken är det som oroar mest", "traffic.other", 1],
    ["Trafiksituationen vid skolorna", "place.school", 1],
    ["Smala eller obefintliga trottoarer", "place.path", 1],
    ["Buskörning", "traffic.reckless", 1],
    ["Bristande hänsyn till gående och ridande", "traffic.other", 1],
    ["Mobil vid ratten", "traffic.other", 1],
    ["Cykelbanor och skyltar saknas", "place.signs", 1],
  ]),
  example: false,
};

/** The form itself. Its answers were never published, so it has none here. */
export const DIALOGUE_2021: Dialogue = {
  id: demoId("dialogue trygghet-trivsel-2021"),
  sourceId: FORM_2021.id,
  slug: "trygghet-trivsel-2021",
  title: "Medborgardialog – Trygghet & trivsel",
  // Only the last day to answer is published; the year is derived from what it says of the pandemic.
  heldFrom: "2021-05-31" as Day,
  heldTo: "2021-05-31" as Day,
  method:
    "Anonym e-tjänst för alla åldrar, pappersblankett på informationskontoret. Sista dag 31 maj. Inga fysiska möten på grund av pandemin.",
  ladderLevel: "consultation",
  sampleType: "self-selected",
  canInfluence: "Hur kommunen och polisen i samverkan ska öka den upplevda tryggheten och minska brottsligheten",
  cannotInfluence:
    "Resultatet vägs samman med annan information. Det avgör inte ensamt om något blir ett medborgarlöfte.",
  invited: undefined,
  answered: {},
  themes: [],
  example: false,
};

export const DIALOGUE_2024: Dialogue = {
  id: demoId("dialogue trygghet-trivsel-2024"),
  sourceId: FORM_2024.id,
  slug: "trygghet-trivsel-2024",
  title: "Medborgardialog – Trygghet & trivsel 2024",
  heldFrom: "2024-04-08" as Day,
  heldTo: "2024-05-31" as Day,
  method: "Samma formulär som tidigare år, på nätet, på papper och vid ett bord på torget två torsdagar",
  ladderLevel: "consultation",
  sampleType: "self-selected",
  canInfluence: "Vad vi lovar 2025–2027 och var vi börjar",
  cannotInfluence: "Antalet poliser i länet, och statliga vägar: där kan vi begära men inte besluta",
  invited: undefined,
  answered: { all: 124, women: 71, men: 50, "under-18": 19, "18-29": 14, "30-64": 58, "65-up": 33 },
  themes: themes("trygghet-trivsel-2024", "exact", [
    [
      "Farten förbi skolorna och genom byarna",
      "traffic.speeding",
      61,
      "Jag följer min dotter till skolan fast hon går i sexan.",
    ],
    ["Mörkt mellan stationen och skolan", "place.lighting", 47, "Jag har räknat stegen mellan lamporna. Det är många."],
    ["Droger bland unga", "drugs.young", 38, "Alla vet vem man frågar. Ingen säger det högt."],
    ["Ingenstans att vara på kvällen", "disorder.other", 29, "Ge dem ett rum i stället för en tillsägelse."],
    ["A-traktorer och buskörning", "traffic.atractor", 24],
    ["Trasiga cyklar och stölder vid stationen", "theft.vehicle", 12],
    ["Trygghet i tvättstugor och trapphus", "place.entrance", 9],
    ["Hemtjänstens väg i mörker", "place.accessibility", 3],
    ["Det är tryggt här, gör inte problemet större än det är", "positive.change", 22, "Lås cykeln och hälsa på folk."],
  ]),
  example: true,
};

export const HEARING: Dialogue = {
  id: demoId("dialogue lokala-aktorer-2024"),
  sourceId: HEARING_SHARED.id,
  slug: "lokala-aktorer-2024",
  title: "Samtal med lokala aktörer",
  heldFrom: "2024-09-04" as Day,
  heldTo: "2024-09-27" as Day,
  method: "Fem samtal. Den som talade godkände temat innan det sparades.",
  ladderLevel: "consultation",
  sampleType: "not-a-sample",
  canInfluence: "Vilka problem som tas upp till prioritering",
  cannotInfluence: "Enskilda ärenden",
  invited: 9,
  answered: { all: 7 },
  themes: themes("lokala-aktorer-2024", "exact", [
    ["Fredagskvällarna efter nio", "disorder.gathering", 4],
    ["Gångvägen bakom stationen", "place.lighting", 5],
    ["Snabb kontaktväg till kommunpolisen uppskattas", "positive.change", 3],
    ["Stölder ur förråd och tvättstugor", "theft.burglary", 2],
    ["Timmertrafik genom byarna", "traffic.speeding", 4],
  ]),
  example: true,
};

export const HEARING_CONFIDENTIAL: Dialogue = {
  id: demoId("dialogue skola-socialtjanst-2024"),
  sourceId: HEARING_OWN.id,
  slug: "skola-och-socialtjanst-2024",
  title: "Samtal med skola och socialtjänst",
  heldFrom: "2024-09-18" as Day,
  heldTo: "2024-10-02" as Day,
  method: "Tre samtal under sekretess, teman utan antal personer",
  ladderLevel: "consultation",
  sampleType: "not-a-sample",
  canInfluence: "Vilket stöd som byggs upp",
  cannotInfluence: "Enskilda ärenden",
  invited: 4,
  answered: { all: 4 },
  themes: themes("skola-socialtjanst-2024", "at-least", [
    ["Yngre provar, och det går fortare från nikotin till annat", "drugs.young", 3],
    ["Vuxna vet inte vart de ska vända sig med oro", "other.other", 2],
    ["Otrygga raster vid norra ingången", "place.school", 2],
  ]),
  example: true,
};

export const DIALOGUES: readonly Dialogue[] = [
  MEETING_2014,
  DIALOGUE_2021,
  DIALOGUE_2024,
  HEARING,
  HEARING_CONFIDENTIAL,
];
