import type { Transaction } from "kysely";

/**
 * Under whose rights a transaction runs. `system` is for jobs, seeding and letting people in; `staff` sees what row-level security
 * lets that person see; `stranger` can read what has been published and nothing else.
 */
export type Scope =
  | { readonly as: "system" }
  | { readonly as: "stranger" }
  | { readonly as: "staff"; readonly personId: string };

/** The database behind the house, whichever engine it is: same SQL, same rows, same Swedish order. */
export interface Database {
  readonly engine: "pglite" | "postgres";
  /** Whether it is another process, a running Samsyn, that has the database open (guests.ts). */
  readonly isGuest: boolean;
  /**
   * Runs `work` in one transaction under the scope's role, and commits. A throw rolls everything back.
   * On a serialization failure or a deadlock the whole of `work` is run again, a few times: it must not do anything that cannot be done twice.
   */
  transaction<Tables, T>(scope: Scope, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** As `transaction`, but nothing is kept: for previews and tests. */
  trial<Tables, T>(scope: Scope, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Runs a script of several statements as the database's owner, in one transaction. Migrations only. */
  script(sql: string): Promise<void>;
  /** A query as the owner, outside row-level security. Migrations, copies and doctors only. */
  asOwner<T>(work: (tx: Transaction<Record<string, never>>) => Promise<T>): Promise<T>;
  checkpoint(): Promise<void>;
  vacuum(): Promise<void>;
  close(): Promise<void>;
}
