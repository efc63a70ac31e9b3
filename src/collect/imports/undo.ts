// Taking back a whole reading: what it added goes, what it changed says again what it said before. Asked for here, and done in pieces by a worker.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { ImportState } from "./import-report.ts";
import { COLLECTORS } from "../source.ts";

export type UndoWhy = "not-yours" | "import-is-running" | "source-is-read-into" | "import-already-undone";

type Undoing = {
  readonly partnershipId: string;
  readonly ownerOrganisationId: string;
  readonly run: {
    readonly id: string;
    readonly sourceId: string;
    readonly state: ImportState;
  };
  /** Another file is being read into the same source. */
  readonly isReadInto: boolean;
};

/** Asked for once more while it goes on, it goes on: whoever was cut off for good is taken up again. */
export const undoImport = command({
  event: "import.undo-begun",
  may: (
    person: Person,
    _input: unknown,
    { partnershipId, ownerOrganisationId }: Undoing,
  ): Refusal<UndoWhy> | undefined =>
    grantsIn(person, partnershipId, COLLECTORS).some(({ organisationId }) => organisationId === ownerOrganisationId)
      ? undefined
      : { why: "not-yours" },
  decide: (_input: unknown, { run, isReadInto }: Undoing): Result<Undoing["run"], Refusal<UndoWhy>> => {
    if (run.state === "running") return no("import-is-running");
    if (run.state === "undone") return no("import-already-undone");
    return isReadInto ? no("source-is-read-into") : yes(run);
  },
});
