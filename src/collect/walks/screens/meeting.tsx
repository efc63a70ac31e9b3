import { useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { useKeys } from "../../../ui/use-keys.ts";
import { answerRow, openWalk } from "../../api.ts";
import { openWalkDesk } from "../api.ts";
import { type AnswerKind, SPOT_MANAGERS, type SpotManager } from "../../observation.ts";
import { Asked } from "../../../ui/asked.tsx";
import { words as shared } from "../../screens/words.ts";
import { leadsFor, needsReason } from "../../walk.ts";
import { answers, managers } from "../../words.ts";
import { pointsToAnswer } from "../meeting.ts";
import { Publishing, sumSaid } from "./publish.tsx";
import { words } from "./words.ts";
import { PersonLine } from "../../privacy/screens/person-text.tsx";

type Opened = OutputOf<typeof openWalk>;
type Row = Opened["rows"][number];

/** In the order in which they are said; the figure before each is its key. */
const SAID: readonly AnswerKind[] = ["will-be-done", "investigated", "declined", "passed-on", "already-planned"];

/** /lyssna/<p>/mote-<slug>, «Mötesläge»: one point at a time on the wall, answered by keyboard; the sum at the end. */
export function MeetingScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const slug = (props.item ?? "").replace(/^mote-/, "");
  const opened = useAnswer(openWalk, { partnership, slug });
  const desk = useAnswer(openWalkDesk, { partnership, slug });
  return (
    <Asked answer={opened} lang={lang} page>
      {(value) => (
        <Asked answer={desk} lang={lang} page>
          {({ ownerOrganisationId }) => <Meeting {...props} {...value} ownerOrganisationId={ownerOrganisationId} />}
        </Asked>
      )}
    </Asked>
  );
}

