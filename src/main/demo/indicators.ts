// What the promise of 2025–2027 is looked for in: what was done, what was measured and recorded, and how it feels, with what it led to as far as the figures can tell. Invented.
import { bestOf, effectOf, type Inputs, offersOf } from "../../follow/indicators/effect.ts";
import { ofLog, pointsOf } from "../../follow/indicators/figures.ts";
import { figureOf, type Indicator } from "../../follow/indicators/indicator.ts";
import type { Reading } from "../../follow/indicators/outcome.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { ACTIVITY_2025, DOCUMENT_2025, PLEDGE_2025, UNITS } from "./current-pledge.ts";
import { demoId } from "./ids.ts";
import { MEASUREMENTS } from "./measurements.ts";
import { OCCASIONS } from "./occasions.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import type { DemoIndicator } from "./shape.ts";
import { SPEED, SURVEY } from "./sources.ts";

const TODAY = "2026-11-24" as Day;
const BEGAN = "2025-01-01" as Day;

type Told = Pick<Indicator, "slug" | "name" | "unit" | "wanted" | "column" | "measure" | "from" | "source" | "caveat"> &
  Partial<Indicator> & { readonly pledge: keyof typeof PLEDGE_2025; readonly began?: Day };

function indicator(minute: number, { pledge, began, ...told }: Told): DemoIndicator {
  const whole: Indicator = {
    id: demoId(`indicator ${told.slug}`),
    documentId: DOCUMENT_2025.id,
    pledgeId: PLEDGE_2025[pledge],
    activityId: undefined,
    inPromise: true,
    comparison: "",
    secrecy: "public",
    organisationId: OCKELBO_MUNICIPALITY.id,
    target: undefined,
    controlDependent: false,
    besideId: undefined,
    readings: [],
    breaks: [],
    aside: undefined,
    example: true,
    ...told,
  };
  return {
    indicator: whole,
    begunAt: `2024-12-17T10:${String(minute).padStart(2, "0")}:00.000Z` as Instant,
    effect: began === undefined ? undefined : answered(whole, began),
  };
}

function answered(whole: Indicator, began: Day): NonNullable<DemoIndicator["effect"]> {
  const { measure, wanted, readings } = whole;
  const inputs: Inputs = {
    measure,
    wanted,
    readings,
    points: pointsOf(measure, readings),
    others: [],
    around: null,
    breaks: [],
    began,
  };
  const known = {
    controlDependent: whole.controlDependent,
    selfSelected: whole.column === "experience",
  };
  return {
    id: demoId(`indicator-effect ${whole.slug}`),
    inputs,
    answer: effectOf(inputs, bestOf(offersOf(inputs)), known),
    inPromise: whole.inPromise,
    began,
    organisationId: whole.organisationId,
    at: "2026-11-10T09:00:00.000Z" as Instant,
  };
}

/** As it stands among the measurements; the first is the baseline. */
function measuredAs(name: string): readonly Reading[] {
  return MEASUREMENTS.filter((one) => one.name === name)
    .toSorted((a, b) => (a.to < b.to ? -1 : 1))
    .map(({ from, to, value, low = null, high = null, n = null }, place) => ({
      from,
      on: to,
      value,
      low,
      high,
      n,
      method: "as-measured",
      baseline: place === 0,
      comparable: true,
    }));
}

function own(
  method: string,
  said: readonly (readonly [from: string | undefined, on: string, figure: Parameters<typeof figureOf>[0]])[],
): readonly Reading[] {
  return said.flatMap(([from, on, given], place) => {
    const figure = figureOf(given, given.kind === "count" ? "count" : "share");
    return figure.ok
      ? [
          {
            from: from as Day | undefined,
            on: on as Day,
            ...figure.value,
            method,
            baseline: place === 0,
            comparable: true,
          },
        ]
      : [];
  });
}

