// What was done of the promise of 2025–2027, and what did not happen. Invented.
import type { Deviation } from "../../act/deviation.ts";
import type { Output, StandingOccasion } from "../../act/occasion.ts";
import type { Count, Qualifier } from "../../ground/count.ts";
import type { Place } from "../../ground/place.ts";
import { addDays, fromSwedishClock, type Day } from "../../ground/time.ts";
import { ACTIVITY_2025, UNITS } from "./current-pledge.ts";
import { demoId } from "./ids.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import { near } from "./places.ts";

const at = (name: string, ...where: Parameters<typeof near>): Place => ({
  kind: "point",
  position: near(...where),
  name,
});
const BRUKSVAGEN = at("Bruksvägen", "bruksvagen");
const AMOTSVAGEN = at("Åmotsvägen", "mejeriet", -280, 40);
const GAVLEVAGEN = at("Gävlevägen", "envagen", 120, 20);
const WALKWAY = at("Gångvägen mellan stationen och skolan", "station", -40, 220);
const YOUTH_CENTRE = at("Fritidsgården", "mejeriet", 120, -60);
const SCHOOL = at("Skolan", "gamlaApoteket", -60, -80);
const TORGET = at("Torget", "torget");
const MUNICIPALITY: Place = { kind: "municipality", code: "2101", name: "Ockelbo" };

const count = (value: number, qualifier: Qualifier = "exact"): Count => ({ value, qualifier });
/** "varav": parts of what stands above. */
const part = (what: string, value: number, parts: readonly Output[] = [], qualifier: Qualifier = "exact"): Output => ({
  what,
  count: count(value, qualifier),
  relation: "part",
  parts,
});
/** Something else that came of it. */
const result = (
  what: string,
  value: number,
  parts: readonly Output[] = [],
  qualifier: Qualifier = "exact",
): Output => ({ what, count: count(value, qualifier), relation: "result", parts });

type Done = readonly [day: string, value: Count, place: Place, note: string, outputs?: readonly Output[]];
type Series = {
  readonly key: keyof typeof ACTIVITY_2025;
  readonly counted: string;
  readonly by: { readonly id: string };
  readonly unit: string;
  readonly done: readonly Done[];
};

