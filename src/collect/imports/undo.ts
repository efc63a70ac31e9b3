// Taking back a whole reading: what it added goes, what it changed says again what it said before.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { ImportKind, ImportState } from "./import-report.ts";
import { COLLECTORS } from "../source.ts";

export type UndoWhy = "not-yours" | "import-is-running" | "import-already-undone";
/** What became of the rows: gone from everywhere, or back to what they said. */
export type Undone = { readonly removed: number; readonly putBack: number };

type Undoing = {
  readonly partnershipId: string;
  readonly ownerOrganisationId: string;
  readonly run: {
    readonly id: string;
    readonly sourceId: string;
    readonly kind: ImportKind;
    readonly state: ImportState;
    readonly added: number;
  };
};

export const undoImport = command({
  event: "import.undone",
  may: (
    person: Person,
    _input: unknown,
    { partnershipId, ownerOrganisationId }: Undoing,
  ): Refusal<UndoWhy> | undefined =>
    grantsIn(person, partnershipId, COLLECTORS).some(({ organisationId }) => organisationId === ownerOrganisationId)
      ? undefined
      : { why: "not-yours" },
  decide: (_input: unknown, { run }: Undoing): Result<Undoing["run"], Refusal<UndoWhy>> => {
    if (run.state === "running") return no("import-is-running");
    return run.state === "undone" ? no("import-already-undone") : yes(run);
  },
});
