// The events themselves: which rows a question chooses, and the newest of them.
import { type EventStore, readerOf } from "./event-store.ts";
import { eachSelected } from "./explore.ts";
import type { EventQuestion } from "./question.ts";

/** Rows of the selection, in the order they lie. */
export function selectedRows(store: EventStore, question: EventQuestion): Uint32Array {
  let rows = new Uint32Array(1024);
  let count = 0;
  eachSelected(store, question, (row) => {
    if (count === rows.length) {
      const more = new Uint32Array(rows.length * 2);
      more.set(rows);
      rows = more;
    }
    rows[count++] = row;
  });
  return rows.slice(0, count);
}

/** The rows of the newest events of the selection, newest first; what has no time comes last, and of equally new ones the lower key first. */
export function newest(store: EventStore, question: EventQuestion, count: number): number[] {
  const [minute, key] = [readerOf(store, "minute"), readerOf(store, "key")];
  const before = (a: number, b: number) => minute(b) - minute(a) || key(a) - key(b);
  const kept: number[] = [];
  eachSelected(store, question, (row) => {
    if (kept.length === count && (count === 0 || before(kept[count - 1]!, row) <= 0)) return;
    let place = kept.length;
    while (place > 0 && before(row, kept[place - 1]!) < 0) place--;
    kept.splice(place, 0, row);
    if (kept.length > count) kept.pop();
  });
  return kept;
}
