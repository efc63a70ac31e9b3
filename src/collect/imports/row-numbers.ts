// What is remembered of the rows of a file while it is read: twelve bytes each, and no text of theirs, so that millions of rows are no trouble.

/** Names rows that have none of their own: two 53-bit hashes of what a row says, and which in order it is of those that say the same. */
export function contentIds(): (cells: readonly string[]) => string {
  const seen = numbersByKey();
  return (cells) => {
    const content = cells.join("\u001f");
    const [one, two] = [mixed(content, 1), mixed(content, 2)];
    const hash = elevenDigits(one) + elevenDigits(two);
    const number = seen.at(one % 4294967296, two % 4294967296) + 1;
    seen.set(number);
    return number === 1 ? `row-${hash}` : `row-${hash}-${number}`;
  };
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
/** toString(36) of a whole number below 2⁵³ with noughts before it, three times as quick: in two halves, which are small numbers to the machine. */
function elevenDigits(value: number): string {
  const least = value % 60_466_176;
  return digits((value - least) / 60_466_176, 6) + digits(least, 5);
}
function digits(value: number, count: number): string {
  let text = "";
  for (let rest = value | 0; count > 0; count--, rest = (rest / 36) | 0) text = DIGITS[rest % 36]! + text;
  return text;
}

/** What each name said last: whether it is said for the first time, says the same again, or another thing. */
export type Said = "first" | "same" | "other";
export function lastSaid(): (name: string, fingerprint: string) => Said {
  const said = numbersByKey();
  return (name, fingerprint) => {
    const before = said.at(mixed(name, 1) % 4294967296, mixed(name, 2) % 4294967296);
    const now = (mixed(fingerprint, 3) % 4294967295) + 1;
    said.set(now);
    return before === 0 ? "first" : before === now ? "same" : "other";
  };
}

/** cyrb53 (public domain, bryc): spread well enough to tell rows apart, no secret. */
function mixed(text: string, seed: number): number {
  let [a, b] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** A number of 32 bits for each key of two; 0 until it is set. */
type NumbersByKey = {
  /** The number of a key, which is then the one that `set` is about. */
  readonly at: (one: number, two: number) => number;
  /** Anything but 0. */
  readonly set: (value: number) => void;
};

function numbersByKey(): NumbersByKey {
  let size = 1 << 12;
  let [ones, twos, values] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  let filled = 0;
  let asked = { slot: 0, one: 0, two: 0 };
  const slotOf = (one: number, two: number) => {
    let slot = one & (size - 1);
    while (values[slot] !== 0 && (ones[slot] !== one || twos[slot] !== two)) slot = (slot + 1) & (size - 1);
    return slot;
  };
  const grow = () => {
    const before = [ones, twos, values] as const;
    size *= 2;
    [ones, twos, values] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
    for (const [place, value] of before[2].entries()) {
      if (value === 0) continue;
      const slot = slotOf(before[0][place]!, before[1][place]!);
      [ones[slot], twos[slot], values[slot]] = [before[0][place]!, before[1][place]!, value];
    }
  };
  return {
    at(one, two) {
      if (filled > size * 0.7) grow();
      asked = { slot: slotOf(one, two), one, two };
      return values[asked.slot]!;
    },
    set(value) {
      if (values[asked.slot] === 0) filled += 1;
      [ones[asked.slot], twos[asked.slot], values[asked.slot]] = [asked.one, asked.two, value];
    },
  };
}
