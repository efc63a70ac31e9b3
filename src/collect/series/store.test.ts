import fc from "fast-check";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { founded } from "../../../test/two-parties.ts";
import { yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import { addSource, slugsIn, sourcesOf } from "../store.ts";
import type { CollectDatabase } from "../tables.ts";
import { figure, type FoundSeries, noFigure, type SeriesFile } from "./found.ts";
import { KOLADA } from "./publishers.ts";
import { readIn } from "./reading.ts";
import { believedOf } from "./series.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

type Year = readonly [year: number, value: number | undefined];
type File = { readonly asOf: string; readonly years: readonly Year[] };
const file = fc.record({
  asOf: fc.constantFrom("2024-05-01", "2025-05-01", "2026-05-01"),
  years: fc.uniqueArray(
    fc.tuple(fc.integer({ min: 2019, max: 2022 }), fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined })),
    {
      selector: ([year]) => year,
      minLength: 1,
    },
  ),
});

const found = ({ asOf, years }: File, place: "2101" | "21"): SeriesFile => ({
  kind: "kolada",
  publisher: KOLADA,
  asOf: asOf as Day,
  problems: [],
  unreadable: 0,
  series: [
    {
      key: "N07403",
      name: "Anmälda våldsbrott",
      unit: "antal/100 000 inv",
      step: "year",
      area:
        place === "2101"
          ? { kind: "municipality", code: "2101", name: "Ockelbo" }
          : { kind: "county", code: "21", name: "Gävleborgs län" },
      sex: "all",
      partOf: undefined,
      caveat: "",
      breaks: [{ on: "2020-01-01" as Day, why: "Räknas på ett annat sätt" }],
      values: years.map(([year, value]) => ({
        ...(value === undefined ? noFigure("..") : figure(value)),
        from: `${year}-01-01` as Day,
        to: `${year}-12-31` as Day,
      })),
    } satisfies FoundSeries,
  ],
});

onBothEngines("series as they are kept", (fresh) => {
  test(
    "any files, any of them taken back: what is left is what those that stand say together",
    { timeout: 240_000 },
    async () => {
      const database = await fresh();
      const { ids } = await founded(database);
      const staff = { as: "staff", personId: ids.karin } as const;
      await fc.assert(
        fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), fc.nat(3), async (files, undone) => {
          const said = await database.trial<
            CollectDatabase,
            { kept: unknown; expected: unknown; breaks: number; empty: boolean }
          >(staff, async (tx) => {
            const readings = [];
            for (const [place, one] of files.entries()) {
              const [known] = await sourcesOf(tx, ids.partnership).then((all) =>
                all.filter(({ name }) => name === KOLADA.name),
              );
              const before = await store.readingsOf(tx, ids.partnership);
              const read = readIn(
                { fileName: `${place}.json`, retrievedOn: "2026-11-20" as Day, areas: "near" },
                {
                  partnershipId: ids.partnership,
                  today: "2026-11-24" as Day,
                  own: { municipalityCode: "2101", countyCode: "21" },
                  file: yes(found(one, place % 2 === 0 ? "2101" : "21")),
                  checksum: String(place).padStart(64, "0"),
                  source: known,
                  sourceSlugs: await slugsIn(tx, "source", ids.partnership),
                  known: await store.seriesOf(tx, ids.partnership, { sourceId: known?.id ?? id() }),
                  seriesSlugs: await store.seriesSlugs(tx, ids.partnership),
                  readings: before,
                  lastNumber: before[0]?.number ?? 0,
                },
                { at: AT, newId: id, by: ids.karin, organisationId: ids.municipality },
              );
              if (!read.ok) throw new Error(read.refusal.why);
              if (read.value.isNewSource) await addSource(tx, ids.partnership, read.value.source);
              await store.addReading(tx, ids.partnership, read.value);
              readings.push(read.value);
            }
            const all = await store.seriesOf(tx, ids.partnership);
            const gone = readings[undone];
            if (gone !== undefined) await store.undoReading(tx, gone.reading, { at: AT, by: ids.karin });
            const left = await store.seriesOf(tx, ids.partnership);
            const believed = (of: typeof all, without?: string) =>
              of
                .map(({ slug, attested }) => ({
                  slug,
                  values: believedOf(attested.filter(({ readingId }) => readingId !== without)),
                }))
                .filter(({ values }) => values.length > 0);
            return {
              kept: believed(left),
              expected: believed(all, gone?.reading.id),
              breaks: (await store.breaksOf(tx, ids.partnership)).length,
              empty: left.some(({ attested }) => attested.length === 0),
            };
          });
          expect(said.kept).toEqual(said.expected);
          expect(said.empty).toBe(false);
          expect(said.breaks).toBe((said.kept as unknown[]).length === 0 ? 0 : 1);
        }),
        { numRuns: 25 },
      );
    },
  );
});
