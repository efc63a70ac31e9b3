import { say, type Lang } from "../../ground/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Status } from "../../ui/status.tsx";
import type { PublicCount, ToldActivity, ToldOutput, ToldPledge } from "../site.ts";
import { evidenceKinds } from "../../prioritise/words.ts";
import { statuses, words } from "../words.ts";
import { Frame, inLang, sayCount, type PageProps } from "./frame.tsx";
import { Meter, PledgeCard } from "./pledge-card.tsx";
import { sayQualified, sayTarget, STATUS_KINDS } from "./said.ts";

/** /ockelbo/lofte/1-trafik: why, what we do, how far, what did not happen. */
export function PledgePage(props: PageProps & { pledge: ToldPledge<PublicCount> }) {
  const { site, lang, pledge } = props;
  const word = say(words.pledgeNumber, lang, { number: pledge.order });
  return (
    <Frame
      {...props}
      address={`/${site.slug}/lofte/${pledge.slug}`}
      crumbs={[{ word: say(words.menuPledges, lang), href: `/${site.slug}/medborgarlofte` }, { word }]}
    >
      <PageHeading
        heading={word}
        over={pledge.example ? <ExampleMark lang={lang} /> : undefined}
        lead={
          <a href={inLang(`/${site.slug}/medborgarlofte/${pledge.documentSlug}`, lang)}>
            {pledge.continues ? say(words.sameAsBefore, lang) : say(words.verbatim, lang)}
          </a>
        }
      />
      <PledgeCard {...props} first />
      <section>
        <SectionHeading heading={say(words.why, lang)} />
        {pledge.problems.length === 0 && <p>{say(words.whyNone, lang)}</p>}
        {pledge.effect !== "" && (
          <p>
            <b>{say(words.effect, lang)}:</b> <span lang="sv">{pledge.effect}</span>
          </p>
        )}
        {pledge.causes.length > 0 && (
          <>
            <p>
              <b>{say(words.causes, lang)}:</b>
            </p>
            <ul lang="sv">
              {pledge.causes.map((cause) => (
                <li key={cause}>{cause}</li>
              ))}
            </ul>
          </>
        )}
        {pledge.problems.map((problem) => (
          <div key={problem.title} lang="sv">
            <h3>{problem.title}</h3>
            {problem.reasons.map((reason) => (
              <p key={reason.party}>{say(words.saysParty, lang, reason)}</p>
            ))}
            <p lang={lang}>{say(words.evidence, lang)}:</p>
            <ul>
              {problem.evidence.map((evidence) => (
                <li key={evidence.kind} lang={lang}>
                  {say(evidenceKinds[evidence.kind], lang)}: {evidence.pieces}
                  {evidence.voices !== null &&
                    ` (${say(words.voices, lang, { count: sayCount(evidence.voices, lang) })})`}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section id="gor">
        <SectionHeading heading={say(words.activities, lang)} />
        {pledge.activities.map((activity) => (
          <ActivityTold key={activity.id} activity={activity} lang={lang} home={`/${site.slug}`} />
        ))}
      </section>
    </Frame>
  );
}

/** "ordningsförelägganden: 12, varav för hastighet: 10; fordon: ca 300". */
function sayOutputs(outputs: readonly ToldOutput<PublicCount>[], lang: Lang): string {
  return outputs
    .map((output, place) => {
      const what = output.depth === 0 ? output.what : say(words.ofWhich, lang, { what: output.what });
      const between = place === 0 ? "" : output.depth === 0 ? "; " : ", ";
      return `${between}${what}: ${sayCount(output.heads, lang, output.qualifier)}`;
    })
    .join("");
}

function ActivityTold({ activity, lang, home }: { activity: ToldActivity<PublicCount>; lang: Lang; home: string }) {
  return (
    <article className="stack-tight">
      <h3>{say(words.activity, lang, { number: activity.number })}</h3>
      <p className="word" lang="sv">
        {activity.text}
      </p>
      <p className="quiet">
        {[
          activity.unit === "" ? say(words.noOwner, lang) : say(words.accountable, lang, { unit: activity.unit }),
          sayTarget(activity.target, lang),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      {activity.status !== null && (
        <p>
          <Status kind={STATUS_KINDS[activity.status.status]} word={say(statuses[activity.status.status], lang)} />{" "}
          <span lang="sv">{activity.status.explanation}</span>{" "}
          <a href={inLang(`${home}/rapport/${activity.status.report}`, lang)}>{activity.status.report}</a>
        </p>
      )}
      {activity.inAll !== null && <Meter activity={{ ...activity, deviations: [] }} lang={lang} />}
      {activity.deviations.length > 0 && (
        <>
          <h4>{say(words.deviations, lang)}</h4>
          <ul>
            {activity.deviations.map((deviation) => (
              <li key={deviation.on + deviation.sentence}>
                {formatDay(deviation.on, lang)}: {say(words.deviation, lang, { sentence: deviation.sentence })}{" "}
                {deviation.newDay !== null
                  ? say(words.newDay, lang, { day: formatDay(deviation.newDay, lang) })
                  : deviation.because !== "" && say(words.noNewDay, lang, { because: deviation.because })}
              </li>
            ))}
          </ul>
        </>
      )}
      {activity.occasions.length === 0 ? (
        <p>{say(words.noOccasions, lang)}</p>
      ) : (
        <DataTable
          caption={`${say(words.occasions, lang)}: ${activity.number}`}
          rows={activity.occasions}
          rowKey={(row, place) => `${row.on}-${place}`}
          columns={[
            { head: say(words.day, lang), cell: (row) => formatDay(row.on, lang), names: true },
            { head: say(words.count, lang), cell: (row) => `${row.counted}: ${sayQualified(row.count, lang)}` },
            { head: say(words.place, lang), cell: (row) => row.place },
            { head: say(words.by, lang), cell: (row) => row.party },
            {
              head: say(words.outputs, lang),
              cell: (row) => sayOutputs(row.outputs, lang),
            },
          ]}
        />
      )}
    </article>
  );
}
