import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, petra, sofia, why } from "../../test/people.ts";
import type { Count } from "../ground/count.ts";
import type { Person } from "../ground/party.ts";
import type { Day, Instant } from "../ground/time.ts";
import {
  correct,
  log,
  firstLogged,
  partsRefused,
  type ActivityState,
  type LoggedOutcome,
  type Logging,
  type NewOccasion,
  type Occasion,
  type Output,
  type StandingOccasion,
} from "./occasion.ts";

const exactly = (value: number): Count => ({ value, qualifier: "exact" });
const output = (what: string, value: number, relation: Output["relation"], parts: readonly Output[] = []): Output => ({
  what,
  count: exactly(value),
  relation,
  parts,
});
const done: NewOccasion = {
  on: "2026-11-24" as Day,
  count: exactly(2),
  counted: "kontroll",
  towardTarget: true,
  unitName: "Gatuenheten",
  place: { kind: "unknown" },
  note: "",
  outputs: [],
  source: "own-log",
  confirmed: false,
};
const joint: ActivityState = {
  partnershipId: PARTNERSHIP,
  activityId: "1.1",
  owners: ["municipality", "police"],
  earlier: [],
};
const policeOnly = { ...joint, owners: ["police"] };
const logs = (more: Partial<NewOccasion>, state: ActivityState = joint, person: Person = karin) =>
  log.decide({ ...done, ...more }, state, by(person));
const standing = must(logs({})).occasion as StandingOccasion;
const withEarlier = (...earlier: readonly Occasion[]): ActivityState => ({ ...joint, earlier });

