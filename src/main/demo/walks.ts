// The four walks of autumn 2021, as the municipality invited to them, and two of this autumn. Day, hour, meeting point and functions are published
// (the year is derived: weekdays and the promise's date point at 2021). Stops and routes are examples and say so.
import { lightAt } from "../../collect/sun.ts";
import { type Planned, type Protocol, seasonOf, type Stop } from "../../collect/walk.ts";
import type { Position } from "../../ground/place.ts";
import { addDays, dayOf, fromSwedishClock, type Day, type Instant } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { near } from "./places.ts";
import { WALKS_2021, WALKS_2026 } from "./sources.ts";

/** «Deltagande funktioner från kommunen», and the police, with whom the walks were held. */
const FUNCTIONS_2021 = [
  "kommunstyrelsens ordförande",
  "tekniska enheten",
  "förebyggarenheten",
  "socialtjänsten",
  "Ockelbogårdar",
  "polisen",
];

type Spot = readonly [name: string, position: Position, question: string];

const ROUTES: Readonly<Record<string, readonly Spot[]>> = {
  "ockelbo-2021": [
    ["Biblioteket och torget", near("torget"), "Hur är det här en kväll när affärerna har stängt?"],
    ["Gångvägen mot stationen", near("torget", 90, 70), "Ser man vem man möter?"],
    ["Ockelbo station", near("station"), "Hur är det att vänta på sista tåget?"],
    ["Gångvägen mellan stationen och skolan", near("station", -40, 240), "Går du här ensam efter mörkrets inbrott?"],
    ["Skolan, södra infarten", near("gamlaApoteket", -60, -80), "Hur är det att gå till skolan från olika håll?"],
    ["Övergångsstället på Åmotsvägen", near("mejeriet", -160, 20), "Stannar bilarna?"],
    ["Fritidsgården", near("mejeriet", 120, -60), "Var är unga när fritidsgården är stängd?"],
    ["Bruksvägen", near("bruksvagen"), "Hur är det att cykla här?"],
  ],
  "amot-2021": [
    ["Skolan i Åmot", near("amot", 60, -40), "Hur är det att gå till skolan från olika håll?"],
    ["Busshållplatsen", near("amot", 20, -110), "Var står barnen när de väntar?"],
    ["Genomfarten vid affären", near("amot", -90, -60), "Hur fort går bilarna här?"],
    ["Bron", near("amot", -220, 30), "Får gående plats?"],
    ["Badplatsen", near("amot", 260, 140), "Hur är det här sommarkvällar?"],
    ["Gångstigen bakom bygdegården", near("amot", 130, 90), "Ser man var man sätter fötterna?"],
  ],
  "jadraas-2021": [
    ["Folkets hus", near("jadraas", 30, 20), "Vad skulle få fler att komma hit?"],
    ["Busshållplatsen vid stora vägen", near("jadraas", -60, -120), "Var står barnen när de väntar?"],
    ["Järnvägsövergången", near("jadraas", 140, -60), "Ser man tåg och bilar i tid?"],
    ["Lekplatsen", near("jadraas", 80, 130), "Används den?"],
    ["Vägen mot bruket", near("jadraas", -180, 90), "Hur är det att gå här i mörker?"],
  ],
  "lingbo-2021": [
    ["Lingbogården", near("lingbo", -20, 10), "Vem rör sig här kvällstid?"],
    ["Skolvägen", near("lingbo", 70, -90), "Hur är det att gå till skolan från olika håll?"],
    ["Lingbo station", near("lingboStation"), "Hur är det att vänta på sista tåget?"],
    ["Riksvägen genom byn", near("lingboStation", 150, 260), "Hur fort går bilarna här?"],
    ["Campingen och badet", near("lingbo", 340, -150), "Hur är det här sommarkvällar?"],
  ],
};

function stops(slug: string, route: string, example: boolean): readonly Stop[] {
  return (ROUTES[route] ?? []).map(([name, position, question], index) => ({
    id: demoId(`stop ${slug} ${index + 1}`),
    number: index + 1,
    name,
    position,
    // The walk is real, its stops are not: the mark stands in the question, so that it is seen wherever the stop is.
    question: example ? question : `${question} (exempelstopp)`,
  }));
}

type Invited = {
  readonly slug: string;
  readonly village: string;
  readonly day: string;
  readonly meetingPoint: string;
  readonly protocol: string;
};

