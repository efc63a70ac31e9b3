import { sql } from "kysely";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../test/house.ts";
import { amina, by, ingrid, johan, must, PARTNERSHIP, why } from "../../test/people.ts";
import { begin, codeOn, fillIn, press, pressWithPhoto } from "../../test/resident.ts";
import { no, yes } from "../ground/result.ts";
import { instantOf, type Instant } from "../ground/time.ts";
import type { Database } from "../platform/server/database/database.ts";
import * as api from "./api.ts";
import * as campaigns from "./campaigns/api.ts";
import { openForm, refusals } from "./open-form-words.ts";
import { coverSentPhoto, MOST_UNSEEN_PHOTOS, removeSentPhoto, unlooked } from "./sent-photo.ts";
import * as traffic from "./traffic/api.ts";

describe("a photo that a resident sent", () => {
  const state = {
    partnershipId: PARTNERSHIP,
    owner: "municipality",
    photo: yes({ jpeg: new Uint8Array([1]), width: 2, height: 1 }),
  };
  test("is covered or taken away by those who read what it came with", () => {
    expect(must(coverSentPhoto.decide({}, state, by(amina)))).toMatchObject({ width: 2, coveredOn: "2026-11-24" });
    expect(must(removeSentPhoto.decide({ id: "p" }, state, by(amina)))).toEqual({ id: "p" });
    expect(why(coverSentPhoto.decide({}, { ...state, photo: no("not-a-photo") }, by(amina)))).toBe("not-a-photo");
    for (const rule of [coverSentPhoto, removeSentPhoto]) {
      expect(rule.may(amina, { id: "p" }, state)).toBeUndefined();
      for (const other of [johan, ingrid]) expect(rule.may(other, { id: "p" }, state)?.why).toBe("not-yours");
    }
  });
  test("holds what it came with until somebody has looked", () => {
    expect(unlooked([undefined, "covered"])).toBeUndefined();
    expect(why(unlooked(["covered", "unseen"])!)).toBe("photo-not-seen");
  });
});

const partnership = "ockelbo";
const AT = "2026-11-24T09:00:00.000Z" as Instant;
const photoOf = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .withExif({ IFD0: { Make: "Provkamera" }, IFD3: { GPSLatitude: "60/1 53/1 0/1" } })
    .jpeg()
    .toBuffer();

const kept = (database: Database) =>
  database.asOwner(async (tx) => {
    const { rows } = await sql<{ with: string }>`
      select case when dispute_id is not null then 'dispute' when handed_in_id is not null then 'handed-in' else 'complaint' end as with
      from sent_photo order by 1`.execute(tx);
    return rows.map((row) => row.with);
  });

