import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import type { lookAtFile } from "../api.ts";
import { screenWords } from "../words.ts";

export type Looked = OutputOf<typeof lookAtFile>;

/** How a file is written and how it begins; another sheet or another row as the heading is one choice away. */
export function FileLook(props: {
  looked: Looked;
  lang: Lang;
  onSheet: (sheet: string) => void;
  onHeading: (line: number) => void;
}) {
  const { looked, lang } = props;
  const named = looked.heading.map((name, place) => ({ name, place })).filter(({ name }) => name !== "");
  return (
    <section className="stack">
      <SectionHeading heading={say(screenWords.lookHeading, lang)} />
      <p>{writtenAs(looked, lang)}</p>
      {looked.sheets.length > 1 && (
        <Select
          label={say(screenWords.sheet, lang)}
          value={looked.sheet ?? ""}
          onChange={props.onSheet}
          options={looked.sheets.map((name) => ({ value: name, word: name }))}
        />
      )}
      {looked.form !== "json" && looked.top.length > 1 && (
        <Select
          label={say(screenWords.headingRow, lang)}
          guide={say(screenWords.headingRowGuide, lang)}
          value={String(looked.headingLine)}
          onChange={(value) => props.onHeading(Number(value))}
          options={looked.top.map(({ line, cells }) => ({
            value: String(line),
            word: `${line}: ${cells
              .filter((cell) => cell.trim() !== "")
              .join(" · ")
              .slice(0, 70)}`,
          }))}
        />
      )}
      <DataTable<readonly string[]>
        caption={say(screenWords.firstRows, lang)}
        rows={looked.rows}
        rowKey={(_row, place) => String(place)}
        columns={named.map(({ name, place }) => ({ head: name, cell: (row) => row[place] ?? "" }))}
      />
    </section>
  );
}

function writtenAs(looked: Looked, lang: Lang): string {
  const columns = looked.heading.filter((name) => name !== "").length;
  if (looked.form === "workbook") return say(screenWords.asWorkbook, lang, { columns, sheets: looked.sheets.length });
  if (looked.form === "json") return say(screenWords.asJson, lang, { columns });
  const separator = looked.separator === "\t" ? "tab" : (looked.separator ?? "");
  const encoding = looked.encoding === "windows-1252" ? "Windows-1252" : looked.encoding.toUpperCase();
  const text = say(screenWords.asText, lang, { columns, encoding, separator });
  return looked.decimal === undefined ? text : `${text} ${say(screenWords.decimals[looked.decimal], lang)}`;
}
