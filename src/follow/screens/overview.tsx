import { useState } from "react";
import { listWalks } from "../../collect/api.ts";
import { tellWaits } from "../../collect/screens/waits.tsx";
import type { OutputOf } from "../../ground/endpoint.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { joinPartnership, whoAmI } from "../../partnership/api.ts";
import { WaitsToHandOut } from "../../partnership/first/screens/hand-out.tsx";
import { roles, words as partnershipWords } from "../../partnership/words.ts";
import { parties } from "../../pledge/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { today } from "../../platform/browser/device.ts";
import { nextTold, words as expiryWords } from "../../pledge/renewal/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay, formatInstant, formatList, formatWeekday } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { waiting } from "../api.ts";
import { RedOfOverview } from "../clocks/screens/red-list.tsx";
import { words as handOver } from "../handover/words.ts";
import { TURN_WORDS } from "../turn-words.ts";
import { nextSteps, words } from "../words.ts";
import { Clocks, leftOf } from "./clocks.tsx";

/** /oversikt: what waits for me, over all my partnerships, and where nothing does, what comes next. */
export function OverviewScreen({ lang, person }: ScreenProps) {
  const me = useAnswer(whoAmI, {});
  const partnerships = me.state === "answered" ? me.value.partnerships : [];
  return (
    <>
      <PageHeading heading={say(words.overview, lang)} over={formatDay(today(), lang)} />
      {me.state === "waiting" && <Loading text={say(words.loading, lang)} />}
      {me.state === "answered" && me.value.asked.map((one) => <Asked key={one.slug} {...one} lang={lang} />)}
      {person.operator && <WaitsToHandOut lang={lang} />}
      {me.state === "answered" && partnerships.length === 0 && person.operator && (
        <Empty
          heading={say(partnershipWords.nothingFounded, lang)}
          text={say(partnershipWords.nothingFoundedText, lang)}
          level={2}
          action={
            <LinkButton href="/nytt-samarbete" kind="main">
              {say(partnershipWords.foundHeading, lang)}
            </LinkButton>
          }
        />
      )}
      {partnerships.map(({ slug, name }) =>
        partnerships.length === 1 ? (
          <Waiting key={slug} partnership={slug} name={name} level={2} lang={lang} />
        ) : (
          <section key={slug} className="stack" aria-labelledby={`over-${slug}`}>
            <SectionHeading heading={name} id={`over-${slug}`}>
              <a href={`/lyssna/${slug}`} aria-label={`${say(words.open, lang)} ${name}`}>
                {say(words.open, lang)}
              </a>
            </SectionHeading>
            <Waiting partnership={slug} name={name} level={3} lang={lang} />
          </section>
        ),
      )}
    </>
  );
}

/** «Hofors bjuder in · Tacka ja»: another municipality waits for an organisation one speaks for. */
function Asked({ slug, name, organisation, lang }: { slug: string; name: string; organisation: string; lang: Lang }) {
  const join = useCommand(joinPartnership);
  const [refusal, setRefusal] = useState<string>();
  const accept = async () => {
    const result = await join.run({ slug });
    if (!result.ok) setRefusal(result.refusal.sentence);
  };
  return (
    <Notice
      heading={say(partnershipWords.askedHeading, lang, { name })}
      text={say(partnershipWords.askedText, lang, { organisation })}
      level={2}
    >
      <div className="row">
        <Button kind="turn" busy={join.busy} onPress={() => void accept()}>
          {say(partnershipWords.acceptButton, lang)}
        </Button>
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </Notice>
  );
}

type Answer = OutputOf<typeof waiting>;
type Part = { partnership: string; name: string; lang: Lang; level: 2 | 3 };

