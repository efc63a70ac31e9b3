// A year of weekly releases of a made partnership whose numbers grow by chance, through the real gate, before somebody who keeps them all: every page's sums are solved, every two releases are
// held beside each other. Files, feeds and open data are made of the same disclosed site and of nothing else. The same attack is let loose on a gate that tells each number by itself and
// hides the smallest beside the few, as ours did before decision 0038; it takes that one apart.
import { describe, expect, test } from "vitest";
import { receiptSteps } from "../collect/campaigns/coding.ts";
import { fewestFor } from "../collect/category.ts";
import { discloseCount, discloseGrowing, type Floors, HOUSE_FLOORS, type PublicCount } from "../ground/fewest.ts";
import { addDays, type Day } from "../ground/time.ts";
import { chanceOf } from "../picture/engine/numbers/random.ts";
import { floorsOn } from "../collect/floor.ts";
import { disclose, discloseIndicator } from "./disclosure.ts";
import { fill } from "./open/datasets.ts";
import { discloseParts } from "./parts.ts";
import type { RawSite, Site, SiteOf } from "./site.ts";

const WEEKS = 52;
const KINDS = ["heavy", "noise", "speed", "parking"] as const;
const DRUGS = "drugs.dealing";
const day = (text: string) => text as Day;

/** What there is in a week. A settled table (a situation report's, a draft's) is of that week alone. */
type Truth = ReadonlyMap<string, number>;

const GROWING = ["notes", "dispute", "dispute.drugs", "theme", "disputes", "disputes.open", ...KINDS] as const;
const SETTLED = ["part.0", "part.1", "part.2", "month.0", "month.1", "area.0", "area.1", "area.2", "held.0", "held.1"];
const OUTPUTS = ["fines", "belt", "speeding", "walkers"];

function year(seed: number): readonly Truth[] {
  const chance = chanceOf(seed, 0);
  const now = new Map<string, number>(GROWING.map((key) => [key, chance.below(4)]));
  return Array.from({ length: WEEKS }, () => {
    for (const key of GROWING) if (chance.uniform() < 0.4) now.set(key, now.get(key)! + 1 + chance.below(2));
    // All the themes together: a report's sum stands beside each of them.
    now.set("disputes", now.get("dispute")! + now.get("dispute.drugs")!);
    now.set("disputes.open", Math.min(now.get("disputes.open")!, now.get("disputes")!));
    const week = new Map(now);
    for (const key of [...SETTLED, ...OUTPUTS]) week.set(key, Math.floor(chance.uniform() ** 2 * 40));
    // Three ways of parting the same total, and parts of a whole.
    const total = ["part.0", "part.1", "part.2"].reduce((sum, key) => sum + week.get(key)!, 0);
    week.set("month.0", chance.below(total + 1)).set("month.1", total - week.get("month.0")!);
    week.set("area.0", chance.below(total + 1)).set("area.1", chance.below(total - week.get("area.0")! + 1));
    week.set("area.2", total - week.get("area.0")! - week.get("area.1")!).set("counted", total);
    week.set("belt", chance.below(week.get("fines")! + 1)).set("speeding", week.get("fines")! - week.get("belt")!);
    week.set("held", week.get("held.0")! + week.get("held.1")!);
    return week;
  });
}

