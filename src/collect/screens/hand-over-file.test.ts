import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Entry } from "../../platform/browser/storage.ts";
import { readHandOver, writeHandOver } from "./hand-over-file.ts";

const from = { id: "p1", name: "Amina", organisationIds: ["o1"] };
const photo = new Uint8Array(3_000_000).map((_, at) => at % 251);
const entry = {
  id: "e1",
  number: 1,
  personId: "p1",
  endpoint: "collect.send-photo",
  input: {},
  savedAt: "2026-11-24T17:00:00.000Z",
  state: "waiting",
  bytes: new Blob([photo], { type: "image/jpeg" }),
} as unknown as Entry;

test("a photo of some megabytes is carried over byte for byte", async () => {
  const read = await readHandOver(await writeHandOver(from, [entry]), ["o1"]);
  if (!read.ok) throw new Error(read.refusal.why);
  const bytes = new Uint8Array(await read.value.entries[0]!.bytes!.arrayBuffer());
  expect(Buffer.compare(bytes, photo)).toBe(0);
});

test("a photo that is no longer letters for bytes makes the file broken, and nothing of it is taken in", async () => {
  const [, content = ""] = (await writeHandOver(from, [entry])).split("\n");
  const spoiled = content.replace('"bytes":"', '"bytes":"å');
  const sum = createHash("sha256").update(spoiled).digest("hex");
  const read = await readHandOver(`${JSON.stringify({ sha256: sum })}\n${spoiled}\n`, ["o1"]);
  expect(read).toMatchObject({ ok: false, refusal: { why: "file-broken" } });
});
