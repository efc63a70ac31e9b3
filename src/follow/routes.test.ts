import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../test/house.ts";
import * as pledge from "../pledge/api.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";

onBothEngines("what waits and what is counted, through its doors", (fresh) => {
  let house: TestHouse;
  let karin: Caller;
  beforeAll(async () => {
    house = await openTestHouse(await fresh({ demo: true }));
    karin = await house.as("Karin");
  });

  test("the seven stages count what is there, in both languages", async () => {
    const { counts } = (await karin.call(api.cycle, { partnership })).value;
    expect(Object.keys(counts)).toEqual(["collect", "picture", "prioritise", "pledge", "act", "follow", "tell"]);
    expect(counts.act).toEqual({ sv: "6 aktiviteter", en: "6 activities" });
    expect(counts.pledge.sv).toBe("löfte 2025-2027");
    for (const { sv, en } of Object.values(counts)) expect(`${sv} ${en}`).not.toMatch(/[{}]|undefined|NaN/);
  });

  test("what a draft leaves open and nobody has taken stands with those who write", async () => {
    const draft = { partnership, slug: "2031-2033" };
    await karin.call(pledge.startDraft, draft);
    const { content, revision } = (await karin.call(pledge.openDocument, draft)).value;
    const text = "Ett område till väljs under perioden.";
    const left = { id: crypto.randomUUID(), order: 1, text, theme: "trygghet", owner: "joint", openSlot: true };
    const pledges = [{ ...left, problemIds: [], activities: [] }] as unknown as typeof content.pledges;
    await karin.call(pledge.saveDraft, { ...draft, revision, content: { ...content, pledges } });
    const turns = async (who: Caller) =>
      (await who.call(api.waiting, { partnership })).value.turns.filter(({ kind }) => kind === "open-slot");
    for (const who of [karin, await house.as("Johan")])
      expect(await turns(who)).toEqual([{ kind: "open-slot", title: text, href: "/lova/ockelbo/2031-2033" }]);
    expect(await turns(await house.as("Ingrid"))).toEqual([]);
  });
});
