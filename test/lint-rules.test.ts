import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const projectRoot = fileURLToPath(new URL("..", import.meta.url));

/** One mistake a file, with the rule that must see it. */
const mistakes: readonly { sentence: string; in: string; code: string; rule: string }[] = [
  {
    sentence: "a promise is left floating",
    in: "src/platform/server/floating.ts",
    code: "const later = async (): Promise<void> => {};\nexport function start(): void {\n  later();\n}",
    rule: "typescript(no-floating-promises)",
  },
  {
    sentence: "a promise stands where nobody waits for it",
    in: "src/platform/server/misused.ts",
    code: "const later = async (): Promise<void> => {};\nexport const start = (): void => [1].forEach(async () => later());",
    rule: "typescript(no-misused-promises)",
  },
  {
    sentence: "a switch forgets a state",
    in: "src/pledge/state.ts",
    code: 'type State = "draft" | "signed";\nexport function word(state: State): number {\n  switch (state) {\n    case "draft":\n      return 1;\n  }\n  return 0;\n}',
    rule: "typescript(switch-exhaustiveness-check)",
  },
  {
    sentence: "a rule reads the clock",
    in: "src/pledge/clock.ts",
    code: "export const age = (): number => Date.now();",
    rule: "eslint(no-restricted-globals)",
  },
  {
    sentence: "a rule reads the clock round the corner",
    in: "src/ground/corner.ts",
    code: "export const age = (): unknown => globalThis.Date;",
    rule: "eslint(no-restricted-globals)",
  },
  {
    sentence: "the file about time reads the clock",
    in: "src/ground/time.ts",
    code: "export const now = (): number => Date.now();",
    rule: "eslint(no-restricted-properties)",
  },
  {
    sentence: "a rule throws dice",
    in: "src/pledge/dice.ts",
    code: "export const chance = (): number => Math.random();",
    rule: "eslint(no-restricted-properties)",
  },
  {
    sentence: "a rule asks the network",
    in: "src/collect/network.ts",
    code: 'export const ask = (): Promise<Response> => fetch("/x");',
    rule: "eslint(no-restricted-globals)",
  },
  {
    sentence: "a rule reads the environment",
    in: "src/collect/environment.ts",
    code: "export const port = (): string | undefined => process.env.PORT;",
    rule: "eslint(no-restricted-globals)",
  },
  {
    sentence: "the picture's engine throws dice of its own",
    in: "src/picture/engine/numbers/dice.ts",
    code: "export const dice = (): number => Math.random();",
    rule: "eslint(no-restricted-properties)",
  },
  {
    sentence: "a rule touches the page",
    in: "src/tell/title.ts",
    code: "export const title = (): string => document.title;",
    rule: "eslint(no-restricted-globals)",
  },
  {
    sentence: "a store reads the clock instead of being told the time",
    in: "src/act/store.ts",
    code: "export const now = (): number => Date.now();",
    rule: "eslint(no-restricted-properties)",
  },
  {
    sentence: "two files need each other",
    in: "src/act/here.ts",
    code: 'import { there } from "./there.ts";\nexport const here = (): number => there();',
    rule: "import(no-cycle)",
  },
  {
    sentence: "a file only hands on what another holds",
    in: "src/act/everything.ts",
    code: 'export * from "./there.ts";',
    rule: "oxc(no-barrel-file)",
  },
  {
    sentence: "a picture has no text for those who cannot see it",
    in: "src/act/screens/picture.tsx",
    code: 'export const Picture = () => <img src="a.png" />;',
    rule: "jsx-a11y(alt-text)",
  },
  {
    sentence: "a hook is called now and then",
    in: "src/act/screens/hook.tsx",
    code: 'import { useState } from "react";\nexport function Hook({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return <p>{String(on)}</p>;\n}',
    rule: "react-hooks(rules-of-hooks)",
  },
];

describe("the linter", () => {
  let folder: string;
  let complaints: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "samsyn-lint-"));
    await symlink(join(projectRoot, "node_modules"), join(folder, "node_modules"));
    for (const name of [".oxlintrc.json", "tsconfig.json"]) await copyFile(join(projectRoot, name), join(folder, name));
    await write("src/act/there.ts", 'import { here } from "./here.ts";\nexport const there = (): number => here();');
    for (const { in: path, code } of mistakes) await write(path, code);
    complaints = await lint();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${text}\n`);
  }

  async function lint(): Promise<string[]> {
    const program = join(projectRoot, "node_modules/oxlint/bin/oxlint");
    // A linter that finds something leaves with an error, and finding is what this is about.
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, [program, "--type-aware", "--format=unix"], { cwd: folder }, (_error, stdout) =>
        resolve(stdout),
      );
    });
    return output.split("\n");
  }

  test.each(mistakes)("sees it when $sentence", ({ in: path, rule }) => {
    const here = complaints.filter((line) => line.startsWith(`${path}:`));
    expect(here.filter((line) => line.includes(rule))).not.toEqual([]);
  });
});
