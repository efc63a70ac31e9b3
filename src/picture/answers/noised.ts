// Tables whose every figure carries a little noise: by the cells' own keys, so that the same question has the same answer wherever it is asked, or drawn anew out of a budget,
// for data that everybody may take away.
import type { Said } from "../../ground/words.ts";
import { type NoiseRule, cellKeyOf, cellKeysOf, noised, noiseTable } from "../engine/shown/cell-key.ts";
import {
  type Budget,
  type NoisyCount,
  noisyCounts,
  reachOf,
  type Spending,
} from "../engine/shown/differential-privacy.ts";
import type { Chance } from "../engine/numbers/random.ts";
import { inBoth, METHOD_VERSION } from "./basis.ts";
import type { EventRow } from "./event-table.ts";
import { codeIn, type NoTable, readTable, type TableDivision } from "./shown.ts";
import { sentences } from "./words.ts";

export type NoisedTable = {
  readonly ok: true;
  readonly method: string;
  readonly version: string;
  readonly sentence: Said;
  readonly columns: readonly string[];
  /** Codes in the order of `columns`, "" for all. */
  readonly cells: readonly { readonly codes: readonly string[]; readonly value: number }[];
};

/**
 * Records counted by their codes and every total of them, noised by the cell key method. `keyOf` is the record's own key, from 0 up to, never, 1: always the same for the same
 * record (a hash of its id with a secret), or two tables of the same cell would differ and tell.
 */
export function noisedAnswer(
  records: readonly EventRow[],
  divisions: readonly TableDivision[],
  keyOf: (record: EventRow) => number,
  rule: NoiseRule,
): NoisedTable | NoTable {
  const read = readTable(records, { divisions });
  if (!read.ok) return read;
  const { margins } = read;
  const columns = divisions.map(({ column }) => column);
  const nodeOf = margins.nodes.map((names) => new Map(names.map((name, node) => [name, node] as const).slice(1)));
  const keys = new Float64Array(margins.values.length);
  for (const record of records) {
    const cell = margins.cellOf(columns.map((column, d) => nodeOf[d]!.get(codeIn(record.cells, column))!));
    keys[cell] = cellKeyOf([keys[cell]!, keyOf(record)]);
  }
  const cellKeys = cellKeysOf(margins, keys);
  const table = noiseTable(rule);
  return {
    ok: true,
    method: "cell-key",
    version: METHOD_VERSION,
    sentence: inBoth(sentences.noisedByKey, { most: rule.most }),
    columns,
    cells: [...margins.values.entries()].map(([cell, count]) => ({
      codes: margins.nodesOf(cell).map((node, d) => margins.nodes[d]![node]!),
      value: noised(count, cellKeys[cell]!, table),
    })),
  };
}

export type NoisedExtract = {
  readonly ok: true;
  readonly method: string;
  readonly version: string;
  readonly sentence: Said;
  readonly figures: readonly NoisyCount[];
  readonly budget: Budget;
};

/** Counts for an extract that everybody may take, noised by the two-sided geometric mechanism, or why they are not (refusals and `chance` as in `noisyCounts`). */
export function extractAnswer(
  counts: readonly number[],
  spending: Spending,
  budget: Budget,
  chance: (figure: number) => Pick<Chance, "below">,
): NoisedExtract | NoTable {
  const released = noisyCounts(counts, spending, budget, chance);
  if (!released.ok) return released;
  return {
    ok: true,
    method: "geometric-mechanism",
    version: METHOD_VERSION,
    sentence: inBoth(sentences.noisedForAll, {
      reach: reachOf(spending.epsilon / 1000 / spending.sensitivity, 0.05),
    }),
    figures: released.counts,
    budget: released.budget,
  };
}
