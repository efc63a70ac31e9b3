import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { formatClock, formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { useKeys } from "../../../ui/use-keys.ts";
import { itemKinds, words } from "../words.ts";
import { dayAfter, NoMeeting } from "./at-meeting.tsx";
import { BringUp } from "./meeting.tsx";
import { Closing, Minutes, Present } from "./minutes.tsx";
import { FollowUp, Notes } from "./notes.tsx";
import { Pictures } from "./pictures.tsx";
import { type MeetingProps, type ReadItem, takenUp, useMeeting, writes } from "./read-meeting.ts";

/** /lagesbild/<p>/moteslage-<day>, «Mötesläge»: one item at a time on the wall, noted by keyboard; the minutes at the end. */
export function MeetingModeScreen(props: ScreenProps) {
  const on = dayAfter("moteslage-", props.item);
  return on === undefined ? <NoMeeting {...props} /> : <Opened {...props} on={on} />;
}

function Opened(props: ScreenProps & { on: Day }) {
  const { partnership, lang, on } = props;
  const { asked, meeting, from } = useMeeting(partnership, on);
  if (asked.state === "refused" && asked.refusal.status === 404) return <NoMeeting {...props} />;
  if (meeting === undefined)
    return (
      <Asked answer={asked} lang={lang} page>
        {() => null}
      </Asked>
    );
  return (
    <div className="stack meeting-mode">
      <PageHeading
        heading={say(words.meeting, lang, { day: formatDay(meeting.on, lang) })}
        over={`${say(words.meetingMode, lang)} · ${props.partnershipName}`}
        actions={
          <LinkButton href={`/lagesbild/${partnership}/arbetsmote-${meeting.on}`}>{say(words.agenda, lang)}</LinkButton>
        }
      />
      <Notice heading={say(words.onlyShared, lang)} />
      {from !== undefined && (
        <Notice kind="advice" heading={say(words.away, lang, { clock: formatClock(from, lang) })} live />
      )}
      <Steps {...props} meeting={meeting} />
    </div>
  );
}

/** Where one is stands in the address, so that a second screen can be opened at the same item. */
function Steps(props: MeetingProps) {
  const { meeting, lang, partnership, query } = props;
  const items = takenUp(meeting);
  const [at, setAt] = useState<string | undefined>(query.get("punkt") ?? items[0]?.id);
  const found = items.findIndex(({ id }) => id === at);
  // What was left out by somebody else meanwhile is not there any more: then the minutes are.
  const place = found < 0 ? items.length : found;
  const item = items[place];
  const go = (to: number) => {
    const next = items[Math.max(0, Math.min(items.length, to))]?.id ?? "protokoll";
    setAt(next);
    history.replaceState(null, "", `/lagesbild/${partnership}/moteslage-${meeting.on}?punkt=${next}`);
  };
  useKeys((key) => {
    if (key === "PageDown") go(place + 1);
    else if (key === "PageUp") go(place - 1);
    else return false;
    return true;
  });
  const ways = (
    <nav className="row" aria-label={say(words.agenda, lang)}>
      {place > 0 && <Button onPress={() => go(place - 1)}>{say(words.previous, lang)}</Button>}
      {item !== undefined && (
        <Button kind="main" onPress={() => go(place + 1)}>
          {say(place === items.length - 1 ? words.toMinutes : words.next, lang)}
        </Button>
      )}
      {item !== undefined && place < items.length - 1 && (
        <Button kind="bare" onPress={() => go(items.length)}>
          {say(words.toMinutes, lang)}
        </Button>
      )}
      <span className="small quiet">{say(words.keys, lang)}</span>
    </nav>
  );
  if (item === undefined) return <End {...props} ways={ways} isEmpty={items.length === 0} />;
  return (
    <>
      <div className="stack-tight">
        <p role="status">{say(words.itemOf, lang, { place: place + 1, count: items.length })}</p>
        {ways}
      </div>
      <Item key={item.id} {...props} item={item} />
    </>
  );
}

function Item(props: MeetingProps & { item: ReadItem }) {
  const { item, lang } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className="stack">
      <div>
        <p className="quiet">{say(itemKinds[item.kind], lang)}</p>
        <h2 className="meeting-point" tabIndex={-1} ref={heading}>
          {say(item.said, lang)}
        </h2>
      </div>
      <FollowUp {...props} />
      <div className="split-even">
        <Pictures {...props} />
        <Notes {...props} />
      </div>
    </article>
  );
}

/** After the last item: who was there, what the minutes say, and that they go out. */
function End(props: MeetingProps & { ways: ReactNode; isEmpty: boolean }) {
  const { lang, ways, isEmpty } = props;
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="stack-loose" ref={heading} tabIndex={-1}>
      {isEmpty ? (
        <Empty heading={say(words.agendaNone, lang)} text={say(words.agendaNoneText, lang)} level={2} />
      ) : (
        ways
      )}
      {writes(props) && <BringUp {...props} />}
      <Present {...props} />
      <Minutes {...props} />
      <Closing {...props} />
    </div>
  );
}
