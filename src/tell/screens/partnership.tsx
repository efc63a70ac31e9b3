import type { PublicCount } from "../../ground/fewest.ts";
import { addDays, daysBetween } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay, formatPeriod } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { SilenceClock } from "../../ui/clock.tsx";
import { StageLine, type StageLinks } from "../../ui/stage-line.tsx";
import { followWords } from "../follow-words.ts";
import type { Site, ToldDialogue, ToldWalk } from "../site.ts";
import { counts, words } from "../words.ts";
import { ActionPlanList } from "./action-plan.tsx";
import { AnswerList } from "./answers.tsx";
import { ExpiryNotice, runsOut } from "./expiry.tsx";
import { OpenDrafts } from "./consultation.tsx";
import { Frame, inLang, sayHeads, sayMany, type PageProps } from "./frame.tsx";
import { PledgeCard } from "./pledge-card.tsx";
import { RoadList } from "./road.tsx";
import { SituationList } from "./situation.tsx";
import { DocumentSignatures } from "./signatures.tsx";
import { ComingWalks, comingWalks } from "./planned-walk.tsx";
import { pointsOf, WalkOutcome } from "./walk-points.tsx";

/** /ockelbo: what we promise now, how it goes, when we last said a word, what was heard. */
export function PartnershipPage(props: PageProps) {
  const { site, lang } = props;
  const current = site.documents.find(({ slug }) => slug === site.current[0]?.documentSlug);
  const expiring = runsOut(site);
  return (
    <Frame
      {...props}
      address={`/${site.slug}`}
      hero={
        <>
          <div className="hero">
            <div className="wrap split">
              <PageHeading
                document
                heading={partnershipHeading(site, lang)}
                over={site.parties.map((party) => (
                  <PartyName key={party.name} party={party.kind}>
                    <span lang="sv">{party.name}</span>
                  </PartyName>
                ))}
                lead={
                  current === undefined
                    ? say(site.documents.length === 0 ? words.noPromiseEver : words.noPromiseText, lang)
                    : say(words.promiseLead, lang, { pledges: sayMany(counts.pledges, site.current.length, lang) })
                }
              />
              <div className="stack-tight">
                <Silence {...props} />
                <p className="small">
                  <a href={inLang(`/${site.slug}/folj`, lang)}>{say(followWords.follow, lang)}</a>
                  {" · "}
                  <a href={inLang(`/${site.slug}/kalender`, lang)}>{say(followWords.calendar, lang)}</a>
                </p>
              </div>
            </div>
          </div>
          {current !== undefined && (
            <StageLine lang={lang} stages={stagesOf(props)} current={stageNow(site)} as="folded" />
          )}
        </>
      }
    >
      {expiring !== undefined && <ExpiryNotice document={expiring} lang={lang} />}
      <OpenDrafts {...props} />
      {site.current.length > 0 && (
        <div id="loften">
          {site.current.map((pledge, place) => (
            <PledgeCard key={pledge.slug} {...props} pledge={pledge} first={place === 0} />
          ))}
        </div>
      )}
      <div className={current === undefined ? undefined : "with-side"}>
        <section className="stack-tight" id="du-sa">
          <SectionHeading heading={say(words.youSaidWeDo, lang)}>
            {site.answers.length > 0 && (
              <a href={inLang(`/${site.slug}/du-sa`, lang)}>{sayMany(counts.allAnswers, site.answers.length, lang)}</a>
            )}
          </SectionHeading>
          <AnswerList {...props} shown={aYesAndANo(site.answers)} />
        </section>
        {current !== undefined && (
          <aside className="stack" aria-label={say(words.signedBy, lang)}>
            <SectionHeading heading={say(words.signedBy, lang)} />
            <DocumentSignatures document={current} lang={lang} />
            <p>
              <a href={inLang(`/${site.slug}/medborgarlofte/${current.slug}`, lang)}>
                {say(words.readDocument, lang, { period: periodOf(current, lang) })}
              </a>
            </p>
          </aside>
        )}
      </div>
      <Heard {...props} />
    </Frame>
  );
}

