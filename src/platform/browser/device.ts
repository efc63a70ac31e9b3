import { uuidv7 } from "../../ground/id.ts";
import { instantOf, type Instant } from "../../ground/time.ts";

/** An id made on this device, also without network. */
export function newDeviceId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** What this device's clock says. */
export function deviceNow(): Instant {
  return instantOf(Date.now());
}
