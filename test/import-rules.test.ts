import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const projectRoot = fileURLToPath(new URL("..", import.meta.url));

/** A house in miniature where each of these lines stands in a room it may not stand in. */
const forbidden: readonly { sentence: string; in: string; line: string; rule: string }[] = [
  {
    sentence: "an earlier stage imports a later one, if only a type",
    in: "src/collect/observation.ts",
    line: 'import type { Pledge } from "../pledge/pledge.ts";',
    rule: "collect-looks-back-only",
  },
  ...["partnership", "picture", "prioritise", "pledge", "act", "follow"].map((stage) => ({
    sentence: `${stage} looks ahead`,
    in: `src/${stage}/ahead.ts`,
    line: 'import type { Disclosed } from "../tell/disclosure.ts";',
    rule: `${stage}-looks-back-only`,
  })),
  {
    sentence: "the last stage imports what wires it",
    in: "src/tell/ahead.ts",
    line: 'import { serve } from "../main/server.ts";',
    rule: "tell-looks-back-only",
  },
  {
    sentence: "ground imports a stage",
    in: "src/ground/place.ts",
    line: 'import type { Pledge } from "../pledge/pledge.ts";',
    rule: "ground-knows-nothing",
  },
  {
    sentence: "the platform imports a stage",
    in: "src/platform/server/jobs.ts",
    line: 'import { pledge } from "../../pledge/pledge.ts";',
    rule: "platform-knows-no-stage",
  },
  {
    sentence: "ui imports a stage",
    in: "src/ui/button.tsx",
    line: 'import { pledge } from "../pledge/pledge.ts";',
    rule: "ui-knows-no-stage",
  },
  {
    sentence: "the browser's platform imports the server's",
    in: "src/platform/browser/outbox.ts",
    line: 'import type { jobs } from "../server/jobs.ts";',
    rule: "browser-and-server-are-two-machines",
  },
  {
    sentence: "the server's platform imports the browser's",
    in: "src/platform/server/clock.ts",
    line: 'import type { outbox } from "../browser/outbox.ts";',
    rule: "browser-and-server-are-two-machines",
  },
  {
    sentence: "somebody imports main",
    in: "src/platform/server/house.ts",
    line: 'import { serve } from "../../main/server.ts";',
    rule: "main-is-imported-by-nobody",
  },
  {
    sentence: "a rule imports its store",
    in: "src/act/occasion.ts",
    line: 'import { load } from "./store.ts";',
    rule: "rules-touch-nothing",
  },
  {
    sentence: "a rule imports row types",
    in: "src/act/activity.ts",
    line: 'import type { Row } from "./tables.ts";',
    rule: "rules-touch-nothing",
  },
  {
    sentence: "a rule imports the platform",
    in: "src/act/calendar.ts",
    line: 'import { jobs } from "../platform/server/jobs.ts";',
    rule: "rules-touch-nothing",
  },
  {
    sentence: "a rule reads files",
    in: "src/act/forum.ts",
    line: 'import { readFileSync } from "node:fs";',
    rule: "rules-know-no-machine",
  },
  {
    sentence: "the picture's engine reads files",
    in: "src/picture/engine/emerging/scan.ts",
    line: 'import { readFileSync } from "node:fs";',
    rule: "rules-know-no-machine",
  },
  {
    sentence: "the picture's engine knows what was collected",
    in: "src/picture/answers/effect.ts",
    line: 'import type { Observation } from "../../collect/observation.ts";',
    rule: "the-engine-stands-alone",
  },
  {
    sentence: "a method of the picture uses another question's method",
    in: "src/picture/engine/effect/power.ts",
    line: 'import { scan } from "../emerging/scan.ts";',
    rule: "engine-methods-share-numbers-only",
  },
  {
    sentence: "the store of columns asks a method",
    in: "src/picture/columns/explore.ts",
    line: 'import { scan } from "../engine/emerging/scan.ts";',
    rule: "columns-know-no-method",
  },
  {
    sentence: "a rule uses a big library",
    in: "src/act/deviation.ts",
    line: 'import { Kysely } from "kysely";',
    rule: "rules-use-small-pure-libraries",
  },
  {
    sentence: "a rule draws",
    in: "src/act/words.ts",
    line: 'import { useState } from "react";',
    rule: "only-screens-draw",
  },
  {
    sentence: "row types import a web server",
    in: "src/follow/tables.ts",
    line: 'import type { Hono } from "hono";',
    rule: "tables-are-row-types",
  },
  {
    sentence: "a store imports routes",
    in: "src/act/store.ts",
    line: 'import { routes } from "./routes.ts";',
    rule: "store-is-only-sql",
  },
  {
    sentence: "a store draws",
    in: "src/follow/store.ts",
    line: 'import { Button } from "../ui/button.tsx";',
    rule: "only-screens-draw",
  },
  {
    sentence: "a stage imports another stage's reactions",
    in: "src/follow/routes.ts",
    line: 'import { reactions } from "../act/reactions.ts";',
    rule: "routes-and-reactions-are-wired-by-main-only",
  },
  {
    sentence: "a screen imports a store",
    in: "src/act/screens/month.tsx",
    line: 'import { load } from "../store.ts";',
    rule: "screens-reach-the-server-by-its-api-only",
  },
  {
    sentence: "a screen with tags in it imports the server's platform",
    in: "src/act/screens/day.tsx",
    line: 'import { jobs } from "../../platform/server/jobs.ts";\nexport const Day = () => <p title="day">{String(jobs)}</p>;',
    rule: "screens-reach-the-server-by-its-api-only",
  },
  {
    sentence: "a screen fetches a store when it is needed",
    in: "src/act/screens/late.tsx",
    line: 'import { lazy } from "react";\nexport const Late = lazy(() => import("../store.ts"));',
    rule: "screens-reach-the-server-by-its-api-only",
  },
  {
    sentence: "a screen reads files",
    in: "src/act/screens/week.tsx",
    line: 'import { readFileSync } from "node:fs";',
    rule: "browsers-have-no-node",
  },
  {
    sentence: "main makes disclosed values itself",
    in: "src/main/server.ts",
    line: 'import { disclose } from "../tell/disclosure.ts";',
    rule: "strangers-read-what-tell-disclosed",
  },
  {
    sentence: "a folder hides behind a barrel",
    in: "src/follow/review.ts",
    line: 'import { pledge } from "../pledge/index.ts";',
    rule: "no-barrels",
  },
  {
    sentence: "two files need each other",
    in: "src/picture/count.ts",
    line: 'import { trend } from "./trend.ts";',
    rule: "no-cycles",
  },
  {
    sentence: "the product imports a test's tool",
    in: "src/picture/routes.ts",
    line: 'import { findChromium } from "../../test/chromium.ts";',
    rule: "product-knows-no-tests",
  },
  {
    sentence: "an import leads nowhere",
    in: "src/picture/report.ts",
    line: 'import { nothing } from "./nothing.ts";',
    rule: "nothing-unresolvable",
  },
  {
    sentence: "the product imports a development package",
    in: "src/picture/reactions.ts",
    line: 'import fc from "fast-check";',
    rule: "no-development-packages-in-the-product",
  },
];

