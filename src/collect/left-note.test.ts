import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse, idInDemo } from "../../test/house.ts";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, why } from "../../test/people.ts";
import type { Instant } from "../ground/time.ts";
import { hashToken, newId, newToken } from "../platform/server/secrets.ts";
import * as api from "./api.ts";
import { endSending, keepSendingRight, maySend, type SendingRight } from "./left-note.ts";
import { forgetExpired } from "./store-left.ts";
import type { CollectDatabase } from "./tables.ts";
import { openWalkDesk } from "./walks/api.ts";

const AT = "2026-11-24T08:00:00.000Z" as Instant;
const partnership = "ockelbo";
const slug = "amot-2026";
const walkId = idInDemo("walk amot-2026") as never;
const id = () => newId(Date.parse(AT)) as never;
const note = (text: string, more: object = {}) => ({
  partnership,
  id: id(),
  walkId,
  notedAt: AT,
  kind: "problem" as const,
  category: "place.lighting" as const,
  text,
  place: { kind: "unknown" as const },
  when: { kind: "instant" as const, at: AT },
  ...more,
});

describe("a right to send", () => {
  const right: SendingRight = { id: "r", walkId: "w", personId: "amina", expiresAt: AT, endedAt: undefined };
  const early = "2026-11-24T07:59:00.000Z" as Instant;
  const state = { partnershipId: PARTNERSHIP, isThere: true, earlier: undefined, standing: 0 };

  test.each([
    ["that nobody gave", undefined, "w", early],
    ["to another walk", right, "x", early],
    ["that has run out", right, "w", AT],
    ["that was taken back", { ...right, endedAt: early }, "w", early],
  ])("%s sends nothing, and all are refused alike", (_how, given, walk, at) => {
    expect(maySend(given, { walkId: walk }, at)).toEqual({ ok: false, refusal: { why: "sending-right-gone" } });
  });

  test("is given for two weeks to those who note, once, and to five phones at most", () => {
    expect(maySend(right, { walkId: "w" }, early)).toMatchObject({ ok: true });
    expect(keepSendingRight.may(ingrid, { walkId: "w" }, state)).toEqual({ why: "not-yours" });
    const given = must(keepSendingRight.decide({ walkId: "w" }, state, by(amina)));
    expect(given).toMatchObject({ right: { personId: "amina", expiresAt: "2026-12-08T09:00:00.000Z" } });
    const again = { ...state, earlier: given.right, standing: 1 };
    expect(must(keepSendingRight.decide({ walkId: "w" }, again, by(amina))).repeated).toBe(true);
    expect(why(keepSendingRight.decide({ walkId: "w" }, again, by(karin)))).toBe("sending-right-gone");
    expect(why(keepSendingRight.decide({ walkId: "w" }, { ...state, standing: 5 }, by(amina)))).toBe(
      "too-many-sending",
    );
    expect(why(keepSendingRight.decide({ walkId: "w" }, { ...state, isThere: false }, by(amina)))).toBe("no-such-walk");
  });

  test("is taken back by those whose walk it is", () => {
    const ending = { partnershipId: PARTNERSHIP, ownerOrganisationId: "municipality", walkId: "w", standing: 2 };
    expect(endSending.may(karin, {}, ending)).toBeUndefined();
    expect([amina, johan].map((person) => endSending.may(person, {}, ending)?.why)).toEqual(["not-yours", "not-yours"]);
  });
});

