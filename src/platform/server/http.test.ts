import { expect, test } from "vitest";
import { DatabaseUnreachable, DiskFull, StatementTimeout } from "./database/errors.ts";
import { buildApp } from "./http.ts";
import { makeLog } from "./log.ts";
import { platformRefusals } from "./problem.ts";
import { readSettings } from "./settings.ts";

/** A house whose database fails in this way, whatever is asked of it. */
function appThatFails(error: Error) {
  const fail = async () => {
    throw error;
  };
  const house = {
    settings: readSettings({}),
    log: makeLog("silent"),
    refusals: platformRefusals,
    personOf: fail,
  } as unknown as Parameters<typeof buildApp>[0];
  return buildApp(house, {
    routes: [],
    pages: fail,
    staffWords: new Set(),
    staffHtml: fail,
    asset: async () => undefined,
    ready: async () => ["Databasen svarar inte. / The database does not answer."],
    version: "test",
  });
}

test.each([
  ["a database that is gone", new DatabaseUnreachable(undefined), 503, "database-unreachable", "Databasen svarar inte"],
  ["a full disk", new DiskFull(undefined), 507, "disk-full", "Disken är full"],
  ["a question without end", new StatementTimeout(), 503, "took-too-long", "tog för lång tid"],
  ["a bug", new TypeError("x <is> undefined"), 500, "broken", "Något gick sönder"],
])("%s is told to programs as a problem and to people as a page", async (_what, error, status, why, sentence) => {
  const app = appThatFails(error);
  const told = await app.request("/api/anything", { headers: { cookie: "samsyn=token" } });
  expect(told.status).toBe(status);
  expect(await told.json()).toMatchObject({ status, why, detail: expect.stringContaining(sentence) });
  const page = await app.request("/ockelbo");
  expect([page.status, page.headers.get("content-type")]).toEqual([status, "text/html; charset=UTF-8"]);
  const text = await page.text();
  expect(text).toContain(sentence);
  expect(text).toContain('<html lang="sv">');
  expect(text).not.toContain("undefined");
});

test("what is not ready is said in sentences, while the process is alive", async () => {
  const app = appThatFails(new DatabaseUnreachable(undefined));
  const ready = await app.request("/readyz");
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({
    ready: false,
    wrong: ["Databasen svarar inte. / The database does not answer."],
  });
  expect((await app.request("/healthz")).status).toBe(200);
});
