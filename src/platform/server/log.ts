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
    serializers: { err: toldError },
    // Under its usual key pino would repeat the error's message as the line's own.
    errorKey: "thrown",
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

type Told = { type: string; code?: string; constraint?: string; message?: string; stack: string; cause?: Told };

/** What somebody who mends it needs. Never what stood in the row or the text: a database's `detail` repeats it, and so do some messages. */
function toldError(error: unknown, deep = 0): Told | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const repeats = error instanceof SyntaxError || (typeof code === "string" && /^2[23]...$/.test(code));
  const cause = deep < 3 ? toldError(error.cause, deep + 1) : undefined;
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    ...(repeats ? {} : { message: error.message }),
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^ +at /.test(line))
      .join("\n"),
    ...(cause === undefined ? {} : { cause }),
  };
}
