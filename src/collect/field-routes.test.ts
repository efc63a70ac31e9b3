import sharp from "sharp";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import { newId } from "../platform/server/secrets.ts";
import * as api from "./api.ts";

const AT = "2026-11-24T08:00:00.000Z";
const partnership = "ockelbo";
const newNote = (more: object = {}) => ({
  partnership,
  id: newId(Date.parse(AT)),
  notedAt: AT,
  kind: "problem" as const,
  category: "place.lighting" as const,
  text: "Två av fyra lampor i tunneln är släckta",
  place: { kind: "unknown" as const },
  when: { kind: "instant" as const, at: AT },
  ...more,
});

onBothEngines("what comes in from outdoors", (fresh) => {
  test("a change that was overtaken on the way, or comes twice, changes nothing; the desk's own always does", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const amina = await house.as("Amina");
    const note = newNote();
    await amina.call(api.noteObservation, note);
    const change = (text: string, written?: number) =>
      amina.call(api.reviseObservation, { ...note, text, ...(written === undefined ? {} : { written }) });
    expect((await change("Tre lampor", Date.parse(AT) + 20)).value).toMatchObject({ revision: 2 });
    expect((await change("Två lampor", Date.parse(AT) + 10)).value).toMatchObject({ revision: 2 });
    expect((await change("Alla lampor")).value).toMatchObject({ revision: 3 });
    expect((await change("Tre lampor", Date.parse(AT) + 20)).value).toMatchObject({ revision: 3 });
    expect((await change("Ingen lampa", Date.parse(AT) + 30)).value).toMatchObject({ revision: 4 });
    // The same words said again, later: what is older and comes after them still changes nothing.
    expect((await change("Ingen lampa", Date.parse(AT) + 50)).value).toMatchObject({ revision: 4 });
    expect((await change("En lampa", Date.parse(AT) + 40)).value).toMatchObject({ revision: 4 });
    const opened = await amina.call(api.openObservation, { partnership, id: note.id });
    expect(opened.value.observation.text).toBe("Ingen lampa");
    await house.close();
  });

  test("a phone whose clock is wrong: its time is kept as noted, ours as when it was, and a change does not make it wrong again", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const amina = await house.as("Amina");
    house.setClock("2026-11-24T09:30:00.000Z" as never);
    const ahead = "2026-11-24T10:00:00.000Z";
    const note = newNote({ notedAt: ahead, when: { kind: "instant", at: ahead }, sentAt: "2026-11-24T10:30:00.000Z" });
    await amina.call(api.noteObservation, note);
    const opened = async () => (await amina.call(api.openObservation, { partnership, id: note.id })).value.observation;
    const right = { notedAt: ahead, when: { kind: "instant", at: "2026-11-24T09:00:00.000Z" } };
    expect(await opened()).toMatchObject(right);
    await amina.call(api.reviseObservation, { ...note, text: "Ändrad" });
    expect(await opened()).toMatchObject({ ...right, text: "Ändrad" });
    const slow = newNote({ sentAt: "2026-11-24T09:29:00.000Z" });
    await amina.call(api.noteObservation, slow);
    expect((await amina.call(api.openObservation, { partnership, id: slow.id })).value.observation.when).toEqual(
      slow.when,
    );
    await house.close();
  });

  test("a note that was handed over says who wrote it, and only within one's own organisation", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [amina, petra, johan] = [await house.as("Amina"), await house.as("Petra"), await house.as("Johan")];
    const me = async (person: typeof amina) =>
      (await person.call((await import("../partnership/api.ts")).whoAmI, {})).value.person!.id;
    const note = newNote({ handedOverFrom: await me(amina) });
    expect((await petra.call(api.noteObservation, note)).status).toBe(200);
    expect((await amina.call(api.noteObservation, { ...note, handedOverFrom: undefined })).status).toBe(200);
    const refused = await johan.call(api.noteObservation, newNote({ handedOverFrom: await me(amina) }));
    expect(refused).toMatchObject({ status: 409, problem: { why: "handed-over-elsewhere" } });
    const nobody = await petra.call(api.noteObservation, newNote({ handedOverFrom: newId(1) }));
    expect(nobody).toMatchObject({ problem: { why: "handed-over-elsewhere" } });
    await house.close();
  });

  test("a photo comes piece by piece, goes on where it was cut, and is one photo however often it is sent", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [amina, petra] = [await house.as("Amina"), await house.as("Petra")];
    const note = newNote();
    await amina.call(api.noteObservation, note);
    const noise = Buffer.from(Array.from({ length: 90_000 }, (_, at) => (at * 7919) % 251));
    const jpeg = new Uint8Array(
      await sharp(noise, { raw: { width: 200, height: 150, channels: 3 } })
        .jpeg()
        .toBuffer(),
    );
    const about = { partnership, observationId: note.id, id: newId(Date.parse(AT)), total: jpeg.length };
    const send = (by: typeof amina, offset: number, bytes: Uint8Array) =>
      by.call(api.attachPhotoPiece, { ...about, offset }, bytes);
    const half = Math.floor(jpeg.length / 2);
    expect((await send(amina, 0, new Uint8Array())).value).toEqual({ received: 0, whole: false });
    expect((await send(amina, 0, jpeg.slice(0, half))).value).toEqual({ received: half, whole: false });
    expect((await send(amina, 0, jpeg.slice(0, half))).value).toEqual({ received: half, whole: false });
    // Half a photo is nobody's but hers.
    expect((await send(petra, half, jpeg.slice(half))).value).toEqual({ received: 0, whole: false });
    expect((await send(amina, half, jpeg.slice(half))).value).toEqual({ received: jpeg.length, whole: true });
    expect((await send(amina, half, jpeg.slice(half))).value).toEqual({ received: jpeg.length, whole: true });
    const { value } = await amina.call(api.openObservation, { partnership, id: note.id });
    expect(value.observation.photos).toMatchObject([{ id: about.id, width: 200, height: 150 }]);
    const shown = await amina.call(
      api.attachPhotoPiece,
      { ...about, id: newId(2), offset: 0, total: 4 },
      jpeg.slice(0, 4),
    );
    expect(shown).toMatchObject({ problem: { why: "not-a-photo" } });
    const large = await amina.call(api.attachPhotoPiece, { ...about, id: newId(3), offset: 0, total: 16e6 }, jpeg);
    expect(large).toMatchObject({ problem: { why: "photo-too-large" } });
    await house.close();
  });
});
