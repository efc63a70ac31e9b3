// Rows of a CSV file in their most common spelling, from bytes straight into columns. The TypeScript twin is columns/csv-bytes.ts, which says what a row means and reads every row that this hands back:
// one with quotes, with spaces around its cells, with anything wrong, with a word that is new. Sixteen bytes of a cell are looked at a time, so the bytes go on for 64 beyond the last.

// Addresses and numbers, an i32 each, from the plan on; columns/csv-kernel.ts writes them in this order.
const ROWS_READ: usize = 0;
const SEPARATOR: usize = 4;
const CELLS_NEEDED: usize = 8;
const ROLES: usize = 12;
const MONTHS: usize = 16;
const DAYS: usize = 20;
const POWERS: usize = 24;
const TAYLOR: usize = 28;
const CATEGORIES: usize = 32;
const SOURCES: usize = 36;
const COLUMNS: usize = 40;

const LON = 1;
const LAT = 2;
const TIME = 3;
const UNTIL = 4;
const CATEGORY = 5;

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const DECIMAL_COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

// Places in TIME_PRECISIONS.
const MINUTE_PRECISION = 0;
const DAY_PRECISION = 2;
const INTERVAL_PRECISION = 5;
const UNKNOWN_PRECISION = 7;

const UNDATED_MINUTE: i32 = -2147483648;
const NO_WORD = 0xffff;
const SLOTS = 131072;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
// Days from the first of them to 1970.
const DAYS_BEFORE = 25567;

// As in columns/world.ts.
const WORLD_SIDE: f64 = 4294967296;
const LAST_LATITUDE: f64 = 85.05112877980659;
const NODES_PER_DEGREE: f64 = 16;
const TABLE_ENDS: f64 = 86;

