import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewestFor } from "../collect/category.ts";
import { discloseCount, FEWEST, type PublicCount } from "../ground/fewest.ts";
import { disclose, discloseIndicator, discloseOutputs } from "./disclosure.ts";
import type { Day } from "../ground/time.ts";
import type { RawSite } from "./site.ts";

const shown = (count: PublicCount) => (count.shown === "count" || count.shown === "at-least" ? count.value : undefined);

describe("the gate", () => {
  test.each([
    [0, { shown: "count", value: 0 }],
    [1, { shown: "fewer-than", than: 5 }],
    [4, { shown: "fewer-than", than: 5 }],
    [5, { shown: "count", value: 5 }],
  ])("%i voices leave as %j", (value, expected) => expect(discloseCount(value)).toEqual(expected));

  test("young people and drugs need ten", () => {
    expect(fewestFor("drugs.young")).toBe(10);
    expect(discloseCount(9, fewestFor("drugs.young"))).toEqual({ shown: "fewer-than", than: 10 });
    expect(fewestFor("place.lighting")).toBe(FEWEST);
  });

  test.each([
    ["one of thirty who answered", "share", 3.3, 30, null],
    ["all but one of thirty", "share", 96.7, 30, null],
    ["half of sixty", "share", 50, 60, 50],
    ["nobody of sixty", "share", 0, 60, 0],
    ["a count of three, said to rest on a thousand", "count", 3, 1000, null],
    ["a count of twelve", "count", 12, 12, 12],
  ] as const)("of an indicator %s is told as it may be", (_said, measure, value, n, told) => {
    const [reading] = discloseIndicator({
      name: "",
      unit: "",
      column: "outcome",
      verdict: null,
      source: "",
      caveat: "",
      measure,
      readings: [
        { on: "2026-01-31" as Day, figure: { value, low: null, high: null }, n, baseline: true, comparable: true },
      ],
    }).readings;
    expect(reading?.figure?.value ?? null).toBe(told);
  });

  const output = (what: string, heads: number, depth: number) => ({ what, heads, qualifier: "exact" as const, depth });
  const leave = (...outputs: ReturnType<typeof output>[]) =>
    discloseOutputs(outputs, 1).map(({ heads }) => (heads.shown === "count" ? heads.value : heads.shown));

  test("of which: a part is never worked out from its whole and the other parts", () => {
    expect(leave(output("böter", 11, 0), output("fart", 9, 1), output("bälte", 2, 1))).toEqual([
      11,
      "withheld",
      "withheld",
    ]);
    expect(leave(output("böter", 71, 0), output("fart", 39, 1))).toEqual([71, 39]);
    expect(leave(output("fordon", 72, 0), output("över gränsen", 4, 1))).toEqual([72, "withheld"]);
    expect(leave(output("böter", 12, 0), output("fart", 10, 1))).toEqual([12, "withheld"]);
    // What is left of the whole is a part too: 12 − 10 tells the two that were fined for something else, so it must not point at them.
    expect(leave(output("böter", 3, 0), output("fart", 2, 1))).toEqual(["fewer-than", "withheld"]);
  });

  test("drink and drugs need ten, and parts of parts follow what they are parts of", () => {
    expect(leave(output("rattfylleri", 8, 0), output("droger", 6, 1))).toEqual(["fewer-than", "withheld"]);
    expect(leave(output("a", 60, 0), output("b", 30, 1), output("c", 20, 2), output("d", 7, 0))).toEqual([
      60, 30, 20, 7,
    ]);
  });

  test("however it is parted, nothing small leaves and nothing hidden alone can be solved", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), fc.nat(30), (parts, rest) => {
        const whole = parts.reduce((sum, part) => sum + part, rest);
        const [shownWhole, ...shownParts] = discloseOutputs(
          [output("allt", whole, 0), ...parts.map((part, place) => output(`del ${place}`, part, 1))],
          1,
        ).map(({ heads }) => shown(heads));
        const leaked = shownParts.filter(
          (part, place) => part !== undefined && parts[place]! > 0 && parts[place]! < FEWEST,
        );
        expect(leaked).toEqual([]);
        const hidden = shownParts.filter((part) => part === undefined).length;
        expect(rest === 0 && hidden === 1 && shownWhole !== undefined).toBe(false);
        // Where nothing is hidden, what is left over is told as well: it is none, or enough.
        expect(hidden === 0 && shownWhole !== undefined && rest > 0 && rest < FEWEST).toBe(false);
        // The same where they are parts of the occasion's own number, which is always told.
        const ofOccasion = discloseOutputs(
          parts.map((part, place) => output(`del ${place}`, part, 1)),
          whole,
        ).map(({ heads }) => shown(heads));
        const open = ofOccasion.filter((part) => part !== undefined).reduce((sum, part) => sum + part, 0);
        const closed = parts.filter((part, place) => part > 0 && ofOccasion[place] === undefined);
        expect(closed.length === 1 && rest === 0 && whole > closed[0]!).toBe(false);
        expect(whole - open > 0 && whole - open < FEWEST && open > 0).toBe(false);
      }),
    );
  });

  const site = (more: object) =>
    disclose({ current: [], walks: [], dialogues: [], answers: [], reports: [], ...more } as unknown as RawSite);
  const reading = (n: number) => ({ on: "2025-05-01", figure: { value: 61, low: 41, high: 78 }, n, baseline: false });
  const indicated = (n: number) =>
    site({ current: [{ seen: null, problems: [], activities: [], indicators: [{ readings: [reading(n)] }] }] })
      .current[0]!.indicators[0]!.readings[0]!;

  test("a figure that rests on fewer than thirty answers stays inside, and a handful is not counted either", () => {
    expect(indicated(30)).toMatchObject({ figure: { value: 61 }, n: { shown: "count", value: 30 } });
    expect(indicated(28)).toMatchObject({ figure: null, n: { shown: "count", value: 28 } });
    expect(indicated(3)).toMatchObject({ figure: null, n: { shown: "fewer-than", than: 5 } });
  });

  test("of an action plan what points at somebody or counts too few is left out and said to be, and then its checksum is not told", () => {
    const measure = {
      what: "Fler vuxna ute",
      why: "Tomt på kvällen",
      office: "förebyggarenheten",
      followUp: "I loggen",
    };
    const ground = { adoptedOn: "2026-06-01", adoptedBy: "", registryNumber: "", contentHash: "def", chapters: [] };
    const plan = (more: object, sentence = "Tolv kvällar", situations: readonly object[] = [ground]) =>
      site({
        situations,
        actionPlans: [
          {
            ground: { adoptedOn: "2026-06-01" },
            measures: [{ ...measure, ...more }],
            contentHash: "abc",
            decision: { body: "kommunfullmäktige", section: "54", registryNumber: "KS 2026/91" },
            followUps: [{ office: "samordnare", measures: [{ sentence }] }],
          },
        ],
      }).actionPlans![0]!;
    expect(plan({})).toMatchObject({ measures: [measure], contentHash: "abc", leftOut: 0 });
    expect(plan({ why: "Anna Svensson 19121212-1212" })).toMatchObject({
      measures: [{ ...measure, why: "" }],
      contentHash: null,
      leftOut: 1,
    });
    // It is of the report's as well: what is left out of that could be tried out against it.
    const hidden = { chapter: "crime", text: "Tre elever togs med knark", comments: [], figures: [] };
    expect(plan({}, "Tolv kvällar", [{ ...ground, chapters: [hidden] }]).contentHash).toBeNull();
    expect(plan({}, "Tolv kvällar", []).contentHash).toBeNull();
    expect(plan({}, "Två elever togs med knark").followUps[0]?.measures[0]?.sentence).toBe("");
  });

  test("how large a change must be to be seen leaves with its figures, but not what is reckoned from a handful", () => {
    const seen = (found: object) =>
      site({ current: [{ seen: { found, goal: 8 }, problems: [], activities: [], indicators: [] }] }).current[0]!.seen!;
    const told = { kind: "events", before: 26, seenAt: 13, level: 9, comparison: { name: "Lingbo", before: 30 } };
    expect(seen(told)).toEqual({ found: told, goal: 8 });
    expect(seen({ ...told, before: 4, comparison: { name: "Lingbo", before: 3 } })).toEqual({
      found: { kind: "events", comparison: { name: "Lingbo" } },
      goal: 8,
    });
    expect(seen({ kind: "road", before: 4, level: 2 }).found).toEqual({ kind: "road", before: 4, level: 2 });
  });

  const road = (more: object) =>
    site({ roads: [{ said: [], measurements: [], compared: "compared", ...more }] }).roads![0]!;
  const speeds = (withSpeed: number) => ({
    vehicles: withSpeed + 1,
    withSpeed,
    figures: {
      mean: 30,
      over: [0, 4, 5].map((count) => ({ above: count, count, told: { value: count / 100, low: 0, high: 1 } })),
    },
  });

  test("how many dispute what is told as done is a number from the floor up only, theme by theme and in a report", () => {
    const theme = (voices: number, category = "place.lighting") =>
      site({
        dialogues: [
          { answered: 20, themes: [{ theme: "a", category, voices: 20, quote: "", dispute: { voices, open: true } }] },
        ],
      }).dialogues[0]!.themes[0]!.dispute!.voices;
    expect([theme(1), theme(4), theme(8)].map(shown)).toEqual([undefined, undefined, 5]);
    expect(shown(theme(9, "drugs.young"))).toBeUndefined();
    const report = (inAll: number, open: number) => {
      const { disputes } = site({ reports: [{ disputes: { inAll, open } }] }).reports[0]!;
      return [shown(disputes!.inAll), shown(disputes!.open)];
    };
    expect(report(0, 0)).toEqual([0, 0]);
    expect(report(1, 1)).toEqual([undefined, undefined]);
    expect(report(3, 0)).toEqual([undefined, 0]);
    expect(report(24, 12)).toEqual([20, 10]);
    expect(report(24, 2)).toEqual([20, undefined]);
    // Five themes of 1 to 4 each, and twenty in all: then each of them is 4.
    const dispute = { voices: 4, open: true };
    const themes = [1, 2, 3, 4, 5].map((at) => ({
      theme: `${at}`,
      category: "place.lighting",
      voices: 20,
      quote: "",
      dispute,
    }));
    const beside = site({ dialogues: [{ answered: 20, themes }], reports: [{ disputes: { inAll: 20, open: 20 } }] });
    expect(beside.reports[0]!.disputes).toEqual({ inAll: { shown: "withheld" }, open: { shown: "withheld" } });
  });

  test("what few complained of on a road is not told, nor how many there were in all", () => {
    const said = (...heads: number[]) =>
      road({ said: heads.map((count, place) => ({ kind: ["speed", "heavy", "noise"][place], heads: count })) });
    expect(said(2, 1)).toMatchObject({
      saidInAll: { shown: "withheld" },
      said: [{ heads: { shown: "fewer-than" } }, {}],
    });
    // Published again when thirteen have complained it is the same page.
    for (const many of [12, 13]) {
      const hidden = said(7, many, 3);
      expect(hidden.saidInAll).toEqual({ shown: "at-least", value: 15 });
      expect(hidden.said.map(({ kind, heads }) => [kind, shown(heads)])).toEqual([
        ["heavy", 10],
        ["speed", 5],
        ["noise", undefined],
      ]);
    }
  });

  test("fewer than thirty vehicles have no figures and are held beside nothing, and a handful too fast is no share", () => {
    const enough = road({ measurements: [speeds(30)] });
    expect(enough.compared).toBe("compared");
    expect(enough.measurements[0]!.figures?.over.map(({ told }) => told?.value)).toEqual([0, undefined, 0.05]);
    expect(JSON.stringify(enough)).not.toContain('"count":4');
    const few = road({ measurements: [speeds(30), speeds(29)] });
    expect(few.compared).toBeNull();
    expect(few.measurements[1]!.figures).toBeNull();
    expect(road({ measurements: [speeds(3)] }).measurements[0]!.withSpeed).toEqual({ shown: "fewer-than", than: 5 });
  });

  test.each([
    [3, 3, 0, ["fewer-than 5", "fewer-than 5"]],
    [4, 3, 0, ["withheld", "fewer-than 5"]],
    [7, 3, 0, ["withheld", "fewer-than 5"]],
    [7, 0, 0, ["count 7", "count 0"]],
    // The rest of it, three themes, stands kind by kind on the promise's page.
    [9, 6, 0, ["at-least 8", "at-least 5"]],
    [13, 10, 0, ["at-least 13", "at-least 10"]],
    // Of a theme both are people: how many of them a note came from would leave how many did not.
    [9, 6, "place.lighting", ["at-least 5", "withheld"]],
    [19, 6, "drugs.young", ["at-least 10", "withheld"]],
  ])("an answer of %i, %i of them notes, of a theme %j: %j", (voices, notes, saidOf, expected) => {
    const [answer] = site({ answers: [{ voices, notes, ...(saidOf === 0 ? {} : { saidOf }) }] }).answers;
    const said = (count: PublicCount) =>
      [count.shown, "value" in count ? count.value : "than" in count ? count.than : ""].join(" ").trim();
    expect([said(answer!.voices), said(answer!.notes)]).toEqual(expected);
    expect(answer).not.toHaveProperty("saidOf");
  });
});
