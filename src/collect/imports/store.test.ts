import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { sql, type Transaction } from "kysely";
import { describe, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { founded } from "../../../test/two-parties.ts";
import type { Instant } from "../../ground/time.ts";
import { fileAt } from "../../platform/server/files.ts";
import { newId } from "../../platform/server/secrets.ts";
import type { Imported } from "../observation.ts";
import { addSource, observationsOf } from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import { readingsOf } from "./import.ts";
import type { ImportReport } from "./import-report.ts";
import { importAll } from "./importer.ts";
import { mappingField } from "./mapping.ts";
import { importInPieces, tryInPieces, type Transacting } from "./routes.ts";
import { addImportRun, importRunById, type Landing, landingIn, preparedFor } from "./store.ts";
import { beginUndo, undoInPieces } from "./store-undo.ts";
import { bytesInMemory } from "./zip.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

const incident = (foreignId: string, text: string, seenAt: string | undefined): Imported => ({
  foreignId,
  foreign: { type: "Brand" },
  kind: "event",
  category: "rescue.fire",
  text,
  consequence: "",
  proposal: "",
  spotManager: "unknown",
  place: { kind: "municipality", code: "2101", name: "Ockelbo" },
  when: { kind: "instant", at: AT },
  precision: "minute",
  sharing: "public",
  publishedAt: AT,
  seenAt: seenAt as Instant | undefined,
  bundle: false,
});

const landingAs = (tx: Transaction<CollectDatabase>, where: Landing) => {
  const land = landingIn(tx, where);
  return (batch: readonly Imported[]) => land(batch.map(preparedFor(where)));
};

const A_RUN = {
  kind: "csv",
  fileName: "fil.csv",
  mapping: undefined,
  startedAt: AT,
  finishedAt: AT,
  state: "finished",
  checksum: undefined,
  undoneAt: undefined,
  removed: 0,
  putBack: 0,
  read: 0,
  added: 0,
  changed: 0,
  same: 0,
  outside: 0,
  unreadable: 0,
  problems: [],
} as const;

const ownedBy = (ids: { readonly partnership: string; readonly municipality: string }, sourceId: string) => ({
  partnershipId: ids.partnership,
  sourceId,
  ownerOrganisationId: ids.municipality,
  at: AT,
  newId: id,
});

onBothEngines("what was read in", (fresh) => {
  test("the same batch twice changes nothing; an edit is kept; an older version never wins", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    await database.transaction<CollectDatabase, void>({ as: "staff", personId: ids.karin }, async (tx) => {
      const where = {
        partnershipId: ids.partnership,
        sourceId: source.id,
        ownerOrganisationId: ids.municipality,
        importId: id(),
        at: AT,
        newId: id,
      };
      const land = landingAs(tx, where);
      const texts = async () => {
        const { observations } = await observationsOf(tx, ids.partnership, { limit: 10 });
        return observations.map(({ text }) => text);
      };
      const [monday, tuesday, sunday] = ["2024-01-01", "2024-01-02", "2023-12-31"].map((day) => `${day}T10:00:00.000Z`);
      expect(await land([incident("1", "Brand", monday), incident("2", "Rök", monday)])).toEqual({
        added: 2,
        changed: 0,
      });
      expect(await land([incident("1", "Brand", monday), incident("2", "Rök", monday)])).toEqual({
        added: 0,
        changed: 0,
      });
      expect(await land([incident("1", "Brand i bil", tuesday)])).toEqual({ added: 0, changed: 1 });
      expect((await texts()).toSorted()).toEqual(["Brand i bil", "Rök"]);
      expect(await land([incident("1", "Brand", monday)])).toEqual({ added: 0, changed: 0 });
      expect(await land([incident("1", "Larm", sunday)])).toEqual({ added: 0, changed: 1 });
      expect(await land([incident("1", "Larm", sunday)])).toEqual({ added: 0, changed: 0 });
      expect((await texts()).toSorted()).toEqual(["Brand i bil", "Rök"]);
      // Back to what it once said: that is an edit too.
      expect(await land([incident("2", "Rök", tuesday)])).toEqual({ added: 0, changed: 0 });
      expect(await land([incident("2", "Larm", monday)])).toEqual({ added: 0, changed: 1 });
      expect((await texts()).toSorted()).toEqual(["Brand i bil", "Rök"]);
    });
  });

  test("a source taken to be empty that is not: what stands there is found all the same", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    await database.transaction<CollectDatabase, void>({ as: "staff", personId: ids.karin }, async (tx) => {
      const where = { ...ownedBy(ids, source.id), importId: id() };
      const first = [incident("1", "Brand", undefined), incident("2", "Rök", undefined)];
      expect(await landingAs(tx, { ...where, isEmpty: true })(first)).toEqual({ added: 2, changed: 0 });
      const land = landingAs(tx, { ...where, isEmpty: true });
      const then = [...first.slice(0, 1), incident("2", "Larm", undefined), incident("3", "Larm", undefined)];
      expect(await land(then)).toEqual({ added: 1, changed: 1 });
      expect(await land(then)).toEqual({ added: 0, changed: 0 });
      const { observations } = await observationsOf(tx, ids.partnership, { limit: 10 });
      expect(observations.map(({ text }) => text).toSorted()).toEqual(["Brand", "Larm", "Larm"]);
    });
  });

  test("a fingerprint is of what was said, not of the order it was said in", () => {
    const told = (foreign: Imported["foreign"], text = "Rök") =>
      preparedFor({ newId: id, at: AT })({ ...incident("1", text, undefined), foreign }).fingerprint;
    expect(told({ b: "1", a: "2" })).toBe(told({ a: "2", b: "1" }));
    const apart = [told({}), told({ a: "1" }), told({}, "Rök\t"), told({}, "Rök\\t"), told({}, "Rök\n")];
    expect(new Set(apart).size).toBe(apart.length);
  });

  test("undoing a reading empties what it added and puts back what it changed; the same file is then new again", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    await database.transaction<CollectDatabase, void>({ as: "system" }, async (tx) => {
      const read = async (batch: readonly Imported[]) => {
        const run = { ...A_RUN, id: id(), sourceId: source.id, importedBy: ids.karin };
        const where = { ...ownedBy(ids, source.id), importId: run.id };
        const landed = await landingAs(tx, where)(batch);
        await addImportRun(tx, ids.partnership, run);
        return { run, landed };
      };
      const texts = async () =>
        (await observationsOf(tx, ids.partnership, { limit: 10 })).observations.map(({ text }) => text).toSorted();
      const undo = async (run: { readonly id: string }) => {
        await beginUndo(tx, run.id, ids.karin);
        await undoInPieces((work) => work(tx), { ...A_RUN, id: run.id, sourceId: source.id }, { now: () => AT });
        const { removed, putBack } = (await importRunById(tx, ids.partnership, run.id))!;
        return { removed, putBack };
      };
      await read([incident("1", "Brand", undefined), incident("2", "Rök", undefined)]);
      const file = [incident("1", "Brand i bil", undefined), incident("3", "Larm", undefined)];
      const second = await read(file);
      expect(second.landed).toEqual({ added: 1, changed: 1 });
      expect(await texts()).toEqual(["Brand i bil", "Larm", "Rök"]);
      expect(await undo(second.run)).toEqual({ removed: 1, putBack: 1 });
      expect(await texts()).toEqual(["Brand", "Rök"]);
      const { rows } = await sql<{ left: string }>`select coalesce(text || "foreign"::text, '') as left from observation
        where foreign_id = '3'`.execute(tx);
      expect(rows).toEqual([{ left: "" }]);
      const third = await read(file);
      expect(third.landed).toEqual({ added: 1, changed: 1 });
      expect(await texts()).toEqual(["Brand i bil", "Larm", "Rök"]);
      // Changed once more by a later file: what that one says stands.
      const fourth = await read([incident("3", "Larm igen", undefined)]);
      expect(await undo(third.run)).toEqual({ removed: 0, putBack: 1 });
      expect(await texts()).toEqual(["Brand", "Larm igen", "Rök"]);
      expect(await importRunById(tx, ids.partnership, fourth.run.id)).toMatchObject({ state: "finished" });
      expect(await importRunById(tx, ids.partnership, third.run.id)).toMatchObject({ state: "undone", undoneAt: AT });
    });
  });

  test("an undoing that is cut off after any piece, and asked for again, takes everything back once", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    const first = { ...A_RUN, id: id(), sourceId: source.id, importedBy: ids.karin };
    const second = { ...first, id: id() };
    const transacting: Transacting = (work) => database.transaction({ as: "system" }, work);
    const landed = (run: { readonly id: string }, from: number, to: number, word: string) =>
      transacting((tx) => {
        const rows = Array.from({ length: to - from }, (_, row) => incident(String(from + row), word, undefined));
        return landingAs(tx, { ...ownedBy(ids, source.id), importId: run.id })(rows);
      });
    await transacting((tx) => addImportRun(tx, ids.partnership, first));
    await landed(first, 0, 20, "Brand");
    const said = () =>
      transacting(async (tx) => {
        const { rows } = await sql<{ word: string; rows: number }>`
          select text as word, count(*)::integer as rows from observation where withdrawn_at is null group by text order by text`.execute(
          tx,
        );
        return rows;
      });
    await transacting((tx) => addImportRun(tx, ids.partnership, second));
    expect(await landed(second, 10, 40, "Rök")).toEqual({ added: 20, changed: 10 });
    await transacting((tx) => beginUndo(tx, second.id, ids.karin));
    const reported = () => transacting((tx) => importRunById(tx, ids.partnership, second.id));
    let ended = 0;
    // Cut off one transaction later every time; what has been taken back is told, and stays so.
    for (let most = 1; (await reported())!.state === "undoing"; most++) {
      let left = most % 4;
      const before = (await reported())!;
      const cut: Transacting = async (work) => {
        if (left-- === 0) throw new Error("cut off");
        return transacting(work);
      };
      await undoInPieces(cut, second, {
        now: () => AT,
        pieceSize: 3,
        whenDone: async () => {
          ended += 1;
        },
      }).catch(() => {});
      const now = (await reported())!;
      expect(now.removed + now.putBack).toBeGreaterThanOrEqual(before.removed + before.putBack);
    }
    expect(await reported()).toMatchObject({ state: "undone", removed: 20, putBack: 10 });
    expect(await said()).toEqual([{ word: "Brand", rows: 20 }]);
    await undoInPieces(transacting, second, { now: () => AT, whenDone: async () => void (ended += 1) });
    expect(ended).toBe(1);
  });

  test("neither the other organisation nor another partnership undoes a reading", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    const run = { ...A_RUN, id: id(), sourceId: source.id, importedBy: ids.karin };
    await database.transaction<CollectDatabase, void>({ as: "staff", personId: ids.karin }, async (tx) => {
      await landingAs(tx, { ...ownedBy(ids, source.id), importId: run.id })([incident("1", "Brand", undefined)]);
      await addImportRun(tx, ids.partnership, run);
    });
    for (const personId of [ids.johan, ids.elsewhere])
      await database
        .transaction<CollectDatabase, unknown>({ as: "staff", personId }, async (tx) => {
          await beginUndo(tx, run.id, personId);
          await undoInPieces((work) => work(tx), run, { now: () => AT });
        })
        .catch(() => {});
    await database.transaction<CollectDatabase, void>({ as: "staff", personId: ids.karin }, async (tx) => {
      expect(await importRunById(tx, ids.partnership, run.id)).toMatchObject({ state: "finished" });
      expect((await observationsOf(tx, ids.partnership, { limit: 10 })).observations).toMatchObject([
        { text: "Brand" },
      ]);
    });
  });

  test("a file cut off after any batch and given again is there once, with one report", async () => {
    const database = await fresh();
    const { ids, source } = await founded(database);
    const rows = Array.from(
      { length: 40 },
      (_, row) => `2026-01-${String((row % 28) + 1).padStart(2, "0")};${row % 7}`,
    );
    const bytes = new TextEncoder().encode(`dag;text\n${rows.join("\n")}\nnär;3\n`);
    const mapping = mappingField.parse({
      time: { kind: "day", column: "dag", format: "yyyy-MM-dd" },
      place: { kind: "none" },
      category: {},
      text: ["text"],
    });
    for (const stopsAt of [0, 1, 2, 3]) {
      const checksum = createHash("sha256").update(String(stopsAt)).digest("hex");
      const own = { ...source, id: id(), slug: `fil-${stopsAt}` };
      await database.transaction<CollectDatabase, void>({ as: "system" }, (tx) => addSource(tx, ids.partnership, own));
      let landings = 0;
      const transacting: Transacting = <T>(work: (tx: Transaction<CollectDatabase>) => Promise<T>) =>
        database.transaction<CollectDatabase, T>({ as: "system" }, async (tx) => {
          const done = await work(tx);
          if (landings++ === stopsAt) throw new Error("killed");
          return done;
        });
      const read = () =>
        importInPieces(transacting, {
          kind: "csv",
          fileName: "fil.csv",
          mapping,
          partnershipId: ids.partnership,
          source: own,
          area: "county",
          file: bytesInMemory(bytes),
          known: { checksum },
          at: AT,
          now: () => AT,
          newId: id,
          by: undefined,
          batchSize: 15,
        });
      await expect(read()).rejects.toThrow("killed");
      expect(await read()).toMatchObject({
        read: 41,
        added: 40,
        changed: 0,
        same: 0,
        unreadable: 1,
        problems: [{ line: 42 }],
      });
      expect(await read()).toMatchObject({ read: 41, added: 0, same: 40 });
      const { total } = await database.transaction<CollectDatabase, { total: number }>({ as: "system" }, (tx) =>
        observationsOf(tx, ids.partnership, { sourceId: own.id, limit: 1 }),
      );
      expect(total).toBe(40);
    }
  });

  test(
    "a try says what the reading then does, whatever the files say and say again",
    { timeout: 120_000 },
    async () => {
      const database = await fresh();
      const { ids, source } = await founded(database);
      const mapping = mappingField.parse({
        foreignId: "nr",
        time: { kind: "day", column: "dag", format: "yyyy-MM-dd" },
        place: { kind: "none" },
        category: { column: "text" },
      });
      const transacting: Transacting = <T>(work: (tx: Transaction<CollectDatabase>) => Promise<T>) =>
        database.transaction<CollectDatabase, T>({ as: "system" }, work);
      const row = fc.tuple(
        fc.constantFrom("", "1", "2", "3", "4"),
        fc.constantFrom("01", "02", "99"),
        fc.constantFrom("a", "b"),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(row, { maxLength: 12 }), { minLength: 1, maxLength: 3 }), async (given) => {
          const own = { ...source, id: id(), slug: `fil-${id()}` };
          await transacting((tx) => addSource(tx, ids.partnership, own));
          for (const rows of given) {
            const text = ["nr;dag;text", ...rows.map(([nr, day, said]) => `${nr};2026-01-${day};${said}`)].join("\n");
            const wish = {
              kind: "csv" as const,
              fileName: "fil.csv",
              mapping,
              partnershipId: ids.partnership,
              source: own,
              area: "county" as const,
              file: bytesInMemory(new TextEncoder().encode(text)),
              at: AT,
              newId: id,
              by: undefined,
            };
            const { words: _words, ...found } = await tryInPieces(transacting, wish);
            const run = await importInPieces(transacting, { ...wish, known: { runId: id() }, now: () => AT });
            expect(run).toMatchObject(found);
          }
        }),
        { numRuns: 15 },
      );
    },
  );
});

