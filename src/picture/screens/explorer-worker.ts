// The worker's own file: hears what is asked and hands it to the desk. A question that was overtaken by a newer one before it was begun is left out.
import { type Asked, type Told } from "./explorer-messages.ts";
import { deskOf } from "./explorer-desk.ts";
import { readFile } from "./file-reader.ts";
import type { FileReading } from "./file-shape.ts";

const here = globalThis as unknown as DedicatedWorkerGlobalScope;
const desk = deskOf((told: Told, handOver: Transferable[] = []) => here.postMessage(told, handOver));

here.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  switch (data.ask) {
    case "fetch":
      return void fetched(data.address);
    case "read":
      // Of what nobody foresaw the page is told as of a worker that has ended.
      return void read(data.file, data.reading).catch(reportError);
    case "explore":
      return desk.answer(data);
    case "take":
      return desk.take(data.question);
  }
});

async function fetched(address: string): Promise<void> {
  try {
    const response = await fetch(address, { credentials: "same-origin" });
    if (!response.ok)
      return here.postMessage({ tell: "unopened", trouble: "refused", shape: undefined } satisfies Told);
    desk.open(new Uint8Array(await response.arrayBuffer()));
  } catch {
    here.postMessage({ tell: "unopened", trouble: "no-answer", shape: undefined } satisfies Told);
  }
}

async function read(file: File, reading: FileReading | undefined): Promise<void> {
  const found = await readFile(file, reading, (rows, share) =>
    here.postMessage({ tell: "progress", rows, share } satisfies Told),
  );
  if (found.store === undefined)
    here.postMessage({ tell: "unopened", trouble: found.trouble, shape: found.shape } satisfies Told);
  else {
    const { shape, problems, wrongCells } = found;
    desk.hold(found.store, found.ids, { shape, problems, wrongCells });
  }
}
