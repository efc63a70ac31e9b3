// The rules for what is shown through their doors, up to what a stranger reads.
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import { HOUSE_FLOORS } from "../../ground/fewest.ts";
import type { Database } from "../../platform/server/database/database.ts";
import { floorsOf } from "../store-floors.ts";
import type { Day } from "../../ground/time.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const DENIED = { code: "42501" };

onBothEngines("rules for what is shown, through their doors", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let inside: Inside;
  let [karin, johan, amina]: Caller[] = [];
  beforeAll(async () => {
    database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan, amina] = await Promise.all(["Karin", "Johan", "Amina"].map((name) => house.as(name)));
  });
  const ask = (who: Caller, more: object = {}) =>
    who.call(api.proposeFloors, {
      partnership,
      ...HOUSE_FLOORS,
      few: 10,
      sensitive: 20,
      rounded: true,
      reason: "Byarna är små.",
      ...more,
    } as never);
  const read = async (who: Caller) => (await who.call(api.listFloors, { partnership })).value;

  test("one party asks, the other answers, and it holds from tomorrow", async () => {
    expect(await read(amina!)).toMatchObject({ now: HOUSE_FLOORS, coming: null, proposals: [], mayAgree: false });
    expect((await ask(amina!)).problem.why).toBe("not-yours");
    const { id } = (await ask(karin!)).value;
    expect((await ask(johan!)).problem.why).toBe("floors-asked-already");
    expect((await karin!.call(api.agreeFloors, { partnership, id, reason: "Ja." })).problem.why).toBe(
      "floors-other-party-agrees",
    );
    expect((await johan!.call(api.declineFloors, { partnership, id, reason: "För grovt." })).value).toMatchObject({
      id,
    });
    expect((await johan!.call(api.agreeFloors, { partnership, id, reason: "Ja." })).problem.why).toBe(
      "floors-answered",
    );
    const again = (await ask(karin!)).value.id;
    const { from } = (await johan!.call(api.agreeFloors, { partnership, id: again, reason: "Rimligt." })).value;
    const now = await read(karin!);
    expect(now).toMatchObject({ now: HOUSE_FLOORS, coming: { few: 10, from }, latest: { few: 10, rounded: true } });
    expect(now.proposals.map(({ state }) => state).toSorted()).toEqual(["agreed", "declined"]);
    const floors = await inside.as("system", (tx) => floorsOf(tx, inside.partnershipId, from as Day));
    expect(floors.now).toMatchObject({ few: 10, sensitive: 20 });
    expect((await ask(johan!, { few: 5 })).problem.why).toBe("floors-not-lowered");
  });

  test("the database keeps it: nobody says yes to their own, nothing agreed changes or is lowered, and other eyes see nothing", async () => {
    const sets = (who: string, what: ReturnType<typeof sql>) => inside.as(who, async (tx) => what.execute(tx));
    await expect(
      sets("system", sql`update floor_proposal set answer = 'Nej' where state = 'agreed'`),
    ).rejects.toMatchObject(DENIED);
    const { id } = (await ask(karin!, { few: 20 })).value;
    const own = sql`update floor_proposal set state = 'agreed', answered_for = asked_for, answered_by = asked_by, answered_at = now(), answer = 'Ja', from_day = current_date + 2 where id = ${id}`;
    await expect(sets("Karin", own)).rejects.toMatchObject({ code: "23514" });
    await expect(sets("system", sql`update floor_proposal set few = 5 where id = ${id}`)).rejects.toMatchObject(DENIED);
    await expect(sets("stranger", sql`select 1 from floor_proposal`)).rejects.toMatchObject(DENIED);
  });
});