/** What the desk may do with a photo, and nobody else. */
async function looksAt(house: TestHouse, id: string): Promise<void> {
  const [karin, johan, elin] = [await house.as("Karin"), await house.as("Johan"), await house.as("Elin")];
  const see = async (who: Caller) => {
    const response = await who.request(`/api/collect/${partnership}/sent-photos/${id}`);
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const sent = await see(karin);
  const { exif, width } = await sharp(sent.bytes).metadata();
  expect([sent.status, exif, width]).toEqual([200, undefined, 60]);
  expect([(await see(johan)).status, (await see(elin)).status, (await see(house.stranger)).status]).toEqual([
    404, 404, 401,
  ]);
  const black = new Uint8Array(await photoOf("#000"));
  const cover = (who: Caller, bytes = black) => who.call(api.coverSentPhoto, { partnership, id }, bytes);
  expect((await cover(johan)).status).toBe(404);
  expect((await johan.call(api.removeSentPhoto, { partnership, id })).status).toBe(404);
  expect((await cover(karin, new TextEncoder().encode("<svg/>"))).problem.why).toBe("not-a-photo");
  expect((await cover(karin)).status).toBe(200);
  expect((await sharp((await see(karin)).bytes).stats()).dominant).toEqual({ r: 8, g: 8, b: 8 });
}

/** So many wait that nobody can be asked to look at more. */
const fill = (database: Database, kind: "dispute_id" | "handed_in_id", insert: ReturnType<typeof sql>) =>
  database.transaction<Record<string, never>, unknown>({ as: "system" }, (tx) =>
    sql`with many as (${insert})
      insert into sent_photo (id, partnership_id, owner_organisation_id, ${sql.ref(kind)}, jpeg, width, height)
      select gen_random_uuid(), m.partnership_id, o.id, m.id, 'x', 1, 1 from many m, organisation o join partnership_party p on p.organisation_id = o.id
      where p.partnership_id = m.partnership_id and p.standing = 'municipality'`.execute(tx),
  );

onBothEngines("a photo with what is left", (fresh) => {
  test("is read where the words are, covered or removed before the answer, and goes when it is right after all", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database, { at: AT });
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const { themes } = (await karin.call(campaigns.listThemes, { partnership })).value;
    const theme = themes.find(({ name }) => name === "belysningen vid skolan")!;
    const form = "/svara/amot?ort=amot";
    const last = await fillIn(ask, form, {
      "hur-trygg": "mycket-trygg",
      "vad-behovs": "Trasiga lampor",
      agree: theme.id,
    });
    house.setClock(instantOf(Date.parse(AT) + 40_000));
    const code = codeOn(await press(ask, form, last, [], "send"))!;
    const { waiting } = (await karin.call(campaigns.followCampaign, { partnership, slug: "amot" })).value;
    await karin.call(campaigns.reviewAnswer, { partnership, id: waiting[0]!.id });
    const step = { partnership, id: theme.id, kind: "done" as const, on: "2026-11-24", text: "nya armaturer" };
    await karin.call(campaigns.tellStep, step);

    const asked = await press(ask, "/kvitto", { fields: new URLSearchParams({ code, theme: theme.id }) }, [
      ["verdict", "no"],
    ]);
    expect(asked.html).toContain('encType="multipart/form-data"');
    expect(asked.html).toContain(openForm.photoGuideReaders.sv);
    const say = async (left: string, photo: Uint8Array) =>
      pressWithPhoto(ask, "/kvitto", asked, [["left", left]], photo);
    const red = await photoOf("#c00");

    const wrong = await say("Släckt vid cykelstället", Buffer.from("<svg/>"));
    expect([wrong.status, wrong.html.includes(openForm.photoAgain.sv), wrong.html.includes("cykelstället")]).toEqual([
      409,
      true,
      true,
    ]);
    expect((await say("  ", red)).html).toContain(openForm.photoAgain.sv);
    expect(await kept(database)).toEqual([]);
    // Pressed twice it is one; said once more it is one more.
    for (const _twice of [1, 2])
      expect((await say("Släckt vid cykelstället", red)).html).toContain("ska svara senast 8 december 2026");
    await say("Och vid porten", await photoOf("#0c0"));
    expect(await kept(database)).toEqual(["dispute", "dispute"]);

    const listed = async (who = karin) => (await who.call(campaigns.listDisputes, { partnership })).value.disputes;
    expect(await listed(johan)).toEqual([]);
    const [dispute] = await listed();
    expect(dispute!.photos.map(({ look }) => look)).toEqual(["unseen", "unseen"]);
    const [one, other] = dispute!.photos.map(({ id }) => id);
    const page = await (await ask(`/kvitto/${code}`)).text();
    for (const id of [one!, other!, "sent-photos"]) expect(page).not.toContain(id);
    const reply = { partnership, id: dispute!.id, reply: "again" as const, text: "Elektrikern kommer på tisdag" };
    expect((await karin.call(campaigns.answerDispute, reply)).problem.why).toBe("photo-not-seen");
    await looksAt(house, one!);
    expect((await karin.call(api.removeSentPhoto, { partnership, id: other! })).status).toBe(200);
    expect((await karin.call(api.removeSentPhoto, { partnership, id: other! })).status).toBe(404);
    expect((await listed())[0]!.photos).toEqual([{ id: one, look: "covered" }]);
    expect((await karin.call(campaigns.answerDispute, reply)).status).toBe(200);
    // An answer stands: the same said once more opens nothing and brings no photo.
    await say("Och vid porten", red);
    expect(await kept(database)).toEqual(["dispute"]);

    await say("Fortfarande släckt", red);
    expect(await kept(database)).toEqual(["dispute", "dispute"]);
    await fill(
      database,
      "dispute_id",
      sql`
      insert into receipt_dispute (id, partnership_id, campaign_id, theme_id, receipt_key, verdict, said, disputed_on)
      select gen_random_uuid(), partnership_id, campaign_id, theme_id, encode(sha256(n::text::bytea), 'hex'), 'no', '["x"]', disputed_on
      from (select * from receipt_dispute limit 1) d, generate_series(1, ${MOST_UNSEEN_PHOTOS}) n returning id, partnership_id`,
    );
    const full = await say("En lampa till", await photoOf("#00c"));
    expect([full.status, full.html.includes(refusals["photos-wait"].sv)]).toEqual([429, true]);
    await press(ask, "/kvitto", { fields: new URLSearchParams({ code, theme: theme.id }) }, [["verdict", "yes"]]);
    expect(await kept(database)).toHaveLength(MOST_UNSEEN_PHOTOS);
    await house.close();
  });
});

