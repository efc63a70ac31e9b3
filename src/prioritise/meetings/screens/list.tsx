import { useState } from "react";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { listMeetings, planMeeting } from "../api.ts";
import { meetingStates, words } from "../words.ts";
import { DecisionTable } from "./decisions.tsx";
import { leads } from "./read-meeting.ts";

/** /lagesbild/<p>/arbetsmoten: the work meetings, the latest first, and where the next is planned. */
export function MeetingListScreen(props: ScreenProps) {
  const { partnership, partnershipName, lang } = props;
  const list = useAnswer(listMeetings, { partnership });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.heading, lang)}
        over={partnershipName}
        lead={say(words.lead, lang)}
        actions={<LinkButton href={`/lagesbild/${partnership}`}>{say(words.toPicture, lang)}</LinkButton>}
      />
      <Asked answer={list} lang={lang}>
        {({ meetings, waiting }) => (
          <>
            <section className="stack">
              <SectionHeading heading={say(words.all, lang)}>{meetings.length}</SectionHeading>
              {meetings.length === 0 ? (
                <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} />
              ) : (
                <ul className="list">
                  {meetings.map((one) => (
                    <li key={one.on}>
                      <div>
                        <a href={`/lagesbild/${partnership}/arbetsmote-${one.on}`} className="strong">
                          {say(words.meeting, lang, { day: formatDay(one.on, lang) })}
                        </a>{" "}
                        {one.example && <ExampleMark lang={lang} />}
                        <p className="small quiet">
                          {say(meetingStates[one.state], lang)} ·{" "}
                          {say(words.counted, lang, {
                            items: formatNumber(one.items, lang),
                            itemCount: one.items,
                            decisions: formatNumber(one.decisions, lang),
                          })}
                        </p>
                      </div>
                    </li>
                  ))}
                </ul>
              )}
            </section>
            {waiting.length > 0 && (
              <section className="stack">
                <SectionHeading heading={say(words.waiting, lang)}>{waiting.length}</SectionHeading>
                <p className="measure">{say(words.waitingText, lang)}</p>
                <DecisionTable partnership={partnership} lang={lang} rows={waiting} />
              </section>
            )}
            {leads(props) && <Plan {...props} />}
          </>
        )}
      </Asked>
    </div>
  );
}

function Plan({ partnership, lang, go }: ScreenProps) {
  const [on, setOn] = useState<Day>();
  const [refusal, setRefusal] = useState<string>();
  const plan = useCommand(planMeeting);
  const send = async () => {
    if (on === undefined) return setRefusal(say(words.dayMissing, lang));
    const result = await plan.run({ partnership, on });
    if (result.ok) go(`/lagesbild/${partnership}/arbetsmote-${result.value.on}`);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.planHeading, lang)} />
      <form
        className="stack measure sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <DateField label={say(words.on, lang)} value={on ?? ""} onChange={setOn} />
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        <Button type="submit" kind="main" busy={plan.busy}>
          {say(words.plan, lang)}
        </Button>
      </form>
    </section>
  );
}
