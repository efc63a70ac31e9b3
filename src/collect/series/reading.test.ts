import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Grant, Person } from "../../ground/party.ts";
import { yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { figure, type Figure, type FoundSeries, noFigure, saysTheSame, type SeriesFile } from "./found.ts";
import { noteBreak, type NotedBreak, takeBackBreak } from "./noted-break.ts";
import { BRA_OFFENCES } from "./publishers.ts";
import { type NewReading, type Reading, readSeries, undoReading } from "./reading.ts";
import { type Attested, believedOf, frontOf, isFew, standingOf } from "./series.ts";
import { sayPeriod } from "./words.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const grant = (organisationId: string, role: Grant["role"] = "coordinator"): Grant => ({
  partnershipId: "p",
  organisationId,
  role,
  party: "municipality",
  title: "",
});
const person = (...grants: Grant[]): Person => ({ id: "k", name: "Karin", grants, operator: false });
const KARIN = person(grant("kommun"));
const JOHAN = person(grant("polis"));
const READER = person(grant("kommun", "reader"));
let made = 0;
const moment = (by = KARIN) => ({ at: AT, by, newId: () => `id-${made++}` });

const found = (values: readonly [string, Figure][], more: Partial<FoundSeries> = {}): FoundSeries => ({
  key: "stöld",
  name: "Stöld",
  unit: "anmälda brott",
  step: "year",
  area: { kind: "municipality", code: "2101", name: "Ockelbo" },
  sex: "all",
  partOf: undefined,
  caveat: "",
  breaks: [],
  values: values.map(([year, value]) => ({ ...value, from: `${year}-01-01` as Day, to: `${year}-12-31` as Day })),
  ...more,
});
const file = (series: readonly FoundSeries[], more: Partial<SeriesFile> = {}): SeriesFile => ({
  kind: "bra-offences",
  publisher: BRA_OFFENCES,
  asOf: undefined,
  series,
  problems: [],
  unreadable: 0,
  ...more,
});
const state = (series: readonly FoundSeries[], more: Partial<Reading> = {}): Reading => ({
  partnershipId: "p",
  today: "2026-11-24" as Day,
  own: { municipalityCode: "2101", countyCode: "21" },
  file: yes(file(series)),
  checksum: "a",
  source: undefined,
  sourceSlugs: [],
  known: [],
  seriesSlugs: [],
  readings: [],
  lastNumber: 0,
  ...more,
});
const ASKED: NewReading = { fileName: "brott.csv", retrievedOn: "2026-11-20" as Day, areas: "near" };
const decided = (given: Reading, input = ASKED) => {
  const result = readSeries.decide(input, given, moment());
  if (!result.ok) throw new Error(result.refusal.why);
  return result.value;
};
const why = (given: Reading, input = ASKED) => {
  const result = readSeries.decide(input, given, moment());
  return result.ok ? undefined : result.refusal.why;
};

