// What was heard in confidence and what residents said of the traffic, coded to the same themes as the rest: each organisation counts what it holds, and the other
// sees neither a count nor a gap.
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import type { Day } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import * as hearings from "../hearings/api.ts";
import { WHOLE_AREA } from "../hearings/hearing.ts";
import type { CollectDatabase } from "../tables.ts";
import * as traffic from "../traffic/api.ts";
import * as api from "./api.ts";
import { shownThemes, setShowing } from "./store-coding.ts";

const partnership = "ockelbo";
const WISH = "Någon som går förbi bakom affären efter stängning";
const THEME = "baksidan av affären";
const hearing = {
  partnership,
  heldOn: "2026-11-20" as Day,
  themes: [{ category: "vandalism.damage" as const, text: "Fönster krossas på fredagsnätterna" }],
  actorKind: "trade" as const,
  area: WHOLE_AREA,
  wishPolice: WISH,
};

/** Everything of the coding that somebody meets, to be held against the same before. */
async function meets(who: Caller) {
  const rows = (await who.call(api.listUncoded, { partnership, limit: 200 })).value.rows;
  const { themes } = (await who.call(api.listThemes, { partnership })).value;
  return { rows, themes };
}
const codeTo = (who: Caller, kind: "hearing" | "passage" | "observation", id: string, theme = THEME) =>
  who.call(api.code, {
    partnership,
    subjects: [{ kind, id }],
    theme,
    category: "vandalism.damage",
    place: "",
    time: "night",
    concerns: "adults",
  });
const themeOf = async (who: Caller, theme = THEME) => (await meets(who)).themes.find(({ name }) => name === theme);

/** Under the rights that row-level security gives this person, with no rule before it. */
async function inside(database: Database, { house }: TestHouse, name: string) {
  const { id, partnershipId } = await database.transaction<CollectDatabase, { id: string; partnershipId: string }>(
    { as: "system" },
    async (tx) => ({
      id: (await tx.selectFrom("person").select("id").where("name", "=", name).executeTakeFirstOrThrow()).id,
      partnershipId: (
        await tx.selectFrom("partnership").select("id").where("slug", "=", partnership).executeTakeFirstOrThrow()
      ).id,
    }),
  );
  return { scope: { as: "staff" as const, personId: id }, partnershipId, newId: house.newId };
}

