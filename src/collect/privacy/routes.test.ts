import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import type { InputOf } from "../../ground/endpoint.ts";
import type { Instant } from "../../ground/time.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { newId } from "../../platform/server/secrets.ts";
import * as collect from "../api.ts";
import * as api from "./api.ts";

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

onBothEngines("what looks as if it points at somebody", (fresh) => {
  test("is kept to its own organisation until another person there has looked", async () => {
    const database = await fresh();
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
    const house = await openTestHouse(await fresh());
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
    const house = await openTestHouse(await fresh());
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
    await karin.call(collect.finishWalk, { partnership, slug, heads: { all: 3 } });
    const refused = await karin.call(collect.establishProtocol, { partnership, slug });
    expect(refused.problem).toMatchObject({ why: "person-review-waits" });
    expect(refused.problem.detail).toContain("1");
    await karin.call(api.reviewPersons, { partnership, id: held.id, verdict: "released" });
    expect((await karin.call(collect.establishProtocol, { partnership, slug })).value).toMatchObject({ rows: 2 });
    await house.close();
  });

  test("cannot be let go past the rule: the tables say no as well", async () => {
    const database = await fresh();
    const house = await openTestHouse(database);
    const amina = await house.as("Amina");
    const sent = note({ override: "det är en kiosk" });
    await amina.call(collect.noteObservation, sent);
    const tried = async (who: string, query: ReturnType<typeof sql>) => {
      try {
        return await database.trial<Record<string, never>, number>(
          { as: "staff", personId: idInDemo(`person ${who}`) },
          async (tx) => Number((await query.execute(tx as unknown as AnyTransaction)).numAffectedRows ?? 0),
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
