// «Peka på kartan» beside the named places: what is kept of it, who sees it, and what no form gets past the door.
import { sql } from "kysely";
import { expect, test } from "vitest";
import { type Fresh, onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import { begin, codeOn, fillIn, press, type Step } from "../../../test/resident.ts";
import type { Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { refusals } from "../open-form-words.ts";
import { roughened } from "../pointed.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { mixAnswers } from "./pages.ts";
import { pointsOf } from "./store-point.ts";

const partnership = "ockelbo";
const FORM = "/svara/amot?ort=amot";
const AT = "2026-11-24T09:00:00.000Z" as Instant;
/** A doorstep in Åmot. */
const DOOR = "16.45183 60.96341";
const EXACT = [16.45183, 60.96341] as const;

async function open(fresh: Fresh) {
  const database = await fresh({ demo: true });
  const house = await openTestHouse(database, { at: AT });
  let clock = Date.parse(AT);
  const later = (seconds: number) => house.setClock(new Date((clock += seconds * 1000)).toISOString() as Instant);
  const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
  /** As far as the question about places, answered with these fields. */
  const pointing = async (fields: readonly (readonly [string, string])[]): Promise<Step> => {
    let step = await begin(ask, FORM);
    for (const filled of [[], [["hur-trygg", "mycket-trygg"]]] as const) step = await press(ask, FORM, step, filled);
    expect(step.fields.get("at")).toBe("q-plats");
    return press(ask, FORM, step, fields);
  };
  const send = async (answers: Record<string, string>, about: readonly (readonly [string, string])[] = []) => {
    const last = await fillIn(ask, FORM, { "hur-trygg": "mycket-trygg", ...answers });
    later(40);
    return press(ask, FORM, last, about, "send");
  };
  return { database, house, ask, pointing, send, later };
}

const rowsOf = (database: Database, table: string) =>
  database.asOwner(async (tx) => {
    const any = tx as unknown as AnyTransaction;
    return (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(any)).rows;
  });

onBothEngines("a point on the map", (fresh) => {
  test("is kept as a square, larger unless somebody says otherwise, and read by those who asked only", async () => {
    const world = await open(fresh);
    const { database, house, send } = world;
    const said = { "vad-behovs": "Mer ljus" };
    expect(codeOn(await send({ ...said, "plats.point": DOOR }))).toBeDefined();
    expect(codeOn(await send({ ...said, "plats.point": DOOR, "plats.grain": "spot", plats: "skolan" }))).toBeDefined();

    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const waiting = async () => (await karin.call(api.followCampaign, { partnership, slug: "amot" })).value.waiting;
    const question = "Finns det en plats du undviker?";
    const points = (await waiting()).map((answer) => answer.points);
    expect(points).toHaveLength(2);
    expect(points).toEqual(
      expect.arrayContaining([
        [{ question, grain: "around", position: roughened(EXACT, 1000) }],
        [{ question, grain: "spot", position: roughened(EXACT, 50) }],
      ]),
    );
    // Nowhere in the database, in any table: where exactly it was.
    for (const table of ["campaign_point", "campaign_answer", "event", "job", "campaign_groups"])
      expect(JSON.stringify(await rowsOf(database, table))).not.toMatch(/16[.]45183|60[.]96341/);

    for (const { id } of await waiting()) await karin.call(api.reviewAnswer, { partnership, id });
    const uncoded = async (who: typeof karin) =>
      (await who.call(api.listUncoded, { partnership, limit: 200 })).value.rows.filter(
        ({ kind, points: pointed }) => kind === "answer" && pointed.length > 0,
      );
    expect((await uncoded(karin)).map(({ text }) => text)).toEqual(["Mer ljus", "Mer ljus"]);
    // Kept answers are read by both parties; the points with them are not, in any question and not in the database either.
    expect(await uncoded(johan)).toEqual([]);
    const ids = (await rowsOf(database, "campaign_point")).map(({ answer_id }) => String(answer_id));
    const seenBy = (name: string) =>
      database.transaction<CollectDatabase, number>(
        { as: "staff", personId: idInDemo(`person ${name}`) },
        async (tx) => (await pointsOf(tx, ids)).size,
      );
    expect([await seenBy("Karin"), await seenBy("Johan"), await seenBy("Elin")]).toEqual([2, 0, 0]);
    const gone = (name: string) =>
      database.transaction<CollectDatabase, unknown>({ as: "staff", personId: idInDemo(`person ${name}`) }, (tx) =>
        tx.deleteFrom("campaign_point").execute(),
      );
    for (const name of ["Johan", "Elin"]) await gone(name);
    expect(await rowsOf(database, "campaign_point")).toHaveLength(2);
    const stranger = database.transaction<CollectDatabase, unknown>({ as: "stranger" }, (tx) =>
      tx.selectFrom("campaign_point").selectAll().execute(),
    );
    await expect(stranger).rejects.toMatchObject({ code: "42501" });
    await house.close();
  });

  test("goes with an answer that is set aside, and with nothing written waits for nobody", async () => {
    const { database, house, send } = await open(fresh);
    const karin = await house.as("Karin");
    await send({ "plats.point": DOOR, "vad-behovs": "Mer ljus" });
    const { waiting } = (await karin.call(api.followCampaign, { partnership, slug: "amot" })).value;
    const aside = { partnership, id: waiting[0]!.id, reason: "off-topic" as const };
    expect((await karin.call(api.reviewAnswer, aside)).status).toBe(200);
    expect(await rowsOf(database, "campaign_point")).toEqual([]);
    await send({ "plats.point": DOOR });
    const { counts } = (await karin.call(api.followCampaign, { partnership, slug: "amot" })).value;
    expect(counts).toEqual({ waiting: 0, kept: 21, setAside: 1 });
    expect(await rowsOf(database, "campaign_point")).toHaveLength(1);
    await house.close();
  });

  test("that cannot be meant is told of at the question, with the rest still there", async () => {
    const { database, house, ask, pointing, later } = await open(fresh);
    const point = (...values: readonly string[]) => values.map((value) => ["plats.point", value] as const);
    const odd: readonly (readonly [string, readonly (readonly [string, string])[], keyof typeof refusals])[] = [
      ["in another country", point("2.35220 48.85660"), "point-outside"],
      ["in the neighbouring municipality", point("17.1298 60.6868"), "point-outside"],
      ["with the axes the other way round", point("60.9634 16.4518"), "point-outside"],
      ["not a number", point("NaN NaN"), "point-unread"],
      ["without end", point("1e309 60.9"), "point-unread"],
      ["a script", point("<script>alert(1)</script>"), "point-unread"],
      ["said twice", point(DOOR, "16.7 60.9"), "point-unread"],
      ["two in one field", point(`${DOOR};16.7 60.9`), "point-unread"],
    ];
    for (const [what, fields, why] of odd) {
      const said = await pointing([...fields, ["plats", "skolan"]]);
      expect([what, said.status, said.fields.get("at")]).toEqual([what, 409, "q-plats"]);
      expect(said.html).toContain(refusals[why].sv.replace("{place}", "Ockelbo"));
      expect(said.html).not.toContain("<script>alert");
      expect(said.fields.get("plats.point")).toBe("");
      expect(said.html).toMatch(/value="skolan"[^>]*checked|checked=""[^>]*value="skolan"/);
      // Sent past the question it is turned away as well.
      later(40);
      const forged = await press(ask, FORM, said, [["at", "about"], ...fields], "send");
      expect([what, forged.status, codeOn(forged)]).toEqual([what, 409, undefined]);
      expect(await rowsOf(database, "campaign_point")).toEqual([]);
    }
    const said = await pointing(point("NaN NaN"));
    later(40);
    const whole = [
      ["at", "about"],
      ["plats", "skolan"],
    ] as const;
    expect(codeOn(await press(ask, FORM, said, whole, "send"))).toBeDefined();
    await house.close();
  });

  test("of a question that is not asked, or not about places, is not kept", async () => {
    const { database, house, send } = await open(fresh);
    expect(codeOn(await send({ "hur-trygg.point": DOOR, "hur-trygg.grain": "spot" }))).toBeDefined();
    expect(codeOn(await send({ "vad-gor-dig-otrygg.point": DOOR }))).toBeDefined();
    expect(await rowsOf(database, "campaign_point")).toEqual([]);
    await house.close();
  });

  test("nothing joins it with who lives where, and the night draws its order by lot", async () => {
    const { database, house, send } = await open(fresh);
    const about = [
      ["age", "65-up"],
      ["sex", "woman"],
      ["village", "amot"],
      ["contact", "Birgitta 0297-555 55"],
    ] as const;
    await send({ "plats.point": DOOR }, about);
    const [point, ...others] = await rowsOf(database, "campaign_point");
    expect(others).toEqual([]);
    expect(Object.keys(point!).toSorted()).toEqual(
      ["answer_id", "grain", "id", "item_key", "lat", "lon", "mixed", "partnership_id"].toSorted(),
    );
    const sheets = JSON.stringify([
      await rowsOf(database, "campaign_groups"),
      await rowsOf(database, "campaign_contacts"),
      await rowsOf(database, "event"),
    ]);
    for (const key of ["id", "answer_id", "lon", "lat"]) expect(sheets).not.toContain(String(point![key]));
    // A random id, never by the clock.
    expect(String(point!["id"])[14]).toBe("4");
    const means = { database, now: () => "2026-11-25T01:00:00.000Z" as Instant };
    await mixAnswers(means);
    expect((await rowsOf(database, "campaign_point"))[0]!["mixed"]).toBe(true);
    await house.close();
  });

  test("is set among places that strangers are told of by a small square, never by where they were", async () => {
    const { database, ask } = await open(fresh);
    let step = await begin(ask, FORM);
    for (const filled of [[], [["hur-trygg", "mycket-trygg"]]] as const) step = await press(ask, FORM, step, filled);
    const stops = (await rowsOf(database, "walk_stop")).filter(({ lon }) => lon !== null);
    const told = stops.map(({ lon, lat }) => ({
      exact: step.html.includes(`${String(lon)},${String(lat)}`),
      rough: step.html.includes(String(roughened([Number(lon), Number(lat)], 50))),
    }));
    expect(told.filter(({ rough }) => rough).length).toBeGreaterThan(3);
    expect(told.filter(({ exact, rough }) => exact && !rough)).toEqual([]);
  });

  test("is asked for beside the list, in words that say what becomes of it, and without script the list is whole", async () => {
    const { house, ask } = await open(fresh);
    let step = await begin(ask, FORM);
    for (const filled of [[], [["hur-trygg", "mycket-trygg"]]] as const) step = await press(ask, FORM, step, filled);
    expect(step.html).toContain("bara de som frågar ser");
    expect(step.html).toContain("Eller skriv var");
    // The map waits hidden until a script of ours shows it.
    expect(step.html).toMatch(/data-point-out="[^"]*" hidden=""/);
    expect(step.html).toContain("Skolan i Åmot");
    const easy = await press(ask, FORM, { fields: new URLSearchParams([...step.fields, ["lang", "latt"]]) }, [
      ["lang", "latt"],
      ["go", "next"],
      ["at", "q-hur-trygg"],
    ]);
    expect(easy.html).toContain("Vi sparar en ruta på kartan.");
    await house.close();
  });

  test("is neither asked for nor kept of a question whose map has been turned off", async () => {
    const { database, house, ask, send } = await open(fresh);
    const karin = await house.as("Karin");
    const places = async () =>
      (await karin.call(api.followCampaign, { partnership, slug: "amot" })).value.campaign.items.find(
        ({ key }) => key === "plats",
      )!;
    const { words, question } = await places();
    const options = question.kind === "text" ? [] : question.options.map((option) => option.words);
    const change = { partnership, slug: "amot", key: "plats", kind: "place" as const, words, options };
    const revised = await karin.call(api.reviseItem, { ...change, map: "off" });
    expect(revised.value).toMatchObject({ version: 2, breaks: "answers" });
    expect((await places()).question).toMatchObject({ map: "off" });
    expect(codeOn(await send({ "plats.point": DOOR, "plats.words": "vid kiosken" }))).toBeDefined();
    expect(await rowsOf(database, "campaign_point")).toEqual([]);
    let step = await begin(ask, FORM);
    for (const filled of [[], [["hur-trygg", "mycket-trygg"]]] as const) step = await press(ask, FORM, step, filled);
    expect(step.html).toContain("Eller skriv var");
    expect(step.html).not.toMatch(/data-point-out|plats[.]point|plats[.]grain/);
    await house.close();
  });
});
