// What a phone does between people and the server, in thousands of evenings that nobody would think of. The server here decides by the real rules.
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { amina, karin, must, PARTNERSHIP } from "../../../test/people.ts";
import type { Endpoint } from "../../ground/endpoint.ts";
import type { Person } from "../../ground/party.ts";
import { type Result, yes } from "../../ground/result.ts";
import { instantOf } from "../../ground/time.ts";
import type { Told } from "../../platform/browser/client.ts";
import { openOutbox, type Outbox } from "../../platform/browser/outbox.ts";
import { type Entry, openStorage, type Storage } from "../../platform/browser/storage.ts";
import { attachPhoto, noteObservation as noteDoor, reviseObservation as reviseDoor } from "../api.ts";
import { EMPTY_DRAFT, noteInput } from "../field-note.ts";
import * as rules from "../observation.ts";
import type { Observation } from "../observation.ts";
import { FIELD_DOORS, inputOf } from "./field-send.ts";
import { noteLeft } from "./left-notes.ts";
import { changeNote, threadsOf, undoNote } from "./threads.ts";

const START = Date.parse("2026-11-08T17:00:00Z");
const MUNICIPALITY = "municipality";

/** The server's side: real rules over a map. */
function openServer() {
  const observations = new Map<string, Observation>();
  const photos = new Map<string, Set<string>>();
  const people = [amina, karin];
  let at = START;
  const refuse = (status: number): Result<never, Told> => ({
    ok: false,
    refusal: { why: "x", status, sentence: "Nej." },
  });
  const take = (by: Person, door: string, input: Record<string, unknown>): Result<unknown, Told> => {
    const moment = { at: instantOf((at += 1000)), by, newId: () => "n" };
    const id = String(input["id"]);
    if (door === noteDoor.name) {
      const writer = people.find((person) => person.id === input["handedOverFrom"]);
      const state = {
        partnershipId: PARTNERSHIP,
        earlier: observations.get(id),
        walk: undefined,
        ownSourceId: "s",
        writer,
      };
      const said = rules.noteObservation.decide({ consequence: "", ...input } as never, state, moment);
      if (!said.ok) return refuse(409);
      observations.set(id, said.value.observation);
      return yes({});
    }
    const about = observations.get(door === attachPhoto.name ? String(input["observationId"]) : id);
    if (about === undefined) return refuse(404);
    if (door === attachPhoto.name) {
      photos.set(about.id, (photos.get(about.id) ?? new Set()).add(id));
      return yes({});
    }
    const standing = { partnershipId: PARTNERSHIP, observation: about, imported: false, heard: false };
    const rule = door === reviseDoor.name ? rules.reviseObservation : rules.withdrawObservation;
    const said = rule.decide({ consequence: "", ...input } as never, standing, moment);
    if (!said.ok) return refuse(409);
    observations.set(id, said.value.observation);
    return yes({});
  };
  return { observations, photos, take, refuse };
}

/** How a request fares: through; not at all; its answer lost; its answer lost and it comes much later; the phone dies before or after it arrives. */
const FARES = [
  "through",
  "away",
  "reply-lost",
  "late",
  "died-before",
  "died-after",
  "broken",
  "logged-out",
  "form-changed",
] as const;
type Fare = (typeof FARES)[number];
type Step =
  | {
      readonly do: "write" | "send" | "borrow" | "deliver" | "hand-over" | "clock";
      readonly phone: 0 | 1;
      readonly nth: number;
      readonly fares: readonly Fare[];
      readonly text: string;
    }
  | {
      readonly do: "edit" | "undo" | "photo";
      readonly phone: 0 | 1;
      readonly nth: number;
      readonly fares: readonly Fare[];
      readonly text: string;
      readonly whileSending: boolean;
    };

const phone = fc.constantFrom(0 as const, 1 as const);
const base = {
  phone,
  nth: fc.nat(7),
  text: fc.constantFrom("Släckt lampa", "Mörkt", "Halt", "Trasig bänk", "Fint ljus"),
  fares: fc.array(fc.constantFrom(...FARES), { maxLength: 4 }),
};
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), ...base }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("send" as const), ...base }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("deliver" as const), ...base }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("borrow" as const), ...base }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("hand-over" as const, "clock" as const), ...base }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom("edit" as const, "edit" as const, "undo" as const, "photo" as const),
      whileSending: fc.boolean(),
      ...base,
    }),
  },
);

type Written = {
  readonly id: string;
  readonly phone: 0 | 1;
  text: string;
  isUndone: boolean;
  readonly photos: Set<string>;
};
let evening = 0;