onBothEngines("notes left behind on a phone", (fresh) => {
  test("come in as their writer's, whoever has the phone, and nothing else is done or read by it", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [first, second, desk] = [await house.as("Johan"), await house.as("Petra"), await house.as("Karin")];
    const secret = newToken();
    const given = { partnership, walkId, secret };
    expect((await first.call(api.keepSendingRight, given)).status).toBe(200);
    expect((await first.call(api.keepSendingRight, given)).status).toBe(200);
    expect((await second.call(api.keepSendingRight, given)).status).toBe(409);

    // The police's own note, sent by a phone that the municipality has by now: it stays the police's, and is read by nobody else.
    const own = note("Bara polisen", { sharing: "own" as const });
    const sent = await second.call(api.sendLeftNote, { ...own, secret });
    expect([sent.status, sent.value]).toEqual([200, { id: own.id }]);
    expect((await second.call(api.sendLeftNote, { ...own, secret })).value).toEqual({ id: own.id });
    expect((await second.call(api.openObservation, { partnership, id: own.id })).status).toBe(404);
    const { observation } = (await first.call(api.openObservation, { partnership, id: own.id })).value;
    const police = (await first.call((await import("../partnership/api.ts")).whoAmI, {})).value.person!;
    expect(observation.text).toBe("Bara polisen");
    const wrote = await database.transaction<CollectDatabase, unknown>({ as: "system" }, (tx) =>
      tx.selectFrom("observation").select(["noted_by", "handed_over_by"]).where("id", "=", own.id).execute(),
    );
    expect(wrote).toEqual([{ noted_by: police.id, handed_over_by: null }]);

    // A photo, in pieces, to that note and no other.
    const noise = Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 7919) % 251));
    const jpeg = await sharp(noise, { raw: { width: 60, height: 50, channels: 3 } })
      .jpeg()
      .toBuffer();
    const photo = { partnership, walkId, secret, observationId: own.id, id: id(), alt: "", total: jpeg.length };
    const piece = (offset: number, bytes: Buffer, more: object = {}) =>
      second.call(api.sendLeftPhoto, { ...photo, offset, piece: bytes.toString("base64"), ...more });
    expect((await piece(0, Buffer.alloc(0))).value).toEqual({ received: 0, whole: false });
    expect((await piece(0, jpeg.subarray(0, 500))).value).toEqual({ received: 500, whole: false });
    expect((await piece(500, jpeg.subarray(500))).value).toEqual({ received: jpeg.length, whole: true });
    const others = note("Karins");
    await desk.call(api.noteObservation, others);
    expect((await piece(0, Buffer.alloc(0), { observationId: others.id })).status).toBe(404);

    // The rules are the writer's own, and so is the no.
    const named = await second.call(api.sendLeftNote, { ...note("Ring 070-123 45 67"), secret });
    expect(named).toMatchObject({ status: 409, problem: { why: "text-has-phone" } });
    // Without a login, with another secret, on another walk: nothing.
    expect((await house.stranger.call(api.sendLeftNote, { ...note("x"), secret })).status).toBe(401);
    const wrong = await second.call(api.sendLeftNote, { ...note("x"), secret: newToken() });
    expect(wrong).toMatchObject({ status: 409, problem: { why: "sending-right-gone" } });
    const elsewhere = { ...note("x"), walkId: idInDemo("walk amot-2021") as never, secret };
    expect((await second.call(api.sendLeftNote, elsewhere)).problem.why).toBe("sending-right-gone");

    // Nobody gives an ended one back, takes another's secret over, or sees it beside the walk's own people.
    const rights = (personId: string) =>
      database.transaction<CollectDatabase, number>({ as: "staff", personId }, async (tx) => {
        const rows = await tx.selectFrom("sending_right").select("id").execute();
        return rows.length;
      });
    expect(await rights(police.id)).toBe(1);
    expect(await rights(idInDemo("person Amina"))).toBe(1);
    expect((await desk.call(openWalkDesk, { partnership, slug })).value.sending).toBe(1);
    expect((await first.call(api.endSending, { partnership, slug })).status).toBe(403);
    expect((await desk.call(api.endSending, { partnership, slug })).value).toEqual({ ended: 1 });
    expect((await desk.call(openWalkDesk, { partnership, slug })).value.sending).toBe(0);
    const late = await second.call(api.sendLeftNote, { ...note("Sen"), secret });
    expect(late.problem.detail).toContain("går när den personen loggar in");
    expect((await first.call(api.keepSendingRight, given)).problem.why).toBe("sending-right-gone");
    const revived = database.transaction<CollectDatabase, unknown>({ as: "staff", personId: police.id }, (tx) =>
      tx
        .updateTable("sending_right")
        .set({ ended_at: null, ended_by: null })
        .where("secret_hash", "=", hashToken(secret))
        .executeTakeFirst(),
    );
    expect(Number(((await revived) as { numUpdatedRows: bigint }).numUpdatedRows)).toBe(0);

    // A new one, and it runs out by the clock.
    const next = newToken();
    await first.call(api.keepSendingRight, { ...given, secret: next });
    house.setClock("2026-12-09T09:00:00.000Z" as Instant);
    expect((await second.call(api.sendLeftNote, { ...note("Sist"), secret: next })).problem.why).toBe(
      "sending-right-gone",
    );
    await database.transaction<CollectDatabase, void>({ as: "system" }, (tx) => forgetExpired(tx, house.house.now()));
    expect(await rights(police.id)).toBe(0);
    await house.close();
  });
});
