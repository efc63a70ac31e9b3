import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { insideDemo, type Inside, newActivity } from "../../test/stores.ts";
import type { Day, Instant } from "../ground/time.ts";
import { newId } from "../platform/server/secrets.ts";
import type { Deviation } from "./deviation.ts";
import type { Occasion, Output, StandingOccasion } from "./occasion.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));
const output = (what: string, value: number, parts: readonly Output[] = []): Output => ({
  what,
  count: { value, qualifier: "exact" },
  relation: "part",
  parts,
});

onBothEngines("what is stored of what was done", (fresh) => {
  let inside: Inside;
  let municipality: string;
  /** Activities of a promise that nothing has been done in yet, one for each test that counts. */
  const untouched: string[] = [];
  beforeAll(async () => {
    inside = await insideDemo(await fresh({ demo: true }));
    municipality = inside.organisations["municipality"]!;
    for (let one = 0; one < 12; one++) untouched.push((await newActivity(inside, id())).activityId);
  });
  const occasion = (more: Partial<StandingOccasion> = {}): StandingOccasion => ({
    id: id(),
    activityId: untouched.pop()!,
    organisationId: municipality,
    unitName: "Gatuenheten",
    on: "2026-11-23" as Day,
    count: { value: 43.5, qualifier: "at-least" },
    counted: "rondering",
    towardTarget: true,
    place: { kind: "point", position: [16.7, 60.9] },
    note: "",
    outputs: [],
    source: "own-log",
    loggedAt: AT,
    corrects: undefined,
    example: false,
    state: "stands",
    ...more,
  });
  const deviation = (more: Partial<Deviation> = {}): Deviation => ({
    id: id(),
    activityId: untouched.pop()!,
    organisationId: municipality,
    on: "2026-11-20" as Day,
    cause: "weather",
    sentence: "Halka",
    unitName: "Gatuenheten",
    next: { kind: "new-day", day: "2026-12-01" as Day },
    notedAt: AT,
    struck: undefined,
    example: false,
    ...more,
  });
  const add = (one: StandingOccasion, who = "system") =>
    inside.as(who, (tx) => store.addOccasion(tx, inside.partnershipId, one, id));
  const read = ({ activityId }: Occasion, who = "system") =>
    inside.as(who, (tx) => store.occasionsOf(tx, inside.partnershipId, activityId));
  const strike = (one: StandingOccasion, who = "system") =>
    inside.as(who, (tx) => store.strike(tx, { ...one, state: "withdrawn", struckAt: AT, struckReason: "Fel dag" }));

  test("an occasion is read back as it was written, with what came of it as a tree, in order", async () => {
    const deep = [
      output("kvinnor", 20),
      output("män", 23, [output("unga", 4, [output("under 15", 1)]), output("äldre", 19)]),
    ];
    const one = occasion({ outputs: deep });
    await add(one);
    expect(await read(one)).toEqual([one]);
  });

  test("a struck line stays in the history beside the one in its place, newest day first", async () => {
    const first = occasion();
    const second = occasion({ activityId: first.activityId, corrects: first.id, on: "2026-11-24" as Day });
    await add(first);
    await strike(first);
    await add(second);
    expect(await read(first)).toEqual([
      second,
      { ...first, state: "withdrawn", struckAt: AT, struckReason: "Fel dag" },
    ]);
    await inside.as("system", (tx) =>
      store.strike(tx, { ...first, state: "replaced", struckAt: AT, struckReason: "En gång till" }),
    );
    expect((await read(first))[1]).toMatchObject({ state: "withdrawn", struckReason: "Fel dag" });
  });

  test("a deviation has a new day or a reason for none, never both or neither", async () => {
    const both = [deviation(), deviation({ next: { kind: "none", because: "Avtalet är slut" } })];
    for (const one of both) await inside.as("system", (tx) => store.addDeviation(tx, inside.partnershipId, one));
    const kept = await inside.as("system", (tx) => store.deviationsOf(tx, inside.partnershipId));
    for (const one of both) expect(kept).toContainEqual(one);
    const set = (columns: object) =>
      inside.as("system", (tx) => tx.updateTable("deviation").set(columns).where("id", "=", both[0]!.id).execute());
    await expect(set({ new_day: null })).rejects.toMatchObject({ code: "23514" });
    await expect(set({ no_new_day_because: "Därför" })).rejects.toMatchObject({ code: "23514" });
    await expect(set({ sentence: " " })).rejects.toMatchObject({ code: "23514" });
    await expect(set({ struck_at: AT })).rejects.toMatchObject({ code: "23514" });
  });

  test("a deviation is taken back by its own organisation, once; later stages do not count it", async () => {
    const one = deviation();
    const struck = { ...one, struck: { at: AT, reason: "Fel månad" } };
    await inside.as("system", (tx) => store.addDeviation(tx, inside.partnershipId, one));
    const kept = async () =>
      (await inside.as("system", (tx) => store.deviationsOf(tx, inside.partnershipId))).find(({ id }) => id === one.id);
    for (const who of ["Johan", "Ingrid", "Elin"]) await inside.as(who, (tx) => store.strikeDeviation(tx, struck));
    expect(await kept()).toEqual(one);
    await inside.as("Petra", (tx) => store.strikeDeviation(tx, struck));
    const again = { ...one, struck: { at: AT, reason: "En gång till" } };
    await inside.as("Petra", (tx) => store.strikeDeviation(tx, again));
    expect(await kept()).toEqual(struck);
    const standing = await inside.as("system", (tx) => store.standingDeviationsOf(tx, inside.partnershipId));
    expect(standing.map(({ id }) => id)).not.toContain(one.id);
  });

  test("the table refuses what the rules cannot say", async () => {
    await expect(add(occasion({ count: { value: -1, qualifier: "exact" } }))).rejects.toMatchObject({ code: "23514" });
    await expect(add(occasion({ outputs: [output(" ", 1)] }))).rejects.toMatchObject({ code: "23514" });
    const one = occasion();
    await add(one);
    const halfStruck = { state: "withdrawn", struck_at: AT } as const;
    await expect(
      inside.as("system", (tx) => tx.updateTable("occasion").set(halfStruck).where("id", "=", one.id).execute()),
    ).rejects.toMatchObject({ code: "23514" });
  });

  test("nobody writes or strikes for the other party, without the role, or in another partnership", async () => {
    const one = occasion();
    for (const who of ["Johan", "Ingrid", "Göran", "Elin", "stranger"]) {
      await expect(add(one, who), who).rejects.toMatchObject({ code: "42501" });
      const writing = inside.as(who, (tx) => store.addDeviation(tx, inside.partnershipId, deviation()));
      await expect(writing, who).rejects.toMatchObject({ code: "42501" });
    }
    await add(one, "Petra");
    for (const who of ["Johan", "Elin"]) await strike(one, who);
    expect(await read(one, "Johan")).toEqual([one]);
    expect(await read(one, "Elin")).toEqual([]);
    await strike(one, "Petra");
    expect((await read(one))[0]?.state).toBe("withdrawn");
    const rubbingOut = inside.as("Petra", (tx) => tx.updateTable("occasion").set({ count_value: 99 }).execute());
    await expect(rubbingOut).rejects.toMatchObject({ code: "42501" });
    await expect(inside.as("Petra", (tx) => tx.deleteFrom("occasion").execute())).rejects.toMatchObject({
      code: "42501",
    });
  });
});
