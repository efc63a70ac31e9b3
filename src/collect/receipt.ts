// The code of a receipt: ten characters that can be read aloud over a telephone (no O, 0, I or 1), of which the last two are a checksum. A Reed–Solomon code
// over GF(32) of distance three: one wrong character, or two that have changed places, is never another receipt (domain.md 5, journeys.md 4).

const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const DATA = 8;
export const CODE_LENGTH = DATA + 2;
/** How much chance a code is made of: five bytes are eight characters. */
export const CODE_BYTES = 5;

/** Powers of a root of x⁵ + x² + 1, and their logarithms. */
const POWERS: number[] = [];
for (let power = 0, value = 1; power < 31; power++) {
  POWERS.push(value);
  value <<= 1;
  if (value > 31) value ^= 0b100101;
}
const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : POWERS[(POWERS.indexOf(a) + POWERS.indexOf(b)) % 31]!;
const over = (a: number, b: number): number =>
  a === 0 ? 0 : POWERS[(POWERS.indexOf(a) - POWERS.indexOf(b) + 31) % 31]!;

/** Both are nought for a code that is right: the sum of the characters, and the sum weighed by their places. */
function sums(characters: readonly number[]): readonly [number, number] {
  let plain = 0;
  let weighed = 0;
  for (const [place, character] of characters.entries()) {
    plain ^= character;
    weighed ^= times(POWERS[place]!, character);
  }
  return [plain, weighed];
}

/** The code that these five bytes of chance make: "7K4MX-2P9RT". */
export function receiptCode(chance: Uint8Array): string {
  let bits = 0n;
  for (let index = 0; index < CODE_BYTES; index++) bits = (bits << 8n) | BigInt(chance[index] ?? 0);
  const characters = Array.from({ length: DATA }, (_, place) => Number((bits >> BigInt(5 * (DATA - 1 - place))) & 31n));
  const [plain, weighed] = sums(characters);
  const last = over(weighed ^ times(POWERS[DATA]!, plain), POWERS[DATA]! ^ POWERS[DATA + 1]!);
  return grouped([...characters, plain ^ last, last].map((value) => ALPHABET[value]).join(""));
}

const grouped = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** The code as somebody typed or heard it, in small letters, with blanks or without its hyphen; undefined when it cannot be one. */
export function readReceipt(text: string): string | undefined {
  const plain = text.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, "");
  if (plain.length !== CODE_LENGTH) return undefined;
  const characters = [...plain].map((character) => ALPHABET.indexOf(character));
  if (characters.includes(-1)) return undefined;
  const [first, second] = sums(characters);
  return first === 0 && second === 0 ? grouped(plain) : undefined;
}
