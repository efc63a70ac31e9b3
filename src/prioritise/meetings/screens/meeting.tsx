import { useRef, useState } from "react";
import { dayOf } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import { useCommand } from "../../../platform/browser/ask.ts";
import { addressOf as addressOfDoor } from "../../../platform/browser/client.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatHash } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { bringUp, gatherAgenda, leaveOut, printMinutes } from "../api.ts";
import { closedBy } from "../meeting.ts";
import { itemKinds, meetingStates, words } from "../words.ts";
import { AtMeeting } from "./at-meeting.tsx";
import { Closing, Minutes, Present } from "./minutes.tsx";
import { CallOff } from "./call-off.tsx";
import { leads, type MeetingProps, type ReadItem, takenUp, writes } from "./read-meeting.ts";

/** /lagesbild/<p>/arbetsmote-<day>: the agenda before the meeting, the minutes after it. */
export function WorkMeetingScreen(props: ScreenProps) {
  return (
    <AtMeeting {...props} before="arbetsmote-">
      {(meeting) => <Shown {...props} meeting={meeting} />}
    </AtMeeting>
  );
}

function Shown(props: MeetingProps) {
  const { partnership, lang, meeting } = props;
  const off = useRef<HTMLDivElement>(null);
  const isOff = meeting.state === "called-off";
  const isClosed = closedBy(meeting) !== undefined;
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.meeting, lang, { day: formatDay(meeting.on, lang) })}
        over={meeting.example ? <ExampleMark lang={lang} /> : props.partnershipName}
        actions={
          <>
            {!isClosed && (
              <LinkButton kind="main" href={`/lagesbild/${partnership}/moteslage-${meeting.on}`}>
                {say(words.meetingMode, lang)}
              </LinkButton>
            )}
            {!isOff && (
              <LinkButton href={addressOfDoor(printMinutes, { partnership, on: meeting.on }, true)}>
                {say(words.paper, lang)}
              </LinkButton>
            )}
            <LinkButton href={`/lagesbild/${partnership}/arbetsmoten`}>{say(words.toMeetings, lang)}</LinkButton>
          </>
        }
      />
      <div ref={off} tabIndex={-1} className="stack">
        <Facts
          facts={[
            { name: say(words.state, lang), value: say(meetingStates[meeting.state], lang) },
            ...(meeting.approvedAt === null
              ? []
              : [
                  { name: say(words.approvedOn, lang), value: formatDay(dayOf(meeting.approvedAt), lang) },
                  { name: say(words.hash, lang), value: <code>{formatHash(meeting.contentHash, 4)}</code> },
                ]),
          ]}
        />
        {meeting.calledOff !== null && (
          <Notice
            heading={say(words.wasCalledOff, lang, {
              ...meeting.calledOff,
              day: formatDay(dayOf(meeting.calledOff.at), lang),
            })}
          />
        )}
      </div>
      {!isClosed && <Notice heading={say(words.working, lang)} />}
      {!isClosed && !writes(props) && <Notice heading={say(words.onlyReads, lang)} />}
      {(meeting.state === "open" || isOff) && <Agenda {...props} />}
      {!isOff && <Present {...props} />}
      {((meeting.state !== "open" && !isOff) || meeting.items.some(({ decisions }) => decisions.length > 0)) && (
        <Minutes {...props} />
      )}
      <Closing {...props} />
      {meeting.state === "open" && leads(props) && <CallOff {...props} onDone={() => off.current?.focus()} />}
    </div>
  );
}

function Agenda(props: MeetingProps) {
  const { partnership, lang, meeting } = props;
  const items = takenUp(meeting);
  const out = meeting.items.filter(({ leftOut }) => leftOut);
  const heading = useRef<HTMLDivElement>(null);
  const [refusal, setRefusal] = useState<string>();
  const [said, setSaid] = useState<string>();
  const leave = useCommand(leaveOut);
  const gather = useCommand(gatherAgenda);
  const turn = async ({ id }: ReadItem, isOut: boolean) => {
    const result = await leave.run({ partnership, on: meeting.on, itemId: id, leftOut: isOut });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    // The button goes with its row to the other list.
    if (result.ok) heading.current?.focus();
  };
  const gatherNow = async () => {
    const result = await gather.run({ partnership, on: meeting.on });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    setSaid(result.ok ? say(words.gathered, lang) : undefined);
  };
  const row = (item: ReadItem, isOut: boolean) => (
    <li key={item.id}>
      <div>
        {item.address === "" ? (
          <span className="strong">{say(item.said, lang)}</span>
        ) : (
          <a href={`/${item.address}`} className="strong">
            {say(item.said, lang)}
          </a>
        )}
        <p className="small quiet">{say(itemKinds[item.kind], lang)}</p>
      </div>
      {writes(props) && (
        <span className="list-end">
          <Button
            small
            kind="bare"
            label={say(isOut ? words.takeInOf : words.leaveOutOf, lang, { item: say(item.said, lang) })}
            onPress={() => void turn(item, !isOut)}
          >
            {say(isOut ? words.takeIn : words.leaveOut, lang)}
          </Button>
        </span>
      )}
    </li>
  );
  return (
    <section className="stack">
      <div ref={heading} tabIndex={-1}>
        <SectionHeading heading={say(words.agenda, lang)}>{items.length}</SectionHeading>
      </div>
      {items.length === 0 ? (
        <Empty heading={say(words.agendaNone, lang)} text={say(words.agendaNoneText, lang)} />
      ) : (
        <ol className="list">{items.map((item) => row(item, false))}</ol>
      )}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {said !== undefined && <Notice kind="done" level={3} heading={said} live />}
      {writes(props) && (
        <>
          <div className="row">
            <Button busy={gather.busy} onPress={() => void gatherNow()}>
              {say(words.gather, lang)}
            </Button>
          </div>
          <BringUp {...props} />
        </>
      )}
      {out.length > 0 && (
        <details>
          <summary>
            {say(words.leftOut, lang)} ({out.length})
          </summary>
          <ul className="list">{out.map((item) => row(item, true))}</ul>
        </details>
      )}
    </section>
  );
}

/** Something that stands nowhere else in the house. */
export function BringUp({ partnership, lang, meeting }: MeetingProps) {
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const bring = useCommand(bringUp);
  const send = async () => {
    if (text.trim() === "") return;
    const result = await bring.run({ partnership, on: meeting.on, text });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) setText("");
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <PersonLine
        label={say(words.bringUp, lang)}
        about="matter"
        guide={say(words.bringUpGuide, lang)}
        lang={lang}
        value={text}
        onChange={setText}
        required
      />
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <Button type="submit" busy={bring.busy}>
        {say(words.add, lang)}
      </Button>
    </form>
  );
}