onBothEngines("coding what was heard", (fresh) => {
  test("a confidential hearing is coded by who heard it, and for the other nothing has changed", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const before = { johan: await meets(johan), amina: await meets(amina) };
    // The example's own talks wait in the municipality's queue and in no other; a note-taker does not come across them.
    const own = (await meets(karin)).rows.filter(({ kind }) => kind === "hearing");
    expect(own.map(({ from }) => from).toSorted()).toEqual([
      "Medarbetardialog",
      "Vad lokala aktörer gör själva och önskar",
    ]);
    for (const { rows } of [before.johan, before.amina])
      expect(rows.filter(({ kind }) => kind === "hearing")).toEqual([]);

    const { id } = (await karin.call(hearings.noteHearing, hearing)).value;
    const row = (await meets(karin)).rows.find((one) => one.id === id);
    expect(row).toMatchObject({ kind: "hearing", text: WISH, place: WHOLE_AREA });
    expect(await meets(johan)).toEqual(before.johan);
    const never = house.house.newId();
    for (const who of [johan, amina]) {
      const refused = (await codeTo(who, "hearing", id)).problem;
      const unknown = (await codeTo(who, "hearing", never)).problem;
      expect(refused).toMatchObject({ why: "not-read-yet" });
      expect({ ...refused, requestId: "" }).toEqual({ ...unknown, requestId: "" });
    }
    expect((await codeTo(karin, "hearing", id)).value).toMatchObject({ theme: THEME, coded: 1 });
    expect((await meets(karin)).rows.some((one) => one.id === id)).toBe(false);
    expect(await themeOf(karin)).toMatchObject({
      sources: [
        { kind: "hearing", source: "Vad lokala aktörer gör själva och önskar", pieces: 1, latest: "2026-11-20" },
      ],
      facets: [{ time: "night", concerns: "adults", count: 1 }],
    });
    expect(await meets(johan)).toEqual(before.johan);
    expect((await meets(amina)).themes).toEqual(before.amina.themes);

    // The database says the same as the rule.
    const { scope, partnershipId, newId } = await inside(database, house, "Johan");
    const { id: themeId } = (await themeOf(karin))!;
    const seen = await database.transaction<CollectDatabase, number>(
      scope,
      async (tx) => (await tx.selectFrom("coding").select("id").where("theme_id", "=", themeId).execute()).length,
    );
    expect(seen).toBe(0);
    const smuggled = database.transaction<CollectDatabase, unknown>(scope, (tx) =>
      tx
        .insertInto("coding")
        .values({
          id: newId(),
          partnership_id: partnershipId,
          theme_id: before.johan.themes[0]!.id,
          answer_id: null,
          observation_id: null,
          dialogue_theme_id: null,
          hearing_id: id,
          passage_id: null,
          time: "any",
          concerns: "everybody",
        })
        .execute(),
    );
    await expect(smuggled).rejects.toThrow(/row-level security/);

    // Shown to those who answer it still counts as nobody's voice.
    const shown = await database.transaction<CollectDatabase, string[]>({ as: "system" }, async (tx) => {
      await setShowing(tx, themeId, { on: "2026-11-24" as Day, words: "" });
      return (await shownThemes(tx, partnershipId)).map(({ name }) => name);
    });
    expect(shown).not.toContain(THEME);
    await house.close();
  });

  test("what is released is coded by those it was released to, from when they have opened it; a shared talk counts for both", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const before = await meets(johan);
    const { id } = (await karin.call(hearings.noteHearing, hearing)).value;
    await codeTo(karin, "hearing", id);
    const passage = (await karin.call(hearings.sharePassage, { partnership, id, text: "Fönster krossas om natten" }))
      .value;
    expect(await meets(johan)).toEqual(before);
    expect((await codeTo(johan, "passage", passage.id)).problem.why).toBe("not-read-yet");
    await johan.call(hearings.openPassage, { partnership, id: passage.id });
    const row = (await meets(johan)).rows.find((one) => one.id === passage.id);
    expect(row).toMatchObject({ kind: "passage", text: "Fönster krossas om natten" });
    // It is the same talk: who heard it has coded that, and does not count it twice.
    expect((await codeTo(karin, "passage", passage.id)).problem.why).toBe("not-read-yet");
    const mine = await meets(karin);
    expect((await codeTo(johan, "passage", passage.id)).value).toMatchObject({ coded: 1 });
    expect(await themeOf(johan)).toMatchObject({
      sources: [{ kind: "hearing", source: "Stycke som delats ur ett samtal", pieces: 1 }],
    });
    expect(await meets(karin)).toEqual(mine);

    const shared = (await karin.call(hearings.noteHearing, { ...hearing, reading: "shared", anyway: true })).value;
    expect((await codeTo(johan, "hearing", shared.id, "kvällar i centrum")).value).toMatchObject({ coded: 1 });
    for (const who of [karin, johan])
      expect(await themeOf(who, "kvällar i centrum")).toMatchObject({ sources: [{ kind: "hearing", pieces: 1 }] });
    await house.close();
  });

  test("a complaint is coded by its words where it was taken in, and counts for both", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const effect = "Ingen stannar när barnen ska över";
    await karin.call(traffic.takeInComplaint, {
      partnership,
      stretch: { kind: "area", name: "Åmotsvägen" },
      kind: "crossing",
      effect,
      cameBy: "phone",
      receivedOn: "2026-11-20",
    });
    const [mine, theirs] = [await meets(karin), await meets(johan)];
    const row = mine.rows.find(({ text }) => text.includes(effect))!;
    expect(row).toMatchObject({ kind: "observation", from: "Synpunkter om trafik", place: "Åmotsvägen" });
    expect(theirs.rows.find(({ id }) => id === row.id)?.text).toBe("Synpunkt om trafiken: övergångsställe");
    expect(JSON.stringify(theirs)).not.toContain(effect);
    expect((await codeTo(karin, "observation", row.id, "övergången på Åmotsvägen")).value).toMatchObject({ coded: 1 });
    for (const who of [karin, johan])
      expect(await themeOf(who, "övergången på Åmotsvägen")).toMatchObject({
        sources: [{ kind: "resident-report", source: "Synpunkter om trafik", pieces: 1 }],
      });
    await house.close();
  });
});
