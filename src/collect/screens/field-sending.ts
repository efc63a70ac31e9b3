import { isAwayFromWifi } from "../../platform/browser/device.ts";
import type { Sending } from "../../platform/browser/use-outbox.ts";
import { attachPhoto } from "../api.ts";
import { FIELD_DOORS, sendFromField } from "./field-send.ts";
import { leftDoor } from "./left-notes.ts";

/** How what was written outdoors goes out, from whichever page is open. */
export const FIELD_SENDING: Sending = {
  endpoints: FIELD_DOORS,
  transmit: sendFromField,
  left: leftDoor,
  holds: ({ endpoint }) => endpoint === attachPhoto.name && isAwayFromWifi(),
};
