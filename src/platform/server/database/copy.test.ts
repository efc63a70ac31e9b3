import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../../test/databases.ts";
import type { AnyTransaction } from "../house.ts";
import { copyInto, copyCells } from "./copy.ts";

onBothEngines("rows by COPY", (fresh) => {
  test("arrive as they were, whatever stands in them, under the caller's own role", async () => {
    const database = await fresh();
    const rows = [
      ["plain", 1.5, true],
      ["tab\tnew\nline\r\\N back\\slash", -0.25, false],
      ["åäö 😀", null, null],
      ["", 1e21, true],
    ] as const;
    const read = await database.transaction({ as: "system" }, async (given) => {
      const tx = given as AnyTransaction;
      await sql`create temporary table kept (a text, b double precision, c boolean) on commit drop`.execute(tx);
      await copyInto(tx, "kept", ["a", "b", "c"], rows.map((row) => `${copyCells(row)}\n`).join(""));
      return (await sql<{ a: string; b: number; c: boolean }>`select * from kept`.execute(tx)).rows;
    });
    expect(read.map(({ a, b, c }) => [a, b, c])).toEqual(rows);
  });

  test("that do not fit are refused, and the connection goes on", async () => {
    const database = await fresh();
    const copying = database.transaction({ as: "system" }, async (given) => {
      const tx = given as AnyTransaction;
      await sql`create temporary table kept (a integer) on commit drop`.execute(tx);
      await copyInto(tx, "kept", ["a"], "no number\n");
    });
    await expect(copying).rejects.toThrow(/integer/);
    const one = await database.transaction({ as: "system" }, (tx) =>
      sql<{ one: number }>`select 1 as one`.execute(tx as AnyTransaction),
    );
    expect(one.rows).toEqual([{ one: 1 }]);
  });
});
