import { uuidv7 } from "../../ground/id.ts";
import { dayOf, instantOf, type Day, type Instant } from "../../ground/time.ts";

/** An id made on this device, also without network. */
export function newDeviceId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

const DEVICE = "samsyn.device";
/** This device, under a name that says nothing else. */
export function deviceId(): string {
  const kept = localStorage.getItem(DEVICE) ?? newDeviceId();
  localStorage.setItem(DEVICE, kept);
  return kept;
}

/** What this device's clock says. */
export function deviceNow(): Instant {
  return instantOf(Date.now());
}

/** Today in Sweden, by this device's clock. */
export function today(): Day {
  return dayOf(deviceNow());
}

/** A clock that goes less wrong than this is right: an answer takes its time on the way. */
const SLACK_MINUTES = 2;
let offMinutes = 0;
const clockListeners = new Set<() => void>();

/** The server tells its time with every answer; how far from it this device's clock goes. */
export function hearClock(date: string | null): void {
  const heard = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(heard)) return;
  const off = Math.round((Date.now() - heard) / 60_000);
  const told = Math.abs(off) < SLACK_MINUTES ? 0 : off;
  if (told === offMinutes) return;
  offMinutes = told;
  for (const listener of clockListeners) listener();
}

/** Minutes this device's clock is ahead of the server's, as last heard; 0 when it is right. */
export function clockOffMinutes(): number {
  return offMinutes;
}

export function onClock(listener: () => void): () => void {
  clockListeners.add(listener);
  return () => clockListeners.delete(listener);
}

/** What the browser promises about what it keeps, and whether there is room for more than words. */
export type Room = { readonly mayBeCleared: boolean; readonly isNearlyFull: boolean };
/** Two or three photos. */
const LITTLE_ROOM_BYTES = 3 * 1024 * 1024;

/** Asks the browser to keep what it is given, which it may refuse; and how much more it takes. */
export async function askForRoom(): Promise<Room> {
  const storage = navigator.storage as StorageManager | undefined;
  const isKept = await storage?.persist?.().catch(() => false);
  return { mayBeCleared: isKept !== true, isNearlyFull: await isNearlyFull() };
}

export async function isNearlyFull(): Promise<boolean> {
  const estimate = await (navigator.storage as StorageManager | undefined)?.estimate?.().catch(() => undefined);
  if (estimate?.quota === undefined || estimate.usage === undefined) return false;
  return estimate.quota - estimate.usage < LITTLE_ROOM_BYTES;
}

const WIFI_ONLY = "samsyn.photos-on-wifi";
type Connection = { readonly type?: string };
const connection = () => (navigator as { connection?: Connection }).connection;

/** Whether this device can tell wifi from the mobile network; few can. */
export function knowsWifi(): boolean {
  return connection()?.type !== undefined;
}
export function photosOnWifiOnly(): boolean {
  return localStorage.getItem(WIFI_ONLY) === "yes";
}
export function setPhotosOnWifiOnly(only: boolean): void {
  localStorage.setItem(WIFI_ONLY, only ? "yes" : "no");
}
/** True while photos are to wait: it was chosen so, and this is known not to be wifi. */
export function isAwayFromWifi(): boolean {
  return photosOnWifiOnly() && knowsWifi() && !["wifi", "ethernet"].includes(connection()?.type ?? "");
}

const FIELD_LIGHT = "samsyn.field-light";
/** The screen outdoors: dim and warm, unless this phone was told that the sun shines. */
export function fieldLight(): "night" | "sun" {
  return localStorage.getItem(FIELD_LIGHT) === "sun" ? "sun" : "night";
}
export function setFieldLight(light: "night" | "sun"): void {
  localStorage.setItem(FIELD_LIGHT, light);
  document.documentElement.dataset["theme"] = light;
}
