// The charts of the picture in their states, still for the gallery and alive for its test. Figures are made up to show the form.
import { useState } from "react";
import { addDays, weekdayOf, type Day } from "../ground/time.ts";
import { Funnel, type FunnelPoint } from "./funnel.tsx";
import { HourMatrix } from "./hour-matrix.tsx";
import { HowSure, type Sureness } from "./how-sure.tsx";
import { InkSwitch } from "./ink-switch.tsx";
import { IntervalDots } from "./interval-dots.tsx";
import { PageHeading } from "./page-heading.tsx";
import { SectionHeading } from "./section-heading.tsx";
import { SegmentedSwitch } from "./segmented-switch.tsx";
import { SkipLink } from "./skip-link.tsx";
import { TallyList, type TallyGroup } from "./tally-list.tsx";
import type { DayCounts, StripBar } from "./time-bars.ts";
import { TimeStrip } from "./time-strip.tsx";
import { ValueLine } from "./value-line.tsx";

const year = daysOf("2026-01-01" as Day, 318);
const threeYears = daysOf("2024-01-01" as Day, 1050);
const month = daysOf("2026-10-05" as Day, 42);

function daysOf(first: Day, length: number): DayCounts {
  return {
    first,
    counts: Array.from({ length }, (_, place) => {
      const day = addDays(first, place);
      return (
        ((place * 7919) % 11 < 4 ? 1 : 0) +
        (weekdayOf(day) > 4 ? 1 : 0) +
        (day >= "2026-10-05" && day <= "2026-10-11" ? 2 : 0) +
        (day >= "2026-10-07" && day <= "2026-10-09" ? 1 : 0)
      );
    }),
  };
}

const usual = (bar: StripBar) => {
  const middle = 6 + 2 * Math.cos((Number(bar.from.slice(5, 7)) / 12) * 2 * Math.PI);
  return { low: middle - 3, high: middle + 4 };
};

const hours = Array.from({ length: 168 }, (_, hour) => {
  const [day, clock] = [Math.floor(hour / 24), hour % 24];
  const evening = clock >= 18 ? 2 : clock >= 14 ? 1.5 : 0;
  return Math.round(
    evening + (day >= 4 && clock >= 18 && day < 6 ? 3 + (hour % 3) : 0) + ((hour * 31) % 7 === 0 ? 1 : 0),
  );
});
const fridayAndSaturdayEvening = [116, 117, 118, 119, 140, 141, 142, 143];

const kinds: readonly TallyGroup[] = [
  {
    key: "traffic",
    word: "Trafik",
    count: 61,
    tallies: [
      { key: "speed", word: "Hastighet", count: 41, usual: { low: 22, high: 35 } },
      { key: "overtaking", word: "Omkörning vid övergångsställe", count: 17, usual: { low: 11, high: 24 } },
      { key: "parking", word: "Parkering", count: 3 },
    ],
  },
  {
    key: "place",
    word: "Otrygg plats",
    count: 29,
    tallies: [
      { key: "dark", word: "Mörkt", count: 24 },
      { key: "litter", word: "Nedskräpning och skadegörelse på lekplatser", count: undefined },
      { key: "dogs", word: "Lösa hundar", count: 0 },
    ],
  },
];
const sources = [
  { key: "walk", word: "Vandringar", count: 58 },
  { key: "police", word: "Polisens händelser", count: 112 },
  { key: "phone", word: "Telefon till kommunen", count: 4 },
];

const sureness: Sureness = {
  sentences: [
    "21 händelser på en vecka är ovanligt: så många kommer en vecka på 60 om inget har ändrats.",
    "Det säger inte varför.",
  ],
  caveats: ["Fler kontroller ger fler anmälningar. Talet säger mest om kontrollerna."],
  value: "21 händelser i vecka 41",
  interval: { low: "13", high: "32,1", percent: 95 },
  n: "186 poster",
  period: { from: "2026-01-01" as Day, to: "2026-11-14" as Day },
  sources: ["Polisens händelser", "vandringar"],
  tested: "46 veckor",
  leftOut: [
    { count: 14, why: "utan plats" },
    { count: 3, why: "utan datum" },
    { count: 0, why: "utan slag" },
  ],
  method: { name: "Farringtons metod", version: "picture-1", href: "#metod" },
};

