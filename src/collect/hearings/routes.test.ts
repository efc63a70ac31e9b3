import fc from "fast-check";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse } from "../../../test/house.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { addressOf } from "../../platform/browser/client.ts";
import type { Database } from "../../platform/server/database/database.ts";
import { collectApi, listObservations, listSources } from "../api.ts";
import { CATEGORIES } from "../category.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { ACTOR_KINDS, WHOLE_AREA } from "./hearing.ts";

const partnership = "ockelbo";
const said = {
  partnership,
  heldOn: "2026-11-20" as Day,
  themes: [{ category: "vandalism.damage" as const, text: "Fönster krossas på fredagsnätterna" }],
  wishPolice: "Fotpatrull efter tio",
};
const heard = { ...said, actorKind: "trade" as const, area: "Ockelbo", actors: 7 };
const NEVER = "019e0000-0000-7000-8000-000000000000";
const NEVER_NAMED = "samtal-med-lokala-aktorer-00000000";

/** A number every answer has of its own. */
const REQUEST = /,"requestId":"[^"]+"/;

/** Everything that a caller can ask collect, with this id or name wherever one is asked for: the bytes of every answer, by address. */
async function everyAnswer(caller: Caller, thing: string): Promise<string[]> {
  const answers: string[] = [];
  for (const endpoint of collectApi) {
    if (endpoint.kind === "command" || endpoint.kind === "upload") continue;
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const inPath = Object.fromEntries(names.map((name) => [name, name === "partnership" ? partnership : thing]));
    for (const more of endpoint === listObservations ? [{}, { sourceId: thing }, { category: "vandalism" }] : [{}]) {
      const address = addressOf(endpoint, { ...inPath, ...more }, true);
      const response = await caller.request(address);
      answers.push(
        `${address} ${response.status} ${await response.text()}`.replaceAll(thing, "…").replace(REQUEST, ""),
      );
    }
  }
  return answers;
}

/** What the hearing left behind, by any name that somebody could come to ask for. */
const traces = (database: Database) =>
  database.transaction<CollectDatabase, string[]>({ as: "system" }, async (tx) => {
    const hearings = await tx.selectFrom("hearing").select("id").execute();
    const sources = await tx.selectFrom("source").select(["id", "slug"]).where("kind", "=", "hearing").execute();
    const own = sources.filter(({ slug }) => slug.startsWith("samtal-med-lokala-aktorer"));
    const ids = own.map(({ id }) => id);
    const themes = await tx.selectFrom("observation").select("id").where("source_id", "in", ids).execute();
    return [...hearings.map(({ id }) => id), ...ids, ...own.map(({ slug }) => slug), ...themes.map(({ id }) => id)];
  });

/** Many questions, on a machine that may have other things to do. */
const LONG = { timeout: 240_000 };

