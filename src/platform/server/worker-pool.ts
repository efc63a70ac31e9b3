// Threads for long sums: what all tasks share is sent to each thread once, then each takes the next task as it becomes free. Knows nothing of what is summed.
import { availableParallelism } from "node:os";
import { parentPort, type Worker } from "node:worker_threads";
import { threadOf } from "./thread.ts";

type ToWorker = { readonly shared: unknown } | { readonly task: unknown; readonly at: number };
type FromWorker = { readonly at: number } & ({ readonly answer: unknown } | { readonly error: string });

export type PoolRun = {
  /** Ends the threads at once; the run is then refused with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told after each task how many are done. */
  readonly done?: (tasks: number) => void;
};
export type WorkerPool = {
  readonly workers: number;
  /** The answers in the tasks' order, whoever gave them. Runs wait for each other. Throws WorkerGone where a thread ended before its answer, and an Error with the task's own words where it threw. */
  readonly run: (shared: unknown, tasks: readonly unknown[], run?: PoolRun) => Promise<unknown[]>;
  readonly close: () => Promise<void>;
};

/** A thread ended before it had answered: out of memory, or ended from outside. */
export class WorkerGone extends Error {
  override readonly name = "WorkerGone";
}

/** Threads that run this file, started when first needed. `file` is the built worker or, from the sources, its TypeScript. */
export function workerPool(file: URL, workers = availableParallelism()): WorkerPool {
  let threads: Worker[] = [];
  let held: unknown;
  let turn: Promise<unknown> = Promise.resolve();
  const endAll = async () => {
    const ending = threads;
    threads = [];
    held = undefined;
    await Promise.all(ending.map((thread) => thread.terminate()));
  };
  /** One that ends while nobody waits for it is replaced before the next run. */
  const started = (): Worker => {
    const thread = threadOf(file);
    thread.on("error", () => {});
    thread.once("exit", () => {
      threads = threads.filter((one) => one !== thread);
    });
    return thread;
  };
  const inTurn = async (shared: unknown, tasks: readonly unknown[], run: PoolRun): Promise<unknown[]> => {
    run.signal?.throwIfAborted();
    if (held !== shared || threads.length < workers) {
      while (threads.length < workers) threads.push(started());
      for (const thread of threads) thread.postMessage({ shared } satisfies ToWorker);
      held = shared;
    }
    try {
      return await handedOut(threads, tasks, run);
    } catch (error) {
      // Whatever the others still work at is of no use to anybody, and a thread that failed is not trusted again.
      await endAll();
      throw error;
    }
  };
  return {
    workers,
    run: (shared, tasks, run = {}) => {
      const mine = turn.then(() => inTurn(shared, tasks, run));
      turn = mine.catch(() => {});
      return mine;
    },
    close: async () => {
      await turn;
      await endAll();
    },
  };
}

function handedOut(
  threads: readonly Worker[],
  tasks: readonly unknown[],
  { signal, done }: PoolRun,
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const answers: unknown[] = Array.from({ length: tasks.length });
    const leave: (() => void)[] = [];
    let [next, answered] = [0, 0];
    const finish = (settle: () => void) => {
      for (const off of leave) off();
      settle();
    };
    const gone = (why: string, cause?: unknown) =>
      finish(() =>
        reject(new WorkerGone(`En beräkningstråd tog slut (${why}). / A worker thread ended (${why}).`, { cause })),
      );
    const hand = (thread: Worker) => {
      if (next >= tasks.length) return;
      thread.postMessage({ task: tasks[next], at: next } satisfies ToWorker);
      next++;
    };
    for (const thread of threads) {
      const message = (reply: FromWorker) => {
        if ("error" in reply) return finish(() => reject(new Error(reply.error)));
        answers[reply.at] = reply.answer;
        done?.(++answered);
        if (answered === tasks.length) finish(() => resolve(answers));
        else hand(thread);
      };
      const error = (cause: Error) => gone(cause.message, cause);
      const exit = (code: number) => gone(`kod / code ${code}`);
      thread.on("message", message).on("error", error).on("exit", exit);
      leave.push(() => thread.off("message", message).off("error", error).off("exit", exit));
    }
    if (signal !== undefined) {
      const abort = () => finish(() => reject(signal.reason as Error));
      signal.addEventListener("abort", abort);
      leave.push(() => signal.removeEventListener("abort", abort));
    }
    if (tasks.length === 0) finish(() => resolve(answers));
    else for (const thread of threads) hand(thread);
  });
}

/** The thread's side: `prepare` is given what all tasks share, and gives what answers one. */
export function answerTasks(prepare: (shared: unknown) => (task: unknown) => unknown): void {
  let answering: ((task: unknown) => unknown) | undefined;
  let unprepared = "";
  parentPort?.on("message", (given: ToWorker) => {
    if ("shared" in given) {
      try {
        answering = prepare(given.shared);
      } catch (error) {
        [answering, unprepared] = [undefined, (error as Error).message];
      }
      return;
    }
    const { at, task } = given;
    try {
      if (answering === undefined) throw new Error(unprepared);
      parentPort?.postMessage({ at, answer: answering(task) } satisfies FromWorker);
    } catch (error) {
      parentPort?.postMessage({ at, error: (error as Error).message } satisfies FromWorker);
    }
  });
}
