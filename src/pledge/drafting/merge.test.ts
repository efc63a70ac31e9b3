import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Activity, Content, Pledge } from "../document.ts";
import { type Clash, merge, settled } from "./merge.ts";
import { changesBetween, isSame, type Parts, partsOf, renumbered } from "./passages.ts";

const activity = (id: string, text: string, more: Partial<Activity> = {}) =>
  ({ id, number: "0", text, owner: "joint", modality: "do-count", ...more }) as Activity;
const pledge = (id: string, activities: readonly Activity[], text = id) =>
  ({ id, order: 0, text, theme: "t", owner: "joint", problemIds: [], activities }) as unknown as Pledge;
const written = (pledges: readonly Pledge[], more: Partial<Content> = {}): Content =>
  renumbered({
    title: "Medborgarlöfte",
    parties: [{ standing: "municipality", name: "Ockelbo kommun" }],
    area: [{ kind: "unknown" }] as unknown as Content["area"],
    period: { from: { said: "2028" } },
    basis: [],
    sources: [],
    ...more,
    pledges: [...pledges],
  });

const base = written([
  pledge("p1", [activity("a1", "Vi går ut."), activity("a2", "Vi lagar lampor.")]),
  pledge("p2", [activity("a3", "Vi mäter fart.")]),
]);
const [one, two] = base.pledges as [Pledge, Pledge];
const [a1, a2] = one.activities as [Activity, Activity];
const withFirst = (activities: readonly Activity[], text = one.text) =>
  written([{ ...one, text, activities: [...activities] }, two]);
const said = ({ clashes }: { clashes: readonly Clash[] }) => clashes.map(({ kind, at, field }) => [kind, at, field]);
const ids = (content: Content) => content.pledges.map(({ id, activities }) => [id, activities.map((each) => each.id)]);

