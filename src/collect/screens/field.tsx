import { type ReactNode, useEffect, useState } from "react";
import { dayOf, type Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { whoAmI } from "../../partnership/api.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { deviceNow, fieldLight, newDeviceId, setFieldLight, today } from "../../platform/browser/device.ts";
import { keep, kept } from "../../platform/browser/storage.ts";
import { type Phone, useOffline, usePhone, useTakenAlong } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loading } from "../../ui/loading.tsx";
import { OfflineBar, type OutboxState } from "../../ui/offline-bar.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { listWalks } from "../api.ts";
import { draftOf, EMPTY_DRAFT, keptDraft, type NoteDraft } from "../field-note.ts";
import { words as weekly } from "../weekly/screens/words.ts";
import { isBeforeItsDay } from "../walks/heads.ts";
import { CalledOff } from "../walks/screens/called-off.tsx";
import { mondayOf, weekNumber } from "../weekly/week.ts";
import { lights } from "../words.ts";
import { FieldNews } from "./field-news.tsx";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_SENDING } from "./field-sending.ts";
import { FinishForm } from "./finish-form.tsx";
import { HandOver } from "./hand-over.tsx";
import { keepRight } from "./left-notes.ts";
import { NoteForm } from "./note-form.tsx";
import { TakeAlong } from "./take-along.tsx";
import type { Thread } from "./threads.ts";
import { tellClock, tellDay } from "./told.ts";
import type { Walk } from "./walk-row.ts";
import { words } from "./words.ts";

/** /falt: one hand, in the dark, without coverage. Everything is kept on the phone before it is said to be. */
export function FieldScreen({ partnership, partnershipName, person, lang }: ScreenProps) {
  const phone = usePhone(person.id, FIELD_SENDING);
  const offline = useOffline();
  const me = useAnswer(whoAmI, {});
  const asked = useAnswer(listWalks, { partnership });
  const heard = asked.state === "answered" ? asked.value.walks : undefined;
  const walks = useTakenAlong(phone?.storage, person.id, `walks ${partnership}`, heard);
  // The next contact: something was sent, or the network is there again. What the desk has changed meanwhile is heard then.
  const sent = phone?.entries.filter(({ state }) => state === "sent").length;
  const { again } = asked;
  useEffect(() => {
    if (!offline && sent !== undefined) again();
  }, [offline, sent, again]);
  if (phone === undefined) return <Loading text={say(words.loading, lang)} />;
  const others = me.state === "answered" ? me.value.partnerships.filter(({ slug }) => slug !== partnership) : [];
  return (
    <div data-density="field" className="stack">
      <OfflineBar lang={lang} outbox={barOf(phone, offline)} />
      <FieldNews phone={phone} isLoggedOut={me.state === "answered" && me.value.person === null} lang={lang} />
      <Outdoors
        key={`${partnership} ${person.id}`}
        phone={phone}
        walks={walks}
        partnership={partnership}
        partnershipName={partnershipName}
        person={person}
        where={<Where partnership={partnership} name={partnershipName} others={others} lang={lang} />}
        lang={lang}
      />
    </div>
  );
}

type Other = { readonly slug: string; readonly name: string };

/** «Du skriver nu i Hofors», with a way to the other municipalities for whoever has several (journey 7). */
function Where({
  partnership,
  name,
  others,
  lang,
}: {
  partnership: string;
  name: string;
  others: readonly Other[];
  lang: Lang;
}) {
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
  readonly partnershipName: string;
  readonly person: ScreenProps["person"];
  /** Which municipality is noted for: always on the screen, since one officer is shared by several. */
  readonly where: ReactNode;
  readonly lang: Lang;
};

/** Which walk one is on, the form, and the one that was laid aside while a note is changed: all are there again when the browser was killed. */
type Kept = { readonly walkId: string; readonly draft: NoteDraft; readonly aside?: NoteDraft | undefined };

const fresh = (stopId = ""): NoteDraft => ({ ...EMPTY_DRAFT, id: newDeviceId(), stopId });