function Waiting(props: Part) {
  const { partnership, lang, level } = props;
  const answer = useAnswer(waiting, { partnership });
  if (answer.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (answer.state !== "answered")
    return (
      <Notice kind="error" heading={answer.state === "refused" ? answer.refusal.sentence : say(words.noAnswer, lang)} />
    );
  const { turns, heard, clocks, runsOut, newcomers, empty, newest } = answer.value;
  const rows = [
    ...turns.map(({ kind, title, href, count = 0, day, missing = [] }): Turn => {
      const [heading, text] = TURN_WORDS[kind];
      const said = {
        title,
        count: missing.length > 0 ? missing.length : count,
        day: day === undefined ? "" : formatDay(day as Day, lang),
        parties: formatList(
          missing.map((party) => say(parties[party], lang)),
          lang,
        ),
      };
      return { what: say(heading, lang, said), why: say(text, lang, said), href };
    }),
    ...heard.map((one): Turn => ({ ...tellWaits(one, lang), href: one.href })),
  ];
  return (
    <div className={level === 2 ? "stack-loose" : "stack"}>
      {runsOut.map((one) => (
        <RunsOut key={one.slug} {...props} document={one} />
      ))}
      {newcomers.map(({ role, from }) => (
        <Notice
          key={role + from}
          heading={say(handOver.newcomer, lang, {
            role: say(roles[role], lang),
            place: props.name,
            day: formatWeekday(from as Day, lang),
          })}
          text={say(handOver.newcomerText, lang)}
          level={level}
        />
      ))}
      {empty.map((role) => (
        <Notice
          key={role}
          heading={say(handOver.empty, lang, { role: say(roles[role], lang), place: props.name })}
          text={say(handOver.emptyText, lang)}
          level={level}
        />
      ))}
      <div className="split">
        <div className={level === 2 ? "stack-loose" : "stack"}>
          {rows.length === 0 ? <NextSteps {...props} clocks={clocks} /> : <Turns {...props} turns={rows} />}
          <RedOfOverview partnership={partnership} lang={lang} level={level} />
        </div>
        <section>
          <SectionHeading heading={say(words.clocksHeading, lang)} level={level} />
          <Clocks rows={clocks} lang={lang} />
        </section>
      </div>
      {newest.length > 0 && <Newest {...props} newest={newest} />}
    </div>
  );
}

/** Both organisations are told, whoever of them answers for it: a promise runs out, or has run out and nothing follows. */
function RunsOut({ partnership, lang, level, document }: Part & { document: Answer["runsOut"][number] }) {
  const { slug, title, to, daysLeft, closing, next, example } = document;
  const heading =
    closing === null
      ? expiryWords.runsOutHeading
      : closing === "expired"
        ? expiryWords.hasRunOutHeading
        : expiryWords.hasRunOutUntoldHeading;
  const left = daysLeft === 0 ? say(expiryWords.lastDay, lang) : say(expiryWords.daysLeft, lang, { days: daysLeft });
  const told = say(nextTold[next], lang);
  return (
    <Notice
      kind={closing === null ? "advice" : "error"}
      heading={say(heading, lang, { title, day: formatDay(to as Day, lang) })}
      text={closing === null ? `${left} ${told}` : told}
      level={level}
    >
      <p className="row">
        <a href={`/lova/${partnership}/nasta-${slug}`} aria-label={`${say(expiryWords.toNext, lang)}: ${title}`}>
          {say(expiryWords.toNext, lang)}
        </a>
        {example && <ExampleMark lang={lang} />}
      </p>
    </Notice>
  );
}

type Turn = { readonly what: string; readonly why: string; readonly href: string };

function Turns({ turns, lang, level }: Part & { turns: readonly Turn[] }) {
  return (
    <section>
      <SectionHeading heading={say(words.yourTurn, lang)} level={level}>
        {turns.length}
      </SectionHeading>
      <ul className="list">
        {turns.map(({ what, why, href }, place) => (
          <li key={href + what} className={place === 0 ? "list-turn list-row-acting" : "list-row-acting"}>
            <div>
              <b>{what}</b>
              <p className="small quiet">{why}</p>
            </div>
            <LinkButton href={href} kind={place === 0 ? "main" : "plain"} label={`${say(words.open, lang)}: ${what}`}>
              {say(words.open, lang)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing waits for this person: then what comes next for everybody, with the way there. */
function NextSteps({ partnership, lang, level, clocks }: Part & { clocks: Answer["clocks"] }) {
  const asked = useAnswer(listWalks, { partnership });
  const walks = asked.state === "answered" ? asked.value.walks : [];
  const walk = walks.findLast(({ state, startsAt }) => state === "planned" && dayOf(startsAt as Instant) >= today());
  const addresses = {
    silence: `folj-upp/${partnership}`,
    "situation-report": `lagesbild/${partnership}`,
    "action-plan": `folj-upp/${partnership}/atgardsplaner`,
    document: `lova/${partnership}`,
  };
  const rows = [
    ...(walk === undefined
      ? []
      : [
          {
            what: say(words.nextWalk, lang, { title: walk.title }),
            why: `${formatInstant(walk.startsAt as Instant, lang)}, ${walk.meetingPoint}`,
            href: `/lyssna/${partnership}/${walk.slug}`,
          },
        ]),
    ...clocks
      .filter(({ state }) => state === "late" || state === "soon")
      .map((clock) => ({
        what: say(nextSteps[clock.name], lang),
        why: leftOf(clock, lang),
        href: `/${addresses[clock.name]}`,
      })),
    { what: say(words.nextMonth, lang), why: say(words.nextMonthText, lang), href: "/min-manad" },
  ];
  return (
    <section>
      <SectionHeading heading={say(words.nothingWaits, lang)} level={level} />
      <p className="small quiet">{say(words.nothingWaitsText, lang)}</p>
      <ul className="list">
        {rows.map(({ what, why, href }) => (
          <li key={what} className="list-row-acting">
            <div>
              <b>{what}</b>
              <p className="small quiet">{why}</p>
            </div>
            <LinkButton href={href} label={`${say(words.open, lang)}: ${what}`}>
              {say(words.open, lang)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Newest({ partnership, name, lang, level, newest }: Part & { newest: Answer["newest"] }) {
  return (
    <section>
      <SectionHeading heading={say(words.newest, lang)} level={level}>
        <a href={`/lyssna/${partnership}`} aria-label={`${say(words.allNewest, lang)}: ${name}`}>
          {say(words.allNewest, lang)}
        </a>
      </SectionHeading>
      <DataTable
        caption={`${say(words.newest, lang)}: ${name}`}
        captionHidden
        rows={newest}
        rowKey={(row) => row.id}
        columns={[
          {
            head: say(words.what, lang),
            names: true,
            cell: (row) => (
              <>
                <a href={`/lyssna/${partnership}/iakttagelse-${row.id}`} lang="sv">
                  {row.text}
                </a>{" "}
                {row.example && <ExampleMark lang={lang} />}
              </>
            ),
          },
          { head: say(words.where, lang), cell: (row) => <span lang="sv">{row.place || "–"}</span> },
          { head: say(words.source, lang), cell: (row) => <span lang="sv">{row.source}</span> },
          {
            head: say(words.when, lang),
            cell: (row) => (row.at === null ? "" : formatInstant(row.at as Instant, lang)),
          },
        ]}
      />
    </section>
  );
}
