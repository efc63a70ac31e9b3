// Official statistics as they would lie here after a reading: offences a year with the county and the country beside them, a survey with its intervals and a
// break, and an offence so seldom that it says nothing. Every figure is invented.
import { readArea } from "../../collect/series/area.ts";
import { type Figure, figure, type FoundSeries, noFigure, type SeriesFile } from "../../collect/series/found.ts";
import { readPeriod } from "../../collect/series/period.ts";
import { readIn, type ReadIn } from "../../collect/series/reading.ts";
import { yes } from "../../ground/result.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { OCKELBO, OCKELBO_MUNICIPALITY } from "./partnerships.ts";
import { STATISTICS_SOURCE } from "./sources.ts";

const READ_AT = "2026-10-20T08:15:00.000Z" as Instant;

type Said = readonly [period: string, figure: Figure];
function series(
  of: Pick<FoundSeries, "key" | "name" | "unit">,
  place: string,
  said: readonly Said[],
  more: Partial<FoundSeries> = {},
): FoundSeries {
  const periods = said.map(([text, value]) => ({ period: readPeriod(text)!, value }));
  return {
    ...of,
    area: readArea({ name: place }),
    sex: "all",
    step: periods[0]!.period.step,
    partOf: undefined,
    caveat: "Påhittade siffror.",
    breaks: [],
    values: periods.map(({ period, value }) => ({ ...value, from: period.from, to: period.to })),
    ...more,
  };
}

const FIRST_YEAR = 2016;
const yearly = (values: readonly Figure[]): readonly Said[] =>
  values.map((value, place) => [String(FIRST_YEAR + place), value]);
const rates = (values: readonly number[]) => yearly(values.map((value) => figure(value)));

const DAMAGE = { key: "exempel skadegörelse", name: "Skadegörelse", unit: "anmälda brott per 100 000 invånare" };
const COUNTS = [61, 55, 58, 52, 41, 38, 44, 41, 38, 31];
const UNSAFE = {
  key: "exempel otrygg",
  name: "Otrygg utomhus sent på kvällen",
  unit: "procent av befolkningen 16–84 år",
};
const NEW_QUESTION = [{ on: "2021-01-01" as Day, why: "Frågan fick nya svarsalternativ." }];
const answered = (value: number, reach: number, n: number) =>
  figure(value, { low: value - reach, high: value + reach, n });

const FILE: SeriesFile = {
  kind: "bra-indicators",
  publisher: {
    name: STATISTICS_SOURCE.name,
    method: STATISTICS_SOURCE.method,
    caveat: STATISTICS_SOURCE.caveat,
    licence: "Påhittat för exemplet",
    url: "",
    sampleType: "not-a-sample",
  },
  asOf: undefined,
  series: [
    series(
      DAMAGE,
      "Ockelbo",
      yearly(
        COUNTS.map((n, place) => {
          const standing = place === COUNTS.length - 1 ? "preliminary" : "final";
          return figure(Math.round((n / 5850) * 100_000), { n, standing });
        }),
      ),
    ),
    series(DAMAGE, "Gävleborgs län", rates([1130, 1110, 1085, 1090, 1040, 1015, 1020, 985, 960, 940])),
    series(DAMAGE, "Hela landet", rates([1020, 1005, 990, 985, 975, 950, 940, 930, 915, 900])),
    series(
      UNSAFE,
      "Ockelbo",
      [
        ["2017/2018", answered(21, 8, 98)],
        ["2019/2020", noFigure("..")],
        ["2021/2022", answered(24, 8, 104)],
        ["2023/2024", answered(19, 7, 111)],
      ],
      { breaks: NEW_QUESTION },
    ),
    series(
      UNSAFE,
      "Gävleborgs län",
      [
        ["2017/2018", answered(25, 2, 3400)],
        ["2019/2020", answered(26, 2, 3350)],
        ["2021/2022", answered(28, 2, 3290)],
        ["2023/2024", answered(27, 2, 3310)],
      ],
      { breaks: NEW_QUESTION },
    ),
    series(
      { key: "exempel personrån", name: "Personrån", unit: "anmälda brott" },
      "Ockelbo",
      yearly([0, 1, 0, 0, 2, 1, 0, 0, 3, 1].map((value) => figure(value))),
    ),
  ],
  problems: [],
  unreadable: 0,
};

/** Read in by the rule itself, so that it is what a reading makes of such a file. */
export const STATISTICS: ReadIn = readExample();

function readExample(): ReadIn {
  let made = 0;
  const read = readIn(
    { fileName: "exempel-ockelbo.xlsx", retrievedOn: dayOf(READ_AT), areas: "near" },
    {
      partnershipId: OCKELBO.id,
      today: dayOf(READ_AT),
      own: { municipalityCode: OCKELBO.municipalityCode, countyCode: OCKELBO.countyCode },
      file: yes(FILE),
      checksum: "0".repeat(64),
      source: STATISTICS_SOURCE,
      sourceSlugs: [],
      known: [],
      seriesSlugs: [],
      readings: [],
      lastNumber: 0,
    },
    {
      at: READ_AT,
      by: undefined,
      organisationId: OCKELBO_MUNICIPALITY.id,
      newId: () => demoId(`statistics ${made++}`),
    },
  );
  if (!read.ok) throw new Error(`The example statistics are refused: ${read.refusal.why}`);
  return read.value;
}
