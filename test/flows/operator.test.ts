// What the one who runs it meets when something is wrong: a clear sentence, the right exit, nothing lost.
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/platform/server/database/open.ts";
import { serveBuilt, type Served } from "./served.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samsyn-operator-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The answer; what is said to a person on the way goes to the other stream. */
const lastLine = (said: string) => said.split("\n").find((line) => line.startsWith("{")) ?? "";

const run = (program: "server" | "cli", args: string[], environment: Record<string, string>) => {
  const ran = spawnSync(process.execPath, [join(root, `dist/${program}.js`), ...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, ...environment },
  });
  return { status: ran.status, said: ran.stdout + ran.stderr };
};

describe("starting", () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ["a wrong port", { PORT: "trettio" }, /PORT är «trettio» men ska vara ett portnummer/],
    ["a misspelt variable", { SAMSYN_DATTA: "x" }, /SAMSYN_DATTA finns inte. Menade du SAMSYN_DATA/],
    ["another kind of database", { DATABASE_URL: "mysql://a:hemligt@b/c" }, /ska börja med postgres/],
    [
      "a database that does not answer",
      { DATABASE_URL: "postgres://a:hemligt@127.0.0.1:1/b" },
      /Databasen svarar inte/,
    ],
  ])("with %s ends with a sentence", (_name, environment, sentence) => {
    const { status, said } = run("server", [], { SAMSYN_DATA: join(folder, "unused"), ...environment });
    expect(status).toBe(1);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/hemligt|at .*\.js:\d+/);
  });

  describe("beside another", () => {
    let served: Served;
    beforeAll(async () => {
      served = await serveBuilt({ SAMSYN_DATA: join(folder, "shared"), SAMSYN_DEMO: "0" });
    });
    afterAll(() => served.stop());

    test("a second process on the same data directory does not start", () => {
      const { status, said } = run("server", [], { SAMSYN_DATA: join(folder, "shared"), PORT: "0" });
      expect(status).toBe(1);
      expect(said).toContain(
        `En annan Samsyn använder redan den här mappen (process ${served.process.pid}). Den här startar inte.`,
      );
    });

    test("a copy, a doctor and an invitation are served by the one that runs", { timeout: 60_000 }, async () => {
      const copy = join(folder, "beside.samsyn");
      const at = { SAMSYN_DATA: join(folder, "shared"), SAMSYN_DEMO: "0" };
      expect(run("cli", ["backup", copy], at)).toMatchObject({ status: 0 });
      expect((await stat(copy)).mode & 0o777).toBe(0o600);
      expect(run("cli", ["doctor"], at).said).toMatch(/Kedjan är hel/);
      const wish = ["--name", "A", "--partnership", "nowhere", "--party", "police", "--title", "T", "--reason", "R"];
      expect(run("cli", ["user", ...wish], at)).toMatchObject({
        status: 1,
        said: expect.stringContaining("finns inte"),
      });
      expect((await fetch(`${served.origin}/readyz`)).status).toBe(200);
    });

    test("a port that is taken is said", () => {
      const port = new URL(served.origin).port;
      const { status, said } = run("server", [], { SAMSYN_DATA: join(folder, "other"), SAMSYN_DEMO: "0", PORT: port });
      expect(status).toBe(1);
      expect(said).toContain("Porten används redan");
    });

    test("a used or invented link opens nothing", async () => {
      const open = (token: string) =>
        fetch(`${served.origin}/api/partnership/invitation/open`, {
          method: "POST",
          headers: { "content-type": "application/json", origin: served.origin },
          body: JSON.stringify({ token }),
        });
      const answer = await open("hittepå");
      expect(answer.status).toBe(409);
      expect(((await answer.json()) as { detail: string }).detail).toContain("Länken finns inte");
    });

    test("200 MB are refused before they are read, and the server goes on", async () => {
      const answer = await fetch(`${served.origin}/api/partnership/log-in/options`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: served.origin },
        body: Buffer.alloc(200 * 1024 * 1024, 32),
      }).catch((error: unknown) => error);
      const refused = answer instanceof Response ? answer.status === 413 : true;
      expect(refused).toBe(true);
      expect((await fetch(`${served.origin}/healthz`)).status).toBe(200);
    });

    test("a call from another site is not accepted", async () => {
      const answer = await fetch(`${served.origin}/api/partnership/log-in/options`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: "https://elsewhere.example" },
        body: "{}",
      });
      expect(answer.status).toBe(403);
    });

    test("a Ctrl-C that comes twice, as it does under npm, closes cleanly", async () => {
      const { process: child, said } = await serveBuilt({ SAMSYN_DATA: join(folder, "twice"), SAMSYN_DEMO: "0" });
      const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
      child.kill("SIGINT");
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
      expect(said()).toContain("Stängt.");
    });

    test("SIGTERM closes cleanly and gives the directory back", async () => {
      const { process: child } = await serveBuilt({ SAMSYN_DATA: join(folder, "closing"), SAMSYN_DEMO: "0" });
      const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
      await expect(readFile(join(folder, "closing", "samsyn.lock"))).rejects.toThrow(/ENOENT/);
    });
  });
});

