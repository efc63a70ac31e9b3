import type { Endpoint } from "../../ground/endpoint.ts";
import { uuidv7 } from "../../ground/id.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { call, type Told } from "./client.ts";
import type { Entry, Storage } from "./storage.ts";

export type Outbox = {
  /** Keeps it durably on the device; only then may a screen say that it is saved. Drafts that belong to it wait from now on. */
  put(wish: Wish): Promise<Result<Entry, Refusal<"phone-full">>>;
  /** Everything of this person's, oldest first. */
  entries(): Promise<readonly Entry[]>;
  /** As it should have been; it waits again. False when it may have arrived as it was: then only something that goes after it can change it. */
  amend(id: string, input: Entry["input"]): Promise<boolean>;
  /** Takes an entry out, and what waits for it. False when it may have arrived; a refused one goes in any case where its writer says that it may. */
  drop(id: string, but?: { readonly refused: true }): Promise<boolean>;
  /** What has not certainly arrived goes with these words from now on, even where it is in doubt whether it went with others. */
  rewrite(id: string, input: Entry["input"]): Promise<void>;
  /** Takes out what waits for an entry, but not what goes through this door. */
  dropAfter(id: string, but: Endpoint): Promise<void>;
  /** A refused entry waits again. */
  again(id: string): Promise<void>;
  /** Tries to send everything that waits, oldest first; ends when the network is away. */
  send(): Promise<void>;
  /** Why the last attempt ended before all was sent; undefined when nothing stood in the way. */
  trouble(): Trouble | undefined;
  /** How many others' entries wait on this device: those that go without them, and those that wait for them to log in again. */
  othersWaiting(): Promise<OthersWaiting>;
  /** What has not arrived, to be taken in by another phone. From now on it may arrive from there. */
  handOver(): Promise<readonly Entry[]>;
  /** What another phone handed over. Those that are here already are left alone. How many were new. */
  takeIn(entries: readonly Entry[], from: string): Promise<Result<number, Refusal<"phone-full">>>;
  /** Takes out what another phone handed over, and what hangs on it: it is on that phone still. */
  giveBack(id: string): Promise<void>;
  onChange(listener: () => void | Promise<void>): () => void;
};

export type Wish = {
  readonly endpoint: Endpoint;
  readonly input: Readonly<Record<string, unknown>>;
  /** Given when the thing carries its id in its input. */
  readonly id?: string;
  readonly bytes?: Blob;
  readonly after?: string;
  /** Kept, and not sent before what it belongs to (`after`) is put. */
  readonly draft?: boolean;
};

export type OthersWaiting = { readonly going: number; readonly locked: number };

/**
 * How an entry goes whose writer is not here: with what is to go after it; "gone" when what let it go has been taken back. Undefined when it waits for
 * its writer. `all`: everything of that person's on this device.
 */
export type LeftDoor = (
  storage: Storage,
  entry: Entry,
  all: readonly Entry[],
) => Promise<((rest: readonly Entry[]) => Promise<Result<unknown, Told> | "gone">) | undefined>;

/** `status` 0: no network. 401: not logged in. Else the server's own trouble. `nextAt`: when it is tried again by itself. */
export type Trouble = { readonly status: number; readonly nextAt: number };

export type Means = {
  readonly storage: Storage;
  readonly personId: string;
  /** The doors entries may go through, by name. What was written for a door that is gone stays until it is back. */
  readonly endpoints: readonly Endpoint[];
  /** Other pages' doors: what was written there is sent from here too, and is handed over to no other phone. */
  readonly also?: readonly Endpoint[];
  /** `rest`: what is to be sent after this one. */
  readonly transmit?: (endpoint: Endpoint, entry: Entry, rest: readonly Entry[]) => Promise<Result<unknown, Told>>;
  readonly left?: LeftDoor;
  /** True for what shall not go now: photos away from wifi. */
  readonly holds?: (entry: Entry) => boolean;
  readonly offline?: () => boolean;
  readonly now?: () => number;
};

/** Sent entries are forgotten after a while: what a phone does not hold cannot be found in it. */
export const FORGET_DAYS = 14;
/** Not the entry's fault: no network, not logged in, too many at once, or something broken on the server's side. */
const isPassing = ({ status }: Told) => status === 0 || status === 401 || status === 429 || status >= 500;
/** Said before anything was looked at: it has certainly not arrived. */
const isCertain = ({ status }: Told) => status === 401 || status === 429;
const SHORTEST_WAIT = 20_000;
const LONGEST_WAIT = 300_000;

/** A new id, made here: time and chance of the device. */
export function newIdHere(now = Date.now()): string {
  return uuidv7(now, crypto.getRandomValues(new Uint8Array(10)));
}

