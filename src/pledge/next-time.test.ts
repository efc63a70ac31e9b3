import { describe, expect, test } from "vitest";
import type { Day } from "../ground/time.ts";
import type { Content } from "./document.ts";
import type { State } from "./lifecycle.ts";
import { type Known, periodFor, proposedTime } from "./next-time.ts";

const document = (slug: string, from: string, to: string, more: { state?: State; isChange?: true } = {}) => ({
  slug,
  state: more.state ?? "published",
  content: {
    period: { from: { said: from, on: from }, to: { said: to, on: to } },
    ...(more.isChange === true ? { amends: { kind: "extension" } } : {}),
  } as unknown as Content,
});
const nothing = { documents: [], round: undefined, reportOn: undefined, today: "2026-11-24" as Day };
const former = document("2025-2027", "2025-01-01", "2027-12-31");

describe("the time of the next promise", () => {
  test.each<[string, Partial<Known>, object | undefined]>([
    [
      "begins the day after the former one ends, and is as long",
      { documents: [document("2022-2024", "2022-01-01", "2024-12-31"), former] },
      { from: "2028-01-01", to: "2030-12-31", slug: "2028-2030", after: "former" },
    ],
    [
      "is as many months, also from the midst of a year",
      { documents: [document("2026", "2026-07-01", "2027-06-30")] },
      { from: "2027-07-01", to: "2028-06-30", slug: "2027-2028" },
    ],
    [
      "is as many days where it was no whole months",
      { documents: [document("sommar", "2026-06-10", "2026-08-20")], today: "2026-07-01" as Day },
      { from: "2026-08-21", to: "2026-10-31", slug: "2026" },
    ],
    [
      "begins after the day it was made longer to, and is as long as the promise itself",
      {
        documents: [
          former,
          document("2025-2027-andring-1", "2025-01-01", "2028-06-30", { isChange: true }),
          document("2025-2027-andring-2", "2025-01-01", "2029-12-31", { isChange: true, state: "draft" }),
        ],
      },
      { from: "2028-07-01", to: "2031-06-30", slug: "2028-2031" },
    ],
    [
      "is two years from the new year after the round, where nothing was promised before",
      { round: 2026, reportOn: "2025-05-01" as Day },
      { from: "2027-01-01", to: "2028-12-31", slug: "2027-2028", after: "round" },
    ],
    [
      "is so after the situation report, and never in the past",
      { reportOn: "2024-05-01" as Day },
      { from: "2027-01-01", to: "2028-12-31", after: "situation-report" },
    ],
    [
      "is not right after a promise that ran out long ago",
      { documents: [former], today: "2029-03-01" as Day },
      undefined,
    ],
    ["is not proposed where nothing is known", {}, undefined],
    [
      "is not proposed where a draft without days has that name",
      {
        documents: [
          former,
          { slug: "2028-2030", state: "draft", content: { period: { from: { said: "ej bestämt" } } } as Content },
        ],
      },
      undefined,
    ],
  ])("%s", (_sentence, known, time) => {
    const proposed = proposedTime({ ...nothing, ...known });
    expect(time === undefined ? { proposed } : proposed).toMatchObject(time ?? { proposed: undefined });
  });

  test("is what a draft begins with under that name; another name says its own years, or none", () => {
    const proposed = proposedTime({ ...nothing, documents: [document("2026", "2026-07-01", "2027-06-30")] });
    const days = (slug: string) => {
      const { from, to } = periodFor(slug, proposed);
      return [from.on ?? from.said, to?.on];
    };
    expect(days("2027-2028")).toEqual(["2027-07-01", "2028-06-30"]);
    expect(days("2029-2030-tunneln")).toEqual(["2029-01-01", "2030-12-31"]);
    expect(days("2029")).toEqual(["2029-01-01", "2029-12-31"]);
    for (const slug of ["tunneln", "2030-2029", "20281"]) expect(days(slug)).toEqual(["ej bestämt", undefined]);
  });
});
