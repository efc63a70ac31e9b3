import { sql } from "kysely";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import * as collect from "../../collect/api.ts";
import { openWalkDesk } from "../../collect/walks/api.ts";
import { addProposal, threadByNumber } from "../../collect/traffic/store.ts";
import type { InputOf } from "../../ground/endpoint.ts";
import type { Id } from "../../ground/id.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import * as api from "./api.ts";
import { type NewStep, standingOf } from "./item.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const walk = { partnership, slug: "lingbo-2026" };
const DENIED = { code: "42501" };
type Said = InputOf<typeof api.takeStep>["step"];
const PLAN: Said = { kind: "planned", by: "2027-05-31", inSeason: true };
const DONE: Said = { kind: "done", on: "2026-11-20", sentence: "Häcken är klippt" };
const SEEN: Said = { kind: "verified", on: "2026-11-23", sentence: "" };

onBothEngines("action items through their doors", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let petra: Caller;
  let johan: Caller;
  /** Of the demo's walk this autumn, by number: none of these has a step. */
  const rows = new Map<number, string>();
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    [house, inside] = [await openTestHouse(database), await insideDemo(database)];
    [karin, petra, johan] = [await house.as("Karin"), await house.as("Petra"), await house.as("Johan")];
    for (const { id, number } of (await karin.call(collect.openWalk, walk)).value.rows) rows.set(number, id);
  });
  const list = async (who = karin) => (await who.call(api.listItems, { partnership })).value;
  const open = async (id: string, who = karin) => (await who.call(api.openItem, { partnership, id })).value;
  const take = (who: Caller, id: string, step: Said) => who.call(api.takeStep, { partnership, id, step });
  const answer = (number: number, kind: "will-be-done" | "declined" | "passed-on", reason = "") =>
    karin.call(collect.answerRow, { ...walk, number, kind, reason, when: "i vår" });
  /** A point of the municipality's that has been answered, and nothing since. */
  const begun = async (number: number) => {
    expect((await answer(number, "will-be-done")).status).toBe(200);
    return rows.get(number)!;
  };

  test("every point of a protocol but the good places is one, with how far it has come, for both parties alike", async () => {
    const { items } = await list();
    const ours = items.filter(({ of }) => of.address === "vandring-lingbo-2026");
    expect(ours.map(({ number }) => number)).toEqual([...rows.keys()].filter((number) => number !== 1));
    expect(new Set(ours.map(({ state }) => state))).toEqual(
      new Set(["received", "question", "not-ours", "sent", "registered"]),
    );
    const seen = ({ items: all }: Awaited<ReturnType<typeof list>>) => all.map(({ mine: _mine, ...one }) => one);
    expect(seen(await list(johan))).toEqual(seen(await list()));
    expect((await list(johan)).items.some(({ mine }) => mine)).toBe(false);
    expect((await list(petra)).items.filter(({ mine }) => !mine).map(({ manager }) => manager)).toContain(
      "road-authority",
    );
  });

  test("planned, underway, done, seen by the other party and told of, each once, with its day", async () => {
    const id = await begun(2);
    expect((await open(id, petra)).may).toContain("planned");
    expect((await take(petra, id, PLAN)).status).toBe(200);
    const begin = { kind: "underway" } as const;
    const twice = await Promise.all([take(petra, id, begin), take(karin, id, begin)]);
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(twice.map(({ problem }) => problem?.why).filter(Boolean)).toEqual(["item-not-now"]);
    expect((await take(petra, id, DONE)).status).toBe(200);
    expect((await open(id, johan)).may).toEqual(["verified", "not-done"]);
    expect((await take(johan, id, { ...SEEN, kind: "not-done", sentence: "Mörkt" })).status).toBe(200);
    expect(await open(id)).toMatchObject({ state: "underway", notDone: { on: "2026-11-23", sentence: "Mörkt" } });
    expect((await take(petra, id, { ...DONE, on: "2026-11-23" })).status).toBe(200);
    expect((await take(johan, id, SEEN)).status).toBe(200);
    const told = { kind: "fed-back", on: "2026-11-24", sentence: "Anslag vid affären" } as const;
    expect((await take(petra, id, told)).status).toBe(200);
    const { steps, state, restsOn } = await open(id, johan);
    expect([state, restsOn]).toEqual(["fed-back", "verified"]);
    expect(steps.map(({ kind }) => kind)).toEqual([
      "planned",
      "underway",
      "done",
      "not-done",
      "done",
      "verified",
      "fed-back",
    ]);
    expect(steps.at(-2)).toMatchObject({ office: "kommunpolis", text: "" });
    expect(JSON.stringify(steps)).not.toContain("Petra");
  });

  test("a picture of what was done is seen by both, put and taken away by the one whose step it is, and by nobody else", async () => {
    const id = await begun(6);
    await take(petra, id, PLAN);
    await take(petra, id, DONE);
    const { steps } = await open(id, petra);
    const [planned, done] = [steps.find(({ kind }) => kind === "planned")!, steps.find(({ kind }) => kind === "done")!];
    expect([planned.mayShow, done.mayShow]).toEqual([false, true]);
    const create = { width: 40, height: 30, channels: 3, background: "green" } as const;
    const bytes = new Uint8Array(await sharp({ create }).jpeg().toBuffer());
    const photoId = newId(Date.parse(AT)) as Id<"photo">;
    const on = { partnership, id, stepId: done.id, photoId };
    expect((await johan.call(api.addStepPhoto, on, bytes)).status).toBe(403);
    expect((await petra.call(api.addStepPhoto, on, new Uint8Array([1, 2]))).problem.why).toBe("not-a-photo");
    const shown = { ...on, stepId: planned.id, photoId: newId(Date.parse(AT)) as Id<"photo"> };
    expect((await petra.call(api.addStepPhoto, shown, bytes)).problem.why).toBe("step-shows-nothing");
    for (let twice = 0; twice < 2; twice++)
      expect((await petra.call(api.addStepPhoto, on, bytes)).value).toEqual({ id: photoId, width: 40, height: 30 });
    expect((await open(id, johan)).steps.find(({ kind }) => kind === "done")).toMatchObject({
      photos: [{ id: photoId }],
      mayShow: false,
    });
    const seen = { partnership, photoId };
    expect((await johan.call(api.showStepPhoto, seen)).status).toBe(200);
    expect((await (await house.as("Elin")).call(api.showStepPhoto, seen)).status).toBe(404);
    await inside.as("Johan", (tx) =>
      expect(
        sql`insert into step_photo select ${newId(Date.parse(AT))}, partnership_id, step_id, sha256, width, height, taken_in_at from step_photo`.execute(
          tx,
        ),
      ).rejects.toMatchObject(DENIED),
    );
    expect((await johan.call(api.takeAwayStepPhoto, on)).status).toBe(403);
    expect((await petra.call(api.takeAwayStepPhoto, on)).status).toBe(200);
    expect((await petra.call(api.showStepPhoto, seen)).status).toBe(404);
  });

  test("what is Trafikverket’s is written by the municipality’s coordinator, and by nobody else", async () => {
    const { id } = (await list()).items.find(({ manager, number }) => manager === "road-authority" && number === 5)!;
    expect((await answer(5, "passed-on", "Kuren är Trafikverkets")).status).toBe(200);
    for (const who of [petra, johan]) expect((await take(who, id, PLAN)).status).toBe(403);
    expect((await take(karin, id, PLAN)).status).toBe(200);
    expect(await open(id, petra)).toMatchObject({ state: "planned", may: [], plan: { by: "2027-05-31" } });
  });

  test("nobody’s spot is planned by nobody, and can be handed on", async () => {
    const id = rows.get(8)!;
    expect((await answer(8, "will-be-done")).status).toBe(200);
    expect((await take(karin, id, PLAN)).problem.why).toBe("item-without-owner");
    expect((await list()).items.find((one) => one.id === id)?.waitsForOwner).toBe(true);
    const handed = { kind: "forwarded", reason: "Marken är en förenings", to: "private" } as const;
    expect((await take(petra, id, handed)).status).toBe(200);
    expect(await open(id)).toMatchObject({ state: "forwarded", manager: "private", waitsForOwner: false });
  });

  test("another answer at the meeting begins it anew, in the database too, and what was said stands in its history", async () => {
    const id = await begun(3);
    await take(petra, id, DONE);
    house.setClock("2026-11-24T10:00:00.000Z" as Instant);
    expect((await answer(3, "declined", "Bommen ska stå öppen")).status).toBe(200);
    const now = await open(id);
    expect(now).toMatchObject({ state: "declined", reason: "Bommen ska stå öppen", done: null });
    expect(now.steps.map(({ kind }) => kind)).toEqual(["done"]);
    expect((await take(petra, id, SEEN)).problem.why).toBe("item-not-now");
    expect((await take(petra, id, { kind: "taken-up", reason: "Föreningen vill ändå" })).status).toBe(200);
    expect((await open(id)).state).toBe("decided");
  });

  test("what is proposed about a road is one when it is to be done; a control is none, and is told of afterwards", async () => {
    const proposed = (action: "sign" | "control", id: string) => ({
      id,
      action,
      to: "municipality" as const,
      what: action === "sign" ? "Skylt vid skolan" : "Vid skolan",
      toOrganisationId: inside.organisations["municipality"]!,
      proposedAt: AT,
      reply: { kind: "will" as const, reason: "", repliedAt: AT },
    });
    const [sign, control] = [newId(Date.parse(AT)), newId(Date.parse(AT))];
    await inside.as("system", async (tx) => {
      const thread = (await threadByNumber(tx, inside.partnershipId, 14))!;
      await addProposal(tx, inside.partnershipId, thread, proposed("sign", sign));
      await addProposal(tx, inside.partnershipId, thread, proposed("control", control));
    });
    expect(await open(sign)).toMatchObject({ state: "decided", from: "traffic", of: { address: "trafik-14" } });
    expect((await take(petra, sign, PLAN)).status).toBe(200);
    // A receipt and the road's page follow what it comes to.
    const now = () => inside.as("system", (tx) => store.repliesNow(tx, inside.partnershipId));
    expect((await now()).get(sign)).toEqual({ kind: "will", on: "2026-11-24" });
    expect((await take(petra, sign, { ...DONE, on: "2026-11-24" })).status).toBe(200);
    expect(await now()).toEqual(new Map([[sign, { kind: "done", on: "2026-11-24" }]]));
    expect((await karin.call(api.openItem, { partnership, id: control })).status).toBe(404);
    const by = await personId("Petra");
    const put = inside.as("Petra", (tx) =>
      store.addStep(tx, { partnershipId: inside.partnershipId, id: control, from: "traffic", by }, step(1, PLAN)),
    );
    await expect(put).rejects.toMatchObject(DENIED);
  });

  test("the list and its figures are files, with what nobody can take for a command", async () => {
    const file = async (what: "punkter" | "siffror") =>
      (await karin.request(`/api/act/${partnership}/items-file/${what}`)).text();
    expect(await file("punkter")).toContain("Trafikverket");
    expect(await file("punkter")).toContain("våren 2027");
    expect(await file("siffror")).toMatch(/Har en ansvarig;.*;\d+;\d+/);
  });

  test("strangers, other partnerships and readers take no step", async () => {
    const id = rows.get(2)!;
    expect((await house.stranger.call(api.listItems, { partnership })).status).toBe(401);
    expect((await (await house.as("Elin")).call(api.listItems, { partnership })).status).toBe(404);
    expect((await take(await house.as("Ingrid"), id, PLAN)).status).toBe(403);
    expect((await take(karin, newId(Date.parse(AT)), PLAN)).status).toBe(404);
  });

  // The database by itself

  const personId = async (name: string) =>
    inside.as("system", async (tx) => {
      const found = tx.selectFrom("person").select("id").where("name", "=", name);
      return (await found.executeTakeFirstOrThrow()).id;
    });
  const step = (number: number, said: Said, of: "municipality" | "police" = "municipality") => ({
    ...(said as NewStep),
    id: newId(Date.parse(AT)),
    number,
    standsOn: "will-be-done" as const,
    organisationId: inside.organisations[of]!,
    office: "o",
    notedAt: "2026-11-24T12:00:00.000Z" as Instant,
    example: false,
  });

  test("the database stands where the rule stands, step by step, and takes none that the rule would not", async () => {
    const id = await begun(4);
    const put = async (who: string, said: Said, number: number, of: "municipality" | "police" = "municipality") => {
      const by = await personId(who);
      return inside.as(who, (tx) =>
        store.addStep(tx, { partnershipId: inside.partnershipId, id, from: "walk", by }, step(number, said, of)),
      );
    };
    const both = async () =>
      inside.as("Petra", async (tx) => {
        const item = (await store.itemsOf(tx, inside.partnershipId, [id]))[0]!;
        const { rows: found } = await sql<{ state: string }>`select samsyn_item_state(${id}, null) as state`.execute(
          tx,
        );
        return [standingOf(item.origin, item.steps).state, found[0]?.state];
      });
    await expect(put("Petra", PLAN, 2)).rejects.toMatchObject(DENIED);
    await expect(put("Petra", SEEN, 1)).rejects.toMatchObject(DENIED);
    await expect(put("Johan", PLAN, 1)).rejects.toMatchObject(DENIED);
    await expect(put("Johan", PLAN, 1, "police")).rejects.toMatchObject(DENIED);
    await expect(put("Ingrid", PLAN, 1)).rejects.toMatchObject(DENIED);
    const way: readonly (readonly [string, Said, string])[] = [
      ["Petra", PLAN, "planned"],
      ["Petra", { kind: "underway" }, "underway"],
      ["Petra", DONE, "done"],
      ["Johan", { ...SEEN, kind: "not-done", sentence: "Mörkt" }, "underway"],
      ["Petra", { kind: "forwarded", reason: "Deras", to: "housing" }, "forwarded"],
      ["Karin", { kind: "declined", reason: "De säger nej" }, "declined"],
      ["Karin", { kind: "taken-up", reason: "De säger ja" }, "decided"],
      ["Karin", { kind: "duplicate", of: rows.get(2)! }, "duplicate"],
    ];
    for (const [place, [who, said, state]] of way.entries()) {
      await put(who, said, place + 1, who === "Johan" ? "police" : "municipality");
      expect(await both()).toEqual([state, state]);
    }
    // It is the housing company's since it was handed on.
    await expect(put("Petra", { kind: "taken-up", reason: "Jo" }, way.length + 1)).rejects.toMatchObject(DENIED);
    for (const change of [sql`update action_step set number = 9`, sql`delete from action_step`])
      await expect(inside.as("Karin", (tx) => change.execute(tx))).rejects.toMatchObject(DENIED);
    const read = (who: string) =>
      inside.as(who, (tx) => tx.selectFrom("action_step").select("id").where("row_id", "=", id).execute());
    expect(await read("Johan")).toHaveLength(way.length);
    expect(await read("Elin")).toEqual([]);
  });

  test("what has become the police’s own is nobody’s action item, and no step is taken of it", async () => {
    const id = await begun(7);
    const share = (sharing: "own" | "shared") =>
      inside.as("system", async (tx) => {
        const note = tx.selectFrom("protocol_row").select("observation_id").where("id", "=", id);
        await tx.updateTable("observation").set({ sharing }).where("id", "=", note).execute();
      });
    await share("own");
    for (const who of [karin, johan]) expect((await who.call(api.openItem, { partnership, id })).status).toBe(404);
    const by = await personId("Petra");
    const put = inside.as("Petra", (tx) =>
      store.addStep(tx, { partnershipId: inside.partnershipId, id, from: "walk", by }, step(1, PLAN)),
    );
    await expect(put).rejects.toMatchObject(DENIED);
    await share("shared");
    expect((await open(id)).state).toBe("decided");
  });

  test("a walk of the same series that came past the stop sees it, and the next walk starts from what it saw", async () => {
    const mopeds = (await list()).items.find(({ text }) => text.startsWith("Mopeder på gångvägen"))!;
    expect(mopeds).toMatchObject({ state: "underway", example: true });
    const seen = (await open(mopeds.id)).walks;
    expect(seen.map(({ on, title }) => [on, title])).toEqual([["2026-11-03", "Mörkervandring i Lingbo"]]);
    const left = async () => {
      const { before } = (await karin.call(openWalkDesk, walk)).value;
      return before?.rows.find(({ id }) => id === mopeds.id)?.became;
    };
    expect(await left()).toBe("open");
    expect((await take(petra, mopeds.id, { ...DONE, on: "2026-11-01" })).status).toBe(200);
    const elsewhere = { ...SEEN, on: "2026-11-03" as Day, walkId: idInDemo("walk ockelbo-2021") };
    expect((await take(johan, mopeds.id, elsewhere)).problem.why).toBe("item-walk-elsewhere");
    const onWalk = { ...SEEN, on: "2026-11-03" as Day, walkId: seen[0]!.id };
    expect((await take(johan, mopeds.id, onWalk)).status).toBe(200);
    expect(await open(mopeds.id)).toMatchObject({ look: { walk: "Mörkervandring i Lingbo" } });
    expect(await left()).toBe("closed");
  });
});
