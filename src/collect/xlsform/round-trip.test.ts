import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planCampaign, type Item, type NewItem, type Wording } from "../campaigns/campaign.ts";
import type { Person } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { CATEGORIES } from "../category.ts";
import { WALK_THEMES } from "../walk.ts";
import { CHECKLISTS } from "../walks/checklist.ts";
import { campaignForm, campaignSheets, isNamed, nameOfKey } from "./campaign-form.ts";
import { readForm } from "./form.ts";
import { readSheets, type SheetToWrite } from "./sheets.ts";
import { writeWorkbook } from "../../platform/server/workbook.ts";
import { walkForm, walkSheets } from "./walk-form.ts";

async function readBack(sheets: readonly SheetToWrite[]) {
  const found = await readSheets(await writeWorkbook(sheets));
  if (!found.ok) throw new Error(found.refusal.why);
  return readForm(found.value);
}

const person: Person = { id: "p", name: "", grants: [], operator: false };
const said: Wording = { sv: "Vad vi gör" };
function planned(items: readonly NewItem[]): readonly Item[] {
  let id = 0;
  const result = planCampaign.decide(
    {
      words: { title: { sv: "Tryggt" }, canInfluence: said, cannotInfluence: said },
      ladderLevel: "consultation",
      targetGroup: "",
      sampleType: "self-selected",
      methods: ["form"],
      villages: [],
      from: "2026-11-01" as Day,
      to: "2026-11-30" as Day,
      items,
    },
    { partnershipId: "o", slugs: [], earlier: undefined },
    { at: "2026-11-01T09:00:00.000Z" as Instant, by: person, newId: () => String(id++) },
  );
  if (!result.ok) throw new Error(result.refusal.why);
  return result.value.items;
}

/** Words as people type them, with what Excel and XML make trouble of. */
const words = fc
  .array(
    fc.constantFrom(
      "Åmot",
      "är",
      "5",
      "<mörkt>",
      "&",
      "“citat”",
      "'",
      "= 1",
      "_x000D_",
      "ljus",
      "=SUM(A1)",
      "é",
      "\u{1F6A6}",
      "1e3",
      "007a",
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((all) => all.join(" "));
const wording: fc.Arbitrary<Wording> = fc
  .record({ sv: words, en: fc.option(words), latt: fc.option(words) })
  // What is said in the same words as in Swedish is what a language lacks.
  .map(({ sv, en, latt }) => ({
    sv,
    ...(en === null || en === sv ? {} : { en }),
    ...(latt === null || latt === sv ? {} : { latt }),
  }));
const item = fc
  .record({
    words: wording,
    kind: fc.constantFrom("scale", "one", "several", "text", "place"),
    options: fc.array(wording, { minLength: 2, maxLength: 5 }),
    help: fc.option(wording),
    map: fc.constantFrom("on", "off"),
    after: fc.option(fc.tuple(fc.nat(20), fc.subarray([0, 1], { minLength: 1 }))),
  } as const)
  .map(({ options, help, after, ...one }) => ({
    one: { ...one, options: one.kind === "text" ? [] : options, ...(help === null ? {} : { help }) },
    after,
  }));
const items: fc.Arbitrary<readonly NewItem[]> = fc.array(item, { minLength: 1, maxLength: 6 }).map((all) =>
  all.map(({ one, after }, place) => {
    const [wanted, answers] = after ?? [0, []];
    const question = place === 0 ? 0 : wanted % place;
    const branches = after !== null && place > 0 && all[question]!.one.kind !== "text";
    return branches ? { ...one, shownWhen: { question, answers } } : one;
  }),
);

describe("out and in again", () => {
  test("a dialogue asks the same, under the same names", async () => {
    await fc.assert(
      fc.asyncProperty(items, fc.array(words, { maxLength: 3 }), async (asked, villages) => {
        const before = planned(asked);
        const form = campaignForm(
          await readBack(
            campaignSheets({
              title: "Tryggt i Åmot",
              slug: "amot",
              version: "1",
              canInfluence: said,
              cannotInfluence: said,
              items: before,
              villages,
            }),
          ),
        );
        expect([form.faults, form.left]).toEqual([[], []]);
        expect([form.title, form.canInfluence, form.cannotInfluence]).toEqual(["Tryggt i Åmot", said, said]);
        expect(planned(form.items)).toEqual(before);
        for (const { key } of before) expect(isNamed(nameOfKey(key), key), key).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("a walk has the same stops, questions and theme", async () => {
    const line = words.map((text) => text.replaceAll(/[:\s]+/g, " "));
    const stops = fc.array(fc.record({ name: line, question: fc.oneof(line, fc.constant("")) }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(stops, fc.constantFrom(...WALK_THEMES), async (wanted, theme) => {
        const form = walkForm(
          await readBack(walkSheets({ title: "Vandring", slug: "amot-2026", theme, stops: wanted, version: "1" })),
        );
        expect([form.faults, form.left.filter(({ what }) => what !== "required")]).toEqual([[], []]);
        expect([form.title, form.theme, form.stops]).toEqual(["Vandring", theme, wanted]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

test("a form of another's becomes a walk as far as a walk can carry it", async () => {
  const form = walkForm(
    await readBack([
      {
        name: "survey",
        columns: ["type", "name", "label", "relevant"],
        rows: [
          { type: "begin_group", name: "g1", label: "Busshållplatsen: norra" },
          { type: "note", name: "n1", label: "Stanna en minut." },
          { type: "select_one ja", name: "q1", label: "Är det ljust?" },
          { type: "end_group" },
          { type: "begin_group", name: "g2", label: "Tunneln" },
          { type: "select_multiple titta", name: "q2", label: "Titta efter" },
          { type: "text", name: "q3", label: "Bara om det regnar", relevant: "${q1} = 'j'" },
          { type: "end_group" },
          { type: "text", name: "q4", label: "Hur många var med?" },
        ],
      },
      {
        name: "choices",
        columns: ["list_name", "name", "label"],
        rows: [
          ["ja", "j", "Ja"],
          ["ja", "n", "Nej"],
          ["titta", "1", "Övergångsställe"],
          ["titta", "2", "För hög fart"],
          ["titta", "3", "Parkering"],
          ["titta", "4", "Klotter"],
          ["titta", "5", "Rådjur"],
        ].map(([list_name = "", name = "", label = ""]) => ({ list_name, name, label })),
      },
    ]),
  );
  expect(form.stops).toEqual([
    { name: "Busshållplatsen – norra", question: "Stanna en minut. Är det ljust?" },
    { name: "Tunneln", question: "" },
  ]);
  expect(form.theme).toBe("traffic");
  expect(form.left.map(({ row, what }) => [row, what])).toEqual([
    [8, "walk-question"],
    [10, "walk-question"],
    [7, "walk-category"],
    [8, "walk-choice"],
  ]);
});

test("every thing to look for is known by its own name in the form", () => {
  for (const theme of WALK_THEMES) for (const category of CHECKLISTS[theme]) expect(CATEGORIES).toContain(category);
});
