import { say, type Lang } from "../../../ground/words.ts";
import { formatDay } from "../../../ui/format.ts";
import type { Change, Dataset } from "../dataset.ts";
import { formsOf } from "../files.ts";

/** The files of a dataset, each by its own name. */
export function Files({ dataset }: { dataset: Dataset }) {
  return (
    <p className="row small">
      {formsOf(dataset).map((form) => (
        <a key={form} href={`/oppna-data/${dataset.name}.${form}`}>
          {dataset.name}.{form}
        </a>
      ))}
    </p>
  );
}

export function FormatChanges({ changes, lang }: { changes: readonly Change[]; lang: Lang }) {
  return (
    <ul className="stack-tight">
      {changes.map(({ on, what }) => (
        <li key={on}>
          {formatDay(on, lang)}: {say(what, lang)}
        </li>
      ))}
    </ul>
  );
}