const checks = ofLog(
  {
    id: ACTIVITY_2025.speedChecks,
    text: "Polisen gör minst tolv hastighetskontroller om året på Åmotsvägen, Bruksvägen och Gävlevägen.",
    unit: "kontroller",
    from: "2025-01-01" as Day,
    to: "2027-12-31" as Day,
    target: { comparator: "at-least", value: 12, unit: "kontroller", per: "year" },
    baseline: {
      value: { value: 5, qualifier: "approximately" },
      unit: "kontroller",
      on: "2024-12-31" as Day,
      source: "Kommunpolisens uppgift för 2024",
    },
    secrecy: "public",
    organisationId: POLICE_GASTRIKLAND.id,
  },
  OCCASIONS.filter(({ activityId, towardTarget }) => activityId === ACTIVITY_2025.speedChecks && towardTarget).map(
    ({ on, count }) => ({ on, count: count.value }),
  ),
  TODAY,
  `Loggen: ${UNITS.traffic}`,
);

export const INDICATORS: readonly DemoIndicator[] = [
  indicator(1, {
    pledge: "roads",
    slug: "v85-amotsvagen",
    name: "V85 på Åmotsvägen förbi skolan",
    unit: "km/h",
    wanted: "down",
    column: "outcome",
    measure: "measured",
    from: {
      kind: "measurement",
      key: JSON.stringify(["V85 Åmotsvägen förbi skolan", "Åmotsvägen förbi skolan", "km/h", SPEED.slug]),
    },
    source: "Gatuenhetens hastighetsmätningar, sju dygn i september",
    caveat:
      "Digital fartskylt sedan augusti 2025 och fler kontroller samtidigt. Vad som gjorde mest går inte att skilja åt.",
    target: { value: 35, by: "2027-12-31" as Day },
    readings: measuredAs("V85 Åmotsvägen förbi skolan"),
    began: BEGAN,
  }),
  indicator(2, {
    pledge: "walkway",
    slug: "undviker-gangvagen",
    name: "Undviker gångvägen efter mörkrets inbrott",
    unit: "procent",
    wanted: "down",
    column: "experience",
    measure: "share",
    from: {
      kind: "measurement",
      key: JSON.stringify([
        "Undviker gångvägen efter mörkrets inbrott",
        "Gångvägen mellan stationen och skolan",
        "procent",
        SURVEY.slug,
      ]),
    },
    source: "Enkät på plats, de som ville svara",
    caveat: "De som ville svara svarade. Det säger inte hur alla har det.",
    readings: measuredAs("Undviker gångvägen efter mörkrets inbrott"),
    began: "2025-10-31" as Day,
  }),
  indicator(3, {
    pledge: "young",
    slug: "vet-vart-de-kan-vanda-sig",
    name: "Säger att de vet vart de kan vända sig",
    unit: "procent",
    wanted: "up",
    column: "experience",
    measure: "share",
    from: { kind: "own", key: "" },
    source: "Anonym handuppräckning i slutet av forumen",
    caveat: "För få svar för att kunna avgöra om något har ändrats.",
    readings: own("handuppräckning", [
      [undefined, "2025-02-12", { kind: "part", part: 12, of: 26 }],
      [undefined, "2026-10-21", { kind: "part", part: 16, of: 28 }],
    ]),
    began: "2025-02-13" as Day,
  }),
  indicator(4, {
    pledge: "roads",
    slug: "hastighetskontroller",
    name: "Hastighetskontroller per år",
    unit: "kontroller",
    wanted: "up",
    column: "output",
    measure: "count",
    activityId: ACTIVITY_2025.speedChecks,
    from: { kind: "log", key: ACTIVITY_2025.speedChecks },
    organisationId: POLICE_GASTRIKLAND.id,
    source: checks.source,
    caveat: "",
    target: { value: 12 },
    readings: checks.readings.map((one, place) => ({ ...one, baseline: place === 0 })),
  }),
  indicator(5, {
    pledge: "roads",
    slug: "rattfylleri",
    name: "Rattfylleri i kommunen",
    unit: "anmälda brott",
    wanted: "down",
    column: "outcome",
    measure: "count",
    inPromise: false,
    from: { kind: "own", key: "" },
    organisationId: POLICE_GASTRIKLAND.id,
    source: "Polisens anmälda brott",
    caveat: "",
    controlDependent: true,
    readings: own("anmälda brott ett helt år", [
      ["2024-01-01", "2024-12-31", { kind: "count", count: 11 }],
      ["2025-01-01", "2025-12-31", { kind: "count", count: 9 }],
    ]),
    began: BEGAN,
  }),
];
