import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse } from "../../../test/house.ts";
import type { Instant } from "../../ground/time.ts";
import type { InputOf } from "../../ground/endpoint.ts";
import type { Within } from "../../partnership/tables.ts";
import { newId } from "../../platform/server/secrets.ts";
import * as collect from "../api.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Heads } from "../walk.ts";
import * as api from "./api.ts";
import { putCount } from "./store.ts";

const AT = "2026-11-24T08:00:00.000Z";
const partnership = "ockelbo";
const slug = "amot-2026";
const walkId = idInDemo("walk amot-2026") as never;
const school = idInDemo("stop amot-2026 1");
const here = { partnership, slug };
const id = () => newId(Date.parse(AT)) as never;

async function note(by: Caller, text: string, more: Partial<InputOf<typeof collect.noteObservation>> = {}) {
  const noted = id();
  const reply = await by.call(collect.noteObservation, {
    partnership,
    id: noted,
    walkId,
    stopId: school,
    notedAt: AT,
    kind: "problem",
    category: "place.lighting",
    text,
    place: { kind: "area", name: "Skolan" },
    when: { kind: "unknown" },
    ...more,
  });
  expect(reply.status).toBe(200);
  return noted;
}
const desk = async (by: Caller) => (await by.call(api.openWalkDesk, here)).value;

/** The day of the walk, in the evening. */
const EVENING = "2026-12-01T20:00:00.000Z" as Instant;