function Meeting({
  walk,
  rows,
  ownerOrganisationId,
  partnership,
  person,
  lang,
}: ScreenProps & Opened & { ownerOrganisationId: string }) {
  const leads = leadsFor(person.grants, ownerOrganisationId);
  const points = pointsToAnswer(rows);
  const good = rows.filter(({ kind }) => kind === "positive");
  const [place, setPlace] = useState(() => {
    const first = points.findIndex(({ answer }) => answer === undefined);
    return first < 0 ? points.length : first;
  });
  const home = `/lyssna/${partnership}/vandring-${walk.slug}`;
  const point = points[place];
  const go = (to: number) => setPlace(Math.max(0, Math.min(points.length, to)));
  // Whoever went elsewhere while the answer was on its way stays there.
  const goFrom = (saved: number) => setPlace((now) => (now === saved ? Math.min(points.length, saved + 1) : now));
  const answered = points.filter(({ answer }) => answer !== undefined).length;
  if (rows.length === 0)
    return (
      <div className="stack-loose">
        <PageHeading heading={walk.title} over={say(words.meetingMode, lang)} />
        <Empty
          heading={say(words.noMeetingYet, lang)}
          text={say(words.noMeetingYetText, lang)}
          action={<LinkButton href={home}>{say(words.backToWalk, lang)}</LinkButton>}
          level={2}
        />
      </div>
    );
  return (
    <div className="stack-loose">
      <PageHeading
        heading={walk.title}
        over={say(words.meetingMode, lang)}
        lead={say(words.meetingLead, lang)}
        actions={<LinkButton href={home}>{say(words.backToWalk, lang)}</LinkButton>}
      />
      {place === 0 && good.length > 0 && (
        <section className="stack-tight">
          <SectionHeading heading={say(words.goodFirst, lang)}>{good.length}</SectionHeading>
          <ul className="list">
            {good.map((row) => (
              <li key={row.id}>
                <p>
                  <b>{row.placeName}.</b> {row.text}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p role="status">{say(words.answeredOf, lang, { count: answered, all: points.length })}</p>
      {point === undefined ? (
        <Sum walk={walk} rows={rows} partnership={partnership} leads={leads} lang={lang} onBack={() => go(place - 1)} />
      ) : (
        <Point
          key={point.id}
          row={point}
          place={place}
          count={points.length}
          partnership={partnership}
          slug={walk.slug}
          lang={lang}
          onGo={go}
          onSaved={goFrom}
        />
      )}
    </div>
  );
}

type Mine = { readonly partnership: string; readonly slug: string; readonly lang: Lang };

function Point(
  props: Mine & {
    readonly row: Row;
    readonly place: number;
    readonly count: number;
    readonly onGo: (place: number) => void;
    /** The answer at this place has reached the server. */
    readonly onSaved: (place: number) => void;
  },
) {
  const { row, place, count, partnership, slug, lang, onGo, onSaved } = props;
  const answer = useCommand(answerRow);
  const [kind, setKind] = useState<AnswerKind | undefined>(row.answer?.kind);
  const [reason, setReason] = useState(row.answer?.reason ?? "");
  const [when, setWhen] = useState(row.answer?.when ?? "");
  const [spotManager, setSpotManager] = useState<SpotManager>(row.spotManager);
  const [refusal, setRefusal] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const choose = (chosen: AnswerKind) => {
    setKind(chosen);
    setRefusal(undefined);
  };
  useKeys((key) => {
    if (key === "PageDown") onGo(place + 1);
    else if (key === "PageUp") onGo(place - 1);
    else {
      const chosen = SAID[Number(key) - 1];
      if (chosen === undefined) return false;
      choose(chosen);
      // To the one line that is left to write.
      const next = needsReason(chosen) ? "meeting-reason" : "meeting-when";
      setTimeout(() => document.getElementById(next)?.focus());
    }
    return true;
  });
  const save = async () => {
    if (kind === undefined) return onGo(place + 1);
    const said = { kind, reason, when, spotManager };
    const result = await answer.run({ partnership, slug, number: row.number, ...said });
    if (!result.ok) {
      setRefusal(result.refusal.sentence);
      return document.getElementById("meeting-reason")?.focus();
    }
    onSaved(place);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="quiet">{say(words.pointOf, lang, { place: place + 1, count })}</p>
      <h2 className="meeting-point" tabIndex={-1} ref={heading}>
        {row.number}. {row.placeName}: {row.text}
      </h2>
      {row.proposal !== "" && (
        <p className="meeting-proposal">{say(words.letterProposal, lang, { text: row.proposal })}</p>
      )}
      <div className="measure stack">
        <Select
          label={say(words.manager, lang)}
          value={spotManager}
          onChange={(value) => setSpotManager(value as SpotManager)}
          options={SPOT_MANAGERS.map((value) => ({
            value,
            word: value === "unknown" ? say(words.nobodyYet, lang) : say(managers[value], lang),
          }))}
        />
        <ChoiceGroup
          label={say(words.answerIs, lang)}
          value={kind ?? ""}
          onChange={(value) => choose(value as AnswerKind)}
          columns={1}
          options={SAID.map((value, at) => ({ value, word: `${at + 1}  ${say(answers[value], lang)}` }))}
        />
        {kind !== undefined && (
          <PersonLine
            about="public"
            lang={lang}
            id="meeting-when"
            label={say(kind === "investigated" ? words.whenDay : words.whenMonth, lang)}
            guide={say(shared.answerWhenGuide, lang)}
            value={when}
            onChange={setWhen}
          />
        )}
        {kind !== undefined && (
          <PersonLine
            about="public"
            lang={lang}
            id="meeting-reason"
            label={say(shared.reason, lang)}
            value={reason}
            onChange={setReason}
            error={refusal}
            {...(needsReason(kind) ? {} : { optional: say(shared.optional, lang) })}
          />
        )}
        <div className="row">
          <Button type="submit" kind="main" busy={answer.busy}>
            {say(kind === undefined ? words.next : words.saveNext, lang)}
          </Button>
          <Button onPress={() => onGo(place - 1)}>{say(words.previous, lang)}</Button>
          <Button onPress={() => onGo(count)}>{say(words.toTheSum, lang)}</Button>
        </div>
      </div>
    </form>
  );
}

function Sum(props: Omit<Opened, "notes"> & { partnership: string; leads: boolean; lang: Lang; onBack: () => void }) {
  const { rows, lang, onBack } = props;
  const waiting = pointsToAnswer(rows).filter(({ answer }) => answer === undefined);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.sum, lang)} />
      <p className="meeting-point" role="status">
        {sumSaid(rows, lang)}
      </p>
      {waiting.length > 0 && (
        <Notice
          kind="advice"
          heading={say(words.waiting, lang)}
          text={waiting.map(({ number, placeName }) => `${number}. ${placeName}`).join(" · ")}
        />
      )}
      <Publishing {...props} />
      <div className="row">
        <Button onPress={onBack}>{say(words.previous, lang)}</Button>
      </div>
    </section>
  );
}