function rawOf(truth: Truth, on = day("2026-01-02"), floors?: RawSite["floors"]): RawSite {
  const of = (key: string) => truth.get(key)!;
  const theme = (name: string, category: string, dispute: string) => ({
    theme: name,
    category,
    voices: 30,
    qualifier: "exact",
    quote: "",
    dispute: { voices: of(dispute), since: day("2026-01-02"), open: true, answer: null },
  });
  const answer = { reasons: [], on: day("2026-01-05"), pledge: null, example: false };
  return {
    slug: "ockelbo",
    name: "Ockelbo",
    ...(floors === undefined ? {} : { floors }),
    parties: [],
    documents: [],
    current: [
      {
        seen: null,
        problems: [{ evidence: [{ kind: "observation", pieces: of("notes"), voices: null }] }],
        activities: [
          {
            deviations: [],
            occasions: [
              {
                on,
                count: { value: 1, qualifier: "exact" },
                counted: "kontroll",
                outputs: [
                  { what: "förelägganden", heads: of("fines"), qualifier: "exact", depth: 0 },
                  { what: "bälte", heads: of("belt"), qualifier: "exact", depth: 1 },
                  { what: "fart", heads: of("speeding"), qualifier: "exact", depth: 1 },
                ],
              },
            ],
          },
        ],
        indicators: [],
      },
    ],
    walks: [{ slug: "v", title: "Åmot", on, walkers: of("walkers"), rows: [{ number: 1 }], functions: [] }],
    dialogues: [
      {
        from: on,
        answered: 60,
        themes: [theme("ljus", "place.lighting", "dispute"), theme("droger", DRUGS, "dispute.drugs")],
      },
    ],
    roads: [
      {
        measurements: [],
        said: KINDS.map((kind) => ({ kind, heads: of(kind) })).filter(({ heads }) => heads > 0),
        saidInAll: KINDS.reduce((sum, kind) => sum + of(kind), 0),
        compared: null,
      },
    ],
    situations: [
      {
        adoptedOn: on,
        adoptedBy: "",
        registryNumber: "",
        chapters: [
          {
            chapter: "traffic",
            text: "",
            comments: [],
            figures: [
              {
                caption: "Sagt",
                kind: "question",
                figure: null,
                counted: of("counted"),
                parts: [0, 1, 2].map((at) => ({ name: `${at}`, heads: of(`part.${at}`) })),
                months: [0, 1].map((at) => ({ month: `2026-0${at + 1}`, heads: of(`month.${at}`) })),
                areas: [0, 1, 2].map((at) => ({ key: `${at}`, name: "", middle: null, heads: of(`area.${at}`) })),
                cautions: [],
                warnings: [],
              },
            ],
          },
        ],
      },
    ],
    answers: [
      { ...answer, id: "a", said: "Mörkt", answer: "chosen", voices: of("notes") + 3, notes: of("notes") },
      { ...answer, id: "b", said: "Ljus", answer: "declined", saidOf: "place.lighting", voices: of("theme"), notes: 0 },
    ],
    reports: [{ disputes: { inAll: of("disputes"), open: of("disputes.open") } }],
    consultations: [
      {
        phase: "closed",
        closedOn: on,
        passages: [],
        held: ["off-topic", "threat"].map((reason, at) => ({ reason, heads: of(`held.${at}`) })),
        heldInAll: of("held"),
      },
    ],
  } as unknown as RawSite;
}

type Seen = {
  readonly counts: readonly (readonly [key: string, count: PublicCount, step: number])[];
  /** What is known to add up, and what is known to be there: three themes stand on the promise's page. */
  readonly sums: readonly (readonly [whole: string, parts: readonly string[], more: number])[];
};

