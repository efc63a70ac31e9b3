// How far a long sum has come: one line written over and over on a terminal, and elsewhere a line for every tenth. Says nothing of what is over in a moment.

const QUIET_MS = 1000;

export type ProgressTo = {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Milliseconds, from whenever. */
  readonly now: () => number;
};
export type Progress = {
  readonly done: (part: number, of: number) => void;
  /** Leaves the line clean for what is said next. */
  readonly end: () => void;
};

/** `what` is what is counted, in both languages. */
export function progressTo(
  { write, isTerminal, now }: ProgressTo,
  what: { readonly sv: string; readonly en: string },
): Progress {
  const started = now();
  let tenths = 0;
  let drawn = false;
  return {
    done: (part, of) => {
      if (now() - started < QUIET_MS) return;
      const reached = Math.floor((part / of) * 10);
      const line = `  … ${part} av ${of} ${what.sv} / ${part} of ${of} ${what.en}`;
      if (isTerminal) {
        write(`\r\u001b[K${line}`);
        drawn = true;
      } else if (reached > tenths) write(`${line}\n`);
      tenths = Math.max(tenths, reached);
    },
    end: () => {
      if (drawn) write("\r\u001b[K");
      drawn = false;
    },
  };
}