function Outdoors({ phone, walks, partnership, partnershipName, person, where, lang }: Props) {
  const { storage, personId } = phone;
  const offline = useOffline();
  const name = `field ${partnership}`;
  const [on, setOn] = useState<Kept>();
  useEffect(() => {
    let left = false;
    void kept<Kept>(storage, personId, name).then((before) => {
      if (left) return;
      const now: Kept = { walkId: "", ...before, draft: { ...fresh(), ...keptDraft(before?.draft ?? {}) } };
      setOn(now);
      // Kept before anything hangs on the draft's id.
      void keep(storage, personId, name, now);
    });
    return () => {
      left = true;
    };
  }, [storage, personId, name]);
  const walkId = walks?.find(({ id }) => id === on?.walkId)?.id;
  useEffect(() => {
    if (walkId !== undefined && !offline) void keepRight(storage, personId, { partnership, walkId });
  }, [storage, personId, partnership, walkId, offline]);
  if (on === undefined) return <Loading text={say(words.loading, lang)} />;
  const change = (next: Kept) => {
    setOn(next);
    void keep(storage, personId, name, next);
  };
  const afterwards = () => change({ walkId: on.walkId, draft: on.aside ?? fresh(on.draft.stopId) });
  const mend = ({ input }: Thread) => {
    if (input === undefined) return;
    const aside = on.draft.noted === undefined ? on.draft : on.aside;
    change({ walkId: on.walkId, draft: draftOf(input), aside });
    document.getElementById("note-text")?.focus();
  };
  const walk = walks?.find(({ id }) => id === on.walkId);
  if (walk === undefined && on.walkId !== NO_WALK)
    return (
      <ChooseWalk
        phone={phone}
        walks={walks ?? []}
        person={person}
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
          {walk !== undefined && <p className="quiet">{say(lights[walk.light], lang)}</p>}
        </div>
        <div className="row">
          <Button small onPress={() => change({ ...on, walkId: "" })}>
            {say(words.otherWalk, lang)}
          </Button>
          <ScreenLight lang={lang} />
        </div>
      </header>
      {walk?.state === "cancelled" && (
        <div className="wrap">
          <CalledOff walk={walk} lang={lang} />
        </div>
      )}
      <TakeAlong phone={phone} partnership={partnership} stops={walk?.stops.length ?? 0} lang={lang} />
      <NoteForm
        phone={phone}
        walk={walk}
        partnership={partnership}
        partnershipName={partnershipName}
        draft={on.draft}
        grants={person.grants}
        lang={lang}
        onChange={(draft) => change({ ...on, draft })}
        onSaved={afterwards}
        onLeave={afterwards}
      />
      <FieldNotes phone={phone} lang={lang} onMend={mend} />
      {walk !== undefined &&
        walk.state !== "protocol" &&
        walk.state !== "cancelled" &&
        !isBeforeItsDay({ startsAt: walk.startsAt as Instant }, deviceNow()) && (
          <FinishForm key={walk.id} phone={phone} walk={walk} partnership={partnership} lang={lang} />
        )}
      <HandOver phone={phone} person={person} lang={lang} />
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
  readonly person: ScreenProps["person"];
  readonly where: ReactNode;
  readonly lang: Lang;
  readonly onChoose: (walkId: string) => void;
};

function ChooseWalk(props: Choosing) {
  const { lang, onChoose } = props;
  const open = props.walks.filter(({ state }) => state !== "protocol" && state !== "cancelled");
  const calledOff = props.walks.filter(
    (walk) => walk.state === "cancelled" && dayOf(walk.startsAt as Instant) >= today(),
  );
  return (
    <>
      <div className="wrap page stack">
        <div>
          {props.where}
          <h1>{say(words.fieldHeading, lang)}</h1>
        </div>
        {calledOff.map((walk) => (
          <CalledOff key={walk.id} walk={walk} lang={lang} />
        ))}
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
      </div>
      <FieldNotes phone={props.phone} lang={lang} />
      <HandOver phone={props.phone} person={props.person} lang={lang} />
    </>
  );
}
