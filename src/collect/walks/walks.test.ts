import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Grant, Person, Role } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import { CATEGORIES } from "../category.ts";
import { noteObservation, type Observation } from "../observation.ts";
import type { ProtocolRow, Stop, Walk } from "../walk.ts";
import { WALK_THEMES } from "../walk.ts";
import { CHECKLISTS, groupsAdvised, managerOf, THEME_LETTERS, themeOf } from "./checklist.ts";
import {
  complementProtocol,
  type Desk,
  draftProtocol,
  establishProtocol,
  inSections,
  mergeNote,
  publishProtocol,
  type NoteWork,
  registerProtocol,
  reviewNote,
  rewriteNote,
  rowsToCome,
  toReview,
} from "./protocol.ts";
import { compareWalks, inSeries, isSameStop, isUnfinished, lastOfEach, managersBefore, walkBefore } from "./series.ts";
import { EMPTY_ROW, likeAbove, noteOfRow, readRow, seemsSame, stopOf, typeSheetRow, type TypedRow } from "./sheet.ts";
import { isQuestion, noteViewpoints, viewpointsIn } from "./viewpoints.ts";

const AT = "2026-12-01T17:00:00.000Z" as Instant;
const person = (role: Role, organisationId = "kommun"): Person => ({
  id: role,
  name: role,
  operator: false,
  grants: [{ partnershipId: "p", organisationId, party: "municipality", role, title: "" } satisfies Grant],
});
let made = 0;
const moment = (by: Person) => ({ at: AT, by, newId: () => `id-${++made}` });
const leader = moment(person("coordinator"));
const stop = (number: number, name: string, more: Partial<Stop> = {}): Stop => ({
  id: `s${number}`,
  number,
  name,
  question: "",
  ...more,
});
const walk: Walk = {
  id: "w",
  sourceId: "source",
  slug: "amot-2026",
  title: "Mörkervandring i Åmot",
  village: "Åmot",
  series: "trygghetsvandring-amot",
  startsAt: AT,
  endsAt: "2026-12-01T19:30:00.000Z" as Instant,
  meetingPoint: "Utanför skolan",
  light: "dark",
  season: "winter",
  weather: "",
  theme: "general",
  route: [],
  functions: [],
  stops: [stop(1, "Skolan"), stop(2, "Bron")],
  isOpen: false,
  revision: 1,
  example: false,
  state: "walked",
  heads: {},
  walkedAt: AT,
};
const planned: Walk = { ...walk, state: "planned" };
const established: Walk = {
  ...walk,
  state: "protocol",
  protocolAt: AT,
  publishedAt: undefined,
  registryNumber: undefined,
};
const note = (id: string, more: Partial<Observation> = {}): Observation => ({
  id,
  sourceId: "source",
  ownerOrganisationId: "kommun",
  walkId: "w",
  stopId: "s1",
  kind: "problem",
  category: "place.lighting",
  text: "Lampan vid trappan är trasig",
  consequence: "",
  proposal: "",
  spotManager: "unknown",
  agreed: undefined,
  severity: undefined,
  place: { kind: "unknown" },
  when: { kind: "unknown" },
  sharing: "shared",
  precision: "unknown",
  revision: 1,
  notedAt: `2026-12-01T17:0${made++ % 9}:00.000Z` as Instant,
  receivedAt: AT,
  notedBy: undefined,
  withdrawnAt: undefined,
  withdrawnReason: undefined,
  example: false,
  ...more,
});
const desk = (more: Partial<Desk> = {}): Desk => ({
  partnershipId: "p",
  ownerOrganisationId: "kommun",
  walk,
  notes: [],
  work: [],
  rows: [],
  ...more,
});
const merged = (observationId: string, mergedInto: string): NoteWork => ({
  observationId,
  mergedInto,
  text: undefined,
  proposal: undefined,
  placeName: undefined,
  spotManager: undefined,
  reviewedRevision: undefined,
});
const row = (number: number, more: Partial<ProtocolRow> = {}): ProtocolRow => ({
  id: `r${number}`,
  number,
  observationId: `n${number}`,
  kind: "problem",
  category: "place.lighting",
  placeName: "Skolan",
  text: "Mörkt",
  proposal: "",
  spotManager: "municipality",
  answer: undefined,
  ...more,
});
const answer = (kind: "done" | "declined" | "will-be-done" | "passed-on") => ({
  kind,
  reason: "skäl",
  when: "",
  answeredAt: AT,
});

