// What trained reporters wrote down in 2025 and 2026, what the police chose to publish, and what each keeps to itself. Invented.
import type { Category } from "../../collect/category.ts";
import { GRAIN_METRES, roughened } from "../../collect/pointed.ts";
import type { Sharing } from "../../collect/observation.ts";
import type { Place } from "../../ground/place.ts";
import { fromSwedishClock, type Day } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import { near } from "./places.ts";
import type { DemoObservation } from "./shape.ts";
import { POLICE_EVENTS, POLICE_OWN, WEEKLY } from "./sources.ts";

const point = (name: string, ...where: Parameters<typeof near>): Place => ({
  kind: "point",
  position: roughened(near(...where), GRAIN_METRES.spot),
  accuracyMetres: GRAIN_METRES.spot,
  name,
});
const TORGET = point("Torget", "torget");
const STATION = point("Stationen", "station", 20, 10);
const WALKWAY = point("Gångvägen mot skolan", "station", -40, 220);
const SCHOOL = point("Skolan, södra infarten", "gamlaApoteket", -60, -80);
const YOUTH_CENTRE = point("Fritidsgården", "mejeriet", 120, -60);
const BRUKSVAGEN = point("Bruksvägen", "bruksvagen", 40, 30);
const RABO = point("Rabo, tvättstugan", "rabo", 60, 40);
const LIBRARY = point("Biblioteket", "torget", 30, -20);
const OCKELBO_ONLY: Place = { kind: "municipality", code: "2101", name: "Ockelbo" };

type Report = readonly [day: string, hour: number, category: Category, place: Place, text: string];

const REPORTS: readonly Report[] = [
  ["2025-01-17", 20, "place.lighting", WALKWAY, "Fyra lampor i rad släckta efter stormen."],
  ["2025-01-31", 21, "disorder.gathering", STATION, "Ett femtontal ungdomar i väntkuren, hög stämning, inget bråk."],
  ["2025-02-14", 22, "vandalism.damage", STATION, "Glaset i väntkuren krossat."],
  ["2025-02-21", 19, "drugs.traces", WALKWAY, "Tomma zippåsar vid bänken närmast banan."],
  ["2025-03-07", 16, "traffic.parking", SCHOOL, "Sex bilar på vändzonen vid hämtning, två körde upp på gångbanan."],
  ["2025-03-21", 21, "traffic.atractor", TORGET, "Fyra A-traktorer, varv runt torget i en timme."],
  ["2025-04-04", 23, "vandalism.graffiti", LIBRARY, "Klotter på östra gaveln, cirka två kvadratmeter."],
  [
    "2025-04-11",
    20,
    "disorder.alcohol",
    point("Badplatsen", "gaverange", 380, 240),
    "Påskfirande med öl, gruppen plockade upp efter sig när vi bad om det.",
  ],
  ["2025-05-09", 21, "traffic.reckless", BRUKSVAGEN, "Två bilar sida vid sida i hög fart mot Rabo."],
  ["2025-05-23", 22, "disorder.gathering", TORGET, "Studenterna på flak stannade till, lugnt när vi kom."],
  [
    "2025-06-13",
    23,
    "disorder.noise",
    point("Badplatsen", "gaverange", 380, 240),
    "Musik till halv ett. Glas i sanden på morgonen.",
  ],
  ["2025-08-22", 15, "positive.change", WALKWAY, "Häcken klippt i manshöjd hela vägen. Flera elever nämnde det."],
  ["2025-08-29", 8, "traffic.speeding", SCHOOL, "Skolstart. Hög fart in från Åmotshållet hela veckan."],
  ["2025-09-12", 21, "drugs.traces", STATION, "Två zippåsar och en kanyl i cykelstället, omhändertagna."],
  ["2025-09-19", 19, "theft.vehicle", STATION, "Två cyklar stulna under veckan, båda låsta i hjulet."],
  ["2025-10-10", 20, "place.lighting", WALKWAY, "Nio nya stolpar tända. Fem fundament står tomma."],
  [
    "2025-10-24",
    22,
    "disorder.gathering",
    YOUTH_CENTRE,
    "Trettiotal ungdomar kvar efter stängning, fältarna på plats till elva.",
  ],
  ["2025-11-07", 18, "vandalism.damage", RABO, "Tvättstugans dörr uppbruten, inget taget."],
  ["2025-11-28", 21, "rumour.online", OCKELBO_ONLY, "Rykte i flöden om slagsmål på torget. Ingen av oss såg något."],
  ["2025-12-12", 20, "event.planned", TORGET, "Luciatåg och glöggförsäljning, mycket folk och god stämning."],
  ["2026-01-16", 19, "traffic.atractor", TORGET, "Två A-traktorer, polisen stannade och pratade."],
  [
    "2026-02-06",
    21,
    "drugs.traces",
    point("Kvarnparken", "kyrkan", 140, 80),
    "Zippåsar vid grillplatsen, första gången vi ser det här.",
  ],
  [
    "2026-02-20",
    22,
    "vandalism.fire",
    point("Återvinningen vid Rabo", "rabo", -120, -60),
    "Papperskontainer i brand, släckt av räddningstjänsten.",
  ],
  ["2026-03-13", 16, "traffic.parking", SCHOOL, "Vändzonen tom, föräldrarna släpper av vid idrottshallen."],
  ["2026-03-27", 21, "disorder.gathering", TORGET, "Tolv ungdomar, två nattvandrare, en lugn kväll."],
  ["2026-04-17", 20, "place.litter", LIBRARY, "Nedskräpat runt soptunnorna efter helgen."],
  ["2026-05-08", 22, "disorder.noise", YOUTH_CENTRE, "Spelning ute, två samtal från grannar, avslutat i tid."],
  ["2026-05-29", 20, "positive.change", WALKWAY, "Alla fjorton stolpar lyser. Vi räknade fler som gick ensamma."],
  ["2026-08-28", 8, "traffic.speeding", SCHOOL, "Skolstart, lugnare än i fjol. Digital fartskylt på plats."],
  ["2026-09-11", 19, "theft.vehicle", STATION, "En elsparkcykel borta ur cykelstället."],
  ["2026-09-25", 21, "traffic.reckless", BRUKSVAGEN, "Sladdspår på sommardäck, ingen skadad."],
  ["2026-10-09", 20, "disorder.gathering", STATION, "Åtta ungdomar, ett par okända vuxna som gick när vi kom."],
  [
    "2026-10-23",
    22,
    "vandalism.graffiti",
    point("Gångtunneln", "station", 60, -120),
    "Färsk målning i tunneln, hela södra väggen.",
  ],
  ["2026-11-06", 18, "place.lighting", BRUKSVAGEN, "Tre stolpar blinkar sedan i måndags."],
];

