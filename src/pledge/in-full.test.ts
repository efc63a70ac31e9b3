import { describe, expect, test } from "vitest";
import { type Activity, activityField, type Content, contentField, pledgeField } from "./document.ts";
import { activityInFull, pledgeInFull, targetInFull, wholeInFull } from "./in-full.ts";
import type { Target } from "./target.ts";

const activity = (more: object = {}): Activity =>
  activityField.parse({
    id: "018f0000-0000-7000-8000-000000000011",
    number: "1.1",
    text: "Polisen kontrollerar hastigheten",
    owner: "police",
    modality: "do-count",
    ...more,
  });

describe("a promise in full", () => {
  test.each<[string, Target | undefined, string | undefined]>([
    ["says nothing where nothing was promised in numbers", undefined, undefined],
    [
      "says how many, of what and how often",
      { value: 2, unit: "trafikkontroller", per: "month" },
      "Minst 2 trafikkontroller per månad.",
    ],
    [
      "says at most, with a comma",
      { comparator: "at-most", value: 2.5, unit: "timmar", per: "week" },
      "Högst 2,5 timmar per vecka.",
    ],
    [
      "says for each of how many",
      { comparator: "exactly", value: 1, unit: "möte", per: "term", perEntity: { name: "skola", count: 4 } },
      "Exakt 1 möte per termin, för varje skola (4).",
    ],
    [
      "says another pace in its own words",
      { unit: "fotpatrull", perText: "helgfri torsdag" },
      "Fotpatrull helgfri torsdag.",
    ],
    ["parts no thousands", { value: 12_000, unit: "utskick", per: "total" }, "Minst 12000 utskick sammanlagt."],
  ])("%s", (_sentence, target, said) => expect(targetInFull(target)).toBe(said));

  test("of an activity: where, when, on what condition, from what, by whom and by when, and why something is left", () => {
    expect(
      activityInFull(
        activity({
          target: {
            value: 2,
            unit: "kontroller",
            per: "month",
            places: ["genomfarten"],
            placesBy: "där klagomål kommit in",
            time: "kvällar",
          },
          place: { kind: "area", name: "Åmot" },
          season: "sommaren",
          condition: "när vägen är farbar",
          baseline: {
            value: { value: 1, qualifier: "approximately" },
            unit: "kontroller",
            source: "polisens planering",
          },
          supporting: ["vägföreningen"],
          accountable: {
            organisationId: "018f0000-0000-7000-8000-000000000099",
            unit: "Trafikgruppen",
            accepted: true,
          },
          deadline: { said: "31 december 2028" },
          exceptions: [{ rule: "no-date", reason: "Det bestäms i januari" }],
        }),
      ),
    ).toEqual([
      "Minst 2 kontroller per månad.",
      "Var: genomfarten, Åmot; där klagomål kommit in.",
      "När: kvällar.",
      "Säsong: sommaren.",
      "Bara om: när vägen är farbar.",
      "Utgångsläge: ungefär 1 kontroller, enligt polisens planering.",
      "Hjälper till: vägföreningen.",
      "Ansvarig: Trafikgruppen.",
      "Senast: 31 december 2028.",
      "Parternas skäl: Det bestäms i januari.",
    ]);
    expect(activityInFull(activity())).toEqual([]);
  });

  test("of a löfte and of the whole: what has no sentence of its own", () => {
    const pledge = pledgeField.parse({
      id: "018f0000-0000-7000-8000-000000000001",
      order: 1,
      text: "Det ska vara lugnt.",
      theme: "trygghet",
      owner: "joint",
      problemIds: [],
      subPledges: ["För dem under 18"],
      situation: "Fem av tio känner sig trygga",
      expectedEffect: { text: "Fler går hem till fots" },
      openSlot: true,
      activities: [],
    });
    expect(pledgeInFull(pledge)).toEqual([
      "Del: För dem under 18.",
      "Så är det nu: Fem av tio känner sig trygga.",
      "Ska leda till: Fler går hem till fots.",
      "Lämnat öppet, att fyllas medan löftet gäller.",
    ]);
    const content: Content = contentField.parse({
      title: "Medborgarlöfte Storuman",
      parties: [{ standing: "municipality", name: "Storumans kommun" }],
      area: [{ kind: "municipality", code: "2421", name: "Storuman" }],
      period: { from: { said: "2027" } },
      basis: ["enkät 2026"],
      review: "Varje kvartal",
      feedback: "På kommunens sida",
      feedbackEvery: "quarter",
      pledges: [pledge],
      sources: [],
    });
    expect(wholeInFull(content)).toEqual([
      "Var: Storuman.",
      "Underlag: enkät 2026.",
      "Följs upp: Varje kvartal.",
      "Invånarna får veta: På kommunens sida, per kvartal.",
    ]);
  });
});
