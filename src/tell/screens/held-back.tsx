import { FEWEST, FEWEST_SENSITIVE } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { NEEDED_ANSWERS } from "../../follow/indicators/outcome.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { Prose } from "../../ui/prose.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { heldBackIn, type HeldBack } from "../held-back.ts";
import { heldBackKinds, heldBackReasons, heldBackWords as words } from "../held-back-words.ts";
import { words as tellWords } from "../words.ts";
import { Frame, inLang, type PageProps } from "./frame.tsx";

/** /<partnership>/dolt: what the gate has held back, on which page and why, summed by what is the same. */
export function HeldBackPage(props: PageProps) {
  const { site, lang } = props;
  const all = heldBackIn(site);
  const word = say(words.heading, lang);
  const about = { href: inLang(`/${site.slug}/om`, lang), word: say(tellWords.aboutHeading, lang) };
  return (
    <Frame {...props} address={`/${site.slug}/dolt`} crumbs={[about, { word }]}>
      <PageHeading heading={word} lead={say(words.lead, lang)} />
      {all.length === 0 ? (
        <p>{say(words.none, lang)}</p>
      ) : (
        <section className="stack">
          <SectionHeading heading={say(words.caption, lang)}>
            {say(words.inAll, lang, { count: formatNumber(all.length, lang) })}
          </SectionHeading>
          <DataTable
            caption={say(words.caption, lang)}
            captionHidden
            rows={summed(all)}
            rowKey={({ key }) => key}
            columns={[
              {
                head: say(words.page, lang),
                names: true,
                cell: ({ path }) => <a href={inLang(`/${site.slug}${path}`, lang)}>{path.slice(1)}</a>,
              },
              { head: say(words.what, lang), cell: ({ what }) => say(heldBackKinds[what], lang) },
              { head: say(words.instead, lang), cell: (row) => sayShown(row, lang) },
              { head: say(words.why, lang), cell: ({ reason }) => say(heldBackReasons[reason], lang) },
              { head: say(words.times, lang), number: true, cell: ({ times }) => formatNumber(times, lang) },
            ]}
          />
        </section>
      )}
      <Prose>
        <h2>{say(words.rules, lang)}</h2>
        <p>{say(words.rulesText, lang, { fewest: FEWEST, sensitive: FEWEST_SENSITIVE, answers: NEEDED_ANSWERS })}</p>
        <p>
          <a href={inLang("/oppna-data/dolt", lang)}>{say(words.asData, lang)}</a>
        </p>
      </Prose>
    </Frame>
  );
}

type Row = HeldBack & { readonly key: string; readonly times: number };

/** One row for what is held back in the same way, of the same kind, on the same page. */
function summed(all: readonly HeldBack[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const one of all) {
    const key = `${one.path} ${one.what} ${one.reason} ${one.shown?.as ?? ""} ${one.shown?.number ?? ""}`;
    rows.set(key, { ...one, key, times: (rows.get(key)?.times ?? 0) + 1 });
  }
  return [...rows.values()];
}

function sayShown({ shown }: HeldBack, lang: Lang): string {
  if (shown === null) return say(words.notShown, lang);
  return say(shown.as === "fewer-than" ? words.fewerThan : words.atLeast, lang, {
    number: formatNumber(shown.number, lang),
  });
}
