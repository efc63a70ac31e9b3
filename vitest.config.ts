import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

const testFiles = [...namesUnder("src"), ...namesUnder("test")].filter(
  (path) => /[.]test[.]tsx?$/.test(path) && !path.startsWith("test/flows/"),
);

/** A test that asks for a database: those are prepared once for all of them, which takes seconds a rule's test need not wait. */
const withDatabase = testFiles.filter((path) => {
  const beside = path.startsWith("test/") ? '"[.]' : "/test";
  return new RegExp(`${beside}/(?:databases|house)[.]ts"|\\binject\\(`).test(read(path));
});

keepTemporaryInMemory();

export default defineConfig({
  test: {
    // Stores start a database and the machine that checks has two cores: slow is not wrong.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Every core: left to itself vitest keeps one free, which on two cores is half the machine.
    maxWorkers: "100%",
    // Modules are read once a worker and not once a file, which is a quarter of the time: nothing in the house keeps a state of its own in a module.
    isolate: false,
    // What a screen comes to is waited for, not caught in the act.
    expect: { poll: { timeout: 15_000 } },
    exclude: [...configDefaults.exclude, "dist/**", ".cache/**"],
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: testFiles.filter((path) => !withDatabase.includes(path)),
          environment: "node",
          setupFiles: ["test/chance.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "databases",
          include: withDatabase,
          environment: "node",
          globalSetup: ["test/prepare-databases.ts"],
          setupFiles: ["test/chance.ts"],
        },
      },
      {
        extends: true,
        test: {
          // Walks through a browser against the built server: two at a time, however many cores there are. Each takes somewhat more than a core: a third only makes all of them slow.
          name: "flows",
          include: ["test/flows/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/flows/prepare-demo.ts"],
          setupFiles: ["test/flows/on-failure.ts"],
          maxWorkers: 2,
          isolate: true,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

function namesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`);
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Hundreds of databases live for seconds each: in memory, where there is room for them, nothing of that waits for a disk. A TMPDIR of one's own is respected. */
function keepTemporaryInMemory(): void {
  const memory = "/dev/shm";
  const enough = 8 * 1024 ** 3;
  if (process.env["TMPDIR"] !== undefined || !existsSync(memory)) return;
  const room = statfsSync(memory);
  if (Math.min(room.bavail * room.bsize, process.availableMemory()) < enough) return;
  const directory = mkdtempSync(join(memory, "samsyn-tests-"));
  // PostgreSQL runs as somebody else, who must get through to what is theirs.
  chmodSync(directory, 0o755);
  process.env["TMPDIR"] = directory;
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
}
