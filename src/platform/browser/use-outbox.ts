import { useEffect, useState } from "react";
import type { Endpoint } from "../../ground/endpoint.ts";
import { keepSending, openOutbox, type Outbox } from "./outbox.ts";
import { type Entry, keep, kept, openStorage, type Storage } from "./storage.ts";

export type Phone = {
  readonly storage: Storage;
  readonly outbox: Outbox;
  readonly entries: readonly Entry[];
  readonly othersWaiting: number;
};

/** What this phone keeps and sends for a person; undefined while it is being opened. `endpoints` must not change from one drawing to the next. */
export function usePhone(personId: string, endpoints: readonly Endpoint[]): Phone | undefined {
  const [phone, setPhone] = useState<Phone>();
  useEffect(() => {
    let left = false;
    const leave: (() => void)[] = [() => (left = true)];
    const open = async () => {
      const storage = await openStorage();
      const outbox = openOutbox({ storage, personId, endpoints });
      const look = async () => {
        const [entries, othersWaiting] = [await outbox.entries(), await outbox.othersWaiting()];
        if (!left) setPhone({ storage, outbox, entries, othersWaiting });
      };
      await look();
      leave.push(
        outbox.onChange(() => void look()),
        () => storage.close(),
      );
      if (left) return leave.forEach((one) => one());
      leave.push(keepSending(outbox));
      // Asked once; without it a browser short of room may throw away what it keeps.
      void navigator.storage?.persist?.();
    };
    void open();
    return () => leave.forEach((one) => one());
  }, [personId, endpoints]);
  return phone;
}

/** The last answer heard, also when the page starts without network: kept on the phone whenever it is heard. */
export function useTakenAlong<T>(
  storage: Storage | undefined,
  personId: string,
  name: string,
  heard: T | undefined,
): T | undefined {
  const [along, setAlong] = useState<T>();
  useEffect(() => {
    if (storage === undefined) return;
    if (heard !== undefined) void keep(storage, personId, name, heard);
    else void kept<T>(storage, personId, name).then(setAlong);
  }, [storage, personId, name, heard]);
  return heard ?? along;
}

/** Whether the browser believes that it has a network; it may be wrong, so nothing depends on it but what is shown. */
export function useOffline(): boolean {
  const [offline, setOffline] = useState(() => !navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return offline;
}