function seenIn(site: SiteOf<PublicCount>, truth: Truth, { few, sensitive } = HOUSE_FLOORS): Seen {
  const [figure] = site.situations![0]!.chapters[0]!.figures;
  const [draft] = site.consultations!;
  const [road] = site.roads!;
  const [first, second] = site.answers;
  const outputs = site.current[0]!.activities[0]!.occasions[0]!.outputs;
  const { disputes } = site.reports[0]!;
  const theme = (name: string) => site.dialogues[0]!.themes.find((one) => one.theme === name)!.dispute!.voices;
  // Whoever has a receipt for the theme reads of the others.
  const receipt = receiptSteps(
    {
      receivedOn: day("2026-01-01"),
      state: "kept",
      readOn: day("2026-01-02"),
      reason: undefined,
      disposed: undefined,
      themes: [
        { name: "", category: "place.lighting", others: truth.get("theme")! - 1, steps: [], became: [], disputes: [] },
      ],
    },
    { ...HOUSE_FLOORS, few, sensitive },
  ).flatMap((step) => (step.kind === "together" && step.others !== undefined ? [step.others + 1] : []));
  return {
    counts: [
      ["notes", first!.notes, few],
      ["notes", site.current[0]!.problems[0]!.evidence[0]!.pieces, few],
      ["voices", first!.voices, few],
      ["theme", second!.voices, few],
      ...receipt.map((value) => ["theme", { shown: "at-least", value }, few] as const),
      ["dispute", theme("ljus"), few],
      ["dispute.drugs", theme("droger"), fewestFor(DRUGS, { ...HOUSE_FLOORS, few, sensitive })],
      ["disputes", disputes!.inAll, sensitive],
      ["disputes.open", disputes!.open, sensitive],
      ...road!.said.map(({ kind, heads }) => [kind, heads, few] as const),
      ["road", road!.saidInAll, Infinity],
      ["fines", outputs[0]!.heads, few],
      ["belt", outputs[1]!.heads, few],
      ["speeding", outputs[2]!.heads, few],
      ["walkers", site.walks[0]!.walkers!, few],
      ["counted", figure!.counted!, sensitive],
      ...figure!.parts.map(({ name, heads }) => [`part.${name}`, heads, sensitive] as const),
      ...figure!.months.map(({ month, heads }) => [`month.${Number(month.slice(-1)) - 1}`, heads, sensitive] as const),
      ...figure!.areas!.map(({ key, heads }) => [`area.${key}`, heads, sensitive] as const),
      ["held", draft!.heldInAll, sensitive],
      ...draft!.held.map(
        ({ reason, heads }) => [reason === "off-topic" ? "held.0" : "held.1", heads, sensitive] as const,
      ),
    ],
    sums: [
      ["voices", ["notes"], 3],
      ["road", KINDS.filter((kind) => truth.get(kind)! > 0), 0],
      ["fines", ["belt", "speeding"], 0],
      ["counted", ["part.0", "part.1", "part.2"], 0],
      ["counted", ["month.0", "month.1"], 0],
      ["counted", ["area.0", "area.1", "area.2"], 0],
      ["held", ["held.0", "held.1"], 0],
      ["disputes", ["dispute", "dispute.drugs"], 0],
    ],
  };
}

type Range = { readonly least: number; readonly most: number };
const rangeOf = (count: PublicCount, step: number): Range =>
  count.shown === "count"
    ? { least: count.value, most: count.value }
    : count.shown === "at-least"
      ? { least: count.value, most: count.value + step - 1 }
      : { least: count.shown === "fewer-than" ? 1 : 0, most: count.shown === "fewer-than" ? count.than - 1 : Infinity };

/** What each number can be, all sums taken together, until nothing more comes of it. */
function solved({ counts, sums }: Seen): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const of = (key: string) => ranges.get(key) ?? { least: 0, most: Infinity };
  let moved = true;
  const narrow = (key: string, { least, most }: Range) => {
    const own = of(key);
    const both = { least: Math.max(own.least, least), most: Math.min(own.most, most) };
    if (both.least !== own.least || both.most !== own.most || !ranges.has(key)) moved = true;
    ranges.set(key, both);
  };
  for (const [key, count, step] of counts) narrow(key, rangeOf(count, step));
  const add = (keys: readonly string[], end: keyof Range) => keys.reduce((sum, key) => sum + of(key)[end], 0);
  while (moved) {
    moved = false;
    for (const [whole, parts, more] of sums) {
      narrow(whole, { least: add(parts, "least") + more, most: add(parts, "most") + more });
      for (const part of parts) {
        const others = parts.filter((one) => one !== part);
        const { least, most } = of(whole);
        narrow(part, { least: least - more - add(others, "most") || 0, most: most - more - add(others, "least") });
      }
    }
  }
  return ranges;
}

type Found = { readonly cells: readonly string[]; readonly differences: readonly string[] };