/** The newest of what we do and of what we do not: a no is not left to the long list. */
function aYesAndANo(answers: Site["answers"]): Site["answers"] {
  const shown = [
    answers.findLast(({ answer }) => answer === "chosen"),
    answers.findLast(({ answer }) => answer !== "chosen"),
  ];
  return shown.filter((answer) => answer !== undefined);
}

/** "Medborgarlöfte för Ockelbo 2025–2027". */
export function partnershipHeading(site: Site, lang: Lang): string {
  const current = site.documents.find(({ slug }) => slug === site.current[0]?.documentSlug);
  if (current === undefined) return say(words.noPromise, lang);
  return say(words.promiseOf, lang, { name: site.name, period: periodOf(current, lang) });
}

export function periodOf(document: Site["documents"][number], lang: Lang): string {
  if (document.from === null || document.to === null) return `${document.fromSaid}–${document.toSaid}`;
  return formatPeriod(document.from, document.to, lang);
}

/** Where in the cycle the last word stands. */
function stageNow({ lastWord }: Site): "pledge" | "follow" | "tell" {
  return lastWord?.what === "report" ? "follow" : lastWord?.what === "answer" ? "tell" : "pledge";
}

/** Every stage with what there is of it in the open, and the way there. */
function stagesOf({ site, lang }: PageProps): StageLinks {
  const home = `/${site.slug}`;
  const at = (path: string) => inLang(`${home}${path}`, lang);
  const document = site.documents.find(({ slug }) => slug === site.current[0]?.documentSlug);
  const report = site.reports.at(-1);
  const signed = document?.signatures.findLast(({ on }) => on !== null)?.on ?? null;
  return {
    collect: {
      href: `${at("")}#lyssnat`,
      count: `${sayMany(counts.walks, site.walks.length, lang)}, ${sayMany(counts.dialogues, site.dialogues.length, lang)}`,
    },
    picture: {
      href: `${at(`/medborgarlofte/${document?.slug ?? ""}`)}#grund`,
      count: sayMany(counts.sources, document?.basis.length ?? 0, lang),
    },
    prioritise: {
      href: at("/du-sa"),
      count: `${sayMany(counts.problems, site.answers.length, lang)}, ${sayMany(
        counts.chosen,
        site.answers.filter(({ answer }) => answer === "chosen").length,
        lang,
      )}`,
    },
    pledge: {
      href: at(`/medborgarlofte/${document?.slug ?? ""}`),
      count: signed === null ? undefined : say(words.signedOn, lang, { day: formatDay(signed, lang) }),
    },
    act: {
      href: `${at("")}#loften`,
      count: sayMany(
        counts.activities,
        site.current.reduce((sum, { activities }) => sum + activities.length, 0),
        lang,
      ),
    },
    follow: {
      href: at(report === undefined ? "/rapport" : `/rapport/${report.slug}`),
      count: report === undefined ? undefined : formatDay(report.on, lang),
    },
    tell: { href: `${at("")}#du-sa`, count: sayMany(counts.answers, site.answers.length, lang) },
  };
}

/** Days since the last word, and when the next is promised: late is said as late. */
function Silence({ site, lang, today }: PageProps) {
  if (site.lastWord === null) return null;
  const { on, what } = site.lastWord;
  const days = Math.max(0, daysBetween(on, today));
  const next = addDays(on, site.feedbackDays);
  const late = daysBetween(next, today);
  return (
    <SilenceClock
      heading={say(words.lastWord, lang)}
      figure={String(days)}
      words={sayMany(counts.daysAgo, days, lang)}
      gone={days / site.feedbackDays}
      late={late > 0}
      from={say(words.lastWordWhat, lang, { day: formatDay(on, lang), what: say(words[`word${what}`], lang) })}
      to={
        late > 0
          ? say(words.nextWordWasBy, lang, { day: formatDay(next, lang), late: sayMany(counts.daysLate, late, lang) })
          : say(words.nextWordBy, lang, { day: formatDay(next, lang) })
      }
    />
  );
}

