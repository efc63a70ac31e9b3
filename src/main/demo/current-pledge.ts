// The promise of 2025–2027, invented: it goes on from the real one of 2022–2024 and has what that one lacks, a number, an owner, a place and a day.
import type { Id } from "../../ground/id.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Activity, Content } from "../../pledge/document.ts";
import { writtenFor } from "../../pledge/easy.ts";
import { DOCUMENT_2022, PARTIES, PLEDGE_2022, WHOLE_MUNICIPALITY } from "./historic-pledges.ts";
import { demoId } from "./ids.ts";
import { segment } from "./observe.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import { GORAN, SOFIA } from "./people.ts";
import { near } from "./places.ts";
import { DARK_WALKWAY, SCHOOL_ROADS, YOUNG_AND_DRUGS } from "./problems.ts";
import type { DemoDocument } from "./shape.ts";

const activityId = (name: string) => demoId<Id<"activity">>(`activity 2025 ${name}`);
const pledgeId = (name: string) => demoId<Id<"pledge">>(`pledge 2025 ${name}`);
const problemId = (problem: { readonly id: string }) => problem.id as Id<"problem">;
const day = (on: string) => ({ said: on, on: on as Day });

export const ACTIVITY_2025 = {
  speedChecks: activityId("1.1"),
  speedMeasuring: activityId("1.2"),
  lighting: activityId("2.1"),
  forums: activityId("3.1"),
  fieldEvenings: activityId("3.2"),
  situationReport: activityId("3.3"),
} as const;
export const PLEDGE_2025 = { roads: pledgeId("1"), walkway: pledgeId("2"), young: pledgeId("3") } as const;

const municipality = (unit: string): NonNullable<Activity["accountable"]> => ({
  organisationId: OCKELBO_MUNICIPALITY.id as Id<"organisation">,
  unit,
  accepted: true,
});
const police = (unit: string): NonNullable<Activity["accountable"]> => ({
  organisationId: POLICE_GASTRIKLAND.id as Id<"organisation">,
  unit,
  accepted: true,
});

export const UNITS = {
  streets: "Gatuenheten",
  prevention: "Förebyggarenheten",
  coordination: "Kommunledningskontoret",
  traffic: "Ingripandegruppen, lokalpolisområde Gästrikland",
} as const;

