import pg from "pg";
import type { Engine, Limit, Session } from "./engine.ts";
import { copyBytes, isCopy } from "./copy.ts";
import { DatabaseTooOld, understood } from "./errors.ts";
import { readers } from "./rows.ts";

const OLDEST = 150_000;

/** PostgreSQL through a pool of connections, reading values as PGlite's are read. */
export async function openPostgres({
  url,
  statementTimeoutMs,
}: {
  url: string;
  statementTimeoutMs: number;
}): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    application_name: "samsyn",
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs * 2,
    connectionTimeoutMillis: 10_000,
    options: "-c timezone=UTC",
    types: {
      getTypeParser: (oid: number, format?: string) =>
        (format !== "binary" ? readers[oid] : undefined) ?? pg.types.getTypeParser(oid),
    },
  });
  // A connection that dies while idle must not take the process with it; the next one to ask gets a new connection or a typed error.
  pool.on("error", () => {});
  // The same for one that dies while it is ours: the query under way is refused, and an event without a listener would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));

  const acquire = async (limit: Limit): Promise<Session> => {
    const client = await pool.connect().catch((error: unknown) => {
      throw understood(error);
    });
    if (limit === "unlimited") await client.query("set statement_timeout = 0");
    return {
      async query(text, parameters) {
        try {
          if (isCopy(text)) {
            await copyIn(client, text, copyBytes(parameters));
            return { rows: [], touched: 0 };
          }
          const result = await client.query(text, [...parameters]);
          return { rows: result.rows as Record<string, unknown>[], touched: result.rowCount ?? 0 };
        } catch (error) {
          throw understood(error);
        }
      },
      async exec(text) {
        try {
          await client.query(text);
        } catch (error) {
          throw understood(error);
        }
      },
      // A connection without a limit does not go back among those that have one.
      release: (broken) => client.release(broken || limit === "unlimited"),
    };
  };
  const alone = async (text: string) => {
    const session = await acquire("unlimited");
    try {
      await session.exec(text);
    } finally {
      session.release(false);
    }
  };

  try {
    const session = await acquire("limited");
    const { rows } = await session.query(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
      [],
    );
    session.release(false);
    const [found] = rows as { number: number; version: string }[];
    if (found === undefined || found.number < OLDEST) throw new DatabaseTooOld(found?.version ?? "?");
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: "postgres",
    acquire,
    // PostgreSQL writes its own checkpoints, and only a superuser may ask for one.
    checkpoint: async () => {},
    vacuum: () => alone("vacuum (analyze, skip_locked)"),
    close: () => pool.end(),
  };
}

/** COPY … FROM STDIN, which the driver has the words for and no way to ask: the statement, the rows, the end. */
function copyIn(client: pg.PoolClient, text: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query({
      submit: (connection) => connection.query(text),
      handleCopyInResponse(connection: CopyingConnection) {
        connection.sendCopyFromChunk(bytes);
        connection.endCopyFrom();
      },
      handleCommandComplete() {},
      // After an error the driver asks us no more.
      handleError: (error: Error) => reject(error),
      handleReadyForQuery: () => resolve(),
    } as pg.Submittable);
  });
}
type CopyingConnection = { sendCopyFromChunk(bytes: Uint8Array): void; endCopyFrom(): void };
