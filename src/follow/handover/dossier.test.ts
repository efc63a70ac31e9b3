import { expect, test } from "vitest";
import type { Day, Instant } from "../../ground/time.ts";
import {
  type Ahead,
  type Facts,
  firstWeeks,
  nextDates,
  type Spot,
  waitingAnswers,
  type WaitingRed,
} from "./dossier.ts";
import { aboutOf, dossierOf, firstWeeksOf, paperOf } from "./screens/written.ts";

const today = "2026-11-24" as Day;
const nothing: Facts = {
  slug: "ockelbo",
  today,
  promises: [],
  activities: [],
  clocks: [],
  red: [],
  heard: [],
  drafts: [],
  spot: [],
  ahead: [],
  contacts: [],
  papers: [],
  confidential: 0,
};
const entry = (on: string, kind: Ahead["kind"] = "due", cancelled = false): Ahead => ({
  kind,
  key: on,
  on: on as Day,
  what: on,
  place: "",
  unit: "",
  path: "/",
  cancelled,
});
const spot = (by: string): Spot => ({ id: by, from: "hearing", text: by, by: by as Day, href: "/" });
const red = (kind: WaitingRed["kind"]): WaitingRed => ({
  kind,
  title: "",
  unit: "",
  organisationIds: [],
  waitsFor: ["Ockelbo"],
  state: "late",
  due: "2026-11-01" as Day,
  days: 23,
  count: 2,
  href: `/${kind}`,
});

test("the next five dates are five days, each with all that is on it; what is over, called off or only of the year wheel is none", () => {
  const ahead = [
    entry("2026-11-20"),
    entry("2026-11-30"),
    entry("2026-11-30", "walk"),
    entry("2026-12-01", "year"),
    entry("2026-12-02", "meeting", true),
    ...["2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"].map((on) => entry(on)),
  ];
  const clocks = [
    { name: "silence", state: "calm", from: today, due: "2026-12-10" as Day, daysLeft: 16, gone: 0 } as const,
    { name: "document", state: "calm", from: today, due: "2026-12-11" as Day, daysLeft: 17, gone: 0 } as const,
    { name: "action-plan", state: "unset" } as const,
  ];
  const dates = nextDates({ ...nothing, ahead, clocks, spot: [spot("2026-11-30")] });
  expect(dates.map(({ on, what }) => [on, what.length])).toEqual([
    ["2026-11-30", 3],
    ["2026-12-10", 1],
    ["2026-12-31", 1],
    ["2027-01-31", 1],
    ["2027-02-28", 1],
  ]);
});

test("the three answers most waited for: a promise to somebody that is late, then the red list's, then what has come in", () => {
  const heard = (kind: Facts["heard"][number]["kind"]) => ({
    kind,
    title: "",
    count: 1,
    since: today,
    href: `/${kind}`,
  });
  const facts = {
    ...nothing,
    red: [red("activity"), red("themes"), red("points")],
    heard: [heard("weekly"), heard("points"), heard("answers")],
    spot: [spot("2026-12-24"), spot("2026-11-01")],
  };
  const said = waitingAnswers(facts, 9).map((one) =>
    one.kind === "spot" ? one.spot.by : one.kind === "red" ? one.red.kind : one.heard.kind,
  );
  expect(said).toEqual(["2026-11-01", "themes", "points", "answers", "2026-12-24"]);
  expect(waitingAnswers(facts)).toHaveLength(3);
});

test("there are ten tasks however little there is", () => {
  expect(firstWeeks(nothing)).toHaveLength(10);
  const full = { ...nothing, red: [red("themes")], spot: [spot("2026-12-24")], ahead: [entry("2026-11-30")] };
  expect(firstWeeks(full).map(({ kind }) => kind)).toEqual([
    "notes",
    "promise",
    "date",
    "answer",
    "answer",
    "calendar",
    "key",
    "letters",
    "month",
    "clocks",
  ]);
});

test("what is not there is said not to be there, in every section", () => {
  for (const { rows } of dossierOf(nothing, "sv")) expect(rows[0]!.text).toMatch(/^Det står inte i Samsyn/);
  const [dates] = dossierOf({ ...nothing, ahead: [entry("2026-11-30")] }, "sv");
  expect(dates).toMatchObject({
    key: "dates",
    rows: [{ gap: false, text: "30 november 2026: Sista dag: 2026-11-30" }],
  });
});

test("on paper as on the page, what was written at a task of somebody's first weeks is not read of later", () => {
  const kept = { about: "Om", organisationId: "o", office: "samordnare", on: today };
  const notes = [
    { ...kept, key: "task h meet", note: "Hon vill helst höras på morgonen" },
    { ...kept, key: "activity gone", note: "Lampan är bytt" },
  ];
  const paper = paperOf(dossierOf(nothing, "sv"), notes, {
    partnership: "Ockelbo",
    at: "2026-11-24T09:00:00.000Z" as Instant,
    lang: "sv",
  });
  expect(JSON.stringify(paper)).toContain("Lampan är bytt");
  expect(JSON.stringify(paper)).not.toContain("morgonen");
});

test("a note is kept as being about an office and a day, with no name of a colleague's and nothing out of a talk", () => {
  const contacts = [
    {
      personId: "j",
      name: "Johan Ek",
      role: "liaison",
      title: "kommunpolis",
      organisation: "Polisen",
      party: "police",
    } as const,
  ];
  const facts = { ...nothing, contacts, spot: [{ ...spot("2026-12-24"), text: "Ringa om rutan" }] };
  const weeks = firstWeeksOf(facts, "h", "sv");
  expect(weeks.find(({ key }) => key.endsWith(" meet"))).toMatchObject({
    text: "Hör av dig till kommunpolis, Polisen",
    detail: "Johan Ek",
  });
  const rows = [...weeks, ...dossierOf(facts, "sv").flatMap((section) => section.rows)];
  expect(rows.some(({ text }) => text.includes("Ringa om rutan"))).toBe(true);
  for (const row of rows) expect(aboutOf(row, "sv")).not.toMatch(/Johan Ek|Ringa om rutan/);
  expect(
    aboutOf(
      rows.find(({ key }) => key === "date 2026-12-24")!,
      "sv",
    ),
  ).toBe("24 december 2026");
});
