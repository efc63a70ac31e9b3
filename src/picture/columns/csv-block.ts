// Rows of an event file as columns, a block at a time, as the reader (csv-bytes.ts) hands them over.

export const CSV_BLOCK_ROWS = 65_536;

/** Rows as columns, `rows` long. */
export type CsvBlock = {
  readonly rows: number;
  /** World coordinates (world.ts); 0 where there is no position. */
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  /** 1 where there is a position. */
  readonly placed: Uint8Array;
  /** Since 1970-01-01T00:00Z; UNDATED_MINUTE where nobody knows. */
  readonly minute: Int32Array;
  /** From `minute` to the end of the interval, 0 where there is none. */
  readonly span: Int32Array;
  /** Place in TIME_PRECISIONS. */
  readonly precision: Uint8Array;
  /** Place in the reader's `categories` and `sources`; NO_WORD where the cell is empty. */
  readonly category: Uint16Array;
  readonly source: Uint16Array;
  readonly line: Uint32Array;
};

/** Bytes of a row in all its columns. */
export const CSV_ROW_BYTES = 26;

/** The columns of a block of so many rows that begins there (a multiple of four), each after the other. */
export function blockAt(buffer: ArrayBufferLike, from: number, rows: number): CsvBlock {
  let end = from;
  const next = (width: number): number => {
    end += rows * width;
    return end - rows * width;
  };
  return {
    rows,
    x: new Uint32Array(buffer, next(4), rows),
    y: new Uint32Array(buffer, next(4), rows),
    minute: new Int32Array(buffer, next(4), rows),
    span: new Int32Array(buffer, next(4), rows),
    line: new Uint32Array(buffer, next(4), rows),
    category: new Uint16Array(buffer, next(2), rows),
    source: new Uint16Array(buffer, next(2), rows),
    placed: new Uint8Array(buffer, next(1), rows),
    precision: new Uint8Array(buffer, next(1), rows),
  };
}

/** The first so many rows of a block; the columns are the same memory. */
export const firstRows = (block: CsvBlock, rows: number): CsvBlock => ({
  rows,
  x: block.x.subarray(0, rows),
  y: block.y.subarray(0, rows),
  placed: block.placed.subarray(0, rows),
  minute: block.minute.subarray(0, rows),
  span: block.span.subarray(0, rows),
  precision: block.precision.subarray(0, rows),
  category: block.category.subarray(0, rows),
  source: block.source.subarray(0, rows),
  line: block.line.subarray(0, rows),
});
