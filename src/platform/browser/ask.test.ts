import { expect, test } from "vitest";
import type { Result } from "../../ground/result.ts";
import { type Heard, heardNow } from "./ask.ts";
import type { Told } from "./client.ts";

const no = (status: number): Result<string, Told> => ({
  ok: false,
  refusal: { status, why: status === 0 ? "offline" : "not-yours", sentence: "Nej." },
});
const yes = (value: string): Result<string, Told> => ({ ok: true, value });
const after = (...answers: readonly Result<string, Told>[]) =>
  answers.reduce<Heard<string> | undefined>((before, answer) => heardNow(answer, before), undefined)?.last;

test.each([
  ["is what was answered", [yes("a"), yes("b")], "b"],
  ["stays while the network is away, however long", [yes("a"), no(0), no(0)], "a"],
  ["is nothing where the network never was there", [no(0)], undefined],
  ["goes with a no", [yes("a"), no(403)], undefined],
  ["does not come back when the network goes after a no", [yes("a"), no(401), no(0)], undefined],
])("what there is to show %s", (_what, answers, last) => expect(after(...answers)).toBe(last));