/** Of a rate of twelve per thousand; wide for the few, narrow for the many. */
function limitsAt(base: number) {
  const spread = (1.96 * Math.sqrt((12 * base) / 1000)) / (base / 1000);
  return { base, low: Math.max(0, 12 - spread), high: 12 + spread };
}
const municipalities: readonly FunnelPoint[] = [
  ["Avdala", 3100, 13.9],
  ["Berghem", 4200, 8.1],
  ["Dalviken", 6800, 12.4],
  ["Edsby", 8700, 10.2],
  ["Fors", 11_200, 11.9],
  ["Granliden", 13_900, 10.9],
].map(([name, base, value]) => ({ name: String(name), value: Number(value), ...limitsAt(Number(base)) }));

/** Every chart of the picture. */
export function ChartsPage() {
  return (
    <>
      <SkipLink lang="sv" />
      <main id="content" className="wrap page stack-loose">
        <PageHeading over={<span>Alla delar</span>} heading="Lägesbildens diagram" />
        <section className="stack">
          <SectionHeading heading="Tidsremsa" />
          <TimeStrip
            lang="sv"
            heading="Registrerade händelser, 2026"
            sentence="Flest i vecka 41: 21 händelser, en vecka på 60 är sådan."
            days={year}
            countHead="Händelser"
            usual={usual}
            chosen={{ from: "2026-08-03" as Day, to: "2026-10-25" as Day }}
            onBrush={still}
            remark={{ on: "2026-10-07" as Day, text: "21 en vecka: ovanligt, en vecka på 60" }}
            breaks={[{ on: "2026-06-10" as Day, text: "nytt kodschema" }]}
          />
          <TimeStrip
            lang="sv"
            resolution="month"
            heading="Upplevt, 2024–2026"
            sentence="Röster per månad; färre än 18 visas inte."
            days={threeYears}
            countHead="Röster"
            kind="felt"
            fewBelow={18}
            breaks={[
              { on: "2024-09-01" as Day, text: "frågorna fick nya ord" },
              { on: "2026-02-01" as Day, text: "vandringarna blev fler" },
            ]}
          />
          <TimeStrip
            lang="en"
            sentence="Most on Fridays and Saturdays."
            days={month}
            countHead="Events"
            onBrush={still}
          />
        </section>
        <section className="stack">
          <SectionHeading heading="Veckodag och tid" />
          <div className="split-even">
            <HourMatrix
              lang="sv"
              heading="Veckodag och tid"
              sentence="Flest fredag och lördag 18–24."
              hours={hours}
              outlined={fridayAndSaturdayEvening}
              tested="prövat mot 84 rutor"
              withoutHour={14}
            />
            <HourMatrix
              lang="sv"
              heading="Med val"
              sentence="Valt: fredag och lördag 20–24."
              hours={hours}
              cellHours={3}
              chosen={[114, 115, 116, 117, 118, 119, 138, 139, 140, 141, 142, 143]}
              onChoose={still}
            />
          </div>
          <HourMatrix lang="en" sentence="Hour by hour, nothing chosen." hours={hours} cellHours={1} onChoose={still} />
        </section>
        <section className="stack">
          <SectionHeading heading="Antal" />
          <div className="split-even">
            <TallyList
              lang="sv"
              caption="Efter slag"
              heads={["Slag", "Poster"]}
              tallies={kinds}
              chosen={["speed", "dark"]}
              onChoose={still}
            />
            <div className="stack">
              <TallyList lang="sv" caption="Efter källa" heads={["Källa", "Poster"]} tallies={sources} />
              <TallyList
                lang="sv"
                caption="Hopfällt"
                heads={["Slag", "Poster"]}
                tallies={kinds}
                folded={["traffic", "place"]}
                onChoose={still}
              />
            </div>
          </div>
        </section>
        <section className="stack">
          <SectionHeading heading="Hur säkert" />
          <HowSure lang="sv" sureness={sureness} about="21 händelser i vecka 41" />
          <HowSure lang="sv" sureness={sureness} open />
        </section>
        <section className="stack">
          <SectionHeading heading="Jämförelser" />
          <div className="split-even">
            <Funnel
              lang="sv"
              verdict="Ockelbo: inom det förväntade"
              sentence="13,1 anmälningar per 1 000 invånare; slumpen ger 9,1–14,9 i en så stor kommun."
              ours={{ name: "Ockelbo", value: 13.1, ...limitsAt(5900) }}
              others={municipalities}
              limits={[2000, 2500, 3000, 4000, 5000, 6500, 8000, 10_000, 12_000, 15_000].map(limitsAt)}
              centre={12}
              centreWords="Streckat: liknande kommuner, medel"
              valueWords="anmälningar per 1 000 invånare"
              baseWords="invånare"
              nameHead="Kommun"
            />
            <IntervalDots
              lang="sv"
              sentence="Farten har sjunkit på Bruksvägen. På Åmotsvägen går det inte att säga."
              unit="km/h"
              nameHead="Plats"
              decimals={1}
              axisFrom={35}
              rows={[
                { name: "Bruksvägen", before: 47.3, now: { value: 43, low: 42.1, high: 44 }, target: 40 },
                { name: "Gävlevägen", before: 61, now: { value: 52.4, low: 49.8, high: 55.1 }, target: 50 },
                { name: "Åmotsvägen", before: 47, unsaid: "Går inte att säga. 22 fordon, det behövs 30." },
              ]}
            />
            <ValueLine
              lang="sv"
              sentence="2024: 9 procent av 210 svarande, Ockelbo."
              name="Ockelbo"
              unit="procent"
              heads={{ period: "Period", note: "Läge" }}
              points={[
                { label: "2018", at: 0, value: 12, low: 8, high: 16, note: "Slutlig", basis: "188" },
                { label: "2020", at: 0.33, value: undefined, note: "uppgift saknas (..)" },
                { label: "2022", at: 0.67, value: 10, low: 6.5, high: 13.5, note: "Slutlig", basis: "201" },
                { label: "2023", at: 0.83, value: 11, low: 7, high: 15, note: "Slutlig", basis: "205" },
                { label: "2024", at: 1, value: 9, low: 5, high: 13, open: true, note: "Preliminär", basis: "210" },
              ]}
              others={[
                { name: "Gävleborgs län", values: [11, 11.4, 12, 11.8, 11.5] },
                { name: "Riket", values: [9.8, 10, 10.1, 10.4, 10.2] },
              ]}
              breaks={[{ at: 0.75, text: "Från 1 januari 2023: ny fråga i enkäten" }]}
            />
          </div>
        </section>
        <section className="stack">
          <SectionHeading heading="Lägen" />
          <div className="row">
            <SegmentedSwitch
              label="Visa som"
              defaultValue="list"
              segments={[
                { value: "list", word: "Lista", icon: "list" },
                { value: "table", word: "Tabell", icon: "table" },
              ]}
            />
            <InkSwitch word="Som allmänheten ser den" icon="eye" defaultOn />
            <InkSwitch word="Som allmänheten ser den" icon="eye" />
          </div>
        </section>
      </main>
    </>
  );
}

