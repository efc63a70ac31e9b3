import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { Doors, Packed } from "../platform/server/http.ts";
import { type Ground, pmtilesOf } from "../platform/server/pmtiles.ts";

/** The built browser files: read once, held in memory, named by their content. */
export type Assets = {
  /** Plain name to address: "public.css" to "/assets/public-4f2a.css". */
  readonly names: Readonly<Record<string, string>>;
  readonly staffHtml: () => Promise<string>;
  /** The page that checks signatures: one file that carries all it needs. */
  readonly verifier: () => Promise<string>;
  readonly read: Doors["asset"];
};

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".pmtiles": "application/vnd.pmtiles",
};

const PACKED = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

const MAPS = "/basemap/";

/** Reads from the folder of the browser build. Throws when it was never built. A map in `own` (basemap/2101.json) stands in the place of the one that came along. */
export async function assetsOf(folder: URL, own: string): Promise<Assets> {
  const root = fileURLToPath(folder);
  const names = JSON.parse(await readFile(join(root, "..", "assets.json"), "utf8")) as Record<string, string>;
  const held = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();
  const fileIn = (place: string, path: string) =>
    readFile(join(place, path)).then(
      (bytes) => new Uint8Array(bytes),
      () => undefined,
    );
  const fresh = async (path: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    if (!path.startsWith(MAPS)) return fileIn(root, path);
    if (!path.endsWith(".pmtiles")) return (await fileIn(own, path)) ?? fileIn(root, path);
    const ground = await bytesOf(path.replace(/[.]pmtiles$/, ".json"));
    return ground && pmtilesOf(JSON.parse(Buffer.from(ground).toString("utf8")) as Ground);
  };
  const bytesOf = (path: string) => {
    const found = held.get(path) ?? fresh(path);
    held.set(path, found);
    return found;
  };
  /** As the build packed it, the smaller first; nothing for what is small enough as it is: pictures and fonts. */
  const packedOf = async (path: string): Promise<readonly Packed[]> => {
    const found = await Promise.all(
      PACKED.map(async ([encoding, ending]) => ({ encoding, bytes: await bytesOf(`${path}${ending}`) })),
    );
    return found.flatMap(({ encoding, bytes }) => (bytes === undefined ? [] : [{ encoding, bytes }]));
  };
  let html: Promise<string> | undefined;
  let verifier: Promise<string> | undefined;
  return {
    names,
    staffHtml: () => (html ??= readFile(join(root, "app.html"), "utf8")),
    verifier: () => (verifier ??= readFile(join(root, "..", "granska.html"), "utf8")),
    read: async (path) => {
      const clean = normalize(path);
      const contentType = TYPES[extname(clean)];
      // Only what the build made: no dots upward, and pages are not files.
      if (contentType === undefined || clean.includes("..") || clean.includes("\0")) return undefined;
      const bytes = await bytesOf(clean);
      if (bytes === undefined) {
        held.delete(clean);
        return undefined;
      }
      const immutable = clean.startsWith("/assets/");
      const packed = immutable ? await packedOf(clean) : [];
      return { bytes, contentType, immutable, packed };
    },
  };
}