describe("an occasion", () => {
  test("is written for the organisation of the one who writes, at the time it was written", () => {
    expect(standing).toMatchObject({
      organisationId: "municipality",
      activityId: "1.1",
      loggedAt: "2026-11-24T09:00:00.000Z",
      state: "stands",
      example: false,
    });
    expect(standing).not.toHaveProperty("confirmed");
    expect(must(logs({}, joint, johan)).occasion.organisationId).toBe("police");
  });

  const usual = Array.from({ length: 5 }, (_, n) => ({ ...standing, id: `e${n}`, on: "2026-10-01" as Day }));
  const theirs = { ...standing, id: "theirs", organisationId: "police" };

  test.each<[string, string | undefined, string]>([
    ["is not written before it happened", why(logs({ on: "2026-11-25" as Day })), "future-not-written"],
    ["names nobody in what was counted", why(logs({ counted: "samtal med anna@example.se" })), "names-a-person"],
    ["nor by where", why(logs({ place: { kind: "area", name: "Hos 070-123 45 67" } })), "names-a-person"],
    ["names nobody", why(logs({ note: "Ring 070-123 45 67" })), "names-a-person"],
    [
      "nor in what came of it, however deep",
      why(logs({ outputs: [output("kontroll", 1, "part", [output("ABC 123", 1, "part")])] })),
      "names-a-person",
    ],
    ["counts something", why(logs({ counted: " " })), "counted-nothing"],
    ["may count to none", why(logs({ count: exactly(0) })), "yes"],
    [
      "has no more parts than the whole",
      why(logs({ outputs: [output("kvinnor", 2, "part"), output("män", 1, "part")] })),
      "parts-exceed-whole",
    ],
    ["but any number of results", why(logs({ outputs: [output("ordningsförelägganden", 71, "result")] })), "yes"],
    [
      "whose own parts are no more than they",
      why(logs({ outputs: [output("böter", 3, "result", [output("fart", 4, "part")])] })),
      "parts-exceed-whole",
    ],
    [
      "is asked about when it is far from the usual",
      why(logs({ count: exactly(40) }, withEarlier(...usual))),
      "unusually-large",
    ],
    ["not when it has been asked", why(logs({ count: exactly(40), confirmed: true }, withEarlier(...usual))), "yes"],
    ["not when it is merely large", why(logs({ count: exactly(39) }, withEarlier(...usual))), "yes"],
    [
      "not when it is a small figure",
      why(logs({ count: exactly(19) }, withEarlier({ ...standing, count: exactly(0.5) }))),
      "yes",
    ],
    ["not when nothing else was counted", why(logs({ count: exactly(900) })), "yes"],
    [
      "is asked about when the other party counted the same that day",
      why(logs({}, withEarlier(theirs))),
      "other-party-counted-it",
    ],
    [
      "not when theirs is struck",
      why(logs({}, withEarlier({ ...theirs, state: "withdrawn", struckAt: standing.loggedAt, struckReason: "x" }))),
      "yes",
    ],
    ["not when theirs was another day", why(logs({}, withEarlier({ ...theirs, on: "2026-11-23" as Day }))), "yes"],
    ["not when it is one's own", why(logs({}, withEarlier(standing))), "yes"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  const struck = { ...standing, state: "withdrawn", struckAt: standing.loggedAt, struckReason: "Fel dag" } as const;
  test.each<[string, string | undefined, ReturnType<typeof must<LoggedOutcome>>]>([
    [
      "keeps the id it was given on the phone",
      "made there",
      { occasion: { ...standing, id: "made there" }, repeated: false },
    ],
    [
      "is the same line when it is sent twice",
      "made there",
      { occasion: { ...standing, id: "made there" }, repeated: true },
    ],
    [
      "also when it was corrected in between",
      "made there",
      { occasion: { ...struck, id: "made there" }, repeated: true },
    ],
    [
      "and whatever it says the second time",
      "made there",
      { occasion: { ...standing, id: "made there", count: exactly(7) }, repeated: true },
    ],
  ])("%s", (_sentence, id, expected) => {
    const same = expected.repeated ? expected.occasion : undefined;
    const decided = must(
      logs({ id, ...(expected.repeated ? { on: "2099-01-01" as Day } : {}) }, { ...joint, same } as Logging),
    );
    expect(decided).toEqual(expected);
  });

  test.each<[string, Person, ActivityState, string | undefined]>([
    ["the owner writes", johan, policeOnly, undefined],
    ["the other party does not", karin, policeOnly, "other-party-owns-it"],
    ["either writes what both own", amina, joint, undefined],
    ["an activity owner writes for the own organisation", petra, joint, undefined],
    ["a reader never writes", ingrid, joint, "not-yours"],
    ["nor does a signatory", sofia, policeOnly, "not-yours"],
    ["nor anybody elsewhere", karin, { ...joint, partnershipId: "hofors" }, "not-yours"],
  ])("%s", (_sentence, person, state, refusal) => {
    expect(log.may(person, done, state)?.why).toBe(refusal);
  });

  test("parts are refused exactly when their sum is more than what they are parts of, all the way down", () => {
    const tree = fc.letrec<{ output: Output }>((tie) => ({
      output: fc.record({
        what: fc.constant("x"),
        count: fc.record({ value: fc.nat(6), qualifier: fc.constant("exact" as const) }),
        relation: fc.constantFrom("part" as const, "result" as const),
        parts: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie("output"), { maxLength: 2 })),
      }),
    })).output;
    const tooMany = (whole: number, outputs: readonly Output[]): boolean =>
      outputs.reduce((sum, { relation, count }) => sum + (relation === "part" ? count.value : 0), 0) > whole ||
      outputs.some(({ count, parts }) => tooMany(count.value, parts));
    fc.assert(
      fc.property(fc.nat(6), fc.array(tree, { maxLength: 3 }), (whole, outputs) => {
        expect(partsRefused("x", exactly(whole), outputs) !== undefined).toBe(tooMany(whole, outputs));
      }),
    );
  });
});

describe("a correction", () => {
  const corrects = (
    more: { reason?: string; instead?: Partial<NewOccasion> },
    occasion: Occasion = standing,
    state: ActivityState = withEarlier(standing),
  ) =>
    correct.decide(
      { reason: "Fel dag", ...more, instead: more.instead && { ...done, ...more.instead } },
      { ...state, occasion },
      by(karin),
    );
  const withdrawn = must(corrects({})).struck;
  const replaced = must(corrects({ instead: { count: exactly(3) } }));

  test("strikes the line, keeps the reason, and puts another in its place or none", () => {
    expect(replaced.struck).toMatchObject({ state: "replaced", struckReason: "Fel dag", count: exactly(2) });
    expect(replaced.instead).toMatchObject({ state: "stands", corrects: standing.id, count: exactly(3) });
    expect(must(corrects({}))).toMatchObject({ struck: { state: "withdrawn" }, instead: undefined });
  });

  test("has the day its first line was written down, however often and to whatever day it is corrected", () => {
    const line = (id: string, loggedAt: string, corrects?: string) => ({ id, loggedAt: loggedAt as Instant, corrects });
    const lines = [
      line("a", "2026-11-01T09:00:00.000Z"),
      line("b", "2026-12-02T09:00:00.000Z", "a"),
      line("c", "2027-01-03T09:00:00.000Z", "b"),
      line("d", "2027-01-04T09:00:00.000Z", "not-there"),
    ];
    expect(lines.map(firstLogged(lines))).toEqual([
      lines[0]!.loggedAt,
      lines[0]!.loggedAt,
      lines[0]!.loggedAt,
      lines[3]!.loggedAt,
    ]);
    // A circle, which nothing here can make, ends as well.
    const circle = [line("a", "2026-11-01T09:00:00.000Z", "b"), line("b", "2026-11-02T09:00:00.000Z", "a")];
    expect(firstLogged(circle)(circle[0]!)).toMatch(/^2026-11-0[12]/);
  });

  const usual = Array.from({ length: 3 }, (_, n) => ({ ...standing, id: `e${n}`, count: exactly(1) }));
  test.each<[string, string | undefined, string]>([
    ["has a reason", why(corrects({ reason: " " })), "reason-needed"],
    ["that names nobody", why(corrects({ reason: "anna@example.se skrev fel" })), "names-a-person"],
    ["is of a line that stands", why(corrects({}, replaced.struck)), "already-struck"],
    ["is the same when it is sent twice", why(corrects({}, withdrawn)), "yes"],
    ["and another with another reason", why(corrects({ reason: "Fel antal" }, withdrawn)), "already-struck"],
    ["or with another line in its place", why(corrects({ instead: {} }, withdrawn)), "already-struck"],
    [
      "puts nothing in its place that could not be written",
      why(corrects({ instead: { on: "2026-12-24" as Day } })),
      "future-not-written",
    ],
    [
      "asks again about what is odd",
      why(corrects({ instead: { count: exactly(40) } }, standing, withEarlier(standing, ...usual))),
      "unusually-large",
    ],
    ["does not count the struck line as usual", why(corrects({ instead: { count: exactly(40) } })), "yes"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("is for the organisation whose line it is, also where both own the activity", () => {
    const state = { ...joint, occasion: standing };
    const input = { reason: "Fel dag", instead: undefined };
    expect(correct.may(petra, input, state)).toBeUndefined();
    expect(correct.may(johan, input, state)?.why).toBe("other-party-owns-it");
    expect(correct.may(ingrid, input, state)?.why).toBe("not-yours");
  });
});
