import { useState } from "react";
import { dayOf } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { words as followWords } from "../../words.ts";
import { handInText, openReport, writeText } from "../api.ts";
import { VOICES, countsWhatIsLookedFor, type Voice } from "../report.ts";
import { voices, words } from "../words.ts";
import { AssessmentCard } from "./assessment-card.tsx";
import type { Opened } from "./opened.ts";
import { ReportBodyText } from "./report-body.tsx";
import { ReportColumns } from "./report-columns.tsx";
import { Tellings } from "./tellings.tsx";
import { ToSign } from "./to-sign.tsx";

/** /folj-upp/<p>/<year>: promised, done, led to, judged; three texts; who knows of it; then both sign it and two keys let it out. */
export function ReportScreen(props: ScreenProps) {
  const { partnership, lang, item = "" } = props;
  const opened = useAnswer(openReport, { partnership, slug: item });
  if (opened.state === "waiting") return <Loading text={say(followWords.loading, lang)} />;
  if (opened.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={opened.state === "refused" ? opened.refusal.sentence : say(followWords.noAnswer, lang)}
      />
    );
  const report = opened.value;
  return (
    <>
      <PageHeading
        heading={say(words.reportOf, lang, { period: formatPeriod(report.from, report.to, lang) })}
        over={
          <>
            <Tag>{say(words[report.state], lang)}</Tag> {report.example && <ExampleMark lang={lang} />}
          </>
        }
        lead={
          report.frozen === null
            ? say(words.takenNow, lang)
            : say(words.frozenOn, lang, { day: formatDay(dayOf(report.frozen.at), lang) })
        }
      />
      <p>
        <a href={`/folj-upp/${partnership}`}>{say(words.back, lang)}</a>
      </p>
      <Disputed {...props} disputes={report.disputes} />
      {report.state === "draft" || report.frozen === null ? (
        <Writing {...props} report={report} />
      ) : (
        <ReportBodyText body={report.frozen.body} lang={lang} />
      )}
      <ToSign {...props} report={report} />
    </>
  );
}

function Disputed({ partnership, lang, disputes }: ScreenProps & { disputes: Opened["disputes"] }) {
  if (disputes.inAll === 0) return null;
  return (
    <Notice
      kind={disputes.open > 0 ? "advice" : "note"}
      heading={say(words.disputed, lang, { count: disputes.inAll })}
      text={
        disputes.open > 0 ? say(words.disputedOpen, lang, { count: disputes.open }) : say(words.disputedAnswered, lang)
      }
    >
      <p>
        <a href={`/lyssna/${partnership}/teman`}>{say(words.toDisputes, lang)}</a>
      </p>
    </Notice>
  );
}

function Writing(props: ScreenProps & { report: Opened }) {
  const { report, lang } = props;
  return (
    <>
      {report.pledges.map((pledge) => (
        <section key={pledge.order} className="stack">
          <SectionHeading heading={say(words.pledge, lang, { number: pledge.order })}>
            {pledge.cards.length}
          </SectionHeading>
          <p className="word" lang="sv">
            {pledge.text}
          </p>
          {pledge.disputes.inAll > 0 && (
            <p>{say(words.disputedHere, lang, { count: pledge.disputes.inAll, open: pledge.disputes.open })}</p>
          )}
          {pledge.cards.map((card) => (
            <AssessmentCard key={card.activityId} {...props} card={card} />
          ))}
          <ReportColumns
            lang={lang}
            pledge={{ activities: pledge.cards, indicators: pledge.indicators.map(asMeasured) }}
          />
        </section>
      ))}
      {report.itemsDone.length > 0 && (
        <section className="stack-tight">
          <SectionHeading heading={say(words.itemsDone, lang, { count: report.itemsDone.length })} />
          <ul className="list">
            {report.itemsDone.map((one) => (
              <li key={one.id}>
                <span lang="sv">{`${one.place}: ${one.text} · ${formatDay(one.on, lang)}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {VOICES.map((voice) => (
        <TextCard key={voice} {...props} voice={voice} />
      ))}
      <Tellings {...props} />
    </>
  );
}

/** Inside, every reading with how many it rests on. */
function asMeasured({ readings, stated, ...indicator }: Opened["pledges"][number]["indicators"][number]) {
  return {
    ...indicator,
    ...stated,
    readings: readings.map(({ value, low, high, n, on, baseline, comparable }) => ({
      on,
      figure: { value, low, high },
      n: n === null ? null : { shown: "count" as const, value: n },
      baseline,
      comparable,
    })),
  };
}

function TextCard({ partnership, lang, person, report, voice }: ScreenProps & { report: Opened; voice: Voice }) {
  const write = useCommand(writeText);
  const handIn = useCommand(handInText);
  const given = report.texts.find((one) => one.voice === voice);
  const last = report.last?.texts.find((one) => one.voice === voice)?.text ?? "";
  const [text, setText] = useState(given?.text ?? "");
  const [told, setTold] = useState<{ refusal?: string; saved?: boolean }>({});
  const mine = report.state === "draft" && (voice === "joint" || person.grants.some(({ party }) => party === voice));
  const where = { partnership, slug: report.slug };
  const save = async (after?: () => ReturnType<typeof handIn.run>) => {
    const written = await write.run({ ...where, voice, text });
    const result = written.ok && after !== undefined ? await after() : written;
    setTold(result.ok ? { saved: true } : { refusal: result.refusal.sentence });
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(voices[voice], lang)}>
        {voice !== "joint" && say(given?.handedIn === true ? words.handedIn : words.notHandedIn, lang)}
      </SectionHeading>
      {mine ? (
        <form
          className="stack measure"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextArea label={say(voices[voice], lang)} value={text} onChange={setText} rows={4} />
          {countsWhatIsLookedFor(text) && <Notice kind="advice" heading={say(words.lookedFor, lang)} />}
          {text === "" && last !== "" && (
            <Button kind="bare" onPress={() => setText(last)}>
              {say(words.takeUp, lang, { slug: report.last?.slug ?? "" })}
            </Button>
          )}
          {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
          {told.saved === true && <Notice kind="done" heading={say(words.saved, lang)} live />}
          {voice !== "joint" && given?.handedIn !== true && <p className="quiet">{say(words.handInText, lang)}</p>}
          <div className="row">
            <Button type="submit" busy={write.busy}>
              {say(words.save, lang)}
            </Button>
            {voice !== "joint" && given?.handedIn !== true && (
              <Button kind="turn" busy={handIn.busy} onPress={() => void save(() => handIn.run(where))}>
                {say(words.handIn, lang)}
              </Button>
            )}
          </div>
        </form>
      ) : given === undefined || given.text === "" ? (
        <p className="quiet">–</p>
      ) : (
        <p className="measure" lang="sv">
          {given.text}
        </p>
      )}
      {voice !== "joint" && !mine && (
        <p>
          <PartyName party={voice}>{report.parties.find(({ party }) => party === voice)?.name ?? ""}</PartyName>
        </p>
      )}
    </section>
  );
}
