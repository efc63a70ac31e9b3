import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { call } from "./client.ts";

const read = endpoint({
  name: "platform.read-this",
  kind: "question",
  path: "/api/platform/this",
  summary: "",
  input: z.object({}),
  output: z.object({ heard: z.boolean() }),
});
const change = endpoint({ ...read, name: "platform.change-this", kind: "command" });
const broken = () => Promise.reject(new TypeError("Failed to fetch"));
const heard = () => Promise.resolve(Response.json({ heard: true }));

beforeEach(() => vi.stubGlobal("document", { documentElement: { lang: "sv" } }));
afterEach(() => vi.unstubAllGlobals());

/** What came of it, and how often it was tried. */
async function tried(door: typeof read, onLine: boolean, ...answers: readonly (() => Promise<Response>)[]) {
  const fetched = vi.fn<() => Promise<Response>>(broken);
  for (const answer of answers) fetched.mockImplementationOnce(answer);
  vi.stubGlobal("fetch", fetched);
  vi.stubGlobal("navigator", { onLine });
  const result = await call(door, {});
  return [result.ok ? "heard" : result.refusal.why, fetched.mock.calls.length];
}

describe("a connection that breaks under a question", () => {
  test.each([
    ["is tried once more, and no more than that", read, true, [broken, heard], ["heard", 2]],
    ["is told when it breaks again", read, true, [broken, broken, heard], ["offline", 2]],
    ["is told at once where the device has no network", read, false, [broken, heard], ["offline", 1]],
    ["is told at once under what changes something", change, true, [broken, heard], ["offline", 1]],
  ] as const)("%s", async (_sentence, door, onLine, answers, expected) => {
    expect(await tried(door, onLine, ...answers)).toEqual(expected);
  });
});
