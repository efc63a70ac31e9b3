import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Endpoint } from "../../ground/endpoint.ts";
import { askForRoom, clockOffMinutes, isNearlyFull, onClock, type Room } from "./device.ts";
import { keepSending, type Means, openOutbox, type OthersWaiting, type Outbox, type Trouble } from "./outbox.ts";
import { type Entry, keep, kept, openStorage, type Storage } from "./storage.ts";

export type Phone = {
  readonly personId: string;
  readonly storage: Storage;
  readonly outbox: Outbox;
  /** Without those that another page of this app wrote and shows. */
  readonly entries: readonly Entry[];
  readonly othersWaiting: OthersWaiting;
  readonly trouble: Trouble | undefined;
  readonly room: Room;
};

/** How entries of this app go out: through which doors, by what means, and which of them wait for better network. Must not change from one drawing to the next. */
export type Sending = Pick<Means, "endpoints" | "transmit" | "holds" | "left">;

/** Doors through which a page sends what another page of this app wrote, as it stands: one phone has one outbox. Set once, by whoever knows every page. */
export const AlsoSent = createContext<readonly Endpoint[]>([]);

/** What this phone keeps and sends for a person; undefined while it is being opened. */
export function usePhone(personId: string, sending: Sending): Phone | undefined {
  const everywhere = useContext(AlsoSent);
  const [phone, setPhone] = useState<Phone>();
  useEffect(() => {
    let left = false;
    const leave: (() => void)[] = [() => (left = true)];
    const open = async () => {
      const storage = await openStorage();
      const also = everywhere.filter(({ name }) => !sending.endpoints.some((own) => own.name === name));
      const outbox = openOutbox({ storage, personId, ...sending, also });
      let room: Room = { mayBeCleared: false, isNearlyFull: false };
      let [asked, shown] = [0, 0];
      const look = async () => {
        if (left) return;
        const turn = (asked += 1);
        const [all, othersWaiting] = [await outbox.entries(), await outbox.othersWaiting()];
        const entries = all.filter(({ endpoint }) => !also.some(({ name }) => name === endpoint));
        room = { ...room, isNearlyFull: await isNearlyFull() };
        // An older look that took longer is not shown after a newer one.
        if (left || turn < shown) return;
        shown = turn;
        setPhone({ personId, storage, outbox, entries, othersWaiting, trouble: outbox.trouble(), room });
      };
      leave.push(outbox.onChange(look), () => storage.close());
      await look();
      if (left) return leave.forEach((one) => one());
      leave.push(keepSending(outbox));
      room = await askForRoom();
      await look();
    };
    void open();
    return () => leave.forEach((one) => one());
  }, [personId, sending, everywhere]);
  // Another person's entries are not shown for as long as it takes to open one's own.
  return phone?.personId === personId ? phone : undefined;
}

/** Minutes this phone's clock is wrong by, as last heard. */
export function useClockOff(): number {
  return useSyncExternalStore(onClock, clockOffMinutes);
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
