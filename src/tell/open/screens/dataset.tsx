import { Fragment } from "react";
import { say, type Lang, type Said } from "../../../ground/words.ts";
import type { Position } from "../../../ground/place.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import type { Disclosed } from "../../disclosure.ts";
import { Frame, inLang } from "../../screens/frame.tsx";
import type { Site } from "../../site.ts";
import { type Column, columnsOf, lastChanged } from "../dataset.ts";
import type { Filled } from "../datasets.ts";
import { type Form, formsOf, LICENCE } from "../files.ts";
import { changes, FORMAT_VERSION, types, words } from "../words.ts";
import { FormatChanges, mostTold } from "./parts.tsx";

const FORM_WORDS: Readonly<Record<Form, Said>> = {
  csv: words.csvText,
  json: words.jsonText,
  geojson: words.geojsonText,
};

/** /oppna-data/loften: what one dataset is, column by column, and what it does not say. */
export function DatasetPage(props: {
  found: Filled;
  sites: readonly Disclosed<Site>[];
  origin: string;
  lang: Lang;
  demo: boolean;
}) {
  const { found, lang, demo } = props;
  const { dataset, rows } = found;
  const changed = lastChanged(rows);
  const title = say(dataset.title, lang);
  return (
    <Frame lang={lang} demo={demo} address={`/oppna-data/${dataset.name}`}>
      <PageHeading
        over={<a href={inLang("/oppna-data", lang)}>{say(words.allDatasets, lang)}</a>}
        heading={title}
        lead={say(dataset.what, lang)}
      />
      <div className="split">
        <section className="stack">
          <SectionHeading heading={say(words.silent, lang)} />
          <ul className="stack-tight">
            {dataset.silent.map((said) => (
              <li key={said.sv}>{say(said, lang)}</li>
            ))}
          </ul>
        </section>
        <section className="stack">
          <SectionHeading heading={say(words.files, lang)} />
          <ul className="stack-tight">
            {formsOf(dataset).map((form) => (
              <li key={form}>
                <a className="strong" href={`/oppna-data/${dataset.name}.${form}`}>
                  {dataset.name}.{form}
                </a>
                <br />
                <span className="small">{say(FORM_WORDS[form], lang)}</span>
              </li>
            ))}
          </ul>
          <Facts
            facts={[
              { name: say(words.facts.rows, lang), value: formatNumber(rows.length, lang) },
              {
                name: say(words.facts.changed, lang),
                value: changed === null ? "–" : formatDay(changed, lang),
              },
              { name: say(words.facts.renewed, lang), value: say(words.facts.renewedText, lang) },
              { name: say(words.facts.licence, lang), value: <a href={LICENCE}>CC0 1.0</a> },
              { name: say(words.facts.version, lang), value: FORMAT_VERSION },
            ]}
          />
        </section>
      </div>
      <section className="stack">
        <SectionHeading heading={say(words.columns, lang)} />
        <p className="measure">{say(words.typesText, lang)}</p>
        <DataTable
          caption={say(words.columnsCaption, lang, { title })}
          captionHidden
          rows={columnsOf(dataset)}
          rowKey={({ name }) => name}
          columns={[
            { head: say(words.column, lang), cell: ({ name }) => <Name name={name} />, names: true },
            { head: say(words.type, lang), cell: ({ type }) => say(types[type], lang) },
            { head: say(words.meaning, lang), cell: (column) => <Meaning column={column} lang={lang} /> },
          ]}
        />
      </section>
      <div className="split">
        <Examples {...props} />
        <section className="stack">
          <SectionHeading heading={say(words.formatChanges, lang)} />
          <FormatChanges changes={changes} lang={lang} />
        </section>
      </div>
    </Frame>
  );
}

/** May break where two words meet. */
function Name({ name }: { name: string }) {
  const [first = "", ...more] = name.split("_");
  return (
    <code>
      {first}
      {more.map((part) => (
        <Fragment key={part}>
          _<wbr />
          {part}
        </Fragment>
      ))}
    </code>
  );
}

function Meaning({ column: { meaning, unit, values = [] }, lang }: { column: Column; lang: Lang }) {
  return (
    <>
      {say(meaning, lang)}.{unit !== undefined && ` ${say(words.inUnit, lang, { unit: say(unit, lang) })}`}
      {values.length > 0 && ` ${say(words.valuesAre, lang)} `}
      {values.map((value, at) => (
        <Fragment key={value.sv}>
          {at > 0 && ", "}
          <span lang="sv">{value.sv}</span>
          {lang === "en" && ` (${value.en})`}
        </Fragment>
      ))}
    </>
  );
}

/** Questions that can be pressed: the answer is what a program gets. */
function Examples({
  found: { dataset, rows: all },
  sites,
  lang,
}: {
  found: Filled;
  sites: readonly Disclosed<Site>[];
  lang: Lang;
}) {
  const items = `/oppna-data/api/collections/${dataset.name}/items`;
  const slug = mostTold(sites)?.slug;
  const point = all.find(({ geometry }) => geometry?.type === "Point")?.geometry?.coordinates as Position | undefined;
  const rows = [
    { what: words.exampleAll, query: "limit=10" },
    ...(slug === undefined ? [] : [{ what: words.exampleOf, query: `samarbete=${slug}` }]),
    { what: words.exampleSince, query: "datetime=2026-01-01/.." },
    ...(point === undefined ? [] : [{ what: words.exampleNear, query: `bbox=${boxAround(point)}` }]),
  ];
  return (
    <section className="stack">
      <SectionHeading heading={say(words.examples, lang)} />
      <ul className="stack-tight">
        {rows.map(({ what, query }) => (
          <li key={query}>
            <a href={`${items}?${query}`}>{say(what, lang)}</a>
            <br />
            <code className="small">?{query}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Some ten kilometres, in round numbers. */
function boxAround([lon, lat]: Position): string {
  return [lon - 0.1, lat - 0.05, lon + 0.1, lat + 0.05].map((degrees) => degrees.toFixed(2)).join(",");
}
