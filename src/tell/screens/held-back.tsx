import { floorRows, sayFloors } from "../../collect/screens/floors-said.ts";
import { HOUSE_FLOORS } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { formatDay, formatNumber } from "../../ui/format.ts";
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
  const { now, agreed } = site.floors ?? { now: HOUSE_FLOORS, agreed: [] };
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
        <p>{say(words.rulesText, lang, { fewest: now.few, sensitive: now.sensitive, answers: now.answers })}</p>
        <p>{say(agreed.length === 0 ? words.asDefault : words.agreed, lang)}</p>
        {agreed.map(({ from, reason, ...floors }) => (
          <p key={from}>
            {say(words.agreedFrom, lang, { day: formatDay(from, lang), rules: sayFloors(floors, lang) })}{" "}
            {reason !== "" && <span lang="sv">{say(words.because, "sv", { reason })}</span>}
          </p>
        ))}
      </Prose>
      <DataTable
        caption={say(words.rules, lang)}
        captionHidden
        rows={floorRows(lang)}
        rowKey={({ name }) => name}
        columns={[
          { head: say(words.rule, lang), names: true, cell: ({ name }) => name },
          { head: say(words.inForce, lang), cell: ({ value }) => value(now) },
          { head: say(words.least, lang), cell: ({ value }) => value(HOUSE_FLOORS) },
        ]}
      />
      <Prose>
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
  const said = { "fewer-than": words.fewerThan, "at-least": words.atLeast, about: words.about }[shown.as];
  return say(said, lang, {
    number: formatNumber(shown.number, lang),
  });
}
