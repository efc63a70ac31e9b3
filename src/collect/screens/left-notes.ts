// What somebody left behind on this phone and others do not see: it is sent by the right that the phone was given while its writer had it.
import { base64Of, base64urlOf } from "../../ground/bytes.ts";
import type { Result } from "../../ground/result.ts";
import { call, type Told } from "../../platform/browser/client.ts";
import type { LeftDoor } from "../../platform/browser/outbox.ts";
import { type Entry, keep, kept, type Storage } from "../../platform/browser/storage.ts";
import {
  attachPhoto,
  keepSendingRight,
  noteObservation,
  sendLeftNote,
  sendLeftPhoto,
  withdrawObservation,
} from "../api.ts";
import { inputOf, sendPieces, stillIn } from "./field-send.ts";

/** `given`: the server knows of it. Kept before it is asked for, so that a lost answer costs nothing. */
type Right = { readonly secret: string; readonly given: boolean };
const nameOf = (walkId: string) => `sending right ${walkId}`;

/** Asks for the right, once a walk; without network, or when it is refused, what is written here waits for its writer as before. */
export async function keepRight(
  storage: Storage,
  personId: string,
  { partnership, walkId }: { readonly partnership: string; readonly walkId: string },
): Promise<void> {
  const right = (await kept<Right>(storage, personId, nameOf(walkId))) ?? { secret: newSecret(), given: false };
  await keep(storage, personId, nameOf(walkId), right);
  const asked = await call(keepSendingRight, { partnership, walkId, secret: right.secret });
  if (asked.ok) await keep(storage, personId, nameOf(walkId), { ...right, given: true });
  // Run out or taken back: the next time one is online with the walk a new one is asked for.
  else if (asked.refusal.why === "sending-right-gone") await forgetRight(storage, personId, walkId);
}

async function forgetRight(storage: Storage, personId: string, walkId: string): Promise<void> {
  await storage.delete("kept", [personId, nameOf(walkId)]);
}

/** The note that goes without its writer by this entry, or with this photo; undefined for what changes or undoes a note, counts heads, or is not this phone's. */
export function noteLeft(entry: Entry, all: readonly Entry[]): Entry | undefined {
  const note = entry.endpoint === noteObservation.name ? entry : all.find(({ id }) => id === entry.after);
  if (note?.endpoint !== noteObservation.name || entry.from !== undefined) return undefined;
  if (entry !== note && (entry.endpoint !== attachPhoto.name || entry.bytes === undefined)) return undefined;
  // Undone: its words go nowhere, and only its writer takes it back.
  const isUndone = all.some(({ endpoint, after }) => endpoint === withdrawObservation.name && after === note.id);
  return isUndone ? undefined : note;
}

/** How an entry of somebody who is not here goes. What was noted outside a walk waits for its writer. */
export const leftDoor: LeftDoor = async (storage, entry, all) => {
  const note = noteLeft(entry, all);
  if (note === undefined) return undefined;
  const walkId = note.input["walkId"];
  if (typeof walkId !== "string") return undefined;
  const right = await kept<Right>(storage, entry.personId, nameOf(walkId));
  if (right?.given !== true) return undefined;
  const by = { walkId, secret: right.secret };
  return async (rest) => {
    const answer =
      entry === note
        ? await call(sendLeftNote, { ...inputOf(entry, stillIn(entry, rest)), ...by } as never)
        : await sendPhoto(entry, by);
    if (!answer.ok && answer.refusal.why === "sending-right-gone") {
      await forgetRight(storage, entry.personId, walkId);
      return "gone";
    }
    return answer;
  };
};

async function sendPhoto({ input, bytes }: Entry, by: object): Promise<Result<unknown, Told>> {
  return sendPieces(bytes!, async (offset, piece) => {
    const text = base64Of(new Uint8Array(await piece.arrayBuffer()));
    return call(sendLeftPhoto, { ...input, ...by, offset, total: bytes!.size, piece: text } as never);
  });
}

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return base64urlOf(bytes);
}
