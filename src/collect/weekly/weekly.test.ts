import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import { addDays, type Day, type Instant, weekdayOf } from "../../ground/time.ts";
import { roughened } from "../pointed.ts";
import { CATEGORIES } from "../category.ts";
import { askedSince, type CellState, cellOf, type Filed, missedWeeks, silentWeeks } from "./coverage.ts";
import { homeIn } from "./home.ts";
import { answerEvent, isSameEvent, type NewEvent, sendReport, whenOf } from "./report.ts";
import {
  endReporter,
  placeFromAddress,
  placeInAddress,
  placesAsText,
  placesIn,
  type Reporter,
  setAway,
  setReporter,
} from "./reporter.ts";
import { changeTree, choicesOf, PRESET_TREE } from "./tree.ts";
import { mondayOf, thursdayOf, weekNumber, weeksBack } from "./week.ts";
import { alreadyReported, EMPTY_EVENT, eventOf, isUntouched, missingIn } from "./week-draft.ts";

const day = (text: string) => text as Day;
const REPORTER: Reporter = {
  id: "north",
  organisationId: "municipality",
  personId: "amina",
  role: "vaktmästare, bostadsbolaget",
  area: "Norra området",
  places: [{ name: "Cykelrummet", position: [16.71, 60.88] }, { name: "Källargångarna" }],
  since: day("2026-01-05"),
  endedOn: undefined,
};
const AT = "2026-11-05T12:10:00.000Z" as Instant;
const event = (more: Partial<NewEvent> = {}): NewEvent => ({
  id: "event-1",
  category: "vandalism.graffiti",
  place: "Cykelrummet",
  part: "night",
  severity: 2,
  text: "",
  ...more,
});
const sending = { reporter: REPORTER, earlier: undefined, sourceId: "source", tree: PRESET_TREE, joinable: [] };
const send = (events: readonly NewEvent[], state = {}, week = "2026-11-02") =>
  sendReport.decide({ id: "report", week: day(week), writtenAt: AT, events }, { ...sending, ...state }, by(amina, AT));

describe("a week", () => {
  test.each([
    ["2026-11-05", "2026-11-02", 45],
    ["2027-01-03", "2026-12-28", 53],
    ["2027-01-04", "2027-01-04", 1],
    ["2024-12-30", "2024-12-30", 1],
    ["2023-01-01", "2022-12-26", 52],
  ])("%s lies in the week of %s, which is number %i", (of, monday, number) => {
    expect(mondayOf(day(of))).toBe(monday);
    expect(weekNumber(day(monday))).toBe(number);
  });

  test("begins on a Monday, and goes up by one until the year's last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const monday = mondayOf(addDays(day("1990-01-01"), offset));
        expect(weekdayOf(monday)).toBe(1);
        const next = weekNumber(addDays(monday, 7));
        expect(next === weekNumber(monday) + 1 || (next === 1 && weekNumber(monday) >= 52)).toBe(true);
      }),
    );
  });
});

describe("a home", () => {
  test.each([
    "lgh 1203",
    "Lägenhet 12 på andra",
    "lght.1001",
    "2 tr höger",
    "3 trappor t.v.",
    "Rabovägen 4, 1203",
    "Bruksgatan 12B 1101",
    "apartment 4",
    "dörr 3",
  ])("is seen in «%s»", (text) => expect(homeIn(text)).toBeDefined());

  test.each([
    "Trapphus B, andra våningen",
    "Rabovägen 4",
    "Klotter 2 m brett",
    "Trapporna vid torget",
    "Sedan vecka 45, 2026",
    "Ungefär 1200 kronor i skada",
    "Gården mellan 4 och 6",
  ])("is not seen in «%s»", (text) => expect(homeIn(text)).toBeUndefined());
});