const EVENTS = sharedData("polisen-events/gavleborg-reposafe.ndjson");
const SNAPSHOTS = sharedData("polisen-events/raw-snapshots");

describe.skipIf(EVENTS === undefined || SNAPSHOTS === undefined)("published police events 2023–2025", () => {
  onBothEngines("reading them in", (fresh) => {
    test("the archive and every answer in order: the second time changes nothing", { timeout: 240_000 }, async () => {
      const database = await fresh();
      const { ids, source } = await founded(database);
      const answers = readdirSync(SNAPSHOTS!, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".gz"))
        .toSorted((a, b) => (a.split("/").at(-1)! < b.split("/").at(-1)! ? -1 : 1))
        .map((name) => join(SNAPSHOTS!, name));
      const readAll = async () => {
        const started = performance.now();
        const sum = { read: 0, added: 0, changed: 0, same: 0, outside: 0, unreadable: 0 };
        for (const file of [EVENTS!, ...answers]) {
          const report: ImportReport = await database.transaction<CollectDatabase, ImportReport>(
            { as: "staff", personId: ids.karin },
            (tx) => {
              const where = {
                partnershipId: ids.partnership,
                sourceId: source.id,
                ownerOrganisationId: ids.municipality,
                importId: id(),
                at: AT,
                newId: id,
              };
              const what = { kind: "polisen", fileName: file, mapping: undefined } as const;
              return importAll(readingsOf(fileAt(file), what), {
                prepare: preparedFor(where),
                land: landingIn(tx, where),
              });
            },
          );
          for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report[key];
        }
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.info(`${database.engine}: ${answers.length + 1} files, ${JSON.stringify(sum)}, ${seconds} s`);
        return sum;
      };
      const first = await readAll();
      expect(first.unreadable).toBe(0);
      expect(first).toMatchObject({ read: 1506 + 58 * 500, added: 5482, changed: 4 });
      const second = await readAll();
      expect(second).toMatchObject({ read: first.read, added: 0, changed: 0, unreadable: 0, outside: first.outside });
    });
  });
});
