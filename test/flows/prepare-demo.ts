// Before all walks: the demo is seeded once, and each walk's server begins with a copy of it, which spares seconds a walk.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { serveFrom } from "./served.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A data directory as `npm start` leaves it, with the demo in it and no server running. */
    demoDirectory: string;
  }
}

export default async function prepare(project: TestProject) {
  const directory = mkdtempSync(join(tmpdir(), "samsyn-demo-"));
  const served = await serveFrom(directory);
  await served.stop();
  project.provide("demoDirectory", directory);
  return () => rmSync(directory, { recursive: true, force: true });
}