// Reads rows from `from` on into the block's rows `row` … `most` - 1, and returns where the first begins that is not read: it goes beyond `to`, is spelled in another way, or there is no room for it.
export function readRows(plan: usize, from: usize, to: usize, row: i32, most: i32, line: i32): usize {
  const comma: i32 = load<i32>(plan, SEPARATOR);
  const needed = load<i32>(plan, CELLS_NEEDED);
  const roles: usize = load<u32>(plan, ROLES);
  const taylor: usize = load<u32>(plan, TAYLOR);
  const powers: usize = load<u32>(plan, POWERS);
  const xs: usize = load<u32>(plan, COLUMNS);
  const ys: usize = load<u32>(plan, COLUMNS + 4);
  const minutes: usize = load<u32>(plan, COLUMNS + 8);
  const spans: usize = load<u32>(plan, COLUMNS + 12);
  const lines: usize = load<u32>(plan, COLUMNS + 16);
  const categories: usize = load<u32>(plan, COLUMNS + 20);
  const sources: usize = load<u32>(plan, COLUMNS + 24);
  const placeds: usize = load<u32>(plan, COLUMNS + 28);
  const precisions: usize = load<u32>(plan, COLUMNS + 32);
  const first = row;
  let at = from;
  while (row < most && at < to) {
    const begun = at;
    let lon: f64 = NaN;
    let lat: f64 = NaN;
    let minute = UNDATED_MINUTE;
    let precision = UNKNOWN_PRECISION;
    let until = UNDATED_MINUTE;
    let category = NO_WORD;
    let source = NO_WORD;
    let column = 0;
    for (;;) {
      const role = column < needed ? <i32>load<u8>(roles + column) : 0;
      const byte = <i32>load<u8>(at);
      let end = ending(at, comma);
      if (end != 0) {
        // An empty line is no row.
        if (column == 0 && load<u8>(end) == LINE_FEED) return left(plan, row - first, begun);
      } else if (byte == QUOTE) {
        return left(plan, row - first, begun);
      } else if (role == LON || role == LAT) {
        const p = at + <usize>(byte == MINUS);
        const digits = i8x16.sub(v128.load(p), i8x16.splat(<i8>ZERO));
        const others = i8x16.bitmask(i8x16.gt_u(digits, i8x16.splat(9))) | 0x10000;
        const whole = ctz(others);
        let length = whole;
        let decimals = 0;
        const mark = <i32>load<u8>(p + whole);
        if (mark == POINT || (mark == DECIMAL_COMMA && comma != DECIMAL_COMMA)) {
          length = ctz(others & (others - 1));
          decimals = length - whole - 1;
        }
        end = ending(p + length, comma);
        // Fifteen digits at most are exact as a whole number, and so are the powers of ten: the quotient is the nearest number to what is written.
        if (whole == 0 || length > 15 || end == 0) return left(plan, row - first, begun);
        const size = valueOf(digits, whole, length - <i32>(length > whole)) / load<f64>(powers + ((<usize>decimals) << 3));
        const number = byte == MINUS ? -size : size;
        if (role == LON) lon = number;
        else lat = number;
      } else if (role == TIME || role == UNTIL) {
        const digits = i8x16.sub(v128.load(at), i8x16.splat(<i8>ZERO));
        const are = i8x16.bitmask(i8x16.le_u(digits, i8x16.splat(9)));
        if ((are & 0x36f) != 0x36f || load<u8>(at, 4) != MINUS || load<u8>(at, 7) != MINUS)
          return left(plan, row - first, begun);
        // Year and month of the first eight bytes, day, hour and minute of the next.
        const front = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(digits), i16x8(1000, 100, 10, 1, 0, 10, 1, 0));
        const back = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(digits), i16x8(10, 1, 0, 10, 1, 0, 10, 1));
        const year = i32x4.extract_lane(front, 0) + i32x4.extract_lane(front, 1);
        const month = i32x4.extract_lane(front, 2) + i32x4.extract_lane(front, 3);
        const day = i32x4.extract_lane(back, 0);
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return left(plan, row - first, begun);
        // A month is its first day since the table's first, and how many it has; a day is how far its clock is ahead of UTC at midnight, and whether that changes.
        const its = load<i32>(<usize>load<u32>(plan, MONTHS) + ((<usize>((year - FIRST_YEAR) * 12 + month - 1)) << 2));
        if (day < 1 || day > (its & 31)) return left(plan, row - first, begun);
        const place = (its >> 5) + day - 1;
        const clock = <i32>load<u8>(<usize>load<u32>(plan, DAYS) + place);
        let read = (place - DAYS_BEFORE) * 1440;
        let exact = DAY_PRECISION;
        end = ending(at + 10, comma);
        if (end != 0) read -= (clock & 15) * 60;
        else {
          const parting = load<u8>(at, 10);
          if ((parting != LETTER_T && parting != SPACE) || (are & 0xd800) != 0xd800 || load<u8>(at, 13) != COLON)
            return left(plan, row - first, begun);
          const hour = i32x4.extract_lane(back, 1) + i32x4.extract_lane(back, 2);
          const past = i32x4.extract_lane(back, 3);
          let p = at + 16;
          let sound = hour < 24 && past < 60;
          if (load<u8>(p) == COLON) {
            const tens = <i32>load<u8>(p, 1) - ZERO;
            const ones = <i32>load<u8>(p, 2) - ZERO;
            sound = sound && <u32>tens < 6 && <u32>ones < 10;
            p += 3;
          }
          const utc = load<u8>(p) == LETTER_Z;
          end = ending(p + <usize>utc, comma);
          if (!sound || end == 0 || (!utc && clock > 15)) return left(plan, row - first, begun);
          read += hour * 60 + past - (utc ? 0 : clock * 60);
          exact = MINUTE_PRECISION;
        }
        if (role == UNTIL) until = read;
        else {
          minute = read;
          precision = exact;
        }
      } else if (role != 0) {
        let p = at;
        let hash: u64 = 0;
        let stops: i32;
        let letters: v128;
        for (;;) {
          letters = v128.load(p);
          stops = i8x16.bitmask(v128.or(stopping(letters, comma), i8x16.eq(letters, i8x16.splat(<i8>RETURN))));
          if (stops != 0) break;
          hash = mixed(hash, letters);
          p += 16;
        }
        const over = ctz(stops);
        hash = mixed(hash, v128.and(letters, before(over)));
        p += over;
        end = ending(p, comma);
        if (end == 0) return left(plan, row - first, begun);
        const table: usize = role == CATEGORY ? load<u32>(plan, CATEGORIES) : load<u32>(plan, SOURCES);
        const code = codeOf(table, hash, at, <i32>(p - at));
        if (code < 0) return left(plan, row - first, begun);
        if (role == CATEGORY) category = code;
        else source = code;
      } else {
        end = at;
        for (;;) {
          const letters = v128.load(end);
          const stops = i8x16.bitmask(stopping(letters, comma));
          if (stops != 0) {
            end += ctz(stops);
            break;
          }
          end += 16;
        }
      }
      column++;
      at = end + 1;
      if (load<u8>(end) == LINE_FEED) break;
    }
    if (at > to || column < needed) return left(plan, row - first, begun);

    let x: u32 = 0;
    let y: u32 = 0;
    let placed: u32 = 0;
    if (lon == lon && lat == lat) {
      // Not on earth, or perhaps the other way round: both are told by who is handed the row.
      if (abs(lon) > 180 || abs(lat) > 90 || (lon > 54 && lon < 70 && lat > 10 && lat < 25))
        return left(plan, row - first, begun);
      x = worldX(lon);
      y = worldY(lat, taylor);
      placed = 1;
    }
    let span = 0;
    if (until > minute && minute != UNDATED_MINUTE) {
      span = until - minute;
      precision = INTERVAL_PRECISION;
    }
    const wide = (<usize>row) << 2;
    const half = (<usize>row) << 1;
    store<u32>(xs + wide, x);
    store<u32>(ys + wide, y);
    store<i32>(minutes + wide, minute);
    store<i32>(spans + wide, span);
    store<i32>(lines + wide, line++);
    store<u16>(categories + half, category);
    store<u16>(sources + half, source);
    store<u8>(placeds + row, placed);
    store<u8>(precisions + row, precision);
    row++;
  }
  return left(plan, row - first, at);
}

