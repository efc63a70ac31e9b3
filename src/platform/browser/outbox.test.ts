import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { type Result, yes } from "../../ground/result.ts";
import type { Told } from "./client.ts";
import { keepSending, type LeftDoor, openOutbox } from "./outbox.ts";
import { keep, kept, openStorage, type Storage } from "./storage.ts";

const note = endpoint({
  name: "t.note",
  kind: "command",
  path: "/api/t",
  summary: "",
  input: z.object({}),
  output: z.object({}),
});
const photo = endpoint({
  name: "t.photo",
  kind: "upload",
  path: "/api/p",
  summary: "",
  input: z.object({}),
  output: z.object({}),
});

let storage: Storage;
let arrived: unknown[];
let answer: (input: Record<string, unknown>) => Result<unknown, Told>;
let now: number;
beforeEach(async () => {
  storage = await openStorage(`test-${Math.random()}`);
  arrived = [];
  answer = () => yes({});
  now = Date.parse("2026-11-08T18:42:00Z");
});
afterEach(() => vi.unstubAllGlobals());

const refuse = (status: number, sentence = ""): Result<unknown, Told> => ({
  ok: false,
  refusal: { why: "x", status, sentence },
});
const boxOf = (personId: string, endpoints: readonly (typeof note | typeof photo)[] = [note, photo]) =>
  openOutbox({
    storage,
    personId,
    endpoints,
    now: () => now++,
    transmit: async (_endpoint, { input }) => {
      const said = answer(input);
      if (said.ok) arrived.push(input["text"]);
      return said;
    },
  });
const statesOf = async (box: ReturnType<typeof boxOf>) => (await box.entries()).map(({ state }) => state);

test("what was put is there before it is told, also for a page that opens later", async () => {
  const put = await boxOf("amina").put({ endpoint: note, input: { text: "a" } });
  expect(put).toMatchObject({ ok: true, value: { state: "waiting", savedAt: "2026-11-08T18:42:00.002Z" } });
  expect(await boxOf("amina").entries()).toMatchObject([{ input: { text: "a" } }]);
});

test("goes oldest first, each once, and forgets the bytes when they have arrived", async () => {
  const box = boxOf("amina");
  for (const text of ["a", "b", "c"]) await box.put({ endpoint: photo, input: { text }, bytes: new Blob([text]) });
  await Promise.all([box.send(), box.send()]);
  await box.send();
  expect(arrived).toEqual(["a", "b", "c"]);
  expect((await box.entries()).map(({ state, bytes }) => [state, bytes])).toEqual(
    ["a", "b", "c"].map(() => ["sent", undefined]),
  );
});

test.each([0, 401, 429, 503])("a passing no (%i) stops the sending and loses nothing", async (status) => {
  const box = boxOf("amina");
  for (const text of ["a", "b"]) await box.put({ endpoint: note, input: { text } });
  answer = () => refuse(status);
  await box.send();
  expect(await statesOf(box)).toEqual(["waiting", "waiting"]);
  answer = () => yes({});
  await box.send();
  expect(arrived).toEqual(["a", "b"]);
});

test("a lasting no is told with its sentence, lets the next pass, and can be mended", async () => {
  const box = boxOf("amina");
  const put = await box.put({ endpoint: note, input: { text: "ABC 123" } });
  await box.put({ endpoint: note, input: { text: "b" } });
  answer = ({ text }) => (text === "ABC 123" ? refuse(409, "Skriv vad och var, inte vem.") : yes({}));
  await box.send();
  expect(await box.entries()).toMatchObject([
    { state: "refused", sentence: "Skriv vad och var, inte vem." },
    { state: "sent" },
  ]);
  expect(await box.amend(put.ok ? put.value.id : "", { text: "en bil" })).toBe(true);
  await box.send();
  expect(arrived).toEqual(["b", "en bil"]);
});

test("a photo waits for its note", async () => {
  const box = boxOf("amina");
  await box.put({ endpoint: note, id: "n", input: { text: "note" } });
  await box.put({ endpoint: photo, input: { text: "photo" }, after: "n" });
  answer = ({ text }) => (text === "note" ? refuse(409, "nej") : yes({}));
  await box.send();
  expect(await statesOf(box)).toEqual(["refused", "waiting"]);
  answer = () => yes({});
  await box.amend("n", { text: "note" });
  await box.send();
  expect(arrived).toEqual(["note", "photo"]);
});

test("what was on its way when the phone died is sent again", async () => {
  const box = boxOf("amina");
  const put = await box.put({ endpoint: note, input: { text: "a" } });
  if (put.ok) await storage.put("entry", { ...put.value, state: "sending" });
  await boxOf("amina").send();
  expect(arrived).toEqual(["a"]);
});

