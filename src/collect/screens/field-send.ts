import type { Endpoint, OutputOf } from "../../ground/endpoint.ts";
import { type Result, yes } from "../../ground/result.ts";
import { call, type Told } from "../../platform/browser/client.ts";
import { deviceId, deviceNow } from "../../platform/browser/device.ts";
import type { Entry } from "../../platform/browser/storage.ts";
import { attachPhoto, attachPhotoPiece, noteObservation, reviseObservation, withdrawObservation } from "../api.ts";
import { PIECE_BYTES } from "../photo.ts";
import { finishWalk } from "../walks/api.ts";

/** What a phone sends from outdoors. */
export const FIELD_DOORS: readonly Endpoint[] = [
  noteObservation,
  reviseObservation,
  withdrawObservation,
  attachPhoto,
  finishWalk,
];

/** What goes along with an entry only when it is sent: the clock of the phone at that moment, who handed it over, how many more are to come, and which change it is. */
export function inputOf(
  { endpoint, input, from, written, number }: Entry,
  still?: { readonly device: string; readonly waiting: number },
): Entry["input"] {
  if (endpoint === noteObservation.name)
    return {
      ...input,
      sentAt: deviceNow(),
      ...(from === undefined ? {} : { handedOverFrom: from }),
      ...(still === undefined ? {} : { still }),
    };
  // Written before each group's heads were kept apart: they are this phone's.
  if (endpoint === finishWalk.name) return { group: deviceId(), ...input, written: written ?? number };
  return endpoint === reviseObservation.name ? { ...input, written: written ?? number } : input;
}

/** The desk is told how many notes of the walk are still to come from this phone; of those that one organisation keeps to itself nothing is said. */
export function stillIn(entry: Entry, rest: readonly Entry[]) {
  const isShared = ({ endpoint, input }: Entry) => endpoint === noteObservation.name && input["sharing"] !== "own";
  if (!isShared(entry) || entry.input["walkId"] === undefined) return undefined;
  const waiting = rest.filter((one) => isShared(one) && one.input["walkId"] === entry.input["walkId"]).length;
  return { device: deviceId(), waiting };
}

export async function sendFromField(
  door: Endpoint,
  entry: Entry,
  rest: readonly Entry[],
): Promise<Result<unknown, Told>> {
  const { bytes } = entry;
  if (door.name === attachPhoto.name && bytes !== undefined && bytes.size > PIECE_BYTES)
    return sendPieces(bytes, (offset, piece) =>
      call(attachPhotoPiece, { ...entry.input, offset, total: bytes.size } as never, piece),
    );
  return call(door, inputOf(entry, stillIn(entry, rest)) as never, bytes);
}

type Sent = Result<OutputOf<typeof attachPhotoPiece>, Told>;

/** Asks how much has come, and goes on from there: a photo that was cut off is not sent from the start again. */
export async function sendPieces(
  bytes: Blob,
  send: (offset: number, piece: Blob) => Promise<Sent>,
): Promise<Result<unknown, Told>> {
  let answer = await send(0, new Blob());
  let before = -1;
  while (answer.ok && !answer.value.whole && answer.value.received !== before) {
    before = answer.value.received;
    answer = await send(before, bytes.slice(before, before + PIECE_BYTES));
  }
  if (!answer.ok) return answer;
  if (answer.value.whole) return yes(answer.value);
  // It stands still: another of the person's tabs or phones is sending the same photo. Later.
  return { ok: false, refusal: { why: "broken", status: 503, sentence: "" } };
}
