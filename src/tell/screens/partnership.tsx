import { addDays, daysBetween } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay, formatList } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { SilenceClock } from "../../ui/clock.tsx";
import { words } from "../words.ts";
import { AnswerList } from "./answers.tsx";
import { Frame, inLang, sayAnswered, sayCount, type PageProps } from "./frame.tsx";
import { PledgeCard } from "./pledge-card.tsx";

/** /ockelbo: what we promise now, how it goes, when we last said a word, what was heard. */
export function PartnershipPage(props: PageProps) {
  const { site, lang } = props;
  const current = site.documents.find(({ slug }) => slug === site.current[0]?.documentSlug);
  const parties = formatList(
    site.parties.map(({ name }) => name),
    lang,
  );
  const heading =
    current === undefined
      ? say(words.noPromise, lang)
      : say(words.promiseOf, lang, {
          name: site.name,
          from: current.from?.slice(0, 4) ?? current.fromSaid,
          to: current.to?.slice(0, 4) ?? current.toSaid,
        });
  return (
    <Frame {...props} address={`/${site.slug}`}>
      <div className="split">
        <PageHeading
          document
          heading={heading}
          over={site.parties.map((party) => (
            <PartyName key={party.name} party={party.kind}>
              {party.name}
            </PartyName>
          ))}
          lead={current === undefined ? say(words.noPromiseText, lang) : say(words.promiseLead, lang, { parties })}
        />
        <Silence {...props} />
      </div>
      {site.current.map((pledge, place) => (
        <PledgeCard key={pledge.slug} {...props} pledge={pledge} first={place === 0} />
      ))}
      <section>
        <SectionHeading heading={say(words.youSaid, lang)}>
          <a href={inLang(`/${site.slug}/du-sa`, lang)}>{say(words.youSaid, lang)}</a>
        </SectionHeading>
        <AnswerList {...props} most={4} />
      </section>
      <Heard {...props} />
    </Frame>
  );
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
      words={say(words.daysAgo, lang)}
      gone={days / site.feedbackDays}
      late={late > 0}
      from={say(words.lastWordWhat, lang, { day: formatDay(on, lang), what: say(words[`word${what}`], lang) })}
      to={
        late > 0 ? say(words.lateBy, lang, { days: late }) : say(words.nextWordBy, lang, { day: formatDay(next, lang) })
      }
    />
  );
}

function Heard({ site, lang }: PageProps) {
  return (
    <section id="lyssnat">
      <SectionHeading heading={say(words.heard, lang)} />
      {site.walks.length === 0 && site.dialogues.length === 0 && (
        <Empty heading={say(words.noAnswers, lang)} text={say(words.noAnswersText, lang)} />
      )}
      <ul className="list">
        {site.walks.map((walk) => (
          <li key={walk.slug}>
            <div>
              <a href={inLang(`/${site.slug}/vandring/${walk.slug}`, lang)}>{walk.title}</a>{" "}
              {walk.example && <ExampleMark lang={lang} />}
              <p className="quiet">
                {formatDay(walk.on, lang)}.{" "}
                {walk.walkers !== null && say(words.walkers, lang, { count: sayCount(walk.walkers, lang) })}
              </p>
            </div>
          </li>
        ))}
        {site.dialogues.map((dialogue) => (
          <li key={dialogue.slug}>
            <div>
              <a href={inLang(`/${site.slug}/dialog/${dialogue.slug}`, lang)}>{dialogue.title}</a>{" "}
              {dialogue.example && <ExampleMark lang={lang} />}
              <p className="quiet">{sayAnswered(dialogue, lang)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
