// Which of a scan's circles hold enough cases in some window to be worth measuring. The TypeScript twin is engine/emerging/scan-walk.ts, which says what each function means.
// Windows are lanes: adding a place to a circle is a few vector additions, asking every window a few comparisons (statistics.md 3 c).

/** So many numbers from 0 up to 1, of the stream from its beginning: engine/numbers/random.ts says which. */
export function uniforms(into: usize, count: i32, seed: u32, stream: u32): void {
  for (let counter: u32 = 0; counter < <u32>count; counter++) {
    let left: u32 = counter;
    let right: u32 = stream;
    let key: u32 = seed;
    for (let round = 0; round < 10; round++) {
      const product = <u64>left * 0xd256d193;
      left = <u32>(product >> 32) ^ key ^ right;
      right = <u32>product;
      key += 0x9e3779b9;
    }
    store<f64>(into + ((<usize>counter) << 3), (<f64>(left >>> 5) * 67108864.0 + <f64>(right >>> 6)) / 9007199254740992.0);
  }
}

function walk<T>(
  centres: usize,
  first: i32,
  last: i32,
  start: usize,
  member: usize,
  row: usize,
  slot: usize,
  counts: usize,
  width: usize,
  least: usize,
  reach: usize,
  group: usize,
  stride: usize,
  lanes: usize,
  held: usize,
  hits: usize,
  hitHeld: usize,
  room: i32,
): i32 {
  let found: i32 = 0;
  let centre = first;
  for (; centre < last; centre++) {
    const from = load<i32>(start + ((<usize>centre) << 2));
    const to = load<i32>(start + ((<usize>centre) << 2), 4);
    if (found + (to - from) > room) break;
    memory.fill(held, 0, width);
    for (let entry = from; entry < to; entry++) {
      const at = (<usize>entry) << 2;
      const place = load<i32>(slot + ((<usize>load<i32>(member + at)) << 2));
      if (place < 0) continue;
      const own = counts + <usize>place * width;
      for (let i: usize = 0; i < width; i += 16)
        v128.store(held + i, v128.add<T>(v128.load(held + i), v128.load(own + i)));
      const line = <usize>load<i32>(row + at);
      const enough = group == 0 ? alive<T>(held, least + line * width, width) : spans<T>(held, least, reach, group, line, stride, lanes);
      if (!enough) continue;
      store<i32>(hits + ((<usize>found) << 2), entry);
      memory.copy(hitHeld + <usize>found * width, held, width);
      found++;
    }
  }
  store<i32>(centres, centre);
  return found;
}

// @ts-ignore: decorator
@inline
function alive<T>(held: usize, least: usize, width: usize): bool {
  let any = v128.splat<T>(<T>0);
  for (let i: usize = 0; i < width; i += 16)
    any = v128.or(any, v128.ge<T>(v128.load(held + i), v128.load(least + i)));
  return v128.any_true(any);
}

// @ts-ignore: decorator
@inline
function spans<T>(held: usize, least: usize, reach: usize, group: usize, line: usize, stride: usize, lanes: usize): bool {
  const own = least + line * stride;
  const end = load<i32>(group + (line << 2), 4);
  let first: i32 = 1;
  for (let one = load<i32>(group + (line << 2)); one < end; one++) {
    const last = load<i32>(reach + ((<usize>one) << 2));
    // All lengths of the group at once: what the longest holds against what the shortest would need. Only then one by one.
    if (span<T>(held, last, load<i32>(own + ((<usize>first) << 2)), lanes)) {
      if (first === last) return true;
      for (let length = first; length <= last; length++)
        if (span<T>(held, length, load<i32>(own + ((<usize>length) << 2)), lanes)) return true;
    }
    first = last + 1;
  }
  return false;
}

// @ts-ignore: decorator
@inline
function span<T>(held: usize, length: i32, least: i32, lanes: usize): bool {
  if (sizeof<T>() === 2 && least > 65535) return false;
  const bar = v128.splat<T>(<T>least);
  const later = held + (<usize>length) * sizeof<T>();
  let any = v128.splat<T>(<T>0);
  for (let i: usize = 0; i < lanes; i += 16)
    any = v128.or(any, v128.ge<T>(v128.sub<T>(v128.load(later + i), v128.load(held + i)), bar));
  return v128.any_true(any);
}

export function walk16(
  centres: usize, first: i32, last: i32, start: usize, member: usize, row: usize, slot: usize, counts: usize, width: usize,
  least: usize, reach: usize, group: usize, stride: usize, lanes: usize, held: usize, hits: usize, hitHeld: usize, room: i32,
): i32 {
  return walk<u16>(centres, first, last, start, member, row, slot, counts, width, least, reach, group, stride, lanes, held, hits, hitHeld, room);
}

export function walk32(
  centres: usize, first: i32, last: i32, start: usize, member: usize, row: usize, slot: usize, counts: usize, width: usize,
  least: usize, reach: usize, group: usize, stride: usize, lanes: usize, held: usize, hits: usize, hitHeld: usize, room: i32,
): i32 {
  return walk<i32>(centres, first, last, start, member, row, slot, counts, width, least, reach, group, stride, lanes, held, hits, hitHeld, room);
}
