// The letters of a .px file. It says itself which they are: CODEPAGE names them, CHARSET="ANSI" are those of Windows, and without either they are DOS's.

/** The upper half of code page 437 as far as 850 has the same letters: what DOS wrote Swedish with. */
const DOS_LETTERS = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£ØáíóúñÑ";
/** Two signs that no word is written with stand between Ø and á. */
const DOS = new Map([...DOS_LETTERS].map((letter, place) => [0x80 + (place < 30 ? place : place + 2), letter]));

/** The text of a .px file, whichever letters it was written with. */
export function textOfPx(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  const plain = new TextDecoder("windows-1252").decode(bytes);
  const start = plain.slice(0, 2000);
  const page = /CODEPAGE\s*=\s*"?([^";]*)/i.exec(start)?.[1]?.trim().toLowerCase() ?? "";
  if (bytes[0] === 0xef || page.startsWith("utf-8") || isUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes);
  if (/^(ibm|cp)?(437|850)$/.test(page)) return dosText(bytes);
  const named = page === "" ? undefined : decoderOf(page);
  if (named !== undefined) return named.decode(bytes);
  return /CHARSET\s*=\s*"?ANSI/i.test(start) ? plain : dosText(bytes);
}

/** Undefined for letters that nobody knows by that name. */
function decoderOf(page: string): TextDecoder | undefined {
  try {
    // "1250" is Windows's 1250.
    return new TextDecoder(/^\d{4}$/.test(page) ? `windows-${page}` : page);
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte > 0x7f)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function dosText(bytes: Uint8Array): string {
  // The lower half is the same in both.
  return new TextDecoder("latin1")
    .decode(bytes)
    .replaceAll(/[^\0-\x7f]/g, (_, at: number) => DOS.get(bytes[at]!) ?? "?");
}
