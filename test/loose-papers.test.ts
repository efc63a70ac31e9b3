// A paper that somebody has vouched for is kept with its promise; another goes by a decision of disposal, and not while it is on hold.
import { expect, test } from "vitest";
import * as privacy from "../src/collect/privacy/api.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import { disposeEverywhere } from "../src/main/dispose.ts";
import * as pledge from "../src/pledge/api.ts";
import * as paper from "../src/pledge/paper/api.ts";
import { giveKey } from "./authenticator.ts";
import { onBothEngines } from "./databases.ts";
import { openTestHouse } from "./house.ts";
import { renewed } from "./renewed.ts";
import { insideDemo, takeKeys, takeOn } from "./stores.ts";
import { withReasons } from "./with-reasons.ts";

const partnership = "ockelbo";
const at = { partnership, slug: "2028-2030" };
const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}`);

onBothEngines("papers that were handed in", (fresh) => {
  test("what is a signature stays, what never was one goes by decision", async () => {
    const database = await fresh({ demo: true });
    const inside = await insideDemo(database);
    await takeOn(inside, "Rut", { party: "police", role: "liaison", title: "kommunpolis" });
    await takeKeys(inside, "Sofia");
    const house = await openTestHouse(database);
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const [sofia, rut] = [await house.as("Sofia"), await house.as("Rut")];
    await renewed(karin, "2025-2027", at.slug);
    const { content, revision } = (await karin.call(pledge.openDocument, at)).value;
    const period = {
      from: { said: "2026", on: "2026-11-01" as Day },
      to: { said: "2030", on: "2030-12-31" as Day },
    };
    await karin.call(pledge.saveDraft, { ...at, revision, content: withReasons({ ...content, period }) });
    expect((await karin.call(pledge.propose, at)).status).toBe(200);
    const { mandates } = (await johan.call(paper.readPaper, at)).value;
    const mandateId = mandates[0]!.id as never;
    const handIn = async (text: string) =>
      (await johan.call(paper.handInPaper, { ...at, mandateId, on: "2026-11-24" }, pdf(text))).value;
    const [loose, signed] = [await handIn("fel sidor"), await handIn("undertecknat")];

    const of = { partnership, kind: "loose-paper" as const };
    const decision = {
      partnership,
      sourceKind: of.kind,
      months: 12,
      body: "Polismyndigheten",
      decidedOn: "2026-03-05",
    };
    const { id } = (await johan.call(privacy.decideRetention, { ...decision, paragraph: "§ 31" })).value;
    expect((await sofia.call(privacy.approveRetention, { partnership, id })).status).toBe(200);
    const due = async () => {
      const { rules } = (await johan.call(privacy.listRetention, { partnership })).value;
      return rules.map((rule) => [rule.due, rule.held]);
    };
    const kept = async () => {
      await disposeEverywhere(house.house);
      const rows = await inside.as("system", (tx) => tx.selectFrom("pledge_paper").select("scan").execute());
      return rows.map(({ scan }) => scan).toSorted();
    };
    const both = [loose.scan, signed.scan].toSorted();
    house.setClock("2028-01-02T09:00:00.000Z" as Instant);
    // Either may still become the signature.
    expect([await due(), await kept()]).toEqual([[[0, 0]], both]);

    house.setClock("2026-11-24T10:00:00.000Z" as Instant);
    const key = await giveKey(database, "Rut");
    const paperId = signed.paperId as never;
    const asked = (await rut.call(paper.askToVouch, { ...at, paperId })).value;
    const answer = key.answer(asked.options["challenge"] as string);
    const vouched = await rut.call(paper.vouch, { ...at, paperId, signingId: asked.signingId, answer });
    expect(vouched.value.state).toBe("half-signed");

    expect(await kept()).toEqual(both);
    house.setClock("2028-01-02T09:00:00.000Z" as Instant);
    expect(await due()).toEqual([[1, 0]]);
    await johan.call(privacy.holdKind, { ...of, reason: "begärd ut" });
    expect([await due(), await kept()]).toEqual([[[0, 1]], both]);
    await johan.call(privacy.letGoKind, of);
    expect(await kept()).toEqual([signed.scan]);
    expect(await house.house.files.get(loose.scan)).toBeUndefined();
    expect(await house.house.files.get(signed.scan)).toBeDefined();
    const { runs } = (await johan.call(privacy.listRetention, { partnership })).value;
    expect(runs).toMatchObject([{ sourceKind: "loose-paper", photos: 1 }]);
    const DENIED = expect.objectContaining({ code: "42501" });
    for (const who of ["system", "Johan"])
      await expect(inside.as(who, (tx) => tx.deleteFrom("pledge_paper").execute())).rejects.toEqual(DENIED);
    await house.close();
  });
});
