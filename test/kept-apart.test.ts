// Nothing confidential gets across: two organisations write at random with random sharing, and every door of collect and of the picture is asked as the
// other party. What it answers is the same, to the byte, as if what is kept apart had never been written. How long it takes is told and decides nothing.
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "./databases.ts";
import { type Caller, idInDemo, openTestHouse } from "./house.ts";
import { CATEGORIES, type Category } from "../src/collect/category.ts";
import type { Endpoint } from "../src/ground/endpoint.ts";
import type { Instant } from "../src/ground/time.ts";
import { pictureApi } from "../src/picture/api.ts";
import { newId } from "../src/platform/server/secrets.ts";
import {
  collectApi,
  listObservations,
  listSources,
  noteObservation,
  registerSource,
  reviseObservation,
  withdrawObservation,
} from "../src/collect/api.ts";
import { holdFile } from "../src/collect/imports/api.ts";
import { reviewPersons } from "../src/collect/privacy/api.ts";
import type { Sharing } from "../src/collect/observation.ts";

const AT = "2026-11-24T08:00:00.000Z" as Instant;
const partnership = "ockelbo";

type Written = {
  readonly by: "Amina" | "Johan";
  readonly sharing: Sharing;
  /** Set aside a warning: held to its own. */
  readonly isHeld: boolean;
  readonly category: Category;
  readonly change: "none" | "revised" | "withdrawn";
  /** Noted on a walk: then it would stand in the protocol and its files too. */
  readonly onWalk: boolean;
};
const written: fc.Arbitrary<Written> = fc.record({
  by: fc.constantFrom("Amina", "Johan"),
  sharing: fc.constantFrom("own", "shared", "public"),
  isHeld: fc.boolean(),
  category: fc.constantFrom(...CATEGORIES),
  change: fc.constantFrom("none", "revised", "withdrawn"),
  onWalk: fc.boolean(),
});
const PROBE = "xqzprobe";
const WALK = idInDemo("walk amot-2026");

/** Notes as they are sent, in order; `apart` are those that only their own organisation may know of. */
async function write(
  who: Record<Written["by"], Caller>,
  { by, sharing, isHeld, category, change, onWalk }: Written,
  number: number,
) {
  const note = {
    partnership,
    id: newId(Date.parse(AT) + number),
    notedAt: AT,
    kind: "problem" as const,
    category,
    text: `${PROBE} ${number}${isHeld ? " vid Kalle Svensson" : ""}`,
    place: { kind: "point" as const, position: [16.7 + number / 1000, 60.89] as const },
    when: { kind: "instant" as const, at: AT },
    sharing,
    ...(onWalk ? { walkId: WALK as never } : {}),
    ...(isHeld ? { override: "det är en kiosk" } : {}),
  };
  expect((await who[by].call(noteObservation, note)).status).toBe(200);
  if (change === "revised") await who[by].call(reviseObservation, { ...note, text: `${note.text} igen` });
  if (change === "withdrawn") await who[by].call(withdrawObservation, { partnership, id: note.id, reason: "dubblett" });
  return note.id;
}

/** Every door that answers questions or hands out bytes, with what it needs to be asked about one thing. */
const DOORS: readonly Endpoint[] = [...collectApi, ...pictureApi].filter(
  ({ kind, path }) => (kind === "question" || kind === "download") && !path.includes("{receipt"),
);
const given: Readonly<Record<string, string>> = { partnership, ids: "", slug: "amot-2026" };

