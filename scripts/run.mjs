import { spawn } from "node:child_process";

/** What a shell calls an end by Ctrl-C. */
const interrupted = 130;

/** Whether a program run from here was stopped by a person; nothing more should be started then, or complained of. */
export function wasInterrupted() {
  return process.exitCode === interrupted;
}

/** @typedef {{ code: number, output: string }} Ran */

/**
 * Runs a program to its end and hands back its exit code and what it wrote. A signal to us is passed on to it, so that
 * Ctrl-C and SIGTERM never leave it behind.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, everyFiveSeconds?: (elapsed: number) => void }} options
 *   show: let it write straight to our output; everyFiveSeconds: called while it works, with milliseconds.
 * @returns {Promise<Ran>}
 */
export function run(program, args, { cwd, env = process.env, show = false, everyFiveSeconds } = {}) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    const written = [];
    child.stdout?.on("data", (bytes) => written.push(bytes));
    child.stderr?.on("data", (bytes) => written.push(bytes));
    const ticking = everyFiveSeconds && setInterval(() => everyFiveSeconds(Date.now() - started), 5000);
    // More than once: under npm one Ctrl-C comes from the terminal and from npm.
    const passOn = (signal) => {
      child.kill(signal);
      // npm finishes what it is at when it is asked politely, which may take a minute.
      setTimeout(() => child.kill("SIGKILL"), 3000).unref();
      process.exitCode = interrupted;
    };
    process.on("SIGINT", passOn);
    process.on("SIGTERM", passOn);
    const end = (code, problem) => {
      clearInterval(ticking);
      process.off("SIGINT", passOn);
      process.off("SIGTERM", passOn);
      resolve({ code, output: Buffer.concat(written).toString("utf8") + (problem ? `${problem}\n` : "") });
    };
    child.once("error", (problem) => end(127, problem.message));
    child.once("close", (code, signal) => end(code ?? 128, signal ? `stopped by ${signal}` : ""));
  });
}
