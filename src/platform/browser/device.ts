import { uuidv7 } from "../../ground/id.ts";
import { dayOf, instantOf, type Day, type Instant } from "../../ground/time.ts";

/** An id made on this device, also without network. */
export function newDeviceId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** What this device's clock says. */
export function deviceNow(): Instant {
  return instantOf(Date.now());
}

/** Today in Sweden, by this device's clock. */
export function today(): Day {
  return dayOf(deviceNow());
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
