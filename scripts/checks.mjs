// The checks of npm test, one value each. A check that is not a set of tests counts as one.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, prepareBuild, projectRoot } from "./prepare.mjs";
import { run } from "./run.mjs";

/**
 * @typedef {{ passed?: number, failed?: number, skipped?: number, output?: string, reasons?: string[] }} Outcome
 * @typedef {{ name: string, run: (notes: string) => Promise<Outcome> }} Check
 */

const tool = (name) => join(projectRoot, "node_modules/.bin", process.platform === "win32" ? `${name}.cmd` : name);

/** @returns {Promise<Outcome>} */
async function oneCheck(program, args) {
  // Two of them are Go programs: collecting garbage less often spares a quarter of their time, for some memory.
  const env = { ...process.env, GOGC: process.env.GOGC ?? "400" };
  const { code, output } = await run(program, args, { cwd: projectRoot, env });
  return code === 0 ? { passed: 1, output } : { failed: 1, output };
}

/**
 * Seconds each, and none fills two cores: npm test starts them at once.
 * One checker, not tsc's four: each would learn the same types anew, which on two cores costs twice the time.
 * @type {Check[]}
 */
export const quickChecks = [
  { name: "format", run: () => oneCheck(tool("oxfmt"), ["--check"]) },
  { name: "lint", run: () => oneCheck(tool("oxlint"), ["--type-aware", "--deny-warnings"]) },
  { name: "types", run: () => oneCheck(tool("tsc"), ["--noEmit", "--checkers", "1", "--pretty", "false"]) },
];

/** @type {Check[]} */
export const slowChecks = [
  { name: "import rules", run: checkImports },
  { name: "kernels", run: () => oneCheck(process.execPath, [join(projectRoot, "scripts/kernels.mjs"), "--check"]) },
  { name: "nothing unused", run: () => oneCheck(tool("knip"), ["--no-progress"]) },
  { name: "tests", run: (notes) => runTests(["code", "databases"], notes) },
  { name: "production build", run: () => oneCheck(process.execPath, [join(projectRoot, "scripts/build.mjs")]) },
  { name: "browser walks", run: walkInBrowser },
  { name: "bench", run: checkBench },
];

/** dependency-cruiser is content with having read nothing; here it must have read every source file. */
async function checkImports() {
  const program = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
  const args = [
    "--require",
    "./scripts/read-jsx.cjs",
    program,
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
    "src",
    "test",
  ];
  const { output } = await run(process.execPath, args, { cwd: projectRoot });
  let cruise;
  try {
    cruise = JSON.parse(output);
  } catch {
    return { failed: 1, output };
  }
  const read = new Set(cruise.modules.map((module) => module.source));
  const unread = filesUnder("src").filter(
    (path) => /[.]tsx?$/.test(path) && !path.includes("/kernels/assembly/") && !read.has(path),
  );
  const complaints = cruise.summary.violations
    .filter(({ rule }) => rule.severity === "error")
    .map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  if (!(cruise.summary.totalCruised > 0)) complaints.push("no module was cruised at all");
  if (unread.length > 0) complaints.push(`not read: ${unread.join(", ")}`);
  return complaints.length === 0 ? { passed: 1 } : { failed: 1, output: complaints.join("\n") };
}

/** The picture's bench with a hundred thousand events: that everything in it still runs, and answers as it did. No time it takes decides anything. */
async function checkBench() {
  const answers = join(projectRoot, "bench/picture/answers-100000.json");
  const args = ["bench/picture/run.ts", "--events", "100000", "--runs", "1", "--answers", answers];
  const { code, output } = await run(tool("tsx"), args, { cwd: projectRoot });
  if (code !== 0) return { failed: 1, output };
  const skipped = output.split("\n").find((line) => line.startsWith("Skipped: "));
  return skipped === undefined
    ? { passed: 1, output }
    : { skipped: 1, output, reasons: [skipped.slice("Skipped: ".length)] };
}

/** Walks need the build; npm test has just made it, and a run of this check alone makes it when stale. */
async function walkInBrowser(notes) {
  if (!(await prepareBuild())) return { failed: 1, output: "there is no build to walk in" };
  return runTests(["flows"], notes);
}

/**
 * Some of vitest's projects (vitest.config.ts), progress shown as it goes, figures read from the report.
 * @param {string[]} projects
 * @param {string} notes
 * @returns {Promise<Outcome>}
 */
async function runTests(projects, notes) {
  const reportPath = join(notes, `${projects[0]}.json`);
  const args = [
    "run",
    ...projects.flatMap((name) => ["--project", name]),
    "--silent=passed-only",
    "--reporter=default",
    "--reporter=json",
  ];
  const env = {
    ...process.env,
    NODE_ENV: "test",
    TEST_NOTES: notes,
    ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
  };
  const { code } = await run(tool("vitest"), [...args, `--outputFile.json=${reportPath}`], {
    cwd: projectRoot,
    env,
    show: true,
  });
  let report;
  try {
    report = JSON.parse(readFileSync(reportPath, "utf8"));
  } catch {
    return { failed: 1, output: `vitest ended with code ${code} and left no report` };
  }
  const cases = report.testResults.flatMap((file) => file.assertionResults);
  const passed = cases.filter(({ status }) => status === "passed").length;
  const failedCases = cases.filter(({ status }) => status === "failed").length;
  // A file that cannot even be loaded has no cases, and must not pass for that.
  const failedFiles = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const skippedCases = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status !== "passed" && status !== "failed")
      .map(({ fullName }) => `${fullName} (${file.name.slice(projectRoot.length)})`),
  );
  const failed = failedCases + failedFiles;
  return {
    passed,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: skippedCases.length,
    output: `vitest ended with code ${code}`,
    reasons: [...readNotes(notes), ...skippedCases],
  };
}

/** What the tests themselves said they could not try (test/shared-data.ts). */
function readNotes(notes) {
  return readdirSync(notes)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(join(notes, name), "utf8"));
}
