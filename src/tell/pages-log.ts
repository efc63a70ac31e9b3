// The promises' log as strangers have it: its head, and the head signed by the log's own key (docs/decisions/0013).
import { type NoteKey, signedCheckpoint } from "../pledge/checkpoint.ts";
import { logHead, type LogHead, logKey, type LogKey } from "../pledge/store-log.ts";
import { newSigningKey, signWith } from "../platform/server/secrets.ts";
import type { DoorMeans } from "../platform/server/pages.ts";
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
  };
}
