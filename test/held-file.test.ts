import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "./databases.ts";
import { idInDemo, openTestHouse } from "./house.ts";
import { workbookOf } from "./workbook.ts";
import type { Instant } from "../src/ground/time.ts";
import { fileHandlers, letHeldFilesGo } from "../src/main/work-on-file.ts";
import { listObservations, registerSource } from "../src/collect/api.ts";
import * as api from "../src/collect/imports/api.ts";
import type { CollectDatabase } from "../src/collect/tables.ts";
import { MOST_FILES, MOST_MEGABYTES } from "../src/collect/imports/held-file.ts";
import { WORK_ON_FILE } from "../src/collect/imports/reactions.ts";

const partnership = "ockelbo";
const textOf = (text: string) => new TextEncoder().encode(text);
const LIST = textOf(
  [
    "Gatukontorets lista;;;",
    "",
    "när;lon;lat;typ",
    "2026-11-01 21:30;16,718;60,8985;Klotter",
    "2026-11-01 25:30;16,718;60,8985;Klotter",
    "2026-11-02 21:30;16,718;60,8985;Skräp",
  ].join("\n"),
);
const mapping = {
  time: { kind: "instant" as const, column: "när", format: "yyyy-MM-dd HH:mm" },
  place: { kind: "position" as const, lon: "lon", lat: "lat" },
  category: { column: "typ", values: { klotter: "vandalism.graffiti" as const } },
};

/** A promise, and what keeps it. */
function gate(): readonly [Promise<void>, () => void] {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [passed, () => open()];
}

