import { type ReactNode, useEffect, useState } from "react";
import type { Endpoint } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { whoAmI } from "../../partnership/api.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { fieldLight, setFieldLight, today } from "../../platform/browser/device.ts";
import { keep, kept } from "../../platform/browser/storage.ts";
import { type Phone, useOffline, usePhone, useTakenAlong } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { OfflineBar, type OutboxState } from "../../ui/offline-bar.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { attachPhoto, finishWalk, listWalks, noteObservation } from "../api.ts";
import { draftOf, EMPTY_DRAFT, type NoteDraft } from "../field-note.ts";
import { words as weekly } from "../weekly/screens/words.ts";
import { mondayOf, weekNumber } from "../weekly/week.ts";
import { lights } from "../words.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FinishForm } from "./finish-form.tsx";
import { NoteForm } from "./note-form.tsx";
import { tellClock, tellDay } from "./told.ts";
import type { Walk } from "./walk-row.ts";
import { words } from "./words.ts";

/** What a phone sends from outdoors. */
const DOORS: readonly Endpoint[] = [noteObservation, attachPhoto, finishWalk];

/** /falt: one hand, in the dark, without coverage. Everything is kept on the phone before it is said to be. */
export function FieldScreen({ partnership, partnershipName, person, lang }: ScreenProps) {
  const phone = usePhone(person.id, DOORS);
  const offline = useOffline();
  const asked = useAnswer(listWalks, { partnership });
  const heard = asked.state === "answered" ? asked.value.walks : undefined;
  const walks = useTakenAlong(phone?.storage, person.id, `walks ${partnership}`, heard);
  if (phone === undefined) return <Loading text={say(words.loading, lang)} />;
  return (
    <div data-density="field" className="stack">
      <OfflineBar lang={lang} outbox={barOf(phone, offline)} />
      <Outdoors
        key={partnership}
        phone={phone}
        walks={walks}
        partnership={partnership}
        personId={person.id}
        where={<Where partnership={partnership} name={partnershipName} lang={lang} />}
        lang={lang}
      />
    </div>
  );
}

/** «Du skriver nu i Hofors», with a way to the other municipalities for whoever has several (journey 7). */
function Where({ partnership, name, lang }: { partnership: string; name: string; lang: Lang }) {
  const me = useAnswer(whoAmI, {});
  const others = me.state === "answered" ? me.value.partnerships.filter(({ slug }) => slug !== partnership) : [];
  return (
    <p className="quiet row">
      <b>{name}</b>
      <a href={`/falt/${partnership}/vecka`}>{say(weekly.week, lang, { week: weekNumber(mondayOf(today())) })}</a>
      {others.map((other) => (
        <a key={other.slug} href={`/falt/${other.slug}`}>
          {say(words.writeIn, lang, { name: other.name })}
        </a>
      ))}
    </p>
  );
}

function barOf({ entries }: Phone, offline: boolean): OutboxState {
  const count = (...states: readonly string[]) => entries.filter(({ state }) => states.includes(state)).length;
  if (count("refused") > 0) return { state: "refused", refused: count("refused"), href: "#mina-anteckningar" };
  const waiting = count("waiting", "sending");
  return waiting === 0 && !offline
    ? { state: "sent", sent: count("sent") }
    : { state: "waiting", waiting, sent: count("sent"), offline };
}

type Props = {
  readonly phone: Phone;
  readonly walks: readonly Walk[] | undefined;
  readonly partnership: string;
  readonly personId: string;
  /** Which municipality is noted for: always on the screen, since one officer is shared by several. */
  readonly where: ReactNode;
  readonly lang: Lang;
};

/** Which walk one is on, and the form: both are there again when the browser was killed. */
type Kept = { readonly walkId: string; readonly draft: NoteDraft };

