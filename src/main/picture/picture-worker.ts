// A thread that makes a scan's invented maps: given the problem once, then from which map to which.
import { replicatesOf, type ScanProblem } from "../../picture/engine/emerging/scan.ts";
import { answerTasks } from "../../platform/server/worker-pool.ts";

answerTasks((problem) => {
  const made = replicatesOf(problem as ScanProblem);
  return (portion) => made(...(portion as [from: number, to: number]));
});
