// Asking PGlite for one statement after another in PostgreSQL's own protocol. PGlite's `query` sends six messages for each and lets nothing be remembered: here it
// is two for a statement that is new and one for a statement that has been asked before, which PostgreSQL then need neither read nor rewrite again.
import type { PGlite } from "@electric-sql/pglite";
import { serialize } from "pg-protocol";
import {
  CommandCompleteMessage,
  DatabaseError,
  DataRowMessage,
  ParameterDescriptionMessage,
  RowDescriptionMessage,
  type BackendMessage,
} from "pg-protocol/dist/messages";
import { Parser } from "pg-protocol/dist/parser";
import { OID, type Rows } from "./rows.ts";

/** How many are remembered: PostgreSQL keeps what it has made of each, some tens of kilobytes. */
const KEPT = 400;
/** A statement with its rows written into it comes once: neither it nor its like is worth remembering. */
const LONGEST_KEPT = 8_000;

/** A table has become another, by a statement that came as any: its rows or its parameters are others now. A statement that fails for what it was given is as good as before. */
const STALE = new Set(["0A000", "42804"]);

/** What PostgreSQL said of a statement: what its parameters are, and what its rows have. */
type Known = {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly columns: readonly { readonly name: string; readonly dataTypeID: number }[];
};

export type Statements = {
  /** One statement with its parameters. @throws DatabaseError with PostgreSQL's code */
  readonly query: (text: string, parameters: readonly unknown[]) => Rows;
  /** Statements without parameters, one after the other; what they give is not read. @throws DatabaseError with PostgreSQL's code */
  readonly exec: (text: string) => void;
};

export function statementsOf(database: PGlite): Statements {
  const kept = new Map<string, Known>();
  const seen = new Set<string>();
  let role = "";
  let made = 0;

  /** Messages there and back. After an error PostgreSQL passes over the rest up to `sync`, which says that all has been said. */
  const send = (...messages: readonly Buffer[]): BackendMessage[] => {
    const answered = database.execProtocolRawSync(messages.length === 1 ? messages[0]! : Buffer.concat(messages));
    const said: BackendMessage[] = [];
    new Parser().parse(Buffer.from(answered.buffer, answered.byteOffset, answered.length), (message) =>
      said.push(message),
    );
    const error = said.find((message) => message instanceof DatabaseError);
    if (error !== undefined) throw error;
    if (said.at(-1)?.name !== "readyForQuery") throw new Error("The embedded database did not finish its answer");
    return said;
  };

  /** What is remembered is remembered for one role: row-level security makes another statement of it for each. */
  const know = (text: string): Known => {
    const key = `${role} ${text}`;
    const known = kept.get(key);
    if (known !== undefined) {
      // The last to be asked is the last to be forgotten.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    // Nameless at first: what is asked once is most of what is asked.
    const isBack = seen.has(key);
    const name = isBack ? `s${(made += 1)}` : "";
    const said = send(serialize.parse({ name, text }), serialize.describe({ type: "S", name }), serialize.sync());
    const fresh: Known = {
      name,
      parameters: said.find((one) => one instanceof ParameterDescriptionMessage)?.dataTypeIDs ?? [],
      columns: said.find((one) => one instanceof RowDescriptionMessage)?.fields ?? [],
    };
    if (isBack) keep(key, fresh);
    else if (text.length <= LONGEST_KEPT) {
      if (seen.size >= 10 * KEPT) seen.clear();
      seen.add(key);
    }
    return fresh;
  };
  const keep = (key: string, known: Known) => {
    kept.set(key, known);
    if (kept.size <= KEPT) return;
    const [oldest, { name }] = kept.entries().next().value!;
    kept.delete(oldest);
    send(serialize.close({ type: "S", name }), serialize.sync());
  };
  /** It keeps its name, and under that nothing is asked any more: in a transaction that has failed nothing can be taken away. */
  const forget = (text: string) => kept.delete(`${role} ${text}`);
  const forgetAll = () => {
    if (made > 0) send(serialize.query("deallocate all"));
    kept.clear();
    seen.clear();
  };

  return {
    query(text, parameters) {
      const { name, parameters: types, columns } = know(text);
      const values = parameters.map((value, index) => written(database, value, types[index]));
      let said: BackendMessage[];
      try {
        said = send(serialize.bind({ statement: name, values }), serialize.execute({}), serialize.sync());
      } catch (error) {
        if (name !== "" && error instanceof DatabaseError && STALE.has(error.code ?? "")) forget(text);
        throw error;
      }
      const read = columns.map(({ dataTypeID }) => database.parsers[dataTypeID]);
      const rows: Record<string, unknown>[] = [];
      let touched = 0;
      for (const message of said) {
        if (message instanceof DataRowMessage) {
          const row: Record<string, unknown> = {};
          for (const [index, field] of message.fields.entries())
            row[columns[index]!.name] = field === null ? null : (read[index]?.(field) ?? field);
          rows.push(row);
        } else if (message instanceof CommandCompleteMessage) touched = Number(/\d+$/.exec(message.text)?.[0] ?? 0);
      }
      return { rows, touched };
    },
    exec(text) {
      if (/^(?:begin|commit$|rollback$)/.test(text)) role = /^begin; set local role (\w+)/.exec(text)?.[1] ?? "";
      // Whatever else is said so may change what a table has.
      else forgetAll();
      send(serialize.query(text));
    },
  };
}

/** A parameter as PostgreSQL reads it for a column of that type. */
function written(database: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (type === OID.bytea && value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`;
  const write = type === undefined ? undefined : database.serializers[type];
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- as PGlite itself does with what it has no way of its own to write
  return write === undefined ? String(value) : write(value);
}
