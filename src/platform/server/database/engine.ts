import type { Rows } from "./rows.ts";

/** The few things a database engine must be able to do for us. Everything above this is the same for both. */
export interface Engine {
  readonly kind: "pglite" | "postgres";
  /** Whether another process has it open and this one asks through that. */
  readonly isGuest?: boolean;
  /** A connection of one's own until `release`: on PGlite there is only one, so the others wait their turn. */
  acquire(limit: Limit): Promise<Session>;
  vacuum(): Promise<void>;
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** Whether its statements are stopped when they take too long. Migrations and copies are not: they take what they take. */
export type Limit = "limited" | "unlimited";

export interface Session {
  /** One statement with parameters. */
  query(text: string, parameters: readonly unknown[]): Promise<Rows>;
  /** Several statements without parameters. */
  exec(text: string): Promise<void>;
  /** Gives the connection back; `broken` when it cannot be trusted any more. */
  release(broken: boolean): void;
}
