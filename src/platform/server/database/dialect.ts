import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Kysely,
  type QueryResult,
} from "kysely";
import type { Session } from "./engine.ts";

/** Kysely over a session that is already in a transaction: it compiles and asks, and never begins or commits anything itself. */
export function dialectOn(session: Pick<Session, "query">): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, touched } = await session.query(query.sql, query.parameters);
      return { rows: rows as R[], numAffectedRows: BigInt(touched) };
    },
    streamQuery() {
      throw new Error("Rows are read in pages here, not streamed");
    },
  };
  const nothing = async () => {};
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => ({
      init: nothing,
      acquireConnection: async () => connection,
      beginTransaction: nothing,
      commitTransaction: nothing,
      rollbackTransaction: nothing,
      releaseConnection: nothing,
      destroy: nothing,
    }),
    createIntrospector: (database: Kysely<unknown>) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
