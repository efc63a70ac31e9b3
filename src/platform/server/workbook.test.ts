import { afterEach, expect, test, vi } from "vitest";
import { writeWorkbook } from "./workbook.ts";

afterEach(() => vi.useRealTimers());

test("the same sheets are the same bytes, whenever they are asked for", async () => {
  const sheets = [{ name: "survey", columns: ["type", "name"], rows: [{ type: "text", name: "vad" }] }];
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-26T08:00:00Z") });
  const morning = await writeWorkbook(sheets);
  vi.setSystemTime(Date.parse("2026-11-27T21:30:00Z"));
  expect(await writeWorkbook(sheets)).toEqual(morning);
});
