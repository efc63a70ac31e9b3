import { Kysely, type Transaction } from "kysely";
import type { Database, Scope } from "./database.ts";
import { dialectOn } from "./dialect.ts";
import type { Engine, Limit, Session } from "./engine.ts";
import { codeOf, isTaken } from "./errors.ts";
import { openPGlite } from "./pglite-engine.ts";
import { openPostgres } from "./postgres-engine.ts";

export type OpenWish = {
  /** postgres://… for PostgreSQL; without it the embedded database. */
  readonly url?: string;
  /** Where the embedded database lives; undefined means in memory, for tests. */
  readonly dataDirectory: string | undefined;
  readonly statementTimeoutMs?: number;
  /** Whether to be let in by the process that has the embedded database open, where there is one, rather than be refused. */
  readonly asGuest?: boolean;
  /** A number from 0 up to 1, so that two that stood in each other's way do not try again at the same moment. */
  readonly chance?: () => number;
};

/**
 * Opens the database. Nothing is migrated yet.
 * @throws DataDirectoryInUse, DatabaseUnreachable, DatabaseTooOld, DiskFull
 */
export async function openDatabase({
  url,
  dataDirectory,
  statementTimeoutMs = 15_000,
  asGuest = false,
  chance = Math.random,
}: OpenWish): Promise<Database> {
  return databaseOn(
    url === undefined
      ? await openPGlite({ directory: dataDirectory, statementTimeoutMs, asGuest })
      : await openPostgres({ url, statementTimeoutMs }),
    chance,
  );
}

const TRIES = 5;

function databaseOn(engine: Engine, chance: () => number): Database {
  const inTransaction = async <T>(
    opening: string,
    work: (tx: Transaction<never>) => Promise<T>,
    keep: boolean,
    limit: Limit = "limited",
  ): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(opening, work, keep, limit);
      } catch (error) {
        const code = codeOf(error);
        // Who comes second with the same thing looks again, and finds it there; what is taken by something else stays so.
        const again = code === "40001" || code === "40P01" ? attempt < TRIES : isTaken(error) && attempt === 1;
        if (!again) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * (1 + chance())));
      }
    }
  };
  const once = async <T>(
    opening: string,
    work: (tx: Transaction<never>) => Promise<T>,
    keep: boolean,
    limit: Limit = "limited",
  ): Promise<T> => {
    const session = await engine.acquire(limit);
    let broken = true;
    // A query sent after the end would run in somebody else's transaction, under their rights.
    let over = false;
    const whileOpen: Pick<Session, "query"> = {
      query: async (text, parameters) => {
        if (over) throw new Error("The transaction is over: this query came after its end");
        return session.query(text, parameters);
      },
    };
    try {
      const kysely = new Kysely<never>({ dialect: dialectOn(whileOpen) });
      let value: T;
      try {
        await session.exec(opening);
        value = await work(kysely as unknown as Transaction<never>);
        over = true;
      } catch (error) {
        over = true;
        // After a timeout on PGlite the transaction is gone with its thread: there is nothing left to roll back.
        await session.exec("rollback").then(
          () => (broken = false),
          () => {},
        );
        throw error;
      }
      await session.exec(keep ? "commit" : "rollback");
      broken = false;
      return value;
    } finally {
      session.release(broken);
    }
  };
  // In one message: each that goes to the embedded database's thread and back costs as much as reading a row.
  const as = (scope: Scope) => `begin; set local role samsyn_${scope.as}; set local samsyn.person to '${idOf(scope)}'`;
  type Work<T> = (tx: Transaction<never>) => Promise<T>;
  return {
    engine: engine.kind,
    isGuest: engine.isGuest === true,
    transaction: async (scope, work) => inTransaction(as(scope), work as unknown as Work<never>, true),
    trial: async (scope, work) => inTransaction(as(scope), work as unknown as Work<never>, false),
    asOwner: (work) => inTransaction("begin", work as unknown as Work<never>, true, "unlimited"),
    async script(sql) {
      const session = await engine.acquire("unlimited");
      let broken = true;
      try {
        await session.exec("begin");
        try {
          await session.exec(sql);
        } catch (error) {
          await session.exec("rollback").then(
            () => (broken = false),
            () => {},
          );
          throw error;
        }
        await session.exec("commit");
        broken = false;
      } finally {
        session.release(broken);
      }
    },
    checkpoint: () => engine.checkpoint(),
    vacuum: () => engine.vacuum(),
    close: () => engine.close(),
  };
}

/** What goes into a statement as it is: the role comes from our own closed union, and an id has nothing in it that could end the text. */
function idOf(scope: Scope): string {
  if (scope.as !== "staff") return "";
  if (!/^[0-9a-f-]{36}$/i.test(scope.personId)) throw new Error("A person is named by their id");
  return scope.personId;
}
