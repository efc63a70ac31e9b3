import { useEffect, useState } from "react";
import type { EventQuestion } from "../columns/question.ts";
import type { Selection } from "./explorer-messages.ts";
import type { Weighed, Wish } from "./weigh.ts";

/** What is weighed, and of which question: an answer to another question is never shown. */
type Known = { readonly key: string; readonly weighed: Weighed | "failed" };

/**
 * Asks for something that takes time once the question has settled, and gives it up when another is asked. Undefined while it is being worked out or not asked for; "failed" when the worker died.
 */
export function useWeighed<Kind extends Wish["weigh"]>(
  take: (question: EventQuestion) => Promise<Selection>,
  question: EventQuestion | undefined,
  wish: Extract<Wish, { weigh: Kind }> | undefined,
): Extract<Weighed, { weighed: Kind }> | "failed" | undefined {
  const [known, setKnown] = useState<Known>();
  const key = question === undefined || wish === undefined ? "" : JSON.stringify([question, wish]);
  useEffect(() => {
    if (key === "") return;
    let worker: Worker | undefined;
    let gone = false;
    const [asked, wished] = JSON.parse(key) as [EventQuestion, Wish];
    const fail = () => setKnown({ key, weighed: "failed" });
    void take(asked)
      .then((selection) => {
        if (gone) return;
        worker = new Worker(new URL("./weigh-worker.ts", import.meta.url), { type: "module" });
        worker.addEventListener("message", ({ data }: MessageEvent<Weighed>) => {
          setKnown({ key, weighed: data });
          worker?.terminate();
        });
        worker.addEventListener("error", (event) => {
          event.preventDefault();
          fail();
        });
        worker.postMessage({ selection, wish: wished }, [
          selection.lon.buffer,
          selection.lat.buffer,
          selection.day.buffer,
          selection.category.buffer,
        ]);
      })
      .catch(() => {
        if (!gone) fail();
      });
    return () => {
      gone = true;
      worker?.terminate();
    };
  }, [key, take]);
  return known?.key === key ? (known.weighed as Extract<Weighed, { weighed: Kind }> | "failed") : undefined;
}