test("on a borrowed phone everybody has their own, and knows that another's wait", async () => {
  await boxOf("amina").put({ endpoint: note, input: { text: "a" } });
  const box = boxOf("karin");
  await box.send();
  expect(arrived).toEqual([]);
  expect(await box.entries()).toEqual([]);
  expect(await box.othersWaiting()).toEqual({ going: 0, locked: 1 });
});

test("what another left behind goes without them where it may, in order, and a no waits for its writer", async () => {
  const first = boxOf("amina");
  await first.put({ endpoint: note, id: "a", input: { text: "a" } });
  await first.put({ endpoint: photo, id: "p", input: { text: "p" }, after: "a" });
  await first.put({ endpoint: note, id: "b", input: { text: "b" } });
  await first.put({ endpoint: note, id: "c", input: { text: "locked" } });
  const said: Record<string, () => Result<unknown, Told> | "gone"> = {
    a: () => refuse(503),
    p: () => yes({}),
    b: () => refuse(409, "Nej."),
  };
  const went: string[] = [];
  const left: LeftDoor = async (_storage, { id, input }) =>
    input["text"] === "locked"
      ? undefined
      : async () => {
          const answer = said[id]!();
          if (answer !== "gone" && answer.ok) went.push(id);
          return answer;
        };
  const box = openOutbox({ storage, personId: "karin", endpoints: [note, photo], now: () => now++, left });
  expect(await box.othersWaiting()).toEqual({ going: 3, locked: 1 });
  await box.send();
  // Trouble stops it; it is in doubt whether it has arrived, so its writer changes it by a later change only.
  expect(went).toEqual([]);
  expect(await first.amend("a", { text: "x" })).toBe(false);
  expect(box.trouble()).toBeUndefined();
  said["a"] = () => "gone";
  await box.send();
  expect(went).toEqual([]);
  said["a"] = () => yes({});
  await box.send();
  expect(went).toEqual(["a", "p"]);
  expect(await first.entries()).toMatchObject([
    { state: "sent" },
    { state: "sent" },
    { state: "refused", sentence: "Nej." },
    { state: "waiting" },
  ]);
  expect(await box.entries()).toEqual([]);
  expect(await box.othersWaiting()).toEqual({ going: 0, locked: 2 });
});

test("what waits can be undone, what has arrived cannot", async () => {
  const box = boxOf("amina");
  await box.put({ endpoint: note, id: "a", input: { text: "a" } });
  await box.put({ endpoint: note, id: "b", input: { text: "b" } });
  expect(await box.drop("a")).toBe(true);
  await box.send();
  expect(await box.drop("b")).toBe(false);
  expect(arrived).toEqual(["b"]);
});

test("a form that is gone keeps its old entries", async () => {
  await boxOf("amina").put({ endpoint: photo, input: { text: "a" } });
  const box = boxOf("amina", [note]);
  await box.send();
  expect(await statesOf(box)).toEqual(["waiting"]);
});

test("two weeks after they were sent entries are forgotten, and not before", async () => {
  const box = boxOf("amina");
  await box.put({ endpoint: note, input: { text: "a" } });
  await box.send();
  now += 13 * 86_400_000;
  await box.send();
  expect(await box.entries()).toHaveLength(1);
  now += 2 * 86_400_000;
  await box.send();
  expect(await box.entries()).toHaveLength(0);
});

test("tells when something changes", async () => {
  const box = boxOf("amina");
  let changes = 0;
  const quiet = box.onChange(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    changes += 1;
  });
  await box.put({ endpoint: note, input: {} });
  // Whoever says "saved" says it after everybody who listens has shown it.
  expect(changes).toBe(1);
  quiet();
  await box.send();
  expect(changes).toBe(1);
});

test("what is taken along is per person", async () => {
  await keep(storage, "amina", "walks", [1]);
  expect(await kept(storage, "amina", "walks")).toEqual([1]);
  expect(await kept(storage, "karin", "walks")).toBeUndefined();
});

/** An hour and more, walked through from one planned try to the next: what is planned is done when it is due, and the clock stands still meanwhile. */
async function walkedThrough() {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("document", page);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  const began = now;
  const tries: { readonly text: unknown; readonly second: number }[] = [];
  const box = openOutbox({
    storage,
    personId: "amina",
    endpoints: [note],
    now: () => now,
    transmit: async (_endpoint, { input }) => {
      tries.push({ text: input["text"], second: (now - began) / 1000 });
      const said = answer(input);
      if (said.ok) arrived.push(input["text"]);
      return said;
    },
  });
  for (const text of ["a", "b", "c"]) await box.put({ endpoint: note, input: { text } });
  let next: { readonly work: () => Promise<void>; readonly at: number } | undefined;
  const leave = keepSending(box, {
    now: () => now,
    later: (work, milliseconds) => {
      next = { work, at: now + milliseconds };
      return () => (next = undefined);
    },
  });
  await vi.waitFor(() => expect(next).toBeDefined());
  const until = async (second: number) => {
    while (next !== undefined && next.at <= began + second * 1000) {
      now = next.at;
      await next.work();
    }
    now = began + second * 1000;
  };
  return { box, page, tries, until, leave, planned: () => next };
}

