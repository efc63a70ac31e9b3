import { say, type Lang } from "../../ground/words.ts";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay, formatPeriod } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import { PromiseCard } from "../../ui/promise-card.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Status } from "../../ui/status.tsx";
import type { EvidenceColumn } from "../../ui/three-columns.tsx";
import type { ToldReport } from "../site.ts";
import { words } from "../words.ts";
import { Frame, inLang, type PageProps } from "./frame.tsx";
import { PledgeRow } from "./pledge-card.tsx";
import { sayDisputes } from "./said.ts";
import { STATUS_KINDS } from "../../follow/screens/status-kinds.ts";
import { ReportBodyText } from "../../follow/reports/screens/report-body.tsx";
import { words as reportWords } from "../../follow/reports/words.ts";
import { statuses } from "../../follow/words.ts";

/** /ockelbo/rapport: every follow-up. */
export function ReportsPage(props: PageProps) {
  const { site, lang } = props;
  const word = say(words.howItGoes, lang);
  return (
    <Frame {...props} address={`/${site.slug}/rapport`} crumbs={[{ word }]}>
      <PageHeading heading={word} lead={say(words.howItGoesLead, lang)} />
      <section className="stack-tight">
        <SectionHeading heading={say(words.followUps, lang)} />
        {site.reports.length === 0 ? (
          <Empty heading={say(words.noReports, lang)} text={say(words.noReportsText, lang)} level={3} />
        ) : (
          <ul className="answers">
            {site.reports.toReversed().map((report) => (
              <li key={report.slug}>
                <div className="stack-tight">
                  <h3>
                    <a href={inLang(`/${site.slug}/rapport/${report.slug}`, lang)}>{reportHeading(report, lang)}</a>
                  </h3>
                  <p className="small quiet">
                    {say(words.publishedOn, lang, { day: formatDay(report.on, lang) })}
                    {report.waitsFor !== undefined && ` · ${say(reportWords[`waits${report.waitsFor}`], lang)}`}{" "}
                    {report.example && <ExampleMark lang={lang} />}
                  </p>
                </div>
                <Outcomes report={report} lang={lang} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {site.current.length > 0 && (
        <section className="stack-tight">
          <SectionHeading heading={say(words.pledgesNow, lang)} />
          <ul className="list">
            {site.current.map((pledge) => (
              <PledgeRow key={pledge.slug} site={site} pledge={pledge} lang={lang} />
            ))}
          </ul>
        </section>
      )}
    </Frame>
  );
}

/** "Uppföljning 2025". */
export function reportHeading(report: ToldReport, lang: Lang): string {
  return say(words.report, lang, { period: formatPeriod(report.from, report.to, lang) });
}

/** How many activities got which word. Side by side, never one sum. */
function Outcomes({ report, lang }: { report: ToldReport; lang: Lang }) {
  const found = [...new Set(report.rows.map(({ status }) => status))];
  return (
    <ul className="row">
      {found.map((status) => (
        <li key={status}>
          <Status
            kind={STATUS_KINDS[status]}
            word={`${say(statuses[status], lang)}: ${report.rows.filter((row) => row.status === status).length}`}
          />
        </li>
      ))}
    </ul>
  );
}

/** /ockelbo/rapport/2025: promised, done, led to, feels, judged; what each party says, side by side. */
export function ReportPage(props: PageProps & { report: ToldReport }) {
  const { site, lang, report } = props;
  return (
    <Frame
      {...props}
      address={`/${site.slug}/rapport/${report.slug}`}
      crumbs={[{ word: say(words.howItGoes, lang), href: `/${site.slug}/rapport` }, { word: report.slug }]}
    >
      <div className="stack">
        <PageHeading
          heading={reportHeading(report, lang)}
          over={report.example ? <ExampleMark lang={lang} /> : undefined}
          lead={
            report.waitsFor === undefined
              ? say(report.body === undefined ? words.reportLead : words.reportSignedLead, lang)
              : say(reportWords.notSignedYet, lang, { waits: say(reportWords[`waits${report.waitsFor}`], lang) })
          }
        />
        <Outcomes report={report} lang={lang} />
      </div>
      {report.body === undefined ? (
        <ApprovedReport {...props} />
      ) : (
        <>
          <ReportBodyText body={report.body} lang={lang} />
          <Disputes disputes={report.body.disputes} lang={lang} />
          {report.waitsFor === undefined && <Signed {...props} />}
        </>
      )}
    </Frame>
  );
}

/** Who signed, where it can be checked, and the same on paper and as a table. */
function Signed({ site, lang, report }: PageProps & { report: ToldReport }) {
  const evidence = `/granska/${site.slug}/uppfoljning-${report.slug}`;
  const page = `/${site.slug}/rapport/${report.slug}`;
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(reportWords.signatures, lang)} />
      <ul className="list">
        {(report.signatures ?? []).map(({ party, office, on }) => (
          <li key={party}>
            <PartyName party={party}>
              <span lang="sv">{office}</span>
              {on !== null && ` · ${formatDay(on, lang)}`}
            </PartyName>
          </li>
        ))}
      </ul>
      <ul className="list">
        <li>
          <a href={inLang(evidence, lang)}>{say(words.checkSignatures, lang)}</a>
        </li>
        <li>
          <a href={`${evidence}.samsyn`} download>
            {say(words.fetchBundle, lang)}
          </a>
        </li>
        <li>
          <a href={inLang(`${page}.pdf`, lang)} download>
            PDF
          </a>
        </li>
        <li>
          <a href={inLang(`${page}.csv`, lang)} download>
            CSV
          </a>
        </li>
      </ul>
    </section>
  );
}

/** A report as it was let out before reports were signed. */
function ApprovedReport({ site, lang, report }: PageProps & { report: ToldReport }) {
  const column = (text: string, kind?: EvidenceColumn["kind"]): EvidenceColumn => ({
    kind,
    ...(text === "" ? { figure: say(words.cannotSay, lang) } : { body: <p lang="sv">{text}</p> }),
  });
  const joint = textOf(report, "joint");
  return (
    <>
      <div>
        {report.rows.map((row, place) => (
          <PromiseCard
            key={row.number}
            lang={lang}
            number={say(words.activity, lang, { number: row.number })}
            text={row.text}
            textLang="sv"
            status={{ kind: STATUS_KINDS[row.status], word: say(statuses[row.status], lang) }}
            source={
              row.explanation === "" ? undefined : (
                <span className="because" lang="sv">
                  {row.explanation}
                </span>
              )
            }
            columns={{ done: column(row.output), result: column(row.outcome), felt: column(row.experience, "felt") }}
            first={place === 0}
          />
        ))}
      </div>
      <section className="stack">
        <SectionHeading heading={say(words.whatWeSay, lang)} />
        <div className="split-even">
          <Voice report={report} voice="municipality" lang={lang} />
          <Voice report={report} voice="police" lang={lang} />
        </div>
        {joint !== "" && (
          <div className="stack-tight measure">
            <h3>
              <PartyName party="both">{say(words.textjoint, lang)}</PartyName>
            </h3>
            <p lang="sv">{joint}</p>
          </div>
        )}
      </section>
      <Disputes disputes={report.disputes} lang={lang} />
      <section className="stack-tight">
        <SectionHeading heading={say(words.approvedByHeading, lang)} />
        <ul className="list">
          {report.approvals.map((approval) => (
            <li key={approval.party}>
              <PartyName party={site.parties.find(({ name }) => name === approval.party)?.kind ?? "other"}>
                <span lang="sv">
                  {approval.title}, {approval.party}
                </span>
                {` · ${formatDay(approval.on, lang)}`}
              </PartyName>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** «Ifrågasatta klart»: what somebody said is not so, beside what the parties say is. */
function Disputes({ disputes, lang }: { disputes: ToldReport["disputes"]; lang: Lang }) {
  const said = sayDisputes(disputes, lang);
  if (said === "") return null;
  return (
    <section className="stack-tight measure">
      <SectionHeading heading={say(words.disputesHeading, lang)} />
      <p>{said}</p>
    </section>
  );
}

function textOf(report: ToldReport, voice: ToldReport["texts"][number]["voice"]): string {
  return report.texts.find((one) => one.voice === voice)?.text ?? "";
}

/** Two hands, the same size: a party that has written nothing says so. */
function Voice({ report, voice, lang }: { report: ToldReport; voice: "municipality" | "police"; lang: Lang }) {
  const text = textOf(report, voice);
  return (
    <div className="stack-tight">
      <h3>
        <PartyName party={voice}>{say(words[`text${voice}`], lang)}</PartyName>
      </h3>
      {text === "" ? <p className="quiet">{say(words.nothingWritten, lang)}</p> : <p lang="sv">{text}</p>}
    </div>
  );
}
