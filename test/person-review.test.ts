import { sql } from "kysely";
import sharp from "sharp";
import { expect, test } from "vitest";
import { onBothEngines } from "./databases.ts";
import { idInDemo, openTestHouse } from "./house.ts";
import type { InputOf } from "../src/ground/endpoint.ts";
import type { Instant } from "../src/ground/time.ts";
import { disposeEverywhere } from "../src/main/dispose.ts";
import { askPicture } from "../src/picture/api.ts";
import { newId } from "../src/platform/server/secrets.ts";
import * as collect from "../src/collect/api.ts";
import { finishWalk } from "../src/collect/walks/api.ts";
import * as api from "../src/collect/privacy/api.ts";

const AT = "2026-11-24T08:00:00.000Z" as Instant;
const partnership = "ockelbo";
const note = (
  more: Partial<InputOf<typeof collect.noteObservation>> = {},
): InputOf<typeof collect.noteObservation> => ({
  partnership,
  id: newId(Date.parse(AT)),
  notedAt: AT,
  kind: "problem" as const,
  category: "place.lighting" as const,
  text: "Lampan utanför Kalle Svensson är trasig",
  place: { kind: "point" as const, position: [16.718, 60.8985] as const },
  when: { kind: "unknown" as const },
  ...more,
});

onBothEngines("what ages out by decision", (fresh) => {
  test("goes at night, its words and pictures only, of its owner only, and never under a hold", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, goran, johan] = [await house.as("Karin"), await house.as("Göran"), await house.as("Johan")];
    const probe = "Lampan vid provsträngen är trasig";
    const sent = note({ text: probe });
    await karin.call(collect.noteObservation, sent);
    const create = { width: 8, height: 8, channels: 3 as const, background: "#345" };
    const photo = { partnership, observationId: sent.id, id: newId(Date.parse(AT)), alt: "" };
    await karin.call(collect.attachPhoto, photo, new Uint8Array(await sharp({ create }).jpeg().toBuffer()));
    await karin.call(collect.reviseObservation, { ...sent, text: `${probe} igen` });
    const counted = async () => (await karin.call(askPicture, { partnership })).value.counts;
    const before = await counted();

    const decision = {
      partnership,
      sourceKind: "staff" as const,
      months: 24,
      body: "KS",
      decidedOn: "2026-03-05",
      paragraph: "§ 31",
    };
    expect((await karin.call(api.decideRetention, { ...decision, paragraph: "" })).problem.why).toBe("decision-needed");
    const { id } = (await karin.call(api.decideRetention, decision)).value;
    expect((await karin.call(api.approveRetention, { partnership, id })).problem.why).toBe("second-person-needed");
    expect((await johan.call(api.approveRetention, { partnership, id })).status).toBe(404);
    house.setClock("2028-12-01T03:00:00.000Z" as Instant);
    await disposeEverywhere(house.house);
    const open = async () => (await karin.call(collect.openObservation, { partnership, id: sent.id })).value;
    expect((await open()).observation.text).toContain(probe);

    expect((await goran.call(api.approveRetention, { partnership, id })).status).toBe(200);
    const listed = async () => (await karin.call(api.listRetention, { partnership })).value;
    const source = (await listed()).sources.find(({ kind, raw }) => kind === "staff" && raw > 0)!;
    expect((await karin.call(api.holdSource, { partnership, slug: source.slug, reason: "begärd ut" })).status).toBe(
      200,
    );
    expect((await listed()).rules).toMatchObject([{ due: 0, mine: true }]);
    await disposeEverywhere(house.house);
    expect((await open()).observation.text).toContain(probe);

    expect((await karin.call(api.letGoSource, { partnership, slug: source.slug })).status).toBe(200);
    const due = (await listed()).rules[0]!.due;
    expect(due).toBeGreaterThan(0);
    await disposeEverywhere(house.house);
    await disposeEverywhere(house.house);
    const after = await open();
    expect(after.observation).toMatchObject({ text: "", photos: [], category: sent.category });
    expect(after.revisions).toEqual([]);
    expect((await karin.request(`/api/collect/${partnership}/photos/${photo.id}`)).status).toBe(404);
    const { runs } = await listed();
    expect(runs).toMatchObject([{ photos: 1, sourceKind: "staff" }]);
    // Staff dialogues go by the same decision.
    expect(runs[0]!.observations + runs[0]!.texts).toBe(due);
    expect((await johan.call(api.listRetention, { partnership })).value).toMatchObject({ rules: [], runs: [] });
    const left = await database.trial<Record<string, never>, number>({ as: "system" }, async (tx) => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from (
        select to_jsonb(o)::text as row from observation o union all select to_jsonb(r)::text from observation_revision r) all_rows
        where row like ${`%${probe}%`}`.execute(tx);
      return rows[0]!.count;
    });
    expect(left).toBe(0);
    house.setClock("2026-11-24T09:00:00.000Z" as Instant);
    expect(await counted()).toEqual(before);
    await house.close();
  });

  test("a source carries its registry number and secrecy mark, written by its owner", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const { sources } = (await karin.call(api.listRetention, { partnership })).value;
    const mark = { partnership, slug: sources[0]!.slug, registryNumber: "KS 2026/114", secrecyMark: "OSL 35 kap. 1 §" };
    expect((await johan.call(api.markSource, mark)).status).toBeGreaterThanOrEqual(403);
    expect((await karin.call(api.markSource, mark)).status).toBe(200);
    const after = (await karin.call(api.listRetention, { partnership })).value.sources;
    expect(after.find(({ slug }) => slug === mark.slug)).toMatchObject({
      registryNumber: mark.registryNumber,
      secrecyMark: mark.secrecyMark,
    });
    await house.close();
  });
});

onBothEngines("what looks as if it points at somebody", (fresh) => {
  test("is kept to its own organisation until another person there has looked", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [amina, karin, johan] = [await house.as("Amina"), await house.as("Karin"), await house.as("Johan")];
    const total = async (who: typeof amina) => (await who.call(collect.listObservations, { partnership })).value.total;
    const [ours, theirs] = [await total(karin), await total(johan)];
    const sent = note({ override: "Det är namnet på en kiosk" });
    expect((await amina.call(collect.noteObservation, { ...sent, override: undefined })).problem.why).toBe(
      "text-has-name",
    );
    expect((await amina.call(collect.noteObservation, sent)).status).toBe(200);
    expect([await total(karin), await total(johan)]).toEqual([ours + 1, theirs]);
    const opened = await karin.call(collect.openObservation, { partnership, id: sent.id });
    expect(opened.value.observation).toMatchObject({ sharing: "own", wishedSharing: "shared" });
    expect((await johan.call(collect.openObservation, { partnership, id: sent.id })).status).toBe(404);

    const list = async (who: typeof amina) => (await who.call(api.listPersonReviews, { partnership })).value.reviews;
    expect(await list(amina)).toMatchObject([{ observationId: sent.id, mine: true, kinds: ["name"] }]);
    expect(await list(karin)).toMatchObject([{ mine: false, reason: sent.override, wished: "shared" }]);
    expect(await list(johan)).toEqual([]);

    const look = { partnership, id: sent.id, verdict: "released" as const };
    expect((await johan.call(api.reviewPersons, look)).status).toBe(404);
    expect((await amina.call(api.reviewPersons, look)).problem.why).toBe("another-person-needed");
    expect((await karin.call(api.reviewPersons, look)).value).toEqual({ id: sent.id, sharing: "shared" });
    expect((await karin.call(api.reviewPersons, look)).problem.why).toBe("nothing-to-review");
    expect(await total(johan)).toBe(theirs + 1);
    await house.close();
  });

  test("is covered for good, also what it said before; and written anew it needs nobody", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [amina, karin, johan] = [await house.as("Amina"), await house.as("Karin"), await house.as("Johan")];
    const one = note({ override: "det är en kiosk" });
    await amina.call(collect.noteObservation, one);
    await karin.call(api.reviewPersons, { partnership, id: one.id, verdict: "covered" });
    const { value } = await johan.call(collect.openObservation, { partnership, id: one.id });
    expect(value.observation.text).toBe("Lampan utanför [namn] är trasig");
    expect(JSON.stringify(value)).not.toContain("Svensson");

    const other = note({ override: "det är en kiosk" });
    await amina.call(collect.noteObservation, other);
    await amina.call(collect.reviseObservation, {
      ...other,
      text: "Lampan vid kiosken är trasig",
      override: undefined,
    });
    expect((await karin.call(api.listPersonReviews, { partnership })).value.reviews).toEqual([]);
    const seen = (await johan.call(collect.openObservation, { partnership, id: other.id })).value;
    expect(seen.observation).toMatchObject({ text: "Lampan vid kiosken är trasig", sharing: "shared" });
    expect(JSON.stringify(seen)).not.toContain("Svensson");
    await house.close();
  });

  test("is in no protocol and in no picture while it waits", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, amina] = [await house.as("Karin"), await house.as("Amina")];
    const counted = async () => (await karin.request(`/api/picture/${partnership}/columns`)).arrayBuffer();
    const before = (await counted()).byteLength;
    const { slug } = (
      await karin.call(collect.planWalk, {
        partnership,
        title: "Mörkervandring i Wij",
        village: "Wij",
        startsAt: "2026-11-20T17:00:00.000Z",
        endsAt: "2026-11-20T19:00:00.000Z",
        meetingPoint: "Vid entrén",
        stops: [{ name: "Tunneln" }],
      })
    ).value;
    const { walk } = (await karin.call(collect.openWalk, { partnership, slug })).value;
    const held = note({ walkId: walk.id, override: "det är en kiosk" });
    await amina.call(collect.noteObservation, held);
    expect((await counted()).byteLength).toBe(before);
    await amina.call(collect.noteObservation, note({ walkId: walk.id, text: "Mörkt" }));
    await karin.call(finishWalk, { partnership, slug, heads: { all: 3 } });
    const refused = await karin.call(collect.establishProtocol, { partnership, slug });
    expect(refused.problem).toMatchObject({ why: "person-review-waits" });
    expect(refused.problem.detail).toContain("1");
    await karin.call(api.reviewPersons, { partnership, id: held.id, verdict: "released" });
    expect((await karin.call(collect.establishProtocol, { partnership, slug })).value).toMatchObject({ rows: 2 });
    await house.close();
  });

  test("cannot be let go past the rule: the tables say no as well", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const amina = await house.as("Amina");
    const sent = note({ override: "det är en kiosk" });
    await amina.call(collect.noteObservation, sent);
    const tried = async (who: string, query: ReturnType<typeof sql>) => {
      try {
        return await database.trial<Record<string, never>, number>(
          { as: "staff", personId: idInDemo(`person ${who}`) },
          async (tx) => Number((await query.execute(tx)).numAffectedRows ?? 0),
        );
      } catch (error) {
        return String((error as { code?: unknown }).code);
      }
    };
    const letGo = sql`update observation set wished_sharing = null, sharing = 'shared' where id = ${sent.id}`;
    expect(await tried("Amina", letGo)).toBe("42501");
    expect(await tried("Karin", letGo)).toBe("42501");
    expect(await tried("Johan", letGo)).toBe(0);
    expect(await tried("Amina", sql`update observation set sharing = 'shared' where id = ${sent.id}`)).toBe("23514");
    const judged = (by: string) =>
      sql`update person_review set verdict = 'released', reviewed_by = ${idInDemo(`person ${by}`)}, reviewed_at = now() where observation_id = ${sent.id}`;
    expect(await tried("Amina", judged("Amina"))).toBe("23514");
    expect(await tried("Amina", judged("Karin"))).toBe("42501");
    expect(await tried("Johan", judged("Johan"))).toBe(0);
    expect(await tried("Johan", sql`select id from person_review`)).toBe(0);
    await house.close();
  });
});