describe("two who write at once", () => {
  test("each their own passage: both are in it, and nobody is asked", () => {
    const theirs = withFirst([{ ...a1, text: "Vi går ut varje fredag." }, a2]);
    const mine = withFirst([a1, { ...a2, text: "Vi lagar lampor i maj." }]);
    const { content, clashes } = merge(base, theirs, mine);
    expect(clashes).toEqual([]);
    expect(content.pledges[0]?.activities.map(({ text }) => text)).toEqual([
      "Vi går ut varje fredag.",
      "Vi lagar lampor i maj.",
    ]);
  });

  test("different fields of one activity are no clash", () => {
    const theirs = withFirst([{ ...a1, season: "höst" }, a2]);
    const mine = withFirst([{ ...a1, text: "Vi går ut i Åmot." }, a2]);
    expect(merge(base, theirs, mine)).toMatchObject({
      clashes: [],
      content: { pledges: [{ activities: [{ text: "Vi går ut i Åmot.", season: "höst" }, {}] }, {}] },
    });
  });

  test("the same sentence: both wordings are told, one's own stands until somebody chooses", () => {
    const theirs = withFirst([{ ...a1, text: "Polisen går ut." }, a2]);
    const mine = withFirst([{ ...a1, text: "Kommunen går ut." }, a2]);
    const merged = merge(base, theirs, mine);
    expect(merged.clashes).toEqual([
      {
        kind: "both-changed",
        at: "a1",
        of: "activity",
        number: "1.1",
        field: "text",
        base: "Vi går ut.",
        theirs: "Polisen går ut.",
        mine: "Kommunen går ut.",
      },
    ]);
    expect(merged.content).toEqual(mine);
    expect(settled(merged.content, merged.clashes[0]!, "theirs")).toEqual(theirs);
    expect(settled(merged.content, merged.clashes[0]!, "mine")).toEqual(mine);
  });

  test("both added an activity last: both are there, each with a number of its own, and the same whoever saved first", () => {
    const theirs = withFirst([a1, a2, activity("a5", "Polisens nya")]);
    const mine = withFirst([a1, a2, activity("a4", "Kommunens nya")]);
    const { content, clashes } = merge(base, theirs, mine);
    expect(clashes).toEqual([]);
    expect(content.pledges[0]?.activities.map(({ id, number }) => [id, number])).toEqual([
      ["a1", "1.1"],
      ["a2", "1.2"],
      ["a4", "1.3"],
      ["a5", "1.4"],
    ]);
    expect(merge(base, mine, theirs).content).toEqual(content);
  });

  test("one takes away what the other left as it was: it is gone, and what stands after is numbered so", () => {
    const theirs = written([two]);
    const mine = written([one, { ...two, text: "Fart" }]);
    const { content, clashes } = merge(base, theirs, mine);
    expect(clashes).toEqual([]);
    expect(content.pledges.map(({ id, order, text }) => [id, order, text])).toEqual([["p2", 1, "Fart"]]);
    expect(content.pledges[0]?.activities[0]?.number).toBe("1.1");
  });

  test.each<[string, Content, Content, string, unknown]>([
    [
      "they took away what I changed",
      written([two]),
      withFirst([a1, { ...a2, text: "Ny" }]),
      "removed-by-them",
      [
        ["p1", ["a1", "a2"]],
        ["p2", ["a3"]],
      ],
    ],
    [
      "I took away what they changed",
      withFirst([a1, { ...a2, text: "Ny" }]),
      written([two]),
      "removed-by-you",
      [
        ["p1", ["a1", "a2"]],
        ["p2", ["a3"]],
      ],
    ],
  ])("%s: it stays until somebody chooses, and can be taken away after all", (_name, theirs, mine, kind, kept) => {
    const { content, clashes } = merge(base, theirs, mine);
    expect(said({ clashes })).toContainEqual([kind, "p1", "text"]);
    expect(ids(content)).toEqual(kept);
    const clash = clashes.find(({ at }) => at === "p1")!;
    expect(ids(settled(content, clash, kind === "removed-by-them" ? "theirs" : "mine"))).toEqual([["p2", ["a3"]]]);
    expect(ids(settled(content, clash, kind === "removed-by-them" ? "mine" : "theirs"))).toEqual(kept);
  });

  test("both moved the activities, each in their own way: the order is a clash of its own", () => {
    const a9 = activity("a9", "Tredje");
    const start = withFirst([a1, a2, a9]);
    const merged = merge(start, withFirst([a2, a1, a9]), withFirst([a1, a9, a2]));
    expect(said(merged)).toEqual([["order", "p1", "order"]]);
    expect(ids(settled(merged.content, merged.clashes[0]!, "theirs"))[0]).toEqual(["p1", ["a2", "a1", "a9"]]);
    expect(ids(settled(merged.content, merged.clashes[0]!, "mine"))[0]).toEqual(["p1", ["a1", "a9", "a2"]]);
  });

  test("both moved one activity, each to another löfte: where it stands is for them to say", () => {
    const start = written([one, two, pledge("p3", [])]);
    const moved = (to: string) =>
      written(
        start.pledges.map((each) =>
          each.id === "p1"
            ? { ...each, activities: [a1] }
            : { ...each, activities: each.id === to ? [...each.activities, a2] : each.activities },
        ),
      );
    const merged = merge(start, moved("p2"), moved("p3"));
    expect(said(merged)).toEqual([["order", "a2", "within"]]);
    expect(settled(merged.content, merged.clashes[0]!, "theirs")).toEqual(moved("p2"));
    expect(settled(merged.content, merged.clashes[0]!, "mine")).toEqual(moved("p3"));
  });

  test("one moved an activity to another löfte, the other rewrote it: it is moved, as rewritten", () => {
    const theirs = written([
      { ...one, activities: [a1] },
      { ...two, activities: [...two.activities, a2] },
    ]);
    const mine = withFirst([a1, { ...a2, text: "Vi lagar allt." }]);
    const { content, clashes } = merge(base, theirs, mine);
    expect(clashes).toEqual([]);
    expect(ids(content)).toEqual([
      ["p1", ["a1"]],
      ["p2", ["a3", "a2"]],
    ]);
    expect(content.pledges[1]?.activities[1]?.text).toBe("Vi lagar allt.");
  });
});

/** A wording of the document made from the first by changes of every kind. */
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom("text", "season", "title", "add", "add-pledge", "remove", "remove-pledge", "swap", "move"),
    pledge: fc.nat(3),
    activity: fc.nat(3),
    word: fc.constantFrom("a", "b", "c"),
  }),
  { maxLength: 5 },
);
type Edit = { kind: string; pledge: number; activity: number; word: string };

