import { STATUS_KINDS } from "../../follow/screens/status-kinds.ts";
import { statuses, verdicts } from "../../follow/words.ts";
import type { Count } from "../../ground/count.ts";
import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatNumber } from "../../ui/format.ts";
import { ExampleMark } from "../../ui/example-mark.tsx";
import type { LineageStep } from "../../ui/lineage.tsx";
import { PromiseCard } from "../../ui/promise-card.tsx";
import { Status } from "../../ui/status.tsx";
import { TargetMeter } from "../../ui/target-meter.tsx";
import type { EvidenceColumn } from "../../ui/three-columns.tsx";
import type { Disclosed } from "../disclosure.ts";
import type { Site, ToldActivity, ToldIndicator, ToldPledge } from "../site.ts";
import { counts, words } from "../words.ts";
import { inLang, sayCount, sayHeads, sayMany, WithSwedish, type PageProps } from "./frame.tsx";
import { sayDue, sayQualified } from "./said.ts";

/** One löfte: exact words, the three columns that never merge, and how it hangs together. */
export function PledgeCard({
  site,
  pledge,
  lang,
  first,
  whole,
}: PageProps & {
  pledge: ToldPledge<PublicCount>;
  first?: boolean;
  /** The card is the page: its number is the page's heading and the words lead nowhere. */ whole?: boolean;
}) {
  const worst = worstStatus(pledge.activities);
  return (
    <PromiseCard
      lang={lang}
      number={say(words.pledgeNumber, lang, { number: pledge.order })}
      text={pledge.text}
      textLang="sv"
      href={whole === true ? undefined : inLang(`/${site.slug}/lofte/${pledge.slug}`, lang)}
      level={whole === true ? 1 : 2}
      {...(worst === undefined
        ? {}
        : { status: { kind: STATUS_KINDS[worst.status], word: say(statuses[worst.status], lang) } })}
      source={
        <>
          {say(words.verbatim, lang)}.{worst !== undefined && ` ${say(words.judgedIn, lang, { name: worst.report })}`}{" "}
          {whole === true && pledge.continues && `${say(words.goesOn, lang)} `}
          {whole === true && (
            <a href={inLang(`/${site.slug}/medborgarlofte/${pledge.documentSlug}`, lang)}>
              {say(words.readDocument, lang, { period: pledge.documentSlug.replace("-", "–") })}
            </a>
          )}
        </>
      }
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

/** One löfte in a list: which, how it stands, and its exact words as the way there. */
export function PledgeRow({
  site,
  pledge,
  lang,
  where,
}: {
  site: Disclosed<Site>;
  pledge: ToldPledge<PublicCount>;
  lang: Lang;
  where?: boolean;
}) {
  const worst = worstStatus(pledge.activities);
  return (
    <li>
      <p className="row small">
        <b>
          {where === true && `${site.name} · `}
          {say(words.pledgeNumber, lang, { number: pledge.order })}
        </b>
        {worst !== undefined && <Status kind={STATUS_KINDS[worst.status]} word={say(statuses[worst.status], lang)} />}
        {pledge.example && <ExampleMark lang={lang} />}
      </p>
      <p className="word">
        <a href={inLang(`/${site.slug}/lofte/${pledge.slug}`, lang)} lang="sv">
          {pledge.text}
        </a>
      </p>
    </li>
  );
}

/** The status that most needs to be seen: one kept activity does not hide one that was not. */
export function worstStatus(activities: readonly ToldActivity<PublicCount>[]) {
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
  const found = activities.flatMap(({ status }) => (status === null ? [] : [status]));
  return found.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0];
}

/** What was done, of the activity that says most in numbers; several kinds of deeds are never added together. */
function doneColumn(activities: readonly ToldActivity<PublicCount>[], lang: Lang): EvidenceColumn {
  const counted = activities.find(({ inAll }) => inAll !== null) ?? activities[0];
  if (counted === undefined) return { figure: say(words.cannotSay, lang) };
  const done: Count = counted.done;
  const of =
    counted.inAll === null ? (
      say(words.doneNoTarget, lang)
    ) : (
      <WithSwedish sentence={say(words.doneOf, lang, { due: sayDue(counted, lang) })} word={counted.target?.unit} />
    );
  return { figure: sayQualified(done, lang), of, body: <Meter activity={counted} lang={lang} /> };
}

export function Meter({ activity, lang }: { activity: ToldActivity<PublicCount>; lang: Lang }) {
  if (activity.inAll === null || activity.inAll === 0) return <p lang="sv">{activity.text}</p>;
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
      {activity.deviations[0] !== undefined && (
        <p lang="sv" className="measure">
          {activity.deviations[0].sentence}
        </p>
      )}
    </>
  );
}