/** Walks and dialogues, newest first, each with what came of it. */
function Heard({ site, lang, today }: PageProps) {
  const isComing = comingWalks(site, today).length > 0;
  const roads = site.roads ?? [];
  const situations = site.situations ?? [];
  const plans = site.actionPlans ?? [];
  const nothing = [site.walks, site.dialogues, roads, situations, plans].every(({ length }) => length === 0);
  if (nothing && !isComing)
    return (
      <section className="stack" id="lyssnat">
        <SectionHeading heading={say(words.heard, lang)} />
        <Empty heading={say(words.nothingHeard, lang)} text={say(words.nothingHeardText, lang)} />
      </section>
    );
  return (
    <section className="stack" id="lyssnat">
      <SectionHeading heading={say(words.heard, lang)}>
        {sayMany(counts.walks, site.walks.length, lang)}, {sayMany(counts.dialogues, site.dialogues.length, lang)}
      </SectionHeading>
      <ComingWalks site={site} lang={lang} today={today} />
      <div className="split-even">
        <div>
          <h3>{say(words.walks, lang)}</h3>
          <ul className="list">
            {site.walks.map((walk) => (
              <WalkRow key={walk.slug} site={site} walk={walk} lang={lang} />
            ))}
          </ul>
        </div>
        <div>
          <h3>{say(words.dialogues, lang)}</h3>
          <ul className="list">
            {site.dialogues.map((dialogue) => (
              <DialogueRow key={dialogue.slug} site={site} dialogue={dialogue} lang={lang} />
            ))}
          </ul>
        </div>
      </div>
      <RoadList site={site} roads={roads} lang={lang} />
      <SituationList site={site} reports={situations} lang={lang} />
      <ActionPlanList site={site} plans={plans} lang={lang} />
    </section>
  );
}

/** "26 oktober 2021 · Ockelbo · 14 gick", and what came of its points. */
function WalkRow({ site, walk, lang }: Pick<PageProps, "site" | "lang"> & { walk: ToldWalk<PublicCount> }) {
  const said = [
    walk.village,
    ...(walk.walkers === null ? [] : [sayHeads(counts.walkers, walk.walkers, lang)]),
    ...(walk.rows.length === 0 ? [] : [sayMany(counts.walkPoints, walk.rows.length, lang)]),
  ];
  return (
    <li>
      <div className="stack-tight">
        <p>
          <a className="strong" href={inLang(`/${site.slug}/vandring/${walk.slug}`, lang)}>
            {formatDay(walk.on, lang)}
          </a>{" "}
          · {said.join(" · ")}{" "}
          {(walk.example || walk.rows.some(({ example }) => example)) && <ExampleMark lang={lang} />}
        </p>
        <WalkOutcome points={pointsOf(walk)} lang={lang} />
      </div>
    </li>
  );
}

/** When, how many answered, and what was said most; or that the answers were never published. */
function DialogueRow({
  site,
  dialogue,
  lang,
}: Pick<PageProps, "site" | "lang"> & { dialogue: ToldDialogue<PublicCount> }) {
  const most = dialogue.themes
    .filter(({ voices }) => voices?.shown === "count" || voices?.shown === "about")
    .slice(0, 3);
  return (
    <li>
      <div className="stack-tight">
        <p>
          <a className="strong" href={inLang(`/${site.slug}/dialog/${dialogue.slug}`, lang)} lang="sv">
            {dialogue.title}
          </a>{" "}
          {dialogue.example && <ExampleMark lang={lang} />}
        </p>
        <p className="small quiet">
          {formatPeriod(dialogue.from, dialogue.to, lang)} ·{" "}
          {dialogue.answered === null
            ? say(words.answersNotPublished, lang)
            : sayHeads(counts.answered, dialogue.answered, lang)}
        </p>
        {most.length > 0 && (
          <p className="small">
            {say(words.saidMost, lang)} <span lang="sv">{most.map(({ theme }) => theme).join(" · ")}</span>
          </p>
        )}
      </div>
    </li>
  );
}