describe("a weekly report", () => {
  test("of nothing is a report", () => {
    const { report, observations } = must(send([]));
    expect(report).toMatchObject({ reporterId: "north", week: "2026-11-02", events: 0 });
    expect(observations).toEqual([]);
  });

  test("puts each event where and when it was, no more exactly than is known, and names nobody", () => {
    const { observations, events } = must(
      send([
        event(),
        event({ id: "event-2", category: "positive.change", place: "", text: "Häcken är klippt", severity: 1 }),
        event({ id: "event-3", category: "event.planned", place: "Källargångarna", part: "weekend" }),
      ]),
    );
    expect(observations.map(({ kind, text, place }) => [kind, text, place])).toEqual([
      [
        "problem",
        "Klotter, Cykelrummet",
        { kind: "point", position: roughened([16.71, 60.88], 50), accuracyMetres: 50, name: "Cykelrummet" },
      ],
      ["positive", "Häcken är klippt", { kind: "area", name: "Norra området" }],
      ["event", "Arrangemang, Källargångarna", { kind: "area", name: "Källargångarna, Norra området" }],
    ]);
    expect(observations[0]).toMatchObject({ sourceId: "source", sharing: "shared", precision: "day", severity: 2 });
    expect(events.map(({ observationId }) => observationId)).toEqual(["event-1", "event-2", "event-3"]);
  });

  test.each<[string, () => string | undefined]>([
    ["not-a-reporter", () => sendReport.may(karin, {} as never, { ...sending, reporter: REPORTER })?.why],
    ["not-a-reporter", () => sendReport.may(amina, {} as never, { ...sending, reporter: undefined })?.why],
    ["week-not-open", () => why(send([], {}, "2026-11-03"))],
    ["week-not-open", () => why(send([], {}, "2026-11-09"))],
    ["week-not-open", () => why(send([], {}, "2026-08-31"))],
    ["yes", () => why(send([], {}, "2026-09-07"))],
    ["no-such-place", () => why(send([event({ place: "Hos Andersson" })]))],
    ["home-in-text", () => why(send([event({ text: "Bråk i lgh 1203" })]))],
    ["text-has-phone", () => why(send([event({ text: "Ring 070-123 45 67" })]))],
    ["event-twice", () => why(send([event(), event()]))],
  ])("says %s", (said, asked) => expect(asked()).toBe(said));

  test("sent twice is one report", () => {
    const earlier = must(send([event()])).report;
    expect(must(send([event(), event({ id: "event-2" })], { earlier }))).toMatchObject({
      repeated: true,
      report: { events: 1 },
      observations: [],
    });
  });

  test("adds a reporter, not an event, to what another has reported; once each, and to nothing that is not there", () => {
    const joinable = [{ id: "theirs", mine: false }];
    const joining = must(send([event({ joins: "theirs" }), event({ id: "event-2", joins: "theirs" })], { joinable }));
    expect(joining.observations).toEqual([]);
    expect(joining.events).toMatchObject([{ observationId: "theirs" }]);
    expect(must(send([event({ joins: "theirs" })], { joinable: [{ id: "theirs", mine: true }] })).events).toEqual([]);
    expect(must(send([event({ joins: "gone" })])).observations).toHaveLength(1);
  });

  test.each<[string, "weekend" | "night", string, string]>([
    ["2026-11-05T12:10:00.000Z", "night", "2026-10-28T23:00:00.000Z", "2026-11-05T12:10:00.000Z"],
    ["2026-11-05T12:10:00.000Z", "weekend", "2026-10-30T17:00:00.000Z", "2026-11-01T23:00:00.000Z"],
    ["2026-11-06T12:10:00.000Z", "weekend", "2026-10-30T17:00:00.000Z", "2026-11-01T23:00:00.000Z"],
    ["2026-11-07T12:10:00.000Z", "weekend", "2026-11-06T17:00:00.000Z", "2026-11-07T12:10:00.000Z"],
  ])("written at %s means by %s from %s to %s", (at, part, from, to) => {
    expect(whenOf(part, at as Instant)).toEqual({ kind: "interval", from, to });
  });

  test("finds that two speak of the same by the position, else by the name, never across kinds", () => {
    const one = {
      category: "vandalism.graffiti" as const,
      placeName: "Cykelrummet",
      position: [16.71, 60.88] as const,
    };
    expect(isSameEvent(one, { ...one, placeName: "Cykelförrådet", position: [16.7104, 60.88] })).toBe(true);
    expect(isSameEvent(one, { ...one, position: [16.72, 60.88] })).toBe(false);
    expect(isSameEvent(one, { ...one, placeName: "cykelrummet ", position: undefined })).toBe(true);
    expect(isSameEvent(one, { ...one, category: "place.litter" })).toBe(false);
  });

  test.each([
    ["", "say-what-it-led-to"],
    ["Lampan i lgh 1203 lagad", "home-in-text"],
    ["Ring 070-123 45 67", "text-has-phone"],
    ["Lampan vid cykelrummet lagad", "yes"],
  ])("led to «%s»: %s", (text, said) => {
    expect(why(answerEvent.decide({ text, on: day("2026-11-02") }, { partnershipId: PARTNERSHIP }, by(karin)))).toBe(
      said,
    );
  });
});

