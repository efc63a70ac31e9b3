// The worker of what takes time. It weighs one thing and waits for the next; whoever no longer waits ends it.
import type { Selection } from "./explorer-messages.ts";
import { weigh, type Wish } from "./weigh.ts";

const here = globalThis as unknown as DedicatedWorkerGlobalScope;

here.addEventListener("message", ({ data }: MessageEvent<{ selection: Selection; wish: Wish }>) =>
  here.postMessage(weigh(data.selection, data.wish)),
);