/** Lines that stand where they should: no rule may complain of these. */
const allowed: readonly { in: string; line: string }[] = [
  { in: "src/pledge/pledge.ts", line: 'import { place } from "../ground/place.ts";\nimport { z } from "zod";' },
  { in: "src/pledge/evidence.ts", line: 'import { observation } from "../collect/observation.ts";' },
  { in: "src/pledge/store.ts", line: 'import { sql } from "kysely";\nimport { createHash } from "node:crypto";' },
  { in: "src/pledge/tables.ts", line: 'import type { Generated } from "kysely";' },
  {
    in: "src/pledge/routes.ts",
    line: 'import { load } from "./store.ts";\nimport { jobs } from "../platform/server/jobs.ts";',
  },
  {
    in: "src/pledge/screens/sign.tsx",
    line: 'import { Button } from "../../ui/button.tsx";\nimport { useState } from "react";',
  },
  { in: "src/pledge/pledge.test.ts", line: 'import { findChromium } from "../../test/chromium.ts";' },
  {
    in: "src/main/cli.ts",
    line: 'import { routes } from "../pledge/routes.ts";\nimport { outbox } from "../platform/browser/outbox.ts";',
  },
  {
    in: "src/tell/page.tsx",
    line: 'import { disclose } from "./disclosure.ts";\nimport { Button } from "../ui/button.tsx";',
  },
];

/** Files that the lines above lead to and that import nothing. */
const leaves = [
  "src/act/reactions.ts",
  "src/act/routes.ts",
  "src/act/tables.ts",
  "src/pledge/index.ts",
  "src/tell/disclosure.ts",
  "test/chromium.ts",
];

type Violation = { rule: { name: string }; from: string };

describe("the import rules", () => {
  let folder: string;
  let violations: Violation[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "samsyn-rules-"));
    await symlink(join(projectRoot, "node_modules"), join(folder, "node_modules"));
    // dependency-cruiser knows development packages from the package.json beside the sources.
    await symlink(join(projectRoot, "package.json"), join(folder, "package.json"));
    for (const path of leaves) await write(path, "export {};");
    await write("src/picture/trend.ts", 'import { count } from "./count.ts";');
    for (const { in: path, line } of [...forbidden, ...allowed]) await write(path, line);
    violations = await cruise();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${text}\n`);
  }

  async function cruise(): Promise<Violation[]> {
    const program = join(projectRoot, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const config = join(projectRoot, ".dependency-cruiser.cjs");
    const readJsx = join(projectRoot, "scripts/read-jsx.cjs");
    const args = ["--require", readJsx, program, "--config", config, "--output-type", "json", "src", "test"];
    // It leaves with the number of violations as its exit code, which is what this is about.
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (_error, stdout) => resolve(stdout));
    });
    return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
  }

  test("are each tried", () => {
    const { forbidden: rules } = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
      forbidden: { name: string }[];
    };
    const tried = new Set(forbidden.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  test.each(forbidden)("bite when $sentence", ({ in: path, rule }) => {
    expect(violations.filter(({ from }) => from === path).map((violation) => violation.rule.name)).toContain(rule);
  });

  test.each(allowed)("let $in be", ({ in: path }) => {
    expect(violations.filter(({ from }) => from === path).map((violation) => violation.rule.name)).toEqual([]);
  });
});
