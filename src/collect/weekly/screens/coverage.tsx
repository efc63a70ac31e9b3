import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { PersonLine } from "../../privacy/screens/person-text.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { answerWeeklyEvent, weeklyCoverage } from "../api.ts";
import { SILENT_FROM } from "../coverage.ts";
import { weekNumber } from "../week.ts";
import { cellStates, inWords } from "../words.ts";
import { words } from "./words.ts";

type Covered = OutputOf<typeof weeklyCoverage>;
const A_QUARTER = 12;
const A_YEAR = 52;

/** /lyssna/<p>/veckorapporter: what reporters have seen, what it led to, and who has reported, so that silence is not read as calm. */
export function WeeklyScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const [weeks, setWeeks] = useState(A_QUARTER);
  const covered = useAnswer(weeklyCoverage, { partnership, weeks });
  return (
    <>
      <PageHeading
        heading={say(words.deskHeading, lang)}
        over={partnershipName}
        lead={say(words.deskLead, lang)}
        actions={
          <LinkButton href={`/lyssna/${partnership}/veckorapporter-installning`}>
            {say(words.toSettings, lang)}
          </LinkButton>
        }
      />
      <Asked answer={covered} lang={lang}>
        {(value) => (
          <div className="stack-loose">
            {value.reporters
              .filter(({ silentWeeks }) => silentWeeks >= SILENT_FROM)
              .map(({ id, area, silentWeeks }) => (
                <Notice
                  key={id}
                  kind="advice"
                  heading={say(words.silent, lang, { area, weeks: inWords(silentWeeks, lang) })}
                  text={say(words.silentText, lang)}
                />
              ))}
            <Lacking covered={value} lang={lang} />
            <section className="stack">
              <SectionHeading heading={say(words.events, lang)}>{value.events.length}</SectionHeading>
              <Events covered={value} partnership={partnership} lang={lang} />
            </section>
            <section className="stack">
              <SectionHeading heading={say(words.coverage, lang)} />
              <Coverage covered={value} lang={lang} />
              <div>
                <Button small onPress={() => setWeeks(weeks === A_QUARTER ? A_YEAR : A_QUARTER)}>
                  {say(weeks === A_QUARTER ? words.lastYear : words.lastWeeks, lang)}
                </Button>
              </div>
            </section>
          </div>
        )}
      </Asked>
    </>
  );
}

/** Whose report for the last whole week has not come; those who have been silent for longer stand above. */
function Lacking({ covered: { weeks, reporters }, lang }: { covered: Covered; lang: Lang }) {
  const lacking = reporters.filter(({ cells, silentWeeks }) => cells[1]?.state === "none" && silentWeeks < SILENT_FROM);
  if (lacking.length === 0) return null;
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(words.lacking, lang, { week: weekNumber(weeks[1] as Day) })}>
        {lacking.length}
      </SectionHeading>
      <ul className="list">
        {lacking.map(({ id, area, role }) => (
          <li key={id}>
            {area}, {role}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Coverage({ covered, lang }: { covered: Covered; lang: Lang }) {
  const { weeks, reporters } = covered;
  if (reporters.length === 0)
    return <Empty heading={say(words.noReporters, lang)} text={say(words.noReportersText, lang)} />;
  return (
    <DataTable
      caption={say(words.coverageCaption, lang)}
      captionHidden
      rows={weeks}
      rowKey={(week) => week}
      columns={[
        {
          head: say(words.week, lang, { week: "" }).trim(),
          names: true,
          cell: (week) => <span className="no-wrap">{weekNumber(week as Day)}</span>,
        },
        ...reporters.map((reporter) => ({
          head: (
            <>
              {reporter.area}
              <div className="small quiet">
                {reporter.role} {reporter.example && <ExampleMark lang={lang} />}
              </div>
            </>
          ),
          cell: (_week: string, place: number) => {
            const cell = reporter.cells[place]!;
            const word = say(cellStates[cell.state], lang, { events: cell.events });
            return cell.state === "none" || cell.state === "events" ? (
              <b>{word}</b>
            ) : (
              <span className="quiet">{word}</span>
            );
          },
        })),
      ]}
    />
  );
}

function Events({ covered, partnership, lang }: { covered: Covered; partnership: string; lang: Lang }) {
  const { events } = covered;
  if (events.length === 0) return <Empty heading={say(words.noEvents, lang)} text={say(words.noEventsText, lang)} />;
  return (
    <>
      <DataTable
        caption={say(words.events, lang)}
        captionHidden
        rows={events}
        rowKey={({ id }) => id}
        columns={[
          { head: say(words.week, lang, { week: "" }).trim(), cell: ({ week }) => weekNumber(week as Day) },
          {
            head: say(words.event, lang),
            names: true,
            cell: ({ id, text, example }) => (
              <>
                <a href={`/lyssna/${partnership}/iakttagelse-${id}`}>{text}</a> {example && <ExampleMark lang={lang} />}
              </>
            ),
          },
          { head: say(words.place, lang), cell: ({ placeName, area }) => placeName || area },
          { head: say(words.unsafe, lang), number: true, cell: ({ severity }) => severity },
          { head: say(words.reporters, lang), number: true, cell: ({ reporters }) => reporters },
          {
            head: say(words.ledToHead, lang),
            cell: ({ answer }) => (answer === null ? "–" : `${answer.text}, ${formatDay(answer.on as Day, lang)}`),
          },
        ]}
      />
      <Answer covered={covered} partnership={partnership} lang={lang} />
    </>
  );
}

function Answer({ covered, partnership, lang }: { covered: Covered; partnership: string; lang: Lang }) {
  const answer = useCommand(answerWeeklyEvent);
  const [id, setId] = useState("");
  const [text, setText] = useState("");
  const [on, setOn] = useState<Day>(today());
  const [told, setTold] = useState<{ refusal?: string; saved?: boolean }>({});
  const save = async () => {
    if (id === "") return setTold({ refusal: say(words.chooseEvent, lang) });
    const result = await answer.run({ partnership, id, text, on });
    if (!result.ok) return setTold({ refusal: result.refusal.sentence });
    setTold({ saved: true });
    setText("");
    setId("");
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{say(words.writeAnswer, lang)}</h3>
      <Select
        label={say(words.answerFor, lang)}
        empty={say(words.chooseEvent, lang)}
        value={id}
        onChange={setId}
        options={covered.events.map((event) => ({
          value: event.id,
          word: `${say(words.week, lang, { week: weekNumber(event.week as Day) })}: ${event.text}`,
        }))}
      />
      <PersonLine
        about="public"
        lang={lang}
        label={say(words.ledToHead, lang)}
        guide={say(words.answerGuide, lang)}
        value={text}
        onChange={setText}
        error={told.refusal}
      />
      <DateField label={say(words.on, lang)} value={on} onChange={(day) => setOn(day ?? today())} />
      <Button type="submit" busy={answer.busy}>
        {say(words.saveAnswer, lang)}
      </Button>
      {told.saved === true && <Notice kind="done" heading={say(words.saved, lang)} live />}
    </form>
  );
}
