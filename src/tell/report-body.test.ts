import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Output } from "../act/occasion.ts";
import type { Inside } from "../follow/reports/counted.ts";
import { canonicalText } from "../ground/canonical.ts";
import type { Day, Instant } from "../ground/time.ts";
import { readReportBody } from "../pledge/report-text.ts";
import { bodyTold, outputsTold } from "./report-body.ts";

const day = (text: string) => text as Day;
const output = (what: string, value: number, parts: readonly Output[] = [], relation: Output["relation"] = "result") =>
  ({ what, count: { value, qualifier: "exact" }, relation, parts }) as Output;
const done = (on: string, outputs: readonly Output[], value = 1) => ({
  on: day(on),
  settledOn: day(on),
  count: { value, qualifier: "exact" as const },
  outputs,
});

const inside = (more: Partial<Inside> = {}, fines: readonly number[] = [40, 31]): Inside => ({
  partnership: "ockelbo",
  slug: "2026",
  document: { slug: "2025-2027", contentHash: "abc" },
  from: day("2026-01-01"),
  to: day("2026-12-31"),
  frozenAt: "2027-01-10T09:00:00.000Z" as Instant,
  disputes: { inAll: 3, open: 1 },
  itemsDone: 4,
  pledges: [
    {
      id: "p",
      order: 1,
      text: "Bilarna ska köra långsammare.",
      disputes: { inAll: 3, open: 1 },
      indicators: [
        {
          name: "Trygga",
          unit: "procent",
          stated: { verdict: "cannot-be-known", because: "too-few" },
          controlDependent: false,
          breaks: [],
          column: "experience",
          source: "enkät",
          caveat: "",
          readings: [
            {
              on: day("2025-01-01"),
              value: 40,
              low: 30,
              high: 50,
              n: 11,
              method: "",
              baseline: true,
              comparable: true,
            },
            {
              on: day("2026-06-01"),
              value: 60,
              low: 40,
              high: 80,
              n: 9,
              method: "",
              baseline: false,
              comparable: true,
            },
          ],
        },
      ],
      activities: [
        {
          activityId: "01930000-0000-7000-8000-000000000001",
          documentId: "d",
          pledgeId: "p",
          number: "1.1",
          text: "Åtta kontroller.",
          unit: "Ingripande",
          span: null,
          figures: { done: { value: 6, qualifier: "exact" }, expected: 8, unit: "kontroller", missed: 1 },
          occasions: 6,
          periodOver: true,
          dueByNow: 8,
          done: fines.map((value, at) => done(`2026-0${at + 1}-02`, [output("förelägganden", value)])),
          beside: [
            {
              on: day("2026-03-01"),
              settledOn: day("2026-03-01"),
              count: { value: 12, qualifier: "exact" },
              counted: "cyklar",
            },
            {
              on: day("2026-04-01"),
              settledOn: day("2026-04-01"),
              count: { value: 3, qualifier: "exact" },
              counted: "elever",
            },
          ],
          deviations: [
            {
              on: day("2026-05-01"),
              cause: "vacancy",
              sentence: "Kontrollen blev inte av.",
              newDay: day("2026-06-01"),
              because: "",
            },
          ],
        },
      ],
    },
  ],
  assessments: [
    {
      activityId: "01930000-0000-7000-8000-000000000001",
      status: "partly",
      preset: "partly",
      explanation: "Sex av åtta.",
      figures: { done: { value: 6, qualifier: "exact" }, expected: 8, unit: "kontroller" },
      output: "",
      outcome: "",
      experience: "",
    },
  ],
  views: [],
  texts: [
    { voice: "joint", text: "Ihop", handedIn: false },
    { voice: "municipality", text: "Vi", handedIn: true },
  ],
  told: [],
  ...more,
});

describe("what both sign is what everybody may read", () => {
  test("is a text that the checker knows, the same for the same report", () => {
    const body = bodyTold(inside());
    expect(readReportBody(canonicalText(body))).toEqual(body);
    expect(canonicalText(bodyTold(inside()))).toBe(canonicalText(body));
    expect(body.texts.map(({ voice }) => voice)).toEqual(["municipality", "joint"]);
  });

  test("has no cause, no few people, no figure of few answers and no dispute that could be somebody's", () => {
    const body = bodyTold(inside());
    const [card] = body.pledges[0]!.activities;
    expect(card).toMatchObject({
      status: "partly",
      done: { value: 6 },
      expected: 8,
      outputs: [{ what: "förelägganden", heads: { shown: "count", value: 71 }, qualifier: "exact" }],
      beside: [{ counted: "cyklar", count: { value: 12 } }],
      deviations: [{ sentence: "Kontrollen blev inte av.", newDay: "2026-06-01", because: "" }],
    });
    expect(canonicalText(body)).not.toContain("vacancy");
    expect(body.pledges[0]!.indicators).toMatchObject([
      { verdict: "cannot-be-known", because: "too-few", readings: [{ figure: null }, { figure: null }] },
    ]);
    expect(body.disputes).toEqual({ inAll: { shown: "withheld" }, open: { shown: "withheld" } });
  });

  test("adds up what each occasion tells and nothing else: no hidden count can be worked out from the sum", () => {
    const value = fc.integer({ min: 5, max: 60 });
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (known, one, other) => {
          const told = (hidden: number) =>
            outputsTold({
              done: [...known, hidden].map((many) =>
                done("2026-02-02", [output("rattfyllerister som fälldes", many + (many > 4 ? 10 : 0))], 90),
              ),
            });
          expect(told(one)).toEqual(told(other));
          expect(told(one)[0]?.heads).toEqual(
            known.length === 0
              ? { shown: "withheld" }
              : { shown: "count", value: known.reduce((sum, many) => sum + many + 10, 0) },
          );
        },
      ),
    );
  });

  test("keeps of which straight after what it is of", () => {
    const fines = output("förelägganden", 30, [output("för hastighet", 20, [], "part")]);
    const cars = output("fordon", 700, [output("över gränsen", 90, [], "part")]);
    expect(
      outputsTold({ done: [done("2026-02-02", [cars, fines], 900)] }).map(({ what, depth }) => [what, depth]),
    ).toEqual([
      ["fordon", 0],
      ["över gränsen", 1],
      ["förelägganden", 0],
      ["för hastighet", 1],
    ]);
  });
});