describe("a week on the phone", () => {
  const full = { ...EMPTY_EVENT, category: "place.litter", place: "", part: "day", severity: 1 } as const;
  test("says what is missing, in the order it is asked, and is an event when nothing is", () => {
    expect(missingIn(EMPTY_EVENT)).toEqual(["missingWhat", "missingWhere", "missingWhen", "missingUnsafe"]);
    expect([isUntouched(EMPTY_EVENT), isUntouched({ ...EMPTY_EVENT, text: "x" })]).toEqual([true, false]);
    expect(eventOf(EMPTY_EVENT, "e")).toBeUndefined();
    expect(missingIn(full)).toEqual([]);
    expect(eventOf({ ...full, joins: "none" }, "e")).not.toHaveProperty("joins");
    expect(eventOf({ ...full, joins: "theirs" }, "e")).toMatchObject({ id: "e", place: "", joins: "theirs" });
  });

  test("asks whether it is the same only where somebody has been before", () => {
    const recent = [{ id: "r", category: "place.litter" as const, placeName: "Gården", notedAt: AT }];
    const places = [{ name: "Gården" }, { name: "Källaren" }];
    expect(alreadyReported({ ...full, place: "Gården" }, places, recent)?.id).toBe("r");
    for (const place of ["", "Källaren", undefined])
      expect(alreadyReported({ ...full, place }, places, recent)).toBeUndefined();
  });
});

