// npm test: every check there is, fastest first, on a fresh clone as well. The quick ones run beside each other.
//   --fast   stops after format, lint and types (seconds)
//   --bail   stops at the first check that fails
// Ends with what was skipped and why, and on the last line the sum: N passed, N failed, N skipped.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNode, prepareDependencies } from "./prepare.mjs";
import { wasInterrupted } from "./run.mjs";
import { seconds } from "./say.mjs";

const fast = process.argv.includes("--fast");
const bail = process.argv.includes("--bail");

if (checkNode() && (await prepareDependencies())) process.exitCode = await testEverything();

async function testEverything() {
  const { quickChecks, slowChecks } = await import("./checks.mjs");
  const { prepareBrowser, preparePostgres, prepareReaders } = await import("./test-means.mjs");
  const notes = mkdtempSync(join(tmpdir(), "samsyn-test-"));
  const sum = { passed: 0, failed: 0, skipped: 0, reasons: [], failures: [] };
  const started = Date.now();
  try {
    const checks = fast ? quickChecks : [...quickChecks, ...slowChecks];
    if (!fast)
      for (const prepare of [prepareBrowser, preparePostgres, prepareReaders]) {
        const reason = await prepare();
        if (reason !== undefined) sum.reasons.push(reason);
      }
    const begin = async (check) => {
      const begun = Date.now();
      const outcome = await check.run(notes);
      return { ...outcome, took: Date.now() - begun };
    };
    const underWay = new Map(quickChecks.map((check) => [check, begin(check)]));
    for (const check of checks) {
      process.stdout.write(`\n▸ ${check.name}\n`);
      const {
        passed = 0,
        failed = 0,
        skipped = 0,
        output = "",
        reasons = [],
        took,
      } = await (underWay.get(check) ?? begin(check));
      sum.passed += passed;
      sum.failed += failed;
      sum.skipped += skipped;
      sum.reasons.push(...reasons);
      if (failed > 0) {
        sum.failures.push(check.name);
        process.stdout.write(`${output.trimEnd()}\n`);
      }
      const figures = passed + failed + skipped > 1 ? `, ${passed} passed, ${failed} failed, ${skipped} skipped` : "";
      process.stdout.write(`${failed > 0 ? "✗" : "✓"} ${check.name}: ${seconds(took)}${figures}\n`);
      if (wasInterrupted() || (bail && failed > 0)) break;
    }
  } finally {
    rmSync(notes, { recursive: true, force: true });
  }
  return report(sum, Date.now() - started);
}

function report({ passed, failed, skipped, reasons, failures }, milliseconds) {
  process.stdout.write("\n");
  for (const reason of new Set(reasons)) process.stdout.write(`Skipped: ${reason}\n`);
  if (failures.length > 0) process.stdout.write(`Failed: ${failures.join(", ")}\n`);
  process.stdout.write(`Klart på ${seconds(milliseconds)}. / Done in ${seconds(milliseconds)}.\n`);
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed > 0 || wasInterrupted() ? 1 : 0;
}
