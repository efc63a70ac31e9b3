import { useState } from "react";
import { say, type Lang } from "../../../ground/words.ts";
import { causes } from "../../../act/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Select } from "../../../ui/select.tsx";
import { Status } from "../../../ui/status.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { STATUS_KINDS } from "../../screens/status-kinds.ts";
import { statuses } from "../../words.ts";
import { assessActivity, viewActivity } from "../api.ts";
import { countsWhatIsLookedFor, STATUSES, type Status as Judged } from "../report.ts";
import { partyViews, words } from "../words.ts";
import type { Opened } from "./opened.ts";
import { sayCounted, sayDone, sayNext, sayStatus } from "./said.ts";

type Card = Opened["pledges"][number]["cards"][number];

/** One activity: what was promised, what the log says was done and came of it, and the judgement of people. No figure of it is typed. */
export function AssessmentCard(props: ScreenProps & { report: Opened; card: Card }) {
  const { card, lang } = props;
  return (
    <article className="sheet stack">
      <div className="stack-tight">
        <div className="row between">
          <h3>{say(words.activity, lang, { number: card.number })}</h3>
          <Status
            kind={card.judged ? STATUS_KINDS[card.status] : "waiting"}
            word={card.judged ? sayStatus(card, lang) : say(words.mustJudge, lang)}
          />
        </div>
        <h4>{say(words.promised, lang)}</h4>
        <p className="word" lang="sv">
          {card.text}
        </p>
        {card.unit !== "" && (
          <p className="small quiet" lang="sv">
            {card.unit}
          </p>
        )}
      </div>
      {card.judgedOn !== null && (
        <Notice
          kind="advice"
          heading={say(words.logChanged, lang, {
            before: sayDone({ ...card, ...card.judgedOn }, lang),
            now: sayDone(card, lang),
          })}
        />
      )}
      <Figures card={card} lang={lang} />
      <Judgement {...props} />
      <OwnView {...props} />
    </article>
  );
}

