// What became of the first year: a status for each activity, one text by each party and one by both. Invented.
import type { Day, Instant } from "../../ground/time.ts";
import type { Judgement } from "../../follow/reports/report.ts";
import { ACTIVITY_2025, DOCUMENT_2025 } from "./current-pledge.ts";
import { demoId } from "./ids.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import type { DemoDecision, DemoReport } from "./shape.ts";

type Judged = Omit<Judgement, "activityId" | "explanation"> & { readonly explanation?: string };

const judgement = (key: keyof typeof ACTIVITY_2025, { explanation = "", ...judged }: Judged): Judgement => ({
  activityId: ACTIVITY_2025[key],
  explanation,
  ...judged,
});

/** What people wrote; every figure of it is taken from the log. */
export const REPORT_2025: DemoReport = {
  id: demoId("report 2025"),
  slug: "2025",
  documentId: DOCUMENT_2025.id,
  from: "2025-01-01" as Day,
  to: "2025-12-31" as Day,
  judgements: [
    judgement("speedChecks", {
      status: "partly",
      explanation:
        "Elva av tolv. Kontrollen i november blev inte av, för kollegerna behövdes vid en särskild händelse. Den gjordes i januari 2026 och räknas på det året.",
      output: "Elva kontroller på tre vägar, mer än dubbelt så många som 2024.",
      outcome:
        "V85 på Bruksvägen gick från 51 till 43 km/h och på Åmotsvägen från 47 till 44 km/h. Avsmalningen i juni bidrog, och vi kan inte skilja dem åt.",
      experience: "Rapportörerna nämner hög fart vid skolstarten även 2025.",
    }),
    judgement("speedMeasuring", {
      status: "met",
      output: "Fyra veckomätningar, varav en i Lingbo tillsammans med åk 6. Alla publicerade inom en månad.",
      outcome: "Mätningarna styrde var kontrollerna gjordes från augusti.",
      experience: "Åk 6 ställde ut sitt diagram i affären. Det är det mest lästa vi har gjort, säger handlaren.",
    }),
    judgement("lighting", {
      status: "partly",
      explanation:
        "Nio av fjorton stolpar var tända den 31 oktober. Leverantören skickade fel fot till de fem sista, och de sätts upp när tjälen har gått, senast i april 2026.",
      output: "Nio stolpar, alla fundament gjutna, häcken nedtagen hela vägen.",
      outcome: "Ingen jämförelse går att göra förrän hela sträckan lyser.",
      experience:
        "I oktober 2024 undvek 58 procent av 106 svarande vägen efter mörkrets inbrott. Vi frågar igen hösten 2026.",
    }),
    judgement("forums", {
      status: "exceeded",
      output: "Fyra forum för elever och en föräldrakväll, tillsammans ungefär 150 deltagare.",
      outcome: "Går inte att avgöra med så få tillfällen. Vi påstår inte att det har minskat användningen.",
      experience: "Ungdomarna ville välja frågorna själva. Det gör de från våren 2026.",
    }),
    judgement("fieldEvenings", {
      status: "met",
      output: "Tjugofyra kvällar, fyra av dem med nattvandrare. Inga i juli.",
      outcome:
        "Färre rapporter om samlingar efter stängning hösten 2025 än hösten 2024, men det är få fall och rapportörerna är inte desamma.",
      experience: "Flera unga har sagt att det märks när någon är ute.",
    }),
    judgement("situationReport", {
      status: "met",
      output: "Lägesbild i maj och i november, båda framlagda öppet.",
      outcome: "Höstens lägesbild ledde till att Gävlevägen togs med bland kontrollplatserna.",
      experience: "",
    }),
  ],
  texts: [
    {
      voice: "municipality",
      text: "Det svåraste i år var det enklaste: att sätta upp fjorton stolpar. Vi lovade oktober, blev klara med nio, och borde ha frågat leverantören i maj i stället för i september. Fältkvällarna höll hela vägen, och mätningarna har blivit något som skolorna frågar efter.",
    },
    {
      voice: "police",
      text: "Vi gjorde elva kontroller av tolv. Den tolfte fick ge vika för en särskild händelse och gjordes i januari. Att farten har gått ned är till stor del vägens förtjänst. Att vi är ute oftare märks i samtalen, men det går inte att läsa ut i brottsstatistiken och det försöker vi inte heller.",
    },
    {
      voice: "joint",
      text: "Fyra av sex aktiviteter är klara som lovat, två är delvis klara och har ny tid. Mest lärde vi oss av att räkna: när båda kan se samma siffra går mötena fortare och grälen blir färre.",
    },
  ],
  views: [
    {
      activityId: ACTIVITY_2025.speedChecks,
      party: "police",
      organisationId: POLICE_GASTRIKLAND.id,
      status: "met",
      explanation:
        "Den tolfte kontrollen gjordes i januari, så snart den kunde göras. Vi ser det som uppfyllt, kommunen som delvis.",
    },
  ],
  told: [
    {
      id: demoId("telling 2025 website"),
      on: "2025-03-14" as Day,
      channel: "website",
      audience: "alla som läser ockelbo.se och polisen.se",
      reach: "200-999",
      organisationId: OCKELBO_MUNICIPALITY.id,
    },
    {
      id: demoId("telling 2025 school"),
      on: "2025-09-02" as Day,
      channel: "school",
      audience: "föräldrar i årskurs 7–9, på föräldramötet",
      reach: "50-199",
      organisationId: POLICE_GASTRIKLAND.id,
    },
    {
      id: demoId("telling 2025 shop"),
      on: "2025-11-21" as Day,
      channel: "poster",
      audience: "kunder i affären i Lingbo, där åk 6 ställde ut sitt diagram",
      reach: "200-999",
      organisationId: OCKELBO_MUNICIPALITY.id,
    },
  ],
  signatures: DOCUMENT_2025.signatures.map((signature, place) => ({
    ...signature,
    id: demoId(`signature report 2025 ${signature.party}`),
    at: (place === 0 ? "2026-03-03T09:20:00.000Z" : "2026-03-04T12:05:00.000Z") as Instant,
  })),
  draftedAt: "2026-01-20T08:00:00.000Z" as Instant,
  frozenAt: "2026-03-02T14:00:00.000Z" as Instant,
  publishedAt: "2026-03-05T07:00:00.000Z" as Instant,
  example: true,
};

/** What the law's 24 months are counted from (lag 2023:196, 6 §). Invented decisions. */
export const DECISIONS: readonly DemoDecision[] = [
  {
    id: demoId("decision situation-report 2024"),
    organisationId: OCKELBO_MUNICIPALITY.id,
    kind: "situation-report",
    decidedOn: "2024-11-28" as Day,
    registryNumber: "KS 2024/00318",
  },
  {
    id: demoId("decision action-plan 2025"),
    organisationId: OCKELBO_MUNICIPALITY.id,
    kind: "action-plan",
    decidedOn: "2025-02-25" as Day,
    registryNumber: "KS 2025/00041",
  },
];
