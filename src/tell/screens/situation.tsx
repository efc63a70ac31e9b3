import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { themeWarnings, warnings, words as problemWords } from "../../prioritise/words.ts";
import { numberOf } from "../../prioritise/situation/chapters.ts";
import { isEstimate } from "../../prioritise/situation/figure.ts";
import {
  bases,
  chapters,
  figureKinds,
  methods,
  voices,
  words as reportWords,
} from "../../prioritise/situation/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatHash, formatMonth, formatNumber, formatPeriod } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { Paragraphs } from "../../ui/paragraphs.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import type { ToldSituation, ToldSituationFigure } from "../site.ts";
import { words } from "../words.ts";
import { Frame, inLang, sayCount, type PageProps } from "./frame.tsx";

type Report = ToldSituation<PublicCount>;
type Figure = ToldSituationFigure<PublicCount>;

/** «Lägesbild 2025». */
export function situationHeading({ from, to }: Pick<Report, "from" | "to">, lang: Lang): string {
  return say(reportWords.report, lang, { period: formatPeriod(from, to, lang) });
}

/** /ockelbo/lagesbild/<dag>: an adopted situation report, chapter by chapter, as the body had it. */
export function SituationPage(props: PageProps & { report: Report }) {
  const { site, lang, report } = props;
  const written = report.chapters.filter(
    ({ text, comments, figures }) => text !== "" || comments.length + figures.length > 0,
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
          { name: say(reportWords.body, lang), value: <span lang="sv">{report.adoptedBy}</span> },
          { name: say(reportWords.registryNumber, lang), value: report.registryNumber },
          ...(report.contentHash === null
            ? []
            : [{ name: say(reportWords.hash, lang), value: <code>{formatHash(report.contentHash, 4)}</code> }]),
        ]}
      />
      {written.map(({ chapter, text, comments, figures }) => (
        <section key={chapter} className="stack">
          <SectionHeading heading={`${numberOf(chapter)} ${say(chapters[chapter], lang)}`} />
          <Paragraphs text={text} />
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
  const { counted, figure: statistic, n, parts, months } = figure;
  const number = (value: number) => formatNumber(value, lang);
  const unit = say(figure.kind === "coded" ? reportWords.pieces : reportWords.happenings, lang);
  // What its owner has not decided on has no name outside; what is counted has no number.
  const isUndecided = isEstimate(figure.kind) ? figure.name === "" : counted === null;
  const hidden = [...parts, ...months].some(({ heads }) => heads.shown !== "count");
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
        <b>
          {statistic !== null && `${number(statistic.value)} ${statistic.unit}`}
          {counted !== null && `${sayCount(counted, lang)} ${unit}`}
          {statistic === null && counted === null && say(words.withheld, lang)}
        </b>
        {statistic !== null &&
          statistic.low !== null &&
          statistic.high !== null &&
          ` (${say(problemWords.figureInterval, lang, { low: number(statistic.low), high: number(statistic.high) })})`}
        {n !== undefined && n !== null && `, ${say(bases[figure.kind], lang, { n: sayCount(n, lang) })}`}
        {figure.from !== null && figure.to !== null && `, ${formatPeriod(figure.from, figure.to, lang)}`}
        {figure.name !== "" && (
          <>
            {" · "}
            <span lang="sv">{figure.name}</span>
          </>
        )}
      </p>
      {parts.length > 0 &&
        table(figure.caption, say(figure.kind === "coded" ? reportWords.source : reportWords.about, lang), parts)}
      {months.length > 1 && (
        <details>
          <summary>{say(reportWords.byMonth, lang)}</summary>
          {table(
            say(reportWords.byMonth, lang),
            say(reportWords.month, lang),
            months.map(({ month, heads }) => ({ name: formatMonth(month, lang), heads })),
          )}
        </details>
      )}
      <ul className="small quiet">
        {hidden && <li>{say(words.smallNumbers, lang)}</li>}
        {isUndecided && <li>{say(words.notDecidedPublic, lang)}</li>}
        {isEstimate(figure.kind) && statistic === null && !isUndecided && <li>{say(words.smallNumbers, lang)}</li>}
        {figure.warnings.map((one) => (
          <li key={one}>{say(warnings[one], lang)}</li>
        ))}
        {figure.themeWarnings.map((one) => (
          <li key={one}>{say(themeWarnings[one], lang)}</li>
        ))}
        {figure.cautions.map((one) => (
          <li key={one.sv}>{one[lang]}</li>
        ))}
        {figure.caveats.map((one) => (
          <li key={one} lang="sv">
            {one}
          </li>
        ))}
        <li>
          {say(reportWords.figureOf, lang, {
            kind: say(figureKinds[figure.kind], lang),
            day: formatDay(figure.takenOn, lang),
          })}
          {figure.method !== "" && ` · ${sayMethod(figure.method, lang)}`}
          {figure.hash !== null && ` · ${say(reportWords.frozenHash, lang, { hash: formatHash(figure.hash, 4) })}`}
        </li>
      </ul>
    </div>
  );
}

/** «linked-counts, picture-1», in plain words beside the name. */
function sayMethod(told: string, lang: Lang): string {
  const [method = "", version = ""] = told.split(", ");
  const said = methods[method];
  return said === undefined ? told : say(reportWords.method, lang, { method, version, said: say(said, lang) });
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
              · {say(reportWords.adoptedBy, lang, { day: formatDay(report.adoptedOn, lang), body: report.adoptedBy })}{" "}
              {report.example && <ExampleMark lang={lang} />}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