describe("a series", () => {
  const at = (slug: string, startsAt: string, series: string | undefined, state: Walk["state"] = "protocol") => ({
    id: slug,
    slug,
    series,
    startsAt,
    state,
  });
  test("begins with a walk that had none, and the walk before is the latest one earlier", () => {
    const walks = [
      at("amot-2026", "2026-12-01T17:00:00.000Z", "amot-2021"),
      at("amot-2024", "2024-11-01T17:00:00.000Z", "amot-2021"),
      at("amot-2021", "2021-11-08T17:00:00.000Z", undefined),
      at("lingbo-2021", "2021-11-22T17:00:00.000Z", undefined),
    ];
    expect(inSeries(walks[0]!, walks).map(({ slug }) => slug)).toEqual(["amot-2026", "amot-2024", "amot-2021"]);
    expect(walkBefore(walks[0]!, walks)?.slug).toBe("amot-2024");
    // What is only planned is no walk before.
    const next = at("amot-2027", "2027-11-01T17:00:00.000Z", "amot-2021", "planned");
    const planning = [next, at("amot-2026", "2026-12-01T17:00:00.000Z", "amot-2021", "planned"), ...walks.slice(1)];
    expect(walkBefore(next, planning)?.slug).toBe("amot-2024");
    expect(lastOfEach(planning).map(({ slug }) => slug)).toEqual(["amot-2024", "lingbo-2021"]);
    expect(lastOfEach([next]).map(({ slug }) => slug)).toEqual(["amot-2027"]);
    expect(walkBefore(walks[2]!, walks)).toBeUndefined();
  });

  test.each([
    ["nobody has answered", row(1), true],
    ["is said to be coming", row(1, { answer: answer("will-be-done") }), true],
    ["was passed on", row(1, { answer: answer("passed-on") }), true],
    ["is done", row(1, { answer: answer("done") }), false],
    ["was refused with a reason", row(1, { answer: answer("declined") }), false],
    ["is a good place", row(1, { kind: "positive" }), false],
    ["was said to be done and was not", { ...row(1, { answer: answer("done") }), became: "open" }, true],
    ["somebody has seen done", { ...row(1, { answer: answer("will-be-done") }), became: "closed" }, false],
  ] as const)("a point that %s is left unfinished: %#", (_what, one, left) => expect(isUnfinished(one)).toBe(left));

  test("who looked after a spot the last time is said at the same stop, however it is called now, and nothing where nobody knew", () => {
    const bridge = [16.5, 60.9] as const;
    const before = {
      stops: [
        stop(1, "Skolan", { id: "a" }),
        stop(2, "Bron", { id: "b", position: bridge }),
        stop(3, "Ladan", { id: "c" }),
      ],
      rows: [
        { ...row(1, { spotManager: "municipality" }), stopId: "a" },
        { ...row(2, { spotManager: "road-authority" }), stopId: "a" },
        { ...row(3, { spotManager: "municipality" }), stopId: "a" },
        { ...row(4, { spotManager: "road-association" }), stopId: "b" },
        { ...row(5, { spotManager: "unknown" }), stopId: "c" },
        { ...row(6, { spotManager: "region" }), stopId: undefined },
      ],
    };
    const now = [
      stop(1, "Nya bron", { id: "x", position: bridge }),
      stop(2, "skolan", { id: "y" }),
      stop(3, "Ladan", { id: "z" }),
    ];
    expect(managersBefore(now, before)).toEqual({ x: ["road-association"], y: ["municipality", "road-authority"] });
    expect(managersBefore(now, undefined)).toEqual({});
  });

  test("two walks lie beside each other stop by stop: a stop that was renamed is known by where it is", () => {
    const bridge = [16.5, 60.9] as const;
    expect(isSameStop(stop(1, "skolan "), stop(9, "Skolan"))).toBe(true);
    expect(isSameStop(stop(1, "Bron", { position: bridge }), stop(2, "Nya bron", { position: bridge }))).toBe(true);
    expect(isSameStop(stop(1, "Bron"), stop(2, "Nya bron"))).toBe(false);
    const then = {
      stops: [
        stop(1, "Skolan", { id: "a" }),
        stop(2, "Bron", { id: "b", position: bridge }),
        stop(3, "Ladan", { id: "c" }),
      ],
      rows: [
        { ...row(1), stopId: "a" },
        { ...row(2), stopId: "b" },
        { ...row(3), stopId: "c" },
        { ...row(4), stopId: undefined },
      ],
    };
    const now = {
      stops: [stop(1, "Nya bron", { position: bridge }), stop(2, "Skolan"), stop(3, "Tyst här")],
      notes: [{ stopId: "s1" }, { stopId: "borttaget" }],
    };
    const said = compareWalks(then, now).map((one) => [
      one.stop,
      one.earlier.map(({ number }) => number),
      one.now.length,
    ]);
    expect(said).toEqual([
      ["Nya bron", [2], 1],
      ["Skolan", [1], 0],
      ["Ladan", [3], 0],
      [undefined, [4], 1],
    ]);
  });
});

