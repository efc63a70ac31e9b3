import type { StatusKind } from "../../ui/status.tsx";
import type { Status } from "../reports/report.ts";

/** The diamond each status is drawn by, inside and outside. */
export const STATUS_KINDS: Readonly<Record<Status, StatusKind>> = {
  "not-started": "waiting",
  running: "running",
  "on-plan": "running",
  behind: "behind",
  met: "met",
  exceeded: "exceeded",
  partly: "partly",
  "not-met": "missed",
  dropped: "ended",
  "not-measurable": "unmeasurable",
};
