import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Grant, Person, Role } from "../ground/party.ts";
import type { Place } from "../ground/place.ts";
import type { Day, Instant, When } from "../ground/time.ts";
import { draftOf, EMPTY_DRAFT, noteInput, placeOfNote, wrongClock } from "./field-note.ts";
import type { Noted, Observation } from "./observation.ts";
import { noteObservation, reviseObservation, withdrawObservation } from "./observation.ts";
import { flatPlace, flatWhen, placeOf, whenOf } from "./place-columns.ts";
import { freeSlug } from "./source.ts";
import { lightAt, sunOn } from "./sun.ts";
import { answerRow, planWalk, seasonOf, type Walk, type Walked } from "./walk.ts";
import { finishWalk } from "./walks/heads.ts";
import { establishProtocol } from "./walks/protocol.ts";

const AT = "2021-11-08T17:00:00.000Z" as Instant;
const OCKELBO = [16.718, 60.8985] as const;
const person = (role: Role, organisationId = "kommun"): Person => ({
  id: role,
  name: role,
  operator: false,
  grants: [{ partnershipId: "p", organisationId, party: "municipality", role, title: "" } satisfies Grant],
});
let made = 0;
const moment = (by: Person) => ({ at: AT, by, newId: () => `id-${++made}` });
const plan = {
  title: "Mörkervandring i Åmot",
  village: "Åmot",
  startsAt: AT,
  endsAt: "2021-11-08T19:30:00.000Z" as Instant,
  meetingPoint: "Utanför skolan",
  theme: "general",
  route: [],
  stops: [{ name: "Tunneln", question: "" }],
  functions: ["polisen"],
} as const;
const planning = { partnershipId: "p", slugs: [] as string[], centre: OCKELBO, outline: [] };
const note = (more: Partial<Observation> = {}): Observation => ({
  id: `note-${++made}`,
  sourceId: "s",
  ownerOrganisationId: "kommun",
  walkId: "w",
  stopId: undefined,
  kind: "problem",
  category: "place.lighting",
  text: "Mörkt",
  consequence: "",
  proposal: "",
  spotManager: "municipality",
  agreed: undefined,
  severity: undefined,
  place: { kind: "unknown" },
  when: { kind: "unknown" },
  sharing: "shared",
  precision: "unknown",
  revision: 1,
  notedAt: AT,
  receivedAt: AT,
  notedBy: undefined,
  withdrawnAt: undefined,
  withdrawnReason: undefined,
  example: false,
  ...more,
});

describe("a walk", () => {
  test("knows by itself that it is dark, and which season it is", () => {
    const planned = planWalk.decide(plan, planning, moment(person("coordinator")));
    expect(planned).toMatchObject({ value: { slug: "amot-2021", light: "dark", season: "autumn", state: "planned" } });
    const second = planWalk.decide(plan, { ...planning, slugs: ["amot-2021"] }, moment(person("coordinator")));
    expect(second).toMatchObject({ value: { slug: "amot-2021-2" } });
  });

  test.each([
    ["without stops", { stops: [] }, "stops-needed"],
    ["that ends before it starts", { endsAt: AT }, "ends-before-it-starts"],
    ["with a person's number on the poster", { meetingPoint: "Ring 070-123 45 67" }, "text-has-phone"],
    ["without a name", { title: " " }, "name-needed"],
    [
      "with a stop in Norway",
      { stops: [{ name: "Tunneln", question: "", position: [10.75, 59.91] as const }] },
      "stop-outside",
    ],
    ["with a route by Norway", { route: [OCKELBO, [10.75, 59.91] as const] }, "route-outside"],
  ])("%s is refused", (_name, more, why) =>
    expect(planWalk.decide({ ...plan, ...more }, planning, moment(person("coordinator")))).toMatchObject({
      refusal: { why },
    }),
  );

  test.each([
    ["coordinator", true],
    ["liaison", true],
    ["note-taker", false],
    ["reader", false],
  ] as const)("a %s leads one: %s", (role, may) =>
    expect(planWalk.may(person(role), plan, planning) === undefined).toBe(may),
  );

  test("its protocol holds what was shared, in the order of the stops, numbered without gaps", () => {
    const planned = planWalk.decide(
      {
        ...plan,
        stops: [
          { name: "A", question: "" },
          { name: "B", question: "" },
        ],
      },
      planning,
      moment(person("coordinator")),
    );
    if (!planned.ok) throw new Error("refused");
    const [first, second] = planned.value.stops;
    const finished = finishWalk.decide(
      { heads: { all: 9 }, weather: "", functions: [] },
      { partnershipId: "p", walk: planned.value, ownerOrganisationId: "kommun", counts: [] },
      moment(person("note-taker")),
    );
    const walk = (finished as { value: { walk: Walked } }).value.walk;
    const notes = [
      note({ text: "sist, mellan stoppen" }),
      note({ text: "på B", stopId: second!.id }),
      note({ text: "hemligt", stopId: first!.id, sharing: "own" }),
      note({ text: "återtaget", stopId: first!.id, withdrawnAt: AT }),
      note({ text: "på A", stopId: first!.id }),
    ];
    const desk = (walked: Walk, given: readonly Observation[]) => ({
      partnershipId: "p",
      ownerOrganisationId: "kommun",
      walk: walked,
      notes: given,
      work: [],
      rows: [],
    });
    const made = establishProtocol.decide({}, desk(walk, notes), moment(person("coordinator")));
    expect(made).toMatchObject({
      value: {
        walk: { state: "protocol" },
        rows: [
          { number: 1, text: "på A", placeName: "A" },
          { number: 2, text: "på B", placeName: "B" },
          { number: 3, text: "sist, mellan stoppen" },
        ],
      },
    });
    const leader = moment(person("coordinator"));
    const unshared = notes.filter(({ sharing }) => sharing === "own");
    expect(establishProtocol.decide({}, desk(walk, unshared), leader)).toMatchObject({
      refusal: { why: "nothing-to-put-in-protocol" },
    });
    expect(establishProtocol.decide({}, desk(planned.value, notes), leader)).toMatchObject({
      refusal: { why: "not-walked-yet" },
    });
    if (!made.ok) throw new Error("refused");
    const early = { partnershipId: "p", ownerOrganisationId: "kommun", walk, row: made.value.rows[0]! };
    expect(answerRow.decide({ kind: "done", reason: "", when: "" }, early, leader)).toMatchObject({
      refusal: { why: "protocol-not-established" },
    });
    const answering = { ...early, walk: made.value.walk };
    const answer = (kind: "declined" | "done", reason: string) =>
      answerRow.decide({ kind, reason, when: "" }, answering, moment(person("coordinator")));
    expect(answer("declined", " ")).toMatchObject({ refusal: { why: "public-reason-needed" } });
    expect(answer("done", "")).toMatchObject({ ok: true });
    expect(establishProtocol.decide({}, desk(made.value.walk, notes), moment(person("coordinator")))).toMatchObject({
      refusal: { why: "protocol-established" },
    });
  });
});

