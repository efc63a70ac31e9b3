import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, petra, sofia, someone, why } from "../../test/people.ts";
import type { Person } from "../ground/party.ts";
import type { Result } from "../ground/result.ts";
import type { FrozenFigure } from "./frozen-figure.ts";
import {
  choose,
  cite,
  correct,
  decline,
  freeSlug,
  isClosed,
  merge,
  raise,
  sameSource,
  type Chose,
  type Cited,
  type NewEvidence,
  type NewProblem,
  type Problem,
  type ProblemSaid,
  type Sharing,
} from "./problem.ts";

const where = { partnershipId: PARTNERSHIP };
const parties = ["municipality", "police"];
const source = (refId: string, sharing: Sharing = "shared") => ({ kind: "observation" as const, refId, sharing });
const evidence = (cited: Cited, caption = "Fyra lampor är släckta"): NewEvidence => ({
  ...cited,
  caption,
  strength: "fair",
});
const seen = (refId: string) => evidence({ kind: "observation", refId });
const FIGURE = { slug: "otrygg-ockelbo", from: "2023-01-01", value: 19 } as FrozenFigure;
const mayor = someone("göran", "municipality", "signatory");

const tunnel: NewProblem = {
  what: "Gångtunneln är mörk",
  place: { kind: "unknown" },
  since: "sedan hösten 2020",
  affected: "de som går från tåget",
  category: "place.lighting",
  evidence: [seen("lampor")],
};
const raising = { ...where, takenSlugs: [], sources: [source("lampor"), source("egen", "own")] };
const open = must(raise.decide(tunnel, raising, by(amina)));
const saysYes = (problem: Problem, person: Person, reason = "Det går att ordna nu") =>
  choose.decide({ reason }, { ...where, problem, parties }, by(person));
const saysNo = (problem: Problem, person: Person, publicReason = "Vägen är statens") =>
  decline.decide({ publicReason }, { ...where, problem }, by(person));
const mergesInto = (problem: Problem, into: Problem, publicReason = "Samma tunnel") =>
  merge.decide({ publicReason }, { ...where, problem, into }, by(karin));
const corrects = (problem: Problem, more: Partial<ProblemSaid> = {}, person = johan, version = problem.version) => {
  const { what, place, since, affected, category } = problem;
  return correct.decide(
    { what, place, since, affected, category, ...more, version },
    { ...where, problem },
    by(person),
  );
};
const half = must(saysYes(open, karin)).problem;
const chosen = must(saysYes(half, johan)).problem;
const declined = must(saysNo(open, karin));
const other: Problem = { ...open, id: "other", slug: "other" };
const merged = must(mergesInto(open, other));

