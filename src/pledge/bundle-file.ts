// A file that a promise is checked by: the bundle as it is, or the PDF that has it inside. A page shows whatever whoever made it wrote; what is checked is
// what lies inside, and the verdict says so.
import { unproven, wrong } from "./verdict.ts";
import { type Verdict, verify } from "./verify.ts";

/** What the bundle is called inside the PDF. */
export const NAME_IN_PDF = "underskrifter.samsyn";

/** No promise's PDF comes near it. */
const MOST_BYTES = 20_000_000;
/** What is packed inside may be so many letters when it is unpacked; the verdict has a limit of its own below it. */
const MOST_UNPACKED = 6_000_000;
/** One promise has one file inside; whoever made a PDF of thousands wants the reader to be busy. */
const MOST_ATTACHED = 20;

/** The verdict on a file's bytes, whatever it is. */
export async function verifyFile(file: Uint8Array): Promise<Verdict> {
  if (!isPdf(file)) return verify(new TextDecoder().decode(file));
  if (file.length > MOST_BYTES) return { overall: "unreadable", statements: [wrong("file", "too-large")] };
  const [first, ...more] = (await attachedTo(file)).filter(isBundle);
  if (first === undefined) return { overall: "unreadable", statements: [wrong("file", "pdf-without-bundle")] };
  if (more.length > 0) return { overall: "unreadable", statements: [wrong("file", "pdf-with-several")] };
  const verdict = await verify(first);
  return { ...verdict, statements: [...verdict.statements, unproven("file", "inside-pdf")] };
}

function isPdf(file: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(file.subarray(0, 1024)).includes("%PDF-");
}

/** Of whatever format, also one that is not known here, and wherever in it the name stands: what says that it is a promise's file is checked, and two that say so are refused. */
function isBundle(text: string): boolean {
  return text.includes('"samsyn-bundle-');
}

/** The files a PDF carries (ISO 32000, 7.11.4): each a stream of its own, packed by zlib or not at all. One that cannot be unpacked is none. */
async function attachedTo(file: Uint8Array): Promise<string[]> {
  const pdf = new TextDecoder("latin1").decode(file);
  const found: string[] = [];
  const begun = new Set<number>();
  for (const { index } of pdf.matchAll(/\/Type\s*\/EmbeddedFile\b/g)) {
    if (begun.size >= MOST_ATTACHED) break;
    const [from, begin] = [pdf.lastIndexOf(" obj", index), pdf.indexOf("stream", index)];
    // Several marks may stand before the same stream, and nothing is found from here on where none follows.
    if (begin < 0) break;
    if (from < 0 || begun.has(begin)) continue;
    begun.add(begin);
    const head = pdf.slice(from, begin);
    const start = begin + "stream".length + (pdf.startsWith("\r\n", begin + "stream".length) ? 2 : 1);
    const length = lengthIn(head, pdf);
    if (length === undefined || !/^\s*endstream/.test(pdf.slice(start + length, start + length + 12))) continue;
    const bytes = file.slice(start, start + length);
    const text = /\/Filter/.test(head) ? await unpacked(bytes, head) : new TextDecoder().decode(bytes);
    if (text !== undefined) found.push(text);
  }
  return found;
}

/** As it stands, or in an object of its own. */
function lengthIn(head: string, pdf: string): number | undefined {
  const [, length, isElsewhere] = /\/Length\s+(\d{1,9})\b(\s+\d+\s+R)?/.exec(head) ?? [];
  if (isElsewhere === undefined) return length === undefined ? undefined : Number(length);
  const [, there] = new RegExp(String.raw`(?:^|\s)${length}\s+\d+\s+obj\s+(\d+)\s`).exec(pdf) ?? [];
  return there === undefined ? undefined : Number(there);
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>, head: string): Promise<string | undefined> {
  if (!/\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(head)) return undefined;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
      // A little that unpacks to very much is no promise.
      if (text.length > MOST_UNPACKED) return undefined;
    }
  } catch {
    return undefined;
  } finally {
    void reader.cancel().catch(() => {});
  }
}
