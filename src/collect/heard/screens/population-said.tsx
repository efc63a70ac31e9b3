import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay } from "../../../ui/format.ts";
import type { listHeard } from "../api.ts";
import { words } from "../words.ts";

export type Known = OutputOf<typeof listHeard>["population"];
type File = OutputOf<typeof listHeard>["localityFiles"][number];

/** Where the figures that others are held against come from: beside the comparison, and where they are filled in. */
export function PopulationSaid({ known, lang }: { known: Known; lang: Lang }) {
  if (known === undefined) return <p className="small quiet measure">{say(words.populationNone, lang)}</p>;
  const { year, source, file, example } = known;
  return (
    <p className="small quiet measure">
      {file === undefined
        ? say(words.populationTyped, lang, { year, source })
        : say(words.populationFile, lang, { file: sayFile(file, lang) })}{" "}
      {example && <ExampleMark lang={lang} />}
    </p>
  );
}

/** "SCB, Folkmängd 31 december 2023, tabell TAB638, hämtad 27 november 2026. …" */
export function sayFile(file: File, lang: Lang): string {
  const { source, contents, year, tableId, updatedOn, retrievedOn, licence } = file;
  const table = tableId === "" ? "" : say(words.fileTable, lang, { id: tableId });
  const updated =
    updatedOn === undefined ? "" : say(words.fileUpdated, lang, { day: formatDay(updatedOn as Day, lang) });
  const retrieved = formatDay(retrievedOn as Day, lang);
  return say(words.fileSaid, lang, { source, contents, year, table, updated, retrieved, licence });
}

export function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase("sv") + text.slice(1);
}
