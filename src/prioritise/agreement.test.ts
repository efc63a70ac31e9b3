import { describe, expect, test } from "vitest";
import type { Instant } from "../ground/time.ts";
import { addedUp, agreementOf, type Heard, type Speaker, type Word } from "./agreement.ts";
import type { Evidence, Problem } from "./problem.ts";

const word = (by: Speaker, more: Partial<Word> = {}): Word => ({
  by,
  source: by,
  sampleType: "not-a-sample",
  n: 30,
  own: false,
  ...more,
});
const heard = (id: string, words: readonly Word[], problemIds: readonly string[] = []): Heard => ({
  about: "theme",
  id,
  name: id,
  category: "place.lighting",
  noteIds: [],
  problemIds,
  words,
});
const problem = (id: string, more: Partial<Problem> = {}) =>
  ({
    id,
    slug: id,
    what: id,
    place: { kind: "unknown" },
    since: "i höst",
    affected: "de som går",
    category: "place.lighting",
    raisedAt: "2026-11-24T09:00:00.000Z" as Instant,
    raisedBy: "m",
    evidence: [{} as Evidence],
    causes: [],
    example: false,
    state: "open",
    choices: [],
    ...more,
  }) as Problem;
const rowsOf = (all: readonly Heard[], problems: readonly Problem[] = [], words: Record<string, Word[]> = {}) =>
  agreementOf(all, problems, ({ id }) => words[id] ?? []);

describe("which sources say the same", () => {
  test("kinds of source agree, not how often one says it; a question and a report are no sources of their own", () => {
    const told = (words: readonly Word[]) => rowsOf([heard("mörkt", words)])[0]?.kinds;
    expect(told([word("walk"), word("walk", { source: "en annan vandring" })])).toBe(1);
    expect(told([word("walk"), word("survey")])).toBe(2);
    expect(told([word("walk"), word("question"), word("situation")])).toBe(1);
    expect(told([word("question")])).toBe(0);
  });

  test("notes of one source are that source with all their voices, one party's own apart; a source named twice keeps the most", () => {
    const note = (more: Partial<Word> = {}) => word("walk", { n: 1, ...more });
    expect(addedUp([note(), note(), note({ source: "en annan" }), note({ own: true })])).toEqual([
      note({ own: true }),
      note({ n: 2 }),
      note({ source: "en annan" }),
    ]);
    const [row] = rowsOf([heard("mörkt", [note(), note({ n: 14 })])]);
    expect(row?.words.map(({ n }) => n)).toEqual([14]);
  });

  test("two that were joined with each other lead nowhere, and not round and round", () => {
    const joined = (id: string, into: string) => problem(id, { state: "merged", publicReason: "Samma", into });
    expect(rowsOf([heard("mörkt", [word("walk")])], [joined("a", "b"), joined("b", "a")])).toHaveLength(1);
  });

  test("what the problem rests on stands beside what was heard, each source once, and follows a problem that was joined with another", () => {
    const joined = problem("b", { state: "merged", publicReason: "Samma sak", into: "a" });
    const [row] = rowsOf([heard("mörkt", [word("walk")], ["a"])], [problem("a"), joined], {
      a: [word("walk"), word("statistics")],
      b: [word("survey")],
    });
    expect(row).toMatchObject({ kinds: 3, problems: [{ slug: "a", what: "a", state: "open" }] });
    expect(row?.words.map(({ by }) => by)).toEqual(["walk", "statistics", "survey"]);
  });

  test("what has become no problem comes first, and of that what most kinds of source say; a problem without a theme has its own row", () => {
    const rows = rowsOf(
      [
        heard("valt", [word("walk"), word("survey"), word("staff")], ["a"]),
        heard("ensamt", [word("walk", { n: 400 })]),
        heard("delat", [word("walk"), word("survey")]),
      ],
      [problem("a"), problem("utan tema")],
      { "utan tema": [word("statistics")] },
    );
    expect(rows.map(({ about, id, problems }) => [about, id, problems.length])).toEqual([
      ["theme", "delat", 0],
      ["theme", "ensamt", 0],
      ["theme", "valt", 1],
      ["problem", "utan tema", 1],
    ]);
  });

  test("a row says when few stand behind it, and when it rests on those who wished to answer alone", () => {
    const chosen = { sampleType: "self-selected" } as const;
    const told = (words: readonly Word[]) => rowsOf([heard("mörkt", words)])[0]?.warnings;
    expect(told([word("walk", { n: 3 }), word("survey", { n: 19 })])).toEqual(["few-said"]);
    expect(told([word("walk", { n: 3 }), word("survey", { n: 20 })])).toEqual([]);
    expect(told([word("statistics", { n: null })])).toEqual([]);
    expect(told([word("survey", { ...chosen, n: 200 })])).toEqual(["only-self-selected"]);
    expect(told([word("survey", chosen), word("walk", chosen)])).toEqual([]);
    expect(told([word("survey", chosen), word("survey", { source: "urval", sampleType: "random" })])).toEqual([]);
  });
});
