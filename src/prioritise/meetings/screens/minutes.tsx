import { useRef, useState } from "react";
import { say } from "../../../ground/words.ts";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { LEADERS } from "../../rights.ts";
import { approveMinutes, holdMeeting, notePresence } from "../api.ts";
import { closedBy } from "../meeting.ts";
import { itemKinds, outcomes, words } from "../words.ts";
import { NoteLine } from "./notes.tsx";
import { pictureSaid } from "./picture-said.ts";
import { leads, type MeetingProps, nameIn, takenUp, writes } from "./read-meeting.ts";

/** Each item with what was noted, as it goes out. */
export function Minutes({ meeting, lang }: MeetingProps) {
  return (
    <section className="stack">
      <SectionHeading heading={say(words.minutes, lang)} />
      <ol className="stack">
        {takenUp(meeting).map((item, place) => (
          <li key={item.id} className="stack-tight">
            <p>
              <b>
                {place + 1}. {say(item.said, lang)}
              </b>
            </p>
            <p className="small quiet">
              {say(itemKinds[item.kind], lang)}
              {item.outcome !== null && `: ${say(outcomes[item.outcome], lang)}`}
            </p>
            {item.pictures.map((picture) => {
              const said = pictureSaid(picture, lang);
              return (
                <p key={picture.id} className="small">
                  {said.sentence}. {said.pinned}
                </p>
              );
            })}
            {item.decisions.length === 0 && <p className="quiet">{say(words.nothingNoted, lang)}</p>}
            {item.decisions.map((one) => (
              <NoteLine key={one.id} one={one} meeting={meeting} lang={lang} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Which offices are there, and how many of each. */
export function Present(props: MeetingProps) {
  const { meeting, partnership, lang } = props;
  const [office, setOffice] = useState("");
  const [number, setNumber] = useState<number | undefined>(1);
  const [refusal, setRefusal] = useState<string>();
  const note = useCommand(notePresence);
  const send = async () => {
    if (office.trim() === "" || number === undefined) return;
    const result = await note.run({ partnership, on: meeting.on, office, number });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (!result.ok) return;
    setOffice("");
    setNumber(1);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.present, lang)}>
        {meeting.presence.reduce((sum, one) => sum + one.number, 0)}
      </SectionHeading>
      {meeting.presence.length === 0 ? (
        <p className="quiet">{say(words.presentNone, lang)}</p>
      ) : (
        <ul className="list">
          {meeting.presence.map((one) => (
            <li key={one.office}>
              <span>
                {one.office}: {one.number}
              </span>
            </li>
          ))}
        </ul>
      )}
      {writes(props) && (
        <form
          className="stack measure"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <p className="small quiet">{say(words.presentGuide, lang)}</p>
          <PersonLine
            label={say(words.office, lang)}
            about="matter"
            guide={say(words.officeGuide, lang)}
            lang={lang}
            value={office}
            onChange={setOffice}
            required
          />
          <NumberStepper
            lang={lang}
            label={say(words.number, lang)}
            value={number}
            onChange={setNumber}
            min={0}
            max={200}
          />
          {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
          <Button type="submit" busy={note.busy}>
            {say(words.saveOffice, lang)}
          </Button>
        </form>
      )}
    </section>
  );
}

/** «Klart, skicka», then each party's yes to what the minutes say. */
export function Closing(props: MeetingProps) {
  const { meeting, partnership, lang } = props;
  const [refusal, setRefusal] = useState<string>();
  const hold = useCommand(holdMeeting);
  const approve = useCommand(approveMinutes);
  const heading = useRef<HTMLDivElement>(null);
  const deciders = meeting.parties.filter(({ party }) => party !== "other");
  const mine = deciders.find(({ organisationId }) =>
    props.person.grants.some((grant) => grant.organisationId === organisationId && LEADERS.includes(grant.role)),
  );
  if (closedBy(meeting) !== undefined || (meeting.state === "open" && !leads(props))) return null;
  const after = (result: { ok: true } | { ok: false; refusal: { sentence: string } }) => {
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) heading.current?.focus();
  };
  const name = nameIn(meeting);
  return (
    <section className="stack">
      <div ref={heading} tabIndex={-1}>
        <SectionHeading heading={say(meeting.state === "open" ? words.holdHeading : words.approveHeading, lang)} />
      </div>
      <p className="measure">{say(meeting.state === "open" ? words.holdText : words.approveText, lang)}</p>
      {meeting.state === "held" && (
        <ul className="list">
          {deciders.map(({ organisationId }) => (
            <li key={organisationId}>
              {say(meeting.approved.includes(organisationId) ? words.hasApproved : words.hasNotApproved, lang, {
                name: name(organisationId),
              })}
            </li>
          ))}
        </ul>
      )}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {meeting.state === "open" && (
        <div className="row">
          <Button
            kind="main"
            busy={hold.busy}
            onPress={() => void hold.run({ partnership, on: meeting.on }).then(after)}
          >
            {say(words.hold, lang)}
          </Button>
        </div>
      )}
      {meeting.state === "held" && mine !== undefined && !meeting.approved.includes(mine.organisationId) && (
        <div className="row">
          <Button
            kind="main"
            busy={approve.busy}
            onPress={() =>
              void approve.run({ partnership, on: meeting.on, contentHash: meeting.contentHash }).then(after)
            }
          >
            {say(words.approve, lang, { name: mine.name })}
          </Button>
        </div>
      )}
    </section>
  );
}
