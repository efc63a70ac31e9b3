// What is taken along for the time without network: the app itself, the map's ground, and what a trial start without network finds.
import type { OutputOf } from "../../ground/endpoint.ts";
import { call } from "../../platform/browser/client.ts";
import { keep, kept, type Storage } from "../../platform/browser/storage.ts";
import { listWalks, showGround } from "../api.ts";

/** The map's ground as it lies in the phone; `basemap` where the municipality has one. */
export type Ground = OutputOf<typeof showGround> & { readonly basemap: string | undefined };

const groundName = (partnership: string) => `ground ${partnership}`;
/** Not among the app's own files, which change with the app. */
const MAPS = "along-samsyn";

export async function groundAlong(
  storage: Storage,
  personId: string,
  partnership: string,
): Promise<Ground | undefined> {
  return kept<Ground>(storage, personId, groundName(partnership));
}

/** Fetches what is not in the phone yet, and tells how much lies there. Undefined when some of it is missing. */
export async function takeAlong(storage: Storage, personId: string, partnership: string): Promise<number | undefined> {
  const asked = await call(showGround, { partnership });
  if (asked.ok) {
    const basemap = `/basemap/${asked.value.code}.pmtiles`;
    const map = await fetch(basemap).catch(() => undefined);
    if (map?.ok === true) await (await caches.open(MAPS)).put(basemap, map);
    const ground: Ground = { ...asked.value, basemap: map?.ok === true ? basemap : undefined };
    await keep(storage, personId, groundName(partnership), ground);
  }
  const ground = await groundAlong(storage, personId, partnership);
  return ground !== undefined && (await isWhole("along?")) ? bytesAlong() : undefined;
}

/** How much the app and the maps take, in bytes. */
async function bytesAlong(): Promise<number> {
  let bytes = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
  }
  return bytes;
}

/** Asks the worker that starts the app without network whether it has all of the app's files. */
async function isWhole(message: "along?" | "cut" | "mend"): Promise<boolean> {
  const registration = await (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.ready;
  const worker = registration?.active;
  if (worker === undefined || worker === null) return false;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", ({ data }) => resolve(data === true));
    port1.start();
    worker.postMessage(message, [port2]);
  });
}

const TRIAL = "samsyn.trial-start";

/** «Provstarta utan nät»: the network is cut for this app and the page started anew, from cold. */
export async function startTrial(): Promise<void> {
  sessionStorage.setItem(TRIAL, "yes");
  await isWhole("cut");
  location.reload();
}

export function isTrial(): boolean {
  return sessionStorage.getItem(TRIAL) !== null;
}

export type Missing = "missingApp" | "missingWalk" | "missingMap" | "missingRoom" | "notCut";

/** After the start without network: what would be missing outdoors. Gives the network back. */
export async function endTrial(storage: Storage, personId: string, partnership: string): Promise<Missing | undefined> {
  try {
    return await missing(storage, personId, partnership);
  } finally {
    sessionStorage.removeItem(TRIAL);
    await isWhole("mend");
  }
}

async function missing(storage: Storage, personId: string, partnership: string): Promise<Missing | undefined> {
  const heard = await call(listWalks, { partnership });
  if (heard.ok || heard.refusal.status !== 0) return "notCut";
  if (!(await isWhole("along?"))) return "missingApp";
  const walks = await kept<readonly unknown[]>(storage, personId, `walks ${partnership}`);
  if (walks === undefined || walks.length === 0) return "missingWalk";
  const ground = await groundAlong(storage, personId, partnership);
  const isMapThere = ground?.basemap === undefined || (await fetch(ground.basemap).catch(() => undefined))?.ok === true;
  if (ground === undefined || !isMapThere) return "missingMap";
  try {
    await keep(storage, personId, "trial", new Date().toISOString());
  } catch {
    return "missingRoom";
  }
  return undefined;
}
