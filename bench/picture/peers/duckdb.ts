// DuckDB, in memory, its columns as narrow as ours and its rows in the same order, so that its own zone maps help it as ours help us.
import type { EventStore } from "../../../src/picture/columns/event-store.ts";
import { readerOf } from "../../../src/picture/columns/event-store.ts";
import { type Timing, timed } from "../measure.ts";

export type Duck = {
  /** Median of five, results read to the end. */
  readonly timed: (...sql: readonly string[]) => Promise<Timing>;
  readonly one: (sql: string) => Promise<readonly unknown[]>;
  readonly close: () => void;
};

/** Undefined where the package is not installed (npm install --prefix bench). */
export async function duckWith(store: EventStore, threads: number): Promise<Duck | undefined> {
  const name = "@duckdb/node-api";
  let library;
  try {
    library = (await import(name)) as {
      DuckDBInstance: {
        create: (path: string, options: Record<string, string>) => Promise<{ connect: () => Promise<Connection> }>;
      };
    };
  } catch {
    return undefined;
  }
  const instance = await library.DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await instance.connect();
  await connection.run(
    "create table event (x uinteger, y uinteger, minute integer, day usmallint, hour utinyint, category utinyint)",
  );
  const appender = await connection.createAppender("event");
  const read = (["x", "y", "minute", "day", "hour", "category"] as const).map((column) => readerOf(store, column));
  const [x, y, minute, day, hour, category] = read as [Read, Read, Read, Read, Read, Read];
  for (let row = 0; row < store.size; row++) {
    appender.appendUInteger(x(row));
    appender.appendUInteger(y(row));
    appender.appendInteger(minute(row));
    appender.appendUSmallInt(day(row));
    appender.appendUTinyInt(hour(row));
    appender.appendUTinyInt(category(row));
    appender.endRow();
  }
  appender.closeSync();
  // The same rows in no order, for what is to look at every one of them.
  await connection.run("create table scattered as select * from event order by hash(minute, x)");
  const read1 = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  return {
    timed: (...sql) =>
      timed(async () => {
        for (const one of sql) await read1(one);
      }),
    one: async (sql) => (await read1(sql))[0] ?? [],
    close: () => connection.closeSync(),
  };
}

type Read = (row: number) => number;
type Connection = {
  run: (sql: string) => Promise<unknown>;
  runAndReadAll: (sql: string) => Promise<{ getRows: () => readonly (readonly unknown[])[] }>;
  createAppender: (table: string) => Promise<{
    appendUInteger: (value: number) => void;
    appendInteger: (value: number) => void;
    appendUSmallInt: (value: number) => void;
    appendUTinyInt: (value: number) => void;
    endRow: () => void;
    closeSync: () => void;
  }>;
  closeSync: () => void;
};
