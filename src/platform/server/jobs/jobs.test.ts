import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../../test/databases.ts";
import type { Json } from "../../../ground/canonical.ts";
import { instantOf, type Instant } from "../../../ground/time.ts";
import type { Database } from "../database/database.ts";
import type { AnyTransaction } from "../house.ts";
import { deadJobs, enqueue, revive, startJobs } from "./jobs.ts";

const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const START = Date.parse("2026-11-24T09:00:00Z");

const leave = (database: Database, n: number, body: Json = {}) =>
  database.transaction({ as: "system" }, (tx) =>
    enqueue(tx as AnyTransaction, {
      id: uuid(n),
      name: "count",
      body,
      eventChain: "platform",
      eventSeq: n,
      runAt: instantOf(START),
    }),
  );
const system = <T>(database: Database, work: (tx: AnyTransaction) => Promise<T>) =>
  database.transaction({ as: "system" }, (tx) => work(tx as AnyTransaction));

onBothEngines("jobs", (fresh) => {
  test("are done once each, also by two workers and when left twice", async () => {
    const database = await fresh();
    for (const n of [1, 2, 3, 4, 5, 6]) await leave(database, n, { n });
    await database.transaction({ as: "system" }, (tx) =>
      enqueue(tx as AnyTransaction, {
        id: uuid(99),
        name: "count",
        body: {},
        eventChain: "platform",
        eventSeq: 1,
        runAt: instantOf(START),
      }),
    );
    const done: Json[] = [];
    const handlers = { count: async (body: Json) => void done.push(body) };
    const wish = { now: () => instantOf(START), every: undefined };
    const [one, other] = [startJobs(database, handlers, wish), startJobs(database, handlers, wish)];
    await Promise.all([one.runDue(), other.runDue()]);
    expect(done.map((body) => (body as { n: number }).n).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    await Promise.all([one.stop(), other.stop()]);
  });

  test("that fail wait longer each time, then lie dead and visible, and can be revived", async () => {
    const database = await fresh();
    await leave(database, 1);
    let clock = START;
    let tries = 0;
    let mended = false;
    const told: string[] = [];
    const jobs = startJobs(
      database,
      {
        count: async () => {
          tries += 1;
          if (!mended) throw new Error("skrivaren är slut");
        },
      },
      { now: () => instantOf(clock), every: undefined, onDead: (name) => told.push(name) },
    );
    await jobs.runDue();
    expect(tries).toBe(1);
    clock += 4_000;
    await jobs.runDue();
    expect(tries).toBe(1);
    clock += 2_000;
    await jobs.runDue();
    expect(tries).toBe(2);
    for (let hours = 0; hours < 24; hours++) {
      clock += 3_600_000;
      await jobs.runDue();
    }
    expect(tries).toBe(8);
    expect(told).toEqual(["count"]);
    expect((await system(database, deadJobs)).map(({ last_error }) => last_error)).toEqual(["skrivaren är slut"]);
    mended = true;
    expect(await system(database, (tx) => revive(tx, uuid(1), instantOf(clock)))).toBe(true);
    await jobs.runDue();
    expect(await system(database, deadJobs)).toEqual([]);
    await jobs.stop();
  });

  test("of a worker that was killed are taken over when its lock has run out", async () => {
    const database = await fresh();
    await leave(database, 1);
    const locked = (until: Instant) =>
      system(database, (tx) => sql`update job set locked_until = ${until}, attempts = 1`.execute(tx));
    await locked(instantOf(START + 60_000));
    let clock = START;
    let done = 0;
    const jobs = startJobs(
      database,
      { count: async () => void (done += 1) },
      { now: () => instantOf(clock), every: undefined },
    );
    await jobs.runDue();
    expect(done).toBe(0);
    clock += 61_000;
    await jobs.runDue();
    expect(done).toBe(1);
    await jobs.stop();
  });

  test("that end the process each time are given up like those that throw", async () => {
    const database = await fresh();
    await leave(database, 1);
    await system(database, (tx) => sql`update job set attempts = max_attempts`.execute(tx));
    let tries = 0;
    const jobs = startJobs(
      database,
      { count: async () => void (tries += 1) },
      { now: () => instantOf(START), every: undefined },
    );
    await jobs.runDue();
    expect(tries).toBe(0);
    expect(await system(database, deadJobs)).toHaveLength(1);
    await jobs.stop();
  });

  test("taken over by another are left to that one, whatever the first thinks of them later", async () => {
    const database = await fresh();
    await leave(database, 1);
    const jobs = startJobs(
      database,
      {
        count: async () => {
          await system(database, (tx) =>
            sql`update job set attempts = 2, locked_until = ${instantOf(START + 60_000)}`.execute(tx),
          );
          throw new Error("too late");
        },
      },
      { now: () => instantOf(START), every: undefined },
    );
    const state = () =>
      system(
        database,
        async (tx) => (await sql`select attempts, last_error, finished_at, dead_at from job`.execute(tx)).rows,
      );
    await jobs.runDue();
    await jobs.stop();
    expect(await state()).toEqual([{ attempts: 2, last_error: null, finished_at: null, dead_at: null }]);
  });

  test("left in a transaction that is rolled back were never left", async () => {
    const database = await fresh();
    await expect(
      system(database, async (tx) => {
        await enqueue(tx, { id: uuid(1), name: "count", body: {}, runAt: instantOf(START) });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    let done = 0;
    const jobs = startJobs(
      database,
      { count: async () => void (done += 1) },
      { now: () => instantOf(START), every: undefined },
    );
    await jobs.runDue();
    expect(done).toBe(0);
    await jobs.stop();
  });
});
