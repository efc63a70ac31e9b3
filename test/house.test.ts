import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { recordSkip } from "./shared-data.ts";

const projectRoot = fileURLToPath(new URL("..", import.meta.url));
const stages = ["partnership", "collect", "picture", "prioritise", "pledge", "act", "follow", "tell"];
const longest = 700;

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");

/** TypeScript under a folder, without tests. */
function codeUnder(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /[.]tsx?$/.test(entry.name) && !/[.]test[.]tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length));
}

/** The tables a stage says it owns: the keys of `<Stage>Tables` in its tables.ts. */
function tablesOwned(tablesFile: string): Set<string> {
  const block = /(?:interface|type) \w+Tables\b[^{]*\{([^}]*)\}/.exec(tablesFile)?.[1] ?? "";
  return new Set([...block.matchAll(/^\s*(?:readonly )?["']?(\w+)["']?:/gm)].map(([, name = ""]) => name));
}

/** The tables that some code inserts into, updates or deletes from, by Kysely or in SQL text. */
function tablesWritten(code: string): Set<string> {
  const byKysely = [
    ...code.matchAll(/[.](?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\s*\(\s*([^),]*)/g),
  ];
  const texts = [...code.matchAll(/\bsql(?:<[^`]*?>)?`([^`]*)`/g)].map(([, text = ""]) => text);
  const inText = texts.flatMap((text) => [
    ...text.matchAll(
      /\b(?:insert\s+into|merge\s+into|delete\s+from|truncate(?:\s+table)?|(?<!\b(?:do|for|no key)\s+)update)\s+(?:only\s+)?([^\s(;,]+)/gi,
    ),
  ]);
  return new Set(
    [...byKysely, ...inText].map(([, name = ""]) =>
      name
        .trim()
        .replaceAll(/["'`]/g, "")
        .replace(/\s+as\s+\w+$/, ""),
    ),
  );
}

/** store.ts, and where it grew large its parts: store-<noun>.ts; of the stage, or of a field of its work. */
const isStore = (stage: string, path: string) =>
  new RegExp(`^src/${stage}/([a-z]+/)?store(-[a-z-]+)?[.]ts$`).test(path);

/** The row types of a stage: its own, and those of its fields. */
const tablesFiles = (stage: string) => codeUnder(`src/${stage}`).filter((path) => path.endsWith("/tables.ts"));
const ownedBy = (stage: string) => new Set(tablesFiles(stage).flatMap((path) => [...tablesOwned(read(path))]));

describe("who writes which table", () => {
  test("Kysely's writes and SQL text are both read", () => {
    const code = [
      'tx.insertInto("pledge").values(row).onConflict((oc) => oc.doUpdateSet(row))',
      "tx.updateTable('signature as s').set({})",
      'tx\n  .deleteFrom(\n    "target"\n  )',
      "sql`insert into occasion (id) values (${id}) on conflict (id) do update set id = 1`",
      "sql<{ n: number }>`update   activity set x = 1`",
      "sql`delete from ${sql.table(name)}`",
      "sql`select * from review for update skip locked`",
      'tx.selectFrom("walk")',
    ].join(";\n");
    expect(tablesWritten(code)).toEqual(
      new Set(["pledge", "signature", "target", "occasion", "activity", "${sql.table"]),
    );
  });

  const stagesThere = stages.filter((stage) => codeUnder("src").includes(`src/${stage}/tables.ts`));

  test.each(stagesThere)("%s writes its own tables, and in its store only", (stage) => {
    const owned = ownedBy(stage);
    const foreign = codeUnder(`src/${stage}`).flatMap((path) =>
      [...tablesWritten(read(path))]
        .filter((table) => !isStore(stage, path) || !owned.has(table))
        .map((table) => `${path} writes ${table}`),
    );
    expect(foreign).toEqual([]);
  });

  test("a table has one owner", () => {
    const owners = stagesThere.flatMap((stage) => tablesFiles(stage).flatMap((path) => [...tablesOwned(read(path))]));
    expect(owners.filter((table, position) => owners.indexOf(table) !== position)).toEqual([]);
    expect(owners.length).toBeGreaterThan(0);
  });

  test("main, ui and the browser write no table", () => {
    const writers = ["src/main", "src/ui", "src/platform/browser"].flatMap(codeUnder);
    expect(writers.filter((path) => tablesWritten(read(path)).size > 0)).toEqual([]);
  });
});

describe("files", () => {
  test(`are never longer than ${longest} lines`, () => {
    const tooLong = codeUnder("src").filter((path) => read(path).split("\n").length > longest);
    expect(tooLong).toEqual([]);
  });

  test("hand over nothing half done without saying which issue it waits for", () => {
    const open = /\b(?:TODO|FIXME|XXX)\b(?! #\d)/;
    expect(codeUnder("src").filter((path) => open.test(read(path)))).toEqual([]);
  });
});

describe("what is checked in", () => {
  const tracked = trackedFiles();

  test.skipIf(tracked === undefined)("names no package registry and no folder of one machine", () => {
    const patterns = [/\bregistry\.[a-z]+\.(?:org|com)\b/, /(?:^|[\s"'`(=:])\/(?:home|Users)\/\w/m];
    const folders = [projectRoot, `${homedir()}/`].filter((folder) => folder.length > 2);
    const named = (tracked ?? []).filter((path) => {
      const text = read(path);
      return patterns.some((pattern) => pattern.test(text)) || folders.some((folder) => text.includes(folder));
    });
    expect(named).toEqual([]);
  });
});

/** Files under version control, or undefined in a copy without its history. */
function trackedFiles(): string[] | undefined {
  try {
    const list = execFileSync("git", ["ls-files", "-z"], {
      cwd: projectRoot,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const picture = /[.](?:woff2?|ttf|png|jpe?g|webp|ico|gz|pdf)$/;
    return list.split("\0").filter((path) => path !== "" && !picture.test(path) && existsSync(join(projectRoot, path)));
  } catch {
    recordSkip("the search of checked-in files for machine paths: this is not a git working copy");
    return undefined;
  }
}