describe("the meeting before", () => {
  const state = { partnershipId: "p", walk: planned, ownerOrganisationId: "kommun" };
  test("says one thing a line; what ends in a question is one", () => {
    expect(viewpointsIn("- Bakom affären\n\n • Syns den som kommer?\n")).toEqual([
      "Bakom affären",
      "Syns den som kommer?",
    ]);
    expect(["Syns den som kommer? ", "Bakom affären"].map(isQuestion)).toEqual([true, false]);
  });
  test("becomes stops at the end of the route and questions at those that stand", () => {
    const done = noteViewpoints.decide(
      {
        viewpoints: [
          { text: "Bakom affären" },
          { text: "Ser man bilarna?", stopId: "s2" },
          { text: "Är det halt?", stopId: "s2" },
        ],
      },
      state,
      leader,
    );
    expect(done).toMatchObject({
      value: {
        added: [{ number: 3, name: "Bakom affären" }],
        asked: [{ id: "s2", question: "Ser man bilarna? Är det halt?" }],
        walk: { stops: [{ number: 1 }, { number: 2, question: "Ser man bilarna? Är det halt?" }, { number: 3 }] },
      },
    });
  });
  test.each([
    ["after the walk", { ...state, walk }, [{ text: "x" }], "walked-already"],
    ["at a stop that is not there", state, [{ text: "x?", stopId: "annat" }], "no-such-stop"],
    ["with somebody's number", state, [{ text: "Ring 070-123 45 67" }], "text-has-phone"],
    [
      "with more stops than a walk has room for",
      state,
      Array.from({ length: 59 }, () => ({ text: "x" })),
      "too-many-stops",
    ],
  ] as const)("is refused %s", (_what, given, viewpoints, why) =>
    expect(noteViewpoints.decide({ viewpoints }, given, leader)).toMatchObject({ refusal: { why } }),
  );
  test("is written in by those who lead", () => {
    expect(noteViewpoints.may(person("coordinator"), { viewpoints: [] }, state)).toBeUndefined();
    expect(noteViewpoints.may(person("note-taker"), { viewpoints: [] }, state)).toEqual({ why: "not-yours" });
  });
});

