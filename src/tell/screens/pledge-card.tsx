import type { Count } from "../../ground/count.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatNumber } from "../../ui/format.ts";
import type { LineageStep } from "../../ui/lineage.tsx";
import { PromiseCard } from "../../ui/promise-card.tsx";
import { TargetMeter } from "../../ui/target-meter.tsx";
import type { EvidenceColumn } from "../../ui/three-columns.tsx";
import type { PublicCount, ToldActivity, ToldIndicator, ToldPledge } from "../site.ts";
import { statuses, verdicts, words } from "../words.ts";
import { inLang, type PageProps } from "./frame.tsx";
import { sayQualified, sayTarget, STATUS_KINDS } from "./said.ts";

/** Fewer answers than this say nothing about everybody (journeys.md, "Thresholds"). */
const FEWEST_ANSWERS = 30;

/** One löfte: exact words, the three columns that never merge, and how it hangs together. */
export function PledgeCard({
  site,
  pledge,
  lang,
  first,
}: PageProps & { pledge: ToldPledge<PublicCount>; first?: boolean }) {
  const worst = worstStatus(pledge.activities);
  return (
    <PromiseCard
      lang={lang}
      number={say(words.pledgeNumber, lang, { number: pledge.order })}
      text={pledge.text}
      textLang="sv"
      href={inLang(`/${site.slug}/lofte/${pledge.slug}`, lang)}
      {...(worst === undefined ? {} : { status: { kind: STATUS_KINDS[worst], word: say(statuses[worst], lang) } })}
      source={say(words.verbatim, lang)}
      columns={{
        done: doneColumn(pledge.activities, lang),
        result: measuredColumn(pledge.indicators, "outcome", lang),
        felt: measuredColumn(pledge.indicators, "experience", lang),
      }}
      lineage={lineageOf(site, pledge, lang)}
      example={pledge.example}
      first={first}
    />
  );
}

/** The status that most needs to be seen: one kept activity does not hide one that was not. */
function worstStatus(activities: readonly ToldActivity<PublicCount>[]) {
  const order = [
    "not-met",
    "behind",
    "partly",
    "not-measurable",
    "dropped",
    "not-started",
    "running",
    "on-plan",
    "met",
    "exceeded",
  ] as const;
  const found = activities.flatMap(({ status }) => (status === null ? [] : [status.status]));
  return order.find((status) => found.includes(status));
}

/** What was done, of the activity that says most in numbers; several kinds of deeds are never added together. */
function doneColumn(activities: readonly ToldActivity<PublicCount>[], lang: Lang): EvidenceColumn {
  const counted = activities.find(({ inAll }) => inAll !== null) ?? activities[0];
  if (counted === undefined) return { figure: say(words.cannotSay, lang) };
  const done: Count = counted.done;
  const of =
    counted.inAll === null
      ? say(words.doneNoTarget, lang)
      : say(words.doneOf, lang, { target: sayTarget(counted.target, lang) });
  return { figure: sayQualified(done, lang), of, body: <Meter activity={counted} lang={lang} /> };
}

export function Meter({ activity, lang }: { activity: ToldActivity<PublicCount>; lang: Lang }) {
  if (activity.inAll === null || activity.inAll === 0) return <p>{activity.text}</p>;
  const due = activity.due ?? 0;
  return (
    <>
      <TargetMeter
        done={activity.done.value}
        total={activity.inAll}
        due={due}
        qualifier={activity.done.qualifier}
        sentence={say(words.meterSentence, lang, {
          done: sayQualified(activity.done, lang),
          total: formatNumber(activity.inAll, lang),
          due: formatNumber(due, lang),
        })}
        dueWords={say(words.dueNow, lang, { due: formatNumber(due, lang) })}
        totalWords={formatNumber(activity.inAll, lang)}
      />
      {activity.deviations[0] !== undefined && <p lang="sv">{activity.deviations[0].sentence}</p>}
    </>
  );
}

function measuredColumn(
  indicators: readonly ToldIndicator[],
  column: ToldIndicator["column"],
  lang: Lang,
): EvidenceColumn {
  const kind = column === "outcome" ? ("measured" as const) : ("felt" as const);
  const indicator = indicators.find((one) => one.column === column && one.readings.length > 0);
  if (indicator === undefined)
    return { kind, figure: say(words.cannotSay, lang), body: <p>{say(words.cannotSayText, lang)}</p> };
  const before = indicator.readings.find(({ baseline }) => baseline);
  const now = indicator.readings.findLast(({ baseline }) => !baseline);
  const latest = now ?? before;
  if (latest === undefined || latest.n < FEWEST_ANSWERS) {
    return {
      kind,
      figure: say(words.cannotSay, lang),
      body: <p>{`${say(words.tooFew, lang, { n: latest?.n ?? 0 })} ${indicator.caveat}`}</p>,
    };
  }
  const number = (value: number) => formatNumber(value, lang);
  const detail = { low: number(latest.low), high: number(latest.high), n: number(latest.n), unit: indicator.unit };
  return {
    kind,
    figure: number(latest.value),
    of: `${indicator.unit}, ${indicator.name}`,
    body: (
      <p>
        {before !== undefined && now !== undefined
          ? say(words.wasBefore, lang, { ...detail, value: number(before.value) })
          : say(words.measured, lang, detail)}{" "}
        {say(verdicts[indicator.verdict], lang)} <span lang="sv">{indicator.caveat}</span>
      </p>
    ),
  };
}

function lineageOf(site: PageProps["site"], pledge: ToldPledge<PublicCount>, lang: Lang): LineageStep[] {
  const home = `/${site.slug}`;
  const link = (path: string) => inLang(`${home}${path}`, lang);
  const problem = pledge.problems[0];
  const status = pledge.activities.find((activity) => activity.status !== null)?.status;
  return [
    { text: say(words.heard, lang), href: link("#lyssnat") },
    problem === undefined
      ? { text: say(words.whyNone, lang), missing: true }
      : { text: problem.title, href: link("/du-sa") },
    { text: say(words.pledgeNumber, lang, { number: pledge.order }), href: link(`/lofte/${pledge.slug}`), here: true },
    { text: say(words.activities, lang), href: link(`/lofte/${pledge.slug}#gor`) },
    status === undefined || status === null
      ? { text: say(words.noReports, lang), missing: true }
      : { text: say(statuses[status.status], lang), href: link(`/rapport/${status.report}`) },
    { text: say(words.youSaid, lang), href: link("/du-sa") },
  ];
}