onBothEngines("a walk at the desk", (fresh) => {
  test("three groups count their own: each is kept, sent again or put right it replaces nobody else's", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const petra = await house.as("Petra");
    const [one, two] = [id(), id()];
    const finish = (who: Caller, group: string, written: number, heads: Heads, weather = "") =>
      who.call(api.finishWalk, { ...here, group, written, heads, weather });
    const early = await finish(amina, one, 1, { all: 9 });
    expect(early).toMatchObject({ status: 409, problem: { why: "not-its-day-yet" } });
    expect(early.problem.detail).toBe(
      "Vandringen är 2026-12-01 och har inte gåtts än. Avsluta den när den är gången. Inget är ändrat.",
    );
    house.setClock(EVENING);
    expect((await finish(amina, one, 1, { all: 9, women: 5 }, "regn")).status).toBe(200);
    expect((await finish(petra, two, 1, { all: 8 })).status).toBe(200);
    // A reply that was lost: the same once more. And Johan's party does not count in the municipality's walk.
    expect((await finish(amina, one, 1, { all: 9, women: 5 }, "regn")).status).toBe(200);
    expect((await finish(johan, two, 2, { all: 90 })).status).toBe(403);
    // A sheet of paper at the desk, by somebody who has no phone to name.
    expect((await karin.call(api.finishWalk, { ...here, heads: { all: 4 } })).status).toBe(200);
    const walked = async () => (await johan.call(collect.openWalk, here)).value.walk;
    expect(await walked()).toMatchObject({ state: "walked", heads: { all: 21, women: 5 }, weather: "regn" });

    const right = { ...here, group: two, heads: { all: 7 }, weather: "blåst" };
    expect((await amina.call(api.correctHeads, right)).status).toBe(403);
    expect((await karin.call(api.correctHeads, { ...right, group: id() })).status).toBe(404);
    expect((await karin.call(api.correctHeads, right)).status).toBe(200);
    expect((await finish(petra, two, 1, { all: 8 })).status).toBe(200);
    expect(await walked()).toMatchObject({ heads: { all: 20, women: 5 }, weather: "regn; blåst" });
    expect((await desk(johan)).counts.map(({ heads }) => heads.all ?? 0).toSorted((a, b) => a - b)).toEqual([4, 7, 9]);
    const before = (await karin.call(api.openWalkDesk, { partnership, slug: "amot-2021" })).value.counts;
    expect(before).toHaveLength(1);

    // In the database itself: a count is said in one's own name, a new one as well as one put right.
    const amot = { partnershipId: idInDemo("partnership ockelbo"), walkId };
    const said = { heads: { all: 7 }, weather: "", functions: [], written: undefined };
    const told = (by: string | undefined, group: string) =>
      database.transaction<CollectDatabase, unknown>({ as: "staff", personId: idInDemo("person Amina") }, (tx) =>
        putCount(tx, amot, { group, ...said }, { at: EVENING, by }),
      );
    for (const group of [two, id()])
      for (const by of [idInDemo("person Petra"), undefined])
        await expect(told(by, group)).rejects.toMatchObject({ code: "42501" });
    await told(idInDemo("person Amina"), two);

    await note(amina, "Lampan är trasig");
    expect((await karin.call(collect.establishProtocol, here)).status).toBe(200);
    expect((await karin.call(api.correctHeads, right)).problem.why).toBe("protocol-established");
    await house.close();
  });

  test("the next walk of a series takes after the last one, and the meeting before becomes stops and questions", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const light = await karin.call(api.askLight, { partnership, at: "2021-11-08T17:00:00.000Z" });
    expect(light.value).toMatchObject({ light: "dark", sunset: expect.stringMatching(/^2021-11-08T14:3\d/) as string });
    const plan = {
      partnership,
      after: "amot-2021",
      title: "Mörkervandring i Åmot",
      village: "Åmot",
      startsAt: "2027-11-08T17:00:00.000Z",
      endsAt: "2027-11-08T19:30:00.000Z",
      meetingPoint: "Utanför skolan",
      stops: [{ name: "Skolan i Åmot" }, { name: "Bron" }],
    };
    const planned = await karin.call(collect.planWalk, plan);
    const next = { partnership, slug: planned.value.slug };
    expect((await karin.call(collect.planWalk, { ...plan, after: "som-inte-finns" })).status).toBe(404);
    const opened = (await karin.call(api.openWalkDesk, next)).value;
    expect(opened.series.map((one) => one.slug)).toEqual([next.slug, "amot-2026", "amot-2021"]);
    expect(opened.before?.slug).toBe("amot-2021");
    const before = (await desk(karin)).before;
    expect(before?.slug).toBe("amot-2021");
    expect(before?.rows.every(({ stopId }) => before.stops.some((stop) => stop.id === stopId))).toBe(true);

    const [first] = (await karin.call(collect.openWalk, next)).value.walk.stops;
    const viewpoints = [{ text: "Bakom affären" }, { text: "Ser man bilarna?", stopId: first!.id }];
    expect((await johan.call(api.noteViewpoints, { ...next, viewpoints })).status).toBe(403);
    expect((await amina.call(api.noteViewpoints, { ...next, viewpoints })).status).toBe(403);
    expect((await karin.call(api.noteViewpoints, { ...next, viewpoints })).value).toEqual({ stops: 1, questions: 1 });
    const { stops } = (await amina.call(collect.openWalk, next)).value.walk;
    expect(stops.map(({ name, question }) => [name, question])).toEqual([
      ["Skolan i Åmot", "Ser man bilarna?"],
      ["Bron", ""],
      ["Bakom affären", ""],
    ]);
    await house.close();
  });

  test("the stops are placed, moved about and taken away by those whose walk it is; what was noted at one stays there", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const planned = await karin.call(collect.planWalk, {
      partnership,
      title: "Första vandringen i Jädraås",
      village: "Jädraås",
      startsAt: "2026-11-26T17:00:00.000Z",
      endsAt: "2026-11-26T19:30:00.000Z",
      meetingPoint: "Stationen",
      stops: [{ name: "Stationen" }, { name: "Bron" }, { name: "Parken" }],
    });
    const first = { partnership, slug: planned.value.slug };
    const opened = async (by: Caller) => (await by.call(collect.openWalk, first)).value.walk;
    const walk = await opened(karin);
    const [station, bridge, park] = walk.stops;
    const position = [16.46, 60.83] as const;
    const farther = [16.47, 60.835] as const;
    const set = (by: Caller, stops: InputOf<typeof api.setStops>["stops"], removed: string[] = []) =>
      by.call(api.setStops, { ...first, stops, removed, route: [position, farther] });
    const wanted = [
      { id: bridge!.id, name: "Bron över ån", position },
      { id: station!.id, name: "Stationen", position: farther },
      { name: "Bänken" },
    ];
    expect((await set(johan, wanted)).status).toBe(403);
    expect((await set(amina, wanted)).status).toBe(403);
    const abroad = await set(karin, [{ id: bridge!.id, name: "Bron", position: [10.75, 59.91] }]);
    expect(abroad).toMatchObject({ status: 409, problem: { why: "stop-outside" } });
    expect(abroad.problem.detail).toContain("Stopp 1 ligger långt utanför kommunen.");
    expect((await set(karin, wanted)).value).toEqual({ stops: 4, placed: 2 });
    expect(await opened(amina)).toMatchObject({
      route: [position, farther],
      stops: [
        { id: bridge!.id, number: 1, name: "Bron över ån", position },
        { id: station!.id, number: 2, position: farther },
        { number: 3, name: "Bänken" },
        { id: park!.id, number: 4, name: "Parken" },
      ],
    });

    // Johan's own note is not there for Karin: she may take the stop away, and he still has what he wrote.
    const at = { walkId: walk.id as never };
    await note(amina, "Räcket är lågt", { ...at, stopId: bridge!.id });
    const own = await note(johan, "Bara för polisen", { ...at, stopId: park!.id, sharing: "own" });
    const held = await set(karin, [{ id: station!.id, name: "Stationen" }], [bridge!.id]);
    expect(held).toMatchObject({ status: 409, problem: { why: "stop-has-notes" } });
    expect(held.problem.detail).toContain("Stopp 1, Bron över ån, har 1 anteckning och kan inte tas bort.");
    expect((await set(karin, [{ id: station!.id, name: "Stationen" }], [park!.id])).status).toBe(200);
    expect((await opened(johan)).stops.map(({ name }) => name)).toEqual(["Stationen", "Bron över ån", "Bänken"]);
    const johans = (await johan.call(collect.openWalk, first)).value.notes;
    expect(johans.find((one) => one.id === own)).toMatchObject({ stopId: park!.id, text: "Bara för polisen" });
    // A phone that was away when the stop went sends what it has.
    await note(amina, "Skrivet innan stoppet togs bort", { ...at, stopId: park!.id });
    expect((await set(karin, [{ id: park!.id, name: "Parken" }])).problem.why).toBe("no-such-stop");

    // Walked, but not yet in a protocol: a stop that was wrongly placed is put right.
    house.setClock(EVENING);
    expect((await amina.call(api.finishWalk, { ...first, heads: { all: 8 } })).status).toBe(200);
    expect((await set(karin, [{ id: bridge!.id, name: "Bron", position: farther }])).status).toBe(200);
    expect((await karin.call(collect.establishProtocol, first)).status).toBe(200);
    expect((await set(karin, wanted)).problem.why).toBe("protocol-established");
    await house.close();
  });

  test("notes become a protocol: doubles together, persons looked for, the police's own unseen, late ones after", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const first = await note(amina, "Lampan vid trappan är trasig");
    const double = await note(amina, "Trasig lampa", { proposal: "Byt den" });
    const named = await note(johan, "En sade «här vill jag inte gå ensam» vid häcken", { category: "place.sight" });
    const own = await note(johan, "Bara för polisen", { sharing: "own" });
    const good = await note(amina, "Fint upplyst", { kind: "positive", category: "place.good" });
    const texts = async (by: Caller) => (await desk(by)).toCome.map(({ text }) => text);
    expect(await texts(karin)).toHaveLength(4);
    expect(await texts(johan)).toEqual(await texts(karin));

    expect((await johan.call(api.mergeNote, { ...here, id: double, into: first })).status).toBe(403);
    expect((await karin.call(api.mergeNote, { ...here, id: own, into: first })).problem.why).toBe("no-such-note");
    expect((await amina.call(api.mergeNote, { ...here, id: double, into: first })).value).toEqual({ into: first });
    expect((await desk(karin)).toCome[0]).toMatchObject({
      observationId: first,
      doubles: [double],
      proposal: "Byt den",
    });

    const heads = { all: 9 };
    house.setClock(EVENING);
    expect((await johan.call(api.finishWalk, { ...here, heads })).status).toBe(403);
    expect((await amina.call(api.finishWalk, { ...here, heads })).status).toBe(200);
    const establish = () => karin.call(collect.establishProtocol, { ...here });
    const refused = await establish();
    expect(refused).toMatchObject({ status: 409, problem: { why: "persons-to-review" } });
    expect(refused.problem.detail).toBe(
      "1 rad kan peka ut en person. Granska personuppgifterna först. Inget är upprättat.",
    );
    const wording = {
      ...here,
      id: named,
      text: "Häcken skymmer",
      placeName: "Skolan",
      spotManager: "private" as const,
    };
    expect((await johan.call(api.rewriteNote, wording)).status).toBe(403);
    expect((await karin.call(api.rewriteNote, wording)).status).toBe(200);
    expect((await karin.call(api.reviewNote, { ...here, id: named })).status).toBe(200);
    expect((await karin.call(api.downloadProtocol, { ...here, format: "csv" })).problem.why).toBe(
      "protocol-not-established",
    );
    const publish = (by: Caller) => by.call(api.publishProtocol, here);
    expect((await publish(karin)).problem.why).toBe("protocol-not-established");
    expect((await establish()).value).toEqual({ slug, rows: 3 });
    for (const by of [johan, amina]) expect((await publish(by)).status).toBe(403);
    const publishedBy = async (name: string, publishedAt: Instant | null) => {
      const person = await database.transaction<CollectDatabase, { id: string }>({ as: "system" }, (tx) =>
        tx.selectFrom("person").select("id").where("name", "=", name).executeTakeFirstOrThrow(),
      );
      return database.transaction<CollectDatabase, unknown>({ as: "staff", personId: person.id }, (tx) =>
        tx.updateTable("walk").set({ published_at: publishedAt }).where("slug", "=", slug).execute(),
      );
    };
    // The database says the same as the rule.
    await expect(publishedBy("Amina", EVENING)).rejects.toThrow(/leads the work/);
    expect((await publish(karin)).value.publishedAt).toBe(EVENING);
    await expect(publishedBy("Karin", null)).rejects.toThrow(/published already/);
    expect((await publish(karin)).problem.why).toBe("protocol-published");
    const opened = (await johan.call(collect.openWalk, here)).value;
    expect(opened.rows.map(({ number, text }) => [number, text])).toEqual([
      [1, "Lampan vid trappan är trasig"],
      [2, "Häcken skymmer"],
      [3, "Fint upplyst"],
    ]);
    // The note says what it said.
    expect(opened.notes.find((one) => one.id === named)?.text).toContain("vill jag inte gå");
    expect(good).not.toBe(own);

    expect((await karin.call(api.complementProtocol, here)).problem.why).toBe("nothing-to-complement");
    await note(amina, "Det låg kvar i en telefon");
    expect((await johan.call(api.complementProtocol, here)).status).toBe(403);
    expect((await karin.call(api.complementProtocol, here)).value).toEqual({ rows: 1 });
    // Inside it is read at once; outside when those who lead the work publish it as well. The database says the same.
    const waiting = async () =>
      (await johan.call(collect.openWalk, here)).value.rows.map(({ waits }) => waits ?? false);
    expect(await waiting()).toEqual([false, false, false, true]);
    for (const by of [johan, amina]) expect((await publish(by)).status).toBe(403);
    const asStaff = (name: string, work: (tx: Within<CollectDatabase>) => Promise<unknown>) =>
      database.transaction<CollectDatabase, unknown>({ as: "staff", personId: idInDemo(`person ${name}`) }, work);
    const setWaits = (waits: boolean) => (tx: Within<CollectDatabase>) =>
      tx
        .updateTable("protocol_row")
        .set({ waits })
        .where("number", "in", [1, 4])
        .where("walk_id", "=", walkId)
        .execute();
    await expect(asStaff("Amina", setWaits(false))).rejects.toMatchObject({ code: "42501" });
    await expect(asStaff("Karin", setWaits(true))).rejects.toMatchObject({ code: "42501" });
    const complemented = asStaff("Amina", (tx) =>
      tx.updateTable("walk").set({ complemented_at: EVENING }).where("id", "=", walkId).execute(),
    );
    await expect(complemented).rejects.toMatchObject({ code: "42501" });
    const later = await note(amina, "Ännu en");
    const past = asStaff("Karin", async (tx) => {
      const like = tx.selectFrom("protocol_row").selectAll().where("walk_id", "=", walkId).where("number", "=", 1);
      const row = { ...(await like.executeTakeFirstOrThrow()), id: id(), observation_id: later, number: 5 };
      await tx.insertInto("protocol_row").values(row).execute();
    });
    await expect(past).rejects.toMatchObject({ code: "42501" });
    expect((await publish(karin)).value.publishedAt).toBe(EVENING);
    expect(await waiting()).toEqual([false, false, false, false]);
    expect((await karin.call(collect.openWalk, here)).value.walk.complementedAt).toBe(EVENING);
    expect((await publish(karin)).problem.why).toBe("protocol-published");
    const registered = { ...here, registryNumber: "KS 2026/114" };
    expect((await karin.call(api.registerProtocol, registered)).status).toBe(200);
    expect((await johan.call(collect.openWalk, here)).value).toMatchObject({
      walk: { registryNumber: "KS 2026/114" },
      rows: [{}, {}, {}, { number: 4 }],
    });
    await house.close();
  });

  test("a planned walk is taken along with who looked after its stops the last time", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const amina = await house.as("Amina");
    const { walks } = (await amina.call(collect.listWalks, { partnership })).value;
    const planned = walks.find((one) => one.slug === slug)!;
    const before = Object.entries(planned.managersBefore ?? {});
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(([stopId]) => planned.stops.some((stop) => stop.id === stopId))).toBe(true);
    expect(before.flatMap(([, managers]) => managers)).not.toContain("unknown");
    expect(walks.filter(({ state }) => state !== "planned").map((one) => one.managersBefore)).toEqual(
      walks.filter(({ state }) => state !== "planned").map(() => undefined),
    );
    // Also at the desk: of a note that is opened there, and nothing of one between the stops.
    const [[stopId, managers] = ["", []]] = before;
    const opened = async (more: Partial<InputOf<typeof collect.noteObservation>>) => {
      const noted = await note(amina, "Lampan är trasig", more);
      return (await amina.call(collect.openObservation, { partnership, id: noted })).value.managersBefore;
    };
    expect(await opened({ stopId })).toEqual(managers);
    expect(await opened({ stopId: undefined })).toEqual([]);
    expect(await opened({ stopId: undefined, walkId: undefined })).toEqual([]);
    await house.close();
  });

  test("a sheet is typed in row by row, once, by either organisation; another partnership sees nothing of it", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina, elin] = [
      await house.as("Karin"),
      await house.as("Johan"),
      await house.as("Amina"),
      await house.as("Elin"),
    ];
    const typed = await note(amina, "Från papper");
    const at = { ...here, sheet: 2, number: 1, observationId: typed };
    expect((await amina.call(api.typeSheetRow, at)).status).toBe(200);
    expect((await johan.call(api.typeSheetRow, { ...here, sheet: 2, number: 2 })).status).toBe(200);
    expect((await amina.call(api.typeSheetRow, at)).status).toBe(200);
    const other = await note(johan, "Annat");
    const taken = await johan.call(api.typeSheetRow, { ...at, observationId: other });
    expect(taken).toMatchObject({ status: 409, problem: { why: "sheet-row-typed" } });
    expect((await johan.call(api.typeSheetRow, { ...here, sheet: 2, number: 2, observationId: other })).status).toBe(
      200,
    );
    expect(
      (await karin.call(api.typeSheetRow, { ...here, sheet: 2, number: 3, observationId: id() })).problem.why,
    ).toBe("no-such-note");
    expect((await desk(karin)).sheetRows).toEqual([
      { sheet: 2, number: 1, observationId: typed },
      { sheet: 2, number: 2, observationId: other },
    ]);
    expect((await elin.call(api.openWalkDesk, here)).status).toBe(404);
    expect((await elin.call(api.typeSheetRow, at)).status).toBe(404);
    await house.close();
  });

  test("the protocol is a file the same every time, with nothing a spreadsheet would carry out; sheets have a square each", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, elin] = [await house.as("Karin"), await house.as("Elin")];
    const get = async (by: Caller, path: string) =>
      by.request(`/api/collect/${partnership}/walks/${path}`, { headers: { "accept-language": "sv" } });
    const pdf = await get(karin, "amot-2021/protocol/pdf");
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    const bytes = Buffer.from(await pdf.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    house.setClock("2026-11-25T10:00:00.000Z" as never);
    const again = Buffer.from(await (await get(karin, "amot-2021/protocol/pdf")).arrayBuffer());
    expect(Buffer.compare(bytes, again)).toBe(0);

    await note(karin, "=1+1 skrevs på bladet");
    house.setClock(EVENING);
    await karin.call(api.finishWalk, { ...here, heads: {} });
    await karin.call(collect.establishProtocol, here);
    const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      await (await get(karin, "amot-2026/protocol/csv")).arrayBuffer(),
    );
    expect(csv.split("\r\n").slice(0, 2)).toEqual([
      "\uFEFFNr;Plats;Iakttagelse;Åtgärdsförslag;Ansvarig;Tidplan;Status;Slag",
      `1;Skolan;"'=1+1 skrevs på bladet";;Ingen ansvarig än;;Väntar på svar;Problem`,
    ]);
    for (const paper of ["sheets?sheets=3", "invitation"]) {
      const printed = await get(karin, `amot-2026/paper/${paper}`);
      expect([printed.status, printed.headers.get("content-type")], paper).toEqual([200, "application/pdf"]);
    }
    expect((await get(elin, "amot-2021/protocol/pdf")).status).toBe(404);
    await house.close();
  });

  test("the three meetings are arranged by those whose walk it is, and anybody there takes them home as a calendar file", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const { walk } = (await karin.call(collect.openWalk, here)).value;
    const day = 86_400_000;
    const before = new Date(Date.parse(walk.startsAt) - 7 * day).toISOString();
    const after = new Date(Date.parse(walk.endsAt) + 14 * day).toISOString();
    const arranged = { premeetingAt: before, aftermeetingAt: after, meetingPlace: "Bygdegården", registered: 12 };
    const late = await karin.call(api.arrangeWalk, { ...here, premeetingAt: after });
    expect(late).toMatchObject({ status: 409, problem: { why: "premeeting-after-walk" } });
    const early = await karin.call(api.arrangeWalk, { ...here, aftermeetingAt: before });
    expect(early).toMatchObject({ status: 409, problem: { why: "aftermeeting-before-walk" } });
    for (const other of [johan, amina])
      expect((await other.call(api.arrangeWalk, { ...here, ...arranged })).status).toBe(403);
    expect((await karin.call(api.arrangeWalk, { ...here, registered: 3 })).status).toBe(200);
    expect((await karin.call(api.arrangeWalk, { ...here, ...arranged })).status).toBe(200);
    expect((await desk(johan)).arranged).toEqual(arranged);
    const file = await amina.call(api.walkCalendar, here);
    expect(file.status).toBe(200);
    await house.close();
  });

  test("each note says how many more of the walk lie in its phone, and nothing of what one organisation keeps to itself", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const [hers, his] = [newId(1), newId(2)];
    expect((await desk(karin)).phones).toEqual([]);
    await note(amina, "Lampan är trasig", { still: { device: hers, waiting: 3 } });
    await note(johan, "Häcken skymmer", { still: { device: his, waiting: 1 } });
    // A phone that two have carried speaks for each of them.
    await note(johan, "Skylten saknas", { still: { device: hers, waiting: 0 } });
    const waiting = async () => (await desk(karin)).phones.map((phone) => phone.waiting).toSorted((a, b) => a - b);
    expect(await waiting()).toEqual([0, 1, 3]);
    await note(amina, "Isigt i backen", { still: { device: hers, waiting: 0 } });
    expect(await waiting()).toEqual([0, 0, 1]);
    await house.close();
  });

  test("points are sent to those who look after the spots, and at the third meeting somebody says whose one is", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    await note(amina, "Lampan är trasig", { spotManager: "municipality" });
    await note(amina, "Hal bro", { category: "place.path" });
    await note(johan, "Blå bil vid bron", { sharing: "own" });
    house.setClock(EVENING);
    await amina.call(api.finishWalk, { ...here, heads: { all: 9 } });
    const replyBy = "2099-01-01";
    const letter = { ...here, manager: "municipality" as const, replyBy };
    expect((await karin.call(api.printLetter, letter)).problem.why).toBe("protocol-not-established");
    expect((await karin.call(api.sendPoints, letter)).problem.why).toBe("protocol-not-established");
    expect((await karin.call(collect.establishProtocol, here)).status).toBe(200);
    expect((await johan.call(api.sendPoints, letter)).status).toBe(403);
    expect((await karin.call(api.sendPoints, { ...letter, manager: "region" })).problem.why).toBe(
      "nothing-for-manager",
    );
    expect((await karin.call(api.printLetter, { ...letter, manager: "region" })).problem.why).toBe(
      "nothing-for-manager",
    );
    const past = await karin.call(api.sendPoints, { ...letter, replyBy: "2020-01-01" });
    expect(past.problem.why).toBe("reply-day-passed");
    expect((await karin.call(api.sendPoints, letter)).value).toEqual({ points: 1 });
    expect((await karin.call(api.sendPoints, letter)).value).toEqual({ points: 1 });
    expect((await karin.call(api.printLetter, letter)).status).toBe(200);
    expect((await desk(johan)).letters).toMatchObject([{ manager: "municipality", points: 1, replyBy }]);

    // The unit that was asked takes it, or says that it is not theirs; nobody else says it for them.
    const petra = await house.as("Petra");
    const sent = async (who: Caller) => (await who.call(api.listPointsSent, { partnership })).value;
    const theirs = async () => (await sent(petra)).points.find(({ text }) => text === "Lampan är trasig")!;
    expect([(await sent(petra)).mine, (await sent(johan)).mine]).toEqual([true, false]);
    expect(await theirs()).toMatchObject({ state: "sent", replyBy });
    const { id } = await theirs();
    const reply = {
      partnership,
      id,
      kind: "not-ours" as const,
      text: "Stolpen är bolagets",
      mayBe: "housing" as const,
    };
    for (const other of [johan, amina]) expect((await other.call(api.replyToPoint, reply)).status).toBe(403);
    const inFile = async (who: Caller) => {
      const file = (await who.call(api.downloadProtocol, { ...here, format: "csv" })).value as unknown as ArrayBuffer;
      return Buffer.from(file).toString("utf8");
    };
    const pages = async () =>
      (await karin.call(api.downloadProtocol, { ...here, format: "pdf" })).value as unknown as ArrayBuffer;
    const unsaid = Buffer.from(await pages());
    expect((await petra.call(api.replyToPoint, reply)).status).toBe(200);
    // Both read in the protocol what the unit said and when, under its office; nothing the police keep to themselves.
    for (const who of [karin, johan]) {
      const file = await inFile(who);
      expect(file).toContain(
        "Väntar på svar. Inte vårt, säger ingenjör, gatuenheten 1 december 2026: Stolpen är bolagets",
      );
      expect(file).toContain("Kan vara:");
      for (const absent of ["Petra", "Blå bil vid bron"]) expect(file).not.toContain(absent);
    }
    expect(Buffer.from(await pages()).equals(unsaid)).toBe(false);
    expect((await desk(johan)).replies).toMatchObject([
      { rowId: id, kind: "not-ours", text: "Stolpen är bolagets", mayBe: "housing", unit: "ingenjör, gatuenheten" },
    ]);
    expect((await petra.call(api.replyToPoint, { partnership, id, kind: "received" })).status).toBe(200);
    expect((await theirs()).state).toBe("received");
    const first = { ...here, number: 1, kind: "will-be-done" as const, when: "maj" };
    expect((await karin.call(collect.answerRow, first)).status).toBe(200);
    expect((await theirs()).state).toBe("answered");
    expect(await inFile(johan)).not.toContain("gatuenheten");
    expect((await petra.call(api.replyToPoint, reply)).problem.why).toBe("point-answered");

    const answer = {
      ...here,
      number: 2,
      kind: "will-be-done" as const,
      when: "maj",
      spotManager: "road-association" as const,
    };
    expect((await johan.call(collect.answerRow, answer)).status).toBe(403);
    expect((await karin.call(collect.answerRow, answer)).status).toBe(200);
    const { rows } = (await karin.call(collect.openWalk, here)).value;
    expect(rows[1]).toMatchObject({ spotManager: "road-association", answer: { kind: "will-be-done", when: "maj" } });
    await house.close();
  });
});
