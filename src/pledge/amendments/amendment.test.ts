import { describe, expect, test } from "vitest";
import type { Day } from "../../ground/time.ts";
import type { Activity, Amends, Content } from "../document.ts";
import {
  amendmentFault,
  asHeld,
  changedBy,
  headOf,
  originalOf,
  takenOut,
  tooLate,
  unfinishedAmendment,
  withoutIdleReasons,
} from "./amendment.ts";

const id = (last: number) => `00000000-0000-4000-8000-0000000000${String(last).padStart(2, "0")}`;
const activity = (last: number, number: string, text: string, more: object = {}) =>
  ({ id: id(last), number, text, owner: "joint", modality: "do-count", ...more }) as unknown as Activity;
const HASH = "a".repeat(64);

const content = {
  title: "Medborgarlöfte 2025–2027",
  parties: [{ standing: "municipality", name: "Ockelbo kommun" }],
  area: [],
  period: { from: { said: "2025-01-01", on: "2025-01-01" }, to: { said: "2027-12-31", on: "2027-12-31" } },
  basis: [],
  pledges: [
    {
      id: id(1),
      order: 1,
      text: "Lägre fart.",
      theme: "Trafik",
      owner: "joint",
      problemIds: [],
      activities: [activity(2, "1.1", "Tolv kontroller."), activity(3, "1.2", "Två skyltar.")],
    },
  ],
  sources: [],
} as unknown as Content;

const amends = (kind: Amends["kind"], more: object = {}) =>
  ({ documentId: id(9), contentHash: HASH, kind, reason: "Skolan har flyttat.", ...more }) as Amends;
const as = (kind: Amends["kind"], more: object = {}): Content => ({ ...content, ...more, amends: amends(kind) });
const until = (day: string) => ({ period: { ...content.period, to: { said: day, on: day as Day } } });
const pledges = (activities: readonly Activity[]) => ({
  pledges: [{ ...content.pledges[0]!, activities: [...activities] }],
});
const [first, second] = content.pledges[0]!.activities as [Activity, Activity];

describe("a change keeps what it may not touch", () => {
  const CASES: readonly [string, Content, string | undefined][] = [
    ["the same text", as("amendment"), undefined],
    ["other words", as("amendment", { title: "Annat" }), undefined],
    ["an activity less", as("amendment", pledges([first])), undefined],
    ["another last day", as("amendment", until("2028-06-30")), "amendment-keeps-frame"],
    ["other parties", as("amendment", { parties: [] }), "amendment-keeps-frame"],
    ["no longer a change", content, "amends-another"],
    ["of another kind", as("extension"), "amends-another"],
    ["of another text", { ...content, amends: amends("amendment", { contentHash: "b".repeat(64) }) }, "amends-another"],
    ["of another document", { ...content, amends: amends("amendment", { documentId: id(8) }) }, "amends-another"],
    ["for another reason", { ...content, amends: amends("amendment", { reason: "Annat." }) }, undefined],
  ];
  test.each(CASES)("%s", (_name, written, why) => {
    expect(amendmentFault(written, as("amendment"), content)?.why).toBe(why);
  });

  const exceptions = [{ rule: "no-place", reason: "Bestäms i augusti." }];
  const LONGER: readonly [string, Content, string | undefined][] = [
    ["a later last day", as("extension", until("2028-06-30")), undefined],
    ["the same last day", as("extension"), "extension-not-later"],
    ["an earlier last day", as("extension", until("2026-12-31")), "extension-not-later"],
    ["no last day", as("extension", { period: { from: content.period.from } }), "extension-not-later"],
    ["other words as well", as("extension", { ...until("2028-06-30"), title: "Annat" }), "extension-only-last-day"],
    [
      "another first day",
      as("extension", { period: { ...until("2028-06-30").period, from: { said: "2026" } } }),
      "extension-only-last-day",
    ],
    ["a reason for what is unmet", as("extension", { ...until("2028-06-30"), exceptions }), undefined],
    [
      "a reason at an activity",
      as("extension", { ...until("2028-06-30"), ...pledges([{ ...first, exceptions } as Activity, second]) }),
      undefined,
    ],
  ];
  test.each(LONGER)("a lengthening: %s", (_name, written, why) => {
    expect(amendmentFault(written, as("extension"), content)?.why).toBe(why);
  });
});

