import { Cron } from "croner";
import { sql } from "kysely";
import type { Json } from "../../../ground/canonical.ts";
import { SWEDISH_TIME, type Instant } from "../../../ground/time.ts";
import type { Database } from "../database/database.ts";
import type { AnyTransaction } from "../house.ts";

export type NewJob = {
  readonly id: string;
  readonly name: string;
  readonly body: Json;
  readonly eventChain?: string;
  readonly eventSeq?: number;
  readonly runAt: Instant;
};
export type JobHandler = (body: Json) => Promise<void>;
/** Something done by the clock, in Swedish time. */
export type Recurring = { readonly name: string; readonly cron: string };

/** Leaves work to do, in the transaction of the change that causes it. Asked twice for the same event, it is done once. */
export async function enqueue(tx: AnyTransaction, job: NewJob): Promise<void> {
  await sql`insert into job (id, name, body, event_chain, event_seq, run_at)
    values (${job.id}, ${job.name}, ${JSON.stringify(job.body)}::jsonb, ${job.eventChain ?? null}, ${job.eventSeq ?? null}, ${job.runAt})
    on conflict do nothing`.execute(tx);
}

export type Jobs = {
  /** Runs everything that is due, and what that leads to, until nothing is due any more. */
  runDue(): Promise<void>;
  stop(): Promise<void>;
};
export type JobWish = {
  readonly now: () => Instant;
  /** Milliseconds between looks for work; undefined when somebody else calls `runDue` (tests). */
  readonly every: number | undefined;
  readonly recurring?: readonly Recurring[];
  readonly onDead?: (name: string, error: unknown) => void;
};

/** How long a worker may be silent before its job is somebody else's: longer than any job takes, shorter than anybody waits. */
const LOCK_SECONDS = 120;
const FIRST_RETRY_SECONDS = 5;

/** Works through the job table. Several processes may do so at once: a row is taken by one of them (SKIP LOCKED). */
export function startJobs(
  database: Database,
  handlers: Readonly<Record<string, JobHandler>>,
  { now, every, recurring = [], onDead }: JobWish,
): Jobs {
  let stopped = false;
  let working: Promise<void> | undefined;

  const runDue = (): Promise<void> => {
    // Who asks while work goes on is answered when all that was due then is done as well.
    working = (working ?? Promise.resolve()).then(drain, drain);
    return working;
  };
  const drain = async () => {
    while (!stopped && (await runOne())) continue;
  };
  const runOne = async (): Promise<boolean> => {
    const job = await database.transaction({ as: "system" }, (tx) =>
      claim(tx as AnyTransaction, now(), Object.keys(handlers)),
    );
    if (job === undefined) return false;
    let failure: unknown;
    try {
      // What ended the process every time is not tried for ever.
      if (job.attempts > job.max_attempts) throw new Error("The process ended each time it was tried");
      await handlers[job.name]?.(job.body);
    } catch (error) {
      failure = error;
    }
    await database.transaction({ as: "system" }, (tx) =>
      failure === undefined
        ? finish(tx as AnyTransaction, job, now())
        : postpone(tx as AnyTransaction, job, failure, now()),
    );
    if (failure !== undefined && job.attempts >= job.max_attempts) onDead?.(job.name, failure);
    return true;
  };

  const timer = every === undefined ? undefined : setInterval(() => void runDue().catch(() => {}), every);
  const crons =
    every === undefined
      ? []
      : recurring.map(
          ({ name, cron }) =>
            new Cron(
              cron,
              { timezone: SWEDISH_TIME, unref: true },
              () => void handlers[name]?.({}).catch((error: unknown) => onDead?.(name, error)),
            ),
        );
  return {
    runDue,
    async stop() {
      stopped = true;
      clearInterval(timer);
      for (const cron of crons) cron.stop();
      await working?.catch(() => {});
    },
  };
}

type Claimed = { id: string; name: string; body: Json; attempts: number; max_attempts: number };

async function claim(tx: AnyTransaction, at: Instant, names: readonly string[]): Promise<Claimed | undefined> {
  if (names.length === 0) return undefined;
  const { rows } = await sql<Claimed>`
    update job set attempts = attempts + 1, locked_until = ${at}::timestamptz + make_interval(secs => ${LOCK_SECONDS})
    where id = (
      select id from job
      where finished_at is null and dead_at is null and run_at <= ${at}::timestamptz and (locked_until is null or locked_until < ${at}::timestamptz)
        and name in (${sql.join(names)})
      order by run_at, id limit 1 for update skip locked
    )
    returning id, name, body, attempts, max_attempts`.execute(tx);
  return rows[0];
}

/** The number of the attempt is the claim: when the lock ran out and somebody else took over, the outcome is theirs to write. */
async function finish(tx: AnyTransaction, job: Claimed, at: Instant): Promise<void> {
  await sql`update job set finished_at = ${at}, locked_until = null, last_error = null where id = ${job.id} and attempts = ${job.attempts}`.execute(
    tx,
  );
}

/** Waits twice as long each time; after the last attempt the job lies dead and visible, never gone. */
async function postpone(tx: AnyTransaction, job: Claimed, error: unknown, at: Instant): Promise<void> {
  const said = (error instanceof Error ? error.message : String(error)).slice(0, 2000);
  const wait = FIRST_RETRY_SECONDS * 2 ** (job.attempts - 1);
  const dead = job.attempts >= job.max_attempts;
  await sql`update job set locked_until = null, last_error = ${said}, dead_at = ${dead ? at : null}::timestamptz,
    run_at = ${at}::timestamptz + make_interval(secs => ${wait}) where id = ${job.id} and attempts = ${job.attempts}`.execute(
    tx,
  );
}

export type DeadJob = { id: string; name: string; attempts: number; dead_at: Instant; last_error: string };

/** Jobs that gave up, newest first. */
export async function deadJobs(tx: AnyTransaction): Promise<readonly DeadJob[]> {
  const { rows } =
    await sql<DeadJob>`select id, name, attempts, dead_at, last_error from job where dead_at is not null order by dead_at desc limit 100`.execute(
      tx,
    );
  return rows;
}

/** Gives a dead job its attempts back. */
export async function revive(tx: AnyTransaction, id: string, at: Instant): Promise<boolean> {
  const { rows } =
    await sql`update job set dead_at = null, attempts = 0, run_at = ${at} where id = ${id} and dead_at is not null returning id`.execute(
      tx,
    );
  return rows.length > 0;
}