onBothEngines("a file that is handed in", (fresh) => {
  test("is looked at while others are served", async () => {
    const opened = await openTestHouse(await fresh({ demo: true }));
    const { house } = opened;
    const karin = await opened.as("Karin");
    const id = (await karin.call(api.holdFile, { partnership, fileName: "lista.csv" }, LIST)).value.id as never;
    const { files } = house;
    const read = files.get.bind(files);
    const [reading, begun] = gate();
    const [mayRead, letGo] = gate();
    files.get = async (hash) => {
      begun();
      await mayRead;
      return read(hash);
    };
    const looked = karin.call(api.lookAtFile, { partnership, id });
    await reading;
    expect((await karin.call(listObservations, { partnership })).status).toBe(200);
    letGo();
    expect((await looked).value.headingLine).toBe(3);
  });

  test("is looked at, tried without anything being written, read in, and known again the next time", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const handIn = async (fileName: string, bytes: Uint8Array) =>
      (await karin.call(api.holdFile, { partnership, fileName }, bytes)).value.id as never;
    const id = await handIn("lista.csv", LIST);
    const looked = (await karin.call(api.lookAtFile, { partnership, id })).value;
    expect(looked).toMatchObject({ separator: ";", headingLine: 3, heading: ["när", "lon", "lat", "typ"] });
    expect(looked.suggested).toMatchObject({ kind: "csv" });
    expect(looked.suggested.mapping).toBeUndefined();
    const wish = { partnership, id, kind: "csv" as const, mapping, sourceName: "Gatukontorets lista" };
    const shown = async () => (await karin.call(api.showHeldFile, { partnership, id })).value;
    const count = async () =>
      (await karin.call(listObservations, { partnership, category: "vandalism" })).value.observations.length;
    const before = await count();

    expect((await karin.call(api.tryFile, wish)).value).toEqual({ state: "trying" });
    expect((await karin.call(api.tryFile, wish)).problem.why).toBe("file-is-being-read");
    await house.settle();
    expect(await shown()).toMatchObject({
      state: "tried",
      rows: 3,
      found: { read: 3, added: 2, unreadable: 1, problems: [{ line: 5 }], words: [{ word: "Klotter", rows: 1 }, {}] },
    });
    expect(await count()).toBe(before);

    const read = await karin.call(api.readFile, wish);
    expect(read.value).toEqual({ state: "reading", source: "gatukontorets-lista" });
    await house.settle();
    expect(await shown()).toMatchObject({
      state: "read",
      run: { read: 3, added: 2, unreadable: 1, state: "finished" },
    });
    expect(await count()).toBe(before + 1);
    expect((await karin.call(api.readFile, wish)).problem.why).toBe("file-already-read");
    expect((await karin.call(api.lookAtFile, { partnership, id })).problem.why).toBe("file-is-gone");

    const next = await handIn(
      "lista-december.csv",
      textOf(`${new TextDecoder().decode(LIST)}\n2026-11-03 09:00;;;Skräp`),
    );
    const { suggested } = (await karin.call(api.lookAtFile, { partnership, id: next })).value;
    expect(suggested).toMatchObject({ source: "gatukontorets-lista", mapping });
    const again = { ...wish, id: next, source: suggested.source!, sourceName: undefined };
    await karin.call(api.tryFile, again);
    await house.settle();
    const found = (await karin.call(api.showHeldFile, { partnership, id: next })).value.found;
    expect(found).toMatchObject({ read: 4, added: 1, same: 2, unreadable: 1 });
    await house.close();
  });

  test("may be a workbook: the sheet and the row of the heading are chosen", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const bytes = workbookOf([
      { name: "Om", rows: [["Gatukontoret"]] },
      {
        name: "2026",
        rows: [
          ["a", "b"],
          ["dag", "typ"],
          [{ xml: '<c s="1"><v>46350</v></c>' }, "Klotter"],
        ],
      },
    ]);
    const { id } = (await karin.call(api.holdFile, { partnership, fileName: "bok.xlsx" }, bytes)).value;
    const look = async (how: object) => (await karin.call(api.lookAtFile, { partnership, id: id, ...how })).value;
    expect(await look({})).toMatchObject({ form: "workbook", sheets: ["Om", "2026"], sheet: "Om" });
    const looked = await look({ sheet: "2026", headingLine: 2 });
    expect(looked).toMatchObject({ heading: ["dag", "typ"], rows: [["2026-11-24", "Klotter"]] });
    const by = {
      time: { kind: "day" as const, column: "dag", format: "yyyy-MM-dd" },
      place: { kind: "none" as const },
      category: { column: "typ" },
      sheet: "2026",
    };
    const wish = { partnership, id: id as never, kind: "csv" as const, mapping: by, sourceName: "Boken" };
    expect((await karin.call(api.readFile, wish)).status).toBe(200);
    await house.settle();
    expect((await karin.call(api.showHeldFile, { partnership, id: id })).value).toMatchObject({
      run: { read: 1, added: 1 },
    });
    await house.close();
  });

  test("is gone on with when the house was closed in the middle of reading it", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const rows = Array.from({ length: 5000 }, (_, row) => `2026-11-${String((row % 28) + 1).padStart(2, "0")};${row}`);
    const bytes = textOf(["dag;typ", ...rows].join("\n"));
    const { id } = (await karin.call(api.holdFile, { partnership, fileName: "lång.csv" }, bytes)).value as {
      id: never;
    };
    const by = {
      time: { kind: "day" as const, column: "dag", format: "yyyy-MM-dd" },
      place: { kind: "none" as const },
      category: { column: "typ" },
    };
    await karin.call(api.readFile, { partnership, id, kind: "csv", mapping: by, sourceName: "Lång lista" });
    let asked = 0;
    const closing = fileHandlers(house.house, () => (asked += 1) > 4);
    await expect(closing[WORK_ON_FILE]!({ id })).rejects.toThrow("closing");
    const shown = async () => (await karin.call(api.showHeldFile, { partnership, id })).value;
    const { state, done } = await shown();
    expect(state).toBe("reading");
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(5000);
    await house.settle();
    expect(await shown()).toMatchObject({ state: "read", run: { read: 5000, added: 5000, changed: 0, same: 0 } });
    await house.close();
  });

  test("lies here with a bounded number of others, so large together, and is taken away by whom it is", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, amina] = [await house.as("Karin"), await house.as("Amina")];
    const handIn = (who: typeof karin, bytes: Uint8Array = LIST) =>
      who.call(api.holdFile, { partnership, fileName: "lista.csv" }, bytes);
    const ids: string[] = [];
    for (let file = 0; file < MOST_FILES; file++) ids.push((await handIn(karin)).value.id);
    const full = await handIn(karin);
    expect([full.status, full.problem.why]).toEqual([409, "too-many-files"]);
    expect((await handIn(amina)).status).toBe(200);
    const past = (files: number, bytes: number) =>
      database
        .trial<CollectDatabase, unknown>({ as: "staff", personId: idInDemo("person Karin") }, async (tx) => {
          await tx.deleteFrom("import_file").where("id", "in", ids.slice(files)).execute();
          await tx
            .insertInto("import_file")
            .columns(["id", "partnership_id", "organisation_id", "held_by", "held_at", "hash", "file_name", "bytes"])
            .expression((from) =>
              from
                .selectFrom("import_file")
                .select([sql<string>`gen_random_uuid()`.as("id"), "partnership_id", "organisation_id", "held_by"])
                .select(["held_at", "hash", "file_name", sql<number>`${bytes}::integer`.as("bytes")])
                .limit(1),
            )
            .execute();
        })
        .then(
          () => "kept",
          () => "refused",
        );
    expect(await past(MOST_FILES, 1)).toBe("refused");
    expect(await past(1, 1)).toBe("kept");
    expect(await past(1, MOST_MEGABYTES * 1024 * 1024)).toBe("refused");

    const id = ids[0] as never;
    expect((await amina.call(api.letFileGo, { partnership, id })).status).toBe(404);
    expect((await karin.call(api.letFileGo, { partnership, id })).status).toBe(200);
    expect((await karin.call(api.lookAtFile, { partnership, id })).status).toBe(404);
    expect((await handIn(karin)).status).toBe(200);
    const wish = { partnership, id: ids[1] as never, kind: "csv" as const, mapping, sourceName: "Lista" };
    expect((await karin.call(api.tryFile, wish)).status).toBe(200);
    const worked = await karin.call(api.letFileGo, { partnership, id: ids[1] as never });
    expect(worked.problem.why).toBe("file-is-being-read");
    // What nobody works on any more goes in the end as well.
    house.setClock("2026-12-01T09:00:00.000Z" as Instant);
    await letHeldFilesGo(house.house);
    expect((await karin.call(api.listHeldFiles, { partnership })).value.files).toHaveLength(1);
    house.setClock("2026-12-24T09:00:00.000Z" as Instant);
    await letHeldFilesGo(house.house);
    expect((await karin.call(api.listHeldFiles, { partnership })).value.files).toEqual([]);
    await house.close();
  });

  test("is its owner's alone, refused where it cannot be read, and gone after a day", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    const empty = await karin.call(api.holdFile, { partnership, fileName: "tom.csv" }, new Uint8Array());
    expect(empty.problem.why).toBe("file-is-empty");
    const { id } = (await karin.call(api.holdFile, { partnership, fileName: "HEMLIGT.csv" }, LIST)).value as {
      id: never;
    };
    const wish = { partnership, id, kind: "csv" as const, mapping, sourceName: "Lista" };
    for (const other of [johan, amina]) {
      expect((await other.call(api.showHeldFile, { partnership, id })).status).toBe(404);
      expect((await other.call(api.lookAtFile, { partnership, id })).status).toBe(404);
      expect((await other.call(api.tryFile, wish)).status).toBe(404);
      expect((await other.call(api.listHeldFiles, { partnership })).value.files).toEqual([]);
    }
    expect((await karin.call(api.listHeldFiles, { partnership })).value.files).toMatchObject([{ id, state: "held" }]);
    const wrong = { ...mapping, category: { column: "kategori" } };
    expect((await karin.call(api.tryFile, { ...wish, mapping: wrong })).problem.why).toBe("column-missing");
    const police = await johan.call(registerSource, {
      partnership,
      kind: "event-file",
      name: "Polisens lista",
      method: "Fil",
      sampleType: "not-a-sample",
      reliability: "fair",
      secrecyClass: "shared",
      caveat: "",
    });
    const theirs = { ...wish, source: police.value.slug };
    expect((await karin.call(api.readFile, theirs)).problem.why).toBe("not-yours");

    house.setClock("2026-11-26T09:00:00.000Z" as Instant);
    await letHeldFilesGo(house.house);
    expect((await karin.call(api.listHeldFiles, { partnership })).value.files).toEqual([]);
    await house.close();
  });
});