const SERIES: readonly Series[] = [
  {
    key: "speedChecks",
    counted: "kontroller",
    by: POLICE_GASTRIKLAND,
    unit: UNITS.traffic,
    done: [
      [
        "2025-01-21",
        count(1),
        BRUKSVAGEN,
        "Första kontrollen i löftet. Halt väglag, låg fart.",
        [result("fordon som kontrollerades", 64, [part("över gränsen", 5)])],
      ],
      [
        "2025-02-18",
        count(2),
        AMOTSVAGEN,
        "Två pass, morgon och eftermiddag.",
        [
          result("fordon som kontrollerades", 141, [part("över gränsen", 19)]),
          result("ordningsförelägganden", 11, [part("för hastighet", 9), part("för bälte", 2)]),
        ],
      ],
      [
        "2025-03-26",
        count(1),
        GAVLEVAGEN,
        "",
        [result("fordon som kontrollerades", 118, [part("över gränsen", 14)]), result("ordningsförelägganden", 8)],
      ],
      [
        "2025-05-07",
        count(2),
        BRUKSVAGEN,
        "Efter veckorapporter om bilar sida vid sida.",
        [result("fordon som kontrollerades", 96, [part("över gränsen", 21)]), result("misstänkt rattfylleri", 1)],
      ],
      ["2025-06-11", count(1), AMOTSVAGEN, "Sista skolveckan.", [result("ordningsförelägganden", 6)]],
      [
        "2025-08-27",
        count(2),
        AMOTSVAGEN,
        "Skolstart, två morgnar.",
        [
          result("fordon som kontrollerades", 203, [part("över gränsen", 26)]),
          result("ordningsförelägganden", 17, [part("för hastighet", 15)]),
        ],
      ],
      ["2025-10-15", count(1), GAVLEVAGEN, "", [result("fordon som kontrollerades", 87, [part("över gränsen", 8)])]],
      ["2025-12-03", count(1), BRUKSVAGEN, "Kontrollplats vid återvinningen.", [result("ordningsförelägganden", 3)]],
      ["2026-01-28", count(1), AMOTSVAGEN, "", [result("fordon som kontrollerades", 72, [part("över gränsen", 4)])]],
      [
        "2026-03-11",
        count(2),
        BRUKSVAGEN,
        "",
        [result("fordon som kontrollerades", 133, [part("över gränsen", 15)]), result("ordningsförelägganden", 9)],
      ],
      [
        "2026-05-20",
        count(2, "at-least"),
        GAVLEVAGEN,
        "Minst två: ett tredje pass är inte inskrivet än.",
        [result("ordningsförelägganden", 12, [part("för hastighet", 10)])],
      ],
      [
        "2026-08-26",
        count(3),
        AMOTSVAGEN,
        "Skolstart, tre morgnar.",
        [result("fordon som kontrollerades", 288, [part("över gränsen", 17)])],
      ],
      ["2026-10-14", count(2), BRUKSVAGEN, "", [result("fordon som kontrollerades", 104, [part("över gränsen", 9)])]],
    ],
  },
  {
    key: "speedMeasuring",
    counted: "mätningar",
    by: OCKELBO_MUNICIPALITY,
    unit: UNITS.streets,
    done: [
      ["2025-05-18", count(1), GAVLEVAGEN, "V85 58 km/h på 50-väg.", [result("fordon som mättes", 12840)]],
      [
        "2025-06-08",
        count(1),
        at("Lingbo, riksvägen", "lingboStation", 150, 260),
        "Åk 6 läste av radarn och satte upp diagrammet i affären.",
        [result("fordon som mättes", 9310, [], "approximately")],
      ],
      ["2025-09-14", count(1), BRUKSVAGEN, "V85 43 km/h, 51 km/h hösten innan.", [result("fordon som mättes", 8761)]],
      ["2025-09-21", count(1), AMOTSVAGEN, "V85 44 km/h, 47 km/h hösten innan.", [result("fordon som mättes", 7190)]],
      [
        "2026-05-17",
        count(1),
        at("Åmot, genomfarten", "amot", -90, -60),
        "Begärd av byalaget.",
        [result("fordon som mättes", 5480, [], "approximately")],
      ],
      ["2026-09-20", count(1), AMOTSVAGEN, "V85 39 km/h.", [result("fordon som mättes", 7355)]],
      [
        "2026-10-04",
        count(1),
        at("Jädraås, stora vägen", "jadraas", -60, -120),
        "Underlag till begäran hos Trafikverket.",
        [result("fordon som mättes", 3900, [], "approximately")],
      ],
    ],
  },
  {
    key: "lighting",
    counted: "lyktstolpar",
    by: OCKELBO_MUNICIPALITY,
    unit: UNITS.streets,
    done: [
      ["2025-10-09", count(9), WALKWAY, "Nio av fjorton stolpar tända. Fundamenten för resten är gjutna."],
      ["2026-04-28", count(5), WALKWAY, "De fem sista. Hela vägen lyser."],
    ],
  },
  {
    key: "forums",
    counted: "forum",
    by: OCKELBO_MUNICIPALITY,
    unit: UNITS.prevention,
    done: [
      [
        "2025-02-12",
        count(1),
        SCHOOL,
        "Årskurs 9, om nikotin och vad som kommer efter.",
        [result("elever", 28, [], "approximately"), result("ledare", 3)],
      ],
      [
        "2025-04-09",
        count(1),
        YOUTH_CENTRE,
        "Öppen kväll, ungdomarna valde frågorna.",
        [result("elever", 40, [], "approximately")],
      ],
      [
        "2025-09-24",
        count(1),
        SCHOOL,
        "Årskurs 7, första mötet med kommunpolisen.",
        [result("elever", 31, [], "approximately")],
      ],
      [
        "2025-10-22",
        count(1),
        SCHOOL,
        "Årskurs 8, om tryck från kompisar.",
        [result("elever", 29, [], "approximately")],
      ],
      [
        "2025-11-19",
        count(1),
        YOUTH_CENTRE,
        "Föräldrakväll, utöver det lovade.",
        [result("vuxna", 25, [], "approximately")],
      ],
      ["2026-02-11", count(1), SCHOOL, "Årskurs 9.", [result("elever", 33, [], "approximately")]],
      ["2026-04-15", count(1), YOUTH_CENTRE, "Öppen kväll.", [result("elever", 35, [], "approximately")]],
      // Planned and held as a forum (forums.ts): how many is its band, and the school is not told.
      ["2026-10-21", count(1), MUNICIPALITY, ""],
    ],
  },
  {
    key: "fieldEvenings",
    counted: "kvällar",
    by: OCKELBO_MUNICIPALITY,
    unit: UNITS.prevention,
    done: [
      ["2025-03-28", count(6), TORGET, "Första kvartalet, två i månaden."],
      [
        "2025-06-13",
        count(8),
        YOUTH_CENTRE,
        "Andra kvartalet, extra kvällar kring skolavslutningen.",
        [result("samtal med unga", 150, [], "approximately")],
      ],
      ["2025-09-26", count(4), TORGET, "Tredje kvartalet. Uppehåll i juli."],
      [
        "2025-12-12",
        count(6),
        TORGET,
        "Fjärde kvartalet, tillsammans med nattvandrarna.",
        [part("tillsammans med nattvandrare", 4)],
      ],
      ["2026-03-27", count(6), TORGET, "Första kvartalet."],
      ["2026-06-12", count(7), YOUTH_CENTRE, "Andra kvartalet.", [result("samtal med unga", 130, [], "approximately")]],
      ["2026-09-25", count(5), TORGET, "Tredje kvartalet."],
    ],
  },
  {
    key: "situationReport",
    counted: "lägesbilder",
    by: OCKELBO_MUNICIPALITY,
    unit: UNITS.coordination,
    done: [
      ["2025-05-22", count(1), MUNICIPALITY, "Vårens lägesbild, framlagd i brottsförebyggande rådet."],
      ["2025-11-20", count(1), MUNICIPALITY, "Höstens lägesbild, lades ut samma dag."],
      ["2026-05-21", count(1), MUNICIPALITY, "Vårens lägesbild."],
    ],
  },
];

