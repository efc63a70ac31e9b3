// What an open dataset is: its columns with what they mean, and rows made of what has passed the gate. Files, pages, the API and the catalogue are all made of these.
import type { PublicCount } from "../../ground/fewest.ts";
import type { Position } from "../../ground/place.ts";
import type { Day } from "../../ground/time.ts";
import type { Said } from "../../ground/words.ts";
import type { Disclosed } from "../disclosure.ts";
import type { Site } from "../site.ts";

export type Cell = string | number | boolean | null;
export type ColumnType = "text" | "integer" | "number" | "boolean" | "day" | "address";
export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  readonly meaning: Said;
  /** In what it is counted, where the name does not say it. */
  readonly unit?: Said;
  /** The words that may stand in it, and what each is in English. */
  readonly values?: readonly Said[];
};
export type Geometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "LineString"; readonly coordinates: readonly Position[] };

/** One row; `geometry` and days are for those who ask by place and time. */
export type OpenRow = {
  readonly id: string;
  readonly partnership: string;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly geometry: Geometry | null;
  readonly from: Day | null;
  readonly to: Day | null;
};

/** A partnership as it has been told, with the codes of its municipalities. */
export type Source = { readonly site: Disclosed<Site>; readonly codes: readonly string[]; readonly origin: string };

/** What a dataset says of a row; what every row has is put to it. */
export type RowSaid = {
  readonly id: string;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly geometry?: Geometry | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
  /** The last day anything of it is known to have changed. */
  readonly changed: Day | null;
  readonly withheld?: readonly string[];
  readonly example: boolean;
  readonly path: string;
};

export type Dataset = {
  readonly name: string;
  readonly title: Said;
  readonly what: Said;
  /** What the figures do not say. */
  readonly silent: readonly Said[];
  readonly keywords: readonly Said[];
  /** Of the EU's list of themes: the last part of the address. */
  readonly themes: readonly string[];
  readonly columns: readonly Column[];
  readonly hasPlaces: boolean;
  readonly rowsOf: (source: Source) => readonly RowSaid[];
};

export type Change = { readonly on: Day; readonly what: Said };

export const column = (
  name: string,
  type: ColumnType,
  sv: string,
  en: string,
  more: Pick<Column, "unit" | "values"> = {},
): Column => ({ name, type, meaning: { sv, en }, ...more });

// oxfmt-ignore
const FIRST: readonly Column[] = [
  column("id", "text", "Radens id, samma år efter år", "The row's id, the same year after year"),
  column("samarbete", "text", "Samarbetets adress, som i adressen till dess sidor", "The partnership's address, as in the address of its pages"),
  column("kommunkod", "text", "Kommunens kod enligt SCB; flera med mellanslag emellan", "The municipality's code by Statistics Sweden; several with spaces between"),
];
// oxfmt-ignore
const LAST: readonly Column[] = [
  column("senast_uppdaterad", "day", "Senaste dag då något i raden är känt att ha ändrats", "The last day anything in the row is known to have changed"),
  column("undanhallet", "boolean", "Något i raden visas inte", "Something in the row is not shown"),
  column("undanhallet_skal", "text", "Vilken kolumn som är tom av det skälet, och varför; flera med | emellan", "Which column is empty for that reason, and why; several with | between"),
  column("exempel", "boolean", "Raden är ett påhittat exempel", "The row is an invented example"),
  column("kalla_url", "address", "Sidan där det står", "The page where it stands"),
];

/** All columns of a dataset, in the order they stand in a file. */
export function columnsOf(dataset: Dataset): readonly Column[] {
  return [...FIRST, ...dataset.columns, ...LAST];
}

/** Every row of some partnerships, in an order of its own, so that the same content is always the same bytes. */
export function rowsOf(dataset: Dataset, sources: readonly Source[]): readonly OpenRow[] {
  const columns = columnsOf(dataset);
  const taken = new Map<string, number>();
  const rows = sources.flatMap((source) =>
    dataset.rowsOf(source).map((said) => {
      // Two that nothing tells apart are still two rows.
      const key = `${source.site.slug} ${said.id}`;
      const before = taken.get(key) ?? 0;
      taken.set(key, before + 1);
      return rowOf(before === 0 ? said : { ...said, id: `${said.id}.${before + 1}` }, source, columns);
    }),
  );
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

function rowOf(said: RowSaid, { site, codes, origin }: Source, columns: readonly Column[]): OpenRow {
  const id = `${site.slug}.${said.id}`;
  const withheld = said.withheld ?? [];
  const cells: Record<string, Cell> = {
    id,
    samarbete: site.slug,
    kommunkod: codes.join(" "),
    ...said.cells,
    senast_uppdaterad: said.changed,
    undanhallet: withheld.length > 0,
    undanhallet_skal: withheld.join(" | "),
    exempel: said.example,
    kalla_url: `${origin}/${site.slug}${said.path}`,
  };
  return {
    id,
    partnership: site.slug,
    cells: Object.fromEntries(columns.map(({ name }) => [name, cells[name] ?? null])),
    geometry: said.geometry ?? null,
    from: said.from ?? null,
    to: said.to ?? said.from ?? null,
  };
}

/** A number of people as a cell, and why it is empty when it is. */
export function counted(
  name: string,
  count: PublicCount | null | undefined,
): { readonly cell: number | null; readonly withheld: readonly string[] } {
  if (count === null || count === undefined) return { cell: null, withheld: [] };
  if (count.shown === "count") return { cell: count.value, withheld: [] };
  const why =
    count.shown === "at-least"
      ? `minst ${count.value}`
      : count.shown === "about"
        ? `cirka ${count.value}`
        : count.shown === "fewer-than"
          ? `färre än ${count.than}`
          : "kan räknas ut ur annat som visas";
  return { cell: null, withheld: [`${name}: ${why}`] };
}

/** The latest of some days; null where there is none. */
export function latest(days: readonly (Day | null | undefined)[]): Day | null {
  return (
    days
      .filter((day): day is Day => day !== null && day !== undefined)
      .toSorted()
      .at(-1) ?? null
  );
}

/** The last day anything is known to have changed in some rows. */
export function lastChanged(rows: readonly OpenRow[]): Day | null {
  return latest(rows.map(({ cells }) => (cells["senast_uppdaterad"] ?? null) as Day | null));
}
