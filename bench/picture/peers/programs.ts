// Peers that are programs of their own: R, Python, PostGIS. Each is asked only where it is installed; where not, the row stands without it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Timing, timingOf } from "../measure.ts";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const AN_HOUR = 3_600_000;

/** What the script timed; undefined where the program or one of its packages is missing. */
function askedOf(program: string, script: string, given: readonly string[]): Timing | undefined {
  const { status, stdout } = spawnSync(program, [here(script), ...given], { encoding: "utf8", timeout: AN_HOUR });
  const milliseconds = (stdout ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(Number);
  return status === 0 && milliseconds.length > 0 && milliseconds.every(Number.isFinite)
    ? timingOf(milliseconds)
    : undefined;
}

export const askedOfR = (...given: readonly string[]) => askedOf("Rscript", "peers.R", given);
export const askedOfPython = (...given: readonly string[]) => askedOf("/usr/bin/python3", "peers.py", given);
