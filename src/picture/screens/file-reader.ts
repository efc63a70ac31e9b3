// A file of the reader's own, from its bytes to a store: a table of text, packed or not, or a store that was saved. It is read piece by piece and never leaves the browser.
import { csvStore } from "../columns/csv-store.ts";
import type { EventStore } from "../columns/event-store.ts";
import { isSnapshot, storeFrom } from "../columns/snapshot.ts";
import { inUtf8 } from "../columns/utf8.ts";
import type { Unopened } from "./explorer-messages.ts";
import { type FileProblem, type FileReading, type FileShape, shapeOf } from "./file-shape.ts";

export type ReadFile =
  | {
      readonly store: EventStore;
      readonly ids: Uint8Array;
      readonly shape: FileShape | undefined;
      readonly problems: readonly FileProblem[];
      readonly wrongCells: number;
      readonly trouble?: never;
    }
  | { readonly trouble: Unopened; readonly shape: FileShape | undefined; readonly store?: never };

const GZIP = [0x1f, 0x8b] as const;
const FIRST_LINES = 400;
/** So much of the beginning is looked at before the columns are known. */
const LOOKED_AT = 2 ** 16;

/** `reading` is how to read it when somebody has said; else by what the file itself says. `onRows` is told how far it has come. */
export async function readFile(
  file: Blob,
  reading: FileReading | undefined,
  onRows: (rows: number, share: number | undefined) => void,
): Promise<ReadFile> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (isSnapshot(start)) return readSnapshot(file);
  const packed = GZIP.every((byte, at) => start[at] === byte);
  let taken = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, to) => {
      taken += chunk.byteLength;
      to.enqueue(chunk);
    },
  });
  const bytes = file.stream().pipeThrough(counted);
  const stream = packed ? bytes.pipeThrough(new DecompressionStream("gzip")) : bytes;
  return readTable(stream.getReader(), reading, (rows) =>
    onRows(rows, file.size === 0 ? undefined : taken / file.size),
  );
}

async function readSnapshot(file: Blob): Promise<ReadFile> {
  const loaded = storeFrom(new Uint8Array(await file.arrayBuffer()));
  if (loaded.store === undefined)
    return { trouble: loaded.problem === "cut-short" ? "damaged" : loaded.problem, shape: undefined };
  return { ...loaded, shape: undefined, problems: [], wrongCells: 0 };
}

type Chunks = { readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> };

async function readTable(
  chunks: Chunks,
  reading: FileReading | undefined,
  onRows: (rows: number) => void,
): Promise<ReadFile> {
  let shape: FileShape | undefined;
  try {
    let begun: Uint8Array[] = [];
    let length = 0;
    let ended = false;
    while (!ended && length < LOOKED_AT) {
      const { done, value } = await chunks.read();
      ended = done;
      if (value === undefined) continue;
      begun.push(value);
      length += value.byteLength;
    }
    const toUtf8 = inUtf8(joined(begun));
    begun = begun.map(toUtf8);
    const decoder = new TextDecoder();
    const text = begun.map((chunk) => decoder.decode(chunk, { stream: true })).join("");
    shape = {
      ...shapeOf(
        text
          .replace(/^\uFEFF/, "")
          .split(/\r?\n/)
          .slice(0, FIRST_LINES),
      ),
      ...reading,
    };
    const reader = csvStore({
      columns: shape.columns,
      separator: shape.separator,
      ...(shape.dayOrder === undefined ? {} : { dayOrder: shape.dayOrder }),
      onRows,
    });
    for (const chunk of begun) reader.feed(chunk);
    while (!ended) {
      const { done, value } = await chunks.read();
      ended = done;
      if (value !== undefined) reader.feed(toUtf8(value));
    }
    const { store, report } = reader.end();
    if (report.rows === 0) return { trouble: "no-rows", shape };
    const wrongCells = Object.values(report.wrong).reduce((sum, count) => sum + count, 0);
    return {
      store,
      ids: new Uint8Array(0),
      shape,
      problems: report.problems,
      wrongCells,
    };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    return { trouble, shape };
  }
}

/** What a file is to blame for; undefined for what it is not. */
function troubleOf(error: unknown): Unopened | undefined {
  // A heading or a separator that is none.
  if (error instanceof RangeError) return "unreadable";
  // The browser can no longer read it from the disk.
  if (error instanceof DOMException) return "gone";
  // What is packed ends too early, or is none; Node 20 lets zlib's own error through.
  return error instanceof TypeError || (error instanceof Error && "code" in error) ? "damaged" : undefined;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
