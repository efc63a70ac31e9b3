import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, must, PARTNERSHIP, petra, why } from "../../../test/people.ts";
import { decline, type NewEvidence, type Problem, raise } from "../problem.ts";
import { type CauseCard, type CauseSaid, changeCause, noteCause, setCauseAside, takeCauseUp } from "./cause.ts";
import {
  changeMeasure,
  groupOf,
  looseEnds,
  type Measure,
  type MeasureSaid,
  noteMeasure,
  setMeasureAside,
  TECHNIQUES,
} from "./measure.ts";

const where = { partnershipId: PARTNERSHIP };
const seen: NewEvidence = { kind: "observation", refId: "lampor", caption: "Fyra lampor är släckta", strength: "fair" };
const open: Problem = must(
  raise.decide(
    {
      what: "Gångtunneln är mörk",
      place: { kind: "unknown" },
      since: "sedan hösten 2020",
      affected: "de som går från tåget",
      category: "place.lighting",
      evidence: [seen],
    },
    { ...where, takenSlugs: [], sources: [{ kind: "observation", refId: "lampor", sharing: "shared" }] },
    by(amina),
  ),
);
const declined = must(decline.decide({ publicReason: "Vägen är statens" }, { ...where, problem: open }, by(johan)));

const said: CauseSaid = {
  perspective: "situation",
  text: "Ingen har ansvar för lamporna",
  influenceableBy: "municipality",
  unknown: "",
  evidenceIds: [],
};
const notes = (more: Partial<CauseSaid> = {}, problem: Problem = open) =>
  noteCause.decide({ ...said, ...more }, { ...where, problem }, by(petra));
const card = must(notes({ evidenceIds: [open.evidence[0].id], strength: "weak" }));
const aside = must(
  setCauseAside.decide(
    { because: "Lamporna hör till vägen", version: 1 },
    { ...where, problem: open, cause: card },
    by(johan),
  ),
);
const changes = (more: Partial<CauseSaid & { version: number }>, cause: CauseCard = card, problem: Problem = open) =>
  changeCause.decide({ ...said, version: 1, ...more }, { ...where, problem, cause }, by(johan));
const setsAside = (because: string, version = 1, problem: Problem = open) =>
  setCauseAside.decide({ because, version }, { ...where, problem, cause: card }, by(johan));
const takesUp = (version: number, problem: Problem = open) =>
  takeCauseUp.decide({ version }, { ...where, problem, cause: aside }, by(petra));

describe("a cause", () => {
  test.each<[string, string | undefined, string]>([
    ["is noted with two fields and the rest not judged", why(notes()), "yes"],
    ["rests on the problem's own evidence", why(notes({ evidenceIds: [open.evidence[0].id] })), "yes"],
    ["and on nothing else", why(notes({ evidenceIds: ["borta"] })), "evidence-not-found"],
    ["names nobody", why(notes({ text: "19121212-1212" })), "names-a-person"],
    ["nor in what is not known", why(notes({ unknown: "anna@example.se" })), "names-a-person"],
    ["says how much those who can may do", why(notes({ degree: "partly" })), "yes"],
    ["but not how much nobody can", why(notes({ influenceableBy: "nobody", degree: "partly" })), "nobody-influences"],
    ["is not added once the problem is answered", why(notes({}, declined)), "problem-is-closed"],
    ["is changed by whoever read the newest", why(changes({ text: "Ingen har tänt dem" })), "yes"],
    ["not by whoever read an older", why(changes({ version: 0 })), "card-changed-meanwhile"],
    ["nor when it is set aside", why(changes({ version: 2 }, aside)), "card-set-aside"],
    ["nor once the problem is answered", why(changes({}, card, declined)), "problem-is-closed"],
    ["is set aside with why", why(setsAside("Lamporna lyser")), "yes"],
    ["never without", why(setsAside("  ")), "card-reason-needed"],
    ["nor with somebody's name", why(setsAside("070-123 45 67 sa det")), "names-a-person"],
    ["nor on an older card", why(setsAside("Lamporna lyser", 0)), "card-changed-meanwhile"],
    ["nor once the problem is answered", why(setsAside("Lamporna lyser", 1, declined)), "problem-is-closed"],
    ["is taken up again", why(takesUp(2)), "yes"],
    ["not on an older card", why(takesUp(1)), "card-changed-meanwhile"],
    ["nor once the problem is answered", why(takesUp(2, declined)), "problem-is-closed"],
  ])("%s", (_sentence, answer, expected) => {
    expect(answer ?? "yes").toBe(expected);
  });

  test("keeps why it was set aside, and what it said, when it is taken up", () => {
    expect(aside).toMatchObject({ text: card.text, setAside: "Lamporna hör till vägen", version: 2 });
    expect(must(takesUp(2))).toEqual({ ...card, version: 3 });
  });

  test("is noted by those who write here, and by nobody else", () => {
    expect(noteCause.may(petra, said, { ...where, problem: open })).toBeUndefined();
    expect(noteCause.may(ingrid, said, { ...where, problem: open })).toEqual({ why: "not-yours" });
  });
});

