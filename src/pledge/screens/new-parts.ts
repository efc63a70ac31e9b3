import { newDeviceId } from "../../platform/browser/device.ts";
import type { Activity, Pledge } from "../document.ts";

/** An empty pledge, tied to the problem it is started from. */
export function newPledge(order: number, problemId: string | null): Pledge {
  return {
    id: newDeviceId() as Pledge["id"],
    order,
    text: "",
    theme: "trygghet",
    owner: "joint",
    problemIds: problemId === null ? [] : [problemId as Pledge["problemIds"][number]],
    activities: [newActivity(`${order}.1`)],
  };
}

export function newActivity(number: string): Activity {
  return { id: newDeviceId() as Activity["id"], number, text: "", owner: "joint", modality: "do-count" };
}
