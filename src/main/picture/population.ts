// Areas and the people in them for `samsyn picture`: a CSV of a line an area.
import type { EventRow } from "../../picture/answers/event-table.ts";
import type { CsvHeading } from "../../picture/columns/csv-heading.ts";
import { columnOf, numberAt, readRows, textAt } from "./rows.ts";
import { Refused } from "../sentences.ts";

export type Peopled = { readonly code: string; readonly people: number; readonly row: EventRow };

/** The areas of a file, by its first two columns or those that are named. Throws Refused where there are none, or an area stands there twice. */
export async function readPopulation(
  file: string,
  named?: readonly string[],
): Promise<{ readonly areas: readonly Peopled[]; readonly heading: CsvHeading }> {
  const { rows, heading } = await readRows(file);
  const [code = "", people = ""] =
    named === undefined ? heading.columns : named.map((name) => columnOf(file, heading, name));
  if (people === "" || rows.length === 0)
    throw new Refused(
      `${file} ska ha en rad per område: område och befolkning. / ${file} must have a line for each area: area and population.`,
    );
  const areas = rows.map((row) => ({
    code: textAt(row, code),
    people: numberAt(file, row, people, "above-zero"),
    row,
  }));
  const met = new Set<string>();
  const twice = areas.find((one) => met.size === met.add(one.code).size);
  if (twice !== undefined)
    throw new Refused(
      `${file}, rad ${twice.row.line}: området «${twice.code}» står redan längre upp. Varje område ska ha en rad. / ${file}, line ${twice.row.line}: the area "${twice.code}" is already further up. Each area has one line.`,
    );
  return { areas, heading };
}
