import { dayOf } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import type { ReportBody, ReportCard } from "../../../pledge/report-text.ts";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import { PartyName } from "../../../ui/party-name.tsx";
import { PromiseCard } from "../../../ui/promise-card.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status } from "../../../ui/status.tsx";
import type { EvidenceColumn } from "../../../ui/three-columns.tsx";
import { ReportColumns } from "./report-columns.tsx";
import { STATUS_KINDS } from "../../screens/status-kinds.ts";
import { statuses } from "../../words.ts";
import { channels, partyViews, reaches, voices, words } from "../words.ts";
import { sayCounted, sayDone, sayHeads, sayNext, sayStatus } from "./said.ts";

/** A report as both sign it and everybody reads it. */
export function ReportBodyText({ body, lang }: { body: ReportBody; lang: Lang }) {
  return (
    <>
      <p className="quiet">{say(words.frozenOn, lang, { day: formatDay(dayOf(body.frozenAt), lang) })}</p>
      {body.pledges.map((pledge) => (
        <section key={pledge.order} className="stack">
          <SectionHeading heading={say(words.pledge, lang, { number: pledge.order })} />
          <p className="word" lang="sv">
            {pledge.text}
          </p>
          <div>
            {pledge.activities.map((card, place) => (
              <ActivityTold key={card.activityId} card={card} lang={lang} first={place === 0} />
            ))}
          </div>
          <ReportColumns pledge={pledge} lang={lang} />
        </section>
      ))}
      {body.itemsDone > 0 && <p>{say(words.itemsDone, lang, { count: body.itemsDone })}</p>}
      <section className="stack">
        <SectionHeading heading={say(words.whatEachSays, lang)} />
        <div className="split-even">
          {(["municipality", "police"] as const).map((voice) => (
            <Said key={voice} body={body} voice={voice} lang={lang} />
          ))}
        </div>
        {body.texts.some(({ voice }) => voice === "joint") && (
          <div className="measure">
            <Said body={body} voice="joint" lang={lang} />
          </div>
        )}
      </section>
      <section className="stack-tight">
        <SectionHeading heading={say(words.whoKnows, lang)} />
        {body.told.length === 0 ? (
          <p className="quiet">{say(words.nothingTold, lang)}</p>
        ) : (
          <ul className="list">
            {body.told.map((one) => (
              <li key={`${one.on} ${one.audience}`}>
                <PartyName party={one.party}>
                  {formatDay(one.on, lang)} · {say(channels[one.channel], lang)} · <span lang="sv">{one.audience}</span>{" "}
                  · {say(reaches[one.reach], lang)}
                </PartyName>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function ActivityTold({ card, lang, first }: { card: ReportCard; lang: Lang; first: boolean }) {
  const own = (text: string) =>
    text === "" ? null : (
      <p lang="sv" className="measure">
        {text}
      </p>
    );
  const done: EvidenceColumn = {
    figure: sayCounted(card.done, lang),
    of: card.expected === null ? card.counted : sayDone(card, lang).replace(`${sayCounted(card.done, lang)} `, ""),
    body: (
      <>
        {card.span !== null && (
          <p>{say(words.partOf, lang, { period: formatPeriod(card.span.from, card.span.to, lang) })}</p>
        )}
        {own(card.output)}
        {card.beside.length > 0 && (
          <p>
            {say(words.besides, lang, {
              what: card.beside.map(({ count, counted }) => `${sayCounted(count, lang)} ${counted}`).join(", "),
            })}
          </p>
        )}
        {card.deviations.map((one) => (
          <p key={`${one.on} ${one.sentence}`}>
            {say(words.missedOpen, lang, { day: formatDay(one.on, lang) })}: <span lang="sv">{one.sentence}</span>{" "}
            {sayNext(one, lang)}
          </p>
        ))}
      </>
    ),
  };
  const outputs = card.outputs.length > 0 && (
    <ul className="list">
      {card.outputs.map((one) => (
        <li key={`${one.depth} ${one.what}`}>
          <span>
            {one.depth > 0 && `${say(words.ofWhich, lang)} `}
            <span lang="sv">{one.what}</span>: {sayHeads(one.heads, one.qualifier, lang)}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <PromiseCard
      lang={lang}
      level={3}
      number={say(words.activity, lang, { number: card.number })}
      text={card.text}
      textLang="sv"
      status={{ kind: STATUS_KINDS[card.status], word: sayStatus(card, lang) }}
      source={
        <>
          {card.explanation !== "" && (
            <span className="because" lang="sv">
              {card.explanation}
            </span>
          )}
          {card.preset !== card.status && (
            <> {say(words.logSays, lang, { status: say(statuses[card.preset], lang) })}</>
          )}
        </>
      }
      columns={{
        done,
        result:
          card.outcome === "" && card.outputs.length === 0
            ? { figure: say(words.cannotSay, lang) }
            : {
                body: (
                  <>
                    {outputs}
                    {own(card.outcome)}
                  </>
                ),
              },
        felt:
          card.experience === ""
            ? { figure: say(words.cannotSay, lang), kind: "felt" }
            : { body: own(card.experience), kind: "felt" },
      }}
      first={first}
    >
      {card.views.length > 0 && (
        <div className="split-even">
          {card.views.map((view) => (
            <div key={view.party} className="stack-tight">
              <PartyName party={view.party}>{say(partyViews[view.party], lang)}</PartyName>
              <p>
                <Status kind={STATUS_KINDS[view.status]} word={say(statuses[view.status], lang)} />
              </p>
              {own(view.explanation)}
            </div>
          ))}
        </div>
      )}
    </PromiseCard>
  );
}

/** Two hands, the same size: a party that has written nothing says so. */
function Said({ body, voice, lang }: { body: ReportBody; voice: ReportBody["texts"][number]["voice"]; lang: Lang }) {
  const text = body.texts.find((one) => one.voice === voice)?.text ?? "";
  return (
    <div className="stack-tight">
      <h3>
        <PartyName party={voice === "joint" ? "both" : voice}>{say(voices[voice], lang)}</PartyName>
      </h3>
      {text === "" ? <p className="quiet">–</p> : <p lang="sv">{text}</p>}
    </div>
  );
}
