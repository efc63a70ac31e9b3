// What was recorded may be published by a decision taken afterwards, of those whose it is and nobody else.
import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../test/house.ts";
import type { PartnershipDatabase } from "../partnership/tables.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const DENIED = "42501";

onBothEngines("a recorded dialogue that may be published", (fresh) => {
  test("is decided by whoever leads the work of its owner, told from then on, and taken back", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const record = async (title: string, source: string) =>
      (
        await karin.call(api.recordDialogue, {
          partnership,
          source,
          title,
          heldFrom: "2026-05-04",
          heldTo: "2026-05-04",
          method: "Samtal över kaffe",
          ladderLevel: "consultation",
          sampleType: "self-selected",
          canInfluence: "belysningen",
          cannotInfluence: "statens väg",
          answered: { all: 22 },
          themes: [
            { theme: "Mörkt vid ån", category: "place.lighting", count: { value: 9, qualifier: "exact" }, quote: "" },
          ],
        })
      ).value.slug;
    const source = async (name: string, secrecyClass: "own" | "shared") =>
      (
        await karin.call(api.registerSource, {
          partnership,
          kind: "dialogue",
          name,
          method: "Samtal",
          sampleType: "self-selected",
          reliability: "fair",
          secrecyClass,
          caveat: "Få var med",
        })
      ).value.slug;
    const slug = await record("Kafé vid ån", await source("Kafé vid ån", "shared"));
    const decide = (who: typeof karin, publish: boolean, of = slug) =>
      who.call(api.publishDialogue, { partnership, slug: of, publish });
    const isTold = async (of = slug) => {
      await house.settle();
      const reply = await house.stranger.request(`/api/tell/publication?slug=${partnership}`);
      const { dialogues } = (await reply.json()) as { dialogues: { slug: string }[] };
      return dialogues.some((one) => one.slug === of);
    };

    expect(await isTold()).toBe(false);
    for (const [who, status] of [
      [johan, 403],
      [amina, 403],
      [await house.as("Elin"), 404],
      [house.stranger, 401],
    ] as const)
      expect((await decide(who, true)).status).toBe(status);
    expect((await decide(karin, true)).value).toEqual({ slug, secrecyClass: "public" });
    expect(await isTold()).toBe(true);
    expect((await decide(johan, false)).problem.why).toBe("not-yours");
    expect((await decide(karin, false)).value.secrecyClass).toBe("shared");
    expect(await isTold()).toBe(false);
    // Nothing is decided by saying it again, and the log says who decided what.
    expect((await decide(karin, false)).status).toBe(200);
    const { rows } = await database.transaction<
      PartnershipDatabase,
      { rows: { by: string; from: string; to: string }[] }
    >({ as: "system" }, (tx) =>
      sql<{
        by: string;
        from: string;
        to: string;
      }>`select actor_person_id as by, body::jsonb ->> 'from' as "from", body::jsonb ->> 'to' as "to"
          from event where name = 'dialogue.publishing-decided' order by seq`.execute(tx),
    );
    const by = idInDemo("person Karin");
    expect(rows).toEqual([
      { by, from: "shared", to: "public" },
      { by, from: "public", to: "shared" },
    ]);

    // The database says the same to whoever goes past the door.
    const change = (who: string, to: string, of: string) =>
      database
        .transaction<PartnershipDatabase, number>({ as: "staff", personId: idInDemo(`person ${who}`) }, async (tx) =>
          Number(
            (
              await sql`update source set secrecy_class = ${to} where id in (select source_id from dialogue where slug = ${of})`.execute(
                tx,
              )
            ).numAffectedRows,
          ),
        )
        .catch((error: { code?: string }) => String(error.code));
    expect(await change("Johan", "public", slug)).toBe(0);
    expect(await change("Amina", "public", slug)).toBe(DENIED);
    expect(await change("Karin", "own", slug)).toBe(DENIED);
    expect(await change("Karin", "public", slug)).toBe(1);

    // Kept apart with something else in the same source: that does not go with it.
    const mixed = await source("Vårt eget kafé", "own");
    const own = await record("Vårt eget kafé", mixed);
    await karin.call(api.recordMeasurement, {
      partnership,
      source: mixed,
      name: "Hur många som kom",
      unit: "personer",
      value: 9,
      from: "2026-05-04",
      to: "2026-05-04",
      place: { kind: "unknown" },
    });
    const standing = async (who: typeof karin, of: string) =>
      (await who.call(api.openPublishing, { partnership, slug: of })).value;
    // Said before anybody presses, by the same rule.
    expect(await standing(karin, own)).toEqual({
      secrecyClass: "own",
      owner: "Ockelbo kommun",
      refused: "source-holds-more",
    });
    expect((await decide(karin, true, own)).problem.why).toBe("source-holds-more");
    expect(await change("Karin", "public", own)).toBe(DENIED);
    const alone = await record("Eget kafé", await source("Eget kafé", "own"));
    expect((await decide(johan, true, alone)).status).toBe(404);
    expect((await decide(karin, false, alone)).value.secrecyClass).toBe("own");
    expect(await standing(karin, alone)).toMatchObject({ secrecyClass: "own", refused: null });
    expect((await johan.call(api.openPublishing, { partnership, slug: alone })).status).toBe(404);
    expect((await decide(karin, true, alone)).status).toBe(200);
    expect(await standing(karin, alone)).toMatchObject({ secrecyClass: "public", refused: null });
    expect(await standing(johan, alone)).toMatchObject({ secrecyClass: "public", refused: "not-yours" });
    expect(await isTold(alone)).toBe(true);

    // What a campaign's answers belong to is decided as the campaign is planned.
    const { sources } = (await karin.call(api.listSources, { partnership })).value;
    const asked = await database.transaction<PartnershipDatabase, string>({ as: "system" }, async (tx) => {
      const { rows: found } = await sql<{
        id: string;
      }>`select source_id as id from campaign where partnership_id = ${idInDemo("partnership ockelbo")}
        order by id limit 1`.execute(tx);
      return found[0]!.id;
    });
    const beside = await record("Bredvid formuläret", sources.find(({ id }) => id === asked)!.slug);
    expect((await decide(karin, false, beside)).problem.why).toBe("published-elsewhere");
    expect((await standing(karin, beside)).refused).toBe("published-elsewhere");
    await house.close();
  });
});