/** Numbers of few that are worked out, and comings of fewer than five between two releases. */
function attack(seen: readonly Seen[], truths: readonly Truth[]): Found {
  const weeks = seen.map(solved);
  // A number of few is protected by the floor it was told under first: what was told before a raise has been told.
  const fewest = new Map(
    seen.toReversed().flatMap(({ counts }) => counts.map(([key, , step]) => [key, step] as const)),
  );
  const wrong = weeks.flatMap((ranges, week) =>
    [...ranges].filter(([key, { least, most }]) => {
      const value = truths[week]!.get(key);
      return value !== undefined && (value < least || value > most);
    }),
  );
  // An attack that rests on what is not so would find nothing.
  expect(wrong).toEqual([]);
  return {
    cells: weeks.flatMap((ranges, week) =>
      [...ranges].flatMap(([key, { least, most }]) =>
        least === most && least > 0 && least < fewest.get(key)! && truths[week]!.has(key) ? [`${week} ${key}`] : [],
      ),
    ),
    differences: GROWING.flatMap((key) =>
      weeks.flatMap((before, from) =>
        weeks.slice(from + 1).flatMap((after, later) => {
          const [a, b] = [before.get(key), after.get(key)];
          if (a === undefined || b === undefined) return [];
          const came = { least: Math.max(0, b.least - a.most), most: b.most - a.least };
          return came.least === came.most && came.least > 0 && came.least < 5 ? [`${from} ${later} ${key}`] : [];
        }),
      ),
    ),
  };
}

/** As it was: each number by itself, and beside the few of a sum the smallest of the others. */
function naive(raw: RawSite): Site {
  const parts = <T extends { readonly heads: number }>(all: readonly T[], fewest: number) => {
    const hidden = new Set(all.filter(({ heads }) => heads > 0 && heads < fewest));
    const inHidden = () => [...hidden].reduce((sum, { heads }) => sum + heads, 0);
    while (hidden.size > 0 && (hidden.size < 2 || inHidden() < fewest)) {
      const [next] = all.filter((one) => one.heads > 0 && !hidden.has(one)).toSorted((a, b) => a.heads - b.heads);
      if (next === undefined) return undefined;
      hidden.add(next);
    }
    return all.map((one) => {
      const heads: PublicCount = !hidden.has(one)
        ? { shown: "count", value: one.heads }
        : one.heads < fewest
          ? { shown: "fewer-than", than: fewest }
          : { shown: "withheld" };
      return { ...one, heads };
    });
  };
  const none = <T>(all: readonly T[]) => all.map((one) => ({ ...one, heads: { shown: "withheld" } as const }));
  const beside = <T extends { readonly heads: number }>(all: readonly T[], fewest: number) =>
    parts(all, fewest) ?? none(all);
  const inAll = (all: readonly { readonly heads: number }[], fewest: number): PublicCount =>
    parts(all, fewest) === undefined
      ? { shown: "withheld" }
      : discloseCount(
          all.reduce((sum, { heads }) => sum + heads, 0),
          fewest,
        );
  const told = disclose(raw);
  const [figure] = raw.situations![0]!.chapters[0]!.figures;
  const [draft] = raw.consultations!;
  const [road] = raw.roads!;
  return {
    ...told,
    answers: raw.answers.map((one) => ({
      ...one,
      notes: discloseCount(one.notes),
      voices: one.notes > 0 && one.notes < 5 ? { shown: "withheld" } : discloseCount(one.voices),
    })),
    current: told.current.map((pledge) => ({
      ...pledge,
      problems: pledge.problems.map((problem, at) => ({
        ...problem,
        evidence: problem.evidence.map((one) => ({
          ...one,
          pieces: discloseCount(raw.current[0]!.problems[at]!.evidence[0]!.pieces),
        })),
      })),
    })),
    roads: [{ ...told.roads![0]!, said: beside(road!.said, 5), saidInAll: inAll(road!.said, 5) }],
    situations: told.situations!.map((report) => ({
      ...report,
      chapters: report.chapters.map((chapter) => ({
        ...chapter,
        figures: chapter.figures.map((one) => ({
          ...one,
          counted: inAll(figure!.parts, 10),
          parts: beside(figure!.parts, 10),
          months: beside(figure!.months, 10),
          areas: beside(figure!.areas!, 10),
        })),
      })),
    })),
    consultations: [{ ...told.consultations![0]!, held: beside(draft!.held, 10), heldInAll: inAll(draft!.held, 10) }],
  };
}

