// What an entry of the promises' log says, read from the very text that is hashed (migrations/0061_pledge_log.sql, docs/decisions/0013).
import { z } from "zod";
import { dayField } from "../ground/time.ts";
import { AMENDMENT_KINDS } from "./document.ts";
import { CLOSINGS } from "./lifecycle.ts";

const LOG_KINDS = [
  "proposed",
  "signed",
  "published",
  "amended",
  "closed",
  "report-signed",
  "report-published",
] as const;
/** What there are entries of. */
export type LogKind = (typeof LOG_KINDS)[number];

const leafField = z.looseObject({
  format: z.literal("samsyn-log-1"),
  kind: z.enum(LOG_KINDS),
  partnership: z.string(),
  document: z.string(),
  /** Of the document, whose follow-up it is. */
  report: z.string().exactOptional(),
  /** SHA-256 of the document's or the report's canonical text; absent for a report that was published before its text was kept. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional(),
  /** When it happened; absent for a signature on paper. */
  at: z.iso.datetime().exactOptional(),
  /** When it came into the log. */
  logged: z.iso.datetime(),
  party: z.enum(["municipality", "police"]).exactOptional(),
  office: z.string().exactOptional(),
  means: z.enum(["passkey", "paper"]).exactOptional(),
  /** The day on the paper, where it is known. */
  on: dayField.exactOptional(),
  /** Of `published`: SHA-256 of what each party's key answered; absent where it was published before that took keys. */
  municipalityKey: z.string().exactOptional(),
  policeKey: z.string().exactOptional(),
  /** Of a paper that was vouched for: SHA-256 of the scan, and of what the voucher's key answered. */
  scan: z.string().exactOptional(),
  voucherKey: z.string().exactOptional(),
  closing: z.enum(CLOSINGS).exactOptional(),
  /** Of `amended`: the change, its hash and its kind. The entry is about the text that was changed. */
  amendment: z.string().exactOptional(),
  amendmentHash: z.string().exactOptional(),
  amendmentKind: z.enum(AMENDMENT_KINDS).exactOptional(),
});
export type Leaf = z.infer<typeof leafField>;

/** Undefined for what is not an entry of this format. */
export function readLeaf(leaf: string): Leaf | undefined {
  try {
    return leafField.safeParse(JSON.parse(leaf)).data;
  } catch {
    return undefined;
  }
}
