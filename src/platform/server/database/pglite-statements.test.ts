import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readers } from "./rows.ts";
import { statementsOf, type Statements } from "./pglite-statements.ts";

let database: PGlite;
let ask: Statements;
beforeAll(async () => {
  database = await PGlite.create({ parsers: { ...readers } });
  ask = statementsOf(database);
});
afterAll(() => database.close());

const rows = (text: string, ...parameters: unknown[]) => ask.query(text, parameters).rows;

describe("a statement that is remembered", () => {
  test("answers as it did the first time, with each its own parameters", () => {
    const sum =
      "select $1::int + $2::int as sum, $3::text as said, $4::jsonb as kept, $5::text[] as many, $6::bytea as raw";
    const once = (at: number) =>
      rows(sum, at, 1, at === 2 ? null : `nr ${at}`, { at }, ["a", 'b"'], new Uint8Array([at, 255]));
    for (let at = 0; at < 8; at++)
      expect(once(at)).toEqual([
        {
          sum: at + 1,
          said: at === 2 ? null : `nr ${at}`,
          kept: { at },
          many: ["a", 'b"'],
          raw: new Uint8Array([at, 255]),
        },
      ]);
    // PostgreSQL itself says which it has kept.
    expect(rows("select count(*) as kept from pg_prepared_statements where statement = $1", sum)).toEqual([
      { kept: 1 },
    ]);
  });

  test("says how many rows it touched, and is over after an error", () => {
    ask.exec("create table told (id int primary key, said text)");
    const put = "insert into told values ($1, $2)";
    for (const id of [1, 2, 3]) expect(ask.query(put, [id, "så"])).toEqual({ rows: [], touched: 1 });
    expect(() => ask.query(put, [3, "igen"])).toThrow(expect.objectContaining({ code: "23505", table: "told" }));
    expect(ask.query("update told set said = $1", ["nytt"]).touched).toBe(3);
    // However often it is refused what it was given, it is kept once.
    for (let time = 0; time < 5; time++)
      expect(() => ask.query(put, [3, "igen"])).toThrow(expect.objectContaining({ code: "23505" }));
    expect(rows("select count(*) as kept from pg_prepared_statements where statement = $1", put)).toEqual([
      { kept: 1 },
    ]);
    expect(() => ask.query("select nothing from told", [])).toThrow(expect.objectContaining({ code: "42703" }));
    expect(rows("select said from told where id = $1", 3)).toEqual([{ said: "nytt" }]);
  });

  test("is read anew when a table has become another", () => {
    const all = "select * from told where id = $1";
    for (let time = 0; time < 3; time++) expect(rows(all, 1)).toEqual([{ id: 1, said: "nytt" }]);
    ask.exec("alter table told add column more int default 7");
    expect(rows(all, 1)).toEqual([{ id: 1, said: "nytt", more: 7 }]);
    // Said as a statement among others it is found out once, and put right with that.
    for (let time = 0; time < 3; time++) rows(all, 1);
    rows("alter table told drop column more");
    expect(() => rows(all, 1)).toThrow(expect.objectContaining({ code: "0A000" }));
    expect(rows(all, 1)).toEqual([{ id: 1, said: "nytt" }]);
  });

  test("is another for each role: what row-level security hides stays hidden, whoever asked first", () => {
    ask.exec(`
      create table mine (owner text);
      insert into mine values ('a'), ('b');
      alter table mine enable row level security;
      create role samsyn_a; create role samsyn_b;
      grant select on mine to samsyn_a, samsyn_b;
      create policy a on mine for select to samsyn_a using (owner = 'a');
      create policy b on mine for select to samsyn_b using (owner = current_setting('samsyn.person'));
    `);
    const seen = (role: string, person = "") => {
      ask.exec(`begin; set local role samsyn_${role}; set local samsyn.person to '${person}'`);
      const found = rows("select owner from mine order by owner").map(({ owner }) => owner);
      ask.exec("commit");
      return found;
    };
    for (let time = 0; time < 7; time++) {
      expect(rows("select owner from mine order by owner")).toHaveLength(2);
      expect(seen("a")).toEqual(["a"]);
      expect(seen("b", "b")).toEqual(["b"]);
      expect(seen("b", "nobody")).toEqual([]);
    }
  });

  test("is forgotten when so many others have been asked", () => {
    const one = "select 1 as one";
    for (let time = 0; time < 2; time++) rows(one);
    for (let other = 0; other < 500; other++) for (let time = 0; time < 2; time++) rows(`select ${other} as other`);
    const [kept] = rows(
      "select count(*) as kept, count(*) filter (where statement = $1) as this from pg_prepared_statements",
      one,
    );
    expect(kept).toEqual({ kept: 400, this: 0 });
    expect(rows(one)).toEqual([{ one: 1 }]);
  });
});