describe("a reporter", () => {
  const wish = { role: "vaktmästare", area: "Norra", places: [{ name: "Gården" }] };
  const state = { partnershipId: PARTNERSHIP, standing: undefined, all: [], collectors: [] };
  const amongThem = [{ personId: "amina", organisationId: "municipality" }];
  test("is set by those who lead the work in the own organisation", () => {
    expect(setReporter.may(karin, wish, state)).toBeUndefined();
    expect(setReporter.may(amina, wish, state)).toEqual({ why: "not-yours" });
    expect(setReporter.may(johan, wish, { ...state, standing: REPORTER })).toEqual({ why: "not-yours" });
    expect(must(setReporter.decide(wish, state, by(karin)))).toMatchObject({ since: "2026-11-24", area: "Norra" });
    expect(endReporter.may(johan, {}, { partnershipId: PARTNERSHIP, reporter: REPORTER })).toEqual({
      why: "not-yours",
    });
    const ended = endReporter.decide({}, { partnershipId: PARTNERSHIP, reporter: REPORTER }, by(karin));
    expect(must(ended)).toMatchObject({ endedOn: "2026-11-24", personId: undefined });
  });

  test.each<[string, object, object]>([
    ["role-and-area-needed", { role: " " }, {}],
    ["role-and-area-needed", { area: "" }, {}],
    ["places-needed", { places: [] }, {}],
    ["place-twice", { places: [{ name: "Gården" }, { name: "Gården " }] }, {}],
    ["home-in-text", { places: [{ name: "Rabovägen 4 lgh 1201" }] }, {}],
    ["text-has-phone", { role: "070-123 45 67" }, {}],
    ["not-yours", { personId: "johan" }, { collectors: amongThem }],
    ["reports-already", { personId: "amina" }, { collectors: amongThem, all: [REPORTER] }],
    ["yes", { personId: "amina" }, { collectors: amongThem }],
  ])("is refused or not: %s", (said, more, known) => {
    expect(why(setReporter.decide({ ...wish, ...more }, { ...state, ...known }, by(karin)))).toBe(said);
  });

  test("has places known to fifty metres, from the first: all within the square get the same", () => {
    const known = (position: readonly [number, number]) =>
      must(setReporter.decide({ ...wish, places: [{ name: "Gården", position }] }, state, by(karin))).places;
    expect(known([16.71, 60.88])).toEqual([{ name: "Gården", position: roughened([16.71, 60.88], 50) }]);
    expect(known(roughened([16.71, 60.88], 50))).toEqual(known([16.71, 60.88]));
  });

  test("is led to a place by its sticker, as long as the place is on the list", () => {
    const places = [{ name: "Rabo, cykelrummet" }, { name: "Återvinningen" }];
    expect(placeFromAddress(places, placeInAddress("Återvinningen"))).toBe("Återvinningen");
    expect(placeFromAddress(places, "nagon-annanstans")).toBeUndefined();
  });

  test("has places that are written a line each, with where they are or without, and read back as they were", () => {
    const text = "Cykelrummet; 60.8841, 16.713\nGården";
    const { places, unread } = placesIn(`${text}\n\nTorget; vid affären\nTaket; 160, 16`);
    expect(places).toEqual([{ name: "Cykelrummet", position: [16.713, 60.8841] }, { name: "Gården" }]);
    expect(unread).toEqual(["Torget; vid affären", "Taket; 160, 16"]);
    expect(placesAsText(places)).toBe(text);
  });

  test.each([
    ["2026-11-04", "until-is-past"],
    ["2026-11-05", "yes"],
    ["2027-08-05", "too-long-away"],
  ])("is away until %s: %s", (until, said) => {
    const input = { id: "away", from: day("2026-11-05"), until: day(until) };
    expect(setAway.may(karin, input, { reporter: REPORTER, earlier: undefined })).toEqual({ why: "not-a-reporter" });
    expect(why(setAway.decide(input, { reporter: REPORTER, earlier: undefined }, by(amina)))).toBe(said);
  });
});

describe("what is asked about", () => {
  const change = (branches: typeof PRESET_TREE.branches) =>
    why(changeTree.decide({ name: "EEST", branches }, { partnershipId: PARTNERSHIP }, by(karin)));
  test("comes with the field's own tree, each kind once", () => {
    const categories = choicesOf(PRESET_TREE).map(({ category }) => category);
    expect(categories.filter((one) => !CATEGORIES.includes(one))).toEqual([]);
    expect(new Set(categories).size).toBe(categories.length);
    expect(choicesOf(PRESET_TREE).filter(({ near }) => near)).toHaveLength(8);
  });
  test("is changed by those who lead, and never to nothing", () => {
    expect(changeTree.may(ingrid, PRESET_TREE, { partnershipId: PARTNERSHIP })).toEqual({ why: "not-yours" });
    expect(change(PRESET_TREE.branches)).toBe("yes");
    expect(change([])).toBe("tree-is-empty");
    expect(change([...PRESET_TREE.branches, ...PRESET_TREE.branches])).toBe("category-twice");
    expect(change([{ sv: "Ring 070-123 45 67", en: "x", choices: PRESET_TREE.branches[0]!.choices }])).toBe(
      "text-has-phone",
    );
  });
});

describe("on Thursday the report is asked for", () => {
  const [wednesday, thursday, sunday] = [day("2026-11-25"), day("2026-11-26"), day("2026-11-29")];
  const nothing = { reports: [], absences: [] };
  const sent = { reporterId: REPORTER.id, week: mondayOf(thursday), events: 0 };
  const away = (from: Day, until: Day) => ({
    ...nothing,
    absences: [{ id: "a", reporterId: REPORTER.id, from, until }],
  });
  test.each<[string, Day | undefined, Day | undefined]>([
    ["not before", askedSince(REPORTER, nothing, wednesday), undefined],
    ["on the day", askedSince(REPORTER, nothing, thursday), thursday],
    ["and the week out", askedSince(REPORTER, nothing, sunday), thursday],
    [
      "until it is sent, also with nothing in it",
      askedSince(REPORTER, { ...nothing, reports: [sent] }, sunday),
      undefined,
    ],
    [
      "whatever others have sent",
      askedSince(REPORTER, { ...nothing, reports: [{ ...sent, reporterId: "other" }] }, thursday),
      thursday,
    ],
    ["not of who is away on the day", askedSince(REPORTER, away(thursday, sunday), thursday), undefined],
    ["nor was, when it was asked for", askedSince(REPORTER, away(wednesday, thursday), sunday), undefined],
    ["nor went away since", askedSince(REPORTER, away(sunday, sunday), sunday), undefined],
    ["not of who has ended", askedSince({ ...REPORTER, endedOn: thursday }, nothing, sunday), undefined],
    ["not of who begins later", askedSince({ ...REPORTER, since: sunday }, nothing, thursday), undefined],
  ])("%s", (_sentence, since, expected) => expect(since).toBe(expected));
});

