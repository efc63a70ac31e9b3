// The bytes of a file for `samsyn picture`: from a file or standard input, packed or not whatever it is called, and a sentence where they cannot be had.
import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Bytes, startOf } from "../../collect/imports/bytes.ts";
import { Refused } from "../sentences.ts";

/** So much is looked at before anybody decides what it is. */
const LOOKED_AT = 2 ** 16;

export type FileBytes = {
  /** The first 64 KiB, or all there is. */
  readonly beginning: Uint8Array;
  /** All of it, from the first byte. */
  readonly chunks: Bytes;
};

/** Opens a file; `-` is standard input. A packed one (gzip, RFC 1952) is unpacked. Throws Refused with what is wrong with it. */
export async function openBytes(file: string): Promise<FileBytes> {
  const read = told(file, file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 2 ** 18 }));
  const [first, all] = await startOf(read, 2);
  const packed = first[0] === 0x1f && first[1] === 0x8b;
  const [beginning, chunks] = await startOf(packed ? told(file, unpacked(all)) : all, LOOKED_AT);
  return { beginning, chunks };
}

function unpacked(chunks: Bytes): Readable {
  // Whoever reads is told of an error by the stream itself.
  return pipeline(Readable.from(chunks, { objectMode: false }), createGunzip(), () => {});
}

async function* told(file: string, chunks: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of chunks) yield chunk as Uint8Array;
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(unreadable(file, error as NodeJS.ErrnoException));
  }
}

/** Why a file cannot be read, as a sentence. */
export function unreadable(file: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return `${file} finns inte. Kontrollera sökvägen. / ${file} does not exist. Check the path.`;
    case "EISDIR":
      return `${file} är en mapp. Ange en fil i den. / ${file} is a directory. Name a file in it.`;
    case "EACCES":
    case "EPERM":
      return `${file} får inte läsas av den som kör kommandot. Ändra rättigheterna på filen. / ${file} may not be read by whoever runs the command. Change the file's rights.`;
    case "Z_BUF_ERROR":
      return `${file} slutar mitt i: den packade filen är inte hel. Hämta eller kopiera den en gång till. / ${file} ends halfway: the packed file is not whole. Fetch or copy it once more.`;
    case "Z_DATA_ERROR":
      return `${file} är skadad och går inte att packa upp. Hämta eller kopiera den en gång till. / ${file} is damaged and cannot be unpacked. Fetch or copy it once more.`;
    default:
      return `${file} kunde inte läsas: ${message} / ${file} could not be read.`;
  }
}

/** A packed file may be a thousand times what it looks like, and a text is held whole. */
const LONGEST_TEXT = 2 ** 28;

/** The whole of a small file (areas, parameters, populations) as text. */
export async function textOf(file: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (await openBytes(file)).chunks) {
    length += chunk.byteLength;
    if (length > LONGEST_TEXT)
      throw new Refused(
        `${file} är för stor: uppackad är den mer än ${LONGEST_TEXT / 2 ** 20} MB. Är det rätt fil? / ${file} is too large: unpacked it is more than ${LONGEST_TEXT / 2 ** 20} MB. Is it the right file?`,
      );
    parts.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
