// Which bytes a table of text was written in. What a spreadsheet in Sweden calls CSV is often Windows-1252, and what it calls Unicode text is UTF-16 with a mark before it.

/** Whether a file that begins like this is UTF-8: that a byte is none is seen in the beginning, or not at all. */
export function isUtf8(beginning: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(beginning, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Turns the bytes of a file that begins like this into UTF-8, piece by piece and in order, where they are not. */
export function inUtf8(beginning: Uint8Array): (chunk: Uint8Array) => Uint8Array {
  const [first, second] = beginning;
  const marked =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : undefined;
  if (marked === undefined && isUtf8(beginning)) return (chunk) => chunk;
  const [decoder, encoder] = [new TextDecoder(marked ?? "windows-1252"), new TextEncoder()];
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
}
