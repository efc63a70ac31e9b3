import { expect, test } from "vitest";
import type { Moment } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { undoImport } from "./undo.ts";

const state = (run: "running" | "finished" | "undoing" | "undone", isReadInto = false) => ({
  isReadInto,
  partnershipId: "ockelbo",
  ownerOrganisationId: "kommunen",
  run: { id: "1", kind: "csv" as const, added: 1, sourceId: "2", state: run },
});
const moment = {} as Moment;

test.each([
  ["running", { ok: false, refusal: { why: "import-is-running" } }],
  ["undone", { ok: false, refusal: { why: "import-already-undone" } }],
  ["finished", { ok: true, value: { id: "1" } }],
  ["undoing", { ok: true, value: { id: "1" } }],
] as const)("a reading that is %s", (run, answer) => {
  expect(undoImport.decide({}, state(run), moment)).toMatchObject(answer);
});

test("is not taken back while another file is read into the same source", () => {
  expect(undoImport.decide({}, state("finished", true), moment)).toEqual({
    ok: false,
    refusal: { why: "source-is-read-into" },
  });
});

test("is undone by the owner's own people", () => {
  const of = (organisationId: string): Person =>
    ({ id: "p", name: "n", grants: [{ partnershipId: "ockelbo", organisationId, role: "coordinator" }] }) as never;
  expect(undoImport.may(of("kommunen"), {}, state("finished"))).toBeUndefined();
  expect(undoImport.may(of("polisen"), {}, state("finished"))).toEqual({ why: "not-yours" });
});
