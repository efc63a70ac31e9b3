import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { numberOf } from "../../prioritise/situation/chapters.ts";
import { DrawnRings } from "../../prioritise/situation/screens/frozen-map.tsx";
import { chapters, voices, words as reportWords } from "../../prioritise/situation/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatHash } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { Paragraphs } from "../../ui/paragraphs.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { TableTwin } from "../../ui/table-twin.tsx";
import type { ToldSituation, ToldSituationFigure } from "../site.ts";
import { words } from "../words.ts";
import { Frame, inLang, sayCount, type PageProps } from "./frame.tsx";
import { officialLine, saidOf, sayMonth, situationHeading, toldAreas } from "./situation-said.ts";

type Report = ToldSituation<PublicCount>;
type Figure = ToldSituationFigure<PublicCount>;

/** /ockelbo/lagesbild/<dag>: an adopted situation report, chapter by chapter, as the body had it. */
export function SituationPage(props: PageProps & { report: Report }) {
  const { site, lang, report } = props;
  const written = report.chapters.filter(
    ({ text, comments, figures, leftOut = 0 }) => text !== "" || comments.length + figures.length + leftOut > 0,
  );
  return (
    <Frame
      {...props}
      address={`/${site.slug}/lagesbild/${report.adoptedOn}`}
      crumbs={[
        { word: say(reportWords.heading, lang), href: `/${site.slug}#lagesbilder` },
        { word: situationHeading(report, lang) },
      ]}
    >
      <PageHeading
        heading={situationHeading(report, lang)}
        over={report.example ? <ExampleMark lang={lang} /> : undefined}
      />
      <Facts
        facts={[
          { name: say(reportWords.adopted, lang), value: formatDay(report.adoptedOn, lang) },
          { name: say(reportWords.body, lang), value: <span lang="sv">{officialLine(report.adoptedBy, lang)}</span> },
          { name: say(reportWords.registryNumber, lang), value: officialLine(report.registryNumber, lang) },
          ...(report.contentHash === null
            ? []
            : [{ name: say(reportWords.hash, lang), value: <code>{formatHash(report.contentHash, 4)}</code> }]),
        ]}
      />
      <p>
        <a href={inLang(`/${site.slug}/lagesbild/${report.adoptedOn}.pdf`, lang)} download>
          {say(reportWords.paper, lang)}
        </a>
      </p>
      {written.map(({ chapter, text, comments, figures, leftOut = 0 }) => (
        <section key={chapter} className="stack">
          <SectionHeading heading={`${numberOf(chapter)} ${say(chapters[chapter], lang)}`} />
          <Paragraphs text={text} />
          {leftOut > 0 && <p className="quiet">{say(words.paragraphsLeftOut, lang, { count: leftOut })}</p>}
          {figures.map((figure, place) => (
            <Shown key={`${place} ${figure.caption}`} figure={figure} lang={lang} />
          ))}
          {comments.map(({ by, text: comment }) => (
            <div key={by ?? ""} className="stack-tight">
              <h3>{by === null ? say(voices.joint, lang) : say(reportWords.commentFrom, lang, { name: by })}</h3>
              <Paragraphs text={comment} />
            </div>
          ))}
        </section>
      ))}
    </Frame>
  );
}

/** A figure with its table; what is too few stands as that. */
function Shown({ figure, lang }: { figure: Figure; lang: Lang }) {
  const { parts, months } = figure;
  const said = saidOf(figure, lang);
  const areas = toldAreas(figure, lang);
  const table = (
    caption: string,
    head: string,
    rows: readonly { readonly name: string; readonly heads: PublicCount }[],
  ) => (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { head, names: true, cell: ({ name }) => name },
        { head: say(reportWords.count, lang), number: true, cell: ({ heads }) => sayCount(heads, lang) },
      ]}
    />
  );
  return (
    <div className="stack-tight measure">
      <h3 lang="sv">{figure.caption}</h3>
      <p>
        <b>{said.value}</b>
        {said.basis}
        {figure.name !== "" && (
          <>
            {" · "}
            <span lang="sv">{figure.name}</span>
          </>
        )}
      </p>
      {parts.length > 0 && table(figure.caption, said.head, parts)}
      {areas.rows.length > 0 && (
        <TableTwin
          lang={lang}
          what="map"
          tableFirst={areas.rings.length === 0}
          picture={<DrawnRings rings={areas.rings} sentence={`${figure.caption}: ${said.value}${said.basis}`} />}
          table={
            <DataTable
              caption={`${say(reportWords.places, lang)}: ${figure.caption}`}
              captionHidden
              rows={areas.rows}
              rowKey={([name]) => name}
              columns={[
                { head: say(reportWords.places, lang), names: true, cell: ([name]) => name },
                { head: say(reportWords.count, lang), number: true, cell: ([, count]) => count },
              ]}
            />
          }
        />
      )}
      {months.length > 1 && (
        <details>
          <summary>{say(figure.span === undefined ? reportWords.byMonth : words.byPeriod, lang)}</summary>
          {table(
            say(figure.span === undefined ? reportWords.byMonth : words.byPeriod, lang),
            say(figure.span === undefined ? reportWords.month : words.period, lang),
            months.map(({ month, heads }) => ({ name: sayMonth(month, figure, lang), heads })),
          )}
        </details>
      )}
      <ul className="small quiet">
        {said.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {said.caveats.map((caveat) => (
          <li key={caveat} lang="sv">
            {caveat}
          </li>
        ))}
        <li>{said.origin}</li>
      </ul>
    </div>
  );
}

/** Those that may be read, on the partnership's first page. */
export function SituationList({
  site,
  reports,
  lang,
}: Pick<PageProps, "site" | "lang"> & { reports: readonly Report[] }) {
  if (reports.length === 0) return null;
  return (
    <div id="lagesbilder">
      <h3>{say(reportWords.heading, lang)}</h3>
      <ul className="list">
        {reports.map((report) => (
          <li key={report.adoptedOn}>
            <p>
              <a className="strong" href={inLang(`/${site.slug}/lagesbild/${report.adoptedOn}`, lang)}>
                {situationHeading(report, lang)}
              </a>{" "}
              ·{" "}
              {say(reportWords.adoptedBy, lang, {
                day: formatDay(report.adoptedOn, lang),
                body: officialLine(report.adoptedBy, lang),
              })}{" "}
              {report.example && <ExampleMark lang={lang} />}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