describe("reading a file in", () => {
  test("either party may, who only reads may not", () => {
    const given = state([]);
    expect([KARIN, JOHAN, READER, person()].map((by) => readSeries.may(by, ASKED, given)?.why)).toEqual([
      undefined,
      undefined,
      "not-yours",
      "not-yours",
    ]);
  });

  test("the other party's file adds what it says of the periods, and says nothing anew of what the series is", () => {
    const first = decided(state([found([["2024", figure(12)]], { caveat: "Bara anmälda." })]));
    const known = first.series.map(({ series, values }) => ({ ...series, attested: values }));
    expect(known[0]?.organisationId).toBe("kommun");
    const told = { name: "Tillgrepp", caveat: "", partOf: "alla brott" };
    const theirs = state([found([["2025", figure(9)]], told)], { source: first.source, known });
    const byJohan = readSeries.decide(ASKED, theirs, moment(JOHAN));
    expect(byJohan.ok && byJohan.value.series[0]).toMatchObject({
      isNew: false,
      series: { name: "Stöld", caveat: "Bara anmälda.", partOf: undefined, organisationId: "kommun" },
      values: [{ value: 9 }],
    });
    expect(decided(theirs).series[0]?.series).toMatchObject(told);
    const counted = [found([["2025", figure(9)]], { unit: "brott per 100 000 invånare" })];
    const inAnotherUnit = state(counted, { source: first.source, known });
    expect(readSeries.decide(ASKED, inAnotherUnit, moment(JOHAN))).toEqual({
      ok: false,
      refusal: {
        why: "series-of-another-unit",
        field: "file",
        detail: { series: "Stöld", unit: "anmälda brott", other: "brott per 100 000 invånare" },
      },
    });
    expect(why(inAnotherUnit)).toBeUndefined();
  });

  test("the second file adds its new year, changes what was preliminary and leaves what is the same", () => {
    const first = decided(
      state([
        found([
          ["2024", figure(12)],
          ["2025", figure(9, { standing: "preliminary" })],
        ]),
      ]),
    );
    expect(first.reading).toMatchObject({ series: 1, newSeries: 1, added: 2, changed: 0, same: 0, absent: 0 });
    expect(first.isNewSource).toBe(true);
    expect(first.series[0]?.series).toMatchObject({ slug: "stold-ockelbo", licence: BRA_OFFENCES.licence });
    const known = first.series.map(({ series, values }) => ({ ...series, attested: values }));
    const second = decided(
      state(
        [
          found([
            ["2024", figure(12)],
            ["2025", figure(11)],
            ["2026", noFigure("..")],
          ]),
        ],
        {
          source: first.source,
          known,
          seriesSlugs: ["stold-ockelbo"],
          checksum: "b",
          lastNumber: 1,
        },
      ),
    );
    expect(second.reading).toMatchObject({
      number: 2,
      newSeries: 0,
      added: 1,
      changed: 1,
      same: 1,
      older: 0,
      absent: 1,
    });
    expect(second.isNewSource).toBe(false);
    expect(second.series[0]?.series.id).toBe(first.series[0]?.series.id);
  });

  test("an older file and a preliminary figure never win over what is younger and final", () => {
    const first = decided(
      state([found([["2024", figure(12)]])], {
        file: yes(file([found([["2024", figure(12)]])], { asOf: "2026-05-01" as Day })),
      }),
    );
    const known = first.series.map(({ series, values }) => ({ ...series, attested: values }));
    const again = (value: Figure, asOf: string) =>
      decided(
        state([], {
          file: yes(file([found([["2024", value]])], { asOf: asOf as Day })),
          source: first.source,
          known,
          checksum: "b",
          lastNumber: 1,
        }),
      ).reading;
    expect(again(figure(10), "2025-05-01")).toMatchObject({ changed: 0, older: 1 });
    expect(again(figure(10), "2026-06-01")).toMatchObject({ changed: 1, older: 0 });
    expect(again(figure(10, { standing: "preliminary" }), "2026-06-01")).toMatchObject({ changed: 0, older: 1 });
  });

  test("places far away stay outside, unless everything is asked for", () => {
    const far = found([["2024", figure(1)]], { area: { kind: "municipality", code: "2582", name: "Boden" } });
    const both = state([far, found([["2024", figure(12)]])]);
    expect(decided(both).reading).toMatchObject({ series: 1, outside: 1, added: 1 });
    expect(decided(both, { ...ASKED, areas: "all" }).reading).toMatchObject({ series: 2, outside: 0, added: 2 });
    expect(readSeries.decide(ASKED, state([far]), moment())).toMatchObject({
      refusal: { why: "nothing-near", detail: { areas: "Boden" } },
    });
  });

  test.each<[string, Reading, NewReading, string]>([
    [
      "the same file stands already",
      state([found([["2024", figure(1)]])], { readings: [{ checksum: "a", areas: "near", state: "standing" }] }),
      ASKED,
      "series-read-already",
    ],
    [
      "fetched tomorrow",
      state([found([["2024", figure(1)]])]),
      { ...ASKED, retrievedOn: "2026-11-25" as Day },
      "fetched-later",
    ],
    [
      "a whole country by neighbourhood",
      state(Array.from({ length: 2001 }, (_, place) => found([["2024", figure(1)]], { key: `k${place}` }))),
      ASKED,
      "too-many-series",
    ],
  ])("%s is refused", (_sentence, given, input, expected) => expect(why(given, input)).toBe(expected));

  test("a file taken back may be read again, and one read for all places covers the near ones", () => {
    const again = (areas: "near" | "all", stood: "standing" | "undone") =>
      why(state([found([["2024", figure(1)]])], { readings: [{ checksum: "a", areas, state: stood }] }));
    expect([again("near", "undone"), again("all", "standing")]).toEqual([undefined, "series-read-already"]);
  });

  test("who read it takes it back, once", () => {
    const { reading } = decided(state([found([["2024", figure(1)]])]));
    const undoing = { partnershipId: "p", reading };
    expect([undoReading.may(KARIN, {}, undoing)?.why, undoReading.may(JOHAN, {}, undoing)?.why]).toEqual([
      undefined,
      "not-yours",
    ]);
    expect(undoReading.decide({}, { ...undoing, reading: { ...reading, state: "undone" } }, moment())).toMatchObject({
      refusal: { why: "reading-already-undone" },
    });
  });
});

