import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DataDirectoryInUse } from "./errors.ts";

/** Locks of this process; whatever way it ends in order, they go with it. */
const held = new Set<string>();
process.once("exit", () => {
  for (const path of held) rmSync(path, { force: true });
});

/**
 * Takes the data directory for this process. Two processes on one PGlite directory both write and neither notices, so this is what stands between.
 * A lock left by a process that is gone is taken over. Returns what gives it back.
 * @throws DataDirectoryInUse
 */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, "samsyn.lock");
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = openSync(path, "wx");
      writeSync(file, `${process.pid}\n`);
      closeSync(file);
      held.add(path);
      return () => {
        if (held.delete(path)) rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = readHolder(path);
      // In a container every start has the same number: a lock of ours that we do not hold was left by the one before.
      const isHeld = holder === process.pid ? held.has(path) : holder !== undefined && isAlive(holder);
      if (holder !== undefined && isHeld) throw new DataDirectoryInUse(holder);
      rmSync(path, { force: true });
    }
  }
  throw new DataDirectoryInUse(readHolder(path) ?? 0);
}

function readHolder(path: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    // Gone between our attempt and now: the next attempt will tell.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM means it lives but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