/** Gjort and Ledde till, out of the log. */
function Figures({ card, lang }: { card: Card; lang: Lang }) {
  return (
    <div className="split-even">
      <div className="stack-tight">
        <h4>{say(words.done, lang)}</h4>
        <p>
          <b>{sayDone(card, lang)}</b>
          {card.span !== null &&
            ` · ${say(words.partOf, lang, { period: formatPeriod(card.span.from, card.span.to, lang) })}`}
        </p>
        {card.beside.length > 0 && (
          <p>
            {say(words.besides, lang, {
              what: card.beside.map(({ count, counted }) => `${sayCounted(count, lang)} ${counted}`).join(", "),
            })}
          </p>
        )}
        {card.deviations.length > 0 && (
          <ul className="list">
            {card.deviations.map((one) => (
              <li key={`${one.on} ${one.sentence}`}>
                <span>
                  {say(words.missed, lang, {
                    day: formatDay(one.on, lang),
                    cause: say(causes[one.cause], lang),
                  })}
                  : <span lang="sv">{one.sentence}</span> {sayNext({ newDay: one.newDay, because: one.because }, lang)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="stack-tight">
        <h4>{say(words.ledTo, lang)}</h4>
        {card.outputs.length === 0 ? (
          <p className="quiet">{say(words.nothingCame, lang)}</p>
        ) : (
          <ul className="list">
            {card.outputs.map((one) => (
              <li key={`${one.depth} ${one.what}`}>
                <span>
                  {one.depth > 0 && `${say(words.ofWhich, lang)} `}
                  <span lang="sv">{one.what}</span>: {sayCounted(one, lang)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Judgement({ partnership, lang, report, card }: ScreenProps & { report: Opened; card: Card }) {
  const assess = useCommand(assessActivity);
  const [status, setStatus] = useState<Judged>(card.judged ? card.status : card.preset);
  const [explanation, setExplanation] = useState(card.explanation);
  const [own, setOwn] = useState({ output: card.output, outcome: card.outcome, experience: card.experience });
  const [told, setTold] = useState<{ refusal?: string; saved?: boolean }>({});
  const { last } = card;
  const save = async () => {
    const { activityId } = card;
    const result = await assess.run({ partnership, slug: report.slug, activityId, status, explanation, ...own });
    setTold(result.ok ? { saved: true } : { refusal: result.refusal.sentence });
  };
  const texts = [explanation, own.output, own.outcome, own.experience];
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="small quiet">
        {say(words.logSays, lang, { status: sayStatus({ ...card, status: card.preset }, lang) })}
      </p>
      <Select
        label={say(words.assessment, lang)}
        value={status}
        onChange={(value) => setStatus(value as Judged)}
        options={STATUSES.map((value) => ({ value, word: say(statuses[value], lang) }))}
      />
      <TextArea label={say(words.explanation, lang)} value={explanation} onChange={setExplanation} rows={2} />
      {last !== null && last.explanation !== "" && explanation === "" && (
        <div className="stack-tight">
          <p className="small quiet" lang="sv">
            {say(words.lastTime, lang, { slug: last.slug, text: last.explanation })}
          </p>
          <div className="row">
            <Button kind="bare" onPress={() => setExplanation(last.explanation)}>
              {say(words.takeUp, lang, { slug: last.slug })}
            </Button>
          </div>
        </div>
      )}
      <details open={texts.slice(1).some((one) => one !== "")}>
        <summary>{say(words.inWords, lang)}</summary>
        <div className="stack">
          {(["output", "outcome", "experience"] as const).map((field) => (
            <TextArea
              key={field}
              label={say(words[field], lang)}
              value={own[field]}
              onChange={(value) => setOwn({ ...own, [field]: value })}
              rows={2}
            />
          ))}
        </div>
      </details>
      {texts.some(countsWhatIsLookedFor) && <Notice kind="advice" heading={say(words.lookedFor, lang)} />}
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {told.saved === true && <Notice kind="done" heading={say(words.saved, lang)} live />}
      <div className="row">
        <Button type="submit" busy={assess.busy}>
          {say(words.save, lang)}
        </Button>
      </div>
    </form>
  );
}

/** One's own organisation's word beside the joint one, and the other's where it is handed in. */
function OwnView({ partnership, lang, person, report, card }: ScreenProps & { report: Opened; card: Card }) {
  const view = useCommand(viewActivity);
  const own = report.parties.find(({ organisationId }) =>
    person.grants.some((grant) => grant.organisationId === organisationId),
  );
  const given = card.views.find(({ party }) => party === own?.party);
  const [status, setStatus] = useState<string>(given?.status ?? "");
  const [explanation, setExplanation] = useState(given?.explanation ?? "");
  const [told, setTold] = useState<{ refusal?: string; saved?: boolean }>({});
  const save = async () => {
    const { activityId } = card;
    const said = status === "" ? null : (status as Judged);
    const result = await view.run({ partnership, slug: report.slug, activityId, status: said, explanation });
    setTold(result.ok ? { saved: true } : { refusal: result.refusal.sentence });
  };
  return (
    <>
      {card.views
        .filter(({ party }) => party !== own?.party)
        .map((one) => (
          <div key={one.party} className="stack-tight">
            <PartyName party={one.party}>{say(partyViews[one.party], lang)}</PartyName>
            <p>
              <Status kind={STATUS_KINDS[one.status]} word={say(statuses[one.status], lang)} />
            </p>
            <p lang="sv">{one.explanation}</p>
          </div>
        ))}
      {own !== undefined && (
        <details open={given !== undefined}>
          <summary>{say(words.ownView, lang, { party: own.name })}</summary>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <Select
              label={say(partyViews[own.party], lang)}
              value={status}
              onChange={setStatus}
              empty={say(words.ownViewNone, lang)}
              options={STATUSES.map((value) => ({ value, word: say(statuses[value], lang) }))}
            />
            {status !== "" && (
              <TextArea label={say(words.ownViewWhy, lang)} value={explanation} onChange={setExplanation} rows={2} />
            )}
            {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
            {told.saved === true && <Notice kind="done" heading={say(words.saved, lang)} live />}
            <div className="row">
              <Button type="submit" busy={view.busy}>
                {say(words.saveView, lang)}
              </Button>
            </div>
          </form>
        </details>
      )}
    </>
  );
}