const PRESS: readonly (readonly [day: string, hour: number, category: Category, text: string, bundle?: true])[] = [
  [
    "2026-02-01",
    3,
    "police.summary",
    "Sammanfattning natt, Ockelbo med flera. Omhändertagande av berusad person, en trafikkontroll och två ordningsärenden.",
    true,
  ],
  ["2026-02-13", 17, "traffic.accident", "Trafikolycka, två bilar i korsning. Lindriga skador."],
  ["2026-03-05", 11, "theft.burglary", "Stöld ur verktygsbod på byggarbetsplats."],
  ["2026-03-28", 22, "traffic.drunk", "Rattfylleri, förare stoppad vid kontroll."],
  ["2026-04-19", 9, "traffic.accident", "Trafikolycka, singel, vilt."],
  [
    "2026-05-16",
    2,
    "police.summary",
    "Sammanfattning natt. Sex ärenden i Gästrikland, bland annat en misstänkt rattfylleri i Ockelbo.",
    true,
  ],
  ["2026-06-20", 1, "disorder.noise", "Ordningslagen, hög musik på badplats. Gruppen lämnade platsen."],
  ["2026-07-04", 23, "traffic.drunk", "Rattfylleri, vattenskoter bogserad."],
  ["2026-08-15", 14, "rescue.fire", "Brand i papperskontainer, släckt av räddningstjänsten."],
  ["2026-08-30", 19, "traffic.accident", "Trafikolycka, cyklist och bil. Cyklisten förd till vård för kontroll."],
  ["2026-09-18", 21, "police.check", "Trafikkontroll, 61 förare kontrollerade, en misstänkt drograttfylleri."],
  ["2026-10-03", 10, "fraud.other", "Bedrägeri via telefon, försök mot äldre i kommunen."],
  ["2026-10-25", 4, "police.summary", "Sammanfattning natt. Fyra ärenden i lokalpolisområdet.", true],
  ["2026-11-13", 16, "traffic.accident", "Trafikolycka, singel, halt väglag."],
];

const POLICE_NOTES: readonly Report[] = [
  ["2026-09-12", 22, "drugs.dealing", STATION, "Återkommande korta möten vid cykelstället fredagar efter tio."],
  ["2026-10-10", 23, "drugs.other", TORGET, "Doft av cannabis vid passagen, ingen påträffad."],
  ["2026-10-31", 1, "disorder.alcohol", YOUTH_CENTRE, "Hallowéen: langning misstänks, bil utan synlig skylt."],
];

type From = {
  readonly source: { readonly id: string };
  readonly owner: { readonly id: string };
  readonly sharing: Sharing;
};

function entry(name: string, from: From, [day, hour, category, place, text]: Report): DemoObservation {
  const at = fromSwedishClock(day as Day, hour);
  return {
    id: demoId(`observation ${name}`),
    sourceId: from.source.id,
    ownerOrganisationId: from.owner.id,
    walkId: undefined,
    stopId: undefined,
    kind: category === "positive.change" ? "positive" : "problem",
    category,
    text,
    consequence: "",
    proposal: "",
    spotManager: "unknown",
    agreed: undefined,
    severity: undefined,
    place,
    when: { kind: "instant", at },
    precision: "hour",
    sharing: from.sharing,
    revision: 1,
    notedAt: at,
    receivedAt: at,
    notedBy: undefined,
    withdrawnAt: undefined,
    withdrawnReason: undefined,
    example: true,
  };
}

export const WEEKLY_REPORTS: readonly DemoObservation[] = REPORTS.map((report, index) =>
  entry(`weekly ${index + 1}`, { source: WEEKLY, owner: OCKELBO_MUNICIPALITY, sharing: "shared" }, report),
);

export const PRESS_EVENTS: readonly DemoObservation[] = PRESS.map(
  ([day, hour, category, text, bundle = false], index) => ({
    ...entry(`press ${index + 1}`, { source: POLICE_EVENTS, owner: POLICE_GASTRIKLAND, sharing: "public" }, [
      day,
      hour,
      category,
      OCKELBO_ONLY,
      text,
    ]),
    kind: "event" as const,
    foreignId: `exempel-${index + 1}`,
    bundle,
  }),
);

/** Only the police's people see these, or that they exist. */
export const POLICE_ONLY: readonly DemoObservation[] = POLICE_NOTES.map((note, index) =>
  entry(`police ${index + 1}`, { source: POLICE_OWN, owner: POLICE_GASTRIKLAND, sharing: "own" }, note),
);
