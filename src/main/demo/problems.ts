// What the parties weighed before the promise of 2025–2027: three problems chosen, one turned down with a reason everybody can read. Invented.
import type { Category } from "../../collect/category.ts";
import type { Place } from "../../ground/place.ts";
import type { Some } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import type { Cause, Choice, Evidence, Influencer, Perspective, Problem, Strength } from "../../prioritise/problem.ts";
import { DIALOGUE_2024, HEARING } from "./dialogues.ts";
import { demoId } from "./ids.ts";
import { MEASUREMENTS } from "./measurements.ts";
import { segment } from "./observe.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import { near } from "./places.ts";

const RAISED = "2024-10-09T07:30:00.000Z" as Instant;
const DECIDED = "2024-12-05T13:00:00.000Z" as Instant;

type Pointed =
  | readonly ["observation" | "theme" | "measurement", id: string, caption: string, strength: Strength]
  | readonly ["question", address: string, caption: string, strength: Strength];

function evidence(problem: string, pointed: Some<Pointed>): Some<Evidence> {
  const [first, ...rest] = pointed.map(([kind, what, caption, strength], index): Evidence => {
    const rested = {
      id: demoId(`evidence ${problem} ${index + 1}`),
      caption,
      strength,
      sharing: "shared" as const,
      ownerId: OCKELBO_MUNICIPALITY.id,
      citedAt: RAISED,
    };
    return kind === "question" ? { ...rested, kind, question: what } : { ...rested, kind, refId: what };
  });
  if (first === undefined) throw new Error("A problem without evidence");
  return [first, ...rest];
}

const causes = (problem: string, list: readonly (readonly [Perspective, Influencer, string])[]): readonly Cause[] =>
  list.map(([perspective, influenceableBy, text], index) => ({
    id: demoId(`cause ${problem} ${index + 1}`),
    perspective,
    influenceableBy,
    text,
  }));

const choices = (municipality: string, police: string): Some<Choice> => [
  { organisationId: OCKELBO_MUNICIPALITY.id, reason: municipality, at: "2024-12-05T12:40:00.000Z" as Instant },
  { organisationId: POLICE_GASTRIKLAND.id, reason: police, at: DECIDED },
];

const observation = (walk: string, number: number) => demoId(`observation ${walk} ${number}`);
const theme = (dialogue: { readonly themes: readonly { readonly id: string }[] }, index: number) =>
  dialogue.themes[index]?.id ?? "";
const measurement = (index: number) => MEASUREMENTS[index]?.id ?? "";

type Told = {
  readonly slug: string;
  readonly what: string;
  readonly place: Place;
  readonly since: string;
  readonly affected: string;
  readonly category: Category;
};
const described = (told: Told) => ({
  ...told,
  id: demoId(`problem ${told.slug}`),
  version: 1,
  raisedAt: RAISED,
  raisedBy: OCKELBO_MUNICIPALITY.id,
  example: true,
});

export const SCHOOL_ROADS: Problem = {
  ...described({
    slug: "trafiken-vid-skolvagarna",
    what: "Bilarna kör för fort där barn går och cyklar till skolan",
    place: segment(
      "Åmotsvägen och Bruksvägen",
      near("mejeriet", -420, 60),
      near("mejeriet", -160, 20),
      near("rabo", -60, 60),
      near("bruksvagen"),
    ),
    since: "Nämndes redan på mötet 2014, tydligast sedan hösten 2021",
    affected: "Barn och föräldrar på väg till skolan, gående i byarna",
    category: "traffic.speeding",
  }),
  evidence: evidence("trafiken", [
    [
      "observation",
      observation("ockelbo-2021", 16),
      "Femton av dem som gick med höll med om farten förbi skolan",
      "fair",
    ],
    ["observation", observation("ockelbo-2021", 22), "Bruksvägen: cyklister väljer diket", "fair"],
    ["theme", theme(DIALOGUE_2024, 0), "61 av 124 svar nämner farten", "fair"],
    ["measurement", measurement(0), "V85 51 km/h på 40-väg, 9 204 fordon", "strong"],
    ["measurement", measurement(2), "V85 47 km/h på 30-väg förbi skolan, 7 411 fordon", "strong"],
    ["question", "fran=2021-10&till=2021-11&kategori=trafik", "Trafik på de fyra vandringarna", "fair"],
  ]),
  causes: causes("trafiken", [
    ["situation", "municipality", "Vägarna är raka och breda, och gränsen syns först vid skolan"],
    ["situation", "other", "Åmotsvägen är statlig: kommunen får inte bygga där själv"],
    ["acting", "police", "Få kontroller, fem på hela 2024, och alla vet ungefär när"],
    ["exposed", "municipality", "Cykelbanan tar slut femtio meter före skolan"],
  ]),
  state: "chosen",
  chosenAt: DECIDED,
  choices: choices(
    "Det är det vanligaste svaret i dialogen och syns i våra egna mätningar. Vi råder över Bruksvägen och kan börja där.",
    "Trafiken dödar och skadar. Mätningarna pekar ut platser och tider där kontroller gör nytta, och vi kan mäta om det hjälper.",
  ),
};

