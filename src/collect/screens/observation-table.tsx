import { say, type Lang } from "../../ground/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { categories, kinds } from "../words.ts";
import { retentionWords } from "../privacy/words.ts";
import { tellPlace, tellWhen, type Shown } from "./told.ts";
import { words } from "./words.ts";

/** Observations as rows: what, where and when, each no more exactly than it is known. */
export function ObservationTable(props: { caption: string; rows: readonly Shown[]; partnership: string; lang: Lang }) {
  const { lang } = props;
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      rowKey={(row) => row.id}
      columns={[
        {
          head: say(words.observation, lang),
          names: true,
          cell: (row) => (
            <>
              <a href={`/lyssna/${props.partnership}/iakttagelse-${row.id}`}>
                {row.text || say(retentionWords.disposedText, lang)}
              </a>{" "}
              {row.example && <ExampleMark lang={lang} />}
            </>
          ),
        },
        {
          head: say(words.what, lang),
          cell: (row) =>
            row.bundle
              ? say(words.bundle, lang)
              : row.kind === "event" || row.kind === "problem"
                ? say(categories[row.category], lang)
                : `${say(kinds[row.kind], lang)}: ${say(categories[row.category], lang)}`,
        },
        { head: say(words.where, lang), cell: (row) => tellPlace(row, lang) },
        { head: say(words.when, lang), cell: (row) => tellWhen(row.when, row.precision, lang) },
      ]}
    />
  );
}
