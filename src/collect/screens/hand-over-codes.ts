// A hand-over as a sequence of QR codes, for notes without their photos: packed, cut into pieces that each say which they are, and put together again in any order.
import { base45, bytesOfBase45 } from "../../ground/base45.ts";

const FORMAT = "SAMSYN1";
/** So much in each that a phone reads it off another's screen from a hand's breadth. */
const LETTERS_A_CODE = 480;
/** More than this nobody holds still for: a file is quicker. */
export const MOST_CODES = 40;

export async function codesOf(text: string): Promise<readonly string[]> {
  const packed = base45(await passed(new TextEncoder().encode(text), new CompressionStream("deflate-raw")));
  const all = Math.ceil(packed.length / LETTERS_A_CODE);
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(packed));
  const name = base45(new Uint8Array(sum).slice(0, 4));
  return Array.from({ length: all }, (_, at) => {
    const piece = packed.slice(at * LETTERS_A_CODE, (at + 1) * LETTERS_A_CODE);
    return [FORMAT, name, at + 1, all, piece].join("/");
  });
}

export type Gathered = { readonly name: string; readonly all: number; readonly pieces: ReadonlyMap<number, string> };

/** With one more code; as it was for what is no code of ours. One of another hand-over begins anew. */
export function gather(before: Gathered | undefined, code: string): Gathered | undefined {
  const read = /^SAMSYN1\/(.{6})\/(\d{1,3})\/(\d{1,3})\/(.+)$/s.exec(code);
  if (read === null) return before;
  const [, name = "", number, of, piece = ""] = read;
  const [place, all] = [Number(number), Number(of)];
  if (place < 1 || place > all) return before;
  const known = before?.name === name && before.all === all ? before.pieces : new Map<number, string>();
  return { name, all, pieces: new Map([...known, [place, piece]]) };
}

/** The text, once every piece is there; undefined until then, and for pieces that do not belong together. */
export async function textOf({ all, pieces }: Gathered): Promise<string | undefined> {
  if (pieces.size < all) return undefined;
  const packed = bytesOfBase45(Array.from({ length: all }, (_, at) => pieces.get(at + 1) ?? "").join(""));
  if (packed === undefined) return undefined;
  return passed(packed, new DecompressionStream("deflate-raw")).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

async function passed(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());
}