describe("the coverage table", () => {
  const today = day("2026-11-26");
  const weeks = weeksBack(today, 52);
  const states: readonly CellState[] = ["events", "nothing", "away", "none"];

  test("of 52 weeks and 12 reporters never mixes «inget särskilt» and «ingen rapport»", () => {
    const grid = fc.array(fc.array(fc.constantFrom(...states), { minLength: 51, maxLength: 51 }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(grid, (wanted) => {
        const reporters = wanted.map((_row, index) => ({ ...REPORTER, id: `r${index}`, since: weeks.at(-1)! }));
        const each = wanted.flatMap((row, who) =>
          row.map((state, back) => ({ state, reporterId: `r${who}`, week: weeks[back + 1]! })),
        );
        const reports: Filed[] = each.flatMap(({ state, reporterId, week }) =>
          state === "events" || state === "nothing" ? [{ reporterId, week, events: state === "events" ? 2 : 0 }] : [],
        );
        const absences = each.flatMap(({ state, reporterId, week }) =>
          state === "away" ? [{ id: "a", reporterId, from: thursdayOf(week), until: thursdayOf(week) }] : [],
        );
        const known = { reports, absences };
        for (const [who, reporter] of reporters.entries()) {
          const cells = weeks.map((week) => cellOf(reporter, week, known, today).state);
          expect(cells).toEqual(["waiting", ...wanted[who]!]);
          const broken = wanted[who]!.findIndex((state) => state !== "none");
          expect(silentWeeks(reporter, known, today)).toBe(broken === -1 ? 51 : broken);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("counts what a reporter sends later in the week, and asks nothing of those who were none then", () => {
    const filed = (events: number) => ({ reporterId: "north", week: day("2026-11-16"), events });
    const known = { reports: [filed(0), filed(2)], absences: [] };
    expect(cellOf(REPORTER, day("2026-11-16"), known, today)).toEqual({ state: "events", events: 2 });
    expect(cellOf(REPORTER, day("2025-12-29"), known, today).state).toBe("outside");
    const ended = { ...REPORTER, endedOn: day("2026-11-10") };
    expect(cellOf(ended, day("2026-11-09"), known, today).state).toBe("outside");
    expect(cellOf(ended, day("2026-11-02"), known, today).state).toBe("none");
    expect(silentWeeks(ended, known, today)).toBe(0);
  });

  test("tells a reporter of the few weeks just before without a report, and of none they were away in", () => {
    const [, last, second, third] = weeksBack(today, 5);
    const reports: Filed[] = [{ reporterId: REPORTER.id, week: second!, events: 0 }];
    expect(missedWeeks(REPORTER, { reports, absences: [] }, today)).toEqual([last, third]);
    const absences = [{ id: "a", reporterId: REPORTER.id, from: third!, until: thursdayOf(third!) }];
    expect(missedWeeks(REPORTER, { reports, absences }, today)).toEqual([last]);
  });

  test("is silent about those who are away now", () => {
    const absences = [{ id: "a", reporterId: "north", from: day("2026-11-20"), until: day("2026-12-20") }];
    expect(silentWeeks(REPORTER, { reports: [], absences: [] }, today)).toBe(46);
    expect(silentWeeks(REPORTER, { reports: [], absences }, today)).toBe(0);
  });
});