test("a server that answers 500 for an hour is asked more and more seldom, five minutes apart at most; then all goes once, in order", async () => {
  answer = () => refuse(500);
  const { box, tries, until, leave, planned } = await walkedThrough();
  await until(3599);
  // Waits of 20, 40, 80, 160 and then 300 seconds; only the oldest is tried while the server is in trouble.
  const seconds = [0, 20, 60, 140, 300, 600, 900, 1200, 1500, 1800, 2100, 2400, 2700, 3000, 3300];
  expect(tries).toEqual(seconds.map((second) => ({ text: "a", second })));
  expect(await statesOf(box)).toEqual(["waiting", "waiting", "waiting"]);
  // What is said of the next try is when it is made.
  expect(box.trouble()).toEqual({ status: 500, nextAt: planned()!.at });

  answer = () => yes({});
  await until(3600);
  expect(arrived).toEqual(["a", "b", "c"]);
  expect(tries.slice(seconds.length)).toEqual(["a", "b", "c"].map((text) => ({ text, second: 3600 })));
  expect(await statesOf(box)).toEqual(["sent", "sent", "sent"]);
  expect(box.trouble()).toBeUndefined();
  await until(7200);
  expect(tries).toHaveLength(seconds.length + 3);

  // The next trouble begins with the short wait again.
  answer = () => refuse(503);
  await box.put({ endpoint: note, input: { text: "d" } });
  await until(7280);
  expect(tries.slice(seconds.length + 3).map(({ second }) => second)).toEqual([7220, 7240, 7280]);
  leave();
  expect(planned()).toBeUndefined();
});

test("what is saved in the middle of it is tried at once, and the next try is when that said", async () => {
  const { box, tries, until, leave } = await walkedThrough();
  await until(15);
  answer = () => refuse(500);
  await box.put({ endpoint: note, input: { text: "d" } });
  await box.send();
  expect(box.trouble()?.nextAt).toBe(now + 20_000);
  await until(100);
  expect(tries.slice(3).map(({ second }) => second)).toEqual([15, 35, 75]);
  leave();
});

test("a clock that is put back an hour keeps nothing waiting for an hour", async () => {
  answer = () => refuse(500);
  const { tries, leave, planned } = await walkedThrough();
  now -= 3_600_000;
  await planned()!.work();
  expect(tries).toHaveLength(2);
  leave();
});

test("a network that is away is asked for every twenty seconds, and at once when it says that it is back", async () => {
  answer = () => refuse(0);
  const { page, tries, until, leave } = await walkedThrough();
  await until(100);
  expect(tries.map(({ second }) => second)).toEqual([0, 20, 40, 60, 80, 100]);
  await until(105);
  answer = () => yes({});
  page.dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(arrived).toEqual(["a", "b", "c"]));
  expect(tries.slice(6).map(({ second }) => second)).toEqual([105, 105, 105]);
  leave();
});

test("what another page wrote is sent from here too, and is not handed over", async () => {
  const write = boxOf("amina");
  await write.put({ endpoint: note, id: "elsewhere", input: { text: "e" } });
  await write.put({ endpoint: photo, id: "own", input: { text: "o" } });
  const transmit = async (_door: unknown, { input }: { readonly input: Readonly<Record<string, unknown>> }) => {
    arrived.push(input["text"]);
    return yes({});
  };
  const box = openOutbox({ storage, personId: "amina", endpoints: [photo], also: [note], transmit });
  expect((await box.handOver()).map(({ id }) => id)).toEqual(["own"]);
  await box.send();
  expect(arrived).toEqual(["e", "o"]);
});

test("what was refused says why, and goes when its writer says so, also when an answer was lost before", async () => {
  const box = boxOf("amina");
  await box.put({ endpoint: note, id: "n", input: { text: "n" } });
  answer = () => refuse(0);
  await box.send();
  answer = () => ({ ok: false, refusal: { why: "unusually-large", status: 409, sentence: "Stämmer 400?" } });
  await box.send();
  expect(await box.entries()).toMatchObject([{ state: "refused", why: "unusually-large", unsure: true }]);
  expect(await box.drop("n")).toBe(false);
  expect(await box.drop("n", { refused: true })).toBe(true);
  expect(await box.entries()).toEqual([]);
});
