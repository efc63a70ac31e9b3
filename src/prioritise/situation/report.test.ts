import { describe, expect, test } from "vitest";
import type { Moment } from "../../ground/command.ts";
import type { Person, Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { type Chapter, CHAPTERS, lawPartOf, type Looked, numberOf, remarksOn } from "./chapters.ts";
import type { FrozenFigure } from "../frozen-figure.ts";
import type { FrozenMeasurement } from "../frozen-measurement.ts";
import type { FrozenTheme } from "../frozen-theme.ts";
import { layAside, type Standing, takeUp } from "./aside.ts";
import { changesBetween } from "./changes.ts";
import { askedBy, type Figure, figureSince, headOf, keyOf, namesOtherYear, takeIn, takeOut } from "./figure.ts";
import {
  adopt,
  type Adopted,
  type Aside,
  begin,
  contentOf,
  type Draft,
  type Piece,
  type Report,
  slugOfPeriod,
  write,
} from "./report.ts";
import { situationPaper } from "./screens/paper.ts";
import { shownOf } from "./shown.ts";
import { notTakenOver, takeOver } from "./take-over.ts";
import { agreeToTell, takeBackTelling } from "./telling.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnershipId = "p";
const person = (role: Role, organisationId = "kommunen"): Person =>
  ({ id: "x", name: "Karin", grants: [{ partnershipId, organisationId, role }] }) as unknown as Person;
let count = 0;
const moment = (by: Person = person("coordinator")): Moment => ({ at: AT, by, newId: () => `id-${(count += 1)}` });
const piece = (chapter: Chapter, more: Partial<Piece> = {}): Piece => ({
  id: `${chapter} 1`,
  chapter,
  voice: "text",
  organisationId: undefined,
  text: "Så är det",
  version: 1,
  carried: false,
  writtenAt: AT,
  writtenBy: "kommunen",
  ...more,
});
const LAWFUL = (["crime", "consequences", "traffic", "analysis"] as const).map((chapter) => piece(chapter));
const draft = (pieces: readonly Piece[] = LAWFUL): Draft => ({
  id: "r",
  slug: "2025",
  from: "2025-01-01" as Day,
  to: "2025-12-31" as Day,
  formerId: undefined,
  begunAt: AT,
  pieces,
  figures: [],
  example: false,
  state: "draft",
});
const adopted = (more: Partial<Adopted> = {}): Adopted => ({
  ...draft(),
  state: "adopted",
  adoptedOn: "2026-03-01" as Day,
  adoptedBy: "Kommunstyrelsen",
  registryNumber: "KS 2026/1",
  contentHash: "a",
  adoptedAt: AT,
  ...more,
});
const aside = (): Aside => ({
  ...draft(),
  state: "aside",
  asideAt: "2026-11-20T09:00:00.000Z" as Instant,
  asideReason: "Vi väntar på statistiken",
  asideBy: "kommunen",
});
const why = (result: { ok: boolean; refusal?: { why: string } }) => (result.ok ? "yes" : result.refusal?.why);

describe("the chapters", () => {
  const looked = (written: readonly Chapter[], more: Partial<Looked> = {}): Looked[] =>
    CHAPTERS.map((chapter) => ({
      chapter,
      text: written.includes(chapter) ? "Så är det" : " ",
      carried: false,
      figures: 1,
      changed: 0,
      few: false,
      otherYear: false,
      ...more,
    }));
  const missing = (written: readonly Chapter[]) =>
    remarksOn(looked(written))
      .filter(({ kind }) => kind === "law-part-missing")
      .map(({ chapter, part }) => `${part} ${chapter}`);

  test("are seventeen, in the order of the template", () => {
    expect(CHAPTERS).toHaveLength(17);
    expect([numberOf("summary"), numberOf("crime"), numberOf("former")]).toEqual([1, 5, 17]);
  });

  test.each([
    [[], "survey crime, survey consequences, other felt-safety, analysis analysis"],
    [["crime"], "survey consequences, other felt-safety, analysis analysis"],
    [["crime", "consequences", "voices"], "analysis analysis"],
    [["crime", "consequences", "analysis"], "other felt-safety"],
    [["crime", "consequences", "analysis", "traffic"], ""],
  ] as [Chapter[], string][])("with %j written the law misses «%s»", (written, expected) => {
    expect(missing(written).join(", ")).toBe(expected);
  });

  test("a chapter that the law asks for says so, and others do not", () => {
    expect(CHAPTERS.filter((chapter) => lawPartOf(chapter) !== undefined)).toEqual([
      "crime",
      "consequences",
      "felt-safety",
      "youth",
      "traffic",
      "places",
      "voices",
      "analysis",
    ]);
  });

  test("what is empty is told once, what weighs most first", () => {
    const remarks = remarksOn(looked([]));
    expect(remarks).toHaveLength(17);
    expect(remarks.map(({ kind }) => kind).slice(3, 7)).toEqual([
      "law-part-missing",
      "method-unanswered",
      "method-unanswered",
      "empty",
    ]);
  });

  test("a whole report misses nothing; what is old, unsourced or changed since is told", () => {
    expect(remarksOn(looked(CHAPTERS))).toEqual([]);
    const about = (more: Partial<Looked>) =>
      remarksOn(looked(CHAPTERS, more)).map(({ kind, chapter }) => `${kind} ${chapter}`);
    expect(about({ carried: true })).toHaveLength(17);
    expect(about({ figures: 0 })).toEqual(
      ["municipality", "crime", "felt-safety", "youth", "traffic", "places", "voices"].map((one) => `no-source ${one}`),
    );
    expect(about({ changed: 1 })).toContain("figure-changed summary");
    expect(about({ few: true })[0]).toBe("few-people summary");
    expect(about({ otherYear: true })).toContain("caption-of-another-year crime");
    expect(remarksOn(looked([], { few: true })).map(({ kind }) => kind)).toContain("few-people");
  });
});

describe("beginning a report", () => {
  const from = "2025-01-01" as Day;
  const to = "2025-12-31" as Day;
  const state = { partnershipId, reports: [], former: undefined };

  test.each([
    ["2025-01-01", "2025-12-31", "2025"],
    ["2024-01-01", "2025-12-31", "2024-2025"],
    ["2025-01-01", "2025-08-31", "2025-01-01-2025-08-31"],
  ])("%s to %s has the address %s", (first, last, slug) => {
    expect(slugOfPeriod(first as Day, last as Day)).toBe(slug);
  });

  test("the texts of the former come along to be looked at anew; comments and notes do not", () => {
    const former = adopted({
      pieces: [
        ...LAWFUL,
        piece("outlook", { text: "" }),
        piece("crime", { voice: "joint" }),
        piece("crime", { voice: "party", organisationId: "kommunen" }),
        piece("crime", { voice: "note", organisationId: "kommunen" }),
      ],
    });
    const begun = begin.decide({ from, to }, { ...state, former }, moment());
    expect(begun.ok && begun.value).toMatchObject({ slug: "2025", state: "draft", formerId: "r" });
    const pieces = begun.ok ? begun.value.pieces : [];
    expect(pieces.map(({ chapter }) => chapter)).toEqual(["crime", "consequences", "traffic", "analysis"]);
    expect(pieces.every(({ carried, voice, version }) => carried && voice === "text" && version === 1)).toBe(true);
  });

  test("not backwards, not twice for a period, and one at a time", () => {
    const begun = (reports: { slug: string; state: "draft" | "adopted" }[], last = to) =>
      why(begin.decide({ from, to: last }, { ...state, reports }, moment()));
    expect(begun([])).toBe("yes");
    expect(begun([], "2024-12-31" as Day)).toBe("situation-period-backwards");
    expect(begun([{ slug: "2025", state: "adopted" }])).toBe("situation-period-taken");
    expect(begun([{ slug: "2024", state: "draft" }])).toBe("situation-in-work");
    expect(begin.may(person("note-taker"), { from, to }, state)).toEqual({ why: "not-yours" });
  });
});

describe("writing", () => {
  const said = { chapter: "crime" as const, voice: "text" as const, text: " Färre anmälda stölder ", version: 1 };
  const on = (pieces: readonly Piece[] = LAWFUL) => ({ partnershipId, report: draft(pieces) });

  test("is a new wording on the newest", () => {
    const written = write.decide(said, on(), moment());
    expect(written.ok && written.value).toMatchObject({ text: "Färre anmälda stölder", version: 2, carried: false });
    expect(why(write.decide({ ...said, version: 0 }, on(), moment()))).toBe("situation-changed-meanwhile");
    expect(why(write.decide({ ...said, chapter: "youth", version: 0 }, on(), moment()))).toBe("yes");
  });

  test("a comment and a note are the writer's own organisation's, and stand beside the other's", () => {
    const theirs = piece("crime", { voice: "party", organisationId: "polisen", version: 4 });
    const own = write.decide({ ...said, voice: "party", version: 0 }, on([theirs]), moment());
    expect(own.ok && own.value).toMatchObject({ organisationId: "kommunen", version: 1 });
    const note = write.decide({ ...said, voice: "note", version: 0 }, on(), moment(person("liaison", "polisen")));
    expect(note.ok && note.value).toMatchObject({ organisationId: "polisen", voice: "note" });
    const joint = write.decide({ ...said, voice: "joint", version: 0 }, on(), moment());
    expect(joint.ok && joint.value.organisationId).toBeUndefined();
  });

  test("nobody is named, and what is adopted is not written in", () => {
    const named = { ...said, text: "Ring Kalle Svensson på 070-123 45 67" };
    expect(why(write.decide(named, on(), moment()))).toBe("names-a-person");
    expect(why(write.decide(said, { partnershipId, report: adopted() }, moment()))).toBe("situation-is-adopted");
    expect(write.may(person("reader"), said, on())).toEqual({ why: "not-yours" });
  });
});

describe("laying aside", () => {
  const on = (report: Report) => ({ partnershipId, report });
  const said = { reason: " Vi väntar på statistiken " };

  test("is with a reason, and what stands in it stands", () => {
    const laid = layAside.decide(said, on(draft()), moment(person("liaison", "polisen")));
    expect(laid.ok && laid.value).toMatchObject({
      state: "aside",
      asideReason: "Vi väntar på statistiken",
      asideBy: "polisen",
      asideAt: AT,
      pieces: LAWFUL,
    });
    expect(layAside.may(person("note-taker"), said, on(draft()))).toEqual({ why: "not-yours" });
  });

  test.each([
    ["situation-aside-needs-reason", { reason: "  " }, draft()],
    ["names-a-person", { reason: "Kalle Svensson 070-123 45 67 är sjuk" }, draft()],
    ["situation-is-aside", said, aside()],
    ["situation-is-adopted", said, adopted()],
  ])("%s", (expected, input, report) => {
    expect(why(layAside.decide(input, on(report), moment()))).toBe(expected);
  });

  test("nothing is written in it, taken in or adopted", () => {
    const text = { chapter: "crime" as const, voice: "text" as const, text: "Nytt", version: 1 };
    expect(why(write.decide(text, on(aside()), moment()))).toBe("situation-is-aside");
    const decided = { adoptedOn: "2026-11-20" as Day, adoptedBy: "KS", registryNumber: "1", contentHash: "a" };
    const state = { ...on(aside()), contentHash: "a", former: undefined };
    expect(why(adopt.decide(decided, state, moment()))).toBe("situation-is-aside");
    const figure = { chapter: "crime" as const, caption: "Stölder" };
    expect(why(takeIn.decide(figure, { ...on(aside()), found: undefined }, moment()))).toBe("situation-is-aside");
  });

  test("it is taken up again where no other has come in its place", () => {
    const up = (reports: readonly Standing[], report: Report = aside()) =>
      takeUp.decide({}, { ...on(report), reports }, moment());
    const other = { id: "o", adoptedAt: null };
    const own = { id: "r", state: "aside" as const, adoptedAt: null };
    const earlier = { ...other, state: "adopted" as const, adoptedAt: "2025-01-01T09:00:00.000Z" as Instant };
    const taken = up([own, earlier, { ...other, state: "aside" }]);
    expect(taken.ok && taken.value).toEqual(draft());
    expect(why(up([{ ...other, state: "draft" }]))).toBe("situation-another-begun");
    expect(why(up([{ ...earlier, adoptedAt: AT }]))).toBe("situation-another-begun");
    expect(why(up([], draft()))).toBe("situation-not-aside");
  });
});

describe("adopting", () => {
  const decision = {
    adoptedOn: "2026-11-20" as Day,
    adoptedBy: " Kommunstyrelsen ",
    registryNumber: "KS 2026/214",
    contentHash: "abc",
  };
  const on = (more: object = {}) => ({
    partnershipId,
    report: draft(),
    contentHash: "abc",
    former: undefined,
    ...more,
  });

  test("locks what was read, with body, day and number", () => {
    const locked = adopt.decide(decision, on(), moment());
    expect(locked.ok && locked.value).toMatchObject({
      state: "adopted",
      adoptedBy: "Kommunstyrelsen",
      registryNumber: "KS 2026/214",
      contentHash: "abc",
      adoptedAt: AT,
    });
  });

  test.each([
    ["situation-changed-meanwhile", {}, { contentHash: "other" }],
    ["situation-law-part-missing", {}, { report: draft(LAWFUL.slice(1)) }],
    ["situation-is-adopted", {}, { report: adopted() }],
    ["situation-adopted-in-future", { adoptedOn: "2026-11-25" }, {}],
    ["situation-adopted-before-former", {}, { former: adopted({ adoptedOn: "2026-11-20" as Day }) }],
    ["names-a-person", { adoptedBy: "Kalle Svensson 070-123 45 67" }, {}],
    ["names-a-person", { registryNumber: "19121212-1212" }, {}],
  ])("%s", (expected, input, state) => {
    expect(why(adopt.decide({ ...decision, ...input } as typeof decision, on(state) as never, moment()))).toBe(
      expected,
    );
  });

  test("is noted by those who lead the work", () => {
    expect(adopt.may(person("activity-owner"), decision, on())).toEqual({ why: "not-yours" });
    expect(adopt.may(person("liaison"), decision, on())).toBeUndefined();
  });

  test("what one keeps to itself is no part of what is adopted", () => {
    const note = piece("crime", { voice: "note", organisationId: "kommunen" });
    expect(contentOf(draft([...LAWFUL, note]))).toEqual(contentOf(draft()));
    const comment = piece("crime", { voice: "party", organisationId: "kommunen" });
    expect(contentOf(draft([...LAWFUL, comment]))).not.toEqual(contentOf(draft()));
  });
});

describe("a figure", () => {
  const counts = {
    address: "fran=2025-01&kategori=trafik&till=2025-12&delning=gemensamt",
    from: "2025-01-01" as Day,
    to: "2025-12-31" as Day,
    total: 12,
    byMonth: [{ key: "2025-05", count: 12 }],
    byCategory: [{ key: "traffic", count: 12 }],
    sources: [],
    cautions: [],
    method: "linked-counts",
    version: "picture-1",
    asOf: "2026-11-24" as Day,
  };
  const found = { kind: "question" as const, frozen: counts, hash: "a".repeat(64), sharing: "shared" as const };
  const figure = (more: Partial<typeof counts> = {}): Figure => ({
    kind: "question",
    frozen: { ...counts, ...more },
    id: "f",
    chapter: "traffic",
    caption: "Sagt om trafiken",
    hash: "a".repeat(64),
    takenAt: AT,
    takenBy: "kommunen",
  });
  const series = { slug: "stold", name: "Stöld", unit: "antal", value: 41, from: "2025-01-01" } as FrozenFigure;
  const theme = {
    themeId: "t",
    theme: "Mörkt",
    place: "Åmot",
    sources: [{ pieces: 3 }, { pieces: 4 }],
  } as unknown as FrozenTheme;
  const speed = {
    measurementId: "m",
    name: "V85 Bruksvägen",
    unit: "km/h",
    value: 51,
    low: 50.2,
    high: 51.8,
    n: 9204,
    from: "2024-09-09",
    to: "2024-09-15",
    place: "Bruksvägen",
    source: "Gatuenheten",
    sampleType: "total",
    caveats: ["En vecka på en plats."],
    method: "as-measured",
    version: "measurement-1",
  } as unknown as FrozenMeasurement;
  const measured = (more: Partial<FrozenMeasurement> = {}) =>
    ({ ...figure(), kind: "measurement", frozen: { ...speed, ...more } }) as Figure;
  const said = { chapter: "traffic" as const, caption: " Sagt om trafiken " };
  const on = (more: object = {}) => ({ partnershipId, report: draft(), found, ...more }) as never;

  test("is taken in with its hash, by whoever writes", () => {
    const taken = takeIn.decide(said, on(), moment());
    expect(taken.ok && taken.value).toMatchObject({
      caption: "Sagt om trafiken",
      kind: "question",
      takenBy: "kommunen",
    });
    expect(taken.ok && "sharing" in taken.value).toBe(false);
    expect(takeIn.may(person("reader"), said, on())).toEqual({ why: "not-yours" });
  });

  test.each([
    ["situation-is-adopted", { report: adopted() }, {}],
    ["evidence-not-found", { found: undefined }, {}],
    ["situation-figure-must-be-shared", { found: { ...found, sharing: "own" } }, {}],
    ["evidence-cited-already", { report: { ...draft(), figures: [figure()] } }, {}],
    ["yes", { report: { ...draft(), figures: [figure()] } }, { chapter: "places" }],
    ["names-a-person", {}, { caption: "Kalle Svensson 070-123 45 67" }],
  ])("%s", (expected, state, input) => {
    expect(why(takeIn.decide({ ...said, ...input } as typeof said, on(state), moment()))).toBe(expected);
  });

  test("is taken out of what is in work only", () => {
    expect(why(takeOut.decide({}, { partnershipId, report: draft(), figure: figure() }, moment()))).toBe("yes");
    expect(why(takeOut.decide({}, { partnershipId, report: adopted(), figure: figure() }, moment()))).toBe(
      "situation-is-adopted",
    );
  });

  test("has one number, and is the same figure in the next report whatever its days", () => {
    const all = [figure(), { kind: "series", frozen: series }, { kind: "coded", frozen: theme }] as Figure[];
    expect(all.map((one) => headOf(one).value)).toEqual([12, 41, 7]);
    expect(all.map(keyOf)).toEqual(["question kategori=trafik&delning=gemensamt", "series stold", "coded t Åmot"]);
    expect(all.map((one) => askedBy(one).kind)).toEqual(["question", "series", "coded"]);
  });

  test("says whether it is the same today", () => {
    expect(figureSince(figure(), figure({ asOf: "2027-01-01" as Day }))).toEqual({ state: "the-same", now: null });
    expect(figureSince(figure(), figure({ total: 13 }))).toEqual({ state: "changed", now: 13 });
    expect(figureSince(figure(), undefined)).toEqual({ state: "gone", now: null });
  });

  test("stands beside the former's where a report has changed", () => {
    const before = { ...adopted(), figures: [figure()] };
    const after = {
      ...draft([...LAWFUL.slice(1), piece("crime", { text: "Så är det inte" })]),
      figures: [{ ...figure({ total: 20 }), hash: "b".repeat(64) }],
    };
    expect(changesBetween(before, before)).toEqual([]);
    expect(changesBetween(before, after)).toEqual([
      { chapter: "crime", parts: [{ text: "Så är det " }, { text: "inte", change: "added" }], figures: [] },
      { chapter: "traffic", parts: [], figures: [{ caption: "Sagt om trafiken", unit: "", before: 12, after: 20 }] },
    ]);
  });

  test("is shown with all that must be known of it, whatever it was taken from", () => {
    const sources = [{ kind: "dialogue", source: "Dialog 2024", sampleType: "self-selected", pieces: 3, voices: 3 }];
    const coded = { ...figure(), kind: "coded", frozen: { ...theme, sources, keptApart: 1 } } as unknown as Figure;
    expect(shownOf(coded)).toMatchObject({
      name: "Mörkt, Åmot",
      value: 3,
      few: true,
      keptApart: 1,
      themeWarnings: ["few", "one-kind", "not-drawn"],
      sources: [{ name: "Dialog 2024", sampleType: "self-selected", count: 3 }],
      n: 3,
      // It was frozen before it was kept how it comes about.
      method: null,
    });
    const known = { sampleType: "total", method: "official-figure", version: "series-1" };
    const official = {
      ...series,
      ...known,
      n: null,
      low: null,
      high: null,
      caveats: ["Preliminär"],
      breaks: [],
      source: "Brå",
    };
    const area = { kind: "municipality", code: "2101", name: "Ockelbo" };
    const statistic = {
      ...figure(),
      kind: "series",
      frozen: { ...official, area, to: "2025-12-31" },
    } as unknown as Figure;
    expect(shownOf(statistic)).toMatchObject({
      name: "Stöld",
      value: 41,
      unit: "antal",
      caveats: ["Preliminär"],
      few: false,
      sources: [{ name: "Brå", sampleType: "total", count: null }],
      method: { method: "official-figure", version: "series-1" },
    });
    expect(shownOf(figure())).toMatchObject({ method: { version: "picture-1" }, byCategory: [{ count: 12 }] });
  });

  test("has its margin, how many it rests on and how it came about beside it on paper", () => {
    const official = {
      ...series,
      low: 36,
      high: 46,
      n: 1204,
      caveats: [],
      breaks: [],
      source: "Brå",
      area: { kind: "municipality", code: "2101", name: "Ockelbo" },
      to: "2025-12-31",
      sampleType: "random",
      method: "official-figure",
      version: "series-1",
    };
    const statistic = { ...figure(), kind: "series", chapter: "crime", frozen: official } as unknown as Figure;
    const older = { ...figure(), kind: "coded", frozen: { ...theme, sources: [] } } as unknown as Figure;
    const byArea = [
      { key: "amot", name: "Åmot", middle: [16.45, 60.96], count: 9 },
      { key: "ovriga", name: "", middle: null, count: 2 },
      { key: "utan-plats", name: "", middle: null, count: 1 },
    ];
    const report = {
      ...draft(),
      figures: [statistic, { ...figure(), frozen: { ...counts, n: 12, byArea } } as Figure, older],
    };
    const names = { partnershipName: "Ockelbo", lang: "sv" as const, nameOf: () => "", at: AT };
    const { chapters } = situationPaper(report, names).data as unknown as {
      chapters: {
        figures: {
          value: string;
          basis: string;
          lines: string[];
          map: { alt: string } | null;
          places: [string, string][];
        }[];
      }[];
    };
    const [survey, counted, old] = chapters.flatMap((chapter) => chapter.figures);
    expect([survey?.value, survey?.basis]).toEqual([
      "41 antal",
      " (mellan 36 och 46 (95 %), bygger på 1\u00a0204), 2025",
    ]);
    expect(survey?.lines).toEqual(
      expect.arrayContaining([
        "Källa: Brå, Slumpvis urval",
        "Metod: periodens siffra ur den fil som kom senast (official-figure, series-1)",
      ]),
    );
    expect(counted?.basis).toBe(" (ur 12 anteckningar), 2025");
    // The map, said in words too, and the same as a table.
    expect(counted?.map?.alt).toMatch(/12 händelser, 2025[.] Karta, en ring för varje ort: Åmot: 9[.]$/);
    expect(counted?.places).toEqual([
      ["Åmot", "9"],
      ["Övriga kommunen", "2"],
      ["Utan plats", "1"],
    ]);
    expect(survey).toMatchObject({ map: null, places: [] });
    expect(counted?.lines).toContain("Metod: händelser räknade ur lägesbilden (linked-counts, picture-1)");
    expect(old?.lines).toContain("Metod: inte antecknad när siffran hämtades");
    // What is not adopted says so on every page.
    const markOf = (one: Report) => (situationPaper(one, names).data as { mark: string }).mark;
    expect(markOf(report)).toBe("Arbetsmaterial 24 november 2026: inte antagen, och kan ändras");
    expect(markOf(adopted())).toBe("");
  });

  test("of a measurement has its margin, stands until it is taken back, and is the same on the same road next time", () => {
    expect(shownOf(measured())).toMatchObject({
      name: "V85 Bruksvägen",
      value: 51,
      unit: "km/h",
      low: 50.2,
      n: 9204,
      caveats: ["En vecka på en plats."],
      sources: [{ name: "Gatuenheten", sampleType: "total" }],
      method: { method: "as-measured" },
      warnings: [],
    });
    expect(shownOf(measured({ low: null, n: 3 })).warnings).toEqual(["small-number", "no-interval"]);
    expect(shownOf(measured({ name: "V85", place: "Åmot" })).name).toBe("V85, Åmot");
    expect(keyOf(measured({ measurementId: "later" }))).toBe(keyOf(measured()));
    expect(keyOf(measured({ place: "Gävlevägen" }))).not.toBe(keyOf(measured()));
    expect(figureSince(measured(), measured())).toEqual({ state: "the-same", now: null });
    expect(figureSince(measured(), undefined)).toEqual({ state: "gone", now: null });
    const again = { ...measured(), sharing: "shared" };
    const there = { report: { ...draft(), figures: [measured()] } };
    expect(why(takeIn.decide(said, on({ ...there, found: again }), moment()))).toBe("evidence-cited-already");
    const other = { ...measured({ measurementId: "other" }), sharing: "shared" };
    expect(why(takeIn.decide(said, on({ ...there, found: other }), moment()))).toBe("yes");
  });

  test("comes along to the next report asked anew, each question once, and what has no figure of that time is told", () => {
    const former = {
      figures: [figure(), { ...figure(), id: "again" }, { ...measured(), id: "speed" }, { ...measured(), id: "there" }],
    };
    const missing = notTakenOver({ figures: former.figures.slice(0, 3) }, { figures: [] });
    expect(missing.map(({ id }) => id)).toEqual(["f", "speed"]);
    expect(notTakenOver(former, { figures: [measured({ measurementId: "later" })] }).map(({ id }) => id)).toEqual([
      "f",
    ]);
    expect(notTakenOver(undefined, draft())).toEqual([]);
    const anew = [
      { figure: figure(), found: { ...found, frozen: { ...counts, total: 20 }, hash: "b".repeat(64) } },
      { figure: measured(), found: undefined },
      { figure: { ...measured(), id: "own" }, found: { ...found, sharing: "own" as const } },
    ];
    const taken = takeOver.decide({}, { partnershipId, report: draft(), anew }, moment());
    expect(taken.ok && taken.value).toMatchObject({
      figures: [
        { chapter: "traffic", caption: "Sagt om trafiken", frozen: { total: 20 }, takenBy: "kommunen", takenAt: AT },
      ],
      left: [{ kind: "measurement" }, { id: "own" }],
    });
    expect(taken.ok && "sharing" in taken.value.figures[0]!).toBe(false);
    const over = (more: object) =>
      why(takeOver.decide({}, { partnershipId, report: draft(), anew, ...more }, moment()));
    expect(over({ anew: [] })).toBe("situation-nothing-to-take-over");
    expect(over({ anew: anew.slice(1) })).toBe("situation-nothing-to-take-over");
    expect(over({ report: adopted() })).toBe("situation-is-adopted");
    expect(takeOver.may(person("reader"), {}, { partnershipId, report: draft(), anew })).toEqual({ why: "not-yours" });
  });

  test.each([
    ["Anmäld skadegörelse i Ockelbo 2023", true],
    ["Trafik hösten 2025", false],
    ["Per 100 000 invånare, 12024 svar", false],
    ["2025 mot 2021", true],
  ])("«%s» names another year than the period’s: %s", (caption, expected) => {
    expect(namesOtherYear(caption, draft())).toBe(expected);
  });

  test("is part of what is adopted", () => {
    expect(contentOf({ ...draft(), figures: [figure()] })).not.toEqual(contentOf(draft()));
  });
});

describe("telling", () => {
  const on = (agreed: readonly string[] = [], report: Report = adopted()) => ({
    partnershipId,
    report,
    parties: ["kommunen", "polisen"],
    agreed,
  });
  const police = moment(person("liaison", "polisen"));

  test("takes both parties, each for itself, and either takes back", () => {
    const half = agreeToTell.decide({}, on(), moment());
    expect(half.ok && half.value).toEqual({ reportId: "r", organisationId: "kommunen", isTold: false });
    const whole = agreeToTell.decide({}, on(["kommunen"]), police);
    expect(whole.ok && whole.value).toMatchObject({ organisationId: "polisen", isTold: true });
    const back = takeBackTelling.decide({}, on(["kommunen", "polisen"]), police);
    expect(back.ok && back.value).toMatchObject({ organisationId: "polisen", isTold: false });
  });

  test("is refused where there is nothing to say yes to, or it is said already", () => {
    expect(why(agreeToTell.decide({}, on([], draft()), moment()))).toBe("situation-not-adopted");
    expect(why(agreeToTell.decide({}, on(["kommunen"]), moment()))).toBe("situation-agreed-already");
    expect(why(takeBackTelling.decide({}, on(["kommunen"]), police))).toBe("situation-not-agreed");
    expect(agreeToTell.may(person("note-taker"), {}, on())).toEqual({ why: "not-yours" });
    expect(agreeToTell.may(person("coordinator", "regionen"), {}, on())).toEqual({ why: "not-yours" });
  });
});
