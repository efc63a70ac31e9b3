// Which rows of a block are asked for, as bits, and how many of them there are of each kind. The TypeScript twin is columns/selecting.ts, which says what each function means.
// Rows come thirty-two at a time: columns are padded to whole blocks, and the caller masks the last one's tail.

export function within32(column: usize, rows: i32, least: u32, span: u32, bits: usize): void {
  const low = i32x4.splat(least);
  const wide = i32x4.splat(span);
  for (let row = 0; row < rows; row += 32) {
    const word = bits + (row >> 3);
    const chosen = load<u32>(word);
    // What is chosen lies together: most of a column need not be read at all.
    if (chosen == 0) continue;
    const at = column + ((<usize>row) << 2);
    store<u32>(word, chosen & (lanes32(at, low, wide) | (lanes32(at + 64, low, wide) << 16)));
  }
}

// @ts-ignore: decorator
@inline
function lanes32(at: usize, low: v128, wide: v128): u32 {
  const a = i32x4.le_u(i32x4.sub(v128.load(at), low), wide);
  const b = i32x4.le_u(i32x4.sub(v128.load(at, 16), low), wide);
  const c = i32x4.le_u(i32x4.sub(v128.load(at, 32), low), wide);
  const d = i32x4.le_u(i32x4.sub(v128.load(at, 48), low), wide);
  return i8x16.bitmask(i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d)));
}

export function within16(column: usize, rows: i32, least: u32, span: u32, bits: usize): void {
  const low = i16x8.splat(<i16>least);
  const wide = i16x8.splat(<i16>span);
  for (let row = 0; row < rows; row += 32) {
    const word = bits + (row >> 3);
    const chosen = load<u32>(word);
    if (chosen == 0) continue;
    const at = column + ((<usize>row) << 1);
    store<u32>(word, chosen & (lanes16(at, low, wide) | (lanes16(at + 32, low, wide) << 16)));
  }
}

// @ts-ignore: decorator
@inline
function lanes16(at: usize, low: v128, wide: v128): u32 {
  const a = i16x8.le_u(i16x8.sub(v128.load(at), low), wide);
  const b = i16x8.le_u(i16x8.sub(v128.load(at, 16), low), wide);
  return i8x16.bitmask(i8x16.narrow_i16x8_s(a, b));
}

export function atLeast8(column: usize, rows: i32, least: u32, bits: usize): void {
  const low = i8x16.splat(<i8>least);
  for (let row = 0; row < rows; row += 32) {
    const word = bits + (row >> 3);
    const first: u32 = i8x16.bitmask(i8x16.ge_u(v128.load(column + row), low));
    const second: u32 = i8x16.bitmask(i8x16.ge_u(v128.load(column + row, 16), low));
    store<u32>(word, load<u32>(word) & (first | (second << 16)));
  }
}

export function member8(column: usize, rows: i32, set: usize, bits: usize): void {
  // The 256 bits of the set lie in two vectors: the code's upper five bits choose the byte, its lower three the bit.
  const first = v128.load(set);
  const second = v128.load(set, 16);
  for (let row = 0; row < rows; row += 32) {
    const word = bits + (row >> 3);
    const chosen = load<u32>(word);
    if (chosen == 0) continue;
    const at = column + row;
    store<u32>(word, chosen & (members(at, first, second) | (members(at + 16, first, second) << 16)));
  }
}

// @ts-ignore: decorator
@inline
function members(at: usize, first: v128, second: v128): u32 {
  const code = v128.load(at);
  const place = i8x16.shr_u(code, 3);
  const byte = v128.or(i8x16.swizzle(first, place), i8x16.swizzle(second, i8x16.sub(place, i8x16.splat(16))));
  const bitOf = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
  const hit = v128.and(byte, i8x16.swizzle(bitOf, v128.and(code, i8x16.splat(7))));
  return i8x16.bitmask(i8x16.ne(hit, i8x16.splat(0)));
}

export function member16(column: usize, rows: i32, set: usize, bits: usize): void {
  for (let row = 0; row < rows; row += 32) {
    const at = bits + (row >> 3);
    let left = load<u32>(at);
    let kept = left;
    while (left != 0) {
      const bit = ctz(left);
      left &= left - 1;
      const code: u32 = load<u16>(column + ((<usize>(row + bit)) << 1));
      if (((<u32>load<u8>(set + (code >> 3)) >> (code & 7)) & 1) == 0) kept ^= (<u32>1) << bit;
    }
    store<u32>(at, kept);
  }
}

export function both(a: usize, b: usize, words: i32, out: usize): void {
  for (let word = 0; word < words; word += 4) {
    const at = (<usize>word) << 2;
    v128.store(out + at, v128.and(v128.load(a + at), v128.load(b + at)));
  }
}

export function count(bits: usize, words: i32): i32 {
  let sum = 0;
  for (let word = 0; word < words; word += 2) sum += <i32>popcnt<u64>(load<u64>(bits + ((<usize>word) << 2)));
  return sum;
}

// Four tables side by side, one for each of four rows that follow on each other: adding to the same number twice in a row would wait for itself.
export function tally8(column: usize, bits: usize, words: i32, into: usize): void {
  for (let word = 0; word < words; word++) {
    let left = load<u32>(bits + ((<usize>word) << 2));
    const from = column + ((<usize>word) << 5);
    if (left == 0xffffffff) {
      for (let row: usize = 0; row < 32; row += 4) {
        const codes = load<u32>(from + row);
        add(into + ((codes & 255) << 2));
        add(into + 1024 + (((codes >> 8) & 255) << 2));
        add(into + 2048 + (((codes >> 16) & 255) << 2));
        add(into + 3072 + ((codes >> 24) << 2));
      }
      continue;
    }
    while (left != 0) {
      const row: usize = ctz(left);
      left &= left - 1;
      add(into + ((row & 3) << 10) + ((<usize>load<u8>(from + row)) << 2));
    }
  }
}

export function tally16(column: usize, bits: usize, words: i32, into: usize): void {
  for (let word = 0; word < words; word++) {
    let left = load<u32>(bits + ((<usize>word) << 2));
    const from = column + ((<usize>word) << 6);
    while (left != 0) {
      const row: usize = ctz(left);
      left &= left - 1;
      add(into + ((<usize>load<u16>(from + (row << 1))) << 2));
    }
  }
}

export function heat(x: usize, y: usize, bits: usize, words: i32, west: u32, north: u32, shift: i32, into: usize): void {
  for (let word = 0; word < words; word++) {
    let left = load<u32>(bits + ((<usize>word) << 2));
    const from = (<usize>word) << 7;
    while (left != 0) {
      const row: usize = ctz(left);
      left &= left - 1;
      const across = load<u32>(x + from + (row << 2));
      // World x 0 is where rows without a point lie.
      if (across == 0) continue;
      const column = (across - west) >> shift;
      const line = (load<u32>(y + from + (row << 2)) - north) >> shift;
      if (column < 256 && line < 256) add(into + ((<usize>((line << 8) | column)) << 2));
    }
  }
}

// @ts-ignore: decorator
@inline
function add(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}
