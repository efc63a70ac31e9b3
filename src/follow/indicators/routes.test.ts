import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { type Inside, insideDemo } from "../../../test/stores.ts";
import { recordMeasurement } from "../../collect/api.ts";
import type { Day } from "../../ground/time.ts";
import * as api from "./api.ts";
import * as store from "./store.ts";

const partnership = "ockelbo";
/** What a stranger reads of an indicator. */
type Told = {
  readonly name: string;
  readonly readings: readonly { readonly figure: { readonly value: number } | null; readonly n: object | null }[];
  readonly effect: { readonly sentence: { readonly sv: string } } | null;
};

onBothEngines("indicators through their doors", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  let [roads, young] = ["", ""];
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const { promises } = (await karin.call(api.listIndicators, { partnership })).value;
    const { pledges } = promises.find(({ slug }) => slug === "2025-2027")!;
    [roads, young] = [1, 3].map((order) => pledges.find((pledge) => pledge.order === order)!.id) as [string, string];
  });
  const listed = async (who: Caller) =>
    (await who.call(api.listIndicators, { partnership })).value.promises.flatMap(({ pledges }) =>
      pledges.flatMap(({ indicators }) => indicators),
    );
  const open = (who: Caller, slug: string) => who.call(api.openIndicator, { partnership, slug });
  const told = async () => {
    await house.settle();
    const answer = await house.stranger.request(`/api/tell/publication?slug=${partnership}`);
    const site = (await answer.json()) as { readonly current: readonly { readonly indicators: readonly Told[] }[] };
    return site.current.flatMap(({ indicators }) => indicators);
  };

  test("the promise says what it is looked for in, and its figures are found where they lie", async () => {
    const { promised, figures } = (await karin.call(api.listFigures, { partnership })).value;
    expect(promised.find(({ pledgeId }) => pledgeId === roads)).toMatchObject({
      name: "V85 på Åmotsvägen förbi skolan",
      kind: "measurement",
      unit: "km/h",
      wanted: "down",
    });
    expect(new Set(figures.map(({ kind }) => kind))).toEqual(new Set(["log", "measurement", "series"]));
    expect((await karin.call(api.listIndicators, { partnership })).value.promises[0]?.pledges.length).toBe(3);
  });

  test("the demo's own say better, and cannot be known, as large; and nothing has changed since", async () => {
    const [speed, drunk] = [(await open(karin, "v85-amotsvagen")).value, (await open(johan, "rattfylleri")).value];
    expect(speed.verdict?.sentence.sv).toBe("Bättre, mer än slumpen brukar ge. 47 km/h före, 39 efter.");
    expect(drunk.verdict?.sentence.sv).toContain("Kan inte avgöras med de här siffrorna (11 före, 9 efter).");
    expect([speed.isStale, drunk.isStale, speed.pending]).toEqual([false, false, 0]);
    expect(drunk.offers.find(({ design }) => design === "comparison")).toMatchObject({
      lacks: "few-events",
      before: 11,
      after: 9,
    });
    expect((await open(karin, "hastighetskontroller")).value.verdict).toBeNull();
    expect((await open(karin, "finns-inte")).status).toBe(404);
  });

  test("from a series with its breaks; a break is marked, the effect asked, and strangers read the verdict", async () => {
    const { figures } = (await karin.call(api.listFigures, { partnership })).value;
    const damage = figures.find(
      ({ kind, name, days }) =>
        kind === "series" && name === "Skadegörelse, Ockelbo" && days.some(({ value }) => value === 650),
    )!;
    const wish = {
      partnership,
      pledgeId: roads,
      from: { kind: damage.kind, key: damage.key },
      column: "outcome",
      wanted: "down",
    } as const;
    const { slug } = (await karin.call(api.beginIndicator, wish)).value;
    expect((await karin.call(api.beginIndicator, wish)).problem.why).toBe("indicator-exists");
    const begun = (await open(johan, slug)).value;
    // The baseline is the last year before the promise, with what it rests on.
    expect(begun).toMatchObject({
      name: "Skadegörelse, Ockelbo",
      measure: "rate",
      baseline: { on: "2024-12-31", value: 650, n: 38 },
      secrecy: "public",
    });
    const on = { partnership, slug };
    const asked = await karin.call(api.askEffect, { ...on, began: "2021-01-01" });
    expect(asked.value.verdict).toMatch(/better|cannot-be-known/);
    // Of a source its owner says what the source does not.
    const line = { ...on, on: "2021-01-01", why: "Nytt sätt att räkna" };
    expect((await johan.call(api.noteBreak, line)).status).toBe(403);
    const put = {
      ...on,
      on: "2024-12-31",
      method: "",
      baseline: false,
      figure: { kind: "part", part: 6, of: 60 },
      correction: "fel",
    } as const;
    expect((await johan.call(api.noteReading, put)).status).toBe(403);
    expect((await karin.call(api.noteBreak, { ...line, why: "tre elever flyttade" })).problem.why).toBe(
      "report-counts-few",
    );
    expect((await karin.call(api.noteBreak, line)).status).toBe(200);
    expect((await open(karin, slug)).value).toMatchObject({ isStale: true, best: null });
    expect((await karin.call(api.askEffect, { ...on, began: "2021-01-01" })).value).toMatchObject({
      verdict: "cannot-be-known",
    });
    const opened = (await open(johan, slug)).value;
    expect(opened.effects.map(({ number, design }) => [number, design])).toEqual([
      [2, "none"],
      [1, "small-counts"],
    ]);
    expect(opened).toMatchObject({ isStale: false, breaks: [{ on: "2021-01-01" }] });
    const public_ = (await told()).find(({ name }) => name === "Skadegörelse, Ockelbo");
    expect(public_).toMatchObject({ verdict: "cannot-be-known", breaks: [{ why: "Nytt sätt att räkna" }] });
    expect(public_?.effect?.sentence.sv).toBe(
      "Kan inte avgöras med de här siffrorna. Linjen bryts mellan före och efter. De går inte att jämföra.",
    );
  });

  test("a question of a closed dialogue is followed, and what the picture counts round a place, with its surroundings", async () => {
    await inside.as("system", (tx) =>
      tx
        .updateTable("campaign")
        .set({ state: "closed", closed_on: "2026-11-20" as Day })
        .where("slug", "=", "amot")
        .execute(),
    );
    const { figures } = (await karin.call(api.listFigures, { partnership })).value;
    const asked = figures.filter(({ kind }) => kind === "campaign");
    expect(asked.map(({ column, measure, days }) => [column, measure, days.length])).toContainEqual([
      "experience",
      "share",
      1,
    ]);
    const key = "fran=2024-01&ruta=16.6,60.8,16.8,60.95&jamfor=lingbo";
    const wish = {
      partnership,
      pledgeId: roads,
      name: "Händelser i centrum",
      from: { kind: "events", key },
      column: "outcome",
      wanted: "down",
    } as const;
    const { slug } = (await karin.call(api.beginIndicator, wish)).value;
    const { readings, secrecy, offers } = (await open(johan, slug)).value;
    // From January 2024 to the last whole month.
    expect([secrecy, readings.length, readings.at(-1)?.on]).toEqual(["shared", 34, "2026-10-31"]);
    expect(offers.find(({ design }) => design === "displacement")?.lacks).toMatch(/few-events|no-comparison/);
    expect(
      (
        await karin.call(api.beginIndicator, {
          ...wish,
          name: "Fel fråga",
          from: { kind: "events", key: "kategori=finns-inte" },
        })
      ).problem.why,
    ).toBe("source-not-there");
  });

  test("outside a few are never told, nor what they could be worked out from, and a control-dependent figure says so", async () => {
    const drunk = (await told()).find(({ name }) => name === "Rattfylleri i kommunen");
    expect(drunk).toMatchObject({ controlDependent: true, verdict: "cannot-be-known" });
    expect(drunk?.readings.map(({ figure, n }) => [figure?.value ?? null, n])).toEqual([
      [11, { shown: "count", value: 11 }],
      [null, { shown: "fewer-than", than: 10 }],
    ]);
    expect(drunk?.effect?.sentence.sv).not.toMatch(/\d/);
  });

  test("own figures are noted by either party, corrected beside what they were, and the interval is reckoned", async () => {
    const wish = {
      partnership,
      pledgeId: young,
      from: { kind: "own", key: "" },
      name: "Känner en vuxen ute",
      unit: "procent",
      measure: "share",
      column: "experience",
      wanted: "up",
    } as const;
    const { slug } = (await karin.call(api.beginIndicator, wish)).value;
    const on = { partnership, slug };
    const share = (part: number) => ({ kind: "part" as const, part, of: 60 });
    expect(
      (await johan.call(api.noteReading, { ...on, on: "2026-01-31", baseline: true, figure: share(6) })).value,
    ).toEqual({ value: 10, low: 4.7, high: 20.1 });
    expect((await karin.call(api.noteReading, { ...on, on: "2026-01-31", figure: share(7) })).problem.why).toBe(
      "reading-there",
    );
    await karin.call(api.noteReading, { ...on, on: "2026-01-31", figure: share(7), correction: "räknat fel" });
    expect((await open(johan, slug)).value.readings).toMatchObject([
      { value: 11.7, baseline: true, before: [{ value: 10, reason: "räknat fel" }] },
    ]);
    expect((await karin.call(api.layAside, { ...on, reason: "Frågan ställs inte mer" })).status).toBe(200);
    expect((await listed(johan)).map((one) => one.slug)).not.toContain(slug);
    expect((await told()).map(({ name }) => name)).not.toContain("Känner en vuxen ute");
  });

  test("what rests on one party's own source is not there for the other, and what both may read is told by its owner", async () => {
    const measured = {
      partnership,
      from: "2026-09-01",
      to: "2026-09-07",
      unit: "km/h",
      value: 58,
      low: 57,
      high: 59,
      n: 400,
      place: { kind: "unknown" },
      caveat: "",
    } as const;
    await johan.call(recordMeasurement, {
      ...measured,
      source: "kommunpolisens-anteckningar",
      name: "V85 på hemlig väg",
    });
    await karin.call(recordMeasurement, { ...measured, source: "hastighetsmatningar", name: "V85 på Torggatan" });
    const begin = async (who: Caller, name: string) => {
      const { figures } = (await who.call(api.listFigures, { partnership })).value;
      const found = figures.find((one) => one.name === name);
      return (
        found &&
        (
          await who.call(api.beginIndicator, {
            partnership,
            pledgeId: roads,
            from: { kind: found.kind, key: found.key },
            column: "outcome",
            wanted: "down",
            tell: true,
          })
        ).value
      );
    };
    expect(await begin(karin, "V85 på hemlig väg")).toBeUndefined();
    const own = (await begin(johan, "V85 på hemlig väg"))!;
    expect((await open(karin, own.slug)).status).toBe(404);
    expect((await listed(karin)).map(({ name }) => name)).not.toContain("V85 på hemlig väg");
    expect((await listed(johan)).find(({ slug }) => slug === own.slug)?.secrecy).toBe("own");
    const shared = (await begin(johan, "V85 på Torggatan"))!;
    const on = { partnership, slug: shared.slug };
    expect((await told()).map(({ name }) => name)).not.toContain("V85 på Torggatan");
    expect((await johan.call(api.tellIndicator, on)).status).toBe(403);
    expect((await karin.call(api.tellIndicator, on)).status).toBe(200);
    const names = (await told()).map(({ name }) => name);
    expect(names).toContain("V85 på Torggatan");
    expect(names).not.toContain("V85 på hemlig väg");
    // A later measurement is there without anybody fetching it.
    await karin.call(recordMeasurement, {
      ...measured,
      from: "2026-10-01",
      to: "2026-10-07",
      value: 50,
      low: 49,
      high: 51,
      source: "hastighetsmatningar",
      name: "V85 på Torggatan",
    });
    await house.settle();
    expect((await open(johan, shared.slug)).value).toMatchObject({
      latest: { on: "2026-10-07", value: 50 },
      pending: 0,
    });
    expect((await karin.call(api.catchUp, on)).problem.why).toBe("nothing-new");
  });

  test("past the doors nobody writes over a reading, or in the other party's own", async () => {
    const speed = await inside.as("Karin", (tx) =>
      store.indicatorForDecision(tx, inside.partnershipId, "v85-amotsvagen"),
    );
    const of = { id: speed!.id, partnershipId: inside.partnershipId, example: false };
    const rewritten = inside.as("Karin", (tx) =>
      tx.updateTable("indicator_reading").set({ value: 1 }).where("indicator_id", "=", of.id).execute(),
    );
    await expect(rewritten).rejects.toMatchObject({ code: "42501" });
    const at = "2026-11-24T09:00:00.000Z" as never;
    const asJohan = { at, by: idInDemo("person Johan"), organisationId: inside.organisations["police"]! };
    const reading = { ...speed!.readings[0]!, on: "2026-10-01" as Day };
    await expect(inside.as("Karin", (tx) => store.addReadings(tx, of, [reading], asJohan))).rejects.toMatchObject({
      code: "42501",
    });
    expect((await house.stranger.call(api.listIndicators, { partnership })).status).toBe(401);
    expect(
      (
        await (
          await house.as("Ingrid")
        ).call(api.askEffect, { partnership, slug: "v85-amotsvagen", began: "2025-01-01" })
      ).status,
    ).toBe(403);
  });
});