describe("checklists", () => {
  test.each(WALK_THEMES)("%s looks at the ground first, ends with what is good, and asks nothing twice", (theme) => {
    const list = CHECKLISTS[theme];
    expect(list[0]).toBe("place.lighting");
    expect(list.at(-1)).toBe("place.good");
    expect(new Set(list).size).toBe(list.length);
    for (const category of list) expect(Object.values(THEME_LETTERS) as readonly string[]).toContain(category);
  });
  test("two letters are one theme, and every theme has its own", () => {
    expect(["be", "BE ", "va\u0308", "xx", ""].map(themeOf)).toEqual([
      "place.lighting",
      "place.lighting",
      "place.vegetation",
      undefined,
      undefined,
    ]);
    expect(Object.keys(THEME_LETTERS).every((letters) => letters.length === 2)).toBe(true);
    expect(new Set(Object.values(THEME_LETTERS)).size).toBe(Object.keys(THEME_LETTERS).length);
    for (const category of Object.values(THEME_LETTERS)) expect(CATEGORIES).toContain(category);
  });
  test("who looks after the spot may be left open", () =>
    expect(["ko", "VÄ", "", "?", "zz"].map(managerOf)).toEqual([
      "municipality",
      "road-association",
      "unknown",
      "unknown",
      undefined,
    ]));
  test.each([
    [0, 1],
    [10, 1],
    [11, 2],
    [23, 3],
  ])("%i walkers are %i groups", (walkers, groups) => expect(groupsAdvised(walkers)).toBe(groups));
});

describe("a sheet", () => {
  const typed = (more: Partial<TypedRow>): TypedRow => ({
    ...EMPTY_ROW,
    stop: "1",
    theme: "be",
    text: "Mörkt",
    ...more,
  });
  test("is read row by row, with a ditto mark for what stands above", () => {
    const above = typed({ manager: "ko", proposal: "Ny lampa" });
    expect(
      readRow(typed({ stop: '"', theme: '-"-', text: "Mer mörkt", manager: "''", agreed: "4" }), above, walk.stops),
    ).toMatchObject({
      value: {
        stop: { id: "s1" },
        category: "place.lighting",
        text: "Mer mörkt",
        spotManager: "municipality",
        agreed: 4,
      },
    });
    expect(likeAbove(typed({ stop: "", theme: "", text: "Nytt" }), above)).toMatchObject({
      stop: "1",
      theme: "be",
      manager: "ko",
      text: "Nytt",
      proposal: "",
    });
    expect(readRow(typed({ stop: "" }), undefined, walk.stops)).toMatchObject({ value: { stop: undefined } });
  });
  test.each([
    ["its number", "1", "s1"],
    ["a ditto mark under it", '"', "s1"],
    ["a number that is not on the route", "9", undefined],
    ["nothing", " ", undefined],
  ])("knows its stop while it is written, by %s", (_what, stop, id) =>
    expect(stopOf(typed({ stop }), typed({}), walk.stops)?.id).toBe(id),
  );
  test.each([
    ["a stop that is not on the route", { stop: "9" }, "no-stop-with-number"],
    ["letters that are no theme", { theme: "zz" }, "no-such-theme"],
    ["a ditto mark with nothing above", { theme: '"' }, "no-such-theme"],
    ["nothing seen", { text: " " }, "nothing-said"],
    ["letters that look after nothing", { manager: "qq" }, "no-such-manager"],
    ["a count in words", { agreed: "många" }, "not-a-count"],
  ])("a row with %s is refused where it stands", (_what, more, why) =>
    expect(readRow(typed(more), undefined, walk.stops)).toMatchObject({ refusal: { why } }),
  );
  test("becomes the note a phone would have sent, and the same rule takes it in", () => {
    const read = readRow(typed({ theme: "br" }), undefined, walk.stops);
    if (!read.ok) throw new Error("refused");
    const input = noteOfRow(read.value, { partnership: "ockelbo", id: "n", walk, at: AT, sharing: "shared" });
    expect(input).toMatchObject({
      kind: "positive",
      stopId: "s1",
      walkId: "w",
      place: { kind: "area", name: "Skolan, Åmot" },
      when: { kind: "interval", from: walk.startsAt, to: walk.endsAt },
    });
    const taken = noteObservation.decide(
      { ...input, consequence: "" },
      {
        partnershipId: "p",
        earlier: undefined,
        walk: { sourceId: "source", stopIds: ["s1"] },
        ownSourceId: "own",
      },
      moment(person("note-taker")),
    );
    expect(taken).toMatchObject({ ok: true });
  });

  const said = (text: string, more: object = {}) => ({
    stopId: "s1",
    category: "place.lighting" as const,
    text,
    ...more,
  });
  test.each([
    ["the same in other words", said("Trasig lampa vid trappan"), true],
    ["the same under another theme", said("Lampan vid trappan är trasig", { category: "place.upkeep" }), true],
    ["something else", said("Häcken skymmer övergången"), false],
    ["the same at another stop", said("Trasig lampa vid trappan", { stopId: "s2" }), false],
    ["half of it under another theme", said("Räcket vid trappan saknas", { category: "place.path" }), false],
  ])("a row that says %s", (_what, other, same) =>
    expect(seemsSame(said("Lampan vid trappan är trasig"), other)).toBe(same),
  );

  const typing = { partnershipId: "p", walkId: "w", earlier: undefined, noteWalkId: "w" };
  const at = { sheet: 2, number: 5, observationId: "n" };
  test("knows what each row became; one that could not be read is read later", () => {
    expect(typeSheetRow.decide(at, typing, leader)).toMatchObject({ value: { row: at, repeated: false } });
    expect(typeSheetRow.decide(at, { ...typing, earlier: at }, leader)).toMatchObject({ value: { repeated: true } });
    const unread = { ...at, observationId: undefined };
    expect(typeSheetRow.decide(unread, { ...typing, noteWalkId: undefined }, leader)).toMatchObject({ ok: true });
    expect(typeSheetRow.decide(at, { ...typing, earlier: unread }, leader)).toMatchObject({ ok: true });
  });
  test.each([
    ["typed in by somebody else", { ...typing, earlier: { ...at, observationId: "annan" } }, "sheet-row-typed"],
    ["said to be a note of another walk", { ...typing, noteWalkId: "x" }, "no-such-note"],
  ])("a row %s is refused", (_what, state, why) =>
    expect(typeSheetRow.decide(at, state, leader)).toMatchObject({ refusal: { why } }),
  );
  test("is typed in by whoever takes notes, and by nobody who only reads", () => {
    expect(typeSheetRow.may(person("note-taker"), at, typing)).toBeUndefined();
    expect(typeSheetRow.may(person("reader"), at, typing)).toEqual({ why: "not-yours" });
  });
});