const attested = fc.record({
  year: fc.integer({ min: 2020, max: 2023 }),
  value: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  standing: fc.constantFrom("final" as const, "preliminary" as const),
});
type Said = { year: number; value: number | undefined; standing: "final" | "preliminary" };
const readings = fc.array(
  fc.tuple(fc.constantFrom("2025-01-01", "2026-01-01"), fc.uniqueArray(attested, { selector: ({ year }) => year })),
  {
    maxLength: 6,
  },
);
const attest = (all: readonly (readonly [string, readonly Said[]])[]): Attested[] =>
  all.flatMap(([asOf, said], place) =>
    said.map(({ year, value, standing }) => ({
      ...(value === undefined ? noFigure("..", standing) : figure(value, { standing })),
      from: `${year}-01-01` as Day,
      to: `${year}-12-31` as Day,
      readingId: `r${place}`,
      readingNumber: place + 1,
      asOf: asOf as Day,
    })),
  );

describe("what a series says", () => {
  test("does not depend on the order it is asked in, and a reading taken back is as if it had never been", () => {
    fc.assert(
      fc.property(readings, fc.nat(5), fc.infiniteStream(fc.boolean()), (all, undone, chance) => {
        const everything = attest(all);
        const shuffled = everything.toSorted(() => (chance.next().value === true ? 1 : -1));
        expect(believedOf(shuffled)).toEqual(believedOf(everything));
        const without = everything.filter(({ readingId }) => readingId !== `r${undone}`);
        const never = attest(all.map((one, place) => (place === undone ? ([one[0], []] as const) : one)));
        expect(believedOf(without)).toEqual(believedOf(never));
      }),
    );
  });

  test("is said by somebody, keeps every other thing that was said, and says nothing twice in a row", () => {
    fc.assert(
      fc.property(readings, (all) => {
        const everything = attest(all);
        for (const one of believedOf(everything)) {
          const said = everything.filter(({ from }) => from === one.from);
          expect(said.some((other) => saysTheSame(other, one))).toBe(true);
          expect(said.every((other) => [one, ...one.before].some((kept) => saysTheSame(kept, other)))).toBe(true);
          const told = [...one.before, one];
          expect(told.every((other, place) => place === 0 || !saysTheSame(other, told[place - 1]!))).toBe(true);
          expect(one.standing === "preliminary" && said.some(({ standing }) => standing === "final")).toBe(false);
        }
      }),
    );
  });

  test.each<[string, readonly [string, Figure][], string]>([
    ["one reading", [["2025-01-01", figure(5)]], "final"],
    [
      "from preliminary to final",
      [
        ["2025-01-01", figure(5, { standing: "preliminary" })],
        ["2025-06-01", figure(6)],
      ],
      "final",
    ],
    [
      "final, and then another final",
      [
        ["2025-01-01", figure(5)],
        ["2025-06-01", figure(6)],
      ],
      "revised",
    ],
    ["as the source says", [["2025-01-01", figure(5, { standing: "revised" })]], "revised"],
    ["still preliminary", [["2025-01-01", figure(5, { standing: "preliminary" })]], "preliminary"],
    [
      "withheld afterwards",
      [
        ["2025-01-01", figure(5)],
        ["2025-06-01", noFigure("x")],
      ],
      "revised",
    ],
  ])("%s is %s", (_sentence, said, expected) => {
    const [one] = believedOf(
      said.map(([asOf, value], place) => ({
        ...value,
        from: "2024-01-01" as Day,
        to: "2024-12-31" as Day,
        readingId: String(place),
        readingNumber: place,
        asOf: asOf as Day,
      })),
    );
    expect(one && standingOf(one)).toBe(expected);
  });

  test.each<[string, string, number | undefined, number | undefined, boolean]>([
    ["nineteen offences", "anmälda brott", 19, undefined, true],
    ["twenty offences", "anmälda brott", 20, undefined, false],
    ["a rate of four offences", "anmälda brott per 100 000 invånare", 68, 4, true],
    ["a rate without its base", "antal/100 000 inv", 12, undefined, false],
    ["a share of 210 answers", "procent", 12, 210, false],
    ["no figure", "antal", undefined, undefined, false],
  ])("%s: chance alone?", (_sentence, unit, value, n, expected) => expect(isFew(unit, { value, n })).toBe(expected));

  test("the municipality's own series stands first, then the nearest", () => {
    const of = (kind: "municipality" | "county" | "country", code: string) => ({ area: { kind, code, name: code } });
    const [sweden, county, ockelbo, hofors] = [
      of("country", "00"),
      of("county", "21"),
      of("municipality", "2101"),
      of("municipality", "2104"),
    ];
    expect(frontOf([sweden, hofors, county, ockelbo], "2101")).toBe(ockelbo);
    expect(frontOf([sweden, county], "2101")).toBe(county);
    expect(frontOf([], "2101")).toBeUndefined();
  });

  test.each<[Parameters<typeof sayPeriod>[0], string, string]>([
    [{ step: "year", from: "2024-01-01", to: "2024-12-31" }, "2024", "2024"],
    [{ step: "years", from: "2017-01-01", to: "2018-12-31" }, "2017–2018", "2017–2018"],
    [{ step: "quarter", from: "2025-07-01", to: "2025-09-30" }, "kvartal 3 2025", "quarter 3 of 2025"],
    [{ step: "month", from: "2026-08-01", to: "2026-08-31" }, "augusti 2026", "August 2026"],
  ])("a period is said as people say it", (period, sv, en) =>
    expect([sayPeriod(period, "sv"), sayPeriod(period, "en")]).toEqual([sv, en]),
  );
});