// Puts a word with this code into a table of them; the bytes stay where they are, with zeros after them to the next whole sixteen and at least one.
export function learn(table: usize, word: usize, length: i32, code: i32): void {
  let hash: u64 = 0;
  for (let p = word; p <= word + length; p += 16) hash = mixed(hash, v128.load(p));
  let slot = slotOf(hash);
  while (load<i32>(table + (slot << 4), 12) != 0) slot = (slot + 1) & (SLOTS - 1);
  const entry = table + (slot << 4);
  store<u32>(entry, <u32>(hash >> 32));
  store<i32>(entry, length, 4);
  store<u32>(entry, <u32>word, 8);
  store<i32>(entry, code + 1, 12);
}

// A word's code, -1 where it is not in the table.
// @ts-ignore: decorator
@inline
function codeOf(table: usize, hash: u64, word: usize, length: i32): i32 {
  let slot = slotOf(hash);
  let code = load<i32>(table + (slot << 4), 12);
  while (code != 0) {
    const entry = table + (slot << 4);
    if (load<u32>(entry) == <u32>(hash >> 32) && load<i32>(entry, 4) == length) {
      const known: usize = load<u32>(entry, 8);
      let i = 0;
      while (i + 16 <= length && i8x16.all_true(i8x16.eq(v128.load(word + i), v128.load(known + i)))) i += 16;
      const rest = v128.xor(v128.and(v128.load(word + i), before(length - i)), v128.load(known + i));
      if (i + 16 > length && !v128.any_true(rest)) return code - 1;
    }
    slot = (slot + 1) & (SLOTS - 1);
    code = load<i32>(table + (slot << 4), 12);
  }
  return -1;
}

// @ts-ignore: decorator
@inline
function stopping(letters: v128, comma: i32): v128 {
  return v128.or(i8x16.eq(letters, i8x16.splat(<i8>comma)), i8x16.eq(letters, i8x16.splat(<i8>LINE_FEED)));
}

// @ts-ignore: decorator
@inline
function slotOf(hash: u64): usize {
  return <usize>((hash ^ (hash >> 32)) & (SLOTS - 1));
}

// @ts-ignore: decorator
@inline
function mixed(hash: u64, letters: v128): u64 {
  let now = (hash ^ i64x2.extract_lane(letters, 0)) * 0x9e3779b97f4a7c15;
  now = (now ^ (now >> 29) ^ i64x2.extract_lane(letters, 1)) * 0xbf58476d1ce4e5b9;
  return now ^ (now >> 32);
}

// Ones in the first so many bytes.
// @ts-ignore: decorator
@inline
function before(length: i32): v128 {
  return i8x16.lt_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>length));
}

// Where a cell that is read to here ends: at a separator or a line feed, perhaps after a carriage return; 0 where it goes on.
// @ts-ignore: decorator
@inline
function ending(at: usize, comma: i32): usize {
  const byte = <i32>load<u8>(at);
  if (byte == comma || byte == LINE_FEED) return at;
  return byte == RETURN && load<u8>(at, 1) == LINE_FEED ? at + 1 : 0;
}

// The whole number of so many digits in a vector, one byte after `whole` of them passed over.
// @ts-ignore: decorator
@inline
function valueOf(digits: v128, whole: i32, count: i32): f64 {
  // To the right end, zeros before them; four sums of four digits.
  const order = i8x16.add(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>(count - 16)));
  const places = i8x16.sub(order, i8x16.ge_s(order, i8x16.splat(<i8>whole)));
  const right = i8x16.swizzle(digits, places);
  const tens = i16x8(1000, 100, 10, 1, 1000, 100, 10, 1);
  const front = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(right), tens);
  const back = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(right), tens);
  const fours = i32x4.dot_i16x8_s(i16x8.narrow_i32x4_s(front, back), i16x8.splat(1));
  const high = <i64>(i32x4.extract_lane(fours, 0) * 10000 + i32x4.extract_lane(fours, 1));
  const low = i32x4.extract_lane(fours, 2) * 10000 + i32x4.extract_lane(fours, 3);
  return <f64>(high * 100000000 + low);
}

// @ts-ignore: decorator
@inline
function worldX(lon: f64): u32 {
  const x = (lon + 180) * (WORLD_SIDE / 360);
  return x >= WORLD_SIDE ? 0xffffffff : <u32>x;
}

// @ts-ignore: decorator
@inline
function worldY(lat: f64, taylor: usize): u32 {
  if (lat >= LAST_LATITUDE) return 0;
  if (lat <= -LAST_LATITUDE) return 0xffffffff;
  const node = <i32>((lat + TABLE_ENDS) * NODES_PER_DEGREE + 0.5);
  const from = lat - (<f64>node / NODES_PER_DEGREE - TABLE_ENDS);
  const at = taylor + <usize>(node * 40);
  const y =
    load<f64>(at) +
    from * (load<f64>(at, 8) + from * (load<f64>(at, 16) + from * (load<f64>(at, 24) + from * load<f64>(at, 32))));
  return y >= WORLD_SIDE ? 0xffffffff : y > 0 ? <u32>y : 0;
}

// @ts-ignore: decorator
@inline
function left(plan: usize, rows: i32, at: usize): usize {
  store<i32>(plan, rows, ROWS_READ);
  return at;
}