onBothEngines("a photo with a complaint about traffic", (fresh) => {
  test("is looked at before the complaint is taken in, stands with it then, and goes with what is set aside", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database, { at: AT });
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const door = `/${partnership}/synpunkt/trafik`;
    let later = 0;
    const send = async (effect: string, photo: Uint8Array) => {
      const first = await begin(ask, door);
      expect(first.html).toContain('encType="multipart/form-data"');
      house.setClock(instantOf(Date.parse(AT) + (later += 30_000)));
      const filled = [
        ["stretch", "Skolgatan vid torget"],
        ["kind", "speed"],
        ["effect", effect],
      ] as const;
      const sent = await pressWithPhoto(ask, door, first, filled, photo);
      return { sent, again: () => pressWithPhoto(ask, door, first, filled, photo) };
    };
    const red = await photoOf("#c00");
    const { sent: wrong } = await send("De kör ikapp", Buffer.from("<svg/>"));
    expect([
      wrong.status,
      codeOn(wrong),
      wrong.html.includes("De kör ikapp"),
      wrong.html.includes(openForm.photoAgain.sv),
    ]).toEqual([409, undefined, true, true]);
    const { sent, again } = await send("De kör ikapp", red);
    expect(codeOn(await again())).toBe(codeOn(sent));
    expect(await kept(database)).toEqual(["handed-in"]);

    const waiting = async (who = karin) => (await who.call(traffic.listHandedIn, { partnership })).value.waiting;
    expect(await waiting(johan)).toEqual([]);
    const one = (await waiting()).find(({ effect }) => effect === "De kör ikapp")!;
    expect(one.photo?.look).toBe("unseen");
    const read = { partnership, id: one.id };
    expect((await karin.call(traffic.readHandedIn, read)).problem.why).toBe("photo-not-seen");
    await looksAt(house, one.photo!.id);
    const { number } = (await karin.call(traffic.readHandedIn, read)).value;
    const opened = async (who = karin) =>
      (await who.call(traffic.openThread, { partnership, number: number! })).value.complaints;
    expect((await opened()).map(({ photo }) => photo)).toEqual([{ id: one.photo!.id, look: "covered" }]);
    expect(await opened(johan)).toEqual([]);
    expect(await kept(database)).toEqual(["complaint"]);

    await send("Köp våra däck", red);
    const { id } = (await waiting()).find(({ effect }) => effect === "Köp våra däck")!;
    expect((await karin.call(traffic.readHandedIn, { partnership, id, reason: "advertisement" })).status).toBe(200);
    expect(await kept(database)).toEqual(["complaint"]);

    await fill(
      database,
      "handed_in_id",
      sql`
      insert into traffic_handed_in (id, partnership_id, owner_organisation_id, received_on, said, receipt_hash, state)
      select gen_random_uuid(), partnership_id, owner_organisation_id, received_on, said, encode(sha256(n::text::bytea), 'hex'), 'waiting'
      from (select * from traffic_handed_in where state = 'waiting' limit 1) d, generate_series(1, ${MOST_UNSEEN_PHOTOS}) n returning id, partnership_id`,
    );
    const { sent: full } = await send("Fort igen", red);
    expect([full.status, full.html.includes(refusals["photos-wait"].sv)]).toEqual([429, true]);
    await house.close();
  });
});
