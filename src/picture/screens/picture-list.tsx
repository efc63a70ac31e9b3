import { useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { Button } from "../../ui/button.tsx";
import { formatNumber } from "../../ui/format.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import type { ToldEntry } from "../api.ts";
import { explorerWords, words } from "../words.ts";
import { EntryList, OpenedEntry } from "./entries.tsx";

/** Beside the map at first; so many more each time more are asked for. */
const FIRST = 6;
const MORE = 12;

/** The newest of the selection, and the one that is opened. */
export function PictureList(props: {
  lang: Lang;
  partnership: string;
  list: readonly ToldEntry[];
  /** The list is of an earlier question, and the next is on its way. */
  isOld: boolean;
  entryId: string | undefined;
  opened: (id: string | undefined) => string;
  total: number;
}) {
  const { lang, partnership, list, entryId, opened } = props;
  const [shown, setShown] = useState(FIRST);
  const few = list.slice(0, shown);
  return (
    <section className="stack-tight" aria-busy={props.isOld}>
      {entryId !== undefined && <OpenedEntry lang={lang} partnership={partnership} id={entryId} opened={opened} />}
      {list.length > 0 && (
        <SectionHeading heading={say(words.latest, lang)}>
          {say(explorerWords.listedRows, lang, {
            shown: formatNumber(few.length, lang),
            total: formatNumber(Math.max(props.total, list.length), lang),
          })}
        </SectionHeading>
      )}
      <EntryList lang={lang} partnership={partnership} entries={few} opened={opened} />
      {list.length > shown && (
        <Button kind="bare" small onPress={() => setShown(shown + MORE)}>
          {say(explorerWords.showMore, lang)}
        </Button>
      )}
    </section>
  );
}