export const OCCASIONS: readonly StandingOccasion[] = SERIES.flatMap(({ key, counted, by, unit, done }) =>
  done.map(([on, value, place, note, outputs = []], index): StandingOccasion => ({
    id: demoId(`occasion ${key} ${index + 1}`),
    activityId: ACTIVITY_2025[key],
    organisationId: by.id,
    on: on as Day,
    count: value,
    counted,
    towardTarget: true,
    unitName: unit,
    place,
    note,
    outputs,
    source: "own-log",
    loggedAt: fromSwedishClock(addDays(on as Day, 1), 10),
    corrects: undefined,
    example: true,
    state: "stands",
  })),
);

export const DEVIATIONS: readonly Deviation[] = [
  {
    id: demoId("deviation speed-checks november 2025"),
    activityId: ACTIVITY_2025.speedChecks,
    organisationId: POLICE_GASTRIKLAND.id,
    on: "2025-11-12" as Day,
    cause: "special-event",
    sentence: "Novembers kontroll blev inte av. Kollegerna behövdes vid en särskild händelse i Gävle.",
    unitName: UNITS.traffic,
    next: { kind: "new-day", day: "2026-01-28" as Day },
    notedAt: fromSwedishClock("2025-11-13" as Day, 8),
    example: true,
  },
  {
    id: demoId("deviation lighting october 2025"),
    activityId: ACTIVITY_2025.lighting,
    organisationId: OCKELBO_MUNICIPALITY.id,
    on: "2025-10-31" as Day,
    cause: "equipment",
    sentence: "Fem av fjorton stolpar är försenade. Leverantören skickade fel fot och marken hinner frysa.",
    unitName: UNITS.streets,
    next: { kind: "new-day", day: "2026-04-30" as Day },
    notedAt: fromSwedishClock("2025-11-03" as Day, 9),
    example: true,
  },
];
