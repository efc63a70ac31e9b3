// The picture's long sums on every processor: a scan's invented maps in portions, whoever makes them the same.
import type { SpreadOut } from "../../picture/engine/emerging/scan.ts";
import { type PoolRun, workerPool, type WorkerPool } from "../../platform/server/worker-pool.ts";

/** Portions a thread, so that none waits long for the last one and progress is told now and then. */
const PORTIONS = 8;

/** Threads that know the picture's engine; `workers` as many as there are processors where nothing is said. */
export function picturePool(workers?: number): WorkerPool {
  const name = import.meta.url.endsWith(".ts") ? "./picture-worker.ts" : "./picture-worker.js";
  return workerPool(new URL(name, import.meta.url), workers);
}

/** Hands a scan's replicates to the threads. `done` is told how many replicates are made, of all there may be. */
export function spreadOver(pool: WorkerPool, { signal, done }: PoolRun = {}): SpreadOut {
  return async (problem, from, to) => {
    const size = Math.max(Math.ceil((to - from) / (pool.workers * PORTIONS)), 1);
    const portions: [number, number][] = [];
    for (let at = from; at < to; at += size) portions.push([at, Math.min(at + size, to)]);
    const made = await pool.run(problem, portions, {
      ...(signal && { signal }),
      done: (tasks) => done?.(Math.min(from + tasks * size, to)),
    });
    const maxima = new Float64Array(to - from);
    let at = 0;
    for (const one of made as Float64Array[]) {
      maxima.set(one, at);
      at += one.length;
    }
    return maxima;
  };
}