function edited(content: Content, list: readonly Edit[], whose: string): Content {
  let made = 0;
  const next = list.reduce((now, { kind, pledge: p, activity: a, word }) => {
    if (kind === "title") return { ...now, title: word };
    if (kind === "add-pledge") return { ...now, pledges: [...now.pledges, pledge(`${whose}-p${(made += 1)}`, [])] };
    const at = now.pledges.length === 0 ? -1 : p % now.pledges.length;
    const chosen = now.pledges[at];
    if (chosen === undefined) return now;
    const put = (activities: readonly Activity[]) => ({
      ...now,
      pledges: now.pledges.map((each) => (each === chosen ? { ...each, activities: [...activities] } : each)),
    });
    if (kind === "remove-pledge") return { ...now, pledges: now.pledges.filter((each) => each !== chosen) };
    if (kind === "add") return put([...chosen.activities, activity(`${whose}-a${(made += 1)}`, word)]);
    const target = chosen.activities[chosen.activities.length === 0 ? 0 : a % chosen.activities.length];
    if (target === undefined) return now;
    const rest = chosen.activities.filter((each) => each !== target);
    if (kind === "remove") return put(rest);
    if (kind === "swap") return put([...rest, target]);
    if (kind === "move") {
      const without = put(rest);
      const to = (at + 1) % now.pledges.length;
      return {
        ...without,
        pledges: without.pledges.map((each, place) =>
          place === to ? { ...each, activities: [...each.activities, target] } : each,
        ),
      };
    }
    return put(chosen.activities.map((each) => (each === target ? { ...each, [kind]: word } : each)));
  }, content);
  return renumbered(next);
}
const three = fc.tuple(edits, edits).map(([t, m]) => ({ theirs: edited(base, t, "t"), mine: edited(base, m, "m") }));

describe("whatever the two have written", () => {
  test("who wrote alone is taken as they wrote", () => {
    fc.assert(
      fc.property(three, ({ theirs, mine }) => {
        expect(merge(base, base, mine)).toEqual({ content: mine, clashes: [] });
        expect(merge(base, theirs, base)).toEqual({ content: theirs, clashes: [] });
        expect(merge(base, theirs, theirs)).toEqual({ content: theirs, clashes: [] });
      }),
    );
  });

  test("nothing stands twice, nothing that either has written or put in is lost", () => {
    fc.assert(
      fc.property(three, ({ theirs, mine }) => {
        const { content, clashes } = merge(base, theirs, mine);
        const all = content.pledges.flatMap(({ id, activities }) => [id, ...activities.map((each) => each.id)]);
        expect(new Set(all).size).toBe(all.length);
        const [was, their, own, now] = [partsOf(base), partsOf(theirs), partsOf(mine), partsOf(content)];
        const lost = [...lostOf(their, own), ...lostOf(own, their)];
        expect(lost).toEqual([]);

        /** What the one has put in or written that neither stands in the draft nor is asked about. */
        function lostOf(side: Parts, other: Parts) {
          return [...side].flatMap(([at, part]) => {
            const isKept = now.has(at) || (was.has(at) && !other.has(at));
            const unsaid = Object.entries(part.fields).filter(([field, value]) => {
              const isNew = !isSame(was.get(at)?.fields[field], value);
              return isNew && !isSame(now.get(at)?.fields[field], value);
            });
            const isTold = clashes.some((one) => one.at === at || one.at === part.within);
            return isKept && (isTold || unsaid.length === 0) ? [] : [at];
          });
        }
      }),
    );
  });

  test("it is the same whoever saved first, where there is nothing to choose", () => {
    fc.assert(
      fc.property(three, ({ theirs, mine }) => {
        const [here, there] = [merge(base, theirs, mine), merge(base, mine, theirs)];
        expect(here.clashes).toHaveLength(there.clashes.length);
        fc.pre(here.clashes.length === 0);
        expect(there.content).toEqual(here.content);
      }),
    );
  });

  test("the numbers are 1, 1.1, 1.2, 2 …, and those who did not move stand in the order they stood", () => {
    fc.assert(
      fc.property(three, ({ theirs, mine }) => {
        const { content } = merge(base, theirs, mine);
        expect(renumbered(content)).toEqual(content);
        const order = (each: Content) => each.pledges.map(({ id }) => id).filter((id) => id.startsWith("p"));
        expect(order(content)).toEqual(order(content).toSorted());
      }),
    );
  });

  test("every choice can be made either way, and then nothing is left to choose", () => {
    fc.assert(
      fc.property(three, fc.boolean(), ({ theirs, mine }, isMine) => {
        const merged = merge(base, theirs, mine);
        const end = merged.clashes.reduce(
          (now, clash) => settled(now, clash, isMine ? "mine" : "theirs"),
          merged.content,
        );
        expect(renumbered(end)).toEqual(end);
        expect(changesBetween(end, end)).toEqual([]);
        expect(merge(theirs, theirs, end)).toEqual({ content: end, clashes: [] });
      }),
    );
  });
});
