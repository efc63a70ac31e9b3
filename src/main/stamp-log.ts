// Somebody else's clock on the promises' log: its head is shown to a time-stamping service (RFC 3161), when something has come into it since the last time.
import { randomBytes } from "node:crypto";
import { hexOf } from "../ground/bytes.ts";
import type { House } from "../platform/server/house.ts";
import { sha256Bytes } from "../platform/server/secrets.ts";
import { keepStamp, stampedSize } from "../pledge/store-log.ts";
import { readStamp, stampQuestion, tokenIn } from "../pledge/time-stamp.ts";
import { logOf } from "../tell/pages-log.ts";
import type { TellDatabase } from "../tell/tables.ts";

/** Answers a question to a service with its bytes. Throws where there is no answer. */
export type AsksService = (url: string, question: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

const MOST_MILLISECONDS = 20_000;
const MOST_BYTES = 20_000;

const overHttp: AsksService = async (url, question) => {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/timestamp-query" },
    body: question,
    redirect: "error",
    signal: AbortSignal.timeout(MOST_MILLISECONDS),
  });
  if (!answer.ok) throw new Error(`The time-stamping service answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/** Has the log's head stamped and keeps the stamp. Throws where the service gives none: the job is tried again, and told where jobs are told. */
export async function stampLog(house: House, asks: AsksService = overHttp): Promise<void> {
  const { database, now, settings } = house;
  const url = settings.timeStampUrl;
  if (url === undefined) return;
  const checkpoint = await logOf({ database, now, origin: settings.origin }).checkpoint();
  const size = Number(checkpoint.split("\n")[1]);
  const stamped = await database.transaction<TellDatabase, number>({ as: "system" }, (tx) => stampedSize(tx));
  if (size <= stamped) return;
  const nonce = new Uint8Array(randomBytes(8));
  const token = tokenIn(await asks(url, stampQuestion(sha256Bytes(checkpoint), nonce)));
  if (token === undefined || token.length > MOST_BYTES) throw new Error("The time-stamping service gave no stamp");
  // What could not be checked later is not kept now.
  const stamp = readStamp(token, checkpoint);
  if (typeof stamp === "string") throw new Error(`The time-stamping service gave a stamp that is none: ${stamp}`);
  if (stamp.nonce !== hexOf(nonce).replace(/^(?:00)+(?=.)/, ""))
    throw new Error("The time stamp is of another question");
  const { at, by } = stamp;
  await database.transaction<TellDatabase, void>({ as: "system" }, (tx) =>
    keepStamp(tx, { size, checkpoint, token, at, service: by }),
  );
}
