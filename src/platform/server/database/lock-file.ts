import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DataDirectoryInUse } from "./errors.ts";

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
      let held = true;
      const giveBack = () => {
        if (held) rmSync(path, { force: true });
        held = false;
      };
      process.once("exit", giveBack);
      return () => {
        process.off("exit", giveBack);
        giveBack();
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = readHolder(path);
      if (holder !== undefined && holder !== process.pid && isAlive(holder)) throw new DataDirectoryInUse(holder);
      if (holder === process.pid) throw new DataDirectoryInUse(holder);
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
