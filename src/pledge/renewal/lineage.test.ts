import { expect, test } from "vitest";
import type { Content } from "../document.ts";
import { kinOf } from "./lineage.ts";

type Wish = {
  id: string;
  text?: string;
  continues?: string;
  activities?: { id: string; text: string; continues?: string }[];
};
const document = (slug: string, pledges: Wish[], formerly: object[] = []) => ({
  slug,
  content: {
    formerly,
    pledges: pledges.map((pledge, at) => ({ order: at + 1, text: pledge.id, activities: [], ...pledge })),
  } as unknown as Content,
});

test("a löfte knows which it goes on from, for which time, with what new, and what became of it", () => {
  const kin = kinOf([
    document("2018-2019", [{ id: "a", text: "Tryggare", activities: [{ id: "a1", text: "Lägesbild" }] }, { id: "b" }]),
    document("2022-2024", [
      {
        id: "c",
        text: "Tryggare",
        continues: "a",
        activities: [
          { id: "c1", text: "Lägesbild" },
          { id: "c2", text: "Ny" },
        ],
      },
    ]),
    document(
      "2025-2027",
      [
        { id: "e" },
        { id: "d", text: "Långsammare", continues: "c", activities: [{ id: "d1", text: "Om", continues: "c2" }] },
      ],
      [{ id: "c", number: "1", text: "Tryggare", fate: "change", reason: "Ska gå att mäta." }],
    ),
  ]);
  const at = (documentSlug: string, order: number) => ({ documentSlug, order });
  expect(Object.fromEntries(kin)).toEqual({
    a: { times: 1, before: null, sameWords: false, newActivities: 1, after: at("2022-2024", 1), became: null },
    b: { times: 1, before: null, sameWords: false, newActivities: 0, after: null, became: null },
    c: {
      times: 2,
      before: at("2018-2019", 1),
      sameWords: true,
      newActivities: 1,
      after: at("2025-2027", 2),
      became: { fate: "change", reason: "Ska gå att mäta.", handedTo: "" },
    },
    d: { times: 3, before: at("2022-2024", 1), sameWords: false, newActivities: 0, after: null, became: null },
    e: { times: 1, before: null, sameWords: false, newActivities: 0, after: null, became: null },
  });
});

test("two that are said to go on from each other end nowhere", () =>
  expect(
    kinOf([
      document("x", [
        { id: "a", continues: "b" },
        { id: "b", continues: "a" },
      ]),
    ]).get("a")?.times,
  ).toBe(2));