const inItsWords: Content = {
  title: "Medborgarlöfte 2025–2027",
  parties: PARTIES,
  area: WHOLE_MUNICIPALITY,
  period: { from: day("2025-01-01"), to: day("2027-12-31") },
  signedOn: day("2024-12-17"),
  preamble:
    "Det här löftet bygger vidare på löftet för 2022–2024. Den här gången står det hur många, vem, var och när, så att alla kan se om vi håller det.",
  basis: [
    "fyra trygghetsvandringar hösten 2021",
    "Medborgardialog Trygghet & trivsel 2024 (124 svar, de som ville svara)",
    "samtal med lokala aktörer hösten 2024",
    "hastighetsmätningar hösten 2024",
    "den gemensamma lägesbilden",
  ],
  pledges: [
    {
      id: PLEDGE_2025.roads,
      order: 1,
      text: "Det ska gå långsammare där barn går och cyklar till skolan. Polisen kontrollerar och kommunen mäter, och ni får se siffrorna.",
      theme: "Trafiksäkerhet",
      owner: "joint",
      targetGroup: "barn och unga på väg till skolan",
      problemIds: [problemId(SCHOOL_ROADS)],
      causes: [
        "Vägarna är raka och breda, och gränsen syns först vid skolan",
        "Få kontroller, fem på hela 2024, och alla vet ungefär när",
      ],
      expectedEffect: {
        text: "De flesta ska köra långsammare förbi skolan, också när ingen kontroll pågår.",
        horizon: "long",
        indicator: "V85 på Åmotsvägen förbi skolan",
        wanted: "down",
        source: "Gatuenhetens hastighetsmätningar, sju dygn i september",
      },
      continues: PLEDGE_2022.safer,
      activities: [
        {
          id: ACTIVITY_2025.speedChecks,
          number: "1.1",
          text: "Polisen gör minst tolv hastighetskontroller om året på Åmotsvägen, Bruksvägen och Gävlevägen.",
          owner: "police",
          accountable: police(UNITS.traffic),
          modality: "do-count",
          target: {
            comparator: "at-least",
            value: 12,
            unit: "kontroller",
            per: "year",
            places: ["Åmotsvägen", "Bruksvägen", "Gävlevägen"],
          },
          baseline: {
            value: { value: 5, qualifier: "approximately" },
            unit: "kontroller",
            on: "2024-12-31" as Day,
            source: "Kommunpolisens uppgift för 2024",
          },
          place: segment(
            "Åmotsvägen och Bruksvägen",
            near("mejeriet", -420, 60),
            near("mejeriet", -160, 20),
            near("rabo", -60, 60),
            near("bruksvagen"),
          ),
        },
        {
          id: ACTIVITY_2025.speedMeasuring,
          number: "1.2",
          text: "Gatuenheten mäter hastigheten under en vecka på fyra platser om året och publicerar resultatet inom en månad.",
          owner: "municipality",
          accountable: municipality(UNITS.streets),
          modality: "do-count",
          target: { comparator: "at-least", value: 4, unit: "mätningar", per: "year" },
          baseline: {
            value: { value: 2, qualifier: "exact" },
            unit: "mätningar",
            on: "2024-12-31" as Day,
            source: "Gatuenhetens mätningar 2024",
          },
          place: { kind: "municipality", code: "2101", name: "Ockelbo" },
        },
      ],
    },
    {
      id: PLEDGE_2025.walkway,
      order: 2,
      text: "Gångvägen mellan stationen och skolan ska ha ljus hela vägen, så att den går att välja även i november.",
      theme: "Trygga platser",
      owner: "municipality",
      problemIds: [problemId(DARK_WALKWAY)],
      causes: ["Stolpar bara i ändarna, häcken tar ljuset", "Ingen enhet har haft sträckan som sin"],
      expectedEffect: {
        text: "Färre ska välja bort gångvägen när det är mörkt.",
        horizon: "short",
        indicator: "Undviker gångvägen efter mörkrets inbrott",
        wanted: "down",
        source: "Enkät på plats, de som ville svara",
      },
      activities: [
        {
          id: ACTIVITY_2025.lighting,
          number: "2.1",
          text: "Gatuenheten sätter upp fjorton nya lyktstolpar mellan stationen och skolan senast den 31 oktober 2025.",
          owner: "municipality",
          accountable: municipality(UNITS.streets),
          supporting: ["Ockelbogårdar"],
          modality: "do-once",
          target: { comparator: "at-least", value: 14, unit: "lyktstolpar", per: "total" },
          baseline: {
            value: { value: 4, qualifier: "exact" },
            unit: "lyktstolpar som lyser",
            on: "2024-10-27" as Day,
            source: "Räknade på plats med enkäten",
          },
          place: segment(
            "Gångvägen mellan stationen och skolan",
            near("station"),
            near("station", -30, 140),
            near("station", -45, 330),
          ),
          deadline: day("2025-10-31"),
        },
      ],
    },
    {
      id: PLEDGE_2025.young,
      order: 3,
      text: "Alla elever i årskurs 7–9 ska ha mött polis och fältare i samtal om alkohol, narkotika, doping och tobak, och det ska finnas vuxna ute på fredagskvällarna.",
      theme: "Droger och unga",
      owner: "joint",
      targetGroup: "unga",
      problemIds: [problemId(YOUNG_AND_DRUGS)],
      causes: [
        "Få tillfällen att prata om det utan att bli utpekad",
        "Fritidsgården stänger innan kvällen är slut och stationen blir kvar",
      ],
      expectedEffect: {
        text: "Fler unga ska veta vart de kan vända sig. Om färre använder droger kan vi inte mäta i en så liten kommun.",
        horizon: "long",
        indicator: "Säger att de vet vart de kan vända sig",
        wanted: "up",
        source: "Anonym handuppräckning i slutet av forumen",
      },
      continues: PLEDGE_2022.drugs,
      activities: [
        {
          id: ACTIVITY_2025.forums,
          number: "3.1",
          text: "Förebyggarenheten och kommunpolisen håller minst två forum per termin om attityder till alkohol, narkotika, doping och tobak.",
          owner: "joint",
          accountable: municipality(UNITS.prevention),
          supporting: ["kommunpolisen", "skolan", "socialtjänsten"],
          modality: "do-recurring",
          target: { comparator: "at-least", value: 2, unit: "forum", per: "term", places: ["Skolan", "Fritidsgården"] },
          baseline: {
            value: { value: 1, qualifier: "at-least" },
            unit: "forum",
            on: "2024-12-31" as Day,
            source: "Forumen 2022–2024 räknades inte. Ett finns i förebyggarenhetens kalender.",
          },
          place: { kind: "point", position: near("mejeriet", 120, -60), name: "Fritidsgården" },
        },
        {
          id: ACTIVITY_2025.fieldEvenings,
          number: "3.2",
          text: "Fältare är ute minst två kvällar i månaden vid torget, stationen och fritidsgården.",
          owner: "municipality",
          accountable: municipality(UNITS.prevention),
          supporting: ["nattvandrare"],
          modality: "do-recurring",
          target: {
            comparator: "at-least",
            value: 2,
            unit: "kvällar",
            per: "month",
            places: ["Torget", "Stationen", "Fritidsgården"],
          },
          baseline: {
            value: { value: 9, qualifier: "approximately" },
            unit: "kvällar om året",
            on: "2024-12-31" as Day,
            source: "Förebyggarenhetens tidrapporter 2024",
          },
          place: { kind: "point", position: near("torget"), name: "Torget" },
        },
        {
          id: ACTIVITY_2025.situationReport,
          number: "3.3",
          text: "Kommunen och polisen uppdaterar den gemensamma lägesbilden två gånger om året och lägger fram den öppet.",
          owner: "joint",
          accountable: municipality(UNITS.coordination),
          supporting: ["kommunpolisen"],
          modality: "do-recurring",
          target: { comparator: "at-least", value: 2, unit: "lägesbilder", per: "year" },
          baseline: {
            value: { value: 1, qualifier: "exact" },
            unit: "lägesbilder",
            on: "2024-12-31" as Day,
            source: "Beslutad lägesbild 2024",
          },
          place: { kind: "municipality", code: "2101", name: "Ockelbo" },
          beyondOrdinary:
            "Lagen kräver en ny lägesbild minst vartannat år. Vi gör en två gånger om året och visar den för alla.",
        },
      ],
    },
  ],
  feedback: "Ni hör av oss minst var nittionde dag.",
  feedbackEvery: "quarter",
  review: "En periodrapport om året, godkänd av båda parter, senast den sista mars.",
  equality:
    "71 av 124 svar kom från kvinnor. Fler kvinnor än män undviker gångvägen i mörker, och därför börjar vi där. Barnens väg till skolan går före bilarnas restid.",
  note: "Exempel. Löftet är påhittat för att visa hela vägen; det har inte getts av Ockelbo kommun eller Polismyndigheten.",
  sources: [],
  agreement: "Samverkansöverenskommelse 2024–2027 (exempel)",
  situationReport: "Gemensam lägesbild, november 2024 (exempel)",
};

