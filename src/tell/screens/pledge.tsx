import { STATUS_KINDS } from "../../follow/screens/status-kinds.ts";
import { statuses } from "../../follow/words.ts";
import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { detectableSaid, unitOf } from "../../picture/detectable-words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatNumber } from "../../ui/format.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Status } from "../../ui/status.tsx";
import type { ToldActivity, ToldOutput, ToldPledge } from "../site.ts";
import { IndicatorTold } from "./indicator-told.tsx";
import { counts, words } from "../words.ts";
import { Reasons } from "./answers.tsx";
import { Frame, inLang, sayCount, sayMany, WithSwedish, type PageProps } from "./frame.tsx";
import { KinChain } from "./kin.tsx";
import { Meter, PledgeCard, sayEvidence } from "./pledge-card.tsx";
import { sayCounted, sayForum, sayQualified, sayTarget } from "./said.ts";

/** /ockelbo/lofte/1-trafik: why, what we do, how far, what did not happen, what was measured. */
export function PledgePage(props: PageProps & { pledge: ToldPledge<PublicCount> }) {
  const { site, lang, pledge } = props;
  const document = site.documents.find(({ slug }) => slug === pledge.documentSlug);
  const clause = document?.pledges.find(({ order }) => order === pledge.order);
  const measured = pledge.indicators.filter(({ readings }) => readings.length > 0);
  return (
    <Frame
      {...props}
      address={`/${site.slug}/lofte/${pledge.slug}`}
      crumbs={[
        { word: say(words.menuPledges, lang), href: `/${site.slug}/medborgarlofte` },
        { word: say(words.pledgeNumber, lang, { number: pledge.order }) },
      ]}
    >
      <PledgeCard {...props} first whole />
      <section className="stack" id="varfor">
        <SectionHeading heading={say(words.why, lang)} />
        {pledge.problems.length === 0 && <p>{say(words.whyNone, lang)}</p>}
        {pledge.problems.map((problem) => (
          <div key={problem.title} className="split-even">
            <div className="stack">
              <h3 lang="sv">{problem.title}</h3>
              <Reasons site={site} reasons={problem.reasons} />
            </div>
            <div className="stack-tight">
              <h4>{say(words.evidence, lang)}</h4>
              <ul className="list">
                {problem.points.map(({ walk, number }) => (
                  <li key={`${walk} ${number}`}>
                    <PointLink {...props} walk={walk} number={number} />
                  </li>
                ))}
                {sayEvidence({ ...problem, points: [] }, lang).map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          </div>
        ))}
        <Facts
          facts={[
            ...(pledge.causes.length === 0
              ? []
              : [{ name: say(words.causes, lang), value: <Causes causes={pledge.causes} /> }]),
            ...(pledge.effect === ""
              ? []
              : [{ name: say(words.effect, lang), value: <span lang="sv">{pledge.effect}</span> }]),
            ...(pledge.seen === null
              ? []
              : [{ name: say(words.seen, lang), value: <Seen seen={pledge.seen} lang={lang} /> }]),
          ]}
        />
      </section>
      <section id="gor">
        <SectionHeading heading={say(words.activities, lang)}>
          {sayMany(counts.activities, pledge.activities.length, lang)}
        </SectionHeading>
        {pledge.activities.map((activity) => (
          <ActivityTold key={activity.id} activity={activity} lang={lang} home={`/${site.slug}`} />
        ))}
      </section>
      {document !== undefined && clause !== undefined && (
        <KinChain site={site} document={document} pledge={clause} lang={lang} />
      )}
      {measured.length > 0 && (
        <section className="stack-loose" id="matt">
          <SectionHeading heading={say(words.measuredHeading, lang)} />
          {measured.map((indicator) => (
            <IndicatorTold key={indicator.name} indicator={indicator} lang={lang} />
          ))}
        </section>
      )}
    </Frame>
  );
}

/** What the change is looked for in, how large it must be, and what is aimed at. */
function Seen({ seen, lang }: { seen: NonNullable<ToldPledge<PublicCount>["seen"]>; lang: Lang }) {
  const { found, goal } = seen;
  return (
    <>
      <span lang="sv">{found.name}</span>
      {`: ${detectableSaid(found)[lang]}`}
      {goal !== null && ` ${say(words.goalIs, lang, { goal: formatNumber(goal, lang), unit: unitOf(found, lang) })}`}
    </>
  );
}

function Causes({ causes }: { causes: readonly string[] }) {
  return (
    <ul className="bullets" lang="sv">
      {causes.map((cause) => (
        <li key={cause}>{cause}</li>
      ))}
    </ul>
  );
}

/** "Punkt 9, vandringen 26 oktober 2021". */
function PointLink({ site, lang, walk, number }: PageProps & { walk: string; number: number }) {
  const on = site.walks.find(({ slug }) => slug === walk)?.on;
  return (
    <a href={`${inLang(`/${site.slug}/vandring/${walk}`, lang)}#punkt-${number}`}>
      {say(words.pointOfWalk, lang, { number, day: on === undefined ? walk : formatDay(on, lang) })}
    </a>
  );
}

/** "ordningsförelägganden: 12, varav för hastighet: 10; fordon: ca 300". The words are those of the ones who counted. */
function sayOutputs(outputs: readonly ToldOutput<PublicCount>[]): string {
  return outputs
    .map((output, place) => {
      const what = output.depth === 0 ? output.what : say(words.ofWhich, "sv", { what: output.what });
      const between = place === 0 ? "" : output.depth === 0 ? "; " : ", ";
      return `${between}${what}: ${sayCount(output.heads, "sv", output.qualifier)}`;
    })
    .join("");
}

function ActivityTold({ activity, lang, home }: { activity: ToldActivity<PublicCount>; lang: Lang; home: string }) {
  const parties = [...new Set(activity.occasions.map(({ party }) => party))];
  const oneParty = parties.length === 1 ? parties[0] : undefined;
  const oneKind = new Set(activity.occasions.map((one) => sayCounted(one, lang))).size === 1;
  return (
    <article className="activity">
      <div className="stack">
        <div className="stack-tight">
          <h3>{say(words.activity, lang, { number: activity.number })}</h3>
          <p className="word measure" lang="sv">
            {activity.text}
          </p>
          <p className="small quiet">
            {activity.unit === "" ? (
              say(words.noOwner, lang)
            ) : (
              <>
                {say(words.accountable, lang)} <span lang="sv">{activity.unit}</span>
              </>
            )}
            {sayTarget(activity.target, lang) !== "" && (
              <>
                {" · "}
                <WithSwedish sentence={sayTarget(activity.target, lang)} word={activity.target?.unit} />
              </>
            )}
          </p>
          {activity.status !== null && (
            <p className="measure">
              <Status kind={STATUS_KINDS[activity.status.status]} word={say(statuses[activity.status.status], lang)} />{" "}
              <span lang="sv">{activity.status.explanation}</span>{" "}
              <a href={inLang(`${home}/rapport/${activity.status.report}`, lang)}>
                {say(words.reportNamed, lang, { name: activity.status.report })}
              </a>
            </p>
          )}
        </div>
        {activity.deviations.length > 0 && (
          <div className="stack-tight measure">
            <h4>{say(words.deviations, lang)}</h4>
            <ul className="list">
              {activity.deviations.map((deviation) => (
                <li key={deviation.on + deviation.sentence}>
                  <p>
                    {formatDay(deviation.on, lang)}: <span lang="sv">{deviation.sentence}</span>{" "}
                    {deviation.newDay !== null
                      ? say(words.newDay, lang, { day: formatDay(deviation.newDay, lang) })
                      : deviation.because !== "" && (
                          <>
                            {say(words.noNewDay, lang)} <span lang="sv">{deviation.because}</span>
                          </>
                        )}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className="stack">
        {activity.inAll !== null && <Meter activity={{ ...activity, deviations: [] }} lang={lang} />}
        {activity.occasions.length === 0 ? (
          <p>{say(words.noOccasions, lang)}</p>
        ) : (
          <DataTable
            caption={
              <>
                {say(words.occasions, lang)}: {activity.number}
                {oneParty !== undefined && (
                  <>
                    {" · "}
                    <span lang="sv">{oneParty}</span>
                  </>
                )}
              </>
            }
            rows={activity.occasions}
            rowKey={(row, place) => `${row.on}-${place}`}
            columns={[
              { head: say(words.day, lang), cell: (row) => formatDay(row.on, lang), names: true },
              {
                head: say(words.count, lang),
                cell: (row) =>
                  oneKind ? sayQualified(row.count, lang) : `${sayQualified(row.count, lang)} ${sayCounted(row, lang)}`,
                number: oneKind,
              },
              {
                head: say(words.whereAndWhat, lang),
                cell: (row) => (
                  <>
                    <span lang="sv">
                      {[row.place, oneParty === undefined ? row.party : "", sayOutputs(row.outputs)]
                        .filter((part) => part !== "")
                        .join(" · ")}
                    </span>
                    {row.forum !== undefined && ` · ${sayForum(row.forum, lang)}`}
                  </>
                ),
              },
            ]}
          />
        )}
      </div>
    </article>
  );
}
