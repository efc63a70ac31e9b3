// The promises' log as strangers have it: its head, and the head signed by the log's own key (docs/decisions/0013).
import { base64Of } from "../ground/bytes.ts";
import type { BundleLog } from "../pledge/bundle.ts";
import { keyText, type NoteKey, signedCheckpoint } from "../pledge/checkpoint.ts";
import {
  consistencyProof,
  inclusionProof,
  logHead,
  type LogHead,
  logKey,
  type LogKey,
  stampOver,
} from "../pledge/store-log.ts";
import { newSigningKey, signWith } from "../platform/server/secrets.ts";
import type { DoorMeans } from "../platform/server/pages.ts";
import type { ToldDocument } from "./site.ts";
import type { TellDatabase } from "./tables.ts";

type Told = { readonly head: LogHead; readonly logKey: NoteKey };

/** The log is named by where it is: "samsyn.ockelbo.se/logg". The head is read as any stranger reads it; the key as the server alone may. */
export function logOf({ database, now, origin }: Pick<DoorMeans, "database" | "now" | "origin">) {
  const name = `${new URL(origin).host}/logg`;
  let kept: LogKey | undefined;
  const key = async () =>
    (kept ??= await database.transaction<TellDatabase, LogKey>({ as: "system" }, (tx) =>
      logKey(tx, now(), newSigningKey),
    ));
  const told = async (): Promise<Told> => {
    const { publicKey } = await key();
    const head = await database.transaction<TellDatabase, LogHead>({ as: "stranger" }, (tx) => logHead(tx));
    return { head, logKey: { name, publicKey } };
  };
  return {
    told,
    async checkpoint(): Promise<string> {
      const { privateKey } = await key();
      const { head, logKey: named } = await told();
      return signedCheckpoint({ origin: name, ...head }, named, (message) => signWith(privateKey, message));
    },
    /** What the log has to say of a promise, for the file it is checked by: its entries with their proofs, and one signed head that they are all under. */
    async proofsOf(entries: NonNullable<ToldDocument["log"]>): Promise<BundleLog | null> {
      if (entries.length === 0) return null;
      const { privateKey, publicKey } = await key();
      const [head, proven, earlier] = await database.transaction<
        TellDatabase,
        [LogHead, BundleLog["entries"], BundleLog["earlier"]]
      >({ as: "stranger" }, async (tx) => {
        const now = await logHead(tx);
        const proofs: BundleLog["entries"] = [];
        for (const { index, leaf } of entries) {
          const { proof } = await inclusionProof(tx, index, now.size);
          proofs.push({ entry: leaf, index, proof: proof.map(base64Of) });
        }
        const stamp = await stampOver(tx, Math.max(...entries.map(({ index }) => index)));
        // A log that has moved has another name, and what was stamped under the old one is another's word.
        if (stamp === null || stamp.size > now.size || !stamp.checkpoint.startsWith(`${name}\n`))
          return [now, proofs, []];
        const grown = await consistencyProof(tx, stamp.size, now.size);
        const { checkpoint, token } = stamp;
        return [now, proofs, [{ checkpoint, proof: grown.map(base64Of), stamp: base64Of(token) }]];
      });
      const named = { name, publicKey };
      const signs = (message: Uint8Array) => signWith(privateKey, message);
      return {
        key: keyText(named),
        checkpoint: await signedCheckpoint({ origin: name, ...head }, named, signs),
        entries: proven,
        earlier,
      };
    },
  };
}