describe("a change is finished before it is signed", () => {
  const without = (reasons: object[]) => ({
    ...content,
    ...pledges([first]),
    amends: amends("amendment", reasons.length === 0 ? {} : { withdrawn: reasons }),
  });
  test("something is changed, and whatever is taken out says why", () => {
    expect(unfinishedAmendment(as("amendment"), content)?.why).toBe("nothing-amended");
    expect(unfinishedAmendment(as("amendment", { title: "Annat" }), content)).toBeUndefined();
    expect(unfinishedAmendment(without([]), content)).toEqual({
      why: "withdrawn-needs-reason",
      detail: { number: "1.2", count: 1 },
    });
    const told = without([{ activity: second.id, number: "1.2", reason: "Skyltarna sitter redan." }]);
    expect(unfinishedAmendment(told, content)).toBeUndefined();
    expect(takenOut(told, content)).toEqual([
      { activity: second.id, number: "1.2", text: "Två skyltar.", reason: "Skyltarna sitter redan." },
    ]);
    expect(unfinishedAmendment(as("extension"), content)?.why).toBe("extension-not-later");
  });

  test("a reason for what is in the text after all is not signed", () => {
    const reasons = [
      { activity: first.id, number: "1.1", reason: "x" },
      { activity: second.id, number: "1.2", reason: "y" },
    ];
    expect(withoutIdleReasons(without(reasons)).amends?.withdrawn).toEqual([reasons[1]]);
    expect(withoutIdleReasons(without([reasons[0]!])).amends).not.toHaveProperty("withdrawn");
    expect(withoutIdleReasons(content)).toBe(content);
  });
});

test.each([
  ["2027-12-31", undefined],
  ["2028-01-01", "promise-has-run-out"],
] as const)("whether it is too late on %s", (today, why) => {
  expect(tooLate(content, today as Day)?.why).toBe(why);
  expect(tooLate({ ...content, period: { from: { said: "2025" } } }, today as Day)).toBeUndefined();
});

describe("the chain", () => {
  const link = (last: number, before: number | undefined, state = "published") => ({
    id: id(last),
    state,
    content:
      before === undefined
        ? content
        : { ...content, title: `Nr ${last}`, amends: amends("amendment", { documentId: id(before) }) },
  });
  test("holds by its latest published change, and leads back to where it began", () => {
    const [root, one, two, draft] = [link(1, undefined), link(2, 1), link(3, 2), link(4, 3, "signed")];
    const all = [draft, two, root, one];
    expect(headOf(root, all)).toBe(two);
    expect(originalOf(draft, all)).toBe(root);
    expect(originalOf(root, all)).toBe(root);
    expect(asHeld(all).map(({ id: own, content: { title } }) => [own, title])).toEqual([[id(1), "Nr 3"]]);
    expect(headOf(root, [root, link(2, 1, "draft")])).toBe(root);
  });
});

describe("what differs", () => {
  const told = (after: Content) =>
    changedBy(content, after).map(({ kind, of, number, field }) => [kind, of, number, field].join(" "));
  test.each<[string, readonly string[], readonly string[]]>([
    ["is nothing where nothing is changed", told(content), []],
    ["is not that it is a change", told({ ...content, amends: { kind: "amendment", reason: "Skäl" } as Amends }), []],
    ["is the period", told({ ...content, ...until("2028-06-30") }), ["changed document  period"]],
    [
      "is every field, also beside another that is changed",
      told({
        ...content,
        ...pledges([{ ...first, text: "Andra ord.", modality: "start", place: { kind: "unknown" } }, second]),
      }),
      ["changed activity 1.1 text", "changed activity 1.1 modality", "changed activity 1.1 place"],
    ],
    [
      "is what is new and what is gone, and a new number is no change of the words",
      told({ ...content, ...pledges([{ ...second, number: "1.1" }, activity(7, "1.2", "En kamera.")]) }),
      ["added activity 1.2 text", "removed activity 1.1 text"],
    ],
  ])("%s", (_sentence, changes, expected) => {
    expect(changes).toEqual(expected);
  });
});