export const YOUNG_AND_DRUGS: Problem = {
  ...described({
    slug: "unga-och-droger",
    what: "Droger finns nära unga, och vuxna vet inte vad de ska göra med det de hör",
    place: { kind: "municipality", code: "2101", name: "Ockelbo" },
    since: "Lyft av invånare inför löftena 2018 och 2022",
    affected: "Tonåringar och deras familjer",
    category: "drugs.young",
  }),
  evidence: evidence("droger", [
    ["observation", observation("ockelbo-2021", 20), "Föräldrar är rädda för att peka ut fel", "weak"],
    ["observation", observation("ockelbo-2021", 7), "Spår vid stationens cykelställ", "fair"],
    ["theme", theme(DIALOGUE_2024, 2), "38 av 124 svar nämner droger bland unga", "fair"],
    ["theme", theme(HEARING, 0), "Fyra av sju lokala aktörer nämner fredagskvällarna", "fair"],
  ]),
  causes: causes("droger", [
    ["situation", "municipality", "Fritidsgården stänger innan kvällen är slut och stationen blir kvar"],
    ["exposed", "both", "Få tillfällen att prata om det utan att bli utpekad"],
    ["acting", "police", "Försäljning flyttar sig fortare än insatserna"],
    ["exposed", "other", "Nikotin som första steg, lätt att få tag på"],
  ]),
  state: "chosen",
  chosenAt: DECIDED,
  choices: choices(
    "Forumen från förra löftet hölls men räknades aldrig. Den här gången räknar vi dem och frågar ungdomarna vad de fick ut.",
    "Registrerade narkotikabrott säger mest hur mycket vi letar. Därför väljer vi samtal och närvaro som går att följa upp.",
  ),
};

export const DARK_WALKWAY: Problem = {
  ...described({
    slug: "morkret-mellan-stationen-och-skolan",
    what: "Gångvägen mellan stationen och skolan är mörk, så att många går på bilvägen",
    place: segment(
      "Gångvägen mellan stationen och skolan",
      near("station"),
      near("station", -30, 140),
      near("station", -45, 330),
    ),
    since: "Sedan hösten 2020, då två lampor inte byttes",
    affected: "Högstadieelever, pendlare, kvinnor i alla åldrar",
    category: "place.lighting",
  }),
  evidence: evidence("morkret", [
    ["observation", observation("ockelbo-2021", 9), "Sexton höll med: vi gick med mobillampor", "strong"],
    ["observation", observation("ockelbo-2021", 11), "Inga fönster på trehundra meter", "fair"],
    ["theme", theme(DIALOGUE_2024, 1), "47 av 124 svar nämner sträckan", "fair"],
    ["measurement", measurement(6), "58 procent av 106 svarande undviker den efter mörkrets inbrott", "weak"],
  ]),
  causes: causes("morkret", [
    ["situation", "municipality", "Stolpar bara i ändarna, häcken tar ljuset"],
    ["situation", "municipality", "Ingen enhet har haft sträckan som sin"],
    ["exposed", "both", "Sista tåget och fritidsgårdens stängning ger ensamma gående samtidigt"],
  ]),
  state: "chosen",
  chosenAt: DECIDED,
  choices: choices(
    "Kommunens egen mark och kommunens egen belysning. Det finns ingen att skylla på och det går att vara klar på ett år.",
    "Få brott är anmälda här, men folk väljer bort vägen. Det räcker som skäl, och ljus gör våra patruller mer värda.",
  ),
};

export const CAMERAS: Problem = {
  ...described({
    slug: "kameror-pa-torget",
    what: "Torget känns otryggt fredagskvällar, och flera vill ha kamerabevakning",
    place: { kind: "point", position: near("torget"), accuracyMetres: 40, name: "Torget" },
    since: "Sedan våren 2023",
    affected: "De som bor vid torget eller går hem över det",
    category: "disorder.gathering",
  }),
  evidence: evidence("kameror", [
    ["observation", observation("ockelbo-2021", 2), "Sju höll med om bänkarna", "weak"],
    ["theme", theme(DIALOGUE_2024, 4), "24 av 124 svar nämner A-traktorer och buskörning", "weak"],
  ]),
  causes: [],
  state: "declined",
  closedAt: DECIDED,
  publicReason:
    "Inte med i löftet. Skälet: det har hänt för lite för att en kamera ska vara tillåten eller göra nytta, och det som beskrivs är körning och oljud. Vi möter det med fältare på fredagar och med kontroller, och tittar på det igen om ett år.",
};

export const PROBLEMS: readonly Problem[] = [SCHOOL_ROADS, YOUNG_AND_DRUGS, DARK_WALKWAY, CAMERAS];
