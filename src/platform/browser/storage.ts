import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** Something to be sent, as the phone keeps it. The platform knows no stage: it keeps a door's name and what goes through it. */
export type Entry = {
  /** Made on the device; the same as the thing's own id where it has one, so that sending twice is harmless. */
  readonly id: string;
  /** Notes belong to who wrote them, also on a borrowed phone. */
  readonly personId: string;
  /** Order of writing: the oldest goes first. */
  readonly number: number;
  readonly endpoint: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly bytes?: Blob;
  /** Must have arrived before this is sent: a photo waits for its note. */
  readonly after?: string;
  readonly savedAt: string;
  /** draft: belongs to something half written (`after`), and waits as soon as that is put. */
  readonly state: "draft" | "waiting" | "sending" | "sent" | "refused";
  /** It may have arrived as it stands: it was on its way without an answer, or lies in another phone too. Never changed in place. */
  readonly unsure?: true;
  /** Handed over by another phone: who wrote it. */
  readonly from?: string;
  /** Its number on the phone where it was written, when that is another. */
  readonly written?: number;
  /** Why it was refused, to be read by a person; and the rule's own word for it. */
  readonly sentence?: string;
  readonly why?: string;
  /** The server could not read it: the form is another since it was written. The field that it stumbled on, where it says. */
  readonly unread?: string;
  readonly sentAt?: string;
};

interface Schema extends DBSchema {
  entry: { key: string; value: Entry; indexes: { byPerson: [string, number] } };
  /** What was last heard, for the time without network: taken along under a name, per person. */
  kept: { key: [string, string]; value: { personId: string; name: string; value: unknown; keptAt: string } };
}

export type Storage = IDBPDatabase<Schema>;

/** What the phone keeps, in IndexedDB. Opening it anew is cheap. */
export function openStorage(name = "samsyn"): Promise<Storage> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore("entry", { keyPath: "id" }).createIndex("byPerson", ["personId", "number"]);
      database.createObjectStore("kept", { keyPath: ["personId", "name"] });
    },
  });
}

/** Takes something along for the time without network. */
export async function keep(storage: Storage, personId: string, name: string, value: unknown): Promise<void> {
  await storage.put("kept", { personId, name, value, keptAt: new Date().toISOString() });
}

export async function kept<T>(storage: Storage, personId: string, name: string): Promise<T | undefined> {
  return (await storage.get("kept", [personId, name]))?.value as T | undefined;
}
