// A packed folder (zip), which is what a workbook lies in, read an entry at a time from wherever it lies in the file. What it says of its own sizes is not believed: what comes out is counted.
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Bytes, inflated, isBrokenPacking, piecesOf } from "./bytes.ts";

/** A file that can be read from any place in it. */
export type FileBytes = {
  readonly size: number;
  /** From and up to, but not with, as in an array; all of it when nothing is said. */
  readonly bytes: (from?: number, to?: number) => Bytes;
};

/** How much may come out of how little. */
export type PackLimits = {
  /** Files in the folder: Excel writes some tens, a workbook of a hundred sheets some hundreds. */
  readonly entries: number;
  /** Bytes one entry may unpack to. */
  readonly unpacked: number;
  /** How many times its own size an entry may unpack to, once it is more than a megabyte; sheets come to twenty. */
  readonly ratio: number;
};
export const PACK_LIMITS: PackLimits = { entries: 5000, unpacked: 4 * 1024 ** 3, ratio: 400 };

export type WorkbookWhy = "not-a-workbook" | "older-workbook" | "workbook-is-broken" | "workbook-too-large";

export type Zip = {
  readonly names: readonly string[];
  /** The bytes of an entry, unpacked as they are asked for; `told.why` when they ended before they should. */
  readonly entry: (name: string, told: { why?: WorkbookWhy }) => Bytes;
};

type Entry = {
  readonly name: string;
  readonly isLocked: boolean;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const IN_DIRECTORY = 0x02014b50;
const BEFORE_BYTES = 0x04034b50;
/** The end's own 22 bytes, and the longest comment that may follow. */
const END_WITHIN = 22 + 65_535;
const DIRECTORY_LIMIT = 8 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

export function bytesInMemory(bytes: Uint8Array): FileBytes {
  return { size: bytes.length, bytes: (from = 0, to = bytes.length) => piecesOf(bytes.subarray(from, to)) };
}

export async function openZip(
  file: FileBytes,
  limits: PackLimits = PACK_LIMITS,
): Promise<Result<Zip, Refusal<WorkbookWhy>>> {
  const directory = await directoryOf(file);
  if (directory === undefined) return no("not-a-workbook");
  if (directory.count > limits.entries) return no("workbook-too-large");
  if (directory.size > DIRECTORY_LIMIT || directory.at + directory.size > file.size) return no("workbook-is-broken");
  const entries = entriesOf(await view(file, directory.at, directory.at + directory.size), directory.count);
  if (entries === undefined) return no("workbook-is-broken");
  if (entries.some(({ isLocked }) => isLocked)) return no("older-workbook");
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return yes({
    names: [...byName.keys()],
    entry: (name, told) => unpackedEntry(file, byName.get(name), limits, told),
  });
}

async function view(file: FileBytes, from: number, to: number): Promise<DataView> {
  const bytes = new Uint8Array(Math.max(0, Math.min(to, file.size) - from));
  let filled = 0;
  for await (const piece of file.bytes(from, from + bytes.length)) {
    bytes.set(piece.subarray(0, bytes.length - filled), filled);
    filled += piece.length;
  }
  return new DataView(bytes.buffer, 0, Math.min(filled, bytes.length));
}

/** Where the list of entries lies: said at the very end of the file. */
async function directoryOf(file: FileBytes) {
  const from = Math.max(0, file.size - END_WITHIN);
  const tail = await view(file, from, file.size);
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    const [count, size, begins] = [
      tail.getUint16(at + 10, true),
      tail.getUint32(at + 12, true),
      tail.getUint32(at + 16, true),
    ];
    if (count < 0xffff && size < 0xffffffff && begins < 0xffffffff) return { count, size, at: begins };
    if (at < 20 || tail.getUint32(at - 20, true) !== LOCATOR_64) return undefined;
    const large = await view(file, whole(tail, at - 12), whole(tail, at - 12) + 56);
    if (large.byteLength < 56 || large.getUint32(0, true) !== END_64) return undefined;
    return { count: whole(large, 32), size: whole(large, 40), at: whole(large, 48) };
  }
  return undefined;
}

/** A number of 64 bits; beyond 2^53 it is no place in any file, and is found to lie outside this one. */
function whole(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function entriesOf(directory: DataView, count: number): Entry[] | undefined {
  const entries: Entry[] = [];
  let at = 0;
  for (let number = 0; number < count; number++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== IN_DIRECTORY) return undefined;
    const [nameLength, extraLength] = [directory.getUint16(at + 28, true), directory.getUint16(at + 30, true)];
    const next = at + 46 + nameLength + extraLength + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) return undefined;
    const sizes = sizesOf(directory, at, at + 46 + nameLength, extraLength);
    if (sizes === undefined) return undefined;
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, nameLength)).replaceAll("\\", "/"),
      isLocked: (directory.getUint16(at + 8, true) & 1) === 1,
      method: directory.getUint16(at + 10, true),
      ...sizes,
    });
    at = next;
  }
  return entries;
}

/** How long the packed bytes are and where they begin; what needs more than 32 bits stands in an extra field of its own. */
function sizesOf(directory: DataView, at: number, extraFrom: number, extraLength: number) {
  const [packed, unpacked, begins] = [20, 24, 42].map((place) => directory.getUint32(at + place, true)) as [
    number,
    number,
    number,
  ];
  if (packed < 0xffffffff && begins < 0xffffffff) return { packed, at: begins };
  for (let field = extraFrom; field + 4 <= extraFrom + extraLength;) {
    const [kind, length] = [directory.getUint16(field, true), directory.getUint16(field + 2, true)];
    let place = field + 4;
    const end = Math.min(place + length, extraFrom + extraLength);
    const said = (small: number) => {
      if (small < 0xffffffff) return small;
      place += 8;
      return place <= end ? whole(directory, place - 8) : undefined;
    };
    if (kind === 1) {
      said(unpacked);
      const [long, from] = [said(packed), said(begins)];
      return long === undefined || from === undefined ? undefined : { packed: long, at: from };
    }
    field = end;
  }
  return undefined;
}

async function* unpackedEntry(
  file: FileBytes,
  entry: Entry | undefined,
  limits: PackLimits,
  told: { why?: WorkbookWhy },
): Bytes {
  if (entry === undefined || (entry.method !== 0 && entry.method !== 8)) {
    told.why = "workbook-is-broken";
    return;
  }
  const before = await view(file, entry.at, entry.at + 30);
  const from =
    before.byteLength < 30 || before.getUint32(0, true) !== BEFORE_BYTES
      ? Number.POSITIVE_INFINITY
      : entry.at + 30 + before.getUint16(26, true) + before.getUint16(28, true);
  if (from + entry.packed > file.size) {
    told.why = "workbook-is-broken";
    return;
  }
  const most = Math.min(limits.unpacked, Math.max(MEGABYTE, entry.packed * limits.ratio));
  const packed = file.bytes(from, from + entry.packed);
  let given = 0;
  try {
    for await (const piece of entry.method === 0 ? packed : inflated(packed)) {
      given += piece.length;
      if (given > most) {
        told.why = "workbook-too-large";
        return;
      }
      yield piece;
    }
  } catch (error) {
    if (!isBrokenPacking(error)) throw error;
    told.why = "workbook-is-broken";
  }
}
