// A form as a resident's browser sends it, with a file or without. Counted in its bytes before anything is made of it: seven megabytes of empty parts are a
// hundred thousand things to make, and nobody else is served meanwhile.

export type SentForm = {
  readonly form?: URLSearchParams;
  readonly file?: Uint8Array;
  /** More fields than any form of ours has, or more words: nothing of it was read. */
  readonly tooMuch?: true;
};

/** No form of ours has as many. */
const MOST_FIELDS = 500;
/** Bytes that say what a part is, before what stands in it: its name, and what the file is called. */
const LONGEST_HEAD = 4096;

export const isMultipart = (contentType: string) => /^multipart\/form-data\b/i.test(contentType);

/** What was filled in, however it was sent; with the file that was chosen where the door takes one. Nothing where it is neither. */
export async function readSentForm(
  body: { readonly contentType: string; readonly bytes: Uint8Array<ArrayBuffer> },
  { takesFile, mostLetters }: { readonly takesFile: boolean; readonly mostLetters: number },
): Promise<SentForm> {
  const { contentType, bytes } = body;
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    if (placesOf("&", bytes).length >= MOST_FIELDS) return { tooMuch: true };
    return { form: new URLSearchParams(new TextDecoder().decode(bytes)) };
  }
  if (!isMultipart(contentType)) return {};
  const boundary = /;\s{0,9}boundary=(?:"([\w'()+,./:=?-]{1,70})"|([\w'()+./:=?-]{1,70}))\s{0,9}(?:;|$)/i.exec(
    contentType,
  );
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return {};
  if (!isReadable(bytes, `--${mark}`)) return { tooMuch: true };
  // Read by the very mark that was counted.
  const headers = { "content-type": `multipart/form-data; boundary="${mark}"` };
  const data = await new Response(bytes, { headers }).formData().catch(() => undefined);
  if (data === undefined) return {};
  const form = new URLSearchParams();
  let file: Uint8Array | undefined;
  let letters = 0;
  for (const [name, value] of data)
    if (typeof value === "string") {
      letters += name.length + value.length;
      if (letters > mostLetters) return { tooMuch: true };
      form.append(name, value);
    } else if (takesFile && value.size > 0) file ??= new Uint8Array(await value.arrayBuffer());
  return { form, ...(file === undefined ? {} : { file }) };
}

/** Few enough parts, each of which soon has said what it is. The last mark ends the form, and one part is the file. */
function isReadable(bytes: Uint8Array<ArrayBuffer>, mark: string): boolean {
  const places = placesOf(mark, bytes);
  if (places.length > MOST_FIELDS + 2) return false;
  return places.every((at) => {
    const head = asBuffer(bytes.subarray(at + mark.length, at + mark.length + LONGEST_HEAD));
    return head.subarray(0, 2).equals(Buffer.from("--")) || head.includes("\r\n\r\n");
  });
}

/** Where a mark stands; no more places than tell that there are too many. */
function placesOf(mark: string, bytes: Uint8Array<ArrayBuffer>): readonly number[] {
  const looked = asBuffer(bytes);
  const places: number[] = [];
  for (
    let at = looked.indexOf(mark);
    at >= 0 && places.length < 2 * MOST_FIELDS;
    at = looked.indexOf(mark, at + mark.length)
  )
    places.push(at);
  return places;
}

const asBuffer = (bytes: Uint8Array<ArrayBuffer>) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
