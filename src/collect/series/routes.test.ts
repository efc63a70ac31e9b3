import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import { listSources } from "../api.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const asked = { partnership, fileName: "brott.txt", retrievedOn: "2026-11-20" } as const;
const file = (...rows: string[]) =>
  new TextEncoder().encode(["Region;Brott;År;Period;Antal;/100 000 inv", ...rows].join("\r\n"));
const FIRST = file(
  "Ockelbo;Skadegörelsebrott;År;2023;41;702;",
  "Ockelbo;Skadegörelsebrott;År;2024;38;655;",
  "Ockelbo;Skadegörelsebrott;År;2025 prel.;12;207;",
  "Gävleborgs län;Skadegörelsebrott;År;2024;2900;1013;",
  "Hela landet;Skadegörelsebrott;År;2024;101000;957;",
  "Boden;Skadegörelsebrott;År;2024;300;1071;",
  "Ockelbo;Skadegörelsebrott;År;i fjol;1;1;",
);
const SECOND = file(
  "Ockelbo;Skadegörelsebrott;År;2024;39;672;",
  "Ockelbo;Skadegörelsebrott;År;2025;14;241;",
  "Ockelbo;Klotter;År;2025;..;-555;",
);

onBothEngines("statistics", (fresh) => {
  test("a file is tried out, read in, corrected by the next and taken back; both parties see the same", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, elin] = [await house.as("Karin"), await house.as("Johan"), await house.as("Elin")];

    const tried = await karin.call(api.tryOutSeriesFile, asked, FIRST);
    expect(tried.value).toMatchObject({
      kind: "bra-offences",
      source: "Brå: anmälda brott",
      series: 6,
      newSeries: 6,
      added: 10,
      changed: 0,
      same: 0,
      outside: 2,
      unreadable: 1,
      problems: [{ line: 8, column: "Period", read: "År i fjol", expected: "a-period" }],
    });
    const before = await karin.call(api.listSeries, { partnership });
    expect(before.value.series.filter(({ example }) => !example)).toEqual([]);

    const first = await karin.call(api.readSeriesFile, asked, FIRST);
    expect(first.value).toMatchObject({ added: 10, state: "standing", first: "skadegorelsebrott-ockelbo" });
    const again = await johan.call(api.readSeriesFile, asked, FIRST);
    expect([again.status, again.problem.why]).toEqual([409, "series-read-already"]);

    const listed = (await johan.call(api.listSeries, { partnership })).value.series.filter(({ example }) => !example);
    expect(
      listed.map(({ slug, latest, values, beside }) => [slug, latest.value, latest.standing, values, beside]),
    ).toEqual([
      ["skadegorelsebrott-ockelbo", 12, "preliminary", 3, 2],
      ["skadegorelsebrott-per-100000-ockelbo", 207, "preliminary", 3, 2],
    ]);
    const { sources } = (await johan.call(listSources, { partnership })).value;
    expect(sources.find(({ name }) => name === "Brå: anmälda brott")).toMatchObject({
      kind: "statistics",
      secrecyClass: "public",
    });

    // The police read the next year's file: what was preliminary is final, what was final is revised, and what it was is kept.
    const second = await johan.call(
      api.readSeriesFile,
      { ...asked, fileName: "brott-2025.txt", retrievedOn: "2026-11-24" },
      SECOND,
    );
    expect(second.value).toMatchObject({ newSeries: 2, added: 2, changed: 4, same: 0, absent: 2 });
    const opened = (await karin.call(api.openSeries, { partnership, slug: "skadegorelsebrott-per-100000-ockelbo" }))
      .value;
    expect(
      opened.values.map(({ from, value, n, standing, before: earlier }) => [
        from,
        value,
        n,
        standing,
        earlier.map((one) => one.value),
      ]),
    ).toEqual([
      ["2023-01-01", 702, 41, "final", []],
      ["2024-01-01", 672, 39, "revised", [655]],
      ["2025-01-01", 241, 14, "final", [207]],
    ]);
    expect(opened.beside.map(({ area, values }) => [area.name, values.map(({ value }) => value)])).toEqual([
      ["Gävleborgs län", [1013]],
      ["Riket", [957]],
    ]);
    const graffiti = (await karin.call(api.openSeries, { partnership, slug: "klotter-per-100000-ockelbo" })).value;
    expect(graffiti.values).toMatchObject([{ absent: "missing", mark: "-555" }]);
    expect(graffiti.values[0]?.value).toBeUndefined();

    // What Karin read she takes back; Johan may not. What he read after it stands as he read it.
    expect((await johan.call(api.undoSeriesReading, { partnership, id: first.value.id })).status).toBe(403);
    const undone = await karin.call(api.undoSeriesReading, { partnership, id: first.value.id });
    expect(undone.value).toEqual({ values: 10, series: 4 });
    expect((await karin.call(api.undoSeriesReading, { partnership, id: first.value.id })).problem.why).toBe(
      "reading-already-undone",
    );
    const left = (await karin.call(api.openSeries, { partnership, slug: "skadegorelsebrott-per-100000-ockelbo" }))
      .value;
    expect(
      left.values.map(({ from, value, standing, before: earlier }) => [from, value, standing, earlier.length]),
    ).toEqual([
      ["2024-01-01", 672, "final", 0],
      ["2025-01-01", 241, "final", 0],
    ]);
    expect((await karin.call(api.openSeries, { partnership, slug: "nowhere" })).status).toBe(404);
    expect((await elin.call(api.listSeries, { partnership })).status).toBe(404);
    expect((await house.stranger.call(api.listSeries, { partnership })).status).toBe(401);
    await house.close();
  });

  test("a break is noted with its reason and taken back by those who noted it", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    await karin.call(api.readSeriesFile, asked, FIRST);
    const slug = "skadegorelsebrott-ockelbo";
    const note = (on: string, why: string) => karin.call(api.noteSeriesBreak, { partnership, slug, on, why });
    expect((await note("2024-01-01", "")).problem.why).toBe("break-reason-needed");
    expect((await note("2030-01-01", "Ny blankett")).problem.why).toBe("break-outside");
    const noted = await note("2024-01-01", "Polisen bytte blankett");
    expect((await note("2024-01-01", "Igen")).problem.why).toBe("break-noted-already");
    const seen = (await johan.call(api.openSeries, { partnership, slug })).value.breaks;
    expect(seen).toMatchObject([{ on: "2024-01-01", why: "Polisen bytte blankett", fromFile: false }]);
    expect((await johan.call(api.takeBackSeriesBreak, { partnership, id: noted.value.id })).status).toBe(403);
    expect((await karin.call(api.takeBackSeriesBreak, { partnership, id: noted.value.id })).status).toBe(200);
    expect((await johan.call(api.openSeries, { partnership, slug })).value.breaks).toEqual([]);
    await house.close();
  });

  test("a series is said by the database too to be its owner's: the other party neither rewrites nor takes it away", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const karin = await house.as("Karin");
    await karin.call(api.readSeriesFile, asked, FIRST);
    const slug = "skadegorelsebrott-ockelbo";
    const tries = async (personId: string) =>
      database.trial<CollectDatabase, readonly number[]>({ as: "staff", personId }, async (tx) => {
        const rewritten = await tx.updateTable("series").set({ unit: "kronor" }).where("slug", "=", slug).execute();
        return rewritten.map(({ numUpdatedRows }) => Number(numUpdatedRows));
      });
    expect(await tries(idInDemo("person Johan"))).toEqual([0]);
    expect(await tries(idInDemo("person Karin"))).toEqual([1]);
    const taken = database.trial<CollectDatabase, readonly unknown[]>(
      { as: "staff", personId: idInDemo("person Johan") },
      (tx) => tx.deleteFrom("series").where("slug", "=", slug).returning("id").execute(),
    );
    expect(await taken).toEqual([]);
    await house.close();
  });

  test("files that are no statistics, cut off, or of somewhere else are refused in words", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const tryOut = async (bytes: Uint8Array, more: Partial<typeof asked> | { retrievedOn: string } = {}) =>
      (await karin.call(api.tryOutSeriesFile, { ...asked, ...more }, bytes)).problem.why;
    expect(await tryOut(new TextEncoder().encode("a;b\n1;2"))).toBe("not-a-series-file");
    expect(await tryOut(new TextEncoder().encode('{"class": "dataset", "id": ['))).toBe("file-cut-off");
    expect(
      await tryOut(
        new TextEncoder().encode('{"class":"dataset","id":["Tid"],"dimension":{"Tid":{"category":{}}},"value":[]}'),
      ),
    ).toBe("table-too-large");
    expect(await tryOut(FIRST, { retrievedOn: "2026-12-24" })).toBe("fetched-later");
    expect(await tryOut(file("Boden;Klotter;År;2024;1;4;"))).toBe("nothing-near");
    const many = file(...Array.from({ length: 2001 }, (_, place) => `Ockelbo;Brott ${place};År;2024;1;4;`));
    expect(await tryOut(many)).toBe("too-many-series");
    await house.close();
  });

  test("what one has read the other takes back neither through the door nor past it, and nobody rewrites a figure", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    await (await house.as("Karin")).call(api.readSeriesFile, asked, FIRST);
    const tried = async (query: ReturnType<typeof sql>) => {
      try {
        return await database.trial<Record<string, never>, number>(
          { as: "staff", personId: idInDemo("person Johan") },
          async (tx) => Number((await query.execute(tx)).numAffectedRows ?? 0),
        );
      } catch (error) {
        return String((error as { code?: unknown }).code);
      }
    };
    expect(await tried(sql`delete from series_value`)).toBe(0);
    expect(await tried(sql`update series_value set value = 1`)).toBe("42501");
    expect(await tried(sql`update series_reading set state = 'undone', undone_at = now()`)).toBe(0);
    expect(
      await tried(sql`insert into series_value (series_id, partnership_id, reading_id, from_day, to_day, value, mark, standing)
        select series_id, partnership_id, reading_id, '1999-01-01', '1999-12-31', 1, '', 'final' from series_value limit 1`),
    ).toBe("42501");
    await house.close();
  });
});
