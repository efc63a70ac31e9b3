import pino, { type Logger } from "pino";
import type { Settings } from "./settings.ts";

export type Log = Logger;

/**
 * Structured log lines without personal data: who acts is never written, nor bodies, query strings, cookies or addresses of people.
 * `destination` is where lines go (tests read them).
 */
export function makeLog(level: Settings["logLevel"], destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    redact: { paths: ["cookie", "authorization", "*.cookie", "*.authorization", "password"], remove: true },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
