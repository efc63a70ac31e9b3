// Bytes that somebody made up, with sums that fit: the ordinary cases are with the store (explore.test.ts).
import { describe, expect, test } from "vitest";
import { beginStore } from "./build.ts";
import { checksum, snapshotOf, storeFrom } from "./snapshot.ts";

const PREAMBLE = 32;
type Heading = { readonly columns: readonly object[]; readonly words: object };

function honest(): Uint8Array {
  const building = beginStore();
  const event = { x: 5, y: 5, granularity: "point", area: undefined, minute: 0, day: 0, hour: 3 } as const;
  for (const key of [0, 1, 2])
    building.add({
      ...event,
      key,
      precision: "minute",
      span: 0,
      recurs: [],
      category: `c${key}`,
      source: "s",
      sharing: "public",
      count: 1,
      qualifier: "exact",
    });
  return snapshotOf(building.finish(), new Uint8Array(48));
}

/** The same bytes with another heading, and sums and length that say that all is well. */
function reheaded(change: (heading: Heading) => unknown): Uint8Array {
  const bytes = honest();
  const length = new Uint32Array(bytes.buffer)[2]!;
  const heading = JSON.parse(new TextDecoder().decode(bytes.subarray(PREAMBLE, PREAMBLE + length))) as Heading;
  const changed = change(heading);
  const text = new TextEncoder().encode(typeof changed === "string" ? changed : JSON.stringify(changed));
  const padded = (size: number) => Math.ceil(size / 16) * 16;
  const rest = bytes.subarray(PREAMBLE + padded(length));
  const made = new Uint8Array(PREAMBLE + padded(text.byteLength) + rest.byteLength);
  made.set(bytes.subarray(0, PREAMBLE));
  made.set(text, PREAMBLE);
  made.set(rest, PREAMBLE + padded(text.byteLength));
  const preamble = new Uint32Array(made.buffer, 0, PREAMBLE / 4);
  const [low, high] = checksum(made.subarray(PREAMBLE));
  preamble.set([text.byteLength, low, high, made.byteLength, 0], 2);
  return made;
}

describe("a snapshot that somebody made up", () => {
  test("is read where only its sums were made anew", () => {
    expect(storeFrom(reheaded((heading) => heading)).store?.size).toBe(3);
  });

  test.each<[string, (heading: Heading) => unknown]>([
    ["no JSON", () => "{"],
    ["null", () => null],
    ["a list", () => []],
    ["nothing in it", () => ({})],
    ["more rows than bytes", (heading) => ({ ...heading, size: 4_000_000_000 })],
    ["fewer rows than bytes", (heading) => ({ ...heading, size: -1 })],
    ["more in order than there are", (heading) => ({ ...heading, inOrder: 4 })],
    ["more blocks than bytes", (heading) => ({ ...heading, blocks: 1_000_000 })],
    ["no blocks", (heading) => ({ ...heading, blocks: 0 })],
    ["more ids than bytes", (heading) => ({ ...heading, ids: 2 ** 35 })],
    ["a column of an odd width", (heading) => withWidth(heading, 3)],
    ["a narrow column of positions", (heading) => withWidth(heading, 1)],
    ["no columns", (heading) => ({ ...heading, columns: [] })],
    ["fewer words than codes", (heading) => withWords(heading, { category: ["c0"] })],
    ["words that are no text", (heading) => withWords(heading, { source: [{}] })],
    ["an area without a name", (heading) => withWords(heading, { areas: [{}, {}] })],
    ["hours that are none", (heading) => withWords(heading, { patterns: [[168]] })],
  ])("with %s is damaged, and nothing breaks", (_name, change) => {
    expect(storeFrom(reheaded(change))).toEqual({ problem: "damaged" });
  });
});

function withWidth(heading: Heading, width: number) {
  return { ...heading, columns: heading.columns.map((one, at) => (at === 0 ? { ...one, width } : one)) };
}
function withWords(heading: Heading, words: object) {
  return { ...heading, words: { ...heading.words, ...words } };
}