describe("an observation", () => {
  const noting = { partnershipId: "p", earlier: undefined, walk: undefined, ownSourceId: "own" };
  const { id, notedAt, ...said } = note({ walkId: undefined });
  const input = { ...(said as Noted), id, notedAt };

  test("belongs to the organisation of whoever noted it", () =>
    expect(noteObservation.decide(input, noting, moment(person("note-taker", "bolaget")))).toMatchObject({
      value: { observation: { ownerOrganisationId: "bolaget", sourceId: "own", revision: 1 }, repeated: false },
    }));
  test("that has come before is answered as the first time", () => {
    const earlier = note({ text: "som det var" });
    expect(noteObservation.decide(input, { ...noting, earlier }, moment(person("note-taker")))).toMatchObject({
      value: { observation: earlier, repeated: true },
    });
  });
  test.each([
    ["says nothing", { text: " " }, "nothing-said"],
    ["is from a walk that is not there", { walkId: "w" }, "no-such-walk"],
    ["is from a stop that is not there", { stopId: "x" }, "no-such-stop"],
    ["names a plate", { proposal: "Stoppa ABC 123" }, "text-has-plate"],
  ])("is refused when it %s", (_name, more, why) =>
    expect(noteObservation.decide({ ...input, ...more }, noting, moment(person("note-taker")))).toMatchObject({
      refusal: { why },
    }),
  );
  test("the same words again change nothing; other words make a revision; a withdrawn one stays as it is", () => {
    const standing = { partnershipId: "p", observation: note(), imported: false, heard: false };
    expect(reviseObservation.decide(note(), standing, moment(person("note-taker")))).toMatchObject({
      value: { repeated: true },
    });
    expect(reviseObservation.decide(note({ text: "Ljust" }), standing, moment(person("note-taker")))).toMatchObject({
      value: { observation: { revision: 2 } },
    });
    expect(
      reviseObservation.decide(note(), { ...standing, imported: true }, moment(person("note-taker"))),
    ).toMatchObject({
      refusal: { why: "source-keeps-its-text" },
    });
    const said = reviseObservation.decide(
      note({ sharing: "public" }),
      { ...standing, heard: true },
      moment(person("note-taker")),
    );
    expect(said).toMatchObject({ refusal: { why: "hearing-keeps-its-words" } });
    const withdrawn = { ...standing, observation: note({ withdrawnAt: AT }) };
    expect(reviseObservation.decide(note({ text: "Ljust" }), withdrawn, moment(person("note-taker")))).toMatchObject({
      refusal: { why: "withdrawn-already" },
    });
    expect(withdrawObservation.decide({ reason: "" }, standing, moment(person("note-taker")))).toMatchObject({
      refusal: { why: "reason-needed" },
    });
  });
});

