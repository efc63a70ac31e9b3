import { mkdir, readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { DatabaseTooOld, NewerDatabase, StatementTimeout, understood } from "../platform/server/database/errors.ts";
import { Refused, sentenceOf } from "./sentences.ts";

const thrownBy = async (work: () => Promise<unknown>): Promise<unknown> => work().catch((error: unknown) => error);
const coded = (code: string, message = code) => understood(Object.assign(new Error(message), { code }));

test.each<[string, () => unknown, RegExp]>([
  ["a PostgreSQL that is too old", () => new DatabaseTooOld("14.2"), /14\.2 är för gammal.*15 eller nyare/],
  ["a database from a newer Samsyn", () => new NewerDatabase("0099_x.sql"), /0099_x\.sql.*Installera den först/],
  ["a question without end", () => new StatementTimeout(), /för lång tid/],
  ["a wrong password", () => coded("28P01"), /användare och lösenord i DATABASE_URL/],
  ["no password", () => understood(new Error("SASL: client password must be a string")), /vill ha ett lösenord/],
  ["a database that is not there", () => coded("3D000"), /createdb/],
  ["a database that is full of others", () => coded("53300"), /inga anslutningar kvar/],
  ["a user that may not create roles", () => coded("42501"), /skapa roller/],
  ["a file that is not there", () => thrownBy(() => readFile("/nowhere/at-all")), /^\/nowhere\/at-all finns inte/],
  ["a folder where a file should be", () => thrownBy(() => writeFile("/", "x")), /är en mapp och ska vara en fil/],
  [
    "a file where a folder should be",
    () => thrownBy(() => mkdir("/etc/hostname/x")),
    /är en fil där det ska vara en mapp/,
  ],
  ["a no of the command line's own", () => new Refused("Nej. / No."), /^Nej\. \/ No\.$/],
])("%s is told in a sentence, without a stack", async (_what, made, sentence) => {
  const said = sentenceOf(await made());
  expect(said).toMatch(sentence);
  expect(said).toContain(" / ");
  expect(said).not.toMatch(/\n\s+at /);
});

test("a bug shows where it is", () => {
  expect(sentenceOf(new TypeError("x is undefined"))).toContain("sentences.test.ts");
});