function measuredColumn(
  indicators: readonly ToldIndicator<PublicCount>[],
  column: ToldIndicator<PublicCount>["column"],
  lang: Lang,
): EvidenceColumn {
  const kind = column === "outcome" ? ("measured" as const) : ("felt" as const);
  const indicator = indicators.find((one) => one.column === column && one.readings.length > 0);
  if (indicator === undefined)
    return { kind, figure: say(words.cannotSay, lang), body: <p>{say(words.cannotSayText, lang)}</p> };
  const before = indicator.readings.find(({ baseline }) => baseline);
  const now = indicator.readings.findLast(({ baseline }) => !baseline);
  const latest = now ?? before;
  if (latest === undefined) return { kind, figure: say(words.cannotSay, lang) };
  const { figure, n } = latest;
  if (figure === null) {
    return {
      kind,
      figure: say(words.cannotSay, lang),
      body: (
        <p>
          {n !== null && sayHeads(counts.tooFew, n, lang)} <span lang="sv">{indicator.caveat}</span>
        </p>
      ),
    };
  }
  const number = (value: number) => formatNumber(value, lang);
  const told = { unit: indicator.unit, low: "", high: "", n: n === null ? "" : sayCount(n, lang) };
  const isSure = figure.low !== null && figure.high !== null && n !== null;
  const detail = isSure ? { ...told, low: number(figure.low ?? 0), high: number(figure.high ?? 0) } : told;
  const was = now === undefined ? null : (before?.figure ?? null);
  return {
    kind,
    figure: number(figure.value),
    of: <span lang="sv">{indicator.unit}</span>,
    body: (
      <p>
        <b lang="sv">{indicator.name}.</b>{" "}
        {!isSure
          ? ""
          : was === null
            ? say(words.measured, lang, detail)
            : say(words.wasBefore, lang, { ...detail, value: number(was.value) })}{" "}
        {indicator.verdict !== null && say(verdicts[indicator.verdict], lang)} <span lang="sv">{indicator.caveat}</span>
      </p>
    ),
  };
}

/** Where it comes from and what came of it, in counts that have passed the gate. */
function lineageOf(site: PageProps["site"], pledge: ToldPledge<PublicCount>, lang: Lang): LineageStep[] {
  const home = `/${site.slug}`;
  const link = (path: string, part = "") => `${inLang(`${home}${path}`, lang)}${part}`;
  const own = `/lofte/${pledge.slug}`;
  const [problem] = pledge.problems;
  const rests = pledge.problems.flatMap((one) => sayEvidence(one, lang));
  const answered = site.answers.filter(
    (answer) => answer.pledge?.order === pledge.order && answer.pledge.documentSlug === pledge.documentSlug,
  ).length;
  const occasions = pledge.activities.reduce((sum, activity) => sum + activity.occasions.length, 0);
  return [
    rests[0] === undefined
      ? { text: say(words.nothingCited, lang), missing: true }
      : {
          text: rests[0],
          href: link(own, "#varfor"),
          ...(rests.length > 1 ? { note: rests.slice(1).join(", ") } : {}),
        },
    problem === undefined
      ? { text: say(words.whyNone, lang), missing: true }
      : { text: say(words.theProblem, lang), href: link(own, "#varfor"), note: problem.title, noteLang: "sv" },
    { text: say(words.pledgeNumber, lang, { number: pledge.order }), href: link(own), here: true },
    {
      text: sayMany(counts.activities, pledge.activities.length, lang),
      href: link(own, "#gor"),
      note: sayMany(counts.occasions, occasions, lang),
    },
    outcomeStep(pledge, link, lang),
    answered === 0
      ? { text: say(words.noAnswerYet, lang), missing: true }
      : { text: sayMany(counts.answers, answered, lang), href: link("/du-sa") },
  ];
}

function outcomeStep(
  pledge: ToldPledge<PublicCount>,
  link: (path: string, part?: string) => string,
  lang: Lang,
): LineageStep {
  const moved = movedOf(pledge, lang);
  if (moved !== undefined)
    return {
      text: moved.fromTo,
      href: link(`/lofte/${pledge.slug}`, "#matt"),
      note: moved.indicator.name,
      noteLang: "sv",
    };
  const status = worstStatus(pledge.activities);
  return status === undefined
    ? { text: say(words.noReports, lang), missing: true }
    : {
        text: say(statuses[status.status], lang),
        href: link(`/rapport/${status.report}`),
        note: say(words.reportNamed, lang, { name: status.report }),
      };
}

/** "58 till 37 procent", of the first measure whose readings all may be told. */
export function movedOf(
  { indicators }: ToldPledge<PublicCount>,
  lang: Lang,
): { readonly indicator: ToldIndicator<PublicCount>; readonly fromTo: string } | undefined {
  for (const indicator of indicators) {
    // What was done says nothing of what it led to, and no line is drawn over a break.
    if (indicator.column === "output" || (indicator.breaks ?? []).length > 0) continue;
    const figures = indicator.readings.flatMap(({ figure }) => figure ?? []);
    const [first, last] = [figures[0], figures.at(-1)];
    if (figures.length < 2 || figures.length < indicator.readings.length || first === undefined || last === undefined)
      continue;
    const [from, to] = [formatNumber(first.value, lang), formatNumber(last.value, lang)];
    return { indicator, fromTo: say(words.fromTo, lang, { from, to, unit: indicator.unit }) };
  }
  return undefined;
}

/** "2 punkter från vandringar", "47 röster i dialog", "1 mätning": what a problem rests on, most public first. */
export function sayEvidence(problem: ToldPledge<PublicCount>["problems"][number], lang: Lang): string[] {
  return [
    ...(problem.points.length === 0 ? [] : [sayMany(counts.points, problem.points.length, lang)]),
    ...problem.evidence.map(({ kind, pieces, voices }) =>
      voices === null ? sayHeads(counts[kind], pieces, lang) : sayHeads(counts.voicesInDialogue, voices, lang),
    ),
  ];
}