describe("a note outdoors", () => {
  const stop = { id: "1", name: "Tunneln", position: OCKELBO };
  const sure = { position: [16.7, 60.9] as const, accuracyMetres: 12.4 };
  test.each([
    [
      "where the phone is sure",
      sure,
      stop,
      { kind: "point", position: sure.position, accuracyMetres: 12, name: "Tunneln" },
    ],
    [
      "at the stop when the phone is not sure",
      { ...sure, accuracyMetres: 60 },
      stop,
      { kind: "point", position: OCKELBO, name: "Tunneln" },
    ],
    [
      "by name when nobody knows the position",
      undefined,
      { id: "1", name: "Tunneln" },
      { kind: "area", name: "Tunneln, Åmot" },
    ],
    ["in the village when nothing is said", undefined, undefined, { kind: "area", name: "Åmot" }],
  ])("is %s", (_name, fix, at, place) => expect(placeOfNote(EMPTY_DRAFT, fix, at, "Åmot")).toEqual(place));
  test("is the same form again when it is changed before it has gone", () => {
    const draft = {
      ...EMPTY_DRAFT,
      text: "Mörkt",
      agreed: 4,
      sharing: "own" as const,
      placeName: "Tunneln",
      stopId: "s",
    };
    const place = { kind: "area", name: "Tunneln" } as const;
    expect(draftOf(noteInput({ partnership: "p", id: "i", draft, place, walkId: "w", at: AT }))).toEqual({
      ...draft,
      id: "i",
      noted: { place, at: AT },
    });
  });
});

describe("places and times as columns", () => {
  const position = fc.tuple(fc.double({ min: 10, max: 25, noNaN: true }), fc.double({ min: 55, max: 69, noNaN: true }));
  const name = fc.string({ minLength: 1 });
  const places: fc.Arbitrary<Place> = fc.oneof(
    fc.record({ kind: fc.constant("point" as const), position, name }),
    fc.record({ kind: fc.constant("segment" as const), line: fc.array(position, { minLength: 2, maxLength: 5 }) }),
    fc.record({ kind: fc.constant("area" as const), name }),
    fc.record({ kind: fc.constant("municipality" as const), code: fc.constant("2101"), name }),
    fc.record({ kind: fc.constant("county" as const), code: fc.constant("21"), name }),
    fc.record({ kind: fc.constant("unknown" as const), name }),
  );
  test("come back as they went in, and only points and segments get a position", () => {
    fc.assert(
      fc.property(places, (place) => {
        const flat = flatPlace(place);
        expect(placeOf(flat)).toEqual(place);
        expect(flat.lon !== null && flat.h3 !== null).toBe(place.kind === "point" || place.kind === "segment");
      }),
    );
  });
  test.each<When>([
    { kind: "instant", at: AT },
    { kind: "interval", from: AT, to: "2021-11-08T19:30:00.000Z" as Instant },
    { kind: "recurring", weekdays: [5, 6], fromHour: 20, toHour: 24 },
    { kind: "unknown" },
  ])("a time comes back as it went in: $kind", (when) => expect(whenOf(flatWhen(when))).toEqual(when));
});

describe("the sun over Ockelbo", () => {
  test("sets within two minutes of 15.36 on 8 November", () => {
    const { set } = sunOn("2021-11-08" as Day, OCKELBO)!;
    expect(Math.abs(Date.parse(set) - Date.parse("2021-11-08T14:36:00Z"))).toBeLessThan(120_000);
  });
  test.each([
    ["2021-11-08T17:00:00.000Z", "dark"],
    ["2021-11-08T14:50:00.000Z", "dusk"],
    ["2021-06-21T18:00:00.000Z", "light"],
  ])("at %s it is %s", (at, light) => expect(lightAt(at as Instant, OCKELBO)).toBe(light));
  test("does not set at midsummer in Kiruna", () => expect(sunOn("2021-06-21" as Day, [20.2, 67.86])).toBeUndefined());
  test.each([
    ["2021-03-01", "spring"],
    ["2021-08-31", "summer"],
    ["2021-11-08", "autumn"],
    ["2021-12-01", "winter"],
    ["2021-02-28", "winter"],
  ])("%s is %s", (day, season) => expect(seasonOf(day as Day)).toBe(season));
});

test("an address part is one that nobody has", () =>
  expect(freeSlug("Åmot 2021", ["amot-2021", "amot-2021-2"])).toBe("amot-2021-3"));

test("a phone's clock is told of where it was wrong on a walk, and nowhere else", () => {
  const noted = (notedAt: string, at: string, walkId: string | undefined = "w") =>
    wrongClock({ walkId, notedAt, when: { kind: "instant", at: at as Instant } });
  const [showed, was] = ["2026-11-24T18:00:00.000Z", "2026-11-24T17:00:00.000Z"];
  expect(noted(showed, was)).toEqual({ showed, was });
  expect(noted(showed, "2026-11-24T18:01:30.000Z")).toBeUndefined();
  expect(wrongClock({ notedAt: showed, when: { kind: "instant", at: was as Instant } })).toBeUndefined();
  expect(wrongClock({ walkId: "w", notedAt: showed, when: { kind: "unknown" } })).toBeUndefined();
});