function walked({ slug, village, day, meetingPoint, protocol }: Invited): Protocol {
  const start = fromSwedishClock(day as Day, 18);
  const route = stops(slug, slug, false);
  return {
    id: demoId(`walk ${slug}`),
    sourceId: WALKS_2021.id,
    slug,
    title: `Trygghetsvandring i ${village}`,
    village,
    series: `trygghetsvandring-${slug.replace("-2021", "")}`,
    startsAt: start,
    endsAt: fromSwedishClock(day as Day, 20, 30),
    meetingPoint,
    light: "dark",
    season: "autumn",
    weather: "",
    theme: "general",
    route: route.flatMap(({ position }) => (position === undefined ? [] : [position])),
    functions: FUNCTIONS_2021,
    stops: route,
    isOpen: true,
    revision: 1,
    example: false,
    state: "protocol",
    // How many came is not published.
    heads: {},
    walkedAt: fromSwedishClock(day as Day, 20, 30),
    protocolAt: protocol as Instant,
    publishedAt: protocol as Instant,
    registryNumber: undefined,
  };
}

export const WALK_OCKELBO = walked({
  slug: "ockelbo-2021",
  village: "Ockelbo",
  day: "2021-10-26",
  meetingPoint: "Utanför biblioteket",
  protocol: "2021-11-16T08:00:00.000Z",
});
export const WALK_AMOT = walked({
  slug: "amot-2021",
  village: "Åmot",
  day: "2021-11-08",
  meetingPoint: "Utanför skolan",
  protocol: "2021-11-29T08:00:00.000Z",
});
export const WALK_JADRAAS = walked({
  slug: "jadraas-2021",
  village: "Jädraås",
  day: "2021-11-09",
  meetingPoint: "Utanför Folkets hus",
  protocol: "2021-11-30T08:00:00.000Z",
});
export const WALK_LINGBO = walked({
  slug: "lingbo-2021",
  village: "Lingbo",
  day: "2021-11-22",
  meetingPoint: "Utanför Lingbogården",
  protocol: "2021-12-13T08:00:00.000Z",
});

const lingboAgain = stops("lingbo-2026", "lingbo-2021", true);
/** Walked this autumn; its points are out with those who look after the spots. */
export const WALK_LINGBO_2026: Protocol = {
  id: demoId("walk lingbo-2026"),
  sourceId: WALKS_2026.id,
  slug: "lingbo-2026",
  title: "Mörkervandring i Lingbo",
  village: "Lingbo",
  series: "trygghetsvandring-lingbo",
  startsAt: fromSwedishClock("2026-11-03" as Day, 18),
  endsAt: fromSwedishClock("2026-11-03" as Day, 20, 30),
  meetingPoint: "Utanför Lingbogården",
  light: "dark",
  season: "autumn",
  weather: "Uppehåll, fuktigt",
  theme: "general",
  route: lingboAgain.flatMap(({ position }) => (position === undefined ? [] : [position])),
  functions: ["tekniska enheten", "förebyggarenheten", "polisen"],
  stops: lingboAgain,
  isOpen: true,
  revision: 1,
  example: true,
  state: "protocol",
  heads: { all: 18, women: 12, men: 6, young: 2, old: 8, municipality: 2, police: 1 },
  walkedAt: fromSwedishClock("2026-11-03" as Day, 20, 30),
  protocolAt: fromSwedishClock("2026-11-05" as Day, 9),
  publishedAt: fromSwedishClock("2026-11-05" as Day, 10),
  registryNumber: undefined,
};

const again = stops("amot-2026", "amot-2021", true);
/** The one a visitor can note on. */
export const WALK_AMOT_2026: Planned = {
  id: demoId("walk amot-2026"),
  sourceId: WALKS_2026.id,
  slug: "amot-2026",
  title: "Mörkervandring i Åmot",
  village: "Åmot",
  series: "trygghetsvandring-amot",
  startsAt: fromSwedishClock("2026-12-01" as Day, 18),
  endsAt: fromSwedishClock("2026-12-01" as Day, 20, 30),
  meetingPoint: "Utanför skolan",
  light: "dark",
  season: "winter",
  weather: "",
  theme: "general",
  route: again.flatMap(({ position }) => (position === undefined ? [] : [position])),
  functions: ["tekniska enheten", "förebyggarenheten", "Ockelbogårdar", "polisen"],
  stops: again,
  isOpen: true,
  revision: 1,
  example: true,
  state: "planned",
};

/**
 * The planned walk as whoever starts the demo on `today` finds it: on its own day, or when that has come, on the same weekday of the first
 * week in which it is a walk in the same light. A demo is started for years, and a walk to go on is what it is for.
 */
export function stillToCome(walk: Planned, today: Day): Planned {
  const where = walk.stops[0]!.position!;
  let day = dayOf(walk.startsAt);
  const start = () => fromSwedishClock(day, 18);
  while (day <= today || lightAt(start(), where) !== walk.light) day = addDays(day, 7);
  return { ...walk, season: seasonOf(day), startsAt: start(), endsAt: fromSwedishClock(day, 20, 30) };
}
