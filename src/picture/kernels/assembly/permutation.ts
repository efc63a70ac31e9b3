// What happens when labels are dealt out anew: shuffled days counted over pairs of places (Knox), and sums of drawn values (Gi). The TypeScript twins are engine/emerging/near-repeat.ts and
// engine/concentrated/conditional-permutation.ts, which say what each function means; chance is engine/numbers/random.ts's, number by number.

// So many bytes of chance are made at a time: 64 blocks of two words.
const ROOM: usize = 512;

// @ts-ignore: decorator
@inline
function high(first: v128, last: v128): v128 {
  return v128.shuffle<i32>(first, last, 1, 3, 5, 7);
}

// @ts-ignore: decorator
@inline
function low(first: v128, last: v128): v128 {
  return v128.shuffle<i32>(first, last, 0, 2, 4, 6);
}

/** Philox 2x32-10: the words of a stream from the block numbered `counter` on. Twice four blocks at a time, so that one four need not wait for the other. */
function fill(room: usize, seed: u32, stream: u32, counter: u32): void {
  const multiplier = i32x4.splat(0xd256d193);
  for (let block: u32 = 0; block < 64; block += 8) {
    let left = i32x4.add(i32x4.splat(counter + block), i32x4(0, 1, 2, 3));
    let left2 = i32x4.add(i32x4.splat(counter + block), i32x4(4, 5, 6, 7));
    let right = i32x4.splat(stream);
    let right2 = right;
    let key = i32x4.splat(seed);
    for (let round = 0; round < 10; round++) {
      const first = i64x2.extmul_low_i32x4_u(left, multiplier);
      const last = i64x2.extmul_high_i32x4_u(left, multiplier);
      const first2 = i64x2.extmul_low_i32x4_u(left2, multiplier);
      const last2 = i64x2.extmul_high_i32x4_u(left2, multiplier);
      left = v128.xor(high(first, last), v128.xor(key, right));
      left2 = v128.xor(high(first2, last2), v128.xor(key, right2));
      right = low(first, last);
      right2 = low(first2, last2);
      key = i32x4.add(key, i32x4.splat(0x9e3779b9));
    }
    const at = room + ((<usize>block) << 3);
    v128.store(at, v128.shuffle<i32>(left, right, 0, 4, 1, 5));
    v128.store(at, v128.shuffle<i32>(left, right, 2, 6, 3, 7), 16);
    v128.store(at, v128.shuffle<i32>(left2, right2, 0, 4, 1, 5), 32);
    v128.store(at, v128.shuffle<i32>(left2, right2, 2, 6, 3, 7), 48);
  }
}

export function shuffled(
  days: usize,
  n: i32,
  seed: u32,
  replicate: u32,
  room: usize,
  scratch: usize,
  out: usize,
): void {
  for (let lane: u32 = 0; lane < 8; lane++) {
    memory.copy(scratch, days, (<usize>n) << 1);
    let counter: u32 = 0;
    let next: usize = ROOM;
    for (let i = n - 1; i > 0; ) {
      if (next == ROOM) {
        fill(room, seed, replicate + lane, counter);
        counter += 64;
        next = 0;
      }
      const limit: u32 = i + 1;
      const drawn = load<u32>(room + next);
      next += 4;
      const j = drawn % limit;
      // Past the last whole multiple of the limit: thrown away.
      if (drawn - j > <u32>(0 - limit)) continue;
      const a = scratch + ((<usize>i) << 1);
      const b = scratch + ((<usize>j) << 1);
      const kept = load<i16>(a);
      store<i16>(a, load<i16>(b));
      store<i16>(b, kept);
      i--;
    }
    for (let i = 0; i < n; i++) store<i16>(out + ((<usize>i) << 4) + (lane << 1), load<i16>(scratch + ((<usize>i) << 1)));
  }
}

export function counted(first: usize, second: usize, from: i32, to: i32, days: usize, ends: usize, counts: usize): void {
  const e0 = v128.load16_splat(ends);
  const e1 = v128.load16_splat(ends, 2);
  const e2 = v128.load16_splat(ends, 4);
  const e3 = v128.load16_splat(ends, 6);
  let pair = from;
  while (pair < to) {
    // Sixteen bits hold so many.
    const stop = min(to, pair + 32767);
    let c0 = i16x8.splat(0);
    let c1 = i16x8.splat(0);
    let c2 = i16x8.splat(0);
    let c3 = i16x8.splat(0);
    for (; pair < stop; pair++) {
      const at = (<usize>pair) << 2;
      const a = v128.load(days + ((<usize>load<i32>(first + at)) << 4));
      const b = v128.load(days + ((<usize>load<i32>(second + at)) << 4));
      const apart = i16x8.abs(i16x8.sub(a, b));
      c0 = i16x8.sub(c0, i16x8.lt_s(apart, e0));
      c1 = i16x8.sub(c1, i16x8.lt_s(apart, e1));
      c2 = i16x8.sub(c2, i16x8.lt_s(apart, e2));
      c3 = i16x8.sub(c3, i16x8.lt_s(apart, e3));
    }
    add(counts, c0);
    add(counts + 32, c1);
    add(counts + 64, c2);
    add(counts + 96, c3);
  }
}

function add(counts: usize, some: v128): void {
  v128.store(counts, i32x4.add(v128.load(counts), i32x4.extend_low_i16x8_s(some)));
  v128.store(counts, i32x4.add(v128.load(counts, 16), i32x4.extend_high_i16x8_s(some)), 16);
}

export function asHigh(
  values: usize,
  n: i32,
  cell: u32,
  seed: u32,
  size: i32,
  draws: i32,
  bar: f64,
  room: usize,
  marks: usize,
  mark: i32,
): i32 {
  const others: u32 = n - 1;
  const small = others <= 65536;
  const unfair: u32 = 65536 % others;
  let counter: u32 = 0;
  let next: usize = ROOM;
  let hits: i32 = 0;
  for (let draw = 0; draw < draws; draw++) {
    let sum: f64 = 0;
    for (let drawn = 0; drawn < size; ) {
      if (next == ROOM) {
        fill(room, seed, cell, counter);
        counter += 64;
        next = 0;
      }
      let j: u32 = 0;
      if (small) {
        const product = <u32>load<u16>(room + next) * others;
        next += 2;
        if ((product & 0xffff) < unfair) continue;
        j = product >> 16;
      } else {
        const word = load<u32>(room + next);
        next += 4;
        j = word % others;
        if (word - j > <u32>(0 - others)) continue;
      }
      j += <u32>(j >= cell);
      const at = marks + ((<usize>j) << 2);
      if (load<i32>(at) == mark + draw) continue;
      store<i32>(at, mark + draw);
      sum += load<f64>(values + ((<usize>j) << 3));
      drawn++;
    }
    hits += <i32>(sum >= bar);
  }
  return hits;
}
