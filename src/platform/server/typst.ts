// Paper: Typst markup and data in, a PDF out that a screen reader can read (PDF/UA-1, which refuses a page without title, headings in order, or words
// for its pictures; with a file inside PDF/A-3a, which asks the same tags). The same markup, data and time give the same bytes, so that a file can be compared by its hash. Nothing is fetched: the letters
// are unpacked from the package they come in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inflateSync } from "node:zlib";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Json } from "../../ground/canonical.ts";
import { type Instant, millisecondsOf } from "../../ground/time.ts";

/** What the markup finds as `data`. Data is never markup: what a person wrote cannot become a command. */
export type Paper = {
  readonly markup: string;
  readonly data: Json;
  readonly at: Instant;
  /** A file that the PDF carries, letter for letter. It is then made by PDF/A-3 instead, which allows that and is tagged just the same. */
  readonly attached?: {
    readonly name: string;
    readonly text: string;
    readonly contentType: string;
    readonly description: string;
  };
};

const require = createRequire(import.meta.url);
let compiler: NodeCompiler | undefined;

export function pdfOf({ markup, data, at, attached }: Paper): Uint8Array<ArrayBuffer> {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: letters() }] });
  const compiled = compiler.compile({
    mainFileContent: `#let data = json(bytes(sys.inputs.data))\n#set text(font: "Hanken Grotesk")\n${attached === undefined ? "" : ATTACHED}${markup}`,
    inputs: {
      data: JSON.stringify(data, (_key, value: unknown) => (typeof value === "string" ? written(value) : value)),
      ...(attached === undefined ? {} : { attached: JSON.stringify(attached) }),
    },
  });
  const { result } = compiled;
  if (result === null)
    throw new Error(`The page could not be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  const pdf = compiler.pdf(result, {
    pdfStandard: attached === undefined ? "ua-1" : "a-3a",
    pdfTags: true,
    creationTimestamp: Math.floor(millisecondsOf(at) / 1000),
  });
  // What was set stays in the compiler's memory until it is told that nobody asks for it again.
  compiler.evictCache(10);
  return new Uint8Array(pdf);
}

/** What the pages were made from lies beside them. What it is called and says is data here too. */
const ATTACHED = String.raw`#let attached = json(bytes(sys.inputs.attached))
#pdf.attach(attached.name, bytes(attached.text), relationship: "source", mime-type: attached.contentType, description: attached.description)
`;

/** Latin letters, and the wider Latin of other countries' names. */
function letters(): Buffer[] {
  const home = dirname(require.resolve("@fontsource/hanken-grotesk/package.json"));
  return ["latin-400", "latin-700", "latin-ext-400", "latin-ext-700"].map((part) =>
    unpacked(readFileSync(join(home, `files/hanken-grotesk-${part}-normal.woff`))),
  );
}

/** A sign the letters do not have (an emoji, another script) is a question mark, rather than a protocol that cannot be printed. */
function written(text: string): string {
  return text.replaceAll(/[^\n\t\u0020-\u024F\u2010-\u2026\u2032\u2033\u20AC\u2212]/gu, "?");
}

/** WOFF 1.0 to TrueType: the same tables, each packed by itself (W3C, WOFF File Format 1.0, sections 3 to 5). */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const head = Buffer.alloc(12 + count * 16);
  woff.copy(head, 0, 4, 8);
  const log = Math.floor(Math.log2(count));
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** log * 16, 6);
  head.writeUInt16BE(log, 8);
  head.writeUInt16BE(count * 16 - 2 ** log * 16, 10);
  let offset = head.length;
  const parts: Buffer[] = [head];
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = 12 + index * 16;
    tag.copy(head, at);
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    const padded = Math.ceil(bytes.length / 4) * 4;
    parts.push(bytes, Buffer.alloc(padded - bytes.length));
    offset += padded;
  }
  return Buffer.concat(parts);
}
