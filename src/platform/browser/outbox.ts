import type { Endpoint } from "../../ground/endpoint.ts";
import { uuidv7 } from "../../ground/id.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { call, type Told } from "./client.ts";
import type { Entry, Storage } from "./storage.ts";

export type Outbox = {
  /** Keeps it durably on the device; only then may a screen say that it is saved. */
  put(wish: Wish): Promise<Result<Entry, Refusal<"phone-full">>>;
  /** Everything of this person's, oldest first. */
  entries(): Promise<readonly Entry[]>;
  /** A refused or waiting entry as it should have been; it waits again. */
  replace(id: string, input: Entry["input"]): Promise<void>;
  /** Takes an entry out that has not been sent. False when it is on its way or has arrived. */
  drop(id: string): Promise<boolean>;
  /** Tries to send everything that waits, oldest first; ends when the network is away. */
  send(): Promise<void>;
  /** How many others' entries wait on this device for them to log in again. */
  othersWaiting(): Promise<number>;
  onChange(listener: () => void): () => void;
};

export type Wish = {
  readonly endpoint: Endpoint;
  readonly input: Readonly<Record<string, unknown>>;
  /** Given when the thing carries its id in its input. */
  readonly id?: string;
  readonly bytes?: Blob;
  readonly after?: string;
};

export type Means = {
  readonly storage: Storage;
  readonly personId: string;
  /** The doors entries may go through, by name. What was written for a door that is gone stays until it is back. */
  readonly endpoints: readonly Endpoint[];
  readonly transmit?: (endpoint: Endpoint, input: never, bytes?: Blob) => Promise<Result<unknown, Told>>;
  readonly now?: () => number;
};

/** Sent entries are forgotten after a while: what a phone does not hold cannot be found in it. */
export const FORGET_DAYS = 14;
/** Not the entry's fault: no network, not logged in, too many at once, or something broken on the server's side. */
const isPassing = ({ status }: Told) => status === 0 || status === 401 || status === 429 || status >= 500;

/** A new id, made here: time and chance of the device. */
export function newIdHere(now = Date.now()): string {
  return uuidv7(now, crypto.getRandomValues(new Uint8Array(10)));
}

export function openOutbox({ storage, personId, endpoints, transmit = call, now = Date.now }: Means): Outbox {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const mine = () =>
    storage.getAllFromIndex("entry", "byPerson", IDBKeyRange.bound([personId, -Infinity], [personId, Infinity]));
  const change = async (entry: Entry) => {
    await storage.put("entry", entry);
    changed();
  };
  const at = () => new Date(now()).toISOString();

  const put: Outbox["put"] = async ({ endpoint, input, id = newIdHere(now()), bytes, after }) => {
    const last = (await mine()).at(-1)?.number ?? 0;
    const entry: Entry = {
      id,
      personId,
      number: Math.max(now(), last + 1),
      endpoint: endpoint.name,
      input,
      savedAt: at(),
      state: "waiting",
      ...(bytes === undefined ? {} : { bytes }),
      ...(after === undefined ? {} : { after }),
    };
    try {
      // Strict: on the disk before anybody is told.
      const transaction = storage.transaction("entry", "readwrite", { durability: "strict" });
      await transaction.store.put(entry);
      await transaction.done;
    } catch (error) {
      if (error instanceof DOMException && error.name === "QuotaExceededError") return no("phone-full");
      throw error;
    }
    changed();
    return yes(entry);
  };

  /** True when the next may be tried. */
  const sendOne = async (entry: Entry): Promise<boolean> => {
    const endpoint = endpoints.find(({ name }) => name === entry.endpoint);
    if (endpoint === undefined) return true;
    await change({ ...entry, state: "sending" });
    const answer = await transmit(endpoint, entry.input as never, entry.bytes);
    // Undone while it was on its way: the other end keeps what it got.
    if ((await storage.get("entry", entry.id)) === undefined) return true;
    if (answer.ok) {
      const { bytes: _bytes, sentence: _sentence, ...rest } = entry;
      await change({ ...rest, state: "sent", sentAt: at() });
      return true;
    }
    const { sentence } = answer.refusal;
    if (isPassing(answer.refusal)) await change({ ...entry, state: "waiting" });
    else await change({ ...entry, state: "refused", sentence });
    return !isPassing(answer.refusal);
  };

  const sendAll = async () => {
    const all = await mine();
    const arrived = new Set(all.filter(({ state }) => state === "sent").map(({ id }) => id));
    const known = new Set(all.map(({ id }) => id));
    // What stood as "sending" was cut off by a closed tab or a dead battery: sent again, which is harmless.
    for (const entry of all.filter(({ state }) => state === "waiting" || state === "sending")) {
      if (entry.after !== undefined && known.has(entry.after) && !arrived.has(entry.after)) continue;
      if (!(await sendOne(entry))) break;
      if ((await storage.get("entry", entry.id))?.state === "sent") arrived.add(entry.id);
    }
    await forget();
  };

  const forget = async () => {
    const before = new Date(now() - FORGET_DAYS * 86_400_000).toISOString();
    for (const entry of await mine())
      if (entry.state === "sent" && (entry.sentAt ?? "") < before) await storage.delete("entry", entry.id);
  };

  let sending: Promise<void> | undefined;
  let again = false;
  return {
    put,
    entries: mine,
    async replace(id, input) {
      const entry = await storage.get("entry", id);
      if (entry === undefined || entry.personId !== personId || entry.state === "sent") return;
      const { sentence: _sentence, ...rest } = entry;
      await change({ ...rest, input, state: "waiting" });
    },
    async drop(id) {
      const entry = await storage.get("entry", id);
      if (entry === undefined || entry.personId !== personId || entry.state === "sent" || entry.state === "sending")
        return false;
      await storage.delete("entry", id);
      changed();
      return true;
    },
    send() {
      // What was put while others were on their way goes right after them.
      again = sending !== undefined;
      sending ??= (async () => {
        do {
          again = false;
          await alone(sendAll);
        } while (again);
      })().finally(() => {
        sending = undefined;
      });
      return sending;
    },
    async othersWaiting() {
      const all = await storage.getAll("entry");
      return all.filter((entry) => entry.personId !== personId && entry.state !== "sent").length;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One tab at a time sends; where the browser cannot tell, twice is harmless. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks = (globalThis.navigator as { locks?: LockManager } | undefined)?.locks;
  if (locks === undefined) return work();
  await locks.request("samsyn.outbox", { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  });
}

const EVERY_SECONDS = 20;

/** Sends at once, on a timer, when the page is looked at again and when the network says it is back (which it may never say). */
export function keepSending(outbox: Outbox): () => void {
  const send = () => void outbox.send();
  const seen = () => {
    if (document.visibilityState === "visible") send();
  };
  const timer = setInterval(send, EVERY_SECONDS * 1000);
  addEventListener("online", send);
  document.addEventListener("visibilitychange", seen);
  send();
  return () => {
    clearInterval(timer);
    removeEventListener("online", send);
    document.removeEventListener("visibilitychange", seen);
  };
}