describe("a problem", () => {
  test("rests on what was seen, and is known by its words", () => {
    expect(open).toMatchObject({
      state: "open",
      slug: "gangtunneln-ar-mork",
      raisedBy: "municipality",
      choices: [],
      evidence: [{ kind: "observation", refId: "lampor", sharing: "shared", ownerId: "municipality" }],
    });
  });

  test("is chosen when both have said yes, each with a reason of its own", () => {
    expect([half.state, chosen.state]).toEqual(["open", "chosen"]);
    expect(chosen).toMatchObject({
      choices: [{ organisationId: "municipality" }, { organisationId: "police" }],
      chosenAt: "2026-11-24T09:00:00.000Z",
    });
  });

  test("is answered with a reason that everybody can read", () => {
    expect(declined).toMatchObject({ state: "declined", publicReason: "Vägen är statens" });
    expect(merged).toMatchObject({ state: "merged", publicReason: "Samma tunnel", into: "other" });
  });

  test("is put right by either party, keeps its address and one's own yes, and what it said before", () => {
    const { problem, before } = must(
      corrects(half, { what: "Gångtunneln är mörk på båda sidor", occurs: "efter kl. 17" }, amina),
    );
    expect(problem).toMatchObject({ slug: half.slug, version: 2, state: "open", occurs: "efter kl. 17" });
    expect(problem).toMatchObject({ what: "Gångtunneln är mörk på båda sidor", choices: half.choices });
    expect(before).toMatchObject({ version: 1, what: "Gångtunneln är mörk", organisationId: "municipality" });
    expect(before.replacedAt).toBe("2026-11-24T09:00:00.000Z");
    // Left out the next time, it is said by nobody.
    expect(must(corrects(problem, {}, amina)).problem).not.toHaveProperty("occurs");
  });

  const raises = (more: Partial<NewProblem>) => why(raise.decide({ ...tunnel, ...more }, raising, by(amina)));
  const cites = (problem: Problem, given: NewEvidence, found = true) =>
    why(cite.decide(given, { ...where, problem, source: found ? source("ny") : undefined }, by(amina)));
  const citesSeries = (from: string, frozen: FrozenFigure | undefined, problem: Problem = open) => {
    const cited = { kind: "series" as const, slug: "otrygg-ockelbo", from };
    const state = { ...where, problem, source: { ...cited, frozen, sharing: "shared" as const } };
    return why(cite.decide(evidence(cited), state, by(amina)));
  };
  const withSeries: Problem = {
    ...open,
    evidence: [{ ...open.evidence[0], kind: "series", frozen: FIGURE }],
  };
  test.each<[string, string | undefined, string]>([
    ["rests on something", raises({ evidence: [] }), "evidence-needed"],
    ["not on what is not there", raises({ evidence: [seen("borta")] }), "evidence-not-found"],
    ["nor twice on the same", raises({ evidence: [seen("lampor"), seen("lampor")] }), "evidence-cited-already"],
    ["nor only on what one party keeps to itself", raises({ evidence: [seen("egen")] }), "evidence-must-be-shared"],
    ["but on that too", raises({ evidence: [seen("egen"), seen("lampor")] }), "yes"],
    ["names nobody", raises({ affected: "anna@example.se" }), "names-a-person"],
    ["nor in when it happens", raises({ occurs: "när anna@example.se går hem" }), "names-a-person"],
    [
      "nor in what its evidence is said to show",
      raises({ evidence: [evidence({ kind: "observation", refId: "lampor" }, "070-123 45 67")] }),
      "names-a-person",
    ],
    ["nor in where it is", raises({ place: { kind: "area", name: "hos anna@example.se" } }), "names-a-person"],
    ["is put right by either party", why(corrects(open, { since: "sedan 2019" })), "yes"],
    ["but not under the other's yes", why(corrects(half, { since: "sedan 2019" })), "other-has-said-yes"],
    ["nor when both have said it", why(corrects(chosen, { since: "sedan 2019" }, amina)), "other-has-said-yes"],
    ["nor when it is answered", why(corrects(declined, { since: "sedan 2019" })), "problem-is-closed"],
    [
      "nor over what somebody else has put right",
      why(corrects(open, { since: "x" }, johan, 2)),
      "problem-changed-meanwhile",
    ],
    ["nor so that it names anybody", why(corrects(open, { affected: "anna@example.se" })), "names-a-person"],
    ["nor to the same", why(corrects(open)), "problem-says-so-already"],
    ["takes a series with its figure", citesSeries("2023-01-01", FIGURE), "yes"],
    ["but not a period the series has no figure of", citesSeries("2019-01-01", undefined), "evidence-has-no-figure"],
    ["nor the same period again", citesSeries("2023-01-01", FIGURE, withSeries), "evidence-cited-already"],
    ["but another of the same series", citesSeries("2021-01-01", FIGURE, withSeries), "yes"],
    ["takes more evidence", cites(open, seen("ny")), "yes"],
    ["also when it is chosen", cites(chosen, seen("ny")), "yes"],
    ["but not the same again", cites(open, seen("lampor")), "evidence-cited-already"],
    ["nor what is not there", cites(open, seen("ny"), false), "evidence-not-found"],
    ["nor a caption that names somebody", cites(open, { ...seen("ny"), caption: "ABC 123" }), "names-a-person"],
    ["nor anything once it is answered", cites(declined, seen("ny")), "problem-is-closed"],
    ["is chosen once by each party, whoever speaks for it", why(saysYes(half, mayor)), "you-have-chosen"],
    ["and with a reason", why(saysYes(open, karin, "  ")), "answer-needs-reason"],
    ["that names nobody", why(saysYes(open, karin, "se @nagon_alls")), "names-a-person"],
    ["is not chosen when it is answered", why(saysYes(declined, karin)), "problem-is-closed"],
    ["is not turned down without a reason", why(saysNo(open, karin, "")), "answer-needs-reason"],
    ["nor twice", why(saysNo(declined, johan)), "problem-is-closed"],
    ["nor when both have chosen it", why(saysNo(chosen, karin)), "problem-is-chosen"],
    ["nor over the other party's yes", why(saysNo(half, johan)), "other-party-has-chosen"],
    ["but over one's own", why(saysNo(half, karin)), "yes"],
    ["is not merged with itself", why(mergesInto(open, open)), "merged-with-itself"],
    ["nor into what is answered", why(mergesInto(open, { ...declined, id: "other" })), "problem-is-closed"],
    ["nor without a reason", why(mergesInto(open, other, " ")), "answer-needs-reason"],
    ["nor when both have chosen it", why(mergesInto(chosen, other)), "problem-is-chosen"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test.each<[string, Person, string | undefined, string | undefined]>([
    ["a coordinator raises and chooses", karin, undefined, undefined],
    ["so does the kommunpolis", johan, undefined, undefined],
    ["a note-taker raises only", amina, undefined, "not-yours"],
    ["an activity owner raises only", petra, undefined, "not-yours"],
    ["a signatory chooses only", sofia, "not-yours", undefined],
    ["a reader does neither", ingrid, "not-yours", "not-yours"],
  ])("%s", (_sentence, person, raiseRefused, chooseRefused) => {
    const state = { ...where, problem: open };
    expect(raise.may(person, tunnel, raising)?.why).toBe(raiseRefused);
    expect(cite.may(person, seen("ny"), { ...state, source: source("ny") })?.why).toBe(raiseRefused);
    expect(correct.may(person, { ...tunnel, version: 1 }, state)?.why).toBe(raiseRefused);
    expect(choose.may(person, { reason: "" }, { ...state, parties })?.why).toBe(chooseRefused);
    expect(decline.may(person, { publicReason: "" }, state)?.why).toBe(chooseRefused);
    expect(merge.may(person, { publicReason: "" }, { ...state, into: other })?.why).toBe(chooseRefused);
  });

  test("is never answered without a reason, nor chosen by one party, whatever people try", () => {
    const steps: Readonly<Record<string, (problem: Problem) => Result<Problem | Chose>>> = {
      "karin chooses": (problem: Problem) => saysYes(problem, karin),
      "göran chooses": (problem: Problem) => saysYes(problem, mayor),
      "johan chooses": (problem: Problem) => saysYes(problem, johan),
      "johan chooses without a reason": (problem: Problem) => saysYes(problem, johan, ""),
      "karin declines": (problem: Problem) => saysNo(problem, karin),
      "sofia declines": (problem: Problem) => saysNo(problem, sofia),
      "karin declines without a reason": (problem: Problem) => saysNo(problem, karin, " "),
      "karin merges": (problem: Problem) => mergesInto(problem, other),
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(steps)), { maxLength: 8 }), (tried) => {
        let problem: Problem = open;
        for (const step of tried) {
          const before: Problem = problem;
          const result: Result<Problem | Chose> = step(problem);
          if (result.ok) problem = "problem" in result.value ? result.value.problem : result.value;
          const settled = isClosed(before) || before.state === "chosen";
          expect(!settled || problem === before).toBe(true);
        }
        const reason = isClosed(problem) ? problem.publicReason : "none needed";
        expect(reason.trim()).not.toBe("");
        const yeses =
          problem.state === "chosen" ? problem.choices.map(({ organisationId }) => organisationId) : parties;
        expect(new Set(yeses)).toEqual(new Set(parties));
      }),
    );
  });
});

describe("a saved question", () => {
  const same = (a: string, b: string) =>
    sameSource({ kind: "question", question: a }, { kind: "question", question: b });

  test.each<[string, string, string, boolean]>([
    ["in another order", "fran=2021-10&kategori=trafik", "kategori=trafik&fran=2021-10", true],
    ["by its first day", "fran=2021-10", "fran=2021-10-01", true],
    ["of other hours", "tid=fre21-24", "tid=fre21-23", false],
    ["of another part of the map", "ruta=16,60,17,61", "ruta=16,60,17,62", false],
    ["that the picture does not understand", "fran=snart", "fran=nyss", false],
    ["that is nothing but the same letters", "fran=snart", "fran=snart", true],
  ])("%s", (_how, a, b, expected) => expect(same(a, b)).toBe(expected));
});

describe("an address part", () => {
  test("is one that nobody has, whatever the problem is called", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), fc.nat(4), (what, taken) => {
        const slugs: string[] = [];
        for (let made = 0; made <= taken; made++) {
          const slug = freeSlug(what, slugs);
          expect(slugs).not.toContain(slug);
          expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          slugs.push(slug);
        }
      }),
    );
  });
});
