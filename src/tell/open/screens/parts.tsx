import { say, type Lang } from "../../../ground/words.ts";
import { formatDay } from "../../../ui/format.ts";
import type { Disclosed } from "../../disclosure.ts";
import type { Site } from "../../site.ts";
import type { Change, Dataset } from "../dataset.ts";
import { formsOf } from "../files.ts";

/** The partnership to show by: the one that has told most. */
export function mostTold(sites: readonly Disclosed<Site>[]): Disclosed<Site> | undefined {
  return sites.toSorted((a, b) => b.current.length - a.current.length)[0];
}

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
