import type { AnyTransaction, Reaction } from "../../platform/server/house.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Within } from "../../partnership/tables.ts";
import { isUndoneReading, takeBackAnswers } from "./store.ts";

/** Answers are taken away under the system's rights, since the groups they were counted in are read by nobody; who asked for it was asked before. */
export const xlsformReactions: readonly Reaction[] = [
  {
    name: "collect.take-back-answers",
    on: ["import.undone"],
    work: async ({ subjectId }, { tx }) => {
      const within: Within<CollectDatabase> = tx satisfies AnyTransaction;
      if (subjectId !== undefined && (await isUndoneReading(within, subjectId)))
        await takeBackAnswers(within, subjectId);
    },
  },
];
