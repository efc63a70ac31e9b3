import { useCallback, useEffect, useRef, useState } from "react";
import type { EventQuestion } from "../columns/question.ts";
import type { Answer, Asked, Selection, StoreFacts, Told, Unopened } from "./explorer-messages.ts";
import type { FileProblem, FileReading, FileShape } from "./file-shape.ts";

/** Where the events come from: a door of the house, or a file of the reader's own. */
export type EventsFrom =
  | { readonly address: string }
  | { readonly file: File; readonly reading: FileReading | undefined };

export type Holding =
  | { readonly state: "opening"; readonly rows: number; readonly share: number | undefined }
  | {
      readonly state: "open";
      readonly facts: StoreFacts;
      readonly shape: FileShape | undefined;
      readonly problems: readonly FileProblem[];
      readonly wrongCells: number;
    }
  | { readonly state: "failed"; readonly trouble: Unopened | "ended"; readonly shape: FileShape | undefined };

export type ExploreAsked = Omit<Extract<Asked, { ask: "explore" }>, "ask">;

export type Explorer = {
  readonly holding: Holding;
  /** The newest answer, also while something is moved. */
  readonly answer: Answer | undefined;
  /** The newest that has a list. */
  readonly settled: Answer | undefined;
  /** Asks, or changes what is asked next: of those that wait only the newest is asked. */
  readonly ask: (asked: ExploreAsked) => void;
  readonly take: (question: EventQuestion) => Promise<Selection>;
  readonly again: () => void;
};

const OPENING: Holding = { state: "opening", rows: 0, share: undefined };
const NOTHING_TOLD = { holding: OPENING, answer: undefined, settled: undefined } as const;

/** What was told, of which events and by which worker. */
type ToldOf = Pick<Explorer, "holding" | "answer" | "settled"> & {
  readonly from: EventsFrom;
  readonly attempt: number;
};

function isOf(told: ToldOf | undefined, from: EventsFrom | undefined, attempt: number): told is ToldOf {
  return told !== undefined && told.from === from && told.attempt === attempt;
}

/** A worker that holds the events for as long as the screen is there. When it dies nothing but its memory is lost: `again` begins anew. */
export function useExplorer(from: EventsFrom | undefined): Explorer {
  const [told, setTold] = useState<ToldOf>();
  const [attempt, setAttempt] = useState(0);
  const line = useRef<Line>(undefined);
  useEffect(() => {
    if (from === undefined) return;
    const begun: ToldOf = { from, attempt, holding: OPENING, answer: undefined, settled: undefined };
    const tell = (news: Partial<ToldOf>) =>
      setTold((before) => ({ ...(isOf(before, from, attempt) ? before : begun), ...news }));
    const setHolding = (holding: Holding) => tell({ holding });
    const worker = new Worker(new URL("./explorer-worker.ts", import.meta.url), { type: "module" });
    const mine = lineTo(worker);
    line.current = mine;
    worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
      switch (data.tell) {
        case "progress":
          return setHolding({ state: "opening", rows: data.rows, share: data.share });
        case "opened": {
          const { facts, shape, problems, wrongCells } = data;
          return setHolding({ state: "open", facts, shape, problems, wrongCells });
        }
        case "unopened":
          return setHolding({ state: "failed", trouble: data.trouble, shape: data.shape });
        case "answer":
          tell({ answer: data.answer, ...(data.answer.list === undefined ? {} : { settled: data.answer }) });
          return mine.answered();
        case "taken":
          return mine.taken(data.selection);
      }
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      setHolding({ state: "failed", trouble: "ended", shape: undefined });
    });
    worker.postMessage(
      ("file" in from
        ? { ask: "read", file: from.file, reading: from.reading }
        : { ask: "fetch", address: from.address }) satisfies Asked,
    );
    return () => {
      worker.terminate();
      line.current = undefined;
    };
  }, [from, attempt]);
  const ask = useCallback((asked: ExploreAsked) => line.current?.ask(asked), []);
  const take = useCallback(
    (question: EventQuestion) =>
      line.current?.take(question) ?? Promise.reject(new Error("There are no events to take from")),
    [],
  );
  const again = useCallback(() => setAttempt((before) => before + 1), []);
  // What was told of other events, or by a worker that has gone, is not of these.
  const { holding, answer, settled } = isOf(told, from, attempt) ? told : NOTHING_TOLD;
  return { holding, answer, settled, ask, take, again };
}

type Line = ReturnType<typeof lineTo>;

/** One question at a time: while the worker works, later ones wait in one place and the newest takes it. */
function lineTo(worker: Worker) {
  let busy = false;
  let waiting: ExploreAsked | undefined;
  const takers: ((selection: Selection) => void)[] = [];
  const send = (asked: ExploreAsked) => {
    busy = true;
    worker.postMessage({ ask: "explore", ...asked } satisfies Asked);
  };
  return {
    ask: (asked: ExploreAsked) => {
      if (busy) waiting = asked;
      else send(asked);
    },
    answered: () => {
      busy = false;
      const next = waiting;
      waiting = undefined;
      if (next !== undefined) send(next);
    },
    take: (question: EventQuestion) => {
      worker.postMessage({ ask: "take", question } satisfies Asked);
      return new Promise<Selection>((resolve) => takers.push(resolve));
    },
    taken: (selection: Selection) => takers.shift()?.(selection),
  };
}