describe("the protocol", () => {
  const two = [note("a"), note("b", { text: "Trasig lampa", proposal: "Byt den", spotManager: "municipality" })];

  test("lays doubles together: one row, with what only the other said", () => {
    const rows = draftProtocol(two, [merged("b", "a")], walk);
    expect(rows).toMatchObject([
      {
        number: 1,
        observationId: "a",
        text: "Lampan vid trappan är trasig",
        proposal: "Byt den",
        spotManager: "municipality",
        doubles: ["b"],
      },
    ]);
  });
  test("a double of a note that is withdrawn stands on its own again", () =>
    expect(
      draftProtocol([note("a", { withdrawnAt: AT }), note("b")], [merged("b", "a")], walk).map(
        (one) => one.observationId,
      ),
    ).toEqual(["b"]));

  test("law: whatever is laid together with whatever, every shared note is in exactly one row, and rows are numbered without gaps", () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ own: fc.boolean(), stop: fc.constantFrom("s1", "s2", undefined), into: fc.nat(9) }), {
          maxLength: 10,
        }),
        (given) => {
          const notes = given.map(({ own, stop: stopId }, index) =>
            note(`n${index}`, { stopId, sharing: own ? "own" : "shared" }),
          );
          let work: NoteWork[] = [];
          for (const [index, { into }] of given.entries()) {
            const done = mergeNote.decide({ id: `n${index}`, into: `n${into}` }, desk({ notes, work }), leader);
            if (done.ok) work = [...work.filter((one) => one.observationId !== `n${index}`), done.value];
          }
          const rows = draftProtocol(notes, work, walk);
          expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
          const told = rows.flatMap(({ observationId, doubles }) => [observationId, ...doubles]).toSorted();
          const shared = notes.filter(({ sharing }) => sharing === "shared").map(({ id }) => id);
          expect(told).toEqual(shared.toSorted());
        },
      ),
    ));

  test.each([
    [
      "a note the other keeps to itself",
      desk({ notes: [note("a"), note("b", { sharing: "own" })] }),
      "b",
      "no-such-note",
    ],
    ["itself", desk({ notes: two }), "a", "note-in-itself"],
    ["its own double", desk({ notes: two, work: [merged("b", "a")] }), "b", "note-in-itself"],
  ])("a note is not laid together with %s", (_what, state, into, why) =>
    expect(mergeNote.decide({ id: "a", into }, state, leader)).toMatchObject({ refusal: { why } }),
  );
  test("what stands in the protocol is neither merged, rewritten nor reviewed", () => {
    const state = desk({ walk: established, notes: two, rows: [row(1, { observationId: "a" })] });
    const why = { refusal: { why: "row-stands-in-protocol" } };
    expect(mergeNote.decide({ id: "a", into: "b" }, state, leader)).toMatchObject(why);
    expect(reviewNote.decide({ id: "a" }, state, leader)).toMatchObject(why);
    expect(mergeNote.decide({ id: "b", into: "a" }, state, leader)).toMatchObject({ value: { mergedInto: "a" } });
  });
  test("a double is taken out again", () =>
    expect(mergeNote.decide({ id: "b" }, desk({ notes: two, work: [merged("b", "a")] }), leader)).toMatchObject({
      value: { mergedInto: undefined },
    }));

  const named = note("x", { text: "Det var Kalle Svensson som sade att det är mörkt" });
  test("is not established while a row may point at a person; read or rewritten it may", () => {
    const state = desk({ notes: [named] });
    expect(toReview(rowsToCome(state))).toMatchObject([{ hints: [{ kind: "name", found: "Kalle Svensson" }] }]);
    expect(establishProtocol.decide({}, state, leader)).toMatchObject({
      refusal: { why: "persons-to-review", detail: { count: 1 } },
    });
    // Of what surely looks like a person another has to say that it is none.
    const mine = { ...state, notes: [{ ...named, notedBy: "coordinator" }] };
    expect(reviewNote.decide({ id: "x" }, mine, leader)).toMatchObject({ refusal: { why: "reviewed-by-another" } });
    const spoken = note("y", { text: "En sade «här vill jag inte gå ensam»", notedBy: "coordinator" });
    expect(reviewNote.decide({ id: "y" }, desk({ notes: [spoken] }), leader)).toMatchObject({ ok: true });
    // A stop that is called something like a name is a place.
    const church = desk({ notes: [note("z", { text: "Mörkt vid Anna Svensson" })] });
    const called = { ...church.walk, stops: [stop(1, "Anna Svenssons plats")] };
    expect(toReview(rowsToCome({ ...church, walk: called }))).toEqual([]);
    const read = reviewNote.decide({ id: "x" }, state, leader);
    if (!read.ok) throw new Error("refused");
    expect(establishProtocol.decide({}, { ...state, work: [read.value] }, leader)).toMatchObject({ ok: true });
    // What is written after it was read is unread.
    const changed = { ...state, notes: [{ ...named, revision: 2 }], work: [read.value] };
    expect(toReview(rowsToCome(changed))).toHaveLength(1);
    const rewriting = {
      id: "x",
      text: "Det är mörkt",
      proposal: "",
      placeName: "Skolan",
      spotManager: "municipality" as const,
    };
    const rewritten = rewriteNote.decide(rewriting, state, leader);
    if (!rewritten.ok) throw new Error("refused");
    expect(establishProtocol.decide({}, { ...state, work: [rewritten.value] }, leader)).toMatchObject({
      value: { rows: [{ text: "Det är mörkt", placeName: "Skolan" }] },
    });
    expect(rewriteNote.decide({ ...rewriting, text: " " }, state, leader)).toMatchObject({
      refusal: { why: "nothing-said" },
    });
    expect(rewriteNote.decide({ ...rewriting, text: "Ring 070-123 45 67" }, state, leader)).toMatchObject({
      refusal: { why: "text-has-phone" },
    });
    expect(rewriteNote.decide({ ...rewriting, id: "annan" }, state, leader)).toMatchObject({
      refusal: { why: "no-such-note" },
    });
  });

  test("is complemented after what was numbered, and gets its registry number when there is one", () => {
    const rows = [row(1, { observationId: "a" })];
    const late = desk({
      walk: established,
      notes: [...two, note("c", { stopId: "s1" })],
      work: [merged("b", "a")],
      rows,
    });
    expect(complementProtocol.decide({}, late, leader)).toMatchObject({
      value: { rows: [{ number: 2, observationId: "c" }] },
    });
    // Nothing waits that nobody outside reads yet; what comes after the publication does, until it is published as well.
    const published = { ...established, publishedAt: AT };
    const [before, after] = [late, { ...late, walk: published }].map((one) =>
      complementProtocol.decide({}, one, leader),
    );
    expect(before).toMatchObject({ value: { rows: [expect.not.objectContaining({ waits: true })] } });
    expect(after).toMatchObject({ value: { rows: [{ number: 2, waits: true }] } });
    expect(publishProtocol.decide({}, desk({ walk: published, rows }), leader)).toMatchObject({
      refusal: { why: "protocol-published" },
    });
    const waiting = [...rows, row(2, { waits: true })];
    expect(publishProtocol.decide({}, desk({ walk: published, rows: waiting }), leader)).toMatchObject({
      value: { publishedAt: AT, complementedAt: leader.at },
    });
    expect(complementProtocol.decide({}, desk({ walk: established, notes: [note("a")], rows }), leader)).toMatchObject({
      refusal: { why: "nothing-to-complement" },
    });
    expect(complementProtocol.decide({}, desk(), leader)).toMatchObject({
      refusal: { why: "protocol-not-established" },
    });
    expect(registerProtocol.decide({ registryNumber: "KS 2026/1" }, late, leader)).toMatchObject({
      value: { registryNumber: "KS 2026/1" },
    });
    expect(registerProtocol.decide({ registryNumber: "KS 2026/1" }, desk(), leader)).toMatchObject({
      refusal: { why: "protocol-not-established" },
    });
  });

  test.each([
    ["coordinator", "kommun", true, true],
    ["note-taker", "kommun", false, true],
    ["liaison", "polisen", false, false],
    ["reader", "kommun", false, false],
  ] as const)("a %s of %s makes it: %s, and merges doubles: %s", (role, organisation, makes, merges) => {
    const by = person(role, organisation);
    expect(establishProtocol.may(by, {}, desk()) === undefined).toBe(makes);
    expect(rewriteNote.may(by, {} as never, desk()) === undefined).toBe(makes);
    expect(mergeNote.may(by, {} as never, desk()) === undefined).toBe(merges);
  });

  test("good places stand first in a list of their own; the rest by number or by who looks after the spot", () => {
    const rows = [
      row(1, { spotManager: "housing" }),
      row(2, { kind: "positive" }),
      row(3, { spotManager: "municipality" }),
      row(4, { spotManager: "housing" }),
    ];
    const managers = ["municipality", "housing"] as const;
    const numbers = (order: "number" | "manager") => {
      const { good, rest } = inSections(rows, order, managers);
      return [good.map(({ number }) => number), rest.map(({ number }) => number)];
    };
    expect(numbers("number")).toEqual([[2], [1, 3, 4]]);
    expect(numbers("manager")).toEqual([[2], [3, 1, 4]]);
  });
});