describe("a year of releases, kept by somebody", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "%i: no number of few is worked out, and no coming of fewer than five",
    (seed) => {
      const truths = year(seed);
      const sites = truths.map((truth) => disclose(rawOf(truth)));
      expect(
        attack(
          sites.map((site, week) => seenIn(site, truths[week]!)),
          truths,
        ),
      ).toEqual({ cells: [], differences: [] });
    },
  );

  test("the same attack takes the gate apart that tells each number by itself", () => {
    const found = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const truths = year(seed);
      return attack(
        truths.map((truth) => seenIn(naive(rawOf(truth)), truth)),
        truths,
      );
    });
    expect(found.flatMap(({ cells }) => cells).length).toBeGreaterThan(5);
    for (const { differences } of found) expect(differences.length).toBeGreaterThan(50);
  });

  test("while no step is taken the whole site is the same to the letter, and with it every page, file and feed", () => {
    const truths = year(9);
    const settled = new Map([...SETTLED, ...OUTPUTS, "counted", "held"].map((key) => [key, truths[0]!.get(key)!]));
    const sites = truths.map((truth) => JSON.stringify(disclose(rawOf(new Map([...truth, ...settled])))));
    const steps = new Set(
      truths.map((truth) =>
        GROWING.map((key) => {
          const [lighting, drugs] = [truth.get("dispute")!, truth.get("dispute.drugs")!];
          const isFew = (lighting > 0 && lighting < 5) || (drugs > 0 && drugs < 10);
          if (key.startsWith("disputes") && isFew) return "withheld";
          const fewest = key.startsWith("disputes") || key === "dispute.drugs" ? 10 : 5;
          return truth.get(key) === 0 ? "none" : Math.floor(truth.get(key)! / fewest);
        }).join(" "),
      ),
    );
    expect(new Set(sites).size).toBe(steps.size);
  });

  test("open data has a number of people only where the page has it as counted", () => {
    for (const truth of year(10)) {
      const site = disclose({ ...rawOf(truth), current: [], roads: [], situations: [], dialogues: [], reports: [] });
      const rows = fill([site], "https://samsyn.example").flatMap((one) => one.rows);
      const cells = (name: string) => rows.flatMap((row) => (name in row.cells ? [row.cells[name]] : []));
      const counted = (count: PublicCount | null) => (count?.shown === "count" ? count.value : null);
      expect(cells("underlag")).toEqual(site.answers.map(({ voices }) => counted(voices)));
      expect(cells("underlag_anteckningar")).toEqual(site.answers.map(({ notes }) => counted(notes)));
      expect(cells("deltagare")).toEqual([counted(site.walks[0]!.walkers)]);
    }
  });

  const raise = (week: number, few: number, sensitive: number) => ({
    ...HOUSE_FLOORS,
    few,
    sensitive,
    from: addDays(day("2026-01-01"), 7 * week),
    reason: "bygden är liten",
  });
  const agreed = [raise(15, 10, 10), raise(30, 10, 20), raise(40, 20, 40)];
  /** One release: what grows by the floors of its week, a settled table by those of its own day. */
  const under = (truth: Truth, week: number, settledIn = week): Seen => {
    const [today, on] = [week, settledIn].map((one) => addDays(day("2026-01-01"), 7 * one)) as [Day, Day];
    const now: Floors = floorsOn(agreed, today);
    return seenIn(disclose(rawOf(truth, on, { now, agreed: agreed.filter(({ from }) => from <= today) })), truth, now);
  };

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("%i: nor where the floors are raised three times during it", (seed) => {
    const truths = year(seed);
    const seen = truths.map((truth, week) => under(truth, week));
    // What is told of nobody's coming: on the very day of a raise everything is told twice.
    const twice = agreed.map(({ from }) =>
      truths.findIndex((_, week) => addDays(day("2026-01-01"), 7 * week) === from),
    );
    expect(twice).toEqual([15, 30, 40]);
    const before = seen.flatMap((one, week) => (twice.includes(week) ? [under(truths[week]!, week - 1), one] : [one]));
    const told = truths.flatMap((truth, week) => (twice.includes(week) ? [truth, truth] : [truth]));
    expect(attack(before, told).differences).toEqual([]);
    expect(attack(seen, truths).cells).toEqual([]);
  });

  test("a raise narrows nothing that grows: the coarser step is whole steps of the finer", () => {
    for (const [finer, coarser] of [
      [5, 10],
      [10, 20],
      [5, 20],
      [10, 40],
      [20, 40],
    ] as const)
      for (let value = 1; value < 100; value++) {
        const [fine, coarse] = [finer, coarser].map((few) => rangeOf(discloseGrowing(value, few), few));
        expect([fine!.least >= coarse!.least, fine!.most <= coarse!.most]).toEqual([true, true]);
      }
    // Seven would: fourteen is «minst 10» by fives and «minst 14» by sevens, and nothing else is both.
    expect([rangeOf(discloseGrowing(14, 5), 5).most, rangeOf(discloseGrowing(14, 7), 7).least]).toEqual([14, 14]);
  });

  test("nobody dates a thing to before a raise: what counts is when it was written down", () => {
    const today = addDays(day("2026-01-01"), 7 * 45);
    const before = addDays(day("2026-01-01"), 7);
    const raw = rawOf(year(12)[0]!, before, { now: floorsOn(agreed, today), agreed });
    const [report] = raw.situations!;
    const [pledge] = raw.current;
    const [activity] = pledge!.activities;
    const [occasion] = activity!.occasions;
    const late = disclose({
      ...raw,
      situations: [{ ...report!, settledOn: today }],
      current: [{ ...pledge!, activities: [{ ...activity!, occasions: [{ ...occasion!, settledOn: today }] }] }],
    });
    const then = disclose(rawOf(year(12)[0]!, today, { now: floorsOn(agreed, today), agreed }));
    const numbers = (site: Site) => [
      site.situations![0]!.chapters[0]!.figures,
      site.current[0]!.activities[0]!.occasions[0]!.outputs,
    ];
    expect(numbers(late)).toEqual(numbers(then));
    expect(numbers(late)).not.toEqual(numbers(disclose(raw)));
    const reading = { on: before, figure: null, n: 12, baseline: true, comparable: true };
    const over = { now: floorsOn(agreed, today), on: (one: Day) => floorsOn(agreed, one) };
    const said = { name: "", unit: "", column: "outcome", verdict: null, source: "", caveat: "" } as const;
    const basis = (settledOn: Day) =>
      discloseIndicator({ ...said, measure: "count", readings: [{ ...reading, settledOn }] }, over).readings[0]?.n;
    expect([basis(before), basis(today)]).toEqual([
      { shown: "count", value: 12 },
      { shown: "fewer-than", than: 20 },
    ]);
  });

  test("a settled table told again under higher floors would be solved, and so it is told as it was", () => {
    const values = [1, 1, 30, 9, 9, 9];
    const [before, after] = [5, 10].map((few) =>
      discloseParts(
        values,
        values.map(() => few),
      ),
    );
    // Who keeps both pages has everything but the first two, and their sum is no more than one each.
    const known = values.filter((_, at) => [before, after].some((one) => one!.parts[at]!.shown === "count"));
    expect(before!.total).toEqual({ shown: "count", value: 59 });
    expect(known).toEqual([30, 9, 9, 9]);
    const truth = year(11)[0]!;
    const tables = (week: number) => {
      const { counts } = under(truth, week, 3);
      return counts
        .filter(([key]) => /^(part|month|area|held|counted|belt|fines|speeding|walkers)/.test(key))
        .map(([key, count]) => [key, count]);
    };
    expect(tables(20)).toEqual(tables(3));
    expect(tables(45)).toEqual(tables(3));
  });
});
