// What goes by a disposal decision outside notes: answers with their photos, what those with a receipt said, contacts, hearings, how a note was put for the protocol.
import { sql } from "kysely";
import { expect, test } from "vitest";
import * as campaigns from "../src/collect/campaigns/api.ts";
import * as hearings from "../src/collect/hearings/api.ts";
import * as privacy from "../src/collect/privacy/api.ts";
import type { Instant } from "../src/ground/time.ts";
import { disposeEverywhere } from "../src/main/dispose.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import type { AnyTransaction } from "../src/platform/server/house.ts";
import { onBothEngines } from "./databases.ts";
import { openTestHouse } from "./house.ts";
import { codeOn, fillIn, press } from "./resident.ts";

const partnership = "ockelbo";
const AT = "2026-11-24T09:00:00.000Z" as Instant;
const LATER = "2028-12-01T03:00:00.000Z" as Instant;
const FORM = "/svara/amot?ort=amot";
const PROBE = "provsträngen";

/** In how many rows of any table the words stand. */
async function rowsWith(database: Database, words: string): Promise<string[]> {
  return database.asOwner(async (tx) => {
    const any = tx as unknown as AnyTransaction;
    const { rows: tables } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`.execute(
      any,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } =
        await sql`select 1 from ${sql.table(name)} t where to_jsonb(t)::text like ${`%${words}%`} limit 1`.execute(any);
      if (rows.length > 0) found.push(name);
    }
    return found;
  });
}

onBothEngines("what was said goes by decision", (fresh) => {
  test("answers, disputes, contacts and hearings lose their words, figures and receipts stay, and a hold stops it", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database, { at: AT });
    const [karin, goran, johan] = [await house.as("Karin"), await house.as("Göran"), await house.as("Johan")];
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    const { themes } = (await karin.call(campaigns.listThemes, { partnership })).value;
    const theme = themes.find(({ name }) => name === "belysningen vid skolan")!;
    const last = await fillIn(ask, FORM, {
      "hur-trygg": "mycket-trygg",
      plats: "skolan",
      "plats.point": "16.4518 60.9634",
      "plats.words": `vid ${PROBE}`,
      "vad-behovs": `Trasiga lampor vid ${PROBE}`,
      agree: theme.id,
    });
    house.setClock("2026-11-24T09:01:00.000Z" as Instant);
    const code = codeOn(await press(ask, FORM, last, [["contact", `Anna ${PROBE}`]], "send"))!;
    const { waiting } = (await karin.call(campaigns.followCampaign, { partnership, slug: "amot" })).value;
    await karin.call(campaigns.reviewAnswer, { partnership, id: waiting[0]!.id });
    const step = { partnership, id: theme.id, kind: "done" as const, on: "2026-11-24", text: "nya armaturer" };
    await karin.call(campaigns.tellStep, step);
    const body = new URLSearchParams({ code, theme: theme.id, verdict: "no", go: "send", left: `Mörkt vid ${PROBE}` });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await ask("/kvitto", { method: "POST", headers, body: body.toString() })).status).toBe(200);
    await karin.call(campaigns.closeCampaign, { partnership, slug: "amot" });
    const heard = await karin.call(hearings.noteHearing, {
      partnership,
      actorKind: "trade",
      area: "Ockelbo",
      actors: 7,
      heldOn: "2026-11-20",
      themes: [{ category: "vandalism.damage", text: `Fönster krossas vid ${PROBE}` }],
      wishPolice: `Fotpatrull vid ${PROBE}`,
    });
    expect(heard.status).toBe(200);
    expect(await rowsWith(database, PROBE)).toEqual(
      expect.arrayContaining(["campaign_answer", "campaign_contacts", "hearing", "receipt_dispute"]),
    );
    const figures = async () => {
      const { tallies, counts, methods, groups } = (
        await karin.call(campaigns.followCampaign, { partnership, slug: "amot" })
      ).value;
      const sources = (await karin.call(campaigns.listThemes, { partnership })).value.themes;
      return { tallies: tallies.map((tally) => JSON.stringify(tally)).toSorted(), counts, methods, groups, sources };
    };
    // What was pointed out is of the same answer, and of no other table.
    expect(await rowsWith(database, '"item_key": "plats"')).toEqual(["campaign_point"]);
    const before = await figures();
    const receipt = async () => (await ask(`/kvitto/${code}`)).text();
    expect(await receipt()).toContain("belysningen vid skolan");

    for (const sourceKind of ["dialogue", "hearing"] as const) {
      const decision = { partnership, sourceKind, months: 24, body: "KS", decidedOn: "2026-03-05", paragraph: "§ 31" };
      const { id } = (await karin.call(privacy.decideRetention, decision)).value;
      await goran.call(privacy.approveRetention, { partnership, id });
    }
    house.setClock(LATER);
    const kind = "hearing" as const;
    const hold = { partnership, kind, reason: "begärd ut" };
    expect((await karin.call(privacy.holdKind, { ...hold, reason: "" })).problem.why).toBe("reason-needed");
    expect((await karin.call(privacy.holdKind, hold)).status).toBe(200);
    expect((await karin.call(privacy.holdKind, hold)).problem.why).toBe("held-already");
    expect((await johan.call(privacy.letGoKind, { partnership, kind })).problem.why).toBe("not-held");
    const rules = async () => (await karin.call(privacy.listRetention, { partnership })).value.rules;
    const ruleOf = async (of: string) => (await rules()).find(({ sourceKind }) => sourceKind === of)!;
    expect((await ruleOf("hearing")).held).toBeGreaterThan(0);
    expect((await ruleOf("dialogue")).due).toBeGreaterThanOrEqual(21);
    await disposeEverywhere(house.house);
    expect(await rowsWith(database, PROBE)).toContain("hearing");
    expect(await rowsWith(database, PROBE)).not.toContain("campaign_answer");
    expect(await rowsWith(database, '"item_key": "plats"')).toEqual([]);

    expect((await karin.call(privacy.letGoKind, { partnership, kind })).status).toBe(200);
    await disposeEverywhere(house.house);
    await disposeEverywhere(house.house);
    expect(await rowsWith(database, PROBE)).toEqual([]);
    const { runs } = (await karin.call(privacy.listRetention, { partnership })).value;
    expect(runs.filter(({ sourceKind }) => sourceKind === "dialogue")).toHaveLength(1);
    expect(runs.find(({ sourceKind }) => sourceKind === "dialogue")!.texts).toBeGreaterThanOrEqual(23);
    expect(await receipt()).toContain(
      "Texten är gallrad enligt beslut 5 mars 2026 § 31. Vad den ledde till finns kvar.",
    );
    expect(await receipt()).toContain("belysningen vid skolan");
    house.setClock(AT);
    expect(await figures()).toEqual(before);
    await house.close();
  });
});
