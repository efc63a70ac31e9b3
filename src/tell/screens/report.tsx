import { say } from "../../ground/words.ts";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Status } from "../../ui/status.tsx";
import type { ToldReport } from "../site.ts";
import { statuses, words } from "../words.ts";
import { Frame, inLang, type PageProps } from "./frame.tsx";
import { STATUS_KINDS } from "./said.ts";

/** /ockelbo/rapport: every follow-up. */
export function ReportsPage(props: PageProps) {
  const { site, lang } = props;
  const word = say(words.howItGoes, lang);
  return (
    <Frame {...props} address={`/${site.slug}/rapport`} crumbs={[{ word }]}>
      <PageHeading heading={word} lead={say(words.howItGoesLead, lang)} />
      {site.reports.length === 0 && (
        <Empty heading={say(words.noReports, lang)} text={say(words.noReportsText, lang)} level={2} />
      )}
      <ul className="list">
        {site.reports.toReversed().map((report) => (
          <li key={report.slug}>
            <a href={inLang(`/${site.slug}/rapport/${report.slug}`, lang)}>
              {say(words.report, lang, { from: formatDay(report.from, lang), to: formatDay(report.to, lang) })}
            </a>
            {report.example && <ExampleMark lang={lang} />}
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** /ockelbo/rapport/2025: promised, done, led to, feels, judged; what each party says, side by side. */
export function ReportPage(props: PageProps & { report: ToldReport }) {
  const { site, lang, report } = props;
  const voices = ["municipality", "police", "joint"] as const;
  return (
    <Frame
      {...props}
      address={`/${site.slug}/rapport/${report.slug}`}
      crumbs={[{ word: say(words.howItGoes, lang), href: `/${site.slug}/rapport` }, { word: report.slug }]}
    >
      <PageHeading
        heading={say(words.report, lang, { from: formatDay(report.from, lang), to: formatDay(report.to, lang) })}
        over={report.example ? <ExampleMark lang={lang} /> : undefined}
        lead={say(words.reportLead, lang)}
      />
      {report.rows.map((row) => (
        <article key={row.number} className="stack-tight">
          <h2>{say(words.activity, lang, { number: row.number })}</h2>
          <p className="word" lang="sv">
            {row.text}
          </p>
          <p>
            <Status kind={STATUS_KINDS[row.status]} word={say(statuses[row.status], lang)} />{" "}
            <span lang="sv">{row.explanation}</span>
          </p>
          <dl className="stack-tight" lang="sv">
            <dt lang={lang}>{say(words.done, lang)}</dt>
            <dd>{row.output || "–"}</dd>
            <dt lang={lang}>{say(words.ledTo, lang)}</dt>
            <dd>{row.outcome || say(words.cannotSay, lang)}</dd>
            <dt lang={lang}>{say(words.feels, lang)}</dt>
            <dd>{row.experience || say(words.cannotSay, lang)}</dd>
          </dl>
        </article>
      ))}
      {voices.map((voice) => {
        const text = report.texts.find((one) => one.voice === voice)?.text ?? "";
        return text === "" ? null : (
          <section key={voice}>
            <SectionHeading heading={say(words[`text${voice}`], lang)} />
            <p lang="sv">{text}</p>
          </section>
        );
      })}
      <ul>
        {report.approvals.map((approval) => (
          <li key={approval.party}>
            {say(words.approvedBy, lang, {
              title: approval.title,
              party: approval.party,
              day: formatDay(approval.on, lang),
            })}
          </li>
        ))}
      </ul>
    </Frame>
  );
}