const lit: MeasureSaid = {
  text: "Nya lampor i hela tunneln",
  technique: "natural-surveillance",
  byWhom: "municipality",
  causeIds: [card.id],
};
const thinks = (more: Partial<MeasureSaid> = {}, causes: readonly CauseCard[] = [card], problem: Problem = open) =>
  noteMeasure.decide({ ...lit, ...more }, { ...where, problem, causes }, by(petra));
const measure = must(thinks());
const rethinks = (more: Partial<MeasureSaid & { version: number }>, problem: Problem = open) =>
  changeMeasure.decide({ ...lit, version: 1, ...more }, { ...where, problem, causes: [card], measure }, by(johan));
const drops = (because: string, problem: Problem = open) =>
  setMeasureAside.decide({ because, version: 1 }, { ...where, problem, measure }, by(johan));

describe("a measure", () => {
  test.each<[string, string | undefined, string]>([
    ["says which cause it hits", why(thinks()), "yes"],
    ["never hits nothing", why(thinks({ causeIds: [] })), "measure-hits-no-cause"],
    ["nor what is not there", why(thinks({ causeIds: ["borta"] })), "measure-hits-no-cause"],
    ["nor what was set aside", why(thinks({}, [aside])), "measure-hits-no-cause"],
    ["names nobody", why(thinks({ text: "Ring 070-123 45 67" })), "names-a-person"],
    ["is not added once the problem is answered", why(thinks({}, [card], declined)), "problem-is-closed"],
    ["is changed by whoever read the newest", why(rethinks({ byWhom: "both" })), "yes"],
    ["not by whoever read an older", why(rethinks({ version: 7 })), "card-changed-meanwhile"],
    ["is set aside with why", why(drops("För dyrt")), "yes"],
    ["never without", why(drops("")), "card-reason-needed"],
    ["nor once the problem is answered", why(drops("För dyrt", declined)), "problem-is-closed"],
  ])("%s", (_sentence, answer, expected) => {
    expect(answer ?? "yes").toBe(expected);
  });

  test("has one of twenty-five situational techniques in five groups, or is social", () => {
    expect(TECHNIQUES).toHaveLength(26);
    expect(new Set(TECHNIQUES).size).toBe(26);
    const of = (group: ReturnType<typeof groupOf>) => TECHNIQUES.filter((one) => groupOf(one) === group).length;
    expect((["effort", "risk", "rewards", "provocations", "excuses", undefined] as const).map(of)).toEqual([
      5, 5, 5, 5, 5, 1,
    ]);
  });
});

describe("where the chain from problem over cause to measure is broken", () => {
  const alone = { ...card, id: "ensam" };
  const fate = { ...card, id: "ödet", influenceableBy: "nobody" as const };
  test("a cause that can be influenced and that nothing hits, and a measure that hits only what was set aside", () => {
    expect(looseEnds([card, alone, fate], [measure])).toEqual({ causes: ["ensam"], measures: [] });
    expect(looseEnds([aside, alone], [measure])).toEqual({ causes: ["ensam"], measures: [measure.id] });
    const dropped = must(drops("För dyrt"));
    expect(looseEnds([card], [dropped])).toEqual({ causes: [card.id], measures: [] });
  });

  test("a cause is never both hit and alone, and what is set aside is no loose end", () => {
    const cards = fc.array(
      fc.record({ id: fc.constantFrom("a", "b", "c", "d"), setAside: fc.constantFrom(undefined, "skäl") }),
    );
    const all = fc.array(
      fc.record({ causeIds: fc.subarray(["a", "b", "c", "d"]), setAside: fc.constantFrom(undefined, "skäl") }),
    );
    fc.assert(
      fc.property(cards, all, (some, thought) => {
        const causes = some.map((one) => ({ ...card, ...one }));
        const measures: Measure[] = thought.map((one, at) => ({ ...measure, ...one, id: `${at}` }));
        const ends = looseEnds(causes, measures);
        const standing = measures.filter(({ setAside }) => setAside === undefined);
        const hit = new Set(standing.flatMap(({ causeIds }) => causeIds));
        expect(ends.causes.filter((id) => hit.has(id))).toEqual([]);
        const asides = [...causes, ...measures].filter(({ setAside }) => setAside !== undefined);
        expect(ends.measures.filter((id) => asides.some((one) => one.id === id))).toEqual([]);
      }),
    );
  });
});