function Outdoors({ phone, walks, partnership, personId, where, lang }: Props) {
  const { storage } = phone;
  const name = `field ${partnership}`;
  const [on, setOn] = useState<Kept>();
  const [mending, setMending] = useState<string>();
  useEffect(() => {
    void kept<Kept>(storage, personId, name).then((before) => setOn(before ?? { walkId: "", draft: EMPTY_DRAFT }));
  }, [storage, personId, name]);
  if (on === undefined) return <Loading text={say(words.loading, lang)} />;
  const change = (next: Kept) => {
    setOn(next);
    void keep(storage, personId, name, next);
  };
  const walk = walks?.find(({ id }) => id === on.walkId);
  if (walk === undefined && on.walkId !== NO_WALK)
    return (
      <ChooseWalk
        phone={phone}
        walks={walks ?? []}
        where={where}
        lang={lang}
        onChoose={(walkId) => change({ ...on, walkId })}
      />
    );
  return (
    <>
      <header className="wrap row between">
        <div>
          {where}
          <h1>{walk?.title ?? say(words.withoutWalk, lang)}</h1>
          {walk !== undefined && (
            <p className="quiet">
              {say(lights[walk.light], lang)} · {say(words.takenAlong, lang, { count: walk.stops.length })}
            </p>
          )}
        </div>
        <div className="row">
          <Button small onPress={() => change({ ...on, walkId: "" })}>
            {say(words.otherWalk, lang)}
          </Button>
          <ScreenLight lang={lang} />
        </div>
      </header>
      <NoteForm
        phone={phone}
        walk={walk}
        partnership={partnership}
        draft={on.draft}
        mending={mending}
        lang={lang}
        onChange={(draft) => change({ ...on, draft })}
        onSaved={() => {
          setMending(undefined);
          change({ ...on, draft: { ...EMPTY_DRAFT, stopId: on.draft.stopId } });
        }}
      />
      <FieldNotes
        phone={phone}
        lang={lang}
        onMend={(entry) => {
          setMending(entry.id);
          change({ ...on, draft: draftOf(entry.input) });
        }}
      />
      {walk?.state === "planned" && <FinishForm phone={phone} walk={walk} partnership={partnership} lang={lang} />}
    </>
  );
}

const NO_WALK = "none";

/** Warm and dim in the dark, black on white in the sun; the phone remembers which. */
function ScreenLight({ lang }: { lang: Lang }) {
  const [light, setLight] = useState(fieldLight);
  const other = light === "night" ? "sun" : "night";
  return (
    <Button
      small
      onPress={() => {
        setFieldLight(other);
        setLight(other);
      }}
    >
      {say(light === "night" ? words.daylight : words.nightlight, lang)}
    </Button>
  );
}

type Choosing = {
  readonly phone: Phone;
  readonly walks: readonly Walk[];
  readonly where: ReactNode;
  readonly lang: Lang;
  readonly onChoose: (walkId: string) => void;
};

function ChooseWalk(props: Choosing) {
  const { lang, onChoose } = props;
  const open = props.walks.filter(({ state }) => state !== "protocol");
  return (
    <div className="wrap page stack">
      <div>
        {props.where}
        <h1>{say(words.fieldHeading, lang)}</h1>
      </div>
      {open.length === 0 && (
        <Empty heading={say(words.noFieldWalks, lang)} text={say(words.noFieldWalksText, lang)} level={2} />
      )}
      <ul className="list">
        {open.map((walk) => (
          <li key={walk.id}>
            <div>
              <b>{walk.title}</b>
              <p className="quiet">
                {tellDay(walk.startsAt, lang)} {tellClock(walk.startsAt, lang)} · {walk.meetingPoint}
              </p>
            </div>
            <Button kind="main" wide onPress={() => onChoose(walk.id)}>
              {say(words.takeAlong, lang)}
            </Button>
          </li>
        ))}
      </ul>
      <Button wide onPress={() => onChoose(NO_WALK)}>
        {say(words.withoutWalk, lang)}
      </Button>
      <div className="row between">
        <ScreenLight lang={lang} />
        <a href="/oversikt">{say(words.toDesk, lang)}</a>
      </div>
      {props.phone.othersWaiting > 0 && (
        <Notice heading={say(words.othersWaiting, lang, { count: props.phone.othersWaiting })} />
      )}
      <FieldNotes phone={props.phone} lang={lang} />
    </div>
  );
}
