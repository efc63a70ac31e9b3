import sharp from "sharp";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import type { InputOf } from "../ground/endpoint.ts";
import { newId } from "../platform/server/secrets.ts";
import * as api from "./api.ts";
import { finishWalk } from "./walks/api.ts";
import * as importApi from "./imports/api.ts";

const AT = "2026-11-24T08:00:00.000Z";
const partnership = "ockelbo";
const newNote = (more: Partial<InputOf<typeof api.noteObservation>> = {}) => ({
  partnership,
  id: newId(Date.parse(AT)),
  notedAt: AT,
  kind: "problem" as const,
  category: "place.lighting" as const,
  text: "Två av fyra lampor i tunneln är släckta",
  place: { kind: "point" as const, position: [16.718, 60.8985] as const },
  when: { kind: "unknown" as const },
  ...more,
});
const textOf = (text: string) => new TextEncoder().encode(text);
const incident = (id: number, more: object = {}) => ({
  id,
  datetime: "2026-11-20 9:19:33 +01:00",
  name: "20 november 03.37, Brand, Ockelbo",
  summary: "Brand i container.",
  url: "/x",
  type: "Brand",
  location: { name: "Gävleborgs län", gps: "61.3,16.1" },
  ...more,
});

onBothEngines("what people do with what they hear", (fresh) => {
  test("a note sent twice is one note with one answer; only its own organisation changes it", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [amina, johan] = [await house.as("Amina"), await house.as("Johan")];
    const sent = newNote();
    const first = await amina.call(api.noteObservation, sent);
    expect(first.status).toBe(200);
    house.setClock("2026-11-24T10:00:00.000Z" as never);
    expect(await amina.call(api.noteObservation, { ...sent, text: "något annat" })).toMatchObject({
      value: first.value,
    });
    const change = { ...sent, text: "Tre av fyra lampor är släckta" };
    expect((await johan.call(api.reviseObservation, change)).status).toBe(403);
    expect((await amina.call(api.reviseObservation, change)).value).toMatchObject({ revision: 2 });
    const opened = await johan.call(api.openObservation, { partnership, id: sent.id });
    expect(opened.value.observation.text).toBe(change.text);
    expect(opened.value.revisions).toMatchObject([{ body: { text: sent.text } }]);
    expect((await amina.call(api.withdrawObservation, { partnership, id: sent.id, reason: "dubblett" })).status).toBe(
      200,
    );
    const { value } = await amina.call(api.listObservations, { partnership, limit: 200 });
    expect(value.observations.map(({ id }) => id)).not.toContain(sent.id);
    await house.close();
  });

  test("a note with the number of one that its writer cannot see is refused in a sentence; the same from two phones at once is one note", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [amina, johan] = [await house.as("Amina"), await house.as("Johan")];
    const theirs = newNote({ sharing: "own" });
    expect((await johan.call(api.noteObservation, theirs)).status).toBe(200);
    expect((await amina.call(api.noteObservation, newNote({ id: theirs.id }))).problem).toMatchObject({
      status: 409,
      why: "taken",
      detail: expect.stringContaining("Inget är sparat"),
    });
    const twice = newNote();
    const replies = await Promise.all([1, 2, 3].map(() => amina.call(api.noteObservation, twice)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    await house.close();
  });

  test("what points at a person is refused with what was found, and strangers and other partnerships find nothing", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const amina = await house.as("Amina");
    const refused = await amina.call(api.noteObservation, newNote({ text: "Ring 070-123 45 67" }));
    expect(refused).toMatchObject({ status: 409, problem: { why: "text-has-phone", field: "text" } });
    expect(refused.problem.detail).toBe("«070-123 45 67» ser ut som ett telefonnummer. Skriv vad och var, inte vem.");
    expect((await house.stranger.call(api.listWalks, { partnership })).status).toBe(401);
    expect((await (await house.as("Elin")).call(api.listWalks, { partnership })).status).toBe(404);
    expect((await (await house.as("Sofia")).call(api.noteObservation, newNote())).status).toBe(403);
    await house.close();
  });

  test("a walk from plan to protocol: what is kept apart leaves no gap, and a no needs its reason", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const planned = await karin.call(api.planWalk, {
      partnership,
      title: "Mörkervandring i Wij",
      village: "Wij",
      startsAt: "2026-11-20T17:00:00.000Z",
      endsAt: "2026-11-20T19:00:00.000Z",
      meetingPoint: "Vid entrén",
      stops: [{ name: "Tunneln" }, { name: "Parkeringen" }],
    });
    expect(planned.value).toEqual({ slug: "wij-2026", light: "dark" });
    const { slug } = planned.value;
    const { walk } = (await amina.call(api.openWalk, { partnership, slug })).value;
    const [tunnel, parking] = walk.stops;
    const on = (stopId: string, text: string, more = {}) => newNote({ walkId: walk.id, stopId, text, ...more });
    await amina.call(api.noteObservation, on(parking!.id, "Ödsligt på kvällen"));
    await amina.call(api.noteObservation, on(tunnel!.id, "Mörkt"));
    await johan.call(api.noteObservation, on(tunnel!.id, "Bara för oss", { sharing: "own" }));
    expect((await amina.call(api.openWalk, { partnership, slug })).value.notes).toHaveLength(2);
    expect((await johan.call(api.openWalk, { partnership, slug })).value.notes).toHaveLength(3);

    expect((await karin.call(api.establishProtocol, { partnership, slug })).problem.why).toBe("not-walked-yet");
    const heads = { all: 9, women: 5, police: 1 };
    expect((await amina.call(finishWalk, { partnership, slug, heads: { all: 3, women: 5 } })).problem.why).toBe(
      "parts-larger-than-all",
    );
    expect((await amina.call(finishWalk, { partnership, slug, heads })).status).toBe(200);
    expect((await amina.call(api.establishProtocol, { partnership, slug })).status).toBe(403);
    expect((await karin.call(api.establishProtocol, { partnership, slug })).value).toEqual({ slug, rows: 2 });
    const answer = { partnership, slug, number: 1, kind: "declined" as const };
    expect((await karin.call(api.answerRow, answer)).problem.why).toBe("public-reason-needed");
    expect((await karin.call(api.answerRow, { ...answer, reason: "Tunneln rivs i vår" })).status).toBe(200);
    const { rows } = (await johan.call(api.openWalk, { partnership, slug })).value;
    expect(rows).toMatchObject([
      { number: 1, text: "Mörkt", placeName: "Tunneln", answer: { kind: "declined", reason: "Tunneln rivs i vår" } },
      { number: 2, text: "Ödsligt på kvällen" },
    ]);
    await house.close();
  });

  test("a photo is kept without its position, once, and is there for those who see the note", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [amina, elin] = [await house.as("Amina"), await house.as("Elin")];
    const note = newNote();
    await amina.call(api.noteObservation, note);
    const exif = { IFD3: { GPSLatitudeRef: "N", GPSLatitude: "60/1 53/1 0/1" } };
    const create = { width: 64, height: 32, channels: 3 as const, background: "#345" };
    const taken = new Uint8Array(await sharp({ create }).withExif(exif).jpeg().toBuffer());
    const wish = { partnership, observationId: note.id, id: newId(Date.parse(AT)), alt: "tunneln" };
    expect(await amina.call(api.attachPhoto, wish, taken)).toMatchObject({
      status: 200,
      value: { width: 64, height: 32 },
    });
    expect((await amina.call(api.attachPhoto, wish, taken)).status).toBe(200);
    const { photos } = (await amina.call(api.openObservation, { partnership, id: note.id })).value.observation;
    expect(photos).toMatchObject([{ id: wish.id, alt: "tunneln" }]);
    const shown = await amina.request(`/api/collect/${partnership}/photos/${wish.id}`);
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
    expect((await sharp(await shown.arrayBuffer()).metadata()).exif).toBeUndefined();
    expect((await elin.request(`/api/collect/${partnership}/photos/${wish.id}`)).status).toBe(404);
    const fake = await amina.call(api.attachPhoto, { ...wish, id: newId(Date.parse(AT)) }, textOf("ingen bild"));
    expect(fake).toMatchObject({ status: 409, problem: { why: "not-a-photo" } });
    await house.close();
  });

  test("a file of police events is read in, twice the same, with what it could not read", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const lines = [
      incident(9_000_001),
      incident(9_000_002, { name: "utan tid" }),
      incident(9_000_003, { location: { name: "Skåne län" }, name: "20 november 03.37, Brand, Malmö" }),
    ];
    const file = textOf(lines.map((line) => JSON.stringify(line)).join("\n"));
    const read = async (fileName: string, bytes: Uint8Array) =>
      (await karin.call(importApi.importFile, { partnership, kind: "polisen", fileName }, bytes)).value;
    expect(await read("nya.ndjson", file)).toMatchObject({
      source: "polisens-handelser",
      read: 3,
      added: 1,
      outside: 1,
      unreadable: 1,
      problems: [{ line: 2, column: "name" }],
    });
    expect(await read("igen.ndjson", file)).toMatchObject({ read: 3, added: 0, changed: 0, same: 1 });
    house.setClock("2026-11-24T10:00:00.000Z" as never);
    expect(await read("tom.json", new Uint8Array())).toMatchObject({ read: 0, added: 0, unreadable: 0 });
    const { runs } = (await karin.call(importApi.listImportRuns, { partnership })).value;
    expect(runs).toMatchObject([{ fileName: "tom.json", read: 0 }, { read: 3 }, { read: 3 }]);
    const johan = await house.as("Johan");
    const other = await johan.call(importApi.importFile, { partnership, kind: "polisen" }, file);
    expect(other).toMatchObject({ status: 403, problem: { why: "not-yours" } });
    const first = runs.find(({ added }) => added === 1)!.id as never;
    const undo = (person: typeof karin) => person.call(importApi.undoImport, { partnership, id: first });
    expect((await undo(johan)).status).toBe(404);
    expect((await undo(karin)).value).toEqual({ state: "undoing" });
    const again = await karin.call(
      importApi.importFile,
      { partnership, kind: "polisen", fileName: "för-tidigt" },
      file,
    );
    expect(again.problem.why).toBe("source-is-being-undone");
    await house.settle();
    const after = (await karin.call(importApi.listImportRuns, { partnership })).value.runs;
    expect(after.find(({ id }) => id === first)).toMatchObject({ state: "undone", removed: 1, putBack: 0 });
    expect((await undo(karin)).problem.why).toBe("import-already-undone");
    expect(await read("tredje.ndjson", file)).toMatchObject({ added: 1, same: 0 });
    await house.close();
  });

  test("a table is read by its mapping; without the column nothing is touched", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const file = textOf(
      "när;lon;lat;typ\n2026-11-01 21:30;16,718;60,8985;Klotter\n2026-11-01 25:30;16,718;60,8985;Klotter\n",
    );
    const mapping = {
      time: { kind: "instant", column: "när", format: "yyyy-MM-dd HH:mm" },
      place: { kind: "position", lon: "lon", lat: "lat" },
      category: { column: "typ", values: { klotter: "vandalism.graffiti" } },
    };
    const wish = { partnership, kind: "csv" as const, fileName: "klotter.csv", sourceName: "Gatukontorets lista" };
    const wrong = { ...mapping, category: { column: "kategori" } };
    const refused = await karin.call(importApi.importFile, { ...wish, mapping: JSON.stringify(wrong) }, file);
    expect(refused).toMatchObject({ status: 409, problem: { why: "column-missing", field: "mapping" } });
    const read = await karin.call(importApi.importFile, { ...wish, mapping: JSON.stringify(mapping) }, file);
    expect(read.value).toMatchObject({
      source: "gatukontorets-lista",
      added: 1,
      unreadable: 1,
      problems: [{ line: 3 }],
    });
    expect(
      (await karin.call(importApi.importFile, { ...wish, mapping: JSON.stringify(mapping) }, new Uint8Array())).problem
        .why,
    ).toBe("file-is-empty");
    expect((await karin.call(importApi.importFile, { ...wish, mapping: "{" }, file)).status).toBe(422);
    const { observations } = (await karin.call(api.listObservations, { partnership, category: "vandalism" })).value;
    expect(observations[0]).toMatchObject({ imported: true, place: { kind: "point" } });
    const change = { ...newNote(), id: observations[0]!.id as never };
    expect((await karin.call(api.reviseObservation, change)).problem.why).toBe("source-keeps-its-text");
    await house.close();
  });

  test("200 MB is refused before it is read", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1024 * 1024;
        if (given > 200 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const response = await karin.request(`/api/collect/${partnership}/imports/polisen`, {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: { "content-type": "application/octet-stream" },
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining("25 MB") as string });
    expect(given).toBeLessThan(40 * 1024 * 1024);
    await house.close();
  });
});
