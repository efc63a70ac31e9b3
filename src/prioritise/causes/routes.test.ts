import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import type { Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import { declineProblem, listProblems, raiseProblem } from "../api.ts";
import * as problems from "../store.ts";
import type { Evidence } from "../problem.ts";
import * as api from "./api.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const said = {
  perspective: "situation" as const,
  text: "Ingen har ansvar för lamporna",
  influenceableBy: "municipality" as const,
  unknown: "",
  evidenceIds: [],
};
const lit = { text: "Nya lampor", technique: "natural-surveillance" as const, byWhom: "municipality" as const };

onBothEngines("the causes of a problem through their doors", (fresh) => {
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  let id: string;
  let of: store.Of;
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    inside = await insideDemo(database);
    const house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const raised = await karin.call(raiseProblem, {
      partnership,
      what: "Gångtunneln är mörk",
      place: { kind: "unknown" },
      since: "i höst",
      affected: "de som går",
      category: "place.lighting",
      evidence: [
        { kind: "observation", refId: idInDemo("observation ockelbo-2021 9"), caption: "Mörkt", strength: "fair" },
      ],
    });
    id = raised.value.id;
    of = { partnershipId: inside.partnershipId, problemId: id };
  });
  const read = async (who: Caller) => (await who.call(api.readCauses, { partnership, id })).value;
  const noted = async (more: object = {}) =>
    (await karin.call(api.noteCause, { partnership, id, ...said, ...more })).value.id;
  const evidenceIds = async (who: Caller) =>
    (await who.call(listProblems, { partnership })).value.problems
      .find((problem) => problem.id === id)!
      .evidence.map((one) => one.id);

  test("a card is written by one, changed by the other, and both read the same", async () => {
    const causeId = await noted({ evidenceIds: await evidenceIds(karin), strength: "weak", unknown: "Vem äger dem?" });
    const on = { partnership, id, causeId };
    const changed = await johan.call(api.changeCause, { ...on, version: 1, ...said, strength: "strong" });
    expect(changed.value).toEqual({ version: 2 });
    const late = await karin.call(api.changeCause, { ...on, version: 1, ...said, text: "Något annat" });
    expect(late.problem.why).toBe("card-changed-meanwhile");
    expect(await read(johan)).toEqual(await read(karin));
    expect(await read(karin)).toMatchObject({
      causes: [{ text: said.text, strength: "strong", unknown: "", version: 2, setAside: null }],
      ends: { causes: [causeId], measures: [] },
    });
  });

  test("a measure hits a cause, and stands alone when that is set aside", async () => {
    const causeId = await noted({ text: "Häcken tar ljuset" });
    const on = { partnership, id };
    const none = await johan.call(api.noteMeasure, { ...on, ...lit, causeIds: [] });
    expect(none.problem.why).toBe("measure-hits-no-cause");
    const measureId = (await johan.call(api.noteMeasure, { ...on, ...lit, causeIds: [causeId] })).value.id;
    expect((await read(karin)).ends.measures).toEqual([]);
    const aside = { ...on, causeId, version: 1, because: "Häcken är klippt" };
    expect((await karin.call(api.setCauseAside, aside)).value).toEqual({ version: 2 });
    expect((await read(karin)).ends.measures).toEqual([measureId]);
    // What is set aside is no longer counted as a cause where problems are weighed.
    const inRound = await inside.as("Johan", (tx) => problems.problemById(tx, inside.partnershipId, id));
    expect(inRound?.causes.map(({ text }) => text)).not.toContain("Häcken tar ljuset");
    expect((await johan.call(api.takeCauseUp, { ...on, causeId, version: 2 })).value).toEqual({ version: 3 });
    expect((await read(karin)).ends.measures).toEqual([]);
    const changed = { ...on, measureId, version: 1, ...lit, text: "Nya lampor och klippt häck", causeIds: [causeId] };
    expect((await karin.call(api.changeMeasure, changed)).value).toEqual({ version: 2 });
    const dropped = { ...on, measureId, version: 2, because: "Ryms inte i budgeten" };
    expect((await johan.call(api.setMeasureAside, dropped)).status).toBe(200);
    expect((await read(karin)).measures).toMatchObject([
      { text: "Nya lampor och klippt häck", setAside: "Ryms inte i budgeten", version: 3 },
    ]);
  });

  test("what one party keeps to itself is rested on unseen, and stays when the other changes the card", async () => {
    const own = await inside.as("system", async (tx) => {
      const evidence: Evidence = {
        kind: "question",
        question: `fran=2021-10&${newId(Date.parse(AT))}`,
        id: newId(Date.parse(AT)),
        caption: "Bara kommunen vet",
        strength: "weak",
        sharing: "own",
        ownerId: inside.organisations["municipality"]!,
        citedAt: AT,
      };
      await problems.addEvidence(tx, inside.partnershipId, id, evidence);
      return evidence.id;
    });
    const causeId = await noted({ text: "Belysningen är avtalad bort", evidenceIds: [own] });
    const seenBy = async (who: Caller) => (await read(who)).causes.find((one) => one.id === causeId)?.evidenceIds;
    expect(await seenBy(karin)).toEqual([own]);
    expect(await seenBy(johan)).toEqual([]);
    const guess = { partnership, id, causeId, version: 1, ...said, evidenceIds: [own] };
    expect((await johan.call(api.changeCause, guess)).problem.why).toBe("evidence-not-found");
    const shared = (await evidenceIds(johan)).slice(0, 1);
    expect((await johan.call(api.changeCause, { ...guess, evidenceIds: shared })).status).toBe(200);
    expect(await seenBy(karin)).toEqual(expect.arrayContaining([own, ...shared]));
    expect(await seenBy(johan)).toEqual(shared);
  });

  test("the database refuses what the rule refuses", async () => {
    const card = (text: string) => ({
      id: newId(Date.parse(AT)),
      ...said,
      text,
      version: 1,
      setAside: undefined,
    });
    const adds = (who: string, where: store.Of = of) =>
      inside.as(who, (tx) => store.addCause(tx, where, card("Något"), { at: AT }));
    // Who only reads, a stranger, and whoever works elsewhere write nothing here.
    await expect(adds("stranger")).rejects.toThrow(/row-level security|permission denied/);
    await expect(adds("Ingrid")).rejects.toThrow(/row-level security|permission denied/);
    await expect(adds("Karin")).resolves.toBeUndefined();
    const causeId = await noted({ text: "Tunneln saknar namn" });
    const renamed = await inside.as("Ingrid", (tx) =>
      tx.updateTable("problem_cause").set({ text: "Ändrat" }).where("id", "=", causeId).executeTakeFirst(),
    );
    expect(Number(renamed.numUpdatedRows)).toBe(0);
    await expect(inside.as("stranger", (tx) => store.measuresOf(tx, of))).rejects.toThrow(
      /row-level security|permission denied/,
    );
    // Once it is answered nothing of it is changed.
    await karin.call(declineProblem, { partnership, id, publicReason: "Vägen är statens" });
    await expect(adds("Karin")).rejects.toThrow(/row-level security|permission denied/);
    const after = await karin.call(api.noteCause, { partnership, id, ...said });
    expect(after.problem.why).toBe("problem-is-closed");
    const late = await inside.as("Karin", (tx) =>
      tx.updateTable("problem_cause").set({ text: "Ändrat" }).where("id", "=", causeId).executeTakeFirst(),
    );
    expect(Number(late.numUpdatedRows)).toBe(0);
  });
});
