// From the bytes of a file to its text: unpacked if it is packed, in whichever of the usual encodings it was written. Streams, so that size does not matter.

/** A file as it comes, a piece at a time. */
export type Bytes = AsyncIterable<Uint8Array>;

/** What is told beside the text: whether the file ended where it should, and how it was written. */
export type Told = { whole: boolean; encoding: Encoding };
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export async function* piecesOf(bytes: Uint8Array): Bytes {
  const size = 64 * 1024;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Unpacks gzip, known by its first bytes. Stops at `maxBytes`, and where the packing is broken, and says so in `told.whole`. */
export async function* unpacked(bytes: Bytes, told: Told, maxBytes = Number.POSITIVE_INFINITY): Bytes {
  const [first, all] = await startOf(bytes, 2);
  const packed = first[0] === 0x1f && first[1] === 0x8b;
  let left = maxBytes;
  try {
    for await (const piece of packed ? gunzip(all) : all) {
      left -= piece.length;
      if (left < 0) {
        told.whole = false;
        return;
      }
      yield piece;
    }
  } catch (error) {
    if (!packed || !isBrokenPacking(error)) throw error;
    told.whole = false;
  }
}

/** A TypeError by the standard; Node 20 lets zlib's own error through. Anything else is not about the file. */
export function isBrokenPacking(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return error instanceof TypeError || code.startsWith("Z_");
}

function gunzip(bytes: Bytes): Bytes {
  return through(bytes, "gzip");
}

/** What lies packed in a zip. */
export function inflated(bytes: Bytes): Bytes {
  return through(bytes, "deflate-raw");
}

function through(bytes: Bytes, packing: "gzip" | "deflate-raw"): Bytes {
  const pieces = bytes[Symbol.asyncIterator]();
  // Pulled, so that no more of a large file is in memory than is being read.
  const packed = new ReadableStream<BufferSource>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
  return packed.pipeThrough(new DecompressionStream(packing));
}

/**
 * Decodes the text. A byte order mark decides; else zeros in every other place mean UTF-16; else the first bytes beyond ASCII decide between UTF-8 and
 * Windows-1252 (which holds Latin-1): only UTF-8 is valid UTF-8.
 */
export async function* textOf(bytes: Bytes, told: Told, forced?: Encoding): AsyncIterable<string> {
  const [first, all] = await startOf(bytes, 4);
  const marked = forced ?? encodingByMark(first);
  let decoder = marked === undefined ? undefined : new TextDecoder(marked);
  if (marked !== undefined) told.encoding = marked;
  for await (const piece of all) {
    if (decoder === undefined) {
      const text = ASCII.decode(piece);
      // As many characters as bytes, and each of them could be read: nothing beyond ASCII.
      if (text.length === piece.length && !text.includes(UNREADABLE)) {
        yield text;
        continue;
      }
      told.encoding = isUtf8(piece) ? "utf-8" : "windows-1252";
      decoder = new TextDecoder(told.encoding);
    }
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder?.decode() ?? "";
}

/** What the readers see where bytes were not text in the encoding of the rest. */
export const UNREADABLE = "\ufffd";
const ASCII = new TextDecoder("utf-8", { ignoreBOM: true });

function encodingByMark([a, b, c, d]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a !== 0 && b === 0 && d === 0) return "utf-16le";
  return a === 0 && b !== 0 && c === 0 ? "utf-16be" : undefined;
}

/** UTF-8 if more of what is beyond ASCII is valid UTF-8 than is not: one line in another encoding does not spoil a file. */
function isUtf8(piece: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(piece, { stream: true });
  let [valid, broken] = [0, 0];
  for (const character of text) {
    if (character === UNREADABLE) broken += 1;
    else if (character > "\u007f") valid += 1;
  }
  return valid > 0 && valid >= broken;
}

/** The first bytes, and the stream as it was before they were looked at. */
export async function startOf(bytes: Bytes, count: number): Promise<[Uint8Array, Bytes]> {
  const rest = bytes[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await rest.next();
    if (next.done === true) break;
    held.push(next.value);
    length += next.value.length;
  }
  const start = new Uint8Array(Math.min(count, length));
  let filled = 0;
  for (const piece of held) {
    const part = piece.subarray(0, start.length - filled);
    start.set(part, filled);
    filled += part.length;
  }
  return [start, again(held, rest)];
}

async function* again(held: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): Bytes {
  yield* held;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
