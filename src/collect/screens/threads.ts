// A note on the phone and all that hangs on it: its photos, later changes, and that it was undone. One thing to a person, several to be sent.
import { type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Outbox } from "../../platform/browser/outbox.ts";
import type { Entry } from "../../platform/browser/storage.ts";
import { attachPhoto, noteObservation, reviseObservation, withdrawObservation } from "../api.ts";
import { revisionInput, undoneInput } from "../field-note.ts";
import { finishWalk } from "../walks/api.ts";

export type Thread = {
  readonly id: string;
  readonly kind: "note" | "finish";
  /** As it is now; undefined for what hangs on a note that this phone has forgotten. */
  readonly input: Entry["input"] | undefined;
  readonly savedAt: string;
  /** The least far of its parts. */
  readonly state: "waiting" | "sending" | "sent" | "refused";
  readonly photos: number;
  readonly isUndone: boolean;
  /** Written by another, whose phone handed it over: sent from here, not read here. */
  readonly isHandedOver: boolean;
  readonly refused: readonly Entry[];
};

const ours = new Set(
  [noteObservation, reviseObservation, withdrawObservation, attachPhoto, finishWalk].map(({ name }) => name),
);

/** Oldest first. */
export function threadsOf(entries: readonly Entry[]): readonly Thread[] {
  const threads = new Map<string, Entry[]>();
  // What is written on other pages of the same phone, a weekly report and its photos, is not a note.
  const elsewhere = new Set(entries.filter(({ endpoint }) => !ours.has(endpoint)).map(({ id }) => id));
  for (const entry of entries) {
    const id = entry.after ?? entry.id;
    if (entry.state === "draft" || elsewhere.has(id)) continue;
    threads.set(id, [...(threads.get(id) ?? []), entry]);
  }
  return [...threads].map(([id, parts]) => threadOf(id, parts));
}

function threadOf(id: string, parts: readonly Entry[]): Thread {
  const of = (name: string) => parts.filter(({ endpoint }) => endpoint === name);
  const first = of(noteObservation.name)[0];
  const revised = of(reviseObservation.name).at(-1);
  const is = (state: Entry["state"]) => parts.some((part) => part.state === state);
  return {
    id,
    kind: of(finishWalk.name).length > 0 ? "finish" : "note",
    input: first && { ...first.input, ...revised?.input },
    savedAt: parts[0]!.savedAt,
    state: is("refused") ? "refused" : is("sending") ? "sending" : is("waiting") ? "waiting" : "sent",
    photos: of(attachPhoto.name).length,
    isUndone: of(withdrawObservation.name).length > 0,
    isHandedOver: parts.some(({ from }) => from !== undefined),
    refused: parts.filter(({ state }) => state === "refused"),
  };
}

/** In place while it is certain that it has not gone; else a change that goes after it. */
export async function changeNote(
  outbox: Outbox,
  id: string,
  input: Entry["input"],
): Promise<Result<unknown, Refusal<"phone-full">>> {
  const said = revisionInput(input);
  const parts = (await outbox.entries()).filter((entry) => entry.id === id || entry.after === id);
  const revised = parts.filter(({ endpoint }) => endpoint === reviseObservation.name).at(-1);
  // Where a change waits already, the note itself is not what is said last.
  if (await outbox.amend(revised?.id ?? id, revised === undefined ? input : said)) return yes(undefined);
  const put = await outbox.put({ endpoint: reviseObservation, input: said, after: id });
  if (!put.ok) return put;
  // Refused, and yet perhaps taken in an earlier time: with the new words it can be taken, and if it was, the change is there too.
  for (const { id: part, state, endpoint } of parts)
    if (state === "refused" && endpoint === noteObservation.name) await outbox.rewrite(part, input);
    else if (state === "refused" && endpoint === reviseObservation.name) await outbox.rewrite(part, said);
  return yes(undefined);
}

/** Out of the phone while it is certain that it has not gone; else it is withdrawn where it came to, and its words go no further. */
export async function undoNote(outbox: Outbox, id: string): Promise<Result<unknown, Refusal<"phone-full">>> {
  if (await outbox.drop(id)) return yes(undefined);
  const parts = (await outbox.entries()).filter((entry) => entry.id === id || entry.after === id);
  const { input } = parts.find((entry) => entry.id === id) ?? {};
  if (input === undefined || parts.some(({ endpoint }) => endpoint === withdrawObservation.name)) return yes(undefined);
  const put = await outbox.put({
    endpoint: withdrawObservation,
    input: { partnership: input["partnership"], id, reason: "Ångrad i fält." },
    after: id,
  });
  if (!put.ok) return put;
  await outbox.rewrite(id, undoneInput(input));
  await outbox.dropAfter(id, withdrawObservation);
  return yes(undefined);
}
