import { createHash } from "node:crypto";
import type { Instant } from "../../../ground/time.ts";

/** An entry of the log as the database holds it. */
export interface EventRow {
  chain: string;
  seq: number;
  id: string;
  partnership_id: string | null;
  at: Instant;
  name: string;
  actor_person_id: string | null;
  actor_organisation_id: string | null;
  actor_role: string | null;
  subject_id: string | null;
  body: string;
  previous_hash: Uint8Array;
  hash: Uint8Array;
}

/**
 * Recomputes a whole chain, entries in order from the first. Undefined when every entry covers the one before; else the number of the first that does not.
 * The same bytes as `event_text` in migrations/0001_platform.sql.
 */
export function brokenAt(entries: readonly EventRow[]): number | undefined {
  let previous: Uint8Array = new Uint8Array();
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1 || !same(entry.previous_hash, previous)) return entry.seq;
    const {
      chain,
      seq,
      id,
      partnership_id,
      at,
      name,
      actor_person_id,
      actor_organisation_id,
      actor_role,
      subject_id,
      body,
    } = entry;
    const parts = [
      chain,
      String(seq),
      id,
      partnership_id,
      at,
      name,
      actor_person_id,
      actor_organisation_id,
      actor_role,
      subject_id,
      body,
    ];
    // PostgreSQL counts characters, JavaScript counts UTF-16 units.
    const text = parts.map((part) => (part === null ? "-" : `${[...part].length}:${part}`)).join(",");
    const hash = createHash("sha256").update(previous).update(text, "utf8").digest();
    if (!same(hash, entry.hash)) return seq;
    previous = hash;
  }
  return undefined;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
