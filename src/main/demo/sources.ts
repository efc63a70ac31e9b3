// Where what is known in the demo comes from. The caveats are what a reader must know before believing a figure; they travel with it.
import { MADE_SOURCES, type Source } from "../../collect/source.ts";
import type { Instant } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { DIALOGUE_FORM, MEETING_2014, WALK_INVITATION } from "./public-sources.ts";
import { HOFORS_MUNICIPALITY, OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";

type Described = Omit<Source, "id" | "ownerOrganisationId" | "createdAt"> & {
  readonly owner?: { readonly id: string };
  readonly createdAt?: string;
};

function source({ owner = OCKELBO_MUNICIPALITY, createdAt = "2024-01-15T08:30:00.000Z", ...rest }: Described): Source {
  return { ...rest, id: demoId(`source ${rest.slug}`), ownerOrganisationId: owner.id, createdAt: createdAt as Instant };
}

export const WALKS_2021 = source({
  slug: "trygghetsvandringar-2021",
  kind: "walk",
  name: "Trygghetsvandringar hösten 2021",
  method: "Fyra kvällar med anmälan i förväg, efteråt möte inomhus. Kommunen tillsammans med polisen.",
  sampleType: "self-selected",
  reliability: "fair",
  secrecyClass: "shared",
  caveat:
    "Tid, samlingsplats och deltagande funktioner är ur kommunens inbjudan. Stopp, rutt, protokoll och iakttagelser är exempel. De som gick med valde det själva.",
  reference: WALK_INVITATION,
  example: false,
});
export const WALKS_2026 = source({
  slug: "trygghetsvandringar-2026",
  kind: "walk",
  name: "Trygghetsvandringar hösten 2026",
  method: "Mörkervandringar i Lingbo och Åmot, samma rutter som 2021",
  sampleType: "self-selected",
  reliability: "fair",
  secrecyClass: "shared",
  caveat: "De som går med väljer det själva. Exempel.",
  createdAt: "2026-10-12T07:00:00.000Z",
  example: true,
});
export const RESIDENTS = source({
  ...MADE_SOURCES["resident-report"],
  createdAt: "2026-04-14T07:00:00.000Z",
  example: true,
});
export const MEETING = source({
  slug: "dialogmote-2014",
  kind: "dialogue",
  name: "Möte om trafik och trygghet på biblioteket 2014",
  method: "Öppet möte med polisen, 15 deltagare",
  sampleType: "self-selected",
  reliability: "fair",
  secrecyClass: "public",
  caveat: "Femton personer som valde att komma. Hur många som sade vad är inte publicerat.",
  reference: MEETING_2014,
  example: false,
});
export const FORM_2021 = source({
  slug: "trygghet-trivsel-2021",
  kind: "dialogue",
  name: "Medborgardialog Trygghet & trivsel 2021",
  method: "Anonym e-tjänst och pappersblankett på informationskontoret, alla åldrar",
  sampleType: "self-selected",
  reliability: "fair",
  secrecyClass: "public",
  caveat: "Formuläret är verkligt, året är härlett ur texten om pandemin. Svaren är inte publicerade.",
  reference: DIALOGUE_FORM,
  example: false,
});
export const FORM_2024 = source({
  slug: "trygghet-trivsel-2024",
  kind: "dialogue",
  name: "Medborgardialog Trygghet & trivsel 2024",
  method: "Anonym e-tjänst, pappersblankett på informationskontoret och två eftermiddagar på torget",
  sampleType: "self-selected",
  reliability: "fair",
  secrecyClass: "public",
  caveat: "De som ville svara svarade. Det säger inte hur alla har det.",
  createdAt: "2024-04-02T07:00:00.000Z",
  example: true,
});
export const CAMPAIGN_SOURCE = source({
  slug: "dialog-amot",
  kind: "dialogue",
  name: "Hur har du det i Åmot?",
  method: "Öppet formulär, knackade dörrar och papper sida vid sida",
  sampleType: "self-selected",
  reliability: "fair",
  secrecyClass: "public",
  caveat: "De som ville svara svarade. Det säger inte hur alla har det.",
  createdAt: "2026-10-26T07:00:00.000Z",
  example: true,
});
export const HEARING_SHARED = source({
  slug: "lokala-aktorer-2024",
  kind: "hearing",
  name: "Samtal med lokala aktörer 2024",
  method: "Fem samtal om en timme: bostadsbolaget, handlarna vid torget, två byalag och idrottsföreningarna",
  sampleType: "not-a-sample",
  reliability: "fair",
  secrecyClass: "public",
  caveat: "Bara teman är sparade, inte vem som sade vad.",
  createdAt: "2024-09-02T07:00:00.000Z",
  example: true,
});
/** Only the municipality's people know that it is there. */
export const HEARING_OWN = source({
  slug: "skola-och-socialtjanst-2024",
  kind: "hearing",
  name: "Samtal med skola och socialtjänst 2024",
  method: "Tre samtal under sekretess. Bara teman förs vidare, efter beslut.",
  sampleType: "not-a-sample",
  reliability: "fair",
  secrecyClass: "own",
  caveat: "Delas inte med polisen i den här formen.",
  createdAt: "2024-09-16T07:00:00.000Z",
  example: true,
});
export const WEEKLY = source({
  slug: "veckorapport",
  kind: "weekly-report",
  name: "Veckorapporter från rapportörer",
  method: "Tolv utbildade rapportörer: skolorna, fritidsgården, bostadsbolaget, biblioteket, tekniska",
  sampleType: "not-a-sample",
  reliability: "fair",
  secrecyClass: "shared",
  caveat: "Fler rapporter betyder inte alltid fler händelser. Ingen rapportör finns i Jädraås.",
  createdAt: "2025-01-07T07:00:00.000Z",
  example: true,
});
export const SPEED = source({
  slug: "hastighetsmatningar",
  kind: "traffic-measurement",
  name: "Gatuenhetens hastighetsmätningar",
  method: "Radarskåp på stolpe, sju dygn, båda riktningarna. V85: 85 av 100 kör högst så fort.",
  sampleType: "total",
  reliability: "high",
  secrecyClass: "shared",
  caveat: "Alla fordon som passerade under en vecka. Väglag och omledning noteras för sig.",
  createdAt: "2024-08-20T07:00:00.000Z",
  example: true,
});
export const STATISTICS_SOURCE = source({
  slug: "officiell-statistik-exempel",
  kind: "statistics",
  name: "Officiell statistik (exempel)",
  method: "I samma form som Brås indikatorer för kommuners lägesbild. Siffrorna är påhittade.",
  sampleType: "not-a-sample",
  reliability: "unknown",
  secrecyClass: "public",
  caveat: "Anmälda brott är inte alla brott, och i en liten kommun svarar få på enkäten. Siffrorna är exempel.",
  createdAt: "2026-10-20T08:15:00.000Z",
  example: true,
});
export const SURVEY = source({
  slug: "enkat-gangvagen",
  kind: "survey",
  name: "Enkät om gångvägen mellan stationen och skolan",
  method: "QR-kod på lyktstolparna och papper på biblioteket, två veckor",
  sampleType: "self-selected",
  reliability: "low",
  secrecyClass: "shared",
  caveat: "De som ville svara svarade. Det säger inte hur alla har det.",
  createdAt: "2024-10-07T07:00:00.000Z",
  example: true,
});
export const POLICE_EVENTS = source({
  owner: POLICE_GASTRIKLAND,
  slug: "polisens-handelser-exempel",
  kind: "police-events",
  name: "Händelser polisen valt att publicera (exempel)",
  method: "I samma form som polisen.se/api/events. Händelserna är påhittade.",
  sampleType: "not-a-sample",
  reliability: "low",
  secrecyClass: "public",
  caveat:
    "Ett urval för pressen, ingen statistik. Platsen är kommunen eller länet, aldrig adressen. Nattsammanfattningar rymmer flera händelser och räknas inte som en.",
  createdAt: "2026-01-02T07:00:00.000Z",
  example: true,
});
/** Only the police's people know that it is there. */
export const POLICE_OWN = source({
  owner: POLICE_GASTRIKLAND,
  slug: "kommunpolisens-anteckningar",
  kind: "staff",
  name: "Kommunpolisens anteckningar",
  method: "Antecknas i tjänsten, läses bara av polisen",
  sampleType: "not-a-sample",
  reliability: "fair",
  secrecyClass: "own",
  caveat: "Egen uppgift. Inget av den syns hos kommunen, inte ens att den finns.",
  createdAt: "2025-01-07T07:00:00.000Z",
  example: true,
});

export const SOURCES: readonly Source[] = [
  WALKS_2021,
  WALKS_2026,
  RESIDENTS,
  MEETING,
  FORM_2021,
  FORM_2024,
  CAMPAIGN_SOURCE,
  HEARING_SHARED,
  HEARING_OWN,
  WEEKLY,
  SPEED,
  STATISTICS_SOURCE,
  SURVEY,
  POLICE_EVENTS,
  POLICE_OWN,
];

export const HOFORS_REPORTS = source({
  owner: HOFORS_MUNICIPALITY,
  slug: "egna-iakttagelser",
  kind: "staff",
  name: "Egna iakttagelser",
  method: "Personal antecknar vad de ser i tjänsten",
  sampleType: "not-a-sample",
  reliability: "fair",
  secrecyClass: "shared",
  caveat: "Antecknas när någon råkar se det. Att inget är antecknat betyder inte att inget har hänt.",
  createdAt: "2026-09-08T07:00:00.000Z",
  example: true,
});
