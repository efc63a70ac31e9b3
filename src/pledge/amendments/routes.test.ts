import { expect, test } from "vitest";
import { otherwise, REASON, whoAmend } from "../../../test/amending.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import * as pledge from "../api.ts";
import { activitiesOf } from "../document.ts";
import { checkLog, entriesOf } from "../store-log.ts";
import { promisedActivities } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { renewed } from "../../../test/renewed.ts";
import { strike } from "../../../test/runs-out.ts";

const partnership = "ockelbo";
const original = { partnership, slug: "2025-2027" };
const FIRST = "2025-2027-andring-1";
const LONGER = "2025-2027-forlangning";
const AT = Date.parse("2026-11-24T09:00:00.000Z");

onBothEngines("a promise in force is changed by a document of its own", (fresh) => {
  test(
    "signed again, published by two, and what is owed follows it while what was signed stands",
    { timeout: 60_000 },
    async () => {
      const database = await fresh({ demo: true });
      const house = await openTestHouse(database);
      const { karin, johan, begin, open, save, carryThrough } = await whoAmend(house, database);
      const before = await open("2025-2027");
      expect((await begin("amendment")).value).toEqual({ slug: FIRST });
      const draft = await open(FIRST);
      expect(draft).toMatchObject({
        state: "draft",
        amends: "amendment",
        content: {
          title: before.title,
          amends: { documentId: before.id, contentHash: before.contentHash, kind: "amendment", reason: REASON },
        },
      });
      // One at a time, whoever begins it and of whichever kind.
      expect((await begin("extension", "2028-06-30" as Day)).problem.why).toBe("amendment-open");
      expect((await karin.call(pledge.propose, { partnership, slug: FIRST })).problem.why).toBe("nothing-amended");

      const added = newId(AT);
      expect(
        (await save(FIRST, (content) => ({ ...content, title: "Annat", parties: [content.parties[0]!] }))).problem.why,
      ).toBe("amendment-keeps-frame");
      expect((await save(FIRST, ({ amends: _amends, ...content }) => content)).problem.why).toBe("amends-another");
      const silent = await save(FIRST, (content) => {
        const changed = otherwise(content, added);
        const { withdrawn: _why, ...amends } = changed.amends!;
        return { ...changed, amends };
      });
      expect(silent.status).toBe(200);
      expect((await karin.call(pledge.propose, { partnership, slug: FIRST })).problem).toMatchObject({
        why: "withdrawn-needs-reason",
        detail: expect.stringContaining("utan skäl") as string,
      });
      const [gone] = activitiesOf(before.content).slice(-1);
      const [first] = activitiesOf(before.content);
      await save(FIRST, (content) => ({
        ...content,
        pledges: content.pledges.map((one) => ({
          ...one,
          activities: one.activities.map((activity) =>
            activity.id === first!.activity.id ? { ...activity, season: "oktober–november" } : activity,
          ),
        })),
        amends: {
          ...content.amends!,
          withdrawn: [{ activity: gone!.activity.id, number: gone!.activity.number, reason: "Det gör en annan nu." }],
        },
      }));

      const rows = () =>
        database.transaction<PledgeDatabase, Awaited<ReturnType<typeof promisedActivities>>>({ as: "system" }, (tx) =>
          promisedActivities(tx, idInDemo("partnership ockelbo")),
        );
      const owed = async () => (await rows()).filter(({ document_id }) => document_id === before.id);
      const then = await owed();
      expect((await carryThrough(FIRST)).value).toEqual({ state: "published" });
      const now = await owed();
      const changed = await open(FIRST);
      const text = (id: string) =>
        activitiesOf(changed.content).find(({ activity }) => activity.id === id)?.activity.text;
      expect(now.map(({ id }) => id).toSorted()).toEqual([...then.map(({ id }) => id), added].toSorted());
      for (const row of now.filter(({ id }) => id !== gone!.activity.id)) expect(row.text).toBe(text(row.id));
      expect(now.find(({ id }) => id === gone!.activity.id)).toMatchObject({
        withdrawn_on: "2026-11-24",
        text: gone!.activity.text,
      });
      expect(now.find(({ id }) => id === added)).toMatchObject({ valid_from: "2026-11-24", valid_to: "2027-12-31" });

      // The time of year is that of the text that holds, also where it came by a change.
      const seasonOf = (list: typeof now) => list.find(({ id }) => id === first!.activity.id)?.season;
      expect([seasonOf(then), seasonOf(now)]).toEqual([null, "oktober–november"]);

      // Letter for letter as it was signed.
      expect(await open("2025-2027")).toEqual(before);
      const told = (await johan.call(api.readChanges, original)).value;
      expect(told).toMatchObject({
        original: "2025-2027",
        holds: FIRST,
        amended: null,
        changes: [{ slug: FIRST, kind: "amendment", state: "published", reason: REASON }],
        cannot: { amendment: null, extension: null },
      });
      expect((await johan.call(api.readChanges, { partnership, slug: FIRST })).value.amended?.slug).toBe("2025-2027");

      // In the log under the text that was changed, after the change itself.
      const logged = await database.transaction<
        PledgeDatabase,
        readonly { kind: string; index: number; leaf: string }[]
      >({ as: "system" }, (tx) => entriesOf(tx, [before.id, changed.id]));
      const [published, amended] = logged.slice(-2);
      expect([published!.kind, amended!.kind]).toEqual(["published", "amended"]);
      expect(JSON.parse(amended!.leaf)).toMatchObject({
        document: "2025-2027",
        hash: before.contentHash,
        amendment: FIRST,
        amendmentHash: changed.contentHash,
        amendmentKind: "amendment",
      });
      expect(
        await database.transaction<PledgeDatabase, object>({ as: "system" }, (tx) => checkLog(tx)),
      ).not.toHaveProperty("fault");

      // The next promise goes on from what holds.
      await renewed(karin, "2025-2027", "2028-2030");
      const next = (await open("2028-2030")).content;
      expect(next).not.toHaveProperty("amends");
      expect(activitiesOf(next).map(({ activity }) => activity.text)).toEqual(
        activitiesOf(changed.content).map(({ activity }) => activity.text),
      );
      await house.close();
    },
  );

  test("lengthened once, in the last day only, and changed on from there", { timeout: 60_000 }, async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { karin, begin, open, save, carryThrough } = await whoAmend(house, database);
    expect((await begin("extension")).problem).toMatchObject({ why: "extension-not-later", field: "to" });
    expect((await begin("extension", "2027-12-31" as Day)).problem.why).toBe("extension-not-later");
    expect((await begin("extension", "2028-06-30" as Day)).value).toEqual({ slug: LONGER });
    expect((await save(LONGER, (content) => ({ ...content, title: "Annat" }))).problem.why).toBe(
      "extension-only-last-day",
    );
    expect((await carryThrough(LONGER)).value).toEqual({ state: "published" });
    const row = await database.transaction<PledgeDatabase, { valid_to: string | null }>({ as: "system" }, (tx) =>
      tx.selectFrom("pledge_document").select("valid_to").where("slug", "=", "2025-2027").executeTakeFirstOrThrow(),
    );
    expect(row.valid_to).toBe("2028-06-30");

    expect((await begin("extension", "2029-06-30" as Day)).problem.why).toBe("extended-already");
    // The change after it is of the text that holds, which is the lengthened one.
    expect((await begin("amendment")).value).toEqual({ slug: FIRST });
    const second = await open(FIRST);
    expect(second.content.amends?.contentHash).toBe((await open(LONGER)).contentHash);
    expect(second.content.period.to?.on).toBe("2028-06-30");

    // A promise that runs out meanwhile is changed no more.
    await save(FIRST, (content) => otherwise(content, newId(AT)));
    await strike(house, "2028-07-01");
    expect((await karin.call(pledge.propose, { partnership, slug: FIRST })).problem.why).toBe("amended-is-closed");
    expect((await begin("amendment")).problem.why).toBe("amended-is-closed");
    await house.close();
  });

  test("by those who write in it, while it holds, and not long after", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { karin, sofia, begin } = await whoAmend(house, database);
    const wish = { ...original, kind: "amendment" as const, reason: REASON };
    const [ingrid, elin] = [await house.as("Ingrid"), await house.as("Elin")];
    for (const reader of [sofia, ingrid]) expect((await reader.call(api.startAmendment, wish)).status).toBe(403);
    expect((await elin.call(api.startAmendment, wish)).status).toBe(404);
    expect((await house.stranger.call(api.startAmendment, wish)).status).toBe(401);
    expect((await elin.call(api.readChanges, original)).status).toBe(404);
    expect((await karin.call(api.startAmendment, { ...wish, reason: " " })).status).toBe(422);
    expect((await karin.call(api.startAmendment, { ...wish, slug: "2018-2019" })).problem.why).toBe(
      "amended-is-closed",
    );
    await karin.call(pledge.startDraft, { partnership, slug: "2028-2030" });
    expect((await karin.call(api.startAmendment, { ...wish, slug: "2028-2030" })).problem.why).toBe("not-in-force");

    house.setClock("2028-01-01T09:00:00.000Z" as Instant);
    expect((await begin("amendment")).problem.why).toBe("promise-has-run-out");
    expect((await begin("extension", "2028-06-30" as Day)).problem.why).toBe("promise-has-run-out");
    const over = { why: "promise-has-run-out", day: "2027-12-31" };
    expect((await karin.call(api.readChanges, original)).value.cannot).toEqual({ amendment: over, extension: over });
    await house.close();
  });
});
