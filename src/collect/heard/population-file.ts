// Taking in who lives here from the source's own file: first what it would come to, and then that it is done. Whoever may type the figures may take them in, and
// the same year again replaces what was said of it, as when it is typed.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day } from "../../ground/time.ts";
import type { Cube } from "../series/cube.ts";
import type { SeriesFileWhy } from "../series/series-file.ts";
import { type Inhabited, KEEPERS, type Population, type PopulationFile, sameName } from "./heard.ts";
import {
  type Locality,
  type PopulationTable,
  readPopulationTable,
  TABLE_REMARKS,
  type TableRemark,
  type TableWhy,
} from "./population-table.ts";

export type PopulationFileWhy =
  | "not-yours"
  | "fetched-later"
  | "not-a-population-file"
  | Exclude<SeriesFileWhy, "not-a-series-file">
  | TableWhy;

/** What one must know beside what the table itself says: that something here is younger already, or will be replaced. */
export const FILE_REMARKS = [...TABLE_REMARKS, "younger-known", "year-replaced", "localities-younger"] as const;
export type FileRemark = { readonly what: (typeof FILE_REMARKS)[number]; readonly detail: TableRemark["detail"] };

export type TakingIn = {
  readonly partnershipId: string;
  readonly today: Day;
  readonly municipalityCode: string;
  readonly municipalityName: string;
  readonly file: Result<Cube, Refusal<SeriesFileWhy>>;
  readonly places: readonly Inhabited[];
  /** What others are held against now, and of which years somebody has said anything. */
  readonly known: Population | undefined;
  readonly knownYears: readonly number[];
};

export type TakenIn = Pick<PopulationTable, "total" | "ages" | "sexes"> & {
  readonly file: PopulationFile;
  /** Undefined where the file says nothing of the groups: then what is known of them stands. */
  readonly population: Population | undefined;
  readonly localities: readonly (Locality & { readonly before: number | undefined })[];
  readonly remarks: readonly FileRemark[];
};

export const takeInPopulation = command({
  event: "population.taken-in",
  may: (person: Person, _input: unknown, { partnershipId }: TakingIn): Refusal<PopulationFileWhy> | undefined =>
    grantsIn(person, partnershipId, KEEPERS).length > 0 ? undefined : { why: "not-yours" },
  decide: (
    input: { readonly retrievedOn: Day },
    state: TakingIn,
    moment,
  ): Result<TakenIn, Refusal<PopulationFileWhy>> => {
    if (input.retrievedOn > state.today) return no("fetched-later", { field: "retrievedOn" });
    if (!state.file.ok) {
      const { why, ...more } = state.file.refusal;
      return why === "not-a-series-file" ? no("not-a-population-file", more) : no(why, more);
    }
    const read = readPopulationTable(state.file.value, {
      municipalityCode: state.municipalityCode,
      municipalityName: state.municipalityName,
      villages: state.places.map(({ name }) => name),
      thisYear: Number(state.today.slice(0, 4)),
    });
    if (!read.ok) return read;
    const { year, counts, total, ages, sexes, source, tableId, contents, licence, updatedOn } = read.value;
    const file: PopulationFile = {
      id: moment.newId(),
      year,
      source,
      tableId,
      contents,
      licence,
      updatedOn,
      retrievedOn: input.retrievedOn,
    };
    const population = Object.keys(counts).length === 0 ? undefined : { year, counts, source, example: false, file };
    const localities = read.value.localities.map((one) => ({
      ...one,
      before: state.places.find(({ name }) => sameName(name, one.name))?.population,
    }));
    return yes({
      file,
      population,
      localities,
      total,
      ages,
      sexes,
      remarks: [...read.value.remarks, ...besideKnown(read.value, population !== undefined, state)],
    });
  },
});

/** The same, and nothing is kept of it. */
export const tryOutPopulation = command({ ...takeInPopulation, event: "file.peeked-at" });

function besideKnown(
  { year, localities }: PopulationTable,
  hasGroups: boolean,
  { known, knownYears, places }: TakingIn,
): FileRemark[] {
  const younger = localities.filter(({ name }) =>
    places.some((place) => sameName(place.name, name) && (place.populationYear ?? 0) > year),
  );
  const names = younger.map(({ name }) => name).join(", ");
  return [
    ...(hasGroups && known !== undefined && !known.example && known.year > year
      ? [{ what: "younger-known" as const, detail: { year, known: known.year } }]
      : []),
    ...(hasGroups && knownYears.includes(year) ? [{ what: "year-replaced" as const, detail: { year } }] : []),
    ...(younger.length > 0 ? [{ what: "localities-younger" as const, detail: { names, year } }] : []),
  ];
}
