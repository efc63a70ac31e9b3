import { afterAll, describe, expect, test } from "vitest";
import { cylinderProblem } from "../../picture/engine/emerging/scan-problem.ts";
import { scan, scanSpread } from "../../picture/engine/emerging/scan.ts";
import { WorkerGone, workerPool } from "../../platform/server/worker-pool.ts";
import { picturePool, spreadOver } from "./pool.ts";

const place = Array.from({ length: 60 }, (_, i) => (i * 7) % 12);
const time = Array.from({ length: 60 }, (_, i) => (i * 11) % 20);
const problem = cylinderProblem(
  { places: 12, times: 20, cases: { place, time, count: place.map(() => 1) } },
  {
    model: "permutation",
    windows: "space-time-prospective",
    positions: { on: "plane", x: place.slice(0, 12), y: time.slice(0, 12) },
    longest: 5,
  },
);

describe("a scan on several threads", () => {
  const [one, two] = [picturePool(1), picturePool(2)];
  afterAll(() => Promise.all([one.close(), two.close()]));

  test("answers as in one, whatever the number of threads, and tells how far it has come", async () => {
    const alone = scan(problem, { replicates: 199 });
    const told: number[] = [];
    expect(await scanSpread(problem, { replicates: 199 }, spreadOver(one))).toEqual(alone);
    expect(
      await scanSpread(problem, { replicates: 199 }, spreadOver(two, { done: (made) => told.push(made) })),
    ).toEqual(alone);
    expect(told.at(-1)).toBe(199);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(3);
  });

  test("is ended when nobody waits for it any longer, and the next one is answered", async () => {
    const ending = new AbortController();
    const running = scanSpread(
      problem,
      { replicates: 1_000_000 },
      spreadOver(two, { signal: ending.signal, done: () => ending.abort(new Error("enough")) }),
    );
    await expect(running).rejects.toThrow("enough");
    expect((await scanSpread(problem, { replicates: 9 }, spreadOver(two))).replicates).toBe(9);
  });
});

describe("a pool", () => {
  const pool = (code: string) => workerPool(new URL(`data:text/javascript,${encodeURIComponent(code)}`), 2);

  test("says so when a thread dies, instead of waiting for ever", async () => {
    const dying = pool(
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', (m) => { if ('task' in m) process.exit(3); });",
    );
    await expect(dying.run({}, [1, 2, 3])).rejects.toThrow(WorkerGone);
    await expect(dying.run({}, [1])).rejects.toThrow("kod / code 3");
    await dying.close();
  });

  test("gives a task's own words where it fails, and an answer to no tasks at once", async () => {
    const failing = pool(
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', (m) => { if ('task' in m) parentPort.postMessage({ at: m.at, error: 'not a number' }); });",
    );
    await expect(failing.run({}, [1])).rejects.toThrow("not a number");
    expect(await failing.run({}, [])).toEqual([]);
    await failing.close();
  });
});