function still(): void {}

const fiveHundredDays = daysOf("2025-01-01" as Day, 500);

/** The same, alive: what was told stands in the text, for the test to read. */
export function LiveCharts() {
  const [told, setTold] = useState<readonly string[]>([]);
  const [span, setSpan] = useState<{ from: Day; to: Day }>();
  const [chosenHours, setHours] = useState<readonly number[]>([]);
  const [chosenKinds, setKinds] = useState<readonly string[]>([]);
  return (
    <main className="wrap page stack">
      <h1>Levande diagram</h1>
      <TimeStrip
        lang="sv"
        sentence="Händelser per vecka."
        days={year}
        resolution="week"
        countHead="Händelser"
        chosen={span}
        onBrush={(from, to, { settled }) => {
          setTold((before) => [...before, `${settled ? "till sist" : "på väg"} ${from ?? "allt"} ${to ?? ""}`.trim()]);
          setSpan(from === undefined || to === undefined ? undefined : { from, to });
        }}
      />
      <p id="span">{told.at(-1)}</p>
      <p id="settled">{told.filter((line) => line.startsWith("till sist")).length}</p>
      <HourMatrix
        lang="sv"
        sentence="Händelser per veckodag och timme."
        hours={hours}
        chosen={chosenHours}
        onChoose={(hours, { settled }) => settled && setHours(hours)}
      />
      <p id="hours">{chosenHours.join(" ")}</p>
      <TallyList
        lang="sv"
        caption="Efter slag"
        heads={["Slag", "Poster"]}
        tallies={kinds}
        chosen={chosenKinds}
        onChoose={setKinds}
      />
      <p id="kinds">{chosenKinds.join(" ")}</p>
      <TimeStrip
        lang="sv"
        sentence="Femhundra staplar."
        days={fiveHundredDays}
        resolution="day"
        countHead="Händelser"
        onBrush={still}
      />
    </main>
  );
}