async function askAll(
  who: Caller,
  id: string,
  at = partnership,
  about: readonly Category[] = [],
): Promise<Map<string, { status: number; body: string; ms: number }>> {
  const answers = new Map<string, { status: number; body: string; ms: number }>();
  const ask = async (name: string, address: string) => {
    const begun = performance.now();
    const response = await who.request(address);
    const bytes = Buffer.from(await response.arrayBuffer());
    answers.set(name, {
      status: response.status,
      body: bytes.toString("latin1").replace(/"requestId":"[^"]*"/, ""),
      ms: performance.now() - begun,
    });
  };
  for (const { name, path } of DOORS) {
    const filled = path.replace(/\{(\w+)\}/g, (_whole, field: string) => ({ ...given, partnership: at })[field] ?? id);
    await ask(name, `${filled}${filled.includes("/entries") && !filled.includes(id) ? `?ids=${id}` : ""}`);
  }
  // Looked for, too: by what it is about, where it came from, and past the first page.
  const listed = listObservations.path.replace("{partnership}", at);
  const filters = [...about.map((one) => `category=${one}`), `walkId=${WALK}`, `sourceId=${id}`, "limit=1&offset=1"];
  for (const looked of about.length === 0 ? [] : filters)
    await ask(`${listObservations.name} ${looked.replaceAll(id, "")}`, `${listed}?${looked}`);
  // Who tries to change it is told the same as of what never was.
  for (const { name, path } of [withdrawObservation, reviewPersons]) {
    const filled = path.replace("{partnership}", at).replace("{id}", id);
    const body = JSON.stringify({ partnership: at, id, reason: "dubblett", verdict: "released" });
    const begun = performance.now();
    const response = await who.request(filled, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    const told = (await response.text()).replace(/"requestId":"[^"]*"/, "");
    answers.set(name, { status: response.status, body: told, ms: performance.now() - begun });
  }
  return answers;
}

onBothEngines("what one party keeps apart", (fresh) => {
  test("is to the other, at every door, as if it had never been written", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [amina, johan] = [await house.as("Amina"), await house.as("Johan")];
    const who = { Amina: amina, Johan: johan };
    const took = new Map<string, [before: number, after: number]>();
    let number = 0;
    const rows = fc.array(written, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, more) => {
        // The first time nothing has been shared: an organisation's very first note is as if it had never been written, and so is the source it makes.
        if (number > 0) for (const one of first) await write(who, one, number++);
        const nobodys = newId(Date.parse(AT) + 900_000 + number);
        const about = more.map(({ category }) => category);
        const before = await askAll(johan, nobodys, partnership, about);
        // Then the municipality writes what is its own: kept apart, or held.
        let id = nobodys;
        for (const one of more)
          id = await write(who, { ...one, by: "Amina", ...(one.isHeld ? {} : { sharing: "own" }) }, number++);
        for (const [door, answer] of await askAll(johan, id, partnership, about)) {
          const same = before.get(door)!;
          expect(answer.status, door).toBe(same.status);
          expect(answer.body.replaceAll(id, "ID"), door).toBe(same.body.replaceAll(nobodys, "ID"));
          took.set(door, [same.ms, answer.ms]);
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
    console.info(
      [...took].map(([door, [before, after]]) => `${door}: ${before.toFixed(1)} → ${after.toFixed(1)} ms`).join("\n"),
    );
    // Every door, those that change something, and the list looked through in three more ways.
    expect([...took.keys()].filter((door) => !door.includes("category="))).toHaveLength(DOORS.length + 2 + 3);
    await house.close();
  });

  test("and so are held files, what residents handed in, answers nobody has read and complaints, to the other and to a stranger", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const bytes = new TextEncoder().encode(`dag;typ\n2026-11-01;${PROBE}\n`);
    const held = await karin.call(holdFile, { partnership, fileName: `${PROBE}.csv` }, bytes);
    const ids = await database.asOwner(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select id from traffic_handed_in union all (select id from campaign_answer limit 2) union all
        select c.id from traffic_complaint c join organisation o on o.id = c.owner_organisation_id where o.kind = 'municipality'`.execute(
        tx,
      );
      return rows.map(({ id }) => id);
    });
    expect(ids.length).toBeGreaterThan(3);
    const nobodys = newId(Date.parse(AT) + 1);
    // A door of its own for the stranger: what one network may ask in a minute is counted.
    const elsewhere = await openTestHouse(database);
    for (const who of [johan, elsewhere.stranger]) {
      const before = await askAll(who, nobodys);
      for (const id of [held.value.id, ...ids])
        for (const [door, { status, body }] of await askAll(who, id)) {
          const same = before.get(door)!;
          expect([status, body.replaceAll(id, "ID")], door).toEqual([same.status, same.body.replaceAll(nobodys, "ID")]);
          expect(body).not.toContain(PROBE);
        }
    }
    await elsewhere.close();
    await house.close();
  });

  test("and so is the source that an organisation's very first note makes, until a note in it is shared", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [elin, johan] = [await house.as("Elin"), await house.as("Johan")];
    const hofors = "hofors";
    const nobodys = newId(Date.parse(AT) + 1);
    const noted = async (number: number, sharing: Sharing) => {
      const id = newId(Date.parse(AT) + number);
      const place = { kind: "unknown" as const };
      const said = { kind: "idea" as const, category: "place.lighting" as const, text: `${PROBE} ${number}` };
      const note = { partnership: hofors, id, notedAt: AT, place, when: { kind: "unknown" as const }, sharing };
      expect((await johan.call(noteObservation, { ...note, ...said })).status).toBe(200);
      return id;
    };
    const seen = async () => (await elin.call(listSources, { partnership: hofors })).value.sources;
    const [before, known] = [await askAll(elin, nobodys, hofors), await seen()];
    const id = await noted(2, "own");
    const made = (await johan.call(listSources, { partnership: hofors })).value.sources;
    const source = made.find((one) => !known.some((other) => other.id === one.id))!;
    expect(source.name).toBe("Egna iakttagelser");
    expect(await seen()).toEqual(known);
    for (const thing of [id, source.id])
      for (const [door, answer] of await askAll(elin, thing, hofors)) {
        const same = before.get(door)!;
        expect([answer.status, answer.body.replaceAll(thing, "ID")], door).toEqual([
          same.status,
          same.body.replaceAll(nobodys, "ID"),
        ]);
      }
    // Nor by a clash of names: whoever registers one of the same name gets the address they would have had.
    const same = { name: "Egna iakttagelser", kind: "other", method: "m", sampleType: "not-a-sample" } as const;
    const rest = { reliability: "fair", secrecyClass: "shared", caveat: "c" } as const;
    const registered = await elin.call(registerSource, { partnership: hofors, ...same, ...rest });
    expect(registered.value.slug).toBe("egna-iakttagelser-2");
    await noted(3, "shared");
    expect((await seen()).map((one) => one.id)).toContain(source.id);
    await house.close();
  });
});