export function openOutbox(means: Means): Outbox {
  const { storage, personId, also = [], now = Date.now, holds = () => false } = means;
  const endpoints = [...means.endpoints, ...also];
  const { transmit = (endpoint, entry) => call(endpoint, entry.input as never, entry.bytes) } = means;
  // Where the browser itself says that there is no network nothing is tried, so that nothing is in doubt afterwards.
  const { offline = () => (globalThis.navigator as { onLine?: boolean } | undefined)?.onLine === false } = means;
  const listeners = new Set<() => void | Promise<void>>();
  /** Ends when everybody who listens has shown it: "saved" is not said while the bar still says that everything is sent. */
  const changed = () => Promise.allSettled([...listeners].map(async (listener) => listener()));
  const range = () => IDBKeyRange.bound([personId, -Infinity], [personId, Infinity]);
  const mine = () => storage.getAllFromIndex("entry", "byPerson", range());
  const at = () => new Date(now()).toISOString();
  /** Strict: on the disk before anybody is told. */
  const writing = () => storage.transaction("entry", "readwrite", { durability: "strict" });

  /** One entry as it is at this moment, changed in one step; undefined leaves it. */
  const alter = async (
    id: string,
    change: (entry: Entry) => Entry | undefined,
    owner = personId,
  ): Promise<Entry | undefined> => {
    const transaction = writing();
    const before = await transaction.store.get(id);
    const after = before === undefined || before.personId !== owner ? undefined : change(before);
    if (after !== undefined) await transaction.store.put(after);
    await transaction.done;
    if (after !== undefined) void changed();
    return after;
  };

  /** Several at once, all or none, after everything that is there. */
  const add = async (
    make: (number: number) => readonly Entry[],
    releasing?: string,
  ): Promise<Result<readonly Entry[], Refusal<"phone-full">>> => {
    const transaction = writing();
    const failed = transaction.done.then(
      () => undefined,
      (error: unknown) => error,
    );
    try {
      const last = await transaction.store.index("byPerson").openCursor(range(), "prev");
      const entries = make(Math.max(now(), (last?.value.number ?? 0) + 1));
      for (const entry of entries) await transaction.store.put(entry);
      if (releasing !== undefined) await release(transaction.store, releasing, entries.at(-1)!.number);
      const why = await failed;
      if (why !== undefined) return isFull(why) ? no("phone-full") : await Promise.reject(why);
      await changed();
      return yes(entries);
    } catch (error) {
      if (isFull(error) || isFull(await failed)) return no("phone-full");
      throw error;
    }
  };
  type Store = ReturnType<typeof writing>["store"];
  const release = async (store: Store, id: string, number: number) => {
    for (const draft of await store.index("byPerson").getAll(range()))
      if (draft.state === "draft" && draft.after === id)
        await store.put({ ...draft, state: "waiting", number: (number += 1) });
  };

  const put: Outbox["put"] = async ({ endpoint, input, id = newIdHere(now()), bytes, after, draft }) => {
    const made = (number: number): readonly Entry[] => [
      {
        id,
        personId,
        number,
        endpoint: endpoint.name,
        input,
        savedAt: at(),
        state: draft === true ? "draft" : "waiting",
        ...(bytes === undefined ? {} : { bytes }),
        ...(after === undefined ? {} : { after }),
      },
    ];
    const added = await add(made, id);
    return added.ok ? yes(added.value[0]!) : added;
  };

  let failures = 0;
  let trouble: Trouble | undefined;
  const stumble = ({ status }: Told) => {
    failures = status === 0 ? 0 : failures + 1;
    trouble = { status, nextAt: now() + Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** Math.max(0, failures - 1)) };
    void changed();
  };

  const arrived = ({
    bytes: _bytes,
    sentence: _sentence,
    why: _why,
    unread: _unread,
    unsure: _unsure,
    ...rest
  }: Entry): Entry => ({
    ...rest,
    state: "sent",
    sentAt: at(),
  });
  const unarrived = (
    { unsure: _unsure, sentence: _sentence, why: _why, unread: _unread, ...entry }: Entry,
    refusal: Told,
    wasUnsure: boolean,
  ): Entry => ({
    ...entry,
    ...((isCertain(refusal) || !isPassing(refusal)) && !wasUnsure ? {} : { unsure: true as const }),
    ...(isPassing(refusal)
      ? { state: "waiting" as const }
      : {
          state: "refused" as const,
          sentence: refusal.sentence,
          why: refusal.why,
          ...(refusal.status === 422 ? { unread: refusal.field ?? "" } : {}),
        }),
  });

  /** "on" when the next may be tried. */
  const sendOne = async (id: string, rest: readonly Entry[]): Promise<"on" | "stop"> => {
    let before: Entry | undefined;
    const begun = await alter(id, (entry) => {
      if (entry.state !== "waiting" && entry.state !== "sending") return undefined;
      before = entry;
      return { ...entry, state: "sending", unsure: true };
    }).catch((error: unknown) => {
      // A full phone cannot note that a photo is on its way; sending it is what makes room.
      if (isFull(error)) return before;
      throw error;
    });
    const endpoint = endpoints.find(({ name }) => name === begun?.endpoint);
    if (begun === undefined || endpoint === undefined) return "on";
    const answer = await transmit(endpoint, begun, rest);
    // Read anew at each step: meanwhile it may have been blanked, or taken out in another tab.
    if (answer.ok) {
      await alter(id, arrived);
      return "on";
    }
    const { refusal } = answer;
    await alter(id, (entry) => unarrived(entry, refusal, before?.unsure === true));
    if (!isPassing(refusal)) return "on";
    stumble(refusal);
    return "stop";
  };

  const sendAll = async () => {
    if (offline()) return;
    const all = await mine();
    const sent = new Set(all.filter(({ state }) => state === "sent").map(({ id }) => id));
    const known = new Set(all.map(({ id }) => id));
    // What stood as "sending" was cut off by a closed tab or a dead battery: sent again, which is harmless.
    const going = all.filter(({ state }) => state === "waiting" || state === "sending");
    for (const [place, entry] of going.entries()) {
      if (entry.after !== undefined && known.has(entry.after) && !sent.has(entry.after)) continue;
      if (holds(entry) || !endpoints.some(({ name }) => name === entry.endpoint)) continue;
      if ((await sendOne(entry.id, going.slice(place + 1))) === "stop") return;
      if ((await storage.get("entry", entry.id))?.state === "sent") sent.add(entry.id);
    }
    failures = 0;
    if (trouble !== undefined) {
      trouble = undefined;
      void changed();
    }
    await forget();
  };

  const others = async () =>
    (await storage.getAll("entry"))
      .filter((entry) => entry.personId !== personId)
      .toSorted((a, b) => a.personId.localeCompare(b.personId) || a.number - b.number);

  /** What others left behind here, oldest first of each. A no that lasts is told to its writer, who is not here; trouble is nobody's but ours and is not told twice. */
  const sendLeft = async () => {
    if (means.left === undefined || offline()) return;
    const all = await others();
    const going = all.filter(({ state }) => state === "waiting" || state === "sending");
    for (const [place, entry] of going.entries()) {
      const theirs = all.filter((one) => one.personId === entry.personId);
      const after = entry.after === undefined ? undefined : await storage.get("entry", entry.after);
      if ((after !== undefined && after.state !== "sent") || holds(entry)) continue;
      const go = await means.left(storage, entry, theirs);
      if (go === undefined) continue;
      const { id, personId: owner } = entry;
      let before: Entry | undefined;
      await alter(id, (one) => ({ ...(before = one), state: "sending", unsure: true }), owner);
      // Its writer has come back in another tab, and undone it.
      if (before === undefined) continue;
      const wasUnsure = before.unsure === true;
      const answer = await go(going.slice(place + 1).filter((one) => one.personId === owner));
      if (answer === "gone") {
        const { unsure: _unsure, ...locked } = before;
        await alter(
          id,
          () => ({ ...locked, ...(wasUnsure ? { unsure: true as const } : {}), state: "waiting" }),
          owner,
        );
        continue;
      }
      await alter(id, (one) => (answer.ok ? arrived(one) : unarrived(one, answer.refusal, wasUnsure)), owner);
      if (!answer.ok && isPassing(answer.refusal)) return;
    }
  };

  const forget = async () => {
    const before = new Date(now() - FORGET_DAYS * 86_400_000).toISOString();
    for (const entry of await mine())
      if (entry.state === "sent" && (entry.sentAt ?? "") < before) await storage.delete("entry", entry.id);
  };

  const hasNotGone = ({ state, unsure }: Entry) => state !== "sent" && state !== "sending" && unsure !== true;
  let sending: Promise<void> | undefined;
  let more = false;
  return {
    put,
    entries: mine,
    async amend(id, input) {
      const amended = await alter(id, ({ sentence: _sentence, why: _why, unread: _unread, ...entry }) =>
        hasNotGone(entry) ? { ...entry, input, state: entry.state === "draft" ? "draft" : "waiting" } : undefined,
      );
      if (amended !== undefined) await changed();
      return amended !== undefined;
    },
    async rewrite(id, input) {
      await alter(id, ({ sentence: _sentence, why: _why, unread: _unread, ...entry }) =>
        entry.state === "sent"
          ? undefined
          : { ...entry, input, state: entry.state === "refused" ? "waiting" : entry.state },
      );
    },
    async dropAfter(id, but) {
      const transaction = writing();
      for (const one of await transaction.store.index("byPerson").getAll(range()))
        if (one.after === id && one.state !== "sent" && one.endpoint !== but.name)
          await transaction.store.delete(one.id);
      await transaction.done;
      void changed();
    },
    async drop(id, but) {
      const transaction = writing();
      const entry = await transaction.store.get(id);
      const may =
        entry !== undefined &&
        entry.personId === personId &&
        (hasNotGone(entry) || (but !== undefined && entry.state === "refused"));
      if (may)
        for (const one of await transaction.store.index("byPerson").getAll(range()))
          if (one.id === id || one.after === id) await transaction.store.delete(one.id);
      await transaction.done;
      if (may) void changed();
      return may;
    },
    async again(id) {
      await alter(id, (entry) => (entry.state === "refused" ? { ...entry, state: "waiting" } : undefined));
    },
    send() {
      // What was put while others were on their way goes right after them.
      more = sending !== undefined;
      sending ??= (async () => {
        do {
          more = false;
          await alone(async () => {
            await sendAll();
            await sendLeft();
          });
        } while (more);
      })().finally(() => {
        sending = undefined;
      });
      return sending;
    },
    trouble: () => trouble,
    async othersWaiting() {
      const all = await others();
      let [going, locked] = [0, 0];
      for (const entry of all) {
        if (entry.state === "sent" || entry.state === "draft") continue;
        const theirs = all.filter((one) => one.personId === entry.personId);
        const goes = entry.state !== "refused" && (await means.left?.(storage, entry, theirs)) !== undefined;
        if (goes) going += 1;
        else locked += 1;
      }
      return { going, locked };
    },
    async handOver() {
      const transaction = writing();
      const all = await transaction.store.index("byPerson").getAll(range());
      const isElsewhere = ({ endpoint }: Entry) => also.some(({ name }) => name === endpoint);
      const waiting = all.filter(
        (entry) => ["waiting", "sending", "refused"].includes(entry.state) && !isElsewhere(entry),
      );
      for (const entry of waiting) await transaction.store.put({ ...entry, unsure: true });
      await transaction.done;
      void changed();
      return waiting;
    },
    async takeIn(entries, from) {
      const present = new Set(await storage.getAllKeys("entry"));
      const fresh = entries.filter(({ id }) => !present.has(id));
      if (fresh.length === 0) return yes(0);
      const added = await add((first) =>
        fresh.map(({ sentence: _sentence, why: _why, unread: _unread, sentAt: _sentAt, ...entry }, index) => ({
          ...entry,
          personId,
          number: first + index,
          written: entry.written ?? entry.number,
          from,
          unsure: true as const,
          state: "waiting" as const,
        })),
      );
      return added.ok ? yes(fresh.length) : added;
    },
    async giveBack(id) {
      const transaction = writing();
      for (const one of await transaction.store.index("byPerson").getAll(range()))
        if (one.from !== undefined && (one.id === id || one.after === id)) await transaction.store.delete(one.id);
      await transaction.done;
      void changed();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

/** One tab at a time sends; where the browser cannot tell, twice is harmless. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks = (globalThis.navigator as { locks?: LockManager } | undefined)?.locks;
  if (locks === undefined) return work();
  await locks.request("samsyn.outbox", { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  });
}

type Clock = {
  readonly now: () => number;
  /** Does the work after so long, unless it is called off. */
  readonly later: (work: () => Promise<void>, milliseconds: number) => () => void;
};
const CLOCK: Clock = {
  now: Date.now,
  later: (work, milliseconds) => {
    const timer = setTimeout(() => void work(), milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Sends at once, on a timer, when the page is looked at again and when the network says it is back (which it may never say). A server in trouble is
 * asked more and more seldom, at most five minutes apart.
 */
export function keepSending(outbox: Outbox, { now: at, later }: Clock = CLOCK): () => void {
  let callOff = () => {};
  let left = false;
  const send = async () => {
    callOff();
    await outbox.send();
    plan();
  };
  // What is saved meanwhile is tried at once: when that met trouble, the next try is when the screen says. Nothing waits for a clock that was put back.
  const ahead = () => {
    const wait = (outbox.trouble()?.nextAt ?? 0) - at();
    return wait > 0 && wait <= LONGEST_WAIT ? wait : undefined;
  };
  const plan = () => {
    callOff();
    if (!left) callOff = later(async () => (ahead() === undefined ? send() : plan()), ahead() ?? SHORTEST_WAIT);
  };
  const now = () => void send();
  const seen = () => {
    if (document.visibilityState === "visible") now();
  };
  addEventListener("online", now);
  document.addEventListener("visibilitychange", seen);
  now();
  return () => {
    left = true;
    callOff();
    removeEventListener("online", now);
    document.removeEventListener("visibilitychange", seen);
  };
}
