import { describe, expect, test } from "vitest";
import type { Activity, Content, Pledge } from "../document.ts";
import { wordsBetween } from "../../ground/word-diff.ts";
import { type Change, changesBetween, restored, sentencesIn, withField } from "./passages.ts";

const activity = (id: string, number: string, text = id, more: Partial<Activity> = {}) =>
  ({ id, number, text, owner: "joint", modality: "do-count", ...more }) as Activity;
const pledge = (id: string, order: number, activities: readonly Activity[]) =>
  ({ id, order, text: `Löfte ${id}`, theme: "t", owner: "joint", problemIds: [], activities }) as unknown as Pledge;
const document = (pledges: readonly Pledge[], title = "Rubrik") =>
  ({ title, basis: [], pledges }) as unknown as Content;

const [p1, p2] = [pledge("p1", 1, [activity("a1", "1.1"), activity("a2", "1.2")]), pledge("p2", 2, [])];
const before = document([p1, p2]);
const brief = (changes: readonly Change[]) => changes.map(({ kind, number, field }) => `${kind} ${number} ${field}`);

describe("what two versions differ in", () => {
  test.each<[string, Content, string[]]>([
    ["nothing", before, []],
    ["a title", document([p1, p2], "Ny"), ["changed  title"]],
    [
      "an activity's words and a field beside them",
      document([{ ...p1, activities: [activity("a1", "1.1", "Ny", { season: "höst" }), p1.activities[1]!] }, p2]),
      ["changed 1.1 text", "changed 1.1 season"],
    ],
    [
      "one that is new",
      document([{ ...p1, activities: [...p1.activities, activity("a3", "1.3")] }, p2]),
      ["added 1.3 text"],
    ],
    [
      "a löfte that is gone with what stood in it",
      document([{ ...p2, order: 1 }]),
      ["removed 1 text", "removed 1.1 text", "removed 1.2 text"],
    ],
    [
      "one that has passed another: it has moved, the other has not changed",
      document([{ ...p1, activities: [activity("a2", "1.1"), activity("a1", "1.2")] }, p2]),
      ["moved 1.2 order"],
    ],
    [
      "one that stands in another löfte",
      document([
        { ...p1, activities: [p1.activities[0]!] },
        { ...p2, activities: [activity("a2", "2.1")] },
      ]),
      ["moved 2.1 order"],
    ],
  ])("%s", (_name, after, expected) => {
    expect(brief(changesBetween(before, after))).toEqual(expected);
  });

  test("is told word by word", () => {
    expect(
      wordsBetween("Vi går ut ofta.", "Vi går ut två kvällar.").filter(({ change }) => change !== undefined),
    ).toEqual([
      { text: "ofta", change: "removed" },
      { text: "två kvällar", change: "added" },
    ]);
  });

  test("is counted in sentences; a figure is one, and two kinds of change are two", () => {
    const change = (was?: string, now?: string) => ({ before: was, after: now }) as Change;
    expect(sentencesIn([change("En. Två. Tre.", "En. Två, ändrad. Tre.")])).toBe(1);
    expect(sentencesIn([change(undefined, "En. Två.")])).toBe(2);
    expect(sentencesIn([change("En. Två.", undefined), change()])).toBe(3);
    expect(sentencesIn([])).toBe(0);
  });
});

describe("a passage that is restored", () => {
  const back = (now: Content) => changesBetween(before, now).map((change) => restored(now, before, change));

  test("has its former words, also where the field was not there", () => {
    const now = withField(withField(before, "a1", "text", "Ny")!, "a1", "season", "höst")!;
    const [words, season] = back(now);
    expect(changesBetween(before, words!)).toHaveLength(1);
    expect(changesBetween(before, season!)).toHaveLength(1);
    expect(withField(before, "a9", "text", "Ny")).toBeUndefined();
  });

  test("stands last where it stood when it was taken away, numbered so; not twice, and not where its löfte is gone", () => {
    const [activityBack] = back(document([{ ...p1, activities: [activity("a2", "1.1")] }, p2]));
    expect(activityBack?.pledges[0]?.activities.map(({ id, number }) => [id, number])).toEqual([
      ["a2", "1.1"],
      ["a1", "1.2"],
    ]);
    const [pledgeBack, first] = back(document([{ ...p2, order: 1 }]));
    expect(pledgeBack?.pledges.map(({ id, order }) => [id, order])).toEqual([
      ["p2", 1],
      ["p1", 2],
    ]);
    expect(first).toBeUndefined();
    const added = { ...changesBetween(document([p2]), before)[0]!, kind: "removed" as const };
    expect(restored(before, before, added)).toBeUndefined();
  });
});
