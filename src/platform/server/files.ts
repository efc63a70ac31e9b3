import { createHash, randomBytes } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";

/** Where uploads live. Content-addressed: the name is the SHA-256 of the bytes, so the same photo is kept once and nothing is overwritten. */
export interface Files {
  /** Keeps the bytes durably (synced) and returns their SHA-256 as hex. */
  put(bytes: Uint8Array): Promise<string>;
  get(hash: string): Promise<Uint8Array | undefined>;
  /** Takes the bytes away for good; nothing where there are none. */
  remove(hash: string): Promise<void>;
}

/** Files in a directory, two letters a level. The narrow port is what an S3-compatible store would implement. */
export function filesOnDisk(directory: string): Files {
  const pathOf = (hash: string) => join(directory, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(hash);
      if (
        await stat(path).then(
          () => true,
          () => false,
        )
      )
        return hash;
      await mkdir(join(directory, hash.slice(0, 2)), { recursive: true });
      // Written beside and renamed: a reader never sees half a file, a crash leaves only a stray temporary one.
      const temporary = `${path}.${randomBytes(6).toString("hex")}`;
      const file = await open(temporary, "wx");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      return hash;
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
      return readFile(pathOf(hash)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
    },
    async remove(hash) {
      if (/^[0-9a-f]{64}$/.test(hash)) await rm(pathOf(hash), { force: true });
    },
  };
}

/** A file on disk, to be read from any place in it and as often as is wished: from and up to, but not with, as in an array. */
export function fileAt(path: string) {
  const { size } = statSync(path);
  const bytes = (from = 0, to = size): AsyncIterable<Uint8Array> =>
    to > from ? createReadStream(path, { start: from, end: to - 1 }) : Readable.from([]);
  return { size, bytes };
}