describe("the command line", () => {
  const at = (name: string) => ({ SAMSYN_DATA: join(folder, name), SAMSYN_DEMO: "1" });

  test("every command explains itself", () => {
    for (const command of [
      "serve",
      "migrate",
      "seed",
      "import",
      "series",
      "backup",
      "restore",
      "user",
      "operator",
      "doctor",
    ]) {
      const { status, said } = run("cli", [command, "--help"], {});
      expect(status, command).toBe(0);
      expect(said).toContain(`samsyn ${command}`);
    }
    expect(run("cli", ["hittepå"], {}).status).toBe(2);
  });

  test("a no is an answer too with --json", () => {
    const { status, said } = run("cli", ["restore", join(folder, "nowhere"), "--json"], at("first"));
    expect(status).toBe(1);
    expect(JSON.parse(lastLine(said))).toEqual({ error: expect.stringContaining("filen finns inte") });
  });

  test("a copy put back elsewhere is the same, and a damaged one is refused", { timeout: 180_000 }, async () => {
    expect(run("cli", ["seed", "--json"], at("first")).said).toContain('"seeded":true');
    const copy = join(folder, "copy.samsyn");
    const made = run("cli", ["backup", copy, "--json"], at("first"));
    const restored = run("cli", ["restore", copy, "--json"], at("second"));
    const figures = (said: string) => {
      const { tables, rows, heads } = JSON.parse(lastLine(said)) as {
        tables: number;
        rows: number;
        heads: unknown;
      };
      return { tables, rows, heads };
    };
    expect(figures(restored.said)).toEqual(figures(made.said));
    await writeFile(join(folder, "damaged.samsyn"), gzipSync("hej\n"));
    const damaged = run("cli", ["restore", join(folder, "damaged.samsyn")], at("third"));
    expect(damaged.status).toBe(1);
    expect(damaged.said).toMatch(/Inget är ändrat/);
    expect(run("cli", ["restore", copy], at("second")).said).toMatch(/inte tom/);
    expect(run("cli", ["seed"], at("second")).said).toMatch(/inte tom/);
  });

  test("a file to import that is not there is told before any is read in", () => {
    const { status, said } = run(
      "cli",
      ["import", "--partnership", "ockelbo", join(root, "package.json"), "nowhere.json"],
      at("second"),
    );
    expect(status).toBe(1);
    expect(said).toMatch(/nowhere\.json finns inte/);
    expect(said).not.toMatch(/at .*:\d+|lästa/);
  });

  test("an invitation from outside works, and the log keeps on whose decision", { timeout: 60_000 }, async () => {
    const wish = ["--name", "Elin", "--partnership", "ockelbo", "--party", "municipality", "--title", "säkerhetschef"];
    const { status, said } = run("cli", ["user", ...wish, "--reason", "beslut KS § 12", "--json"], at("first"));
    expect(status).toBe(0);
    expect(said).toMatch(/"link":"http:\/\/localhost:\d+\/start\//);
    const database = await openDatabase({ dataDirectory: join(folder, "first") });
    const { rows } = await database.asOwner((tx) =>
      sql<{ body: string }>`select body from event where name = 'person.invited'`.execute(tx),
    );
    await database.close();
    expect(rows.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      expect.objectContaining({ role: "administrator", by: "command-line", reason: "beslut KS § 12" }),
    ]);
  });

  test("the doctor says what is well", { timeout: 60_000 }, () => {
    const { status, said } = run("cli", ["doctor", "--json"], at("first"));
    const { findings } = JSON.parse(lastLine(said)) as {
      findings: { what: string; well: boolean; sentence: string }[];
    };
    expect(findings.filter(({ well }) => !well)).toEqual([]);
    expect(status).toBe(0);
  });
});