/** The same in easy Swedish: the whole, and each löfte in its order. */
const EASY = {
  whole:
    "Kommunen och polisen lovar tre saker.\nLöftena gäller åren 2025, 2026 och 2027.\nHär står vad vi ska göra.\nDu kan se om vi håller det.",
  pledges: [
    "Bilarna ska köra långsammare där barn går till skolan.\nPolisen kontrollerar farten minst tolv gånger om året.\nKommunen mäter farten fyra gånger om året.\nDu får se siffrorna.",
    "Vägen mellan stationen och skolan ska ha ljus.\nKommunen sätter upp fjorton nya lampor.\nDe ska vara uppe senast den 31 oktober 2025.",
    "Alla i årskurs 7, 8 och 9 ska få prata om droger och alkohol.\nDe pratar med polisen och med fältare.\nFältare är ute minst två kvällar i månaden.\nTvå gånger om året berättar vi hur det ser ut i kommunen.",
  ],
} as const;
const eachAgain = {
  ...inItsWords,
  pledges: inItsWords.pledges.map((pledge, place) => ({
    ...pledge,
    easyRead: writtenFor(pledge, EASY.pledges[place]!)!,
  })),
};
const content: Content = { ...eachAgain, easyRead: writtenFor(eachAgain, EASY.whole)! };

export const DOCUMENT_2025: DemoDocument = {
  id: demoId("document 2025-2027"),
  slug: "2025-2027",
  content,
  predecessorId: DOCUMENT_2022.id,
  signatures: [
    {
      id: demoId("signature 2025 municipality"),
      party: "municipality",
      organisationId: OCKELBO_MUNICIPALITY.id,
      office: "kommunstyrelsens ordförande",
      acting: false,
      decidedBy: "kommunstyrelsen, 2024-11-19 § 141",
      how: { kind: "passkey", personId: GORAN.id, at: "2024-12-17T13:07:00.000Z" as Instant },
    },
    {
      id: demoId("signature 2025 police"),
      party: "police",
      organisationId: POLICE_GASTRIKLAND.id,
      office: "lokalpolisområdeschef",
      acting: true,
      decidedBy: "chefen för polisområde Gävleborg, 2024-10-01",
      how: { kind: "passkey", personId: SOFIA.id, at: "2024-12-17T13:11:00.000Z" as Instant },
    },
  ],
  proposedAt: "2024-12-10T09:00:00.000Z" as Instant,
  signedAt: "2024-12-17T13:11:00.000Z" as Instant,
  publishedAt: "2024-12-19T08:00:00.000Z" as Instant,
  closed: undefined,
  example: true,
};
