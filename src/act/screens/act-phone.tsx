import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import type { z } from "zod";
import { sendWeeklyReport, setWeeklyAbsence } from "../../collect/weekly/api.ts";
import { FIELD_SENDING } from "../../collect/screens/field-sending.ts";
import { fieldWords } from "../../collect/screens/field-words.ts";
import { words as collect } from "../../collect/screens/words.ts";
import type { Endpoint, InputOf } from "../../ground/endpoint.ts";
import { instantOf } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { whoAmI } from "../../partnership/api.ts";
import { type Answered, useAnswer } from "../../platform/browser/ask.ts";
import type { Wish } from "../../platform/browser/outbox.ts";
import { type Entry, keep, kept } from "../../platform/browser/storage.ts";
import { type Phone, type Sending, useOffline, usePhone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { formatClock } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { OfflineBar } from "../../ui/offline-bar.tsx";
import { SENT_LATER } from "../api.ts";
import { words } from "../words.ts";
import { isHomeless } from "./waiting.ts";

/** One phone has one outbox: what was written outdoors goes from here too. */
const SENDING: Sending = {
  ...FIELD_SENDING,
  endpoints: [...SENT_LATER, ...FIELD_SENDING.endpoints, sendWeeklyReport, setWeeklyAbsence],
};

const Held = createContext<Phone | undefined>(undefined);

/** What this phone keeps and sends; undefined while it is being opened. */
export function useActPhone(): Phone | undefined {
  return useContext(Held);
}

/**
 * Puts what was written on the phone, as new, or in place of what came back with a no (`mending`), and tries to send it. False where the phone is full: nothing is
 * kept then, and the form stays.
 */
export function useKeeping(mending: Entry | undefined) {
  const phone = useActPhone();
  const [keeping, setKeeping] = useState(false);
  const keepOnPhone = async ({ endpoint, id, input }: Wish & { readonly id: string }): Promise<boolean> => {
    if (phone === undefined) return false;
    setKeeping(true);
    const isKept =
      mending === undefined
        ? (await phone.outbox.put({ endpoint, id, input })).ok
        : await phone.outbox.rewrite(id, input).then(() => true);
    setKeeping(false);
    if (isKept) void phone.outbox.send();
    return isKept;
  };
  return { keepOnPhone, busy: keeping || phone === undefined };
}

/** Around a page where things are logged: what waits and what stands in the way is told at its top. */
export function ActPhone({ personId, lang, children }: { personId: string; lang: Lang; children: ReactNode }) {
  const phone = usePhone(personId, SENDING);
  const sent = phone?.entries.filter(({ state }) => state === "sent").length;
  const before = useRef(sent);
  const queries = useQueryClient();
  // What has arrived is heard of at once.
  useEffect(() => {
    const isNews = before.current !== undefined && sent !== before.current;
    before.current = sent;
    if (isNews) void queries.invalidateQueries();
  }, [sent, queries]);
  return (
    <Held value={phone}>
      {phone !== undefined && <PhoneNews phone={phone} lang={lang} />}
      {children}
    </Held>
  );
}

function PhoneNews({ phone, lang }: { phone: Phone; lang: Lang }) {
  const offline = useOffline();
  const me = useAnswer(whoAmI, {});
  const ours = phone.entries.filter(({ endpoint }) => SENT_LATER.some(({ name }) => name === endpoint));
  const refused = ours.filter(({ state }) => state === "refused");
  const waiting = ours.filter(({ state }) => state === "waiting" || state === "sending").length;
  const sent = ours.filter(({ state }) => state === "sent").length;
  const { trouble, room } = phone;
  const mustLogIn = (me.state === "answered" && me.value.person === null) || trouble?.status === 401;
  return (
    <>
      {refused[0] !== undefined ? (
        <OfflineBar
          lang={lang}
          outbox={{ state: "refused", refused: refused.length, href: `#nekad-${refused[0].id}` }}
        />
      ) : (
        (waiting > 0 || offline) && <OfflineBar lang={lang} outbox={{ state: "waiting", waiting, sent, offline }} />
      )}
      {mustLogIn && (
        <Notice kind="advice" heading={say(collect.logInToSend, lang)} live>
          <p>
            <a href={`/logga-in?till=${encodeURIComponent(location.pathname)}`}>{say(fieldWords.logIn, lang)}</a>
          </p>
        </Notice>
      )}
      {!mustLogIn && trouble !== undefined && trouble.status !== 0 && (
        <Notice
          kind="advice"
          heading={say(fieldWords.serverTrouble, lang, { clock: formatClock(instantOf(trouble.nextAt), lang) })}
          live
        >
          <div className="row">
            <Button small onPress={() => void phone.outbox.send()}>
              {say(fieldWords.tryNow, lang)}
            </Button>
          </div>
        </Notice>
      )}
      {room.mayBeCleared && waiting > 0 && <p className="small quiet">{say(fieldWords.mayBeCleared, lang)}</p>}
      {refused.filter(isHomeless).map((entry) => (
        <div key={entry.id} id={`nekad-${entry.id}`}>
          <Notice
            kind="error"
            heading={say(words.notYoursNow, lang)}
            text={entry.sentence}
            safe={say(words.keptHere, lang)}
          >
            <div className="row">
              <Button kind="bare" onPress={() => void phone.outbox.drop(entry.id, { refused: true })}>
                {say(words.remove, lang)}
              </Button>
            </div>
          </Notice>
        </div>
      ))}
    </>
  );
}

type Out<E> = E extends Endpoint<z.ZodType, infer Output> ? z.output<Output> : never;

/**
 * As `useAnswer`, and what was heard last is kept on the phone for the time when nothing can be heard: no network, or a login that has run out. `isHeard`
 * tells an answer from one that says only that nobody is logged in.
 */
export function useHeard<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  isHeard: (value: Out<E>) => boolean = () => true,
): Answered<Out<E>> {
  const phone = useActPhone();
  const asked = useAnswer(endpoint, input);
  const name = `${endpoint.name} ${JSON.stringify(input)}`;
  const heard = asked.state === "answered" && isHeard(asked.value) ? asked.value : undefined;
  const [along, setAlong] = useState<{ readonly value: Out<E> | undefined }>();
  const [storage, personId] = [phone?.storage, phone?.personId];
  useEffect(() => {
    if (storage === undefined || personId === undefined) return;
    if (heard !== undefined) void keep(storage, personId, name, heard);
    else void kept<Out<E>>(storage, personId, name).then((value) => setAlong({ value }));
  }, [storage, personId, name, heard]);
  if (heard !== undefined) return asked;
  const { again } = asked;
  // A no that is about the matter is a no; that nothing could be asked is none.
  if (asked.state === "refused" && asked.refusal.status !== 401 && asked.refusal.status < 500) return asked;
  const value = asked.value ?? along?.value;
  const last = asked.state === "answered" ? along?.value : value;
  if (last !== undefined) return { state: "answered", value: last, again };
  return along === undefined ? { state: "waiting", again } : asked;
}