async function live(steps: readonly Step[]): Promise<void> {
  const server = openServer();
  const late: (() => void)[] = [];
  const written: Written[] = [];
  const people = [amina, karin] as const;
  evening += 1;
  const storages: readonly Storage[] = [
    await openStorage(`evening ${evening} a`),
    await openStorage(`evening ${evening} b`),
  ];
  const clocks = [START, START];
  const fares: Fare[] = [];
  let meanwhile: (() => Promise<void>) | undefined;
  let died = () => {};
  const open = (which: 0 | 1): Outbox =>
    openOutbox({
      storage: storages[which]!,
      personId: people[which].id,
      endpoints: FIELD_DOORS,
      now: () => (clocks[which]! += 1),
      transmit: (door: Endpoint, entry: Entry) => transmit(which, door.name, entry),
    });
  const transmit = async (which: 0 | 1, door: string, entry: Entry): Promise<Result<unknown, Told>> => {
    const input = JSON.parse(JSON.stringify(inputOf(entry))) as Record<string, unknown>;
    const fare = fares.shift() ?? "through";
    const arrive = () => server.take(people[which], door, input);
    const first = meanwhile;
    meanwhile = undefined;
    const gone = fare === "through" || fare === "reply-lost" || fare === "died-after" ? arrive() : undefined;
    if (fare === "late") late.push(arrive);
    await first?.();
    if (fare === "through") return gone!;
    if (fare === "died-before" || fare === "died-after") {
      died();
      return new Promise(() => {});
    }
    return server.refuse({ broken: 500, "logged-out": 401, "form-changed": 422 }[fare as string] ?? 0);
  };
  /** Somebody else has the phone: what was left there goes as its writer's. */
  const borrow = async (which: 0 | 1, how: readonly Fare[]) => {
    fares.splice(0, fares.length, ...how);
    const dead = new Promise<void>((resolve) => (died = resolve));
    const outbox = openOutbox({
      storage: storages[which]!,
      personId: "petra",
      endpoints: FIELD_DOORS,
      now: () => (clocks[which]! += 1),
      left: async (_storage, entry, all) =>
        noteLeft(entry, all) === undefined ? undefined : () => transmit(which, entry.endpoint, entry),
    });
    await Promise.race([outbox.send(), dead]);
    expect(await outbox.entries()).toEqual([]);
    fares.length = 0;
  };
  const outboxes = [open(0), open(1)];
  const send = async (which: 0 | 1, how: readonly Fare[]) => {
    fares.splice(0, fares.length, ...how);
    const dead = new Promise<boolean>((resolve) => (died = () => resolve(true)));
    if (await Promise.race([outboxes[which]!.send().then(() => false), dead])) outboxes[which] = open(which);
    fares.length = 0;
    meanwhile = undefined;
  };
  const change = async (one: Step, about: Written) => {
    const outbox = outboxes[about.phone]!;
    if (one.do === "undo") {
      await undoNote(outbox, about.id);
      about.isUndone = true;
    } else if (one.do === "edit") {
      const { input } = threadsOf(await outbox.entries()).find(({ id }) => id === about.id)!;
      must(await changeNote(outbox, about.id, { ...input, text: one.text }));
      about.text = one.text;
    } else {
      const id = `photo ${about.photos.size} of ${about.id}`;
      const input = { partnership: PARTNERSHIP, observationId: about.id, id, alt: "" };
      must(await outbox.put({ endpoint: attachPhoto, id, input, after: about.id, bytes: new Blob(["x"]) }));
      about.photos.add(id);
    }
  };
  for (const one of steps) {
    const outbox = outboxes[one.phone]!;
    if (one.do === "write") {
      const id = `note ${written.length}`;
      const at = instantOf((clocks[one.phone]! += 1));
      const draft = { ...EMPTY_DRAFT, text: one.text };
      const input = noteInput({
        partnership: PARTNERSHIP,
        id,
        draft,
        place: { kind: "unknown" },
        walkId: undefined,
        at,
      });
      must(await outbox.put({ endpoint: noteDoor, id, input }));
      written.push({ id, phone: one.phone, text: one.text, isUndone: false, photos: new Set() });
    } else if (one.do === "send") await send(one.phone, one.fares);
    else if (one.do === "borrow") await borrow(one.phone, one.fares);
    else if (one.do === "deliver") late.splice(one.nth % Math.max(1, late.length), 1).forEach((arrive) => arrive());
    else if (one.do === "clock") clocks[one.phone]! += one.nth % 2 === 0 ? 3_600_000 : -3_600_000;
    else if (one.do === "hand-over") {
      const other = one.phone === 0 ? 1 : 0;
      must(await outboxes[other]!.takeIn(await outbox.handOver(), people[one.phone].id));
    } else {
      const standing = written.filter(({ isUndone }) => !isUndone);
      const about = standing[one.nth % Math.max(1, standing.length)];
      if (about === undefined) continue;
      if (!("whileSending" in one) || !one.whileSending) await change(one, about);
      else {
        let done = false;
        meanwhile = async () => {
          done = true;
          await change(one, about);
        };
        await send(about.phone, one.fares);
        if (!done) await change(one, about);
      }
    }
  }
  // People see to what was refused, and everything gets its network in the end.
  for (const which of [0, 1, 0, 1] as const) {
    for (const { refused } of threadsOf(await outboxes[which]!.entries()))
      for (const { id } of refused) await outboxes[which]!.again(id);
    await send(which, []);
  }
  for (const arrive of late) arrive();
  for (const which of [0, 1] as const)
    expect(
      (await outboxes[which]!.entries()).filter(({ state, from }) => state !== "sent" && from === undefined),
    ).toEqual([]);
  for (const storage of storages) {
    storage.close();
    indexedDB.deleteDatabase(storage.name);
  }

  const standing = [...server.observations.values()].filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const sorted = (rows: readonly (readonly [string, string, readonly string[]])[]) =>
    rows.toSorted(([a], [b]) => a.localeCompare(b));
  expect(sorted(standing.map(({ id, text }) => [id, text, [...(server.photos.get(id) ?? [])].toSorted()]))).toEqual(
    sorted(
      written.filter(({ isUndone }) => !isUndone).map(({ id, text, photos }) => [id, text, [...photos].toSorted()]),
    ),
  );
  const writers = new Map(written.map(({ id, phone: by }) => [id, people[by].id]));
  for (const { id, notedBy, ownerOrganisationId } of server.observations.values())
    expect([notedBy, ownerOrganisationId]).toEqual([writers.get(id), MUNICIPALITY]);
}

beforeAll(() => vi.stubGlobal("navigator", {}));
afterAll(() => vi.unstubAllGlobals());

test("whatever happens to the network, the phones and the clocks, the server ends with what people wrote, once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), (steps) => live(steps)),
    { numRuns: 2000 },
  );
}, 120_000);
