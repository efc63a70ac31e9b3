// The page on the wall: one page whatever the unit has promised, in both languages, with what the promise's own page tells and nothing else.
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Instant, Month } from "../ground/time.ts";
import { pdfOf } from "../platform/server/typst.ts";
import type { Listed } from "./screens/waiting.ts";
import { monthPaper, MOST_ROWS } from "./screens/month-paper.ts";

const folder = process.env["PICTURES"];
const promised = (number: string, more: Partial<Listed> = {}): Listed => ({
  id: number,
  number,
  text: "Gatuenheten mäter hastigheten på Bruksvägen, vid skolan och vid badplatsen, och berättar vad som mättes för dem som bor där och för polisen.",
  document: "2025-2027",
  owner: "municipality",
  organisationId: null,
  unit: "Gatuenheten",
  accepted: true,
  target: { comparator: "at-least", value: 2, unit: "mätningar", per: "quarter" },
  period: { from: "2026-10-01", to: "2026-12-31" },
  done: { value: 1, qualifier: "exact" },
  expected: 2,
  prorated: false,
  left: 1,
  lastWorkday: "2026-12-30",
  late: null,
  planned: [],
  doneInAll: { value: 9, qualifier: "exact" },
  expectedInAll: 24,
  expectedByNow: 14,
  mine: true,
  occasions: [],
  deviations: [],
  example: true,
  ...more,
});
const wish = {
  unit: "Gatuenheten",
  month: "2026-11" as Month,
  partnershipName: "Ockelbo",
  at: "2026-11-24T09:00:00.000Z" as Instant,
};
const pagesOf = (bytes: Uint8Array) => Number(/\/Count (\d+)/.exec(Buffer.from(bytes).toString("latin1"))?.[1]);

const rowsOf = (paper: ReturnType<typeof monthPaper>) =>
  (paper.data as { groups: { rows: unknown[] }[] }).groups.flatMap(({ rows }) => rows);
const said = {
  sv: [
    "Det här har ni lovat i november 2026",
    "Sent: 3 fattas sedan 30 september 2026",
    "planerat 27 november 2026 och 4 december 2026",
    "1 av 2 i kvartalet",
    "31 december 2026, sista vardag 30 december",
    "del av period",
    "och 3 till, se Min månad",
  ],
  en: [
    "What you have promised in November 2026",
    "Late: 3 missing since 30 September 2026",
    "1 of 2 this quarter",
    "and 3 more, see My month",
  ],
} as const;

test.each(["sv", "en"] as const)("twelve are one page in %s, and of fifteen the rest is told", (lang) => {
  const worst = {
    text: "Vi går genom centrum, stationen och parken. ".repeat(40),
    late: { missing: 3, since: "2026-09-30" },
    prorated: true,
    planned: ["2026-11-27", "2026-12-04"],
  };
  const twelve = Array.from({ length: MOST_ROWS }, (_none, place) =>
    promised(`1.${place + 1}`, place < 3 ? { late: worst.late } : {}),
  );
  const paper = monthPaper({ ...wish, activities: twelve, lang });
  const bytes = pdfOf(paper);
  expect(pagesOf(bytes)).toBe(1);
  if (folder !== undefined) writeFileSync(`${folder}/month-full-${lang}.json`, JSON.stringify(paper));

  const fifteen = Array.from({ length: 15 }, (_none, place) => promised(`1.${place + 1}`, worst));
  const long = monthPaper({ ...wish, activities: fifteen, lang });
  for (const words of said[lang]) expect(JSON.stringify(long.data)).toContain(words);
  expect(rowsOf(long)).toHaveLength(MOST_ROWS);
  expect(pagesOf(pdfOf(long))).toBe(1);
  if (folder !== undefined) writeFileSync(`${folder}/month-worst-${lang}.json`, JSON.stringify(long));
});

test("late comes first, then what is to be done, then what is done; what has not begun last", () => {
  const activities = [
    promised("1.1", { left: 0, done: { value: 2, qualifier: "exact" } }),
    promised("1.2"),
    promised("1.3", { late: { missing: 1, since: "2026-09-30" } }),
    promised("1.4", { target: { unit: "samtal" }, expected: null, left: 0 }),
    promised("1.5", { period: { from: "2027-01-09", to: "2027-06-10" }, lastWorkday: null }),
  ];
  const paper = monthPaper({ ...wish, activities, lang: "sv" });
  const { groups } = paper.data as { groups: { heading: string; rows: { text: string; until: string }[] }[] };
  expect(groups.map(({ heading, rows }) => [heading, rows.map(({ text }) => text.slice(0, 3))])).toEqual([
    ["Sent", ["1.3"]],
    ["Att göra", ["1.2"]],
    ["Redan gjort", ["1.1"]],
    ["Inget antal den här månaden", ["1.4", "1.5"]],
  ]);
  expect(groups.at(-1)!.rows.at(-1)!.until).toBe("börjar 9 januari 2027");
  expect(pagesOf(pdfOf(paper))).toBe(1);
  if (folder !== undefined) writeFileSync(`${folder}/month.json`, JSON.stringify(paper));
});

test("a unit with nothing this month has a page that says so", () => {
  const paper = monthPaper({ ...wish, activities: [], lang: "sv" });
  expect(JSON.stringify(paper.data)).toContain("Inget är lovat den här månaden.");
  expect(pagesOf(pdfOf(paper))).toBe(1);
});
