import { useEffect, useState } from "react";
import type { Endpoint } from "../../../ground/endpoint.ts";
import type { Grant } from "../../../ground/party.ts";
import { addDays, type Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { deviceNow, newDeviceId, today } from "../../../platform/browser/device.ts";
import { type Entry, keep, kept } from "../../../platform/browser/storage.ts";
import { type Phone, useOffline, usePhone, useTakenAlong } from "../../../platform/browser/use-outbox.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay, formatList } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { OfflineBar, type OutboxState } from "../../../ui/offline-bar.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { attachPhoto } from "../../api.ts";
import { words as collect } from "../../screens/words.ts";
import { openWeek, sendWeeklyReport, setWeeklyAbsence } from "../api.ts";
import type { NewEvent } from "../report.ts";
import { placeFromAddress } from "../reporter.ts";
import { mondayOf, weekNumber } from "../week.ts";
import { EMPTY_EVENT, type EventDraft, reportInput } from "../week-draft.ts";
import { refusals } from "../words.ts";
import { EventForm, type KeptEvent } from "./event-form.tsx";
import type { Mine } from "./opened.ts";
import { words } from "./words.ts";

/** What a reporter's phone sends. */
const DOORS: readonly Endpoint[] = [sendWeeklyReport, attachPhoto, setWeeklyAbsence];
const SENDING = { endpoints: DOORS };

/** /falt/<p>/vecka: the weekly report, two minutes in a stairwell; «Inget särskilt» is one tap. Works without network. */
export function WeekScreen({ partnership, partnershipName, person, lang }: ScreenProps) {
  const phone = usePhone(person.id, SENDING);
  const offline = useOffline();
  const asked = useAnswer(openWeek, { partnership });
  const heard = asked.state === "answered" ? asked.value : undefined;
  const opened = useTakenAlong(phone?.storage, person.id, `week ${partnership}`, heard);
  if (phone === undefined || (opened === undefined && asked.state === "waiting"))
    return <Loading text={say(collect.loading, lang)} />;
  const entries = phone.entries.filter(({ endpoint }) => DOORS.some(({ name }) => name === endpoint));
  return (
    <div data-density="field" className="stack">
      <OfflineBar lang={lang} outbox={barOf(entries, offline)} />
      <div className="wrap page stack" id="veckan">
        <div>
          <p className="quiet">
            <b>{partnershipName}</b>
            {opened?.reporter && ` · ${opened.reporter.role}, ${opened.reporter.area}`}
          </p>
          <h1>{say(words.week, lang, { week: weekNumber(mondayOf(today())) })}</h1>
        </div>
        {opened === undefined ? (
          <Notice kind="error" heading={say(collect.noAnswer, lang)} />
        ) : opened.reporter === null ? (
          <Notice heading={say(refusals["not-a-reporter"], lang)} />
        ) : (
          <Week
            key={partnership}
            phone={phone}
            mine={{ ...opened, reporter: opened.reporter }}
            partnership={partnership}
            personId={person.id}
            grants={person.grants}
            lang={lang}
          />
        )}
        <p>
          <a href={`/falt/${partnership}`}>{say(words.toField, lang)}</a>
        </p>
      </div>
    </div>
  );
}

function barOf(entries: readonly Entry[], offline: boolean): OutboxState {
  const count = (...states: readonly string[]) => entries.filter(({ state }) => states.includes(state)).length;
  if (count("refused") > 0) return { state: "refused", refused: count("refused"), href: "#veckan" };
  const waiting = count("waiting", "sending");
  return waiting === 0 && !offline
    ? { state: "sent", sent: count("sent") }
    : { state: "waiting", waiting, sent: count("sent"), offline };
}

type Props = {
  readonly phone: Phone;
  readonly mine: Mine;
  readonly partnership: string;
  readonly personId: string;
  readonly grants: readonly Grant[];
  readonly lang: Lang;
};
/** What is being written: there again when the browser was killed, and sent as the report of the week it is sent in. */
type Kept = { readonly writing: boolean; readonly events: readonly KeptEvent[]; readonly draft: EventDraft };
const NOTHING_WRITTEN: Kept = { writing: false, events: [], draft: EMPTY_EVENT };

/** From a sticker at one of the places: that place is chosen already. */
function begunAt({ reporter }: Mine, before: Kept = NOTHING_WRITTEN): Kept {
  const place = placeFromAddress(reporter.places, new URLSearchParams(location.search).get("plats") ?? "");
  return place === undefined ? before : { ...before, writing: true, draft: { ...EMPTY_EVENT, place } };
}

function Week({ phone, mine, partnership, personId, grants, lang }: Props) {
  const { storage } = phone;
  const week = mondayOf(today());
  const name = `week draft ${partnership}`;
  const [draft, setDraft] = useState<Kept>();
  const [full, setFull] = useState(false);
  useEffect(() => {
    void kept<Kept>(storage, personId, name).then((before) =>
      setDraft(before === undefined || !before.writing ? begunAt(mine, before) : before),
    );
    // Where the sticker hangs is asked when the page is opened, not each time the week is heard of anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [storage, personId, name]);
  if (draft === undefined) return <Loading text={say(collect.loading, lang)} />;
  const change = (next: Kept) => {
    setDraft(next);
    void keep(storage, personId, name, next);
  };

  const send = async (events: readonly KeptEvent[]) => {
    const id = newDeviceId();
    const said = events.map(({ photo: _photo, ...event }): NewEvent => event);
    const input = reportInput({ partnership, id, week, at: deviceNow(), events: said });
    const put = await phone.outbox.put({ endpoint: sendWeeklyReport, id, input });
    setFull(!put.ok);
    if (!put.ok) return;
    for (const { photo, id: observationId } of events) {
      if (photo === undefined) continue;
      const photoId = newDeviceId();
      const photoInput = { partnership, observationId, id: photoId, alt: "" };
      await phone.outbox.put({ endpoint: attachPhoto, id: photoId, input: photoInput, bytes: photo, after: id });
    }
    change(NOTHING_WRITTEN);
    scrollTo(0, 0);
    void phone.outbox.send();
  };

  const reports = phone.entries.filter(
    ({ endpoint, input }) =>
      endpoint === sendWeeklyReport.name && input["week"] === week && input["partnership"] === partnership,
  );
  const done = reports.length > 0 || mine.sent !== null;
  return (
    <>
      {full && <Notice kind="error" heading={say(words.phoneFull, lang)} live />}
      {!draft.writing && <Told reports={reports} sent={mine.sent} lang={lang} />}
      {!draft.writing &&
        reports
          .filter(({ state }) => state === "refused")
          .map((entry) => (
            <Refused
              key={entry.id}
              entry={entry}
              lang={lang}
              onChange={() => {
                const events = (entry.input["events"] ?? []) as readonly NewEvent[];
                change({ writing: true, events, draft: EMPTY_EVENT });
                void phone.outbox.drop(entry.id);
              }}
            />
          ))}
      {!draft.writing && <Returns mine={mine} lang={lang} />}
      {!draft.writing && <Missed mine={mine} lang={lang} />}
      {draft.writing ? (
        <EventForm
          mine={mine}
          grants={grants}
          events={draft.events}
          lang={lang}
          draft={draft.draft}
          onDraft={(event) => change({ ...draft, draft: event })}
          onKeep={(events, event) => change({ ...draft, events, draft: event })}
          onSend={(events) => void send(events)}
          onBack={() => change({ ...draft, writing: false })}
        />
      ) : (
        <div className="stack">
          {!done && (
            <Button kind="main" wide onPress={() => void send([])}>
              {say(words.nothing, lang)}
            </Button>
          )}
          <Button wide onPress={() => change({ ...draft, writing: true })}>
            {say(done ? words.somethingMore : words.something, lang)}
          </Button>
        </div>
      )}
      {!draft.writing && <Away phone={phone} mine={mine} partnership={partnership} lang={lang} />}
    </>
  );
}

/** What has been said this week, and where it is: sent, or still in the phone. */
function Told({ reports, sent, lang }: { reports: readonly Entry[]; sent: number | null; lang: Lang }) {
  if (reports.some(({ state }) => state === "waiting" || state === "sending"))
    return <Notice heading={say(words.inThePhone, lang)} live />;
  const gone = reports.filter(({ state }) => state === "sent");
  const here = gone.reduce((sum, { input }) => sum + ((input["events"] as readonly unknown[]) ?? []).length, 0);
  if (gone.length === 0 && sent === null) return null;
  const events = Math.max(here, sent ?? 0);
  return (
    <Notice
      kind="done"
      heading={events === 0 ? say(words.thanksNothing, lang) : say(words.thanks, lang, { events })}
      live
    />
  );
}

function Refused({ entry, lang, onChange }: { entry: Entry; lang: Lang; onChange: () => void }) {
  return (
    <Notice
      kind="error"
      heading={say(words.notSent, lang)}
      text={entry.sentence}
      safe={say(words.safeInPhone, lang)}
      live
    >
      <Button onPress={onChange}>{say(words.change, lang)}</Button>
    </Notice>
  );
}

/** Whoever never hears back stops in week six: what the last report led to stands first. */
function Returns({ mine, lang }: { mine: Mine; lang: Lang }) {
  const { returns, last } = mine;
  if (returns.length > 0)
    return (
      <ul className="list">
        {returns.map(({ week, text, on }) => (
          <li key={`${week} ${text}`}>
            {say(words.ledTo, lang, {
              week: weekNumber(week as Day),
              text: text.replace(/[.]$/, ""),
              on: formatDay(on as Day, lang),
            })}
          </li>
        ))}
      </ul>
    );
  if (last === null || last.events === 0) return null;
  return <p className="quiet">{say(words.noAnswerYet, lang, { week: weekNumber(last.week as Day) })}</p>;
}

/** That no report came is told to the one who was to write it. */
function Missed({ mine, lang }: { mine: Mine; lang: Lang }) {
  if (mine.missed.length === 0) return null;
  const weeks = formatList(
    mine.missed.toReversed().map((week) => String(weekNumber(week as Day))),
    lang,
  );
  return <Notice kind="advice" heading={say(words.missed, lang, { weeks })} text={say(words.missedText, lang)} />;
}

function Away({ phone, mine, partnership, lang }: Omit<Props, "personId" | "grants">) {
  const [until, setUntil] = useState<Day>();
  const [told, setTold] = useState<{ refusal?: string }>({});
  const said = phone.entries.findLast(
    ({ endpoint, state, input }) =>
      endpoint === setWeeklyAbsence.name && state !== "refused" && input["partnership"] === partnership,
  );
  const days = [mine.awayUntil, said?.input["until"]].filter((day) => typeof day === "string");
  const latest = days.toSorted().findLast((day) => day >= today());
  const save = async () => {
    if (until === undefined || until < today()) return setTold({ refusal: say(words.awayPast, lang) });
    const id = newDeviceId();
    const input = { partnership, id, from: today(), until };
    const put = await phone.outbox.put({ endpoint: setWeeklyAbsence, id, input });
    setTold(put.ok ? {} : { refusal: say(words.phoneFull, lang) });
    void phone.outbox.send();
  };
  if (latest !== undefined)
    return <p className="quiet">{say(words.awayNow, lang, { day: formatDay(latest as Day, lang) })}</p>;
  return (
    <details>
      <summary>{say(words.away, lang)}</summary>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <DateField
          label={say(words.awayUntil, lang)}
          guide={say(words.awayGuide, lang)}
          value={until ?? ""}
          onChange={setUntil}
          min={today()}
          max={addDays(today(), 200)}
          error={told.refusal}
        />
        <Button type="submit">{say(words.awaySet, lang)}</Button>
      </form>
    </details>
  );
}