describe("a break in a series", () => {
  const noting = (more: object = {}) => ({
    partnershipId: "p",
    series: { sourceId: "s", key: "k" },
    breaks: [],
    span: { from: "2018-01-01" as Day, to: "2024-12-31" as Day },
    ...more,
  });
  const noted: NotedBreak = {
    id: "b",
    sourceId: "s",
    key: "k",
    on: "2020-01-01" as Day,
    why: "Ny fråga",
    readingId: undefined,
    organisationId: "kommun",
    notedAt: AT,
  };
  test.each<[string, { on: string; why: string }, object, string | undefined]>([
    ["with its reason", { on: "2020-01-01", why: "Ny fråga i enkäten" }, {}, undefined],
    ["without a reason", { on: "2020-01-01", why: " " }, {}, "break-reason-needed"],
    ["before the series begins", { on: "2018-01-01", why: "Ny fråga" }, {}, "break-outside"],
    ["after it ends", { on: "2025-01-01", why: "Ny fråga" }, {}, "break-outside"],
    ["in a series of nothing", { on: "2020-01-01", why: "Ny fråga" }, { span: undefined }, "break-outside"],
    ["twice", { on: "2020-01-01", why: "Ny fråga" }, { breaks: [noted] }, "break-noted-already"],
    ["with somebody's number in it", { on: "2020-01-01", why: "Ring 070-123 45 67" }, {}, "text-has-phone"],
  ])("%s", (_sentence, { on, why: because }, more, expected) => {
    const result = noteBreak.decide({ on: on as Day, why: because }, noting(more), moment());
    expect(result.ok ? undefined : result.refusal.why).toBe(expected);
  });

  test("is noted by either party, and taken back by the one that noted it; what a file says goes with its file", () => {
    const may = (by: Person, one = noted) => takeBackBreak.may(by, {}, { partnershipId: "p", noted: one })?.why;
    expect([
      noteBreak.may(JOHAN, { on: noted.on, why: "" }, noting())?.why,
      noteBreak.may(READER, { on: noted.on, why: "" }, noting())?.why,
    ]).toEqual([undefined, "not-yours"]);
    expect([may(KARIN), may(JOHAN), may(KARIN, { ...noted, readingId: "r" })]).toEqual([
      undefined,
      "not-yours",
      "not-yours",
    ]);
  });
});
