// Reading a form: who may, and that nothing is kept of it. What stands in it is told by sheet and row, faults and all.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person, type Role } from "../../ground/party.ts";
import type { Refusal, Result } from "../../ground/result.ts";
import { CAMPAIGN_LEADERS } from "../campaigns/campaign.ts";
import { WALK_LEADERS } from "../walk.ts";
import { campaignForm } from "./campaign-form.ts";
import { readForm, type ReadForm } from "./form.ts";
import type { FormSheets, SheetsWhy } from "./sheets.ts";
import { walkForm } from "./walk-form.ts";

export type FormWhy = SheetsWhy | "not-yours";
type Reading = {
  readonly partnershipId: string;
  /** Undefined where whoever asks may not: a file is not opened for nobody. */
  readonly sheets: Result<FormSheets, Refusal<SheetsWhy>> | undefined;
};

function readingAs<Form>(leaders: readonly Role[], made: (form: ReadForm) => Form) {
  return command({
    event: "form.read",
    may: (person: Person, _input: unknown, { partnershipId }: Reading): Refusal<FormWhy> | undefined =>
      grantsIn(person, partnershipId, leaders).length > 0 ? undefined : { why: "not-yours" },
    decide: (_input: unknown, { sheets }: Reading): Result<Form, Refusal<FormWhy>> => {
      if (sheets === undefined) return { ok: false, refusal: { why: "not-yours" } };
      return sheets.ok ? { ok: true, value: made(readForm(sheets.value)) } : sheets;
    },
  });
}

export const readAsCampaign = readingAs(CAMPAIGN_LEADERS, campaignForm);
export const readAsWalk = readingAs(WALK_LEADERS, walkForm);