onBothEngines("a hearing in confidence", (fresh) => {
  test("answers the other organisation on every door exactly as if it had never been held", LONG, async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const before = await everyAnswer(johan, NEVER);
    expect(before.length).toBeGreaterThan(10);
    const hearing = fc.record({
      actorKind: fc.constantFrom(...ACTOR_KINDS),
      area: fc.constantFrom("Ockelbo", "Åmot", "Lingbo", WHOLE_AREA),
      actors: fc.integer({ min: 3, max: 40 }),
      themes: fc.array(
        fc.record({ category: fc.constantFrom(...CATEGORIES), text: fc.constantFrom("Mörkt", "Bråkigt", "Bättre nu") }),
        { minLength: 1, maxLength: 2 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(hearing, async (more) => {
        const noted = await karin.call(api.noteHearing, { ...heard, ...more });
        expect(noted.status).toBe(200);
        expect(await everyAnswer(johan, NEVER)).toEqual(before);
      }),
      { numRuns: 2 },
    );
    const dialogue = { ...said, asked: 20, answered: 12, texts: ["Vi hinner inte gå runt"] };
    expect((await karin.call(api.noteStaffDialogue, dialogue)).status).toBe(200);
    expect(await everyAnswer(johan, NEVER)).toEqual(before);
    const left = await traces(database);
    expect(left.length).toBeGreaterThan(6);
    const named = await everyAnswer(johan, NEVER_NAMED);
    for (const trace of left)
      expect(await everyAnswer(johan, trace)).toEqual(trace.startsWith("samtal") ? named : before);
    // Whoever takes notes for the municipality on walks does not come across it either.
    expect((await amina.call(api.listHearings, { partnership })).value.hearings).toEqual([]);
    const all = (await karin.call(api.listHearings, { partnership })).value.hearings;
    expect(all.filter(({ heldOn }) => heldOn === said.heldOn)).toHaveLength(3);
    await house.close();
  });

  test("is the same «not there» as what never was, also to those who would do something with it", LONG, async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, elin] = [await house.as("Karin"), await house.as("Johan"), await house.as("Elin")];
    const { id } = (await karin.call(api.noteHearing, heard)).value;
    const passage = (await karin.call(api.sharePassage, { partnership, id, text: "Mörkt" })).value.id;
    await karin.call(api.withdrawPassage, { partnership, id: passage });
    const told = (reply: { status: number; problem: object }) =>
      JSON.stringify([reply.status, reply.problem]).replace(REQUEST, "");
    for (const caller of [johan, elin]) {
      for (const door of [api.openHearing, api.keepHearingPromise])
        expect(told(await caller.call(door, { partnership, id }))).toBe(
          told(await caller.call(door, { partnership, id: NEVER })),
        );
      const share = (hidden: string) => caller.call(api.sharePassage, { partnership, id: hidden, text: "Mörkt" });
      expect(told(await share(id))).toBe(told(await share(NEVER)));
      for (const door of [api.openPassage, api.withdrawPassage])
        expect(told(await caller.call(door, { partnership, id: passage }))).toBe(
          told(await caller.call(door, { partnership, id: NEVER })),
        );
    }
    expect((await johan.call(api.openHearing, { partnership, id })).status).toBe(404);

    // Decides nothing, since a machine may be busy; told so that somebody looks when it changes.
    const times: Record<string, number[]> = { hidden: [], never: [] };
    for (let turn = 0; turn < 200; turn++)
      for (const [name, asked] of [["hidden", id] as const, ["never", NEVER] as const]) {
        const from = performance.now();
        await johan.call(api.openHearing, { partnership, id: asked });
        times[name]!.push(performance.now() - from);
      }
    const middle = (all: number[]) => all.toSorted((a, b) => a - b)[100]!;
    const [hidden, never] = [middle(times["hidden"]!), middle(times["never"]!)];
    console.info(
      `not there, median of 200: hidden ${hidden.toFixed(2)} ms, never ${never.toFixed(2)} ms, apart ${Math.abs(hidden - never).toFixed(2)} ms`,
    );
    await house.close();
  });

  test("is read by the other where it was released, and counted openly only where that was allowed", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const shared = (await karin.call(api.noteHearing, { ...heard, reading: "shared" })).value.id;
    await karin.call(api.noteHearing, { ...heard, actorKind: "school", reading: "counted" });
    const seen = (await johan.call(api.listHearings, { partnership })).value;
    expect(seen.hearings.map(({ actorKind, own }) => `${actorKind} ${own}`).toSorted()).toEqual([
      "school false",
      "trade false",
    ]);
    expect(seen.heard).toEqual([{ actorKind: "school", band: "1-4" }]);
    expect(seen.areas).toEqual([]);
    expect((await johan.call(api.keepHearingPromise, { partnership, id: shared })).status).toBe(403);
    // Its themes are counted to both, and the source they lie in is still the municipality's own.
    const { observations } = (await johan.call(listObservations, { partnership, category: "vandalism" })).value;
    expect(observations.map(({ text }) => text)).toContain("Handel, Ockelbo: Fönster krossas på fredagsnätterna");
    const sources = (await johan.call(listSources, { partnership })).value.sources;
    expect(sources.map(({ name }) => name)).not.toContain("Samtal med lokala aktörer");
    // What tells who it was is asked about before the other may read it.
    const telling = { ...heard, reading: "counted" as const, does: "Macken stänger redan åtta" };
    const asked = await karin.call(api.noteHearing, telling);
    expect([asked.status, asked.problem.why, asked.problem.detail]).toEqual([
      409,
      "hearing-points-out",
      "«Macken»: det du skrivit nämner en plats som bara en har. Alla som får läsa kommer att förstå vem. Dela ändå, skriv om, eller välj «Bara vår organisation».",
    ]);
    expect((await karin.call(api.noteHearing, { ...telling, anyway: true })).status).toBe(200);
    // How many there are is not asked twice.
    const { actors: _known, ...again } = heard;
    expect((await karin.call(api.noteHearing, again)).status).toBe(200);
    expect((await karin.call(api.noteHearing, { ...again, area: "Lingbo" })).problem.why).toBe("how-many-actors");
    const refused = await karin.call(api.noteHearing, { ...again, area: "Lingbo", actors: 1 });
    expect(refused.problem.detail).toBe(
      "I Lingbo finns bara 1 av det slaget. Välj «hela kommunen», så att den inte pekas ut.",
    );
    await house.close();
  });

  test("is corrected by those who heard it, and what it said before is theirs alone", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const themes = [...heard.themes, { category: "place.lighting" as const, text: "Mörkt mot Hallins" }];
    const open = { ...heard, reading: "shared" as const, themes };
    const { id } = (await karin.call(api.noteHearing, open)).value;
    const texts = async (who: Caller) =>
      (await who.call(listObservations, { partnership })).value.observations.map(({ text }) => text);
    expect(await texts(johan)).toContain("Handel, Ockelbo: Mörkt mot Hallins");
    const better = { ...open, id, does: "Stänger tidigare", themes: [{ ...heard.themes[0]!, text: "Rutor krossas" }] };
    expect((await johan.call(api.reviseHearing, better)).status).toBe(403);
    expect((await karin.call(api.reviseHearing, better)).status).toBe(200);
    expect(await texts(johan)).toContain("Handel, Ockelbo: Rutor krossas");
    // Nothing of what it said before is left for the other, in the rows and their revisions either.
    const left = (who: string) =>
      database.trial<CollectDatabase, string>({ as: "staff", personId: idInDemo(`person ${who}`) }, async (tx) =>
        JSON.stringify([
          await tx.selectFrom("hearing_revision").selectAll().execute(),
          await tx.selectFrom("observation").selectAll().execute(),
          await tx.selectFrom("observation_revision").selectAll().execute(),
        ]),
      );
    expect(await left("Johan")).not.toContain("Hallins");
    expect(await left("Karin")).toContain("Hallins");
    expect((await johan.call(api.openHearing, { partnership, id })).value.hearing.does).toBe("Stänger tidigare");
    // Fewer may always read it; before more do, it is asked.
    expect((await karin.call(api.reviseHearing, { ...better, reading: "own" })).status).toBe(200);
    expect((await johan.call(api.openHearing, { partnership, id })).status).toBe(404);
    expect(await texts(johan)).not.toContain("Handel, Ockelbo: Rutor krossas");
    const asked = await karin.call(api.reviseHearing, better);
    expect([asked.problem.why, asked.problem.detail]).toEqual([
      "hearing-read-wider",
      "Fler kommer att få läsa samtalet än förut, och det som har lästs kan inte göras oläst. Dela ändå, eller ändra vem som får läsa.",
    ]);
    expect((await karin.call(api.reviseHearing, { ...better, anyway: true })).status).toBe(200);
    expect(await texts(johan)).toContain("Handel, Ockelbo: Rutor krossas");
    const dialogue = { ...said, asked: 20, answered: 12, texts: ["Vi hinner inte gå runt"] };
    const own = (await johan.call(api.noteStaffDialogue, dialogue)).value.id;
    expect((await karin.call(api.reviseStaffDialogue, { ...dialogue, id: own })).status).toBe(404);
    expect((await johan.call(api.reviseStaffDialogue, { ...dialogue, id: own, answered: 13 })).status).toBe(200);
    expect((await johan.call(api.openHearing, { partnership, id: own })).value.hearing.answered).toBe(13);
    await house.close();
  });

  test("gives up a passage word for word: closed until it is opened, taken back until then", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const { id } = (await karin.call(api.noteHearing, heard)).value;
    const text = "Fönster krossas på fredagsnätterna";
    const first = (await karin.call(api.sharePassage, { partnership, id, text })).value.id;
    const as = <T>(
      who: string,
      work: (tx: Parameters<Parameters<typeof database.trial<CollectDatabase, T>>[1]>[0]) => Promise<T>,
    ) => database.trial<CollectDatabase, T>({ as: "staff", personId: idInDemo(`person ${who}`) }, work);
    // What the demo has released stands in another area.
    const received = async () =>
      (await johan.call(api.listHearings, { partnership })).value.received.filter(({ area }) => area === "Ockelbo");
    expect(await received()).toMatchObject([{ id: first, actorKind: "trade", area: "Ockelbo", text: null }]);
    expect((await karin.call(api.withdrawPassage, { partnership, id: first })).status).toBe(200);
    expect(await received()).toEqual([]);
    const second = (await karin.call(api.sharePassage, { partnership, id, text })).value.id;
    const words = (who: string) =>
      as(who, (tx) => tx.selectFrom("hearing_passage_text").select("text").where("text", "=", text).execute());
    // The words of both are her own organisation's; to the other the database gives none before one is opened, and none of what was taken back.
    expect([(await words("Karin")).length, await words("Johan"), await words("Amina")]).toEqual([2, [], []]);
    expect((await johan.call(api.openPassage, { partnership, id: second })).value.text).toBe(text);
    expect((await karin.call(api.withdrawPassage, { partnership, id: second })).problem.why).toBe("passage-opened");
    expect(await received()).toMatchObject([{ id: second, text }]);
    const opened = (await karin.call(api.openHearing, { partnership, id })).value;
    expect(opened.recipient).toEqual({ party: "police", name: "Polisen Gästrikland" });
    expect(opened.passages.map((one) => [one.openedAt !== undefined, one.withdrawnAt !== undefined])).toEqual(
      expect.arrayContaining([
        [true, false],
        [false, true],
      ]),
    );
    expect(await words("Johan")).toEqual([{ text }]);
    // The database says the same, whoever asks it past the rules.
    const touched = (who: string, one: string) =>
      as(who, async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable("hearing_passage")
          .set({ withdrawn_at: "2026-11-24T09:00:00.000Z" as Instant })
          .where("id", "=", one)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      }).catch((error: { code?: string }) => error.code);
    expect([await touched("Karin", first), await touched("Johan", first)]).toEqual([1, 0]);
    expect([await touched("Karin", second), await touched("Johan", second)]).toEqual(["42501", "42501"]);
    expect(await as("Johan", (tx) => tx.selectFrom("hearing").selectAll().execute())).toEqual([]);
    expect(await as("Johan", (tx) => tx.selectFrom("hearing_area").selectAll().execute())).toEqual([]);
    expect(await as("Amina", (tx) => tx.selectFrom("hearing").selectAll().execute())).toEqual([]);
    await house.close();
  });
});
