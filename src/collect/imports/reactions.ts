import type { Reaction } from "../../platform/server/house.ts";
import { enqueue } from "../../platform/server/jobs/jobs.ts";

/** The work that a file waits for. Done by a worker of its own, so that a long file keeps nothing else waiting. */
export const WORK_ON_FILE = "collect.work-on-file";

/** A reading that is to be taken back, as large as it may be. */
export const UNDO_IMPORT = "collect.undo-import";

/** A file is tried and read under the system's rights, a transaction a batch; who asked for it was asked before. */
export const importReactions: readonly Reaction[] = [
  {
    name: "collect.file-asked-for",
    on: ["import.tried", "import.begun"],
    work: ({ subjectId, at }, { tx, newId }) =>
      enqueue(tx, { id: newId(), name: WORK_ON_FILE, body: { id: subjectId ?? "" }, runAt: at }),
  },
  {
    name: "collect.undo-asked-for",
    on: ["import.undo-begun"],
    work: ({ subjectId, at }, { tx, newId }) =>
      enqueue(tx, { id: newId(), name: UNDO_IMPORT, body: { id: subjectId ?? "" }, runAt: at }),
  },
];
